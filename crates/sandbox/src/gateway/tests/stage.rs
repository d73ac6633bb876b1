//! A gateway on a port of its own, and a bot that can be told to do anything.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::{Query, WebSocketUpgrade};
use axum::routing::any;
use flate2::{Decompress, FlushDecompress};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::*;
use crate::gateway::connection::GatewayQuery;
use crate::snowflake::Snowflake;
use crate::world::{Application, World, WorldState, scene};

/// How long a test waits for something before it fails.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) struct Stage {
    pub(super) hub: Arc<Hub>,
    pub(super) application: u64,
    /// The bot's user id.
    pub(super) me: String,
    /// One on each of two shards, the first on the first.
    pub(super) guilds: [u64; 2],
    token: String,
    address: SocketAddr,
}

impl Stage {
    pub(super) async fn open() -> Self {
        Self::with(Intents::NONE, Duration::from_secs(30)).await
    }

    pub(super) async fn with(privileged: Intents, heartbeat_interval: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let hub = Arc::new(Hub::new(heartbeat_interval));
        let events = Arc::clone(&hub);
        let dispatch = move |event: &Event| events.dispatch(event);
        let world = Arc::new(World::new(scene::state(), address, dispatch));
        let (application, guilds) = world.change(|state| furnish(state, privileged));
        let gateway = Arc::clone(&hub);
        let app = Router::new().route(
            "/",
            any(
                move |query: Query<GatewayQuery>, upgrade: WebSocketUpgrade| {
                    let (hub, world) = (Arc::clone(&gateway), Arc::clone(&world));
                    async move { serve(hub, world, query.0, upgrade) }
                },
            ),
        );
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self {
            hub,
            application: application.id.0,
            me: application.bot.0.to_string(),
            guilds,
            token: application.token,
            address,
        }
    }

    pub(super) async fn connect(&self) -> Bot {
        self.connect_with("?v=10&encoding=json").await
    }

    pub(super) async fn connect_with(&self, query: &str) -> Bot {
        let (socket, _) = connect_async(format!("ws://{}/{query}", self.address))
            .await
            .unwrap();
        Bot {
            socket,
            inflate: query.contains("zlib-stream").then(|| Decompress::new(true)),
            seen: 0,
            token: self.token.clone(),
        }
    }

    /// A bot that is ready, with these intents and neither guilds nor anything else unread.
    pub(super) async fn ready(&self, intents: Intents) -> (Bot, Value) {
        let mut bot = self.connect().await;
        assert_eq!(bot.next().await["op"], 10);
        bot.identify(intents).await;
        let ready = bot.event("READY").await;
        if intents.contains(Intents::GUILDS) {
            for _ in self.guilds {
                bot.event("GUILD_CREATE").await;
            }
        }
        (bot, ready)
    }
}

pub(super) struct Bot {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    inflate: Option<Decompress>,
    /// The number of the last event.
    pub(super) seen: u64,
    token: String,
}

/// The world's bot with these intents granted, in a second server as well.
fn furnish(state: &mut WorldState, privileged: Intents) -> (Application, [u64; 2]) {
    let mut guild = state.guilds.values().next().unwrap().clone();
    let first = guild.id.0;
    let shard = |id: u64| (id >> 22) % 2;
    guild.id = Snowflake(first + (1 << 22));
    let second = guild.id.0;
    state.guilds.insert(guild.id, guild);
    let application = state.applications.values_mut().next().unwrap();
    application.privileged = privileged.0;
    let guilds = if shard(first) == 0 {
        [first, second]
    } else {
        [second, first]
    };
    (application.clone(), guilds)
}

impl Bot {
    pub(super) async fn send(&mut self, op: u64, data: Value) {
        let payload = json!({"op": op, "d": data});
        self.send_text(&payload.to_string()).await;
    }

    pub(super) async fn send_text(&mut self, text: &str) {
        self.socket.send(Frame::Text(text.into())).await.unwrap();
    }

    pub(super) async fn identify(&mut self, intents: Intents) {
        self.identify_with(json!({"intents": intents.0})).await;
    }

    /// Identifies with these keys added or changed.
    pub(super) async fn identify_with(&mut self, keys: Value) {
        let mut data = json!({
            "token": self.token,
            "properties": {"os": "linux", "browser": "test", "device": "test"},
        });
        for (key, value) in keys.as_object().unwrap() {
            data[key] = value.clone();
        }
        self.send(2, data).await;
    }

    pub(super) async fn resume(&mut self, session: &Value, seq: u64) {
        let data = json!({"token": self.token, "session_id": session, "seq": seq});
        self.send(6, data).await;
    }

    /// The next payload, however it was packed.
    pub(super) async fn next(&mut self) -> Value {
        let frame = self.frame().await;
        let text = match (&mut self.inflate, &frame) {
            (None, Frame::Text(text)) => text.as_str().to_owned(),
            (Some(inflate), Frame::Binary(bytes)) => inflated(inflate, bytes),
            (None, Frame::Binary(bytes)) => inflated(&mut Decompress::new(true), bytes),
            _ => panic!("{frame:?} instead of a payload"),
        };
        let payload: Value = serde_json::from_str(&text).unwrap();
        if let Some(seq) = payload["s"].as_u64() {
            assert_eq!(seq, self.seen + 1, "events are numbered without a gap");
            self.seen = seq;
        }
        payload
    }

    pub(super) async fn frame(&mut self) -> Frame {
        timeout(PATIENCE, self.socket.next())
            .await
            .expect("the gateway says nothing")
            .expect("the socket is closed")
            .unwrap()
    }

    /// The data of the next payload, which must be this event.
    pub(super) async fn event(&mut self, name: &str) -> Value {
        let payload = self.next().await;
        assert_eq!(payload["op"], 0, "{payload}");
        assert_eq!(payload["t"], name, "{payload}");
        payload["d"].clone()
    }

    /// The code that the gateway closes with; `None` when it just goes.
    pub(super) async fn closed(&mut self) -> Option<u16> {
        match timeout(PATIENCE, self.socket.next())
            .await
            .expect("the socket stays open")
        {
            Some(Ok(Frame::Close(frame))) => frame.map(|frame| frame.code.into()),
            Some(Err(_)) | None => None,
            Some(Ok(frame)) => panic!("{frame:?} instead of an end"),
        }
    }

    pub(super) async fn leave(mut self, code: u16) {
        use tokio_tungstenite::tungstenite::protocol::CloseFrame;
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        self.socket.close(Some(frame)).await.unwrap();
        while let Some(Ok(_)) = self.socket.next().await {}
    }
}

fn inflated(inflate: &mut Decompress, bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(1 << 20);
    inflate
        .decompress_vec(bytes, &mut out, FlushDecompress::Sync)
        .unwrap();
    String::from_utf8(out).unwrap()
}
