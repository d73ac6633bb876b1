//! Questions by command, mention and direct message.

use discord_sandbox::RecordedRequest;
use serde_json::json;

use super::stage::Stage;

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
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "**The ferry to Marstrand leaves from the northern pier every hour.**"
    );
    assert!(
        lines[1].starts_with("> The harbour has two piers."),
        "{text}"
    );
    assert!(
        lines[1].contains("The **ferry** to **Marstrand** **leaves**"),
        "{text}"
    );
    assert_eq!(
        lines[2],
        "-# The harbour › Ferries · <https://town.example/harbour> · 2 March 2025"
    );
}

/// Whatever the text says, nobody is notified and no link is unfolded.
fn assert_pings_nobody(request: &RecordedRequest) {
    let body = request.body.as_ref().unwrap();
    let message = body.get("data").unwrap_or(body);
    assert_eq!(message["allowed_mentions"]["parse"], json!([]), "{body}");
    assert_eq!(message["allowed_mentions"]["replied_user"], false, "{body}");
    assert_eq!(message["flags"].as_u64().unwrap() & 4, 4, "{body}");
}

#[tokio::test]
async fn a_command_is_answered_with_the_passage_and_its_source() {
    let mut stage = town().await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    assert_answers_the_question(&answer.text);
    assert!(!answer.is_private && !answer.pings_me);
    assert_eq!(
        stage.requests("/callback")[0].body,
        Some(json!({ "type": 5 }))
    );
    assert_pings_nobody(&stage.requests("PATCH")[0]);
    stage.stop().await.unwrap();
}

#[tokio::test]
async fn a_private_question_is_answered_to_the_asker_alone() {
    let stage = town().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let question = json!({ "question": QUESTION, "private": true });
    let asked = ann.slash("general", "ask", &question).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    assert!(answer.is_private);
    assert_answers_the_question(&answer.text);
    assert!(ben.sees("general").is_empty());
}

#[tokio::test]
async fn what_the_articles_do_not_cover_is_said_with_the_unknown_words() {
    let stage = town().await;
    let asked = stage.ask("Who invented the trombone?");
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(
        answer.starts_with("The articles don't cover this."),
        "{answer}"
    );
    assert!(answer.contains("trombone"), "{answer}");
}

#[tokio::test]
async fn a_mention_is_answered_by_a_reply_that_pings_nobody() {
    let stage = town().await;
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    assert_answers_the_question(&answer.text);
    assert!(!answer.pings_me);
    assert_pings_nobody(&stage.requests("POST /channels")[0]);
}

#[tokio::test]
async fn a_mention_under_a_message_answers_that_message() {
    let stage = town().await;
    stage.sandbox.grant_privileged_intents();
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let question = ben.say("general", QUESTION).unwrap();
    let pointed = ann.reply(&question, &stage.bot()).unwrap();
    let answer = ann.reply_to(&pointed).await.unwrap();
    assert_answers_the_question(&answer.text);
}

#[tokio::test]
async fn a_message_that_discord_withholds_leads_to_the_command() {
    let stage = town().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let question = ben.say("general", QUESTION).unwrap();
    let pointed = ann.reply(&question, &stage.bot()).unwrap();
    let answer = ann.reply_to(&pointed).await.unwrap().text;
    assert!(answer.contains("`/ask`"), "{answer}");
    assert_eq!(stage.requests("GET /channels").len(), 1);
}

#[tokio::test]
async fn a_direct_message_is_a_question() {
    let stage = town().await;
    let ann = stage.ann();
    let asked = ann.dm(QUESTION).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    assert_answers_the_question(&answer.text);
}

#[tokio::test]
async fn the_command_works_in_direct_messages() {
    let stage = town().await;
    let ann = stage.ann();
    let question = json!({ "question": QUESTION });
    let asked = ann.slash(ann.direct().unwrap(), "ask", &question).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    assert_answers_the_question(&answer.text);
}

#[tokio::test]
async fn only_people_who_mean_the_bot_are_answered() {
    let mut stage = town().await;
    let called = format!("{} {QUESTION}", stage.bot());
    let (ann, admin) = (stage.ann(), stage.sandbox.admin());
    let _token = stage.sandbox.add_bot("parrot");
    let parrot = stage.sandbox.member("parrot");
    parrot.say("general", &called).unwrap();
    // Discord announces a new thread with a message that says its name.
    parrot.start_public_thread("general", &called).unwrap();
    admin.say("general", "@everyone where?").unwrap();
    admin.say("general", "<@&11> where?").unwrap();
    ann.say("general", "Where does the ferry leave?").unwrap();
    let asked = ann.say("general", &called).unwrap();
    ann.reply_to(&asked).await.unwrap();
    stage.stop().await.unwrap();
    assert_eq!(stage.requests("POST /channels").len(), 1);
}

#[tokio::test]
async fn calling_the_bot_without_a_question_gets_help() {
    let stage = town().await;
    let ann = stage.ann();
    let called = ann.say("general", &stage.bot()).unwrap();
    let answer = ann.reply_to(&called).await.unwrap().text;
    assert!(answer.contains("`/ask`"), "{answer}");
}

#[tokio::test]
async fn hostile_articles_neither_ping_nor_break_out() {
    let hostile = "---\ntitle: \"Zebras @here <@5>\"\n---\n\nZebras sleep standing, @everyone \
        <@5> <@&6> </ask:1>, [click](https://evil.example) ||hidden|| `x` ~~y~~ > z.\n";
    let stage = Stage::open(&[("zebra.md", hostile)]).await;
    let asked = stage.ask("How do zebras sleep?");
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    assert!(!answer.pings_me);
    assert_pings_nobody(&stage.requests("PATCH")[0]);
    let text = answer.text;
    assert!(text.contains("standing"), "{text}");
    for line in text.lines().take_while(|line| !line.starts_with("-# ")) {
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
async fn a_masked_link_shows_where_it_leads() {
    let text =
        "Title: Zebras\n\nZebras sleep standing, says [your bank](https://evil.example/login).\n";
    let stage = Stage::open(&[("zebra.txt", text)]).await;
    let asked = stage.ask("How do zebras sleep?");
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("your bank (evil.example)"), "{answer}");
    assert!(
        !answer.contains("](") && !answer.contains("login"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_long_answer_fits_into_one_message() {
    let mut article = String::from("---\ntitle: Rivers\n---\n");
    for n in 0..40 {
        article.push_str(&format!("\n## Part {n}\n\n"));
        article.push_str(&"The *river* _Nile_ is long and [wide](x) in many places. ".repeat(20));
    }
    let stage = Stage::open(&[("rivers.md", &article)]).await;
    let asked = stage.ask("How long is the river Nile?");
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.encode_utf16().count() <= 2_000);
    assert!(answer.contains("-# Rivers › Part"), "{answer}");
}
