//! The kind of answer a question asks for: a time, an amount or a name.
//!
//! It only tips the balance between sentences that match equally well, so a short list of question
//! words in the major languages is enough.

/// What would answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AnswerKind {
    /// When: a year, a month, a date.
    Time,
    /// How many, how much: a number.
    Amount,
    /// Who, where: a name that is not in the question.
    Name,
}

/// Question words and phrases that reveal the kind.
const QUESTION_WORDS: &[(AnswerKind, &[&str])] = &[
    (
        AnswerKind::Time,
        &[
            "when",
            "what year",
            "which year",
            "what date",
            "which month",
            "what month",
            "since when",
            "när",
            "vilket år",
            "wann",
            "in welchem jahr",
            "quand",
            "en quelle année",
            "cuándo",
            "en qué año",
            "quando",
            "wanneer",
            "hvornår",
            "når",
            "когда",
            "в каком году",
        ],
    ),
    (
        AnswerKind::Amount,
        &[
            "how many",
            "how much",
            "what percentage",
            "what percent",
            "what share",
            "how far",
            "how long",
            "how big",
            "how large",
            "how fast",
            "hur många",
            "hur mycket",
            "hur stor",
            "wie viele",
            "wie viel",
            "wieviel",
            "wieviele",
            "wie groß",
            "wie hoch",
            "combien",
            "cuánto",
            "cuántos",
            "cuánta",
            "cuántas",
            "quanto",
            "quanti",
            "quantos",
            "hoeveel",
            "hvor mange",
            "hvor mye",
            "hvor meget",
            "сколько",
        ],
    ),
    (
        AnswerKind::Name,
        &[
            "who",
            "whose",
            "where",
            "which city",
            "which country",
            "what city",
            "what country",
            "vem",
            "vilka",
            "var",
            "vart",
            "wer",
            "wem",
            "wo",
            "woher",
            "qui",
            "où",
            "quién",
            "quiénes",
            "dónde",
            "chi",
            "dove",
            "quem",
            "onde",
            "wie",
            "waar",
            "hvem",
            "hvor",
            "кто",
            "где",
            "куда",
        ],
    ),
];

impl AnswerKind {
    /// Detects the kind from the question words; `None` if there are none.
    pub(super) fn of(question: &str) -> Option<Self> {
        let words: Vec<String> = words(question).map(str::to_lowercase).collect();
        let padded = format!(" {} ", words.join(" "));
        let first = |marks: &[&str]| {
            marks
                .iter()
                .filter_map(|mark| padded.find(&format!(" {mark} ")))
                .min()
        };
        QUESTION_WORDS
            .iter()
            .filter_map(|&(kind, marks)| Some((first(marks)?, kind)))
            .min_by_key(|&(place, _)| place)
            .map(|(_, kind)| kind)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != ',' && letter != '.')
        .map(|word| word.trim_matches([',', '.']))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_words_reveal_the_kind() {
        for (question, kind) in [
            ("When did it start?", Some(AnswerKind::Time)),
            ("In what year was it founded?", Some(AnswerKind::Time)),
            ("How many cars are made where?", Some(AnswerKind::Amount)),
            ("Who owns the plant?", Some(AnswerKind::Name)),
            ("Var byggs bilen?", Some(AnswerKind::Name)),
            ("Wie viele Autos baut das Werk?", Some(AnswerKind::Amount)),
            ("polestar 5 platform", None),
        ] {
            assert_eq!(AnswerKind::of(question), kind, "{question}");
        }
    }
}
