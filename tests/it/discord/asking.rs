//! Questions by command, mention and direct message.

use serde_json::{Value, json};

use super::stage::{BOT, Stage, message, person};

const HARBOUR: &str = "---\ntitle: The harbour\nurl: https://town.example/harbour\n\
    date: 2025-03-02\n---\n\n## Ferries\n\nThe harbour has two piers. The ferry to Marstrand \
    leaves from the northern pier every hour. Tickets are sold on board.\n";
const CASTLE: &str = "---\ntitle: The castle\n---\n\n\
    The castle was finished in 1658. Its tower can be climbed in summer.\n";
const QUESTION: &str = "Where does the ferry to Marstrand leave from?";

async fn town() -> Stage {
    Stage::open(&[("harbour.md", HARBOUR), ("castle.md", CASTLE)]).await
}

fn assert_answers_the_question(text: &str) {
    assert!(text.starts_with("> "), "{text}");
    assert!(
        text.contains("pier__ every hour") || text.contains("pier every hour"),
        "{text}"
    );
    assert!(
        text.contains("— **The harbour** › Ferries · 2 March 2025"),
        "{text}"
    );
    assert!(text.contains("<https://town.example/harbour>"), "{text}");
}

fn assert_pings_nobody(body: &Value) {
    let message = body.get("data").unwrap_or(body);
    assert_eq!(message["allowed_mentions"]["parse"], json!([]), "{body}");
    assert_eq!(message["allowed_mentions"]["replied_user"], false, "{body}");
    assert_eq!(message["flags"].as_u64().unwrap() & 4, 4, "{body}");
}

#[tokio::test]
async fn a_command_is_answered_with_the_passage_and_its_source() {
    let stage = town().await;
    let token = stage.ask(QUESTION, false);
    let acknowledged = stage.sent("/callback", 1).await;
    assert_eq!(acknowledged.body, json!({ "type": 5 }));
    let answer = stage.sent(&format!("PATCH /webhooks/2/{token}"), 1).await;
    assert_answers_the_question(answer.text());
    assert_pings_nobody(&answer.body);
    stage.stop().await.unwrap();
}

#[tokio::test]
async fn a_private_question_is_answered_to_the_asker_alone() {
    let stage = town().await;
    stage.ask(QUESTION, true);
    let acknowledged = stage.sent("/callback", 1).await;
    assert_eq!(acknowledged.body["data"]["flags"], 64);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert_answers_the_question(answer.text());
}

#[tokio::test]
async fn what_the_articles_do_not_cover_is_said_with_the_unknown_words() {
    let stage = town().await;
    stage.ask("Who invented the trombone?", false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(
        answer.text().starts_with("The articles don't cover this."),
        "{}",
        answer.text()
    );
    assert!(answer.text().contains("trombone"), "{}", answer.text());
}

#[tokio::test]
async fn a_mention_is_answered_by_a_reply_that_pings_nobody() {
    let stage = town().await;
    let asked = stage.say(
        &format!("<@{BOT}> {QUESTION}"),
        &json!({ "mentions": [person(BOT, "guide")] }),
    );
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    assert_answers_the_question(answer.text());
    assert_pings_nobody(&answer.body);
    let reference = &answer.body["message_reference"];
    assert_eq!(reference["message_id"], asked.to_string());
}

#[tokio::test]
async fn a_mention_under_a_message_answers_that_message() {
    let stage = town().await;
    stage.say(
        &format!("<@{BOT}>"),
        &json!({
            "type": 19, "mentions": [person(BOT, "guide")],
            "message_reference": { "message_id": "50", "channel_id": "5", "guild_id": "3" },
            "referenced_message": message(50, QUESTION),
        }),
    );
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    assert_answers_the_question(answer.text());
}

#[tokio::test]
async fn a_message_that_discord_withholds_leads_to_the_command() {
    let stage = town().await;
    stage.say(
        &format!("<@{BOT}>"),
        &json!({
            "type": 19, "mentions": [person(BOT, "guide")],
            "referenced_message": message(50, ""),
        }),
    );
    stage.sent("GET /channels/5/messages/50", 1).await;
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    assert!(answer.text().contains("`/ask`"), "{}", answer.text());
}

#[tokio::test]
async fn a_direct_message_is_a_question() {
    let stage = town().await;
    stage.say(QUESTION, &json!({ "guild_id": null }));
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    assert_answers_the_question(answer.text());
}

#[tokio::test]
async fn only_people_who_mean_the_bot_are_answered() {
    let stage = town().await;
    let called = format!("<@{BOT}> {QUESTION}");
    let mut bot = person(9, "other");
    bot["bot"] = json!(true);
    stage.say(&called, &json!({ "author": bot }));
    stage.say(&called, &json!({ "webhook_id": "77" }));
    stage.say(&called, &json!({ "type": 7 }));
    stage.say(
        &called,
        &json!({ "author": person(BOT, "guide"), "webhook_id": "2" }),
    );
    stage.say("@everyone where?", &json!({ "mention_everyone": true }));
    stage.say("<@&11> where?", &json!({ "mention_roles": ["11"] }));
    stage.say("Where does the ferry leave?", &json!({}));
    let asked = stage.say(&called, &json!({}));
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    assert_eq!(
        answer.body["message_reference"]["message_id"],
        asked.to_string()
    );
    stage.begin_to_stop();
    stage.sent("POST /channels/5/messages", 1).await;
    assert_eq!(stage.so_far("POST /channels").len(), 1);
}

#[tokio::test]
async fn calling_the_bot_without_a_question_gets_help() {
    let stage = town().await;
    stage.say(&format!("<@{BOT}>"), &json!({}));
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    assert!(answer.text().contains("`/ask`"), "{}", answer.text());
}

#[tokio::test]
async fn hostile_articles_neither_ping_nor_break_out() {
    let hostile = "---\ntitle: \"Zebras @here <@5>\"\n---\n\nZebras sleep standing, @everyone \
        <@5> <@&6> </ask:1>, [click](https://evil.example) ||hidden|| `x` ~~y~~ > z.\n";
    let stage = Stage::open(&[("zebra.md", hostile)]).await;
    stage.ask("How do zebras sleep?", false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert_pings_nobody(&answer.body);
    let text = answer.text();
    assert!(text.contains("standing"), "{text}");
    for line in text.lines().take_while(|line| !line.starts_with('—')) {
        assert!(line.starts_with("> "), "{text}");
    }
    let text = text
        .replace("\\<", "")
        .replace("\\|", "")
        .replace("\\>", "");
    for bad in ["@everyone", "@here", "<@", "</", "[click]", "||", " > z"] {
        assert!(!text.contains(bad), "{bad} in {text}");
    }
}

#[tokio::test]
async fn a_long_answer_fits_into_one_message() {
    let mut article = String::from("---\ntitle: Rivers\n---\n");
    for n in 0..40 {
        article.push_str(&format!("\n## Part {n}\n\n"));
        article.push_str(&"The *river* _Nile_ is long and [wide](x) in many places. ".repeat(20));
    }
    let stage = Stage::open(&[("rivers.md", &article)]).await;
    stage.ask("How long is the river Nile?", false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().encode_utf16().count() <= 2_000);
    assert!(
        answer.text().contains("— **Rivers** › Part"),
        "{}",
        answer.text()
    );
}
