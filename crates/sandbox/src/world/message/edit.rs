//! Editing a message.

use jiff::SignedDuration;
use serde_json::Value;

use super::create::embeds;
use super::mentions::AllowedMentions;
use crate::error::ApiError;
use crate::message_flags::{EPHEMERAL, IS_COMPONENTS_V2, LOADING, SUPPRESS_EMBEDS};
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::message::components::components;
use crate::world::message::create::trimmed;
use crate::world::model::message::kind;
use crate::world::model::{Message, Upload};
use crate::world::state::OldEdits;
use crate::world::state::WorldState;

/// Flags that an edit may change.
const EDITABLE: u64 = SUPPRESS_EMBEDS | IS_COMPONENTS_V2;

/// A message is old after this time.
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// Edits of old messages that a channel takes in a window. Discord does not tell its numbers.
const OLD_EDITS: u32 = 10;

/// How long a window is.
const WINDOW: SignedDuration = SignedDuration::from_mins(1);

/// What changes; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct MessageEdit {
    pub(crate) content: Option<String>,
    pub(crate) embeds: Option<Vec<Value>>,
    pub(crate) components: Option<Vec<Value>>,
    pub(crate) flags: Option<u64>,
    pub(crate) allowed_mentions: Option<AllowedMentions>,
    /// Attachments that stay.
    pub(crate) kept: Option<Vec<Snowflake>>,
    pub(crate) files: Vec<Upload>,
}

impl MessageEdit {
    /// Reads a body that has been checked. Null empties.
    pub(crate) fn read(body: &Value, files: Vec<Upload>) -> Self {
        let list = |key: &str| {
            let value = body.get(key)?;
            Some(value.as_array().cloned().unwrap_or_default())
        };
        let id = |it: Value| serde_json::from_value(it.get("id")?.clone()).ok();
        Self {
            content: body.get("content").map(|content| trimmed(Some(content))),
            embeds: list("embeds").map(embeds),
            components: list("components").map(components),
            flags: body.get("flags").and_then(Value::as_u64),
            allowed_mentions: AllowedMentions::read(body),
            kept: list("attachments").map(|list| list.into_iter().filter_map(id).collect()),
            files,
        }
    }

    /// Whether it changes nothing but flags.
    fn is_of_flags_only(&self) -> bool {
        self.content.is_none()
            && self.embeds.is_none()
            && self.components.is_none()
            && self.kept.is_none()
            && self.files.is_empty()
    }
}

impl WorldState {
    /// Somebody edits a message in a channel.
    ///
    /// # Errors
    /// 50005 for what another wrote, unless only its embeds are suppressed by one who may manage
    /// messages; 50083 in an archived thread; 50006 when nothing would be left; 30046 for too many
    /// edits of messages that are older than an hour.
    pub(crate) fn edit(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        message: Snowflake,
        edit: MessageEdit,
    ) -> Result<Message, ApiError> {
        let place = self.channel_seen_by(actor, channel)?;
        let found = self
            .message(channel, message)
            .filter(|it| it.is_for(actor))
            .ok_or_else(ApiError::unknown_message)?;
        if found.author != actor {
            if !edit.is_of_flags_only() {
                return Err(ApiError::cannot_edit_anothers_message());
            }
            self.require(actor, place, Permissions::MANAGE_MESSAGES)?;
        }
        if !kind::is_written(found.kind) {
            return Err(ApiError::cannot_act_on_system_message());
        }
        if place.is_archived() {
            return Err(ApiError::thread_archived());
        }
        if !edit.files.is_empty() {
            self.require(actor, place, Permissions::ATTACH_FILES)?;
        }
        self.count_edit(channel, message)?;
        self.rewrite(channel, message, edit)
    }

    /// Counts an edit if its message is old.
    fn count_edit(&mut self, channel: Snowflake, message: Snowflake) -> Result<(), ApiError> {
        let now = self.now;
        if now.duration_since(message.made()) <= OLD {
            return Ok(());
        }
        let fresh = OldEdits {
            began: now,
            count: 0,
        };
        let edits = self.old_edits.entry(channel).or_insert(fresh);
        let age = now.duration_since(edits.began);
        if age >= WINDOW {
            *edits = fresh;
        }
        if edits.count >= OLD_EDITS {
            let left = WINDOW.saturating_sub(age).unsigned_abs();
            return Err(ApiError::old_edits_again_after(left));
        }
        edits.count += 1;
        Ok(())
    }

    /// Changes a message, whoever asks, and tells the bots.
    ///
    /// # Errors
    /// 10008 when it is gone, 50006 when nothing would be left.
    pub(crate) fn rewrite(
        &mut self,
        channel: Snowflake,
        message: Snowflake,
        edit: MessageEdit,
    ) -> Result<Message, ApiError> {
        let mut edited = self
            .message(channel, message)
            .ok_or_else(ApiError::unknown_message)?
            .clone();
        let was_loading = edited.is_loading();
        let only_flags = edit.is_of_flags_only();
        if let Some(flags) = edit.flags {
            // Components of the second version cannot be given up again.
            let sticky = edited.flags & IS_COMPONENTS_V2;
            edited.flags = edited.flags & !EDITABLE | flags & EDITABLE | sticky;
        }
        if let Some(content) = edit.content {
            self.resolve_mentions(&mut edited, &content, edit.allowed_mentions.as_ref(), false);
            edited.content = content;
        }
        edited.embeds = edit.embeds.unwrap_or(edited.embeds);
        edited.components = edit.components.unwrap_or(edited.components);
        if let Some(kept) = edit.kept {
            edited.attachments.retain(|id| kept.contains(id));
        }
        let is_empty = edited.content.is_empty()
            && edited.embeds.is_empty()
            && edited.components.is_empty()
            && edited.attachments.is_empty()
            && edit.files.is_empty()
            && edited.poll.is_none()
            && edited.snapshots.is_empty();
        if is_empty && !(only_flags && was_loading) {
            return Err(ApiError::empty_message());
        }
        let files = self.keep_files(edit.files);
        edited.attachments.extend(files);
        edited.flags &= !LOADING;
        if !only_flags && !was_loading {
            edited.edited = Some(self.now);
        }
        if let Some(stored) = self.message_mut(channel, message) {
            *stored = edited.clone();
        }
        self.emit_message_update(&edited);
        Ok(edited)
    }

    /// Tells the bots that a message changed.
    pub(crate) fn emit_message_update(&mut self, message: &Message) {
        if message.flags & EPHEMERAL != 0 {
            return;
        }
        if let Some(place) = self.channels.get(&message.channel).cloned() {
            self.emit_message(&place, "MESSAGE_UPDATE", message);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn null_empties_and_absence_keeps() {
        let edit = MessageEdit::read(&json!({"content": null, "embeds": null}), Vec::new());
        assert_eq!(edit.content.as_deref(), Some(""));
        assert_eq!(edit.embeds, Some(Vec::new()));
        assert_eq!(edit.components, None);
        let flags = MessageEdit::read(&json!({"flags": 4}), Vec::new());
        assert!(flags.is_of_flags_only() && !edit.is_of_flags_only());
    }
}
