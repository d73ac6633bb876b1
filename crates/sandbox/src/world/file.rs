//! Files that messages and commands carry, and the addresses where they can be fetched for a day.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::snowflake::Snowflake;
use crate::world::model::{File, Upload};
use crate::world::secret::secret;
use crate::world::state::WorldState;

/// How long an address is handed out before there is a new one, so that what was loaded from it need
/// not be loaded again.
const ADDRESS_STEP_S: i64 = 60 * 60;

/// How long an address works. Discord documents no number; it is a day.
const ADDRESS_LIFE: Duration = Duration::from_secs(24 * 60 * 60);

impl WorldState {
    /// Keeps files and returns their ids.
    pub(crate) fn keep_files(&mut self, uploads: Vec<Upload>) -> Vec<Snowflake> {
        uploads
            .into_iter()
            .map(|upload| {
                let id = self.next_id();
                let file = File {
                    id,
                    name: safe_name(&upload.name),
                    content_type: upload.content_type,
                    description: upload.description,
                    bytes: upload.bytes,
                    secret: secret(),
                };
                self.files.insert(id, file);
                id
            })
            .collect()
    }

    pub(crate) fn attachments_json(&self, ids: &[Snowflake], channel: Snowflake) -> Value {
        ids.iter()
            .filter_map(|id| self.files.get(id))
            .map(|file| self.attachment_json(file, channel))
            .collect()
    }

    /// The attachment object, with an address that works for a day.
    pub(crate) fn attachment_json(&self, file: &File, channel: Snowflake) -> Value {
        let step = self.now.as_second().rem_euclid(ADDRESS_STEP_S);
        let issued = self.now.as_second().saturating_sub(step);
        let expires = Timestamp::from_second(issued)
            .unwrap_or(self.now)
            .checked_add(ADDRESS_LIFE)
            .map_or(i64::MAX, |it| it.as_second());
        let url = format!(
            "{}/attachments/{channel}/{}/{}?ex={expires:x}&is={:x}&hm={}",
            self.origin, file.id, file.name, issued, file.secret,
        );
        let mut json = Map::from_iter(
            [
                ("id", json!(file.id)),
                ("filename", json!(file.name)),
                ("size", json!(file.bytes.len())),
                ("url", json!(url)),
                ("proxy_url", json!(url)),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        let optional = [
            ("content_type", &file.content_type),
            ("description", &file.description),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                json.insert(key.to_owned(), json!(value));
            }
        }
        Value::Object(json)
    }

    /// The file behind an address, unless that has expired or was made up. `expires` and `secret`
    /// are its `ex` and `hm`.
    pub(crate) fn file_at(&self, id: Snowflake, expires: &str, secret: &str) -> Option<&File> {
        let expires = i64::from_str_radix(expires, 16).ok()?;
        self.files
            .get(&id)
            .filter(|file| file.secret == secret && self.now.as_second() < expires)
    }
}

/// Discord keeps letters, digits, dots, dashes and underscores of a file's name.
fn safe_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') => c,
            _ => '_',
        })
        .collect();
    if kept.trim_matches(['.', '_']).is_empty() {
        "unknown".to_owned()
    } else {
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_lead_out_of_its_address() {
        assert_eq!(safe_name("my notes.txt"), "my_notes.txt");
        assert_eq!(safe_name("../a/b?c"), ".._a_b_c");
        assert_eq!(safe_name("Ärger"), "_rger");
        assert_eq!(safe_name(".."), "unknown");
    }
}
