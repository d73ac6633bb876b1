//! Shows people what is stored about them.

use crate::config::{Privacy, QuestionPrivacy};
use crate::discord::budget::{Page, width};
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{PastQuestion, UserData};

/// Room for a question, in UTF-16 code units.
const LONGEST_QUESTION: usize = 120;

/// Shows counts, how long data is kept, and the questions themselves, newest first, as many as fit.
pub(in crate::discord) fn privacy(words: Words, stored: &UserData, kept: &Privacy) -> String {
    let how = match kept.questions {
        QuestionPrivacy::Full => "full",
        QuestionPrivacy::Hashed => "hashed",
        QuestionPrivacy::Off => "off",
    };
    let days = usize::try_from(kept.keep_days).unwrap_or(usize::MAX);
    let note = vec![words.privacy_kept(how, days)];
    let mut page = Page::reserving(&note);
    if stored.is_empty() {
        page.push(&words.privacy_nothing());
    } else {
        let reminders = stored.reports.iter().filter(|it| it.remind).count();
        let (questions, votes) = (stored.questions.len(), stored.votes.len());
        page.push(&words.privacy_stored(questions, votes, reminders));
        let reports = stored
            .reports
            .iter()
            .map(|it| (it.reported_at, it.text.as_str()));
        let asked = stored
            .questions
            .iter()
            .filter_map(|it: &PastQuestion| Some((it.asked_at, it.text.as_deref()?)));
        let mut texts: Vec<_> = asked.chain(reports).collect();
        texts.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        // Reserve room for the last line while more questions follow.
        let spare = width(&words.and_more(texts.len())) + 1;
        for (shown, (at, text)) in texts.iter().enumerate() {
            let line = format!(
                "- {} · {}",
                escape::line(text, LONGEST_QUESTION),
                words.relative(*at)
            );
            if page.left() < width(&line) + 1 + spare {
                page.push(&words.and_more(texts.len() - shown));
                break;
            }
            page.push(&line);
        }
    }
    page.push_reserved(&note);
    page.finish()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::discord::budget::LIMIT;
    use crate::store::{Outcome, QuestionId};

    fn kept() -> Privacy {
        Privacy {
            questions: QuestionPrivacy::Full,
            keep_days: 90,
        }
    }

    fn question(text: &str, at: i64) -> PastQuestion {
        PastQuestion {
            id: QuestionId(1),
            asked_at: Timestamp::from_second(at).unwrap(),
            asker: 1,
            server: None,
            channel: 2,
            message: None,
            locale: "en-US".to_owned(),
            text: Some(text.to_owned()),
            outcome: Outcome::Answered,
            generation: 1,
            follows: None,
            public: false,
            up: 0,
            down: 0,
        }
    }

    #[test]
    fn nothing_is_said_to_be_nothing() {
        assert_eq!(
            privacy(Words::ENGLISH, &UserData::default(), &kept()),
            "I have stored nothing about you.\n\
             I keep the text of questions; everything is deleted after 90 days."
        );
    }

    #[test]
    fn the_newest_questions_are_shown_first_and_within_the_limit() {
        let text = |at| format!("@everyone {at} {}", "long ".repeat(50));
        let stored = UserData {
            questions: (0..100).map(|at| question(&text(at), at)).collect(),
            ..UserData::default()
        };
        let text = privacy(Words::ENGLISH, &stored, &kept());
        assert!(width(&text) <= LIMIT, "{}", width(&text));
        assert!(!text.contains("@everyone"), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("I have stored about you: 100 questions"));
        assert!(lines[1].contains("99 long"), "{text}");
        assert!(lines[lines.len() - 2].starts_with("and "), "{text}");
        assert!(lines[lines.len() - 1].ends_with("after 90 days."), "{text}");
    }
}
