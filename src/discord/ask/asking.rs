//! A question on its way to its answer: who asks it, where, and under which id. Both are recorded once
//! the answer is shown and never before, so that the store delays no answer.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{
    ChannelId, CommandInteraction, ComponentInteraction, GuildId, Message, MessageId, UserId,
};

use crate::app::section_key;
use crate::discord::api::message::Shown;
use crate::discord::bot::Bot;
use crate::discord::state::handled::Turn;
use crate::discord::state::places::Places;
use crate::discord::words::Words;
use crate::store::{Answered, Asked, Outcome, PassageRef, QuestionId};
use lodestar_engine::answer::{Answer, Coverage, Excerpt};
use lodestar_engine::article::ContentHash;

/// A question, before it is answered.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Asking {
    /// Buttons may name it at once; the store knows it once it is recorded.
    pub(in crate::discord) id: QuestionId,
    pub(in crate::discord) asker: UserId,
    /// `None` in a direct message, and on a server that the bot is not a member of.
    pub(in crate::discord) server: Option<GuildId>,
    pub(in crate::discord) channel: ChannelId,
    /// The message that asks, if it is one.
    pub(in crate::discord) message: Option<MessageId>,
    pub(in crate::discord) asked_at: Timestamp,
    pub(in crate::discord) locale: String,
    /// The question that this one follows.
    pub(in crate::discord) follows: Option<QuestionId>,
    /// Whether everybody on the server may read it, so that it may be suggested to them.
    pub(in crate::discord) public: bool,
    /// Whether its answer is shown to the asker alone.
    pub(in crate::discord) private: bool,
}

impl Asking {
    /// A question by command. `private` when its answer is shown to the asker alone.
    pub(in crate::discord) fn by_command(
        places: &Places,
        command: &CommandInteraction,
        private: bool,
    ) -> Self {
        let server = command.guild_id.filter(|it| places.knows(*it));
        Self {
            id: QuestionId::random(),
            asker: command.user.id,
            server,
            channel: command.channel_id,
            message: None,
            asked_at: Timestamp::now(),
            locale: command.locale.clone(),
            follows: None,
            public: server.is_some() && !private && places.is_public(command.channel_id),
            private,
        }
    }

    /// A question by a press on a button; `server` is that of the press, if the bot is a member.
    pub(in crate::discord) fn by_press(
        places: &Places,
        press: &ComponentInteraction,
        server: Option<GuildId>,
        private: bool,
    ) -> Self {
        let channel = press.channel_id;
        Self {
            id: QuestionId::random(),
            asker: press.user.id,
            server,
            channel,
            message: None,
            asked_at: Timestamp::now(),
            locale: press.locale.clone(),
            follows: None,
            public: server.is_some() && !private && places.is_public(channel),
            private,
        }
    }

    /// A question by message.
    pub(in crate::discord) fn by_message(places: &Places, message: &Message, words: Words) -> Self {
        Self {
            id: QuestionId::random(),
            asker: message.author.id,
            server: message.guild_id,
            channel: message.channel_id,
            message: Some(message.id),
            asked_at: Timestamp::now(),
            locale: words.code().to_owned(),
            follows: None,
            public: message.guild_id.is_some() && places.is_public(message.channel_id),
            private: false,
        }
    }
}

/// Records a question and the message that answers it, in the background; the question alone if it
/// is not known which message that is. The turn ends when everything is recorded.
pub(in crate::discord) fn record(
    bot: &Bot,
    asking: Asking,
    answer: &Answer,
    shown: Option<Shown>,
    turn: Option<Turn>,
) {
    let (text, generation) = (answer.question.text.clone(), answer.generation);
    let (outcome, passages) = (outcome(answer), passages(answer));
    let store = bot.app.store().clone();
    let recording = Arc::clone(&bot.recording);
    let took = Timestamp::now().duration_since(asking.asked_at);
    let took = shown.map(|_| u64::try_from(took.as_millis()).unwrap_or_default());
    bot.spawn(async move {
        let asked = Asked {
            id: asking.id,
            asker: asking.asker.get(),
            server: asking.server.map(GuildId::get),
            channel: asking.channel.get(),
            message: asking.message.map(MessageId::get),
            asked_at: asking.asked_at,
            locale: &asking.locale,
            text: &text,
            outcome,
            generation,
            follows: asking.follows,
            public: asking.public,
            took_ms: took,
        };
        let answered = shown.map(|shown| Answered {
            message: shown.message.get(),
            channel: shown.channel.get(),
            question: asking.id,
            generation,
            shown_at: Timestamp::now(),
            editable: !asking.private,
            passages: &passages,
        });
        let one_by_one = recording.acquire().await;
        if let Err(error) = store.record_question(&asked, answered.as_ref()).await {
            tracing::debug!(%error, "a question is not recorded");
        }
        drop(one_by_one);
        drop(turn);
    });
}

/// Converts a time of Discord's.
pub(in crate::discord) fn timestamp(time: serenity::model::Timestamp) -> Option<Timestamp> {
    Timestamp::from_second(time.unix_timestamp()).ok()
}

/// How the question was answered, for the record.
pub(in crate::discord) fn outcome(answer: &Answer) -> Outcome {
    match answer.state {
        Coverage::Answered => Outcome::Answered,
        Coverage::Closest => Outcome::Closest,
        Coverage::NotCovered => Outcome::NotCovered,
    }
}

/// The passages of an answer as the store keeps them, with hashes that reveal whether an article
/// has changed.
pub(in crate::discord) fn passages(answer: &Answer) -> Vec<PassageRef> {
    answer.excerpts.iter().map(passage).collect()
}

/// One passage.
pub(in crate::discord) fn passage(excerpt: &Excerpt) -> PassageRef {
    PassageRef {
        article: excerpt.source.path.clone(),
        position: excerpt.position,
        section: Some(section_key(&excerpt.headings)),
        hash: ContentHash::of(excerpt.text.as_bytes()).as_str().to_owned(),
        changed: false,
    }
}
