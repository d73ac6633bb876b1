//! What a reindex would change or has changed: briefly below the outcome, and in full on pages for
//! a single reader.

use super::reindex::{push_changes, push_skipped};
use crate::app::Hold;
use crate::app::release::{First, GoldenChange, Release, Verdict};
use crate::discord::api::custom_id::Action;
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::budget::LIMIT;
use crate::discord::budget::{Page, cut, width};
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::index::{Change, HistoryEntry, Report};

/// Room for a question, a passage's place, its sentence and a reason, in UTF-16 code units.
const QUESTION: usize = 160;
const PLACE: usize = 120;
const SENTENCE: usize = 200;
const REASON: usize = 300;
const NAME: usize = 80;
/// How many golden questions are named below the outcome; the details list the rest.
const NAMED: usize = 3;
/// Room at the end of a page of details for its footer.
const FOOTER: usize = 60;
/// How many index events are shown.
const EVENTS: usize = 15;

/// What became of a release.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) enum Standing<'a> {
    Unchanged,
    Published,
    Waiting(&'a Hold),
}

/// Recent questions that the reader may see.
#[derive(Debug, Default)]
pub(in crate::discord) struct Told {
    pub(in crate::discord) texts: Vec<String>,
    /// How many were asked in channels that the reader cannot see.
    pub(in crate::discord) elsewhere: usize,
}

/// The outcome of a reindex, with what can be done about it.
pub(in crate::discord) fn release(words: Words, release: &Release, standing: Standing<'_>) -> Body {
    let Release { report, .. } = release;
    let ends = measures(words, release);
    let mut page = Page::reserving(&ends);
    let took = words.duration(report.took);
    match standing {
        Standing::Unchanged => {
            page.push(&words.reindex_done(&took, report.articles, report.passages));
            page.push(&words.reindex_unchanged());
        }
        Standing::Published => {
            page.push(&words.reindex_done(&took, report.articles, report.passages));
        }
        Standing::Waiting(hold) => {
            page.push(&words.release_waiting(&took, report.articles, report.passages));
            page.push(&held(words, hold));
        }
    }
    push_changes(words, &mut page, report);
    push_skipped(words, &mut page, &report.skipped);
    page.push_reserved(&ends);
    let buttons = match standing {
        Standing::Unchanged => Vec::new(),
        Standing::Published => vec![details_button(words, release)],
        Standing::Waiting(_) => decisions(words, release),
    };
    Body::new(&page.finish()).with(Row::of_buttons(buttons))
}

/// The same message once somebody has decided.
pub(in crate::discord) fn decided(words: Words, release: &Release, sentence: &str) -> Body {
    let ends = measures(words, release);
    let mut page = Page::reserving(&ends);
    page.push(sentence);
    push_changes(words, &mut page, &release.report);
    push_skipped(words, &mut page, &release.report.skipped);
    page.push_reserved(&ends);
    let mut buttons = Vec::new();
    if release.report.published {
        buttons.push(details_button(words, release));
    }
    Body::new(&page.finish()).with(Row::of_buttons(buttons))
}

fn decisions(words: Words, release: &Release) -> Vec<Button> {
    let key = release.key();
    vec![
        Button::new(&words.button_publish(), Action::Publish { release: key }).positive(),
        Button::new(&words.button_discard(), Action::Discard { release: key }).dangerous(),
        details_button(words, release),
    ]
}

fn details_button(words: Words, release: &Release) -> Button {
    let action = Action::Details {
        release: release.key(),
        page: 0,
    };
    Button::new(&words.button_details(), action)
}

/// Somebody's name, for use in a sentence.
pub(in crate::discord) fn name(by: &str) -> String {
    escape::line(by, NAME)
}

pub(in crate::discord) fn held(words: Words, hold: &Hold) -> String {
    match hold {
        Hold::Rule => words.release_held_rule(),
        Hold::Regressions(count) => words.release_held_golden(*count),
        Hold::Unjudged(problem) => words.release_held_unjudged(&escape::line(problem, REASON)),
        Hold::Empties => words.release_held_empty(),
        Hold::Undone => words.release_held_undone(),
    }
}

/// How golden and recent questions fare, and the sizes.
fn measures(words: Words, release: &Release) -> Vec<String> {
    let mut lines = Vec::new();
    let (golden, recent) = (&release.golden, &release.recent);
    if golden.asked > 0 {
        lines.push(words.release_golden(
            golden.asked,
            golden.changed.len(),
            golden.worse(),
            golden.better(),
        ));
        let mut named: Vec<&GoldenChange> = golden.changed.iter().collect();
        named.sort_by_key(|it| it.verdict != Verdict::Worse);
        for change in named.iter().take(NAMED) {
            let places = [&change.before, &change.after].map(|it| title(words, it.as_ref()));
            let [before, after] = places;
            lines.push(format!(
                "- {} {}: {before} → {after}",
                mark(change.verdict),
                escape::line(&change.question, QUESTION)
            ));
        }
        if let Some(more) = named.len().checked_sub(NAMED).filter(|more| *more > 0) {
            lines.push(format!("- {}", words.and_more(more)));
        }
    }
    if recent.asked > 0 {
        lines.push(words.release_recent(recent.asked, recent.answered.len(), recent.stopped.len()));
    }
    lines
}

/// All details, on pages.
pub(in crate::discord) fn details(
    words: Words,
    release: &Release,
    answered: &Told,
    stopped: &Told,
    page: usize,
) -> Option<Body> {
    let mut pages = pack(lines(words, release, answered, stopped));
    let count = pages.len();
    if page >= count {
        return None;
    }
    let mut text = pages.swap_remove(page);
    let turn = |page: usize| Action::Details {
        release: release.key(),
        page: u32::try_from(page).unwrap_or(u32::MAX),
    };
    let mut buttons = Vec::new();
    if count > 1 {
        text.push_str(&format!("\n-# {}", words.page_of(page + 1, count)));
        if let Some(before) = page.checked_sub(1) {
            buttons.push(Button::new(&words.button_back(), turn(before)));
        }
        if page + 1 < count {
            buttons.push(Button::new(&words.button_next(), turn(page + 1)));
        }
    }
    Some(Body::new(&text).with(Row::of_buttons(buttons)))
}

fn lines(words: Words, release: &Release, answered: &Told, stopped: &Told) -> Vec<String> {
    let Release { golden, report, .. } = release;
    let mut lines = Vec::new();
    if golden.asked > 0 {
        lines.push(words.release_golden(
            golden.asked,
            golden.changed.len(),
            golden.worse(),
            golden.better(),
        ));
    }
    for change in &golden.changed {
        lines.push(format!(
            "{} {}",
            mark(change.verdict),
            escape::line(&change.question, QUESTION)
        ));
        lines.push(format!(
            "- {}",
            words.golden_before(&passage(words, change.before.as_ref()))
        ));
        lines.push(format!(
            "- {}",
            words.golden_after(&passage(words, change.after.as_ref()))
        ));
    }
    for (heading, told) in [
        (words.details_answered(), answered),
        (words.details_stopped(), stopped),
    ] {
        if told.texts.is_empty() && told.elsewhere == 0 {
            continue;
        }
        lines.push(heading);
        let texts = told.texts.iter();
        lines.extend(texts.map(|text| format!("- {}", escape::line(text, QUESTION))));
        if told.elsewhere > 0 {
            lines.push(format!("- {}", words.details_elsewhere(told.elsewhere)));
        }
    }
    for (heading, paths) in [
        (words.added(report.added.len()), &report.added),
        (words.changed(report.changed.len()), &report.changed),
        (words.removed(report.removed.len()), &report.removed),
    ] {
        if !paths.is_empty() {
            lines.push(heading);
            lines.extend(
                paths
                    .iter()
                    .map(|path| format!("- {}", escape::line(path, PLACE))),
            );
        }
    }
    if !report.skipped.is_empty() {
        lines.push(words.skipped(report.skipped.len()));
        lines.extend(report.skipped.iter().map(|file| {
            let (path, reason) = (
                escape::line(&file.path, PLACE),
                escape::line(&file.reason, REASON),
            );
            format!("- {path}: {reason}")
        }));
    }
    lines.extend(sizes(words, release));
    lines
}

fn sizes(words: Words, release: &Release) -> Vec<String> {
    let Some(before) = release.before else {
        return Vec::new();
    };
    let after = release.after;
    let share = |confidence: f32| format!("{confidence:.2}");
    vec![
        words.release_size(
            before.passages,
            after.passages,
            &words.memory(before.disk_bytes),
            &words.memory(after.disk_bytes),
        ),
        words.release_calibration(
            &share(before.answered),
            &share(after.answered),
            &share(before.covered),
            &share(after.covered),
        ),
    ]
}

/// Packs lines into as few messages as possible.
fn pack(lines: Vec<String>) -> Vec<String> {
    let mut pages: Vec<String> = Vec::new();
    for line in lines {
        match pages.last_mut() {
            Some(page) if width(page) + width(&line) < LIMIT - FOOTER => {
                page.push('\n');
                page.push_str(&line);
            }
            _ => pages.push(line),
        }
    }
    pages
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Worse => "❌",
        Verdict::Better => "✅",
        Verdict::Same => "↔️",
    }
}

fn title(words: Words, first: Option<&First>) -> String {
    match first {
        Some(first) => place(first),
        None => words.golden_nothing(),
    }
}

fn place(first: &First) -> String {
    let titles = std::iter::once(&first.title).chain(&first.headings);
    let titles: Vec<&str> = titles.map(String::as_str).collect();
    escape::line(&titles.join(" › "), PLACE)
}

fn passage(words: Words, first: Option<&First>) -> String {
    match first {
        Some(first) => format!(
            "{}: {}",
            place(first),
            escape::line(&first.sentence, SENTENCE)
        ),
        None => words.golden_nothing(),
    }
}

/// What going back changed.
pub(in crate::discord) fn rolled_back(words: Words, to: u64, report: &Report) -> String {
    let mut page = Page::default();
    page.push(&words.rolled_back(&to.to_string(), &report.generation.to_string()));
    push_changes(words, &mut page, report);
    page.finish()
}

/// The history of the index, newest first, and the release waiting for a decision, with the reason.
pub(in crate::discord) fn history(
    words: Words,
    events: &[HistoryEntry],
    waiting: Option<(&Release, &Hold)>,
) -> Body {
    let mut page = Page::default();
    let mut buttons = Vec::new();
    if let Some((release, hold)) = waiting {
        let Report {
            took,
            articles,
            passages,
            ..
        } = release.report;
        page.push(&words.release_waiting(&words.duration(took), articles, passages));
        page.push(&held(words, hold));
        buttons = decisions(words, release);
    }
    page.push(&words.history_heading());
    if events.is_empty() {
        page.push(&words.history_empty());
    }
    for event in events.iter().take(EVENTS) {
        if !page.push(&format!("- {}", self::event(words, event))) {
            break;
        }
    }
    Body::new(&page.finish()).with(Row::of_buttons(buttons))
}

fn event(words: Words, event: &HistoryEntry) -> String {
    let (when, by) = (words.relative(event.at), name(&event.by));
    let generation = event.generation.to_string();
    let happened = match event.change {
        Change::Published => words.history_published(&when, &generation, &by),
        Change::RolledBack { to } => {
            words.history_rolled_back(&when, &by, &to.to_string(), &generation)
        }
        Change::Discarded => words.history_discarded(&when, &by),
    };
    let counts = words.history_counts(event.added, event.changed, event.removed, event.skipped);
    if event.regressions > 0 {
        let worse = words.history_worse(event.regressions);
        return format!("{happened} · {counts} · {worse}");
    }
    format!("{happened} · {counts}")
}

/// The progress of a running reindex, with a button to cancel it.
pub(in crate::discord) fn progress(words: Words, text: &str, run: u64) -> Body {
    let cancel = Button::new(&words.button_cancel(), Action::CancelReindex { run });
    Body::new(&cut(text, LIMIT)).with(Row::of_buttons(vec![cancel]))
}

#[cfg(test)]
mod tests;
