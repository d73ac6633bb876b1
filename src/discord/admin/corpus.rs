//! `/corpus`: the articles, listed, shown, added, removed and described, for admins. The buttons
//! under its messages are in [`super::corpus_press`].

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{Attachment, CommandInteraction};

use crate::app::{ChangeError, Description, Listed, Upload};
use crate::discord::api::FileError;
use crate::discord::api::custom_id::{Action, CorpusAction, Search};
use crate::discord::api::message::{Body, Button, Choice, Row};
use crate::discord::bot::Bot;
use crate::discord::bot::admin::{Admin, name_of};
use crate::discord::bot::command::{Command, Context, run_for_admin, suggest_while_typing};
use crate::discord::budget;
use crate::discord::escape;
use crate::discord::failure::Failure;
use crate::discord::render::{self, Catalogued};
use crate::discord::words::Words;
use lodestar_engine::article::Trust;

/// Characters that can be typed of an article's name.
const NAME: u16 = 300;

/// UTF-16 code units shown of a reason or path.
const SHOWN: usize = 400;

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum TrustChoice {
    #[name = "High trust"]
    High,
    #[name = "Normal trust"]
    Normal,
    #[name = "Low trust"]
    Low,
}

impl From<TrustChoice> for Trust {
    fn from(choice: TrustChoice) -> Self {
        match choice {
            TrustChoice::High => Self::High,
            TrustChoice::Normal => Self::Normal,
            TrustChoice::Low => Self::Low,
        }
    }
}

/// The command, with suggestions for articles.
pub(in crate::discord) fn command() -> Command {
    let mut command = corpus();
    suggest_while_typing::<NAME>(&mut command, &["article"]);
    command
}

/// Articles that match what is being typed.
pub(in crate::discord) async fn choices(bot: &Bot, typing: &CommandInteraction) -> Vec<Choice> {
    let Ok(outline) = bot.app.outline().await else {
        return Vec::new();
    };
    let typed = typing.data.autocomplete().map_or("", |option| option.value);
    let typed = typed.trim().to_lowercase();
    let is_meant = |text: &str| text.to_lowercase().contains(&typed);
    outline
        .articles
        .iter()
        .filter(|it| is_meant(&it.path) || is_meant(&it.title))
        .filter(|it| budget::width(&it.path) <= Choice::LONGEST)
        .take(Choice::MOST)
        .map(|it| Choice {
            name: budget::cut(
                &format!("{} · {}", escape::plain(&it.title), it.path),
                Choice::LONGEST,
            ),
            value: it.path.clone(),
        })
        .collect()
}

#[poise::command(
    slash_command,
    subcommands("list", "show", "add", "remove", "set", "sources", "health"),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
async fn corpus(_: Context<'_>) -> Result<(), Infallible> {
    Ok(())
}

#[poise::command(slash_command)]
async fn list(
    ctx: Context<'_>,
    #[max_length = 38] search: Option<String>,
) -> Result<(), Infallible> {
    let search = Search::of(&search.unwrap_or_default());
    let work = async move |bot: Arc<Bot>, words: Words, _| catalogue(&bot, words, search, 0).await;
    run_for_admin(ctx, work).await;
    Ok(())
}

/// A page of the articles that match a search, counted from 0.
pub(in crate::discord) async fn catalogue(
    bot: &Bot,
    words: Words,
    search: Search,
    page: u32,
) -> Result<Body, Failure> {
    let mut listed = bot.app.catalogue().await.map_err(Failure::Broken)?;
    listed.retain(|it| matches(it, search.text()));
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let Catalogued { text, page, pages } = render::catalogue(words, &listed, page);
    let mut buttons = Vec::new();
    let mut turn = |label: String, page: usize| {
        let page = u32::try_from(page).unwrap_or(u32::MAX);
        let action = CorpusAction::List { page, search };
        buttons.push(Button::new(&label, Action::Corpus(action)));
    };
    if let Some(before) = page.checked_sub(1) {
        turn(words.button_back(), before);
    }
    if page + 1 < pages {
        turn(words.button_next(), page + 1);
    }
    Ok(Body::new(&text).with(Row::of_buttons(buttons)))
}

fn matches(listed: &Listed, search: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(search);
    has(&listed.path)
        || listed
            .summary
            .as_ref()
            .is_some_and(|it| has(&it.source.title) || it.source.tags.iter().any(|tag| has(tag)))
}

#[poise::command(slash_command)]
async fn show(ctx: Context<'_>, article: String) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        let listed = meant(&bot, &article).await?;
        Ok(Body::new(&render::article(words, &listed)))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

/// The one article that a name stands for.
async fn meant(bot: &Bot, name: &str) -> Result<Listed, Failure> {
    let meant = bot.app.meant(name).await.map_err(Failure::Broken)?;
    meant.map_err(|several| {
        let name = escape::line(name, SHOWN);
        let paths: Vec<String> = several
            .iter()
            .take(10)
            .map(|it| format!("- {}", escape::line(&it.path, 120)))
            .collect();
        Failure::explained(move |words| match paths.as_slice() {
            [] => words.corpus_no_such(&name),
            paths => format!("{}\n{}", words.corpus_several(&name), paths.join("\n")),
        })
    })
}

#[poise::command(slash_command)]
async fn add(
    ctx: Context<'_>,
    file: Option<Attachment>,
    #[max_length = 2000] url: Option<String>,
) -> Result<(), Infallible> {
    let by = name_of(ctx.interaction.member.as_deref(), &ctx.interaction.user);
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        let pending = match (file, url) {
            (Some(file), None) => {
                let upload = download(&bot, file).await?;
                bot.app.submit_file(upload, &by).await
            }
            (None, Some(url)) => bot.app.submit_address(&url, &by).await,
            _ => return Err(Failure::explained(Words::corpus_one_of)),
        };
        let pending = pending.map_err(refused)?;
        let button = |label: String, sure| {
            let draft = pending.id;
            Button::new(&label, Action::Corpus(CorpusAction::Add { draft, sure }))
        };
        let buttons = vec![
            button(words.button_add(), true).primary(),
            button(words.button_cancel(), false),
        ];
        let text = render::article_preview(words, &pending.summary);
        Ok(Body::new(&text).with(Row::of_buttons(buttons)))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

/// Downloads an upload at once, because its address expires.
async fn download(bot: &Bot, file: Attachment) -> Result<Upload, Failure> {
    let read = bot.rest.file(&file, bot.app.upload_limit()).await;
    let bytes = read.map_err(|error| match error {
        FileError::Rest(error) => Failure::from(error),
        error => {
            let reason = error.to_string();
            Failure::explained(move |words| words.corpus_refused(&reason))
        }
    })?;
    Ok(Upload {
        name: file.filename,
        content_type: file.content_type,
        bytes,
    })
}

/// Why the corpus was not changed, in words.
pub(in crate::discord) fn refused(error: ChangeError) -> Failure {
    use crate::app::ShelfError;
    match error {
        ChangeError::Refused(ShelfError::Gone) => Failure::explained(Words::corpus_gone),
        ChangeError::Refused(error @ ShelfError::Io { .. }) => Failure::Broken(error.into()),
        ChangeError::Corpus(error) => Failure::Broken(error),
        ChangeError::Broken(error) => Failure::Broken(error.into()),
        error => {
            let reason = escape::line(&error.to_string(), SHOWN);
            Failure::explained(move |words| words.corpus_refused(&reason))
        }
    }
}

#[poise::command(slash_command)]
async fn remove(ctx: Context<'_>, article: String) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        let listed = meant(&bot, &article).await?;
        let question = words.corpus_remove_question(&escape::line(&listed.path, SHOWN));
        let button = |label: String, action| Button::new(&label, Action::Corpus(action));
        let remove = CorpusAction::Remove {
            article: listed.key,
        };
        let buttons = vec![
            button(words.button_remove(), remove).dangerous(),
            button(words.button_cancel(), CorpusAction::Keep),
        ];
        Ok(Body::new(&question).with(Row::of_buttons(buttons)))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

#[poise::command(slash_command)]
async fn set(
    ctx: Context<'_>,
    article: String,
    #[max_length = 300] title: Option<String>,
    #[max_length = 1000] tags: Option<String>,
    trust: Option<TrustChoice>,
) -> Result<(), Infallible> {
    let by = name_of(ctx.interaction.member.as_deref(), &ctx.interaction.user);
    let description = Description {
        title: title
            .map(|title| title.trim().to_owned())
            .filter(|title| !title.is_empty()),
        tags: tags.map(|tags| {
            let tags = tags
                .split(',')
                .map(str::trim)
                .filter(|tag| !matches!(*tag, "" | "-"));
            tags.map(str::to_owned).collect()
        }),
        trust: trust.map(Trust::from),
    };
    let work = async move |bot: Arc<Bot>, words: Words, admin: Admin| {
        if description.title.is_none() && description.tags.is_none() && description.trust.is_none()
        {
            return Err(Failure::explained(Words::corpus_set_nothing));
        }
        let listed = meant(&bot, &article).await?;
        let changed = bot.app.describe_article(&listed.path, description).await;
        changed.map_err(refused)?;
        admin.note(&bot, format!("corpus set {}", listed.path));
        let done = words.corpus_set_done(&escape::line(&listed.path, SHOWN));
        let indexed = indexed(&bot, words, &by).await;
        let now = meant(&bot, &listed.path).await?;
        let text = format!("{done} {indexed}\n{}", render::article(words, &now));
        Ok(Body::new(&text))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

/// Updates the index and says whether that worked.
pub(in crate::discord) async fn indexed(bot: &Bot, words: Words, by: &str) -> String {
    match bot.app.refresh(by).await {
        Ok(None) => words.corpus_indexed(),
        Ok(Some(hold)) => format!("{} {}", render::held(words, &hold), words.corpus_waits()),
        Err(error) => words.reindex_failed(&crate::discord::failure::log(&error, &"/corpus")),
    }
}

#[poise::command(slash_command)]
async fn sources(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, _| {
        Ok(Body::new(&render::sources(words, &bot.app.sources())))
    };
    run_for_admin(ctx, work).await;
    Ok(())
}

#[poise::command(slash_command)]
async fn health(ctx: Context<'_>) -> Result<(), Infallible> {
    let work = async move |bot: Arc<Bot>, words: Words, _| health_page(&bot, words, 0).await;
    run_for_admin(ctx, work).await;
    Ok(())
}

/// A page of the corpus's problems, counted from 0.
pub(in crate::discord) async fn health_page(
    bot: &Bot,
    words: Words,
    page: u32,
) -> Result<Body, Failure> {
    let review = bot.app.review().await.map_err(Failure::Broken)?;
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let Catalogued { text, page, pages } = render::health(words, &review, page);
    let mut buttons = Vec::new();
    let mut turn = |label: String, page: usize| {
        let page = u32::try_from(page).unwrap_or(u32::MAX);
        let action = CorpusAction::Health { page };
        buttons.push(Button::new(&label, Action::Corpus(action)));
    };
    if let Some(before) = page.checked_sub(1) {
        turn(words.button_back(), before);
    }
    if page + 1 < pages {
        turn(words.button_next(), page + 1);
    }
    Ok(Body::new(&text).with(Row::of_buttons(buttons)))
}
