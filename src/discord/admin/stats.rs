//! `/stats`: figures about the server's questions, for those who may change the articles.

use std::convert::Infallible;
use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{CommandOptionType, CreateCommandOption};

use crate::app::Period;
use crate::discord::bot::Bot;
use crate::discord::bot::admin::Admin;
use crate::discord::bot::command::{Command, Context, run_for_admin};
use crate::discord::failure::Failure;
use crate::discord::render::{self, Readers};
use crate::discord::words::Words;

/// Days shown by default.
const USUAL_DAYS: u32 = 7;

/// Days that can be shown; by default nothing is kept longer.
const MOST_DAYS: u32 = 90;

pub(in crate::discord) fn command() -> Command {
    let mut command = stats();
    for parameter in &mut command.parameters {
        parameter.type_setter = Some(days);
    }
    command
}

/// poise would send the bounds as fractions.
fn days(option: CreateCommandOption) -> CreateCommandOption {
    option
        .kind(CommandOptionType::Integer)
        .min_int_value(1)
        .max_int_value(MOST_DAYS.into())
}

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
async fn stats(ctx: Context<'_>, days: Option<u32>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let kept = bot.app.store().privacy().keep_days;
        let days = days
            .unwrap_or(USUAL_DAYS)
            .clamp(1, kept.clamp(1, MOST_DAYS));
        let now = Timestamp::now();
        let found = bot
            .app
            .statistics(admin.server.get(), Period::to_now(now, days), now)
            .await
            .map_err(|_| Failure::explained(Words::privacy_unreachable))?;
        let heading = words.stats_heading(usize::try_from(days).unwrap_or_default());
        Ok(render::statistics(words, &heading, &found, Readers::Admins))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}
