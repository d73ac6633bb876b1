//! Passages that nobody asked for explicitly: to choose from for somebody else, for a new forum
//! post, and the chosen one.

use super::answer::{EXCERPTS, source_line};
use super::quote::Quote;
use crate::discord::budget::LIMIT;
use crate::discord::budget::{Page, width};
use crate::discord::words::Words;
use lodestar_engine::answer::Excerpt;

/// Room for a quote beside others, in UTF-16 code units: about six lines on a phone.
const BESIDE_OTHERS: usize = 320;
/// Room for a quote on its own.
const ALONE: usize = 900;
/// A shorter quote is not worth showing.
const SHORTEST: usize = 40;

/// An opening with passages below it, numbered if there are several to choose from; also returns
/// how many fit.
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
/// contains nothing to show.
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use lodestar_engine::article::{Source, Trust};
    use lodestar_engine::language::Language;

    fn excerpt(title: &str, text: &str) -> Excerpt {
        Excerpt {
            source: Arc::new(Source {
                path: "a.md".to_owned(),
                title: title.to_owned(),
                url: Some(format!("https://town.example/{}", "x".repeat(300))),
                date: None,
                updated: None,
                author: None,
                language: Language::English,
                tags: Vec::new(),
                trust: Trust::Low,
                references: Vec::new(),
            }),
            headings: vec![title.to_owned()],
            position: 0,
            text: text.to_owned(),
            sentence: 0..0,
            highlights: Vec::new(),
            score: 1.0,
        }
    }

    #[test]
    fn passages_are_numbered_where_one_is_chosen() {
        let excerpts = [excerpt("Tea", "Hot water."), excerpt("Milk", "White.")];
        let (text, shown) = found(Words::ENGLISH, "Choose:", &excerpts, true);
        assert_eq!(shown, 2);
        assert!(
            text.starts_with("Choose:\n**1**\n> Hot water.\n-# "),
            "{text}"
        );
        assert!(text.contains("\n**2**\n> White.\n-# "), "{text}");
        let (text, _) = found(Words::ENGLISH, "Perhaps:", &excerpts, false);
        assert!(!text.contains("**1**"), "{text}");
    }

    #[test]
    fn what_is_suggested_says_for_what_and_by_whom() {
        let excerpt = excerpt("Tea", "Hot water.");
        let text = suggested(Words::ENGLISH, &excerpt, Some("For it:"), "<@7>").unwrap();
        assert!(text.starts_with("For it:\n> Hot water.\n-# Tea"), "{text}");
        assert!(text.ends_with("\n-# Suggested by <@7>"), "{text}");
        let blank = self::excerpt("Tea", "\u{200b}");
        assert_eq!(suggested(Words::ENGLISH, &blank, None, "<@7>"), None);
    }

    proptest! {
        #[test]
        fn any_text_fits_and_pings_nobody(title in "\\PC{1,200}", text in "\\PC{1,3000}") {
            let text = format!("{text} @everyone <@5>");
            let excerpts = vec![excerpt(&title, &text); 5];
            let (shown, count) = found(Words::ENGLISH, "Choose:", &excerpts, true);
            prop_assert!(width(&shown) <= LIMIT && count <= EXCERPTS);
            let posted = suggested(Words::ENGLISH, &excerpts[0], None, "<@7>");
            let posted = posted.unwrap_or_default().replace("<@7>", "");
            for text in [shown, posted] {
                prop_assert!(width(&text) <= LIMIT);
                let bare = text.replace("\\<", "");
                prop_assert!(!bare.contains("@everyone") && !bare.contains("<@"), "{}", text);
            }
        }
    }
}
