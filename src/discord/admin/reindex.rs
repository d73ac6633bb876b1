//! `/reindex`: reads the articles again, shows the progress by editing one message, and posts the
//! result as a new message, which notifies whoever waits.

use std::convert::Infallible;
use std::sync::Arc;

use super::board::Board;
use super::releasing;
use crate::app::{Reindex, Release, was_cancelled};
use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::bot::admin::name_of;
use crate::discord::bot::command::{Context, admin, run};
use crate::discord::failure;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn reindex(ctx: Context<'_>) -> Result<(), Infallible> {
    let admin = admin(ctx);
    let started_by = name_of(ctx.interaction.member.as_deref(), &ctx.interaction.user);
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let admin = admin?;
        let reindex = bot.app.stage(&started_by)?;
        admin.note(&bot, "reindex".to_owned());
        follow(&bot, &reply, reindex).await;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}

/// Shows a run until it ends, then its outcome. The run goes on even if nothing can be shown.
async fn follow(bot: &Bot, interaction: &Interaction, run: Reindex<Release>) {
    let words = interaction.words();
    let mut board = Board::set_up(bot, interaction, run.key(), run.progress()).await;
    let outcome = run.outcome();
    tokio::pin!(outcome);
    let outcome = loop {
        tokio::select! {
            outcome = &mut outcome => break outcome,
            () = board.due() => board.tick().await,
        }
    };
    let settled = match outcome {
        Ok(mut release) => releasing::settle(bot, words, &mut release)
            .await
            .map_err(anyhow::Error::from),
        Err(error) => Err(error),
    };
    let content = match settled {
        Ok(content) => content,
        Err(error) if was_cancelled(&error) => {
            return board.close(Body::new(&words.reindex_cancelled())).await;
        }
        Err(error) => Body::new(&words.reindex_failed(&failure::log(&error, interaction))),
    };
    let posted = interaction.follow_up(&bot.rest, content.clone()).await;
    if let Err(error) = &posted {
        tracing::warn!(%error, "the outcome could not be posted; it replaces the progress");
    }
    let last = if posted.is_ok() {
        Body::new(&words.reindex_over())
    } else {
        content
    };
    board.close(last).await;
}
