//! Builds blocks from a stream of opening and closing elements and the text between them.
//!
//! Both Markdown events and HTML trees are reduced to this stream, so the two formats cannot drift
//! apart in how they treat lists, tables and quotes.
//!
//! Lists in an article are flat. A short item is put in front of each item nested below it
//! ("Europe: Ghent"); nested items of a numbered item follow it on its line, which keeps the
//! numbers right.

mod grid;

use super::plain;
use crate::article::Block;
pub(super) use grid::promote_header;
use grid::{Cell, Grid};

/// Most characters of an item that is put in front of the items nested below it.
const MAX_LABEL_CHARS: usize = 40;

/// An element that gives structure to its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// Text by itself: a paragraph, a division, a caption.
    Paragraph,
    Heading(u8),
    Quote,
    Code,
    List {
        ordered: bool,
    },
    Item,
    Table,
    Row {
        header: bool,
    },
    /// The number of columns and rows it spans.
    Cell {
        columns: usize,
        rows: usize,
    },
    /// The term of a definition list; joined to the definition that follows.
    Term,
}

/// Collects blocks.
#[derive(Debug, Default)]
pub(super) struct Builder {
    blocks: Vec<Block>,
    open: Vec<Frame>,
    /// Indices in `open` of items and cells, which take in everything inside them.
    sinks: Vec<usize>,
    quotes: usize,
    text: String,
    /// The descriptions of images in the open heading.
    image: String,
    term: String,
}

#[derive(Debug)]
struct Frame {
    part: Element,
    /// The text of an item or cell.
    text: String,
    /// The items of a list, or those nested in an item.
    items: Vec<String>,
    /// The cells of a row.
    cells: Vec<Cell>,
    /// The rows of a table.
    grid: Grid,
}

impl Builder {
    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds the description of an image. In a heading it only counts if there is no other text,
    /// since badges and logos are placed there.
    pub(super) fn image(&mut self, description: &str) {
        let is_heading = matches!(
            self.open.last().map(|frame| frame.part),
            Some(Element::Heading(_))
        );
        if is_heading {
            self.image.push(' ');
            self.image.push_str(description);
        } else {
            self.text.push(' ');
            self.text.push_str(description);
            self.text.push(' ');
        }
    }

    /// Ends a paragraph without opening or closing an element.
    pub(super) fn break_paragraph(&mut self) {
        self.flush();
    }

    /// Adds blocks that another reader produced.
    pub(super) fn blocks(&mut self, blocks: Vec<Block>) {
        self.flush();
        self.blocks.extend(blocks);
    }

    pub(super) fn open(&mut self, part: Element) {
        self.flush();
        match part {
            Element::Item | Element::Cell { .. } => self.sinks.push(self.open.len()),
            Element::Quote => self.quotes += 1,
            _ => {}
        }
        self.open.push(Frame {
            part,
            text: String::new(),
            items: Vec::new(),
            cells: Vec::new(),
            grid: Grid::default(),
        });
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        self.flush();
        let Some(frame) = self.open.pop() else { return };
        match frame.part {
            Element::Item => {
                self.sinks.pop();
                self.close_item(frame);
            }
            Element::Cell { columns, rows } => {
                self.sinks.pop();
                let text = frame.text;
                match self.open.last_mut() {
                    Some(row) if matches!(row.part, Element::Row { .. }) => row.cells.push(Cell {
                        text,
                        columns,
                        rows,
                    }),
                    _ => self.push_paragraph(text),
                }
            }
            Element::Row { header } => {
                if let Some(table) = self.open.last_mut() {
                    table.grid.add(header, frame.cells);
                }
            }
            Element::List { ordered } => self.close_list(ordered, frame.items),
            Element::Table => self.close_table(frame.grid),
            Element::Quote => self.quotes -= 1,
            Element::Paragraph | Element::Heading(_) | Element::Code | Element::Term => {}
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        self.flush();
        self.flush_term();
        self.blocks
    }

    /// Moves the collected text to where it belongs.
    fn flush(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        let image = std::mem::take(&mut self.image);
        if text.trim().is_empty() && !image.is_empty() {
            text = image;
        }
        let part = self.open.last().map(|frame| frame.part);
        if let Some(sink) = self.sinks.last().and_then(|at| self.open.get_mut(*at)) {
            append(&mut sink.text, " ", &plain::collapse(&text));
            return;
        }
        if part == Some(Element::Code) {
            let code = plain::code(&text);
            if !code.is_empty() {
                self.push(Block::Code(code));
            }
            return;
        }
        let mut text = plain::collapse(&text);
        if text.is_empty() {
            return;
        }
        match part {
            Some(Element::Term) => append(&mut self.term, ", ", &text),
            Some(Element::Heading(level)) => self.push(Block::Heading { level, text }),
            _ => {
                if !self.term.is_empty() {
                    text = format!("{}: {text}", std::mem::take(&mut self.term));
                }
                self.blocks.push(if self.quotes > 0 {
                    Block::Quote(text)
                } else {
                    Block::Paragraph(text)
                });
            }
        }
    }

    fn push(&mut self, block: Block) {
        self.flush_term();
        self.blocks.push(block);
    }

    fn push_paragraph(&mut self, text: String) {
        if !text.is_empty() {
            self.push(Block::Paragraph(text));
        }
    }

    fn flush_term(&mut self) {
        if !self.term.is_empty() {
            let term = std::mem::take(&mut self.term);
            self.blocks.push(Block::Paragraph(term));
        }
    }

    fn close_item(&mut self, item: Frame) {
        let Frame { text, items, .. } = item;
        let list = match self.open.last_mut() {
            Some(list) if matches!(list.part, Element::List { .. }) => list,
            _ => {
                self.push_paragraph(text);
                if !items.is_empty() {
                    self.push(Block::List {
                        ordered: false,
                        items,
                    });
                }
                return;
            }
        };
        let label = text.trim_end_matches([':', ' ']);
        if items.is_empty() {
            list.items
                .extend(Some(text).filter(|text| !text.is_empty()));
        } else if list.part == (Element::List { ordered: true }) {
            list.items.push(labelled(label, &items.join("; ")));
        } else if text.chars().count() <= MAX_LABEL_CHARS && !plain::ends_sentence(&text) {
            list.items
                .extend(items.iter().map(|nested| labelled(label, nested)));
        } else {
            list.items.push(text);
            list.items.extend(items);
        }
    }

    fn close_list(&mut self, ordered: bool, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        match self.open.last_mut() {
            Some(list) if matches!(list.part, Element::List { .. }) => {
                list.items.extend(items);
                return;
            }
            _ => {}
        }
        match self.sinks.last().and_then(|at| self.open.get_mut(*at)) {
            Some(sink) if sink.part == Element::Item => sink.items.extend(items),
            Some(sink) => append(&mut sink.text, " ", &items.join("; ")),
            None => self.push(Block::List { ordered, items }),
        }
    }

    fn close_table(&mut self, grid: Grid) {
        let Grid { header, rows, .. } = grid;
        if header.is_empty() && rows.is_empty() {
            return;
        }
        if let Some(sink) = self.sinks.last().and_then(|at| self.open.get_mut(*at)) {
            for row in std::iter::once(&header).chain(&rows) {
                append(&mut sink.text, "; ", &row.join(" "));
            }
            return;
        }
        self.push(Block::Table { header, rows });
    }
}

fn append(text: &mut String, between: &str, more: &str) {
    if more.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(more);
}

fn labelled(label: &str, text: &str) -> String {
    if label.is_empty() {
        text.to_owned()
    } else if plain::ends_sentence(label) {
        format!("{label} {text}")
    } else {
        format!("{label}: {text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(steps: impl Fn(&mut Builder)) -> Vec<Block> {
        let mut builder = Builder::default();
        steps(&mut builder);
        builder.finish()
    }

    fn item(builder: &mut Builder, text: &str, inside: impl Fn(&mut Builder)) {
        builder.open(Element::Item);
        builder.text(text);
        inside(builder);
        builder.close();
    }

    fn list(builder: &mut Builder, ordered: bool, inside: impl Fn(&mut Builder)) {
        builder.open(Element::List { ordered });
        inside(builder);
        builder.close();
    }

    #[test]
    fn nested_items_name_the_item_above_them() {
        let blocks = build(|b| {
            list(b, false, |b| {
                item(b, "Europe:", |b| {
                    list(b, false, |b| {
                        item(b, "Ghent", |_| {});
                        item(b, "Torslanda", |_| {});
                    });
                });
                item(b, "Asia", |_| {});
            });
        });
        assert_eq!(
            blocks,
            [Block::List {
                ordered: false,
                items: vec![
                    "Europe: Ghent".into(),
                    "Europe: Torslanda".into(),
                    "Asia".into()
                ]
            }]
        );
    }

    #[test]
    fn steps_keep_their_numbers() {
        let blocks = build(|b| {
            list(b, true, |b| {
                item(b, "Heat the oven.", |b| {
                    list(b, false, |b| {
                        item(b, "fan: 180 °C", |_| {});
                        item(b, "gas: mark 4", |_| {});
                    });
                });
                item(b, "Bake.", |_| {});
            });
        });
        assert_eq!(
            blocks,
            [Block::List {
                ordered: true,
                items: vec![
                    "Heat the oven. fan: 180 °C; gas: mark 4".into(),
                    "Bake.".into()
                ]
            }]
        );
    }

    #[test]
    fn a_definition_is_joined_to_its_term() {
        let blocks = build(|b| {
            b.open(Element::Term);
            b.text("CKD");
            b.close();
            b.open(Element::Paragraph);
            b.text("Completely knocked down.");
            b.close();
        });
        assert_eq!(
            blocks,
            [Block::Paragraph("CKD: Completely knocked down.".into())]
        );
    }
}
