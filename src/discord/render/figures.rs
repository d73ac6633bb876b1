//! How a server's questions went, in one message.

use jiff::civil::Date;

use super::budget::Page;
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{Gap, StoreFigures};

/// Room for a question or a title, in UTF-16 code units.
const LINE: usize = 90;
/// Gaps that are named.
const GAPS: usize = 5;

/// What is shown beside the store's figures.
#[derive(Debug, Default)]
pub(in crate::discord) struct Beside<'a> {
    /// Alike questions together, the most often asked first.
    pub(in crate::discord) gaps: &'a [Vec<Gap>],
    /// Articles that answer although they are old, with their dates.
    pub(in crate::discord) stale: &'a [(String, Date)],
}

pub(in crate::discord) fn figures(
    words: Words,
    heading: &str,
    figures: &StoreFigures,
    beside: &Beside<'_>,
) -> String {
    let mut page = Page::default();
    page.push(heading);
    let share = (figures.answered * 100).checked_div(figures.questions);
    if let Some(percent) = share {
        page.push(&words.stats_questions(count(figures.questions), count(figures.askers)));
        page.push(&words.stats_answered(&percent.to_string(), count(figures.not_covered)));
        page.push(&words.stats_votes(count(figures.up), count(figures.down)));
    } else {
        page.push(&words.stats_none());
    }
    let lines = figures.most_asked.iter();
    let lines = lines.map(|it| format!("{} ({})", escape::line(&it.text, LINE), it.people));
    section(&mut page, &words.stats_most_asked(), lines);
    let lines = beside.gaps.iter().take(GAPS).filter_map(|group| {
        let times: u64 = group
            .iter()
            .map(|it| it.not_covered + it.voted_down + it.reporters)
            .sum();
        let text = escape::line(&group.first()?.text, LINE);
        Some(format!("{text} ({times})"))
    });
    section(&mut page, &words.stats_gaps(), lines);
    let lines = figures.slowest.iter().map(|it| {
        let took = words.duration(std::time::Duration::from_millis(it.took_ms));
        format!("{} ({took})", escape::line(&it.text, LINE))
    });
    section(&mut page, &words.stats_slowest(), lines);
    let stale = beside.stale.iter();
    let lines =
        stale.map(|(title, date)| format!("{} ({})", escape::line(title, LINE), words.date(*date)));
    section(&mut page, &words.stats_stale(), lines);
    page.finish()
}

/// A heading and what stands below it, if there is anything.
fn section(page: &mut Page, heading: &str, lines: impl Iterator<Item = String>) {
    for (number, line) in lines.enumerate() {
        if number == 0 {
            page.push(heading);
        }
        page.push(&format!("- {line}"));
    }
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
