//! Reading on: further pages of passages, and the whole section that a passage stands in.

use serenity::all::UserId;

use crate::discord::api::custom_id::SectionRef;
use crate::discord::api::reply::Shown;
use crate::discord::ask::addressee;
use crate::discord::ask::asking::passages;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::gateway::press::Press;
use crate::discord::gateway::press::too_old;
use crate::discord::render;
use crate::discord::render::Audience;
use crate::discord::render::Under;
use crate::discord::state::handled::Turn;
use crate::discord::words::Words;
use crate::store::Answered;
use crate::store::QuestionId;
use lodestar_engine::answer::Answer;

impl Press<'_> {
    pub(in crate::discord) async fn turn_to(
        &self,
        question: QuestionId,
        asker: UserId,
        page: u32,
        generation: u64,
    ) -> Result<(), Failure> {
        let in_place = self.may_change(asker);
        self.acknowledge(in_place).await?;
        let recalled = self.bot.recall(question, &self.interaction.message).await;
        let recalled = recalled.ok_or_else(too_old)?;
        let pages = self.bot.search(&recalled.earlier, &recalled.text).await?;
        let page = usize::try_from(page).unwrap_or(usize::MAX);
        let answer = pages.page(page);
        let answer = answer.ok_or_else(|| Failure::explained(Words::no_more_passages))?;
        let under = Under {
            question,
            asker,
            page,
            pages: pages.count(),
            refreshed: generation != answer.generation,
            audience: if self.user() != asker {
                Audience::Reader
            } else if self.is_private() {
                Audience::Asker
            } else {
                Audience::Everybody
            },
            is_whole_section: self.bot.is_whole_section(&answer),
        };
        let mut body = render::answer_with_buttons(self.words(), &answer, under);
        if let Some(head) = addressee::head(&self.interaction.message.content).filter(|_| in_place)
        {
            body = body.headed(head);
        }
        let turn = self.bot.handled.change_of(self.message()).await;
        let shown = self.reply.answer(&self.bot.rest, body, !in_place).await?;
        if let Some(shown) = shown.filter(|_| under.audience != Audience::Reader) {
            let editable = under.audience == Audience::Everybody;
            self.bot
                .record_page(question, &answer, shown, editable, turn);
        }
        Ok(())
    }

    pub(in crate::discord) async fn read_section(
        &self,
        section: SectionRef,
    ) -> Result<(), Failure> {
        self.acknowledge(false).await?;
        let SectionRef {
            article,
            section,
            position,
        } = section;
        let found = self.bot.app.section(article, section, position).await?;
        let found = found.ok_or_else(|| Failure::explained(Words::section_gone))?;
        let mut bodies = render::section(self.words(), &found).into_iter();
        if let Some(first) = bodies.next() {
            self.reply.answer(&self.bot.rest, first, true).await?;
        }
        for further in bodies {
            self.reply.add_privately(&self.bot.rest, further).await?;
        }
        Ok(())
    }
}

impl Bot {
    /// Records in the background that a message shows another page now; then the turn ends.
    fn record_page(
        &self,
        question: QuestionId,
        answer: &Answer,
        shown: Shown,
        editable: bool,
        turn: Turn,
    ) {
        let (generation, passages) = (answer.generation, passages(answer));
        let store = self.app.store().clone();
        self.spawn(async move {
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
}
