//! The rows of a table while they come in, with cells that cover several columns or rows.

/// Columns or rows a cell can cover at most; more is a mistake or malice.
const MAX_SPAN: usize = 50;

/// A cell as it stands in the file.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// A table with one text for each column and row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// For each column, a text that covers further rows, and how many.
    carried: Vec<Option<(String, usize)>>,
}

impl Grid {
    /// Adds a row; rows without any text are left out. A cell's text stands in the first of its
    /// columns and in all of its rows.
    pub(super) fn add(&mut self, header: bool, cells: Vec<Cell>) {
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
            row.push(cell.text);
            row.resize(column + columns, String::new());
        }
        self.carry_into(&mut row);
        if row.iter().all(String::is_empty) {
            return;
        }
        if header && self.header.is_empty() && self.rows.is_empty() {
            self.header = row;
        } else {
            self.rows.push(row);
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

/// Where no row is marked as the header, the first one is it if it holds no digit while every other
/// row has one, or if there are three columns or more and the first row names each of them.
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
    fn a_cell_over_several_rows_stands_in_each() {
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
}
