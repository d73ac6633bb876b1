//! A table as people read it: a row a figure, a column a corpus, numbers to the right.

/// Columns are filled row by row.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
}

#[derive(Debug)]
enum Row {
    Heading(String),
    Figures(String, Vec<String>),
}

/// What is shown for a figure that could not be taken.
pub(super) const NONE: &str = "–";

impl Table {
    pub(super) fn heading(&mut self, text: &str) {
        self.rows.push(Row::Heading(text.to_owned()));
    }

    pub(super) fn row(&mut self, name: &str, figures: impl IntoIterator<Item = String>) {
        let figures = figures.into_iter().collect();
        self.rows.push(Row::Figures(name.to_owned(), figures));
    }

    /// Lines, aligned.
    pub(super) fn text(&self) -> String {
        let mut widths: Vec<usize> = Vec::new();
        let mut name_width = 0;
        for row in &self.rows {
            if let Row::Figures(name, figures) = row {
                name_width = name_width.max(name.chars().count());
                widths.resize(widths.len().max(figures.len()), 0);
                for (width, figure) in widths.iter_mut().zip(figures) {
                    *width = (*width).max(figure.chars().count());
                }
            }
        }
        let mut text = String::new();
        for row in &self.rows {
            match row {
                Row::Heading(heading) => text.push_str(&format!("\n{heading}")),
                Row::Figures(name, figures) => {
                    text.push_str(&format!("{name:name_width$}"));
                    for (width, figure) in widths.iter().zip(figures) {
                        text.push_str(&format!("  {figure:>width$}"));
                    }
                }
            }
            text.push('\n');
        }
        text
    }
}

/// With three digits that count, or more before the point.
pub(super) fn number(value: f64) -> String {
    let decimals = match value.abs() {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        0.0 => 0,
        _ => 3,
    };
    format!("{value:.decimals$}")
}

pub(super) fn count(value: usize) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// In units of 10^6 bytes.
pub(super) fn megabytes(bytes: u64) -> String {
    number(bytes as f64 / 1e6)
}

/// What `show` makes of it, or the sign for nothing.
pub(super) fn known<T>(value: Option<T>, show: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| NONE.to_owned(), show)
}
