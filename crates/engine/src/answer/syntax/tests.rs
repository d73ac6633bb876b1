//! Filter syntax in questions: what is recognised, and what each filter admits.

use proptest::prelude::*;

use super::*;
use crate::article::{Source, Trust};
use crate::passage::Passage;

fn parted(text: &str) -> (String, Vec<String>) {
    let (plain, filter) = parse(&Question::clean(text, 500));
    (plain.text, filter.typed())
}

fn filter(text: &str) -> Filter {
    parse(&Question::clean(text, 500)).1
}

fn hit(title: &str, heading: &str, text: &str) -> Hit {
    dated(title, heading, text, Date::new(2024, 5, 31).ok())
}

fn dated(title: &str, heading: &str, text: &str, date: Option<Date>) -> Hit {
    let source = Source {
        path: "a.md".to_owned(),
        title: title.to_owned(),
        url: None,
        date,
        updated: None,
        author: None,
        language: Language::English,
        tags: Vec::new(),
        trust: Trust::Normal,
        references: Vec::new(),
    };
    let sentence = 0..text.len();
    let passage = Passage {
        position: 0,
        headings: vec![heading.to_owned()],
        text: text.to_owned(),
        sentences: vec![sentence],
    };
    Hit::of(&source, &passage)
}

fn plant() -> Hit {
    hit(
        "Polestar's plants",
        "Model history",
        "The final assembly of well-known cars, among them pickup trucks, is in Chengdu. 北极星在成都生产汽车。",
    )
}

#[test]
fn operators_are_removed_from_the_question() {
    for (typed, plain, operators) in [
        (
            "where is \"final assembly\" done?",
            "where is final assembly done?",
            &["\"final assembly\""][..],
        ),
        ("cars -truck", "cars", &["-truck"]),
        (
            "cars -\"pickup truck\" please",
            "cars please",
            &["-\"pickup truck\""],
        ),
        (
            "who? in:history, after:2024 before:2025-06-30.",
            "who? , .",
            &["in:history", "after:2024", "before:2025-06-30"],
        ),
        (
            "range IN:\"model history\"",
            "range",
            &["IN:\"model history\""],
        ),
        ("räckvidd lang:sv", "räckvidd", &["lang:sv"]),
        (
            "„letzte Montage“ wo",
            "letzte Montage wo",
            &["„letzte Montage“"],
        ),
        ("「成都」在哪里", "成都 在哪里", &["「成都」"]),
        ("in:history", "history", &["in:history"]),
    ] {
        let (found, typed_operators) = parted(typed);
        assert_eq!(
            (found.as_str(), typed_operators.as_slice()),
            (
                plain,
                &operators
                    .iter()
                    .map(|it| (*it).to_owned())
                    .collect::<Vec<_>>()[..]
            ),
            "{typed}"
        );
    }
}

#[test]
fn plain_questions_never_trip_over_punctuation() {
    for plain in [
        "what's a well-known 27\" screen?",
        "is it 5\" or 6\" wide",
        "a lone \" quote",
        "he said: \"where",
        "in: the city, where?",
        "what is new in:",
        "range at -20 degrees - is it bad?",
        "what does -f mean",
        "-- really --",
        "-truck",
        "after:lunch before:99 lang:klingon lang:xx",
        "after:2024-13 before:2024-02-30 after:2024-5",
        "at 10:30: who came?",
        "\"\" \" \" ''",
        "after:2024",
        "rock'n'roll \"n\"ice",
    ] {
        assert_eq!(parted(plain), (plain.to_owned(), Vec::new()), "{plain}");
    }
}

#[test]
fn a_phrase_is_these_words_in_this_order() {
    for admitted in [
        "\"final assembly\" where",
        "\"FINAL  Assémbly\" where",
        "\"model history\" where",
        "\"well known\" where",
        "\"成都生产\" where",
    ] {
        assert!(filter(admitted).admits(&plant()), "{admitted}");
    }
    for refused in [
        "\"assembly final\" where",
        "\"final assemb\" where",
        "\"nal assembly\" where",
        "\"成都汽车\" where",
    ] {
        assert!(!filter(refused).admits(&plant()), "{refused}");
    }
}

#[test]
fn an_excluded_word_is_excluded_in_all_its_forms_and_nothing_else_is() {
    for refused in [
        "where -truck",
        "where -Chengdu",
        "where -\"pickup trucks\"",
        "where -history",
    ] {
        assert!(!filter(refused).admits(&plant()), "{refused}");
    }
    for admitted in ["where -tractor", "where -\"trucks pickup\"", "where -assem"] {
        assert!(filter(admitted).admits(&plant()), "{admitted}");
    }
}

#[test]
fn titles_dates_and_languages_narrow_the_search() {
    for (typed, admits) in [
        ("where in:plants", true),
        ("where in:hist", true),
        ("where in:\"model hist\"", true),
        ("where in:chengdu", false),
        ("where in:story", false),
        ("where after:2024", true),
        ("where after:2024-05-31", true),
        ("where after:2024-06", false),
        ("where before:2024-06", true),
        ("where before:2024-05-31", false),
        ("where after:2023 after:2025", false),
        ("where before:2025 before:2023", false),
        ("where lang:en", true),
        ("where lang:en-GB", true),
        ("where lang:sv", false),
    ] {
        assert_eq!(filter(typed).admits(&plant()), admits, "{typed}");
    }
}

#[test]
fn articles_without_a_date_are_neither_before_nor_after() {
    let undated = dated("Works", "Plants", "It is built in Luqiao.", None);
    assert!(!filter("where after:1999").admits(&undated));
    assert!(!filter("where before:2999").admits(&undated));
}

#[test]
fn phrases_require_their_words_but_not_numbers() {
    let held = |text: &str| {
        let terms = filter(text).required_terms(&[Language::English]);
        let exact = terms.into_iter().flat_map(|term| term.exact);
        exact.collect::<Vec<_>>()
    };
    assert_eq!(
        held("\"the final Assembly\" -trucks"),
        ["final", "assembly"]
    );
    assert_eq!(held("\"3.5 kWh\" \"plan B\" in:history"), ["kwh", "plan"]);
    assert!(held("\"北极星在成都\"").is_empty());
}

#[test]
fn a_required_word_includes_what_follows_an_apostrophe() {
    for (language, text, word) in [
        (Language::English, "The King's car", "king"),
        (Language::French, "Dans l’usine", "usine"),
    ] {
        let filter = filter(&format!("\"{word}\""));
        assert!(filter.admits(&hit("", "", text)));
        let held = filter.required_terms(&[language]).remove(0);
        let tokens = analysis::tokens(text, language);
        let is_held = tokens.iter().any(|token| held.stems.contains(&token.stem));
        assert!(is_held, "{held:?} {tokens:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let question = Question { text, cut: 0 };
        let (plain, filter) = parse(&question);
        prop_assert!(filter.is_empty() || !plain.text.is_empty());
        let _ = filter.admits(&plant());
    }

    #[test]
    fn any_mixture_of_syntax_is_read(parts in prop::collection::vec(
        prop::sample::select(vec!["\"", "-", "in:", "after:", "lang:", "2024", " ", "a", "å", "“", "”", "("]), 0..24)) {
        let question = Question { text: parts.concat(), cut: 0 };
        let _ = parse(&question);
    }

    #[test]
    fn what_is_admitted_holds_the_words_of_its_phrases(
        words in prop::collection::vec(prop::sample::select(&[
            "King", "s", "Müller", "théâtre", "usine", "assembly", "Assemblies", "running", "der",
            "3", "5", "kWh", "U", "Chengdu", "Kraftfahrzeug", "bilarna", "don", "t", "e", "well",
        ][..]), 1..12),
        between in prop::collection::vec(prop::sample::select(&[
            " ", "-", ", ", "/", "; ", " “", "\n", " (",
        ][..]), 12),
        from in 0usize..12,
        language in prop::sample::select(&[
            Language::English, Language::French, Language::German, Language::Swedish,
        ][..]),
    ) {
        let mut text = String::new();
        for (word, between) in words.iter().zip(&between) {
            text.push_str(word);
            text.push_str(between);
        }
        let phrase = words[from.min(words.len() - 1)..].join(" ");
        let filter = filter(&format!("\"{phrase}\""));
        let passage = hit("", "", &text);
        if filter.admits(&passage) {
            let tokens = analysis::tokens(&text, language);
            for term in filter.required_terms(&[Language::English, language]) {
                let is_held = tokens.iter().any(|token| {
                    term.stems.contains(&token.stem) || term.exact.contains(&token.exact)
                });
                prop_assert!(is_held, "{text:?} {phrase:?} {term:?} {tokens:?}");
            }
        }
    }
}
