//! The lists for admins, page by page.

use super::{audit, gaps, golden, tune};
use crate::discord::api::custom_id::List;
use crate::discord::bot::press::Press;
use crate::discord::failure::Failure;

/// Turns to a page of a list, counted from 0.
pub(in crate::discord) async fn turn_to(
    press: &Press<'_>,
    list: List,
    page: u32,
) -> Result<(), Failure> {
    let server = press.admin()?.server;
    press.acknowledge(true).await?;
    let (bot, words) = (press.bot, press.words());
    let body = match list {
        List::Gaps => gaps::page(bot, words, server, page).await?,
        List::Golden => golden::page(bot, words, page).await?,
        List::Changes => tune::page(bot, words, page).await?,
        List::Audit => audit::page(bot, words, server, page).await?,
    };
    press.reply.answer(&bot.rest, body, false).await?;
    Ok(())
}
