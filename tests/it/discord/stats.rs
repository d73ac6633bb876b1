//! `/stats`, and the digest that tells the same every week.

use std::io::Cursor;

use discord_sandbox::{Fault, Permissions, Person, SeenMessage};
use jiff::{SignedDuration, Timestamp};
use lodestar::config::QuestionPrivacy;
use lodestar::store::{Asked, DigestPlace, Outcome, QuestionId};
use serde_json::json;

use super::stage::Stage;

const TEA: (&str, &str) = (
    "tea.md",
    "---\ntitle: Tea\ndate: 2019-03-02\n---\n# Tea\n\nTea is made with hot water.\n",
);
const COFFEE: (&str, &str) = (
    "coffee.md",
    "---\ntitle: Coffee\ndate: 2011-07-01\n---\n# Coffee\n\nCoffee is roasted in a drum.\n",
);
const HEADING: &str = "**Weekly digest**";
const HOUR: SignedDuration = SignedDuration::from_hours(1);

async fn tea_room() -> Stage {
    Stage::open(&[TEA, COFFEE]).await
}

/// What somebody is told for `/stats`.
async fn told(person: &Person) -> SeenMessage {
    let used = person.slash("general", "stats", &json!({})).unwrap();
    let answer = person.answer_to(&used).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer
}

/// A question of some time ago.
async fn was_asked(stage: &Stage, asker: u64, text: &str, outcome: Outcome, ago: SignedDuration) {
    let (server, channel) = stage.sandbox.find("general").unwrap();
    let asked = Asked {
        id: QuestionId::random(),
        asker,
        server: Some(server.0),
        channel: channel.0,
        message: None,
        asked_at: Timestamp::now() - ago,
        locale: "en-GB",
        text,
        outcome,
        generation: 1,
        follows: None,
        public: true,
        took_ms: None,
    };
    stage
        .app
        .store()
        .record_question(&asked, None)
        .await
        .unwrap();
}

/// Somebody wished for the digest weeks ago, in a channel.
async fn wished_for(stage: &Stage, channel: &str) {
    let (server, channel) = stage.sandbox.find(channel).unwrap();
    let place = DigestPlace {
        channel: channel.0,
        since: Timestamp::now() - HOUR * 24 * 30,
    };
    let store = stage.app.store();
    let set = store.set_digest_place(server.0, Some(place));
    set.await.unwrap();
}

/// A server that wished for the digest, with a question of the week before, where the bot starts
/// anew.
async fn a_week_later(channel: &str) -> Stage {
    let mut stage = tea_room().await;
    for asker in [7, 8] {
        let ago = Timestamp::now().duration_since(due().1) + HOUR * 24 * 3;
        was_asked(&stage, asker, "Is tea hot?", Outcome::Answered, ago).await;
    }
    stage.stop().await.unwrap();
    wished_for(&stage, channel).await;
    let writes = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES;
    let bot = stage.sandbox.bot();
    let allowed = stage
        .sandbox
        .overwrite("staff", &bot, writes, Permissions::NONE);
    allowed.unwrap();
    stage.restart().await;
    stage
}

/// The week whose digest was due last, and when that was: on Monday, at eight, in UTC.
fn due() -> (i64, Timestamp) {
    const WEEK: i64 = 7 * 24 * 60 * 60;
    let first = "1969-12-29T08:00:00Z".parse::<Timestamp>().unwrap();
    let since = Timestamp::now().as_second() - first.as_second();
    let week = since.div_euclid(WEEK);
    let at = Timestamp::from_second(first.as_second() + week * WEEK).unwrap();
    (week, at)
}

fn digests(stage: &Stage, channel: &str) -> Vec<SeenMessage> {
    let (_, channel) = stage.sandbox.find(channel).unwrap();
    let mut seen = stage.sandbox.admin().sees(channel);
    seen.retain(|it| it.text.starts_with(HEADING));
    seen
}

async fn until_digest(stage: &Stage, channel: &str) -> SeenMessage {
    let sent = || digests(stage, channel).into_iter().next();
    stage.sandbox.until(sent).await.unwrap()
}

/// Waits until all is done that the start of the bot has set off.
async fn settled(stage: &mut Stage) {
    // Once it answers on its server, it knows the server and has begun to look after the digest.
    let asked = stage.ask("How is tea made?");
    stage.ann().answer_to(&asked).await.unwrap();
    stage.stop().await.unwrap();
}

fn description(message: &SeenMessage) -> &str {
    let described = &message.raw["attachments"][0]["description"];
    described.as_str().unwrap()
}

#[tokio::test]
async fn an_admin_is_shown_how_questions_went_with_a_chart() {
    let stage = tea_room().await;
    for question in ["How is tea made?", "Who invented the trombone?"] {
        let asked = stage.ask(question);
        stage.ann().answer_to(&asked).await.unwrap();
    }
    stage.recorded(2).await;
    let timed = async || {
        let (server, _) = stage.sandbox.find("general").unwrap();
        let now = Timestamp::now();
        let figures = stage.app.store().figures(server.0, now - HOUR, now + HOUR);
        figures.await.unwrap().slowest.len() == 2
    };
    stage.eventually(timed).await;

    let answer = told(&stage.sandbox.admin()).await;

    let text = &answer.text;
    for line in [
        "**Statistics of the last 7 days**",
        "Questions: 2 ▲ 2, from 1 person",
        "🟦 Answered: 1 (50%)",
        "🟨 Closest passages: 0 (0%)",
        "🟥 Not covered: 1 (50%)",
        "**Open** 1 question without a good answer",
        "- Who invented the trombone? (once)",
        "**Slowest answers**",
        "- Coffee, 1 July 2011",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    assert!(text.contains("**Unused** 1 of 2 articles"), "{text}");
    let described = description(&answer);
    assert!(described.ends_with("0/0/0, 1/0/1"), "{described}");
}

#[tokio::test]
async fn the_chart_can_be_fetched_and_is_a_picture() {
    let stage = tea_room().await;
    was_asked(&stage, 7, "Is tea hot?", Outcome::Closest, HOUR).await;
    let answer = told(&stage.sandbox.admin()).await;
    let file = &answer.attachments[0];
    assert_eq!(file.name, "questions.png");
    assert_eq!(answer.raw["attachments"][0]["content_type"], "image/png");
    let bytes = reqwest::get(&file.url)
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    let picture = png::Decoder::new(Cursor::new(&bytes)).read_info().unwrap();
    let info = picture.info();
    assert_eq!((info.width, info.height), (1_100, 440));
    let sent = stage.requests("PATCH");
    let sent = sent.last().unwrap();
    assert!(sent.is_multipart, "{sent:?}");
    assert_eq!(sent.files, ["questions.png"]);
}

#[tokio::test]
async fn a_time_is_compared_with_as_much_before() {
    let stage = tea_room().await;
    let day = HOUR * 24;
    for (asker, outcome, ago) in [
        (1, Outcome::Answered, SignedDuration::ZERO),
        (2, Outcome::Answered, day * 2),
        (3, Outcome::Closest, day * 3),
        (4, Outcome::NotCovered, day * 4),
        (5, Outcome::NotCovered, day * 9),
        (6, Outcome::Answered, day * 10),
        // Older than either.
        (7, Outcome::Answered, day * 20),
    ] {
        was_asked(&stage, asker, "Is tea hot?", outcome, ago).await;
    }
    let text = told(&stage.sandbox.admin()).await.text;
    for line in [
        "Questions: 4 ▲ 2, from 4 people",
        "🟦 Answered: 2 (50%)",
        "🟨 Closest passages: 1 (25% ▲ 25)",
        "🟥 Not covered: 1 (25% ▼ 25)",
        "- Is tea hot? (4 people)",
        "-# ▲ and ▼ compare with the same time 7 days earlier",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
}

#[tokio::test]
async fn what_is_no_longer_kept_is_not_compared_with() {
    let stage = Stage::open_with(&[TEA], |config| config.privacy.keep_days = 10).await;
    was_asked(&stage, 1, "Is tea hot?", Outcome::Answered, HOUR).await;
    let text = told(&stage.sandbox.admin()).await.text;
    assert!(!text.contains('▲'), "{text}");
    let options = json!({ "days": 30 });
    let admin = stage.sandbox.admin();
    let used = admin.slash("general", "stats", &options).unwrap();
    let text = admin.answer_to(&used).await.unwrap().text;
    assert!(
        text.starts_with("**Statistics of the last 10 days**"),
        "{text}"
    );
}

#[tokio::test]
async fn where_texts_are_not_kept_no_question_is_named() {
    let hashed = QuestionPrivacy::Hashed;
    let stage = Stage::open_with(&[TEA], |config| config.privacy.questions = hashed).await;
    for asker in [1, 2] {
        was_asked(&stage, asker, "Is tea hot?", Outcome::NotCovered, HOUR).await;
    }
    let text = told(&stage.sandbox.admin()).await.text;
    assert!(text.contains("🟥 Not covered: 2 (100%)"), "{text}");
    assert!(!text.contains("Is tea hot?"), "{text}");
    assert!(text.contains("their texts are not kept"), "{text}");
}

#[tokio::test]
async fn members_are_refused() {
    let stage = tea_room().await;
    stage.sandbox.allow_command("stats", &stage.ann()).unwrap();
    let refused = told(&stage.ann()).await;
    assert!(refused.text.contains("Manage Server"), "{}", refused.text);
}

#[tokio::test]
async fn a_store_that_fails_is_told() {
    let stage = Stage::open_with(&[TEA], |config| {
        config.store.path = Some(config.corpus.dir.join("tea.md/store.db"));
    })
    .await;
    let text = told(&stage.sandbox.admin()).await.text;
    assert!(text.contains("can't reach my store"), "{text}");
}

#[tokio::test]
async fn the_digest_is_wished_for_in_a_channel_and_first_comes_next_week() {
    let mut stage = tea_room().await;
    let admin = stage.sandbox.admin();
    let set = async |stage: &Stage, wanted: bool| {
        let options = json!({ "digest": wanted });
        let admin = stage.sandbox.admin();
        let used = admin.slash("general", "settings", &options).unwrap();
        admin.answer_to(&used).await.unwrap().text
    };
    let text = set(&stage, true).await;
    let (server, channel) = stage.sandbox.find("general").unwrap();
    let goes = format!("Weekly digest: goes to <#{channel}>, next <t:");
    assert!(
        text.starts_with("Saved.\n") && text.contains(&goes),
        "{text}"
    );
    assert!(text.contains("Everybody can see that channel"), "{text}");
    let used = admin.slash("general", "settings", &json!({})).unwrap();
    let shown = admin.answer_to(&used).await.unwrap().text;
    assert!(shown.contains(&goes), "{shown}");

    was_asked(&stage, 7, "Is tea hot?", Outcome::Answered, HOUR * 24 * 8).await;
    stage.restart().await;
    settled(&mut stage).await;
    assert!(digests(&stage, "general").is_empty());

    stage.begin().await;
    let text = set(&stage, false).await;
    assert!(!text.contains("Weekly digest"), "{text}");
    let store = stage.app.store();
    assert_eq!(store.digest_place(server.0).await.unwrap(), None);
    let done = store.audited(Some(server.0), 0, 9).await.unwrap();
    let done: Vec<&str> = done.iter().map(|it| it.what.as_str()).collect();
    let ended = format!("the weekly digest no longer goes to channel {channel}");
    assert_eq!(done.first(), Some(&ended.as_str()), "{done:?}");
    assert_eq!(done.len(), 2);
}

#[tokio::test]
async fn a_digest_that_is_due_is_sent_once_also_across_restarts() {
    let mut stage = a_week_later("general").await;
    let digest = until_digest(&stage, "general").await;
    assert!(!digest.is_private && !digest.pings_me);
    assert!(
        digest.text.contains("Votes: 👍 0 · 👎 0"),
        "{}",
        digest.text
    );
    settled(&mut stage).await;
    for _ in 0..2 {
        stage.begin().await;
        settled(&mut stage).await;
    }
    assert_eq!(digests(&stage, "general").len(), 1);
}

#[tokio::test]
async fn a_channel_that_all_can_see_learns_no_question() {
    let stage = a_week_later("general").await;
    let open = until_digest(&stage, "general").await.text;
    assert!(!open.contains("Is tea hot?"), "{open}");
    assert!(open.contains("everybody can see this channel"), "{open}");
}

#[tokio::test]
async fn a_channel_of_the_staff_learns_what_was_asked_and_sees_the_chart() {
    let stage = a_week_later("staff").await;
    let digest = until_digest(&stage, "staff").await;
    let text = &digest.text;
    assert!(text.contains("- Is tea hot? (2 people)"), "{text}");
    assert_eq!(digest.attachments[0].name, "questions.png");
}

#[tokio::test]
async fn a_digest_is_in_the_servers_language() {
    let mut stage = tea_room().await;
    stage.stop().await.unwrap();
    wished_for(&stage, "general").await;
    stage.sandbox.server_speaks("sv-SE");
    stage.restart().await;
    let (_, general) = stage.sandbox.find("general").unwrap();
    let sent = || {
        let seen = stage.sandbox.admin().sees(general);
        seen.into_iter()
            .find(|it| it.text.starts_with("**Veckobrev**"))
    };
    let digest = stage.sandbox.until(sent).await.unwrap();
    assert!(
        digest.text.contains("Ingen frågade något"),
        "{}",
        digest.text
    );
}

#[tokio::test]
async fn a_digest_ends_with_its_channel() {
    let stage = tea_room().await;
    wished_for(&stage, "questions").await;
    let (server, channel) = stage.sandbox.find("questions").unwrap();
    stage.sandbox.delete_channel(channel).unwrap();
    let store = stage.app.store();
    let ended = async || store.digest_place(server.0).await.unwrap().is_none();
    stage.eventually(ended).await;
}

#[tokio::test]
async fn a_digest_that_a_crash_left_unfinished_is_sent_unless_it_stands_there() {
    for arrived in [false, true] {
        let mut stage = a_week_later("general").await;
        let first = until_digest(&stage, "general").await;
        settled(&mut stage).await;
        if !arrived {
            stage.sandbox.bot().delete(&first).unwrap();
        }
        // As if the process had been killed, some time ago, before it could remember the end.
        let (server, _) = stage.sandbox.find("general").unwrap();
        let store = stage.app.store().clone();
        store.forget_server(server.0).await.unwrap();
        wished_for(&stage, "general").await;
        let begun = store.begin_digest(server.0, due().0, Timestamp::now() - HOUR);
        assert!(begun.await.unwrap().is_some());

        stage.begin().await;
        settled(&mut stage).await;

        let kept = digests(&stage, "general");
        assert_eq!(kept.len(), 1, "{arrived}");
        assert_eq!(kept[0].id == first.id, arrived);
        let again = store.begin_digest(server.0, due().0, Timestamp::now() + HOUR);
        assert_eq!(again.await.unwrap(), None, "it is remembered now");
    }
}

#[tokio::test]
async fn a_digest_that_is_lost_on_its_way_is_sent_again_and_stands_there_once() {
    let mut stage = tea_room().await;
    was_asked(&stage, 7, "Is tea hot?", Outcome::Answered, HOUR * 24 * 8).await;
    stage.stop().await.unwrap();
    wished_for(&stage, "general").await;
    let lost = Fault::at("/messages").method("POST").answers(502).heard();
    stage.sandbox.fault(lost);
    stage.restart().await;
    until_digest(&stage, "general").await;
    settled(&mut stage).await;
    assert_eq!(digests(&stage, "general").len(), 1);
}
