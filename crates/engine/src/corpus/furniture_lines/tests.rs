//! Lines that are furniture, and lines that only look like it.

use super::byline::Byline;
use super::*;
use jiff::civil::date;

#[test]
fn counters_are_furniture_and_sentences_are_not() {
    for line in [
        "72 views",
        "5 min read",
        "1,204 views · 3 comments",
        "1.2K views | 12 Kommentare",
    ] {
        assert!(is_counters(line), "{line}");
    }
    assert!(is_name_with_counters("Polygraph 72 views"));
    assert!(is_name_with_counters("The Daily Loaf 5 min read"));
    for line in [
        "Take 2 eggs",
        "The clip got 72 views",
        "72 views of the city",
        "Rooms with 2 views.",
    ] {
        assert!(!is_counters(line) && !is_name_with_counters(line), "{line}");
    }
}

#[test]
fn sharing_is_furniture_and_writing_about_it_is_not() {
    for line in [
        "Share this:",
        "Share on Facebook",
        "Facebook Twitter LinkedIn Email",
        "Click to share on X (Opens in new window)",
        "Tweet Share Pin it",
    ] {
        assert!(is_sharing(line), "{line}");
    }
    for line in [
        "Facebook",
        "Share capital",
        "Twitter or Mastodon?",
        "How to share on Facebook",
    ] {
        assert!(!is_sharing(line), "{line}");
    }
}

#[test]
fn keyword_lines_yield_their_keywords() {
    assert_eq!(
        keywords("Key Supporting Keywords: ev production sites, polestar"),
        Some(vec!["ev production sites".into(), "polestar".into()])
    );
    assert_eq!(
        keywords("Tags: #bread #rye"),
        Some(vec!["bread".into(), "rye".into()])
    );
    assert_eq!(keywords("Ingredients: flour, water"), None);
    assert_eq!(
        keywords("Reserved keywords: they cannot be used as names. See below."),
        None
    );
}

#[test]
fn bylines_yield_author_and_date() {
    let posted = byline("Posted on May 3, 2024 by Jane Doe | 3 comments");
    let expected = Byline {
        author: Some("Jane Doe".into()),
        date: Some(date(2024, 5, 3)),
        updated: None,
    };
    assert_eq!(posted, Some(expected));
    assert_eq!(
        byline("By Åsa Ek")
            .and_then(|byline| byline.author)
            .as_deref(),
        Some("Åsa Ek")
    );
    assert_eq!(
        byline("Last updated: 2024-05-03").and_then(|byline| byline.updated),
        Some(date(2024, 5, 3))
    );
    for line in [
        "By the river",
        "Published works",
        "Written in stone by a mason",
        "By 2030 it closes",
    ] {
        assert_eq!(byline(line), None, "{line}");
    }
}

#[test]
fn menus_and_footers_are_furniture() {
    for line in [
        "Home | About | Contact",
        "Skip to content",
        "© 2024 The Daily Loaf",
        "Leave a Reply",
    ] {
        assert!(is_menu(line), "{line}");
    }
    for line in ["Salt | Pepper | Oil", "Homes", "Search results for bread"] {
        assert!(!is_menu(line), "{line}");
    }
}

#[test]
fn a_list_of_other_articles_is_removed_only_at_the_end() {
    let heading = || Block::Heading {
        level: 2,
        text: "Related posts".into(),
    };
    let text =
        || Block::Paragraph("This is the text of the article itself, and it goes on.".into());
    let list = || Block::List {
        ordered: false,
        items: vec!["Rye bread".into()],
    };
    assert_eq!(
        remove_from_blocks(vec![text(), heading(), list()]),
        [text()]
    );
    let kept = vec![text(), heading(), list(), text()];
    assert_eq!(remove_from_blocks(kept.clone()), kept);
}
