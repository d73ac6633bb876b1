use std::io::Write as _;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap as Headers, StatusCode as Code, header};
use axum::response::IntoResponse;
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

/// A web server on this machine, and a fetcher that may read it.
async fn served(routes: Router) -> (String, Fetcher) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let fetcher = Fetcher::new(config::Fetch {
        private: vec![place.clone()],
        ..limits()
    });
    (format!("http://{place}"), fetcher)
}

fn limits() -> config::Fetch {
    config::Fetch {
        max_bytes: 10_000,
        timeout: Duration::from_secs(5),
        redirects: 3,
        ..config::Fetch::default()
    }
}

async fn refused(fetcher: &Fetcher, address: &str) -> String {
    let fetched = fetcher.get(address, &Version::default()).await;
    fetched.unwrap_err().to_string()
}

#[tokio::test]
async fn what_only_this_machine_reaches_is_refused_however_it_is_written() {
    let fetcher = Fetcher::new(limits());
    for address in [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://localhost:8080/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "https://192.168.0.1/admin",
        "http://0.0.0.0/",
    ] {
        let told = refused(&fetcher, address).await;
        assert!(
            told.contains("is in a private network"),
            "{address}: {told}"
        );
    }
    for address in [
        "ftp://example.org/",
        "file:///etc/passwd",
        "tea",
        "gopher://x/",
    ] {
        let told = refused(&fetcher, address).await;
        assert!(told.starts_with("this is no address of the web"), "{told}");
    }
    let told = refused(&fetcher, "http://user:word@example.org/").await;
    assert!(told.contains("user name or password"), "{told}");
}

#[tokio::test]
async fn a_redirect_is_checked_like_the_first_address() {
    let leads_to = |to: &'static str| {
        get(async move || (Code::FOUND, [(header::LOCATION, to)]).into_response())
    };
    let routes = Router::new()
        .route("/inside", leads_to("http://169.254.169.254/"))
        .route("/file", leads_to("file:///etc/passwd"))
        .route("/port", leads_to("http://127.0.0.1:1/"))
        .route("/round", leads_to("/round"))
        .route("/tea", leads_to("/there"))
        .route("/there", get(async || "Tea is hot."));
    let (origin, fetcher) = served(routes).await;
    for path in ["inside", "port"] {
        let told = refused(&fetcher, &format!("{origin}/{path}")).await;
        assert!(told.contains("is in a private network"), "{told}");
    }
    let told = refused(&fetcher, &format!("{origin}/file")).await;
    assert!(told.starts_with("this is no address of the web"), "{told}");
    let told = refused(&fetcher, &format!("{origin}/round")).await;
    assert_eq!(told, "it leads on to other addresses more than 3 times");
    let fetched = fetcher
        .get(&format!("{origin}/tea"), &Version::default())
        .await;
    let Ok(Fetched::Page(page)) = fetched else {
        panic!("{fetched:?}");
    };
    assert_eq!(page.url, format!("{origin}/there"));
    assert_eq!(page.bytes, b"Tea is hot.");
}

#[tokio::test]
async fn what_is_too_much_is_refused_packed_or_not() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&vec![b'a'; 5_000_000]).unwrap();
    let packed = packed.finish().unwrap();
    assert!(packed.len() < 10_000);
    let routes = Router::new()
        .route("/long", get(async || "a".repeat(20_000)))
        .route(
            "/bomb",
            get(async move || ([(header::CONTENT_ENCODING, "gzip")], packed).into_response()),
        )
        .route(
            "/odd",
            get(async || ([(header::CONTENT_ENCODING, "br")], "x").into_response()),
        )
        .route(
            "/film",
            get(async || ([(header::CONTENT_TYPE, "video/mp4")], "x").into_response()),
        );
    let (origin, fetcher) = served(routes).await;
    for path in ["long", "bomb"] {
        let told = refused(&fetcher, &format!("{origin}/{path}")).await;
        assert_eq!(told, "larger than 10000 bytes, which fetch.max_kib allows");
    }
    let told = refused(&fetcher, &format!("{origin}/odd")).await;
    assert_eq!(told, "it is packed in a way that is not read (br)");
    let told = refused(&fetcher, &format!("{origin}/film")).await;
    assert!(told.starts_with("it is video/mp4; articles are "), "{told}");
}

#[tokio::test]
async fn a_server_that_never_ends_is_left() {
    let routes = Router::new().route("/", get(async || std::future::pending::<&str>().await));
    let (origin, mut fetcher) = served(routes).await;
    fetcher.limits.timeout = Duration::from_millis(50);
    let told = refused(&fetcher, &origin).await;
    assert_eq!(told, "it takes longer than 0 s");
}

#[tokio::test]
async fn a_page_that_is_known_is_not_sent_again_and_one_that_is_gone_is_told() {
    let page = async |headers: Headers, Path(name): Path<String>| {
        let version = [(header::ETAG, "\"1\"")];
        match headers.get(header::IF_NONE_MATCH) {
            _ if name == "gone" => Code::GONE.into_response(),
            Some(known) if known == "\"1\"" => (Code::NOT_MODIFIED, version).into_response(),
            _ => (version, "Tea is hot.").into_response(),
        }
    };
    let (origin, fetcher) = served(Router::new().route("/{name}", get(page))).await;
    let first = fetcher
        .get(&format!("{origin}/tea"), &Version::default())
        .await;
    let Ok(Fetched::Page(first)) = first else {
        panic!("{first:?}");
    };
    let again = fetcher.get(&format!("{origin}/tea"), &first.version).await;
    assert!(matches!(again, Ok(Fetched::Unchanged)), "{again:?}");
    let gone = fetcher
        .get(&format!("{origin}/gone"), &Version::default())
        .await;
    assert!(matches!(gone, Ok(Fetched::Gone(410))), "{gone:?}");
}

#[tokio::test]
async fn hosts_are_allowed_and_denied_with_all_below_them() {
    let denying = Fetcher::new(config::Fetch {
        deny: vec!["example.org".to_owned()],
        ..limits()
    });
    let told = refused(&denying, "https://www.example.org/").await;
    assert_eq!(told, "www.example.org is in fetch.deny");
    let allowing = Fetcher::new(config::Fetch {
        allow: vec!["example.org".to_owned()],
        ..limits()
    });
    let told = refused(&allowing, "https://badexample.org/").await;
    assert!(
        told.starts_with("badexample.org is not in fetch.allow"),
        "{told}"
    );
}
