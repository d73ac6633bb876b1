//! What a press on a button or a choice in a menu asks for, encoded in its `custom_id`.
//!
//! The `custom_id` holds everything needed, so buttons keep working after a restart or a reindex.
//! It consists of a verb and base 36 numbers, separated by colons. It comes back from outside, and
//! whatever it says, the worst that parsing returns is `None`. A verb never gets another meaning; a
//! retired verb is reported as too old.

mod corpus;

use std::fmt;

use serenity::all::{MessageId, UserId};

use crate::app::PassageKey;
use crate::store::{ChangeId, MissedId, Opinion, QuestionId};

pub(in crate::discord) use corpus::{CorpusAction, Search};

/// Characters of a `custom_id` at most,
/// <https://docs.discord.com/developers/components/reference#anatomy-of-a-component>.
#[cfg(test)]
const LIMIT: usize = 100;
/// The base of numbers.
const RADIX: u32 = 36;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Action {
    /// Shows a page of passages, counted from 0, for a question that `generation` answered first.
    Page {
        question: QuestionId,
        asker: UserId,
        page: u32,
        generation: u64,
    },
    /// Shows the whole section of a passage.
    Section(SectionRef),
    /// Likes or dislikes the answer that the message shows.
    Vote(Opinion),
    /// Gives a reason for disliking the answer that another message shows; the reason is chosen.
    Reason { message: MessageId },
    /// Deletes the message.
    Delete { asker: UserId },
    /// Asks about an article, by [`crate::app::article_key`].
    About { article: u64, asker: UserId },
    /// Tells the editors that a question is not covered.
    TellEditors { question: QuestionId },
    /// Asks for a message when there is an answer, or cancels that.
    Remind { missed: MissedId, wanted: bool },
    /// Forgets whoever presses it, or does not.
    Forget { sure: bool },
    /// Posts a passage as a reply to a message.
    Post {
        message: MessageId,
        passage: PassageKey,
    },
    /// Marks a forum post as solved by the message.
    Solved { asker: UserId },
    /// Something about the corpus.
    Corpus(CorpusAction),
    /// Cancels a reindex, by [`crate::app::RunningReindex::key`].
    CancelReindex { run: u64 },
    /// Makes a release live, by [`crate::app::Release::key`].
    Publish { release: u64 },
    /// Drops a release.
    Discard { release: u64 },
    /// Shows a page of what a release changes, counted from 0.
    Details { release: u64, page: u32 },
    /// Turns to a page of a list for admins, counted from 0.
    List { list: List, page: u32 },
    /// Applies a proposed change, or drops it.
    Apply { change: ChangeId, sure: bool },
    /// Undoes a change.
    Undo { change: ChangeId },
}

/// A list for admins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum List {
    Gaps,
    Golden,
    Changes,
    Audit,
}

impl List {
    /// In the order of their numbers, which never change.
    const ALL: &[Self] = &[Self::Gaps, Self::Golden, Self::Changes, Self::Audit];

    fn number(self) -> u64 {
        let place = Self::ALL.iter().position(|it| *it == self);
        u64::try_from(place.unwrap_or_default()).unwrap_or_default()
    }

    fn of(number: u64) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }
}

/// A section of an article as it was when the button was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct SectionRef {
    /// By [`crate::app::article_key`].
    pub(in crate::discord) article: u64,
    /// By [`crate::app::section_key`].
    pub(in crate::discord) section: u64,
    /// The position of the passage, to tell sections with the same headings apart.
    pub(in crate::discord) position: u32,
}

impl Action {
    /// Parses a `custom_id`; `None` for one that this version does not know.
    pub(in crate::discord) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let verb = parts.next()?;
        if verb == "corpus" {
            return CorpusAction::parse(parts).map(Self::Corpus);
        }
        let mut next = || number(parts.next()?);
        let action = match verb {
            "page" => Self::Page {
                question: QuestionId(next()?),
                asker: id(next()?)?,
                page: u32::try_from(next()?).ok()?,
                generation: next()?,
            },
            "section" => Self::Section(SectionRef {
                article: next()?,
                section: next()?,
                position: u32::try_from(next()?).ok()?,
            }),
            "up" => Self::Vote(Opinion::Up),
            "down" => Self::Vote(Opinion::Down),
            "why" => Self::Reason {
                message: id(next()?)?,
            },
            "delete" => Self::Delete {
                asker: id(next()?)?,
            },
            "about" => Self::About {
                article: next()?,
                asker: id(next()?)?,
            },
            "tell" => Self::TellEditors {
                question: QuestionId(next()?),
            },
            "remind" => Self::Remind {
                missed: MissedId(next()?),
                wanted: next()? == 1,
            },
            "forget" => Self::Forget { sure: next()? == 1 },
            "post" => Self::Post {
                message: id(next()?)?,
                passage: PassageKey {
                    article: next()?,
                    position: u32::try_from(next()?).ok()?,
                    text: next()?,
                },
            },
            "solved" => Self::Solved {
                asker: id(next()?)?,
            },
            "list" => Self::List {
                list: List::of(next()?)?,
                page: u32::try_from(next()?).ok()?,
            },
            "apply" => Self::Apply {
                change: ChangeId(next()?),
                sure: next()? == 1,
            },
            "undo" => Self::Undo {
                change: ChangeId(next()?),
            },
            "cancel" => Self::CancelReindex { run: next()? },
            "publish" => Self::Publish { release: next()? },
            "discard" => Self::Discard { release: next()? },
            "details" => Self::Details {
                release: next()?,
                page: u32::try_from(next()?).ok()?,
            },
            _ => return None,
        };
        parts.next().is_none().then_some(action)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (verb, numbers): (&str, &[u64]) = match self {
            Self::Page {
                question,
                asker,
                page,
                generation,
            } => (
                "page",
                &[question.0, asker.get(), u64::from(*page), *generation],
            ),
            Self::Section(it) => ("section", &[it.article, it.section, u64::from(it.position)]),
            Self::Vote(Opinion::Up) => ("up", &[]),
            Self::Vote(Opinion::Down) => ("down", &[]),
            Self::Reason { message } => ("why", &[message.get()]),
            Self::Delete { asker } => ("delete", &[asker.get()]),
            Self::About { article, asker } => ("about", &[*article, asker.get()]),
            Self::TellEditors { question } => ("tell", &[question.0]),
            Self::Remind { missed, wanted } => ("remind", &[missed.0, u64::from(*wanted)]),
            Self::Forget { sure } => ("forget", &[u64::from(*sure)]),
            Self::Post { message, passage } => (
                "post",
                &[
                    message.get(),
                    passage.article,
                    u64::from(passage.position),
                    passage.text,
                ],
            ),
            Self::Solved { asker } => ("solved", &[asker.get()]),
            Self::List { list, page } => ("list", &[list.number(), u64::from(*page)]),
            Self::Apply { change, sure } => ("apply", &[change.0, u64::from(*sure)]),
            Self::Undo { change } => ("undo", &[change.0]),
            Self::CancelReindex { run } => ("cancel", &[*run]),
            Self::Publish { release } => ("publish", &[*release]),
            Self::Discard { release } => ("discard", &[*release]),
            Self::Details { release, page } => ("details", &[*release, u64::from(*page)]),
            Self::Corpus(action) => return action.fmt(f),
        };
        f.write_str(verb)?;
        numbers.iter().try_for_each(|number| {
            f.write_str(":")?;
            write_number(f, *number)
        })
    }
}

fn number(text: &str) -> Option<u64> {
    // `from_str_radix` would also accept a sign.
    let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then(|| u64::from_str_radix(text, RADIX).ok())?
}

/// Discord's ids are never 0.
fn id<Id: From<u64>>(number: u64) -> Option<Id> {
    (number != 0).then(|| Id::from(number))
}

fn write_number(f: &mut fmt::Formatter<'_>, number: u64) -> fmt::Result {
    let radix = u64::from(RADIX);
    if number >= radix {
        write_number(f, number / radix)?;
    }
    let digit = u32::try_from(number % radix).unwrap_or_default();
    fmt::Write::write_char(f, char::from_digit(digit, RADIX).unwrap_or('0'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn largest() -> Vec<Action> {
        let (asker, question) = (UserId::new(u64::MAX), QuestionId(u64::MAX));
        vec![
            Action::Page {
                question,
                asker,
                page: u32::MAX,
                generation: u64::MAX,
            },
            Action::Section(SectionRef {
                article: u64::MAX,
                section: u64::MAX,
                position: u32::MAX,
            }),
            Action::Vote(Opinion::Up),
            Action::Vote(Opinion::Down),
            Action::Reason {
                message: MessageId::new(u64::MAX),
            },
            Action::Delete { asker },
            Action::About {
                article: u64::MAX,
                asker,
            },
            Action::TellEditors { question },
            Action::Remind {
                missed: MissedId(u64::MAX),
                wanted: true,
            },
            Action::Forget { sure: true },
            Action::Forget { sure: false },
            Action::Post {
                message: MessageId::new(u64::MAX),
                passage: PassageKey {
                    article: u64::MAX,
                    position: u32::MAX,
                    text: u64::MAX,
                },
            },
            Action::Solved { asker },
            Action::List {
                list: List::Audit,
                page: u32::MAX,
            },
            Action::Apply {
                change: ChangeId(u64::MAX),
                sure: true,
            },
            Action::Undo {
                change: ChangeId(u64::MAX),
            },
            Action::CancelReindex { run: u64::MAX },
            Action::Publish { release: u64::MAX },
            Action::Discard { release: u64::MAX },
            Action::Details {
                release: u64::MAX,
                page: u32::MAX,
            },
        ]
    }

    #[test]
    fn every_action_fits_and_parses_back() {
        for action in largest() {
            let text = action.to_string();
            assert!(text.len() <= LIMIT, "{text}");
            assert_eq!(Action::parse(&text), Some(action), "{text}");
        }
    }

    #[test]
    fn foreign_ids_parse_to_nothing() {
        for text in [
            "",
            ":",
            "page",
            "page:1:2:3",
            "page:1:2:3:4:5",
            "page:1:0:3:4",
            "page:+1:2:3:4",
            "page:1:2:zzzzzzzzzz:4",
            "delete:zzzzzzzzzzzzzzzzzz",
            "up:1",
            "list:9:0",
            "moreof:1",
            "🦀",
        ] {
            assert_eq!(Action::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_numbers_parse_back(
            question: u64, asker in 1..u64::MAX, page: u32, generation: u64,
        ) {
            let action = Action::Page {
                question: QuestionId(question),
                asker: UserId::new(asker),
                page,
                generation,
            };
            prop_assert_eq!(Action::parse(&action.to_string()), Some(action));
        }

        #[test]
        fn any_text_parses_or_is_refused(text in "[a-z:+0-9é-]{0,120}|\\PC{0,50}") {
            let _ = Action::parse(&text);
        }
    }
}
