//! Fetches a web address on behalf of somebody who may only name it.
//!
//! That must not give them access to what only this machine can reach. So host names are resolved
//! here, every resulting address is checked (see `address`), and the connection goes only to a
//! checked address; each redirect is checked again. Size, time and redirects are limited, and
//! compressed content is unpacked within these limits.
//!
//! This module knows nothing about articles or Discord.

mod address;
mod unpack;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use reqwest::header::{self, HeaderMap, HeaderValue};
use reqwest::{Client, Response, StatusCode, Url};
use thiserror::Error;

use crate::config;

/// How the program introduces itself to web servers.
const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"),
    "/",
    env!("CARGO_PKG_VERSION"),
    " (reads articles for a Discord bot)"
);

/// How long connecting to a server may take.
const CONNECTING: Duration = Duration::from_secs(10);

/// The accepted content types.
const ACCEPT: &str = "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, \
                      application/pdf;q=0.8, application/xml;q=0.8, */*;q=0.5";

/// Fetches web addresses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fetcher {
    limits: config::Fetch,
}

/// The content at an address.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// The address after redirects.
    pub(crate) url: String,
    /// The content type according to the server.
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) version: Version,
}

/// The server's own validators for a page, sent back to it to ask whether the page has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Version {
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
}

/// The result of asking for a page.
#[derive(Debug, Clone)]
pub(crate) enum Fetched {
    Page(Page),
    /// It has not changed since the known version.
    Unchanged,
    /// It is gone for good, according to the server (404 or 410).
    Gone(u16),
}

/// Why there is no page.
#[derive(Debug, Error)]
pub enum FetchError {
    #[error("this is no address of the web; it begins with https:// or http://")]
    NoAddress,
    #[error("an address with a user name or password is not read")]
    Credentials,
    #[error("{host} is in fetch.deny")]
    Denied { host: String },
    #[error("{host} is not in fetch.allow, and only what is there may be read")]
    NotAllowed { host: String },
    #[error(
        "{host} is in a private network, on this machine or not of the public internet ({address})"
    )]
    Private { host: String, address: IpAddr },
    #[error("there is no host {host}")]
    NoHost { host: String },
    #[error("it leads on to other addresses more than {limit} times")]
    Redirects { limit: usize },
    #[error("it leads on to no address")]
    LostRedirect,
    #[error("the server answers {status}")]
    Status { status: u16 },
    #[error("larger than {limit} bytes, which fetch.max_kib allows")]
    TooLarge { limit: u64 },
    #[error("it takes longer than {seconds} s")]
    TooSlow { seconds: u64 },
    #[error("it is {kind}; articles are pages, text, Markdown, PDF or Word files")]
    Kind { kind: String },
    #[error("it is packed in a way that is not read ({encoding})")]
    Encoding { encoding: String },
    #[error("the server cannot be read: {problem}")]
    Broken { problem: String },
}

impl Fetcher {
    #[must_use]
    pub(crate) fn new(limits: config::Fetch) -> Self {
        Self { limits }
    }

    /// The largest size of a page in bytes.
    #[must_use]
    pub(crate) fn max_bytes(&self) -> u64 {
        self.limits.max_bytes
    }

    /// Fetches a page, unless it is still the `known` version.
    ///
    /// # Errors
    /// [`FetchError`] if the address is invalid, not allowed or unreachable, or if the server
    /// reports an error, takes too long, or sends too much or an unsupported type.
    pub(crate) async fn get(&self, address: &str, known: &Version) -> Result<Fetched, FetchError> {
        let limit = self.limits.timeout;
        match tokio::time::timeout(limit, self.follow(address, known)).await {
            Ok(result) => result,
            Err(_) => Err(FetchError::TooSlow {
                seconds: limit.as_secs(),
            }),
        }
    }

    async fn follow(&self, address: &str, known: &Version) -> Result<Fetched, FetchError> {
        let mut url = Url::parse(address.trim()).map_err(|_| FetchError::NoAddress)?;
        for _ in 0..=self.limits.redirects {
            let response = self.ask(&url, known).await?;
            let status = response.status();
            match status {
                StatusCode::NOT_MODIFIED => return Ok(Fetched::Unchanged),
                StatusCode::NOT_FOUND | StatusCode::GONE => {
                    return Ok(Fetched::Gone(status.as_u16()));
                }
                status if status.is_redirection() => {
                    let to = response.headers().get(header::LOCATION);
                    let to = to.and_then(|to| to.to_str().ok());
                    let to = to.ok_or(FetchError::LostRedirect)?;
                    url = url.join(to).map_err(|_| FetchError::LostRedirect)?;
                }
                StatusCode::OK => return self.read(url, response).await.map(Fetched::Page),
                status => {
                    return Err(FetchError::Status {
                        status: status.as_u16(),
                    });
                }
            }
        }
        Err(FetchError::Redirects {
            limit: self.limits.redirects,
        })
    }

    /// Asks the server at an address that has been checked.
    async fn ask(&self, url: &Url, known: &Version) -> Result<Response, FetchError> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(FetchError::NoAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(FetchError::Credentials);
        }
        let host = url.host_str().ok_or(FetchError::NoAddress)?.to_lowercase();
        let port = url.port_or_known_default().unwrap_or(443);
        let addresses = self.addresses(&host, port).await?;
        let client = Client::builder()
            .user_agent(USER_AGENT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .connect_timeout(CONNECTING)
            .resolve_to_addrs(&host, &addresses)
            .build()
            .map_err(|error| broken(&error))?;
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static(ACCEPT));
        headers.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("gzip, identity"),
        );
        let mut add = |name, value: &Option<String>| {
            if let Some(Ok(value)) = value.as_deref().map(HeaderValue::from_str) {
                headers.insert(name, value);
            }
        };
        add(header::IF_NONE_MATCH, &known.etag);
        add(header::IF_MODIFIED_SINCE, &known.last_modified);
        client
            .get(url.clone())
            .headers(headers)
            .send()
            .await
            .map_err(|error| broken(&error))
    }

    /// Resolves a host, if all of its addresses are allowed.
    async fn addresses(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, FetchError> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let is_among = |hosts: &[String]| hosts.iter().any(|it| covers(it, host));
        if is_among(&self.limits.deny) {
            return Err(FetchError::Denied {
                host: host.to_owned(),
            });
        }
        if !self.limits.allow.is_empty() && !is_among(&self.limits.allow) {
            return Err(FetchError::NotAllowed {
                host: host.to_owned(),
            });
        }
        let no_host = || FetchError::NoHost {
            host: host.to_owned(),
        };
        let found = tokio::net::lookup_host((host, port)).await;
        let found: Vec<SocketAddr> = found.map_err(|_| no_host())?.collect();
        let place = format!("{host}:{port}");
        let is_exempt = self
            .limits
            .private
            .iter()
            .any(|it| it.eq_ignore_ascii_case(&place));
        for address in found.iter().filter(|_| !is_exempt) {
            if !address::is_public(address.ip()) {
                return Err(FetchError::Private {
                    host: host.to_owned(),
                    address: address.ip(),
                });
            }
        }
        if found.is_empty() {
            return Err(no_host());
        }
        Ok(found)
    }

    async fn read(&self, url: Url, mut response: Response) -> Result<Page, FetchError> {
        let limit = self.limits.max_bytes;
        if response.content_length().is_some_and(|it| it > limit) {
            return Err(FetchError::TooLarge { limit });
        }
        let text = |name| {
            let value = response.headers().get(name);
            value.and_then(|it| it.to_str().ok()).map(str::to_owned)
        };
        let content_type = text(header::CONTENT_TYPE);
        let encoding = text(header::CONTENT_ENCODING).unwrap_or_default();
        let version = Version {
            etag: text(header::ETAG),
            last_modified: text(header::LAST_MODIFIED),
        };
        if let Some(kind) = content_type.as_deref().filter(|it| !is_readable(it)) {
            return Err(FetchError::Kind {
                kind: kind.split(';').next().unwrap_or(kind).trim().to_owned(),
            });
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| broken(&error))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > limit {
                return Err(FetchError::TooLarge { limit });
            }
        }
        Ok(Page {
            url: url.to_string(),
            content_type,
            bytes: unpack::unpacked(bytes, &encoding, limit)?,
            version,
        })
    }
}

/// Whether a name in the configuration covers a host: the host itself or any below it.
fn covers(name: &str, host: &str) -> bool {
    let (name, host) = (name.to_lowercase(), host.trim_end_matches('.'));
    host == name
        || host
            .strip_suffix(&name)
            .is_some_and(|above| above.ends_with('.'))
}

/// Whether a content type may be an article or a list of articles. An unspecific one may.
fn is_readable(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default();
    let kind = kind.trim().to_ascii_lowercase();
    kind.starts_with("text/")
        || kind.ends_with("xml")
        || kind.ends_with("json")
        || matches!(
            kind.as_str(),
            "" | "application/pdf"
                | "application/octet-stream"
                | "application/gzip"
                | "application/x-gzip"
                | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        )
}

/// The innermost cause says most and contains no address.
fn broken(error: &reqwest::Error) -> FetchError {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    FetchError::Broken {
        problem: cause.to_string(),
    }
}

#[cfg(test)]
mod tests;
