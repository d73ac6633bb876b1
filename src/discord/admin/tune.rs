//! `/tune`: changes how questions are answered while the bot runs. A change first shows what it would
//! do to golden and recent questions; then it is applied or dropped, and it can be undone.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serenity::all::{CommandOptionType, CreateCommandOption};

use super::completions::{self, TYPED};
use crate::app::App;
use crate::discord::api::custom_id::{Action, List};
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::bot::Bot;
use crate::discord::bot::admin::Admin;
use crate::discord::bot::command::{Command, Context, run_for_admin, suggest_while_typing};
use crate::discord::bot::press::Press;
use crate::discord::failure::{Failure, store_failed};
use crate::discord::render;
use crate::discord::words::Words;
use crate::store::{Change, ChangeId, ChangeKind, ChangeState, Proposal};
use lodestar_engine::answer::Pin;

/// Golden and recent questions that a change is tried on: some seconds of work at most.
const GOLDEN: usize = 200;
const RECENT: usize = 200;
/// How old recent questions may be.
const RECENTLY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Questions read to find that many different ones.
const READ: u32 = 2_000;

/// How far an article is trusted.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum Trust {
    #[name = "Trust high"]
    High,
    #[name = "Trust normal"]
    Normal,
    #[name = "Trust low"]
    Low,
}

pub(in crate::discord) fn command() -> Command {
    let mut command = tune();
    suggest_while_typing::<TYPED>(&mut command, &["question", "article"]);
    let parameters = command
        .subcommands
        .iter_mut()
        .flat_map(|it| &mut it.parameters);
    for parameter in parameters.filter(|it| it.name == "percent") {
        parameter.type_setter = Some(percentage);
    }
    command
}

/// As `answer.false_answers_percent` in the configuration. poise would send the bounds as fractions.
fn percentage(option: CreateCommandOption) -> CreateCommandOption {
    let option = option.kind(CommandOptionType::Integer);
    option.min_int_value(0).max_int_value(50)
}

#[poise::command(
    slash_command,
    subcommands("synonym", "pin", "trust", "confidence", "history"),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
async fn tune(_: Context<'_>) -> Result<(), Infallible> {
    Ok(())
}

#[poise::command(slash_command)]
async fn synonym(
    ctx: Context<'_>,
    #[max_length = 200] words: String,
    #[max_length = 200] reason: String,
) -> Result<(), Infallible> {
    let proposal = Proposal {
        kind: ChangeKind::Synonym,
        subject: String::new(),
        value: words,
        reason,
    };
    propose(ctx, async move |_| Ok(proposal)).await
}

#[poise::command(slash_command)]
async fn pin(
    ctx: Context<'_>,
    question: String,
    article: String,
    #[max_length = 200] reason: String,
) -> Result<(), Infallible> {
    let server = ctx.interaction.guild_id;
    let proposal = async move |bot: Arc<Bot>| {
        let server = server.ok_or_else(|| Failure::explained(Words::server_only))?;
        let question = completions::question(&bot, server, &question).await?;
        if !question.contains(char::is_alphanumeric) {
            return Err(Failure::explained(Words::no_words));
        }
        let section = completions::section(&bot, &article).await?;
        let pin = Pin {
            article: section.path,
            headings: section.headings,
        };
        let value = serde_json::to_string(&pin).map_err(|error| Failure::Broken(error.into()))?;
        Ok(Proposal {
            kind: ChangeKind::Pin,
            subject: question,
            value,
            reason,
        })
    };
    propose(ctx, proposal).await
}

#[poise::command(slash_command)]
async fn trust(
    ctx: Context<'_>,
    article: String,
    trust: Trust,
    #[max_length = 200] reason: String,
) -> Result<(), Infallible> {
    let value = match trust {
        Trust::High => "high",
        Trust::Normal => "normal",
        Trust::Low => "low",
    };
    let proposal = async move |bot: Arc<Bot>| {
        Ok(Proposal {
            kind: ChangeKind::Trust,
            subject: completions::section(&bot, &article).await?.path,
            value: value.to_owned(),
            reason,
        })
    };
    propose(ctx, proposal).await
}

#[poise::command(slash_command)]
async fn confidence(
    ctx: Context<'_>,
    percent: u8,
    #[max_length = 200] reason: String,
) -> Result<(), Infallible> {
    let proposal = Proposal {
        kind: ChangeKind::Confidence,
        subject: String::new(),
        value: percent.to_string(),
        reason,
    };
    propose(ctx, async move |_| Ok(proposal)).await
}

/// Shows what a change would do, with buttons to apply it or not.
async fn propose<W>(
    ctx: Context<'_>,
    proposal: impl FnOnce(Arc<Bot>) -> W + Send + 'static,
) -> Result<(), Infallible>
where
    W: Future<Output = Result<Proposal, Failure>> + Send + 'static,
{
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let wanted = proposal(Arc::clone(&bot)).await?;
        let body = proposed(&bot, words, &admin, wanted).await?;
        Ok(body)
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

async fn proposed(
    bot: &Bot,
    words: Words,
    admin: &Admin,
    proposal: Proposal,
) -> Result<Body, Failure> {
    if !App::can_apply(&proposal) {
        return Err(Failure::explained(Words::tune_bad_synonyms));
    }
    let mut questions = tried_on(bot, admin).await;
    if proposal.kind == ChangeKind::Pin && !questions.contains(&proposal.subject) {
        questions.insert(0, proposal.subject.clone());
    }
    let tried = questions.len();
    let effects = bot.app.preview(&proposal, questions).await?;
    let (store, now) = (bot.app.store(), Timestamp::now());
    let change = store.propose_change(&proposal, admin.user.get(), now).await;
    let change = change.map_err(|error| store_failed(&error))?;
    let content = render::preview(words, &proposal, &effects, tried);
    let button = |label: String, sure| Button::new(&label, Action::Apply { change, sure });
    Ok(Body::new(&content).with(Row::of_buttons(vec![
        button(words.button_apply(), true).primary(),
        button(words.button_cancel(), false),
    ])))
}

/// Golden questions, then the server's recent ones, each wording once.
async fn tried_on(bot: &Bot, admin: &Admin) -> Vec<String> {
    let golden = bot.app.golden().await.unwrap_or_else(|error| {
        tracing::warn!(
            error = format!("{error:#}"),
            "a change cannot be tried on the golden questions"
        );
        Vec::new()
    });
    let golden = golden.into_iter().filter(|it| it.context.is_empty());
    let since = Timestamp::now().checked_sub(RECENTLY);
    let since = since.unwrap_or(Timestamp::MIN);
    let server = Some(admin.server.get());
    let recent = bot.app.store().questions_since(server, since, READ).await;
    let recent = recent.unwrap_or_default().into_iter();
    // Private questions stay private, and a follow-up means nothing alone.
    let recent = recent.filter(|it| it.public && it.follows.is_none());
    let mut seen = HashSet::new();
    let mut once = |text: &String| seen.insert(text.trim().to_lowercase());
    let mut questions: Vec<String> = golden
        .map(|it| it.question)
        .filter(&mut once)
        .take(GOLDEN)
        .collect();
    let recent = recent.filter_map(|it| it.text).filter(&mut once);
    questions.extend(recent.take(RECENT));
    questions
}

/// Applies or drops a proposed change, for the buttons under its preview.
pub(in crate::discord) async fn decided(
    press: &Press<'_>,
    change: ChangeId,
    sure: bool,
) -> Result<(), Failure> {
    let admin = press.admin()?;
    let (bot, reply) = (press.bot, press.reply);
    reply.acknowledge_in_place(&bot.rest).await?;
    let (store, words) = (bot.app.store(), reply.words());
    if !sure {
        let dropped = store.drop_change(change).await;
        dropped.map_err(|error| store_failed(&error))?;
        return Ok(reply.delete(&bot.rest).await?);
    }
    let applied = store.apply_change(change, admin.user.get(), Timestamp::now());
    if !applied.await.map_err(|error| store_failed(&error))? {
        return Err(Failure::explained(Words::tune_gone));
    }
    let known = in_force(bot, change).await?;
    let sentence = words.tune_applied(&render::change(words, &known));
    admin.note(bot, format!("tune {}", described(&known)));
    let undo = Button::new(&words.button_undo(), Action::Undo { change });
    let body = Body::new(&sentence).with(Row::of_buttons(vec![undo]));
    reply.answer(&bot.rest, body, false).await?;
    Ok(())
}

/// Undoes a change.
pub(in crate::discord) async fn undone(press: &Press<'_>, change: ChangeId) -> Result<(), Failure> {
    let admin = press.admin()?;
    let (bot, reply) = (press.bot, press.reply);
    reply.acknowledge_in_place(&bot.rest).await?;
    let (store, words) = (bot.app.store(), reply.words());
    let undone = store.undo_change(change, admin.user.get(), Timestamp::now());
    if !undone.await.map_err(|error| store_failed(&error))? {
        return Err(Failure::explained(Words::tune_gone));
    }
    let known = in_force(bot, change).await?;
    admin.note(bot, format!("tune undo {}", described(&known)));
    let sentence = words.tune_undone(&render::change(words, &known));
    reply.answer(&bot.rest, &sentence, false).await?;
    Ok(())
}

/// Puts the store's changes into force, and returns the one in question.
async fn in_force(bot: &Bot, change: ChangeId) -> Result<Change, Failure> {
    let loaded = bot.app.load_tuning().await;
    loaded.map_err(|error| store_failed(&error))?;
    let known = bot.app.store().change(change).await;
    let known = known.map_err(|error| store_failed(&error))?;
    known.ok_or_else(|| Failure::explained(Words::tune_gone))
}

/// A change as a line of the audit log.
fn described(change: &Change) -> String {
    let Change {
        kind,
        subject,
        value,
        reason,
        ..
    } = change;
    format!("{} {subject} {value} ({reason})", kind.word())
}

#[poise::command(slash_command)]
async fn history(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words, _| page(&bot, words, 0).await;
    run_for_admin(ctx, work).await;
    Ok(())
}

/// A page of the changes, counted from 0, with a button to undo each one in force.
pub(in crate::discord) async fn page(bot: &Bot, words: Words, page: u32) -> Result<Body, Failure> {
    let changes = bot.app.store().changes().await;
    let changes = changes.map_err(|error| store_failed(&error))?;
    let listed = render::changes(words, &changes);
    let mut body = render::paged(words, List::Changes, page, &listed);
    let undo = render::on_page(page, &changes).filter_map(|(number, change)| {
        let label = format!("{} {number}", words.button_undo());
        let id = change.id;
        let in_force = change.state == ChangeState::Applied;
        in_force.then(|| Button::new(&label, Action::Undo { change: id }))
    });
    body.add_rows(Row::of_buttons(undo.collect()));
    Ok(body)
}
