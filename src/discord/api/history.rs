//! The messages written in a channel after some time.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serenity::all::{ChannelId, LightMethod, MessageId, UserId};
use serenity::http::Route;

use super::call::Call;
use super::error::RestError;
use super::rest::Rest;

/// Messages read at once, the most that Discord allows.
const PAGE: usize = 100;
/// Pages read at most.
const PAGES: usize = 20;
/// When Discord's ids begin, in milliseconds since 1970,
/// <https://docs.discord.com/developers/reference#snowflakes>.
const EPOCH: i64 = 1_420_070_400_000;
/// How far our clock may be ahead of Discord's.
const CLOCKS_APART: SignedDuration = SignedDuration::from_mins(5);

/// A message somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) struct Past {
    pub(in crate::discord) author: UserId,
    /// Empty when Discord withholds it from bots without the intent; never for their own.
    pub(in crate::discord) content: String,
}

#[derive(Deserialize)]
struct Raw {
    id: MessageId,
    author: RawAuthor,
    #[serde(default)]
    content: String,
}

#[derive(Deserialize)]
struct RawAuthor {
    id: UserId,
}

impl Rest {
    /// The messages of a channel after a time, and a few from before in case clocks differ; 2,000
    /// at most. None where the bot may not read the history.
    pub(in crate::discord) async fn written_after(
        &self,
        channel_id: ChannelId,
        after: Timestamp,
    ) -> Result<Vec<Past>, RestError> {
        let mut last = first_id(after);
        let mut found = Vec::new();
        for _ in 0..PAGES {
            let route = Route::ChannelMessages { channel_id };
            let mut call = Call::new("reading a channel's messages", LightMethod::Get, route);
            call.params = Some(vec![
                ("after", last.to_string()),
                ("limit", PAGE.to_string()),
            ]);
            let page: Vec<Raw> = self.call_for(call).await?;
            let is_last = page.len() < PAGE;
            last = page.iter().map(|it| it.id.get()).fold(last, u64::max);
            found.extend(page.into_iter().map(|it| Past {
                author: it.author.id,
                content: it.content,
            }));
            if is_last {
                break;
            }
        }
        Ok(found)
    }
}

/// An id below that of every message after a time.
fn first_id(after: Timestamp) -> u64 {
    let after = after.checked_sub(CLOCKS_APART).unwrap_or(Timestamp::MIN);
    let milliseconds = after.as_millisecond().saturating_sub(EPOCH).max(0);
    milliseconds.unsigned_abs() << 22
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::discord::api::scripted::Server;

    #[tokio::test]
    async fn pages_are_read_until_one_is_not_full() {
        let message = |id: usize| json!({ "id": id.to_string(), "author": { "id": "7" }, "content": id.to_string() });
        let page = |ids: std::ops::Range<usize>| Value::from_iter(ids.rev().map(message));
        let server = Server::start(&[(200, &[], page(1..101)), (200, &[], page(101..103))]).await;
        let after = Timestamp::from_millisecond(EPOCH).unwrap();
        let found = server
            .rest()
            .written_after(ChannelId::new(3), after)
            .await
            .unwrap();
        assert_eq!(found.len(), 102);
        assert_eq!(server.seen().len(), 2);
    }

    #[test]
    fn ids_begin_with_discord() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(first_id(time("2014-01-01T00:00:00Z")), 0);
        // The example from Discord's documentation, and five minutes.
        let after = time("2016-04-30T11:18:25.796Z");
        assert_eq!(
            first_id(after + CLOCKS_APART),
            175_928_847_299_117_063 >> 22 << 22
        );
    }
}
