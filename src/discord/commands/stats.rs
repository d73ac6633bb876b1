//! `/stats`: how questions went on this server, with a chart.

use std::convert::Infallible;
use std::sync::Arc;

use super::{Context, admin, run};
use crate::discord::bot::Bot;
use crate::discord::digest;
use crate::discord::reply::Reply;

/// Days that are looked at when nothing is said.
const USUAL_DAYS: u32 = 7;

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(super) async fn stats(
    ctx: Context<'_>,
    #[min = 1]
    #[max = 90]
    days: Option<u32>,
) -> Result<(), Infallible> {
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
