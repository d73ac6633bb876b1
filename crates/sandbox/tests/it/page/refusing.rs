//! Who may not open the page, and what it may not load.

use reqwest::header::{CONTENT_SECURITY_POLICY, HOST, ORIGIN};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use crate::open;

#[tokio::test]
async fn a_name_that_leads_here_and_other_sites_see_nothing() {
    let sandbox = open().await;
    let http = reqwest::Client::new();
    let get = |header, value: &str| http.get(sandbox.url()).header(header, value).send();
    for (header, value) in [
        (HOST, "evil.example"),
        (HOST, "evil.example:8787"),
        (ORIGIN, "http://evil.example"),
        (ORIGIN, "http://127.0.0.1:1"),
        (ORIGIN, "null"),
    ] {
        let refused = get(header, value).await.unwrap();
        assert_eq!(refused.status(), 403, "{value}");
    }
    let page = http.get(sandbox.url()).send().await.unwrap();
    assert_eq!(page.status(), 200);
    let policy = page.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
    assert!(!policy.contains("unsafe") && !policy.contains("https:") && !policy.contains('*'));
}

#[tokio::test]
async fn only_the_page_itself_plays_people() {
    let sandbox = open().await;
    let host = sandbox.url().replacen("http://", "", 1);
    let url = format!("ws://{host}/sandbox/live");
    for origin in [
        None,
        Some("http://evil.example".to_owned()),
        Some("http://localhost:3000".to_owned()),
    ] {
        let mut request = url.as_str().into_client_request().unwrap();
        if let Some(origin) = &origin {
            let headers = request.headers_mut();
            headers.insert("Origin", origin.parse().unwrap());
        }
        assert!(connect_async(request).await.is_err(), "{origin:?}");
    }
    let mut request = url.as_str().into_client_request().unwrap();
    let own = sandbox.url().parse().unwrap();
    request.headers_mut().insert("Origin", own);
    assert!(connect_async(request).await.is_ok());
}
