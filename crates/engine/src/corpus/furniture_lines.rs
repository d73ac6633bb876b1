//! Recognises lines around an article that are not part of it: counters, share buttons, bylines,
//! keyword lists, menus.
//!
//! A line is furniture only if *all* of it looks like that; a sentence that mentions Facebook or 72
//! views is text. A line that could also be a heading or an item (a lone "Facebook") is kept:
//! leftover furniture does less harm than lost text.

mod byline;

use super::{plain, values};
use crate::article::Block;
pub(super) use byline::byline;

/// Most words of a line of furniture.
const MAX_WORDS: usize = 14;

/// Most words of an author's or site's name.
const MAX_NAME_WORDS: usize = 5;

/// Most words of one keyword.
const MAX_KEYWORD_WORDS: usize = 6;

/// Nouns that counters count.
const COUNTED: &[&str] = &[
    "view",
    "views",
    "comment",
    "comments",
    "like",
    "likes",
    "share",
    "shares",
    "clap",
    "claps",
    "read",
    "reads",
    "reader",
    "readers",
    "reaction",
    "reactions",
    "reply",
    "replies",
    "response",
    "responses",
    "follower",
    "followers",
    "upvotes",
    "votes",
    "aufrufe",
    "kommentare",
    "kommentar",
    "vues",
    "commentaires",
    "vistas",
    "comentarios",
    "visningar",
    "kommentarer",
    "weergaven",
    "visualizzazioni",
    "commenti",
];

/// Words between the number and "read".
const MINUTES: &[&str] = &["min", "mins", "minute", "minutes", "minuten", "minuter"];

/// Networks to share on.
const NETWORKS: &[&str] = &[
    "facebook",
    "twitter",
    "linkedin",
    "pinterest",
    "whatsapp",
    "reddit",
    "tumblr",
    "telegram",
    "mastodon",
    "bluesky",
    "instagram",
    "threads",
    "xing",
    "pocket",
    "youtube",
    "flipboard",
];

/// Words beside the networks on share lines.
const SHARING: &[&str] = &[
    "share",
    "shares",
    "sharing",
    "tweet",
    "this",
    "post",
    "article",
    "story",
    "on",
    "via",
    "to",
    "x",
    "email",
    "e-mail",
    "mail",
    "print",
    "copy",
    "link",
    "like",
    "liked",
    "loading",
    "follow",
    "us",
    "click",
    "opens",
    "in",
    "new",
    "window",
    "pin",
    "it",
    "save",
    "with",
    "friends",
    "your",
    "and",
    "or",
    "by",
    "a",
    "the",
    "teilen",
    "auf",
    "dela",
    "på",
    "partager",
    "sur",
    "compartir",
    "en",
];

/// Lines of menus and calls to action, in lowercase and without punctuation.
const MENU: &[&str] = &[
    "advertisement",
    "advertisements",
    "back to top",
    "click here to subscribe",
    "continue reading",
    "home",
    "leave a comment",
    "leave a reply",
    "load more comments",
    "log in",
    "menu",
    "more posts",
    "newer post",
    "newer posts",
    "next post",
    "no comments",
    "older post",
    "older posts",
    "powered by blogger",
    "powered by wordpress",
    "previous post",
    "read more",
    "search",
    "sign in",
    "sign up",
    "skip to content",
    "skip to main content",
    "subscribe",
    "subscribe to our newsletter",
    "table of contents",
    "toggle navigation",
];

/// Headings of lists of other articles, in lowercase and without punctuation.
const RELATED: &[&str] = &[
    "more from this author",
    "more from this blog",
    "more like this",
    "more posts",
    "more stories",
    "read next",
    "recent posts",
    "recommended",
    "recommended for you",
    "related",
    "related articles",
    "related posts",
    "related stories",
    "you may also like",
    "you might also like",
    "ähnliche artikel",
    "ähnliche beiträge",
    "articles similaires",
    "relaterade artiklar",
    "relaterade inlägg",
];

/// Whether a line has only counters: `5 min read | 1,204 views`.
pub(super) fn is_counters(line: &str) -> bool {
    let mut segments = segments(line).peekable();
    segments.peek().is_some() && segments.all(is_counter)
}

/// Whether a line is a name followed by counters: `Jane Doe 72 views`.
pub(super) fn is_name_with_counters(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let Some(number) = words.iter().position(|word| is_number(word)) else {
        return false;
    };
    let (name, counters) = words.split_at_checked(number).unwrap_or_default();
    (1..=MAX_NAME_WORDS).contains(&name.len())
        && !name.iter().any(|word| word.ends_with(['.', ',', ':', ';']))
        && name
            .iter()
            .all(|word| !word.starts_with(char::is_lowercase))
        && is_counters(&counters.join(" "))
}

fn is_counter(segment: &str) -> bool {
    let words: Vec<String> = words(segment);
    match words.as_slice() {
        [number, counted] => {
            (is_number(number) && COUNTED.contains(&counted.as_str())) || segment == "No comments"
        }
        [number, minutes, what] => {
            is_number(number)
                && MINUTES.contains(&minutes.as_str())
                && (COUNTED.contains(&what.as_str()) || what.starts_with("les"))
        }
        _ => false,
    }
}

fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(['k', 'K', 'm', 'M', '+', '-']);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
}

/// The parts of a line between bars and dots; without either, consecutive counters are separated
/// too.
fn segments(line: &str) -> impl Iterator<Item = &str> {
    line.split(['|', '·', '•', '–', '—', '/'])
        .map(str::trim)
        .filter(|segment| !segment.is_empty())
}

/// The words of a line in lowercase, without punctuation around them.
fn words(line: &str) -> Vec<String> {
    line.split_whitespace()
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a line invites to share or follow: `Share this: Facebook Twitter`.
pub(super) fn is_sharing(line: &str) -> bool {
    let words = words(line);
    let on_x = words.windows(2).filter(|pair| *pair == ["on", "x"]).count();
    let networks = on_x
        + words
            .iter()
            .filter(|word| NETWORKS.contains(&word.as_str()))
            .count();
    let asks = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "share" | "tweet" | "follow" | "teilen" | "dela"
        )
    });
    (2..=MAX_WORDS).contains(&words.len())
        && !line.ends_with('?')
        && (networks > 1 || (asks && (networks > 0 || words.len() <= 4)))
        && words
            .iter()
            .all(|word| NETWORKS.contains(&word.as_str()) || SHARING.contains(&word.as_str()))
}

/// The keywords of a keyword line: `Tags: cars, plants`, `Focus keywords: …`.
pub(super) fn keywords(line: &str) -> Option<Vec<String>> {
    let (label, list) = line.split_once(':')?;
    let label = words(label);
    let last = label.last()?;
    let names_keywords = label.len() <= 4
        && (matches!(
            last.as_str(),
            "tags" | "tagged" | "keyword" | "keywords" | "hashtags" | "schlagwörter" | "nyckelord"
        ) || matches!(
            label.join(" ").as_str(),
            "filed under" | "posted in" | "tagged with"
        ));
    let tags = values::tags(list.trim_end_matches('.'));
    let are_short = tags
        .iter()
        .all(|tag| tag.split(' ').count() <= MAX_KEYWORD_WORDS);
    (names_keywords && are_short && !list.contains(". ")).then_some(tags)
}

/// Whether a line belongs to a menu or page footer.
pub(super) fn is_menu(line: &str) -> bool {
    let is_entry = |text: &str| MENU.contains(&words(text).join(" ").as_str());
    let entries: Vec<&str> = segments(line).collect();
    let is_bar = line.contains('|')
        && entries.len() > 2
        && entries.iter().all(|entry| entry.split(' ').count() <= 3)
        && entries
            .iter()
            .any(|entry| is_entry(entry) || matches!(*entry, "About" | "Contact"));
    is_entry(line) || is_bar || is_copyright(line)
}

fn is_copyright(line: &str) -> bool {
    let lower = line.to_lowercase();
    words(line).len() <= MAX_WORDS
        && (line.starts_with('©')
            || lower.starts_with("copyright ©")
            || lower.starts_with("copyright (c)")
            || lower.trim_end_matches('.').ends_with("all rights reserved"))
}

/// Whether a line heads a list of other articles.
pub(super) fn is_related_heading(line: &str) -> bool {
    RELATED.contains(&words(line).join(" ").as_str())
}

/// Removes furniture from blocks whose paragraphs were lines of a page: sharing, advertisements,
/// and a list of other articles at the end.
pub(super) fn remove_from_blocks(mut blocks: Vec<Block>) -> Vec<Block> {
    let related = blocks.iter().rposition(
        |block| matches!(block, Block::Heading { text, .. } | Block::Paragraph(text) if is_related_heading(text)),
    );
    if let Some(at) = related {
        let after = blocks.get(at + 1..).unwrap_or_default();
        let holds_prose = after
            .iter()
            .any(|block| matches!(block, Block::Paragraph(text) if plain::is_prose(text)));
        if at > 0 && !holds_prose {
            blocks.truncate(at);
        }
    }
    blocks.retain(|block| match block {
        Block::Paragraph(text) => !is_sharing(text) && !is_menu(text) && !is_counters(text),
        Block::List { items, .. } => !items.iter().all(|item| is_sharing(item) || is_menu(item)),
        _ => true,
    });
    blocks
}

#[cfg(test)]
mod tests;
