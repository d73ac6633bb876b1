//! Reads the text of a Word file: its paragraphs, lists and tables as blocks.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::super::plain;
use super::{Events, ParagraphStyle, SkipReason, attribute, local, reference_text};
use crate::article::Block;

/// The content of a document.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The text of the paragraph in the title style.
    pub(super) title: Option<String>,
    pub(super) blocks: Vec<Block>,
}

/// Reads the main part of a document.
pub(super) fn read(
    xml: &str,
    styles: &HashMap<String, ParagraphStyle>,
) -> Result<Body, SkipReason> {
    let mut writer = BodyWriter {
        styles,
        body: Body::default(),
        paragraph: Paragraph::default(),
        tables: Vec::new(),
        hidden: 0,
        in_text: false,
    };
    let mut events = Events::of(xml);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => writer.open(local(&element), |name| attribute(&element, name)),
            Event::Empty(element) => {
                writer.open(local(&element), |name| attribute(&element, name));
                writer.close(local(&element));
            }
            Event::End(element) => writer.close(element.local_name().into_inner()),
            Event::Text(text) => writer.write(&text.xml10_content()),
            Event::CData(text) => writer.write(&text.xml10_content()),
            Event::GeneralRef(reference) => writer.write(&reference_text(&reference)),
            _ => {}
        }
    }
    Ok(writer.body)
}

/// The paragraph being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<ParagraphStyle>,
    is_item: bool,
}

struct BodyWriter<'a> {
    styles: &'a HashMap<String, ParagraphStyle>,
    body: Body,
    paragraph: Paragraph,
    /// The rows so far of each open table, outermost first.
    tables: Vec<Vec<Vec<String>>>,
    /// Number of open elements whose text does not count: deleted text, and alternatives for older
    /// programs.
    hidden: usize,
    in_text: bool,
}

impl BodyWriter<'_> {
    fn open(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        match name {
            "del" | "moveFrom" | "Fallback" => self.hidden += 1,
            "t" => self.in_text = true,
            "tab" | "br" | "cr" => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "pStyle" => {
                let style = attribute("val").and_then(|id| self.styles.get(&id).copied());
                self.paragraph.style = style;
            }
            "numPr" => self.paragraph.is_item = true,
            "tbl" => self.tables.push(Vec::new()),
            "tr" => {
                if let Some(rows) = self.tables.last_mut() {
                    rows.push(Vec::new());
                }
            }
            "tc" => {
                if let Some(row) = self.tables.last_mut().and_then(|rows| rows.last_mut()) {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "del" | "moveFrom" | "Fallback" => self.hidden = self.hidden.saturating_sub(1),
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0 {
            self.paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Paragraph {
            text,
            style,
            is_item,
        } = std::mem::take(&mut self.paragraph);
        let text = plain::collapse(&text);
        if text.is_empty() {
            return;
        }
        let cell = self.tables.last_mut().and_then(|rows| rows.last_mut());
        if let Some(cell) = cell.and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&text);
            return;
        }
        let blocks = &mut self.body.blocks;
        match style {
            Some(ParagraphStyle::Title) if self.body.title.is_none() => {
                self.body.title = Some(text)
            }
            Some(ParagraphStyle::Title) => blocks.push(Block::Heading { level: 1, text }),
            Some(ParagraphStyle::Heading(level)) => blocks.push(Block::Heading {
                level: level.clamp(1, 6),
                text,
            }),
            Some(ParagraphStyle::Quote) => blocks.push(Block::Quote(text)),
            Some(ParagraphStyle::Item) => add_item(blocks, text),
            None if is_item => add_item(blocks, text),
            None => blocks.push(Block::Paragraph(text)),
        }
    }

    fn end_table(&mut self) {
        let Some(mut rows) = self.tables.pop() else {
            return;
        };
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        // A table within a cell becomes text of that cell.
        let cell = self.tables.last_mut().and_then(|rows| rows.last_mut());
        if let Some(cell) = cell.and_then(|row| row.last_mut()) {
            let text = rows.concat().join(" ");
            cell.push_str(&format!(" {}", text.trim()));
            return;
        }
        match rows.as_slice() {
            [] => {}
            // This is a frame around text, not a table.
            [row] if row.len() == 1 => {
                let text = row.concat();
                self.body.blocks.push(Block::Paragraph(text));
            }
            [_] => self.body.blocks.push(Block::Table {
                header: Vec::new(),
                rows,
            }),
            [_, ..] => {
                let header = rows.remove(0);
                self.body.blocks.push(Block::Table { header, rows });
            }
        }
    }
}

fn add_item(blocks: &mut Vec<Block>, text: String) {
    match blocks.last_mut() {
        Some(Block::List { items, .. }) => items.push(text),
        _ => blocks.push(Block::List {
            ordered: false,
            items: vec![text],
        }),
    }
}
