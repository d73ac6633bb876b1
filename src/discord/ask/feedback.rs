//! What people think of an answer: 👍, 👎 and why.

use jiff::Timestamp;
use serenity::all::{GuildId, MessageId};

use crate::discord::failure::Failure;
use crate::discord::gateway::press::Press;
use crate::discord::gateway::press::not_saved;
use crate::discord::gateway::press::too_old;
use crate::discord::render;
use crate::store::Opinion;
use crate::store::Reason;
use crate::store::Vote;

impl Press<'_> {
    /// Counts a vote; the same one again takes it back.
    pub(in crate::discord) async fn vote(&self, opinion: Opinion) -> Result<(), Failure> {
        self.acknowledge(false).await?;
        let vote = Vote {
            message: self.message().get(),
            voter: self.user().get(),
            server: self.server().map(GuildId::get),
            opinion,
            voted_at: Timestamp::now(),
        };
        let votes = self.bot.app.store().vote(&vote).await;
        let votes = votes.map_err(|error| not_saved(&error))?;
        let words = self.words();
        let body = match votes.own {
            None => words.feedback_taken_back().as_str().into(),
            Some(Opinion::Up) => words.feedback_thanks().as_str().into(),
            Some(Opinion::Down) => render::why(words, self.message()),
        };
        self.reply.answer(&self.bot.rest, body, true).await?;
        Ok(())
    }

    /// Keeps why somebody voted against what `message` shows.
    pub(in crate::discord) async fn give_reason(&self, message: MessageId) -> Result<(), Failure> {
        self.acknowledge(true).await?;
        let reason = self.chosen().and_then(Reason::from_word);
        let reason = reason.ok_or_else(too_old)?;
        let store = self.bot.app.store();
        let given = store
            .give_reason(message.get(), self.user().get(), reason)
            .await;
        let words = self.words();
        let said = match given.map_err(|error| not_saved(&error))? {
            true => words.feedback_noted(),
            false => words.feedback_taken_back(),
        };
        self.reply.answer(&self.bot.rest, &said, false).await?;
        Ok(())
    }
}
