//! A stage for stories in Discord: the real bot over a corpus of the story's own, and a minimal
//! Discord that delivers what people do, records what the bot sends, and misbehaves on request.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::ws::{CloseFrame, Message as Frame, WebSocket};
use axum::extract::{State, WebSocketUpgrade};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use lodestar::app::App;
use lodestar::config::Config;
use lodestar::discord::{ServeError, Settings, serve};
use secrecy::SecretString;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{broadcast, watch};
use tokio::task::JoinHandle;
use tokio::time::{Duration, Instant, timeout};
use tokio_util::sync::CancellationToken;

/// How long a story waits for something before it fails.
const PATIENCE: Duration = Duration::from_secs(15);
pub(super) const BOT: u64 = 1;
pub(super) const PROGRESS_INTERVAL: Duration = Duration::from_millis(400);

/// What the story's own thread logs, from warnings up. A story runs on one thread.
pub(super) struct Log {
    text: Arc<Mutex<Vec<u8>>>,
    _capturing: tracing::subscriber::DefaultGuard,
}

impl Log {
    pub(super) fn capture() -> Self {
        let text = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&text);
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::WARN)
            .with_ansi(false)
            .with_writer(move || Sink(Arc::clone(&sink)))
            .finish();
        Self {
            text,
            _capturing: tracing::subscriber::set_default(subscriber),
        }
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8(self.text.lock().unwrap().clone()).unwrap()
    }
}

struct Sink(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// One request of the bot.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    pub(super) at: Instant,
    /// Method and path without the API's version.
    pub(super) what: String,
    pub(super) body: Value,
}

impl Sent {
    /// The text of a message, wherever this kind of request carries it.
    pub(super) fn text(&self) -> &str {
        let message = self.body.get("data").unwrap_or(&self.body);
        message["content"].as_str().unwrap_or_default()
    }
}

/// A request whose path ends with `path` gets this answer, once.
pub(super) struct Fault {
    pub(super) path: &'static str,
    pub(super) status: u16,
    pub(super) body: Value,
    /// Whether the request takes effect although its answer is bad.
    pub(super) heard: bool,
    pub(super) delay: Duration,
}

impl Fault {
    pub(super) fn new(path: &'static str, status: u16, body: Value) -> Self {
        Self {
            path,
            status,
            body,
            heard: false,
            delay: Duration::ZERO,
        }
    }
}

struct Discord {
    address: SocketAddr,
    sent: watch::Sender<Vec<Sent>>,
    faults: Mutex<VecDeque<Fault>>,
    /// Every dispatch so far, in order; a session that resumes gets those it missed.
    history: Mutex<Vec<Value>>,
    news: broadcast::Sender<()>,
    drop_socket: broadcast::Sender<u16>,
    sessions: watch::Sender<Vec<&'static str>>,
    ids: AtomicU64,
}

/// The bot on its stage.
pub(super) struct Stage {
    discord: Arc<Discord>,
    bot: JoinHandle<Result<(), ServeError>>,
    shutdown: CancellationToken,
    pub(super) corpus: TempDir,
    _index: TempDir,
}

impl Stage {
    /// Opens a stage whose corpus holds these articles, already indexed.
    pub(super) async fn open(articles: &[(&str, &str)]) -> Self {
        Self::open_amid(articles, None).await
    }

    /// Opens a stage where something goes wrong at the start already.
    pub(super) async fn open_amid(articles: &[(&str, &str)], fault: Option<Fault>) -> Self {
        let corpus = TempDir::new().unwrap();
        let index = TempDir::new().unwrap();
        for (name, text) in articles {
            std::fs::write(corpus.path().join(name), text).unwrap();
        }
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = corpus.path().to_owned();
        config.index.dir = index.path().to_owned();
        let app = App::open(&config).unwrap();
        if !articles.is_empty() {
            app.reindex("the story").unwrap().outcome().await.unwrap();
        }

        let discord = Discord::start().await;
        discord.faults.lock().unwrap().extend(fault);
        let shutdown = CancellationToken::new();
        let settings = Settings {
            token: SecretString::from("token".to_owned()),
            api_url: Some(format!("http://{}", discord.address)),
            progress_interval: PROGRESS_INTERVAL,
            stop_timeout: Duration::from_secs(2),
        };
        let bot = tokio::spawn(serve(app, settings, shutdown.clone()));
        let stage = Self {
            discord,
            bot,
            shutdown,
            corpus,
            _index: index,
        };
        stage.sent("PUT /applications/2/commands", 1).await;
        stage
    }

    pub(super) fn fault(&self, fault: Fault) {
        self.discord.faults.lock().unwrap().push_back(fault);
    }

    /// Closes the bot's connection with a code.
    pub(super) fn drop_socket(&self, code: u16) {
        self.discord.drop_socket.send(code).unwrap();
    }

    /// Waits until the bot has opened its sessions in these ways.
    pub(super) async fn sessions(&self, expected: &[&str]) {
        let mut sessions = self.discord.sessions.subscribe();
        let done = sessions.wait_for(|so_far| so_far.as_slice() == expected);
        timeout(PATIENCE, done).await.unwrap().unwrap();
    }

    /// Somebody types a command in a server; `permissions` are what Discord says they may do.
    /// Returns the token of the interaction.
    pub(super) fn slash(&self, name: &str, options: &Value, permissions: &str) -> String {
        self.slash_in("en-US", name, options, permissions)
    }

    /// Somebody whose Discord is in a language types a command, as [`Self::slash`].
    pub(super) fn slash_in(
        &self,
        locale: &str,
        name: &str,
        options: &Value,
        permissions: &str,
    ) -> String {
        let id = self.discord.next_id();
        let token = format!("tok{id}");
        let user = person(8, "ann");
        self.discord.dispatch(
            "INTERACTION_CREATE",
            &json!({
                "id": id.to_string(), "application_id": "2", "type": 2, "token": token,
                "version": 1, "channel_id": "5", "guild_id": "3", "locale": locale,
                "attachment_size_limit": 10_485_760, "app_permissions": "274877975552",
                "entitlements": [], "authorizing_integration_owners": { "0": "3" }, "context": 0,
                "member": {
                    "user": user, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00",
                    "deaf": false, "mute": false, "flags": 0, "permissions": permissions,
                },
                "data": { "id": "4", "name": name, "type": 1, "options": options },
            }),
        );
        token
    }

    pub(super) fn ask(&self, question: &str, private: bool) -> String {
        let options = json!([
            { "name": "question", "type": 3, "value": question },
            { "name": "private", "type": 5, "value": private },
        ]);
        self.slash("ask", &options, "0")
    }

    /// A message arrives, with these changes to an ordinary one of a person in a server.
    pub(super) fn say(&self, content: &str, changes: &Value) -> u64 {
        let id = self.discord.next_id();
        let mut message = message(id, content);
        message["guild_id"] = json!("3");
        for (key, value) in changes.as_object().unwrap() {
            message[key] = value.clone();
        }
        self.discord.dispatch("MESSAGE_CREATE", &message);
        id
    }

    /// Discord tells the bot of something.
    pub(super) fn dispatch(&self, event: &str, data: &Value) {
        self.discord.dispatch(event, data);
    }

    /// All requests so far that contain `what`.
    pub(super) fn so_far(&self, what: &str) -> Vec<Sent> {
        let sent = self.discord.sent.borrow();
        let found = sent.iter().filter(|sent| sent.what.contains(what));
        found.cloned().collect()
    }

    /// Waits for the `n`th request that contains `what`.
    pub(super) async fn sent(&self, what: &str, n: usize) -> Sent {
        let matching = |sent: &Vec<Sent>| {
            let found = sent.iter().filter(|sent| sent.what.contains(what));
            found.count() >= n
        };
        let mut sent = self.discord.sent.subscribe();
        if timeout(PATIENCE, sent.wait_for(matching)).await.is_err() {
            panic!("no {what} in {:#?}", self.discord.sent.borrow());
        }
        self.so_far(what).swap_remove(n - 1)
    }

    /// Stops the bot and returns how that went.
    pub(super) async fn stop(self) -> Result<(), ServeError> {
        self.shutdown.cancel();
        timeout(PATIENCE, self.bot).await.unwrap().unwrap()
    }

    /// Waits until the bot ends by itself.
    pub(super) async fn ended(self) -> Result<(), ServeError> {
        timeout(PATIENCE, self.bot).await.unwrap().unwrap()
    }

    pub(super) fn begin_to_stop(&self) {
        self.shutdown.cancel();
    }
}

pub(super) fn person(id: u64, name: &str) -> Value {
    json!({
        "id": id.to_string(), "username": name, "discriminator": "0", "global_name": null,
        "avatar": null,
    })
}

pub(super) fn message(id: u64, content: &str) -> Value {
    json!({
        "id": id.to_string(), "channel_id": "5", "author": person(8, "ann"), "content": content,
        "timestamp": "2026-01-01T00:00:00.000000+00:00", "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
        "embeds": [], "pinned": false, "type": 0,
    })
}

impl Discord {
    async fn start() -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let discord = Arc::new(Self {
            address: listener.local_addr().unwrap(),
            sent: watch::Sender::default(),
            faults: Mutex::default(),
            history: Mutex::default(),
            news: broadcast::Sender::new(64),
            drop_socket: broadcast::Sender::new(4),
            sessions: watch::Sender::default(),
            ids: AtomicU64::new(100),
        });
        let router = Router::new()
            .route("/gateway", any(gateway))
            .route("/gateway/", any(gateway))
            .fallback(rest)
            .with_state(Arc::clone(&discord));
        tokio::spawn(async move { axum::serve(listener, router).await });
        discord
    }

    fn next_id(&self) -> u64 {
        self.ids.fetch_add(1, Ordering::Relaxed)
    }

    fn dispatch(&self, event: &str, data: &Value) {
        let mut history = self.history.lock().unwrap();
        let seq = history.len() + 1;
        history.push(json!({ "op": 0, "t": event, "s": seq, "d": data }));
        self.news.send(()).ok();
    }

    fn answer(&self, path: &str) -> Value {
        let gateway = format!("ws://{}/gateway", self.address);
        match path {
            "/gateway" => json!({ "url": gateway }),
            "/gateway/bot" => json!({
                "url": gateway, "shards": 1,
                "session_start_limit": {
                    "total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1
                },
            }),
            "/users/@me" => json!({ "id": BOT.to_string(), "username": "guide" }),
            path if path.ends_with("/commands") => json!([]),
            _ => message(self.next_id(), ""),
        }
    }
}

async fn rest(
    State(discord): State<Arc<Discord>>,
    method: Method,
    uri: Uri,
    body: String,
) -> Response {
    let path = uri.path().replace("/api/v10", "");
    let fault = {
        let mut faults = discord.faults.lock().unwrap();
        let position = faults.iter().position(|fault| path.ends_with(fault.path));
        position.and_then(|position| faults.remove(position))
    };
    if fault.as_ref().is_none_or(|fault| fault.heard) {
        let sent = Sent {
            at: Instant::now(),
            what: format!("{method} {path}"),
            body: serde_json::from_str(&body).unwrap_or_default(),
        };
        discord.sent.send_modify(|all| all.push(sent));
    }
    match fault {
        Some(fault) => {
            tokio::time::sleep(fault.delay).await;
            let status = StatusCode::from_u16(fault.status).unwrap();
            (status, fault.body.to_string()).into_response()
        }
        None => discord.answer(&path).to_string().into_response(),
    }
}

async fn gateway(State(discord): State<Arc<Discord>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|socket| async move {
        session(socket, discord).await;
    })
}

/// One connection, until either side closes it.
async fn session(mut socket: WebSocket, discord: Arc<Discord>) -> Option<()> {
    let mut news = discord.news.subscribe();
    let mut drop_socket = discord.drop_socket.subscribe();
    send(
        &mut socket,
        &json!({ "op": 10, "d": { "heartbeat_interval": 41_250 } }),
    )
    .await?;
    let mut next = None;
    loop {
        tokio::select! {
            frame = socket.recv() => {
                let frame = frame?.ok()?;
                let Frame::Text(text) = frame else { continue };
                let payload: Value = serde_json::from_str(&text).unwrap();
                match payload["op"].as_u64() {
                    Some(1) => send(&mut socket, &json!({ "op": 11 })).await?,
                    Some(2) => {
                        discord.dispatch("READY", &ready());
                        next = Some(discord.history.lock().unwrap().len() - 1);
                        discord.sessions.send_modify(|all| all.push("identify"));
                    }
                    Some(6) => {
                        let seq = payload["d"]["seq"].as_u64().unwrap();
                        next = Some(usize::try_from(seq).unwrap());
                        discord.dispatch("RESUMED", &json!({}));
                        discord.sessions.send_modify(|all| all.push("resume"));
                    }
                    _ => {}
                }
            }
            _ = news.recv() => {}
            code = drop_socket.recv() => {
                let frame = CloseFrame { code: code.ok()?, reason: "".into() };
                socket.send(Frame::Close(Some(frame))).await.ok()?;
                return None;
            }
        }
        while let Some(position) = next {
            let event = discord.history.lock().unwrap().get(position).cloned();
            let Some(event) = event else { break };
            send(&mut socket, &event).await?;
            next = Some(position + 1);
        }
    }
}

async fn send(socket: &mut WebSocket, payload: &Value) -> Option<()> {
    socket
        .send(Frame::Text(payload.to_string().into()))
        .await
        .ok()
}

fn ready() -> Value {
    json!({
        "v": 10, "user": person(BOT, "guide"), "guilds": [], "session_id": "session",
        "resume_gateway_url": "ws://127.0.0.1:1", "application": { "id": "2", "flags": 0 },
    })
}
