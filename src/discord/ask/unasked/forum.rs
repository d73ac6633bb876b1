//! New posts in forums that want it: one short reply with passages that may help, and a button to
//! say that they did. The reply is withdrawn if a person answers first.

use std::sync::Arc;

use serenity::all::{
    ChannelId, ChannelType, ComponentInteraction, GuildChannel, GuildId, Message, MessageId,
    Permissions, UserId,
};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::question::{is_question, questions};
use crate::app::AskError;
use crate::discord::api::custom_id::Action;
use crate::discord::api::error::RestError;
use crate::discord::api::message::{Body, Button, Row};
use crate::discord::api::{TagId, Written};
use crate::discord::ask::channel;
use crate::discord::bot::Bot;
use crate::discord::bot::press::Press;
use crate::discord::failure::Failure;
use crate::discord::render::{self, EXCERPTS};
use crate::discord::words::Words;
use crate::store::{ForumSettings, Mode};
use lodestar_engine::answer::{Answer, Coverage};

/// Words of a title that is searched for, at least, unless it is a question.
const TITLE_WORDS: usize = 3;

/// Questions of a post's text that are tried one by one.
const SENTENCES: usize = 3;

/// Tags of a post at most, <https://docs.discord.com/developers/resources/channel>.
const TAGS: usize = 5;

/// A post older than this, in seconds, is not new: Discord announces a thread again when the bot is
/// added to it.
const NEW: i64 = 60 * 60;

/// Message types that people write: ordinary messages and replies.
const WRITTEN: &[u8] = &[0, 19];

/// Answers a new post if its forum wants that.
pub(in crate::discord) fn somebody_posted(bot: &Arc<Bot>, thread: &GuildChannel) {
    let (Some(forum), Some(asker)) = (thread.parent_id, thread.owner_id) else {
        return;
    };
    let is_forum = bot
        .state
        .places
        .get(forum)
        .is_some_and(|it| it.kind == ChannelType::Forum);
    let age = jiff::Timestamp::now().as_second() - thread.id.created_at().unix_timestamp();
    if !is_forum || asker == bot.id || age > NEW {
        return;
    }
    // The message that begins a post has the post's id.
    let starter = MessageId::new(thread.id.get());
    let Some(off) = bot.state.unasked.waiting.begin(thread.id, starter, asker) else {
        return;
    };
    let this = Arc::clone(bot);
    let post = Post {
        id: thread.id,
        title: thread.name.clone(),
        asker,
        server: thread.guild_id,
        forum,
    };
    bot.spawn(async move {
        if let Err(error) = help_with(&this, &post, &off).await {
            tracing::info!(%error, post = %post.id, "a post is not answered");
        }
        this.state.unasked.waiting.end(post.id, starter);
    });
}

/// Withdraws the reply to a post when somebody other than its author writes there.
pub(in crate::discord) fn somebody_wrote(
    bot: &Arc<Bot>,
    server: GuildId,
    forum: ChannelId,
    message: &Message,
) {
    let thread = message.channel_id;
    let asker = bot.state.places.get(thread).and_then(|place| place.owner);
    if asker.is_none_or(|asker| asker == message.author.id) {
        return;
    }
    let this = Arc::clone(bot);
    bot.spawn(async move {
        if wanted(&this, server, forum).await.is_none() {
            return;
        }
        let withdrawable = &this.state.unasked.withdrawable;
        if withdrawable.get(thread).is_none() {
            // It may have been posted before a restart.
            let known = this.rest.first_messages(thread).await.unwrap_or_default();
            let own = known.iter().find(|it| is_own_reply(it, this.id));
            withdrawable.note(thread, own.map(|it| it.id));
        }
        if let Some(answer) = withdrawable.take(thread) {
            withdraw(&this, thread, answer).await;
        }
    });
}

/// A post that waits for an answer.
struct Post {
    id: ChannelId,
    title: String,
    asker: UserId,
    server: GuildId,
    forum: ChannelId,
}

async fn wanted(bot: &Bot, server: GuildId, forum: ChannelId) -> Option<ForumSettings> {
    let settings = channel::settings_in(bot, server, forum).await;
    settings.forum.filter(|_| settings.mode != Mode::Off)
}

async fn help_with(bot: &Bot, post: &Post, off: &CancellationToken) -> Result<(), RestError> {
    let Some(settings) = wanted(bot, post.server, post.forum).await else {
        return Ok(());
    };
    tokio::select! {
        () = off.cancelled() => return Ok(()),
        () = bot.stopping().cancelled() => return Ok(()),
        () = sleep(bot.settings.discord.unasked_wait) => {}
    }
    if !is_open(bot, post, settings).await? {
        return Ok(());
    }
    let text = if bot.settings.discord.message_content {
        let starter = MessageId::new(post.id.get());
        bot.rest
            .message_content(post.id, starter)
            .await
            .unwrap_or_default()
    } else {
        String::new()
    };
    let Some(answer) = passages_for(bot, &post.title, &text).await else {
        return Ok(());
    };
    if off.is_cancelled() {
        return Ok(());
    }
    let words = bot.state.preferred.words_in(Some(post.server), post.asker);
    let body = reply(words, &answer, post);
    let sent = bot.rest.create_message(post.id, &body).await?;
    bot.state.unasked.withdrawable.note(post.id, Some(sent));
    // Somebody may have written in the meantime and found nothing to withdraw.
    if off.is_cancelled()
        && let Some(answer) = bot.state.unasked.withdrawable.take(post.id)
    {
        withdraw(bot, post.id, answer).await;
    }
    Ok(())
}

/// Whether a post is neither solved, closed nor answered.
async fn is_open(bot: &Bot, post: &Post, settings: ForumSettings) -> Result<bool, RestError> {
    let (thread, written) =
        tokio::join!(bot.rest.channel(post.id), bot.rest.first_messages(post.id));
    let thread = thread?;
    let is_closed = thread
        .thread_metadata
        .is_some_and(|it| it.archived || it.locked);
    let tag = settings.solved_tag.map(TagId::new);
    let is_solved = tag.is_some_and(|tag| thread.applied_tags.contains(&tag));
    // Without the permission to read the history, the events have to do.
    let written = written.unwrap_or_default();
    let is_answered = written.iter().any(|it| {
        let by_person = !it.author.bot && it.author.id != post.asker;
        WRITTEN.contains(&it.kind) && (by_person || it.author.id == bot.id)
    });
    Ok(!is_closed && !is_solved && !is_answered)
}

/// Passages for a post, if one of them certainly answers its title, or a question in its text that
/// the title may complete.
async fn passages_for(bot: &Bot, title: &str, text: &str) -> Option<Answer> {
    let says_enough = title.split_whitespace().count() >= TITLE_WORDS || is_question(title);
    let title_alone = says_enough.then(|| (Vec::new(), title.to_owned()));
    let asked = questions(text).take(SENTENCES);
    let asked = asked.map(|question| (vec![title.to_owned()], question));
    for (earlier, question) in title_alone.into_iter().chain(asked) {
        match bot.app.follow_up(&earlier, &question, EXCERPTS).await {
            Ok(answer) if answer.state == Coverage::Answered => return Some(answer),
            Ok(_) | Err(AskError::NoWords) => {}
            Err(error) => {
                tracing::info!(%error, "a post is left alone");
                return None;
            }
        }
    }
    None
}

fn reply(words: Words, answer: &Answer, post: &Post) -> Body {
    let opening = words.forum_opening();
    let (content, _) = render::found(words, &opening, &answer.excerpts, false);
    let button = Button::new(&words.button_solved(), Action::Solved { asker: post.asker });
    Body::new(&content)
        .with(Row::of_buttons(vec![button.positive()]))
        .replying_to(post.id, MessageId::new(post.id.get()))
        .once(format!("f{}", post.id))
}

async fn withdraw(bot: &Bot, thread: ChannelId, answer: MessageId) {
    match bot.rest.delete_message(thread, answer).await {
        Ok(()) => tracing::debug!(%thread, "a person answers; the reply is withdrawn"),
        Err(error) => tracing::info!(%error, %thread, "a reply is not withdrawn"),
    }
}

/// Whether a message is the bot's reply to a post, not yet marked as the solution.
fn is_own_reply(message: &Written, bot: UserId) -> bool {
    let buttons = message
        .components
        .iter()
        .filter_map(|row| row.get("components")?.as_array());
    let ids = buttons
        .flatten()
        .filter_map(|button| button.get("custom_id")?.as_str());
    let mut actions = ids.filter_map(Action::parse);
    message.author.id == bot && actions.any(|action| matches!(action, Action::Solved { .. }))
}

/// Marks a post as solved by the reply, for its author and for moderators.
pub(in crate::discord) async fn solved(press: &Press<'_>, asker: UserId) -> Result<(), Failure> {
    let (bot, reply, interaction) = (press.bot, press.reply, press.interaction);
    let permissions = interaction.member.as_ref().and_then(|it| it.permissions);
    let may_manage = permissions.is_some_and(|it| {
        it.intersects(
            Permissions::MANAGE_THREADS | Permissions::MANAGE_MESSAGES | Permissions::ADMINISTRATOR,
        )
    });
    if interaction.user.id != asker && !may_manage {
        return Err(Failure::explained(Words::only_asker_or_moderator));
    }
    reply.acknowledge_in_place(&bot.rest).await?;
    let post = interaction.channel_id;
    bot.state.unasked.withdrawable.note(post, None);
    // The reply stays, without its button.
    let kept = Body::new(&interaction.message.content);
    reply.answer(&bot.rest, kept, false).await?;
    let tagged = match tag_solved(bot, interaction).await {
        Ok(tagged) => tagged,
        Err(error) => {
            tracing::info!(%error, %post, "a post cannot be tagged");
            false
        }
    };
    let words = reply.words();
    let thanks = if tagged {
        words.solved_thanks()
    } else {
        words.solved_untagged()
    };
    reply.answer(&bot.rest, &thanks, true).await?;
    Ok(())
}

/// Adds the tag for solved posts; false if there is none, or no room for it.
async fn tag_solved(bot: &Bot, interaction: &ComponentInteraction) -> Result<bool, RestError> {
    let post = interaction.channel_id;
    let Some(server) = interaction.guild_id else {
        return Ok(false);
    };
    let settings = channel::settings_in(bot, server, post).await;
    let Some(tag) = settings.forum.and_then(|forum| forum.solved_tag) else {
        return Ok(false);
    };
    let tag = TagId::new(tag);
    let mut tags = bot.rest.channel(post).await?.applied_tags;
    if tags.contains(&tag) {
        return Ok(true);
    }
    if tags.len() >= TAGS {
        return Ok(false);
    }
    tags.push(tag);
    bot.rest.tag_post(post, &tags).await?;
    Ok(true)
}
