//! Reads HTML pages: the article without its surroundings.
//!
//! `dom_smoothie` (Mozilla's Readability) finds the article. It tends to miss text on short pages
//! and in tables, so its result is compared with the page's own `<article>` or `<main>`.

mod blocks;
mod furniture;
mod metadata;
mod tags;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::draft::Draft;
use super::furniture_lines;
use super::skipped::SkipReason;
use crate::article::{Block, Trust};

/// Largest page, in elements, for article extraction, whose time grows faster than the page. Larger
/// pages are taken whole, without their furniture.
const MAX_ELEMENTS: usize = 50_000;

/// The share of `<article>` or `<main>` that extraction has to find, in percent. If it finds less,
/// it has lost text, and the element is taken whole.
const FOUND_PERCENT: usize = 75;

/// Reads a page.
pub(super) fn read(source: &str) -> Result<Draft, SkipReason> {
    check_trust(source)?;
    let page = Document::from(tags::tame(source));
    let metadata = metadata::read(&page);
    furniture::remove(&page);
    let (mut blocks, is_marked) = whole(&page);
    if let Some(found) = extract(page) {
        let is_inside = [found.first(), found.last()]
            .into_iter()
            .flatten()
            .all(|block| blocks.contains(block));
        let limit = if is_marked { FOUND_PERCENT } else { 1 };
        let is_enough = chars(&found) * 100 >= chars(&blocks) * limit;
        if is_enough && (is_inside || !is_marked) && !found.is_empty() {
            blocks = found;
        }
    }
    Ok(Draft {
        metadata,
        blocks: furniture_lines::remove_from_blocks(blocks),
    })
}

/// Reads a fragment of HTML embedded in another format.
pub(super) fn fragment(source: &str) -> Vec<Block> {
    let page = Document::from(tags::tame(source));
    page.body().map(blocks::read).unwrap_or_default()
}

/// The text of the element marked as the article, or else of the body; and whether there was such
/// an element.
fn whole(page: &Document) -> (Vec<Block>, bool) {
    let marked = ["[itemprop~=articleBody]", "article:has(h1)", "article"]
        .into_iter()
        .chain([furniture::CONTENT, "main", "[role=main]"]);
    for selector in marked {
        let marked = page.select(selector);
        if let [only] = marked.nodes() {
            let blocks = blocks::read(*only);
            if !blocks.is_empty() {
                return (blocks, true);
            }
        }
    }
    let body: Option<NodeRef<'_>> = page.body();
    (body.map(blocks::read).unwrap_or_default(), false)
}

fn extract(page: Document) -> Option<Vec<Block>> {
    let config = Config {
        disable_json_ld: true,
        max_elements_to_parse: MAX_ELEMENTS,
        ..Config::default()
    };
    let article = Readability::with_document(page, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    let content = Document::from(article.content);
    content.body().map(blocks::read)
}

fn chars(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading { text, .. }
            | Block::Paragraph(text)
            | Block::Quote(text)
            | Block::Code(text) => text.len(),
            Block::List { items, .. } => items.iter().map(String::len).sum(),
            Block::Table { header, rows } => std::iter::once(header)
                .chain(rows)
                .flatten()
                .map(String::len)
                .sum(),
        })
        .sum()
}

/// Checks `lodestar:trust`: other tools' metadata may contain anything, but this is meant for this
/// program, so a wrong word is reported.
fn check_trust(source: &str) -> Result<(), SkipReason> {
    for (at, line) in source.lines().enumerate() {
        let Some((_, after)) = line.split_once("lodestar:trust") else {
            continue;
        };
        let Some((_, content)) = after.split_once("content=") else {
            continue;
        };
        let word = content
            .split(['"', '\'', '>', ' '])
            .find(|word| !word.is_empty())
            .unwrap_or_default();
        if Trust::from_word(word).is_none() {
            return Err(SkipReason::BrokenFrontMatter {
                line: at + 1,
                problem: format!("`lodestar:trust` is {word:?}; write high, normal or low"),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
