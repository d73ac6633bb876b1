//! `/ask`: answers a question.

use std::convert::Infallible;
use std::sync::Arc;

use super::Context;
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
    let bot = Arc::clone(ctx.framework.user_data);
    let reply = Arc::new(Reply::to_command(ctx.interaction));
    let private = private.unwrap_or(false);
    ctx.framework
        .user_data
        .attend(&Arc::clone(&reply), async move {
            // Side by side, so that a slow search never delays the acknowledgement.
            let (acknowledged, answer) = tokio::join!(
                reply.acknowledge(&bot.rest, private),
                bot.app.ask(&question)
            );
            acknowledged?;
            let content = render::answer(&answer?);
            reply.answer(&bot.rest, &content, private).await?;
            Ok(())
        });
    Ok(())
}
