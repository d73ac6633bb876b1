//! Threads that people start, and posts in forums.

use super::{ChannelRef, Person, Refused, SeenMessage};
use crate::snowflake::Snowflake;
use crate::world::message::NewMessage;
use crate::world::thread::NewThread;

impl Person {
    /// Starts a thread under a message.
    ///
    /// # Errors
    /// When it has one, or they may not.
    pub fn start_thread(&self, at: &SeenMessage, name: &str) -> Result<Snowflake, Refused> {
        self.change(|state| {
            let new = thread(name);
            let thread = state.start_thread_at(self.id, at.channel, at.id, new)?;
            Ok(thread.id)
        })
    }

    /// Starts a thread without a message.
    ///
    /// # Errors
    /// When there are no threads there, or they may not.
    pub fn start_public_thread(
        &self,
        place: impl Into<ChannelRef>,
        name: &str,
    ) -> Result<Snowflake, Refused> {
        self.in_place(&place.into(), |state, place| {
            let thread = state.start_thread(self.id, place, thread(name))?;
            Ok(thread.id)
        })
    }

    /// Posts in a forum, and returns the post's thread. `tags` are names.
    ///
    /// # Errors
    /// When they may not, or a tag is missing or unknown.
    pub fn post(
        &self,
        forum: impl Into<ChannelRef>,
        title: &str,
        text: &str,
        tags: &[&str],
    ) -> Result<Snowflake, Refused> {
        self.in_place(&forum.into(), |state, forum| {
            let known = state.channels.get(&forum).map(|it| it.tags.clone());
            let mut new = thread(title);
            for name in tags {
                let tag = known.iter().flatten().find(|tag| tag.name == *name);
                // An id that is no tag's is refused as such.
                new.applied_tags
                    .push(tag.map_or(Snowflake::default(), |it| it.id));
            }
            let first = NewMessage::text(text);
            let (thread, _) = state.start_post(self.id, forum, new, first)?;
            Ok(thread.id)
        })
    }
}

fn thread(name: &str) -> NewThread {
    NewThread {
        name: name.to_owned(),
        ..NewThread::default()
    }
}
