//! The state of the index.

use super::reindex::{progress, push_changes, push_skipped};
use crate::app::Status;
use crate::discord::budget::Page;
use crate::discord::escape;
use crate::discord::words::Words;

/// Room for a name or an error, in UTF-16 code units.
const LONGEST_NAME: usize = 80;
const LONGEST_ERROR: usize = 400;

/// Renders the state of the index within Discord's limits.
pub(in crate::discord) fn status(words: Words, status: &Status) -> String {
    let mut page = Page::default();
    match &status.live {
        Some(live) => {
            let published = words.relative(live.published);
            page.push(&words.generation(&live.generation.to_string(), &published));
            let disk = words.memory(live.disk_bytes);
            page.push(&words.size(live.articles, live.passages, &disk));
            page.push(&words.thresholds(
                &format!("{:.2}", live.thresholds.answered),
                &format!("{:.2}", live.thresholds.covered),
                live.calibrated_on,
            ));
        }
        None => {
            page.push(&words.no_index_yet());
        }
    }
    if let Some(run) = &status.reindexing {
        page.push(&words.running_reindex(
            &escape::line(&run.started_by, LONGEST_NAME),
            &progress(words, run.progress, run.elapsed),
        ));
    }
    if let Some(reason) = &status.last_failure {
        page.push(&words.last_failure(&escape::line(reason, LONGEST_ERROR)));
    }
    if let Some(report) = &status.last_report {
        let started = words.relative(report.started);
        page.push(&words.last_reindex(&started, &words.duration(report.took)));
        push_changes(words, &mut page, report);
        push_skipped(words, &mut page, &report.skipped);
    }
    page.finish()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::{LiveIndex, RunningReindex};
    use lodestar_engine::answer::Thresholds;
    use lodestar_engine::index::{Phase, Progress};

    #[test]
    fn the_state_is_told_line_by_line() {
        let given = Status {
            live: Some(LiveIndex {
                generation: 7,
                published: jiff::Timestamp::from_second(1_700_000_000).unwrap(),
                articles: 120,
                passages: 1_024,
                calibrated_on: 150,
                thresholds: Thresholds {
                    answered: 0.6,
                    covered: 0.2,
                },
                disk_bytes: 3 << 20,
            }),
            reindexing: Some(RunningReindex {
                key: 1,
                started_by: "Ann @here".to_owned(),
                progress: Progress {
                    phase: Phase::Indexing,
                    done: 4,
                    failed: 1,
                    total: 10,
                },
                elapsed: Duration::from_secs(20),
            }),
            last_report: None,
            last_failure: Some("disk *full*".to_owned()),
            failed_at: None,
        };
        assert_eq!(
            status(Words::ENGLISH, &given),
            "**Generation 7**, published <t:1700000000:R>\n\
             120 articles, 1,024 passages, 3.0 MiB on disk\n\
             Answered from a confidence of 0.60, covered from 0.20, calibrated with 150 questions\n\
             Reindex by Ann \\@\u{200b}here: Reading articles: 4 of 10 files, 1 failed · 20 s\n\
             Last failure: disk \\*full\\*"
        );
    }

    #[test]
    fn no_index_yet_is_no_error() {
        let given = Status {
            live: None,
            reindexing: None,
            last_report: None,
            last_failure: None,
            failed_at: None,
        };
        let words = Words::ENGLISH;
        assert_eq!(status(words, &given), words.no_index_yet());
    }
}
