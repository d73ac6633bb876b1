//! Answers in threads of their own, where a channel's settings ask for that; in the channel where
//! Discord does not permit a thread, which is remembered for whoever looks for what is wrong.

mod removal;

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serenity::all::{ChannelId, ChannelType, FullEvent, GuildId, MessageId};
use tokio::time::{Duration, timeout};

use crate::discord::api::message::Body;
use crate::discord::api::reply::Reply;
use crate::discord::api::reply::Shown;
use crate::discord::api::reply::once;
use crate::discord::api::rest::RestError;
use crate::discord::ask::asking::Asking;
use crate::discord::bot::Bot;
use crate::discord::escape;
use crate::discord::render::budget;
use crate::store::AnswersIn;
use crate::store::ChannelSettings;

/// UTF-16 code units of a thread's name at most; Discord takes 100 characters.
const NAME: usize = 90;
/// How long the store may take to tell a channel's settings; then they are taken to be the usual.
const STORE_PATIENCE: Duration = Duration::from_millis(500);
/// Characters shown of a question that a thread is started under.
const HEAD: usize = 300;
/// Channels remembered at most.
const CHANNELS: usize = 10_000;
/// Discord's status for what is not permitted.
const FORBIDDEN: u16 = 403;

/// Where threads were refused.
#[derive(Debug, Default)]
pub(in crate::discord) struct Threads {
    refused: Mutex<HashSet<ChannelId>>,
}

/// Where an answer is to be shown in a thread: under which message, and what the thread is called.
#[derive(Debug, Clone)]
pub(in crate::discord) struct NewThread {
    /// The channel whose settings ask for it.
    pub(in crate::discord) channel: ChannelId,
    name: String,
}

impl Threads {
    /// Whether answers in this channel should go into threads and, when that was last tried, could
    /// not.
    pub(in crate::discord) fn are_refused_in(&self, channel: ChannelId) -> bool {
        self.lock().contains(&channel)
    }

    /// Whether that is news.
    fn note_refused(&self, channel: ChannelId) -> bool {
        let mut refused = self.lock();
        if refused.len() >= CHANNELS {
            refused.clear();
        }
        refused.insert(channel)
    }

    fn note_started(&self, channel: ChannelId) {
        self.lock().remove(&channel);
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<ChannelId>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl NewThread {
    /// The thread for a question that was asked here, if the settings ask for one and there can
    /// be one: only channels for text have any.
    pub(in crate::discord) fn wanted(
        bot: &Bot,
        settings: ChannelSettings,
        server: Option<GuildId>,
        channel: ChannelId,
        question: &str,
    ) -> Option<Self> {
        let place = bot.places.get(channel)?;
        let can_have_threads = matches!(place.kind, ChannelType::Text | ChannelType::News);
        if settings.answers_in == AnswersIn::Channel || server.is_none() || !can_have_threads {
            return None;
        }
        let name = name(question);
        Some(Self { channel, name })
    }
}

/// A question as the name of its thread: one line, without what is not to be seen.
fn name(question: &str) -> String {
    let visible: String = question
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    budget::cut(&line, NAME)
}

impl Bot {
    /// Learns from an event that permissions may have changed in a channel, or anywhere on a server.
    pub(in crate::discord) fn forgive(&self, event: &FullEvent) {
        match event {
            FullEvent::ChannelUpdate { new, .. } => {
                let changed = new.id;
                self.rest
                    .forgive(|it| it == changed || self.places.channel_of(it) == changed);
            }
            FullEvent::GuildRoleUpdate { new: role, .. } => {
                let on_server = |it| {
                    self.places
                        .get(it)
                        .is_some_and(|it| it.server == role.guild_id)
                };
                self.rest.forgive(on_server);
            }
            _ => {}
        }
    }

    /// The settings of the channel that a place belongs to.
    pub(in crate::discord) async fn settings_in(
        &self,
        server: GuildId,
        place: ChannelId,
    ) -> ChannelSettings {
        let channel = self.places.channel_of(place);
        let store = self.app.store();
        let settings = store.channel_settings(server.get(), channel.get());
        timeout(STORE_PATIENCE, settings).await.unwrap_or_default()
    }

    /// The thread in which the answer to a command is to be shown, if that is wanted.
    pub(in crate::discord) async fn thread_for(
        &self,
        asking: &Asking,
        question: &str,
        private: bool,
    ) -> Option<NewThread> {
        let server = asking.server.filter(|_| !private)?;
        let settings = self.settings_in(server, asking.channel).await;
        NewThread::wanted(self, settings, Some(server), asking.channel, question)
    }

    /// Shows the answer to a message: in a thread under it if that is wanted, else as a reply.
    pub(in crate::discord) async fn show(
        &self,
        reply: &Reply,
        thread: Option<NewThread>,
        question: MessageId,
        body: Body,
    ) -> Result<Option<Shown>, RestError> {
        let Some(thread) = thread else {
            return reply.answer(&self.rest, body, false).await;
        };
        let once = |body: Body| body.once(question.to_string());
        match self
            .post_in_thread(&thread, question, once(body.clone()))
            .await
        {
            Ok(shown) => Ok(Some(shown)),
            Err(error) => {
                let body = self.explain(reply, &thread, &error, body);
                reply.answer(&self.rest, body, false).await
            }
        }
    }

    /// Shows the answer to a command in a thread under the question, which the command is answered
    /// with then; where a thread is refused, the answer takes the question's place.
    pub(in crate::discord) async fn show_under(
        &self,
        reply: &Reply,
        thread: &NewThread,
        question: &str,
        body: Body,
    ) -> Result<Option<Shown>, RestError> {
        let head = Body::new(&format!("**{}**", escape::line(question, HEAD)));
        let Some(stands) = reply.answer(&self.rest, head, false).await? else {
            return reply.answer(&self.rest, body, false).await;
        };
        match self
            .post_in_thread(thread, stands.message, once(body.clone()))
            .await
        {
            Ok(shown) => Ok(Some(shown)),
            Err(error) => {
                let body = self.explain(reply, thread, &error, body);
                reply.answer(&self.rest, body, false).await
            }
        }
    }

    async fn post_in_thread(
        &self,
        thread: &NewThread,
        under: MessageId,
        body: Body,
    ) -> Result<Shown, RestError> {
        let channel = self
            .rest
            .start_thread(thread.channel, under, &thread.name)
            .await?;
        let message = self.rest.create_message(channel, &body).await?;
        self.threads.note_started(thread.channel);
        Ok(Shown { channel, message })
    }

    /// Takes note of a refusal. The first time in a channel the answer says it.
    fn explain(&self, reply: &Reply, thread: &NewThread, error: &RestError, body: Body) -> Body {
        tracing::info!(channel = %thread.channel, %error, "no thread; answering in the channel");
        let is_refusal = error.status() == Some(FORBIDDEN);
        if is_refusal && self.threads.note_refused(thread.channel) {
            return body.noting(&reply.words().thread_refused());
        }
        body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_called_like_its_question() {
        assert_eq!(name("Where is\n the \u{7}ferry?"), "Where is the ferry?");
        for long in ["why ".repeat(100), "🦀".repeat(100), "é".repeat(200)] {
            let name = name(&long);
            assert!(name.encode_utf16().count() <= 90, "{name}");
            assert!(name.chars().count() > 30 && name.ends_with('…'), "{name}");
        }
    }

    #[test]
    fn a_refusal_is_news_once_and_until_it_works() {
        let threads = Threads::default();
        let here = ChannelId::new(1);
        assert!(threads.note_refused(here) && !threads.note_refused(here));
        assert!(threads.are_refused_in(here));
        threads.note_started(here);
        assert!(!threads.are_refused_in(here));
    }
}
