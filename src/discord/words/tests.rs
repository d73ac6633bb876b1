//! All languages must be complete and say the same.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

mod limits;

use super::*;

/// Counts on every side of the plural rules of the languages.
const COUNTS: &[usize] = &[0, 1, 2, 5, 11, 21, 1_000, 1_000_000, 123_456_789];
/// The length of the longest value that is cut to fit into a sentence.
const LONG_VALUE: usize = 400;

/// How a message uses one of its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Use {
    /// It decides between plurals or numbers.
    is_counted: bool,
    /// The words it decides between.
    choices: BTreeSet<String>,
}

type Values = BTreeMap<String, Use>;

/// The messages of a language with the values they use; attributes are named `message.attribute`.
fn messages(locale: Locale) -> BTreeMap<String, Values> {
    let resource = FluentResource::try_new(locale.source().to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{locale:?}: {errors:?}"));
    let mut messages = BTreeMap::new();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut values = Values::new();
        collect(pattern, &mut values);
        let before = messages.insert(key.clone(), values);
        assert!(before.is_none(), "{key} stands twice in {locale:?}");
    };
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                add(key.to_owned(), message.value.as_ref().unwrap());
                for attribute in &message.attributes {
                    add(format!("{key}.{}", attribute.id.name), &attribute.value);
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{locale:?}: {other:?}"),
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, values: &mut Values) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                values.entry(id.name.to_owned()).or_default();
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    panic!("{selector:?} decides");
                };
                let used = values.entry(id.name.to_owned()).or_default();
                for variant in variants {
                    match &variant.key {
                        VariantKey::Identifier {
                            name: "one" | "other",
                        }
                        | VariantKey::NumberLiteral { .. } => used.is_counted = true,
                        VariantKey::Identifier { name } => {
                            used.choices.insert((*name).to_owned());
                        }
                    }
                }
                for variant in variants {
                    collect(&variant.value, values);
                }
            }
        }
    }
}

fn names(values: &Values) -> BTreeSet<&str> {
    values.keys().map(String::as_str).collect()
}

/// The keys that describe the existing commands.
fn described() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for command in crate::discord::gateway::commands::all() {
        if command.context_menu_name.is_some() {
            keys.insert(format!("menu_{}", command.name));
        } else {
            describe(&command, &command.name, &mut keys);
        }
    }
    keys
}

fn describe(
    command: &crate::discord::bot::command::Command,
    path: &str,
    keys: &mut BTreeSet<String>,
) {
    keys.insert(format!("command_{path}"));
    for parameter in &command.parameters {
        keys.insert(format!(
            "option_{path}_{}",
            parameter.name.replace('-', "_")
        ));
        let named = |key: &&String| {
            let name = Words::ENGLISH.name(key);
            let mut choices = parameter.choices.iter();
            key.starts_with("choice_") && choices.any(|it| Some(&*it.name) == name.as_deref())
        };
        let messages = messages(Locale::English);
        keys.extend(messages.keys().filter(named).cloned());
    }
    for subcommand in &command.subcommands {
        describe(subcommand, &format!("{path}_{}", subcommand.name), keys);
    }
}

/// A message in every form that its values can produce.
fn forms(words: Words, key: &str, values: &Values) -> Vec<String> {
    let (message, attribute) = match key.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (key, None),
    };
    let long = "w".repeat(LONG_VALUE);
    let counts = COUNTS.iter().map(Some).chain([None]);
    let mut forms = Vec::new();
    for count in counts {
        let choices = values.values().flat_map(|used| used.choices.iter());
        for choice in choices.map(Some).chain([None]) {
            let args = FluentArgs::from_iter(values.iter().map(|(name, used)| {
                let value = match (count, choice) {
                    (Some(count), _) if used.is_counted || used.choices.is_empty() => {
                        FluentValue::from(*count)
                    }
                    (_, Some(choice)) if used.choices.contains(choice) => {
                        FluentValue::from(choice.as_str())
                    }
                    _ => FluentValue::from(long.as_str()),
                };
                (name.as_str(), value)
            }));
            let bundle = words.0.bundle();
            let message = bundle.get_message(message).unwrap();
            let pattern = match attribute {
                Some(name) => message.get_attribute(name).unwrap().value(),
                None => message.value().unwrap(),
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
            assert!(errors.is_empty(), "{key} of {words:?}: {errors:?}");
            forms.push(text.into_owned());
        }
    }
    forms
}

fn everything() -> impl Iterator<Item = (Words, String, Vec<String>)> {
    Locale::ALL.iter().flat_map(|locale| {
        let words = Words(*locale);
        messages(*locale).into_iter().map(move |(key, values)| {
            let forms = forms(words, &key, &values);
            (words, key, forms)
        })
    })
}

/// A new sentence may be in English first: the other languages show it in English until somebody
/// translates it. `cargo test words -- --nocapture` lists what is missing.
#[test]
fn translations_take_the_values_of_english_and_what_is_missing_is_listed() {
    let english = messages(Locale::English);
    for locale in Locale::ALL {
        let other = messages(*locale);
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !other.contains_key(*key))
            .collect();
        let superfluous: Vec<_> = other
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        if !missing.is_empty() {
            eprintln!("{locale:?} lacks {missing:?}");
        }
        assert!(superfluous.is_empty(), "{locale:?} has {superfluous:?}");
        for (key, translated) in &other {
            let values = &english[key];
            assert_eq!(names(values), names(translated), "{key} of {locale:?}");
            for (name, used) in values {
                let choices = &translated[name].choices;
                assert_eq!(&used.choices, choices, "{key} of {locale:?}");
            }
        }
    }
}

#[test]
fn every_sentence_is_written_and_every_message_is_said() {
    let english = messages(Locale::English);
    let mut said = described();
    for (sentence, given) in SENTENCES {
        let given: BTreeSet<&str> = given.iter().map(|(name, _)| *name).collect();
        let written = english.get(*sentence);
        let written = written.unwrap_or_else(|| panic!("{sentence} is not written"));
        assert_eq!(names(written), given, "values of {sentence}");
        assert!(said.insert((*sentence).to_owned()), "{sentence} twice");
    }
    let written: BTreeSet<String> = english
        .into_keys()
        .filter(|key| !key.contains('.'))
        .collect();
    let unsaid: Vec<_> = written.difference(&said).collect();
    let unwritten: Vec<_> = said.difference(&written).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
    assert!(unwritten.is_empty(), "nobody wrote {unwritten:?}");
}

#[test]
fn what_is_counted_is_given_as_a_number() {
    for locale in Locale::ALL {
        let messages = messages(*locale);
        for (sentence, given) in SENTENCES {
            for (name, kind) in *given {
                let Some(used) = messages.get(*sentence).map(|it| &it[*name]) else {
                    continue;
                };
                let number = *kind == "usize";
                assert!(
                    !used.is_counted || number,
                    "{name} in {sentence} of {locale:?}"
                );
                assert!(
                    used.choices.is_empty() || !number,
                    "{name} in {sentence} of {locale:?}"
                );
            }
        }
    }
}

#[test]
fn every_message_reads_whole_whatever_its_values() {
    for (words, key, forms) in everything() {
        for text in forms {
            let what = format!("{key} of {words:?}: {text:?}");
            assert!(!text.trim().is_empty(), "{what}");
            assert!(!text.contains(['{', '}', '\u{2068}', '\u{2069}']), "{what}");
            let trimmed = text.lines().all(|line| line.trim() == line);
            assert!(key == "list_comma" || trimmed, "{what}");
        }
    }
}

#[test]
fn whole_sentences_are_translated() {
    /// Characters; shorter ones may well be the same in two languages.
    const SENTENCE: usize = 20;
    let english: BTreeMap<String, Vec<String>> = everything()
        .filter(|(words, ..)| *words == Words::ENGLISH)
        .map(|(_, key, forms)| (key, forms))
        .collect();
    for (words, key, forms) in everything() {
        let original = &english[&key];
        let is_sentence = original[0].replace('w', "").chars().count() > SENTENCE;
        if words != Words::ENGLISH && is_sentence {
            assert_ne!(&forms, original, "{key} of {words:?}");
        }
    }
}

#[test]
fn markdown_is_the_same_in_every_language() {
    let marks = |text: &str| ["**", "`", "<", ">"].map(|mark| text.matches(mark).count());
    let english: BTreeMap<String, Vec<String>> = everything()
        .filter(|(words, ..)| *words == Words::ENGLISH)
        .map(|(_, key, forms)| (key, forms))
        .collect();
    for (words, key, forms) in everything() {
        let (text, original) = (&forms[0], &english[&key][0]);
        assert_eq!(marks(text), marks(original), "{key} of {words:?}: {text}");
        assert_eq!(
            text.starts_with("-# "),
            original.starts_with("-# "),
            "{key} of {words:?}: {text}"
        );
        assert_eq!(
            text.lines().count(),
            original.lines().count(),
            "{key} of {words:?}"
        );
    }
}

#[test]
fn sentences_name_commands_as_the_reader_types_them() {
    assert!(Words::ENGLISH.no_index().contains("`/reindex`"));
    assert!(Words::of("sv-SE").no_index().contains("`/indexera`"));
    assert!(Words::of("zh-CN").help().contains("`/提问`"));
}

#[test]
fn sentences_count_as_their_language_does() {
    let done = |code: &str, n: usize| Words::of(code).skipped(n);
    assert_eq!(done("en-US", 0), "**Skipped** 0 files");
    assert_eq!(done("en-US", 1), "**Skipped** 1 file");
    assert_eq!(done("fr", 0), "**Ignorés** 0 fichier");
    assert_eq!(done("de", 1), "**Übersprungen** 1 Datei");
    assert_eq!(done("sv-SE", 2_000), "**Hoppade över** 2\u{a0}000 filer");
    assert_eq!(done("zh-CN", 1), "**跳过** 1 个文件");
}
