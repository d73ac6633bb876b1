//! Reads a page's metadata: title, dates, address, language, author, tags, trust.
//!
//! Sources, most trusted first: JSON-LD of an article, meta elements, the page's own text.

use dom_query::Document;
use jiff::civil::Date;
use serde_json::Value;

use crate::article::Trust;
use crate::corpus::draft::Metadata;
use crate::corpus::{dates, plain, values};
use crate::language::Language;

/// Separators between an article's title and the site's name in `<title>`.
const TITLE_SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " / ", " ‹ ", " « ",
];

/// Most words of a site's name where nothing else separates it from the title.
const MAX_SITE_WORDS: usize = 4;

/// Most words of a tag; some tools repeat the title as a keyword.
const MAX_TAG_WORDS: usize = 5;

/// Most elements searched for a visible date.
const MAX_SHOWN_DATES: usize = 10;

/// Levels of JSON-LD searched for the article.
const MAX_JSON_DEPTH: usize = 4;

/// Reads the metadata of a page before its furniture is removed.
pub(super) fn read(page: &Document) -> Metadata {
    let data = article_data(page).unwrap_or_default();
    let from_data = |key: &str| strings(data.get(key)).into_iter().next();
    let date = |found: Option<String>| found.as_deref().and_then(dates::date);
    let url = |found: Option<String>| found.as_deref().and_then(values::url);
    let mut tags = strings(data.get("keywords"));
    tags.extend(metas(page, &["keywords", "article:tag", "news_keywords"]));
    Metadata {
        title: title(page, from_data("headline").or_else(|| from_data("name"))),
        url: url(attribute(page, "link[rel=canonical]", "href"))
            .or_else(|| url(meta(page, &["og:url"])))
            .or_else(|| url(from_data("url"))),
        date: date(from_data("datePublished"))
            .or_else(|| date(meta(page, PUBLISHED)))
            .or_else(|| date(time(page)))
            .or_else(|| shown_date(page)),
        updated: date(from_data("dateModified")).or_else(|| date(meta(page, MODIFIED))),
        author: author(page, &data),
        language: attribute(page, "html", "lang")
            .or_else(|| attribute(page, "html", "xml:lang"))
            .or_else(|| from_data("inLanguage"))
            .or_else(|| meta(page, &["content-language", "og:locale", "language"]))
            .and_then(|tag| Language::from_tag(&tag)),
        tags: tags
            .iter()
            .flat_map(|tags| values::tags(tags))
            .filter(|tag| tag.split(' ').count() <= MAX_TAG_WORDS)
            .collect(),
        trust: meta(page, &["lodestar:trust"]).and_then(|word| Trust::from_word(&word)),
        references: metas(page, &["lodestar:source"])
            .iter()
            .filter_map(|source| values::reference(source))
            .collect(),
    }
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "revised",
];

/// The contents of all meta elements with one of `names` as their name, property or the like, in
/// the order of `names`.
fn metas(page: &Document, names: &[&str]) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for meta in page.select("meta[content]").nodes() {
        let rank = ["name", "property", "itemprop", "http-equiv"]
            .iter()
            .filter_map(|key| meta.attr(key))
            .find_map(|name| {
                names
                    .iter()
                    .position(|known| name.eq_ignore_ascii_case(known))
            });
        if let (Some(rank), Some(content)) = (rank, meta.attr("content")) {
            let content = plain::collapse(&content);
            if !content.is_empty() {
                found.push((rank, content));
            }
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, content)| content).collect()
}

fn meta(page: &Document, names: &[&str]) -> Option<String> {
    metas(page, names).into_iter().next()
}

fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    page.select_single(selector)
        .attr(name)
        .map(|value| plain::collapse(&value))
        .filter(|value| !value.is_empty())
}

fn text(page: &Document, selector: &str) -> Option<String> {
    let text = plain::collapse(&page.select_single(selector).text());
    let text = text.trim_end_matches(['¶', ' ']).to_owned();
    (!text.is_empty()).then_some(text)
}

/// The publication date in the article's text: the one marked as such, or the first one.
fn time(page: &Document) -> Option<String> {
    [
        "time[pubdate]",
        "time[itemprop=datePublished]",
        "article time",
        "main time",
        "header time",
    ]
    .iter()
    .find_map(|selector| attribute(page, selector, "datetime"))
}

/// The date in an element with a class for dates.
fn shown_date(page: &Document) -> Option<Date> {
    page.select(".date, .date-header, .entry-date, .post-date, .posted-on, .published, .timestamp")
        .nodes()
        .iter()
        .take(MAX_SHOWN_DATES)
        .find_map(|element| {
            let read = |text: &str| dates::date(&plain::collapse(text));
            let title = element.attr("title");
            title
                .as_deref()
                .and_then(read)
                .or_else(|| read(&element.text()))
        })
}

fn author(page: &Document, data: &Value) -> Option<String> {
    let names = strings(data.get("author"));
    if !names.is_empty() {
        return Some(names.join(", "));
    }
    metas(
        page,
        &["author", "article:author", "dc.creator", "dcterms.creator"],
    )
    .into_iter()
    .find(|author| !author.contains("://"))
    .or_else(|| {
        text(
            page,
            "article [rel=author], main [rel=author], [itemprop=author]",
        )
    })
}

/// The title without the site's name. The main heading decides if the page's title contains it, but
/// a heading outside the article may be the site's own.
fn title(page: &Document, headline: Option<String>) -> Option<String> {
    let in_article = [
        "article h1",
        "main h1",
        "[itemprop~=headline]",
        ".entry-title",
        ".post-title",
    ]
    .iter()
    .find_map(|selector| text(page, selector));
    let heading = in_article.clone().or_else(|| text(page, "h1"));
    let page_title = text(page, "head title");
    let Some(full) = headline
        .or_else(|| meta(page, &["og:title", "twitter:title", "dc.title"]))
        .or_else(|| page_title.clone())
    else {
        return heading;
    };
    let mut site = meta(page, &["og:site_name", "application-name"]);
    if let Some(heading) = heading {
        let is_heading = |part: &str| plain::same_words(part, &heading);
        let parts = parts(&full);
        let is_site = in_article.is_none()
            && page.select("article, main").exists()
            && !is_heading(&full)
            && parts.last().is_some_and(|last| is_heading(last));
        if is_site {
            site = site.or(Some(heading));
        } else if is_heading(&full)
            || parts.iter().any(|part| is_heading(part))
            || (in_article.is_some() && full.ends_with(&format!(": {heading}")))
        {
            return Some(heading);
        }
    }
    Some(without_site(
        &full,
        site.as_deref(),
        page_title.as_ref() == Some(&full),
    ))
}

fn without_site(full: &str, site: Option<&str>, may_guess: bool) -> String {
    for separator in TITLE_SEPARATORS {
        if let Some((title, last)) = full.rsplit_once(separator) {
            let is_site = match site {
                Some(site) => plain::same_words(last, site),
                None => {
                    let words = last.split(' ').count();
                    may_guess && words <= MAX_SITE_WORDS && words < title.split(' ').count()
                }
            };
            if is_site {
                return title.trim().to_owned();
            }
        }
        if let Some((first, title)) = full.split_once(separator)
            && site.is_some_and(|site| plain::same_words(first, site))
        {
            return title.trim().to_owned();
        }
    }
    full.to_owned()
}

/// The parts of a title before and after each separator, the last one last.
fn parts(full: &str) -> Vec<&str> {
    let splits = |split: fn(&'_ str, &str) -> Option<(usize, usize)>| {
        TITLE_SEPARATORS
            .iter()
            .filter_map(move |separator| split(full, separator))
            .filter_map(|(end, start)| Some([full.get(..end)?, full.get(start..)?]))
            .flatten()
    };
    let first =
        |full: &str, separator: &str| full.find(separator).map(|at| (at, at + separator.len()));
    let last =
        |full: &str, separator: &str| full.rfind(separator).map(|at| (at, at + separator.len()));
    splits(first).chain(splits(last)).collect()
}

/// The JSON-LD object that describes an article.
fn article_data(page: &Document) -> Option<Value> {
    page.select("script[type='application/ld+json']")
        .nodes()
        .iter()
        .filter_map(|script| serde_json::from_str::<Value>(script.text().trim()).ok())
        .find_map(|data| find_article(data, MAX_JSON_DEPTH))
}

fn find_article(data: Value, depth: usize) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    match data {
        Value::Array(items) => items.into_iter().find_map(|item| find_article(item, depth)),
        Value::Object(mut object) => {
            let is_article = strings(object.get("@type")).iter().any(|kind| {
                kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
            });
            if is_article {
                Some(Value::Object(object))
            } else {
                find_article(object.remove("@graph")?, depth)
            }
        }
        _ => None,
    }
}

/// The strings of a JSON-LD value: the value itself, its name, or those of its items.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => {
            let text = plain::collapse(text);
            if text.is_empty() {
                Vec::new()
            } else {
                vec![text]
            }
        }
        Some(Value::Array(items)) => items
            .iter()
            .filter(|item| !item.is_array())
            .flat_map(|item| strings(Some(item)))
            .collect(),
        Some(Value::Object(object)) => match object.get("name") {
            Some(Value::String(name)) => vec![plain::collapse(name)],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn metadata_is_found_wherever_the_page_has_it() {
        let page = Document::from(
            r#"<html lang="sv-SE"><head><title>Ny fabrik | Bilbladet</title>
            <link rel="canonical" href="https://example.se/ny-fabrik">
            <meta property="article:published_time" content="2021-10-20T08:00:00Z">
            <meta name="keywords" content="fabrik, Taizhou">
            <meta name="lodestar:trust" content="high">
            <meta name="lodestar:source" content="Pressmeddelande (https://example.org/p)">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"Bilbladet"},
              {"@type":"NewsArticle","dateModified":"2021-11-02",
               "author":[{"@type":"Person","name":"Åsa Ek"}]}]}</script>
            </head><body><h1>Ny fabrik</h1></body></html>"#,
        );
        let found = read(&page);
        assert_eq!(found.title.as_deref(), Some("Ny fabrik"));
        assert_eq!(found.url.as_deref(), Some("https://example.se/ny-fabrik"));
        assert_eq!(found.date, Some(date(2021, 10, 20)));
        assert_eq!(found.updated, Some(date(2021, 11, 2)));
        assert_eq!(found.author.as_deref(), Some("Åsa Ek"));
        assert_eq!(found.language, Some(Language::Swedish));
        assert_eq!(found.tags, ["fabrik", "Taizhou"]);
        assert_eq!(found.trust, Some(Trust::High));
        assert_eq!(found.references.len(), 1);
    }

    #[test]
    fn the_site_is_not_part_of_the_title() {
        let title_of = |head: &str| {
            let page = format!("<html><head>{head}</head><body><p>x</p></body></html>");
            read(&Document::from(page)).title.unwrap_or_default()
        };
        for head in [
            "<title>How cars are painted - Car Weekly</title>",
            "<title>Car Weekly: all the news | How cars are painted</title>\
             <meta property='og:site_name' content='Car Weekly: all the news'>",
            "<meta property='og:title' content='How cars are painted'><title>Car Weekly</title>",
        ] {
            assert_eq!(title_of(head), "How cars are painted", "{head}");
        }
        let book = "<html><head><title>Boxes - The Book</title></head><body><h1>The Book</h1>\
                    <main><h2>Boxes</h2></main></body></html>";
        let title = read(&Document::from(book)).title;
        assert_eq!(title.as_deref(), Some("Boxes"));
        assert_eq!(
            title_of("<title>Gothenburg - Ghent</title>"),
            "Gothenburg - Ghent"
        );
    }
}
