//! `/golden`: the questions whose right article is known. "This is the right article", on the menu
//! of an answer, adds one.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::Message;

use super::completions::{self, TYPED, resolve};
use crate::discord::api::custom_id::List;
use crate::discord::api::message::Body;
use crate::discord::ask::recall::recall;
use crate::discord::bot::Bot;
use crate::discord::bot::admin::Admin;
use crate::discord::bot::command::{Command, Context, run_for_admin, suggest_while_typing};
use crate::discord::failure::{Failure, store_failed};
use crate::discord::words::Words;
use crate::discord::{escape, render};
use lodestar_engine::golden::Added;

/// Room for a question in a sentence, in UTF-16 code units.
const QUESTION: usize = 200;
/// Room for a reason, which names a file and a line.
const REASON: usize = 400;

pub(in crate::discord) fn command() -> Command {
    let mut command = golden();
    suggest_while_typing::<TYPED>(&mut command, &["question", "article"]);
    command
}

#[poise::command(
    slash_command,
    subcommands("add", "list", "remove", "check"),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
async fn golden(_: Context<'_>) -> Result<(), Infallible> {
    Ok(())
}

#[poise::command(slash_command)]
async fn add(ctx: Context<'_>, question: String, article: String) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let article = completions::section(&bot, &article).await?.path;
        let question = completions::question(&bot, admin.server, &question).await?;
        let said = added(&bot, words, &admin, &question, &article).await?;
        Ok(Body::from(&said))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

async fn added(
    bot: &Bot,
    words: Words,
    admin: &Admin,
    question: &str,
    article: &str,
) -> Result<String, Failure> {
    if !question.contains(char::is_alphanumeric) {
        return Err(Failure::explained(Words::no_words));
    }
    let added = bot.app.add_golden(question, article).await;
    let how = match added.map_err(|error| broken_file(&error))? {
        Added::New => "new",
        Added::Extended => "extended",
        Added::Known => "known",
    };
    admin.note(bot, format!("golden add {article}: {question}"));
    let question = escape::line(question, QUESTION);
    Ok(words.golden_added(how, &question, &escape::line(article, QUESTION)))
}

fn broken_file(error: &anyhow::Error) -> Failure {
    tracing::warn!(
        error = format!("{error:#}"),
        "the golden questions could not be used"
    );
    let reason = escape::line(&format!("{error:#}"), REASON);
    Failure::explained(move |words| words.golden_failed(&reason))
}

#[poise::command(slash_command)]
async fn list(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words, _| page(&bot, words, 0).await;
    run_for_admin(ctx, work).await;
    Ok(())
}

/// A page of the golden questions, counted from 0.
pub(in crate::discord) async fn page(bot: &Bot, words: Words, page: u32) -> Result<Body, Failure> {
    let golden = bot.app.golden().await;
    let golden = golden.map_err(|error| broken_file(&error))?;
    Ok(render::paged(
        words,
        List::Golden,
        page,
        &render::golden(words, &golden),
    ))
}

#[poise::command(slash_command)]
async fn remove(ctx: Context<'_>, question: String) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let golden = bot.app.golden().await;
        let golden = golden.map_err(|error| broken_file(&error))?;
        let question = resolve(&question, golden.iter().map(|it| it.question.as_str()));
        let question = question.ok_or_else(|| Failure::explained(Words::question_unknown))?;
        let removed = bot.app.remove_golden(question).await;
        if !removed.map_err(|error| broken_file(&error))? {
            return Err(Failure::explained(Words::question_unknown));
        }
        admin.note(&bot, format!("golden remove: {question}"));
        let said = words.golden_removed(&escape::line(question, QUESTION));
        Ok(Body::from(&said))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

#[poise::command(slash_command, rename = "run")]
async fn check(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        let golden = bot.app.golden().await;
        let golden = golden.map_err(|error| broken_file(&error))?;
        let report = bot.app.run_golden(golden).await?;
        let said = render::golden_report(words, &report);
        Ok(Body::from(&said))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

/// "This is the right article", on the menu of an answer.
#[poise::command(
    context_menu_command = "This is the right article",
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn right_articles(
    ctx: Context<'_>,
    message: Message,
) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let no_answer = || Failure::explained(Words::golden_no_answer);
        let answer = bot.app.store().answer(message.id.get()).await;
        let answer = answer.map_err(|error| store_failed(&error))?;
        // An answer on another server is no business of this one's admins.
        let answer = answer.filter(|it| it.server == Some(admin.server.get()));
        let answer = answer.ok_or_else(no_answer)?;
        let first = answer.passages.first().ok_or_else(no_answer)?;
        let asked = recall(&bot, answer.question, &message).await;
        let question = asked.ok_or_else(no_answer)?.text;
        let said = added(&bot, words, &admin, &question, &first.article).await?;
        Ok(Body::from(&said))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}
