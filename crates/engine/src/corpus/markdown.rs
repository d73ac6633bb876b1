//! Reads Markdown: CommonMark with tables, footnotes, definition lists and the like.
//!
//! Inline markup is removed; the text of links and the descriptions of images stay. Embedded HTML
//! is read as HTML.

mod dialects;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::builder::{Builder, Element};
use super::draft::{Draft, Metadata};
use super::{html, plain};
use crate::article::Block;

/// Reads the text below the front matter, whose title takes precedence.
pub(super) fn read(text: &str, front: &Metadata) -> Draft {
    let mut blocks = blocks(text);
    let mut metadata = Metadata::default();
    if front.title.is_none() {
        metadata.title = take_title(&mut blocks);
    }
    Draft { metadata, blocks }
}

/// The first heading of level 1, removed from the text if no other heading precedes it.
fn take_title(blocks: &mut Vec<Block>) -> Option<String> {
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let first_heading = blocks.iter().position(is_heading)?;
    let at = blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { level: 1, .. }))?;
    let Some(Block::Heading { text, .. }) = blocks.get(at) else {
        return None;
    };
    let title = text.clone();
    if at == first_heading {
        blocks.remove(at);
    }
    Some(title)
}

fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let mut reader = Reader::default();
    for event in Parser::new_ext(&dialects::plain(text), options) {
        reader.event(event);
    }
    reader.builder.finish()
}

#[derive(Default)]
struct Reader {
    builder: Builder,
    /// The block of HTML being collected.
    html: Option<String>,
    /// The description of the image being read, and how deeply images are nested.
    image: String,
    images: usize,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let source = self.html.take().unwrap_or_default();
                self.builder.blocks(html::fragment(&source));
            }
            Event::Html(source) => match &mut self.html {
                Some(gathered) => gathered.push_str(&source),
                None => self.inline_html(&source),
            },
            Event::InlineHtml(source) => self.inline_html(&source),
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => {
                self.images -= 1;
                if self.images == 0 {
                    self.builder.image(&std::mem::take(&mut self.image));
                }
            }
            Event::Text(text) | Event::Code(text) if self.images > 0 => {
                self.image.push_str(&text);
            }
            Event::Start(tag) => {
                if let Some(part) = part(&tag) {
                    self.builder.open(part);
                }
            }
            Event::End(end) => {
                if closes_part(end) {
                    self.builder.close();
                }
            }
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => match &mut self.html {
                Some(gathered) => gathered.push_str(&text),
                None => self.builder.text(&text),
            },
            Event::SoftBreak | Event::HardBreak => self.builder.text(" "),
            Event::FootnoteReference(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// Handles an inline tag: only a line break affects the text.
    fn inline_html(&mut self, source: &str) {
        if plain::collapse(source)
            .to_ascii_lowercase()
            .starts_with("<br")
        {
            self.builder.text(" ");
        }
    }
}

fn part(tag: &Tag<'_>) -> Option<Element> {
    Some(match tag {
        Tag::Paragraph | Tag::FootnoteDefinition(_) | Tag::DefinitionListDefinition => {
            Element::Paragraph
        }
        Tag::Heading { level, .. } => Element::Heading(number(*level)),
        Tag::BlockQuote(_) => Element::Quote,
        Tag::CodeBlock(_) => Element::Code,
        Tag::List(start) => Element::List {
            ordered: start.is_some(),
        },
        Tag::Item => Element::Item,
        Tag::DefinitionListTitle => Element::Term,
        Tag::Table(_) => Element::Table,
        Tag::TableHead => Element::Row { header: true },
        Tag::TableRow => Element::Row { header: false },
        Tag::TableCell => Element::Cell {
            columns: 1,
            rows: 1,
        },
        Tag::HtmlBlock
        | Tag::DefinitionList
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::Link { .. }
        | Tag::Image { .. }
        | Tag::MetadataBlock(_) => return None,
    })
}

fn closes_part(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListDefinition
            | TagEnd::DefinitionListTitle
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
    )
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(text.into())
    }

    #[test]
    fn markup_is_removed_and_the_words_stay() {
        let text = "Built in *Chengdu* by [Volvo Cars](https://example.org 'x') since `2023`, \
                    ~~not~~ **now**.[^1]\n\n![The works at night](works.jpg)\n\n[^1]: Says Volvo.\n";
        assert_eq!(
            blocks(text),
            [
                paragraph("Built in Chengdu by Volvo Cars since 2023, not now."),
                paragraph("The works at night"),
                paragraph("Says Volvo."),
            ]
        );
    }

    #[test]
    fn every_kind_of_block_is_read() {
        let text = "Plants\n======\n\n> They build\n> two lines.\n\n- [x] Ghent\n- Luqiao\n\n\
                    | Model | Plant |\n|---|:-:|\n| 3 | Chengdu |\n| 4 | |\n\n\
                    ```sh\ncargo run\n  --release\n```\n\nCKD\n: Knocked down.\n";
        assert_eq!(
            blocks(text),
            [
                Block::Heading {
                    level: 1,
                    text: "Plants".into()
                },
                Block::Quote("They build two lines.".into()),
                Block::List {
                    ordered: false,
                    items: vec!["Ghent".into(), "Luqiao".into()]
                },
                Block::Table {
                    header: vec!["Model".into(), "Plant".into()],
                    rows: vec![
                        vec!["3".into(), "Chengdu".into()],
                        vec!["4".into(), String::new()],
                    ],
                },
                Block::Code("cargo run\n  --release".into()),
                paragraph("CKD: Knocked down."),
            ]
        );
    }

    #[test]
    fn the_first_top_heading_is_the_title() {
        let draft = read(
            "![logo](x.png)\n\n# The Works\n\n## Today\n\nText.",
            &Metadata::default(),
        );
        assert_eq!(draft.metadata.title.as_deref(), Some("The Works"));
        assert!(matches!(
            draft.blocks.get(1),
            Some(Block::Heading { level: 2, .. })
        ));
    }

    #[test]
    fn badges_are_not_part_of_a_heading() {
        let heading = |text: &str| Block::Heading {
            level: 1,
            text: text.into(),
        };
        assert_eq!(blocks("# Hash [![build](b.svg)](u)"), [heading("Hash")]);
        assert_eq!(blocks("# ![The Works](logo.svg)"), [heading("The Works")]);
    }

    #[test]
    fn html_in_markdown_yields_its_text() {
        let text = "<div align=\"center\">\n<p>Hello <b>you</b></p>\n<script>alert(1)</script>\n\
                    </div>\n\nOne<br>two <span>three</span><!-- four -->.\n";
        assert_eq!(
            blocks(text),
            [paragraph("Hello you"), paragraph("One two three.")]
        );
    }

    #[test]
    fn hostile_nesting_is_read_in_linear_time() {
        let text = format!(
            "{} deep\n\n{}",
            "> ".repeat(20_000),
            "- ".repeat(5_000) + "end"
        );
        assert!(!blocks(&text).is_empty());
    }
}
