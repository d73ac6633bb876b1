//! `/explain`: why a question is answered as it is, and why an article did not answer it.

use std::convert::Infallible;
use std::sync::Arc;

use crate::discord::api::reply::Reply;
use crate::discord::bot::Bot;
use crate::discord::gateway::commands::Command;
use crate::discord::gateway::commands::Context;
use crate::discord::gateway::commands::admin;
use crate::discord::gateway::commands::run;
use crate::discord::gateway::commands::suggest_while_typing;
use crate::discord::render;

pub(in crate::discord) fn command() -> Command {
    let mut command = explain();
    suggest_while_typing(&mut command, &["expected"]);
    command
}

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
async fn explain(
    ctx: Context<'_>,
    #[max_length = 1000] question: String,
    expected: Option<String>,
) -> Result<(), Infallible> {
    let admin = admin(ctx);
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        admin?;
        reply.acknowledge(&bot.rest, true).await?;
        let expected = match expected {
            Some(given) => Some(bot.section(&given).await?.path),
            None => None,
        };
        let told = bot.app.explain(&question, expected).await?;
        let said = render::explanation(reply.words(), &told);
        reply.answer(&bot.rest, &said, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}
