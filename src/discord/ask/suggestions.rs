//! Suggestions while somebody types a question.

use std::sync::Arc;

use serenity::all::{CommandInteraction, GuildId};
use tokio::time::{Duration, timeout};

use crate::discord::api::message::Choice;
use crate::discord::bot::Bot;
use crate::discord::budget;
use crate::discord::escape;
use crate::discord::state::suggestions::Text;

/// Questions of a server that are kept ready.
const POPULAR: u32 = 100;
/// How long somebody who types waits for what is not ready yet.
const PATIENCE: Duration = Duration::from_millis(30);

/// Offers choices for a question that is being typed.
pub(in crate::discord) async fn suggest(bot: &Arc<Bot>, typing: &CommandInteraction) {
    let typed = typing.data.autocomplete().map_or("", |option| option.value);
    let server = typing.guild_id.filter(|it| bot.state.places.knows(*it));
    let (popular, outline) =
        tokio::join!(popular(bot, server), timeout(PATIENCE, bot.app.outline()));
    let outline = outline.ok().and_then(Result::ok);
    let suggestions = &bot.state.suggestions;
    let choices = suggestions.choices(typed, &popular, outline.as_deref());
    bot.rest.offer(typing, choices).await;
}

/// The popular questions of a server: the last ones read while newer ones are being read, none in
/// direct messages.
async fn popular(bot: &Arc<Bot>, server: Option<GuildId>) -> Arc<[Text]> {
    let Some(server) = server else {
        return Arc::default();
    };
    let (known, is_old) = bot.state.suggestions.known_popular(server);
    if !is_old {
        return known.unwrap_or_default();
    }
    let bot = Arc::clone(bot);
    let reading = async move {
        let read = bot.app.store().popular(server.get(), POPULAR).await;
        let texts = read.unwrap_or_default().into_iter();
        let questions: Arc<[Text]> = texts
            .map(|text| escape::plain(&text))
            .filter(|text| !text.is_empty() && budget::width(text) <= Choice::LONGEST)
            .map(Text::new)
            .collect();
        bot.state
            .suggestions
            .keep_popular(server, Arc::clone(&questions));
        questions
    };
    let reading = tokio::spawn(reading);
    match known {
        Some(known) => known,
        None => match timeout(PATIENCE, reading).await {
            Ok(Ok(questions)) => questions,
            _ => Arc::default(),
        },
    }
}
