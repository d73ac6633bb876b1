//! "Find articles for this", on a message's menu: shows passages about it to whoever picks it, who
//! can post one of them as a reply with one more click.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{Message, MessageId};
use tokio::time::Instant;

use crate::app::{AskError, PassageKey};
use crate::discord::api::codes::{FORBIDDEN, UNKNOWN_MESSAGE};
use crate::discord::api::custom_id::Action;
use crate::discord::api::error::RestError;
use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Context, run};
use crate::discord::bot::press::Press;
use crate::discord::failure::Failure;
use crate::discord::render::{self, EXCERPTS};
use crate::discord::words::Words;
use lodestar_engine::answer::Excerpt;

#[poise::command(
    context_menu_command = "Find articles for this",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub(in crate::discord) async fn find_articles(
    ctx: Context<'_>,
    message: Message,
) -> Result<(), Infallible> {
    let text = text_of(&message);
    let (person, channel) = (ctx.interaction.user.id, ctx.interaction.channel_id);
    let server = ctx.interaction.guild_id;
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let cooldowns = &bot.state.cooldowns;
        cooldowns.admit(person, channel, server, Instant::now())?;
        let words = reply.words();
        let Some(text) = text else {
            return Err(Failure::explained(Words::message_without_text));
        };
        let (acknowledged, found) = tokio::join!(
            reply.acknowledge(&bot.rest, true),
            bot.app.find(&text, EXCERPTS)
        );
        acknowledged?;
        let excerpts = match found {
            Ok(answer) => answer.excerpts,
            Err(AskError::NoWords) => return Err(Failure::explained(Words::message_without_text)),
            Err(error) => return Err(error.into()),
        };
        if excerpts.is_empty() {
            return Err(Failure::explained(Words::found_nothing));
        }
        let body = choice(words, &excerpts, message.id);
        reply.answer(&bot.rest, body, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}

/// The text of a message: its own, or that of what it forwards, or of its embeds.
fn text_of(message: &Message) -> Option<String> {
    let embeds = message.embeds.iter().map(|embed| {
        let title = embed.title.as_deref().unwrap_or_default();
        format!(
            "{title}\n{}",
            embed.description.as_deref().unwrap_or_default()
        )
    });
    std::iter::once(message.content.clone())
        .chain(
            message
                .message_snapshots
                .iter()
                .map(|it| it.content.clone()),
        )
        .chain(embeds)
        .find(|text| !text.trim().is_empty())
}

/// The passages, each with a button to post it.
fn choice(words: Words, excerpts: &[Excerpt], message: MessageId) -> Body {
    let (content, shown) = render::found(words, &words.found_for_message(), excerpts, true);
    let buttons = excerpts
        .iter()
        .take(shown)
        .enumerate()
        .map(|(index, excerpt)| {
            let passage = PassageKey::of(excerpt);
            let label = format!("{} · {}", index + 1, words.button_post());
            Button::new(&label, Action::Post { message, passage })
        });
    Body::new(&content).with(Row::of_buttons(buttons.collect()))
}

/// Posts the chosen passage as a reply to the message or, where the bot may not write, as an answer
/// to the press that links to the message.
pub(in crate::discord) async fn chosen(
    press: &Press<'_>,
    message: MessageId,
    passage: PassageKey,
) -> Result<(), Failure> {
    let (bot, reply, interaction) = (press.bot, press.reply, press.interaction);
    reply.acknowledge_in_place(&bot.rest).await?;
    let excerpt = bot.app.passage(passage).await?;
    let excerpt = excerpt.ok_or_else(|| Failure::explained(Words::section_gone))?;
    let words = bot
        .state
        .preferred
        .words_in(interaction.guild_id, interaction.user.id);
    let helper = format!("<@{}>", interaction.user.id);
    let text = |above: Option<&str>| {
        render::suggested(words, &excerpt, above, &helper)
            .ok_or_else(|| Failure::explained(Words::section_gone))
    };
    let channel = interaction.channel_id;
    let posted = if reply.is_guest() {
        false
    } else {
        match bot.rest.message_content(channel, message).await {
            Err(error) if error.code() == Some(UNKNOWN_MESSAGE) => {
                return Err(Failure::explained(Words::message_gone));
            }
            // The bot may be able to reply to what it cannot read.
            _ => {}
        }
        // One click posts one reply, however often it is delivered.
        let body = Body::new(&text(None)?)
            .replying_to(channel, message)
            .once(format!("p{}", interaction.message.id));
        posted(bot.rest.create_message(channel, &body).await.map(drop))?
    };
    if !posted {
        let server = interaction
            .guild_id
            .map_or("@me".to_owned(), |id| id.to_string());
        let link = format!("https://discord.com/channels/{server}/{channel}/{message}");
        let above = words.answer_for(&link);
        reply.follow_up(&bot.rest, &text(Some(&above))?).await?;
    }
    reply
        .answer(&bot.rest, &reply.words().posted(), false)
        .await?;
    Ok(())
}

/// Whether it was posted; false where the bot may not write.
fn posted(sent: Result<(), RestError>) -> Result<bool, Failure> {
    match sent {
        Ok(()) => Ok(true),
        Err(error) if error.status() == Some(FORBIDDEN) => {
            tracing::info!(%error, "a passage is shown by the interaction instead");
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}
