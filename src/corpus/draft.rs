//! An article in the making: what a format's reader found, before the gaps are filled.
//!
//! Readers leave out what a file does not say. The rules for filling in (title, language, heading
//! levels) stand here once, for every format.

use jiff::civil::Date;

use super::plain;
use super::skipped::SkipReason;
use crate::article::{Article, Block, ContentHash, Reference, Source, Trust};
use crate::language::Language;

/// Words of a heading at most; a longer one is a paragraph that was marked up as a heading.
const MAX_HEADING_WORDS: usize = 40;

/// Bytes of a title at most.
const MAX_TITLE_BYTES: usize = 300;

/// Levels of headings.
const MAX_LEVEL: u8 = 6;

/// Characters of text that are joined for language detection.
const DETECTION_CHARS: usize = 4_000;

/// What a file says about itself.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) updated: Option<Date>,
    pub(super) author: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) tags: Vec<String>,
    pub(super) trust: Option<Trust>,
    pub(super) references: Vec<Reference>,
}

impl Metadata {
    /// Fills what `self` leaves open from `other`.
    pub(super) fn or(self, other: Self) -> Self {
        let first =
            |own: Vec<String>, others: Vec<String>| if own.is_empty() { others } else { own };
        Self {
            title: self.title.or(other.title),
            url: self.url.or(other.url),
            date: self.date.or(other.date),
            updated: self.updated.or(other.updated),
            author: self.author.or(other.author),
            language: self.language.or(other.language),
            tags: first(self.tags, other.tags),
            trust: self.trust.or(other.trust),
            references: if self.references.is_empty() {
                other.references
            } else {
                self.references
            },
        }
    }
}

/// What a format's reader found in a file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) metadata: Metadata,
    pub(super) blocks: Vec<Block>,
}

impl Draft {
    /// Fills the gaps. `path` is the path below the corpus folder.
    pub(super) fn into_article(self, path: &str, hash: ContentHash) -> Result<Article, SkipReason> {
        let Self { metadata, blocks } = self;
        let title = title(metadata.title, path);
        let blocks = normalise(blocks, &title);
        if !blocks
            .iter()
            .any(|block| !matches!(block, Block::Heading { .. }))
        {
            return Err(SkipReason::NoText);
        }
        let language = metadata.language.unwrap_or_else(|| detect(&title, &blocks));
        Ok(Article {
            source: Source {
                path: path.to_owned(),
                title,
                url: metadata.url,
                date: metadata.date,
                updated: metadata.updated,
                author: metadata.author,
                language,
                tags: distinct(metadata.tags),
                trust: metadata.trust.unwrap_or_default(),
                references: metadata.references,
            },
            blocks,
            hash,
        })
    }
}

fn title(found: Option<String>, path: &str) -> String {
    let mut title = found
        .map(|title| plain::collapse(&title))
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| {
            let name = path.rsplit('/').next().unwrap_or(path);
            plain::title_from_stem(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
        });
    if title.len() > MAX_TITLE_BYTES {
        title.truncate(title.floor_char_boundary(MAX_TITLE_BYTES));
        title.push('…');
    }
    title
}

/// Drops the title where it is the first heading too, and moves heading levels so that the topmost
/// one is 1.
fn normalise(blocks: Vec<Block>, title: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = blocks
        .into_iter()
        .map(|block| match block {
            Block::Heading { text, .. } if text.split(' ').count() > MAX_HEADING_WORDS => {
                Block::Paragraph(text)
            }
            other => other,
        })
        .collect();
    let first_heading = blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { .. }));
    if let Some(at) = first_heading
        && let Some(Block::Heading { text, .. }) = blocks.get(at)
        && plain::same_words(text, title)
    {
        blocks.remove(at);
    }
    let top = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        })
        .min()
        .unwrap_or(1);
    for block in &mut blocks {
        if let Block::Heading { level, .. } = block {
            *level = level
                .saturating_sub(top.saturating_sub(1))
                .clamp(1, MAX_LEVEL);
        }
    }
    blocks
}

/// Guesses the language from prose; code says nothing about it.
fn detect(title: &str, blocks: &[Block]) -> Language {
    let mut sample = String::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Quote(text) => {
                sample.push_str(text);
            }
            Block::List { items, .. } => sample.push_str(&items.join(" ")),
            Block::Table { rows, .. } => {
                for row in rows {
                    sample.push_str(&row.join(" "));
                    sample.push(' ');
                }
            }
            Block::Code(_) => {}
        }
        sample.push(' ');
        if sample.len() > DETECTION_CHARS {
            break;
        }
    }
    match Language::detect(&sample) {
        Language::Other => Language::detect(&format!("{title}. {sample}")),
        language => language,
    }
}

fn distinct(tags: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = plain::collapse(&tag);
        if !tag.is_empty() && !kept.iter().any(|other| other.eq_ignore_ascii_case(&tag)) {
            kept.push(tag);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(level: u8, text: &str) -> Block {
        Block::Heading {
            level,
            text: text.into(),
        }
    }

    fn article(title: Option<&str>, blocks: Vec<Block>) -> Result<Article, SkipReason> {
        let metadata = Metadata {
            title: title.map(str::to_owned),
            ..Metadata::default()
        };
        Draft { metadata, blocks }.into_article("cars/how-it-works.md", ContentHash::of(b""))
    }

    #[test]
    fn the_title_is_not_repeated_and_sections_begin_at_level_one() {
        let blocks = vec![
            heading(2, "How it works"),
            heading(3, "Start"),
            Block::Paragraph("Press the button.".into()),
            heading(4, "Details"),
        ];
        let article = article(Some("How it Works!"), blocks).expect("it has text");
        assert_eq!(
            article.blocks,
            [
                heading(1, "Start"),
                Block::Paragraph("Press the button.".into()),
                heading(2, "Details"),
            ]
        );
    }

    #[test]
    fn a_file_without_a_title_is_called_by_its_name() {
        let article = article(None, vec![Block::Paragraph("Text.".into())]).expect("it has text");
        assert_eq!(article.source.title, "How it works");
    }

    #[test]
    fn headings_alone_are_no_article() {
        assert_eq!(
            article(None, vec![heading(1, "Soon")]),
            Err(SkipReason::NoText)
        );
    }
}
