//! The addresses that the bot may send its token to when it does not talk to Discord: this machine
//! only. A typo in a configuration must not hand the token to a stranger.

use reqwest::Url;

/// Why an address is refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AddressError {
    #[error("{0:?} is not an address; write it like http://127.0.0.1:8787")]
    Malformed(String),
    #[error("{found}:// is not one of {allowed}")]
    Scheme {
        found: String,
        allowed: &'static str,
    },
    #[error("{0:?} is not this machine; use 127.0.0.1, [::1] or localhost")]
    NotLocal(String),
    #[error("give the address without user, path or query; the API is expected at /api/v10")]
    MoreThanOrigin,
}

/// Checks the address of a REST API and returns it as an origin without a trailing slash.
pub(in crate::discord) fn api_origin(text: &str) -> Result<String, AddressError> {
    let url = local(text, &["http"], "http")?;
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(AddressError::MoreThanOrigin);
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// Checks the address of a gateway.
pub(in crate::discord) fn gateway(text: &str) -> Result<(), AddressError> {
    let url = local(text, &["ws", "wss"], "ws or wss")?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(AddressError::MoreThanOrigin);
    }
    Ok(())
}

fn local(text: &str, schemes: &[&str], allowed: &'static str) -> Result<Url, AddressError> {
    let url = Url::parse(text.trim()).map_err(|_| AddressError::Malformed(text.to_owned()))?;
    if !schemes.contains(&url.scheme()) {
        return Err(AddressError::Scheme {
            found: url.scheme().to_owned(),
            allowed,
        });
    }
    let host = url.host_str().unwrap_or_default();
    if !is_this_machine(host) {
        return Err(AddressError::NotLocal(host.to_owned()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::MoreThanOrigin);
    }
    Ok(url)
}

fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_this_machine_are_accepted() {
        for (text, origin) in [
            ("http://127.0.0.1:8787", "http://127.0.0.1:8787"),
            ("http://127.0.0.1:8787/", "http://127.0.0.1:8787"),
            ("http://localhost:9", "http://localhost:9"),
            (" http://[::1]:9 ", "http://[::1]:9"),
            ("http://127.9.9.9", "http://127.9.9.9"),
        ] {
            assert_eq!(api_origin(text).as_deref(), Ok(origin), "{text}");
        }
        assert_eq!(gateway("ws://127.0.0.1:8787"), Ok(()));
        assert_eq!(gateway("ws://127.0.0.1:8787/gateway"), Ok(()));
    }

    #[test]
    fn addresses_elsewhere_are_refused() {
        for text in [
            "http://discord.com",
            "http://127.0.0.1.evil.example",
            "http://localhost.evil.example",
            "http://127.0.0.1@evil.example",
            "http://10.0.0.1",
            "http://[2001:db8::1]",
        ] {
            assert!(
                matches!(api_origin(text), Err(AddressError::NotLocal(_))),
                "{text}: {:?}",
                api_origin(text)
            );
        }
        assert!(matches!(
            gateway("wss://gateway.discord.gg"),
            Err(AddressError::NotLocal(_))
        ));
    }

    #[test]
    fn anything_but_an_origin_is_refused_with_the_reason() {
        assert_eq!(
            api_origin("http://127.0.0.1:1/api/v10"),
            Err(AddressError::MoreThanOrigin)
        );
        assert_eq!(
            api_origin("http://bot@127.0.0.1:1"),
            Err(AddressError::MoreThanOrigin)
        );
        assert!(matches!(
            api_origin("https://127.0.0.1:1"),
            Err(AddressError::Scheme { .. })
        ));
        assert!(matches!(
            api_origin("127.0.0.1:8787"),
            Err(AddressError::Malformed(_))
        ));
        assert!(matches!(
            gateway("http://127.0.0.1:1"),
            Err(AddressError::Scheme { .. })
        ));
    }
}
