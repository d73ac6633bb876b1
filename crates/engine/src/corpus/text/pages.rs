//! Joins text that was formatted for printing: form feeds separate its pages, and each repeats its
//! header and footer.

use std::collections::HashMap;

/// Fewest pages that repeat a line, apart from numbers, for it to be a header or footer.
const MIN_PAGES: usize = 2;

/// The text without headers and footers; a sentence that crosses a page continues on the next line.
pub(super) fn joined(text: &str) -> String {
    let pages: Vec<Vec<&str>> = text
        .split('\u{c}')
        .map(|page| trimmed(&page.lines().collect::<Vec<_>>()).to_vec())
        .collect();
    let mut pages_with: HashMap<String, usize> = HashMap::new();
    for page in &pages {
        let mut ends: Vec<String> = [page.first(), page.last()]
            .into_iter()
            .flatten()
            .map(|line| key(line))
            .collect();
        ends.dedup();
        for end in ends {
            *pages_with.entry(end).or_default() += 1;
        }
    }
    let repeats = |line: &&str| pages_with.get(&key(line)).copied() >= Some(MIN_PAGES);
    let mut out = String::with_capacity(text.len());
    for page in &pages {
        let mut lines = page.as_slice();
        if let [first, rest @ ..] = lines
            && repeats(first)
        {
            lines = trimmed(rest);
        }
        if let [rest @ .., last] = lines
            && repeats(last)
        {
            lines = trimmed(rest);
        }
        let goes_on = lines
            .first()
            .is_some_and(|line| line.trim_start().starts_with(char::is_lowercase))
            && out.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-'));
        if !out.is_empty() {
            out.push_str(if goes_on { "\n" } else { "\n\n" });
        }
        out.push_str(lines.join("\n").trim_end());
    }
    out
}

/// The lines without empty ones at either end.
fn trimmed<'a, 'b>(mut lines: &'a [&'b str]) -> &'a [&'b str] {
    while let [first, rest @ ..] = lines
        && first.trim().is_empty()
    {
        lines = rest;
    }
    while let [rest @ .., last] = lines
        && last.trim().is_empty()
    {
        lines = rest;
    }
    lines
}

/// A key to compare lines of different pages, without page numbers.
fn key(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_continues_across_pages() {
        let text = "Title\n\nThe water boils for\n\n\nPostel      [Page 1]\n\u{c}\nRFC 1   Tea   1998\n\n\
                    four minutes.\n\nPostel      [Page 2]\n\u{c}\nRFC 1   Tea   1998\n\nThen pour.\n\n\
                    Postel      [Page 3]\n";
        assert_eq!(
            joined(text),
            "Title\n\nThe water boils for\nfour minutes.\n\nThen pour."
        );
    }
}
