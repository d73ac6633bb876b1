//! `/ask`: answers a question, and suggests some while it is typed.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{CommandOptionType, CreateCommandOption};
use tokio::time::Instant;

use super::{Command, Context};
use crate::discord::asking::Asking;
use crate::discord::bot::Bot;
use crate::discord::reply::Reply;

/// Characters of a question that Discord takes at most,
/// <https://docs.discord.com/developers/interactions/application-commands>.
const LONGEST: u16 = 6_000;

/// The command, with suggestions for its question. poise would answer them past our own requests.
pub(super) fn command() -> Command {
    let mut command = ask();
    if let Some(question) = command.parameters.first_mut() {
        question.type_setter = Some(suggested);
    }
    command
}

fn suggested(option: CreateCommandOption) -> CreateCommandOption {
    option
        .kind(CommandOptionType::String)
        .max_length(LONGEST)
        .set_autocomplete(true)
}

#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
async fn ask(ctx: Context<'_>, question: String, private: Option<bool>) -> Result<(), Infallible> {
    let private = private.unwrap_or(false);
    let bot = ctx.framework.user_data;
    let id = ctx.interaction.id.get();
    if !bot.handled.is_first(id) {
        return Ok(());
    }
    let turn = bot.handled.turn(id).await;
    let asking = Asking::by_command(bot, ctx.interaction, private);
    let (asker, channel) = (asking.asker, asking.channel);
    let admitted = bot
        .cooldowns
        .admit(asker, channel, asking.server, Instant::now());
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        // Without an acknowledgement the refusal is private, whatever was wished for.
        admitted?;
        bot.check_turned_on(asking.server, channel).await?;
        // Side by side, so that a slow search never delays the acknowledgement.
        let (acknowledged, answer) = tokio::join!(
            reply.acknowledge(&bot.rest, private),
            bot.answer(&asking, reply.words(), &[], &question, private)
        );
        acknowledged?;
        let (body, answer) = answer?;
        let thread = bot
            .thread_for(&asking, &answer.question.text, private)
            .await;
        let shown = match thread {
            Some(thread) => bot.show_under(&reply, &thread, &question, body).await?,
            None => reply.answer(&bot.rest, body, private).await?,
        };
        bot.handled.note_shown(id, shown);
        bot.record_in_turn(asking, &answer, shown, turn);
        Ok(())
    };
    let reply = Reply::to_command(ctx.interaction);
    bot.attend(reply, work).await;
    Ok(())
}
