//! Peers as people compare them: a table a set, a row a peer.

use super::figures::Figures;
use super::{Compared, Row};

const NONE: &str = "–";

#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// For a terminal: columns of one width.
    Aligned,
    Markdown,
}

/// One set's table, under a line that says what was asked of what.
pub(super) fn table(compared: &Compared, form: Form) -> String {
    let mut lines = vec![head(compared), String::new()];
    let shown = shown(compared);
    let cells: Vec<Vec<String>> = std::iter::once(
        std::iter::once("")
            .chain(shown.iter().map(|column| column.name))
            .map(str::to_owned)
            .collect(),
    )
    .chain(compared.rows.iter().filter_map(|row| cells(row, &shown)))
    .collect();
    match form {
        Form::Aligned => lines.extend(aligned(&cells)),
        Form::Markdown => lines.extend(markdown(&cells)),
    }
    let missing = compared.rows.iter().filter_map(|row| {
        let why = row.outcome.as_ref().err()?;
        Some(format!("{}: not measured, {why}", row.name))
    });
    lines.push(String::new());
    lines.extend(missing);
    lines.join("\n")
}

fn head(compared: &Compared) -> String {
    let Compared {
        name,
        passages,
        megabytes,
        questions,
        answerable,
        cut_s,
        ..
    } = compared;
    let answers = if *answerable == 0 {
        "for their time alone".to_owned()
    } else {
        format!("{answerable} of them with an answer{}", error(compared))
    };
    format!(
        "{name}: {passages} passages, {megabytes:.1} MB, {questions} questions, {answers}; reading \
         and cutting the articles takes {cut_s:.2} s, which only lodestar's index time holds"
    )
}

/// How far a share may be off: 95 % of samples of this size are nearer.
fn error(compared: &Compared) -> String {
    let first = compared
        .rows
        .iter()
        .find_map(|row| row.outcome.as_ref().ok()?.hit_1);
    first.map_or_else(String::new, |hit| {
        let error = 1.96 * (hit * (1.0 - hit) / compared.answerable as f64).sqrt();
        format!(" (hit@1 ± {error:.3})")
    })
}

struct Column {
    name: &'static str,
    value: fn(&Figures) -> Option<String>,
}

const COLUMNS: [Column; 11] = [
    Column {
        name: "hit@1",
        value: |it| it.hit_1.map(thousandths),
    },
    Column {
        name: "hit@3",
        value: |it| it.hit_3.map(thousandths),
    },
    Column {
        name: "mrr@10",
        value: |it| it.mrr_10.map(thousandths),
    },
    Column {
        name: "auroc",
        value: |it| it.auroc.map(thousandths),
    },
    Column {
        name: "p50 ms",
        value: |it| Some(number(it.p50_ms)),
    },
    Column {
        name: "p99 ms",
        value: |it| Some(number(it.p99_ms)),
    },
    Column {
        name: "index s",
        value: |it| Some(number(it.index_s)),
    },
    Column {
        name: "MB/s",
        value: |it| Some(number(it.index_mb_per_s)),
    },
    Column {
        name: "indexing MB",
        value: |it| it.index_memory_bytes.map(megabytes),
    },
    Column {
        name: "asking MB",
        value: |it| it.ask_memory_bytes.map(megabytes),
    },
    Column {
        name: "disk MB",
        value: |it| Some(megabytes(it.disk_bytes)),
    },
];

/// The columns that hold anything.
fn shown(compared: &Compared) -> Vec<&'static Column> {
    let measured = || {
        compared
            .rows
            .iter()
            .filter_map(|row| row.outcome.as_ref().ok())
    };
    let holds = |column: &&Column| measured().any(|figures| (column.value)(figures).is_some());
    COLUMNS.iter().filter(holds).collect()
}

/// `None` for a peer that was not measured.
fn cells(row: &Row, shown: &[&Column]) -> Option<Vec<String>> {
    let figures = row.outcome.as_ref().ok()?;
    let values = shown
        .iter()
        .map(|column| (column.value)(figures).unwrap_or_else(|| NONE.to_owned()));
    Some(std::iter::once(row.name.clone()).chain(values).collect())
}

fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let width = |place: usize| {
        let cells = rows.iter().filter_map(|row| row.get(place));
        cells
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or_default()
    };
    let line = |row: &Vec<String>| {
        let padded = row.iter().enumerate().map(|(place, cell)| match place {
            0 => format!("{cell:<0$}", width(place)),
            _ => format!("{cell:>0$}", width(place)),
        });
        padded.collect::<Vec<_>>().join("  ")
    };
    rows.iter().map(line).collect()
}

fn markdown(rows: &[Vec<String>]) -> Vec<String> {
    let line = |row: &Vec<String>| format!("| {} |", row.join(" | "));
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let columns = rows.first().map_or(0, Vec::len);
    lines.insert(
        1,
        format!("|---|{}", "--:|".repeat(columns.saturating_sub(1))),
    );
    lines
}

fn thousandths(value: f64) -> String {
    format!("{value:.3}")
}

/// With three digits that count, or more before the point.
fn number(value: f64) -> String {
    let decimals = match value {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 3,
    };
    format!("{value:.decimals$}")
}

fn megabytes(bytes: u64) -> String {
    number(bytes as f64 / 1e6)
}
