//! All our requests to Discord's REST API, retried where that can help.
//!
//! For Discord, serenity's rate limiter queues the requests and waits out 429s. A local server is
//! reached without it, because the limiter ignores the address it is given; there `Retry-After` is
//! handled here. Nothing here knows what a message says.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Deserialize;
use serenity::all::{ChannelId, Http, HttpError};
use serenity::http::Request;
use tokio::time::Instant;

use super::call::Call;
use super::clock::Clock;
use super::error::RestError;
use super::refusals::Refusals;
use super::retry;

/// The connection to Discord's API; clones share everything.
#[derive(Clone)]
pub(in crate::discord) struct Rest {
    pub(super) http: Arc<Http>,
    /// Set if requests go to a local server, bypassing serenity's rate limiter.
    direct: Option<reqwest::Client>,
    /// No request starts before this time, which a global rate limit sets.
    held_until: Arc<Mutex<Option<Instant>>>,
    clock: Clock,
    refusals: Refusals,
}

/// The body of a refusal.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Refusal {
    code: i64,
    message: String,
    retry_after: Option<f64>,
    global: bool,
}

impl Rest {
    /// If `direct` is given, it is used instead of serenity's rate limiter.
    pub(in crate::discord) fn new(http: Arc<Http>, direct: Option<reqwest::Client>) -> Self {
        Self {
            http,
            direct,
            held_until: Arc::default(),
            clock: Clock::default(),
            refusals: Refusals::default(),
        }
    }

    /// How far this machine's clock is ahead of the server's, according to its last answer.
    pub(in crate::discord) fn clock_ahead(&self) -> Option<jiff::SignedDuration> {
        self.clock.ahead()
    }

    /// Waits until Discord refuses the token.
    pub(in crate::discord) async fn token_refused(&self) {
        self.refusals.token_refused().await;
    }

    /// Allows what was forbidden in these channels to be tried again, since permissions may have
    /// changed.
    pub(in crate::discord) fn allow_again(&self, is_among: impl Fn(ChannelId) -> bool) {
        self.refusals.allow_again(is_among);
    }

    /// Sends a request until it succeeds, is refused for good, or takes too long.
    pub(super) async fn call(&self, call: Call<'_>) -> Result<Vec<u8>, RestError> {
        let Call {
            what,
            channel,
            needs_token,
            ..
        } = call;
        if let Some(refused) = self.refusals.of(what, channel, needs_token) {
            return Err(refused);
        }
        let result = self.try_until_done(call).await;
        if let Err(error) = &result {
            self.refusals.note(channel, needs_token, error);
        }
        result
    }

    async fn try_until_done(&self, call: Call<'_>) -> Result<Vec<u8>, RestError> {
        let deadline = Instant::now() + call.patience;
        let mut tries = 0;
        loop {
            self.wait_while_held(deadline).await;
            tries += 1;
            let error = match self.try_once(&call, deadline, tries).await {
                Ok(body) => return Ok(body),
                Err(error) => error,
            };
            let left = deadline.saturating_duration_since(Instant::now());
            let pause = error
                .failed_try()
                .and_then(|failed| retry::pause(failed, tries, left));
            let Some(pause) = pause else {
                return Err(error);
            };
            tracing::debug!(%error, ?pause, tries, "retrying a request");
            tokio::time::sleep(pause).await;
        }
    }

    pub(super) async fn call_for<T: serde::de::DeserializeOwned>(
        &self,
        call: Call<'_>,
    ) -> Result<T, RestError> {
        let what = call.what;
        let body = self.call(call).await?;
        serde_json::from_slice(&body).map_err(|source| RestError::Unreadable { what, source })
    }

    async fn try_once(
        &self,
        call: &Call<'_>,
        deadline: Instant,
        tries: u32,
    ) -> Result<Vec<u8>, RestError> {
        let what = call.what;
        let request = Request::new(call.route, call.method).params(call.params.clone());
        let request = match call.multipart() {
            Some(multipart) => request.multipart(Some(multipart)),
            None => request.body(call.body.clone()),
        };
        let exchange = async {
            match &self.direct {
                Some(client) => self.exchange_directly(client, request, what, tries).await,
                None => self.exchange_limited(request, what, tries).await,
            }
        };
        match tokio::time::timeout_at(deadline, exchange).await {
            Ok(result) => result,
            Err(elapsed) => Err(RestError::NoAnswer {
                what,
                source: elapsed.into(),
            }),
        }
    }

    async fn exchange_limited(
        &self,
        request: Request<'_>,
        what: &'static str,
        tries: u32,
    ) -> Result<Vec<u8>, RestError> {
        match self.http.request(request).await {
            Ok(response) => {
                self.clock.note(response.headers());
                read(response, what).await
            }
            Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(response))) => {
                Err(RestError::Refused {
                    what,
                    status: response.status_code.as_u16(),
                    code: i64::try_from(response.error.code).unwrap_or_default(),
                    message: response.error.message,
                    retry_after: None,
                    tries,
                })
            }
            Err(error) => Err(no_answer(what, error)),
        }
    }

    async fn exchange_directly(
        &self,
        client: &reqwest::Client,
        request: Request<'_>,
        what: &'static str,
        tries: u32,
    ) -> Result<Vec<u8>, RestError> {
        let response = request
            .build(client, self.http.token(), self.http.proxy.as_deref())
            .map_err(|error| no_answer(what, error))?
            .send()
            .await
            .map_err(|error| no_answer(what, error.into()))?;
        self.clock.note(response.headers());
        let status = response.status();
        if status.is_success() {
            return read(response, what).await;
        }
        let header = response
            .headers()
            .get(reqwest::header::RETRY_AFTER)
            .and_then(|value| value.to_str().ok())
            .and_then(retry::retry_after);
        let everywhere = response.headers().contains_key("x-ratelimit-global");
        let body = read(response, what).await.unwrap_or_default();
        let refusal: Refusal = serde_json::from_slice(&body).unwrap_or_default();
        let retry_after = refusal
            .retry_after
            .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
            .max(header);
        if let Some(pause) = retry_after
            && (everywhere || refusal.global)
        {
            self.hold(pause);
        }
        Err(RestError::Refused {
            what,
            status: status.as_u16(),
            code: refusal.code,
            message: refusal.message,
            retry_after,
            tries,
        })
    }

    fn hold(&self, pause: Duration) {
        let mut held = self
            .held_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *held = (*held).max(Instant::now().checked_add(pause));
    }

    async fn wait_while_held(&self, deadline: Instant) {
        let held = *self
            .held_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(until) = held {
            tokio::time::sleep_until(until.min(deadline)).await;
        }
    }
}

async fn read(response: reqwest::Response, what: &'static str) -> Result<Vec<u8>, RestError> {
    match response.bytes().await {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(error) => Err(no_answer(what, error.into())),
    }
}

/// Removes addresses from the error: they hold interaction tokens.
fn no_answer(what: &'static str, error: serenity::Error) -> RestError {
    let source = match error {
        serenity::Error::Http(HttpError::Request(error)) => error.without_url().into(),
        error => error.into(),
    };
    RestError::NoAnswer { what, source }
}

#[cfg(test)]
mod tests;
