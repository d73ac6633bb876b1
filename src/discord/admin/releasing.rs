//! What becomes of a reindex: its result goes live by itself or waits for somebody to press a
//! button. And what those buttons do.

use serenity::all::GuildId;

use crate::app::{PublishError, Release};
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::bot::admin::name_of;
use crate::discord::bot::press::Press;
use crate::discord::failure::Failure;
use crate::discord::render::{self, Standing, Told};
use crate::discord::words::Words;
use crate::store::QuestionId;

/// Recent questions of each kind whose texts are looked up.
const TEXTS: usize = 50;

/// Publishes a release if the rule allows it; returns the message either way.
pub(in crate::discord) async fn settle(
    bot: &Bot,
    words: Words,
    release: &mut Release,
) -> Result<Body, PublishError> {
    if !release.built {
        return Ok(render::release(words, release, Standing::Unchanged));
    }
    let hold = bot.app.publish_by_rule(release).await?;
    release.report.published = hold.is_none();
    let standing = match &hold {
        None => Standing::Published,
        Some(hold) => Standing::Waiting(hold),
    };
    Ok(render::release(words, release, standing))
}

fn by(press: &Press<'_>) -> String {
    name_of(press.interaction.member.as_ref(), &press.interaction.user)
}

pub(in crate::discord) async fn publish(press: &Press<'_>, key: u64) -> Result<(), Failure> {
    let admin = press.admin()?;
    press.acknowledge(true).await?;
    let by = by(press);
    let release = press.bot.app.publish(key, &by).await?;
    let generation = release.after.generation;
    admin.note(press.bot, format!("index publish {generation}"));
    let sentence = press.words().release_published(&render::name(&by));
    let body = render::decided(press.words(), &release, &sentence);
    press.reply.answer(&press.bot.rest, body, false).await?;
    Ok(())
}

pub(in crate::discord) async fn discard(press: &Press<'_>, key: u64) -> Result<(), Failure> {
    let admin = press.admin()?;
    press.acknowledge(true).await?;
    let by = by(press);
    let release = press.bot.app.release(key).map_err(Failure::Broken)?;
    press.bot.app.discard(key, &by).await?;
    admin.note(press.bot, "index discard".to_owned());
    let sentence = press.words().release_discarded(&render::name(&by));
    let body = match release {
        Some(release) => render::decided(press.words(), &release, &sentence),
        None => Body::new(&sentence),
    };
    press.reply.answer(&press.bot.rest, body, false).await?;
    Ok(())
}

/// Shows a page of all changes, to whoever pressed alone.
pub(in crate::discord) async fn details(
    press: &Press<'_>,
    key: u64,
    page: u32,
) -> Result<(), Failure> {
    press.admin()?;
    let in_place = press.is_private();
    press.acknowledge(in_place).await?;
    let release = press.bot.app.release(key).map_err(Failure::Broken)?;
    let release = release.ok_or_else(|| Failure::explained(Words::release_gone))?;
    let server = press.interaction.guild_id;
    let answered = readable(press.bot, server, &release.recent.answered).await;
    let stopped = readable(press.bot, server, &release.recent.stopped).await;
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let body = render::details(press.words(), &release, &answered, &stopped, page);
    let body = body.ok_or_else(|| Failure::explained(Words::release_gone))?;
    press.reply.answer(&press.bot.rest, body, !in_place).await?;
    Ok(())
}

/// Cancels a running reindex.
pub(in crate::discord) async fn cancel_reindex(press: &Press<'_>, run: u64) -> Result<(), Failure> {
    let admin = press.admin()?;
    if !press.bot.app.cancel(run) {
        return Err(Failure::explained(Words::reindex_not_running));
    }
    admin.note(press.bot, "reindex cancel".to_owned());
    press.acknowledge(true).await
}

/// The texts of questions that admins of a server may read: those asked there in public. Forgotten
/// questions are left out.
async fn readable(bot: &Bot, server: Option<GuildId>, questions: &[u64]) -> Told {
    let mut readable = Told::default();
    for question in questions.iter().take(TEXTS) {
        let chain = bot.app.store().conversation(QuestionId(*question), 1).await;
        let Some(past) = chain.ok().and_then(|it| it.into_iter().next()) else {
            continue;
        };
        let here = past.public && past.server == server.map(GuildId::get);
        match past.text.filter(|_| here) {
            Some(text) => readable.texts.push(text),
            None => readable.elsewhere += 1,
        }
    }
    readable.elsewhere += questions.len().saturating_sub(TEXTS);
    readable
}
