//! Finds the headings of a plain text: underlined, in capitals, numbered, or short lines above a
//! paragraph.

use std::collections::BTreeSet;

use super::aligned;
use super::lines::{self, Mark};
use crate::corpus::{furniture_lines, plain};

/// Most words of a heading.
const MAX_WORDS: usize = 14;

/// Most characters of a heading.
const MAX_CHARS: usize = 100;

/// Most words of a heading directly above its paragraph, without a blank line.
const MAX_TIGHT_WORDS: usize = 8;

/// Most consecutive short lines that can all be headings, as in "Part one", "The beginning".
const MAX_ROW: usize = 2;

/// Most digits of a heading's number without a full stop; longer ones are years.
const MAX_BARE_DIGITS: usize = 2;

/// Styles of headings, in order of rank: a lower one is superior.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum HeadingStyle {
    /// `# Heading`, with the number of signs.
    Signs(usize),
    DoubleUnderline,
    Capitals,
    SingleUnderline,
    /// `1.2 Heading`, with the number of numbers.
    Numbered(usize),
    Plain,
}

/// The headings of a text, by line.
#[derive(Debug)]
pub(super) struct Headings {
    /// For each line that is a heading: its level, its text and how many lines it takes.
    found: Vec<Option<(u8, String, usize)>>,
}

impl Headings {
    pub(super) fn of(lines: &[&str]) -> Self {
        let mut fenced = false;
        let styled: Vec<Option<(HeadingStyle, String, usize)>> = (0..lines.len())
            .map(|at| {
                let line = lines.get(at).copied().unwrap_or_default();
                fenced ^= lines::is_fence(line);
                if fenced { None } else { styled(lines, at) }
            })
            .collect();
        let styles: BTreeSet<HeadingStyle> =
            styled.iter().flatten().map(|(style, ..)| *style).collect();
        let level = |style: HeadingStyle| {
            let above = styles.iter().filter(|other| **other < style).count();
            u8::try_from(above + 1).unwrap_or(u8::MAX)
        };
        Self {
            found: styled
                .into_iter()
                .map(|found| found.map(|(style, text, length)| (level(style), text, length)))
                .collect(),
        }
    }

    /// The level and text of the heading that begins at a line.
    pub(super) fn at(&self, line: usize) -> Option<(u8, &str)> {
        match self.found.get(line) {
            Some(Some((level, text, _))) => Some((*level, text)),
            _ => None,
        }
    }

    /// How many lines the heading takes.
    pub(super) fn lines_at(&self, line: usize) -> usize {
        match self.found.get(line) {
            Some(Some((.., length))) => *length,
            _ => 1,
        }
    }
}

fn line<'a>(lines: &[&'a str], at: usize) -> &'a str {
    lines.get(at).map_or("", |line| line.trim())
}

fn styled(lines: &[&str], at: usize) -> Option<(HeadingStyle, String, usize)> {
    let text = line(lines, at);
    let opens_paragraph =
        at == 0 || line(lines, at - 1).is_empty() || lines::is_rule(line(lines, at - 1));
    if text.is_empty() || !opens_paragraph || lines::is_rule(text) {
        return None;
    }
    if let Some((style, text)) = signs(text)
        && !line(lines, at + 1).starts_with('#')
    {
        return Some((style, text.to_owned(), 1));
    }
    if let Some(style) = underline(text, line(lines, at + 1)) {
        return Some((style, text.to_owned(), 2));
    }
    let is_alone = line(lines, at + 1).is_empty();
    let introduces = if is_alone {
        introduces(lines, at, MAX_ROW)
    } else {
        text.split_whitespace().count() <= MAX_TIGHT_WORDS && stands_tightly(lines, at)
    };
    (introduces && is_heading_text(text)).then(|| (style(text), text.to_owned(), 1))
}

fn signs(text: &str) -> Option<(HeadingStyle, &str)> {
    if let Some(found) = wiki_signs(text) {
        return Some(found);
    }
    let rest = text.trim_start_matches('#');
    let count = text.len() - rest.len();
    let title = rest
        .strip_prefix(' ')?
        .trim()
        .trim_end_matches('#')
        .trim_end();
    ((1..=6).contains(&count) && !title.is_empty()).then_some((HeadingStyle::Signs(count), title))
}

/// Parses a heading in wiki syntax: `== Heading ==`.
fn wiki_signs(text: &str) -> Option<(HeadingStyle, &str)> {
    let start = text.len() - text.trim_start_matches('=').len();
    let end = text.len() - text.trim_end_matches('=').len();
    let title = text.get(start..text.len().checked_sub(end)?)?.trim();
    let is_heading = start == end && (1..=6).contains(&start) && !title.is_empty();
    is_heading.then_some((HeadingStyle::Signs(start), title))
}

fn underline(text: &str, below: &str) -> Option<HeadingStyle> {
    let sign = below.chars().next()?;
    let is_underline = below.len() >= 3
        && below.chars().all(|c| c == sign)
        && below.chars().count() * 2 >= text.chars().count()
        && text.chars().count() <= MAX_CHARS;
    match sign {
        '=' if is_underline => Some(HeadingStyle::DoubleUnderline),
        '-' | '~' if is_underline && lines::columns(text).is_none() => {
            Some(HeadingStyle::SingleUnderline)
        }
        _ => None,
    }
}

/// Whether the text below an isolated line is what a heading would introduce.
fn introduces(lines: &[&str], at: usize, row: usize) -> bool {
    let below = (at + 1..lines.len()).find(|below| !line(lines, *below).is_empty());
    let Some(below) = below else { return false };
    let text = line(lines, below);
    if is_body(lines, below) {
        return true;
    }
    let is_other_heading = signs(text).is_some()
        || underline(text, line(lines, below + 1)).is_some()
        || (is_heading_text(text) && line(lines, below + 1).is_empty() && row > 1);
    is_other_heading && introduces(lines, below, row.saturating_sub(1))
}

fn is_body(lines: &[&str], at: usize) -> bool {
    let text = line(lines, at);
    let is_list = matches!(
        lines::marked(text),
        Some((Mark::Bullet | Mark::Number(1), _))
    );
    let is_broken_prose = !line(lines, at + 1).is_empty()
        && plain::is_prose(&format!("{text} {}", line(lines, at + 1)));
    plain::is_prose(text)
        || (plain::ends_sentence(text) && !text.ends_with('?'))
        || is_list
        || lines::columns(text).is_some()
        || lines::is_ruling(text)
        || aligned::begins(lines, at)
        || lines::is_fence(text)
        || lines::quoted(text).is_some()
        || is_broken_prose
        || text.ends_with(':')
        || is_tight_heading(lines, at)
}

/// Whether a short line is directly above a paragraph, with nothing in between.
fn is_tight_heading(lines: &[&str], at: usize) -> bool {
    let text = line(lines, at);
    text.split_whitespace().count() <= MAX_TIGHT_WORDS
        && is_heading_text(text)
        && stands_tightly(lines, at)
}

/// Whether the line below is running text or an item, and not the rest of a broken line.
fn stands_tightly(lines: &[&str], at: usize) -> bool {
    let below = line(lines, at + 1);
    let is_prose = plain::is_prose(below) && !below.starts_with(char::is_lowercase);
    is_prose || matches!(lines::marked(below), Some((Mark::Bullet, _)))
}

fn is_heading_text(text: &str) -> bool {
    let letters = text.chars().find(|c| c.is_alphabetic());
    let is_bullet = matches!(lines::marked(text), Some((Mark::Bullet, _)));
    let ends_open = text.ends_with([
        '.', ',', ';', ':', '!', '…', '。', '、', '，', '；', '：', '！',
    ]) && !(text.ends_with('.') && is_capitals(text));
    letters.is_some_and(|letter| !letter.is_lowercase())
        && !is_bullet
        && !ends_open
        && text.chars().count() <= MAX_CHARS
        && text.split_whitespace().count() <= MAX_WORDS
        && !plain::is_prose(text)
        && lines::columns(text).is_none()
        && lines::quoted(text).is_none()
        && !lines::is_fence(text)
        && furniture_lines::keywords(text).is_none()
        && !furniture_lines::is_sharing(text)
        && !furniture_lines::is_counters(text)
        && !text.starts_with(['"', '“', '„', '«', '(', '['])
}

fn style(text: &str) -> HeadingStyle {
    let number = text.split_whitespace().next().unwrap_or_default();
    let depth = number.split('.').filter(|part| !part.is_empty()).count();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && (number.contains(['.', ')']) || digits <= MAX_BARE_DIGITS)
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ')'));
    if is_number {
        HeadingStyle::Numbered(depth)
    } else if is_capitals(text) {
        HeadingStyle::Capitals
    } else {
        HeadingStyle::Plain
    }
}

fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 2 && !text.chars().any(char::is_lowercase)
}
