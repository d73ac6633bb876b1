//! Abbreviations whose full stop does not end a sentence, and words that begin one.
//!
//! Unicode's rules for sentence boundaries ignore words; these lists are the minimum needed to
//! repair them. Abbreviations that often do end a sentence ("etc.", "Inc.", "osv.") are left out.
//! All entries are in lowercase and without their last full stop.

/// A sentence continues after these.
pub(super) const INNER: &[&str] = &[
    "approx", "bzw", "ca", "capt", "cf", "col", "dipl", "dott", "dr", "dvs", "evtl", "excl",
    "exkl", "ft", "gen", "ggf", "gov", "hr", "incl", "ing", "inkl", "jfr", "lt", "maj", "messrs",
    "mio", "mlle", "mme", "mr", "mrd", "mrs", "ms", "mt", "pres", "prof", "resp", "rev", "sen",
    "sgt", "sig", "sog", "sra", "st", "ste", "ung", "vgl", "viz", "vs", "zzgl", "им", "рис", "см",
    "стр", "ул",
];

/// A sentence continues after these if a number follows.
pub(super) const BEFORE_NUMBER: &[&str] = &[
    "abb", "abs", "apr", "art", "aug", "aufl", "bd", "ch", "chap", "dec", "dez", "eq", "feb",
    "fig", "figs", "jan", "jul", "jun", "kap", "kl", "mar", "mär", "n", "no", "nos", "nov", "nr",
    "núm", "oct", "okt", "p", "pp", "s", "sec", "sep", "sept", "tab", "tel", "vol", "ค.ศ", "พ.ศ",
];

/// Dotted abbreviations after which a sentence continues.
pub(super) const DOTTED: &[&str] = &[
    "bl.a", "d.h", "d.v.s", "e.g", "f.eks", "i.d.r", "i.e", "m.a.w", "n.b", "o.ä", "p.ej", "s.k",
    "s.o", "s.u", "t.ex", "u.a", "u.u", "v.a", "z.b", "z.t",
];

/// Dotted abbreviations that end a sentence as often as not.
pub(super) const CLOSING_DOTTED: &[&str] = &["a.m", "p.m"];

/// Months after an ordinal number: `14. August`, `den 5. maj`.
pub(super) const MONTHS: &[&str] = &[
    "januar",
    "jänner",
    "januari",
    "tammikuuta",
    "februar",
    "februari",
    "helmikuuta",
    "märz",
    "mars",
    "marts",
    "maaliskuuta",
    "april",
    "huhtikuuta",
    "mai",
    "maj",
    "toukokuuta",
    "juni",
    "kesäkuuta",
    "juli",
    "heinäkuuta",
    "august",
    "augusti",
    "elokuuta",
    "september",
    "syyskuuta",
    "oktober",
    "lokakuuta",
    "november",
    "marraskuuta",
    "dezember",
    "desember",
    "december",
    "joulukuuta",
];

/// Words that begin a sentence far more often than they follow an initial or an ordinal number.
pub(super) const OPENING: &[&str] = &[
    "a", "after", "all", "also", "an", "and", "as", "at", "but", "by", "for", "from", "he", "her",
    "his", "how", "however", "i", "if", "in", "it", "its", "no", "not", "on", "one", "our", "she",
    "since", "so", "some", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "to", "today", "we", "what", "when", "where", "while", "who", "with", "you", "aber",
    "alle", "am", "auch", "auf", "bei", "das", "dass", "dem", "den", "der", "des", "die", "dies",
    "diese", "dieser", "ein", "eine", "er", "es", "für", "hier", "ich", "ihr", "im", "mit", "nach",
    "nun", "sie", "und", "von", "was", "wenn", "wie", "wir", "zu", "att", "de", "det", "den",
    "detta", "en", "ett", "från", "han", "hon", "men", "när", "och", "om", "på", "som", "vi", "är",
    "ce", "elle", "il", "la", "le", "les", "mais", "nous", "un", "une", "el", "ella", "los", "las",
    "pero", "una", "y",
];
