//! One WebSocket of a bot: says HELLO, takes its commands, sends its session's events, and closes
//! with the code that Discord documents for what went wrong.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::WebSocketUpgrade;
use axum::extract::ws::{Message, WebSocket};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::broadcast;
use tokio::time::{Instant, sleep_until, timeout};

use super::close::Close;
use super::command::{Command, Identify, RequestGuildMembers, RequestSoundboardSounds, Resume};
use super::end::End;
use super::hub::{Hub, Order};
use super::session::{CannotResume, Claim, Session};
use super::shard::Shard;
use super::transport::Transport;
use super::{members, view};
use crate::intents::Intents;
use crate::world::World;

/// Payloads that a bot may send in [`RATE_WINDOW`], from Discord's documentation.
const RATE_LIMIT: usize = 120;
const RATE_WINDOW: Duration = Duration::from_secs(60);

/// Guilds on one shard, from Discord's documentation.
const GUILDS_PER_SHARD: usize = 2500;

/// How long a bot that does not read is waited for.
const SEND_LIMIT: Duration = Duration::from_secs(10);

/// How long a bot that was told to reconnect may stay.
const RECONNECT_LIMIT: Duration = Duration::from_secs(5);

/// How long the bot's side of a closing handshake is waited for.
const FAREWELL_LIMIT: Duration = Duration::from_secs(2);

/// The largest frame that is read at all. Discord's own limit is 4096 bytes and answered with a
/// close code, for which the frame has to be read.
const MAX_FRAME_BYTES: usize = 64 * 1024;

/// What a bot asks for in the address of the gateway.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct GatewayQuery {
    #[serde(default)]
    v: Option<String>,
    #[serde(default)]
    encoding: Option<String>,
    #[serde(default)]
    compress: Option<String>,
}

/// Answers a bot's request for the gateway.
pub(crate) fn serve(
    hub: Arc<Hub>,
    world: Arc<World>,
    query: GatewayQuery,
    upgrade: WebSocketUpgrade,
) -> Response {
    let orders = hub.orders();
    upgrade
        .max_message_size(MAX_FRAME_BYTES)
        .on_upgrade(move |socket| Connection::new(hub, world, orders, socket).run(query))
}

struct Connection {
    hub: Arc<Hub>,
    world: Arc<World>,
    orders: broadcast::Receiver<Order>,
    socket: WebSocket,
    transport: Transport,
    claim: Option<Claim>,
    /// When the connection ends unless the bot does what it should, and with which code.
    deadline: (Instant, Close),
    /// When the bot sent its latest payloads.
    received: VecDeque<Instant>,
}

impl Connection {
    fn new(
        hub: Arc<Hub>,
        world: Arc<World>,
        orders: broadcast::Receiver<Order>,
        socket: WebSocket,
    ) -> Self {
        let deadline = (Instant::now(), Close::SessionTimedOut);
        Self {
            hub,
            world,
            orders,
            socket,
            transport: Transport::Plain,
            claim: None,
            deadline,
            received: VecDeque::new(),
        }
    }

    async fn run(mut self, query: GatewayQuery) {
        let Err(end) = self.converse(&query).await;
        if matches!(
            end,
            End::Left { for_good: true } | End::Close(Close::SessionTimedOut)
        ) {
            self.forget_session();
        }
        self.detach();
        self.record(end.name(), end.details(), matches!(end, End::Left { .. }));
        // A bot that does not answer is left to its fate.
        let _ = timeout(FAREWELL_LIMIT, self.part(end)).await;
    }

    /// Goes through the closing handshake; reading on is what answers the bot's part of it.
    async fn part(&mut self, end: End) {
        let agreed = match end {
            End::Close(close) => {
                let frame = Message::Close(Some(close.frame()));
                self.socket.send(frame).await.is_ok()
            }
            End::Left { .. } => true,
            End::Gone => false,
        };
        if agreed {
            while let Some(Ok(_)) = self.socket.recv().await {}
        }
    }

    async fn converse(&mut self, query: &GatewayQuery) -> Result<std::convert::Infallible, End> {
        self.transport = agree(query)?;
        self.record("HELLO", Value::Null, false);
        let interval = u64::try_from(self.hub.heartbeat_interval.as_millis()).unwrap_or(u64::MAX);
        self.send(10, &json!({"heartbeat_interval": interval, "_trace": []}))
            .await?;
        self.expect_heartbeat();
        loop {
            tokio::select! {
                frame = self.socket.recv() => match frame {
                    Some(Ok(Message::Text(text))) => self.obey(text.as_bytes()).await?,
                    Some(Ok(Message::Binary(bytes))) => self.obey(&bytes).await?,
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                    Some(Ok(Message::Close(frame))) => {
                        let for_good = frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                        return Err(End::Left { for_good });
                    }
                    Some(Err(_)) | None => return Err(End::Gone),
                },
                order = self.orders.recv() => match order {
                    Ok(order) => self.follow(order).await?,
                    Err(broadcast::error::RecvError::Lagged(_)) => {}
                    Err(broadcast::error::RecvError::Closed) => return Err(End::Gone),
                },
                () = news(&mut self.claim) => self.send_events().await?,
                () = sleep_until(self.deadline.0) => return Err(self.deadline.1.into()),
            }
        }
    }

    async fn follow(&mut self, order: Order) -> Result<(), End> {
        match order {
            Order::Drop { code: Some(code) } => Err(Close::Ordered(code).into()),
            Order::Drop { code: None } => Err(End::Gone),
            Order::Reconnect => {
                self.record("RECONNECT", Value::Null, false);
                self.deadline = (Instant::now() + RECONNECT_LIMIT, Close::UnknownError);
                self.send(7, &Value::Null).await
            }
            Order::Invalidate { resumable } if self.claim.is_some() => {
                if !resumable {
                    self.forget_session();
                }
                self.detach();
                self.send(9, &json!(resumable)).await
            }
            Order::Invalidate { .. } => Ok(()),
        }
    }

    async fn obey(&mut self, payload: &[u8]) -> Result<(), End> {
        self.count()?;
        match (Command::decode(payload)?, &self.claim) {
            (Command::Heartbeat, _) => {
                if self.deadline.1 == Close::SessionTimedOut {
                    self.expect_heartbeat();
                }
                self.send(11, &Value::Null).await
            }
            (Command::Identify(identify), None) => Ok(self.identify(&identify)?),
            (Command::Resume(resume), None) => self.resume(&resume).await,
            (Command::Identify(_) | Command::Resume(_), Some(_)) => {
                Err(Close::AlreadyAuthenticated.into())
            }
            (_, None) => Err(Close::NotAuthenticated.into()),
            (Command::RequestGuildMembers(request), Some(claim)) => {
                self.send_members(&claim.session, request);
                Ok(())
            }
            (Command::RequestSoundboardSounds(request), Some(claim)) => {
                send_soundboards(&claim.session, &request);
                Ok(())
            }
            (Command::Accepted, Some(_)) => Ok(()),
        }
    }

    /// Discord closes a connection over which a bot sends more than 120 payloads in 60 s.
    fn count(&mut self) -> Result<(), Close> {
        let now = Instant::now();
        while let Some(first) = self.received.front()
            && now.duration_since(*first) >= RATE_WINDOW
        {
            self.received.pop_front();
        }
        self.received.push_back(now);
        if self.received.len() > RATE_LIMIT {
            return Err(Close::RateLimited);
        }
        Ok(())
    }

    fn identify(&mut self, identify: &Identify) -> Result<(), Close> {
        let token = bare(&identify.token);
        let identity = self
            .world
            .authenticate(token)
            .ok_or(Close::AuthenticationFailed)?;
        let shard = match identify.shard {
            Some((id, count)) => Shard::new(id, count)?,
            None => Shard::ONLY,
        };
        let intents = Intents(identify.intents.ok_or(Close::InvalidIntents)?);
        if !Intents::ALL.contains(intents) {
            return Err(Close::InvalidIntents);
        }
        let privileged = intents & Intents::PRIVILEGED;
        if !identity.privileged.contains(privileged) {
            return Err(Close::DisallowedIntents);
        }
        if identify.compress == Some(true) {
            self.transport.compress_payloads();
        }

        let application = identity.application;
        let user = identity.user.get("id").and_then(Value::as_str);
        let session = Arc::new(Session::new(
            token,
            application,
            user.unwrap_or_default(),
            intents,
            shard,
        ));
        self.hub.admit(Arc::clone(&session));
        let asked = json!({ "intents": intents.0, "shard": identify.shard });
        self.record("IDENTIFY", asked, true);
        let guilds: Vec<u64> = self
            .world
            .guild_ids(application)
            .into_iter()
            .filter(|guild| shard.covers(Some(*guild)))
            .collect();
        if guilds.len() > GUILDS_PER_SHARD {
            self.hub.forget(&session);
            return Err(Close::ShardingRequired);
        }
        let mut ready = json!({
            "v": 10,
            "user": identity.user,
            "guilds": guilds
                .iter()
                .map(|id| json!({"id": id.to_string(), "unavailable": true}))
                .collect::<Vec<_>>(),
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.world.gateway_url(),
            "application": {"id": application.to_string(), "flags": identity.flags},
            "user_settings": {},
            "relationships": [],
            "private_channels": [],
            "presences": [],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": [],
            "_trace": [],
        });
        if let (Some((id, count)), Some(fields)) = (identify.shard, ready.as_object_mut()) {
            fields.insert("shard".to_owned(), json!([id, count]));
        }
        session.push("READY", &ready);
        self.record("READY", ready, false);
        if intents.contains(Intents::GUILDS) {
            for guild in guilds {
                if let Some(mut data) = self.world.guild_create(application, guild) {
                    view::trim_guild(&mut data, &session);
                    session.push("GUILD_CREATE", &data);
                    self.record("GUILD_CREATE", data, false);
                }
            }
        }
        session.open();
        self.claim = session.claim(0).ok();
        self.hub.attachments.send_replace(());
        Ok(())
    }

    async fn resume(&mut self, resume: &Resume) -> Result<(), End> {
        let token = bare(&resume.token);
        self.record("RESUME", json!({ "seq": resume.seq }), true);
        if self.world.authenticate(token).is_none() {
            return Err(Close::AuthenticationFailed.into());
        }
        let session = self.hub.session(&resume.session_id);
        let Some(session) = session.filter(|session| session.token == token) else {
            return self.send(9, &json!(false)).await;
        };
        match session.claim(resume.seq) {
            Ok(claim) => {
                session.push("RESUMED", &json!({"_trace": []}));
                self.record("RESUMED", Value::Null, false);
                self.claim = Some(claim);
                self.hub.attachments.send_replace(());
                Ok(())
            }
            Err(CannotResume::Ahead) => Err(Close::InvalidSequence.into()),
            Err(CannotResume::TooLate) => {
                self.hub.forget(&session);
                self.send(9, &json!(false)).await
            }
        }
    }

    fn send_members(&self, session: &Session, request: RequestGuildMembers) {
        let guild = request.guild_id.0;
        if !session.shard.covers(Some(guild))
            || !self.world.guild_ids(session.application).contains(&guild)
        {
            return;
        }
        for chunk in members::chunks(self.world.members(guild), request, session.intents) {
            session.push("GUILD_MEMBERS_CHUNK", &chunk);
        }
    }

    async fn send_events(&mut self) -> Result<(), End> {
        while let Some(claim) = &mut self.claim
            && let Some(event) = claim.next()?
        {
            self.send_text(&event, true).await?;
        }
        Ok(())
    }

    async fn send(&mut self, op: u8, data: &Value) -> Result<(), End> {
        let payload = json!({"op": op, "d": data, "s": null, "t": null});
        self.send_text(&payload.to_string(), false).await
    }

    async fn send_text(&mut self, payload: &str, is_event: bool) -> Result<(), End> {
        let frame = self.transport.frame(payload, is_event);
        let frame = frame.map_err(|_| Close::UnknownError)?;
        match timeout(SEND_LIMIT, self.socket.send(frame)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }

    /// Gives the bot half an interval more than it was asked for until its next heartbeat.
    fn expect_heartbeat(&mut self) {
        let patience = self.hub.heartbeat_interval.mul_f32(1.5);
        self.deadline = (Instant::now() + patience, Close::SessionTimedOut);
    }

    /// Keeps what passes for people who look. A token is not kept.
    fn record(&self, name: &str, data: Value, is_from_bot: bool) {
        self.hub.traffic.record(name, data, is_from_bot);
        self.world.wake();
    }

    fn forget_session(&self) {
        if let Some(claim) = &self.claim {
            self.hub.forget(&claim.session);
        }
    }

    fn detach(&mut self) {
        if self.claim.take().is_some() {
            self.hub.attachments.send_replace(());
        }
    }
}

/// # Errors
/// When the bot asks for a version or an encoding that is not spoken here.
fn agree(query: &GatewayQuery) -> Result<Transport, Close> {
    if !matches!(query.v.as_deref(), None | Some("9" | "10")) {
        return Err(Close::InvalidApiVersion);
    }
    if !matches!(query.encoding.as_deref(), None | Some("json")) {
        return Err(Close::DecodeError);
    }
    Transport::named(query.compress.as_deref()).ok_or(Close::DecodeError)
}

/// Libraries differ in whether they put `Bot ` before the token here.
fn bare(token: &str) -> &str {
    token.strip_prefix("Bot ").unwrap_or(token)
}

fn send_soundboards(session: &Session, request: &RequestSoundboardSounds) {
    for guild in &request.guild_ids {
        let sounds = json!({"guild_id": guild.0.to_string(), "soundboard_sounds": []});
        session.push("SOUNDBOARD_SOUNDS", &sounds);
    }
}

/// Resolves when the session has something new; never without a session.
async fn news(claim: &mut Option<Claim>) {
    if let Some(claim) = claim
        // The session outlives its claim, so there is always a sender.
        && claim.news.changed().await.is_ok()
    {
        return;
    }
    std::future::pending().await
}
