//! Makes text that others wrote show as plain text in Discord: no markdown, no mentions, no
//! invisible steering characters; web addresses stay links to where they say, and links that hide
//! their address become their text with the host they lead to.
//!
//! The text is taken apart into [`Unit`]s that may be cut between but never inside, so that a
//! shortened text does not end in half an escape or half an emoji.

mod link;

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

pub(super) use link::link;

/// Parts a mention from a word without being seen.
const ZERO_WIDTH_SPACE: char = '\u{200b}';
/// Words that ping without a `<`.
const PINGING_WORDS: [&str; 2] = ["everyone", "here"];

/// A piece of text that is shown whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit<'a> {
    /// Where it stands in the original text, in bytes.
    pub(super) source: Range<usize>,
    pub(super) kind: Kind,
    /// What to send; empty for a line break.
    pub(super) raw: Cow<'a, str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A character as people see it, escaped.
    Character,
    /// A web address in angle brackets, or where a link led that hid it.
    Link,
    LineBreak,
}

/// Takes text apart. Characters that are not shown give no unit.
pub(super) fn units(text: &str) -> Vec<Unit<'_>> {
    let mut units = Vec::new();
    let mut skip_to = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        if start < skip_to {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        if let Some(masked) = link::leading_masked(rest) {
            let from = start + "[".len();
            units.extend(self::units(masked.text).into_iter().map(|unit| Unit {
                source: unit.source.start + from..unit.source.end + from,
                ..unit
            }));
            skip_to = start + masked.length;
            units.push(Unit {
                source: from + masked.text.len()..skip_to,
                kind: Kind::Link,
                raw: format!(" ({})", line(&masked.host, link::LONGEST)).into(),
            });
            continue;
        }
        if let Some((length, raw)) = link::leading(rest) {
            skip_to = start + length;
            units.push(Unit {
                source: start..skip_to,
                kind: Kind::Link,
                raw: raw.into(),
            });
            continue;
        }
        let source = start..start + grapheme.len();
        if grapheme.chars().any(is_line_break) {
            units.push(Unit {
                source,
                kind: Kind::LineBreak,
                raw: Cow::Borrowed(""),
            });
            continue;
        }
        let raw = if grapheme.chars().all(shows_itself) {
            Cow::Borrowed(grapheme)
        } else {
            Cow::Owned(escaped(grapheme, rest))
        };
        if !raw.is_empty() {
            units.push(Unit {
                source,
                kind: Kind::Character,
                raw,
            });
        }
    }
    units
}

/// Escapes text onto one line of at most `limit` UTF-16 code units, with an ellipsis where it was
/// cut.
pub(super) fn line(text: &str, limit: usize) -> String {
    let units = units(text);
    let width = |unit: &Unit<'_>| match unit.kind {
        Kind::LineBreak => 1,
        Kind::Character | Kind::Link => super::budget::width(&unit.raw),
    };
    let total: usize = units.iter().map(width).sum();
    let room = if total <= limit {
        limit
    } else {
        limit.saturating_sub(1)
    };
    let mut line = String::new();
    let mut used = 0;
    for unit in &units {
        used += width(unit);
        if used > room {
            let end = line.trim_end().len();
            line.truncate(end);
            line.push('…');
            break;
        }
        match unit.kind {
            Kind::LineBreak => line.push(' '),
            Kind::Character | Kind::Link => line.push_str(&unit.raw),
        }
    }
    line
}

/// Text for where Discord knows no markup, such as buttons: one line without what is not shown.
pub(super) fn plain(text: &str) -> String {
    let spaced = |c| {
        if is_line_break(c) || c == '\t' {
            ' '
        } else {
            c
        }
    };
    let shown: String = text.chars().map(spaced).filter(|c| is_shown(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What needs no escape whatever stands around it; most characters of any text.
fn shows_itself(c: char) -> bool {
    c == ' ' || c.is_alphanumeric()
}

/// A character as people see it, so that Discord shows it as it is; `rest` is it and what follows.
fn escaped(grapheme: &str, rest: &str) -> String {
    let mut raw = String::new();
    for (offset, c) in grapheme.char_indices() {
        let behind = rest.get(offset + c.len_utf8()..);
        escape_into(&mut raw, c, behind.unwrap_or_default());
    }
    raw
}

/// Appends one character so that Discord shows it as it is; `rest` is what follows it.
fn escape_into(raw: &mut String, c: char, rest: &str) {
    match c {
        '\t' => raw.push(' '),
        c if !is_shown(c) => {}
        '@' => {
            raw.push_str("\\@");
            if pings(rest) {
                raw.push(ZERO_WIDTH_SPACE);
            }
        }
        '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '#' | '[' | ']' => {
            raw.push('\\');
            raw.push(c);
        }
        ':' if rest.starts_with("//") => raw.push_str("\\:"),
        c => raw.push(c),
    }
}

/// Whether what follows an `@` is, to the eye, one of the words that ping.
fn pings(rest: &str) -> bool {
    PINGING_WORDS.iter().any(|word| {
        let mut shown = rest.chars().filter(|c| is_shown(*c));
        word.chars()
            .all(|c| shown.next().is_some_and(|s| s.eq_ignore_ascii_case(&c)))
    })
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// False for control characters, direction overrides and invisible separators. Joiners stay: many
/// scripts and emoji need them.
fn is_shown(c: char) -> bool {
    !(c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        line(text, 2_000)
    }

    #[test]
    fn markdown_shows_as_it_was_typed() {
        assert_eq!(escaped("**a** _b_ ~~c~~"), r"\*\*a\*\* \_b\_ \~\~c\~\~");
        assert_eq!(escaped("||spoiler|| `code`"), r"\|\|spoiler\|\| \`code\`");
        assert_eq!(escaped("# big\n-# small"), r"\# big -\# small");
        assert_eq!(escaped(r"a\b"), r"a\\b");
        assert_eq!(
            escaped("[bank](steam://run/1)"),
            r"\[bank\](steam\://run/1)"
        );
    }

    #[test]
    fn a_link_that_hides_its_address_says_where_it_leads() {
        for (text, shown) in [
            ("[bank](https://evil.example)!", "bank (evil.example)!"),
            (
                "[a *b*](<http://x.example/y_(z)> \"t\")c",
                r"a \*b\* (x.example)c",
            ),
            (
                "[@everyone](https://@everyone.example)",
                "\\@\u{200b}everyone (everyone.example)",
            ),
            ("[](https://evil.example)", "(evil.example)"),
            (
                "[https://bank.example](https://evil.example)",
                "<https://bank.example/> (evil.example)",
            ),
            ("[a](https://evil.example", r"\[a\](<https://evil.example/>"),
            ("[a] (https://b.example)", r"\[a\] (<https://b.example/>)"),
        ] {
            assert_eq!(escaped(text).trim_start(), shown, "{text}");
        }
    }

    #[test]
    fn nothing_pings_or_becomes_a_mention() {
        assert_eq!(escaped("<@123> <@&4> <#5>"), r"\<\@123\> \<\@&4\> \<\#5\>");
        assert_eq!(
            escaped("</ask:1> <:a:1> <t:1:R>"),
            r"\</ask:1\> \<:a:1\> \<t:1:R\>"
        );
        assert_eq!(
            escaped("@everyone @Here"),
            "\\@\u{200b}everyone \\@\u{200b}Here"
        );
        assert_eq!(escaped("@\u{202e}every\u{200b}one"), "\\@\u{200b}everyone");
        assert_eq!(escaped("me@example.org"), r"me\@example.org");
    }

    #[test]
    fn addresses_are_links_to_where_they_say() {
        for (text, shown) in [
            ("see https://a.example/x_y.", "see <https://a.example/x_y>."),
            ("(http://a.example)", "(<http://a.example/>)"),
            (
                "https://a.example/wiki/A_(b)",
                "<https://a.example/wiki/A_(b)>",
            ),
            ("HTTPS://A.Example/x、次", "<https://a.example/x>、次"),
            (
                "https://bank.example@evil.example/",
                "<https://evil.example/>",
            ),
            (
                "https://a.example/@everyone",
                "<https://a.example/%40everyone>",
            ),
            ("https://a.example/**", "<https://a.example/%2A%2A>"),
            ("steam://run/1", r"steam\://run/1"),
            ("https://", r"https\://"),
        ] {
            assert_eq!(escaped(text), shown, "{text}");
        }
    }

    #[test]
    fn a_cut_falls_between_characters() {
        assert_eq!(line("****", 5), r"\*\*…");
        assert_eq!(line("👩‍👩‍👧‍👧👩‍👩‍👧‍👧", 12), "👩‍👩‍👧‍👧…");
        assert_eq!(line("one two", 5), "one…");
        assert_eq!(line("one", 3), "one");
        assert_eq!(line("one", 0), "…");
    }
}
