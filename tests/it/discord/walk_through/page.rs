//! Messages as Markdown that other pages show much as Discord does: the quiet lines small, buttons
//! as keys, names in the place of numbers.

use discord_sandbox::{Person, SeenMessage};
use serde_json::Value;

use super::Stage;

/// What is shown of one feature.
pub(super) struct Page<'a> {
    stage: &'a Stage,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Quote,
    Small,
    Item,
    Plain,
}

fn kind(line: &str) -> Kind {
    match line {
        "" => Kind::Blank,
        _ if line.starts_with("> ") => Kind::Quote,
        _ if line.starts_with("-# ") => Kind::Small,
        _ if line.starts_with("- ") => Kind::Item,
        _ => Kind::Plain,
    }
}

impl<'a> Page<'a> {
    pub(super) fn new(stage: &'a Stage) -> Self {
        Self {
            stage,
            text: String::new(),
        }
    }

    /// Somebody does something.
    pub(super) fn does(mut self, person: &Person, what: &str) -> Self {
        let what = self.named(what);
        self.text
            .push_str(&format!("**{}** {what}\n\n", person.name()));
        self
    }

    /// The bot's message, as `person` sees it.
    pub(super) fn shows(mut self, person: &Person, message: &SeenMessage) -> Self {
        let mut lines = vec!["**lodestar**".to_owned()];
        if message.is_private {
            lines[0].push_str(&format!(" <sub>only {} sees this</sub>", person.name()));
        }
        lines.push(String::new());
        lines.extend(self.lines(&message.text));
        let mut below: Vec<String> = message.buttons.iter().map(|it| key(&it.label)).collect();
        below.extend(menu(&message.raw));
        if !below.is_empty() {
            lines.extend([String::new(), below.join(" ")]);
        }
        for line in lines {
            self.text.push_str(format!("> {line}").trim_end());
            self.text.push('\n');
        }
        self.text.push('\n');
        self
    }

    /// Something that is no message.
    pub(super) fn lists(mut self, lines: &[String]) -> Self {
        let items: Vec<String> = lines.iter().map(|line| format!("- {line}\n")).collect();
        self.text.push_str(&items.concat());
        self.text.push('\n');
        self
    }

    pub(super) fn finish(self) -> String {
        format!("{}\n", self.text.trim_end())
    }

    fn lines(&self, text: &str) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut before = Kind::Blank;
        for line in self.named(text).lines() {
            let now = kind(line);
            if before == now && matches!(now, Kind::Plain | Kind::Quote | Kind::Small) {
                // A line of its own, which Markdown would join to the one before.
                lines.last_mut().unwrap().push('\\');
            } else if before != Kind::Blank && now != Kind::Blank && now != before {
                lines.push(String::new());
            }
            lines.push(match line.strip_prefix("-# ") {
                Some(quiet) => format!("<sub>{quiet}</sub>"),
                None => line.to_owned(),
            });
            before = now;
        }
        lines
    }

    /// Names in the place of numbers, and of times that are never the same.
    fn named(&self, text: &str) -> String {
        let sandbox = &self.stage.sandbox;
        let mut text = text.to_owned();
        for name in ["ann", "ben", "cleo"] {
            text = text.replace(&sandbox.member(name).mention(), &format!("@{name}"));
        }
        for person in [sandbox.helper(), sandbox.admin()] {
            text = text.replace(&person.mention(), &format!("@{}", person.name()));
        }
        text = text.replace(&sandbox.bot().mention(), "@lodestar");
        for place in ["general", "questions", "help"] {
            let (_, id) = sandbox.find(place).unwrap();
            text = text.replace(&format!("<#{id}>"), &format!("#{place}"));
        }
        text = replaced(&text, "<t:", ">", "just now");
        text = replaced(&text, "Disk: ", " free.", "Disk: 20 GiB free.");
        replaced(
            &text,
            "You can ask again in ",
            " s.",
            "You can ask again in 4 s.",
        )
    }
}

/// A text with whatever begins and ends so replaced.
fn replaced(text: &str, begin: &str, end: &str, by: &str) -> String {
    let mut pieces = text.split(begin);
    let mut written = pieces.next().unwrap().to_owned();
    for piece in pieces {
        match piece.split_once(end) {
            Some((_, after)) => written.push_str(&format!("{by}{after}")),
            None => written.push_str(&format!("{begin}{piece}")),
        }
    }
    written
}

pub(super) fn key(label: &str) -> String {
    format!("<kbd>{label}</kbd>")
}

/// A menu with its choices.
fn menu(message: &Value) -> Option<String> {
    let menu = message.pointer("/components/0/components/0")?;
    let choices = menu.get("options")?.as_array()?;
    let labels: Vec<&str> = choices
        .iter()
        .filter_map(|choice| choice["label"].as_str())
        .collect();
    let asks = key(&format!("{} ▾", menu["placeholder"].as_str()?));
    Some(format!("{asks} {}", labels.join(" · ")))
}
