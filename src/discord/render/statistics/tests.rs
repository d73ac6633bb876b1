//! What admins read about a week.

use serde_json::Value;

use super::*;
use crate::discord::budget::LIMIT;
use crate::discord::budget::width;
use crate::store::{AskedOften, Decision, Gap, MissedId};

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A week of 40 questions after one of 10.
fn week(text: &str) -> Statistics {
    let day = |answered, closest, not_covered| Day {
        answered,
        closest,
        not_covered,
    };
    let gap = Gap {
        id: MissedId(1),
        text: text.to_owned(),
        not_covered: 3,
        voted_down: 0,
        reporters: 1,
        channels: Vec::new(),
        last_at: time("2026-11-20T00:00:00Z"),
        decision: Decision::Open,
    };
    let aged = |year| Aged {
        title: text.to_owned(),
        date: Some(Date::constant(year, 3, 2)),
    };
    Statistics {
        period: Period::before_today(time("2026-11-23T09:00:00Z"), 7),
        figures: StoreFigures {
            questions: 40,
            answered: 30,
            closest: 7,
            not_covered: 3,
            askers: 9,
            up: 5,
            down: 1,
            days: vec![day(10, 3, 1), day(20, 4, 2)],
            most_asked: vec![AskedOften {
                text: text.to_owned(),
                people: 4,
            }],
            slowest: vec![Slow {
                text: Some(text.to_owned()),
                took_ms: 2_340,
            }],
            articles: Vec::new(),
        },
        before: Some(StoreFigures {
            questions: 10,
            answered: 8,
            closest: 2,
            up: 5,
            down: 3,
            ..StoreFigures::default()
        }),
        gaps: vec![gap],
        open: Some(4),
        articles: ArticleUse {
            articles: 33,
            unused: 12,
            oldest_unused: vec![
                aged(2019),
                Aged {
                    date: None,
                    ..aged(1)
                },
            ],
            oldest: vec![aged(2011)],
        },
    }
}

fn text(body: &Body) -> String {
    let body: Value = serde_json::to_value(body).unwrap();
    body["content"].as_str().unwrap().to_owned()
}

fn description(body: &Body) -> String {
    let body: Value = serde_json::to_value(body).unwrap();
    let described = &body["attachments"][0]["description"];
    described.as_str().unwrap().to_owned()
}

#[test]
fn a_week_is_told_line_by_line() {
    let words = Words::ENGLISH;
    let week = week("Is *tea* hot?");
    let heading = digest_heading(words, week.period);
    let body = statistics(words, &heading, &week, Readers::Admins);
    assert_eq!(
        text(&body),
        "**Weekly digest**: 16 November 2026 to 22 November 2026\n\
         Questions: 40 ▲ 30, from 9 people\n\
         🟦 Answered: 30 (75% ▼ 5)\n\
         🟨 Closest passages: 7 (18% ▼ 2)\n\
         🟥 Not covered: 3 (8% ▲ 8)\n\
         Votes: 👍 5 · 👎 1 ▼ 2\n\
         **Asked most**\n\
         - Is \\*tea\\* hot? (4 people)\n\
         **Open** 4 questions without a good answer\n\
         - Is \\*tea\\* hot? (3 times)\n\
         **Slowest answers**\n\
         - 2.3 s · Is \\*tea\\* hot?\n\
         **Unused** 12 of 33 articles answered nothing in this time, such as:\n\
         - Is \\*tea\\* hot?, 2 March 2019\n\
         - Is \\*tea\\* hot?\n\
         **Oldest articles**\n\
         - Is \\*tea\\* hot?, 2 March 2011\n\
         -# ▲ and ▼ compare with the same time 7 days earlier; shares in percentage points"
    );
    assert_eq!(
        description(&body),
        "Bar chart of the questions of each day from 16 November 2026 to 22 November 2026; \
         answered, closest passages, not covered: 10/3/1, 20/4/2"
    );
}

#[test]
fn whoever_sees_the_channel_learns_no_question() {
    let words = Words::ENGLISH;
    let body = statistics(words, "heading", &week("Why?"), Readers::Everybody);
    let told = text(&body);
    assert!(told.contains("**Slowest answers**\n- 2.3 s\n"), "{told}");
    let questions = told.replace("Why?, 2 March", "").replace("- Why?\n**O", "");
    assert!(!questions.contains("Why?"), "{told}");
    assert!(told.ends_with(&words.stats_discreet()), "{told}");
}

#[test]
fn where_texts_are_not_kept_that_is_said() {
    let mut week = week("Why?");
    week.figures.most_asked.clear();
    week.figures.slowest[0].text = None;
    (week.gaps, week.open) = (Vec::new(), None);
    let body = statistics(Words::ENGLISH, "heading", &week, Readers::Admins);
    assert!(text(&body).ends_with(&Words::ENGLISH.stats_no_texts()));
    assert!(!text(&body).contains("**Open**"));
}

#[test]
fn a_time_without_questions_is_no_chart() {
    let mut week = week("Why?");
    week.figures = StoreFigures::default();
    week.before = None;
    let body = statistics(Words::ENGLISH, "heading", &week, Readers::Admins);
    assert!(body.file().is_none());
    let told = text(&body);
    assert!(told.starts_with("heading\nNobody asked anything"), "{told}");
    assert!(!told.contains('▲'), "{told}");
}

#[test]
fn everything_fits_in_every_language() {
    let mut week = week(&"*".repeat(2_000));
    for _ in 0..2 {
        let figures = &mut week.figures;
        figures.most_asked.push(figures.most_asked[0].clone());
        figures.slowest.push(figures.slowest[0].clone());
        week.gaps.push(week.gaps[0].clone());
        week.articles.oldest.push(week.articles.oldest[0].clone());
    }
    week.figures.days = vec![week.figures.days[0]; 365];
    for (_, words) in Words::translations() {
        let body = statistics(
            words,
            &digest_heading(words, week.period),
            &week,
            Readers::Admins,
        );
        let told = text(&body);
        assert!(width(&told) <= LIMIT);
        assert!(told.ends_with(&words.stats_compared(7)), "{told}");
        assert!(width(&description(&body)) <= 1_024);
    }
}
