//! What Discord has refused, and is not asked again: anything once it refuses the token, and for
//! some minutes what it forbids in a channel. Discord bans addresses that send many invalid
//! requests, <https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit>.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serenity::all::ChannelId;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::codes::{CANNOT_MESSAGE_USER, FORBIDDEN, NO_REPLY_WITHOUT_HISTORY, UNAUTHORIZED};
use super::error::RestError;

/// How long a channel that answered 403 is left alone, unless its permissions may have changed.
const REMEMBERED: Duration = Duration::from_secs(5 * 60);
/// Refusals remembered at most; beyond that, expired ones are dropped, then all.
const REFUSALS: usize = 10_000;
/// Refusals that say nothing about the next message: of replies without the history, and by people
/// who take no direct messages.
const PASSING: [i64; 2] = [NO_REPLY_WITHOUT_HISTORY, CANNOT_MESSAGE_USER];

/// All refusals; clones share them.
#[derive(Debug, Clone, Default)]
pub(in crate::discord) struct Refusals {
    /// Cancelled once the token is refused.
    token: CancellationToken,
    /// By what was tried, and where.
    forbidden: Arc<Mutex<HashMap<(&'static str, ChannelId), Forbidden>>>,
}

#[derive(Debug, Clone)]
struct Forbidden {
    until: Instant,
    code: i64,
    message: String,
}

impl Refusals {
    /// How a request would be refused, if that is known without sending it. `channel` is set for
    /// what can be forbidden in a channel.
    pub(in crate::discord) fn of(
        &self,
        what: &'static str,
        channel: Option<ChannelId>,
        needs_token: bool,
    ) -> Option<RestError> {
        if needs_token && self.token.is_cancelled() {
            return Some(refused(
                what,
                UNAUTHORIZED,
                0,
                "the token was refused before".to_owned(),
            ));
        }
        let forbidden = self.lock().get(&(what, channel?)).cloned()?;
        let still = Instant::now() < forbidden.until;
        still.then(|| refused(what, FORBIDDEN, forbidden.code, forbidden.message))
    }

    /// Notes how a request failed.
    pub(in crate::discord) fn note(
        &self,
        channel: Option<ChannelId>,
        needs_token: bool,
        error: &RestError,
    ) {
        let RestError::Refused {
            what,
            status,
            code,
            message,
            ..
        } = error
        else {
            return;
        };
        if *status == UNAUTHORIZED && needs_token {
            self.token.cancel();
        }
        let (FORBIDDEN, Some(channel)) = (*status, channel) else {
            return;
        };
        if PASSING.contains(code) {
            return;
        }
        let now = Instant::now();
        let mut forbidden = self.lock();
        if forbidden.len() >= REFUSALS {
            forbidden.retain(|_, it| now < it.until);
        }
        if forbidden.len() >= REFUSALS {
            forbidden.clear();
        }
        let refusal = Forbidden {
            until: now + REMEMBERED,
            code: *code,
            message: message.clone(),
        };
        forbidden.insert((what, channel), refusal);
    }

    /// Allows what was forbidden in these channels to be tried again, since permissions may have
    /// changed.
    pub(in crate::discord) fn allow_again(&self, is_among: impl Fn(ChannelId) -> bool) {
        self.lock().retain(|(_, channel), _| !is_among(*channel));
    }

    pub(in crate::discord) async fn token_refused(&self) {
        self.token.cancelled().await;
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(&'static str, ChannelId), Forbidden>> {
        self.forbidden
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn refused(what: &'static str, status: u16, code: i64, message: String) -> RestError {
    RestError::Refused {
        what,
        status,
        code,
        message,
        retry_after: None,
        tries: 0,
    }
}
