//! A chart of questions per day as a PNG: one bar per day, stacked by outcome, in the colours of
//! the squares before the outcomes in the message.
//!
//! It shows only numbers and dates, so that one picture serves all languages. It knows nothing
//! about messages or clocks.

mod canvas;
mod digits;

use jiff::civil::Date;

use self::canvas::{Canvas, Colour, Rect};
use crate::store::Day;

/// Pixels. Discord shows pictures up to 550 wide, so a pixel here is about half a pixel there.
const WIDTH: usize = 1_100;
const HEIGHT: usize = 440;
/// Pixels around everything.
const MARGIN: usize = 28;
/// Pixels between a label and what it belongs to.
const GAP: usize = 14;
/// Pixels kept free between two labels of days.
const BETWEEN_LABELS: usize = 30;
/// The most lines across the chart, not counting the lowest.
const LINES: u64 = 5;
/// One part in this many of a day's width stays empty.
const AIR: usize = 4;
/// The greatest width of a bar in pixels.
const WIDEST: usize = 160;

/// Draws the days, starting with `first`.
///
/// # Errors
/// When the picture cannot be encoded as a PNG.
pub(in crate::discord) fn chart(days: &[Day], first: Date) -> Result<Vec<u8>, png::EncodingError> {
    let most = days.iter().map(|day| day.questions()).max().unwrap_or(0);
    let step = step(most);
    let top = most.max(1).div_ceil(step).saturating_mul(step);
    let widest = digits::width(&top.to_string());
    let plot = Rect {
        left: MARGIN + widest + GAP,
        top: MARGIN,
        right: WIDTH - MARGIN,
        bottom: HEIGHT - MARGIN - digits::HEIGHT - GAP,
    };
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    draw_lines(&mut canvas, plot, step, top);
    draw_bars(&mut canvas, plot, days, top);
    draw_days(&mut canvas, plot, days.len(), first);
    canvas.encode()
}

fn draw_lines(canvas: &mut Canvas, plot: Rect, step: u64, top: u64) {
    for line in 0..=top / step {
        let value = line.saturating_mul(step);
        let at = plot.bottom - scaled(value, top, plot.height());
        let colour = if value == 0 {
            Colour::Axis
        } else {
            Colour::Line
        };
        canvas.fill(
            Rect {
                left: plot.left,
                top: at,
                right: plot.right,
                bottom: at + 2,
            },
            colour,
        );
        let label = value.to_string();
        let left = plot.left - GAP - digits::width(&label);
        canvas.write(&label, left, at.saturating_sub(digits::HEIGHT / 2));
    }
}

fn draw_bars(canvas: &mut Canvas, plot: Rect, days: &[Day], top: u64) {
    for (number, day) in days.iter().enumerate() {
        let (left, right) = slot(plot, number, days.len());
        let room = right - left;
        let air = (room / (2 * AIR)).max(room.saturating_sub(WIDEST) / 2);
        let parts = [
            (day.answered, Colour::Answered),
            (day.closest, Colour::Closest),
            (day.not_covered, Colour::NotCovered),
        ];
        let mut below = 0;
        for (count, colour) in parts {
            let bar = Rect {
                left: left + air,
                right: right - air,
                bottom: plot.bottom - scaled(below, top, plot.height()),
                top: plot.bottom - scaled(below + count, top, plot.height()),
            };
            canvas.fill(bar, colour);
            below += count;
        }
    }
}

/// Writes the dates below the bars, as many as fit.
fn draw_days(canvas: &mut Canvas, plot: Rect, days: usize, first: Date) {
    let label = |number: usize| {
        let later = i64::try_from(number).ok()?;
        let later = jiff::Span::new().try_days(later).ok()?;
        let date = first.checked_add(later).ok()?;
        Some(format!("{:02}-{:02}", date.month(), date.day()))
    };
    let needed = digits::width("00-00") + BETWEEN_LABELS;
    let room = (plot.width() / needed).max(1);
    let every = days.div_ceil(room).max(1);
    for number in (0..days).step_by(every) {
        let (left, right) = slot(plot, number, days);
        let Some(text) = label(number) else { continue };
        let middle = left.midpoint(right);
        let width = digits::width(&text);
        let at = middle.saturating_sub(width / 2).min(WIDTH - MARGIN - width);
        canvas.write(&text, at, plot.bottom + GAP);
    }
}

/// The left and right edges of a day's slot.
fn slot(plot: Rect, number: usize, days: usize) -> (usize, usize) {
    let days = days.max(1);
    let at = |number: usize| plot.left + plot.width() * number / days;
    (at(number), at(number + 1))
}

/// How many pixels of `height` a value fills, when `top` fills all.
fn scaled(value: u64, top: u64, height: usize) -> usize {
    let height = u128::try_from(height).unwrap_or_default();
    let pixels = u128::from(value) * height / u128::from(top.max(1));
    usize::try_from(pixels).unwrap_or_default()
}

/// The distance between two lines: 1, 2 or 5 times a power of ten.
fn step(most: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step.saturating_mul(LINES) >= most {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Date = Date::constant(2026, 11, 18);

    /// The picture's pixels as palette numbers, and the length of a row.
    fn pixels(bytes: &[u8]) -> (Vec<u8>, usize) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::IDENTITY);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (pixels, usize::try_from(info.width).unwrap())
    }

    fn count(bytes: &[u8], colour: Colour) -> usize {
        let wanted = colour.number();
        pixels(bytes).0.iter().filter(|it| **it == wanted).count()
    }

    fn day(answered: u64, closest: u64, not_covered: u64) -> Day {
        Day {
            answered,
            closest,
            not_covered,
        }
    }

    #[test]
    fn every_outcome_fills_as_much_as_it_has_questions() {
        let drawn = chart(&[day(4, 2, 1), day(4, 2, 1)], FIRST).unwrap();
        let filled = [Colour::Answered, Colour::Closest, Colour::NotCovered]
            .map(|colour| count(&drawn, colour));
        let third = filled[2].abs_diff(filled[0] / 4);
        assert!(third * 50 < filled[0], "{filled:?}");
        let second = filled[1].abs_diff(filled[0] / 2);
        assert!(second * 50 < filled[0], "{filled:?}");
    }

    #[test]
    fn what_was_answered_stands_below_what_was_not() {
        let drawn = chart(&[day(1, 1, 1)], FIRST).unwrap();
        let (pixels, width) = pixels(&drawn);
        let column: Vec<u8> = pixels
            .iter()
            .skip(width / 2)
            .step_by(width)
            .copied()
            .collect();
        let at = |colour: Colour| column.iter().position(|it| *it == colour.number()).unwrap();
        assert!(at(Colour::NotCovered) < at(Colour::Closest));
        assert!(at(Colour::Closest) < at(Colour::Answered));
    }

    #[test]
    fn any_number_of_days_and_questions_can_be_drawn() {
        for days in [0, 1, 7, 31, 365] {
            for questions in [0, 1, 9, 12_345, u64::MAX / 4] {
                let drawn = chart(&vec![day(questions, questions, questions); days], FIRST);
                let bytes = drawn.unwrap();
                assert!(bytes.len() < 50_000, "{days} {questions} {}", bytes.len());
            }
        }
        assert!(chart(&[day(1, 0, 0); 3], Date::MAX).is_ok());
    }

    #[test]
    fn lines_stand_at_round_numbers() {
        let steps = [0, 1, 4, 5, 9, 21, 90, 401, 1_000].map(step);
        assert_eq!(steps, [1, 1, 1, 1, 2, 5, 20, 100, 200]);
    }
}
