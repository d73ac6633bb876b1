//! Whole articles, cut into passages.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::article::{ContentHash, Source, Trust};

fn article(blocks: Vec<Block>) -> Article {
    Article {
        source: Source {
            path: "a.md".into(),
            title: "A".into(),
            url: None,
            date: None,
            updated: None,
            author: None,
            language: Language::English,
            tags: Vec::new(),
            trust: Trust::Normal,
            references: Vec::new(),
        },
        blocks,
        hash: ContentHash::of(b""),
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.into(),
    }
}

/// A paragraph of sentences of ten words each.
fn prose(words: usize) -> Block {
    let sentence = "Every one of these many sentences has just ten words. ";
    Block::Paragraph(sentence.repeat(words / 10).trim_end().to_owned())
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn texts(blocks: Vec<Block>) -> Vec<String> {
    passages(&article(blocks))
        .into_iter()
        .map(|passage| passage.text)
        .collect()
}

#[test]
fn passages_follow_paragraphs_and_carry_their_headings() {
    let found = passages(&article(vec![
        prose(40),
        heading(1, "Plants"),
        heading(2, "Sweden"),
        prose(30),
        prose(60),
        heading(2, "China"),
        prose(30),
        heading(1, "Outlook"),
    ]));
    let seen: Vec<_> = found
        .iter()
        .map(|passage| {
            (
                passage.position,
                passage.headings.join(" > "),
                word_count(&passage.text),
            )
        })
        .collect();
    let expected = [
        (0, "", 40),
        (1, "Plants > Sweden", 90),
        (2, "Plants > China", 30),
    ];
    assert_eq!(
        seen,
        expected.map(|(at, path, words)| (at, path.to_owned(), words))
    );
}

#[test]
fn long_paragraphs_are_cut_evenly_between_sentences() {
    let found = passages(&article(vec![prose(320)]));
    let words: Vec<usize> = found
        .iter()
        .map(|passage| word_count(&passage.text))
        .collect();
    assert_eq!(words, [110, 110, 100]);
    assert!(found.iter().all(|passage| passage.text.ends_with("words.")));
    assert_eq!(found[0].sentences.len(), 11);
}

#[test]
fn short_neighbours_join_and_an_introduction_stays_with_its_list() {
    let blocks = vec![
        prose(100),
        Block::Paragraph("The plants are:".into()),
        Block::List {
            ordered: false,
            items: strings(&["Luqiao. It is old.", "Chengdu"]),
        },
        heading(1, "Steps"),
        Block::List {
            ordered: true,
            items: strings(&["Press", "Weld"]),
        },
    ];
    let found = passages(&article(blocks));
    assert_eq!(found.len(), 2);
    assert!(
        found[0]
            .text
            .ends_with("\nThe plants are:\n- Luqiao. It is old.\n- Chengdu")
    );
    let last = found[0].sentences.last().cloned().unwrap_or_default();
    assert_eq!(found[0].text.get(last), Some("Chengdu"));
    assert_eq!(found[1].text, "1. Press\n2. Weld");
}

#[test]
fn a_row_repeats_the_words_of_its_header() {
    let table = Block::Table {
        header: strings(&["Model", "Plant", "Since"]),
        rows: vec![
            strings(&["Polestar 3", "Chengdu", "2024"]),
            strings(&["Polestar 4", "", "2023", "x"]),
        ],
    };
    let expected =
        "Model: Polestar 3 · Plant: Chengdu · Since: 2024\nModel: Polestar 4 · Since: 2023 · x";
    assert_eq!(texts(vec![table]), [expected]);
}

#[test]
fn long_tables_and_lists_are_cut_between_rows_and_items() {
    let rows = (0..60)
        .map(|at| strings(&[&format!("model number {at}"), "Chengdu"]))
        .collect();
    let found = texts(vec![Block::Table {
        header: strings(&["Name", "Plant"]),
        rows,
    }]);
    assert!(found.len() > 1);
    let lines: Vec<&str> = found.iter().flat_map(|text| text.lines()).collect();
    assert_eq!(lines.len(), 60);
    assert!(
        lines
            .iter()
            .all(|line| line.starts_with("Name: model") && line.ends_with("Chengdu"))
    );
}

#[test]
fn code_keeps_its_lines() {
    let code = "fn main() {\n    run();\n\n}";
    assert_eq!(texts(vec![Block::Code(code.into())]), [code]);
}

#[test]
fn hostile_text_is_cut_in_linear_time() {
    let bytes = 512 * 1024;
    let started = Instant::now();
    for piece in [
        "x",
        "\u{301}",
        "文",
        "a. ",
        ". ",
        "e\u{200b}",
        "U.S. ",
        "- ",
        "🇸🇪",
    ] {
        let text = piece.repeat(bytes / piece.len()).trim().to_owned();
        let found = passages(&article(vec![Block::Paragraph(text)]));
        assert!(
            found
                .iter()
                .all(|passage| word_count(&passage.text) <= MAX_WORDS),
            "{piece:?}"
        );
        assert!(found.len() > 10, "{piece:?}");
    }
    assert!(started.elapsed() < Duration::from_secs(60));
}

fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zA-Z]{1,9}",
        2 => "[0-9]{1,4}",
        1 => Just("Mr.".to_owned()),
        1 => Just("z.".to_owned()),
        1 => "[极星二号在。！、]{1,90}",
        1 => "[ก-ฮ]{1,60}",
        1 => "[!-~]{60,200}",
        1 => "\\PC{1,8}",
        2 => "[a-z]{2,6}[.!?,;:]",
    ];
    prop::collection::vec(word, 1..260).prop_map(|words| {
        let text = words.join(" ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

fn any_block() -> impl Strategy<Value = Block> {
    let texts = || prop::collection::vec(any_text(), 1..4);
    prop_oneof![
        (1..=6_u8, "[A-Z][a-z]{1,8}").prop_map(|(level, text)| Block::Heading { level, text }),
        any_text().prop_map(Block::Paragraph),
        "[A-Z][a-z ]{1,30}[.:]".prop_map(Block::Paragraph),
        any_text().prop_map(Block::Quote),
        (any::<bool>(), texts()).prop_map(|(ordered, items)| Block::List { ordered, items }),
        prop::collection::vec(texts(), 1..4).prop_map(|rows| Block::Table {
            header: Vec::new(),
            rows
        }),
        texts().prop_map(|lines| Block::Code(lines.join("\n  "))),
    ]
}

/// The characters of an article's text except its headings, in order, without white space but with
/// the marks of items.
fn characters(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading { .. } => {}
            Block::Paragraph(more) | Block::Quote(more) | Block::Code(more) => text.push_str(more),
            Block::List { ordered, items } => {
                for (at, item) in items.iter().enumerate() {
                    let mark = if *ordered {
                        format!("{}.", at + 1)
                    } else {
                        "-".to_owned()
                    };
                    text.push_str(&mark);
                    text.push_str(item);
                }
            }
            Block::Table { rows, .. } => rows.iter().flatten().for_each(|cell| text.push_str(cell)),
        }
    }
    text.retain(|c| !c.is_whitespace() && c != '·');
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passages_hold_the_article_once_and_in_order(blocks in prop::collection::vec(any_block(), 0..8)) {
        let found = passages(&article(blocks.clone()));
        let mut seen: String = found.iter().map(|passage| passage.text.as_str()).collect();
        seen.retain(|c| !c.is_whitespace() && c != '·');
        prop_assert_eq!(seen, characters(&blocks));
        for (at, passage) in found.iter().enumerate() {
            prop_assert_eq!(passage.position as usize, at);
            prop_assert!(word_count(&passage.text) <= MAX_WORDS);
            prop_assert!(!passage.sentences.is_empty());
            let mut end = 0;
            for sentence in &passage.sentences {
                prop_assert!(sentence.start >= end && sentence.end > sentence.start);
                let text = passage.text.get(sentence.clone());
                prop_assert!(text.is_some_and(|text| text.trim() == text));
                end = sentence.end;
            }
        }
    }
}
