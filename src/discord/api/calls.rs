//! The requests that concern the bot, servers and messages, one function each.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use serenity::all::{
    ApplicationFlags, ApplicationId, ChannelId, CreateCommand, GuildId, LightMethod, MessageId,
    Permissions, UserId,
};
use serenity::http::Route;

use super::call::Call;
use super::error::RestError;
use super::message::Body;
use super::rest::Rest;

/// How long to keep trying to show the bot as typing.
const TYPING_PATIENCE: Duration = Duration::from_secs(5);
/// Servers on one page of the list, the most that Discord returns.
const GUILDS_PAGE: usize = 200;

/// Where and how to connect to the gateway.
#[derive(Debug, Deserialize)]
pub(in crate::discord) struct Gateway {
    pub(in crate::discord) url: String,
    pub(in crate::discord) shards: u32,
    /// A local server may have none.
    pub(in crate::discord) session_start_limit: Option<StartLimit>,
}

#[derive(Debug, Deserialize)]
pub(in crate::discord) struct StartLimit {
    pub(in crate::discord) remaining: u64,
    /// Milliseconds.
    pub(in crate::discord) reset_after: u64,
}

/// The bot's own account.
#[derive(Debug, Deserialize)]
pub(in crate::discord) struct Me {
    pub(in crate::discord) id: UserId,
    pub(in crate::discord) username: String,
}

/// The bot's application.
#[derive(Debug, Deserialize)]
pub(in crate::discord) struct Application {
    pub(in crate::discord) id: ApplicationId,
    /// Discord does not always send them.
    pub(in crate::discord) flags: Option<ApplicationFlags>,
}

/// A server the bot is in.
#[derive(Debug, Deserialize)]
pub(in crate::discord) struct Guild {
    pub(in crate::discord) id: GuildId,
    pub(in crate::discord) name: String,
    /// What the bot may do there, before any channel overrides it.
    pub(in crate::discord) permissions: Permissions,
}

#[derive(Deserialize)]
pub(super) struct Created<Id> {
    pub(super) id: Id,
}

#[derive(Deserialize)]
struct Content {
    content: String,
}

impl Rest {
    pub(in crate::discord) async fn gateway(&self) -> Result<Gateway, RestError> {
        self.call_for(Call::new(
            "asking for the gateway",
            LightMethod::Get,
            Route::GatewayBot,
        ))
        .await
    }

    pub(in crate::discord) async fn me(&self) -> Result<Me, RestError> {
        self.call_for(Call::new(
            "asking for the account",
            LightMethod::Get,
            Route::UserMe,
        ))
        .await
    }

    pub(in crate::discord) async fn application(&self) -> Result<Application, RestError> {
        self.call_for(Call::new(
            "asking for the application",
            LightMethod::Get,
            Route::Oauth2ApplicationCurrent,
        ))
        .await
    }

    /// All servers the bot is in.
    pub(in crate::discord) async fn guilds(&self) -> Result<Vec<Guild>, RestError> {
        let mut guilds: Vec<Guild> = Vec::new();
        loop {
            let mut call = Call::new(
                "asking for the servers",
                LightMethod::Get,
                Route::UserMeGuilds,
            );
            let mut params = vec![("limit", GUILDS_PAGE.to_string())];
            if let Some(last) = guilds.last() {
                params.push(("after", last.id.to_string()));
            }
            call.params = Some(params);
            let page: Vec<Guild> = self.call_for(call).await?;
            let full = page.len() >= GUILDS_PAGE;
            guilds.extend(page);
            if !full {
                return Ok(guilds);
            }
        }
    }

    /// Replaces all global commands of the application.
    pub(in crate::discord) async fn register(
        &self,
        application_id: ApplicationId,
        commands: &[CreateCommand],
    ) -> Result<(), RestError> {
        let route = Route::Commands { application_id };
        let call =
            Call::new("registering the commands", LightMethod::Put, route).body(&commands)?;
        self.call(call).await.map(drop)
    }

    pub(in crate::discord) async fn create_message(
        &self,
        channel_id: ChannelId,
        body: &Body,
    ) -> Result<MessageId, RestError> {
        let route = Route::ChannelMessages { channel_id };
        let call = Call::new("sending a message", LightMethod::Post, route)
            .in_channel(channel_id)
            .message(body)?;
        let created: Created<MessageId> = self.call_for(call).await?;
        Ok(created.id)
    }

    pub(in crate::discord) async fn edit_message(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
        body: &Body,
    ) -> Result<(), RestError> {
        let route = Route::ChannelMessage {
            channel_id,
            message_id,
        };
        let call = Call::new("editing a message", LightMethod::Patch, route).message(body)?;
        self.call(call).await.map(drop)
    }

    /// The text of a message; empty if Discord withholds it from bots without the intent.
    pub(in crate::discord) async fn message_content(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
    ) -> Result<String, RestError> {
        let route = Route::ChannelMessage {
            channel_id,
            message_id,
        };
        let message: Content = self
            .call_for(Call::new("reading a message", LightMethod::Get, route))
            .await?;
        Ok(message.content)
    }

    /// Shows the bot as typing, for 10 s or until it writes.
    pub(in crate::discord) async fn typing(&self, channel_id: ChannelId) -> Result<(), RestError> {
        let route = Route::ChannelTyping { channel_id };
        let mut call = Call::new("showing typing", LightMethod::Post, route).in_channel(channel_id);
        call.patience = TYPING_PATIENCE;
        self.call(call).await.map(drop)
    }

    /// Opens the channel for direct messages with a user.
    pub(in crate::discord) async fn open_dm(&self, user: UserId) -> Result<ChannelId, RestError> {
        let call = Call::new(
            "opening a direct message",
            LightMethod::Post,
            Route::UserMeDmChannels,
        )
        .body(&json!({ "recipient_id": user }))?;
        let created: Created<ChannelId> = self.call_for(call).await?;
        Ok(created.id)
    }
}
