//! Words with the same meaning: the operator's synonyms, and a small dictionary of eight languages.
//!
//! Questions are expanded with them, to find articles that use other words. Translations are used
//! only where the question and an article are in different languages.

use std::collections::HashMap;

use crate::index::analysis;
use crate::index::analysis::question::Term;
use crate::index::analysis::term_vector;
use crate::language::Language;

use super::analysed::AnalysedQuestion;

/// The dictionary: a row for each meaning, a column for each language, forms separated by commas.
const DICTIONARY: &str = include_str!("lexicon/dictionary.txt");

/// Most digits of a number that is part of the name before it.
const MAX_NAME_DIGITS: usize = 3;

/// Most terms of a phrase.
const LONGEST_PHRASE: usize = 3;

/// Synonyms and translations, prepared for the languages of a corpus.
#[derive(Debug, Default)]
pub struct Lexicon {
    languages: Vec<Language>,
    /// Phrases with their groups, by their first word.
    synonyms: HashMap<String, Vec<(Vec<String>, usize)>>,
    /// The forms of each group's members.
    groups: Vec<Vec<WordForm>>,
    /// Rows of the dictionary, by language and stem.
    words: HashMap<(Language, String), Vec<usize>>,
    /// Forms by row, for each language of the corpus.
    rows: Vec<Vec<(Language, Vec<WordForm>)>>,
    /// Words of languages without spaces, longest first, with their rows.
    runs: Vec<(String, usize)>,
}

/// A form in which a word may occur in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WordForm {
    stem: String,
    exact: String,
}

impl Lexicon {
    /// `synonyms` has one group a line, its members separated by commas. `languages` are those of
    /// the corpus.
    #[must_use]
    pub fn new(synonyms: &str, languages: &[Language]) -> Self {
        let mut lexicon = Self {
            languages: languages.to_vec(),
            ..Self::default()
        };
        for line in synonyms.lines() {
            lexicon.add_group(line, languages);
        }
        for row in DICTIONARY.lines().filter(|line| !line.starts_with('#')) {
            lexicon.add_row(row, languages);
        }
        lexicon
            .runs
            .sort_by_key(|(run, _)| std::cmp::Reverse(run.chars().count()));
        lexicon
    }

    fn add_group(&mut self, line: &str, languages: &[Language]) {
        let members: Vec<&str> = members(line).collect();
        if members.len() < 2 {
            return;
        }
        let group = self.groups.len();
        let mut forms: Vec<WordForm> = Vec::new();
        for member in &members {
            for &language in languages {
                if let Some(form) = form(member, language)
                    && !forms.contains(&form)
                {
                    forms.push(form);
                }
                let phrase = phrase(member, language);
                if let Some((first, rest)) = phrase.split_first() {
                    let known = self.synonyms.entry(first.clone()).or_default();
                    let entry = (rest.to_vec(), group);
                    if !known.contains(&entry) {
                        known.push(entry);
                    }
                }
            }
        }
        self.groups.push(forms);
    }

    fn add_row(&mut self, row: &str, languages: &[Language]) {
        let number = self.rows.len();
        let mut forms = Vec::new();
        for column in row.split('|') {
            let Some((code, words)) = column.trim().split_once(' ') else {
                continue;
            };
            let Some(language) = Language::from_tag(code) else {
                continue;
            };
            for word in members(words) {
                if is_unspaced(word) {
                    self.runs.push((word.to_owned(), number));
                } else if let Some(WordForm { stem, .. }) = form(word, language) {
                    let rows = self.words.entry((language, stem)).or_default();
                    if rows.last() != Some(&number) {
                        rows.push(number);
                    }
                }
            }
            if languages.contains(&language) {
                let known = members(words).filter_map(|word| form(word, language));
                forms.push((language, known.collect()));
            }
        }
        self.rows.push(forms);
    }

    /// The languages of the corpus, most common first.
    #[must_use]
    pub(crate) fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// Expands a question's terms with their synonyms and translations.
    pub(super) fn expand(&self, terms: &mut Vec<Term>, question: &str, asked_in: Language) {
        self.add_synonyms(terms);
        let unknown_script = terms.iter().any(|term| term.gram)
            && !self.languages.iter().any(|&language| has_grams(language));
        if unknown_script {
            let read = self.unspaced_terms(question);
            if !read.is_empty() {
                terms.retain(|term| !term.gram);
                terms.extend(read);
                terms.sort_by_key(|term| term.range.start);
                for (term, position) in terms.iter_mut().zip(0..) {
                    term.position = position;
                }
            }
        }
        for term in terms.iter_mut().filter(|term| !term.gram) {
            let word = question.get(term.range.clone()).unwrap_or_default();
            self.translate(term, word, asked_in);
        }
    }

    /// Like [`Self::expand`], for a single term known as `word`.
    pub(super) fn expand_term(&self, term: &mut Term, word: &str, asked_in: Language) {
        self.add_synonyms(std::slice::from_mut(term));
        self.translate(term, word, asked_in);
    }

    /// Translates a word that no article contains from any language that has it. Returns false if
    /// none has.
    pub(crate) fn translate_from_any(&self, asked: &mut AnalysedQuestion, term: usize) -> bool {
        asked.translate(term, |term, word| {
            Language::ALL
                .iter()
                .any(|&language| self.translate(term, word, language))
        })
    }

    fn add_synonyms(&self, terms: &mut [Term]) {
        let mut found: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
        for start in 0..terms.len() {
            let Some(first) = terms.get(start) else { break };
            for (rest, group) in first
                .stems
                .iter()
                .chain(&first.exact)
                .filter_map(|form| self.synonyms.get(form))
                .flatten()
            {
                let after = terms.iter().skip(start + 1).take(rest.len());
                let matches = after.len() == rest.len()
                    && after
                        .zip(rest)
                        .all(|(term, word)| term.stems.contains(word) || term.exact.contains(word));
                let places = start..start + 1 + rest.len();
                if matches && !found.contains(&(places.clone(), *group)) {
                    found.push((places, *group));
                }
            }
        }
        for (places, group) in found {
            let forms = self
                .groups
                .get(group)
                .map(Vec::as_slice)
                .unwrap_or_default();
            for term in terms.iter_mut().skip(places.start).take(places.len()) {
                add(term, forms);
            }
        }
    }

    /// Adds a word's translations into the other languages of the corpus. Returns false if it is
    /// not in the dictionary.
    pub(super) fn translate(&self, term: &mut Term, word: &str, from: Language) -> bool {
        let Some(WordForm { stem, .. }) = form(word, from) else {
            return false;
        };
        let Some(rows) = self.words.get(&(from, stem)) else {
            return false;
        };
        for (language, forms) in rows.iter().filter_map(|&row| self.rows.get(row)).flatten() {
            if *language != from {
                add(term, forms);
            }
        }
        true
    }

    /// Dictionary words in a text without spaces, as terms in the corpus's languages.
    pub(super) fn unspaced_terms(&self, text: &str) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for (run, row) in &self.runs {
            let Some(start) = text.find(run.as_str()) else {
                continue;
            };
            let range = start..start + run.len();
            let taken = terms
                .iter()
                .any(|term| term.range.start < range.end && range.start < term.range.end);
            let forms = self.rows.get(*row).into_iter().flatten();
            let mut term = Term {
                range,
                position: 0,
                stems: Vec::new(),
                exact: Vec::new(),
                gram: false,
                common: false,
            };
            forms.for_each(|(_, forms)| add(&mut term, forms));
            if taken || term.stems.is_empty() {
                continue;
            }
            // "极星3": a number directly after a name is part of it.
            let number: String = text
                .get(term.range.end..)
                .unwrap_or_default()
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            if (1..=MAX_NAME_DIGITS).contains(&number.len()) {
                let mut named = term.clone();
                for form in named.stems.iter_mut().chain(&mut named.exact) {
                    form.push_str(&number);
                }
                named.range.end += number.len();
                terms.push(named);
            }
            terms.push(term);
        }
        terms.sort_by_key(|term| term.range.start);
        terms
    }
}

/// Whether articles in this language are indexed by character n-grams.
fn has_grams(language: Language) -> bool {
    matches!(
        language,
        Language::Chinese
            | Language::Japanese
            | Language::Korean
            | Language::Thai
            | Language::Other
    )
}

fn members(line: &str) -> impl Iterator<Item = &str> {
    line.split(',')
        .map(str::trim)
        .filter(|member| !member.is_empty())
}

fn is_unspaced(word: &str) -> bool {
    word.chars()
        .any(|letter| ('\u{3040}'..'\u{a000}').contains(&letter))
}

fn add(term: &mut Term, forms: &[WordForm]) {
    for WordForm { stem, exact } in forms {
        if !term.stems.contains(stem) {
            term.stems.push(stem.clone());
        }
        if !term.exact.contains(exact) {
            term.exact.push(exact.clone());
        }
    }
}

/// The single token by which an article contains a word or a numbered name. `None` for other
/// phrases: their words mean something else on their own.
fn form(text: &str, language: Language) -> Option<WordForm> {
    let tokens = analysis::tokens(text, language);
    let named = tokens
        .iter()
        .find(|token| term_vector::is_numbered(&token.exact));
    let places = tokens.last().map_or(0, |last| last.position);
    let single = tokens.last().filter(|_| places == 0);
    let token = named.or(single)?;
    Some(WordForm {
        stem: token.stem.clone(),
        exact: token.exact.clone(),
    })
}

/// The words of a phrase as terms of a question would contain them.
fn phrase(text: &str, language: Language) -> Vec<String> {
    let terms = analysis::question::terms(text, &[language]);
    let is_named = |term: &&Term| {
        term.exact
            .iter()
            .any(|exact| term_vector::is_numbered(exact))
    };
    let words: Vec<Term> = match terms.iter().find(is_named) {
        Some(named) => vec![named.clone()],
        None => terms.into_iter().take(LONGEST_PHRASE).collect(),
    };
    words
        .into_iter()
        .filter_map(|term| term.stems.into_iter().next())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use analysis::question;

    fn widened(question: &str, synonyms: &str) -> Vec<Vec<String>> {
        let english = [Language::English];
        let mut terms = question::terms(question, &english);
        Lexicon::new(synonyms, &english).add_synonyms(&mut terms);
        terms.into_iter().map(|term| term.exact).collect()
    }

    #[test]
    fn synonyms_match_in_any_inflection_and_within_phrases() {
        let groups = "plant, factory, assembly site\nPS3, Polestar 3, Polestar three";
        assert_eq!(
            widened("which plants?", groups)[0],
            ["plants", "plant", "factory"]
        );
        assert!(widened("ps3", groups)[0].contains(&"polestar3".to_owned()));
        assert!(widened("the Polestar three", groups)[1].contains(&"polestar3".to_owned()));
        assert_eq!(widened("three", groups)[0], ["three"]);
    }

    #[test]
    fn every_word_of_the_dictionary_can_occur_in_articles() {
        let mut lost = Vec::new();
        for row in DICTIONARY.lines().filter(|line| !line.starts_with('#')) {
            assert!(row.starts_with("en "), "{row}");
            for column in row.split('|') {
                let (code, words) = column.trim().split_once(' ').unwrap();
                let language = Language::from_tag(code).unwrap();
                let words = members(words).filter(|word| !is_unspaced(word));
                let lone = words.filter(|word| form(word, language).is_none());
                lost.extend(lone.map(|word| format!("{code} {word}")));
            }
        }
        assert_eq!(lost, Vec::<String>::new());
    }

    #[test]
    fn a_word_of_another_language_becomes_one_of_the_articles() {
        let english = [Language::English];
        let lexicon = Lexicon::new("", &english);
        let mut terms = question::terms("Wem gehört das Werk?", &english);
        let last = terms.last_mut().unwrap();
        assert!(lexicon.translate(last, "Werk", Language::German));
        assert!(last.exact.contains(&"factory".to_owned()), "{last:?}");
        let chinese = lexicon.unspaced_terms("工厂在哪里？");
        assert!(
            chinese[0].exact.contains(&"factory".to_owned()),
            "{chinese:?}"
        );
    }
}
