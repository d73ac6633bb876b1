//! The corpus for admins: the list of its articles, a single article, one waiting to be added, and
//! the followed sources.

use crate::app::{Followed, Listed, State, Summary};
use crate::discord::budget::LIMIT;
use crate::discord::budget::{Page, width};
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::article::Trust;

/// Room for text by others in a list, and on its own, in UTF-16 code units.
const SHORT: usize = 80;
const LONG: usize = 300;

/// How many headings of an article are shown.
const SECTIONS: usize = 12;

/// Room reserved for the first and the last line of a list.
const FRAME: usize = 200;

/// A page of a list.
pub(in crate::discord) struct Catalogued {
    pub(in crate::discord) text: String,
    /// Counted from 0.
    pub(in crate::discord) page: usize,
    pub(in crate::discord) pages: usize,
}

/// Splits lines into pages of Discord's size and returns the wanted one under a heading.
pub(super) fn paged(words: Words, heading: &str, lines: &[String], page: usize) -> Catalogued {
    let room = LIMIT - FRAME;
    let mut pages: Vec<Vec<&str>> = Vec::new();
    let mut used = room;
    for line in lines {
        used += width(line) + 1;
        match pages.last_mut() {
            Some(last) if used <= room => last.push(line),
            _ => {
                pages.push(vec![line]);
                used = width(line) + 1;
            }
        }
    }
    let page = page.min(pages.len().saturating_sub(1));
    let mut text = heading.to_owned();
    for line in pages.get(page).into_iter().flatten() {
        text.push('\n');
        text.push_str(line);
    }
    if pages.len() > 1 {
        text.push_str(&format!("\n-# {}", words.page_of(page + 1, pages.len())));
    }
    Catalogued {
        text,
        page,
        pages: pages.len(),
    }
}

/// A page of the list of articles, counted from 0.
pub(in crate::discord) fn catalogue(words: Words, listed: &[Listed], page: usize) -> Catalogued {
    let lines: Vec<String> = listed.iter().map(|it| line(words, it)).collect();
    paged(words, &words.corpus_heading(listed.len()), &lines, page)
}

fn line(words: Words, listed: &Listed) -> String {
    let mark = match listed.state {
        State::Indexed => "✅",
        State::Waiting => "⏳",
        State::Skipped(_) => "⚠️",
    };
    let path = escape::line(&listed.path, SHORT);
    let mut parts = match &listed.summary {
        Some(summary) => {
            let title = escape::line(&summary.source.title, SHORT);
            vec![format!("{mark} **{title}** · {path}")]
        }
        None => vec![format!("{mark} {path}")],
    };
    parts.extend(state(words, &listed.state, SHORT));
    if let Some(summary) = &listed.summary {
        parts.extend(summary.source.shown_date().map(|date| words.date(date)));
        parts.extend(trust(words, summary.source.trust));
        parts.extend(used(words, listed));
    }
    parts.join(" · ")
}

fn state(words: Words, state: &State, room: usize) -> Option<String> {
    match state {
        State::Indexed => None,
        State::Waiting => Some(words.corpus_waiting()),
        State::Skipped(reason) => Some(words.corpus_skipped(&escape::line(reason, room))),
    }
}

fn trust(words: Words, trust: Trust) -> Option<String> {
    match trust {
        Trust::High => Some(words.corpus_trust("high")),
        Trust::Normal => None,
        Trust::Low => Some(words.corpus_trust("low")),
    }
}

fn used(words: Words, listed: &Listed) -> Option<String> {
    let uses = listed.uses?;
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let mut text = words.corpus_used(count(uses.shown));
    if uses.up + uses.down > 0 {
        text.push_str(&format!(" · 👍 {} 👎 {}", uses.up, uses.down));
    }
    Some(text)
}

/// All about one article.
pub(in crate::discord) fn article(words: Words, listed: &Listed) -> String {
    let mut page = Page::default();
    let Some(summary) = &listed.summary else {
        page.push(&format!("**{}**", escape::line(&listed.path, LONG)));
        page.push(&state(words, &listed.state, LONG).unwrap_or_default());
        return page.finish();
    };
    describe(words, &mut page, summary);
    let mut parts = vec![escape::line(&listed.path, LONG)];
    parts.extend(state(words, &listed.state, LONG));
    parts.extend(used(words, listed));
    page.push(&parts.join(" · "));
    begin(words, &mut page, summary);
    page.finish()
}

/// An article as it would be added.
pub(in crate::discord) fn article_preview(words: Words, summary: &Summary) -> String {
    let mut page = Page::default();
    page.push(&words.corpus_preview());
    describe(words, &mut page, summary);
    begin(words, &mut page, summary);
    page.finish()
}

fn describe(words: Words, page: &mut Page, summary: &Summary) {
    let source = &summary.source;
    page.push(&format!("**{}**", escape::line(&source.title, LONG)));
    let mut parts = vec![words.corpus_words(summary.words)];
    parts.extend(source.shown_date().map(|date| words.date(date)));
    parts.extend(source.author.as_deref().map(|it| escape::line(it, SHORT)));
    parts.extend(trust(words, source.trust));
    page.push(&parts.join(" · "));
    if let Some(url) = &source.url {
        page.push(&escape::line(url, LONG));
    }
    if !source.tags.is_empty() {
        let tags: Vec<String> = source
            .tags
            .iter()
            .map(|tag| escape::line(tag, SHORT))
            .collect();
        page.push(&words.corpus_tags(&words.list(&tags)));
    }
    for (by, at) in summary.added.iter().map(|it| (&it.by, &it.at)) {
        let from = summary.added.as_ref().map_or("", |it| it.from.as_str());
        let [by, at, from] = [by, at, from].map(|it| escape::line(it, SHORT));
        page.push(&words.corpus_added_by(&by, &at, &from));
    }
}

fn begin(words: Words, page: &mut Page, summary: &Summary) {
    if !summary.sections.is_empty() {
        let shown = summary.sections.iter().take(SECTIONS);
        let shown: Vec<String> = shown.map(|it| escape::line(it, SHORT)).collect();
        page.push(&words.corpus_sections(summary.sections.len(), &words.list(&shown)));
    }
    if !summary.opening.is_empty() {
        page.push(&format!("> {}", escape::line(&summary.opening, LONG)));
    }
}

/// The followed sources, failing ones first.
pub(in crate::discord) fn sources(words: Words, followed: &[Followed]) -> String {
    let mut page = Page::default();
    if followed.is_empty() {
        return words.sources_none();
    }
    page.push(&words.sources_heading(followed.len()));
    let mut followed: Vec<&Followed> = followed.iter().collect();
    followed.sort_by_key(|it| it.failure.is_none());
    let total = followed.len();
    for (shown, it) in followed.into_iter().enumerate() {
        let name = escape::line(&it.name, SHORT);
        let when = it.looked_at.map(|at| words.relative(at));
        let line = match (&it.failure, when) {
            (_, None) => format!("⏳ {}", words.source_new(&name)),
            (Some(reason), Some(when)) => {
                let reason = escape::line(reason, LONG);
                format!("⚠️ {}", words.source_failed(&name, &reason, &when))
            }
            (None, Some(when)) => {
                format!("✅ {}", words.source_well(&name, it.articles, &when))
            }
        };
        if !page.push(&line) {
            page.push(&words.and_more(total - shown));
            break;
        }
    }
    page.finish()
}
