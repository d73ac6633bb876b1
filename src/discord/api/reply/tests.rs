//! What reaches Discord if everything works, and if it does not.

use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use serde_json::{Value, json};
use serenity::all::{ApplicationId, ChannelId, InteractionId, MessageId, UserId};
use tokio::time::Instant;

use super::*;
use crate::discord::api::interaction::{Answered, INTERACTION_LIFE};

use crate::discord::api::scripted::Scripted;
use crate::discord::api::scripted::Server;

fn command() -> Interaction {
    Interaction {
        id: InteractionId::new(1),
        user: UserId::new(3),
        application: ApplicationId::new(2),
        token: "tok".to_owned(),
        channel: ChannelId::new(5),
        what: "/ask".to_owned(),
        words: Words::ENGLISH,
        received: Instant::now(),
        is_guest: false,
        added: AtomicUsize::new(0),
        answered: Mutex::new(None),
    }
}

fn question() -> Reply {
    Reply::Message(Arc::new(MessageReply {
        channel: ChannelId::new(5),
        message: MessageId::new(6),
        author: UserId::new(7),
        words: Words::ENGLISH,
    }))
}

fn ok() -> Scripted {
    (200, &[], json!({ "id": "9" }))
}

fn refused(code: i64) -> Scripted {
    (403, &[], json!({ "code": code, "message": "no" }))
}

/// The requests without the API's version.
fn asked(server: &Server) -> Vec<String> {
    let seen = server.seen().into_iter();
    seen.map(|(what, _)| what.replace("/api/v10", "")).collect()
}

fn last(server: &Server) -> Value {
    server.seen().pop().unwrap().1
}

const CALLBACK: &str = "POST /interactions/1/tok/callback";
const ORIGINAL: &str = "PATCH /webhooks/2/tok/messages/@original";
const FOLLOW_UP: &str = "POST /webhooks/2/tok";
const CHANNEL: &str = "POST /channels/5/messages";

#[tokio::test]
async fn a_command_is_acknowledged_and_then_edited() {
    let server = Server::start(&[ok(), ok()]).await;
    let reply = command();
    reply.acknowledge(&server.rest(), true).await.unwrap();
    assert_eq!(last(&server), json!({ "type": 5, "data": { "flags": 64 } }));
    reply.answer(&server.rest(), "hi", true).await.unwrap();
    assert_eq!(asked(&server), [CALLBACK, ORIGINAL]);
    assert_eq!(last(&server)["content"], "hi");
}

#[tokio::test]
async fn an_error_before_the_acknowledgement_is_private() {
    let server = Server::start(&[ok()]).await;
    command().answer(&server.rest(), "no", true).await.unwrap();
    assert_eq!(asked(&server), [CALLBACK]);
    assert_eq!(last(&server)["type"], 4);
    assert_eq!(last(&server)["data"]["flags"], 68);
}

#[tokio::test]
async fn an_acknowledgement_that_arrived_unnoticed_is_edited() {
    let server = Server::start(&[refused(40_060), ok()]).await;
    command().answer(&server.rest(), "hi", false).await.unwrap();
    assert_eq!(asked(&server), [CALLBACK, ORIGINAL]);
}

#[tokio::test]
async fn a_public_answer_that_comes_too_late_is_posted_in_the_channel() {
    let server = Server::start(&[ok(), refused(50_027), ok()]).await;
    let reply = command();
    reply.acknowledge(&server.rest(), false).await.unwrap();
    reply.answer(&server.rest(), "hi", false).await.unwrap();
    assert_eq!(asked(&server), [CALLBACK, ORIGINAL, CHANNEL]);
}

#[tokio::test]
async fn a_private_answer_never_becomes_public() {
    let server = Server::start(&[ok(), refused(50_027)]).await;
    let reply = command();
    reply.acknowledge(&server.rest(), true).await.unwrap();
    reply.answer(&server.rest(), "hi", false).await.unwrap();
    assert_eq!(asked(&server), [CALLBACK, ORIGINAL]);
}

#[tokio::test]
async fn an_acknowledgement_that_is_taken_back_makes_room_for_a_private_answer() {
    let server = Server::start(&[ok(), ok(), ok()]).await;
    let reply = command();
    reply.acknowledge(&server.rest(), false).await.unwrap();
    reply.take_back(&server.rest()).await.unwrap();
    reply.answer(&server.rest(), "no", true).await.unwrap();
    let deleted = ORIGINAL.replace("PATCH", "DELETE");
    assert_eq!(asked(&server), [CALLBACK, deleted.as_str(), FOLLOW_UP]);
    assert_eq!(last(&server)["flags"], 68);
}

#[tokio::test]
async fn a_follow_up_to_an_expired_command_is_an_ordinary_message() {
    let server = Server::start(&[ok(), refused(10_015), ok()]).await;
    let reply = command();
    reply.follow_up(&server.rest(), "one").await.unwrap();
    reply.follow_up(&server.rest(), "two").await.unwrap();
    assert_eq!(asked(&server), [FOLLOW_UP, FOLLOW_UP, CHANNEL]);
    assert_eq!(last(&server)["enforce_nonce"], true);
}

#[tokio::test]
async fn a_message_is_answered_by_a_reply_that_pings_nobody() {
    let server = Server::start(&[ok()]).await;
    question()
        .answer(&server.rest(), "hi", false)
        .await
        .unwrap();
    let sent = last(&server);
    assert_eq!(sent["message_reference"]["message_id"], "6");
    assert_eq!(sent["allowed_mentions"]["replied_user"], false);
    assert_eq!(sent["nonce"], "6");
}

#[tokio::test]
async fn without_permission_to_read_the_answer_is_no_reply() {
    let server = Server::start(&[refused(160_002), ok()]).await;
    question()
        .answer(&server.rest(), "hi", false)
        .await
        .unwrap();
    assert_eq!(asked(&server), [CHANNEL, CHANNEL]);
    assert_eq!(last(&server).get("message_reference"), None);
}

#[tokio::test]
async fn without_permission_to_write_the_answer_goes_to_a_direct_message() {
    let server = Server::start(&[refused(50_013), ok(), ok(), ok()]).await;
    question()
        .answer(&server.rest(), "hi", false)
        .await
        .unwrap();
    let dm = "POST /channels/9/messages";
    assert_eq!(
        asked(&server),
        [CHANNEL, "POST /users/@me/channels", dm, dm]
    );
    assert_eq!(last(&server)["content"], "hi");
}

#[tokio::test]
async fn a_guest_adds_five_messages_and_posts_none() {
    let script: Vec<Scripted> = (0..5).map(|_| ok()).collect();
    let server = Server::start(&script).await;
    let guest = Interaction {
        is_guest: true,
        ..command()
    };
    for _ in 0..7 {
        guest.follow_up(&server.rest(), "more").await.unwrap();
    }
    assert_eq!(server.seen().len(), 5);
    let late = Interaction {
        received: Instant::now().checked_sub(INTERACTION_LIFE).unwrap(),
        ..guest
    };
    late.follow_up(&server.rest(), "too late").await.unwrap();
    late.set_answered(Answered::Publicly);
    let shown = late.answer(&server.rest(), "too late", false).await;
    assert_eq!(shown.unwrap(), None);
    assert_eq!(server.seen().len(), 5);
}
