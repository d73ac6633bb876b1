//! A sandbox with a bot in it, and people who ask it. Questions come when they come: a slow bot gets
//! no fewer of them, and what it takes is counted from the moment a question was due.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{bail, ensure};
use discord_sandbox::{Person, Sandbox, ServerSize, Snowflake};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::{interval, sleep, timeout};

use super::bots::Bot;
use super::heard::Heard;
use super::process::{self, Process};
use super::times::Times;
use crate::draw::Draw;

/// What the servers are like. The channels and roles are what costs a bot memory: Discord sends no
/// members but the bot's own to one without privileged intents.
pub(super) const SERVER: ServerSize = ServerSize {
    members: 100,
    channels: 20,
    roles: 10,
};
/// People who take turns in asking.
const PEOPLE: usize = 50;
/// How often the requests of the bot are read; the sandbox keeps 10,000.
const READ_EVERY: Duration = Duration::from_millis(50);
/// How long is waited for what was not answered while it was asked.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a bot may take to be there.
const COMING: Duration = Duration::from_secs(120);
/// Questions a second, and how long, before times are taken.
const WARM_UP: (u32, Duration) = (25, Duration::from_secs(2));

/// A bot that runs, and who asks it.
pub(super) struct Stage {
    sandbox: Sandbox,
    pub(super) bot: Process,
    people: Vec<Person>,
    channel: Snowflake,
    questions: Vec<String>,
    draw: Draw,
}

/// What became of the questions of one rate.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) asked: usize,
    /// From the moment when a question was due.
    pub(super) acknowledged: Times,
    pub(super) answered: Times,
    /// Time on the processors for each question: of the bot, and of the sandbox with those who ask.
    pub(super) bot_time: Option<Duration>,
    pub(super) own_time: Option<Duration>,
}

impl Outcome {
    /// Questions that were refused, or not answered in time.
    pub(super) fn lost(&self) -> usize {
        self.asked - self.answered.count()
    }
}

/// A question on its way.
struct Asked {
    /// Of the interaction.
    id: String,
    due: Instant,
}

impl Stage {
    /// Starts a bot that is in so many servers, and waits until it is at rest.
    pub(super) async fn open(
        bot: &Bot,
        servers: usize,
        questions: &[String],
    ) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sandbox = Sandbox::start(listener).await?;
        // There is one already.
        sandbox.add_servers(servers.saturating_sub(1), SERVER);
        let mut process = bot.start(&sandbox)?;
        let coming = async {
            while process.is_alive() && sandbox.commands().is_empty() {
                sleep(READ_EVERY).await;
            }
        };
        let came = timeout(COMING, coming).await;
        ensure!(
            came.is_ok() && process.is_alive(),
            "{} does not start: {}",
            bot.name,
            process.said()
        );
        process.comes_to_rest().await;
        let (_, channel) = sandbox.find("general")?;
        let people = (0..PEOPLE).map(|n| sandbox.member(&format!("person-{n}")));
        Ok(Self {
            people: people.collect(),
            sandbox,
            bot: process,
            channel,
            questions: questions.to_vec(),
            draw: Draw::new(1, 0),
        })
    }

    /// Some questions that are not counted.
    pub(super) async fn warm_up(&mut self) -> anyhow::Result<()> {
        let outcome = self.ask(WARM_UP.0, WARM_UP.1).await?;
        let (asked, lost) = (outcome.asked, outcome.lost());
        ensure!(
            lost == 0,
            "of the first {asked} questions {lost} were not answered"
        );
        Ok(())
    }

    /// Asks so many questions a second, and hears what becomes of them.
    pub(super) async fn ask(&mut self, rate: u32, how_long: Duration) -> anyhow::Result<Outcome> {
        let dues = self.dues(rate, how_long);
        let mut heard = Heard::from_now(&self.sandbox);
        let before = (self.bot.time(), process::own_time());
        let (people, channel) = (self.people.clone(), self.channel);
        let questions = self.questions.clone();
        // A thread of its own, because a timer of the runtime is a millisecond late.
        let asking = thread::spawn(move || ask_all(&people, channel, &questions, &dues));

        let mut clock = interval(READ_EVERY);
        while !asking.is_finished() {
            clock.tick().await;
            heard.read(&self.sandbox);
        }
        let Ok(asked) = asking.join() else {
            bail!("asking panicked");
        };
        let asked = asked?;
        let limit = Instant::now() + PATIENCE;
        while heard.settled() < asked.len() && Instant::now() < limit && self.bot.is_alive() {
            clock.tick().await;
            heard.read(&self.sandbox);
        }
        let after = (self.bot.time(), process::own_time());
        Ok(Outcome::of(&asked, heard, before, after))
    }

    /// When questions are due: at random moments, as those of people who do not know of each other
    /// (a Poisson process).
    fn dues(&mut self, rate: u32, how_long: Duration) -> Vec<Duration> {
        let mut due = Duration::ZERO;
        let next = || {
            let chance = self.draw.fraction();
            due += Duration::from_secs_f64(-chance.ln() / f64::from(rate));
            (due < how_long).then_some(due)
        };
        std::iter::from_fn(next).collect()
    }
}

type Spent = (Option<Duration>, Option<Duration>);

impl Outcome {
    fn of(asked: &[Asked], heard: Heard, before: Spent, after: Spent) -> Self {
        let each = |before: Option<Duration>, after: Option<Duration>| {
            let questions = u32::try_from(asked.len()).ok()?;
            after?.checked_sub(before?)?.checked_div(questions)
        };
        let heard = heard.by_id();
        let acknowledged = asked.iter().filter_map(|it| {
            let then = heard.get(&it.id)?.acknowledged;
            Some(then.saturating_duration_since(it.due))
        });
        let answered = asked.iter().filter_map(|it| {
            let then = heard.get(&it.id)?.answered?;
            Some(then.saturating_duration_since(it.due))
        });
        Self {
            asked: asked.len(),
            acknowledged: acknowledged.collect(),
            answered: answered.collect(),
            bot_time: each(before.0, after.0),
            own_time: each(before.1, after.1),
        }
    }
}

/// Asks the questions one after the other, each when it is due or as soon after as it can be.
fn ask_all(
    people: &[Person],
    channel: Snowflake,
    questions: &[String],
    dues: &[Duration],
) -> anyhow::Result<Vec<Asked>> {
    let began = Instant::now();
    let ask = |(number, due): (usize, &Duration)| {
        let due = began + *due;
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let options = json!({ "question": questions[number % questions.len()] });
        let interaction = people[number % people.len()].slash(channel, "ask", &options)?;
        Ok(Asked {
            id: interaction.id.to_string(),
            due,
        })
    };
    dues.iter().enumerate().map(ask).collect()
}
