//! What is suggested while somebody types a question: titles of articles and sections, and questions
//! that were answered well on the server; never text of the articles. A title that is chosen asks
//! about the place it names.
//!
//! Discord waits while somebody types, so everything is kept ready: titles for each generation of the
//! index, questions for each server.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::all::GuildId;
use tokio::time::{Duration, Instant};

use crate::app::{Outline, folded};
use crate::discord::api::message::Choice;
use crate::discord::budget;
use crate::discord::escape;

/// Questions among the choices at most, to leave room for titles.
const QUESTIONS: usize = 10;
/// How long the questions of a server are kept.
const FRESH: Duration = Duration::from_secs(60);
/// Servers whose questions are kept ready.
const SERVERS: usize = 1_000;
/// Between an article's title and a section's.
const BELOW: &str = " › ";

/// What can be suggested.
#[derive(Debug, Default)]
pub(in crate::discord) struct Suggestions {
    titles: Mutex<Arc<Titles>>,
    popular: Mutex<HashMap<GuildId, Popular>>,
}

/// The titles of one generation.
#[derive(Debug, Default)]
struct Titles {
    generation: u64,
    /// Articles first, each followed by its sections.
    all: Vec<Title>,
    /// By the text of the choice.
    named: HashMap<String, usize>,
}

#[derive(Debug)]
struct Title {
    shown: Text,
    path: String,
    /// Empty for a whole article.
    headings: Vec<String>,
}

/// The questions of one server.
#[derive(Debug, Clone)]
struct Popular {
    read: Instant,
    /// The most asked first.
    questions: Arc<[Text]>,
}

/// Text with its words as they are compared.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Text {
    text: String,
    words: Vec<String>,
}

impl Text {
    pub(in crate::discord) fn new(text: String) -> Self {
        let words = words(&text);
        Self { text, words }
    }

    /// Whether every typed word begins one of its words.
    pub(in crate::discord) fn fits(&self, typed: &[String]) -> bool {
        let begins = |typed: &String| self.words.iter().any(|it| it.starts_with(typed.as_str()));
        typed.iter().all(begins)
    }

    /// Whether it begins with what is typed.
    fn begins_with(&self, typed: &[String]) -> bool {
        let mut pairs = self.words.iter().zip(typed);
        self.words.len() >= typed.len()
            && pairs.all(|(word, typed)| word.starts_with(typed.as_str()))
    }
}

pub(in crate::discord) fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Titles {
    fn of(outline: &Outline) -> Self {
        let mut titles = Self {
            generation: outline.generation,
            ..Self::default()
        };
        for article in &outline.articles {
            let title = escape::plain(&article.title);
            titles.add(&title, &article.path, &[]);
            for headings in &article.sections {
                let section = headings.last().map(|it| escape::plain(it));
                let Some(section) = section.filter(|it| !it.is_empty() && *it != title) else {
                    continue;
                };
                titles.add(&label(&title, &section), &article.path, headings);
            }
        }
        titles
    }

    /// Adds a title; of several with the same text the first is kept.
    fn add(&mut self, shown: &str, path: &str, headings: &[String]) {
        let shown = budget::cut(shown, Choice::LONGEST);
        if shown.is_empty() || self.named.contains_key(&shown) {
            return;
        }
        self.named.insert(shown.clone(), self.all.len());
        self.all.push(Title {
            shown: Text::new(shown),
            path: path.to_owned(),
            headings: headings.to_vec(),
        });
    }

    /// The titles that fit, articles before sections, and those that begin as typed first.
    fn fitting(&self, typed: &[String]) -> Vec<&Title> {
        let mut fitting: Vec<&Title> = self.all.iter().filter(|it| it.shown.fits(typed)).collect();
        fitting.sort_by_key(|it| (!it.shown.begins_with(typed), !it.headings.is_empty()));
        fitting
    }
}

/// `Article › Section` within the length of a choice; the longer one is cut.
fn label(title: &str, section: &str) -> String {
    let room = Choice::LONGEST.saturating_sub(budget::width(BELOW));
    let (long, short) = (budget::width(title), budget::width(section));
    if long + short <= room {
        return format!("{title}{BELOW}{section}");
    }
    let half = room / 2;
    let title_room = room.saturating_sub(short).max(half);
    let title = budget::cut(title, title_room);
    let section = budget::cut(section, room.saturating_sub(budget::width(&title)));
    format!("{title}{BELOW}{section}")
}

impl Suggestions {
    /// The article, and the headings in it, whose title a question is.
    pub(in crate::discord) fn named(
        &self,
        outline: &Outline,
        question: &str,
    ) -> Option<(String, Vec<String>)> {
        let titles = self.titles(outline);
        let title = titles.all.get(*titles.named.get(question.trim())?)?;
        Some((title.path.clone(), title.headings.clone()))
    }

    /// Reads the titles of a generation, so that they are ready when somebody types.
    pub(in crate::discord) fn keep_titles(&self, outline: &Outline) {
        self.titles(outline);
    }

    /// Choices for what is typed, from popular questions and, if it is known, the outline.
    pub(in crate::discord) fn choices(
        &self,
        typed: &str,
        popular: &[Text],
        outline: Option<&Outline>,
    ) -> Vec<Choice> {
        let titles = outline.map_or_else(Arc::default, |outline| self.titles(outline));
        choose(typed, popular, &titles)
    }

    fn titles(&self, outline: &Outline) -> Arc<Titles> {
        let known = Arc::clone(&lock(&self.titles));
        if known.generation == outline.generation {
            return known;
        }
        let titles = Arc::new(Titles::of(outline));
        *lock(&self.titles) = Arc::clone(&titles);
        titles
    }

    /// The questions of a server as last read, and whether they are old.
    pub(in crate::discord) fn known_popular(&self, server: GuildId) -> (Option<Arc<[Text]>>, bool) {
        match lock(&self.popular).get(&server) {
            Some(known) => (
                Some(Arc::clone(&known.questions)),
                known.read.elapsed() > FRESH,
            ),
            None => (None, true),
        }
    }

    pub(in crate::discord) fn keep_popular(&self, server: GuildId, questions: Arc<[Text]>) {
        let mut popular = lock(&self.popular);
        if popular.len() >= SERVERS {
            popular.clear();
        }
        let read = Instant::now();
        popular.insert(server, Popular { read, questions });
    }
}

/// Questions first, then titles. If nothing is typed: the most asked questions, then whole
/// articles.
fn choose(typed: &str, popular: &[Text], titles: &Titles) -> Vec<Choice> {
    let typed = words(typed);
    let questions = popular.iter().filter(|it| it.fits(&typed)).take(QUESTIONS);
    let fitting = titles.fitting(&typed);
    let whole = |it: &&&Title| !typed.is_empty() || it.headings.is_empty();
    let titles = fitting.iter().filter(whole).map(|it| &it.shown);
    let mut seen = HashSet::new();
    questions
        .chain(titles)
        .filter(|it| seen.insert(it.text.as_str()))
        .take(Choice::MOST)
        .map(|it| Choice {
            name: it.text.clone(),
            value: it.text.clone(),
        })
        .collect()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use lodestar_engine::index::ArticleOutline;

    fn titles(articles: &[(&str, &[&str])]) -> Titles {
        let outlined = |(number, (title, sections)): (usize, &(&str, &[&str]))| ArticleOutline {
            path: format!("{number}.md"),
            title: (*title).to_owned(),
            date: None,
            sections: sections.iter().map(|it| vec![(*it).to_owned()]).collect(),
            alone: Vec::new(),
        };
        Titles::of(&Outline {
            generation: 1,
            articles: articles.iter().enumerate().map(outlined).collect(),
        })
    }

    fn town() -> Titles {
        titles(&[
            ("The castle", &["Tower", "The castle"]),
            ("The harbour", &["Ferries", "Café Ærø"]),
        ])
    }

    fn chosen(typed: &str, popular: &[&str], titles: &Titles) -> Vec<String> {
        let popular: Vec<Text> = popular
            .iter()
            .map(|it| Text::new((*it).to_owned()))
            .collect();
        let choices = choose(typed, &popular, titles);
        choices.into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn before_typing_popular_questions_and_whole_articles_are_offered() {
        assert_eq!(
            chosen("", &["Is it open?"], &town()),
            ["Is it open?", "The castle", "The harbour"]
        );
    }

    #[test]
    fn typed_words_are_matched_with_questions_and_titles() {
        let popular = ["Is the castle open?", "When do ferries leave?"];
        assert_eq!(
            chosen("cast", &popular, &town()),
            ["Is the castle open?", "The castle", "The castle › Tower"]
        );
        assert_eq!(
            chosen("harb FERR", &popular, &town()),
            ["The harbour › Ferries"]
        );
        assert_eq!(
            chosen("cafe aero", &[], &town()),
            ["The harbour › Café Ærø"]
        );
        assert!(chosen("zebra", &popular, &town()).is_empty());
    }

    #[test]
    fn a_suggested_title_is_found_again() {
        let town = town();
        for shown in chosen("the", &[], &town) {
            assert!(town.named.contains_key(&shown), "{shown}");
        }
    }

    #[test]
    fn long_titles_leave_room_for_their_sections() {
        let shown = label(&"t".repeat(300), "Ferries");
        assert!(
            shown.ends_with("…› Ferries") || shown.ends_with("… › Ferries"),
            "{shown}"
        );
        let shown = label(&"t".repeat(300), &"s".repeat(300));
        assert!(budget::width(&shown) <= Choice::LONGEST, "{shown}");
        assert!(shown.contains(BELOW), "{shown}");
    }

    proptest! {
        #[test]
        fn choices_of_any_titles_keep_within_discords_limits(
            articles in proptest::collection::vec(
                ("\\PC{0,150}", proptest::collection::vec("\\PC{0,150}", 0..4)), 0..20),
            popular in proptest::collection::vec("\\PC{1,100}", 0..20),
            typed in "\\PC{0,5}",
        ) {
            let articles: Vec<(&str, Vec<&str>)> = articles
                .iter()
                .map(|(title, sections)| {
                    (title.as_str(), sections.iter().map(String::as_str).collect())
                })
                .collect();
            let articles: Vec<(&str, &[&str])> = articles
                .iter()
                .map(|(title, sections)| (*title, sections.as_slice()))
                .collect();
            let popular: Vec<&str> = popular.iter().map(String::as_str).collect();
            let choices = chosen(&typed, &popular, &titles(&articles));
            prop_assert!(choices.len() <= Choice::MOST);
            for choice in choices {
                prop_assert!((1..=Choice::LONGEST).contains(&choice.chars().count()), "{}", choice);
            }
        }
    }
}
