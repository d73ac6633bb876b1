//! Stories about whole answers, on passages written down here.

use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::article::Trust;
use crate::index::analysis;
use crate::language::Language;
use crate::passage::Passage;

/// A passage of its own article, titled `title`.
fn hit(title: &str, text: &str) -> Hit {
    let mut end = 0;
    let sentences = text
        .unicode_sentences()
        .map(|sentence| {
            let start = end;
            end += sentence.len();
            start..start + sentence.trim_end().len()
        })
        .collect();
    let source = Source {
        path: format!("{title}.md"),
        title: title.to_owned(),
        url: None,
        date: None,
        updated: None,
        author: None,
        language: Language::English,
        tags: Vec::new(),
        trust: Trust::Normal,
        references: Vec::new(),
    };
    let passage = Passage {
        headings: Vec::new(),
        position: 0,
        text: text.to_owned(),
        sentences,
    };
    Hit {
        source: Arc::new(source),
        passage,
        score: 1.0,
    }
}

/// Asks of these passages, which are all there is.
fn ask(question: &str, hits: Vec<Hit>) -> Answer {
    let asked = Asked::new(Question::clean(question, 500), &[], &[Language::English]);
    let holds = |hit: &Hit, stems: &[String]| {
        let text = format!("{} {}", hit.source.title, hit.passage.text);
        analysis::tokens(&text, Language::English)
            .iter()
            .any(|token| stems.contains(&token.stem))
    };
    let frequencies = asked
        .terms()
        .iter()
        .map(|term| hits.iter().filter(|hit| holds(hit, &term.stems)).count() as u64)
        .collect();
    let statistics = Statistics {
        frequencies,
        passages: hits.len() as u64,
        generation: 1,
    };
    compose(asked, hits, &statistics, 3)
}

fn marked(excerpt: &Excerpt) -> Vec<&str> {
    excerpt
        .highlights
        .iter()
        .map(|range| &excerpt.text[range.clone()])
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
    assert_eq!(answer.state, State::Answered);
    let best = &answer.excerpts[0];
    assert_eq!(best.source.title, "Polestar 3");
    assert_eq!(
        &best.text[best.sentence.clone()],
        "The Polestar 3 is built in Chengdu and in South Carolina."
    );
    assert_eq!(marked(best), ["Polestar 3", "built"]);
}

#[test]
fn a_question_about_something_else_is_not_covered_and_says_which_words_are_unknown() {
    let answer = ask("How tasty are bananas in Oslo?", plants());
    assert_eq!(answer.state, State::NotCovered);
    assert_eq!(answer.unseen, ["tasty", "bananas", "Oslo"]);
}

#[test]
fn a_half_known_question_is_not_called_answered() {
    let answer = ask("Which tyres does the Polestar 3 wear?", plants());
    assert_ne!(answer.state, State::Answered);
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
fn a_distrusted_article_gives_way_to_one_that_answers_as_well() {
    let mut rumour = hit("Rumour", "The Polestar 3 is built in Zurich.");
    Arc::make_mut(&mut rumour.source).trust = Trust::Low;
    let answer = ask(
        "Where is the Polestar 3 built?",
        vec![rumour, hit("Report", "The Polestar 3 is built in Chengdu.")],
    );
    assert_eq!(answer.excerpts[0].source.title, "Report");
}

#[test]
fn a_question_of_stop_words_alone_is_not_covered() {
    let answer = ask("What is it?", plants());
    assert_eq!((answer.state, answer.unseen.len()), (State::NotCovered, 0));
}

#[test]
fn when_is_answered_by_the_sentence_with_the_date() {
    let hits = vec![hit(
        "Start",
        "Production of the car in Luqiao was a big moment. Production in Luqiao began on 24 March 2020.",
    )];
    let answer = ask("When did production in Luqiao start?", hits);
    let best = &answer.excerpts[0];
    assert!(best.text[best.sentence.clone()].ends_with("2020."));
}
