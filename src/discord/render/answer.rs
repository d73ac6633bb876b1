//! An answer as one message: an honest opening, quotes with their sources, and what the asker
//! should know about the question.

use super::budget::{Page, width};
use super::quote::Quote;
use crate::answer::{Answer, Excerpt, State};
use crate::article::{Source, Trust};
use crate::discord::escape;
use crate::discord::words::Words;

/// Excerpts in a message at most; more would be too short to read.
const EXCERPTS: usize = 3;
/// Room for each excerpt after the first, with its source. UTF-16 code units, as all room here.
const FURTHER: usize = 420;
/// A quote shorter than this is not worth showing beside another.
const SHORTEST_QUOTE: usize = 60;
/// Titles, sections and words longer than this are cut.
const LONGEST_TITLE: usize = 120;
const LONGEST_SECTION: usize = 100;
const LONGEST_WORD: usize = 40;
/// Unseen words listed at most.
const UNSEEN_WORDS: usize = 8;

/// Renders an answer within Discord's limits.
pub(in crate::discord) fn answer(words: Words, answer: &Answer) -> String {
    let notes = notes(words, answer);
    let mut page = Page::reserving(&notes);
    match answer.state {
        State::Answered => push_excerpts(words, &mut page, &answer.excerpts),
        State::Closest => {
            page.push(&words.closest());
            push_excerpts(words, &mut page, &answer.excerpts);
        }
        State::NotCovered => {
            page.push(&words.not_covered());
            push_nearest(words, &mut page, &answer.excerpts);
        }
    }
    if page.is_empty() {
        page.push(&words.not_covered());
    }
    page.push_reserved(&notes);
    page.finish()
}

/// The quiet lines at the end.
fn notes(words: Words, answer: &Answer) -> Vec<String> {
    let mut notes = Vec::new();
    if !answer.unseen.is_empty() {
        let unseen: Vec<String> = answer
            .unseen
            .iter()
            .take(UNSEEN_WORDS)
            .map(|word| format!("*{}*", escape::line(word, LONGEST_WORD)))
            .collect();
        notes.push(words.unseen(&words.list(&unseen)));
    }
    if answer.question.cut > 0 {
        notes.push(words.question_cut(answer.question.text.chars().count()));
    }
    notes
}

/// The first excerpt in full if possible, and as many further ones as there is room for.
fn push_excerpts(words: Words, page: &mut Page, excerpts: &[Excerpt]) {
    let shown = excerpts.get(..EXCERPTS).unwrap_or(excerpts);
    for (index, excerpt) in shown.iter().enumerate() {
        let source = source_line(words, &excerpt.source, &excerpt.headings);
        let overhead = width(&source) + "\n\n".len();
        let room = if index == 0 {
            let others = shown.len().saturating_sub(1) * FURTHER;
            page.left().saturating_sub(others)
        } else {
            FURTHER.min(page.left())
        };
        let Some(quote_room) = room.checked_sub(overhead) else {
            continue;
        };
        if index > 0 && quote_room < SHORTEST_QUOTE {
            continue;
        }
        if let Some(quote) = Quote::new(excerpt).within(quote_room.saturating_sub(1)) {
            page.push(&format!("{quote}\n{source}\n"));
        }
    }
}

fn push_nearest(words: Words, page: &mut Page, excerpts: &[Excerpt]) {
    let mut titles: Vec<&str> = Vec::new();
    for excerpt in excerpts.iter().take(EXCERPTS) {
        if !titles.contains(&excerpt.source.title.as_str()) {
            titles.push(&excerpt.source.title);
        }
    }
    if titles.is_empty() {
        return;
    }
    page.push(&words.nearest());
    for title in titles {
        let title = escape::line(title, LONGEST_TITLE);
        page.push(&format!("- {title}"));
    }
}

/// `— **Title** › Section · date · <url>`.
fn source_line(words: Words, source: &Source, headings: &[String]) -> String {
    let mut line = format!("— **{}**", escape::line(&source.title, LONGEST_TITLE));
    if let Some(section) = headings.last().filter(|section| **section != source.title) {
        line.push_str(" › ");
        line.push_str(&escape::line(section, LONGEST_SECTION));
    }
    if let Some(date) = source.shown_date() {
        line.push_str(" · ");
        line.push_str(&words.date(date));
    }
    if source.trust == Trust::Low {
        line.push_str(" · ");
        line.push_str(&words.unverified());
    }
    if let Some(link) = source.url.as_deref().and_then(escape::link) {
        line.push_str(" · ");
        line.push_str(&link);
    }
    line
}

#[cfg(test)]
mod tests;
