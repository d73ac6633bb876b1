//! Changes to how questions are answered: what a change says, what it would do, and the list of
//! changes made.

use super::explanation::state;
use super::lists::{Listed, person};
use crate::app::{Effect, Outlook};
use crate::discord::budget::{Page, width};
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{Change, ChangeKind, ChangeState, Proposal};
use lodestar_engine::answer::Pin;

/// Room for questions, places, words and reasons, in UTF-16 code units.
const QUESTION: usize = 100;
const PLACE: usize = 80;
const REASON: usize = 80;

/// What a change says.
pub(in crate::discord) fn change(words: Words, change: &Change) -> String {
    said(words, change.kind, &change.subject, &change.value)
}

fn said(words: Words, kind: ChangeKind, subject: &str, value: &str) -> String {
    match kind {
        ChangeKind::Synonym => words.change_synonym(&escape::line(value, QUESTION)),
        ChangeKind::Pin => {
            let pin: Option<Pin> = serde_json::from_str(value).ok();
            let place = pin.map(|pin| {
                let place = std::iter::once(pin.article).chain(pin.headings);
                place.collect::<Vec<_>>().join(" › ")
            });
            let place = escape::line(&place.unwrap_or_default(), PLACE);
            words.change_pin(&escape::line(subject, QUESTION), &place)
        }
        ChangeKind::Trust => words.change_trust(&escape::line(subject, PLACE), value),
        ChangeKind::Confidence => words.change_confidence(&escape::line(value, REASON)),
    }
}

/// What a proposal would do to the questions it was tried on.
pub(in crate::discord) fn preview(
    words: Words,
    proposal: &Proposal,
    effects: &[Effect],
    tried: usize,
) -> String {
    let mut page = Page::default();
    let said = said(words, proposal.kind, &proposal.subject, &proposal.value);
    page.push(&words.tune_effects(&said, effects.len(), tried));
    let spare = width(&words.and_more(effects.len())) + 1;
    for (shown, effect) in effects.iter().enumerate() {
        let line = words.tune_effect(
            &escape::line(&effect.question, QUESTION),
            &outlook(words, &effect.before),
            &outlook(words, &effect.after),
        );
        if page.left() < width(&line) + 1 + spare {
            page.push(&words.and_more(effects.len() - shown));
            break;
        }
        page.push(&line);
    }
    page.finish()
}

fn outlook(words: Words, outlook: &Outlook) -> String {
    let place = outlook.first.as_deref().unwrap_or("–");
    words.tune_outlook(state(outlook.state), &escape::line(place, PLACE))
}

/// The changes made, with who, when and why.
pub(in crate::discord) fn changes(words: Words, changes: &[Change]) -> Listed {
    let entry = |(number, change): (usize, &Change)| {
        let mut entry = format!(
            "{number}. {}\n-# {}",
            self::change(words, change),
            words.change_by(
                &person(words, change.author),
                &words.relative(change.changed_at),
                &escape::line(&change.reason, REASON),
            )
        );
        if let (ChangeState::Undone, Some(when)) = (change.state, change.undone_at) {
            let by = person(words, change.undone_by);
            entry.push_str(" · ");
            entry.push_str(&words.change_undone(&by, &words.relative(when)));
        }
        entry
    };
    Listed {
        heading: words.changes_heading(),
        nothing: words.changes_none(),
        entries: (1..).zip(changes).map(entry).collect(),
    }
}
