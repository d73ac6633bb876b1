//! Room in a message, counted as Discord counts at most.

use unicode_segmentation::UnicodeSegmentation as _;

/// Characters of a message at most, <https://docs.discord.com/developers/resources/message>.
/// Counted here in UTF-16 code units, which are never fewer than the code points that Discord
/// counts.
pub(in crate::discord) const LIMIT: usize = 2_000;

/// The length of text in UTF-16 code units.
pub(in crate::discord) fn width(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Cuts a message that is too long, between characters and with an ellipsis. What is rendered with
/// care fits already; this is the last line of defence.
pub(in crate::discord) fn cut(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_owned();
    }
    let mut room = limit.saturating_sub(1);
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        let Some(left) = room.checked_sub(width(grapheme)) else {
            break;
        };
        room = left;
        kept.push_str(grapheme);
    }
    let end = kept.trim_end_matches('\\').len();
    kept.truncate(end);
    kept.push('…');
    kept
}

/// A message that is filled line by line.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
    used: usize,
    /// Kept free for what is written last.
    reserved: usize,
}

impl Page {
    /// Keeps room for `lines` that must not be crowded out.
    pub(super) fn reserving(lines: &[String]) -> Self {
        let reserved = lines.iter().map(|line| width(line) + 1).sum();
        Self {
            reserved,
            ..Self::default()
        }
    }

    pub(super) fn left(&self) -> usize {
        LIMIT.saturating_sub(self.used + self.reserved)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Appends a line, or a block of lines, if there is room for it.
    pub(super) fn push(&mut self, line: &str) -> bool {
        let needed = width(line) + 1;
        let fits = needed <= self.left();
        if fits {
            self.text.push_str(line);
            self.text.push('\n');
            self.used += needed;
        }
        fits
    }

    /// Appends what room was kept for.
    pub(super) fn push_reserved(&mut self, lines: &[String]) {
        self.reserved = 0;
        for line in lines {
            self.push(line);
        }
    }

    pub(super) fn finish(self) -> String {
        self.text.trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_keeps_whole_characters_and_no_half_escape() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("shorter", 5), "shor…");
        assert_eq!(cut(r"abc\*", 4), "abc…");
        assert_eq!(cut(r"abc\*d", 5), "abc…");
        assert_eq!(cut("🦀🦀🦀", 4), "🦀…");
    }

    #[test]
    fn reserved_lines_are_never_crowded_out() {
        let last = vec!["the end".to_owned()];
        let mut page = Page::reserving(&last);
        while page.push(&"x".repeat(99)) {}
        page.push_reserved(&last);
        let text = page.finish();
        assert!(text.ends_with("the end"));
        assert!(width(&text) <= LIMIT);
    }
}
