//! The smallest parts of a passage: sentences, items, rows, lines of code.

use std::ops::Range;

use super::sentences::sentences;
use super::words;
use super::{MAX_WORDS, word_count};
use crate::article::Block;
use crate::language::Language;

/// Separates the cells of a table row.
const CELL_SEPARATOR: &str = " · ";

/// A part that is never cut. It has at most [`MAX_WORDS`] words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Separates it from the previous piece in the same passage.
    pub(super) gap: &'static str,
    pub(super) text: String,
    /// Byte ranges in `text`.
    pub(super) sentences: Vec<Range<usize>>,
    pub(super) words: usize,
}

impl Piece {
    fn new(gap: &'static str, text: String, sentences: Vec<Range<usize>>) -> Self {
        let words = word_count(&text);
        Self {
            gap,
            text,
            sentences,
            words,
        }
    }
}

/// The pieces of a block, in order; none for a heading.
pub(super) fn of(block: &Block, language: Language) -> Vec<Piece> {
    match block {
        Block::Heading { .. } => Vec::new(),
        Block::Paragraph(text) | Block::Quote(text) => cut("", text, sentences(text, language)),
        Block::List { ordered, items } => items
            .iter()
            .enumerate()
            .flat_map(|(at, item)| {
                let mark = if *ordered {
                    format!("{}. ", at + 1)
                } else {
                    "- ".to_owned()
                };
                whole(&mark, item, sentences(item, language))
            })
            .collect(),
        Block::Table { header, rows } => table(header, rows),
        Block::Code(code) => lines(code),
    }
}

/// Joins pieces; returns the text and the byte ranges of its sentences.
pub(super) fn join(pieces: Vec<Piece>) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut sentences = Vec::new();
    for piece in pieces {
        if !text.is_empty() {
            text.push_str(piece.gap);
        }
        let start = text.len();
        text.push_str(&piece.text);
        sentences.extend(
            piece
                .sentences
                .into_iter()
                .map(|sentence| start + sentence.start..start + sentence.end),
        );
    }
    (text, sentences)
}

/// One piece on its own line if it is short enough, or else a piece for each sentence.
fn whole(mark: &str, text: &str, sentences: Vec<Range<usize>>) -> Vec<Piece> {
    if word_count(mark) + word_count(text) > MAX_WORDS {
        return cut(mark, text, sentences);
    }
    let moved = sentences
        .into_iter()
        .map(|sentence| mark.len() + sentence.start..mark.len() + sentence.end)
        .collect::<Vec<_>>();
    if moved.is_empty() {
        return Vec::new();
    }
    vec![Piece::new("\n", format!("{mark}{text}"), moved)]
}

/// A piece for each sentence, the first on its own line after the mark. A sentence too long for a
/// passage is cut further.
fn cut(mark: &str, text: &str, sentences: Vec<Range<usize>>) -> Vec<Piece> {
    let room = MAX_WORDS - word_count(mark);
    let mut pieces = Vec::with_capacity(sentences.len());
    let mut end = 0;
    for sentence in sentences {
        let source = text.get(sentence.clone()).unwrap_or_default();
        for part in words::split(source, room) {
            let part = sentence.start + part.start..sentence.start + part.end;
            let source = text.get(part.clone()).unwrap_or_default();
            let piece = if pieces.is_empty() {
                let behind = mark.len()..mark.len() + source.len();
                Piece::new("\n", format!("{mark}{source}"), vec![behind])
            } else {
                let gap = if end < part.start { " " } else { "" };
                let all = Range {
                    start: 0,
                    end: source.len(),
                };
                Piece::new(gap, source.to_owned(), vec![all])
            };
            pieces.push(piece);
            end = part.end;
        }
    }
    pieces
}

/// One line for each row, with its column's name before each value. A table without rows is its
/// header.
fn table(header: &[String], rows: &[Vec<String>]) -> Vec<Piece> {
    let only_header = [header.to_vec()];
    let (header, rows) = if rows.is_empty() {
        (&[][..], &only_header[..])
    } else {
        (header, rows)
    };
    rows.iter().flat_map(|row| self::row(header, row)).collect()
}

fn row(header: &[String], row: &[String]) -> Vec<Piece> {
    let names = header
        .iter()
        .map(String::as_str)
        .chain(std::iter::repeat(""));
    let cells: Vec<String> = row
        .iter()
        .zip(names)
        .filter(|(value, _)| !value.is_empty())
        .map(|(value, name)| match name.trim_end_matches([':', ' ']) {
            "" => value.clone(),
            name => format!("{name}: {value}"),
        })
        .collect();
    let line = cells.join(CELL_SEPARATOR);
    let all = |text: &str| {
        vec![Range {
            start: 0,
            end: text.len(),
        }]
    };
    if word_count(&line) <= MAX_WORDS {
        let sentences = all(&line);
        return if line.is_empty() {
            Vec::new()
        } else {
            vec![Piece::new("\n", line, sentences)]
        };
    }
    cells
        .iter()
        .flat_map(|cell| whole("", cell, all(cell)))
        .collect()
}

/// A piece for each line of code, with its indentation and the empty lines before it.
fn lines(code: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut gap = "\n";
    for line in code.split('\n') {
        let text = line.trim_start();
        if text.trim_end().is_empty() {
            gap = "\n\n";
            continue;
        }
        let indent = line.get(..line.len() - text.len()).unwrap_or_default();
        let all = Range {
            start: 0,
            end: text.trim_end().len(),
        };
        let mut parts = whole(indent, text.trim_end(), vec![all]);
        if let Some(first) = parts.first_mut() {
            first.gap = gap;
        }
        pieces.append(&mut parts);
        gap = "\n";
    }
    pieces
}
