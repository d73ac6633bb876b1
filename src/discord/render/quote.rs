//! A passage as a block quote: the question's words in bold, shortened to the room there is around
//! the sentence that answers.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::discord::budget::width;
use crate::discord::escape::{self, Kind, Unit};
use lodestar_engine::answer::Excerpt;

/// Bytes of a passage considered on either side of the start of its sentence; more never fits.
const REACH: usize = 6_000;
const BOLD: &str = "**";

/// A passage taken apart for quoting.
pub(super) struct Quote<'a> {
    /// The considered part of the passage, and where it begins.
    near: &'a str,
    from: usize,
    units: Vec<Styled<'a>>,
    /// The sentence that answers.
    core: Range<usize>,
    /// Whether text before or after the considered part was left out.
    cut: (bool, bool),
}

struct Styled<'a> {
    unit: Unit<'a>,
    bold: bool,
}

impl<'a> Quote<'a> {
    pub(super) fn new(excerpt: &'a Excerpt) -> Self {
        let text = excerpt.text.as_str();
        let sentence = if text.get(excerpt.sentence.clone()).is_some() {
            excerpt.sentence.clone()
        } else {
            0..0
        };
        let from = text.floor_char_boundary(sentence.start.saturating_sub(REACH));
        let to = text.ceil_char_boundary(sentence.start.saturating_add(REACH));
        let near = text.get(from..to).unwrap_or_default();

        let units: Vec<Styled<'_>> = escape::units(near)
            .into_iter()
            .map(|mut unit| {
                unit.source = unit.source.start + from..unit.source.end + from;
                let marked = |range: &Range<usize>| {
                    unit.source.start < range.end && unit.source.end > range.start
                };
                Styled {
                    bold: unit.kind == Kind::Character && excerpt.highlights.iter().any(marked),
                    unit,
                }
            })
            .collect();

        let mut quote = Self {
            near,
            from,
            units,
            core: 0..0,
            cut: (from > 0, to < text.len()),
        };
        let end = sentence.end.min(to);
        quote.core = quote.position(sentence.start - from)..quote.position(end - from);
        if quote.core.is_empty() {
            let next = quote.sentences().into_iter().find(|at| *at > 0);
            quote.core = 0..next.unwrap_or(0);
        }
        quote
    }

    /// Where sentences begin, as positions in `units`, with the end.
    fn sentences(&self) -> Vec<usize> {
        self.positions(self.near.split_sentence_bound_indices())
    }

    /// Where words begin, in the same form.
    fn words(&self) -> Vec<usize> {
        self.positions(self.near.split_word_bound_indices())
    }

    fn positions(&self, pieces: impl Iterator<Item = (usize, &'a str)>) -> Vec<usize> {
        let mut found: Vec<usize> = pieces.map(|(byte, _)| self.position(byte)).collect();
        found.dedup();
        found.push(self.units.len());
        found
    }

    /// The first of `units` that does not begin before the given byte of the considered part.
    fn position(&self, byte: usize) -> usize {
        let begins_before = |it: &Styled<'_>| it.unit.source.start < byte + self.from;
        self.units.partition_point(begins_before)
    }

    /// The quote in at most `room` UTF-16 code units, every line beginning with `> `; `None` when
    /// not even one character fits.
    pub(super) fn within(&self, room: usize) -> Option<String> {
        let all = 0..self.units.len();
        let fits = |window: &Range<usize>| width(&self.shown(window)) <= room;
        if fits(&all) {
            return Some(self.shown(&all)).filter(|shown| !shown.is_empty());
        }
        let window = if fits(&self.core) {
            self.grown(self.core.clone(), fits)
        } else {
            self.shrunk(self.core.clone(), fits)?
        };
        Some(self.shown(&window)).filter(|shown| !shown.is_empty())
    }

    /// Whether all of the passage can be quoted in `room`.
    pub(super) fn is_whole_within(&self, room: usize) -> bool {
        let all = 0..self.units.len();
        self.cut == (false, false) && width(&self.shown(&all)) <= room
    }

    /// Takes in whole neighbouring sentences, in turn after and before, while they fit.
    fn grown(
        &self,
        mut window: Range<usize>,
        fits: impl Fn(&Range<usize>) -> bool,
    ) -> Range<usize> {
        let sentences = self.sentences();
        let (mut after, mut before) = (true, true);
        while after || before {
            if after {
                let next = sentences.iter().find(|at| **at > window.end);
                let wider = next.map(|end| window.start..*end).filter(&fits);
                after = wider.is_some();
                window = wider.unwrap_or(window);
            }
            if before {
                let previous = sentences.iter().rev().find(|at| **at < window.start);
                let wider = previous.map(|start| *start..window.end).filter(&fits);
                before = wider.is_some();
                window = wider.unwrap_or(window);
            }
        }
        window
    }

    /// Cuts the end off, at a word if possible.
    fn shrunk(
        &self,
        window: Range<usize>,
        fits: impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let inside = |at: &usize| *at > window.start && *at < window.end;
        let words: Vec<usize> = self.words().into_iter().filter(inside).collect();
        let longest = |ends: &[usize]| {
            let count = ends.partition_point(|end| fits(&(window.start..*end)));
            let last = count.checked_sub(1)?;
            ends.get(last)
                .copied()
                .filter(|end| fits(&(window.start..*end)))
        };
        let characters: Vec<usize> = (window.start + 1..window.end).collect();
        let end = longest(&words).or_else(|| longest(&characters))?;
        Some(window.start..end)
    }

    fn shown(&self, window: &Range<usize>) -> String {
        let mut lines = Lines::default();
        if window.start > 0 || self.cut.0 {
            lines.plain("… ");
        }
        let shown = self.units.get(window.clone()).unwrap_or_default();
        let is_text = |styled: &Styled<'_>| styled.unit.kind != Kind::LineBreak;
        let end = shown.iter().rposition(is_text).map_or(0, |last| last + 1);
        for styled in shown.get(..end).unwrap_or_default() {
            lines.push(styled);
        }
        if window.end < self.units.len() || self.cut.1 {
            lines.plain("…");
        }
        lines.finish()
    }
}

/// Lines of a quote under construction. Bold ends with its line.
#[derive(Default)]
struct Lines {
    done: String,
    line: String,
    bold: bool,
}

impl Lines {
    fn push(&mut self, styled: &Styled<'_>) {
        if styled.unit.kind == Kind::LineBreak {
            self.end_line();
            return;
        }
        self.style(styled.bold);
        self.line.push_str(&styled.unit.raw);
    }

    fn plain(&mut self, text: &str) {
        self.style(false);
        self.line.push_str(text);
    }

    fn style(&mut self, bold: bool) {
        if self.bold != bold {
            self.line.push_str(BOLD);
            self.bold = bold;
        }
    }

    fn end_line(&mut self) {
        self.style(false);
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        if !self.done.is_empty() {
            self.done.push('\n');
        }
        self.done.push_str("> ");
        self.done.push_str(line.trim_end());
    }

    fn finish(mut self) -> String {
        self.end_line();
        self.done
    }
}
