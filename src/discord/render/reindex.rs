//! The progress of a reindex, and what it changed.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::app::RunningReindex;
use crate::discord::budget::Page;
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::index::{Phase, Progress, Report, SkippedFile};

/// The most paths named in one list; the rest is counted.
const LISTED: usize = 8;
/// The most reasons for skipping that are named.
const REASONS: usize = 8;
/// Room for a name, a path or a reason, in UTF-16 code units.
const LONGEST_NAME: usize = 80;
const LONGEST_PATH: usize = 80;
const LONGEST_REASON: usize = 160;
/// Room for the line that counts what was left out.
const MORE: usize = 40;

/// One line on the progress of a reindex, with numbers once they are known.
pub(in crate::discord) fn progress(words: Words, progress: Progress, elapsed: Duration) -> String {
    let Progress {
        done,
        failed,
        total,
        ..
    } = progress;
    let mut shown = match progress.phase {
        Phase::Scanning => words.phase_scanning(),
        Phase::Indexing => words.phase_indexing(),
        Phase::Writing => words.phase_writing(),
        Phase::Verifying => words.phase_verifying(),
        Phase::Comparing => words.phase_comparing(),
        Phase::Publishing => words.phase_publishing(),
    };
    if progress.phase == Phase::Comparing {
        shown = words.phase_questions(&shown, done, total);
    } else if total > 0 {
        shown = words.phase_progress(&shown, done, total, failed);
    }
    format!("{shown} · {}", words.duration(elapsed))
}

/// Who started the running reindex, and its progress.
pub(in crate::discord) fn running(words: Words, run: &RunningReindex) -> String {
    words.reindex_running(
        &escape::line(&run.started_by, LONGEST_NAME),
        &progress(words, run.progress, run.elapsed),
    )
}

/// The lists of added, changed and removed articles that are not empty.
pub(super) fn push_changes(words: Words, page: &mut Page, report: &Report) {
    for (heading, paths) in [
        (words.added(report.added.len()), &report.added),
        (words.changed(report.changed.len()), &report.changed),
        (words.removed(report.removed.len()), &report.removed),
    ] {
        if !paths.is_empty() {
            page.push(&heading);
            push_list(words, page, paths.iter().map(String::as_str));
        }
    }
}

/// Skipped files grouped by reason, the most frequent reason first.
pub(super) fn push_skipped(words: Words, page: &mut Page, skipped: &[SkippedFile]) {
    if skipped.is_empty() {
        return;
    }
    page.push(&words.skipped(skipped.len()));
    let mut by_reason: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in skipped {
        by_reason.entry(&file.reason).or_default().push(&file.path);
    }
    let mut groups: Vec<_> = by_reason.into_iter().collect();
    groups.sort_by_key(|(_, paths)| std::cmp::Reverse(paths.len()));
    let mut left_out = 0;
    for (index, (reason, paths)) in groups.iter().enumerate() {
        let named: Vec<String> = paths
            .iter()
            .take(LISTED)
            .map(|path| escape::line(path, LONGEST_PATH))
            .collect();
        let mut line = format!(
            "- {}: {}",
            escape::line(reason, LONGEST_REASON),
            words.list(&named)
        );
        if let Some(more) = paths.len().checked_sub(LISTED).filter(|more| *more > 0) {
            line.push_str(&words.list_comma());
            line.push_str(&words.and_more(more));
        }
        let room = index < REASONS && page.left() > crate::discord::budget::width(&line) + MORE;
        if !(room && page.push(&line)) {
            left_out += paths.len();
        }
    }
    if left_out > 0 {
        page.push(&format!("- {}", words.and_more(left_out)));
    }
}

fn push_list<'a>(words: Words, page: &mut Page, paths: impl ExactSizeIterator<Item = &'a str>) {
    let total = paths.len();
    let mut listed = 0;
    for path in paths.take(LISTED) {
        let line = format!("- {}", escape::line(path, LONGEST_PATH));
        if page.left() <= crate::discord::budget::width(&line) + MORE || !page.push(&line) {
            break;
        }
        listed += 1;
    }
    if listed < total {
        page.push(&format!("- {}", words.and_more(total - listed)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_names_the_numbers_once_they_are_known() {
        let elapsed = Duration::from_secs(12);
        let mut given = Progress {
            phase: Phase::Scanning,
            done: 0,
            failed: 0,
            total: 0,
        };
        assert_eq!(
            progress(Words::ENGLISH, given, elapsed),
            "Looking for articles · 12 s"
        );
        (given.done, given.failed, given.total) = (40, 3, 1_000);
        given.phase = Phase::Indexing;
        assert_eq!(
            progress(Words::ENGLISH, given, elapsed),
            "Reading articles: 40 of 1,000 files, 3 failed · 12 s"
        );
    }
}
