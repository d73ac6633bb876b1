//! What a session sees of what happened: by its shard, its intents, and the message content that
//! is withheld from bots without that intent.

use serde_json::{Value, json};

use super::session::Session;
use crate::intents::Intents;
use crate::world::Event;

/// The data of the event for this session, or `None` when it does not get the event.
pub(super) fn of(session: &Session, event: &Event) -> Option<Value> {
    if !session.shard.covers(event.guild) || !asked_for(session, event) {
        return None;
    }
    let mut data = event.data.clone();
    match event.name {
        "MESSAGE_CREATE" | "MESSAGE_UPDATE"
            if event.guild.is_some() && !session.intents.contains(Intents::MESSAGE_CONTENT) =>
        {
            // A message that is meant for the bot may still reply to one that is not.
            if event.reveal {
                withhold_referenced(&mut data, &session.user);
            } else {
                withhold_content(&mut data, &session.user);
            }
        }
        "GUILD_CREATE" => trim_guild(&mut data, session),
        _ => {}
    }
    Some(data)
}

fn asked_for(session: &Session, event: &Event) -> bool {
    let wanted = Intents::of_event(event.name, event.guild.is_some());
    let concerns_itself = || match event.name {
        "GUILD_MEMBER_UPDATE" => event.data.pointer("/user/id") == Some(&json!(session.user)),
        "THREAD_MEMBERS_UPDATE" => names_member(&event.data, &session.user),
        _ => false,
    };
    match event.name {
        // Without GUILD_MEMBERS a bot is told of its own coming and going only.
        "THREAD_MEMBERS_UPDATE" if !session.intents.contains(Intents::GUILD_MEMBERS) => {
            session.intents.contains(Intents::GUILDS) && concerns_itself()
        }
        _ => wanted.is_empty() || session.intents.intersects(wanted) || concerns_itself(),
    }
}

fn names_member(data: &Value, user: &str) -> bool {
    let list = |key: &str| {
        data.get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    list("added_members").any(|member| member.get("user_id") == Some(&json!(user)))
        || list("removed_member_ids").any(|id| id == user)
}

/// Empties what people wrote, also in messages inside the message unless the bot may read those.
fn withhold_content(message: &mut Value, me: &str) {
    let Some(fields) = message.as_object_mut() else {
        return;
    };
    for (key, empty) in [
        ("content", json!("")),
        ("embeds", json!([])),
        ("attachments", json!([])),
        ("components", json!([])),
    ] {
        if let Some(value) = fields.get_mut(key) {
            *value = empty;
        }
    }
    fields.remove("poll");
    let snapshots = fields
        .get_mut("message_snapshots")
        .and_then(Value::as_array_mut);
    for snapshot in snapshots.into_iter().flatten() {
        if let Some(message) = snapshot.get_mut("message") {
            withhold_content(message, me);
        }
    }
    withhold_referenced(message, me);
}

fn withhold_referenced(message: &mut Value, me: &str) {
    if let Some(referenced) = message.get_mut("referenced_message")
        && !may_read(referenced, me)
    {
        withhold_content(referenced, me);
    }
}

fn may_read(message: &Value, me: &str) -> bool {
    let is_me = |user: &Value| user.get("id") == Some(&json!(me));
    message.get("author").is_some_and(is_me)
        || message
            .get("mentions")
            .and_then(Value::as_array)
            .is_some_and(|mentions| mentions.iter().any(is_me))
}

/// A guild comes with its members and their presences for bots with GUILD_PRESENCES, and with the
/// bot's own member for others.
pub(super) fn trim_guild(guild: &mut Value, session: &Session) {
    let me = json!(session.user);
    let lists = |key: &str, intent: Intents| (key.to_owned(), session.intents.contains(intent));
    if !session.intents.contains(Intents::GUILD_PRESENCES)
        && let Some(members) = guild.get_mut("members").and_then(Value::as_array_mut)
    {
        members.retain(|member| member.pointer("/user/id") == Some(&me));
    }
    for (key, asked) in [
        lists("presences", Intents::GUILD_PRESENCES),
        lists("voice_states", Intents::GUILD_VOICE_STATES),
        lists("guild_scheduled_events", Intents::GUILD_SCHEDULED_EVENTS),
    ] {
        if !asked && let Some(list) = guild.get_mut(&key) {
            *list = json!([]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gateway::shard::Shard;

    const GUILD: Option<u64> = Some(1 << 22);

    fn session(intents: Intents) -> Session {
        Session::new("t", 1, "42", intents, Shard::ONLY)
    }

    fn event(name: &'static str, guild: Option<u64>, data: Value) -> Event {
        Event {
            application: 1,
            guild,
            name,
            data,
            reveal: false,
        }
    }

    fn message() -> Value {
        json!({
            "content": "secret", "embeds": [{}], "attachments": [{}], "components": [{}],
            "poll": {}, "author": {"id": "7"}, "mentions": [],
            "referenced_message": {"content": "mine", "author": {"id": "42"}},
            "message_snapshots": [{"message": {"content": "secret"}}],
        })
    }

    #[test]
    fn what_people_wrote_is_withheld_without_the_intent() {
        let session = session(Intents::GUILD_MESSAGES | Intents::DIRECT_MESSAGES);
        let mut said = event("MESSAGE_CREATE", GUILD, message());
        assert_eq!(
            of(&session, &said).unwrap(),
            json!({
                "content": "", "embeds": [], "attachments": [], "components": [],
                "author": {"id": "7"}, "mentions": [],
                "referenced_message": {"content": "mine", "author": {"id": "42"}},
                "message_snapshots": [{"message": {"content": ""}}],
            })
        );
        said.reveal = true;
        assert_eq!(of(&session, &said), Some(message()));
        let direct = event("MESSAGE_CREATE", None, message());
        assert_eq!(of(&session, &direct), Some(message()));
    }

    #[test]
    fn a_partial_update_gains_no_fields_by_being_emptied() {
        let session = session(Intents::GUILD_MESSAGES);
        let edited = event("MESSAGE_UPDATE", GUILD, json!({"id": "1", "content": "x"}));
        assert_eq!(
            of(&session, &edited),
            Some(json!({"id": "1", "content": ""}))
        );
    }

    #[test]
    fn a_session_is_told_what_it_asked_for() {
        let told = |intents, name, data| of(&session(intents), &event(name, GUILD, data)).is_some();
        let other = json!({"user": {"id": "7"}, "added_members": [{"user_id": "7"}]});
        let own = json!({"user": {"id": "42"}, "added_members": [{"user_id": "42"}]});
        assert!(told(Intents::NONE, "INTERACTION_CREATE", json!({})));
        assert!(!told(Intents::GUILDS, "MESSAGE_CREATE", message()));
        assert!(!told(Intents::GUILDS, "GUILD_MEMBER_UPDATE", other.clone()));
        assert!(told(Intents::GUILDS, "GUILD_MEMBER_UPDATE", own.clone()));
        assert!(!told(
            Intents::GUILDS,
            "THREAD_MEMBERS_UPDATE",
            other.clone()
        ));
        assert!(told(Intents::GUILDS, "THREAD_MEMBERS_UPDATE", own));
        assert!(told(Intents::GUILD_MEMBERS, "THREAD_MEMBERS_UPDATE", other));
    }

    #[test]
    fn a_guild_comes_without_members_unless_presences_are_asked_for() {
        let guild = || {
            json!({
                "members": [{"user": {"id": "42"}}, {"user": {"id": "7"}}],
                "presences": [{}], "voice_states": [{}],
            })
        };
        let seen = of(
            &session(Intents::GUILDS),
            &event("GUILD_CREATE", GUILD, guild()),
        );
        assert_eq!(
            seen,
            Some(json!({
                "members": [{"user": {"id": "42"}}], "presences": [], "voice_states": [],
            }))
        );
        let seen = of(
            &session(Intents::ALL),
            &event("GUILD_CREATE", GUILD, guild()),
        );
        assert_eq!(seen, Some(guild()));
    }
}
