//! A request before it is sent.

use std::time::Duration;

use serenity::all::{ChannelId, CreateAttachment, LightMethod};
use serenity::http::{Multipart, MultipartUpload, Route};

use super::error::RestError;
use super::message::{Body, File};

/// How long to keep trying a request that is not urgent.
const PATIENCE: Duration = Duration::from_secs(60);

/// One request, before it is sent.
pub(super) struct Call<'a> {
    /// Describes the request in messages; addresses are not shown, since they hold interaction
    /// tokens.
    pub(super) what: &'static str,
    pub(super) method: LightMethod,
    pub(super) route: Route<'a>,
    pub(super) body: Option<Vec<u8>>,
    /// Sent with the body, as a part of its own.
    pub(super) file: Option<File>,
    pub(super) params: Option<Vec<(&'static str, String)>>,
    pub(super) patience: Duration,
    /// Set for what can be forbidden in a channel.
    pub(super) channel: Option<ChannelId>,
    /// False for what an interaction authorises.
    pub(super) needs_token: bool,
}

impl<'a> Call<'a> {
    pub(super) fn new(what: &'static str, method: LightMethod, route: Route<'a>) -> Self {
        Self {
            what,
            method,
            route,
            body: None,
            file: None,
            params: None,
            patience: PATIENCE,
            channel: None,
            needs_token: true,
        }
    }

    /// Marks what, once forbidden in a channel, is not tried there for a while.
    pub(super) fn in_channel(mut self, channel: ChannelId) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Marks what an interaction authorises.
    pub(super) fn by_interaction(mut self) -> Self {
        self.needs_token = false;
        self
    }

    pub(super) fn body(mut self, body: &impl serde::Serialize) -> Result<Self, RestError> {
        let bytes = serde_json::to_vec(body).map_err(|source| RestError::Unreadable {
            what: self.what,
            source,
        })?;
        self.body = Some(bytes);
        Ok(self)
    }

    /// With a message and its file as the body.
    pub(super) fn message(mut self, body: &Body) -> Result<Self, RestError> {
        self.file = body.file().cloned();
        self.body(body)
    }

    pub(super) fn multipart(&self) -> Option<Multipart> {
        let file = self.file.as_ref()?;
        let json = self.body.as_deref().map(String::from_utf8_lossy);
        let file = CreateAttachment::bytes(file.bytes.clone(), file.name.clone());
        Some(Multipart {
            upload: MultipartUpload::Attachments(vec![file]),
            fields: Vec::new(),
            payload_json: json.map(std::borrow::Cow::into_owned),
        })
    }
}
