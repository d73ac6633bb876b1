//! Who a message pings: what its text names, as far as `allowed_mentions` and its author's
//! permissions let it.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::Message;
use crate::world::model::message::kind;
use crate::world::state::WorldState;

/// What a request allows to be pinged.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AllowedMentions {
    parse: Vec<String>,
    users: Vec<Snowflake>,
    roles: Vec<Snowflake>,
    replied_user: bool,
}

impl AllowedMentions {
    /// Of a body that has been checked; nulls count as absent.
    pub(crate) fn read(body: &Value) -> Option<Self> {
        let mut value = body.get("allowed_mentions")?.clone();
        value.as_object_mut()?.retain(|_, value| !value.is_null());
        serde_json::from_value(value).ok()
    }

    fn parses(&self, what: &str) -> bool {
        self.parse.iter().any(|it| it == what)
    }
}

impl WorldState {
    /// Sets who the message pings. Without `allowed_mentions` everything is parsed where
    /// `parses_all`, and otherwise users only, as in interactions.
    pub(crate) fn resolve_mentions(
        &self,
        message: &mut Message,
        content: &str,
        allowed: Option<&AllowedMentions>,
        parses_all: bool,
    ) {
        let default = AllowedMentions {
            parse: if parses_all {
                ["users", "roles", "everyone"].map(str::to_owned).into()
            } else {
                vec!["users".to_owned()]
            },
            replied_user: true,
            ..AllowedMentions::default()
        };
        let allowed = allowed.unwrap_or(&default);
        let named = Named::in_text(content);
        let place = self.channels.get(&message.channel);
        let may_ping_all = place.is_some_and(|place| {
            self.permissions(message.author, place)
                .contains(Permissions::MENTION_EVERYONE)
        });

        let replied = message
            .reference
            .as_ref()
            .filter(|_| message.kind == kind::REPLY && allowed.replied_user)
            .and_then(|reference| self.message(reference.channel, reference.message))
            .map(|replied| replied.author);
        let mut users: Vec<Snowflake> = named
            .users
            .into_iter()
            .filter(|id| allowed.parses("users") || allowed.users.contains(id))
            .filter(|id| self.users.contains_key(id))
            .collect();
        if let Some(replied) = replied
            && !users.contains(&replied)
        {
            users.insert(0, replied);
        }
        message.mentions = users;

        let guild = place
            .and_then(|place| place.guild)
            .and_then(|guild| self.guilds.get(&guild));
        message.mention_roles = named
            .roles
            .into_iter()
            .filter(|id| allowed.parses("roles") || allowed.roles.contains(id))
            .filter(|id| {
                guild
                    .and_then(|guild| guild.roles.get(id))
                    .is_some_and(|role| role.mentionable || may_ping_all)
            })
            .collect();
        message.mention_everyone =
            named.everyone && guild.is_some() && may_ping_all && allowed.parses("everyone");
    }
}

/// What a text names.
#[derive(Default)]
struct Named {
    users: BTreeSet<Snowflake>,
    roles: BTreeSet<Snowflake>,
    everyone: bool,
}

impl Named {
    fn in_text(text: &str) -> Self {
        let mut named = Self {
            everyone: text.contains("@everyone") || text.contains("@here"),
            ..Self::default()
        };
        for rest in text.split("<@").skip(1) {
            let Some((inner, _)) = rest.split_once('>') else {
                continue;
            };
            let (is_role, digits) = match inner.strip_prefix('&') {
                Some(digits) => (true, digits),
                None => (false, inner.strip_prefix('!').unwrap_or(inner)),
            };
            if !digits.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            if let Ok(id) = digits.parse() {
                let list = if is_role {
                    &mut named.roles
                } else {
                    &mut named.users
                };
                list.insert(id);
            }
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_users_and_roles() {
        let named = Named::in_text("<@1> <@!2> <@&3> <@x> <@4 <@> @here");
        assert_eq!(named.users, [Snowflake(1), Snowflake(2)].into());
        assert_eq!(named.roles, [Snowflake(3)].into());
        assert!(named.everyone);
    }
}
