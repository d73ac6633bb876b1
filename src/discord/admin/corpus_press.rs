//! What admins press under messages about the corpus.

use super::corpus::{catalogue, health_page, indexed, refused};
use crate::discord::api::custom_id::{Action, CorpusAction};
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::bot::press::Press;
use crate::discord::escape;
use crate::discord::failure::Failure;

/// UTF-16 code units of a path that are shown.
const LONGEST_PATH: usize = 400;

pub(in crate::discord) async fn change_corpus(
    press: &Press<'_>,
    action: CorpusAction,
) -> Result<(), Failure> {
    let admin = press.admin()?;
    press.acknowledge(press.is_private()).await?;
    let (bot, words) = (press.bot, press.words());
    let body = match action {
        CorpusAction::List { page, search } => catalogue(bot, words, search, page).await?,
        CorpusAction::Health { page } => health_page(bot, words, page).await?,
        CorpusAction::Add { draft, sure: false } => {
            bot.app.decline(draft).await;
            Body::new(&words.corpus_not_added())
        }
        CorpusAction::Add { draft, sure: true } => {
            let added = bot.app.accept(draft).await.map_err(refused)?;
            admin.note(bot, format!("corpus add {}", added.path));
            follow(press, words.corpus_added(&shown(&added.path)), None).await?
        }
        CorpusAction::Remove { article } => {
            let removed = bot.app.remove_article(article).await;
            let (removed, path) = removed.map_err(refused)?;
            admin.note(bot, format!("corpus remove {path}"));
            follow(press, words.corpus_removed(&shown(&path)), Some(removed)).await?
        }
        CorpusAction::Keep => Body::new(&words.corpus_kept()),
        CorpusAction::Restore { removed } => {
            let restored = bot.app.restore_article(removed).await;
            let path = restored.map_err(refused)?;
            admin.note(bot, format!("corpus restore {path}"));
            follow(press, words.corpus_restored(&shown(&path)), None).await?
        }
    };
    let in_place = press.is_private();
    press.reply.answer(&bot.rest, body, !in_place).await?;
    Ok(())
}

/// Reports what was done before the index follows, and again afterwards. Offers to restore what was
/// `removed`.
async fn follow(press: &Press<'_>, done: String, removed: Option<u64>) -> Result<Body, Failure> {
    let (bot, words) = (press.bot, press.words());
    let undo = removed.map(|removed| {
        let action = Action::Corpus(CorpusAction::Restore { removed });
        Button::new(&words.button_undo(), action)
    });
    let rows = Row::of_buttons(undo.into_iter().collect());
    let body = |state: &str| Body::new(&format!("{done} {state}")).with(rows.clone());
    let first = body(&words.corpus_indexing());
    press
        .reply
        .answer(&bot.rest, first, !press.is_private())
        .await?;
    let user = &press.interaction.user;
    let by = user.global_name.as_ref().unwrap_or(&user.name);
    Ok(body(&indexed(bot, words, by).await))
}

fn shown(path: &str) -> String {
    escape::line(path, LONGEST_PATH)
}
