//! Findings in small sets of articles.

use super::*;
use crate::article::{ContentHash, Source, Trust};
use crate::language::Language;

fn article(path: &str, blocks: &[Block]) -> Article {
    Article {
        source: Source {
            path: path.to_owned(),
            title: path.to_owned(),
            url: None,
            date: Some(jiff::civil::date(2024, 8, 16)),
            updated: None,
            author: None,
            language: Language::English,
            tags: Vec::new(),
            trust: Trust::Normal,
            references: Vec::new(),
        },
        blocks: blocks.to_vec(),
        hash: ContentHash::of(path.as_bytes()),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

fn place(path: &str, heading: Option<&str>) -> SectionId {
    SectionId {
        path: path.to_owned(),
        heading: heading.map(str::to_owned),
    }
}

const LEAF: &str = "The leaves are picked by hand in the early morning, withered on wide racks of \
                    bamboo for a whole day, rolled until they break, and left in a warm and damp \
                    room until they have turned as brown as copper.";

#[test]
fn near_duplicates_in_two_articles_are_found() {
    let other = LEAF.replace("bamboo", "wood");
    let findings = review(&[
        article("a.md", &[heading(1, "Leaves"), paragraph(LEAF)]),
        article(
            "b.md",
            &[
                paragraph(&other),
                heading(1, "Else"),
                paragraph("Milk is white."),
            ],
        ),
    ]);
    let [
        Finding::Twins {
            one,
            other,
            percent,
        },
    ] = findings.as_slice()
    else {
        panic!("{findings:?}");
    };
    assert_eq!(*one, place("a.md", Some("Leaves")));
    assert_eq!(*other, place("b.md", None));
    assert!((70..100).contains(percent), "{percent}");
}

#[test]
fn the_same_sentence_with_another_number_is_a_contradiction() {
    let findings = review(&[
        article(
            "a.md",
            &[paragraph("The garden in the hills was planted in 1856.")],
        ),
        article(
            "b.md",
            &[paragraph("The garden in the hills was planted in 1858.")],
        ),
        article(
            "c.md",
            &[paragraph("The garden in the hills was planted in 1856.")],
        ),
    ]);
    let said: Vec<(&str, &str)> = findings
        .iter()
        .map(|it| match it {
            Finding::Differ { one, other, .. } => (one.path.as_str(), other.path.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(said, [("a.md", "b.md"), ("b.md", "c.md")]);
}

#[test]
fn under_one_heading_other_words_may_make_the_same_statement() {
    let findings = review(&[
        article(
            "a.md",
            &[
                heading(1, "Brewing"),
                paragraph("Let green tea steep for 2 minutes."),
            ],
        ),
        article(
            "b.md",
            &[
                heading(1, "brewing"),
                paragraph("Let the green tea steep 4 minutes."),
            ],
        ),
        article(
            "c.md",
            &[
                heading(1, "Storing"),
                paragraph("Keep tea for 24 months in a tin."),
            ],
        ),
    ]);
    assert!(
        matches!(findings.as_slice(), [Finding::Differ { said, .. }] if said.contains("2 minutes")),
        "{findings:?}"
    );
}

#[test]
fn empty_and_overlong_sections_are_found() {
    let long = "word ".repeat(2_001);
    let findings = review(&[article(
        "a.md",
        &[
            heading(1, "Above others"),
            heading(2, "Empty"),
            heading(2, "Long"),
            paragraph(&long),
            heading(1, "Last"),
        ],
    )]);
    assert_eq!(
        findings,
        [
            Finding::Empty {
                place: place("a.md", Some("Empty"))
            },
            Finding::Empty {
                place: place("a.md", Some("Last"))
            },
            Finding::Long {
                place: place("a.md", Some("Long")),
                words: 2_001
            },
        ]
    );
}

#[test]
fn an_article_without_a_date_is_found() {
    let mut undated = article("a.md", &[paragraph("Tea is hot.")]);
    undated.source.date = None;
    let path = "a.md".to_owned();
    assert_eq!(review(&[undated]), [Finding::Undated { path }]);
}
