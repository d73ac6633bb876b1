//! Channels in which the bot is turned off: whoever asks there is told so, and nobody else is.

use serenity::all::{ChannelId, GuildId, Message};

use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::words::Words;
use crate::store::Mode;

impl Bot {
    /// Refuses what is asked by a command where the bot is turned off.
    pub(in crate::discord) async fn check_turned_on(
        &self,
        server: Option<GuildId>,
        place: ChannelId,
    ) -> Result<(), Failure> {
        let Some(server) = server else {
            return Ok(());
        };
        if self.settings_in(server, place).await.mode != Mode::Off {
            return Ok(());
        }
        let sentence = self.turned_off(place);
        Err(Failure::explained(sentence))
    }

    /// Tells somebody who asked by a message that the bot is turned off there: in a direct message,
    /// because nothing else is private.
    pub(in crate::discord) async fn tell_turned_off(&self, message: &Message, words: Words) {
        let sentence = self.turned_off(message.channel_id)(words);
        let told = async {
            let channel = self.rest.open_dm(message.author.id).await?;
            let body = Body::new(&sentence).once(format!("o{}", message.id));
            self.rest.create_message(channel, &body).await
        };
        if let Err(error) = told.await {
            tracing::info!(%error, "somebody could not be told that the bot is turned off");
        }
    }

    fn turned_off(&self, place: ChannelId) -> impl Fn(Words) -> String + Send + Sync + 'static {
        let channel = self.places.channel_of(place);
        move |words| words.turned_off(&format!("<#{channel}>"))
    }
}
