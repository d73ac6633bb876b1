//! The settings of a channel.

use serenity::all::ChannelId;

use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{AnswersIn, ChannelSettings, Mode};

/// Room for the name of a tag, of which Discord allows 20 characters.
const LONGEST_TAG: usize = 60;

/// The tag that marks solved posts in an answered forum.
pub(in crate::discord) struct SolvedTag {
    /// `None` if there is no such tag.
    pub(in crate::discord) name: Option<String>,
}

/// Renders the settings of a channel; `tag` is given for an answered forum.
pub(in crate::discord) fn settings(
    words: Words,
    channel: ChannelId,
    settings: &ChannelSettings,
    is_forum: bool,
    tag: Option<&SolvedTag>,
) -> String {
    let mode = match settings.mode {
        Mode::Off => "off",
        Mode::Asked => "asked",
        Mode::Confident => "confident",
    };
    let place = match settings.answers_in {
        AnswersIn::Channel => "channel",
        AnswersIn::Thread => "thread",
    };
    let mut lines = vec![
        words.settings_heading(&format!("<#{channel}>")),
        words.settings_mode(mode),
        words.settings_answers_in(place),
    ];
    if is_forum {
        let state = if settings.forum.is_some() {
            "on"
        } else {
            "off"
        };
        lines.push(words.settings_forum(state));
    }
    match tag {
        Some(SolvedTag { name: Some(name) }) => {
            lines.push(words.settings_solved_tag(&escape::line(name, LONGEST_TAG)));
        }
        Some(SolvedTag { name: None }) => lines.push(words.settings_no_solved_tag()),
        None => {}
    }
    lines.join("\n")
}

/// Says that a forum has no tag of that name, and which ones it has.
pub(in crate::discord) fn no_such_tag(
    words: Words,
    channel: &str,
    tag: &str,
    tags: &[String],
) -> String {
    let shown: Vec<String> = tags
        .iter()
        .map(|it| escape::line(it, LONGEST_TAG))
        .collect();
    let tag = escape::line(tag, LONGEST_TAG);
    words.settings_no_such_tag(channel, &tag, &words.list(&shown))
}
