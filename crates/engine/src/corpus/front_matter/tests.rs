//! Front matter, valid and invalid, in YAML and TOML.

use super::*;
use crate::language::Language;
use jiff::civil::date;

fn read(text: &str) -> Metadata {
    split(text).expect("this front matter is right").0
}

fn refused(text: &str) -> (usize, String) {
    match split(text).expect_err("this front matter is wrong") {
        SkipReason::BrokenFrontMatter { line, problem } => (line, problem),
        other => panic!("unexpected reason: {other}"),
    }
}

#[test]
fn yaml_and_toml_are_equivalent() {
    let yaml = "---\ntitle: \"Polestar 2: the line\"\ndate: 2020-03-25\nupdated: 2021-01-02T10:00:00Z\n\
                url: https://example.org/a\nauthor: Ann\nlang: no\ntags: [cars, 2024, 1.10]\n\
                trust: High\nsources:\n  - title: Report\n    url: https://example.org/r\n    \
                publisher: X\n  - https://example.org/b\n  - A book\nlayout: post\n---\nText";
    let toml = "+++\ntitle = \"Polestar 2: the line\"\ndate = 2020-03-25\n\
                updated = 2021-01-02T10:00:00Z\nurl = \"https://example.org/a\"\nauthor = \"Ann\"\n\
                lang = \"no\"\ntags = [\"cars\", \"2024\", 1.10]\ntrust = \"High\"\nsources = [\n\
                { title = \"Report\", url = \"https://example.org/r\" },\n\
                \"https://example.org/b\", \"A book\"]\n[params]\nx = 1\n+++\nText";
    let found = read(yaml);
    assert_eq!(found, read(toml));
    assert_eq!(found.title.as_deref(), Some("Polestar 2: the line"));
    assert_eq!(found.date, Some(date(2020, 3, 25)));
    assert_eq!(found.updated, Some(date(2021, 1, 2)));
    assert_eq!(found.language, Some(Language::Norwegian));
    assert_eq!(found.tags, ["cars", "2024", "1.10"]);
    assert_eq!(found.trust, Some(Trust::High));
    let sources: Vec<_> = found
        .references
        .iter()
        .map(|source| (source.title.as_str(), source.url.as_deref()))
        .collect();
    assert_eq!(
        sources,
        [
            ("Report", Some("https://example.org/r")),
            ("https://example.org/b", Some("https://example.org/b")),
            ("A book", None)
        ]
    );
}

#[test]
fn an_invalid_value_is_reported_with_its_line() {
    assert_eq!(
        refused("---\ntitle: A\ndate: 5/6/2024\n---\n"),
        (
            3,
            "`date` is \"5/6/2024\"; write a date like 2024-08-16".into()
        )
    );
    assert_eq!(
        refused("+++\ntitle = 'A'\n\ntrust = 'total'\n+++\n"),
        (4, "`trust` is \"total\"; write high, normal or low".into())
    );
    assert_eq!(refused("---\nurl: ftp://example.org\n---\n").0, 2);
    assert_eq!(refused("---\nlang: klingon\n---\n").0, 2);
    assert_eq!(refused("---\ntitle: A\ntags: {a: 1}\n---\n").0, 3);
    assert_eq!(
        refused("---\ntitle: A\nsources:\n- url: javascript:x\n---\n").0,
        4
    );
}

#[test]
fn broken_yaml_is_reported_with_its_line() {
    let (line, _) = refused("---\ntitle: A\ntags: [a, b\ndate: 2024-01-01\n---\n");
    assert!((3..=5).contains(&line), "{line}");
    assert_eq!(refused("---\ntitle: Works: the inside\n---\n").0, 2);
    assert_eq!(refused("+++\ntitle = \n+++\n").0, 2);
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (name, below) in ["b", "c", "d", "e", "f", "g", "h", "i"]
        .iter()
        .zip("abcdefgh".chars())
    {
        let uses = vec![format!("*{below}"); 10].join(",");
        bomb.push_str(&format!("{name}: &{name} [{uses}]\n"));
    }
    bomb.push_str("---\n");
    refused(&bomb);
}

#[test]
fn a_thematic_break_is_not_front_matter() {
    for text in [
        "---\nNo closing line: none.\n",
        "---\n\nSome prose here, then\n\n---\nMore.",
    ] {
        assert_eq!(split(text), Ok((Metadata::default(), text)));
    }
    assert_eq!(
        split("---\n# nothing\n---\nText").map(|(_, body)| body),
        Ok("Text")
    );
    assert_eq!(
        split("---\ntitle:\n---\nText").map(|(_, body)| body),
        Ok("Text")
    );
}

#[test]
fn keys_of_other_tools_are_understood() {
    let found = read(
        "---\ntitle: Heat pumps\nurl: /guides/heat-pumps/\ndate: Sat, 06 May 2023 10:00:00 GMT\n\
         lastmod: 2024-1-9\nlanguage: English\nauthors: [Ann, Bo]\nkeywords: heat, pump\n\
         description: ''\nslug: x\n---\nText",
    );
    assert_eq!(found.url, None);
    assert_eq!(found.date, Some(date(2023, 5, 6)));
    assert_eq!(found.updated, Some(date(2024, 1, 9)));
    assert_eq!(found.language, Some(Language::English));
    assert_eq!(found.author.as_deref(), Some("Ann, Bo"));
    assert_eq!(found.tags, ["heat", "pump"]);
    let unknown = read("---\nlastmod: someday\npublished: true\ndate: ''\n---\nText");
    assert_eq!(unknown, Metadata::default());
}

#[test]
fn a_problem_is_reported_without_the_parsers_jargon() {
    let (line, problem) = refused("---\ntitle: A\ntitle: B\n---\n");
    assert_eq!(line, 3);
    assert!(
        problem.starts_with("duplicate mapping key: title; "),
        "{problem}"
    );
}
