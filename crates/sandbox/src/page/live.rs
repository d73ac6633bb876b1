//! One open page: tells it what its person sees whenever that changes, and does what they do.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::act::{self, Act};
use super::place::Look;
use super::traffic::Traffic;
use super::{place, scene};
use crate::people::{Interaction, InteractionOutcome, Person};
use crate::platform::Platform;
use crate::snowflake::Snowflake;

/// How often the page is looked at again when nothing happens: typing ends and answers fail by
/// time alone.
const TICK: Duration = Duration::from_secs(1);

/// How long a browser that does not read is waited for.
const SEND_LIMIT: Duration = Duration::from_secs(10);

/// Something that a person does, with a number to answer to.
#[derive(Deserialize)]
struct Said {
    id: u64,
    #[serde(rename = "as")]
    person: Snowflake,
    act: Act,
}

pub(super) struct Live {
    platform: Arc<Platform>,
    socket: WebSocket,
    look: Look,
    /// What the page was told last, by kind.
    told: HashMap<&'static str, String>,
    /// What was begun with a bot and has not ended.
    waiting: Vec<(Person, Interaction)>,
    traffic: Option<Traffic>,
}

/// The browser is gone.
struct Gone;

impl Live {
    pub(super) fn new(platform: Arc<Platform>, socket: WebSocket) -> Self {
        Self {
            platform,
            socket,
            look: Look::default(),
            told: HashMap::new(),
            waiting: Vec::new(),
            traffic: None,
        }
    }

    pub(super) async fn run(mut self) {
        // It ends when the browser goes or the sandbox stops.
        let _ = self.converse().await;
    }

    async fn converse(&mut self) -> Result<(), Gone> {
        let mut news = self.platform.world.news();
        let mut stopping = self.platform.stopping.subscribe();
        loop {
            news.mark_unchanged();
            self.show().await?;
            tokio::select! {
                frame = self.socket.recv() => match frame {
                    Some(Ok(Message::Text(text))) => self.obey(text.as_str()).await?,
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                    _ => return Err(Gone),
                },
                changed = news.changed() => changed.map_err(|_| Gone)?,
                () = stopped(&mut stopping) => return Err(Gone),
                () = sleep(TICK) => {}
            }
        }
    }

    async fn obey(&mut self, text: &str) -> Result<(), Gone> {
        let said: Said = match serde_json::from_str(text) {
            Ok(said) => said,
            Err(error) => {
                let problem = json!({ "kind": "misunderstood", "problem": error.to_string() });
                return self.send(&problem).await;
            }
        };
        let answer = self.done(said.person, said.act);
        let mut answer = answer.unwrap_or_else(|refused| json!({ "refused": refused.body() }));
        if let Some(fields) = answer.as_object_mut() {
            fields.insert("kind".to_owned(), json!("done"));
            fields.insert("to".to_owned(), json!(said.id));
        }
        self.send(&answer).await
    }

    fn done(&mut self, person: Snowflake, act: Act) -> Result<Value, act::Refused> {
        let person = scene::person(&self.platform, person)?;
        match act {
            Act::Look(look) => {
                self.look = look;
                self.look.person = person.id();
                Ok(json!({}))
            }
            Act::Watch { open } => {
                self.traffic = open.then(Traffic::default);
                Ok(json!({}))
            }
            act => {
                let done = act::perform(&self.platform, &person, act)?;
                if let Some(began) = done.began {
                    self.waiting.push((person, began));
                }
                Ok(json!({ "result": done.result }))
            }
        }
    }

    /// Tells the page everything that is not as it was told.
    async fn show(&mut self) -> Result<(), Gone> {
        let (scene, place) = self.platform.world.read(|state| {
            let scene = scene::of(&self.platform, state, &self.look);
            (scene, place::of(state, &self.look))
        });
        self.update("scene", scene).await?;
        if let Some(place) = place {
            self.update("place", place).await?;
        }
        for outcome in self.outcomes() {
            self.send(&outcome).await?;
        }
        let news = match &mut self.traffic {
            Some(traffic) => traffic.news(&self.platform),
            None => return Ok(()),
        };
        match news {
            Some(news) => {
                self.send(&json!({ "kind": "traffic", "entries": news }))
                    .await
            }
            None => Ok(()),
        }
    }

    /// What became of that which was begun, told once.
    fn outcomes(&mut self) -> Vec<Value> {
        let mut ended = Vec::new();
        self.waiting.retain(|(person, began)| {
            let outcome = match person.outcome_of(began) {
                InteractionOutcome::Waiting => return true,
                InteractionOutcome::Failed => json!({ "state": "failed" }),
                InteractionOutcome::Form(form) => json!({ "state": "form", "form": form }),
                InteractionOutcome::Choices(choices) => {
                    json!({ "state": "choices", "choices": choices })
                }
                InteractionOutcome::Acknowledged
                | InteractionOutcome::Thinking
                | InteractionOutcome::Answered(_) => {
                    json!({ "state": "answered" })
                }
            };
            ended.push(json!({
                "kind": "outcome", "interaction": began.id, "outcome": outcome,
            }));
            false
        });
        ended
    }

    async fn update(&mut self, kind: &'static str, body: Value) -> Result<(), Gone> {
        let text = json!({ "kind": kind, kind: body }).to_string();
        if self.told.get(kind) == Some(&text) {
            return Ok(());
        }
        self.told.insert(kind, text.clone());
        self.send_text(text).await
    }

    async fn send(&mut self, body: &Value) -> Result<(), Gone> {
        self.send_text(body.to_string()).await
    }

    async fn send_text(&mut self, text: String) -> Result<(), Gone> {
        match timeout(SEND_LIMIT, self.socket.send(Message::Text(text.into()))).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Gone),
        }
    }
}

/// Resolves when the sandbox stops, or is gone.
async fn stopped(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stop| *stop).await;
}
