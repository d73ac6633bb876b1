//! `/gaps`: questions that were not answered well, what the editors decide about them, and all of
//! them as a table.

use std::convert::Infallible;
use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{GuildId, User};

use super::completions::{self, TYPED, resolve};
use crate::app::times;
use crate::discord::api::custom_id::List;
use crate::discord::api::message::{Body, File};
use crate::discord::bot::Bot;
use crate::discord::bot::admin::Admin;
use crate::discord::bot::command::{Command, Context, run_for_admin, suggest_while_typing};
use crate::discord::failure::{Failure, store_failed};
use crate::discord::words::Words;
use crate::discord::{escape, render};
use crate::store::{Decision, Gap};

/// Room for a question in a sentence, in UTF-16 code units.
const QUESTION: usize = 200;

/// A decision of the editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
enum Mark {
    #[name = "Wont cover"]
    WontCover,
    Covered,
    Assigned,
    #[name = "Open again"]
    Open,
}

pub(in crate::discord) fn command() -> Command {
    let mut command = gaps();
    suggest_while_typing::<TYPED>(&mut command, &["question", "article"]);
    command
}

#[poise::command(
    slash_command,
    subcommands("list", "mark", "export"),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
async fn gaps(_: Context<'_>) -> Result<(), Infallible> {
    Ok(())
}

#[poise::command(slash_command)]
async fn list(ctx: Context<'_>) -> Result<(), Infallible> {
    let work =
        async move |bot: Arc<Bot>, words, admin: Admin| page(&bot, words, admin.server, 0).await;
    run_for_admin(ctx, work).await;
    Ok(())
}

/// A page of the undecided and unwritten questions, counted from 0.
pub(in crate::discord) async fn page(
    bot: &Bot,
    words: Words,
    server: GuildId,
    page: u32,
) -> Result<Body, Failure> {
    let groups = open_groups(bot, server).await?;
    Ok(render::paged(
        words,
        List::Gaps,
        page,
        &render::gaps(words, &groups),
    ))
}

/// The open questions, similar ones grouped; the most often asked group first.
pub(in crate::discord) async fn open_groups(
    bot: &Bot,
    server: GuildId,
) -> Result<Vec<Vec<Gap>>, Failure> {
    let gaps = bot.app.store().gaps(server.get()).await;
    let mut gaps = gaps.map_err(|error| store_failed(&error))?;
    gaps.retain(|gap| matches!(gap.decision, Decision::Open | Decision::AssignedTo(_)));
    let mut groups = grouped(bot, gaps).await?;
    groups.sort_by_key(|group| std::cmp::Reverse(group.iter().map(times).sum::<u64>()));
    Ok(groups)
}

async fn grouped(bot: &Bot, gaps: Vec<Gap>) -> Result<Vec<Vec<Gap>>, Failure> {
    let texts: Vec<String> = gaps.iter().map(|gap| gap.text.clone()).collect();
    let groups = bot.app.alike(texts).await?;
    let mut left: Vec<Option<Gap>> = gaps.into_iter().map(Some).collect();
    let mut take = |place: usize| left.get_mut(place).and_then(Option::take);
    let groups = groups.into_iter();
    Ok(groups
        .map(|group| group.into_iter().filter_map(&mut take).collect())
        .collect())
}

#[poise::command(slash_command)]
async fn mark(
    ctx: Context<'_>,
    question: String,
    #[rename = "as"] mark: Mark,
    article: Option<String>,
    member: Option<User>,
) -> Result<(), Infallible> {
    let member = member.map(|it| it.id);
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let decision = match mark {
            Mark::WontCover => Decision::WontCover,
            Mark::Open => Decision::Open,
            Mark::Covered => {
                let article =
                    article.ok_or_else(|| Failure::explained(Words::gap_needs_article))?;
                Decision::CoveredBy(completions::section(&bot, &article).await?.path)
            }
            Mark::Assigned => {
                let member = member.ok_or_else(|| Failure::explained(Words::gap_needs_member))?;
                Decision::AssignedTo(member.get())
            }
        };
        let said = decide(&bot, words, &admin, &question, &decision).await?;
        Ok(Body::new(&said))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

/// Decides about a question and similar ones; covered ones become golden questions.
async fn decide(
    bot: &Bot,
    words: Words,
    admin: &Admin,
    question: &str,
    decision: &Decision,
) -> Result<String, Failure> {
    let (store, now) = (bot.app.store(), Timestamp::now());
    let gaps = store.gaps(admin.server.get()).await;
    let gaps = gaps.map_err(|error| store_failed(&error))?;
    let chosen = resolve(question, gaps.iter().map(|gap| gap.text.as_str()));
    let chosen = chosen.ok_or_else(|| Failure::explained(Words::question_unknown))?;
    let chosen = chosen.to_owned();
    let mut groups = grouped(bot, gaps).await?.into_iter();
    let group = groups.find(|group| group.iter().any(|gap| gap.text == chosen));
    let mut alike = group.unwrap_or_default();
    // The chosen one comes first.
    alike.sort_by_key(|gap| gap.text != chosen);
    for gap in &alike {
        let decided = store.decide_on(admin.server.get(), &gap.text, decision, now);
        decided.await.map_err(|error| store_failed(&error))?;
    }
    let mut said = render::gap_marked(words, &chosen, decision, alike.len());
    if let Decision::CoveredBy(article) = decision {
        match bot.app.add_golden(&chosen, article).await {
            Ok(_) => said = format!("{said}\n{}", words.gap_is_golden()),
            Err(error) => {
                let reason = escape::line(&format!("{error:#}"), QUESTION);
                said = format!("{said}\n{}", words.golden_failed(&reason));
            }
        }
    }
    // The audit log names neither the question nor the assignee: they would outlive being
    // forgotten.
    let count = alike.len();
    let done = match decision {
        Decision::Open => "open".to_owned(),
        Decision::WontCover => "won't cover".to_owned(),
        Decision::CoveredBy(article) => format!("covered by {article}"),
        Decision::AssignedTo(_) => "assigned".to_owned(),
    };
    admin.note(bot, format!("gaps mark {done}, questions: {count}"));
    Ok(said)
}

#[poise::command(slash_command)]
async fn export(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        let gaps = bot.app.store().gaps(admin.server.get()).await;
        let gaps = gaps.map_err(|error| store_failed(&error))?;
        let count = gaps.len();
        let groups = grouped(&bot, gaps).await?;
        let file = File {
            name: "gaps.csv".to_owned(),
            bytes: render::gaps_table(&groups).into_bytes(),
        };
        let said = words.gaps_exported(count);
        let body = Body::new(&said).attaching(file, Some(&said));
        admin.note(&bot, "gaps export".to_owned());
        Ok(body)
    };
    run_for_admin(ctx, work).await;
    Ok(())
}
