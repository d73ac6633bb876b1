//! Reading on: further pages of passages, and the whole section of a passage.

use serenity::all::UserId;

use super::answer;
use super::asking::passages;
use super::recall::recall;
use crate::discord::api::custom_id::SectionRef;
use crate::discord::api::message::Shown;
use crate::discord::bot::Bot;
use crate::discord::bot::press::Press;
use crate::discord::failure::{Failure, too_old};
use crate::discord::render::{self, Audience, Under};
use crate::discord::state::handled::Turn;
use crate::discord::words::Words;
use crate::store::{Answered, QuestionId};
use lodestar_engine::answer::Answer;

pub(in crate::discord) async fn turn_to(
    press: &Press<'_>,
    question: QuestionId,
    asker: UserId,
    page: u32,
    generation: u64,
) -> Result<(), Failure> {
    let in_place = press.may_change(asker);
    press.acknowledge(in_place).await?;
    let recalled = recall(press.bot, question, &press.interaction.message).await;
    let recalled = recalled.ok_or_else(too_old)?;
    let pages = answer::search(press.bot, &recalled.earlier, &recalled.text).await?;
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let answer = pages.page(page);
    let answer = answer.ok_or_else(|| Failure::explained(Words::no_more_passages))?;
    let under = Under {
        question,
        asker,
        page,
        pages: pages.count(),
        refreshed: generation != answer.generation,
        audience: if press.user() != asker {
            Audience::Reader
        } else if press.is_private() {
            Audience::Asker
        } else {
            Audience::Everybody
        },
        is_whole_section: answer::is_whole_section(press.bot, &answer),
    };
    let mut body = render::answer_with_buttons(press.words(), &answer, under);
    if let Some(head) = render::head(&press.interaction.message.content).filter(|_| in_place) {
        body = body.headed(head);
    }
    let turn = press.bot.state.handled.change_of(press.message()).await;
    let shown = press.reply.answer(&press.bot.rest, body, !in_place).await?;
    if let Some(shown) = shown.filter(|_| under.audience != Audience::Reader) {
        let editable = under.audience == Audience::Everybody;
        record_page(press.bot, question, &answer, shown, editable, turn);
    }
    Ok(())
}

pub(in crate::discord) async fn read_section(
    press: &Press<'_>,
    section: SectionRef,
) -> Result<(), Failure> {
    press.acknowledge(false).await?;
    let SectionRef {
        article,
        section,
        position,
    } = section;
    let found = press.bot.app.section(article, section, position).await?;
    let found = found.ok_or_else(|| Failure::explained(Words::section_gone))?;
    let mut bodies = render::section(press.words(), &found).into_iter();
    if let Some(first) = bodies.next() {
        press.reply.answer(&press.bot.rest, first, true).await?;
    }
    for further in bodies {
        press.reply.add_privately(&press.bot.rest, further).await?;
    }
    Ok(())
}

/// Records in the background that a message shows another page; then the turn ends.
fn record_page(
    bot: &Bot,
    question: QuestionId,
    answer: &Answer,
    shown: Shown,
    editable: bool,
    turn: Turn,
) {
    let (generation, passages) = (answer.generation, passages(answer));
    let store = bot.app.store().clone();
    bot.spawn(async move {
        let answered = Answered {
            message: shown.message.get(),
            channel: shown.channel.get(),
            question,
            generation,
            shown_at: jiff::Timestamp::now(),
            editable,
            passages: &passages,
        };
        if let Err(error) = store.record_answer(&answered).await {
            tracing::debug!(%error, "a page is not recorded");
        }
        drop(turn);
    });
}
