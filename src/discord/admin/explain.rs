//! `/explain`: why a question got its answer, and why an article was not used.

use std::convert::Infallible;
use std::sync::Arc;

use super::completions::{self, TYPED};
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Command, Context, run_for_admin, suggest_while_typing};
use crate::discord::render;
use crate::discord::words::Words;

pub(in crate::discord) fn command() -> Command {
    let mut command = explain();
    suggest_while_typing::<TYPED>(&mut command, &["expected"]);
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
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        let expected = match expected {
            Some(given) => Some(completions::section(&bot, &given).await?.path),
            None => None,
        };
        let explanation = bot.app.explain(&question, expected).await?;
        let sentence = render::explanation(words, &explanation);
        Ok(Body::from(&sentence))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}
