//! Passages that nobody asked for in so many words: for a helper to choose from, for a new post in
//! a forum, and the one that was chosen.

use super::answer::{EXCERPTS, source_line};
use super::budget::{Page, width};
use super::quote::Quote;
use crate::answer::Excerpt;
use crate::discord::message::LIMIT;
use crate::discord::words::Words;

/// Room for a quote beside others, in UTF-16 code units: about six lines on a phone.
const BESIDE_OTHERS: usize = 320;
/// Room for a quote that stands alone.
const ALONE: usize = 900;
/// A shorter quote is not worth showing.
const SHORTEST: usize = 40;

/// An opening and passages below it, numbered where several can be chosen from; and how many of
/// them there was room for.
pub(in crate::discord) fn found(
    words: Words,
    opening: &str,
    excerpts: &[Excerpt],
    numbered: bool,
) -> (String, usize) {
    let mut page = Page::default();
    page.push(opening);
    let mut shown = 0;
    for excerpt in excerpts.iter().take(EXCERPTS) {
        let number = if numbered {
            format!("**{}**\n", shown + 1)
        } else {
            String::new()
        };
        let room = page.left().saturating_sub(width(&number));
        let Some(passage) = passage(words, excerpt, room, BESIDE_OTHERS) else {
            break;
        };
        if !page.push(&format!("{number}{passage}")) {
            break;
        }
        shown += 1;
    }
    (page.finish(), shown)
}

/// A passage that somebody chose for somebody else, with the quiet lines around it; `None` if it
/// holds nothing that can be shown.
pub(in crate::discord) fn suggested(
    words: Words,
    excerpt: &Excerpt,
    above: Option<&str>,
    helper: &str,
) -> Option<String> {
    let above = above.map(|line| format!("{line}\n")).unwrap_or_default();
    let below = words.suggested_by(helper);
    let room = LIMIT.saturating_sub(width(&above) + width(&below) + 1);
    let passage = passage(words, excerpt, room, ALONE)?;
    Some(format!("{above}{passage}\n{below}"))
}

/// A quote with its source in at most `room`, the quote in at most `longest`.
fn passage(words: Words, excerpt: &Excerpt, room: usize, longest: usize) -> Option<String> {
    let source = source_line(words, &excerpt.source, &excerpt.headings);
    let left = room.checked_sub(width(&source) + "\n\n".len())?;
    if left < SHORTEST {
        return None;
    }
    let quote = Quote::new(excerpt).within(left.min(longest))?;
    Some(format!("{quote}\n{source}"))
}
