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
    let mut builder = Builder::default();
    let mut above: Vec<(NodeRef<'_>, Leaving)> = Vec::new();
    let mut layouts: Vec<bool> = Vec::new();
    let mut in_code = 0_usize;
    let mut breaks = 0_usize;
    let mut next = root.first_child();
    loop {
        let Some(node) = next else {
            let Some((parent, leaving)) = above.pop() else {
                break;
            };
            match leaving {
                Leaving::Nothing => {}
                Leaving::Close => builder.close(),
                Leaving::CloseCode => {
                    in_code -= 1;
                    builder.close();
                }
                Leaving::CloseTable => {
                    layouts.pop();
                    builder.close();
                }
            }
            next = parent.next_sibling();
            continue;
        };
        next = node.next_sibling();
        if node.is_text() {
            let text = node.text();
            if !text.trim().is_empty() {
                breaks = 0;
            }
            builder.text(&text);
            continue;
        }
        let Some(name) = node.node_name().filter(|_| node.is_element()) else {
            continue;
        };
        match &*name {
            "br" if in_code > 0 => builder.text("\n"),
            "br" => {
                breaks += 1;
                if breaks > 1 {
                    builder.break_paragraph();
                } else {
                    builder.text(" ");
                }
            }
            "hr" => builder.break_paragraph(),
            "img" => {
                if let Some(text) = node.attr("alt") {
                    builder.image(&text);
                }
            }
            "a" if is_anchor_sign(&node) => {}
            "head" | "title" | "script" | "style" | "template" | "noscript" => {}
            "pre" => {
                in_code += 1;
                builder.open(Element::Code);
                above.push((node, Leaving::CloseCode));
                next = node.first_child();
            }
            "table" => {
                let is_layout = is_layout(&node);
                layouts.push(is_layout);
                builder.open(if is_layout {
                    Element::Paragraph
                } else {
                    Element::Table
                });
                above.push((node, Leaving::CloseTable));
                next = node.first_child();
            }
            name => {
                let in_layout = layouts.last().copied().unwrap_or(true);
                let leaving = match part(name, &node, in_layout) {
                    Some(part) => {
                        builder.open(part);
                        Leaving::Close
                    }
                    None => Leaving::Nothing,
                };
                above.push((node, leaving));
                next = node.first_child();
            }
        }
    }
    let mut blocks = builder.finish();
    for block in &mut blocks {
        if let Block::Table { header, rows } = block {
            promote_header(header, rows);
        }
    }
    blocks
}

fn part(name: &str, node: &NodeRef<'_>, in_layout: bool) -> Option<Element> {
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
