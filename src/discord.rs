//! The Discord adapter: turns slash commands, mentions and direct messages into questions, and
//! answers into messages within Discord's limits. It is the only user of serenity and poise.
//!
//! # Rooms
//!
//! Each may use those below it, and nothing above.
//!
//! | room | what it is |
//! |---|---|
//! | `gateway` | the connection, which command or button leads where, and the one place events go |
//! | `jobs` | what the bot does by itself |
//! | `admin` | what admins see and change |
//! | `ask` | a question, however it is asked, its answer, and the buttons below it |
//! | `bot` | what every handler shares, and the one way work is run and ended |
//! | `state` | what the bot remembers while it runs: plain structs |
//! | `failure`, `error` | why somebody gets no answer; why the bot does not run |
//! | `api` | requests to Discord, what they carry, their limits and error codes |
//! | `render`, `words`, `escape` | messages, sentences and Markdown: pure |
//!
//! `api`, `render`, `words` and `state` never see `Bot`. Modules may know each other in
//! circles of three at most.
//!
//! Outside this module it calls `crate::app` alone and reads sections of `crate::config`. The store's
//! methods are reached through [`App::store`]. Of `crate::store` and `lodestar_engine` it names plain
//! data only (ids, records, figures and errors that `app` and the store take and return) and pure
//! functions on them: never a store, a connection, an index or a file.
//!
//! # How a question is answered
//!
//! `/ask`, from the event to the message and the record:
//!
//! 1. `gateway/connect.rs`: serenity's client hands the interaction to poise, which calls the
//!    command.
//! 2. `ask/command.rs`: `/ask`. Checks the cooldown, acknowledges, and takes the steps below in order.
//! 3. `bot/command.rs`: what all commands have in common.
//! 4. `bot.rs`: drops an interaction that was delivered before, runs the work as a task that a
//!    shutdown waits for, and tells the asker if it fails.
//! 5. `ask/channel.rs`: the channel's settings: whether the bot is turned off there, and whether the
//!    answer goes into a thread.
//! 6. `ask/answer.rs`: the one way from a question to an answer, for every way of asking.
//! 7. `app.rs`: `App::follow_up`, which searches on a thread of its own. From here on it is the
//!    engine's.
//! 8. `render/buttons.rs`: the answer with the buttons below it,
//! 9. `render/answer.rs`: whose text is put together here.
//! 10. `api/interaction.rs`: the message, as the answer to the interaction or, too late for that, in
//!     the channel.
//! 11. `api/rest.rs`: the request, retried where that can help.
//! 12. `ask/asking.rs`: the question and its answer are recorded, in the background.
//!
//! A message that asks goes through `gateway/events.rs` and `ask/mention.rs` in place of the first
//! three, and is answered by `api/message_reply.rs`.

mod admin;
mod api;
mod ask;
mod bot;
mod budget;
mod error;
mod escape;
mod failure;
mod gateway;
mod jobs;
mod render;
mod settings;
mod state;
mod words;

use tokio_util::sync::CancellationToken;

use crate::app::App;
use lodestar_engine::answer::Answer;

pub use api::address::AddressError;
pub use error::ServeError;
pub use gateway::account::{Account, GuildAccess};
pub use gateway::token::{TokenShapeError, token_shape};
pub use settings::Settings;

/// Runs the bot until `shutdown` is cancelled: then it takes no new work, lets running work finish
/// within `discord.stop_timeout`, and closes the gateway.
///
/// # Errors
/// When the bot cannot start or Discord ends the connection for good; see [`ServeError`]. Lost
/// connections are resumed and are no error.
pub async fn serve(
    app: App,
    settings: Settings,
    shutdown: CancellationToken,
) -> Result<(), ServeError> {
    gateway::connect::run(app, settings, shutdown).await
}

/// Looks up the bot's account: its name, its servers and what it may not do there.
///
/// # Errors
/// When the token is refused, `discord.api_url` cannot be used, or the API cannot be reached.
pub async fn account(settings: &Settings) -> Result<Account, ServeError> {
    let (rest, _http) = api::client::connect(settings)?;
    gateway::account::look_up(&rest).await
}

/// An answer as the text of the message that shows it, in the language of a Discord locale such as
/// `sv-SE`; in English if the bot does not speak that language.
#[must_use]
pub fn message_text(answer: &Answer, locale: &str) -> String {
    render::answer(words::Words::of(locale), answer)
}
