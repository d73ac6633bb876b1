//! Questions to try: those for the shipped articles, or ones made from the articles at hand.

use crate::config::Config;
use lodestar_engine::corpus::Corpus;

/// How many questions are shown at the start.
const SHOWN: usize = 3;

/// Questions of the shipped articles, each with the article that answers it.
const SHIPPED: [(&str, &str); SHOWN] = [
    ("polestar-5-chongqing.md", "Where is the Polestar 5 built?"),
    (
        "polestar-2-luqiao-start.md",
        "When did production of the Polestar 2 start?",
    ),
    (
        "polestar-production-centre-chengdu.md",
        "Who designed the Polestar Production Centre in Chengdu?",
    ),
];

/// A few questions that the articles answer. Empty if there are no readable articles.
pub(super) fn questions(config: &Config) -> Vec<String> {
    let is_there = |path: &str| {
        let path = config.corpus.dir.join(path);
        path.try_exists().unwrap_or(false)
    };
    let shipped = SHIPPED.iter().filter(|(path, _)| is_there(path));
    let shipped: Vec<String> = shipped
        .map(|(_, question)| (*question).to_owned())
        .collect();
    if shipped.len() == SHOWN {
        return shipped;
    }
    titles(config)
        .into_iter()
        .map(|title| format!("What about {title}?"))
        .collect()
}

/// Titles of the first articles.
fn titles(config: &Config) -> Vec<String> {
    let corpus = Corpus::new(&config.corpus.dir, config.corpus.max_file_bytes);
    let files = corpus.scan().map(|scan| scan.files).unwrap_or_default();
    files
        .iter()
        .filter_map(|file| file.read().ok())
        .map(|article| {
            article
                .source
                .title
                .trim_end_matches(['?', '!', '.'])
                .to_owned()
        })
        .filter(|title| !title.is_empty())
        .take(SHOWN)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(articles: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::TempDir::new().unwrap();
        for (name, text) in articles {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = folder.path().to_owned();
        questions(&config)
    }

    #[test]
    fn the_shipped_articles_have_questions_of_their_own() {
        let shipped = SHIPPED.map(|(path, _)| (path, "# A title\n\nText.\n"));
        assert_eq!(of(&shipped), SHIPPED.map(|(_, question)| question));
    }

    #[test]
    fn other_articles_are_asked_about_by_their_titles() {
        let asked = of(&[
            ("a.md", "# Tea\n\nTea is made with water.\n"),
            ("b.md", "# Why coffee?\n\nBecause.\n"),
        ]);
        assert_eq!(asked, ["What about Tea?", "What about Why coffee?"]);
        assert!(of(&[]).is_empty());
    }
}
