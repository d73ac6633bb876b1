//! Channels and threads.

use std::ops::RangeInclusive;

use super::field::Field;
use super::message;

const NAME: RangeInclusive<usize> = 1..=100;
const TOPIC: RangeInclusive<usize> = 0..=1024;
/// The guidelines of a forum.
const FORUM_TOPIC: RangeInclusive<usize> = 0..=4096;
/// Seconds between messages of one person.
const SLOWMODE: RangeInclusive<i64> = 0..=21_600;
const BITRATE: RangeInclusive<i64> = 8000..=384_000;
const USERS: RangeInclusive<i64> = 0..=99;
const TAGS: usize = 20;
const TAG: RangeInclusive<usize> = 1..=20;
/// Tags of one post.
const APPLIED_TAGS: usize = 5;
const OVERWRITES: RangeInclusive<usize> = 0..=500;
/// Minutes without a message until a thread is archived.
const ARCHIVE_MINUTES: &[i64] = &[60, 1440, 4320, 10_080];

/// Text, voice, category, announcement, stage, directory, forum and media.
const OF_GUILDS: &[i64] = &[0, 2, 4, 5, 13, 14, 15, 16];
const FORUM: i64 = 15;
const MEDIA: i64 = 16;
const THREADS: &[i64] = &[10, 11, 12];

pub(super) fn new(channel: &Field<'_>) {
    if !channel.is_model() {
        return;
    }
    channel.required("name");
    let kind = channel.get("type").and_then(|kind| kind.one_of(OF_GUILDS));
    settings(channel);
    if let Some(topic) = channel.get("topic") {
        topic.text(if matches!(kind, Some(FORUM | MEDIA)) {
            FORUM_TOPIC
        } else {
            TOPIC
        });
    }
}

pub(super) fn edit(channel: &Field<'_>) {
    if !channel.is_model() {
        return;
    }
    if let Some(kind) = channel.get("type") {
        kind.one_of(&[0, 5]);
    }
    settings(channel);
    if let Some(topic) = channel.get("topic") {
        topic.text(FORUM_TOPIC);
    }
    thread_settings(channel);
    for key in ["archived", "locked", "invitable"] {
        if let Some(flag) = channel.get(key) {
            flag.boolean();
        }
    }
}

fn settings(channel: &Field<'_>) {
    if let Some(name) = channel.get("name") {
        name.text(NAME);
    }
    for (key, range) in [
        ("rate_limit_per_user", SLOWMODE),
        ("default_thread_rate_limit_per_user", SLOWMODE),
        ("bitrate", BITRATE),
        ("user_limit", USERS),
        ("position", 0..=i64::from(i32::MAX)),
    ] {
        if let Some(number) = channel.get(key) {
            number.integer(range);
        }
    }
    if let Some(nsfw) = channel.get("nsfw") {
        nsfw.boolean();
    }
    if let Some(parent) = channel.get("parent_id") {
        parent.snowflake();
    }
    if let Some(minutes) = channel.get("default_auto_archive_duration") {
        minutes.one_of(ARCHIVE_MINUTES);
    }
    for (key, allowed) in [
        ("video_quality_mode", &[1, 2][..]),
        ("default_sort_order", &[0, 1]),
        ("default_forum_layout", &[0, 1, 2]),
    ] {
        if let Some(mode) = channel.get(key) {
            mode.one_of(allowed);
        }
    }
    for overwrite in channel
        .get("permission_overwrites")
        .iter()
        .flat_map(|list| list.list(OVERWRITES))
        .filter(Field::is_model)
    {
        if let Some(id) = overwrite.required("id") {
            id.snowflake();
        }
        if let Some(kind) = overwrite.get("type") {
            kind.one_of(&[0, 1]);
        }
        for key in ["allow", "deny"] {
            if let Some(bits) = overwrite.get(key) {
                bits.snowflake();
            }
        }
    }
    for tag in channel
        .get("available_tags")
        .iter()
        .flat_map(|list| list.list(0..=TAGS))
        .filter(Field::is_model)
    {
        if let Some(name) = tag.required("name") {
            name.text(TAG);
        }
        if let Some(moderated) = tag.get("moderated") {
            moderated.boolean();
        }
        if let Some(id) = tag.get("emoji_id") {
            id.snowflake();
        }
    }
    if let Some(emoji) = channel
        .get("default_reaction_emoji")
        .filter(Field::is_model)
        && let Some(id) = emoji.get("emoji_id")
    {
        id.snowflake();
    }
}

fn thread_settings(thread: &Field<'_>) {
    if let Some(minutes) = thread.get("auto_archive_duration") {
        minutes.one_of(ARCHIVE_MINUTES);
    }
    if let Some(tags) = thread.get("applied_tags") {
        tags.snowflakes(APPLIED_TAGS);
    }
}

/// A thread under a message.
pub(super) fn thread(thread: &Field<'_>) {
    if !thread.is_model() {
        return;
    }
    if let Some(name) = thread.required("name") {
        name.text(NAME);
    }
    if let Some(seconds) = thread.get("rate_limit_per_user") {
        seconds.integer(SLOWMODE);
    }
    thread_settings(thread);
}

/// A thread without a message.
pub(super) fn free_thread(body: &Field<'_>) {
    thread(body);
    if let Some(kind) = body.get("type") {
        kind.one_of(THREADS);
    }
    if let Some(invitable) = body.get("invitable") {
        invitable.boolean();
    }
}

/// A post in a forum.
pub(super) fn post(body: &Field<'_>, files: usize) {
    thread(body);
    if let Some(first) = body.required("message") {
        message::new(&first, files);
    }
}
