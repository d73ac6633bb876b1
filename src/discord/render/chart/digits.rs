//! The digits and the dash, as dots on a grid of five by seven: the only characters in a chart.

/// Pixels along the side of a dot.
pub(super) const DOT: usize = 3;
/// Dots per character, and between two characters.
const COLUMNS: usize = 5;
const ROWS: usize = 7;
const BETWEEN: usize = 1;
/// Height of a character in pixels.
pub(super) const HEIGHT: usize = ROWS * DOT;

/// A character's rows, the leftmost of its five dots in bit 4.
fn rows(character: char) -> [u8; ROWS] {
    match character {
        '0' => [0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e],
        '1' => [0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e],
        '2' => [0x0e, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1f],
        '3' => [0x1f, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0e],
        '4' => [0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02],
        '5' => [0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e],
        '6' => [0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e],
        '7' => [0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08],
        '8' => [0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e],
        '9' => [0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c],
        '-' => [0x00, 0x00, 0x00, 0x0e, 0x00, 0x00, 0x00],
        _ => [0; ROWS],
    }
}

/// Width of a text in pixels.
pub(super) fn width(text: &str) -> usize {
    let characters = text.chars().count();
    (characters * (COLUMNS + BETWEEN)).saturating_sub(BETWEEN) * DOT
}

/// The top left corners of a text's dots, as pixel offsets to the right and down.
pub(super) fn dots(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.chars().enumerate().flat_map(|(place, character)| {
        let left = place * (COLUMNS + BETWEEN);
        rows(character)
            .into_iter()
            .enumerate()
            .flat_map(move |(row, bits)| {
                let is_set = move |column: &usize| bits >> (COLUMNS - 1 - column) & 1 == 1;
                let columns = (0..COLUMNS).filter(is_set);
                columns.map(move |column| ((left + column) * DOT, row * DOT))
            })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn all_that_is_written_can_be_told_apart() {
        let written: HashSet<[u8; ROWS]> = "0123456789-".chars().map(rows).collect();
        assert_eq!(written.len(), 11);
        assert!(!written.contains(&rows(' ')));
    }

    #[test]
    fn a_text_stays_within_its_width_and_height() {
        for text in ["0", "42", "11-18"] {
            let right = dots(text).map(|(left, _)| left + DOT).max().unwrap();
            let bottom = dots(text).map(|(_, top)| top + DOT).max().unwrap();
            assert!(right <= width(text) && bottom <= HEIGHT, "{text}");
        }
        assert_eq!((width(""), dots("").count()), (0, 0));
    }
}
