//! Lists for admins, a page at a time.

use crate::discord::api::custom_id::{Action, List};
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::budget::{Page, cut};
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::AuditEntry;

/// Entries on a page: as many as fit at their longest.
const ENTRIES: usize = 5;
/// Room for an entry, in UTF-16 code units.
pub(super) const ENTRY: usize = 340;
/// Room for what an admin did.
const DONE: usize = 240;

/// A list, rendered.
#[derive(Debug)]
pub(in crate::discord) struct Listed {
    pub(super) heading: String,
    /// The sentence for an empty list.
    pub(super) nothing: String,
    pub(super) entries: Vec<String>,
}

/// A page of a list, counted from 0, with buttons to the ones beside it. A number beyond the last
/// page gives the last page.
pub(in crate::discord) fn paged(words: Words, list: List, page: u32, listed: &Listed) -> Body {
    if listed.entries.is_empty() {
        return Body::new(&listed.nothing);
    }
    let pages = listed.entries.len().div_ceil(ENTRIES);
    let number = usize::try_from(page).unwrap_or(usize::MAX).min(pages - 1);
    let foot = match pages {
        1 => Vec::new(),
        _ => vec![words.page_of(number + 1, pages)],
    };
    let mut text = Page::reserving(&foot);
    text.push(&listed.heading);
    for entry in listed.entries.iter().skip(number * ENTRIES).take(ENTRIES) {
        text.push(&cut(entry, ENTRY));
    }
    text.push_reserved(&foot);
    let mut buttons = Vec::new();
    let mut turn = |label: String, to: Option<usize>| {
        if let Some(page) = to.and_then(|to| u32::try_from(to).ok()) {
            buttons.push(Button::new(&label, Action::List { list, page }));
        }
    };
    turn(words.button_back(), number.checked_sub(1));
    turn(
        words.button_next(),
        Some(number + 1).filter(|it| *it < pages),
    );
    Body::new(&text.finish()).with(Row::of_buttons(buttons))
}

/// The items on a page of a list, each with its number in the list, from 1.
pub(in crate::discord) fn on_page<T>(page: u32, items: &[T]) -> impl Iterator<Item = (usize, &T)> {
    let pages = items.len().div_ceil(ENTRIES).max(1);
    let number = usize::try_from(page).unwrap_or(usize::MAX).min(pages - 1);
    (1..).zip(items).skip(number * ENTRIES).take(ENTRIES)
}

/// What admins did.
pub(in crate::discord) fn audit(words: Words, entries: &[AuditEntry]) -> Listed {
    let entry = |entry: &AuditEntry| {
        format!(
            "- {} · {} · {}",
            person(words, entry.who),
            escape::line(&entry.what, DONE),
            words.relative(entry.when)
        )
    };
    Listed {
        heading: words.audit_heading(),
        nothing: words.audit_none(),
        entries: entries.iter().map(entry).collect(),
    }
}

/// Mentions somebody by id, without a notification.
pub(super) fn person(words: Words, id: Option<u64>) -> String {
    id.map_or_else(|| words.somebody(), |id| format!("<@{id}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(count: usize) -> Listed {
        Listed {
            heading: "Things".to_owned(),
            nothing: "None".to_owned(),
            entries: (1..=count)
                .map(|n| format!("- {n} {}", "🦀".repeat(400)))
                .collect(),
        }
    }

    fn shown(page: u32, count: usize) -> serde_json::Value {
        let body = paged(Words::ENGLISH, List::Audit, page, &listed(count));
        serde_json::to_value(body).unwrap()
    }

    #[test]
    fn a_list_is_turned_page_by_page() {
        let first = shown(0, 12);
        let text = first["content"].as_str().unwrap();
        assert!(text.contains("- 5 ") && !text.contains("- 6 "), "{text}");
        assert!(text.encode_utf16().count() <= 2_000);
        assert_eq!(
            first["components"][0]["components"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            shown(1, 12)["components"][0]["components"]
                .as_array()
                .unwrap()
                .len(),
            2
        );
        let last = shown(9, 12);
        assert!(last["content"].as_str().unwrap().contains("- 11 "));
        assert_eq!(shown(0, 0)["content"], "None");
        assert_eq!(shown(0, 5)["components"].as_array().unwrap().len(), 0);
    }

    #[test]
    fn things_keep_their_numbers_on_every_page() {
        let items: Vec<usize> = (1..=7).collect();
        let numbers: Vec<usize> = on_page(1, &items).map(|(number, _)| number).collect();
        assert_eq!(numbers, [6, 7]);
        assert_eq!(on_page(4, &[] as &[usize]).count(), 0);
    }
}
