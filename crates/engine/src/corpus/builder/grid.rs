//! Collects the rows of a table whose cells may span several columns or rows.

/// Most columns or rows that a cell can span; more is a mistake or an attack.
const MAX_SPAN: usize = 50;

/// A cell as written in the file.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// A table with a text for each column and row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// Number of rows so far with a single cell across the table: captions.
    captions: usize,
    /// For each column, the text that spans further rows, and how many.
    carried: Vec<Option<(String, usize)>>,
}

impl Grid {
    /// Adds a row, unless it has no text. A cell's text is put in the first of its columns (in a
    /// header, in all of them) and in all of its rows. Several header rows become one.
    pub(super) fn add(&mut self, header: bool, cells: Vec<Cell>) {
        let is_caption = matches!(cells.as_slice(), [only] if only.columns > 1);
        let opens = header && !is_caption && self.rows.len() == self.captions;
        let mut row = Vec::with_capacity(cells.len());
        for cell in cells {
            self.carry_into(&mut row);
            let column = row.len();
            let columns = cell.columns.clamp(1, MAX_SPAN);
            let below = cell.rows.clamp(1, MAX_SPAN) - 1;
            if below > 0 {
                if self.carried.len() <= column {
                    self.carried.resize(column + 1, None);
                }
                if let Some(slot) = self.carried.get_mut(column) {
                    *slot = Some((cell.text.clone(), below));
                }
            }
            let beside = if opens {
                cell.text.clone()
            } else {
                String::new()
            };
            row.push(cell.text);
            row.resize(column + columns, beside);
        }
        self.carry_into(&mut row);
        if row.iter().all(String::is_empty) {
            return;
        }
        if opens && self.header.is_empty() {
            self.header = row;
        } else if opens {
            self.extend_header(row);
        } else {
            self.captions += usize::from(is_caption && self.rows.len() == self.captions);
            self.rows.push(row);
        }
    }

    /// Appends the names of another header row to those above: "Stops" and "First" become "Stops
    /// First".
    fn extend_header(&mut self, row: Vec<String>) {
        self.header
            .resize(self.header.len().max(row.len()), String::new());
        for (above, name) in self.header.iter_mut().zip(row) {
            if *above != name && !name.is_empty() {
                if !above.is_empty() {
                    above.push(' ');
                }
                above.push_str(&name);
            }
        }
    }

    fn carry_into(&mut self, row: &mut Vec<String>) {
        while let Some(slot) = self.carried.get_mut(row.len()) {
            let Some((text, left)) = slot else { return };
            row.push(text.clone());
            *left -= 1;
            if *left == 0 {
                *slot = None;
            }
        }
    }
}

/// Promotes the first row to header if no row is marked as one and either it has no digit while
/// every other row has one, or there are at least three columns and the first row names each of
/// them.
pub(in crate::corpus) fn promote_header(header: &mut Vec<String>, rows: &mut Vec<Vec<String>>) {
    let has_digit = |text: &String| text.contains(|c: char| c.is_numeric());
    let Some((first, others)) = rows.split_first() else {
        return;
    };
    if !header.is_empty() || others.is_empty() || first.len() < 2 || first.iter().any(has_digit) {
        return;
    }
    let names_all = first.len() > 2 && first.iter().all(|cell| !cell.is_empty());
    let values = |row: &Vec<String>| row.iter().skip(1).any(has_digit);
    if names_all || others.iter().all(values) {
        *header = rows.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, columns: usize, rows: usize) -> Cell {
        Cell {
            text: text.into(),
            columns,
            rows,
        }
    }

    #[test]
    fn a_cell_that_spans_rows_is_repeated_in_each() {
        let mut grid = Grid::default();
        grid.add(true, vec![cell("Country", 1, 1), cell("Plant", 1, 1)]);
        grid.add(false, vec![cell("China", 1, 2), cell("Luqiao", 1, 1)]);
        grid.add(false, vec![cell("Chengdu", 1, 1)]);
        grid.add(false, vec![cell("All of them", 2, 1)]);
        assert_eq!(grid.header, ["Country", "Plant"]);
        assert_eq!(
            grid.rows,
            [
                ["China", "Luqiao"],
                ["China", "Chengdu"],
                ["All of them", ""]
            ]
        );
    }

    #[test]
    fn two_rows_of_names_are_one_header_and_a_caption_is_not_one() {
        let mut grid = Grid::default();
        grid.add(true, vec![cell("Trams", 3, 1)]);
        grid.add(true, vec![cell("Line", 1, 2), cell("Stops", 2, 1)]);
        grid.add(true, vec![cell("First", 1, 1), cell("Last", 1, 1)]);
        grid.add(
            false,
            vec![cell("1", 1, 1), cell("Expo", 1, 1), cell("Evergem", 1, 1)],
        );
        assert_eq!(grid.header, ["Line", "Stops First", "Stops Last"]);
        assert_eq!(grid.rows, [["Trams", "", ""], ["1", "Expo", "Evergem"]]);
    }
}
