//! The buttons under an answer: to read more, to vote, and to report what it leaves open.

use serenity::all::UserId;

use super::answer::{self, Place};
use crate::app::{article_key, section_key};
use crate::discord::api::custom_id::{Action, SectionRef};
use crate::discord::api::message::{Body, Button, Menu, Row};
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{MissedId, Opinion, QuestionId, Reason};
use lodestar_engine::answer::{Answer, Coverage};

const UP: &str = "👍";
const DOWN: &str = "👎";
const DELETE: &str = "🗑️";

/// Who sees a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Audience {
    Everybody,
    /// Only the asker.
    Asker,
    /// Only somebody who reads on in a private message of their own.
    Reader,
}

/// What the buttons under an answer need to know.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Under {
    pub(in crate::discord) question: QuestionId,
    pub(in crate::discord) asker: UserId,
    /// The page, counted from 0, and how many there are.
    pub(in crate::discord) page: usize,
    pub(in crate::discord) pages: usize,
    /// Whether the answer comes from a newer index than the one first asked.
    pub(in crate::discord) refreshed: bool,
    pub(in crate::discord) audience: Audience,
    /// Whether the first passage is its whole section.
    pub(in crate::discord) is_whole_section: bool,
}

/// An answer with its buttons. Its excerpts are those of the page.
pub(in crate::discord) fn answer_with_buttons(words: Words, answer: &Answer, under: Under) -> Body {
    let rendered = answer::answer_at(
        words,
        answer,
        Place {
            page: under.page,
            pages: under.pages,
            refreshed: under.refreshed,
            titles_below: true,
        },
    );
    let rows = match answer.state {
        Coverage::Answered | Coverage::Closest => {
            let more_to_read = !(under.is_whole_section && rendered.first_is_whole);
            below_passages(words, answer, under, more_to_read)
        }
        Coverage::NotCovered => below_nothing(words, answer, under),
    };
    Body::new(&rendered.text).with(rows)
}

/// `more_to_read` means that the section of the first passage has more text than is shown.
fn below_passages(words: Words, answer: &Answer, under: Under, more_to_read: bool) -> Vec<Row> {
    let turn = |page: usize| Action::Page {
        question: under.question,
        asker: under.asker,
        page: u32::try_from(page).unwrap_or(u32::MAX),
        generation: answer.generation,
    };
    let mut reading = Vec::new();
    if let Some(back) = under.page.checked_sub(1) {
        reading.push(Button::new(&words.button_back(), turn(back)));
    }
    if under.page + 1 < under.pages {
        let label = if under.page == 0 {
            words.button_more()
        } else {
            words.button_next()
        };
        reading.push(Button::new(&label, turn(under.page + 1)));
    }
    if let Some(first) = answer.excerpts.first().filter(|_| more_to_read) {
        let section = Action::Section(SectionRef {
            article: article_key(&first.source.path),
            section: section_key(&first.headings),
            position: first.position,
        });
        reading.push(Button::new(&words.button_section(), section));
    }
    let mut judging = Vec::new();
    // A vote counts for the message that shows the answer, not for what somebody reads beside it.
    if under.audience != Audience::Reader {
        judging.push(Button::of_emoji(UP, Action::Vote(Opinion::Up)));
        judging.push(Button::of_emoji(DOWN, Action::Vote(Opinion::Down)));
    }
    if under.audience == Audience::Everybody {
        judging.push(delete(under.asker));
    }
    // Keep the page buttons in place for readers who turn several pages.
    if under.page == 0 {
        reading.append(&mut judging);
    }
    let mut rows = Row::of_buttons(reading);
    rows.extend(Row::of_buttons(judging));
    rows
}

fn below_nothing(words: Words, answer: &Answer, under: Under) -> Vec<Row> {
    let titles = answer::nearest(&answer.excerpts)
        .into_iter()
        .map(|source| {
            let about = Action::About {
                article: article_key(&source.path),
                asker: under.asker,
            };
            Button::new(&label(&source.title), about)
        })
        .collect();
    let tell = Action::TellEditors {
        question: under.question,
    };
    let mut further = vec![Button::new(&words.button_tell_editors(), tell)];
    if under.audience == Audience::Everybody {
        further.push(delete(under.asker));
    }
    let mut rows = Row::of_buttons(titles);
    rows.extend(Row::of_buttons(further));
    rows
}

fn delete(asker: UserId) -> Button {
    Button::of_emoji(DELETE, Action::Delete { asker })
}

/// A title as a button label, without markup; a title with nothing to show becomes a dot.
fn label(title: &str) -> String {
    let label = escape::plain(title);
    if label.is_empty() {
        "·".to_owned()
    } else {
        label
    }
}

/// Asks somebody who voted against an answer why.
pub(in crate::discord) fn why(words: Words, message: serenity::all::MessageId) -> Body {
    let options = Reason::ALL.iter().map(|reason| {
        let label = match reason {
            Reason::Wrong => words.feedback_wrong(),
            Reason::Outdated => words.feedback_outdated(),
            Reason::OffTopic => words.feedback_off_topic(),
            Reason::Unclear => words.feedback_unclear(),
        };
        (label, reason.word().to_owned())
    });
    let menu = Menu::new(
        &words.feedback_placeholder(),
        options,
        Action::Reason { message },
    );
    Body::new(&words.feedback_thanks()).with(vec![Row::of_menu(menu)])
}

/// What somebody sees about a question that the editors know about, with a button to request or
/// cancel a reminder.
pub(in crate::discord) fn told(
    words: Words,
    sentence: &str,
    missed: MissedId,
    wanted: bool,
) -> Body {
    let remind = Action::Remind {
        missed,
        wanted: !wanted,
    };
    let button = if wanted {
        Button::new(&words.button_tell_me_not(), remind)
    } else {
        Button::new(&words.button_tell_me(), remind).primary()
    };
    Body::new(sentence).with(Row::of_buttons(vec![button]))
}
