//! The message that shows the progress of a reindex, edited from time to time, with a button that
//! cancels it. When its interaction expires, it moves to an ordinary message.

use serenity::all::MessageId;
use tokio::sync::watch;
use tokio::time::{Duration, Instant};

use crate::discord::api::error::RestError;
use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::render;
use crate::discord::words::Words;
use lodestar_engine::index::{Phase, Progress};

pub(in crate::discord) struct Board<'a> {
    bot: &'a Bot,
    interaction: &'a Interaction,
    progress: watch::Receiver<Progress>,
    /// The key of the run.
    run: u64,
    started: Instant,
    pace: Pace,
    shown: String,
    /// The ordinary message, once there is one.
    message: Option<MessageId>,
    /// When the next edit is allowed.
    next: Instant,
}

impl<'a> Board<'a> {
    /// Answers the interaction. The run goes on even if that fails.
    pub(in crate::discord) async fn set_up(
        bot: &'a Bot,
        interaction: &'a Interaction,
        run: u64,
        progress: watch::Receiver<Progress>,
    ) -> Self {
        let mut board = Self {
            bot,
            interaction,
            progress,
            run,
            started: Instant::now(),
            pace: Pace::default(),
            shown: String::new(),
            message: None,
            next: Instant::now() + bot.settings.discord.progress_interval,
        };
        board.shown = board.text();
        let first = render::release_progress(board.words(), &board.shown, run);
        if let Err(error) = interaction.answer(&bot.rest, first, false).await {
            tracing::warn!(%error, "progress could not be shown");
        }
        board.next = Instant::now() + bot.settings.discord.progress_interval;
        board
    }

    fn words(&self) -> Words {
        self.interaction.words()
    }

    fn text(&mut self) -> String {
        let now = *self.progress.borrow();
        let words = self.words();
        let shown = render::progress(words, now, self.started.elapsed());
        match self.pace.left(now, Instant::now()) {
            Some(left) => format!("{shown} · {}", words.time_left(&words.whole_seconds(left))),
            None => shown,
        }
    }

    /// Waits until the next edit is allowed.
    pub(in crate::discord) async fn due(&self) {
        tokio::time::sleep_until(self.next).await;
    }

    /// Shows the current progress.
    pub(in crate::discord) async fn tick(&mut self) {
        let text = self.text();
        if text != self.shown {
            let body = render::release_progress(self.words(), &text, self.run);
            self.show(body).await;
            self.shown = text;
        }
        self.next = Instant::now() + self.bot.settings.discord.progress_interval;
    }

    /// Shows the final message.
    pub(in crate::discord) async fn close(mut self, body: Body) {
        self.due().await;
        self.show(body).await;
    }

    async fn show(&mut self, body: Body) {
        if let Err(error) = self.edit(body).await {
            tracing::warn!(%error, "progress could not be shown");
        }
    }

    async fn edit(&mut self, body: Body) -> Result<(), RestError> {
        let rest = &self.bot.rest;
        if let Some(message) = self.message {
            let channel = self.interaction.channel();
            return rest.edit_message(channel, message, &body).await;
        }
        if self.interaction.edit(rest, &body).await?.is_some() {
            return Ok(());
        }
        let channel = self.interaction.channel();
        self.message = Some(
            rest.create_message(channel, &body.with_fresh_nonce())
                .await?,
        );
        Ok(())
    }
}

/// The speed of a phase.
#[derive(Default)]
struct Pace {
    /// The phase, when it was first seen, and how far it was then.
    since: Option<(Phase, Instant, usize)>,
}

impl Pace {
    /// How long the phase will still take at its speed so far; `None` while that is too early to
    /// tell.
    fn left(&mut self, at: Progress, now: Instant) -> Option<Duration> {
        /// A speed measured for a shorter time says nothing.
        const WATCHED: Duration = Duration::from_secs(3);
        /// Neither does one of fewer files or questions.
        const DONE: usize = 5;
        let (phase, first, done) = *self
            .since
            .filter(|(phase, ..)| *phase == at.phase)
            .get_or_insert((at.phase, now, at.done));
        self.since = Some((phase, first, done));
        let (took, done) = (now.duration_since(first), at.done.saturating_sub(done));
        let to_do = at.total.saturating_sub(at.done);
        if took < WATCHED || done < DONE || to_do == 0 {
            return None;
        }
        let [done, to_do] = [done, to_do].map(|it| u32::try_from(it).unwrap_or(u32::MAX));
        Some(took.saturating_mul(to_do) / done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(phase: Phase, done: usize) -> Progress {
        Progress {
            phase,
            done,
            failed: 0,
            total: 1_000,
        }
    }

    #[test]
    fn the_time_left_follows_from_the_pace_of_the_phase() {
        let mut pace = Pace::default();
        let start = Instant::now();
        let seconds = |n| start + Duration::from_secs(n);
        assert_eq!(pace.left(at(Phase::Indexing, 500), start), None);
        assert_eq!(
            pace.left(at(Phase::Indexing, 600), seconds(1)),
            None,
            "too soon"
        );
        let left = pace.left(at(Phase::Indexing, 600), seconds(10));
        assert_eq!(left, Some(Duration::from_secs(40)), "400 more, 10 a second");
        assert_eq!(
            pace.left(at(Phase::Indexing, 1_000), seconds(20)),
            None,
            "done"
        );
        assert_eq!(
            pace.left(at(Phase::Comparing, 0), seconds(21)),
            None,
            "another step"
        );
        let left = pace.left(at(Phase::Comparing, 500), seconds(26));
        assert_eq!(left, Some(Duration::from_secs(5)));
    }
}
