//! Decides from their tags which inline elements are text. It sees tags as written, because these
//! elements are removed before a page is parsed.

/// Classes of inline elements that are not text: links to edit a section or jump back from a note,
/// note marks, text for screen readers.
const ASIDE: &[&str] = &[
    "mw-cite-backlink",
    "mw-editsection",
    "noprint",
    "reference",
    "screen-reader-text",
    "sr-only",
    "visually-hidden",
];

/// Words in the class of a button that is a question or heading for the text below.
const UNFOLDING: &[&str] = &["accordion", "collapsible", "faq"];

/// Whether an element is not part of the text, because of its class or because it only links to a
/// note. `body` is its start tag without the brackets, `inside` what follows.
pub(super) fn is_aside(name: &str, body: &str, inside: &str) -> bool {
    let links_to_note = || {
        let inside = inside.trim_start();
        let link = inside.split('>').next().unwrap_or_default();
        inside.starts_with("<a ") && (link.contains("href=\"#") || link.contains("href='#"))
    };
    matches!(name, "span" | "sup" | "small")
        && (classes(body).any(|class| ASIDE.contains(&class)) || (name == "sup" && links_to_note()))
}

/// Whether a button unfolds the text below it.
pub(super) fn unfolds(body: &str) -> bool {
    classes(body).any(|class| UNFOLDING.iter().any(|word| class.contains(word)))
}

/// The classes in a start tag.
fn classes(tag: &str) -> impl Iterator<Item = &str> {
    let (_, value) = tag.split_once("class=").unwrap_or_default();
    let value = match value.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split(['"', '\'']).next(),
        None => value.split_ascii_whitespace().next(),
    };
    value.unwrap_or_default().split_ascii_whitespace()
}
