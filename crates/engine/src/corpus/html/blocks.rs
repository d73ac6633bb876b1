//! Turns elements into blocks.
//!
//! The walk keeps its own stack, so no page can exhaust the program's.

use dom_query::NodeRef;

use crate::article::Block;
use crate::corpus::builder::{Builder, Element, promote_header};

/// What to do when the walk leaves an element.
enum Leaving {
    Nothing,
    Close,
    CloseCode,
    CloseTable,
}

/// The blocks below `root`.
pub(super) fn read(root: NodeRef<'_>) -> Vec<Block> {
    let mut walk = Walk::default();
    let mut next = root.first_child();
    loop {
        next = match next {
            Some(node) if walk.enter(node) => node.first_child(),
            Some(node) => node.next_sibling(),
            None => match walk.leave() {
                Some(parent) => parent.next_sibling(),
                None => break,
            },
        };
    }
    let mut blocks = walk.builder.finish();
    for block in &mut blocks {
        if let Block::Table { header, rows } = block {
            promote_header(header, rows);
        }
    }
    blocks
}

/// The state of a walk through a page.
#[derive(Default)]
struct Walk<'a> {
    builder: Builder,
    /// The elements above the current node, outermost first.
    above: Vec<(NodeRef<'a>, Leaving)>,
    /// For each open table, whether it is mere layout.
    layouts: Vec<bool>,
    /// Number of open elements with code.
    in_code: usize,
    /// Line breaks since the last text.
    breaks: usize,
}

impl<'a> Walk<'a> {
    /// Handles a node; returns whether to continue with its children.
    fn enter(&mut self, node: NodeRef<'a>) -> bool {
        if node.is_text() {
            let text = node.text();
            if !text.trim().is_empty() {
                self.breaks = 0;
            }
            self.builder.text(&text);
            return false;
        }
        let Some(name) = node.node_name().filter(|_| node.is_element()) else {
            return false;
        };
        match &*name {
            "br" => self.line_break(),
            "hr" => self.builder.break_paragraph(),
            "img" => {
                if let Some(text) = node.attr("alt") {
                    self.builder.image(&text);
                }
            }
            "a" if is_anchor_sign(&node) => {}
            "head" | "title" | "script" | "style" | "template" | "noscript" => {}
            name => {
                let leaving = self.open(name, &node);
                self.above.push((node, leaving));
                return true;
            }
        }
        false
    }

    fn line_break(&mut self) {
        if self.in_code > 0 {
            self.builder.text("\n");
            return;
        }
        self.breaks += 1;
        if self.breaks > 1 {
            self.builder.break_paragraph();
        } else {
            self.builder.text(" ");
        }
    }

    /// Opens an element; returns how to leave it.
    fn open(&mut self, name: &str, node: &NodeRef<'_>) -> Leaving {
        match name {
            "pre" => {
                self.in_code += 1;
                self.builder.open(Element::Code);
                Leaving::CloseCode
            }
            "table" => {
                let is_layout = is_layout(node);
                self.layouts.push(is_layout);
                self.builder.open(if is_layout {
                    Element::Paragraph
                } else {
                    Element::Table
                });
                Leaving::CloseTable
            }
            name => {
                let in_layout = self.layouts.last().copied().unwrap_or(true);
                let Some(element) = element(name, node, in_layout) else {
                    return Leaving::Nothing;
                };
                self.builder.open(element);
                Leaving::Close
            }
        }
    }

    /// Leaves the innermost element and returns it; `None` at the end of the walk.
    fn leave(&mut self) -> Option<NodeRef<'a>> {
        let (node, leaving) = self.above.pop()?;
        match leaving {
            Leaving::Nothing => return Some(node),
            Leaving::Close => {}
            Leaving::CloseCode => self.in_code -= 1,
            Leaving::CloseTable => {
                self.layouts.pop();
            }
        }
        self.builder.close();
        Some(node)
    }
}

fn element(name: &str, node: &NodeRef<'_>, in_layout: bool) -> Option<Element> {
    Some(match name {
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "blockquote" => Element::Quote,
        "ul" | "menu" => Element::List { ordered: false },
        "ol" => Element::List { ordered: true },
        "li" => Element::Item,
        "dt" => Element::Term,
        "tr" | "td" | "th" if in_layout => Element::Paragraph,
        "tr" => Element::Row {
            header: is_header(node),
        },
        "td" | "th" => Element::Cell {
            columns: span(node, "colspan"),
            rows: span(node, "rowspan"),
        },
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
        | "header" | "hgroup" | "main" | "nav" | "p" | "section" | "summary" => Element::Paragraph,
        _ => return None,
    })
}

/// Whether a link is the anchor sign of a heading.
fn is_anchor_sign(link: &NodeRef<'_>) -> bool {
    let mut chars = link
        .descendants_it()
        .filter(NodeRef::is_text)
        .flat_map(|text| {
            text.text()
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect::<Vec<_>>()
        });
    matches!(chars.next(), Some('¶' | '#' | '§' | '🔗')) && chars.next().is_none()
}

/// Whether a table is mere layout: it contains headings or other tables, or has a single cell.
fn is_layout(table: &NodeRef<'_>) -> bool {
    let mut cells = 0_usize;
    for inside in table.descendants_it() {
        match inside.node_name().as_deref() {
            Some("td" | "th") => cells += 1,
            Some("table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") => return true,
            _ => {}
        }
    }
    cells < 2
}

fn is_header(row: &NodeRef<'_>) -> bool {
    let mut cells = row
        .children_it(false)
        .filter(|cell| cell.has_name("td") || cell.has_name("th"))
        .peekable();
    cells.peek().is_some() && cells.all(|cell| cell.has_name("th"))
        || row.parent().is_some_and(|parent| parent.has_name("thead"))
}

fn span(cell: &NodeRef<'_>, name: &str) -> usize {
    cell.attr(name)
        .and_then(|count| count.trim().parse().ok())
        .unwrap_or(1)
}
