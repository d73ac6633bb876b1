//! Asking about an article by pressing its title.

use jiff::Timestamp;
use serenity::all::UserId;
use tokio::time::Instant;

use crate::discord::ask::asking::Asking;
use crate::discord::failure::Failure;
use crate::discord::gateway::press::Press;
use crate::discord::gateway::press::too_old;
use crate::store::QuestionId;

impl Press<'_> {
    pub(in crate::discord) async fn ask_about(
        &self,
        article: u64,
        asker: UserId,
    ) -> Result<(), Failure> {
        let in_place = self.may_change(asker);
        let (person, channel) = (self.user(), self.interaction.channel_id);
        let cooldowns = &self.bot.cooldowns;
        cooldowns.admit(person, channel, self.server(), Instant::now())?;
        self.acknowledge(in_place).await?;
        let outline = self.bot.app.outline().await?;
        let article = outline.article(article).ok_or_else(too_old)?;
        let title = &article.title;
        let private = !in_place || self.is_private();
        let asking = self.asking(private);
        let pages = self.bot.look_up(&article.path, &[], title).await?;
        let pages = pages.ok_or_else(too_old)?;
        let (body, answer) = self
            .bot
            .present(&asking, self.words(), &pages, &[], title, private);
        let turn = self.bot.handled.change_of(self.message()).await;
        let shown = self.reply.answer(&self.bot.rest, body, !in_place).await?;
        self.bot.record_in_turn(asking, &answer, shown, Some(turn));
        Ok(())
    }

    /// A question by whoever presses.
    fn asking(&self, private: bool) -> Asking {
        let channel = self.interaction.channel_id;
        let server = self.server();
        Asking {
            id: QuestionId::random(),
            asker: self.user(),
            server,
            channel,
            message: None,
            asked_at: Timestamp::now(),
            locale: self.interaction.locale.clone(),
            follows: None,
            public: server.is_some() && !private && self.bot.places.is_public(channel),
            private,
        }
    }
}
