//! Starting and stopping: the HTTP client, the gateway connection, and the order in which a
//! shutdown goes.

use std::convert::Infallible;
use std::sync::Arc;

use anyhow::anyhow;
use secrecy::ExposeSecret as _;
use serenity::all::{
    ClientBuilder, FullEvent, GatewayError, GatewayIntents, Http, HttpBuilder, Interaction,
};
use serenity::builder::CreateAllowedMentions;
use tokio::time::Duration;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::discord::ServeError;
use crate::discord::Settings;
use crate::discord::api::address;
use crate::discord::api::rest::Gateway;
use crate::discord::api::rest::Me;
use crate::discord::api::rest::Rest;
use crate::discord::api::rest::RestError;
use crate::discord::ask::edits;
use crate::discord::ask::mention;
use crate::discord::ask::suggestions;
use crate::discord::ask::unasked;
use crate::discord::bot::Bot;
use crate::discord::gateway::commands;
use crate::discord::gateway::press as components;
use crate::discord::jobs::automatic;
use crate::discord::jobs::correcting;
use crate::discord::jobs::digest;
use crate::discord::jobs::reminders;
use crate::discord::jobs::retention;
use crate::discord::jobs::tuned;

/// What the bot always hears of; none of it is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);
/// How long a local server may take for one answer.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// How long closing the gateway may take.
const CLOSING_TIME: Duration = Duration::from_secs(5);

/// Runs the bot until `shutdown`; see [`crate::discord::serve`].
pub(in crate::discord) async fn run(
    app: App,
    settings: Settings,
    shutdown: CancellationToken,
) -> Result<(), ServeError> {
    // What ends the bot from inside as well.
    let shutdown = shutdown.child_token();
    let (rest, http) = rest(&settings)?;
    tuned::load(&app).await;
    let start = prepare(&rest, &settings);
    let (gateway, me) = tokio::select! {
        prepared = start => prepared?,
        () = shutdown.cancelled() => return Ok(()),
    };
    tracing::info!(name = me.username, id = %me.id, shards = gateway.shards, "connecting");

    let bot = Arc::new(Bot::new(app, rest, me.id, &settings, shutdown.clone()));
    let mut client = ClientBuilder::new_with_http(http, intents(&settings))
        .framework(framework(Arc::clone(&bot)))
        .await
        .map_err(|error| ServeError::Unreachable(error.into()))?;
    // serenity asks for the address once more, and when that fails goes to Discord's gateway
    // wherever it was told to send its requests. The address that was checked is the one to use.
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
    bot.finish(settings.stop_timeout).await;
    // Thrown out, there is nothing left to close.
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
    ended.map_err(|error| thrown_out(error, settings.message_content))
}

fn intents(settings: &Settings) -> GatewayIntents {
    if settings.message_content {
        INTENTS | GatewayIntents::MESSAGE_CONTENT
    } else {
        INTENTS
    }
}

/// Builds what sends requests, without sending any: ours, and a second client for serenity, which
/// wants one for itself and asks it only for the gateway.
pub(in crate::discord) fn rest(settings: &Settings) -> Result<(Rest, Http), ServeError> {
    let token = settings.token.expose_secret().trim();
    if token.is_empty() || !token.chars().all(|c| c.is_ascii_graphic()) {
        return Err(ServeError::TokenText);
    }
    let Some(api_url) = &settings.api_url else {
        let http = Arc::new(HttpBuilder::new(token).build());
        return Ok((Rest::new(http, None), HttpBuilder::new(token).build()));
    };
    let origin = address::api_origin(api_url).map_err(ServeError::ApiUrl)?;
    // Neither a proxy nor a redirect may carry the token off this machine.
    let direct = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(ANSWER_TIME)
        .build()
        .map_err(|error| ServeError::Unreachable(error.into()))?;
    let http = || {
        HttpBuilder::new(token)
            .client(direct.clone())
            .proxy(origin.clone())
            .ratelimiter_disabled(true)
            .build()
    };
    Ok((Rest::new(Arc::new(http()), Some(direct.clone())), http()))
}

/// Learns where the gateway is and who the bot is, which also proves the token.
async fn prepare(rest: &Rest, settings: &Settings) -> Result<(Gateway, Me), ServeError> {
    let me = rest.me().await.map_err(explain)?;
    let mut gateway = rest.gateway().await.map_err(explain)?;
    if settings.api_url.is_some()
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
        pre_command: |ctx| {
            Box::pin(async move {
                if let Some(locale) = ctx.locale() {
                    let preferred = &ctx.framework().user_data.preferred;
                    preferred.learn_person(ctx.author().id, locale);
                }
            })
        },
        event_handler: |framework, event| {
            Box::pin(async move {
                let bot: &Arc<Bot> = framework.user_data;
                bot.places.hear(event);
                retention::hear(bot, event);
                unasked::hear(bot, event);
                bot.forgive(event);
                match event {
                    FullEvent::InteractionCreate { interaction } => match interaction {
                        Interaction::Component(pressed) => components::handle(bot, pressed).await,
                        Interaction::Autocomplete(typing) => bot.complete(typing).await,
                        _ => {}
                    },
                    FullEvent::Message { new_message } => mention::handle(bot, new_message).await,
                    FullEvent::MessageUpdate { event, .. } => edits::edited(bot, event).await,
                    FullEvent::MessageDelete {
                        channel_id,
                        deleted_message_id,
                        ..
                    } => edits::deleted(bot, *channel_id, &[*deleted_message_id]),
                    FullEvent::MessageDeleteBulk {
                        channel_id,
                        multiple_deleted_messages_ids,
                        ..
                    } => edits::deleted(bot, *channel_id, multiple_deleted_messages_ids),
                    FullEvent::GuildCreate { guild, .. } => {
                        bot.preferred
                            .learn_server(guild.id, &guild.preferred_locale);
                    }
                    FullEvent::GuildUpdate { new_data, .. } => {
                        bot.preferred
                            .learn_server(new_data.id, &new_data.preferred_locale);
                    }
                    FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
                        bot.preferred.forget_server(incomplete.id);
                    }
                    _ => {}
                }
                // Once the server and its language are known.
                digest::hear(bot, event);
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
            tracing::info!(
                name = ready.user.name,
                servers = ready.guilds.len(),
                "ready"
            );
            let application = ready.application.id;
            bot.spawn(retention::purge_daily(Arc::clone(&bot)));
            bot.spawn(tuned::watch(Arc::clone(&bot)));
            bot.spawn(digest::watch(Arc::clone(&bot)));
            bot.spawn(correcting::watch(Arc::clone(&bot)));
            let this = Arc::clone(&bot);
            bot.spawn(async move {
                commands::register(&this, application, &commands::all()).await;
            });
            bot.spawn(automatic::watch(Arc::clone(&bot)));
            bot.spawn(suggestions::prepare(Arc::clone(&bot)));
            bot.spawn(reminders::watch(Arc::clone(&bot)));
            Box::pin(async move { Ok(bot) })
        })
        .build()
}

/// What a failed request means for the start.
pub(in crate::discord) fn explain(error: RestError) -> ServeError {
    match error.status() {
        Some(401) => ServeError::BadToken,
        _ => ServeError::Unreachable(error.into()),
    }
}

/// What it means that the gateway ended for good.
fn thrown_out(error: serenity::Error, message_content: bool) -> ServeError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => ServeError::BadToken,
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) if message_content => {
            ServeError::MessageContentRefused
        }
        serenity::Error::Gateway(
            GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents,
        ) => ServeError::DisallowedIntents,
        error => ServeError::Disconnected(anyhow!(error)),
    }
}

#[cfg(test)]
mod tests {
    use secrecy::SecretString;
    use serde_json::json;

    use super::*;
    use crate::config;
    use crate::discord::api::scripted::Scripted;
    use crate::discord::api::scripted::Server;

    fn settings(token: &str, api_url: Option<&str>) -> Settings {
        Settings {
            token: SecretString::from(token.to_owned()),
            api_url: api_url.map(str::to_owned),
            message_content: false,
            unasked_wait: Duration::ZERO,
            admin_roles: Vec::new(),
            digest: config::Digest::default(),
            cooldown: config::Cooldown::default(),
            follow_edits: Duration::ZERO,
            progress_interval: Duration::from_secs(2),
            stop_timeout: Duration::from_secs(1),
            mark_days: 0,
            admin_channel: None,
        }
    }

    #[test]
    fn the_token_goes_to_no_other_machine() {
        let error = rest(&settings("token", Some("http://evil.example"))).err();
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
            let error = rest(&settings(token, None)).err();
            assert!(matches!(error, Some(ServeError::TokenText)), "{token:?}");
        }
    }
}
