//! What is suggested while somebody types a question: titles of articles and sections, and questions
//! that were answered well on the server; never text of the articles. A title that is chosen asks
//! about what it names.
//!
//! Suggestions come while somebody types, so everything is kept ready: titles for each generation
//! of the index, questions for each server.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::all::{CommandInteraction, GuildId};
use tokio::time::{Duration, Instant, timeout};

use crate::app::App;
use crate::app::Outline;
use crate::app::folded;
use crate::discord::api::message::Choice;
use crate::discord::api::message::Response;
use crate::discord::bot::Bot;
use crate::discord::escape;
use crate::discord::render::budget;

/// Choices at most, and characters of one,
/// <https://docs.discord.com/developers/interactions/application-commands#autocomplete>.
pub(in crate::discord) const CHOICES: usize = 25;
pub(in crate::discord) const LONGEST: usize = 100;
/// Questions among the choices at most, so that there is room for titles.
const QUESTIONS: usize = 10;
/// Questions of a server that are kept ready.
const POPULAR: u32 = 100;
/// How long the questions of a server are kept.
const FRESH: Duration = Duration::from_secs(60);
/// Servers whose questions are kept ready.
const SERVERS: usize = 1_000;
/// How long somebody who types waits for what is not ready yet.
const PATIENCE: Duration = Duration::from_millis(30);
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
    /// By what is chosen.
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

    /// Whether every word that is typed begins one of the words.
    pub(in crate::discord) fn fits(&self, typed: &[String]) -> bool {
        let begins = |typed: &String| self.words.iter().any(|it| it.starts_with(typed.as_str()));
        typed.iter().all(begins)
    }

    /// Whether it goes on as it is typed, from its first word.
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

    /// Of several that are called the same the first is kept.
    fn add(&mut self, shown: &str, path: &str, headings: &[String]) {
        let shown = budget::cut(shown, LONGEST);
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

    /// Those that fit, articles before sections and those that begin as typed before others.
    fn fitting(&self, typed: &[String]) -> Vec<&Title> {
        let mut fitting: Vec<&Title> = self.all.iter().filter(|it| it.shown.fits(typed)).collect();
        fitting.sort_by_key(|it| (!it.shown.begins_with(typed), !it.headings.is_empty()));
        fitting
    }
}

/// `Article › Section` within the length of a choice: the longer one of both is cut.
fn label(title: &str, section: &str) -> String {
    let room = LONGEST.saturating_sub(budget::width(BELOW));
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
    /// The article, and the headings in it, that a question is the title of.
    pub(in crate::discord) fn named(
        &self,
        app: &App,
        question: &str,
    ) -> Option<(String, Vec<String>)> {
        let titles = self.titles(&*app.known_outline()?);
        let title = titles.all.get(*titles.named.get(question.trim())?)?;
        Some((title.path.clone(), title.headings.clone()))
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

    /// The questions of a server as they were read last, and whether they are old.
    fn known_popular(&self, server: GuildId) -> (Option<Arc<[Text]>>, bool) {
        match lock(&self.popular).get(&server) {
            Some(known) => (
                Some(Arc::clone(&known.questions)),
                known.read.elapsed() > FRESH,
            ),
            None => (None, true),
        }
    }

    fn keep_popular(&self, server: GuildId, questions: Arc<[Text]>) {
        let mut popular = lock(&self.popular);
        if popular.len() >= SERVERS {
            popular.clear();
        }
        let read = Instant::now();
        popular.insert(server, Popular { read, questions });
    }
}

/// Reads the titles before anybody types; without an index, once there is one.
pub(in crate::discord) async fn prepare(bot: Arc<Bot>) {
    let mut generations = bot.app.generations();
    loop {
        match bot.app.outline().await {
            Ok(outline) => {
                bot.suggestions.titles(&outline);
                return;
            }
            Err(error) => tracing::debug!(%error, "no titles to suggest yet"),
        }
        tokio::select! {
            changed = generations.changed() => if changed.is_err() { return },
            () = bot.stopped() => return,
        }
    }
}

impl Bot {
    /// Offers choices for a question that is being typed.
    pub(in crate::discord) async fn suggest(self: &Arc<Self>, typing: &CommandInteraction) {
        let typed = typing.data.autocomplete().map_or("", |option| option.value);
        let server = typing.guild_id.filter(|it| self.places.knows(*it));
        let (popular, outline) =
            tokio::join!(self.popular(server), timeout(PATIENCE, self.app.outline()));
        let titles = match &outline {
            Ok(Ok(outline)) => self.suggestions.titles(outline),
            _ => Arc::default(),
        };
        let choices = choose(typed, &popular, &titles);
        self.offer(typing, choices).await;
    }

    pub(in crate::discord) async fn offer(
        &self,
        typing: &CommandInteraction,
        choices: Vec<Choice>,
    ) {
        let response = Response::choices(choices);
        let sent = self.rest.respond(typing.id, &typing.token, &response).await;
        if let Err(error) = sent {
            // Who has typed on in the meantime is offered the next ones.
            tracing::debug!(%error, "choices could not be offered");
        }
    }

    /// Questions that were answered well on a server; those that were read before while newer ones
    /// are being read, none in direct messages.
    async fn popular(self: &Arc<Self>, server: Option<GuildId>) -> Arc<[Text]> {
        let Some(server) = server else {
            return Arc::default();
        };
        let (known, is_old) = self.suggestions.known_popular(server);
        if !is_old {
            return known.unwrap_or_default();
        }
        let bot = Arc::clone(self);
        let reading = async move {
            let read = bot.app.store().popular(server.get(), POPULAR).await;
            let texts = read.unwrap_or_default().into_iter();
            let questions: Arc<[Text]> = texts
                .map(|text| escape::plain(&text))
                .filter(|text| !text.is_empty() && budget::width(text) <= LONGEST)
                .map(Text::new)
                .collect();
            bot.suggestions.keep_popular(server, Arc::clone(&questions));
            questions
        };
        let reading = tokio::spawn(reading);
        match known {
            Some(known) => known,
            None => match timeout(PATIENCE, reading).await {
                Ok(Ok(questions)) => questions,
                _ => Arc::default(),
            },
        }
    }
}

/// Questions first, then titles; without anything typed what is asked most, then whole articles.
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
        .take(CHOICES)
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
    use lodestar_engine::index::Outlined;

    fn titles(articles: &[(&str, &[&str])]) -> Titles {
        let outlined = |(number, (title, sections)): (usize, &(&str, &[&str]))| Outlined {
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
    fn nothing_typed_offers_what_is_asked_most_and_whole_articles() {
        assert_eq!(
            chosen("", &["Is it open?"], &town()),
            ["Is it open?", "The castle", "The harbour"]
        );
    }

    #[test]
    fn what_is_typed_is_looked_for_in_questions_and_titles() {
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
    fn what_is_offered_is_known_by_its_name() {
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
        assert!(budget::width(&shown) <= LONGEST, "{shown}");
        assert!(shown.contains(BELOW), "{shown}");
    }

    proptest! {
        #[test]
        fn any_titles_make_choices_that_discord_takes(
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
            prop_assert!(choices.len() <= CHOICES);
            for choice in choices {
                prop_assert!((1..=LONGEST).contains(&choice.chars().count()), "{}", choice);
            }
        }
    }
}
