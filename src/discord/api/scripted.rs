//! For tests: a server that gives scripted answers, however bad, and records the requests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use secrecy::SecretString;
use serde_json::Value;
use tokio::time::Duration;

use super::client;
use super::rest::Rest;
use crate::config;
use crate::discord::settings::Settings;

/// Status, headers and body.
pub(in crate::discord) type Scripted = (u16, &'static [(&'static str, &'static str)], Value);
type Script = Arc<Mutex<VecDeque<Scripted>>>;
type Seen = Arc<Mutex<Vec<(String, Value)>>>;

/// Settings for tests.
pub(in crate::discord) fn settings(token: &str) -> Settings {
    Settings {
        token: SecretString::from(token.to_owned()),
        discord: config::Discord {
            progress_interval: Duration::from_secs(2),
            stop_timeout: Duration::from_secs(1),
            ..config::Discord::default()
        },
        cooldown: config::Cooldown::default(),
        mark_days: 0,
    }
}

/// A server that gives the scripted answers, one after the other.
pub(in crate::discord) struct Server {
    pub(in crate::discord) settings: Settings,
    seen: Seen,
}

impl Server {
    pub(in crate::discord) async fn start(script: &[Scripted]) -> Self {
        let script: Script = Arc::new(Mutex::new(script.iter().cloned().collect()));
        let seen = Seen::default();
        let router = Router::new()
            .fallback(answer)
            .with_state((Arc::clone(&script), Arc::clone(&seen)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let mut settings = settings("token");
        settings.discord.api_url = Some(format!("http://{address}"));
        Self { settings, seen }
    }

    pub(in crate::discord) fn rest(&self) -> Rest {
        client::connect(&self.settings).unwrap().0
    }

    pub(in crate::discord) fn seen(&self) -> Vec<(String, Value)> {
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
