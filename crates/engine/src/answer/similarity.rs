//! Groups questions that ask for the same thing: those whose words share most of their weight.
//!
//! Pure: words come with their weights, such as inverse document frequencies.

use std::collections::HashMap;

/// Questions are similar from this Dice coefficient (1945) on, weighted by word: of two questions
/// of three equally rare words, two must be shared.
const SIMILAR: f32 = 0.6;

/// A question's words, without repetition, with their weights.
pub type WeightedWords = Vec<(String, f32)>;

/// Groups questions by their similarity to the first of a group. Returns indices into `questions`;
/// groups and their members keep the order of the questions.
#[must_use]
pub fn groups(questions: &[WeightedWords]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Only groups whose first question shares a word can be similar.
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, question) in questions.iter().enumerate() {
        let own = worth(question);
        let mut shared: HashMap<usize, f32> = HashMap::new();
        for (word, weight) in question {
            for group in by_word.get(word.as_str()).into_iter().flatten() {
                *shared.entry(*group).or_default() += weight;
            }
        }
        let similarity = |(group, shared): (usize, f32)| {
            let first = groups.get(group)?.first()?;
            let both = own + worth(questions.get(*first)?);
            let alike = 2.0 * shared / both.max(f32::MIN_POSITIVE);
            (alike >= SIMILAR).then_some((group, alike))
        };
        // The most similar group wins, then the earliest.
        let best = shared
            .into_iter()
            .filter_map(similarity)
            .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
        if let Some(members) = best.and_then(|(group, _)| groups.get_mut(group)) {
            members.push(number);
            continue;
        }
        for (word, _) in question {
            by_word.entry(word).or_default().push(groups.len());
        }
        groups.push(vec![number]);
    }
    groups
}

fn worth(question: &WeightedWords) -> f32 {
    question.iter().map(|(_, weight)| weight).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn weighed(words: &str) -> WeightedWords {
        let weigh = |word: &str| {
            let (word, weight) = word.split_once(':').unwrap_or((word, "3"));
            (word.to_owned(), weight.parse().unwrap())
        };
        words.split_whitespace().map(weigh).collect()
    }

    fn grouped(questions: &[&str]) -> Vec<Vec<usize>> {
        let questions: Vec<WeightedWords> = questions.iter().map(|it| weighed(it)).collect();
        groups(&questions)
    }

    #[test]
    fn questions_about_the_same_rare_thing_form_one_group() {
        let questions = [
            "invent:2 trombone:9",
            "ferry leave:2",
            "history:3 trombone:9",
            "leave:2 train",
        ];
        assert_eq!(grouped(&questions), [vec![0, 2], vec![1], vec![3]]);
    }

    #[test]
    fn a_common_word_alone_groups_nothing() {
        assert_eq!(grouped(&["open:1 castle", "open:1 harbour"]).len(), 2);
        assert_eq!(grouped(&["", ""]).len(), 2);
    }

    proptest! {
        #[test]
        fn every_question_is_in_one_group(words in prop::collection::vec("([a-d] ){0,4}", 0..20)) {
            let questions: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut all: Vec<usize> = grouped(&questions).into_iter().flatten().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..words.len()).collect::<Vec<_>>());
        }
    }
}
