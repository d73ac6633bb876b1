//! An answer whose sources changed: what they say now, above the earlier text of the message.
//!
//! The correction is enclosed by two lines that begin like no other line of the bot's, so that it
//! can be found and replaced, never repeated, whatever its language. The same message and sources
//! always give exactly the same text.

use jiff::Timestamp;

use super::addressed;
use super::answer::source_line;
use super::quote::Quote;
use crate::discord::budget::{Page, width};
use crate::discord::words::Words;
use lodestar_engine::answer::Excerpt;

/// Begins a correction.
const BEGIN: &str = "✏️ ";
/// Begins the line that ends it.
const END: &str = "-# ✏️⬇️ ";
/// Replaces lines of the earlier answer that do not fit.
const CUT: &str = "-# …";
/// Room for the new text of a passage, alone and beside others, in UTF-16 code units.
const ONLY_QUOTE: usize = 700;
const EACH_QUOTE: usize = 280;

/// What became of the passages that an answer quotes.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Correction<'a> {
    pub(in crate::discord) when: Timestamp,
    /// The replacements of the changed passages.
    pub(in crate::discord) now: &'a [Excerpt],
    /// Whether other passages are gone.
    pub(in crate::discord) some_gone: bool,
}

/// The text of a message without any earlier correction.
pub(in crate::discord) fn uncorrected(content: &str) -> String {
    let lines: Vec<&str> = content.lines().collect();
    let begin = lines.iter().position(|line| line.starts_with(BEGIN));
    let end = begin.and_then(|begin| {
        let end = lines
            .iter()
            .skip(begin)
            .position(|it| it.starts_with(END))?;
        Some(begin + end)
    });
    let (Some(begin), Some(end)) = (begin, end) else {
        return content.trim().to_owned();
    };
    let kept = lines.iter().take(begin).chain(lines.iter().skip(end + 1));
    let kept: Vec<&str> = kept.copied().collect();
    kept.join("\n").trim().to_owned()
}

/// The message with its correction; `before` is what [`uncorrected`] left of it.
pub(in crate::discord) fn corrected(
    words: Words,
    before: &str,
    correction: &Correction<'_>,
) -> String {
    let mut page = Page::default();
    let head = addressed::head(before);
    let before = head.map_or(before, |head| before.get(head.len()..).unwrap_or_default());
    if let Some(head) = head {
        page.push(head);
    }
    let when = format!("<t:{}:D>", correction.when.as_second());
    if correction.now.is_empty() {
        page.push(&format!("{BEGIN}{}", words.source_gone(&when)));
    } else {
        page.push(&format!("{BEGIN}{}", words.source_changed(&when)));
        push_excerpts(words, &mut page, correction.now);
        if correction.some_gone {
            page.push(&words.further_source_gone());
        }
    }
    page.push(&format!("{END}{}", words.answer_before()));
    push_before(&mut page, before.trim());
    page.finish()
}

fn push_excerpts(words: Words, page: &mut Page, excerpts: &[Excerpt]) {
    let longest = match excerpts {
        [_] => ONLY_QUOTE,
        _ => EACH_QUOTE,
    };
    for excerpt in excerpts {
        let source = source_line(words, &excerpt.source, &excerpt.headings);
        if let Some(quote) = Quote::new(excerpt).within(longest) {
            page.push(&format!("{quote}\n{source}"));
        }
    }
}

/// Adds as many of the first lines as fit.
fn push_before(page: &mut Page, before: &str) {
    let all = width(before) < page.left();
    let room = width(CUT) + "\n".len();
    for line in before.lines() {
        if !all && (width(line) + "\n".len() + room > page.left() || line == CUT) {
            page.push(CUT);
            return;
        }
        page.push(line);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::discord::budget::LIMIT;
    use lodestar_engine::article::{Source, Trust};
    use lodestar_engine::language::Language;

    const BEFORE: &str = "**Tea is hot.**\n> Tea is hot. Always.\n-# Tea › Heat";

    fn excerpt(title: &str, text: &str) -> Excerpt {
        Excerpt {
            source: Arc::new(Source {
                path: "tea.md".to_owned(),
                title: title.to_owned(),
                url: None,
                date: None,
                updated: None,
                author: None,
                language: Language::English,
                tags: Vec::new(),
                trust: Trust::Normal,
                references: Vec::new(),
            }),
            headings: vec!["Heat".to_owned()],
            position: 0,
            text: text.to_owned(),
            sentence: 0..0,
            highlights: Vec::new(),
            score: 1.0,
        }
    }

    fn shown(before: &str, now: &[Excerpt], some_gone: bool) -> String {
        let correction = Correction {
            when: Timestamp::UNIX_EPOCH,
            now,
            some_gone,
        };
        corrected(Words::ENGLISH, before, &correction)
    }

    #[test]
    fn what_the_source_says_now_stands_above_what_it_said() {
        let now = [excerpt("Tea", "Tea is cold.")];
        assert_eq!(
            shown(BEFORE, &now, false),
            "✏️ Source changed on <t:0:D>. It now says:\n> Tea is cold.\n-# Tea › Heat\n\
             -# ✏️⬇️ The answer before that:\n\
             **Tea is hot.**\n> Tea is hot. Always.\n-# Tea › Heat"
        );
        assert_eq!(
            shown(BEFORE, &[], true),
            "✏️ Source changed on <t:0:D>. The passage quoted here is no longer in the articles.\n\
             -# ✏️⬇️ The answer before that:\n\
             **Tea is hot.**\n> Tea is hot. Always.\n-# Tea › Heat"
        );
        let both = shown(BEFORE, &now, true);
        assert!(
            both.contains("\nAnother passage quoted here is no longer"),
            "{both}"
        );
    }

    #[test]
    fn whom_an_answer_is_for_stays_in_its_first_line() {
        let before = format!("{}\n{BEFORE}", Words::ENGLISH.answer_for("<@42>"));
        let shown = shown(&before, &[], true);
        assert!(
            shown.starts_with("For <@42>:\n✏️ Source changed"),
            "{shown}"
        );
        assert_eq!(uncorrected(&shown), before);
    }

    #[test]
    fn a_correction_is_found_again_in_every_language() {
        let languages = Words::translations().map(|(_, words)| words);
        for words in languages.chain([Words::ENGLISH]) {
            let correction = Correction {
                when: Timestamp::UNIX_EPOCH,
                now: &[excerpt("Tea", "Tea is cold.")],
                some_gone: true,
            };
            let text = corrected(words, BEFORE, &correction);
            assert_eq!(uncorrected(&text), BEFORE);
        }
        for other in ["", "✏️ no correction", "> ✏️ quoted\n-# ✏️⬇️ Title"] {
            assert_eq!(uncorrected(other), other);
        }
    }

    proptest! {
        #[test]
        fn any_text_fits_and_a_correction_made_again_changes_nothing(
            before in "(\\PC|[\n>*#`]){0,2000}",
            text in "(\\PC|[\n>*#`✏️]){1,1500}",
            title in "\\PC{1,200}",
            count in 0_usize..4,
        ) {
            let now = vec![excerpt(&title, &text); count];
            let once = shown(&uncorrected(&before), &now, true);
            prop_assert!(width(&once) <= LIMIT);
            let again = shown(&uncorrected(&once), &now, true);
            prop_assert_eq!(once, again);
        }
    }
}
