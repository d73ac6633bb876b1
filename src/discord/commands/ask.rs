//! `/ask`: answers a question.

use std::convert::Infallible;
use std::sync::Arc;

use super::Context;
use crate::discord::asking::Asking;
use crate::discord::bot::Bot;
use crate::discord::render;
use crate::discord::reply::Reply;

#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub(super) async fn ask(
    ctx: Context<'_>,
    #[max_length = 6_000] question: String,
    private: Option<bool>,
) -> Result<(), Infallible> {
    let private = private.unwrap_or(false);
    let asking = Asking::by_command(ctx.framework.user_data, ctx.interaction, private);
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        // Side by side, so that a slow search never delays the acknowledgement.
        let (acknowledged, answer) = tokio::join!(
            reply.acknowledge(&bot.rest, private),
            bot.app.ask(&question)
        );
        acknowledged?;
        let answer = answer?;
        let content = render::answer(reply.words(), &answer);
        let shown = reply.answer(&bot.rest, &content, private).await?;
        bot.record(asking, &answer, shown);
        Ok(())
    };
    let reply = Reply::to_command(ctx.interaction);
    ctx.framework.user_data.attend(reply, work).await;
    Ok(())
}
