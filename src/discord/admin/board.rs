//! The message that shows how far a reindex is, edited now and then, with a button that ends it.
//! When the interaction it answers expires, it moves into an ordinary message.

use serenity::all::MessageId;
use tokio::sync::watch;
use tokio::time::{Duration, Instant};

use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::Body;
use crate::discord::api::rest::RestError;
use crate::discord::bot::Bot;
use crate::discord::render;
use crate::discord::words::Words;
use lodestar_engine::index::{Phase, Progress};

pub(in crate::discord) struct Board<'a> {
    bot: &'a Bot,
    interaction: &'a Interaction,
    progress: watch::Receiver<Progress>,
    /// Names the run.
    run: u64,
    started: Instant,
    pace: Pace,
    shown: String,
    /// Of the ordinary message.
    message: Option<MessageId>,
    /// No edit before.
    next: Instant,
}

impl<'a> Board<'a> {
    /// Answers the interaction; that this fails is no reason to stop.
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

    /// Waits for the next moment to show something.
    pub(in crate::discord) async fn due(&self) {
        tokio::time::sleep_until(self.next).await;
    }

    /// Shows how far the run is.
    pub(in crate::discord) async fn tick(&mut self) {
        let text = self.text();
        if text != self.shown {
            let body = render::release_progress(self.words(), &text, self.run);
            self.show(body).await;
            self.shown = text;
        }
        self.next = Instant::now() + self.bot.settings.discord.progress_interval;
    }

    /// Shows the last thing that it shows.
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

/// How fast a step goes.
#[derive(Default)]
struct Pace {
    /// The step, when it was first seen, and how far it was then.
    since: Option<(Phase, Instant, usize)>,
}

impl Pace {
    /// How long the step still takes at its pace so far; `None` while that says nothing yet.
    fn left(&mut self, at: Progress, now: Instant) -> Option<Duration> {
        /// A pace that was watched for less says nothing.
        const WATCHED: Duration = Duration::from_secs(3);
        /// Nor does one of fewer files or questions.
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
    fn what_is_left_is_told_by_what_was_seen_of_the_step() {
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
