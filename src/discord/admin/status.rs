//! `/status`: shows the state of the index to those who may change it.

use std::convert::Infallible;
use std::sync::Arc;

use crate::discord::api::interaction::Interaction;
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Context, admin, run};
use crate::discord::failure::Failure;
use crate::discord::render;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn status(ctx: Context<'_>) -> Result<(), Infallible> {
    let allowed = admin(ctx);
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        allowed?;
        let status = bot.app.status().map_err(Failure::Broken)?;
        let content = render::status(reply.words(), &status);
        reply.answer(&bot.rest, &content, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}
