//! Prints answers on a terminal, wrapped to its width, with the answer sentence and the matched
//! words marked.
//!
//! Text from articles and file names is shown without control characters, so that it cannot move
//! the cursor, recolour the screen or set the window's title.

mod wrap;

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use lodestar_engine::answer::{Answer, Coverage, Excerpt};

use self::wrap::{Look, Piece, wrap};

/// The most columns, also used without a terminal: longer lines are hard to read.
const MAX_COLUMNS: usize = 100;

/// On anything narrower, wrapping only makes things worse.
const MIN_COLUMNS: usize = 20;

/// Indents every line of a passage.
const INDENT: &str = "  ";

const HEADLINE: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How a passage is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// With weight and colour.
    Styled,
    /// With characters: `»sentence«` and `*word*`.
    Plain,
}

/// Where answers are printed.
pub(super) struct Terminal<W> {
    out: W,
    marks: Marks,
    columns: usize,
}

impl Terminal<AutoStream<io::Stdout>> {
    /// Prints to standard output; in colour only on a terminal, and not with `NO_COLOR`.
    pub(super) fn stdout() -> Self {
        let stdout = io::stdout();
        let plain = AutoStream::choice(&stdout) == ColorChoice::Never;
        let columns = terminal_size::terminal_size_of(&stdout)
            .map_or(MAX_COLUMNS, |(terminal_size::Width(columns), _)| {
                usize::from(columns)
            });
        Self {
            out: AutoStream::auto(stdout),
            marks: if plain { Marks::Plain } else { Marks::Styled },
            columns: columns.clamp(MIN_COLUMNS, MAX_COLUMNS),
        }
    }
}

impl<W: Write> Terminal<W> {
    /// Prints an answer: first how certain it is, then the excerpts with their sources.
    pub(super) fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        if let Some(line) = opening(answer) {
            writeln!(self.out, "{HEADLINE}{line}{HEADLINE:#}")?;
        }
        if answer.question.cut > 0 {
            let cut = counted(answer.question.cut, "character");
            writeln!(
                self.out,
                "The question was too long; its last {cut} were not used."
            )?;
        }
        for correction in &answer.corrections {
            let [searched, typed] =
                [&correction.searched, &correction.typed].map(|word| printable(word));
            writeln!(self.out, "Searched for “{searched}” instead of “{typed}”")?;
        }
        if !answer.filter.is_empty() {
            let filter: Vec<String> = answer.filter.iter().map(|it| printable(it)).collect();
            writeln!(self.out, "Only among: {}", filter.join("  "))?;
        }
        if answer.state != Coverage::NotCovered && !answer.differing.is_empty() {
            let places: Vec<String> = answer
                .differing
                .iter()
                .map(|place| (place + 1).to_string())
                .collect();
            writeln!(self.out, "Sources differ: see {}", places.join(", "))?;
        }
        if !answer.unseen.is_empty() {
            let words: Vec<String> = answer
                .unseen
                .iter()
                .map(|word| format!("“{}”", printable(word)))
                .collect();
            writeln!(self.out, "Nowhere in the articles: {}", words.join(", "))?;
        }
        for (number, excerpt) in answer.excerpts.iter().enumerate() {
            writeln!(self.out)?;
            self.excerpt(number + 1, excerpt)?;
        }
        Ok(())
    }

    fn excerpt(&mut self, number: usize, excerpt: &Excerpt) -> io::Result<()> {
        let source = &excerpt.source;
        let place: Vec<String> = [&source.title]
            .into_iter()
            .chain(&excerpt.headings)
            .map(|part| printable(part))
            .collect();
        writeln!(
            self.out,
            "{HEADLINE}{number}. {}{HEADLINE:#}",
            place.join(" › ")
        )?;
        for line in wrap(
            &pieces(excerpt, self.marks),
            self.columns.saturating_sub(INDENT.len()),
        ) {
            write!(self.out, "{INDENT}")?;
            self.line(&line)?;
        }
        let date = source.shown_date().map(|date| date.to_string());
        let link = source.url.clone().unwrap_or_else(|| source.path.clone());
        let about: Vec<String> = date.into_iter().chain([printable(&link)]).collect();
        writeln!(self.out, "{INDENT}{DIM}{}{DIM:#}", about.join(" · "))
    }

    fn line(&mut self, line: &[Piece]) -> io::Result<()> {
        for piece in line {
            let Piece { text, look } = piece;
            match self.marks {
                Marks::Styled => {
                    let style = style(*look);
                    write!(self.out, "{style}{text}{style:#}")?;
                }
                Marks::Plain => write!(self.out, "{text}")?,
            }
        }
        writeln!(self.out)
    }
}

fn opening(answer: &Answer) -> Option<&'static str> {
    match answer.state {
        Coverage::Answered => None,
        Coverage::Closest => Some("This may not answer it; the closest passages are:"),
        Coverage::NotCovered if answer.excerpts.is_empty() && !answer.filter.is_empty() => {
            Some("Nothing in the articles fits both the question and what it is narrowed to.")
        }
        Coverage::NotCovered if answer.excerpts.is_empty() => {
            Some("The articles do not cover this.")
        }
        Coverage::NotCovered => Some("The articles do not cover this. What comes nearest:"),
    }
}

fn style(look: Look) -> Style {
    let mut style = Style::new();
    if look.sentence {
        style = style.bold();
    }
    if look.word {
        style = style.fg_color(Some(AnsiColor::Cyan.into())).underline();
    }
    style
}

/// Splits the passage where its look changes; plain marks become part of the text.
fn pieces(excerpt: &Excerpt, marks: Marks) -> Vec<Piece> {
    let Excerpt {
        text,
        sentence,
        highlights,
        ..
    } = excerpt;
    let mut cuts: Vec<usize> = highlights
        .iter()
        .flat_map(|range| [range.start, range.end])
        .collect();
    cuts.extend([0, sentence.start, sentence.end, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let look = Look {
            sentence: sentence.start <= *start && *end <= sentence.end,
            word: highlights
                .iter()
                .any(|range| range.start <= *start && *end <= range.end),
        };
        let mut shown: String = text
            .get(*start..*end)
            .unwrap_or_default()
            .chars()
            .filter(|letter| *letter == '\n' || is_printable(*letter))
            .collect();
        if marks == Marks::Plain {
            if look.word {
                shown = format!("*{shown}*");
            }
            if *start == sentence.start && look.sentence {
                shown.insert(0, '»');
            }
            if *end == sentence.end && look.sentence {
                shown.push('«');
            }
        }
        pieces.push(Piece { text: shown, look });
    }
    pieces
}

/// Makes text safe for a terminal: on one line, without control characters or characters that
/// change the writing direction.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|letter| is_printable(*letter))
        .collect()
}

fn is_printable(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// "1 article", "2 articles".
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use lodestar_engine::answer::Question;
    use lodestar_engine::article::{Source, Trust};
    use lodestar_engine::language::Language;

    fn answer(text: &str, sentence: &str, words: &[&str]) -> Answer {
        let find = |part: &str| {
            let start = text.find(part).unwrap();
            start..start + part.len()
        };
        let source = Source {
            path: "a.md".to_owned(),
            title: "Made \u{1b}[31min Chengdu".to_owned(),
            url: None,
            date: Some(jiff::civil::date(2024, 4, 15)),
            updated: None,
            author: None,
            language: Language::English,
            tags: Vec::new(),
            trust: Trust::Normal,
            references: Vec::new(),
        };
        Answer {
            question: Question {
                text: "where?".to_owned(),
                cut: 0,
            },
            state: Coverage::Answered,
            confidence: 0.8,
            excerpts: vec![Excerpt {
                source: Arc::new(source),
                headings: vec!["Plants".to_owned()],
                position: 0,
                text: text.to_owned(),
                sentence: find(sentence),
                highlights: words.iter().map(|word| find(word)).collect(),
                score: 1.0,
            }],
            unseen: vec!["tyres".to_owned()],
            corrections: Vec::new(),
            differing: Vec::new(),
            filter: vec![],
            generation: 1,
        }
    }

    fn shown(answer: &Answer, marks: Marks, columns: usize) -> String {
        let mut terminal = Terminal {
            out: Vec::new(),
            marks,
            columns,
        };
        terminal.answer(answer).unwrap();
        String::from_utf8(terminal.out).unwrap()
    }

    #[test]
    fn without_colour_sentence_and_words_are_still_marked() {
        let answer = answer(
            "It has doors. It is built there.",
            "It is built there.",
            &["built"],
        );
        let shown = anstream::adapter::strip_str(&shown(&answer, Marks::Plain, 80)).to_string();
        assert_eq!(
            shown,
            "Nowhere in the articles: “tyres”\n\n\
             1. Made [31min Chengdu › Plants\n  \
             It has doors. »It is *built* there.«\n  \
             2024-04-15 · a.md\n"
        );
    }

    #[test]
    fn an_article_cannot_send_commands_to_the_terminal() {
        let answer = answer("Evil \u{1b}]0;title\u{7} text.", "Evil", &[]);
        let shown = shown(&answer, Marks::Plain, 80);
        assert!(
            !shown.contains('\u{7}') && !shown.contains("\u{1b}]"),
            "{shown:?}"
        );
    }

    #[test]
    fn colour_marks_the_same_text() {
        let answer = answer(
            "It has doors. It is built there.",
            "It is built there.",
            &["built"],
        );
        let shown = shown(&answer, Marks::Styled, 80);
        assert!(
            shown.contains("\u{1b}[1m") && shown.contains("\u{1b}[4m"),
            "{shown:?}"
        );
        assert!(
            anstream::adapter::strip_str(&shown)
                .to_string()
                .contains("It is built there.")
        );
    }
}
