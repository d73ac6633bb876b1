//! Asking about an article by pressing its title.

use serenity::all::UserId;
use tokio::time::Instant;

use super::answer;
use super::asking::{self, Asking};
use crate::discord::bot::press::Press;
use crate::discord::failure::{Failure, too_old};

pub(in crate::discord) async fn ask_about(
    press: &Press<'_>,
    article: u64,
    asker: UserId,
) -> Result<(), Failure> {
    let in_place = press.may_change(asker);
    let (person, channel) = (press.user(), press.interaction.channel_id);
    let cooldowns = &press.bot.state.cooldowns;
    cooldowns.admit(person, channel, press.server(), Instant::now())?;
    press.acknowledge(in_place).await?;
    let outline = press.bot.app.outline().await?;
    let article = outline.article(article).ok_or_else(too_old)?;
    let title = &article.title;
    let private = !in_place || press.is_private();
    let places = &press.bot.state.places;
    let asking = Asking::by_press(places, press.interaction, press.server(), private);
    let pages = answer::look_up(press.bot, &article.path, &[], title).await?;
    let pages = pages.ok_or_else(too_old)?;
    let (body, answer) = answer::compose(press.bot, &asking, press.words(), &pages, &[], title);
    let turn = press.bot.state.handled.change_of(press.message()).await;
    let shown = press.reply.answer(&press.bot.rest, body, !in_place).await?;
    asking::record(press.bot, asking, &answer, shown, Some(turn));
    Ok(())
}
