//! The language in which people are answered.

use serde_json::{Value, json};

use super::stage::{BOT, Stage, person};

const ARTICLE: (&str, &str) = (
    "tea.md",
    "---\ntitle: Tea\ndate: 2025-08-01\n---\n\nTea is made with hot water.\n",
);
const QUESTION: &str = "How is tea made?";
/// Nothing in the article is about it.
const UNKNOWN: &str = "trombone zeppelin";

async fn tearoom() -> Stage {
    Stage::open(&[ARTICLE]).await
}

fn question(text: &str) -> Value {
    json!([{ "name": "question", "type": 3, "value": text }])
}

fn calling() -> Value {
    json!({ "mentions": [person(BOT, "guide")] })
}

/// The server that stories play in, which prefers a language.
fn server(locale: &str) -> Value {
    json!({
        "id": "3", "name": "The server", "owner_id": "8", "icon": null, "splash": null,
        "discovery_splash": null, "afk_channel_id": null, "afk_timeout": 300,
        "verification_level": 0, "default_message_notifications": 0,
        "explicit_content_filter": 0, "roles": [], "emojis": [], "features": ["COMMUNITY"],
        "mfa_level": 0, "application_id": null, "system_channel_id": null,
        "system_channel_flags": 0, "rules_channel_id": null, "vanity_url_code": null,
        "description": null, "banner": null, "premium_tier": 0,
        "preferred_locale": locale, "public_updates_channel_id": null, "nsfw_level": 0,
        "stickers": [], "premium_progress_bar_enabled": false,
        "safety_alerts_channel_id": null, "joined_at": "2026-01-01T00:00:00+00:00",
        "large": false, "unavailable": false, "member_count": 2, "voice_states": [],
        "members": [], "channels": [], "threads": [], "presences": [],
        "stage_instances": [], "guild_scheduled_events": [],
    })
}

#[tokio::test]
async fn a_command_is_answered_in_the_language_of_whoever_types_it() {
    let stage = tearoom().await;
    for (n, (locale, sentence)) in [
        ("sv-SE", "Artiklarna tar inte upp det här."),
        ("de", "Dazu steht nichts in den Artikeln."),
        ("no", "Artiklene tar ikke opp dette."),
        ("nl", "Hier gaan de artikelen niet over."),
        ("fr", "Les articles n’en parlent pas."),
        ("es-ES", "Los artículos no tratan esto."),
        ("es-419", "Los artículos no tratan esto."),
        ("zh-CN", "文章里没有相关内容。"),
        ("en-GB", "The articles don't cover this."),
        ("ja", "The articles don't cover this."),
    ]
    .into_iter()
    .enumerate()
    {
        stage.slash_in(locale, "ask", &question(UNKNOWN), "0");
        let answer = stage.sent("PATCH /webhooks", n + 1).await;
        assert!(answer.text().starts_with(sentence), "{}", answer.text());
    }
}

#[tokio::test]
async fn dates_and_numbers_are_written_as_the_reader_writes_them() {
    let stage = tearoom().await;
    stage.slash_in("fr", "ask", &question(QUESTION), "0");
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("1er août 2025"), "{}", answer.text());
    stage.slash_in("de", "status", &json!([]), "32");
    let status = stage.sent("/callback", 2).await;
    assert!(
        status.text().contains("1 Artikel, 1 Textstelle, "),
        "{}",
        status.text()
    );
}

#[tokio::test]
async fn a_refusal_is_in_the_readers_language_as_well() {
    let stage = tearoom().await;
    stage.slash_in("sv-SE", "reindex", &json!([]), "0");
    let refusal = stage.sent("/callback", 1).await;
    assert_eq!(
        refusal.text(),
        "Det kan bara medlemmar med behörigheten Hantera server göra."
    );
}

#[tokio::test]
async fn a_reindex_is_told_in_the_language_of_whoever_started_it() {
    let stage = tearoom().await;
    stage.slash_in("nl", "reindex", &json!([]), "32");
    let outcome = stage.sent("POST /webhooks", 1).await;
    let text = outcome.text();
    assert!(text.starts_with("**Klaar met indexeren** in 0,"), "{text}");
}

#[tokio::test]
async fn a_mention_is_answered_in_the_language_of_the_server() {
    let stage = tearoom().await;
    stage.dispatch("GUILD_CREATE", &server("de"));
    let called = format!("<@{BOT}> {UNKNOWN}");
    stage.say(&called, &calling());
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    let text = answer.text();
    assert!(
        text.starts_with("Dazu steht nichts in den Artikeln."),
        "{text}"
    );

    stage.dispatch("GUILD_UPDATE", &server("en-US"));
    stage.say(&called, &calling());
    let answer = stage.sent("POST /channels/5/messages", 2).await;
    let text = answer.text();
    assert!(text.starts_with("The articles don't cover this."), "{text}");
}

#[tokio::test]
async fn a_direct_message_is_answered_in_the_language_its_author_has_shown() {
    let stage = tearoom().await;
    let direct = json!({ "guild_id": null, "channel_id": "6" });
    stage.say(UNKNOWN, &direct);
    let answer = stage.sent("POST /channels/6/messages", 1).await;
    let text = answer.text();
    assert!(text.starts_with("The articles don't cover this."), "{text}");

    stage.slash_in("fr", "ask", &question(QUESTION), "0");
    stage.sent("PATCH /webhooks", 1).await;
    stage.say(UNKNOWN, &direct);
    let answer = stage.sent("POST /channels/6/messages", 2).await;
    let text = answer.text();
    assert!(text.starts_with("Les articles n’en parlent pas."), "{text}");

    // What one person shows says nothing of a server.
    stage.say(&format!("<@{BOT}> {UNKNOWN}"), &calling());
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    let text = answer.text();
    assert!(text.starts_with("The articles don't cover this."), "{text}");
}

#[tokio::test]
async fn commands_are_registered_under_localised_names() {
    let stage = tearoom().await;
    let registered = stage.sent("PUT /applications/2/commands", 1).await;
    let ask = &registered.body[0];
    assert_eq!(ask["name"], "ask");
    assert_eq!(ask["name_localizations"]["sv-SE"], "fråga");
    assert_eq!(ask["name_localizations"]["zh-CN"], "提问");
    assert_eq!(
        ask["description_localizations"]["de"],
        "Beantwortet eine Frage aus den Artikeln"
    );
    let question = &ask["options"][0];
    assert_eq!(question["name"], "question");
    assert_eq!(question["name_localizations"]["no"], "spørsmål");
    assert_eq!(question["name_localizations"]["en-US"], Value::Null);
}
