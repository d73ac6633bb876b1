//! An article in the making: what a format's reader found, before gaps are filled.
//!
//! Readers leave out what a file does not contain. The rules that fill in title, language and
//! heading levels are here, shared by every format.

use jiff::civil::Date;

use super::skipped::SkipReason;
use super::{dates, plain};
use crate::article::{Article, Block, ContentHash, Reference, Source, Trust};
use crate::language::Language;

/// Most words of a heading; a longer one is a paragraph marked up as a heading.
const MAX_HEADING_WORDS: usize = 40;

/// Most bytes of a title.
const MAX_TITLE_BYTES: usize = 300;

/// Deepest level of headings.
const MAX_LEVEL: u8 = 6;

/// Most tags; more describe nothing and are dropped.
const MAX_TAGS: usize = 50;

/// The share of Chinese characters and kana among the letters, in percent, that reveals the
/// language.
const SCRIPT_PERCENT: usize = 50;

/// The share of kana, in percent, from which such a text is Japanese.
const KANA_PERCENT: usize = 10;

/// How many characters of text are joined for language detection.
const DETECTION_CHARS: usize = 4_000;

/// What a file states about itself.
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
    /// Fills the gaps in `self` from `other`.
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
        let name = name(path);
        let title = title(metadata.title, name.stem);
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
                date: metadata.date.or(name.date),
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

/// The parts of a file's name: blogs put a date in it, as in `2024-08-16-how-it-works.md`.
struct FileStem<'a> {
    stem: &'a str,
    date: Option<Date>,
}

fn name(path: &str) -> FileStem<'_> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let dated = stem
        .split_at_checked("2024-08-16".len())
        .and_then(|(day, rest)| Some((dates::date(day)?, rest.strip_prefix(['-', '_', ' '])?)))
        .filter(|(_, rest)| !rest.is_empty());
    match dated {
        Some((date, stem)) => FileStem {
            stem,
            date: Some(date),
        },
        None => FileStem { stem, date: None },
    }
}

fn title(found: Option<String>, stem: &str) -> String {
    let mut title = found
        .map(|title| plain::collapse(&title))
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| plain::title_from_stem(stem));
    if title.len() > MAX_TITLE_BYTES {
        title.truncate(title.floor_char_boundary(MAX_TITLE_BYTES));
        title.push('…');
    }
    title
}

/// Drops the first heading or paragraph if it repeats the title, and shifts headings so that the
/// topmost level is 1.
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
    if let Some(Block::Paragraph(text)) = blocks.first()
        && blocks.len() > 1
        && plain::same_words(text, title)
    {
        blocks.remove(0);
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

/// Guesses the language from prose; code does not reveal it.
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
        Language::Other => match Language::detect(&format!("{title}. {sample}")) {
            Language::Other => by_script(&sample),
            language => language,
        },
        language => language,
    }
}

/// The language that the script of most letters makes certain.
fn by_script(sample: &str) -> Language {
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let share = |first: char, last: char| {
        let found = sample.chars().filter(|c| (first..=last).contains(c));
        found.count() * 100 / letters.max(1)
    };
    let (kana, ideographs) = (share('\u{3041}', '\u{30fa}'), share('\u{4e00}', '\u{9fff}'));
    if kana + ideographs < SCRIPT_PERCENT {
        Language::Other
    } else if kana >= KANA_PERCENT {
        Language::Japanese
    } else {
        Language::Chinese
    }
}

fn distinct(tags: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        if kept.len() == MAX_TAGS {
            break;
        }
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
    fn a_file_without_a_title_takes_its_name() {
        let article = article(None, vec![Block::Paragraph("Text.".into())]).expect("it has text");
        assert_eq!(article.source.title, "How it works");
    }

    #[test]
    fn a_file_name_may_begin_with_the_date() {
        let draft = Draft {
            metadata: Metadata::default(),
            blocks: vec![Block::Paragraph("Text.".into())],
        };
        let hash = ContentHash::of(b"");
        let article = draft
            .into_article("posts/2024-08-16-how-it-works.md", hash)
            .expect("it has text");
        assert_eq!(article.source.title, "How it works");
        assert_eq!(article.source.date, Some(jiff::civil::date(2024, 8, 16)));
    }

    #[test]
    fn a_title_above_the_text_is_not_part_of_it() {
        let paragraph = |text: &str| Block::Paragraph(text.into());
        let blocks = vec![paragraph("Travel policy"), paragraph("Book trains first.")];
        let article = article(Some("Travel policy"), blocks).expect("it has text");
        assert_eq!(article.blocks, [paragraph("Book trains first.")]);
    }

    #[test]
    fn chinese_is_detected_by_its_script() {
        let text = "台州工厂 2021年10月20日 ・第一条 ・第二条 Polestar ・第三条 ABC";
        let article = article(None, vec![Block::Paragraph(text.into())]).expect("it has text");
        assert_eq!(article.source.language, Language::Chinese);
    }

    #[test]
    fn a_hundred_thousand_tags_are_dropped() {
        let tags: Vec<String> = (0..100_000).map(|tag| tag.to_string()).collect();
        assert_eq!(distinct(tags).len(), MAX_TAGS);
    }

    #[test]
    fn headings_alone_do_not_make_an_article() {
        assert_eq!(
            article(None, vec![heading(1, "Soon")]),
            Err(SkipReason::NoText)
        );
    }
}
