//! `/reindex`: reads the articles again, shows how far it is by editing one message, and tells the
//! outcome in a new message, so that whoever waits is notified.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{CommandInteraction, MessageId};
use tokio::time::{Duration, Instant};

use super::{Context, check_admin};
use crate::app::Reindex;
use crate::discord::bot::Bot;
use crate::discord::failure;
use crate::discord::message::Body;
use crate::discord::render;
use crate::discord::reply::{Interaction, Reply, once};
use crate::discord::rest::RestError;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(super) async fn reindex(ctx: Context<'_>) -> Result<(), Infallible> {
    let interaction = Arc::new(Interaction::new(ctx.interaction));
    let reply = Reply::Interaction(Arc::clone(&interaction));
    let allowed = check_admin(ctx);
    let started_by = name_of(ctx.interaction);
    let work = async move |bot: Arc<Bot>, _| {
        allowed?;
        let run = bot.app.reindex(&started_by)?;
        follow(&bot, &interaction, run).await;
        Ok(())
    };
    ctx.framework.user_data.attend(reply, work).await;
    Ok(())
}

/// The name people know somebody by in the server.
pub(super) fn name_of(interaction: &CommandInteraction) -> String {
    let nick = interaction.member.as_ref().and_then(|m| m.nick.clone());
    let user = &interaction.user;
    nick.or_else(|| user.global_name.clone())
        .unwrap_or_else(|| user.name.clone())
}

/// Shows a run until it ends, then its outcome. The run goes on even if nobody can be shown.
async fn follow(bot: &Bot, interaction: &Interaction, run: Reindex) {
    let words = interaction.words();
    let started = Instant::now();
    let progress = run.progress();
    let first = render::progress(words, *progress.borrow(), Duration::ZERO);
    if let Err(error) = interaction.answer(&bot.rest, &first, false).await {
        tracing::warn!(%error, "progress could not be shown");
    }
    let mut board = Board::new(bot, interaction, first);

    let outcome = run.outcome();
    tokio::pin!(outcome);
    let outcome = loop {
        tokio::select! {
            outcome = &mut outcome => break outcome,
            () = tokio::time::sleep_until(board.next) => {
                let now = *progress.borrow();
                board.show(render::progress(words, now, started.elapsed())).await;
            }
        }
    };

    let content = match outcome {
        Ok(report) => render::report(words, &report),
        Err(error) => words.reindex_failed(&failure::log(&error, interaction)),
    };
    let told = interaction.follow_up(&bot.rest, &content).await;
    if let Err(error) = &told {
        tracing::warn!(%error, "the outcome could not be posted; it replaces the progress");
    }
    let last = if told.is_ok() {
        words.reindex_over()
    } else {
        content
    };
    tokio::time::sleep_until(board.next).await;
    board.show(last).await;
}

/// The message that shows progress. When the interaction it answers expires, it moves into an
/// ordinary message.
struct Board<'a> {
    bot: &'a Bot,
    interaction: &'a Interaction,
    shown: String,
    /// Of the ordinary message.
    message: Option<MessageId>,
    /// No edit before.
    next: Instant,
}

impl<'a> Board<'a> {
    fn new(bot: &'a Bot, interaction: &'a Interaction, shown: String) -> Self {
        Self {
            bot,
            interaction,
            shown,
            message: None,
            next: Instant::now() + bot.progress_interval,
        }
    }

    /// Shows new content; that it could not be shown is no reason to stop.
    async fn show(&mut self, content: String) {
        if content != self.shown {
            if let Err(error) = self.edit(&content).await {
                tracing::warn!(%error, "progress could not be shown");
            }
            self.shown = content;
        }
        self.next = Instant::now() + self.bot.progress_interval;
    }

    async fn edit(&mut self, content: &str) -> Result<(), RestError> {
        let rest = &self.bot.rest;
        let body = Body::new(content);
        if let Some(message) = self.message {
            let channel = self.interaction.channel();
            return rest.edit_message(channel, message, &body).await;
        }
        if self.interaction.edit(rest, &body).await?.is_some() {
            return Ok(());
        }
        let channel = self.interaction.channel();
        self.message = Some(rest.create_message(channel, &once(body)).await?);
        Ok(())
    }
}
