//! The plan of the shipped corpus and the facts it rests on, where they stand beside the project.
//! It knows nothing of how an article is written.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

/// What the articles are to say.
pub(crate) struct Plan {
    pub(crate) articles: Vec<Planned>,
    /// The fact lines by number.
    pub(crate) facts: BTreeMap<u16, String>,
    /// Facts of which articles of different dates tell different parts, and those articles.
    shared: Vec<(Vec<u16>, Vec<String>)>,
}

/// An article to be written. Its date tells which one it is.
pub(crate) struct Planned {
    pub(crate) id: String,
    pub(crate) date: Option<Date>,
    pub(crate) facts: Vec<u16>,
}

impl Plan {
    /// Reads the plan in `folder`, if there is one.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let facts = std::fs::read_to_string(folder.join("facts.md")).ok()?;
        let plan = std::fs::read_to_string(folder.join("corpus-plan.md")).ok()?;
        let facts = facts
            .lines()
            .filter_map(|line| line.strip_prefix("- **F")?.split_once("** "))
            .map(|(number, fact)| (number.parse().unwrap(), fact.to_owned()))
            .collect();
        let mut articles: Vec<Planned> = Vec::new();
        let mut shared = Vec::new();
        for line in plan.lines() {
            if let Some(heading) = line.strip_prefix("### ") {
                let (id, title) = heading.split_once(' ').unwrap();
                let in_brackets = title.rsplit_once('(').unwrap().1.trim_end_matches(')');
                articles.push(Planned {
                    id: id.to_owned(),
                    date: in_brackets.parse().ok(),
                    facts: Vec::new(),
                });
            } else if let Some(list) = line.strip_prefix("- facts: ") {
                articles.last_mut().unwrap().facts = numbers(list, 'F');
            } else if line.starts_with("| ") {
                let ids = numbers(line, 'A');
                let ids = ids.iter().map(|number| format!("A{number:02}")).collect();
                shared.push((numbers(line, 'F'), ids));
            }
        }
        Some(Self {
            articles,
            facts,
            shared,
        })
    }

    /// The articles that together tell all of a fact.
    pub(crate) fn tellers(&self, fact: u16) -> Vec<&Planned> {
        let is_shared = |planned: &Planned| {
            let mut rows = self.shared.iter();
            rows.any(|(facts, ids)| facts.contains(&fact) && ids.contains(&planned.id))
        };
        self.articles
            .iter()
            .filter(|planned| planned.facts.contains(&fact) || is_shared(planned))
            .collect()
    }
}

/// The numbers behind a letter: `F033-F035, F042` holds 33, 34, 35 and 42.
fn numbers(text: &str, letter: char) -> Vec<u16> {
    let mut numbers: Vec<u16> = Vec::new();
    let is_apart = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    for word in text.split(is_apart) {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        let number = |text: &str| text.strip_prefix(letter)?.parse::<u16>().ok();
        if let (Some(first), Some(last)) = (number(first), number(last)) {
            numbers.extend(first..=last);
        }
    }
    numbers
}

#[test]
fn ranges_of_facts_are_spelled_out() {
    assert_eq!(
        numbers("F001-F003, F145 (its part), A2", 'F'),
        [1, 2, 3, 145]
    );
}
