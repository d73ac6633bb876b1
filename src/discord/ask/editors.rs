//! Telling the editors what the articles do not cover, and asking to be told when they do.

use jiff::Timestamp;
use serenity::all::GuildId;

use super::recall::recall;
use crate::discord::bot::press::Press;
use crate::discord::failure::{Failure, not_saved, too_old};
use crate::discord::render;
use crate::store::{MissedId, MissedReport, QuestionId};

/// Records a question as missed, for whoever presses.
pub(in crate::discord) async fn tell_editors(
    press: &Press<'_>,
    question: QuestionId,
) -> Result<(), Failure> {
    press.acknowledge(false).await?;
    let recalled = recall(press.bot, question, &press.interaction.message).await;
    let text = recalled.ok_or_else(too_old)?.text;
    let (store, words) = (press.bot.app.store(), press.words());
    let server = press.server().map(GuildId::get);
    let reporter = press.user().get();
    let known = store.own_report(server, &text, reporter).await;
    let body = match known.map_err(|error| not_saved(&error))? {
        Some((missed, wanted)) => {
            render::told(words, &words.told_editors_already(), missed, wanted)
        }
        None => {
            let report = MissedReport {
                text: &text,
                server,
                channel: press.interaction.channel_id.get(),
                reporter,
                locale: &press.interaction.locale,
                remind: false,
                reported_at: Timestamp::now(),
            };
            let missed = store.report_missed(&report).await;
            let missed = missed.map_err(|error| not_saved(&error))?;
            render::told(words, &words.told_editors(), missed, false)
        }
    };
    press.reply.answer(&press.bot.rest, body, true).await?;
    Ok(())
}

/// Records whether somebody wants to be told, and offers the opposite.
pub(in crate::discord) async fn remind(
    press: &Press<'_>,
    missed: MissedId,
    wanted: bool,
) -> Result<(), Failure> {
    press.acknowledge(true).await?;
    let (user, channel) = (press.user().get(), press.interaction.channel_id.get());
    let store = press.bot.app.store();
    let kept = store.set_reminder(missed, user, channel, wanted).await;
    if !kept.map_err(|error| not_saved(&error))? {
        return Err(too_old());
    }
    let words = press.words();
    let sentence = if wanted {
        words.reminder_set()
    } else {
        words.reminder_taken_back()
    };
    let body = render::told(words, &sentence, missed, wanted);
    press.reply.answer(&press.bot.rest, body, false).await?;
    Ok(())
}
