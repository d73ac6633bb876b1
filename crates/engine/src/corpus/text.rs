//! Reads plain text, including blogs saved as text.
//!
//! Text has no markup, so its structure is inferred from blank lines, line lengths and how lines
//! begin and end. Of two possible readings the one that loses no text wins.

mod aligned;
mod frame;
mod headings;
mod lines;
mod mail;
mod pages;

use super::builder::promote_header;
use super::draft::{Draft, Metadata};
use super::plain;
use crate::article::Block;
use headings::Headings;
use lines::{Fold, Mark};

/// Reads the text below the front matter, whose title takes precedence.
pub(super) fn read(text: &str, front: &Metadata) -> Draft {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let text = if text.contains('\u{c}') {
        pages::joined(&text)
    } else {
        text
    };
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let metadata = frame::take(&mut lines, front.title.as_deref());
    Draft {
        blocks: Reader::new(&lines).read(),
        metadata,
    }
}

struct Reader<'a> {
    lines: &'a [&'a str],
    at: usize,
    fold: Fold,
    headings: Headings,
    blocks: Vec<Block>,
}

impl<'a> Reader<'a> {
    fn new(lines: &'a [&'a str]) -> Self {
        Self {
            lines,
            at: 0,
            fold: Fold::of(lines),
            headings: Headings::of(lines),
            blocks: Vec::new(),
        }
    }

    fn line(&self, at: usize) -> &'a str {
        self.lines.get(at).copied().unwrap_or_default()
    }

    fn read(mut self) -> Vec<Block> {
        while self.at < self.lines.len() {
            let line = self.line(self.at);
            if line.trim().is_empty() || lines::is_ruling(line) {
                self.at += 1;
            } else if let Some((level, text)) = self.headings.at(self.at) {
                self.at += self.headings.lines_at(self.at);
                let text = plain::collapse(text);
                self.push(Block::Heading { level, text });
            } else if lines::is_fence(line) {
                self.code();
            } else if lines::quoted(line).is_some() {
                self.quote();
            } else if !self.table() && !self.aligned_table() && !self.list() {
                self.paragraph();
            }
        }
        self.blocks
    }

    fn push(&mut self, block: Block) {
        let is_empty = match &block {
            Block::Heading { text, .. }
            | Block::Paragraph(text)
            | Block::Quote(text)
            | Block::Code(text) => text.is_empty(),
            Block::List { items, .. } => items.is_empty(),
            Block::Table { rows, .. } => rows.is_empty(),
        };
        if !is_empty {
            self.blocks.push(block);
        }
    }

    /// Reads lines between fences, or to the end of the file if the second one is missing.
    fn code(&mut self) {
        let first = self.at + 1;
        let end = (first..self.lines.len())
            .find(|at| lines::is_fence(self.line(*at)))
            .unwrap_or(self.lines.len());
        let code = self.lines.get(first..end).unwrap_or_default().join("\n");
        self.at = end + 1;
        self.push(Block::Code(plain::code(&code)));
    }

    fn quote(&mut self) {
        let mut text = String::new();
        while let Some(line) = lines::quoted(self.line(self.at)) {
            self.at += 1;
            if line.trim().is_empty() {
                self.push(Block::Quote(plain::collapse(&text)));
                text.clear();
            }
            text.push_str(line);
            text.push(' ');
        }
        self.push(Block::Quote(plain::collapse(&text)));
    }

    /// Reads a table: two or more lines with the same number of columns, separated by tabs or bars.
    fn table(&mut self) -> bool {
        let Some(columns) = lines::columns(self.line(self.at)).map(|row| row.len()) else {
            return false;
        };
        let mut rows = Vec::new();
        let mut end = self.at;
        let mut has_header = false;
        loop {
            let is_ruling = lines::is_ruling(self.line(end));
            let Some(row) = lines::columns(self.line(end)).filter(|_| !is_ruling) else {
                if !is_ruling {
                    break;
                }
                has_header |= rows.len() == 1;
                end += 1;
                continue;
            };
            if row.len() != columns {
                break;
            }
            rows.push(row.iter().map(|cell| plain::collapse(cell)).collect());
            end += 1;
        }
        if rows.len() < 2 {
            return false;
        }
        self.at = end;
        self.push_table(has_header, rows);
        true
    }

    fn aligned_table(&mut self) -> bool {
        let Some(table) = aligned::read(self.lines, self.at) else {
            return false;
        };
        self.at = table.end;
        self.push_table(table.has_header, table.rows);
        true
    }

    fn push_table(&mut self, has_header: bool, mut rows: Vec<Vec<String>>) {
        let mut header = Vec::new();
        if has_header {
            header = rows.remove(0);
        } else {
            promote_header(&mut header, &mut rows);
        }
        self.push(Block::Table { header, rows });
    }

    /// Reads a list: bullets, or numbers that count up from 1, with or without blank lines between
    /// them.
    fn list(&mut self) -> bool {
        let Some((first, _)) = lines::marked(self.line(self.at)) else {
            return false;
        };
        if first == Mark::Number(1) && !self.is_numbered_list() {
            return false;
        }
        if matches!(first, Mark::Number(number) if number != 1) {
            return false;
        }
        let mut items: Vec<String> = Vec::new();
        let mut expected = first;
        while let Some((mark, text)) = lines::marked(self.line(self.at)) {
            if mark != expected || self.headings.at(self.at).is_some() {
                break;
            }
            let mut item = text.to_owned();
            let mut last = self.line(self.at);
            self.at += 1;
            loop {
                let next = self.line(self.at);
                let is_indented = next.starts_with([' ', '\t']);
                let continues = !next.trim().is_empty()
                    && lines::marked(next).is_none()
                    && self.headings.at(self.at).is_none()
                    && (is_indented || self.fold.joins(last, next));
                if !continues {
                    break;
                }
                lines::join(&mut item, next);
                last = next;
                self.at += 1;
            }
            items.push(plain::collapse(&item));
            if let Mark::Number(number) = mark {
                expected = Mark::Number(number.saturating_add(1));
            }
            let next = self.next_filled(self.at);
            if lines::marked(self.line(next)).is_some_and(|(mark, _)| mark == expected) {
                self.at = next;
            }
        }
        items.retain(|item| !item.is_empty());
        let ordered = first == Mark::Number(1);
        self.push(Block::List { ordered, items });
        true
    }

    /// Whether a 2 follows the 1, however long the paragraph of the 1 is.
    fn is_numbered_list(&self) -> bool {
        let mut at = self.at + 1;
        while !self.line(at).trim().is_empty() && lines::marked(self.line(at)).is_none() {
            at += 1;
        }
        let next = self.next_filled(at);
        lines::marked(self.line(next)).is_some_and(|(mark, _)| mark == Mark::Number(2))
    }

    fn next_filled(&self, from: usize) -> usize {
        (from..self.lines.len())
            .find(|at| !self.line(*at).trim().is_empty())
            .unwrap_or(self.lines.len())
    }

    fn paragraph(&mut self) {
        let mut last = self.line(self.at);
        let mut text = last.to_owned();
        self.at += 1;
        loop {
            let next = self.line(self.at);
            let continues = !next.trim().is_empty()
                && !lines::is_ruling(next)
                && !aligned::begins(self.lines, self.at)
                && !lines::is_fence(next)
                && self.headings.at(self.at).is_none()
                && lines::quoted(next).is_none()
                && !matches!(
                    lines::marked(next),
                    Some((Mark::Bullet | Mark::Number(1), _))
                )
                && self.fold.joins(last, next);
            if !continues {
                break;
            }
            lines::join(&mut text, next);
            last = next;
            self.at += 1;
        }
        self.push(Block::Paragraph(plain::collapse(&text)));
    }
}

#[cfg(test)]
mod tests;
