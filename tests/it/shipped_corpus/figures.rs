//! Numbers and dates in prose, so that two texts can be compared by them in English, Swedish and
//! German. It knows nothing of articles or of what the numbers mean.

use std::collections::HashSet;

/// A number or a date that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Figure {
    /// In digits, without thousands separators and with a decimal point.
    Number(String),
    /// `days` are several for a range and none for a month; the month counts from 1.
    Date {
        days: Vec<String>,
        month: usize,
        year: Option<String>,
    },
}

/// Which way decimals are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decimals {
    Point,
    Comma,
}

/// The months in English, Swedish and German, where they are not the same but for case.
const MONTHS: [&[&str]; 12] = [
    &["january", "januari", "januar"],
    &["february", "februari", "februar"],
    &["march", "mars", "märz"],
    &["april"],
    &["may", "maj", "mai"],
    &["june", "juni"],
    &["july", "juli"],
    &["august", "augusti"],
    &["september"],
    &["october", "oktober"],
    &["november"],
    &["december", "dezember"],
];

/// Words between a month and its days at most: `26-27 August`, `August the 26th`.
const DAY_DISTANCE: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Number(String),
    Word(String),
}

impl Figure {
    /// The year it names, if it names one.
    pub(crate) fn year(&self) -> Option<i16> {
        match self {
            Self::Number(number) => year(number),
            Self::Date { year: named, .. } => named.as_deref().and_then(year),
        }
    }
}

/// The figures that an English text states. Names such as `Polestar 2` are none.
pub(crate) fn stated(text: &str) -> Vec<Figure> {
    let tokens = tokens(text, Decimals::Point);
    let mut figures = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let days: Vec<String> = tokens[at..]
            .iter()
            .map_while(|token| match token {
                Token::Number(number) if is_day(number) => Some(number.clone()),
                _ => None,
            })
            .collect();
        let after = at + days.len();
        let month = tokens.get(after).and_then(month);
        match (&tokens[at], month) {
            (_, Some(month)) => {
                let year = match tokens.get(after + 1) {
                    Some(Token::Number(number)) if year(number).is_some() => Some(number.clone()),
                    _ => None,
                };
                at = after + 1 + usize::from(year.is_some());
                figures.push(Figure::Date { days, month, year });
            }
            (Token::Number(number), None) => {
                figures.push(Figure::Number(number.clone()));
                at += 1;
            }
            (Token::Word(_), None) => at += 1,
        }
    }
    figures
}

/// A text by its numbers and months.
pub(crate) struct Figures {
    tokens: Vec<Token>,
    numbers: HashSet<String>,
}

impl Figures {
    pub(crate) fn of(text: &str, decimals: Decimals) -> Self {
        let tokens = tokens(text, decimals);
        let mut numbers: HashSet<String> = HashSet::new();
        for (at, token) in tokens.iter().enumerate() {
            let Token::Number(first) = token else {
                continue;
            };
            numbers.insert(first.clone());
            let mut grouped = first.clone();
            for next in &tokens[at + 1..] {
                match next {
                    Token::Number(group)
                        if first.len() <= 3 && group.len() == 3 && !group.contains('.') =>
                    {
                        grouped.push_str(group);
                        numbers.insert(grouped.clone());
                    }
                    _ => break,
                }
            }
        }
        Self { tokens, numbers }
    }

    /// Whether the text states a figure. `published` is a year that goes without saying.
    pub(crate) fn hold(&self, figure: &Figure, published: Option<i16>) -> bool {
        match figure {
            Figure::Number(number) => self.numbers.contains(number),
            Figure::Date { days, month, year } => {
                let is_year_told = year.as_ref().is_none_or(|named| {
                    self.numbers.contains(named) || self::year(named) == published
                });
                is_year_told && self.hold_day(days, *month)
            }
        }
    }

    fn hold_day(&self, days: &[String], month: usize) -> bool {
        self.tokens.iter().enumerate().any(|(at, token)| {
            let first = at.saturating_sub(DAY_DISTANCE);
            let last = (at + DAY_DISTANCE).min(self.tokens.len() - 1);
            let near = &self.tokens[first..=last];
            self::month(token) == Some(month)
                && days
                    .iter()
                    .all(|day| near.contains(&Token::Number(day.clone())))
        })
    }
}

/// The words and numbers of a text. The digit of a name such as `Polestar 2` is left out, and so
/// are digits inside a word (`XC40`, `CO2`).
fn tokens(text: &str, decimals: Decimals) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text;
    let mut before = "";
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let gap = &rest[..start];
        rest = &rest[start..];
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = if is_number {
            number_end(rest)
        } else {
            rest.find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len())
        };
        let token = &rest[..end];
        rest = &rest[end..];
        if is_number {
            let is_name = token.len() == 1 && before == "Polestar" && gap.trim().is_empty();
            let is_short_year = token.len() == 2 && year(before).is_some() && gap == "-";
            let number = if is_short_year {
                format!("{}{token}", &before[..2])
            } else {
                plain(token, decimals)
            };
            if !is_name {
                tokens.push(Token::Number(number));
            }
        } else {
            tokens.push(Token::Word(token.to_owned()));
        }
        before = token;
    }
    tokens
}

/// Where a number ends: digits, with single points or commas between them.
fn number_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1)) {
        end += 1;
    }
    end
}

/// A number without thousands separators, with a decimal point.
fn plain(number: &str, decimals: Decimals) -> String {
    match decimals {
        Decimals::Point => number.replace(',', ""),
        Decimals::Comma => number.replace('.', "").replace(',', "."),
    }
}

/// From 1; English months are told from the verb `may` by their capital.
fn month(token: &Token) -> Option<usize> {
    let Token::Word(word) = token else {
        return None;
    };
    let lower = word.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|names| names.contains(&lower.as_str()))?;
    (word != "may" && word != "march").then_some(at + 1)
}

fn is_day(number: &str) -> bool {
    number.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

fn year(number: &str) -> Option<i16> {
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    is_year.then(|| number.parse().ok()).flatten()
}

#[test]
fn names_are_no_figures() {
    let figures = stated("The Volvo XC40 emits no CO2; 66 Polestar 1 were recalled in May 2023.");
    assert_eq!(
        figures,
        [
            Figure::Number("66".into()),
            Figure::Date {
                days: Vec::new(),
                month: 5,
                year: Some("2023".into())
            }
        ]
    );
}

#[test]
fn a_figure_is_found_however_a_language_writes_it() {
    let fact = stated("On 26-27 August 2019, 2,600 people agreed to 49.5 percent, plan 2021-22.");
    for (text, decimals) in [
        (
            "In 2021 and 2022: 2600, 49.5; August 26 and 27, 2019.",
            Decimals::Point,
        ),
        (
            "2021-22: 2\u{a0}600 eller 49,5 den 26–27 augusti 2019",
            Decimals::Comma,
        ),
        (
            "2021/2022: 2.600 und 49,5 am 26. und 27. August 2019",
            Decimals::Comma,
        ),
    ] {
        let figures = Figures::of(text, decimals);
        for figure in &fact {
            assert!(figures.hold(figure, None), "{figure:?} in {text:?}");
        }
    }
    let others = Figures::of(
        "26 August 2020, then on the other side 27 July 2019; 260, 4.95, 202122",
        Decimals::Point,
    );
    assert!(!fact.iter().any(|figure| others.hold(figure, None)));
}
