//! Keeping titles ready to be suggested before anybody types.

use std::sync::Arc;

use crate::discord::bot::Bot;

/// Reads the titles now, or as soon as there is an index.
pub(in crate::discord) async fn keep_ready(bot: Arc<Bot>) {
    let mut generations = bot.app.generations();
    loop {
        match bot.app.outline().await {
            Ok(outline) => {
                bot.state.suggestions.keep_titles(&outline);
                return;
            }
            Err(error) => tracing::debug!(%error, "no titles to suggest yet"),
        }
        tokio::select! {
            changed = generations.changed() => if changed.is_err() { return },
            () = bot.stopped() => return,
        }
    }
}
