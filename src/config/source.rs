//! `[[source]]`: places on the web whose articles are followed.

use std::time::Duration;

use toml::Spanned;
use toml::de::DeValue;

use super::problem;
use super::value::Raw;

/// What the tables are called.
pub(super) const SECTION: &str = "source";

/// Articles of a source at most, unless it says otherwise.
const ARTICLES: usize = 100;

/// The least time between two looks.
const LEAST: Duration = Duration::from_secs(5 * 60);

/// A place whose articles are followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub kind: SourceKind,
    pub url: String,
    /// The time between two looks.
    pub every: Duration,
    /// For people, and the folder of its articles.
    pub name: String,
    /// So many at most.
    pub articles: usize,
}

/// What stands at a source's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// RSS, Atom or JSON Feed.
    Feed,
    Sitemap,
    /// One article.
    Page,
}

impl Source {
    /// Reads a table; the error says what is wrong and what is allowed.
    pub(super) fn read(table: &Spanned<DeValue<'_>>, text: &str) -> Result<Self, String> {
        let DeValue::Table(fields) = table.get_ref() else {
            return Err("write each source under [[source]] in a line of its own".to_owned());
        };
        let (mut kind, mut url, mut every, mut name) = (None, None, None, None);
        let mut articles = ARTICLES;
        for (key, value) in fields {
            let raw = super::raw(value, text);
            let wrong = |allowed: &str| format!("source.{key} = {raw} is not allowed: {allowed}");
            let words = match &raw {
                Raw::Text(words) => Some(words.as_str()),
                _ => None,
            };
            match key.get_ref().as_ref() {
                "kind" => {
                    kind = Some(match words {
                        Some("feed") => SourceKind::Feed,
                        Some("sitemap") => SourceKind::Sitemap,
                        Some("page") => SourceKind::Page,
                        _ => {
                            return Err(wrong("it must be \"feed\", \"sitemap\" or \"page\""));
                        }
                    });
                }
                "url" => {
                    let is_web =
                        |url: &&str| url.starts_with("https://") || url.starts_with("http://");
                    let found = words.filter(is_web);
                    let found =
                        found.ok_or_else(|| wrong("it must begin with https:// or http://"))?;
                    url = Some(found.to_owned());
                }
                "every" => {
                    let found = words.and_then(interval).filter(|it| *it >= LEAST);
                    let allowed =
                        "it must be a time such as \"30m\", \"6h\" or \"1d\", at least 5m";
                    every = Some(found.ok_or_else(|| wrong(allowed))?);
                }
                "name" => {
                    let found = words.filter(|name| name.contains(char::is_alphanumeric));
                    name = Some(found.ok_or_else(|| wrong("it must be a name"))?.to_owned());
                }
                "articles" => {
                    let number = match &raw {
                        Raw::Number(number) => number.parse().ok(),
                        _ => None,
                    };
                    let number = number.filter(|number| (1..=10_000).contains(number));
                    let allowed = "it must be a whole number from 1 to 10000";
                    articles = number.ok_or_else(|| wrong(allowed))?;
                }
                other => {
                    let known = ["kind", "url", "every", "name", "articles"].map(str::to_owned);
                    return Err(format!(
                        "[[source]] has no key {other}{}; it has kind, url, every, name, articles",
                        problem::did_you_mean(other, known.into_iter())
                    ));
                }
            }
        }
        let missing = |key: &str| format!("[[source]] lacks the key {key}");
        let url = url.ok_or_else(|| missing("url"))?;
        let host = url.split("://").nth(1).and_then(|it| it.split('/').next());
        let host = host.unwrap_or_default().to_owned();
        Ok(Self {
            kind: kind.ok_or_else(|| missing("kind"))?,
            every: every.ok_or_else(|| missing("every"))?,
            name: name.unwrap_or(host),
            url,
            articles,
        })
    }
}

/// A number of minutes, hours or days.
fn interval(text: &str) -> Option<Duration> {
    let text = text.trim();
    let unit = text.chars().last()?;
    let number: u64 = text.strip_suffix(unit)?.trim().parse().ok()?;
    let seconds = match unit {
        'm' => 60,
        'h' => 60 * 60,
        'd' => 24 * 60 * 60,
        _ => return None,
    };
    Some(Duration::from_secs(number.checked_mul(seconds)?))
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    fn load(text: &str) -> Result<Vec<Source>, String> {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("my.toml");
        std::fs::write(&file, text).unwrap();
        let config = Config::load(Some(&file), []);
        config.map(|it| it.sources).map_err(|it| it.to_string())
    }

    #[test]
    fn sources_are_read_in_their_order() {
        let text = "[[source]]\nkind = \"feed\"\nurl = \"https://example.org/a\"\nevery = \"6h\"\n\
                    [[source]]\nkind = \"page\"\nurl = \"https://example.org/b\"\nevery = \"1d\"\n\
                    name = \"b\"\narticles = 7\n";
        let sources = load(text).unwrap();
        assert_eq!(sources.len(), 2);
        assert_eq!(sources[0].name, "example.org");
        assert_eq!(sources[0].every, Duration::from_secs(6 * 3600));
        assert_eq!(sources[1].kind, SourceKind::Page);
        assert_eq!(sources[1].articles, 7);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (field, told) in [
            ("every = \"1s\"", "it must be a time such as"),
            ("kind = \"blog\"", "it must be \"feed\""),
            ("url = \"file:///etc\"", "it must begin with https://"),
            ("evry = \"6h\"", "did you mean every?"),
            ("articles = 0", "from 1 to 10000"),
            ("", "lacks the key url"),
        ] {
            let told_so = load(&format!("\n[[source]]\n{field}\n")).unwrap_err();
            assert!(
                told_so.contains("my.toml:2: ") && told_so.contains(told),
                "{told_so}"
            );
        }
    }
}
