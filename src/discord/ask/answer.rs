//! The one way from a question to its answer, whoever asks and however: the search, the pages of
//! passages, and the message with the buttons below it.

use super::asking::Asking;
use crate::app::AskError;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::render::{self, Audience, Under};
use crate::discord::state::recent::Recalled;
use crate::discord::words::Words;
use lodestar_engine::answer::{Answer, Coverage};

/// Pages of passages at most; after so many, people rephrase their question.
const PAGES: usize = 4;

/// All passages that are worth showing for a question, best first.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Pages {
    all: Answer,
    size: usize,
}

impl Pages {
    /// `size` passages a page, at least one.
    fn new(all: Answer, size: usize) -> Self {
        Self {
            all,
            size: size.max(1),
        }
    }

    /// How many there are, at least one.
    pub(in crate::discord) fn count(&self) -> usize {
        match self.all.state {
            Coverage::Answered | Coverage::Closest => {
                self.all.excerpts.len().div_ceil(self.size).max(1)
            }
            Coverage::NotCovered => 1,
        }
    }

    /// The answer with the passages of one page, counted from 0; `None` if there is no such page.
    pub(in crate::discord) fn page(&self, page: usize) -> Option<Answer> {
        if page >= self.count() {
            return None;
        }
        let excerpts = match self.all.state {
            Coverage::Answered | Coverage::Closest => {
                let from = page.saturating_mul(self.size);
                let shown = self.all.excerpts.iter().skip(from).take(self.size);
                shown.cloned().collect()
            }
            Coverage::NotCovered => self.all.excerpts.clone(),
        };
        let mut differing = self.all.differing.clone();
        differing.retain(|place| page == 0 && *place < self.size);
        if differing.len() < 2 {
            differing.clear();
        }
        Some(Answer {
            excerpts,
            differing,
            ..self.all.clone()
        })
    }

    /// The first page.
    pub(in crate::discord) fn first(&self) -> Answer {
        self.page(0).unwrap_or_else(|| self.all.clone())
    }
}

/// Answers a question: the message to show, and what to record once it is shown. The `earlier`
/// questions of the conversation, oldest first, supply what this one leaves out.
pub(in crate::discord) async fn answer(
    bot: &Bot,
    asking: &Asking,
    words: Words,
    earlier: &[String],
    question: &str,
) -> Result<(Body, Answer), AskError> {
    let pages = search(bot, earlier, question).await?;
    Ok(compose(bot, asking, words, &pages, earlier, question))
}

/// Searches for a question, or looks up the article or section whose title it is.
pub(in crate::discord) async fn search(
    bot: &Bot,
    earlier: &[String],
    question: &str,
) -> Result<Pages, AskError> {
    if earlier.is_empty()
        && let Some(outline) = bot.app.known_outline()
        && let Some((path, headings)) = bot.state.suggestions.named(&outline, question)
        && let Some(pages) = look_up(bot, &path, &headings, question).await?
    {
        return Ok(pages);
    }
    let size = page_size(bot);
    let answer = bot.app.follow_up(earlier, question, PAGES * size).await?;
    Ok(Pages::new(answer, size))
}

/// What an article says, or what is below some headings of it; `None` if there is no such place.
pub(in crate::discord) async fn look_up(
    bot: &Bot,
    path: &str,
    headings: &[String],
    question: &str,
) -> Result<Option<Pages>, AskError> {
    let size = page_size(bot);
    let about = bot.app.about(path, headings, question, PAGES * size);
    Ok(about.await?.map(|answer| Pages::new(answer, size)))
}

fn page_size(bot: &Bot) -> usize {
    bot.app.excerpts().min(render::EXCERPTS)
}

/// As [`answer`], for what has been searched already.
pub(in crate::discord) fn compose(
    bot: &Bot,
    asking: &Asking,
    words: Words,
    pages: &Pages,
    earlier: &[String],
    question: &str,
) -> (Body, Answer) {
    let recalled = Recalled {
        text: question.to_owned(),
        earlier: earlier.to_vec(),
    };
    let recent = &bot.state.recent;
    recent.remember(asking.id, asking.asker, recalled);
    let first = pages.first();
    let under = Under {
        question: asking.id,
        asker: asking.asker,
        page: 0,
        pages: pages.count(),
        refreshed: false,
        audience: if asking.private {
            Audience::Asker
        } else {
            Audience::Everybody
        },
        is_whole_section: is_whole_section(bot, &first),
    };
    let body = render::answer_with_buttons(words, &first, under);
    (body, first)
}

/// Whether the first passage of an answer is all of its section, as far as that is known without
/// reading anything.
pub(in crate::discord) fn is_whole_section(bot: &Bot, answer: &Answer) -> bool {
    let outline = bot.app.known_outline();
    let outline = outline.filter(|it| it.generation == answer.generation);
    let first = answer.excerpts.first();
    outline.zip(first).is_some_and(|(outline, first)| {
        outline.is_whole_section(&first.source.path, first.position)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use lodestar_engine::answer::{Excerpt, Question};
    use lodestar_engine::article::{Source, Trust};
    use lodestar_engine::language::Language;

    fn pages(state: Coverage, passages: u32) -> Pages {
        let source = Arc::new(Source {
            path: "a.md".to_owned(),
            title: "A".to_owned(),
            url: None,
            date: None,
            updated: None,
            author: None,
            language: Language::English,
            tags: Vec::new(),
            trust: Trust::Normal,
            references: Vec::new(),
        });
        let excerpt = |position| Excerpt {
            source: Arc::clone(&source),
            headings: Vec::new(),
            position,
            text: "A.".to_owned(),
            sentence: 0..2,
            highlights: Vec::new(),
            score: 1.0,
        };
        let answer = Answer {
            question: Question {
                text: "a".to_owned(),
                cut: 0,
            },
            state,
            confidence: 0.8,
            excerpts: (0..passages).map(excerpt).collect(),
            differing: Vec::new(),
            unseen: Vec::new(),
            corrections: Vec::new(),
            filter: Vec::new(),
            generation: 1,
        };
        Pages::new(answer, 3)
    }

    fn positions(pages: &Pages, page: usize) -> Option<Vec<u32>> {
        let answer = pages.page(page)?;
        Some(answer.excerpts.iter().map(|it| it.position).collect())
    }

    #[test]
    fn passages_are_split_into_pages() {
        let seven = pages(Coverage::Answered, 7);
        assert_eq!(seven.count(), 3);
        assert_eq!(positions(&seven, 0), Some(vec![0, 1, 2]));
        assert_eq!(positions(&seven, 2), Some(vec![6]));
        assert_eq!(positions(&seven, 3), None);
        assert_eq!(positions(&seven, usize::MAX), None);
    }

    #[test]
    fn there_is_always_a_first_page() {
        let none = pages(Coverage::Closest, 0);
        assert_eq!((none.count(), positions(&none, 0)), (1, Some(vec![])));
        assert_eq!(pages(Coverage::NotCovered, 9).count(), 1);
    }
}
