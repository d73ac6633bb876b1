//! Breaks marked text into lines for a terminal.

use unicode_width::UnicodeWidthChar as _;

/// How a stretch of text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Part of the sentence that answers.
    pub(super) sentence: bool,
    /// A word of the question.
    pub(super) word: bool,
}

/// A stretch of text with one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) look: Look,
}

/// Characters that stay on one line.
#[derive(Default)]
struct Word {
    letters: Vec<(char, Look)>,
    width: usize,
}

/// Breaks at spaces, between characters that fill two columns, and inside a word only if it is
/// wider than a line. Line breaks in the text are kept; runs of other white space become one space.
pub(super) fn wrap(pieces: &[Piece], columns: usize) -> Vec<Vec<Piece>> {
    let mut lines = Lines {
        columns: columns.max(1),
        done: Vec::new(),
        open: Vec::new(),
        width: 0,
    };
    let mut word = Word::default();
    let mut space = None;
    for (letter, look) in pieces
        .iter()
        .flat_map(|piece| piece.text.chars().map(|letter| (letter, piece.look)))
    {
        if letter.is_whitespace() {
            lines.add(std::mem::take(&mut word), space.take());
            if letter == '\n' {
                lines.end();
            } else {
                space = Some(look);
            }
            continue;
        }
        let width = letter.width().unwrap_or(0);
        let wide = width > 1;
        if wide
            || word
                .letters
                .last()
                .is_some_and(|(last, _)| last.width() > Some(1))
        {
            lines.add(std::mem::take(&mut word), space.take());
        }
        word.letters.push((letter, look));
        word.width += width;
    }
    lines.add(word, space);
    lines.end();
    lines.done
}

struct Lines {
    columns: usize,
    done: Vec<Vec<Piece>>,
    open: Vec<(char, Look)>,
    width: usize,
}

impl Lines {
    fn add(&mut self, word: Word, space: Option<Look>) {
        if word.letters.is_empty() {
            return;
        }
        let gap = usize::from(space.is_some() && self.width > 0);
        if self.width > 0 && self.width + gap + word.width > self.columns {
            self.end();
        } else if let Some(look) = space.filter(|_| gap > 0) {
            self.open.push((' ', look));
            self.width += gap;
        }
        for (letter, look) in word.letters {
            let width = letter.width().unwrap_or(0);
            if self.width + width > self.columns {
                self.end();
            }
            self.open.push((letter, look));
            self.width += width;
        }
    }

    fn end(&mut self) {
        let mut line: Vec<Piece> = Vec::new();
        for (letter, look) in self.open.drain(..) {
            match line.last_mut() {
                Some(piece) if piece.look == look => piece.text.push(letter),
                _ => line.push(Piece {
                    text: letter.to_string(),
                    look,
                }),
            }
        }
        self.done.push(line);
        self.width = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<String> {
        let piece = Piece {
            text: text.to_owned(),
            look: Look::default(),
        };
        wrap(&[piece], columns)
            .into_iter()
            .map(|line| line.into_iter().map(|piece| piece.text).collect())
            .collect()
    }

    #[test]
    fn lines_break_at_spaces_and_keep_the_breaks_of_the_text() {
        assert_eq!(
            lines("one two three\nfour", 8),
            ["one two", "three", "four"]
        );
    }

    #[test]
    fn what_is_too_wide_is_broken_where_it_must_be() {
        assert_eq!(lines("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(lines("成都工厂 ok", 4), ["成都", "工厂", "ok"]);
    }

    #[test]
    fn a_word_of_several_looks_is_not_parted() {
        let look = Look {
            word: true,
            ..Look::default()
        };
        let pieces = [
            Piece {
                text: "see Poles".to_owned(),
                look: Look::default(),
            },
            Piece {
                text: "tar".to_owned(),
                look,
            },
        ];
        let wrapped = wrap(&pieces, 9);
        assert_eq!(wrapped.len(), 2);
        assert_eq!(wrapped[1].len(), 2);
    }
}
