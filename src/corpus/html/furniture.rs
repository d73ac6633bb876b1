//! Takes away what surrounds an article on its page: navigation, cookie notices, share buttons,
//! footers.
//!
//! Elements go by what they are (`<nav>`), by the part they say they play, and by telling words in
//! their class or id. Words alone can mislead (an article on cookies), so they only count for
//! elements that are short or mostly links, and never for one that holds the main heading.

use dom_query::{Document, NodeRef};

/// Elements that are furniture whatever they hold.
const ELEMENTS: &str = "nav, aside, dialog, footer, [role=navigation], [role=contentinfo], \
     [role=search], [role=complementary], [role=dialog], [role=alertdialog], [hidden], \
     [aria-hidden=true]";

/// Elements that are furniture unless they hold a heading or the article.
const WRAPPERS: &str = "form, header, [role=banner]";

/// Words in a class or id that mark furniture.
const WORDS: &[&str] = &[
    "ad",
    "addtoany",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "footer",
    "gdpr",
    "menu",
    "meta",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pagination",
    "popup",
    "promo",
    "recommended",
    "related",
    "relatedposts",
    "share",
    "sharedaddy",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "tags",
    "toolbar",
    "widget",
];

/// Characters of text at most in an element that goes by its class or id and is not mostly links.
const MAX_CHARS: usize = 400;

/// Share of an element's text in links, in percent, from which it is a list of links.
const LINKS_PERCENT: usize = 50;

/// Classes and ids looked at for each element; more is not written by people.
const MAX_NAME_BYTES: usize = 300;

pub(super) fn remove(page: &Document) {
    page.select(ELEMENTS)
        .nodes()
        .iter()
        .filter(|element| !is_vital(element))
        .for_each(NodeRef::remove_from_parent);
    page.select(WRAPPERS)
        .nodes()
        .iter()
        .filter(|element| !is_vital(element) && !is_inside_article(element))
        .for_each(NodeRef::remove_from_parent);
    page.select("[class], [id]")
        .nodes()
        .iter()
        .filter(|element| is_named_as_furniture(element) && !is_vital(element))
        .filter(|element| is_short_or_links(element))
        .for_each(NodeRef::remove_from_parent);
}

/// Whether the article itself would go with it.
fn is_vital(element: &NodeRef<'_>) -> bool {
    ["html", "body", "main", "article"]
        .iter()
        .any(|name| element.has_name(name))
        || element.descendants_it().any(|inside| {
            ["h1", "main", "article"]
                .iter()
                .any(|name| inside.has_name(name))
        })
}

fn is_inside_article(element: &NodeRef<'_>) -> bool {
    element
        .ancestors_it(None)
        .any(|above| above.has_name("article") || above.has_name("main"))
}

fn is_named_as_furniture(element: &NodeRef<'_>) -> bool {
    ["class", "id"]
        .iter()
        .filter_map(|key| element.attr(key))
        .filter(|names| names.len() <= MAX_NAME_BYTES)
        .any(|names| {
            names
                .to_ascii_lowercase()
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|word| WORDS.contains(&word))
        })
}

fn is_short_or_links(element: &NodeRef<'_>) -> bool {
    let chars = element.normalized_char_count();
    if chars <= MAX_CHARS {
        return true;
    }
    let linked: usize = element
        .descendants_it()
        .filter(|inside| inside.has_name("a"))
        .map(|link| link.normalized_char_count())
        .sum();
    linked * 100 >= chars * LINKS_PERCENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::plain;

    fn left(body: &str) -> String {
        let page = Document::from(format!("<html><body>{body}</body></html>"));
        remove(&page);
        plain::collapse(&page.text())
    }

    #[test]
    fn furniture_goes_and_the_article_stays() {
        let body = "<header><a href=/>Home</a></header><div class='cookie-notice'>We use cookies.\
                    </div><article class='post has-sidebar'><header><h1>Title</h1></header>\
                    <p>Text.</p><div class='post-share'>Share</div></article><footer>©</footer>";
        assert_eq!(left(body), "TitleText.");
    }

    #[test]
    fn long_text_does_not_go_by_its_class_alone() {
        let long = "Stir the cookie dough until it is smooth. ".repeat(20);
        let body = format!("<div class='cookie recipe'>{long}</div>");
        assert!(left(&body).starts_with("Stir the cookie dough"));
    }
}
