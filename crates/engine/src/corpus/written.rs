//! Writes an article as a Markdown file that a person could have written: front matter and text.
//!
//! [`super::markdown`] reads the result back as the same blocks. Pure; it must not know files.

use crate::article::{Block, Reference, Source, Trust};
use crate::language::Language;

/// Lines of front matter: keys with their values in YAML.
pub(super) type Lines = Vec<(&'static str, String)>;

/// An article's metadata as front matter, without defaults.
pub(super) fn description(source: &Source) -> Lines {
    let mut lines: Lines = vec![("title", quoted(&source.title))];
    let mut add = |key, value: Option<String>| lines.extend(value.map(|value| (key, value)));
    add("url", source.url.as_deref().map(quoted));
    add("date", source.date.map(|date| date.to_string()));
    add("updated", source.updated.map(|date| date.to_string()));
    add("author", source.author.as_deref().map(quoted));
    let language = Some(source.language).filter(|it| *it != Language::Other);
    add("lang", language.map(|it| it.code().to_owned()));
    add(
        "tags",
        Some(&source.tags)
            .filter(|it| !it.is_empty())
            .map(|it| list(it)),
    );
    let trust = Some(source.trust).filter(|it| *it != Trust::Normal);
    add("trust", trust.map(|it| trust_word(it).to_owned()));
    let references = Some(&source.references).filter(|it| !it.is_empty());
    add("sources", references.map(|it| sources(it)));
    lines
}

/// The front matter's word for a level of trust.
pub(super) fn trust_word(trust: Trust) -> &'static str {
    match trust {
        Trust::Low => "low",
        Trust::Normal => "normal",
        Trust::High => "high",
    }
}

/// A text in YAML, in double quotes, whose escapes are those of JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A list of texts in YAML.
pub(super) fn list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(", "))
}

fn sources(references: &[Reference]) -> String {
    let maps: Vec<String> = references
        .iter()
        .map(|it| match &it.url {
            Some(url) => format!("{{title: {}, url: {}}}", quoted(&it.title), quoted(url)),
            None => quoted(&it.title),
        })
        .collect();
    format!("[{}]", maps.join(", "))
}

/// A complete file.
pub(super) fn file(lines: &Lines, blocks: &[Block]) -> String {
    format!("{}\n{}", front_matter(lines), text(blocks))
}

/// Front matter with its fences.
pub(super) fn front_matter(lines: &Lines) -> String {
    let mut out = "---\n".to_owned();
    for (key, value) in lines {
        out.push_str(&format!("{key}: {value}\n"));
    }
    out.push_str("---\n");
    out
}

/// Blocks as Markdown.
pub(super) fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let after_list = at.checked_sub(1).and_then(|at| blocks.get(at));
        let parts_lists = matches!(
            (after_list, block),
            (Some(Block::List { .. }), Block::List { .. })
        );
        if parts_lists {
            out.push_str("<!-- -->\n\n");
        }
        write_block(&mut out, block);
        out.push('\n');
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text } => {
            let marks = "#".repeat(usize::from(level.saturating_add(1).clamp(1, 6)));
            out.push_str(&format!("{marks} {}\n", escaped(text)));
        }
        Block::Paragraph(text) => out.push_str(&format!("{}\n", escaped(text))),
        Block::Quote(text) => out.push_str(&format!("> {}\n", escaped(text))),
        Block::List { ordered, items } => {
            for (number, item) in (1..).zip(items) {
                let mark = if *ordered {
                    format!("{number}.")
                } else {
                    "-".to_owned()
                };
                out.push_str(&format!("{mark} {}\n", escaped(item)));
            }
        }
        Block::Table { header, rows } => write_table(out, header, rows),
        Block::Code(code) => {
            let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest.saturating_add(1).max(3));
            out.push_str(&format!("{fence}\n{code}\n{fence}\n"));
        }
    }
}

fn write_table(out: &mut String, header: &[String], rows: &[Vec<String>]) {
    let columns = std::iter::once(header.len())
        .chain(rows.iter().map(Vec::len))
        .max()
        .unwrap_or(0)
        .max(1);
    // The other rows are not padded: readers fill them up, and padding a long table to its widest
    // row would multiply its size.
    let line = |cells: &[String], columns: usize| {
        let mut line = "|".to_owned();
        for column in 0..columns {
            let cell = cells.get(column).map(String::as_str).unwrap_or_default();
            line.push_str(&format!(" {} |", escaped(cell)));
        }
        line.push('\n');
        line
    };
    out.push_str(&line(header, columns));
    out.push_str(&format!("|{}\n", " --- |".repeat(columns)));
    for row in rows {
        out.push_str(&line(row, row.len().max(1)));
    }
}

/// Escapes a text so that it is read back literally.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    let mut is_start = true;
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        let is_sign = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '{' | '}' | '$' => true,
            '&' => !after.is_whitespace(),
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '#' | '+' | '-' | '=' | ':' | '!' | '@' | '^' => is_start || before.is_whitespace(),
            // Two of them begin a comment in some dialects.
            '%' => is_start || before.is_whitespace() || before == '%',
            '.' | ')' => is_number(&out),
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(letter);
        is_start = false;
        before = letter;
    }
    out
}

/// Whether the line so far would begin an ordered list.
fn is_number(line: &str) -> bool {
    !line.is_empty() && line.len() < 10 && line.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::ContentHash;
    use crate::corpus::format::Format;

    fn read_again(lines: &Lines, blocks: &[Block]) -> crate::article::Article {
        let text = file(lines, blocks);
        Format::Markdown
            .read("a.md", text.as_bytes())
            .unwrap_or_else(|reason| panic!("{reason}\n{text}"))
    }

    fn described() -> Source {
        Source {
            path: "a.md".to_owned(),
            title: "Tea: a \"short\" history # 1".to_owned(),
            url: Some("https://example.org/tea?a=1#b".to_owned()),
            date: Some(jiff::civil::date(2024, 8, 16)),
            updated: None,
            author: Some("Ann O'Neill".to_owned()),
            language: Language::English,
            tags: vec!["tea".to_owned(), "yes".to_owned(), "1.10".to_owned()],
            trust: Trust::Low,
            references: vec![Reference {
                title: "A, b: c".to_owned(),
                url: Some("https://example.org/x".to_owned()),
            }],
        }
    }

    #[test]
    fn metadata_survives_a_round_trip() {
        let source = described();
        let blocks = [Block::Paragraph("Tea is hot.".to_owned())];
        let article = read_again(&description(&source), &blocks);
        assert_eq!(article.source, source);
        assert_ne!(article.hash, ContentHash::of(b""));
    }

    #[test]
    fn every_kind_of_block_survives_a_round_trip() {
        let blocks = [
            Block::Heading {
                level: 1,
                text: "1. Begin [here] <b>".to_owned(),
            },
            Block::Paragraph("# no heading, *no* emphasis, 2 < 3 && a_b_c, `code`".to_owned()),
            Block::Paragraph("%%%%A and b%%c%%".to_owned()),
            Block::List {
                ordered: false,
                items: vec!["- one".to_owned(), "1) two".to_owned()],
            },
            Block::List {
                ordered: true,
                items: vec!["+ three".to_owned()],
            },
            Block::Quote("> quoted".to_owned()),
            Block::Table {
                header: vec!["a|b".to_owned(), "c".to_owned()],
                rows: vec![vec!["1".to_owned(), "|".to_owned()]],
            },
            Block::Code("let a = ```;\n    b".to_owned()),
        ];
        let article = read_again(&vec![("title", quoted("Signs"))], &blocks);
        assert_eq!(article.blocks, blocks);
    }

    proptest! {
        #[test]
        fn any_paragraph_is_read_again_as_it_was(text in "[ -~äß“”–]{1,80}") {
            let text = super::super::plain::collapse(&text);
            prop_assume!(text.contains(char::is_alphanumeric));
            let blocks = [
                Block::Paragraph("First of all.".to_owned()),
                Block::Paragraph(text),
                Block::Paragraph("Last of all.".to_owned()),
            ];
            let article = read_again(&vec![("title", quoted("Signs"))], &blocks);
            prop_assert_eq!(&article.blocks[..], &blocks[..]);
        }
    }
}
