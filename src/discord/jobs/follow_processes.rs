//! Following other processes: what admins changed about answering is read at the start, and read
//! again from time to time together with the published index.

use std::sync::Arc;

use tokio::time::{Duration, sleep, timeout};

use crate::app::App;
use crate::discord::bot::Bot;

/// How often to look for changes.
const AGAIN: Duration = Duration::from_secs(60);

/// How long the start waits for the store; answers do not wait for it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Reads what admins changed, before the first question.
pub(in crate::discord) async fn load_tuning(app: &App) {
    match timeout(PATIENCE, app.load_tuning()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the admins' changes could not be loaded yet"),
        Err(_) => tracing::warn!("loading the admins' changes takes too long; they apply later"),
    }
}

/// Looks for changes until the bot stops.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    loop {
        tokio::select! {
            () = bot.stopped() => return,
            () = sleep(AGAIN) => {}
        }
        // Reminders depend on new publications even while nobody asks.
        if let Err(error) = bot.app.follow_publications() {
            tracing::debug!(
                error = format!("{error:#}"),
                "the index could not be checked"
            );
        }
        if let Err(error) = bot.app.load_tuning().await {
            tracing::debug!(%error, "the admins' changes could not be loaded");
        }
    }
}
