//! Recognises numbers, years and months among folded words.

/// Words for numbers and fractions in the larger languages, folded, without those that far more
/// often mean something else ("one", "en", "ein").
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

/// The length of the longest name of a month: "septiembre".
const MAX_MONTH_CHARS: usize = 10;

/// From this length on, a word that begins like a month is one even in lower case, as months are
/// written in many languages.
const MIN_PLAIN_MONTH_CHARS: usize = 6;

/// Four-digit numbers that are taken for years.
const YEARS: std::ops::Range<u16> = 1000..2200;

/// Whether a folded word is a number, in digits or in words.
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
