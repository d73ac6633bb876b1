//! Removes what surrounds an article on its page: navigation, cookie notices, share buttons,
//! footers.
//!
//! Elements are recognised by their tag (`<nav>`), by their role, and by telling words in their
//! class or id. Words alone can mislead (in an article on cookies), so they only count for elements
//! that are short or mostly links, and never for one that contains the main heading.

use dom_query::{Document, NodeRef};

/// Elements that are always furniture.
const ELEMENTS: &str = "nav, aside, dialog, footer, [role=navigation], [role=contentinfo], \
     [role=search], [role=complementary], [role=dialog], [role=alertdialog]";

/// Elements hidden at first: furniture, unless a heading unfolds them.
const HIDDEN: &str = "[hidden], [aria-hidden=true]";

/// Elements that are furniture unless they contain a heading or the article.
const WRAPPERS: &str = "form, header, [role=banner]";

/// Words in a class or id that mark furniture.
const WORDS: &[&str] = &[
    "ad",
    "addtoany",
    "ads",
    "advert",
    "advertisement",
    "author",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "catlinks",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "gdpr",
    "jump",
    "menu",
    "meta",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pagination",
    "popup",
    "printfooter",
    "promo",
    "recommended",
    "related",
    "relatedposts",
    "share",
    "sharedaddy",
    "sharing",
    "sidebar",
    "signup",
    "sitesub",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "tags",
    "toc",
    "toolbar",
    "votes",
    "widget",
];

/// Classes and ids that mark furniture of any length: readers' comments, and teasers of other
/// articles.
const READERS: &[&str] = &[
    "article-comments",
    "comment-list",
    "commentlist",
    "comments",
    "comments-area",
    "disqus_thread",
    "most-read",
    "post-comments",
    "read-next",
    "related-articles",
    "related-posts",
    "respond",
    "you-may-also-like",
];

/// Classes of the element with an article's text.
pub(super) const CONTENT: &str = ".article-body, .article-content, .e-content, .entry-content, \
     .markdown-body, .mw-parser-output, .post-body, .post-content, [itemprop~=articleBody]";

/// Most characters in an element that is removed for its class or id without being mostly links.
const MAX_CHARS: usize = 400;

/// The share of links in an element's text, in percent, from which it is a list of links.
const LINKS_PERCENT: usize = 50;

/// The attribute that marks an element with an article's text.
const CONTENT_MARK: &str = "data-content";

/// How many bytes of classes and ids are read for each element; people do not write more.
const MAX_NAME_BYTES: usize = 300;

pub(super) fn remove(page: &Document) {
    mark_content(page);
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
    page.select(HIDDEN).nodes().iter().for_each(|element| {
        if is_unfolded(element) {
            element.remove_attr("hidden");
            element.remove_attr("aria-hidden");
        } else if !is_vital(element) {
            element.remove_from_parent();
        }
    });
    page.select("[class], [id]")
        .nodes()
        .iter()
        .filter(|element| is_by_readers(element) && !holds_heading(element))
        .for_each(NodeRef::remove_from_parent);
    page.select("[class], [id]")
        .nodes()
        .iter()
        .filter(|element| is_named_as_furniture(element) && !is_vital(element))
        .filter(|element| is_short_or_links(element))
        .for_each(NodeRef::remove_from_parent);
}

/// Whether removing the element would remove the article.
fn is_vital(element: &NodeRef<'_>) -> bool {
    ["html", "body", "main", "article"]
        .iter()
        .any(|name| element.has_name(name))
        || element.has_attr(CONTENT_MARK)
        || element.descendants_it().any(|inside| {
            ["h1", "main", "article"]
                .iter()
                .any(|name| inside.has_name(name))
                || inside.has_attr(CONTENT_MARK)
        })
}

/// Marks the elements with an article's text, so that they are found quickly within another
/// element.
fn mark_content(page: &Document) {
    for element in page.select(CONTENT).nodes() {
        element.set_attr(CONTENT_MARK, "");
    }
}

fn holds_heading(element: &NodeRef<'_>) -> bool {
    ["html", "body", "main"]
        .iter()
        .any(|name| element.has_name(name))
        || element
            .descendants_it()
            .any(|inside| inside.has_name("h1") || inside.has_name("main"))
}

fn is_by_readers(element: &NodeRef<'_>) -> bool {
    ["class", "id"]
        .iter()
        .filter_map(|key| element.attr(key))
        .filter(|names| names.len() <= MAX_NAME_BYTES)
        .any(|names| {
            names.to_ascii_lowercase().split_whitespace().any(|name| {
                READERS.contains(&name)
                    || name.ends_with("-read-next")
                    || name.ends_with("relatedposts")
            })
        })
}

/// Whether the previous element is or contains a heading, as in lists of questions with answers
/// that unfold.
fn is_unfolded(element: &NodeRef<'_>) -> bool {
    let is_heading = |node: &NodeRef<'_>| {
        ["h2", "h3", "h4", "h5", "h6", "dt"]
            .iter()
            .any(|name| node.has_name(name))
    };
    element.prev_element_sibling().is_some_and(|before| {
        is_heading(&before) || before.descendants_it().any(|inside| is_heading(&inside))
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
    fn furniture_is_removed_and_the_article_stays() {
        let body = "<header><a href=/>Home</a></header><div class='cookie-notice'>We use cookies.\
                    </div><article class='post has-sidebar'><header><h1>Title</h1></header>\
                    <p>Text.</p><div class='post-share'>Share</div></article><footer>©</footer>";
        assert_eq!(left(body), "TitleText.");
    }

    #[test]
    fn long_text_is_not_removed_for_its_class_alone() {
        let long = "Stir the cookie dough until it is smooth. ".repeat(20);
        let body = format!("<div class='cookie recipe'>{long}</div>");
        assert!(left(&body).starts_with("Stir the cookie dough"));
    }

    #[test]
    fn comments_are_removed_at_any_length_and_short_posts_stay() {
        let body = format!(
            "<div class='widget Blog'><h3>Rye</h3><div class='post-body'>Mix it.</div></div>\
             <div id='comments'><article>{}</article></div>",
            "I did that too, and it was fine. ".repeat(50)
        );
        assert_eq!(left(&body), "RyeMix it.");
    }

    #[test]
    fn answers_that_unfold_below_their_question_stay() {
        let body = "<div><h5>Do you ship?</h5></div><div aria-hidden='true'>Yes.</div>\
                    <p>Bye.</p><div hidden>Pop up</div>";
        assert_eq!(left(body), "Do you ship?Yes.Bye.");
    }
}
