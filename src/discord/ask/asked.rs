//! Whether a message asks the bot something, and what. Pure.

use serenity::all::{Message, MessageId, MessageType, UserId};

use super::courtesy::{Courtesy, courtesy, without_courtesies};

/// What a message wants from the bot.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::discord) enum Asked {
    /// It is not for the bot.
    Nothing,
    Question(String),
    /// The message it replies to is the question, but Discord did not include its text.
    Reference(MessageId),
    /// It asks for an answer to a message that is gone.
    MissingReference,
    /// It mentions the bot and says nothing, or greets it.
    Help,
    /// It thanks the bot.
    Thanks,
}

/// Reads what a message wants. In a server it has to mention the bot, or reply to it with a ping;
/// in a direct message anything counts. Other bots, webhooks and Discord's own messages are never
/// answered, and neither are `@everyone`, `@here` and roles. In a thread that the bot began,
/// messages are for the bot unless they address somebody else, as far as Discord shows them.
pub(in crate::discord) fn asked(message: &Message, bot: UserId, in_own_thread: bool) -> Asked {
    let is_reply = message.kind == MessageType::InlineReply;
    let by_person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    if !by_person || !(is_reply || message.kind == MessageType::Regular) {
        return Asked::Nothing;
    }
    let text = without_mention(&message.content, bot);
    let named = text.len() < message.content.len();
    let direct = message.guild_id.is_none();
    let to_bot = message.mentions.iter().any(|user| user.id == bot)
        && message
            .referenced_message
            .as_ref()
            .is_some_and(|m| m.author.id == bot);
    let to_others = message.mentions.iter().any(|user| user.id != bot)
        || message
            .referenced_message
            .as_ref()
            .is_some_and(|m| m.author.id != bot);
    let in_conversation = in_own_thread && !to_others && !text.trim().is_empty();
    if !(named || direct || to_bot || in_conversation) {
        return Asked::Nothing;
    }
    if !text.trim().is_empty() {
        return match courtesy(text.trim(), to_bot) {
            // In a thread it may be meant for anyone.
            Some(_) if !(named || direct || to_bot) => Asked::Nothing,
            Some(Courtesy::Thanks) => Asked::Thanks,
            Some(Courtesy::Greeting) => Asked::Help,
            None => Asked::Question(without_courtesies(text.trim())),
        };
    }
    if named && is_reply {
        return referenced(message, bot);
    }
    if let Some(forwarded) = message.message_snapshots.first()
        && !forwarded.content.trim().is_empty()
    {
        return Asked::Question(without_courtesies(&forwarded.content));
    }
    Asked::Help
}

/// The question in the message that is replied to.
fn referenced(message: &Message, bot: UserId) -> Asked {
    let Some(referenced) = &message.referenced_message else {
        return Asked::MissingReference;
    };
    if referenced.author.id == bot {
        return Asked::Help;
    }
    let text = without_mention(&referenced.content, bot);
    if text.trim().is_empty() {
        Asked::Reference(referenced.id)
    } else {
        Asked::Question(without_courtesies(text.trim()))
    }
}

/// Text without the bot's mention.
pub(in crate::discord) fn without_mention(text: &str, bot: UserId) -> String {
    text.replace(&format!("<@{bot}>"), " ")
        .replace(&format!("<@!{bot}>"), " ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const BOT: UserId = UserId::new(1);

    fn person(id: u64) -> Value {
        json!({ "id": id.to_string(), "username": "ann", "discriminator": "0", "avatar": null })
    }

    fn message(content: &str) -> Value {
        json!({
            "id": "100", "channel_id": "200", "guild_id": "300", "author": person(2),
            "content": content, "timestamp": "2026-01-01T00:00:00.000000+00:00",
            "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0,
        })
    }

    fn with(mut message: Value, changes: &Value) -> Value {
        for (key, value) in changes.as_object().unwrap() {
            message[key] = value.clone();
        }
        message
    }

    fn reply_to(author: u64, referenced: &str, content: &str) -> Value {
        let referenced = with(message(referenced), &json!({ "author": person(author) }));
        with(
            message(content),
            &json!({ "type": 19, "referenced_message": referenced }),
        )
    }

    fn read(message: Value) -> Asked {
        asked(&serde_json::from_value(message).unwrap(), BOT, false)
    }

    fn question(text: &str) -> Asked {
        Asked::Question(text.to_owned())
    }

    #[test]
    fn a_message_that_mentions_the_bot_asks() {
        assert_eq!(read(message("<@1> where?")), question("where?"));
        assert_eq!(read(message("hey <@!1> where?")), question("hey   where?"));
        assert_eq!(read(message("<@1>")), Asked::Help);
    }

    #[test]
    fn messages_for_others_are_left_alone() {
        assert_eq!(read(message("where?")), Asked::Nothing);
        assert_eq!(read(message("@everyone where?")), Asked::Nothing);
        assert_eq!(read(message("<@&1> where?")), Asked::Nothing);
        assert_eq!(read(message("<@12> where?")), Asked::Nothing);
        assert_eq!(read(reply_to(3, "where?", "no idea")), Asked::Nothing);
    }

    #[test]
    fn bots_webhooks_and_discord_are_left_alone() {
        let called = message("<@1> where?");
        let mut bot = person(2);
        bot["bot"] = json!(true);
        let mut discord = person(2);
        discord["system"] = json!(true);
        for changes in [
            json!({ "author": bot }),
            json!({ "author": discord }),
            json!({ "webhook_id": "9" }),
            json!({ "type": 7 }),
        ] {
            assert_eq!(read(with(called.clone(), &changes)), Asked::Nothing);
        }
    }

    #[test]
    fn in_a_direct_message_everything_is_a_question() {
        let direct = |content| with(message(content), &json!({ "guild_id": null }));
        assert_eq!(read(direct("where?")), question("where?"));
        assert_eq!(read(direct("")), Asked::Help);
    }

    #[test]
    fn a_mention_in_a_reply_asks_the_question_of_the_message_above() {
        assert_eq!(read(reply_to(3, "where?", "<@1>")), question("where?"));
        assert_eq!(
            read(reply_to(3, "Hi! where? Thanks!", "<@1>")),
            question("where?")
        );
        assert_eq!(read(reply_to(3, "where?", "<@1> when?")), question("when?"));
        assert_eq!(
            read(reply_to(3, "", "<@1>")),
            Asked::Reference(MessageId::new(100))
        );
        let gone = with(
            message("<@1>"),
            &json!({ "type": 19, "referenced_message": null }),
        );
        assert_eq!(read(gone), Asked::MissingReference);
        assert_eq!(read(reply_to(1, "an answer", "<@1>")), Asked::Help);
    }

    #[test]
    fn in_its_own_thread_the_bot_is_asked_by_whatever_addresses_nobody_else() {
        let read = |message| asked(&serde_json::from_value(message).unwrap(), BOT, true);
        assert_eq!(read(message("and when?")), question("and when?"));
        assert_eq!(read(reply_to(1, "an answer", "and?")), question("and?"));
        assert_eq!(read(message("")), Asked::Nothing);
        assert_eq!(read(reply_to(3, "where?", "no idea")), Asked::Nothing);
        let to_ben = with(message("<@3> when?"), &json!({ "mentions": [person(3)] }));
        assert_eq!(read(to_ben), Asked::Nothing);
    }

    #[test]
    fn thanks_and_greetings_are_not_questions() {
        let pinging = |text| {
            let reply = reply_to(1, "an answer", text);
            with(reply, &json!({ "mentions": [person(1)] }))
        };
        assert_eq!(read(message("<@1> thanks!")), Asked::Thanks);
        assert_eq!(read(pinging("Perfect!")), Asked::Thanks);
        assert_eq!(read(message("<@1> hello")), Asked::Help);
        assert_eq!(read(message("thanks!")), Asked::Nothing);
        assert_eq!(read(message("<@1> hi! where?")), question("where?"));
        let in_thread = |message| asked(&serde_json::from_value(message).unwrap(), BOT, true);
        assert_eq!(in_thread(message("thanks!")), Asked::Nothing);
    }

    #[test]
    fn a_reply_to_the_bot_counts_when_it_pings() {
        let silent = reply_to(1, "an answer", "and when?");
        assert_eq!(read(silent.clone()), Asked::Nothing);
        let pinging = with(silent, &json!({ "mentions": [person(1)] }));
        assert_eq!(read(pinging), question("and when?"));
    }
}
