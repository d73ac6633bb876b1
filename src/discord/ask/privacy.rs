//! `/privacy`: shows people what is stored about them, and deletes it on request.

use std::convert::Infallible;
use std::sync::Arc;

use crate::discord::api::custom_id::Action;
use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Context, run};
use crate::discord::bot::press::Press;
use crate::discord::failure::Failure;
use crate::discord::render;
use crate::discord::words::Words;

#[poise::command(
    slash_command,
    subcommands("show", "forget"),
    subcommand_required,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
pub(in crate::discord) async fn privacy(_: Context<'_>) -> Result<(), Infallible> {
    Ok(())
}

#[poise::command(slash_command)]
async fn show(ctx: Context<'_>) -> Result<(), Infallible> {
    let user = ctx.interaction.user.id;
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let store = bot.app.store();
        let (acknowledged, stored) =
            tokio::join!(reply.acknowledge(&bot.rest, true), store.show(user.get()));
        acknowledged?;
        let stored = stored.map_err(|_| Failure::explained(Words::privacy_unreachable))?;
        let page = render::privacy(reply.words(), &stored, store.privacy());
        reply.answer(&bot.rest, &page, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}

#[poise::command(slash_command)]
async fn forget(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let words = reply.words();
        let button = |label: String, sure| Button::new(&label, Action::Forget { sure });
        let question = Body::new(&words.privacy_forget_question()).with(Row::of_buttons(vec![
            button(words.button_forget(), true).dangerous(),
            button(words.button_cancel(), false),
        ]));
        reply.answer(&bot.rest, question, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}

/// Handles the two buttons that [`forget`] shows.
pub(in crate::discord) async fn decided(press: &Press<'_>, sure: bool) -> Result<(), Failure> {
    let (bot, reply, user) = (press.bot, press.reply, press.user());
    reply.acknowledge_in_place(&bot.rest).await?;
    if !sure {
        return Ok(reply.delete(&bot.rest).await?);
    }
    bot.state.recent.forget(user);
    let forgotten = bot.app.store().forget(user.get()).await;
    let words = reply.words();
    let text = match forgotten {
        Ok(removed) => {
            tracing::info!(?removed, "somebody was forgotten");
            words.privacy_forgotten()
        }
        Err(_) => words.privacy_failed(),
    };
    reply.answer(&bot.rest, &text, false).await?;
    Ok(())
}
