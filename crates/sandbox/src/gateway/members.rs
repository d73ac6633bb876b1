//! Request Guild Members: which members a bot gets, and in which chunks.

use serde_json::{Value, json};

use super::command::{OneOrMore, RequestGuildMembers};
use crate::intents::Intents;

/// Members in one GUILD_MEMBERS_CHUNK, from Discord's documentation.
const CHUNK: usize = 1000;

/// Members that a search by name or a list of ids gives at most, from Discord's documentation.
const SEARCH_LIMIT: usize = 100;

/// The longest nonce that is echoed, in bytes, from Discord's documentation.
const NONCE_BYTES: usize = 32;

/// The chunks that answer a request. Empty when Discord stays silent: the whole list needs the
/// GUILD_MEMBERS intent, and a request has to name either a query or ids.
pub(super) fn chunks(
    members: Vec<Value>,
    request: RequestGuildMembers,
    intents: Intents,
) -> Vec<Value> {
    let guild = request.guild_id.0.to_string();
    let mut not_found = Vec::new();
    let found: Vec<Value> = match (request.query, request.user_ids.map(OneOrMore::into_vec)) {
        (_, Some(ids)) => {
            let ids: Vec<_> = ids.iter().take(SEARCH_LIMIT).map(|id| id.0).collect();
            not_found.extend(
                ids.iter()
                    .filter(|id| !members.iter().any(|member| is(member, **id)))
                    .map(|id| json!(id.to_string())),
            );
            members
                .into_iter()
                .filter(|member| ids.iter().any(|id| is(member, *id)))
                .collect()
        }
        (Some(query), None) => {
            let limit = match (request.limit.unwrap_or_default(), query.is_empty()) {
                (0, true) if intents.contains(Intents::GUILD_MEMBERS) => members.len(),
                (0, true) => return Vec::new(),
                (0, false) => SEARCH_LIMIT,
                (limit, _) => limit.min(SEARCH_LIMIT),
            };
            let query = query.to_lowercase();
            members
                .into_iter()
                .filter(|member| is_called(member, &query))
                .take(limit)
                .collect()
        }
        (None, None) => return Vec::new(),
    };
    let presences = request.presences == Some(true) && intents.contains(Intents::GUILD_PRESENCES);
    let nonce = request.nonce.filter(|nonce| nonce.len() <= NONCE_BYTES);

    let parts: Vec<&[Value]> = if found.is_empty() {
        vec![&[]]
    } else {
        found.chunks(CHUNK).collect()
    };
    let count = parts.len();
    parts
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let mut chunk = json!({
                "guild_id": guild,
                "members": part,
                "chunk_index": index,
                "chunk_count": count,
                "not_found": not_found,
            });
            if let Some(fields) = chunk.as_object_mut() {
                if presences {
                    fields.insert("presences".to_owned(), json!([]));
                }
                if let Some(nonce) = &nonce {
                    fields.insert("nonce".to_owned(), json!(nonce));
                }
            }
            chunk
        })
        .collect()
}

fn is(member: &Value, id: u64) -> bool {
    member
        .pointer("/user/id")
        .and_then(Value::as_str)
        .and_then(|own| own.parse().ok())
        == Some(id)
}

fn is_called(member: &Value, lowercase_start: &str) -> bool {
    ["/nick", "/user/global_name", "/user/username"]
        .iter()
        .filter_map(|at| member.pointer(at).and_then(Value::as_str))
        .any(|name| name.to_lowercase().starts_with(lowercase_start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(value: Value) -> RequestGuildMembers {
        serde_json::from_value(value).unwrap()
    }

    fn members(count: u64) -> Vec<Value> {
        (1..=count)
            .map(|id| {
                json!({"nick": null, "user": {"id": id.to_string(), "username": format!("Member{id}")}})
            })
            .collect()
    }

    #[test]
    fn the_whole_list_comes_in_chunks_and_needs_its_intent() {
        let all = json!({"guild_id": "5", "query": "", "limit": 0, "nonce": "n"});
        let chunks_ = chunks(members(1001), request(all.clone()), Intents::GUILD_MEMBERS);
        assert_eq!(chunks_.len(), 2);
        assert_eq!(chunks_[0]["members"].as_array().unwrap().len(), 1000);
        assert_eq!(chunks_[1]["members"].as_array().unwrap().len(), 1);
        assert_eq!(chunks_[1]["chunk_index"], 1);
        assert_eq!(chunks_[1]["chunk_count"], 2);
        assert_eq!(chunks_[1]["nonce"], "n");
        assert!(chunks(members(3), request(all), Intents::GUILDS).is_empty());
    }

    #[test]
    fn a_search_by_name_needs_no_intent_and_gives_100() {
        let named = |query: &str| {
            let request = request(json!({"guild_id": 5, "query": query, "limit": 1000}));
            chunks(members(200), request, Intents::NONE)
        };
        assert_eq!(named("mEMb")[0]["members"].as_array().unwrap().len(), 100);
        assert_eq!(named("Member20")[0]["members"].as_array().unwrap().len(), 2);
        assert_eq!(named("nobody")[0]["members"], json!([]));
    }

    #[test]
    fn ids_that_are_no_members_are_named() {
        let asked = request(json!({"guild_id": "5", "user_ids": ["2", "999"], "presences": true}));
        let found = chunks(members(3), asked, Intents::GUILD_PRESENCES);
        assert_eq!(found[0]["members"][0]["user"]["id"], "2");
        assert_eq!(found[0]["not_found"], json!(["999"]));
        assert_eq!(found[0]["presences"], json!([]));
    }
}
