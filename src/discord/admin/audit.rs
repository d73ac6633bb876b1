//! `/audit`: what admins did.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::GuildId;

use crate::discord::api::custom_id::List;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::bot::admin::Admin;
use crate::discord::bot::command::{Context, run_for_admin};
use crate::discord::failure::{Failure, store_failed};
use crate::discord::render;
use crate::discord::words::Words;

/// Entries that the pages show at most.
const READ: u32 = 500;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn audit(ctx: Context<'_>) -> Result<(), Infallible> {
    let work =
        async move |bot: Arc<Bot>, words, admin: Admin| page(&bot, words, admin.server, 0).await;
    run_for_admin(ctx, work).await;
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
    let entries = entries.map_err(|error| store_failed(&error))?;
    Ok(render::paged(
        words,
        List::Audit,
        page,
        &render::audit(words, &entries),
    ))
}
