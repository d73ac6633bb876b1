//! `[[source]]`: places on the web whose articles are followed.

use std::time::Duration;

use serde::{Deserialize, Deserializer};
use toml::Value;

use super::{problem, read};

/// What the tables are called.
pub(super) const SECTION: &str = "source";

/// The keys of a table.
const KEYS: [&str; 5] = ["kind", "url", "every", "name", "articles"];

/// The least time between two looks.
const LEAST: Duration = Duration::from_secs(5 * 60);

/// A place whose articles are followed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Keys")]
pub struct Source {
    pub kind: SourceKind,
    pub url: String,
    /// The time between two looks.
    pub every: Duration,
    /// For people, and the folder of its articles.
    pub name: String,
    /// How many at most.
    pub articles: usize,
}

/// What is at a source's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// RSS, Atom or JSON Feed.
    Feed,
    Sitemap,
    /// One article.
    Page,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    #[serde(deserialize_with = "kind")]
    kind: SourceKind,
    #[serde(deserialize_with = "url")]
    url: String,
    #[serde(deserialize_with = "every")]
    every: Duration,
    #[serde(default, deserialize_with = "name")]
    name: Option<String>,
    #[serde(
        default = "usual_articles",
        deserialize_with = "read::whole::<Articles, 1, 10_000, _, _>"
    )]
    articles: usize,
}

struct Articles;

impl read::Unit for Articles {
    const NAME: &str = "articles";
}

fn usual_articles() -> usize {
    100
}

impl From<Keys> for Source {
    fn from(keys: Keys) -> Self {
        let host = keys.url.split("://").nth(1);
        let host = host.and_then(|rest| rest.split('/').next());
        let name = keys.name.or_else(|| host.map(str::to_owned));
        Self {
            kind: keys.kind,
            every: keys.every,
            name: name.unwrap_or_default(),
            articles: keys.articles,
            url: keys.url,
        }
    }
}

/// Whether a table is a source. The error says what is wrong and what is allowed.
pub(super) fn check(table: &Value) -> Result<(), String> {
    let Some(keys) = table.as_table() else {
        return Err("write each source under [[source]] on a line of its own".to_owned());
    };
    if let Some(unknown) = keys.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(format!(
            "[[source]] has no key {unknown}{}; it has {}",
            problem::did_you_mean(unknown, KEYS.iter().map(ToString::to_string)),
            KEYS.join(", ")
        ));
    }
    let read: Result<Source, _> = serde_path_to_error::deserialize(table.clone());
    match read {
        Ok(_) => Ok(()),
        Err(error) => {
            let key = error.path().to_string();
            match keys.get(&key) {
                Some(value) => Err(format!(
                    "source.{key} = {value} is not allowed: {}",
                    error.inner().message()
                )),
                None => Err(lacking(keys)),
            }
        }
    }
}

fn lacking(keys: &toml::Table) -> String {
    let lacks = ["url", "kind", "every"].into_iter();
    let lacks: Vec<&str> = lacks.filter(|key| !keys.contains_key(*key)).collect();
    format!("[[source]] lacks the key {}", lacks.join(", "))
}

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<SourceKind, D::Error> {
    let choices = [
        ("feed", SourceKind::Feed),
        ("sitemap", SourceKind::Sitemap),
        ("page", SourceKind::Page),
    ];
    read::choice(from, &choices)
}

fn url<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    read::text(from, "it must begin with https:// or http://", |url| {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        is_web.then(|| url.to_owned())
    })
}

fn every<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let allowed = "it must be a time such as \"30m\", \"6h\" or \"1d\", at least 5m";
    read::text(from, allowed, |text| {
        interval(text).filter(|it| *it >= LEAST)
    })
}

fn name<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    read::text(from, "it must be a name", |name| {
        name.contains(char::is_alphanumeric)
            .then(|| Some(name.to_owned()))
    })
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
    fn problems_are_reported_with_their_line() {
        for (field, expected) in [
            ("every = \"1s\"", "it must be a time such as"),
            ("kind = \"blog\"", "it must be one of \"feed\""),
            ("url = \"file:///etc\"", "it must begin with https://"),
            ("evry = \"6h\"", "did you mean every?"),
            ("articles = 0", "from 1 to 10000"),
            ("", "lacks the key url"),
        ] {
            let problem = load(&format!("\n[[source]]\n{field}\n")).unwrap_err();
            assert!(
                problem.contains("my.toml:2: ") && problem.contains(expected),
                "{problem}"
            );
        }
    }
}
