//! Who an answer is for, when somebody asks for another member: `/ask for:@ben`.
//!
//! The member is named and usually not notified. They are notified only if the asker could have
//! done so by writing their name here, which takes the permission to write and reaches only people
//! who can see the place. `allowed_mentions` lists exactly that member, whatever the text says.
//! Bots, the asker, people who cannot see the place, and anybody in a private answer are never
//! notified. Since Discord does not tell who has blocked whom, nobody is notified twice on behalf
//! of the same person within some minutes.
//!
//! Discord notifies of new messages only, not of edits
//! (<https://github.com/discord/discord-api-docs/issues/4034>). So an answer that notifies is not
//! preceded by an acknowledgement, unless it takes long.

use serenity::all::{ChannelType, CommandInteraction, Permissions, User, UserId};

use crate::discord::api::message::Body;
use crate::discord::state::places::is_thread;
use crate::discord::words::Words;

/// Somebody an answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct Addressee {
    pub(in crate::discord) id: UserId,
    /// Whether the asker could notify them here.
    pub(in crate::discord) could_be_pinged: bool,
}

impl Addressee {
    /// The member a command names.
    pub(in crate::discord) fn of(command: &CommandInteraction, named: &User) -> Self {
        let kind = command.channel.as_ref().map(|channel| channel.kind);
        let asker = command.member.as_ref().and_then(|it| it.permissions);
        let member = command.data.resolved.members.get(&named.id);
        let theirs = member.and_then(|it| it.permissions);
        let is_somebody_else = named.id != command.user.id && !named.bot;
        Self {
            id: named.id,
            could_be_pinged: is_somebody_else
                && command.guild_id.is_some()
                && asker.is_some_and(|it| may_write(it, kind))
                && theirs.is_some_and(|it| it.administrator() || it.view_channel()),
        }
    }

    /// The answer, with a line that says who it is for.
    pub(in crate::discord) fn address(self, words: Words, body: Body, ping: bool) -> Body {
        let body = body.headed(&words.answer_for(&format!("<@{}>", self.id)));
        if ping { body.pinging(self.id) } else { body }
    }
}

fn may_write(permissions: Permissions, kind: Option<ChannelType>) -> bool {
    let in_thread = kind.is_some_and(is_thread);
    let needed = if in_thread {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    permissions.administrator() || permissions.contains(needed | Permissions::VIEW_CHANNEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_may_write_may_ping() {
        let see = Permissions::VIEW_CHANNEL;
        let thread = Some(ChannelType::PublicThread);
        let channel = Some(ChannelType::Text);
        assert!(may_write(see | Permissions::SEND_MESSAGES, channel));
        assert!(!may_write(Permissions::SEND_MESSAGES, channel));
        assert!(!may_write(see | Permissions::SEND_MESSAGES, thread));
        assert!(may_write(
            see | Permissions::SEND_MESSAGES_IN_THREADS,
            thread
        ));
        assert!(may_write(Permissions::ADMINISTRATOR, thread));
    }
}
