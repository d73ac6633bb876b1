//! What Discord answers when it refuses a request: a status, a code from its documented list, and
//! for a bad body a tree of what is wrong where. Knows no routes and no state.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

/// A refused request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiError {
    pub(crate) status: StatusCode,
    /// One of Discord's JSON error codes, 0 for "general error".
    pub(crate) code: u32,
    pub(crate) message: String,
    /// For code 50035: what is wrong, nested as the body is, with `_errors` at the leaves.
    pub(crate) errors: Option<Value>,
    /// Seconds after which it is worth trying again.
    pub(crate) retry_after: Option<f64>,
}

/// Constructors named after the message of their code.
macro_rules! refusals {
    ($($name:ident: $status:ident, $code:literal, $message:literal;)*) => {
        impl ApiError {
            $(
                #[doc = concat!("Code ", $code, ": ", $message, ".")]
                pub(in crate) fn $name() -> Self {
                    Self::new(StatusCode::$status, $code, $message)
                }
            )*
        }
    };
}

refusals! {
    unauthorized: UNAUTHORIZED, 0, "401: Unauthorized";
    not_found: NOT_FOUND, 0, "404: Not Found";
    method_not_allowed: METHOD_NOT_ALLOWED, 0, "405: Method Not Allowed";
    bad_request: BAD_REQUEST, 0, "400: Bad Request";
    unknown_application: NOT_FOUND, 10002, "Unknown Application";
    unknown_channel: NOT_FOUND, 10003, "Unknown Channel";
    unknown_guild: NOT_FOUND, 10004, "Unknown Guild";
    unknown_member: NOT_FOUND, 10007, "Unknown Member";
    unknown_message: NOT_FOUND, 10008, "Unknown Message";
    unknown_overwrite: NOT_FOUND, 10009, "Unknown Permission Overwrite";
    unknown_role: NOT_FOUND, 10011, "Unknown Role";
    unknown_user: NOT_FOUND, 10013, "Unknown User";
    unknown_emoji: BAD_REQUEST, 10014, "Unknown Emoji";
    unknown_webhook: NOT_FOUND, 10015, "Unknown Webhook";
    unknown_interaction: NOT_FOUND, 10062, "Unknown interaction";
    unknown_application_command: NOT_FOUND, 10063, "Unknown application command";
    unknown_command_permissions: NOT_FOUND, 10066, "Unknown application command permissions";
    bots_cannot_use: FORBIDDEN, 20001, "Bots cannot use this endpoint";
    too_many_pins: BAD_REQUEST, 30003, "Maximum number of pins reached (50)";
    too_many_reactions: BAD_REQUEST, 30010, "Maximum number of reactions reached (20)";
    too_many_commands: BAD_REQUEST, 30032, "Maximum number of application commands reached (100)";
    too_many_old_edits: TOO_MANY_REQUESTS, 30046,
        "Maximum number of edits to messages older than 1 hour reached. Try again later";
    request_too_large: PAYLOAD_TOO_LARGE, 40005, "Request entity too large";
    already_crossposted: BAD_REQUEST, 40033, "This message has already been crossposted";
    already_acknowledged: BAD_REQUEST, 40060, "Interaction has already been acknowledged.";
    tag_required: BAD_REQUEST, 40067, "A tag is required to create a forum post in this channel";
    too_many_follow_ups: BAD_REQUEST, 40094, "This interaction has reached the maximum number of follow-up messages";
    missing_access: FORBIDDEN, 50001, "Missing Access";
    cannot_execute_on_dm: FORBIDDEN, 50003, "Cannot execute action on a DM channel";
    cannot_edit_anothers_message: FORBIDDEN, 50005, "Cannot edit a message authored by another user";
    empty_message: BAD_REQUEST, 50006, "Cannot send an empty message";
    cannot_send_to_user: FORBIDDEN, 50007, "Cannot send messages to this user";
    not_a_text_channel: BAD_REQUEST, 50008, "Cannot send messages in a non-text channel";
    missing_permissions: FORBIDDEN, 50013, "Missing Permissions";
    too_few_or_many_to_delete: BAD_REQUEST, 50016,
        "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete";
    cannot_act_on_system_message: FORBIDDEN, 50021, "Cannot execute action on a system message";
    cannot_execute_on_channel_type: BAD_REQUEST, 50024, "Cannot execute action on this channel type";
    invalid_webhook_token: UNAUTHORIZED, 50027, "Invalid Webhook Token";
    message_too_old_to_bulk_delete: BAD_REQUEST, 50034, "A message provided was too old to bulk delete";
    invalid_json: BAD_REQUEST, 50109, "The request body contains invalid JSON.";
    thread_archived: BAD_REQUEST, 50083, "Thread is archived";
    thread_already_created: BAD_REQUEST, 160004, "A thread has already been created for this message";
    thread_locked: FORBIDDEN, 160005, "Thread is locked";
    cannot_reply_without_history: FORBIDDEN, 160002,
        "Cannot reply without permission to read message history";
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: u32, message: &str) -> Self {
        Self {
            status,
            code,
            message: message.to_owned(),
            errors: None,
            retry_after: None,
        }
    }

    /// Code 50035 with its tree.
    pub(crate) fn invalid_form(errors: Value) -> Self {
        Self {
            errors: Some(errors),
            ..Self::new(StatusCode::BAD_REQUEST, 50035, "Invalid Form Body")
        }
    }

    /// Code 30046, with the time after which it is worth trying again.
    pub(crate) fn old_edits_again_after(after: Duration) -> Self {
        Self {
            retry_after: Some(after.as_secs_f64()),
            ..Self::too_many_old_edits()
        }
    }

    /// Code 50035 for one field. `path` names the keys and positions down to it, such as
    /// `["message_reference"]` or `["embeds", "0", "title"]`.
    pub(crate) fn invalid_field(path: &[&str], code: &str, message: &str) -> Self {
        let leaf = json!({"_errors": [{"code": code, "message": message}]});
        Self::invalid_form(path.iter().rev().fold(leaf, |inner, key| {
            Value::Object(Map::from_iter([((*key).to_owned(), inner)]))
        }))
    }

    /// The body that Discord sends with it.
    pub(crate) fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let (Some(errors), Some(map)) = (&self.errors, body.as_object_mut()) {
            map.insert("errors".to_owned(), errors.clone());
        }
        if let (Some(seconds), Some(map)) = (self.retry_after, body.as_object_mut()) {
            map.insert("retry_after".to_owned(), json!(seconds));
            map.insert("global".to_owned(), json!(false));
        }
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_with_its_code() {
        let refused = ApiError::unknown_channel();
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        assert_eq!(
            refused.body(),
            json!({"message": "Unknown Channel", "code": 10003})
        );
    }

    #[test]
    fn a_bad_field_is_named_where_it_stands() {
        let refused = ApiError::invalid_field(&["embeds", "0", "title"], "A", "b");
        assert_eq!(
            refused.body(),
            json!({
                "message": "Invalid Form Body",
                "code": 50035,
                "errors": {"embeds": {"0": {"title": {"_errors": [{"code": "A", "message": "b"}]}}}},
            })
        );
    }
}
