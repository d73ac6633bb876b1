//! Telling the editors what the articles do not cover, and wishing to be told when they do.

use jiff::Timestamp;
use serenity::all::GuildId;

use crate::discord::failure::Failure;
use crate::discord::gateway::press::Press;
use crate::discord::gateway::press::not_saved;
use crate::discord::gateway::press::too_old;
use crate::discord::render;
use crate::store::MissedId;
use crate::store::MissedReport;
use crate::store::QuestionId;

impl Press<'_> {
    /// Records a question as missed by whoever presses.
    pub(in crate::discord) async fn tell_editors(
        &self,
        question: QuestionId,
    ) -> Result<(), Failure> {
        self.acknowledge(false).await?;
        let recalled = self.bot.recall(question, &self.interaction.message).await;
        let text = recalled.ok_or_else(too_old)?.text;
        let (store, words) = (self.bot.app.store(), self.words());
        let server = self.server().map(GuildId::get);
        let reporter = self.user().get();
        let known = store.own_report(server, &text, reporter).await;
        let body = match known.map_err(|error| not_saved(&error))? {
            Some((missed, wanted)) => {
                render::told(words, &words.told_editors_already(), missed, wanted)
            }
            None => {
                let report = MissedReport {
                    text: &text,
                    server,
                    channel: self.interaction.channel_id.get(),
                    reporter,
                    locale: &self.interaction.locale,
                    remind: false,
                    reported_at: Timestamp::now(),
                };
                let missed = store.report_missed(&report).await;
                let missed = missed.map_err(|error| not_saved(&error))?;
                render::told(words, &words.told_editors(), missed, false)
            }
        };
        self.reply.answer(&self.bot.rest, body, true).await?;
        Ok(())
    }

    /// Keeps whether somebody wants to be told, and offers the opposite.
    pub(in crate::discord) async fn remind(
        &self,
        missed: MissedId,
        wanted: bool,
    ) -> Result<(), Failure> {
        self.acknowledge(true).await?;
        let (user, channel) = (self.user().get(), self.interaction.channel_id.get());
        let store = self.bot.app.store();
        let kept = store.set_reminder(missed, user, channel, wanted).await;
        if !kept.map_err(|error| not_saved(&error))? {
            return Err(too_old());
        }
        let words = self.words();
        let said = if wanted {
            words.reminder_set()
        } else {
            words.reminder_taken_back()
        };
        let body = render::told(words, &said, missed, wanted);
        self.reply.answer(&self.bot.rest, body, false).await?;
        Ok(())
    }
}
