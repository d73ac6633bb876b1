//! Which folded words are numbers, and which name a time.

/// Words for numbers and shares in the larger languages, folded; those that are far more often
/// something else ("one", "en", "ein") are left out.
const NUMBER_WORDS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "dozen",
    "dozens",
    "half",
    "third",
    "quarter",
    "twice",
    "double",
    "tva",
    "tre",
    "fyra",
    "fem",
    "sju",
    "atta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tjugo",
    "hundra",
    "tusen",
    "miljon",
    "miljoner",
    "miljard",
    "halften",
    "dussin",
    "zwei",
    "drei",
    "vier",
    "funf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwolf",
    "zwanzig",
    "hundert",
    "tausend",
    "millionen",
    "milliarde",
    "milliarden",
    "halfte",
    "dutzend",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "sept",
    "huit",
    "neuf",
    "dix",
    "vingt",
    "cent",
    "mille",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "veinte",
    "cien",
    "mil",
    "millones",
    "millon",
];

/// First letters of month names in the larger languages that use the Latin script, folded.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "mai", "maj", "jun", "jul", "aug", "sep", "oct", "okt",
    "nov", "dec", "dez", "ene", "abr", "ago", "dic", "avr", "aou", "fev", "янв", "фев", "мар",
    "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
];

/// The longest name of a month: "septiembre", "septembre".
const MAX_MONTH_CHARS: usize = 10;

/// From this length on, what begins like a month is one without a capital letter, too: in many
/// languages months have none.
const MIN_PLAIN_MONTH_CHARS: usize = 6;

/// Years that articles speak of.
const YEARS: std::ops::Range<u16> = 1000..2200;

/// Whether a folded word is a number, in digits or as a word.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_numeric()) && !word.contains(char::is_alphabetic)
        || NUMBER_WORDS.contains(&word)
}

/// Whether a folded word is a year or a month.
pub(super) fn is_time(word: &str, capital: bool) -> bool {
    if let Ok(number) = word.parse::<u16>() {
        return word.len() == 4 && YEARS.contains(&number);
    }
    let length = word.chars().count();
    (capital || length >= MIN_PLAIN_MONTH_CHARS)
        && length <= MAX_MONTH_CHARS
        && MONTHS.iter().any(|month| word.starts_with(month))
}
