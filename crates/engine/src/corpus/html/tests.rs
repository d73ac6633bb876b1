//! Whole HTML pages.

use super::*;
use jiff::civil::date;

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferries of the north | Harbour News</title>
<meta property="article:published_time" content="2023-04-05T10:00:00+02:00">
<style>.x{}</style><script>var a = "<p>no</p>";</script></head>
<body>
<div id="cookie-banner">We use cookies. <button>Accept</button></div>
<header><a href="/">Harbour News</a><nav><ul><li><a href="/a">Ships</a></li></ul></nav></header>
<main><article>
<header><h1>Ferries of the north</h1><p class="byline">By Jonas Berg</p></header>
<p>The ferries of the north sail in every season, and each of them has a story of its own, which
the crews tell gladly, at length, and rarely twice in the same way.</p>
<h2>The fleet</h2>
<p>Four ships sail between the islands and the mainland, with <a href="/x">two more</a> on order.</p>
<table><thead><tr><th>Ship</th><th>Built</th></tr></thead>
<tbody><tr><td>Alma</td><td>1998</td></tr><tr><td>Bore</td><td>2011</td></tr></tbody></table>
<ul><li>Alma sails <b>daily</b></li><li>Bore sails on Sundays</li></ul>
<blockquote><p>She never missed a day.</p></blockquote>
<pre>Mon  08:00
Tue  09:00</pre>
<div class="share-buttons"><a href="/f">Facebook</a> <a href="/t">Twitter</a></div>
<h3>Related articles</h3><ul><li><a href="/y">Lighthouses</a></li></ul>
</article></main>
<aside>Most read</aside>
<footer>© 2023 Harbour News</footer></body></html>"#;

#[test]
fn a_page_becomes_its_article() {
    let found = read(PAGE).expect("a page");
    assert_eq!(
        found.metadata.title.as_deref(),
        Some("Ferries of the north")
    );
    assert_eq!(found.metadata.date, Some(date(2023, 4, 5)));
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let blocks: Vec<Block> = found
        .blocks
        .into_iter()
        .filter(|block| !matches!(block, Block::Heading { level: 1, .. }))
        .collect();
    assert_eq!(
        blocks,
        [
            paragraph(
                "The ferries of the north sail in every season, and each of them has a story of \
                 its own, which the crews tell gladly, at length, and rarely twice in the same way."
            ),
            Block::Heading {
                level: 2,
                text: "The fleet".into()
            },
            paragraph(
                "Four ships sail between the islands and the mainland, with two more on order."
            ),
            Block::Table {
                header: words("Ship Built"),
                rows: vec![words("Alma 1998"), words("Bore 2011")],
            },
            Block::List {
                ordered: false,
                items: vec!["Alma sails daily".into(), "Bore sails on Sundays".into()],
            },
            Block::Quote("She never missed a day.".into()),
            Block::Code("Mon  08:00\nTue  09:00".into()),
        ]
    );
}

#[test]
fn a_short_page_without_landmarks_yields_its_text() {
    let found = read(
        "<html><head><title>Note</title></head><body><nav>Home</nav><h1>Note</h1>\
         <p>The ferry is late today.</p><div class='cookie-consent'>We use cookies.</div>\
         <footer>Imprint</footer></body></html>",
    )
    .expect("a page");
    let text: Vec<_> = found
        .blocks
        .iter()
        .filter(|block| !matches!(block, Block::Heading { .. }))
        .collect();
    assert_eq!(text, [&paragraph("The ferry is late today.")]);
}

#[test]
fn a_layout_table_is_not_a_table() {
    let blocks = fragment(
        "<table><tr><td>Menu</td><td><h2>News</h2>First line<br><br>Second<br>line\
         <table><tr><td>a</td><td>b 1</td></tr><tr><td>c</td><td>d 2</td></tr></table></td></tr></table>",
    );
    assert_eq!(
        blocks,
        [
            paragraph("Menu"),
            Block::Heading {
                level: 2,
                text: "News".into()
            },
            paragraph("First line"),
            paragraph("Second line"),
            Block::Table {
                header: Vec::new(),
                rows: vec![
                    vec!["a".into(), "b 1".into()],
                    vec!["c".into(), "d 2".into()]
                ],
            },
        ]
    );
}

#[test]
fn a_hundred_thousand_nested_elements_are_read() {
    let deep = 100_000;
    for tag in [
        "div",
        "ul><li",
        "blockquote",
        "table><tr><td",
        "b",
        "a href=x",
    ] {
        let page = format!(
            "<html><body><{tag}>{}<p>The end.</p>",
            format!("<{tag}>").repeat(deep)
        );
        let found = read(&page).expect("a page");
        assert!(!found.blocks.is_empty(), "{tag}");
    }
}

#[test]
fn an_invalid_trust_is_reported_with_its_line() {
    let page = "<html><head>\n<meta name=\"lodestar:trust\" content=\"total\">\n</head></html>";
    let reason = read(page).expect_err("there is no such trust");
    assert!(matches!(
        reason,
        SkipReason::BrokenFrontMatter { line: 2, .. }
    ));
}

fn texts(page: &str) -> Vec<String> {
    read(page)
        .expect("a page")
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => Some(text),
            _ => None,
        })
        .collect()
}

#[test]
fn questions_that_unfold_keep_their_answers() {
    let page = "<html><head><title>FAQ</title></head><body><div class=card><div class=card-header>\
                <h5><button>Do you ship to Norway?</button></h5></div><div class=collapse \
                aria-hidden=true>Yes, within five days.</div></div></body></html>";
    assert_eq!(
        texts(page),
        ["Do you ship to Norway?", "Yes, within five days."]
    );
}

#[test]
fn a_post_is_separated_from_comments_and_teasers() {
    let page = "<html><head><title>The mill</title></head><body><main><article><h1>The mill</h1>\
                <p>It was built in 1890.</p></article><div class=read-next-feed><h2>More</h2>\
                <article><h2>Storms</h2><p>Another text about the storms of the last century, \
                longer than the one above it.</p></article></div><div id=comments><article>\
                <p>I have been there, and it is still turning after all these years.</p></article>\
                </div></main></body></html>";
    assert_eq!(texts(page), ["The mill", "It was built in 1890."]);
}

#[test]
fn a_short_post_of_an_old_blog_is_found_with_its_title_and_date() {
    let page = "<html><head><title>Baking notes: Rye sourdough</title></head><body>\
                <h1 class=title>Baking notes</h1><div class='main section'><div class='widget Blog'>\
                <h2 class=date-header><span>Saturday, March 5, 2011</span></h2><div class=post>\
                <h3 class='post-title entry-title'>Rye sourdough</h3><div class='post-body \
                entry-content' itemprop='description articleBody'>Mix rye flour with water.</div>\
                </div></div></div></body></html>";
    let found = read(page).expect("a page");
    assert_eq!(found.metadata.title.as_deref(), Some("Rye sourdough"));
    assert_eq!(found.metadata.date, Some(date(2011, 3, 5)));
    assert_eq!(
        found.blocks.last(),
        Some(&paragraph("Mix rye flour with water."))
    );
    assert!(!texts(page).iter().any(|text| text == "Baking notes"));
}
