//! Cleans up a question as typed in a chat, leaving what to search for.

use serde::Serialize;

/// Most bytes of a question that are read, to keep cleaning cheap.
const MAX_RAW_BYTES: usize = 64 * 1024;

/// Opens and closes a code block.
const FENCE: &str = "```";

/// A cleaned question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The text to search for: one line, at most the configured number of characters, possibly
    /// empty.
    pub text: String,
    /// Number of characters cut off because the question was too long.
    pub cut: usize,
}

impl Question {
    /// Removes mentions, custom emoji, links, Markdown, code blocks, control and bidirectional
    /// characters, and keeps the first `max_chars` characters.
    #[must_use]
    pub fn clean(typed: &str, max_chars: usize) -> Self {
        let (looked_at, rest) = typed.split_at(typed.floor_char_boundary(MAX_RAW_BYTES));
        let visible: String = looked_at.chars().filter_map(visible).collect();
        let outside = without_code_blocks(&visible);
        let prose = if outside.trim().is_empty() {
            visible.replace(FENCE, " ")
        } else {
            outside
        };
        let text = one_line(&without_markup(&prose));
        let length = text.chars().count();
        let mut cut = length.saturating_sub(max_chars);
        let text = if cut == 0 {
            text
        } else {
            text.chars().take(max_chars).collect()
        };
        cut += rest.chars().count();
        Self {
            text: text.trim_end().to_owned(),
            cut,
        }
    }

    /// Whether it is phrased as a question rather than keywords; quotation marks may then merely
    /// set off a name.
    #[must_use]
    pub(crate) fn is_asked(&self) -> bool {
        self.text.ends_with(['?', '？', '؟'])
    }
}

/// The character to search for; `None` if it is invisible.
fn visible(letter: char) -> Option<char> {
    match letter {
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' => {
            None
        }
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => None,
        '\n' => Some('\n'),
        letter if letter.is_control() => Some(' '),
        letter => Some(letter),
    }
}

fn without_code_blocks(text: &str) -> String {
    text.split(FENCE).step_by(2).collect::<Vec<_>>().join(" ")
}

/// Replaces every piece of markup by what it displays, in one pass.
fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let line =
            line.trim_start_matches(|letter: char| letter.is_whitespace() || "#>".contains(letter));
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let skipped = token_length(rest).or_else(|| link_length(rest));
            if let Some(length) = skipped {
                out.push(' ');
                rest = rest.get(length..).unwrap_or_default();
                continue;
            }
            match letter {
                '*' | '`' | '|' | '~' | '\\' => {}
                '_' if !inside_word(&out, rest) => {}
                // The text of a masked link is followed by its address.
                ']' => {
                    let after = rest.get(1..).unwrap_or_default();
                    let address = after
                        .strip_prefix('(')
                        .and_then(|address| address.find(')'))
                        .filter(|&end| {
                            after
                                .get(1..=end)
                                .is_some_and(|address| address.contains("://"))
                        });
                    out.push(' ');
                    rest = address.map_or(after, |end| after.get(end + 2..).unwrap_or_default());
                    continue;
                }
                '[' => out.push(' '),
                other => out.push(other),
            }
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
        out.push(' ');
    }
    out
}

fn inside_word(before: &str, from_underscore: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric)
        && from_underscore
            .chars()
            .nth(1)
            .is_some_and(char::is_alphanumeric)
}

/// Length in bytes of a mention, custom emoji, command mention, timestamp or guild link at the
/// start: `<@1>`, `<#1>`, `<:name:1>`, `</ask:1>`, `<t:1:R>`, `<id:customize>`.
fn token_length(text: &str) -> Option<usize> {
    const LONGEST: usize = 100;
    let inner = text.strip_prefix('<')?;
    let end = inner
        .char_indices()
        .take(LONGEST)
        .find(|&(_, letter)| letter == '>')?
        .0;
    let body = inner.get(..end)?;
    let known = ["@", "#", ":", "a:", "/", "t:", "id:"]
        .iter()
        .any(|start| body.starts_with(start));
    (known && !body.contains(char::is_whitespace) || body.starts_with('/')).then_some(end + 2)
}

/// Length in bytes of an address at the start.
fn link_length(text: &str) -> Option<usize> {
    let bare = text.strip_prefix('<').unwrap_or(text);
    let scheme = ["https://", "http://"].iter().any(|scheme| {
        bare.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if !scheme {
        return None;
    }
    let end = text.find(|letter: char| letter.is_whitespace() || ")]>\"".contains(letter));
    let end = end.unwrap_or(text.len());
    Some(
        if text.get(end..).is_some_and(|rest| rest.starts_with('>')) {
            end + 1
        } else {
            end
        },
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clean(typed: &str) -> String {
        Question::clean(typed, 500).text
    }

    #[test]
    fn chat_markup_is_removed() {
        for (typed, expected) in [
            ("<@123> where is it?", "where is it?"),
            (
                "<@!1> <@&2> <#3> hi <:car:4> <a:go:5> </ask:6> <t:1700000000:R>",
                "hi",
            ),
            (
                "**Where** is the _Polestar 5_ ~~made~~ ||built||?",
                "Where is the Polestar 5 made built?",
            ),
            (
                "see https://example.org/a_b?c=d and <http://x.y>",
                "see and",
            ),
            (
                "[the plant](https://example.org) in `Chengdu`",
                "the plant in Chengdu",
            ),
            ("> quoted\n# big\nwords", "quoted big words"),
            ("why?\n```rust\nlet x = 1;\n```", "why?"),
            ("```\nwhere is it\n```", "where is it"),
            ("a\u{202e}b\u{200b}c\0d", "abc d"),
            ("snake_case stays", "snake_case stays"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("   ", ""),
        ] {
            assert_eq!(clean(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_long_question_is_cut_and_reports_by_how_much() {
        let question = Question::clean(&"å".repeat(620), 500);
        assert_eq!((question.text.chars().count(), question.cut), (500, 120));
        assert_eq!(
            Question::clean(&"x ".repeat(5_000_000), 500)
                .text
                .chars()
                .count(),
            499
        );
    }

    proptest! {
        #[test]
        fn any_text_gives_one_short_line(typed in any::<String>(), max in 1usize..40) {
            let question = Question::clean(&typed, max);
            prop_assert!(question.text.chars().count() <= max);
            prop_assert!(!question.text.contains(char::is_control));
        }
    }
}
