//! One scene a feature.

use std::collections::BTreeMap;

use discord_sandbox::{ChannelRef, Person, SeenMessage};
use lodestar::store::{ChannelSettings, Mode};
use serde_json::{Value, json};

use super::Stage;
use super::page::{Page, key};

const FLAGSHIP: &str = "Where is the Polestar 5 built?";
const CAROLINA: &str = "When did production of the Polestar 3 begin in South Carolina?";
const CHENGDU: &str = "And in Chengdu?";
const TYRES: &str = "Which tyres does the Polestar 3 have?";
const KOSICE: &str = "When is the Polestar 7 planned for launch?";

/// What is shown of every feature, by its name in the tour.
pub(super) async fn all(stage: &Stage) -> BTreeMap<&'static str, String> {
    let mut shown = BTreeMap::new();
    for (name, scene) in [
        ("answer", answer(stage).await),
        ("buttons", buttons(stage).await),
        ("miss", miss(stage).await),
        ("autocomplete", autocomplete(stage).await),
        ("follow-up", follow_up(stage).await),
        ("syntax", syntax(stage).await),
        ("languages", languages(stage).await),
        ("edit", edit(stage).await),
        ("find", find(stage).await),
        ("for", for_somebody(stage).await),
        ("settings", settings(stage).await),
        ("thread", thread(stage).await),
        ("forum", forum(stage).await),
        ("unasked", unasked(stage).await),
        ("doctor", doctor(stage).await),
        ("privacy", privacy(stage).await),
        ("cooldown", cooldown(stage).await),
    ] {
        shown.insert(name, scene);
    }
    shown
}

/// Somebody uses a command; the answer.
async fn uses(
    person: &Person,
    place: impl Into<ChannelRef>,
    command: &str,
    options: &Value,
) -> SeenMessage {
    let used = person.slash(place, command, options).unwrap();
    person.answer_to(&used).await.unwrap()
}

async fn asks(person: &Person, question: &str) -> SeenMessage {
    uses(person, "general", "ask", &json!({ "question": question })).await
}

/// What is typed to ask.
fn typed(question: &str) -> String {
    format!("uses `/ask question: {question}`")
}

fn presses(label: &str) -> String {
    format!("presses {}", key(label))
}

async fn answer(stage: &Stage) -> String {
    let ann = stage.ann();
    let answer = asks(&ann, FLAGSHIP).await;
    let page = Page::new(stage).does(&ann, &typed(FLAGSHIP));
    page.shows(&ann, &answer).finish()
}

async fn buttons(stage: &Stage) -> String {
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let answer = asks(&ann, FLAGSHIP).await;
    let pressed = ben.click(&answer, "More passages").unwrap();
    let more = ben.answer_to(&pressed).await.unwrap();
    let pressed = ann.click(&answer, "👎").unwrap();
    let why = ann.answer_to(&pressed).await.unwrap();
    Page::new(stage)
        .does(&ben, &presses("More passages"))
        .shows(&ben, &more)
        .does(&ann, &presses("👎"))
        .shows(&ann, &why)
        .finish()
}

async fn miss(stage: &Stage) -> String {
    let ann = stage.ann();
    let missed = asks(&ann, TYRES).await;
    let pressed = ann.click(&missed, "Tell the editors").unwrap();
    let told = ann.answer_to(&pressed).await.unwrap();
    Page::new(stage)
        .does(&ann, &typed(TYRES))
        .shows(&ann, &missed)
        .does(&ann, &presses("Tell the editors"))
        .shows(&ann, &told)
        .finish()
}

async fn autocomplete(stage: &Stage) -> String {
    let ann = stage.ann();
    let options = json!({ "question": "kos" });
    let typing = ann
        .autocomplete("general", "ask", &options, "question")
        .unwrap();
    let choices = ann.choices_of(&typing).await.unwrap();
    Page::new(stage)
        .does(&ann, "types `/ask question: kos` and is offered")
        .lists(&choices)
        .finish()
}

async fn follow_up(stage: &Stage) -> String {
    let ann = stage.ann();
    let called = format!("{} {CAROLINA}", stage.bot());
    let asked = ann.say("general", &called).unwrap();
    let first = ann.reply_to(&asked).await.unwrap();
    let next = ann.reply(&first, CHENGDU).unwrap();
    let second = ann.reply_to(&next).await.unwrap();
    Page::new(stage)
        .does(&ann, &format!("writes “{called}”"))
        .shows(&ann, &first)
        .does(&ann, &format!("replies “{CHENGDU}”"))
        .shows(&ann, &second)
        .finish()
}

async fn syntax(stage: &Stage) -> String {
    let ann = stage.ann();
    let question = "Where is the Polestar 3 built? before:2024-06 -tariffs";
    let answer = asks(&ann, question).await;
    let page = Page::new(stage).does(&ann, &typed(question));
    page.shows(&ann, &answer).finish()
}

async fn languages(stage: &Stage) -> String {
    let cleo = stage.sandbox.member("cleo");
    cleo.speaks("de");
    let question = "Wo wird der Polestar 5 gebaut?";
    let answer = asks(&cleo, question).await;
    cleo.speaks("en-US");
    Page::new(stage)
        .does(
            &cleo,
            &format!("has Discord in German and uses `/fragen frage: {question}`"),
        )
        .shows(&cleo, &answer)
        .finish()
}

async fn edit(stage: &Stage) -> String {
    let ann = stage.ann();
    let called = |question| format!("{} {question}", stage.bot());
    let asked = ann.say("general", &called(CAROLINA)).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    ann.edit(&asked, &called(KOSICE)).unwrap();
    let followed = || ann.looks_again(&answer).filter(|it| it.is_edited);
    let followed = stage.sandbox.until(followed).await.unwrap();
    Page::new(stage)
        .does(
            &ann,
            &format!("edits the question before into “{}”", called(KOSICE)),
        )
        .shows(&ann, &followed)
        .finish()
}

async fn find(stage: &Stage) -> String {
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let said = "My cousin swears that they will build cars in Slovakia, near Košice.";
    let message = ben.say("general", said).unwrap();
    let menu = "Find articles for this";
    let picked = ann.context_menu(&message, menu).unwrap();
    let found = ann.answer_to(&picked).await.unwrap();
    let post = found.buttons[0].label.clone();
    ann.click(&found, &post).unwrap();
    let posted = ben.reply_to(&message).await.unwrap();
    Page::new(stage)
        .does(&ben, &format!("writes “{said}”"))
        .does(&ann, &format!("chooses {} on it", key(menu)))
        .shows(&ann, &found)
        .does(&ann, &presses(&post))
        .shows(&ben, &posted)
        .finish()
}

async fn for_somebody(stage: &Stage) -> String {
    let (hedy, ben) = (stage.sandbox.helper(), stage.sandbox.member("ben"));
    let options = json!({ "question": KOSICE, "for": ben.id() });
    let answer = uses(&hedy, "general", "ask", &options).await;
    Page::new(stage)
        .does(
            &hedy,
            &format!("uses `/ask question: {KOSICE} for: @{}`", ben.name()),
        )
        .shows(&hedy, &answer)
        .finish()
}

async fn settings(stage: &Stage) -> String {
    let admin = stage.sandbox.admin();
    let options = json!({ "channel": "questions", "answers-in": "In a thread" });
    let saved = uses(&admin, "general", "settings", &options).await;
    Page::new(stage)
        .does(
            &admin,
            "uses `/settings channel: #questions answers-in: In a thread`",
        )
        .shows(&admin, &saved)
        .finish()
}

async fn thread(stage: &Stage) -> String {
    let ann = stage.ann();
    let called = format!("{} {KOSICE}", stage.bot());
    let asked = ann.say("questions", &called).unwrap();
    let (_, answer) = stage.answer_in_thread(&ann, &asked).await;
    let started = stage.requests("/threads").remove(0).body.unwrap();
    let name = started["name"].as_str().unwrap();
    Page::new(stage)
        .does(
            &ann,
            &format!("writes “{called}” in #questions and is answered in the thread “{name}”"),
        )
        .shows(&ann, &answer)
        .finish()
}

async fn forum(stage: &Stage) -> String {
    let (ann, admin) = (stage.ann(), stage.sandbox.admin());
    uses(
        &admin,
        "general",
        "settings",
        &json!({ "channel": "help", "forum": true }),
    )
    .await;
    let post = ann.post("help", KOSICE, "Thanks!", &["Question"]).unwrap();
    let bot = stage.sandbox.bot().name();
    let helped = || ann.sees(post).into_iter().find(|it| it.author == bot);
    let helped = stage.sandbox.until(helped).await.unwrap();
    Page::new(stage)
        .does(&ann, &format!("posts “{KOSICE}” in #help"))
        .shows(&ann, &helped)
        .finish()
}

async fn unasked(stage: &Stage) -> String {
    let confident = ChannelSettings {
        mode: Mode::Confident,
        ..ChannelSettings::default()
    };
    stage.set("general", confident).await;
    let cleo = stage.sandbox.member("cleo");
    let said = "hi all! when is the Polestar 7 planned for launch?";
    let asked = cleo.say("general", said).unwrap();
    let answer = cleo.reply_to(&asked).await.unwrap();
    stage.set("general", ChannelSettings::default()).await;
    Page::new(stage)
        .does(
            &cleo,
            &format!("writes “{said}”, and nobody replies for a while"),
        )
        .shows(&cleo, &answer)
        .finish()
}

async fn doctor(stage: &Stage) -> String {
    use discord_sandbox::Permissions;
    let (admin, bot) = (stage.sandbox.admin(), stage.sandbox.bot());
    let threads = Permissions::CREATE_PUBLIC_THREADS;
    stage
        .sandbox
        .overwrite("questions", &bot, Permissions::NONE, threads)
        .unwrap();
    let told = uses(&admin, "questions", "doctor", &json!({})).await;
    Page::new(stage)
        .does(&admin, "uses `/doctor` in #questions")
        .shows(&admin, &told)
        .finish()
}

async fn privacy(stage: &Stage) -> String {
    let cleo = stage.sandbox.member("cleo");
    stage
        .eventually(async || {
            let known = stage.app.store().show(cleo.id().0).await.unwrap();
            known.questions.len() == 2
        })
        .await;
    let shown = uses(&cleo, "general", "privacy show", &json!({})).await;
    let sure = uses(&cleo, "general", "privacy forget", &json!({})).await;
    Page::new(stage)
        .does(&cleo, "uses `/privacy show`")
        .shows(&cleo, &shown)
        .does(&cleo, "uses `/privacy forget`")
        .shows(&cleo, &sure)
        .finish()
}

async fn cooldown(stage: &Stage) -> String {
    let ben = stage.sandbox.member("ben");
    let refused = loop {
        let answer = asks(&ben, KOSICE).await;
        if answer.is_private {
            break answer;
        }
    };
    Page::new(stage)
        .does(&ben, "uses `/ask` again and again")
        .shows(&ben, &refused)
        .finish()
}
