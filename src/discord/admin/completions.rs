//! Suggestions while an admin types: open questions, golden questions, articles and sections. A
//! choice has room for 100 characters only, so this also finds the original again.

use serenity::all::{CommandDataOptionValue, CommandInteraction, GuildId};

use super::corpus;
use crate::app::{Outline, article_key, folded};
use crate::discord::api::message::Choice;
use crate::discord::bot::Bot;
use crate::discord::budget;
use crate::discord::escape;
use crate::discord::failure::Failure;
use crate::discord::state::suggestions::{Text, words};
use crate::discord::words::Words;

/// Characters that can be typed for an option with suggestions.
pub(super) const TYPED: u16 = 1_000;

/// Popular questions of a server that are suggested.
const POPULAR: u32 = 100;

/// An article or section that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) struct Section {
    pub(in crate::discord) path: String,
    /// Empty for the whole article.
    pub(in crate::discord) headings: Vec<String>,
    /// As people see it.
    pub(in crate::discord) label: String,
}

impl Section {
    fn value(&self) -> String {
        if self.headings.is_empty() {
            reference(&self.path)
        } else {
            hashed(&format!("{}\n{}", self.path, self.headings.join("\n")))
        }
    }
}

/// Every article, followed by its sections if they are wanted.
fn sections(outline: &Outline, with_sections: bool) -> Vec<Section> {
    let mut all = Vec::new();
    for article in &outline.articles {
        let label = escape::plain(&article.title);
        let section = |headings: &[String], label: String| Section {
            path: article.path.clone(),
            headings: headings.to_vec(),
            label,
        };
        all.push(section(&[], label.clone()));
        for headings in article.sections.iter().filter(|_| with_sections) {
            let below: Vec<String> = headings.iter().map(|it| escape::plain(it)).collect();
            all.push(section(
                headings,
                format!("{label} › {}", below.join(" › ")),
            ));
        }
    }
    all
}

/// The value of a choice: the text itself, or a hash if it is too long.
pub(in crate::discord) fn reference(text: &str) -> String {
    let plain = escape::plain(text);
    if plain == text && !text.is_empty() && budget::width(text) <= Choice::LONGEST {
        plain
    } else {
        hashed(text)
    }
}

fn hashed(text: &str) -> String {
    format!("#{:x}", article_key(text))
}

/// Whether it is the hash of a longer text.
fn is_reference(given: &str) -> bool {
    let number = given.strip_prefix('#').unwrap_or_default();
    !number.is_empty() && number.chars().all(|it| it.is_ascii_hexdigit())
}

/// The text that was chosen or typed.
pub(in crate::discord) fn resolve<'a>(
    given: &str,
    mut texts: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let given = given.trim();
    texts.find(|text| *text == given || reference(text) == given)
}

/// Offers choices for an option of an admin command that is being typed.
pub(in crate::discord) async fn complete(bot: &Bot, typing: &CommandInteraction) {
    let admins = &bot.state.admins;
    let allowed = admins.check(typing.guild_id, typing.member.as_deref());
    let choices = match (allowed, typing.guild_id) {
        (Ok(()), Some(_)) if typing.data.name == "corpus" => corpus::choices(bot, typing).await,
        (Ok(()), Some(server)) => choices(bot, typing, server).await,
        _ => Vec::new(),
    };
    bot.rest.offer(typing, choices).await;
}

async fn choices(bot: &Bot, typing: &CommandInteraction, server: GuildId) -> Vec<Choice> {
    let Some(option) = typing.data.autocomplete() else {
        return Vec::new();
    };
    let below = typing.data.options.first();
    let below = below.filter(|it| matches!(it.value, CommandDataOptionValue::SubCommand(_)));
    let subcommand = below.map_or("", |it| it.name.as_str());
    let store = bot.app.store();
    let offered: Vec<(String, String)> = match (typing.data.name.as_str(), option.name) {
        ("gaps", "question") => {
            let gaps = store.gaps(server.get()).await.unwrap_or_default();
            same(gaps.into_iter().map(|gap| gap.text))
        }
        ("golden", "question") if subcommand == "remove" => {
            let golden = bot.app.golden().await.unwrap_or_default();
            same(golden.into_iter().map(|probe| probe.question))
        }
        (_, "question") => {
            let popular = store.popular(server.get(), POPULAR).await;
            same(popular.unwrap_or_default().into_iter())
        }
        _ => match bot.app.outline().await {
            Ok(outline) => sections(&outline, subcommand == "pin")
                .into_iter()
                .map(|it| (it.label.clone(), it.value()))
                .collect(),
            Err(_) => Vec::new(),
        },
    };
    fitting(option.value, offered)
}

/// The question that was chosen among those asked on a server, or that was typed.
pub(in crate::discord) async fn question(
    bot: &Bot,
    server: GuildId,
    given: &str,
) -> Result<String, Failure> {
    let popular = bot.app.store().popular(server.get(), POPULAR).await;
    let popular = popular.unwrap_or_default();
    let given = given.trim();
    match resolve(given, popular.iter().map(String::as_str)) {
        Some(text) => Ok(text.to_owned()),
        None if is_reference(given) => Err(Failure::explained(Words::question_unknown)),
        None => Ok(given.to_owned()),
    }
}

/// The article or section that was chosen, or typed by its title or path.
pub(in crate::discord) async fn section(bot: &Bot, given: &str) -> Result<Section, Failure> {
    let outline = bot.app.outline().await?;
    let typed = folded(given.trim());
    let all = sections(&outline, true);
    let found = all
        .iter()
        .find(|it| it.value() == given.trim() || it.path == given.trim())
        .or_else(|| all.iter().find(|it| folded(&it.label) == typed));
    found.cloned().ok_or_else(|| {
        let given = escape::line(given, Choice::LONGEST);
        Failure::explained(move |words: Words| words.article_unknown(&given))
    })
}

/// Texts with the values of their choices.
fn same(texts: impl Iterator<Item = String>) -> Vec<(String, String)> {
    texts
        .map(|text| (escape::plain(&text), reference(&text)))
        .collect()
}

/// Choices whose words begin as typed, as many as Discord takes; each value once.
fn fitting(typed: &str, offered: Vec<(String, String)>) -> Vec<Choice> {
    let typed = words(typed);
    let mut choices: Vec<Choice> = Vec::new();
    for (name, value) in offered {
        let name = budget::cut(&name, Choice::LONGEST);
        let is_new = !choices.iter().any(|it| it.value == value);
        if !name.is_empty() && is_new && Text::new(name.clone()).fits(&typed) {
            choices.push(Choice { name, value });
        }
        if choices.len() == Choice::MOST {
            break;
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_found_again_by_its_hash() {
        let long = "Why? ".repeat(60);
        let texts = ["Is it open?", long.as_str()];
        for text in texts {
            let chosen = reference(text);
            assert!(budget::width(&chosen) <= Choice::LONGEST, "{chosen}");
            assert_eq!(resolve(&chosen, texts.into_iter()), Some(text));
        }
        assert_eq!(resolve("Is it closed?", texts.into_iter()), None);
    }

    #[test]
    fn a_hash_is_never_mistaken_for_a_text() {
        assert!(is_reference(&reference(&"Why? ".repeat(60))));
        for question in ["#", "Is it open?", "#general", "ab12"] {
            assert!(!is_reference(question), "{question}");
        }
    }

    #[test]
    fn choices_keep_within_discords_limits() {
        let offered = (0..40).map(|n| (format!("Castle {n} {}", "x".repeat(200)), n.to_string()));
        let choices = fitting("cas", offered.collect());
        assert_eq!(choices.len(), Choice::MOST);
        assert!(
            choices
                .iter()
                .all(|it| budget::width(&it.name) <= Choice::LONGEST)
        );
        assert!(fitting("zoo", same(["The castle".to_owned()].into_iter())).is_empty());
    }
}
