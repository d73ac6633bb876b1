//! Every sentence the bot says, and the words of its commands, in English.
//!
//! Each function returns a whole sentence or line and takes its values ready to show, so that
//! another language can order them as it must. Nothing here escapes or measures.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::index::Phase;

pub(super) const ASK: &str = "Answers a question from the articles";
pub(super) const ASK_QUESTION: &str = "What you want to know";
pub(super) const ASK_PRIVATE: &str = "Show the answer to you alone";
pub(super) const REINDEX: &str = "Reads the articles again and shows what changed";
pub(super) const STATUS: &str = "Shows the state of the index";

pub(super) fn help() -> String {
    "Ask me something: write your question after my name, send it to me as a direct message, \
     reply to a message with my name, or use `/ask`. I answer with passages from the articles."
        .to_owned()
}

// Answers.

pub(super) fn closest() -> String {
    "I'm not sure this answers it. The closest passages:".to_owned()
}

pub(super) fn not_covered() -> String {
    "The articles don't cover this.".to_owned()
}

pub(super) fn nearest() -> String {
    "Articles that come nearest:".to_owned()
}

pub(super) fn unseen(words: &str) -> String {
    format!("-# Not found in any article: {words}")
}

pub(super) fn sources_differ(sources: &str) -> String {
    format!("-# These sources differ: {sources}")
}

pub(super) fn searched_for(searched: &str, typed: &str) -> String {
    format!("-# Searched for {searched} instead of {typed}")
}

pub(super) fn question_cut(used: usize) -> String {
    format!(
        "-# Your question was long; I used its first {}.",
        count(used, "character", "characters")
    )
}

pub(super) fn unverified() -> String {
    "unverified source".to_owned()
}

pub(super) fn date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

// Why there is no answer.

pub(super) fn no_words() -> String {
    "I found no words to search for in that. Ask me in a sentence, please.".to_owned()
}

pub(super) fn busy() -> String {
    "Too many questions are waiting right now. Please ask again in a minute.".to_owned()
}

pub(super) fn no_index() -> String {
    "I have not read any articles yet. Somebody with the Manage Server permission can start that \
     with `/reindex`."
        .to_owned()
}

pub(super) fn restarting() -> String {
    "I am restarting. Please try again in a minute.".to_owned()
}

pub(super) fn interrupted() -> String {
    "I was restarted before this was finished. Please try again in a minute.".to_owned()
}

pub(super) fn failed(id: &str) -> String {
    format!(
        "Something went wrong on my side, sorry. Please try again; if it stays, tell the people \
         who run me this id: `{id}`"
    )
}

pub(super) fn unreadable_reference() -> String {
    "I can't read the message you replied to: Discord shows it to me only when it mentions me. \
     Please write the question to me, or use `/ask`."
        .to_owned()
}

pub(super) fn missing_reference() -> String {
    "The message you replied to is gone. Please write the question to me, or use `/ask`.".to_owned()
}

pub(super) fn may_not_write(channel: u64) -> String {
    format!("I may not write in <#{channel}>, so I answer you here.")
}

pub(super) fn not_allowed() -> String {
    "Only members with the Manage Server permission can do that.".to_owned()
}

pub(super) fn server_only() -> String {
    "That works in a server only.".to_owned()
}

// Reindexing.

pub(super) fn reindex_running(by: &str, progress: &str) -> String {
    format!("{by} has started a reindex already. {progress}")
}

pub(super) fn reindex_progress(
    phase: Phase,
    done: usize,
    failed: usize,
    total: usize,
    elapsed: Duration,
) -> String {
    let phase = match phase {
        Phase::Scanning => "Looking for articles",
        Phase::Indexing => "Reading articles",
        Phase::Writing => "Writing the index",
        Phase::Verifying => "Checking the index",
        Phase::Publishing => "Publishing the index",
    };
    let elapsed = duration(elapsed);
    if total == 0 {
        return format!("{phase} · {elapsed}");
    }
    let done = number(done);
    let total = count(total, "file", "files");
    let failed = number(failed);
    format!("{phase}: {done} of {total}, {failed} failed · {elapsed}")
}

pub(super) fn reindex_over() -> String {
    "The reindex has ended; see the message below.".to_owned()
}

pub(super) fn reindex_done(took: Duration, articles: usize, passages: usize) -> String {
    format!(
        "**Reindex done** in {}: {}, {}.",
        duration(took),
        count(articles, "article", "articles"),
        count(passages, "passage", "passages"),
    )
}

pub(super) fn reindex_unchanged() -> String {
    "Nothing had changed, so the index stays as it is.".to_owned()
}

pub(super) fn reindex_failed(id: &str) -> String {
    format!(
        "**The reindex failed.** Answers still come from the index before. The log says why, under \
         the id `{id}`"
    )
}

pub(super) fn added(n: usize) -> String {
    format!("**Added** {}", number(n))
}

pub(super) fn changed(n: usize) -> String {
    format!("**Changed** {}", number(n))
}

pub(super) fn removed(n: usize) -> String {
    format!("**Removed** {}", number(n))
}

pub(super) fn skipped(n: usize) -> String {
    format!("**Skipped** {}", count(n, "file", "files"))
}

pub(super) fn and_more(n: usize) -> String {
    format!("and {} more", number(n))
}

// Status.

pub(super) fn no_index_yet() -> String {
    "**No index yet.** `/reindex` builds one.".to_owned()
}

pub(super) fn generation(generation: u64, published: Timestamp) -> String {
    format!(
        "**Generation {generation}**, published {}",
        relative(published)
    )
}

pub(super) fn size(articles: usize, passages: usize, disk_bytes: u64) -> String {
    format!(
        "{}, {}, {} on disk",
        count(articles, "article", "articles"),
        count(passages, "passage", "passages"),
        bytes(disk_bytes),
    )
}

pub(super) fn thresholds(answered: f32, covered: f32, questions: usize) -> String {
    format!(
        "Answered from {answered:.2}, covered from {covered:.2}, measured with {}",
        count(questions, "question", "questions"),
    )
}

pub(super) fn last_reindex(started: Timestamp, took: Duration) -> String {
    format!(
        "Last reindex {}, took {}",
        relative(started),
        duration(took)
    )
}

pub(super) fn last_failure(reason: &str) -> String {
    format!("Last failure: {reason}")
}

pub(super) fn running_reindex(by: &str, progress: &str) -> String {
    format!("Reindex by {by}: {progress}")
}

// Values.

/// Shown by Discord in the reader's language and counted on.
fn relative(time: Timestamp) -> String {
    format!("<t:{}:R>", time.as_second())
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// Digits in groups of three.
fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn duration(duration: Duration) -> String {
    /// Below it, tenths of a second are worth showing.
    const SHORT: Duration = Duration::from_secs(10);
    let seconds = duration.as_secs();
    if duration < SHORT {
        return format!("{:.1} s", duration.as_secs_f64());
    }
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => format!("{seconds} s"),
        (0, _) => format!("{minutes} min {seconds} s"),
        _ => format!("{hours} h {minutes} min"),
    }
}

fn bytes(n: u64) -> String {
    let units = ["B", "KiB", "MiB", "GiB"];
    let mut unit = 0;
    let mut whole = n;
    let mut rest = 0;
    while whole >= 1_024 && unit + 1 < units.len() {
        rest = whole % 1_024;
        whole /= 1_024;
        unit += 1;
    }
    let name = units.get(unit).copied().unwrap_or_default();
    if unit == 0 {
        format!("{whole} {name}")
    } else {
        format!("{whole}.{} {name}", rest * 10 / 1_024)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_well() {
        assert_eq!(number(0), "0");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(count(1, "file", "files"), "1 file");
        assert_eq!(duration(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(75)), "1 min 15 s");
        assert_eq!(duration(Duration::from_secs(3_720)), "1 h 2 min");
        assert_eq!(bytes(512), "512 B");
        assert_eq!(bytes(1_536), "1.5 KiB");
        assert_eq!(bytes(3 << 30), "3.0 GiB");
        assert_eq!(date(Date::constant(2025, 3, 2)), "2 March 2025");
    }

    #[test]
    fn progress_names_the_numbers_once_they_are_known() {
        let elapsed = Duration::from_secs(12);
        assert_eq!(
            reindex_progress(Phase::Scanning, 0, 0, 0, elapsed),
            "Looking for articles · 12 s"
        );
        assert_eq!(
            reindex_progress(Phase::Indexing, 40, 3, 1_000, elapsed),
            "Reading articles: 40 of 1,000 files, 3 failed · 12 s"
        );
    }
}
