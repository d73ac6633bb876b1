//! `/ask`: answers a question, and suggests some while it is typed.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;

use serenity::all::{CommandOptionType, CreateCommandOption, User};
use tokio::time::{Duration, Instant, timeout};

use crate::app::AskError;
use crate::discord::api::reply::Reply;
use crate::discord::ask::addressee::Addressee;
use crate::discord::ask::asking::Asking;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::gateway::commands::Command;
use crate::discord::gateway::commands::Context;

/// Characters of a question that Discord takes at most,
/// <https://docs.discord.com/developers/interactions/application-commands>.
const LONGEST: u16 = 6_000;

/// How long the acknowledgement of a command waits for an answer that is to notify somebody; Discord
/// waits 3 s.
const ANSWER_AT_ONCE: Duration = Duration::from_millis(1_500);

/// The command, with suggestions for its question. poise would answer them past our own requests.
pub(in crate::discord) fn command() -> Command {
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
async fn ask(
    ctx: Context<'_>,
    question: String,
    private: Option<bool>,
    #[rename = "for"] member: Option<User>,
) -> Result<(), Infallible> {
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
    let addressee = member.map(|member| Addressee::of(ctx.interaction, &member));
    let pings = admitted.is_ok()
        && !private
        && asking.server.is_some()
        && addressee.is_some_and(|it| {
            it.could_be_pinged && bot.cooldowns.admit_ping(asker, it.id, Instant::now())
        });
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        // Without an acknowledgement the refusal is private, whatever was wished for.
        admitted?;
        bot.check_turned_on(asking.server, channel).await?;
        let words = reply.words();
        let answer = bot.answer(&asking, words, &[], &question, private);
        let patience = pings.then_some(ANSWER_AT_ONCE);
        let (mut body, answer) = answered(&bot, &reply, answer, patience, private).await?;
        if let Some(addressee) = addressee {
            body = addressee.address(words, body, pings);
        }
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

/// Acknowledges the command and waits for its answer; with `patience`, in that order only if the
/// answer takes longer.
async fn answered<T>(
    bot: &Bot,
    reply: &Reply,
    answer: impl Future<Output = Result<T, AskError>>,
    patience: Option<Duration>,
    private: bool,
) -> Result<T, Failure> {
    let mut answer = pin!(answer);
    if let Some(patience) = patience
        && let Ok(answer) = timeout(patience, answer.as_mut()).await
    {
        return Ok(answer?);
    }
    // Side by side, so that a slow search never delays the acknowledgement.
    let acknowledged = reply.acknowledge(&bot.rest, private);
    let (acknowledged, answer) = tokio::join!(acknowledged, answer);
    acknowledged?;
    Ok(answer?)
}
