//! A bot without a library sends plain requests to a sandbox.

mod commands;
mod guilds;
mod messages;
mod threads;

use reqwest::Method;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::Sandbox;
use crate::snowflake::Snowflake;

/// A sandbox, and its bot.
struct Stage {
    sandbox: Sandbox,
    http: reqwest::Client,
    guild: String,
}

impl Stage {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sandbox = Sandbox::start(listener).await.unwrap();
        let first = |state: &crate::world::WorldState| {
            let guild = state.guilds.keys().next();
            guild.copied().unwrap()
        };
        let guild = sandbox.platform.world.read(first).to_string();
        Self {
            sandbox,
            http: reqwest::Client::new(),
            guild,
        }
    }

    /// The id of a channel of the server.
    fn channel(&self, name: &str) -> Snowflake {
        self.sandbox.platform.world.read(|state| {
            let found = state.channels.values().find(|it| it.name == name);
            found.unwrap().id
        })
    }

    /// Status and body of an answer; null for none.
    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> (u16, Value) {
        let url = format!("{}/api/v10{path}", self.sandbox.url());
        let mut request = self
            .http
            .request(method, url)
            .header("authorization", format!("Bot {}", self.sandbox.token()));
        if let Some(body) = body {
            request = request
                .header("content-type", "application/json")
                .body(body.to_string());
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or_default())
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, None).await
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::POST, path, Some(body)).await
    }

    async fn put(&self, path: &str) -> (u16, Value) {
        self.send(Method::PUT, path, None).await
    }

    async fn patch(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::PATCH, path, Some(body)).await
    }

    async fn delete(&self, path: &str) -> (u16, Value) {
        self.send(Method::DELETE, path, None).await
    }

    /// Gives the bot every permission.
    fn promote_bot(&self) {
        let bot = self.sandbox.bot().id();
        self.sandbox.platform.world.change(|state| {
            for guild in state.guilds.values_mut() {
                let roles = guild.roles.values_mut();
                roles.filter(|role| role.bot == Some(bot)).for_each(|role| {
                    role.permissions = crate::Permissions::ADMINISTRATOR;
                    // Above all others.
                    role.position = 100;
                });
            }
        });
    }
}

/// Status and code of a refusal.
fn refusal((status, body): &(u16, Value)) -> (u16, u64) {
    (*status, body["code"].as_u64().unwrap())
}
