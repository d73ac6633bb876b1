//! `/settings`: the bot's behaviour in a channel, shown and changed by those who manage the server.

use std::convert::Infallible;
use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, ChannelType, CommandInteraction, GuildId, PartialChannel};

use crate::discord::api::interaction::Interaction;
use crate::discord::api::{Channel, Tag};
use crate::discord::bot::Bot;
use crate::discord::bot::admin::Admin;
use crate::discord::bot::command::{Context, admin, run};
use crate::discord::failure::Failure;
use crate::discord::render::{self, Readers, SolvedTag};
use crate::discord::state::places::is_thread;
use crate::discord::words::Words;
use crate::store::{AnswersIn, ChannelSettings, DigestPlace, ForumSettings, Mode};

/// Parts of the names of tags for solved posts, in the bot's languages.
const SOLVED: &[&str] = &[
    "solved",
    "resolved",
    "answered",
    "löst",
    "lost",
    "besvarad",
    "gelöst",
    "erledigt",
    "beantwortet",
    "løst",
    "besvart",
    "opgelost",
    "beantwoord",
    "résolu",
    "resolu",
    "répondu",
    "resuelt",
    "resuelto",
    "respondid",
    "已解决",
    "已回答",
    "✅",
];

/// Names that contain one of those and mean the opposite.
const UNSOLVED: &[&str] = &[
    "unsolved",
    "unresolved",
    "unanswered",
    "not ",
    "olöst",
    "ungelöst",
    "uløst",
    "onopgelost",
    "non ",
    "sin ",
    "未",
];

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum ModeChoice {
    Off,
    #[name = "When asked"]
    Asked,
    #[name = "When confident"]
    Confident,
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum PlaceChoice {
    Channel,
    Thread,
}

/// What to change; nothing if everything is `None`.
struct Change {
    mode: Option<ModeChoice>,
    answers_in: Option<PlaceChoice>,
    forum: Option<bool>,
    solved_tag: Option<String>,
    digest: Option<bool>,
}

#[poise::command(
    slash_command,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
pub(in crate::discord) async fn settings(
    ctx: Context<'_>,
    #[channel_types("Text", "News", "Forum", "Voice")] channel: Option<PartialChannel>,
    mode: Option<ModeChoice>,
    #[rename = "answers-in"] answers_in: Option<PlaceChoice>,
    forum: Option<bool>,
    #[rename = "solved-tag"]
    #[max_length = 20]
    solved_tag: Option<String>,
    digest: Option<bool>,
) -> Result<(), Infallible> {
    let allowed = admin(ctx);
    let channel = channel.map_or_else(|| here(ctx.interaction), |channel| channel.id);
    let change = Change {
        mode,
        answers_in,
        forum,
        solved_tag,
        digest,
    };
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let admin = allowed?;
        reply.acknowledge(&bot.rest, true).await?;
        let of_channel = change.is_of_channel();
        if let Some(wanted) = change.digest {
            set_digest(&bot, &admin, channel, wanted).await?;
        }
        let content = apply(&bot, reply.words(), admin.server, channel, change).await?;
        if of_channel {
            let settings = bot.app.store();
            let settings = settings.latest_channel_settings(admin.server.get(), channel.get());
            admin.note(&bot, format!("settings {channel}: {:?}", settings.await));
        }
        reply.answer(&bot.rest, &content, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}

/// The channel whose settings apply where a command is used; for a thread, its parent.
pub(in crate::discord) fn here(interaction: &CommandInteraction) -> ChannelId {
    let channel = interaction.channel.as_ref();
    channel
        .filter(|channel| is_thread(channel.kind))
        .and_then(|thread| thread.parent_id)
        .unwrap_or(interaction.channel_id)
}

async fn apply(
    bot: &Bot,
    words: Words,
    server: GuildId,
    channel: ChannelId,
    change: Change,
) -> Result<String, Failure> {
    let store = bot.app.store();
    let known = bot.state.places.get(channel).map(|place| place.kind);
    let before = store
        .latest_channel_settings(server.get(), channel.get())
        .await;
    let is_forum = known == Some(ChannelType::Forum);
    let about_forum = change.forum.is_some() || change.solved_tag.is_some();
    let forum = if is_forum || about_forum {
        Some(bot.rest.channel(channel).await?).filter(|it| it.kind == ChannelType::Forum)
    } else {
        None
    };
    let after = changed(before, &change, channel, forum.as_ref())?;
    let mut lines = Vec::new();
    if after != before || !change.is_empty() {
        let saved = store
            .set_channel_settings(server.get(), channel.get(), after)
            .await;
        lines.push(match saved {
            Ok(()) => words.settings_saved(),
            Err(_) => words.settings_for_now(),
        });
    }
    let tag = match (&forum, after.forum) {
        (Some(forum), Some(settings)) => Some(SolvedTag {
            name: settings.solved_tag.and_then(|id| {
                let tag = forum.available_tags.iter().find(|tag| tag.id.get() == id);
                tag.map(|tag| tag.name.clone())
            }),
        }),
        _ => None,
    };
    lines.push(render::settings(
        words,
        channel,
        &after,
        forum.is_some(),
        tag.as_ref(),
    ));
    if after.mode == Mode::Confident && !bot.settings.discord.message_content {
        lines.push(words.settings_needs_content());
    }
    lines.extend(digest_lines(bot, words, server, channel).await);
    Ok(lines.join("\n"))
}

/// Sends the server's weekly digest to a channel, or no longer.
async fn set_digest(
    bot: &Bot,
    admin: &Admin,
    channel: ChannelId,
    wanted: bool,
) -> Result<(), Failure> {
    let kind = bot.state.places.get(channel).map(|place| place.kind);
    if wanted && kind == Some(ChannelType::Forum) {
        let name = format!("<#{channel}>");
        return Err(Failure::explained(move |words| {
            words.settings_digest_forum(&name)
        }));
    }
    let unsaved = |_| Failure::explained(Words::not_saved);
    let (store, server) = (bot.app.store(), admin.server.get());
    let place = store.digest_place(server).await.map_err(unsaved)?;
    let is_here = place.is_some_and(|place| place.channel == channel.get());
    if wanted == is_here {
        return Ok(());
    }
    let now = Timestamp::now();
    let place = wanted.then(|| DigestPlace {
        channel: channel.get(),
        since: now,
    });
    let set = store.set_digest_place(server, place).await;
    set.map_err(unsaved)?;
    let goes = if wanted { "goes" } else { "no longer goes" };
    admin.note(
        bot,
        format!("the weekly digest {goes} to channel {channel}"),
    );
    Ok(())
}

/// Where the server's digest goes, and when.
async fn digest_lines(bot: &Bot, words: Words, server: GuildId, channel: ChannelId) -> Vec<String> {
    let place = bot.app.store().digest_place(server.get()).await;
    let Ok(Some(place)) = place else {
        return Vec::new();
    };
    let next = words.moment(bot.state.digests.next(Timestamp::now()));
    let mut lines = vec![words.settings_digest(&format!("<#{}>", place.channel), &next)];
    if place.channel == channel.get() && bot.state.places.readers(channel) == Readers::Everybody {
        lines.push(words.settings_digest_discreet());
    }
    lines
}

fn changed(
    mut settings: ChannelSettings,
    change: &Change,
    channel: ChannelId,
    forum: Option<&Channel>,
) -> Result<ChannelSettings, Failure> {
    let name = format!("<#{channel}>");
    match change.mode {
        Some(ModeChoice::Off) => settings.mode = Mode::Off,
        Some(ModeChoice::Asked) => settings.mode = Mode::Asked,
        Some(ModeChoice::Confident) => settings.mode = Mode::Confident,
        None => {}
    }
    match change.answers_in {
        Some(PlaceChoice::Channel) => settings.answers_in = AnswersIn::Channel,
        Some(PlaceChoice::Thread) => settings.answers_in = AnswersIn::Thread,
        None => {}
    }
    if change.forum == Some(false) {
        settings.forum = None;
    } else if change.forum.is_some() || change.solved_tag.is_some() {
        let Some(forum) = forum else {
            return Err(Failure::explained(move |words| {
                words.settings_no_forum(&name)
            }));
        };
        let tags = &forum.available_tags;
        let wanted = match &change.solved_tag {
            Some(wanted) => {
                Some(tag_called(tags, wanted).ok_or_else(|| no_such_tag(name, wanted, tags))?)
            }
            None => tags.iter().find(|tag| means_solved(&tag.name)),
        };
        let before = settings.forum.and_then(|forum| forum.solved_tag);
        settings.forum = Some(ForumSettings {
            solved_tag: wanted.map(|tag| tag.id.get()).or(before),
        });
    }
    Ok(settings)
}

fn tag_called<'a>(tags: &'a [Tag], name: &str) -> Option<&'a Tag> {
    let name = name.trim().to_lowercase();
    tags.iter().find(|tag| tag.name.to_lowercase() == name)
}

fn no_such_tag(channel: String, tag: &str, tags: &[Tag]) -> Failure {
    let tag = tag.to_owned();
    let names: Vec<String> = tags.iter().map(|tag| tag.name.clone()).collect();
    Failure::explained(move |words| render::no_such_tag(words, &channel, &tag, &names))
}

/// Whether a tag's name says that a post is solved.
fn means_solved(name: &str) -> bool {
    let name = name.to_lowercase();
    SOLVED.iter().any(|word| name.contains(word))
        && !UNSOLVED.iter().any(|word| name.contains(word))
}

impl Change {
    fn is_empty(&self) -> bool {
        self.digest.is_none() && !self.is_of_channel()
    }

    /// Whether it changes settings of the channel itself.
    fn is_of_channel(&self) -> bool {
        self.mode.is_some()
            || self.answers_in.is_some()
            || self.forum.is_some()
            || self.solved_tag.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_for_solved_posts_is_recognised_by_its_name() {
        for name in [
            "Solved",
            "✅ resolved",
            "Gelöst",
            "Løst",
            "RÉSOLU",
            "Resuelto",
            "已解决",
        ] {
            assert!(means_solved(name), "{name}");
        }
        for name in [
            "Unsolved",
            "Question",
            "Not solved",
            "Olöst",
            "未解决",
            "Non résolu",
        ] {
            assert!(!means_solved(name), "{name}");
        }
    }
}
