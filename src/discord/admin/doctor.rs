//! `/doctor`: whether the bot can work in a channel, and how to fix what is wrong.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::Permissions;

use super::checkup::{self, Room};
use super::settings;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Context, run_for_admin};
use crate::discord::failure::Failure;
use crate::discord::render;
use crate::discord::words::Words;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn doctor(ctx: Context<'_>) -> Result<(), Infallible> {
    let interaction = ctx.interaction;
    let channel = settings::here(interaction);
    let room = interaction.guild_id.map(|server| Room {
        application: interaction.application_id,
        server,
        channel,
        is_thread: channel != interaction.channel_id,
        permissions: interaction.app_permissions.unwrap_or(Permissions::empty()),
    });
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        let room = room.ok_or_else(|| Failure::explained(Words::server_only))?;
        let findings = checkup::examine(&bot, room).await?;
        Ok(Body::new(&render::checkup(words, room.channel, &findings)))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}
