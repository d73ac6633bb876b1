//! What other processes may change, kept up to date: what admins changed about answering is read at
//! the start, and that and the published index are looked at again every now and then.

use std::sync::Arc;

use tokio::time::{Duration, sleep, timeout};

use crate::app::App;
use crate::discord::bot::Bot;

/// How often it is looked at.
const AGAIN: Duration = Duration::from_secs(60);

/// How long the start waits for it; answers do not wait for the store.
const PATIENCE: Duration = Duration::from_secs(2);

/// Before the first question.
pub(in crate::discord) async fn load_tuning(app: &App) {
    match timeout(PATIENCE, app.load_tuning()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "what admins changed does not hold yet"),
        Err(_) => tracing::warn!("what admins changed is not read yet"),
    }
}

/// Until the bot stops.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    loop {
        tokio::select! {
            () = bot.stopped() => return,
            () = sleep(AGAIN) => {}
        }
        // Whoever waits for an answer hears of it also when nobody asks.
        if let Err(error) = bot.app.follow_publications() {
            tracing::debug!(
                error = format!("{error:#}"),
                "the index cannot be looked at"
            );
        }
        if let Err(error) = bot.app.load_tuning().await {
            tracing::debug!(%error, "what admins changed cannot be looked at");
        }
    }
}
