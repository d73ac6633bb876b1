//! `/help`: how to ask, and how to search more exactly.

use std::convert::Infallible;
use std::sync::Arc;

use super::{Context, run};
use crate::discord::bot::Bot;
use crate::discord::reply::Reply;

#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub(super) async fn help(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        let page = reply.words().help_page();
        reply.answer(&bot.rest, &page, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}
