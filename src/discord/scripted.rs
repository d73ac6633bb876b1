//! For tests: a server that answers as it is told, however badly, and remembers what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use secrecy::SecretString;
use serde_json::Value;
use tokio::time::Duration;

use super::rest::Rest;
use super::{Settings, connect};
use crate::config;

/// Status, headers and body.
pub(super) type Scripted = (u16, &'static [(&'static str, &'static str)], Value);
type Script = Arc<Mutex<VecDeque<Scripted>>>;
type Seen = Arc<Mutex<Vec<(String, Value)>>>;

/// A server that gives the scripted answers, one after the other.
pub(super) struct Server {
    pub(super) settings: Settings,
    seen: Seen,
}

impl Server {
    pub(super) async fn start(script: &[Scripted]) -> Self {
        let script: Script = Arc::new(Mutex::new(script.iter().cloned().collect()));
        let seen = Seen::default();
        let router = Router::new()
            .fallback(answer)
            .with_state((Arc::clone(&script), Arc::clone(&seen)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let settings = Settings {
            token: SecretString::from("token".to_owned()),
            api_url: Some(format!("http://{address}")),
            message_content: false,
            unasked_wait: Duration::ZERO,
            admin_roles: Vec::new(),
            cooldown: config::Cooldown::default(),
            follow_edits: Duration::ZERO,
            progress_interval: Duration::from_secs(2),
            stop_timeout: Duration::from_secs(1),
        };
        Self { settings, seen }
    }

    pub(super) fn rest(&self) -> Rest {
        connect::rest(&self.settings).unwrap().0
    }

    pub(super) fn seen(&self) -> Vec<(String, Value)> {
        self.seen.lock().unwrap().clone()
    }
}

async fn answer(
    State((script, seen)): State<(Script, Seen)>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: String,
) -> Response {
    assert_eq!(headers["authorization"], "Bot token");
    let body = serde_json::from_str(&body).unwrap_or_default();
    seen.lock()
        .unwrap()
        .push((format!("{method} {}", uri.path()), body));
    let Some((status, headers, body)) = script.lock().unwrap().pop_front() else {
        return StatusCode::IM_A_TEAPOT.into_response();
    };
    let mut answer = body.to_string().into_response();
    *answer.status_mut() = StatusCode::from_u16(status).unwrap();
    for (name, value) in headers {
        answer.headers_mut().insert(*name, value.parse().unwrap());
    }
    answer
}
