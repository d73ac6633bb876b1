//! The tour of the documentation: every message it shows is what the bot really says about the articles
//! that come with it. Each stands between `<!-- shown: NAME -->` and `<!-- end -->`.
//!
//! When the bot says something else by now, `UPDATE_TOUR=1 cargo test --test it walk_through`
//! writes it down.

mod page;
mod scenes;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lodestar::config::Limit;
use tokio::time::Duration;

use super::stage::Stage;

const BEGIN: &str = "<!-- shown: ";
const BEGIN_ENDS: &str = " -->\n";
const END: &str = "<!-- end -->";

/// Set to write the tour instead of comparing it.
const UPDATE: &str = "UPDATE_TOUR";

fn tour() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tour.md")
}

/// The shipped articles, with one passage an answer so that a page has room for all of it.
async fn stage() -> Stage {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    Stage::open_with(&[("unused.md", "# Unused\n\nUnused.\n")], |config| {
        config.corpus.dir = shipped;
        config.answer.passages = 1;
        config.discord.message_content = true;
        // So that one person runs out of questions, but only who tries to.
        config.cooldown.person = Limit {
            questions: 20,
            per: Duration::from_secs(80),
        };
    })
    .await
}

/// A text with what is shown put in its places, and the names of those places.
fn with_shown(text: &str, shown: &BTreeMap<&str, String>) -> (String, Vec<String>) {
    let mut pieces = text.split(BEGIN);
    let mut written = pieces.next().unwrap().to_owned();
    let mut names = Vec::new();
    for piece in pieces {
        let (name, rest) = piece.split_once(BEGIN_ENDS).unwrap();
        let (_, after) = rest.split_once(END).unwrap();
        let said = shown.get(name).unwrap_or_else(|| panic!("{name}?"));
        written.push_str(&format!("{BEGIN}{name}{BEGIN_ENDS}{said}{END}{after}"));
        names.push(name.to_owned());
    }
    (written, names)
}

#[tokio::test]
async fn the_tour_shows_what_the_bot_says() {
    let stage = stage().await;
    let shown = scenes::all(&stage).await;
    let text = std::fs::read_to_string(tour()).unwrap();
    let (written, mut names) = with_shown(&text, &shown);
    names.sort();
    assert_eq!(names, shown.keys().copied().collect::<Vec<_>>());
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(tour(), written).unwrap();
        return;
    }
    for (is, should_be) in text.lines().zip(written.lines()) {
        assert_eq!(
            is, should_be,
            "run this test with {UPDATE}=1 and look at what has changed"
        );
    }
    assert_eq!(text, written);
}

#[test]
fn a_text_is_told_apart_from_what_stands_in_it() {
    let text = "a\n<!-- shown: one -->\nold\n<!-- end -->\nb\n";
    let shown = BTreeMap::from([("one", "new\n".to_owned())]);
    let (written, names) = with_shown(text, &shown);
    assert_eq!(written, "a\n<!-- shown: one -->\nnew\n<!-- end -->\nb\n");
    assert_eq!(names, ["one"]);
    assert_eq!(with_shown(&written, &shown).0, written);
}
