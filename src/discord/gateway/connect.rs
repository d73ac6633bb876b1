//! Starting and stopping: the gateway connection, and the order of a shutdown.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{ClientBuilder, GatewayIntents, Ready};
use serenity::builder::CreateAllowedMentions;
use tokio::time::Duration;
use tokio_util::sync::CancellationToken;

use super::{commands, events};
use crate::app::App;
use crate::discord::api::rest::Rest;
use crate::discord::api::{Gateway, Me, address, client};
use crate::discord::bot::Bot;
use crate::discord::error::ServeError;
use crate::discord::jobs::{
    correcting, digest, follow_processes, reindexing, reminders, retention, titles,
};
use crate::discord::settings::Settings;

/// The events the bot always receives; none of the intents is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);
/// How long closing the gateway may take.
const CLOSING_TIME: Duration = Duration::from_secs(5);

/// Runs the bot until `shutdown`; see [`crate::discord::serve`].
pub(in crate::discord) async fn run(
    app: App,
    settings: Settings,
    shutdown: CancellationToken,
) -> Result<(), ServeError> {
    // A child, so that the bot can end itself.
    let shutdown = shutdown.child_token();
    let (rest, http) = client::connect(&settings)?;
    follow_processes::load_tuning(&app).await;
    let start = prepare(&rest, &settings);
    let (gateway, me) = tokio::select! {
        prepared = start => prepared?,
        () = shutdown.cancelled() => return Ok(()),
    };
    tracing::info!(name = me.username, id = %me.id, shards = gateway.shards, "connecting");

    let bot = Arc::new(Bot::new(
        app,
        rest,
        me.id,
        settings.clone(),
        commands::names(),
        shutdown.clone(),
    ));
    let mut client = ClientBuilder::new_with_http(http, intents(&settings))
        .framework(framework(Arc::clone(&bot)))
        .await
        .map_err(|error| ServeError::Unreachable(error.into()))?;
    // serenity asks for the address again and, if that fails, falls back to Discord's gateway even
    // when its requests go elsewhere. So it gets the address that was checked.
    gateway.url.clone_into(&mut *client.ws_url.lock().await);

    let shards = client.shard_manager.clone();
    let running = client.start_shards(gateway.shards);
    let mut token_refused = false;
    let ended = tokio::select! {
        ended = running => ended,
        () = bot.rest.token_refused() => {
            token_refused = true;
            Ok(())
        }
        () = shutdown.cancelled() => Ok(()),
    };
    shutdown.cancel();
    tracing::info!("finishing what is running");
    bot.finish(settings.discord.stop_timeout).await;
    // If the gateway ended by itself, there is nothing left to close.
    if ended.is_ok()
        && tokio::time::timeout(CLOSING_TIME, shards.shutdown_all())
            .await
            .is_err()
    {
        tracing::warn!("the gateway did not close in time");
    }
    if token_refused {
        return Err(ServeError::BadToken);
    }
    ended.map_err(|error| ServeError::at_end(error, settings.discord.message_content))
}

fn intents(settings: &Settings) -> GatewayIntents {
    if settings.discord.message_content {
        INTENTS | GatewayIntents::MESSAGE_CONTENT
    } else {
        INTENTS
    }
}

/// Asks where the gateway is and who the bot is, which also proves the token.
async fn prepare(rest: &Rest, settings: &Settings) -> Result<(Gateway, Me), ServeError> {
    let me = rest.me().await.map_err(ServeError::at_start)?;
    let mut gateway = rest.gateway().await.map_err(ServeError::at_start)?;
    if settings.discord.api_url.is_some()
        && let Err(source) = address::gateway(&gateway.url)
    {
        let url = gateway.url;
        return Err(ServeError::Gateway { url, source });
    }
    gateway.shards = gateway.shards.max(1);
    if let Some(limit) = &gateway.session_start_limit
        && limit.remaining < u64::from(gateway.shards)
    {
        let wait = Duration::from_millis(limit.reset_after);
        return Err(ServeError::StartLimit(wait));
    }
    Ok((gateway, me))
}

fn framework(bot: Arc<Bot>) -> poise::Framework<Arc<Bot>, Infallible> {
    let options = poise::FrameworkOptions {
        commands: commands::all(),
        on_error: |error| Box::pin(commands::on_error(error)),
        event_handler: |framework, event| {
            Box::pin(async move {
                events::dispatch(framework.user_data, event).await;
                Ok(())
            })
        },
        prefix_options: poise::PrefixFrameworkOptions {
            mention_as_prefix: false,
            ..Default::default()
        },
        allowed_mentions: Some(CreateAllowedMentions::new().replied_user(false)),
        ..Default::default()
    };
    poise::Framework::builder()
        .options(options)
        .initialize_owners(false)
        .setup(|_ctx, ready, _framework| {
            begin_jobs(&bot, ready);
            Box::pin(async move { Ok(bot) })
        })
        .build()
}

/// Begins what the bot does by itself, once the gateway is ready.
fn begin_jobs(bot: &Arc<Bot>, ready: &Ready) {
    let servers = ready.guilds.len();
    tracing::info!(name = ready.user.name, servers, "ready");
    let application = ready.application.id;
    bot.spawn(retention::purge_daily(Arc::clone(bot)));
    bot.spawn(follow_processes::watch(Arc::clone(bot)));
    bot.spawn(digest::watch(Arc::clone(bot)));
    bot.spawn(correcting::watch(Arc::clone(bot)));
    let this = Arc::clone(bot);
    bot.spawn(async move { commands::register(&this.rest, application).await });
    bot.spawn(reindexing::watch(Arc::clone(bot)));
    bot.spawn(titles::keep_ready(Arc::clone(bot)));
    bot.spawn(reminders::watch(Arc::clone(bot)));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::discord::api::scripted;
    use crate::discord::api::scripted::Scripted;
    use crate::discord::api::scripted::Server;

    fn settings(token: &str, api_url: Option<&str>) -> Settings {
        let mut settings = scripted::settings(token);
        settings.discord.api_url = api_url.map(str::to_owned);
        settings
    }

    #[test]
    fn the_token_goes_to_no_other_machine() {
        let error = client::connect(&settings("token", Some("http://evil.example"))).err();
        assert!(matches!(error, Some(ServeError::ApiUrl(_))), "{error:?}");
    }

    async fn prepared(gateway: serde_json::Value) -> Result<(Gateway, Me), ServeError> {
        let me: Scripted = (200, &[], json!({ "id": "1", "username": "guide" }));
        let server = Server::start(&[me, (200, &[], gateway)]).await;
        prepare(&server.rest(), &server.settings).await
    }

    #[tokio::test]
    async fn a_gateway_on_another_machine_is_refused() {
        let gateway = json!({ "url": "wss://gateway.discord.gg", "shards": 1 });
        let error = prepared(gateway).await.err();
        assert!(
            matches!(error, Some(ServeError::Gateway { .. })),
            "{error:?}"
        );
    }

    #[tokio::test]
    async fn a_start_that_would_cost_the_token_is_refused() {
        let limit = json!({ "total": 1000, "remaining": 0, "reset_after": 60_000 });
        let url = "ws://127.0.0.1:1";
        let gateway = json!({ "url": url, "shards": 1, "session_start_limit": limit });
        let error = prepared(gateway).await.err();
        let minute = Duration::from_secs(60);
        assert!(matches!(error, Some(ServeError::StartLimit(wait)) if wait == minute));
        let (gateway, me) = prepared(json!({ "url": url, "shards": 0 })).await.unwrap();
        assert_eq!((gateway.shards, me.id.get()), (1, 1));
    }

    #[test]
    fn a_token_with_stray_characters_is_refused_before_it_is_sent() {
        for token in ["", " ", "tok en", "tok\u{e9}n"] {
            let error = client::connect(&settings(token, None)).err();
            assert!(matches!(error, Some(ServeError::TokenText)), "{token:?}");
        }
    }
}
