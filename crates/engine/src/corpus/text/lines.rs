//! Classifies lines of plain text, and decides when two lines are one.

use crate::corpus::plain;

/// Most characters of a line broken by hand; longer lines are whole paragraphs, unless they stop in
/// mid-sentence.
const MAX_WIDTH: usize = 120;

/// Fewest characters at which lines count as broken; shorter lines are a list or a poem.
const MIN_WIDTH: usize = 50;

/// Fewest characters of a rule (`-----`).
const MIN_RULE: usize = 3;

/// Most digits of a list's number; longer ones are years.
const MAX_NUMBER_DIGITS: usize = 3;

/// What a list item begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    Number(u32),
}

/// The mark and the text of an item.
pub(super) fn marked(line: &str) -> Option<(Mark, &str)> {
    let line = line.trim_start();
    let mut chars = line.chars();
    let first = chars.next()?;
    if matches!(
        first,
        '-' | '*' | '+' | '•' | '‣' | '◦' | '▪' | '●' | '·' | '–'
    ) || line.starts_with("o  ")
    {
        let text = chars.as_str();
        return (text.starts_with([' ', '\t']) && !text.trim().is_empty())
            .then(|| (Mark::Bullet, text.trim_start()));
    }
    if let Some(text) = line.strip_prefix('・') {
        return Some((Mark::Bullet, text.trim_start())).filter(|_| !text.trim().is_empty());
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || digits > MAX_NUMBER_DIGITS {
        return None;
    }
    let (number, rest) = line.split_at_checked(digits)?;
    let text = rest.strip_prefix(['.', ')'])?;
    (text.starts_with([' ', '\t']) && !text.trim().is_empty())
        .then(|| number.parse().ok())
        .flatten()
        .map(|number| (Mark::Number(number), text.trim_start()))
}

/// Whether a line repeats a single sign: `-----`, `* * *`.
pub(super) fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = signs.next() else {
        return false;
    };
    matches!(first, '-' | '=' | '*' | '_' | '~' | '#' | '+')
        && signs.clone().count() + 1 >= MIN_RULE
        && signs.all(|sign| sign == first)
}

pub(super) fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

/// The text of a line quoted with `>`. Three in a row are a prompt (`>>> run()`).
pub(super) fn quoted(line: &str) -> Option<&str> {
    let text = line.trim_start().strip_prefix('>')?;
    if text.starts_with(">>") {
        return None;
    }
    (text.is_empty() || text.starts_with([' ', '>'])).then(|| text.trim_start_matches(['>', ' ']))
}

/// The columns of a table row, separated by tabs, or by bars that also open or close the line.
pub(super) fn columns(line: &str) -> Option<Vec<&str>> {
    let line = line.trim_end();
    let parts: Vec<&str> = if line.trim_start().contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else {
        let bare = line.trim_start();
        let inner = bare.strip_prefix('|')?;
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        inner.split('|').map(str::trim).collect()
    };
    (parts.len() > 1).then_some(parts)
}

/// Whether a line is a rule or a table's rule: `---|:--:`, `+----+---+`, `----  ---`.
pub(super) fn is_ruling(line: &str) -> bool {
    let line = line.trim();
    is_rule(line)
        || (line
            .chars()
            .all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' '))
            && (line.contains("--") || line.contains("==")))
}

/// Appends a broken line; a hyphen at the break stays, because it may belong to the word.
pub(super) fn join(text: &mut String, line: &str) {
    let line = line.trim_start();
    let mut end = text.chars().rev();
    let is_hyphenated = end.next() == Some('-')
        && end.next().is_some_and(char::is_alphabetic)
        && line.starts_with(char::is_lowercase);
    if !is_hyphenated {
        text.push(' ');
    }
    text.push_str(line);
}

/// How the lines of a text are broken.
#[derive(Debug)]
pub(super) struct Fold {
    /// The longest line that may have been broken, in characters.
    width: usize,
}

impl Fold {
    pub(super) fn of(lines: &[&str]) -> Self {
        let width = lines
            .iter()
            .map(|line| line.chars().take(MAX_WIDTH + 1).count())
            .filter(|width| *width <= MAX_WIDTH)
            .max()
            .unwrap_or(0)
            .max(MIN_WIDTH);
        Self { width }
    }

    /// Whether the second line continues the first: the first had no room for the second's first
    /// word or stops in mid-sentence, or both are whole sentences.
    pub(super) fn joins(&self, first: &str, second: &str) -> bool {
        let width = first.chars().take(MAX_WIDTH + 1).count();
        let second = second.trim_start();
        if width > MAX_WIDTH {
            return !plain::ends_sentence(first) && second.starts_with(char::is_lowercase);
        }
        let word = second.split_whitespace().next().unwrap_or_default();
        let is_full = width + 1 + word.chars().take(self.width).count() > self.width;
        let goes_on = second.starts_with(char::is_lowercase) && width * 2 >= self.width;
        let are_sentences = plain::is_prose(first)
            && plain::ends_sentence(first)
            && plain::is_prose(second)
            && second.chars().take(MAX_WIDTH + 1).count() <= MAX_WIDTH;
        is_full || goes_on || are_sentences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_distinguished_from_years_and_dashes() {
        assert_eq!(marked("- flour"), Some((Mark::Bullet, "flour")));
        assert_eq!(marked("  2) Stir"), Some((Mark::Number(2), "Stir")));
        assert_eq!(marked("o  sugar"), Some((Mark::Bullet, "sugar")));
        assert_eq!(marked("・砂糖"), Some((Mark::Bullet, "砂糖")));
        assert_eq!(quoted("> > so"), Some("so"));
        assert_eq!(quoted(">>> run()"), None);
        for line in ["2019. A year", "-5 degrees", "3.5 litres", "-", "–"] {
            assert_eq!(marked(line), None, "{line}");
        }
    }

    #[test]
    fn broken_lines_join_and_short_ones_do_not() {
        let text = [
            "The plant in Luqiao was built by Geely, and Volvo Cars took",
            "it over in 2021.",
            "2 eggs",
            "1 litre of milk",
        ];
        let fold = Fold::of(&text);
        assert!(fold.joins(text[0], text[1]));
        assert!(!fold.joins(text[1], text[2]));
        assert!(!fold.joins(text[2], text[3]));
    }

    #[test]
    fn a_long_line_continues_only_in_mid_sentence() {
        let long = "word ".repeat(25);
        let fold = Fold::of(&[]);
        assert!(fold.joins(long.trim_end(), "and so on."));
        assert!(!fold.joins(&format!("{long}end."), "and so on."));
        assert!(!fold.joins(long.trim_end(), "Another paragraph."));
    }
}
