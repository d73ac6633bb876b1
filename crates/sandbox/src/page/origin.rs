//! Who may open the page: a browser on this machine that has its address. A web site that sends
//! requests here, or a name that was made to lead here, may not.

use axum::http::HeaderMap;
use axum::http::header::{HOST, HeaderName, ORIGIN};

/// Names of this machine that no other machine can answer for.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Why a request is refused, for people.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal(pub(super) &'static str);

/// The host that a request names, if it is this machine and nothing foreign sent it.
pub(super) fn check(headers: &HeaderMap, port: u16) -> Result<String, Refusal> {
    let host = text(headers, HOST).unwrap_or_default();
    let is_ours = NAMES.iter().any(|name| *host == format!("{name}:{port}"));
    if !is_ours {
        return Err(Refusal("this page is at 127.0.0.1 only"));
    }
    if text(headers, ORIGIN).is_some() {
        require(headers, host)?;
    }
    Ok(host.to_owned())
}

/// Refuses what does not come from the page itself.
pub(super) fn require(headers: &HeaderMap, host: &str) -> Result<(), Refusal> {
    if text(headers, ORIGIN) == Some(&format!("http://{host}")) {
        Ok(())
    } else {
        Err(Refusal("another site may not use this page"))
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(host: &str, origin: Option<&str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        headers
    }

    #[test]
    fn this_machine_is_let_in_by_its_own_names() {
        for host in ["127.0.0.1:8787", "localhost:8787", "[::1]:8787"] {
            let own = format!("http://{host}");
            assert!(check(&headers(host, None), 8787).is_ok(), "{host}");
            assert!(check(&headers(host, Some(&own)), 8787).is_ok(), "{host}");
        }
    }

    #[test]
    fn names_that_lead_here_and_other_sites_are_refused() {
        for (host, origin) in [
            ("evil.example:8787", None),
            ("127.0.0.1.evil.example:8787", None),
            ("127.0.0.1", None),
            ("127.0.0.1:8788", None),
            ("127.0.0.1:8787", Some("http://evil.example")),
            ("127.0.0.1:8787", Some("http://127.0.0.1:3000")),
            ("127.0.0.1:8787", Some("http://localhost:8787")),
            ("127.0.0.1:8787", Some("https://127.0.0.1:8787")),
            ("127.0.0.1:8787", Some("null")),
        ] {
            assert!(
                check(&headers(host, origin), 8787).is_err(),
                "{host} {origin:?}"
            );
        }
        assert!(require(&headers("127.0.0.1:8787", None), "127.0.0.1:8787").is_err());
    }
}
