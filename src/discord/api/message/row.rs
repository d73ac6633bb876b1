//! Buttons and menus under a message. Their words are given; only their length is limited here.

use serde::Serialize;

use crate::discord::api::custom_id::Action;
use crate::discord::budget;

/// Buttons of a row at most, <https://docs.discord.com/developers/components/reference#action-row>.
const BUTTONS: usize = 5;
/// Characters of a label at most, <https://docs.discord.com/developers/components/reference#button>.
const LABEL: usize = 80;
/// Characters of an option's label at most, and of a placeholder,
/// <https://docs.discord.com/developers/components/reference#string-select>.
const OPTION: usize = 100;
const PLACEHOLDER: usize = 150;

/// Discord's numbers for kinds of components.
const ROW: u8 = 1;
const BUTTON: u8 = 2;
const MENU: u8 = 3;

/// Components side by side.
#[derive(Debug, Clone, Serialize)]
pub(in crate::discord) struct Row {
    #[serde(rename = "type")]
    kind: u8,
    components: Vec<Component>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Component {
    Button(Button),
    Menu(Menu),
}

/// A button.
#[derive(Debug, Clone, Serialize)]
pub(in crate::discord) struct Button {
    #[serde(rename = "type")]
    kind: u8,
    style: Style,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    emoji: Option<Emoji>,
    custom_id: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disabled: bool,
}

#[derive(Debug, Clone, Copy)]
enum Style {
    /// The one thing to do.
    Primary = 1,
    Secondary = 2,
    /// Something good.
    Success = 3,
    /// Something that cannot be undone.
    Danger = 4,
}

impl Serialize for Style {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

#[derive(Debug, Clone, Serialize)]
struct Emoji {
    name: &'static str,
}

/// A menu with one option to choose.
#[derive(Debug, Clone, Serialize)]
pub(in crate::discord) struct Menu {
    #[serde(rename = "type")]
    kind: u8,
    custom_id: String,
    placeholder: String,
    options: Vec<MenuOption>,
}

#[derive(Debug, Clone, Serialize)]
struct MenuOption {
    label: String,
    value: String,
}

impl Row {
    /// Buttons in rows, as many to a row as Discord takes.
    pub(in crate::discord) fn of_buttons(buttons: Vec<Button>) -> Vec<Self> {
        let mut rows: Vec<Self> = Vec::new();
        for button in buttons.into_iter().map(Component::Button) {
            match rows.last_mut() {
                Some(row) if row.components.len() < BUTTONS => row.components.push(button),
                _ => rows.push(Self {
                    kind: ROW,
                    components: vec![button],
                }),
            }
        }
        rows
    }

    pub(in crate::discord) fn of_menu(menu: Menu) -> Self {
        Self {
            kind: ROW,
            components: vec![Component::Menu(menu)],
        }
    }
}

impl Button {
    pub(in crate::discord) fn new(label: &str, action: Action) -> Self {
        Self {
            kind: BUTTON,
            style: Style::Secondary,
            label: Some(budget::cut(label, LABEL)),
            emoji: None,
            custom_id: action.to_string(),
            disabled: false,
        }
    }

    /// A button with an emoji only.
    pub(in crate::discord) fn of_emoji(emoji: &'static str, action: Action) -> Self {
        Self {
            label: None,
            emoji: Some(Emoji { name: emoji }),
            ..Self::new("", action)
        }
    }

    /// A button for something good.
    pub(in crate::discord) fn positive(self) -> Self {
        Self {
            style: Style::Success,
            ..self
        }
    }

    /// A button for something that cannot be undone.
    pub(in crate::discord) fn dangerous(self) -> Self {
        Self {
            style: Style::Danger,
            ..self
        }
    }

    /// A button for the one thing to do.
    pub(in crate::discord) fn primary(self) -> Self {
        Self {
            style: Style::Primary,
            ..self
        }
    }
}

impl Menu {
    /// `options` are labels with their values.
    pub(in crate::discord) fn new(
        placeholder: &str,
        options: impl IntoIterator<Item = (String, String)>,
        action: Action,
    ) -> Self {
        Self {
            kind: MENU,
            custom_id: action.to_string(),
            placeholder: budget::cut(placeholder, PLACEHOLDER),
            options: options
                .into_iter()
                .map(|(label, value)| MenuOption {
                    label: budget::cut(&label, OPTION),
                    value,
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serenity::all::UserId;

    use super::*;
    use crate::store::Opinion;

    #[test]
    fn rows_have_discords_shape() {
        let up = Action::Vote(Opinion::Up);
        let rows = Row::of_buttons(vec![Button::of_emoji("👍", up)]);
        assert_eq!(
            serde_json::to_value(rows).unwrap(),
            json!([{ "type": 1, "components": [
                { "type": 2, "style": 2, "emoji": { "name": "👍" }, "custom_id": "up" },
            ] }])
        );
        let menu = Menu::new("Why?", [("Wrong".to_owned(), "wrong".to_owned())], up);
        assert_eq!(
            serde_json::to_value(Row::of_menu(menu)).unwrap(),
            json!({ "type": 1, "components": [{
                "type": 3, "custom_id": "up", "placeholder": "Why?",
                "options": [{ "label": "Wrong", "value": "wrong" }],
            }] })
        );
    }

    #[test]
    fn many_buttons_fill_rows_and_long_labels_are_cut() {
        let delete = Action::Delete {
            asker: UserId::new(1),
        };
        let buttons = vec![Button::new(&"🦀".repeat(100), delete).primary(); 7];
        let rows = Row::of_buttons(buttons);
        let rows = serde_json::to_value(rows).unwrap();
        assert_eq!(rows[0]["components"].as_array().unwrap().len(), 5);
        assert_eq!(rows[1]["components"].as_array().unwrap().len(), 2);
        let label = rows[0]["components"][0]["label"].as_str().unwrap();
        assert!(label.encode_utf16().count() <= 80, "{label}");
    }
}
