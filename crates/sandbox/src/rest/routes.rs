//! Which paths there are, so that a wrong method is told from a wrong path. What answers them is
//! found in [`dispatch`](super::dispatch).

/// Paths, with `:` for what is any id, token or emoji.
const PATHS: &[&str] = &[
    "gateway",
    "gateway/bot",
    "oauth2/applications/@me",
    "users/@me",
    "users/@me/guilds",
    "users/@me/guilds/:",
    "users/@me/channels",
    "users/:",
    "applications/@me",
    "applications/:/commands",
    "applications/:/commands/:",
    "applications/:/guilds/:/commands",
    "applications/:/guilds/:/commands/permissions",
    "applications/:/guilds/:/commands/:",
    "applications/:/guilds/:/commands/:/permissions",
    "interactions/:/:/callback",
    "webhooks/:/:",
    "webhooks/:/:/messages/:",
    "channels/:",
    "channels/:/typing",
    "channels/:/permissions/:",
    "channels/:/messages",
    "channels/:/messages/bulk-delete",
    "channels/:/messages/pins",
    "channels/:/messages/pins/:",
    "channels/:/messages/:",
    "channels/:/messages/:/crosspost",
    "channels/:/messages/:/threads",
    "channels/:/messages/:/reactions",
    "channels/:/messages/:/reactions/:",
    "channels/:/messages/:/reactions/:/:",
    "channels/:/pins",
    "channels/:/pins/:",
    "channels/:/threads",
    "channels/:/threads/archived/public",
    "channels/:/threads/archived/private",
    "channels/:/users/@me/threads/archived/private",
    "channels/:/thread-members",
    "channels/:/thread-members/:",
    "guilds/:",
    "guilds/:/channels",
    "guilds/:/roles",
    "guilds/:/roles/:",
    "guilds/:/threads/active",
    "guilds/:/members",
    "guilds/:/members/search",
    "guilds/:/members/:",
    "guilds/:/members/:/roles/:",
];

/// Whether a path is there, whatever the method.
pub(super) fn is_known(path: &[&str]) -> bool {
    PATHS.iter().any(|known| {
        let known: Vec<&str> = known.split('/').collect();
        let fits = |(known, part): (&&str, &&str)| *known == ":" || known == part;
        known.len() == path.len() && known.iter().zip(path).all(fits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_known_whatever_its_ids() {
        assert!(is_known(&["channels", "5", "messages"]));
        assert!(!is_known(&["channels", "5", "nowhere"]));
        assert!(!is_known(&["channels"]));
    }
}
