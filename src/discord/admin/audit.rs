//! `/audit`: what admins did. And the one way in which commands write that down.

use std::convert::Infallible;

use jiff::Timestamp;
use serenity::all::GuildId;

use crate::discord::api::custom_id::List;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::gateway::commands::Admin;
use crate::discord::gateway::commands::Context;
use crate::discord::gateway::commands::show_list;
use crate::discord::render;
use crate::discord::words::Words;
use crate::store::StoreError;

/// Entries that are read for the pages.
const READ: u32 = 500;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn audit(ctx: Context<'_>) -> Result<(), Infallible> {
    show_list(ctx, List::Audit).await;
    Ok(())
}

/// A page of what admins of a server did, counted from 0.
pub(in crate::discord) async fn page(
    bot: &Bot,
    words: Words,
    server: GuildId,
    page: u32,
) -> Result<Body, Failure> {
    let entries = bot.app.store().audited(Some(server.get()), 0, READ).await;
    let entries = entries.map_err(|error| unreachable(&error))?;
    Ok(render::paged(
        words,
        List::Audit,
        page,
        &render::audit(words, &entries),
    ))
}

/// The store did not tell what an admin wanted to know, or did not take what they decided.
pub(in crate::discord) fn unreachable(error: &StoreError) -> Failure {
    tracing::warn!(%error, "an admin could not be served");
    Failure::explained(Words::privacy_unreachable)
}

impl Bot {
    /// Writes down what an admin did, in the background; `what` is one line of English.
    pub(in crate::discord) fn note(&self, admin: &Admin, what: String) {
        let (who, server) = (admin.user.get(), admin.server.get());
        tracing::info!(who, server, what, "an admin acts");
        let store = self.app.store().clone();
        self.spawn(async move {
            let noted = store.audit(who, Some(server), &what, Timestamp::now());
            if let Err(error) = noted.await {
                tracing::warn!(%error, what, "what an admin did is in this log alone");
            }
        });
    }
}
