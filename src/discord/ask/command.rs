//! `/ask`: answers a question.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;

use serenity::all::User;
use tokio::time::{Duration, Instant, timeout};

use super::addressee::Addressee;
use super::answer;
use super::asking::{self, Asking};
use super::channel::{self, NewThread};
use crate::app::AskError;
use crate::discord::api::interaction::Interaction;
use crate::discord::bot::Bot;
use crate::discord::bot::command::{self, Command, Context, suggest_while_typing};
use crate::discord::failure::Failure;
use crate::discord::state::handled::Turn;
use crate::store::Mode;

/// Characters of a question that Discord takes at most,
/// <https://docs.discord.com/developers/interactions/application-commands>.
const LONGEST: u16 = 6_000;

/// How long the acknowledgement waits for an answer that is to notify somebody; Discord waits 3 s.
const ANSWER_AT_ONCE: Duration = Duration::from_millis(1_500);

/// The command, with suggestions for its question.
pub(in crate::discord) fn command() -> Command {
    let mut command = ask();
    suggest_while_typing::<LONGEST>(&mut command, &["question"]);
    command
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
    let bot = ctx.framework.user_data;
    let places = &bot.state.places;
    let asking = Asking::by_command(places, ctx.interaction, private.unwrap_or(false));
    let addressee = member.map(|member| Addressee::of(ctx.interaction, &member));
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>, turn: Turn| {
        let cooldowns = &bot.state.cooldowns;
        let (asker, server) = (asking.asker, asking.server);
        // Nothing is acknowledged yet, so the refusal is private, whatever was asked for.
        cooldowns.admit(asker, asking.channel, server, Instant::now())?;
        if channel::is_still_off(&bot, server, asking.channel).await {
            return Err(channel::refuse_turned_off(&bot, &reply, asking.channel).await);
        }
        let pings = !asking.private
            && server.is_some()
            && addressee.is_some_and(|it| {
                it.could_be_pinged && cooldowns.admit_ping(asker, it.id, Instant::now())
            });
        let words = reply.words();
        let answered = async {
            let settings = channel::settings_in(&bot, server, asking.channel).await;
            if settings.mode == Mode::Off {
                return Ok(None);
            }
            let answered = answer::answer(&bot, &asking, words, &[], &question).await?;
            Ok(Some((settings, answered)))
        };
        let patience = pings.then_some(ANSWER_AT_ONCE);
        let private = asking.private;
        let answered = acknowledged(&bot, &reply, answered, patience, private).await?;
        let Some((settings, (mut body, answer))) = answered else {
            return Err(channel::refuse_turned_off(&bot, &reply, asking.channel).await);
        };
        if let Some(addressee) = addressee {
            body = addressee.address(words, body, pings);
        }
        let thread = NewThread::wanted(&bot, &asking, settings, &answer.question.text);
        let shown =
            channel::show_to_command(&bot, &reply, thread, &question, body, private).await?;
        bot.state.handled.note_shown(reply.id(), shown);
        asking::record(&bot, asking, &answer, shown, Some(turn));
        Ok(())
    };
    command::attend(bot, ctx.interaction, work).await;
    Ok(())
}

/// Acknowledges the command and waits for its answer; with `patience`, in that order only if the
/// answer takes longer.
async fn acknowledged<T>(
    bot: &Bot,
    reply: &Interaction,
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
    // The acknowledgement is sent first and nothing delays it; the search does not wait for it.
    let acknowledged = reply.acknowledge(&bot.rest, private);
    let (acknowledged, answer) = tokio::join!(acknowledged, answer);
    acknowledged?;
    Ok(answer?)
}
