use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::Path as Part;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tempfile::TempDir;

use super::*;
use crate::config::Config;

/// A web site: texts by their path, which may change.
#[derive(Clone, Default)]
struct Site(Arc<Mutex<std::collections::BTreeMap<String, String>>>);

impl Site {
    fn put(&self, path: &str, text: &str) {
        let mut pages = self.0.lock().unwrap();
        pages.insert(path.to_owned(), text.to_owned());
    }

    fn remove(&self, path: &str) {
        self.0.lock().unwrap().remove(path);
    }

    fn page(&self, path: &str, words: &str) {
        let text = format!(
            "<html><head><title>{path}</title></head><body><article><h1>{path}</h1>\
             <p>{words}</p></article></body></html>"
        );
        self.put(path, &text);
    }

    async fn serve(&self) -> String {
        let site = self.clone();
        let page = async move |Part(path): Part<String>, headers: HeaderMap| -> Response {
            let pages = site.0.lock().unwrap();
            let Some(text) = pages.get(&path) else {
                return StatusCode::NOT_FOUND.into_response();
            };
            if text == "broken" {
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            }
            let version = format!("\"{}\"", ContentHash::of(text.as_bytes()).as_str());
            let known = headers.get(header::IF_NONE_MATCH);
            if known.is_some_and(|known| *known == version) {
                return StatusCode::NOT_MODIFIED.into_response();
            }
            ([(header::ETAG, version)], text.clone()).into_response()
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let routes = Router::new().route("/{path}", get(page));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        place
    }
}

fn source(kind: SourceKind, place: &str, path: &str) -> Source {
    Source {
        kind,
        url: format!("http://{place}/{path}"),
        every: Duration::from_secs(3600),
        name: format!("site {path}"),
        articles: 10,
    }
}

fn app(folder: &Path, place: &str, sources: Vec<Source>) -> App {
    let mut config = Config::load(None, []).unwrap();
    config.corpus.dir = folder.join("articles");
    config.index.dir = folder.join("index");
    config.store.path = None;
    config.fetch.private = vec![place.to_owned()];
    config.sources = sources;
    std::fs::create_dir_all(&config.corpus.dir).unwrap();
    let mut app = App::open(&config).unwrap();
    if let Some(inner) = Arc::get_mut(&mut app.inner) {
        inner.sources.pace = Duration::ZERO;
    }
    app
}

fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + hour * 3600).unwrap()
}

async fn titles(app: &App) -> Vec<String> {
    let listed = app.catalogue().await.unwrap();
    let titles = listed
        .into_iter()
        .filter_map(|it| Some(it.summary?.source.title.clone()));
    titles.collect()
}

fn urlset(place: &str, pages: &[&str]) -> String {
    let entry = |page: &&str| format!("<url><loc>http://{place}/{page}</loc></url>");
    let entries: String = pages.iter().map(entry).collect();
    format!("<urlset>{entries}<url><loc>http://elsewhere.example/x</loc></url></urlset>")
}

#[tokio::test]
async fn a_sitemap_is_followed_as_its_pages_come_change_and_go() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.put("map", &urlset(&place, &["tea", "milk"]));
    site.page("tea", "Tea is made with hot water.");
    site.page("milk", "Milk is kept in the blue fridge.");
    let sources = vec![source(SourceKind::Sitemap, &place, "map")];
    let app = app(folder.path(), &place, sources);

    assert_eq!(app.look_at_sources(at(0)).await, 2);
    assert_eq!(titles(&app).await, ["milk", "tea"]);
    app.refresh("a test").await.unwrap();
    let answer = app.ask("Where is milk kept?").await.unwrap();
    assert!(answer.excerpts[0].source.path.starts_with("site-map/milk-"));

    assert_eq!(app.look_at_sources(at(0)).await, 0, "it is not due");
    assert_eq!(app.look_at_sources(at(2)).await, 0, "nothing changed");

    site.page("tea", "Tea is made with cold water now.");
    site.put("map", &urlset(&place, &["tea"]));
    assert_eq!(app.look_at_sources(at(4)).await, 2);
    assert_eq!(titles(&app).await, ["tea"]);
    app.refresh("a test").await.unwrap();
    let answer = app.ask("What is tea made with?").await.unwrap();
    assert!(answer.excerpts[0].text.contains("cold water"));
    let followed = app.sources();
    assert_eq!(
        (followed[0].articles, followed[0].failure.clone()),
        (1, None)
    );
}

#[tokio::test]
async fn a_feed_keeps_what_it_listed_before_until_the_page_is_gone() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    let feed = |page: &str| {
        format!(
            "<rss version=\"2.0\"><channel><title>News</title><item><title>{page}</title>\
             <link>http://{place}/{page}</link></item></channel></rss>"
        )
    };
    site.page("tea", "Tea is made with hot water.");
    site.page("milk", "Milk is kept in the blue fridge.");
    site.put("feed", &feed("tea"));
    let app = app(
        folder.path(),
        &place,
        vec![source(SourceKind::Feed, &place, "feed")],
    );
    assert_eq!(app.look_at_sources(at(0)).await, 1);
    site.put("feed", &feed("milk"));
    assert_eq!(app.look_at_sources(at(2)).await, 1);
    assert_eq!(titles(&app).await, ["milk", "tea"]);
    site.remove("tea");
    assert_eq!(app.look_at_sources(at(4)).await, 1);
    assert_eq!(titles(&app).await, ["milk"]);
}

#[tokio::test]
async fn a_broken_source_keeps_no_other_from_being_followed_and_says_why() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.put("broken", "<html>This is no sitemap.</html>");
    site.page("tea", "Tea is made with hot water.");
    let sources = vec![
        source(SourceKind::Sitemap, &place, "broken"),
        source(SourceKind::Feed, &place, "lost"),
        source(SourceKind::Page, "169.254.169.254", "inside"),
        source(SourceKind::Page, &place, "tea"),
    ];
    let app = app(folder.path(), &place, sources.clone());
    assert_eq!(app.look_at_sources(at(0)).await, 1);
    assert_eq!(titles(&app).await, ["tea"]);
    let reasons: Vec<Option<String>> = app.sources().into_iter().map(|it| it.failure).collect();
    let told = |at: usize| reasons[at].clone().unwrap_or_default();
    assert!(told(0).starts_with("it is no sitemap"), "{reasons:?}");
    assert_eq!(told(1), "the server answers 404");
    assert!(told(2).contains("is in a private network"), "{reasons:?}");
    assert_eq!(reasons[3], None);
    drop(app);

    let again = super::tests::app(folder.path(), &place, sources);
    let known: Vec<Option<String>> = again.sources().into_iter().map(|it| it.failure).collect();
    assert_eq!(known, reasons, "it is remembered");
    assert_eq!(again.look_at_sources(at(2)).await, 0);
}

#[tokio::test]
async fn what_an_admin_said_of_an_article_stays_when_its_page_changes() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.page("tea", "Tea is made with hot water.");
    let app = app(
        folder.path(),
        &place,
        vec![source(SourceKind::Page, &place, "tea")],
    );
    app.look_at_sources(at(0)).await;
    let listed = app.catalogue().await.unwrap();
    let trusted = crate::app::Description {
        trust: Some(Trust::High),
        tags: Some(vec!["drinks".to_owned()]),
        title: None,
    };
    app.describe_article(&listed[0].path, trusted)
        .await
        .unwrap();
    site.page("tea", "Tea is made with cold water now.");
    assert_eq!(app.look_at_sources(at(2)).await, 1);
    let listed = app.catalogue().await.unwrap();
    let source = &listed[0].summary.as_ref().unwrap().source;
    assert_eq!(source.trust, Trust::High);
    assert_eq!(source.tags, ["drinks"]);
    assert_eq!(listed.len(), 1);
}

#[tokio::test]
async fn a_page_that_failed_is_tried_again_though_its_list_is_the_same() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.put("map", &urlset(&place, &["tea", "milk"]));
    site.page("tea", "Tea is made with hot water.");
    site.put("milk", "broken");
    let app = app(
        folder.path(),
        &place,
        vec![source(SourceKind::Sitemap, &place, "map")],
    );
    assert_eq!(app.look_at_sources(at(0)).await, 1);
    let failure = app.sources()[0].failure.clone().unwrap();
    assert!(
        failure.ends_with("/milk: the server answers 500"),
        "{failure}"
    );
    site.page("milk", "Milk is kept in the blue fridge.");
    assert_eq!(app.look_at_sources(at(2)).await, 1);
    assert_eq!(titles(&app).await, ["milk", "tea"]);
    assert_eq!(app.sources()[0].failure, None);
}

#[tokio::test]
async fn a_list_that_is_empty_all_at_once_takes_no_articles_away() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.put("map", &urlset(&place, &["tea"]));
    site.page("tea", "Tea is made with hot water.");
    let app = app(
        folder.path(),
        &place,
        vec![source(SourceKind::Sitemap, &place, "map")],
    );
    assert_eq!(app.look_at_sources(at(0)).await, 1);
    site.put("map", "<urlset></urlset>");
    assert_eq!(app.look_at_sources(at(2)).await, 0);
    assert_eq!(titles(&app).await, ["tea"]);
    let failure = app.sources()[0].failure.clone().unwrap();
    assert_eq!(failure, "it lists nothing any more; its articles stay");
}

#[tokio::test]
async fn what_a_site_asks_not_to_read_is_not_read() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.put("robots.txt", "User-agent: *\nDisallow: /milk\n");
    site.put("map", &urlset(&place, &["tea", "milk"]));
    site.page("tea", "Tea is made with hot water.");
    site.page("milk", "Milk is kept in the blue fridge.");
    let sources = vec![source(SourceKind::Sitemap, &place, "map")];
    let app = app(folder.path(), &place, sources);
    assert_eq!(app.look_at_sources(at(0)).await, 1);
    assert_eq!(titles(&app).await, ["tea"]);
    let failure = app.sources()[0].failure.clone().unwrap();
    assert!(
        failure.ends_with("the site's robots.txt asks not to read it"),
        "{failure}"
    );
}

#[tokio::test]
async fn a_list_that_grows_pushes_out_nothing_that_is_followed() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.put("map", &urlset(&place, &["tea"]));
    site.page("tea", "Tea is made with hot water.");
    site.page("milk", "Milk is kept in the blue fridge.");
    let mut short = source(SourceKind::Sitemap, &place, "map");
    short.articles = 1;
    let app = app(folder.path(), &place, vec![short]);
    assert_eq!(app.look_at_sources(at(0)).await, 1);
    site.put("map", &urlset(&place, &["milk", "tea"]));
    assert_eq!(app.look_at_sources(at(2)).await, 0);
    assert_eq!(titles(&app).await, ["tea"]);
    site.put("map", &urlset(&place, &["milk"]));
    assert_eq!(app.look_at_sources(at(4)).await, 2);
    assert_eq!(titles(&app).await, ["milk"]);
}

#[tokio::test]
async fn what_could_not_be_indexed_is_said_again_after_a_restart() {
    let (folder, site) = (TempDir::new().unwrap(), Site::default());
    let place = site.serve().await;
    site.page("tea", "Tea is made with hot water.");
    let sources = vec![source(SourceKind::Page, &place, "tea")];
    let before = app(folder.path(), &place, sources.clone());
    assert_eq!(before.triggers().recv().await, Some(Trigger::Sources));
    let elsewhere = before.inner.engine.index().writer().unwrap();
    before.refresh("a test").await.unwrap_err();
    drop((elsewhere, before));

    let after = app(folder.path(), &place, sources);
    let mut due = after.triggers();
    assert_eq!(due.recv().await, Some(Trigger::Sources));
    after.refresh("a test").await.unwrap();
    assert!(after.inner.sources.news().is_empty());
    assert_eq!(after.status().unwrap().live.map(|it| it.articles), Some(1));
}
