//! A bot that is nothing but the protocol: REST requests and gateway payloads as Discord documents
//! them, with no library that smooths anything over.

use std::time::Duration;

use discord_sandbox::Sandbox;
use futures_util::{SinkExt as _, StreamExt as _};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::openapi;

/// How long a story waits for something before it fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// GUILDS, GUILD_MESSAGES, GUILD_MESSAGE_REACTIONS, DIRECT_MESSAGES and DIRECT_MESSAGE_REACTIONS:
/// none of them privileged.
pub(crate) const INTENTS: u64 = 1 | 1 << 9 | 1 << 10 | 1 << 12 | 1 << 13;

/// The boundary of multipart bodies.
const BOUNDARY: &str = "sandbox-story-boundary";

pub(crate) struct Bot {
    http: reqwest::Client,
    api: String,
    authorization: String,
    token: String,
    gateway: String,
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    session: Value,
    seen: Value,
    /// What READY said.
    pub(crate) ready: Value,
    /// The first server, as GUILD_CREATE gave it.
    pub(crate) guild: Value,
}

/// What a request came to.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// The body of a request that went well.
    #[track_caller]
    pub(crate) fn ok(self) -> Value {
        assert!((200..300).contains(&self.status), "{self:?}");
        self.body
    }

    /// The status and Discord's code of a request that was refused.
    #[track_caller]
    pub(crate) fn refused(&self) -> (u16, u64) {
        assert!(self.status >= 400, "{self:?}");
        (self.status, self.body["code"].as_u64().unwrap())
    }

    /// The first problem in the tree of an invalid body: `data.content BASE_TYPE_MAX_LENGTH`.
    #[track_caller]
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.refused(), (400, 50035), "{self:?}");
        let mut node = &self.body["errors"];
        let mut path = Vec::new();
        while let Some((key, inner)) = node.as_object().and_then(|map| map.iter().next()) {
            if key == "_errors" {
                let code = inner[0]["code"].as_str().unwrap();
                return format!("{} {code}", path.join(".")).trim_start().to_owned();
            }
            path.push(key.clone());
            node = inner;
        }
        panic!("no problem in {self:?}");
    }
}

impl Bot {
    /// Logs in without privileged intents and waits for its server.
    pub(crate) async fn log_in(sandbox: &Sandbox) -> Self {
        Self::log_in_with(sandbox, INTENTS).await
    }

    pub(crate) async fn log_in_with(sandbox: &Sandbox, intents: u64) -> Self {
        let http = reqwest::Client::new();
        let api = format!("{}/api/v10", sandbox.url());
        let token = sandbox.token();
        let authorization = format!("Bot {token}");
        let found = request(
            &http,
            &authorization,
            Method::GET,
            &format!("{api}/gateway/bot"),
            None,
        )
        .await
        .ok();
        let gateway = found["url"].as_str().unwrap().to_owned();
        let mut socket = open(&gateway).await;
        let identify = json!({
            "token": token, "intents": intents,
            "properties": {"os": "linux", "browser": "story", "device": "story"},
        });
        send(&mut socket, 2, identify).await;
        let mut bot = Self {
            http,
            api,
            authorization,
            token,
            gateway,
            socket,
            session: Value::Null,
            seen: Value::Null,
            ready: Value::Null,
            guild: Value::Null,
        };
        bot.ready = bot.event("READY").await;
        bot.session = bot.ready["session_id"].clone();
        bot.guild = bot.event("GUILD_CREATE").await;
        bot
    }

    pub(crate) fn me(&self) -> &str {
        self.ready["user"]["id"].as_str().unwrap()
    }

    pub(crate) fn application(&self) -> &str {
        self.ready["application"]["id"].as_str().unwrap()
    }

    /// The id of a channel by its name.
    pub(crate) fn channel(&self, name: &str) -> String {
        let channels = self.guild["channels"].as_array().unwrap();
        let channel = channels.iter().find(|channel| channel["name"] == name);
        channel.unwrap()["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.request(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.request(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.request(Method::PATCH, path, Some(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Answer {
        self.request(Method::PUT, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.request(Method::DELETE, path, None).await
    }

    /// Sends a request. What the sandbox takes and answers, Discord's own document must allow.
    pub(crate) async fn request(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let url = format!("{}{path}", self.api);
        let answer = request(&self.http, &self.authorization, method.clone(), &url, body).await;
        if answer.status < 300 {
            let complaints = openapi::check(method.as_str(), path, body, false);
            assert_eq!(
                complaints,
                Vec::<String>::new(),
                "the sandbox takes {body:?}"
            );
        }
        answer
    }

    /// Writes in a channel.
    pub(crate) async fn say(&self, channel: &str, text: &str) -> Value {
        let path = format!("/channels/{channel}/messages");
        self.post(&path, &json!({"content": text})).await.ok()
    }

    /// A request with files: `payload_json` and one part each.
    pub(crate) async fn upload(&self, path: &str, body: &Value, files: &[(&str, &[u8])]) -> Answer {
        let mut bytes = Vec::new();
        let mut part = |disposition: &str, kind: &str, content: &[u8]| {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; {disposition}\r\n\
                 Content-Type: {kind}\r\n\r\n"
            );
            bytes.extend(head.as_bytes());
            bytes.extend(content);
            bytes.extend(b"\r\n");
        };
        part(
            "name=\"payload_json\"",
            "application/json",
            body.to_string().as_bytes(),
        );
        for (index, (name, content)) in files.iter().enumerate() {
            let disposition = format!("name=\"files[{index}]\"; filename=\"{name}\"");
            part(&disposition, "application/octet-stream", content);
        }
        bytes.extend(format!("--{BOUNDARY}--\r\n").as_bytes());
        let response = self
            .http
            .post(format!("{}{path}", self.api))
            .header("Authorization", &self.authorization)
            .header(
                "Content-Type",
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .body(bytes)
            .send()
            .await
            .unwrap();
        answer(response).await
    }

    /// The bytes behind an address.
    pub(crate) async fn download(&self, url: &str) -> (u16, Vec<u8>) {
        let response = self.http.get(url).send().await.unwrap();
        let status = response.status().as_u16();
        (status, response.bytes().await.unwrap().to_vec())
    }

    /// The next event of this name; others before it are let pass.
    pub(crate) async fn event(&mut self, name: &str) -> Value {
        let seen = async {
            loop {
                let payload = self.payload().await.expect("the socket is closed");
                check_event(&payload);
                if payload["t"] == name {
                    return payload["d"].clone();
                }
            }
        };
        let event = timeout(PATIENCE, seen).await;
        event.unwrap_or_else(|_| panic!("no {name}"))
    }

    /// The next payload; `None` when the socket is closed.
    async fn payload(&mut self) -> Option<Value> {
        let Some(Ok(Frame::Text(text))) = self.socket.next().await else {
            return None;
        };
        let payload: Value = serde_json::from_str(&text).unwrap();
        if payload["s"].is_u64() {
            self.seen = payload["s"].clone();
        }
        Some(payload)
    }

    /// Waits until the socket is closed from the other side.
    pub(crate) async fn dropped(&mut self) {
        let end = async { while self.payload().await.is_some() {} };
        timeout(PATIENCE, end).await.expect("the socket stays open");
    }

    /// Connects again and resumes where it was.
    pub(crate) async fn resume(&mut self) {
        self.socket = open(&self.gateway).await;
        let data = json!({"token": self.token, "session_id": self.session, "seq": self.seen});
        send(&mut self.socket, 6, data).await;
    }
}

/// What events tell of has the shapes that REST gives.
fn check_event(payload: &Value) {
    let data = &payload["d"];
    let list = |key: &str| data[key].as_array().cloned().unwrap_or_default();
    let one = || vec![data.clone()];
    let shapes = match payload["t"].as_str() {
        Some("READY") => vec![("UserResponse", vec![data["user"].clone()])],
        Some("GUILD_CREATE") => vec![
            ("GuildChannelResponse", list("channels")),
            ("ThreadResponse", list("threads")),
            ("GuildMemberResponse", list("members")),
            ("GuildRoleResponse", list("roles")),
        ],
        Some("MESSAGE_CREATE" | "MESSAGE_UPDATE") => vec![("MessageResponse", one())],
        Some("THREAD_CREATE" | "THREAD_UPDATE") => vec![("ThreadResponse", one())],
        Some("INTERACTION_CREATE") if data["message"].is_object() => {
            vec![("MessageResponse", vec![data["message"].clone()])]
        }
        _ => Vec::new(),
    };
    for (shape, values) in shapes {
        for value in values {
            let complaints = openapi::check_shape(shape, &value);
            assert_eq!(
                complaints,
                Vec::<String>::new(),
                "{} {value:#}",
                payload["t"]
            );
        }
    }
}

/// Answers a request that carries any authorization.
pub(crate) async fn request(
    http: &reqwest::Client,
    authorization: &str,
    method: Method,
    url: &str,
    body: Option<&Value>,
) -> Answer {
    let mut request = http.request(method, url);
    if !authorization.is_empty() {
        request = request.header("Authorization", authorization);
    }
    if let Some(body) = body {
        request = request
            .header("Content-Type", "application/json")
            .body(body.to_string());
    }
    answer(request.send().await.unwrap()).await
}

async fn answer(response: reqwest::Response) -> Answer {
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let text = response.text().await.unwrap();
    let body = if text.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("{status} {text}"))
    };
    Answer {
        status,
        headers,
        body,
    }
}

async fn open(gateway: &str) -> WebSocketStream<MaybeTlsStream<TcpStream>> {
    let url = format!("{}/?v=10&encoding=json", gateway.trim_end_matches('/'));
    let (socket, _) = connect_async(url).await.unwrap();
    socket
}

async fn send(socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>, op: u64, data: Value) {
    let payload = json!({"op": op, "d": data}).to_string();
    socket.send(Frame::Text(payload.into())).await.unwrap();
}
