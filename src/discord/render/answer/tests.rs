//! What an asker sees, and that no text by others can change it.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::discord::budget::LIMIT;
use lodestar_engine::answer::Question;
use lodestar_engine::language::Language;

fn answer(given: &Answer) -> String {
    super::answer(Words::ENGLISH, given)
}

fn source(title: &str, url: Option<&str>) -> Arc<Source> {
    Arc::new(Source {
        path: "a.md".to_owned(),
        title: title.to_owned(),
        url: url.map(str::to_owned),
        date: Some(Date::constant(2025, 3, 2)),
        updated: None,
        author: None,
        language: Language::English,
        tags: vec![],
        trust: Trust::Normal,
        references: vec![],
    })
}

fn find(text: &str, part: &str) -> Range<usize> {
    let start = text.find(part).unwrap();
    start..start + part.len()
}

fn excerpt(text: &str, sentence: &str, highlights: &[&str]) -> Excerpt {
    Excerpt {
        source: source("Where it is built", Some("https://a.example/built")),
        headings: vec!["Cars".to_owned(), "Polestar 5".to_owned()],
        position: 0,
        text: text.to_owned(),
        sentence: find(text, sentence),
        highlights: highlights.iter().map(|word| find(text, word)).collect(),
        score: 1.0,
    }
}

fn given(state: Coverage, excerpts: Vec<Excerpt>) -> Answer {
    Answer {
        question: Question {
            text: "Where is it built?".to_owned(),
            cut: 0,
        },
        state,
        confidence: 0.8,
        excerpts,
        unseen: vec![],
        corrections: Vec::new(),
        differing: Vec::new(),
        filter: vec![],
        generation: 1,
    }
}

#[test]
fn an_answer_is_its_sentence_then_the_passage_then_the_source() {
    let text = "It is new. The Polestar 5 is built in Chongqing. It is fast.";
    let shown = answer(&given(
        Coverage::Answered,
        vec![excerpt(
            text,
            "The Polestar 5 is built in Chongqing.",
            &["built"],
        )],
    ));
    assert_eq!(
        shown,
        "**The Polestar 5 is built in Chongqing.**\n\
         > It is new. The Polestar 5 is **built** in Chongqing. It is fast.\n\
         -# Where it is built › Polestar 5 · <https://a.example/built> · 2 March 2025"
    );
}

#[test]
fn a_sentence_that_is_all_of_its_passage_is_not_said_twice() {
    let shown = answer(&given(
        Coverage::Answered,
        vec![excerpt("It is built.", "It is built.", &["built"])],
    ));
    assert!(shown.starts_with("> It is **built**.\n-# "), "{shown}");
}

#[test]
fn later_pages_say_which_they_are_and_repeat_no_sentence() {
    let place = Place {
        page: 1,
        pages: 4,
        refreshed: true,
        titles_below: true,
    };
    let given = given(Coverage::Answered, vec![excerpt("A. B.", "B.", &[])]);
    let shown = answer_at(Words::ENGLISH, &given, place).text;
    assert!(shown.starts_with("> A. B.\n"), "{shown}");
    let notes = format!("\n{}\n-# Page 2 of 4", Words::ENGLISH.refreshed());
    assert!(shown.ends_with(&notes), "{shown}");
}

#[test]
fn styles_end_with_their_line_and_blank_lines_go() {
    let text = "- one\n\n- two words\n- three";
    let shown = answer(&given(
        Coverage::Answered,
        vec![excerpt(text, "two words", &["two words\n- three"])],
    ));
    assert!(
        shown.contains("\n> - one\n> - **two words**\n> **- three**\n-# "),
        "{shown}"
    );
}

#[test]
fn being_unsure_is_said_first() {
    let shown = answer(&given(Coverage::Closest, vec![excerpt("A. B.", "B.", &[])]));
    assert!(shown.starts_with(&Words::ENGLISH.closest()), "{shown}");
    assert!(shown.contains("\n> A. B.\n"), "{shown}");
}

#[test]
fn what_is_not_covered_names_unseen_words_and_near_titles() {
    let mut miss = given(Coverage::NotCovered, vec![excerpt("A.", "A.", &[])]);
    miss.unseen = vec!["Oslo".to_owned(), "*we_ather*".to_owned()];
    assert_eq!(
        answer(&miss),
        "The articles don't cover this.\nArticles that come nearest:\n- Where it is built\n\
         -# Not found in any article: *Oslo*, *\\*we\\_ather\\**"
    );
    assert_eq!(
        answer(&given(Coverage::NotCovered, vec![])),
        Words::ENGLISH.not_covered()
    );
}

#[test]
fn sources_differ_only_on_what_they_cover() {
    let two = || vec![excerpt("It is built.", "It is built.", &["built"]); 2];
    let told = |state| {
        let mut differing = given(state, two());
        differing.differing = vec![0, 1];
        answer(&differing).contains("Sources differ on this: ")
    };
    assert!(told(Coverage::Answered) && told(Coverage::Closest));
    assert!(!told(Coverage::NotCovered));
}

#[test]
fn a_cut_question_says_how_much_was_used() {
    let mut cut = given(Coverage::Answered, vec![excerpt("A.", "A.", &[])]);
    cut.question.cut = 7;
    assert!(answer(&cut).ends_with(&Words::ENGLISH.question_cut(18)));
}

#[test]
fn a_low_trust_source_says_so() {
    let mut low = excerpt("A.", "A.", &[]);
    Arc::make_mut(&mut low.source).trust = Trust::Low;
    let shown = answer(&given(Coverage::Answered, vec![low]));
    assert!(
        shown.ends_with("> · 2 March 2025 · unverified source"),
        "{shown}"
    );
}

#[test]
fn three_long_passages_keep_their_sentences_and_sources() {
    let filler = "Some words about something else entirely. ".repeat(20);
    let text = format!("{filler}The answer is here. {filler}");
    let long = excerpt(&text, "The answer is here.", &["answer"]);
    let shown = answer(&given(
        Coverage::Answered,
        vec![long.clone(), long.clone(), long],
    ));
    assert!(width(&shown) <= LIMIT);
    assert_eq!(
        shown.matches("The **answer** is here.").count(),
        3,
        "{shown}"
    );
    assert_eq!(
        shown.matches("<https://a.example/built>").count(),
        3,
        "{shown}"
    );
    assert!(
        shown.starts_with("**The answer is here.**\n> … Some words"),
        "{shown}"
    );
    assert!(shown.contains("entirely. …\n"), "{shown}");
}

#[test]
fn a_sentence_that_is_too_long_ends_at_a_word() {
    let text = format!("{}end.", "wordy ".repeat(2_000));
    let shown = answer(&given(Coverage::Answered, vec![excerpt(&text, &text, &[])]));
    let quote = shown.lines().next().unwrap();
    assert!(
        width(quote) <= FIRST_QUOTE && width(quote) > FIRST_QUOTE - 10,
        "{shown}"
    );
    assert!(quote.ends_with("wordy …"), "{shown}");
}

#[test]
fn hostile_text_stays_in_its_quote_and_pings_nobody() {
    let text =
        "@everyone <@1> <@&2> ```\n>>> free\n# Big\n[bank](https://evil.example) ||x||\u{202e}";
    let mut hostile = excerpt(text, text, &["free"]);
    hostile.source = source(
        "**x**\n@here <@1>",
        Some("https://a.example/@everyone> @here"),
    );
    hostile.headings = vec!["`#` <@1>".to_owned()];
    let shown = answer(&given(Coverage::Answered, vec![hostile]));
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 5, "{shown}");
    assert!(
        lines[..4].iter().all(|line| line.starts_with("> ")),
        "{shown}"
    );
    assert!(lines[4].starts_with("-# "), "{shown}");
    for bad in [
        "@everyone",
        "@here",
        "<@",
        "```",
        ">>>",
        "[bank]",
        "||",
        "\u{202e}",
    ] {
        assert!(!shown.contains(bad), "{bad} in {shown}");
    }
}

#[test]
fn ranges_that_do_not_fit_the_text_do_no_harm() {
    let mut wrong = excerpt("Ärger. Zwei.", "Zwei.", &[]);
    wrong.sentence = 1..900;
    wrong.highlights = vec![1..2, 5_000..5_001];
    let shown = answer(&given(Coverage::Answered, vec![wrong]));
    assert!(shown.starts_with("> **Ä**rger. Zwei.\n"), "{shown}");
}

#[test]
fn a_link_that_hides_its_address_shows_its_host_and_cannot_fake_a_source() {
    let text = "See [The harbour](https://evil.example/harbour).\n-# Our town · official";
    let shown = answer(&given(Coverage::Answered, vec![excerpt(text, text, &[])]));
    assert!(
        shown.starts_with("> See The harbour (evil.example).\n> -\\# Our town"),
        "{shown}"
    );
}

/// Text as people and attackers write it: every kind of character, often Discord's own marks.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<String>(),
        2 => "[a-z]{1,12} ",
        2 => "[*_~`|<>@#\\[\\]()\\\\:&!/ \n-]{1,8}",
        1 => Just("@everyone <@123> </a:1> <t:1:R> ".to_owned()),
        1 => Just("https://a.example/__x__**y**||@here ".to_owned()),
        1 => Just("👩‍👩‍👧‍👧é\u{301}\u{301}\u{202e}\u{200b}".to_owned()),
        1 => "\\PC{0,200}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn on_boundaries(text: &str, a: usize, b: usize) -> Range<usize> {
    let (a, b) = (a % (text.len() + 1), b % (text.len() + 1));
    text.floor_char_boundary(a.min(b))..text.ceil_char_boundary(a.max(b))
}

fn any_excerpt() -> impl Strategy<Value = Excerpt> {
    (
        any_text(),
        any::<(usize, usize)>(),
        proptest::collection::vec(any::<(usize, usize)>(), 0..5),
        (any_text(), any_text(), any_text()),
    )
        .prop_map(|(text, sentence, marks, (title, heading, url))| Excerpt {
            source: source(&title, Some(&format!("https://a.example/{url}"))),
            headings: vec![heading],
            position: 0,
            sentence: on_boundaries(&text, sentence.0, sentence.1),
            highlights: marks
                .into_iter()
                .map(|(a, b)| on_boundaries(&text, a, b))
                .collect(),
            text,
            score: 1.0,
        })
}

fn any_answer() -> impl Strategy<Value = Answer> {
    (
        prop_oneof![
            Just(Coverage::Answered),
            Just(Coverage::Closest),
            Just(Coverage::NotCovered)
        ],
        proptest::collection::vec(any_excerpt(), 0..4),
        proptest::collection::vec(any_text(), 0..4),
        any::<usize>(),
    )
        .prop_map(|(state, excerpts, unseen, cut)| {
            let mut any = given(state, excerpts);
            any.unseen = unseen;
            any.question.cut = cut;
            any
        })
}

fn any_words() -> impl Strategy<Value = Words> {
    let all: Vec<Words> = Words::translations().map(|(_, words)| words).collect();
    prop_oneof![Just(Words::ENGLISH), proptest::sample::select(all)]
}

/// The text as Discord's parser sees it, without escaped characters.
fn unescaped(text: &str) -> String {
    let mut left = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else {
            left.push(c);
        }
    }
    left
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_answer_fits_and_pings_nobody(any in any_answer(), words in any_words()) {
        let shown = super::answer(words, &any);
        prop_assert!(width(&shown) <= LIMIT);
        prop_assert!(!shown.trim().is_empty());
        let seen = unescaped(&shown);
        for bad in ["@everyone", "@here", "<@", "<#", "</", "<:", "<t:", "||", "`", "~~"] {
            prop_assert!(!seen.contains(bad), "{} in {}", bad, shown);
        }
    }

    #[test]
    fn any_passage_stays_in_its_quote(any in any_excerpt(), room in 1_usize..1_500) {
        let Some(quote) = Quote::new(&any).within(room) else { return Ok(()) };
        prop_assert!(width(&quote) <= room);
        for line in quote.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
            prop_assert!(line.starts_with("> "));
            let seen = unescaped(line);
            prop_assert_eq!(seen.matches("**").count() % 2, 0, "{}", line);
        }
    }

    #[test]
    fn a_word_is_bold_exactly_where_it_stands(
        before in "[a-z ]{0,40}", word in "[a-zåäö]{1,10}", after in " [a-z ]{0,40}",
    ) {
        let text = format!("{before}{word}{after}x");
        let start = before.len();
        let mut any = excerpt("x", "x", &[]);
        any.sentence = 0..0;
        any.highlights.push(start..start + word.len());
        any.text = text;
        let quote = Quote::new(&any).within(500).unwrap();
        prop_assert_eq!(quote, format!("> {before}**{word}**{after}x"));
    }
}
