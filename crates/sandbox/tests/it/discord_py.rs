//! A bot on discord.py, a library that shares nothing with ours, lives in the sandbox as it does in
//! Discord. Run it with `DISCORD_SANDBOX_PYTHON=.../bin/python cargo test -p discord-sandbox -- --ignored discord_py`.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use discord_sandbox::{Fault, InteractionOutcome, SeenMessage};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::open;

/// The variable that names a Python with discord.py.
const PYTHON: &str = "DISCORD_SANDBOX_PYTHON";

/// How long a story waits for something before it fails; Python starts slowly.
const PATIENCE: Duration = Duration::from_secs(30);

struct Bot {
    told: mpsc::UnboundedReceiver<String>,
    process: Child,
}

impl Bot {
    fn start(url: &str, token: &str) -> Self {
        let python = env::var(PYTHON).unwrap_or_else(|_| "python3".to_owned());
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/discord_py/bot.py");
        let mut process = Command::new(python)
            .arg(script)
            .env("SANDBOX_URL", url)
            .env("SANDBOX_TOKEN", token)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (tell, told) = mpsc::unbounded_channel();
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    return;
                }
            }
        });
        Self { told, process }
    }

    async fn tells(&mut self, what: &str) {
        let told = async {
            while let Some(line) = self.told.recv().await {
                if line.starts_with(what) {
                    return;
                }
            }
            panic!("the bot ended");
        };
        let told = timeout(PATIENCE, told).await;
        told.unwrap_or_else(|_| panic!("the bot does not tell that it is {what}"));
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_done(reply: &SeenMessage) -> bool {
    reply.text == "hello again" && !reply.reactions.is_empty()
}

#[tokio::test]
#[ignore = "needs a Python with discord.py, which DISCORD_SANDBOX_PYTHON names"]
async fn a_bot_on_discord_py_lives_here() {
    let sandbox = open().await;
    let mut bot = Bot::start(&sandbox.url(), &sandbox.token());
    bot.tells("ready in Harbour Town").await;
    let (ann, ben) = (sandbox.member("ann"), sandbox.member("ben"));
    let ask_for_it = |how_often: usize| {
        let text = format!("{} hello", sandbox.bot().mention());
        ann.say("general", &text).unwrap();
        let (sandbox, ann) = (&sandbox, &ann);
        async move {
            let replies = || ann.sees("general").into_iter().filter(is_done).count();
            let answered = sandbox.until(|| (replies() == how_often).then_some(()));
            answered.await.unwrap();
        }
    };

    // A mention is answered with a file, edited, and reacted to.
    ask_for_it(1).await;
    let reply = ann.sees("general").pop().unwrap();
    assert!(reply.is_edited && reply.replies_to.is_some());
    assert_eq!(reply.attachments[0].name, "a.txt");
    assert_eq!(reply.raw["embeds"][0]["title"], "title");
    ann.dm("hello").unwrap();
    let direct = ann.direct().unwrap();
    sandbox
        .until(|| ann.sees(direct).iter().any(is_done).then_some(()))
        .await
        .unwrap();

    // A command is deferred privately, edited and followed up.
    let options = json!({"question": "why?", "private": true});
    let asked = ann.slash("questions", "ask", &options).unwrap();
    let texts = || {
        let seen = ann.sees("questions").into_iter().map(|it| it.text);
        seen.collect::<Vec<_>>()
    };
    sandbox
        .until(|| (texts() == ["an answer to why?", "no more"]).then_some(()))
        .await
        .unwrap();
    assert!(
        matches!(ann.outcome_of(&asked), InteractionOutcome::Answered(answer) if answer.is_private)
    );
    assert_eq!(
        ben.sees("questions").len(),
        1,
        "only the follow-up is public"
    );

    // A button is pressed.
    let asked = ben.slash("questions", "press", &json!({})).unwrap();
    let message = ben.answer_to(&asked).await.unwrap();
    ann.click(&message, "Press").unwrap();
    let pressed = || {
        ben.looks_again(&message)
            .is_some_and(|it| it.text == "pressed")
    };
    sandbox.until(|| pressed().then_some(())).await.unwrap();

    // Sockets drop, and nothing that was said meanwhile is lost.
    for (how_often, code) in [(2, None), (3, Some(4000))] {
        sandbox.drop_sockets(code);
        sandbox.until_offline().await;
        ask_for_it(how_often).await;
    }
    sandbox.ask_reconnect();
    for _ in 0..3 {
        bot.tells("resumed").await;
    }
    sandbox.invalidate_sessions(false);
    bot.tells("ready").await;
    sandbox.fault(Fault::at("/messages").rate_limited(Duration::from_millis(200)));
    ask_for_it(4).await;
    let unexpected: Vec<_> = sandbox
        .requests()
        .into_iter()
        .filter(|request| request.is_unexpected)
        .collect();
    assert!(unexpected.is_empty(), "{unexpected:?}");
}
