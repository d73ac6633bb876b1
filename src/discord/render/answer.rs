//! An answer as one message: first the sentence that answers, then its passage as a quote, then one
//! quiet line with its source, and notes for the asker about the question.

use super::quote::Quote;
use crate::discord::budget::{Page, width};
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::answer::{Answer, Coverage, Excerpt};
use lodestar_engine::article::{Source, Trust};

/// The most excerpts in a message; more would be too short to read.
pub(in crate::discord) const EXCERPTS: usize = 3;
/// Room for the sentence that answers. In UTF-16 code units, as everywhere here.
const SENTENCE: usize = 300;
/// Room for the first quote: about fifteen lines on a phone.
const FIRST_QUOTE: usize = 700;
/// Room for each further excerpt, with its source.
const FURTHER: usize = 420;
/// Room for each further quote: about six lines on a phone.
const FURTHER_QUOTE: usize = 280;
/// A quote shorter than this is not worth showing beside another.
const SHORTEST_QUOTE: usize = 60;
/// Titles, sections and words longer than this are cut.
const LONGEST_TITLE: usize = 120;
const LONGEST_SECTION: usize = 100;
const LONGEST_WORD: usize = 40;
/// The most parts of a filter listed.
const FILTERS: usize = 6;
/// The most unseen words listed.
const UNSEEN_WORDS: usize = 8;

/// Where an answer is shown, as far as its text depends on that.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Place {
    /// The page, counted from 0, and how many there are.
    pub(in crate::discord) page: usize,
    pub(in crate::discord) pages: usize,
    /// Whether the answer comes from a newer index than the one first asked.
    pub(in crate::discord) refreshed: bool,
    /// Whether buttons name the nearest titles.
    pub(in crate::discord) titles_below: bool,
}

impl Place {
    /// A separate message without buttons.
    pub(in crate::discord) const ALONE: Self = Self {
        page: 0,
        pages: 1,
        refreshed: false,
        titles_below: false,
    };
}

/// Renders an answer within Discord's limits.
pub(in crate::discord) fn answer(words: Words, answer: &Answer) -> String {
    answer_at(words, answer, Place::ALONE).text
}

/// A rendered answer.
pub(in crate::discord) struct Rendered {
    pub(in crate::discord) text: String,
    /// Whether the first passage is shown in full.
    pub(in crate::discord) first_is_whole: bool,
}

/// Renders a page of an answer, whose excerpts are those of the page.
pub(in crate::discord) fn answer_at(words: Words, answer: &Answer, place: Place) -> Rendered {
    let mut first_is_whole = false;
    let notes = notes(words, answer, place);
    let mut page = Page::reserving(&notes);
    match answer.state {
        Coverage::Answered => {
            if let Some(first) = answer.excerpts.first().filter(|_| place.page == 0) {
                push_sentence(&mut page, first);
            }
            first_is_whole = push_excerpts(words, &mut page, &answer.excerpts);
        }
        Coverage::Closest => {
            if place.page == 0 {
                page.push(&words.closest());
            }
            first_is_whole = push_excerpts(words, &mut page, &answer.excerpts);
        }
        Coverage::NotCovered if answer.excerpts.is_empty() && !answer.filter.is_empty() => {
            page.push(&words.nothing_among(&filter(words, answer)));
        }
        Coverage::NotCovered => {
            page.push(&words.not_covered());
            push_nearest(words, &mut page, &answer.excerpts, place);
        }
    }
    if page.is_empty() {
        page.push(&words.not_covered());
    }
    page.push_reserved(&notes);
    Rendered {
        text: page.finish(),
        first_is_whole,
    }
}

/// The quiet lines at the end.
fn notes(words: Words, answer: &Answer, place: Place) -> Vec<String> {
    let mut notes = Vec::new();
    let differing: Vec<String> = answer
        .differing
        .iter()
        .filter(|_| answer.state != Coverage::NotCovered)
        .filter_map(|&place| answer.excerpts.get(place))
        .take(EXCERPTS)
        .map(|excerpt| dated(words, &excerpt.source))
        .collect();
    if !differing.is_empty() {
        notes.push(words.sources_differ(&words.list(&differing)));
    }
    let shown = |word: &str| format!("*{}*", escape::line(word, LONGEST_WORD));
    if !answer.corrections.is_empty() {
        let corrections = answer.corrections.iter().take(UNSEEN_WORDS);
        let searched: Vec<String> = corrections.map(|it| shown(&it.searched)).collect();
        notes.push(words.searched_for(&words.list(&searched)));
    }
    if !answer.unseen.is_empty() {
        let unseen: Vec<String> = answer
            .unseen
            .iter()
            .take(UNSEEN_WORDS)
            .map(|word| shown(word))
            .collect();
        notes.push(words.unseen(&words.list(&unseen)));
    }
    if !answer.filter.is_empty() && !answer.excerpts.is_empty() {
        notes.push(words.narrowed(&filter(words, answer)));
    }
    if answer.question.cut > 0 {
        notes.push(words.question_cut(answer.question.text.chars().count()));
    }
    if place.refreshed {
        notes.push(words.refreshed());
    }
    if place.page > 0 {
        notes.push(format!("-# {}", words.page_of(place.page + 1, place.pages)));
    }
    notes
}

/// A source by its title, with its date.
fn dated(words: Words, source: &Source) -> String {
    let title = escape::line(&source.title, LONGEST_WORD);
    match source.shown_date() {
        Some(date) => format!("{title} ({})", words.date(date)),
        None => title,
    }
}

/// The filter applied to the passages, as typed.
fn filter(words: Words, answer: &Answer) -> String {
    let typed = answer.filter.iter().take(FILTERS);
    let shown: Vec<String> = typed
        .map(|part| format!("*{}*", escape::line(part, LONGEST_WORD)))
        .collect();
    words.list(&shown)
}

/// Adds the sentence that answers, unless its passage says nothing else.
fn push_sentence(page: &mut Page, excerpt: &Excerpt) {
    let Some(sentence) = excerpt.text.get(excerpt.sentence.clone()) else {
        return;
    };
    let sentence = sentence.trim();
    if sentence.is_empty() || sentence == excerpt.text.trim() {
        return;
    }
    let shown = escape::line(sentence, SENTENCE);
    if !shown.trim().is_empty() {
        page.push(&format!("**{}**", shown.trim()));
    }
}

/// Adds the first excerpt at its full permitted length, and as many more as fit. Returns whether
/// the first one is complete.
fn push_excerpts(words: Words, page: &mut Page, excerpts: &[Excerpt]) -> bool {
    let mut first_is_whole = false;
    let shown = excerpts.get(..EXCERPTS).unwrap_or(excerpts);
    for (index, excerpt) in shown.iter().enumerate() {
        let source = source_line(words, &excerpt.source, &excerpt.headings);
        let overhead = width(&source) + "\n\n".len();
        let (room, longest) = if index == 0 {
            let others = shown.len().saturating_sub(1) * FURTHER;
            (page.left().saturating_sub(others), FIRST_QUOTE)
        } else {
            (FURTHER.min(page.left()), FURTHER_QUOTE)
        };
        let Some(room) = room.checked_sub(overhead) else {
            continue;
        };
        if index > 0 && room < SHORTEST_QUOTE {
            continue;
        }
        let room = room.saturating_sub(1).min(longest);
        let quote = Quote::new(excerpt);
        if let Some(quoted) = quote.within(room) {
            let stands = page.push(&format!("{quoted}\n{source}\n"));
            if index == 0 {
                first_is_whole = stands && quote.is_whole_within(room);
            }
        }
    }
    first_is_whole
}

fn push_nearest(words: Words, page: &mut Page, excerpts: &[Excerpt], place: Place) {
    let titles = nearest(excerpts);
    if titles.is_empty() {
        return;
    }
    if place.titles_below {
        page.push(&words.nearest_buttons());
        return;
    }
    page.push(&words.nearest());
    for source in titles {
        let title = escape::line(&source.title, LONGEST_TITLE);
        page.push(&format!("- {title}"));
    }
}

/// The nearest articles, each once.
pub(in crate::discord) fn nearest(excerpts: &[Excerpt]) -> Vec<&Source> {
    let mut nearest: Vec<&Source> = Vec::new();
    for excerpt in excerpts {
        let title = &excerpt.source.title;
        if nearest.len() < EXCERPTS && !nearest.iter().any(|known| known.title == *title) {
            nearest.push(&excerpt.source);
        }
    }
    nearest
}

/// `-# Title › Section · <url> · date · unverified source`.
pub(super) fn source_line(words: Words, source: &Source, headings: &[String]) -> String {
    let mut line = format!("-# {}", escape::line(&source.title, LONGEST_TITLE));
    if let Some(section) = headings.last().filter(|section| **section != source.title) {
        line.push_str(" › ");
        line.push_str(&escape::line(section, LONGEST_SECTION));
    }
    if let Some(link) = source.url.as_deref().and_then(escape::link) {
        line.push_str(" · ");
        line.push_str(&link);
    }
    if let Some(date) = source.shown_date() {
        line.push_str(" · ");
        line.push_str(&words.date(date));
    }
    if source.trust == Trust::Low {
        line.push_str(" · ");
        line.push_str(&words.unverified());
    }
    line
}

#[cfg(test)]
mod tests;
