//! Uploaded files, read from Discord's file hosts and nowhere else.

use reqwest::Url;
use serenity::all::Attachment;
use tokio::time::{Duration, timeout};

use super::error::RestError;
use super::rest::Rest;

/// The hosts of Discord's files,
/// <https://docs.discord.com/developers/reference#cdn-formatting>.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

/// How long a file may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Names the request in messages.
const WHAT: &str = "reading an uploaded file";

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub(in crate::discord) enum FileError {
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    #[error("it is not on Discord's file hosts")]
    Elsewhere,
    #[error(transparent)]
    Rest(#[from] RestError),
}

impl Rest {
    /// The bytes of an uploaded file, at most `limit`.
    pub(in crate::discord) async fn file(
        &self,
        file: &Attachment,
        limit: u64,
    ) -> Result<Vec<u8>, FileError> {
        if u64::from(file.size) > limit {
            return Err(FileError::TooLarge(limit));
        }
        let url = Url::parse(&file.url).map_err(|_| FileError::Elsewhere)?;
        if !self.keeps_files_at(&url) {
            return Err(FileError::Elsewhere);
        }
        match timeout(PATIENCE, read(url, limit)).await {
            Ok(result) => result,
            Err(elapsed) => Err(no_answer(elapsed.into())),
        }
    }

    /// A local server keeps files itself; Discord has hosts for them.
    fn keeps_files_at(&self, url: &Url) -> bool {
        let local = self.http.proxy.as_deref();
        match local.and_then(|origin| Url::parse(origin).ok()) {
            Some(origin) => url.host_str() == origin.host_str() && url.scheme() == origin.scheme(),
            None => {
                let is_known = |host: &str| HOSTS.contains(&host);
                url.scheme() == "https"
                    && url.port().is_none()
                    && url.host_str().is_some_and(is_known)
            }
        }
    }
}

async fn read(url: Url, limit: u64) -> Result<Vec<u8>, FileError> {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| no_answer(error.into()))?;
    let answered = client.get(url).send().await;
    let mut response = answered
        .and_then(reqwest::Response::error_for_status)
        .map_err(|error| no_answer(error.without_url().into()))?;
    let mut bytes = Vec::new();
    loop {
        let chunk = response.chunk().await;
        match chunk.map_err(|error| no_answer(error.without_url().into()))? {
            Some(chunk) => bytes.extend_from_slice(&chunk),
            None => return Ok(bytes),
        }
        if bytes.len() as u64 > limit {
            return Err(FileError::TooLarge(limit));
        }
    }
}

fn no_answer(source: anyhow::Error) -> FileError {
    FileError::Rest(RestError::NoAnswer { what: WHAT, source })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::discord::api::scripted::Server;

    fn attachment(url: &str, size: u32) -> Attachment {
        serde_json::from_value(json!({
            "id": "1", "filename": "tea.md", "size": size, "url": url, "proxy_url": url,
        }))
        .unwrap()
    }

    #[tokio::test]
    async fn files_are_read_from_no_other_host() {
        let server = Server::start(&[]).await;
        let rest = server.rest();
        for url in [
            "http://169.254.169.254/",
            "https://evil.example/a",
            "file:///etc/passwd",
            "",
        ] {
            let error = rest.file(&attachment(url, 1), 10).await.unwrap_err();
            assert!(matches!(error, FileError::Elsewhere), "{url}: {error}");
        }
        assert!(server.seen().is_empty());
    }

    #[tokio::test]
    async fn a_files_size_is_checked_before_and_during_the_download() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/tea.md", listener.local_addr().unwrap());
        let text = axum::routing::get(async || "longer than it was said to be");
        let files = axum::Router::new().route("/tea.md", text);
        tokio::spawn(async move { axum::serve(listener, files).await });
        let server = Server::start(&[]).await;
        let rest = server.rest();
        let error = rest.file(&attachment(&url, 11), 10).await.unwrap_err();
        assert!(matches!(error, FileError::TooLarge(10)), "{error}");
        let error = rest.file(&attachment(&url, 5), 10).await.unwrap_err();
        assert!(matches!(error, FileError::TooLarge(10)), "{error}");
    }
}
