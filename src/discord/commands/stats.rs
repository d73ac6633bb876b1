//! `/stats`: how questions went on this server, with a chart.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{CommandOptionType, CreateCommandOption};

use super::{Command, Context, admin, run};
use crate::discord::bot::Bot;
use crate::discord::digest;
use crate::discord::reply::Reply;

/// Days that are looked at when nothing is said.
const USUAL_DAYS: u32 = 7;
/// Days that can be looked at; by default nothing is kept for longer.
const MOST_DAYS: u64 = 90;

pub(super) fn command() -> Command {
    let mut command = stats();
    for parameter in &mut command.parameters {
        parameter.type_setter = Some(days);
    }
    command
}

/// poise would send the bounds as fractions.
fn days(option: CreateCommandOption) -> CreateCommandOption {
    let option = option.kind(CommandOptionType::Integer);
    option.min_int_value(1).max_int_value(MOST_DAYS)
}

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
async fn stats(ctx: Context<'_>, days: Option<u32>) -> Result<(), Infallible> {
    let admin = admin(ctx);
    let days = days.unwrap_or(USUAL_DAYS);
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        let admin = admin?;
        reply.acknowledge(&bot.rest, true).await?;
        let until = jiff::Timestamp::now();
        let body = digest::figures(&bot, reply.words(), admin.server, days, until).await?;
        reply.answer(&bot.rest, body, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}
