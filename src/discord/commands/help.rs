//! `/help`: how to ask, and how to search more exactly.

use std::convert::Infallible;
use std::sync::Arc;

use super::Context;
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
    let reply = Reply::to_command(ctx.interaction);
    ctx.framework.user_data.attend(reply, work).await;
    Ok(())
}
