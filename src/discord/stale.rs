//! Answers whose source has changed since: after every publication, messages that quote a passage
//! which is no longer in the articles get a line that says so, the newest first.
//!
//! What was dealt with stands in the store. A line that is there already, because the bot ended
//! between the edit and the record, is not written again.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serenity::all::{ChannelId, MessageId};
use tokio::time::{Duration, sleep};

use super::bot::Bot;
use super::message::LIMIT;
use super::render::budget;
use super::rest::RestError;
use super::words::Words;
use crate::app::Passages;
use crate::store::{Outcome, ShownAnswer};

/// Answers marked after one publication, at most; what is older was read long ago.
const MOST: usize = 500;

/// Messages older than this may be edited less often,
/// <https://docs.discord.com/developers/topics/opcodes-and-status-codes#json> (30046).
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// Edits of old messages come so many times slower than others. Discord does not tell how many it
/// allows.
const SLOWER: u32 = 4;

/// How long old messages are left alone once Discord has had enough.
const REST: Duration = Duration::from_secs(10 * 60);

/// Discord's code for too many edits of old messages.
const TOO_MANY_OLD_EDITS: i64 = 30_046;

/// What every line begins with that says so, in any language.
const MARK: &str = "-# ⚠️ ";

/// Marks answers after every publication, and at the start, until the bot stops.
pub(super) async fn watch(bot: Arc<Bot>) {
    if bot.mark_days == 0 {
        return;
    }
    let mut generations = bot.app.generations();
    loop {
        generations.mark_unchanged();
        tokio::select! {
            () = bot.mark_stale() => {}
            // What is stale has to be found out anew.
            changed = generations.changed() => {
                if changed.is_err() { return }
                generations.mark_changed();
            }
            () = bot.stopped() => return,
        }
        tokio::select! {
            changed = generations.changed() => if changed.is_err() { return },
            () = bot.stopped() => return,
        }
    }
}

impl Bot {
    async fn mark_stale(&self) {
        let Ok(passages) = self.app.passages().await else {
            return;
        };
        for answer in self.stale(&passages).await {
            if let Err(error) = self.mark(&answer, passages.published).await {
                tracing::info!(%error, message = answer.message, "an answer stays unmarked");
            }
            let age = Timestamp::now().duration_since(answer.shown_at);
            let pace = if age > OLD { SLOWER } else { 1 };
            sleep(self.progress_interval * pace).await;
        }
    }

    /// Answers that quote what is no longer there, the newest first.
    async fn stale(&self, passages: &Passages) -> Vec<ShownAnswer> {
        let span = SignedDuration::from_hours(24 * i64::from(self.mark_days));
        let Ok(since) = Timestamp::now().checked_sub(span) else {
            return Vec::new();
        };
        let store = self.app.store();
        let (Ok(shown), Ok(marked)) = (store.answers_since(since).await, store.marked().await)
        else {
            return Vec::new();
        };
        let marked: HashSet<u64> = marked.into_iter().collect();
        let is_stale = |answer: &ShownAnswer| {
            let gone = |it: &crate::store::PassageRef| !passages.hold(&it.hash);
            answer.generation < passages.generation
                && !marked.contains(&answer.message)
                && answer.passages.iter().any(gone)
        };
        shown.into_iter().filter(is_stale).take(MOST).collect()
    }

    /// Writes the line under an answer, unless it is there, and records that. A message that is
    /// gone, or that nobody but its reader can see, is done with as well.
    async fn mark(&self, answer: &ShownAnswer, changed: Timestamp) -> Result<(), RestError> {
        let (channel, message) = (
            ChannelId::new(answer.channel),
            MessageId::new(answer.message),
        );
        let _turn = self.handled.turn_of_answer(message).await;
        let chain = self.app.store().conversation(answer.question, 1).await;
        let asked = chain.ok().and_then(|it| it.into_iter().next());
        let words = asked
            .as_ref()
            .map_or(Words::ENGLISH, |it| Words::of(&it.locale));
        let line = words.source_changed(&format!("<t:{}:D>", changed.as_second()));
        // Under what is not covered stand titles, no quotes.
        let quotes = asked.is_none_or(|it| it.outcome != Outcome::NotCovered);
        let written = loop {
            if !quotes {
                break Ok(());
            }
            match self.write_under(channel, message, &line).await {
                Err(error) if error.code() == Some(TOO_MANY_OLD_EDITS) => sleep(REST).await,
                written => break written,
            }
        };
        let is_over = match &written {
            Ok(()) => true,
            Err(error) => error.status().is_some_and(|it| (400..429).contains(&it)),
        };
        if is_over
            && let Err(error) = self
                .app
                .store()
                .mark(answer.message, Timestamp::now())
                .await
        {
            tracing::debug!(%error, "a marked answer is not recorded");
        }
        written
    }

    async fn write_under(
        &self,
        channel: ChannelId,
        message: MessageId,
        line: &str,
    ) -> Result<(), RestError> {
        let content = self.rest.message_content(channel, message).await?;
        match marked(&content, line) {
            Some(content) => self.rest.rewrite_message(channel, message, &content).await,
            None => Ok(()),
        }
    }
}

/// A message's text with a line at its end, within Discord's length; `None` if it has one already.
fn marked(content: &str, line: &str) -> Option<String> {
    if content.lines().any(|it| it.starts_with(MARK)) {
        return None;
    }
    let room = LIMIT.saturating_sub(budget::width(line) + 1);
    Some(format!("{}\n{line}", budget::cut(content, room)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_written_once_and_fits_in_every_language() {
        let spoken = Words::translations().chain([("en-US", Words::ENGLISH)]);
        for (locale, words) in spoken {
            let line = words.source_changed("<t:1764000000:D>");
            assert!(line.starts_with(MARK), "{locale}");
            for text in ["Tea is hot.".to_owned(), "🦀 ".repeat(1_000)] {
                let once = marked(&text, &line).unwrap();
                assert!(once.ends_with(&line) && budget::width(&once) <= LIMIT);
                assert_eq!(marked(&once, &line), None);
            }
        }
    }
}
