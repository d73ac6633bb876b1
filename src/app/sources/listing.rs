//! Which pages a feed or a sitemap lists. Pure: bytes in, addresses out.

use quick_xml::Reader;
use quick_xml::events::Event;

/// The deepest nesting of elements.
const MAX_DEPTH: usize = 50;

/// A listed page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) url: String,
    /// When it was changed, as written in the list.
    pub(super) changed: Option<String>,
}

/// What a sitemap lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sitemap {
    pub(super) pages: Vec<Entry>,
    /// Other sitemaps.
    pub(super) maps: Vec<String>,
}

/// Reads RSS, Atom or JSON Feed. `from` is its address.
pub(super) fn feed(bytes: &[u8], from: &str) -> Result<Vec<Entry>, String> {
    let parser = feed_rs::parser::Builder::new().base_uri(Some(from)).build();
    let feed = parser.parse(bytes);
    let feed = feed.map_err(|error| format!("it is no feed: {error}"))?;
    let entries = feed.entries.into_iter().filter_map(|entry| {
        let is_page = |rel: Option<&str>| rel.is_none_or(|rel| rel == "alternate");
        let link = entry.links.iter().find(|it| is_page(it.rel.as_deref()));
        Some(Entry {
            url: link?.href.clone(),
            changed: entry.updated.or(entry.published).map(|at| at.to_rfc3339()),
        })
    });
    Ok(entries.collect())
}

/// Reads a sitemap or an index of sitemaps, <https://www.sitemaps.org/protocol.html>.
pub(super) fn sitemap(bytes: &[u8]) -> Result<Sitemap, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is no sitemap: not UTF-8".to_owned())?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut found = Sitemap::default();
    let (mut element, mut value) = (String::new(), String::new());
    let (mut location, mut changed) = (None, None);
    let mut depth = 0_usize;
    let mut is_sitemap = false;
    loop {
        let event = reader.read_event();
        match event.map_err(|error| format!("it is no sitemap: {error}"))? {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err("it is no sitemap: nested too deeply".to_owned());
                }
                element = start.local_name().into_inner().to_owned();
                is_sitemap |= matches!(element.as_str(), "urlset" | "sitemapindex");
                value.clear();
            }
            Event::Text(part) => value.push_str(&part.xml10_content()),
            Event::CData(part) => value.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => match &*name {
                "amp" => value.push('&'),
                _ => value.extend(name.resolve_char_ref().ok().flatten()),
            },
            Event::DocType(_) => return Err("it is no sitemap: it declares entities".to_owned()),
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                let text = value.trim().to_owned();
                match (end.local_name().into_inner(), element.as_str()) {
                    ("loc", "loc") => location = Some(text),
                    ("lastmod", "lastmod") => changed = Some(text),
                    ("url", _) => {
                        let changed = changed.take();
                        found
                            .pages
                            .extend(location.take().map(|url| Entry { url, changed }));
                    }
                    ("sitemap", _) => found.maps.extend(location.take()),
                    _ => {}
                }
            }
            Event::Eof if is_sitemap => return Ok(found),
            Event::Eof => return Err("it is no sitemap".to_owned()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(url: &str, changed: Option<&str>) -> Entry {
        Entry {
            url: url.to_owned(),
            changed: changed.map(str::to_owned),
        }
    }

    #[test]
    fn feeds_of_both_kinds_list_their_pages() {
        let rss = b"<rss version=\"2.0\"><channel><title>News</title><item><title>Tea</title>\
            <link>https://example.org/tea</link><pubDate>Fri, 16 Aug 2024 10:00:00 GMT</pubDate>\
            </item></channel></rss>";
        assert_eq!(
            feed(rss, "https://example.org/feed"),
            Ok(vec![entry(
                "https://example.org/tea",
                Some("2024-08-16T10:00:00+00:00")
            )])
        );
        let atom = b"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><id>a</id>\
            <updated>2024-08-16T10:00:00Z</updated><entry><title>Tea</title><id>b</id>\
            <updated>2024-08-16T10:00:00Z</updated>\
            <link rel=\"self\" href=\"https://example.org/b.xml\"/>\
            <link href=\"https://example.org/tea\"/></entry></feed>";
        let listed = feed(atom, "https://example.org/feed").unwrap();
        assert_eq!(listed[0].url, "https://example.org/tea");
        let told = feed(b"<html><p>Not found</p></html>", "https://example.org").unwrap_err();
        assert!(told.starts_with("it is no feed: "), "{told}");
    }

    #[test]
    fn a_sitemap_lists_pages_or_other_sitemaps() {
        let map = b"<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
            <url><loc> https://example.org/a?b=1&amp;c=2 </loc><lastmod>2024-08-16</lastmod></url>\
            <url><loc>https://example.org/d</loc></url></urlset>";
        let found = sitemap(map).unwrap();
        assert_eq!(
            found.pages,
            [
                entry("https://example.org/a?b=1&c=2", Some("2024-08-16")),
                entry("https://example.org/d", None)
            ]
        );
        let index =
            b"<sitemapindex><sitemap><loc>https://example.org/1.xml</loc></sitemap></sitemapindex>";
        assert_eq!(sitemap(index).unwrap().maps, ["https://example.org/1.xml"]);
        assert!(sitemap(b"<html></html>").is_err());
        assert!(sitemap(b"<!DOCTYPE x [<!ENTITY a \"b\">]><urlset/>").is_err());
    }
}
