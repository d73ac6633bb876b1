//! How requests fare with a server that answers badly.

use serde_json::json;
use serenity::all::{ChannelId, InteractionId, LightMethod};
use serenity::http::Route;
use tokio::time::{Duration, Instant};

use crate::discord::ServeError;
use crate::discord::account;
use crate::discord::api::client;
use crate::discord::api::message::Body;
use crate::discord::api::message::Response;
use crate::discord::api::rest::*;
use crate::discord::api::scripted::Server;

const CHANNEL: ChannelId = ChannelId::new(5);

#[tokio::test]
async fn a_message_is_tried_again_with_the_same_nonce() {
    let server = Server::start(&[
        (500, &[], json!({})),
        (502, &[], json!("bad gateway")),
        (200, &[], json!({ "id": "9" })),
    ])
    .await;
    let body = Body::new("hello").with_fresh_nonce();
    let id = server.rest().create_message(CHANNEL, &body).await.unwrap();
    assert_eq!(id.get(), 9);
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    assert_eq!(seen[0].0, "POST /api/v10/channels/5/messages");
    assert_eq!(seen[0], seen[2]);
    assert_eq!(seen[0].1["enforce_nonce"], true);
    assert!(seen[0].1["nonce"].as_str().unwrap().len() <= 25);
}

#[tokio::test]
async fn a_rate_limit_is_waited_out() {
    let limited = json!({ "message": "slow down", "retry_after": 0.3, "global": false });
    let server = Server::start(&[
        (429, &[("retry-after", "1")], limited),
        (200, &[], json!({ "id": "9" })),
    ])
    .await;
    let start = Instant::now();
    let body = Body::new("hello");
    server.rest().create_message(CHANNEL, &body).await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_global_rate_limit_delays_every_request() {
    let limited = json!({ "message": "slow down", "retry_after": 0.4, "global": true });
    let server = Server::start(&[
        (429, &[], limited),
        (200, &[], json!({ "id": "9" })),
        (200, &[], json!({ "id": "9" })),
    ])
    .await;
    let (rest, body) = (server.rest(), Body::new("hello"));
    let start = Instant::now();
    let other = async {
        while server.seen().is_empty() || rest.held_until.lock().unwrap().is_none() {
            tokio::task::yield_now().await;
        }
        rest.create_message(CHANNEL, &body).await.unwrap();
        start.elapsed()
    };
    let (first, second) = tokio::join!(rest.create_message(CHANNEL, &body), other);
    first.unwrap();
    assert!(second >= Duration::from_millis(400), "{second:?}");
}

#[tokio::test]
async fn an_acknowledgement_that_had_arrived_counts() {
    let known = json!({ "code": 40060, "message": "already acknowledged" });
    let script = [(500, &[][..], json!({})), (400, &[][..], known.clone())];
    let server = Server::start(&script).await;
    let respond = async |server: &Server| {
        let response = Response::deferred(false);
        let id = InteractionId::new(7);
        server.rest().respond(id, "secret", &response).await
    };
    respond(&server).await.unwrap();

    let server = Server::start(&[(400, &[], known)]).await;
    let error = respond(&server).await.unwrap_err();
    assert_eq!(error.code(), Some(40_060));
}

#[tokio::test]
async fn a_refusal_is_not_repeated_and_shows_no_secret() {
    let refusal = json!({ "code": 50013, "message": "Missing Permissions" });
    let server = Server::start(&[(403, &[], refusal)]).await;
    let body = Body::new("hello");
    let error = server
        .rest()
        .follow_up_with(1.into(), "secret", &body)
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some(50_013));
    assert_eq!(server.seen().len(), 1);
    assert!(!format!("{error:?} {error}").contains("secret"));
}

#[tokio::test]
async fn an_unreachable_server_is_reported_without_its_address() {
    let server = Server::start(&[]).await;
    let mut settings = server.settings.clone();
    settings.discord.api_url = Some("http://127.0.0.1:9".to_owned());
    let mut call = Call::new(
        "asking",
        LightMethod::Get,
        Route::InteractionResponse {
            interaction_id: InteractionId::new(1),
            token: "secret",
        },
    );
    call.patience = Duration::from_millis(300);
    let (rest, _http) = client::connect(&settings).unwrap();
    let error = anyhow::Error::from(rest.call(call).await.unwrap_err());
    assert!(format!("{error:#}").starts_with("asking: no answer"));
    assert!(!format!("{error:#}").contains("secret"), "{error:#}");
}

#[tokio::test]
async fn the_account_is_looked_up() {
    let server = Server::start(&[
        (200, &[], json!({ "id": "1", "username": "guide" })),
        (
            200,
            &[],
            json!({ "id": "2", "name": "guide", "flags": 1 << 19 }),
        ),
        (
            200,
            &[],
            json!([{ "id": "3", "name": "Cars", "permissions": "1024" }]),
        ),
        (
            200,
            &[("date", "Tue, 24 Nov 2020 22:53:13 GMT")],
            json!([{ "name": "ask" }, { "name": "help" }]),
        ),
    ])
    .await;
    let account = account(&server.settings).await.unwrap();
    assert_eq!((account.name.as_str(), account.id), ("guide", 1));
    assert!(account.invite.contains("client_id=2&"));
    assert_eq!(account.message_content, Some(true));
    let missing = &account.missing_commands;
    assert!(missing.contains(&"settings".to_owned()) && !missing.contains(&"ask".to_owned()));
    let off = account.clock_off.unwrap();
    assert!(off > jiff::SignedDuration::from_hours(24 * 365), "{off}");
    assert_eq!(account.guilds[0].name, "Cars");
    assert!(
        account.guilds[0]
            .missing
            .contains(&"Send Messages".to_owned())
    );
}

#[tokio::test]
async fn a_refused_token_is_named_as_the_cause() {
    let server = Server::start(&[(
        401,
        &[],
        json!({ "message": "401: Unauthorized", "code": 0 }),
    )])
    .await;
    let error = account(&server.settings).await.unwrap_err();
    assert!(matches!(error, ServeError::BadToken), "{error:?}");
    assert_eq!(server.seen().len(), 1);
}
