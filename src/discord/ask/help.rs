//! `/help`: how to ask, and how to search more exactly.

use std::convert::Infallible;
use std::sync::Arc;

use crate::discord::api::interaction::Interaction;
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Context, run};

#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub(in crate::discord) async fn help(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let page = reply.words().help_page();
        reply.answer(&bot.rest, &page, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}
