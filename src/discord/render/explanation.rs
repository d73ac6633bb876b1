//! Explains an answer in one message.

use crate::discord::budget::Page;
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::answer::{
    Contribution, Coverage, Expected, ExplainedPassage, Explanation, Fate, QuestionWord,
};

/// Room for words and titles, in UTF-16 code units.
const WORD: usize = 40;
const PLACE: usize = 100;
/// How many words are explained, and how many synonyms of each.
const WORDS: usize = 10;
const ALSO: usize = 6;
/// How many parts of a passage's score and of the confidence are named.
const PARTS: usize = 3;

pub(in crate::discord) fn explanation(words: Words, told: &Explanation) -> String {
    let mut last = Vec::new();
    last.extend(
        told.pinned
            .as_ref()
            .map(|place| words.explain_pinned(&escape::line(place, PLACE))),
    );
    last.extend(told.expected.as_ref().map(|it| expected(words, it)));
    let mut page = Page::reserving(&last);
    let confidence = words.explain_state(
        state(told.state),
        &number(told.confidence),
        &number(told.thresholds.answered),
        &number(told.thresholds.covered),
    );
    page.push(&confidence);
    if !told.signals.is_empty() {
        page.push(&words.explain_signals(&parts(&told.signals)));
    }
    for word in told.words.iter().take(WORDS) {
        page.push(&format!("- {}", self::word(words, word)));
    }
    for correction in &told.corrections {
        let searched = format!("*{}*", escape::line(&correction.searched, WORD));
        page.push(&words.searched_for(&searched));
    }
    if !told.unseen.is_empty() {
        page.push(&words.unseen(&listed(words, &told.unseen)));
    }
    page.push(&words.explain_candidates(told.candidates));
    for (place, passage) in told.passages.iter().enumerate() {
        page.push(&self::passage(words, place + 1, passage));
    }
    page.push_reserved(&last);
    page.finish()
}

/// The word that sentences use to select a state.
pub(super) fn state(state: Coverage) -> &'static str {
    match state {
        Coverage::Answered => "answered",
        Coverage::Closest => "closest",
        Coverage::NotCovered => "not_covered",
    }
}

fn number(value: f32) -> String {
    format!("{value:.2}")
}

fn parts(parts: &[Contribution]) -> String {
    let shown = parts.iter().take(PARTS);
    let shown: Vec<String> = shown
        .map(|part| format!("`{}` {:+.2}", part.name, part.weighs))
        .collect();
    shown.join(" · ")
}

fn listed(words: Words, items: &[String]) -> String {
    let items = items.iter().take(WORDS);
    let items: Vec<String> = items
        .map(|it| format!("*{}*", escape::line(it, WORD)))
        .collect();
    words.list(&items)
}

fn word(words: Words, word: &QuestionWord) -> String {
    let code = |forms: &[String], most: usize| {
        let forms = forms.iter().take(most);
        let forms: Vec<String> = forms
            .map(|it| format!("`{}`", it.replace('`', "'")))
            .collect();
        words.list(&forms)
    };
    let passages = usize::try_from(word.passages).unwrap_or(usize::MAX);
    let typed = escape::line(&word.typed, WORD);
    let mut line = words.explain_word(&typed, &code(&word.stems, ALSO), passages);
    if !word.also.is_empty() {
        line.push_str(&words.list_comma());
        line.push_str(&words.explain_also(&code(&word.also, ALSO)));
    }
    line
}

fn passage(words: Words, place: usize, passage: &ExplainedPassage) -> String {
    let title = escape::line(&passage.title, PLACE);
    let heading = passage.headings.last().filter(|it| **it != passage.title);
    let heading = heading.map(|it| format!(" › {}", escape::line(it, PLACE)));
    let mut line = format!(
        "{place}. **{title}{}** {:.2}\n-# {}",
        heading.unwrap_or_default(),
        passage.score,
        parts(&passage.parts)
    );
    if !passage.lacks.is_empty() {
        line.push_str(" · ");
        line.push_str(&words.explain_lacks(&listed(words, &passage.lacks)));
    }
    line
}

fn expected(words: Words, expected: &Expected) -> String {
    let article = escape::line(&expected.article, PLACE);
    match &expected.fate {
        Fate::First => words.expected_first(&article),
        Fate::NotIndexed => words.expected_gone(&article),
        Fate::NoCandidate { lacks } if lacks.is_empty() => words.expected_crowded(&article),
        Fate::NoCandidate { lacks } => words.expected_missing(&article, &listed(words, lacks)),
        Fate::Behind {
            rank,
            behind_by,
            most,
            lacks,
        } => {
            let mut line = words.expected_behind(&article, &rank.to_string(), &number(*behind_by));
            if let Some(most) = most {
                let (first, own) = (number(most.first), number(most.expected));
                let name = format!("`{}`", most.name);
                line.push(' ');
                line.push_str(&words.expected_most(&name, &first, &own, &number(most.weighs)));
            }
            if !lacks.is_empty() {
                line.push_str(&format!(
                    " ({})",
                    words.explain_lacks(&listed(words, lacks))
                ));
            }
            line
        }
    }
}
