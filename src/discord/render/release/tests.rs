//! Stories about what people read about a release.

use std::time::Duration;

use super::*;
use crate::app::release::{Golden, Measure, Recent};
use lodestar_engine::index::SkippedFile;

fn some_release() -> Release {
    let measure = Measure {
        generation: 2,
        articles: 6,
        passages: 38,
        disk_bytes: 2_048,
        calibrated_on: 30,
        answered: 0.5,
        covered: 0.25,
    };
    Release {
        by: "ann".to_owned(),
        report: Report {
            generation: 3,
            published: true,
            added: vec!["a/new.md".to_owned()],
            changed: vec![],
            removed: vec!["old_one.md".to_owned()],
            unchanged: 5,
            skipped: vec![],
            articles: 6,
            passages: 40,
            started: jiff::Timestamp::UNIX_EPOCH,
            took: Duration::from_millis(2_100),
        },
        built: true,
        undone: false,
        before: Some(measure),
        after: Measure {
            passages: 40,
            disk_bytes: 4_096,
            answered: 0.52,
            ..measure
        },
        golden: Golden::default(),
        recent: Recent::default(),
    }
}

fn skipped(path: &str, reason: &str) -> SkippedFile {
    SkippedFile {
        path: path.to_owned(),
        reason: reason.to_owned(),
    }
}

fn change(question: &str, verdict: Verdict) -> GoldenChange {
    let first = |title: &str, sentence: &str| First {
        article: format!("{title}.md"),
        title: title.to_owned(),
        headings: vec!["When".to_owned()],
        sentence: sentence.to_owned(),
        hash: String::new(),
    };
    GoldenChange {
        question: question.to_owned(),
        before: Some(first("Ferry", "It leaves at nine.")),
        after: (verdict != Verdict::Worse).then(|| first("Tram", "It leaves at *ten*.")),
        verdict,
    }
}

fn text(body: &Body) -> String {
    let body = serde_json::to_value(body).unwrap();
    body["content"].as_str().unwrap().to_owned()
}

fn labels(body: &Body) -> Vec<String> {
    let body = serde_json::to_value(body).unwrap();
    let rows = body["components"].as_array().unwrap().iter();
    rows.flat_map(|row| row["components"].as_array().unwrap().clone())
        .map(|button| button["label"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_published_release_tells_what_changed_and_what_was_skipped_by_reason() {
    let mut given = some_release();
    given.report.skipped = vec![
        skipped("x.md", "empty"),
        skipped("y.bin", "unknown format"),
        skipped("z.md", "empty"),
    ];
    let body = release(Words::ENGLISH, &given, Standing::Published);
    assert_eq!(
        text(&body),
        "**Reindex done** in 2.1 s: 6 articles, 40 passages.\n\
         **Added** 1\n- a/new.md\n**Removed** 1\n- old\\_one.md\n\
         **Skipped** 3 files\n- empty: x.md, z.md\n- unknown format: y.bin"
    );
    assert_eq!(labels(&body), ["Details"]);
}

#[test]
fn an_unchanged_corpus_is_said_to_be_unchanged() {
    let words = Words::ENGLISH;
    let body = release(words, &some_release(), Standing::Unchanged);
    assert!(text(&body).contains(&words.reindex_unchanged()));
    assert!(labels(&body).is_empty());
}

#[test]
fn one_that_waits_says_why_and_what_it_would_do_to_known_questions() {
    let mut given = some_release();
    given.golden = Golden {
        asked: 40,
        problem: None,
        changed: vec![
            change("When does the tram leave?", Verdict::Same),
            change("When does the ferry leave?", Verdict::Worse),
        ],
    };
    given.recent = Recent {
        asked: 12,
        answered: vec![1, 2],
        stopped: vec![],
    };
    let body = release(
        Words::ENGLISH,
        &given,
        Standing::Waiting(&Hold::Regressions(1)),
    );
    assert_eq!(labels(&body), ["Publish", "Discard", "Details"]);
    let shown = text(&body);
    for line in [
        "It waits because it would take the right answer from 1 golden question.",
        "**Golden questions**: 40 asked. Another first passage: 2; right answer lost: 1, gained: 0\n\
         - ❌ When does the ferry leave?: Ferry › When → no passage\n\
         - ↔️ When does the tram leave?: Ferry › When → Tram › When",
        "**Recent questions**: 12 asked. Become answered: 2; stop being answered: 0",
    ] {
        assert!(shown.contains(line), "{shown}");
    }
}

#[test]
fn details_hold_everything_on_pages_that_fit() {
    let mut given = some_release();
    given.report.added = (0..200)
        .map(|n| format!("{}/{n}.md", "d".repeat(90)))
        .collect();
    given.golden.asked = 1;
    given.golden.changed = vec![change("When?", Verdict::Better)];
    let told = Told {
        texts: vec!["Who is *ann*?".to_owned()],
        elsewhere: 2,
    };
    let mut pages = Vec::new();
    while let Some(page) = details(Words::ENGLISH, &given, &told, &Told::default(), pages.len()) {
        assert!(width(&text(&page)) <= LIMIT);
        pages.push(page);
    }
    assert!(pages.len() > 5, "{}", pages.len());
    assert_eq!(labels(&pages[0]), ["Next page"]);
    assert_eq!(labels(&pages[1]), ["Back", "Next page"]);
    let all: String = pages.iter().map(text).collect();
    for line in [
        "✅ When?\n- before: Ferry › When: It leaves at nine.\n- after: Tram › When: It leaves at \\*ten\\*.",
        "**Become answered**\n- Who is \\*ann\\*?\n- and 2 more, asked in private or elsewhere",
        "Passages 38 → 40, on disk 2.0 KiB → 4.0 KiB",
        "answered from a confidence of 0.50 → 0.52, covered from 0.25 → 0.25",
        "/199.md",
    ] {
        assert!(all.contains(line), "{line}\n{all}");
    }
}

#[test]
fn a_long_report_counts_what_it_leaves_out_and_fits() {
    let mut given = some_release();
    given.report.added = (0..5_000)
        .map(|n| format!("{}/{n}.md", "d".repeat(200)))
        .collect();
    given.report.changed.clone_from(&given.report.added);
    given.report.removed.clone_from(&given.report.added);
    given.report.skipped = (0..500)
        .map(|n| skipped(&format!("*{n}*"), &format!("reason {n} @everyone")))
        .collect();
    given.golden.asked = 9;
    given.golden.changed = vec![change(&"why ".repeat(200), Verdict::Worse); 9];
    let hold = Hold::Unjudged("@everyone ".repeat(500));
    for (_, words) in Words::translations().chain([("en-US", Words::ENGLISH)]) {
        for standing in [Standing::Published, Standing::Waiting(&hold)] {
            let shown = text(&release(words, &given, standing));
            assert!(width(&shown) <= LIMIT, "{}", width(&shown));
            assert!(shown.contains(&words.and_more(6)), "{shown}");
            assert!(!shown.contains("@everyone"), "{shown}");
        }
        let events =
            vec![HistoryEntry::new(&"a".repeat(500), Change::Published, &given.report, 3); 50];
        let history = history(words, &events, Some((&given, &hold)));
        assert!(width(&text(&history)) <= LIMIT);
    }
}
