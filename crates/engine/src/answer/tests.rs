//! Complete answers from passages given in the tests.

use super::*;
use crate::article::Trust;
use crate::index::{analysis, sample};
use crate::language::Language;

/// A passage in an article of its own, titled `title`.
fn hit(title: &str, text: &str) -> Hit {
    Hit::sample(title, text)
}

/// Asks a corpus that consists of these passages.
fn ask(question: &str, hits: Vec<Hit>) -> Answer {
    let lexicon = Lexicon::new("", &[Language::English]);
    let asked = AnalysedQuestion::new(Question::clean(question, 500), &[], &lexicon);
    let holds = |hit: &Hit, stems: &[String]| {
        let (source, passage) = hit.open().unwrap();
        let text = format!("{} {}", source.title, passage.text);
        analysis::tokens(&text, Language::English)
            .iter()
            .any(|token| stems.contains(&token.stem))
    };
    let frequencies = asked
        .terms()
        .iter()
        .map(|term| hits.iter().filter(|hit| holds(hit, &term.stems)).count() as u64)
        .collect();
    let statistics = TermStatistics {
        frequencies,
        passages: hits.len() as u64,
        generation: 1,
    };
    let thresholds = Thresholds::new(0.05, |_| None);
    compose(asked, hits, &statistics, &thresholds, 3)
}

fn marked(excerpt: &Excerpt) -> Vec<&str> {
    excerpt
        .highlights
        .iter()
        .map(|range| excerpt.text.get(range.clone()).unwrap())
        .collect()
}

fn plants() -> Vec<Hit> {
    vec![
        hit(
            "Polestar 4",
            "The Polestar 4 comes from Hangzhou Bay. It has 3 motors to choose from. Polestar built it there first.",
        ),
        hit(
            "Polestar 3",
            "It has five doors. The Polestar 3 is built in Chengdu and in South Carolina. Both feed Europe.",
        ),
        hit("Weather", "Rain falls in Bergen on most days of the year."),
        hit("Volvo", "Volvo Cars runs a plant in Ghent."),
    ]
}

#[test]
fn the_passage_about_the_model_that_was_asked_for_comes_first() {
    let answer = ask("Where is the Polestar 3 built?", plants());
    assert_eq!(answer.state, Coverage::Answered);
    let best = &answer.excerpts[0];
    assert_eq!(best.source.title, "Polestar 3");
    assert_eq!(
        &best.text[best.sentence.clone()],
        "The Polestar 3 is built in Chengdu and in South Carolina."
    );
    assert_eq!(marked(best), ["Polestar 3", "built"]);
}

#[test]
fn a_question_about_something_else_is_not_covered_and_lists_unknown_words() {
    let answer = ask("How tasty are bananas in Oslo?", plants());
    assert_eq!(answer.state, Coverage::NotCovered);
    assert_eq!(answer.unseen, ["tasty", "bananas", "Oslo"]);
}

#[test]
fn a_half_known_question_does_not_count_as_answered() {
    let answer = ask("Which tyres does the Polestar 3 wear?", plants());
    assert_ne!(answer.state, Coverage::Answered);
    assert_eq!(answer.unseen, ["tyres", "wear"]);
}

#[test]
fn the_same_text_in_two_articles_is_shown_once() {
    let text = "The Polestar 3 is built in Chengdu.";
    let answer = ask(
        "Where is the Polestar 3 built?",
        vec![hit("One", text), hit("Two", text)],
    );
    assert_eq!(answer.excerpts.len(), 1);
}

#[test]
fn a_distrusted_article_ranks_below_an_equally_good_one() {
    let (mut source, passage) = sample("Rumour", "The Polestar 3 is built in Zurich.");
    source.trust = Trust::Low;
    let rumour = Hit::of(&source, &passage);
    let answer = ask(
        "Where is the Polestar 3 built?",
        vec![rumour, hit("Report", "The Polestar 3 is built in Chengdu.")],
    );
    assert_eq!(answer.excerpts[0].source.title, "Report");
}

#[test]
fn a_question_of_stop_words_alone_is_not_covered() {
    let answer = ask("What is it?", plants());
    assert_eq!(
        (answer.state, answer.unseen.len()),
        (Coverage::NotCovered, 0)
    );
}

#[test]
fn when_is_answered_by_the_sentence_with_the_date() {
    let hits = vec![hit(
        "Start",
        "Production of the car in Luqiao was a big moment. Production in Luqiao began on 24 March 2020.",
    )];
    let answer = ask("When did production in Luqiao start?", hits);
    let best = &answer.excerpts[0];
    let sentence = best.text.get(best.sentence.clone()).unwrap();
    assert!(sentence.ends_with("2020."));
}

/// A hit from an article with a date.
fn dated(title: &str, text: &str, date: jiff::civil::Date) -> Hit {
    let (mut source, passage) = sample(title, text);
    source.date = Some(date);
    Hit::of(&source, &passage)
}

#[test]
fn of_two_equal_answers_the_newer_comes_first_and_both_are_marked_as_differing() {
    let hits = vec![
        dated(
            "Then",
            "The Polestar 3 costs 89,000 dollars.",
            jiff::civil::date(2023, 3, 1),
        ),
        dated(
            "Now",
            "The Polestar 3 costs 79,000 dollars.",
            jiff::civil::date(2025, 3, 1),
        ),
    ];
    let answer = ask("How much does the Polestar 3 cost?", hits);
    assert_eq!(answer.excerpts[0].source.title, "Now");
    assert_eq!(answer.differing, [0, 1]);
}

#[test]
fn numbers_of_different_things_do_not_disagree() {
    let day = jiff::civil::date(2024, 3, 1);
    let hits = vec![
        dated("Cars", "Polestar shipped 776 cars from Busan.", day),
        dated(
            "Money",
            "Polestar shipped 20 million tonnes from Busan.",
            day,
        ),
    ];
    let answer = ask("How much has Polestar shipped from Busan?", hits);
    assert_eq!(answer.excerpts.len(), 2);
    assert_eq!(answer.differing, Vec::<usize>::new());
}

#[test]
fn the_year_asked_about_outranks_the_newest_article() {
    let hits = vec![
        dated(
            "Then",
            "Polestar sold many cars in Norway.",
            jiff::civil::date(2022, 6, 1),
        ),
        dated(
            "Now",
            "Polestar sold many cars in Norway.  Yes.",
            jiff::civil::date(2025, 6, 1),
        ),
    ];
    let answer = ask("How many cars did Polestar sell in Norway in 2022?", hits);
    assert_eq!(answer.excerpts[0].source.title, "Then");
}

#[test]
fn a_passage_about_the_sibling_ranks_lower() {
    let hits = vec![
        hit(
            "Late",
            "The Polestar 3 came late, as its software was late.",
        ),
        hit("Plan", "The Polestar 5 is planned for summer."),
    ];
    let answer = ask("Was the Polestar 5 late?", hits);
    assert_eq!(answer.excerpts[0].source.title, "Plan");
}
