//! Reads tables whose columns are separated by spaces only.
//!
//! Two spaces may also follow a full stop or fill a justified line. A table is recognised by cells
//! that begin or end below each other.

use super::lines;
use crate::corpus::plain;

/// Fewest spaces between two columns.
const MIN_GAP: usize = 2;

/// Most columns; the limit keeps hostile lines from taking quadratic time.
const MAX_COLUMNS: usize = 40;

/// The rows of a table, and the line after it.
pub(super) struct Aligned {
    /// Whether a rule follows the first row.
    pub(super) has_header: bool,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) end: usize,
}

/// Whether a table begins at a line.
pub(super) fn begins(lines: &[&str], at: usize) -> bool {
    let Some(columns) = columns(lines, at) else {
        return false;
    };
    let next = lines
        .iter()
        .skip(at + 1)
        .find(|line| !lines::is_ruling(line));
    next.is_some_and(|line| {
        let cells = cells(line);
        cells.len() > 1 && fit(&columns, &cells).is_some_and(|places| places.first() == Some(&0))
    })
}

/// Reads the table that begins at a line.
pub(super) fn read(lines: &[&str], at: usize) -> Option<Aligned> {
    if !begins(lines, at) {
        return None;
    }
    let columns = columns(lines, at)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut has_header = false;
    let mut end = at;
    for line in lines.iter().skip(at) {
        if lines::is_ruling(line) {
            has_header |= rows.len() == 1;
            end += 1;
            continue;
        }
        let cells = cells(line);
        let Some(places) = fit(&columns, &cells) else {
            break;
        };
        let goes_on = places.first() != Some(&0);
        if !goes_on {
            if cells.len() < 2 {
                break;
            }
            rows.push(vec![String::new(); columns.len()]);
        }
        let row = rows.last_mut()?;
        for (place, cell) in places.iter().zip(&cells) {
            let text = row.get_mut(*place)?;
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&plain::collapse(cell.text));
        }
        end += 1;
    }
    let names_values = rows
        .iter()
        .all(|row| row.len() == 2 && row.first().is_some_and(|name| name.ends_with(':')));
    (rows.len() > 1 && !names_values).then_some(Aligned {
        has_header,
        rows,
        end,
    })
}

/// A cell and the character columns it occupies.
struct Cell<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

fn columns<'a>(lines: &[&'a str], at: usize) -> Option<Vec<Cell<'a>>> {
    let cells = cells(lines.get(at)?);
    (2..=MAX_COLUMNS).contains(&cells.len()).then_some(cells)
}

/// The column of each cell; `None` if a cell fits no column, or there are no cells.
fn fit(columns: &[Cell<'_>], cells: &[Cell<'_>]) -> Option<Vec<usize>> {
    if cells.len() > columns.len() {
        return None;
    }
    let mut places = Vec::with_capacity(cells.len());
    for cell in cells {
        let place = columns
            .iter()
            .position(|column| column.start == cell.start || column.end == cell.end)?;
        if places.last().is_some_and(|last| *last >= place) {
            return None;
        }
        places.push(place);
    }
    (!places.is_empty()).then_some(places)
}

fn cells(line: &str) -> Vec<Cell<'_>> {
    let mut cells: Vec<Cell<'_>> = Vec::new();
    let mut begin = None;
    let mut spaces = 0;
    let mut ends_sentence = false;
    let mut end = (0, 0);
    for (column, (byte, c)) in line.char_indices().enumerate() {
        if c == ' ' {
            spaces += 1;
            continue;
        }
        let is_gap = spaces > MIN_GAP || (spaces == MIN_GAP && !ends_sentence);
        match begin {
            Some((start, from)) if is_gap => {
                cells.extend(cell(line, start, end.0, from, end.1));
                begin = Some((column, byte));
            }
            None => begin = Some((column, byte)),
            Some(_) => {}
        }
        spaces = 0;
        ends_sentence = matches!(c, '.' | '!' | '?' | ':' | '"' | '”');
        end = (column + 1, byte + c.len_utf8());
    }
    if let Some((start, from)) = begin {
        cells.extend(cell(line, start, end.0, from, end.1));
    }
    cells
}

fn cell(line: &str, start: usize, end: usize, from: usize, to: usize) -> Option<Cell<'_>> {
    let text = line.get(from..to)?;
    Some(Cell { start, end, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_recognised_by_alignment() {
        let lines = [
            "Item        Price  Note",
            "----        -----  ----",
            "Shears         25  steel, with a",
            "                   leather case",
            "Gloves         12",
            "Then comes text.",
        ];
        let table = read(&lines, 0).expect("a table");
        assert!(table.has_header);
        assert_eq!(table.end, 5);
        assert_eq!(
            table.rows,
            [
                ["Item", "Price", "Note"],
                ["Shears", "25", "steel, with a leather case"],
                ["Gloves", "12", ""],
            ]
        );
    }

    #[test]
    fn wide_spaces_in_prose_are_not_a_table() {
        for lines in [
            [
                "It is of any kind.  Distribution is not.",
                "It is free.  Nobody pays for it at all.",
            ],
            [
                "A  justified line fills   its",
                "space with  gaps of   any size",
            ],
            ["Opened:    1874", "Length:    31 km"],
        ] {
            assert!(read(&lines, 0).is_none(), "{lines:?}");
        }
    }
}
