//! What was found, for people: a table and a chart.

use super::super::chart::{Chart, Colour, Series};
use super::super::latency::Latency;
use super::super::process::Usage;
use super::super::table::{Table, count, known, megabytes, number};
use super::{Around, Indexing, Scale, Size};

impl Scale {
    pub(super) fn table(&self) -> Table {
        let mut table = Table::default();
        let mut row = |name: &str, show: &dyn Fn(&Size) -> String| {
            table.row(name, self.sizes.iter().map(show));
        };
        row("passages", &|size| count(size.passages));
        row("articles", &|size| count(size.articles));
        row("articles, MB", &|size| megabytes(size.corpus_bytes));
        table.heading("indexing");
        self.indexing(&mut table);
        table.heading("asking");
        self.asking(&mut table);
        table.heading("around it");
        self.around(&mut table);
        table
    }

    fn indexing(&self, table: &mut Table) {
        let mut row = |name: &str, show: &dyn Fn(&Size, &Indexing) -> String| {
            let figure = |size: &Size| known(size.indexing.as_ref(), |it| show(size, it));
            table.row(name, self.sizes.iter().map(figure));
        };
        let used = |it: &Indexing, show: fn(Usage) -> String| known(it.usage, show);
        row("index, s", &|_, it| number(it.seconds));
        row("  processor time, s", &|_, it| {
            used(it, |usage| number(usage.cpu_s))
        });
        row("  MB/s", &|size, it| {
            number(size.corpus_bytes as f64 / 1e6 / it.seconds)
        });
        row("  peak memory beyond files, MB", &|_, it| {
            used(it, |usage| megabytes(usage.anonymous_bytes))
        });
        row("  peak memory with files, MB", &|_, it| {
            used(it, |usage| megabytes(usage.resident_bytes))
        });
        row("  on disk, MB", &|_, it| megabytes(it.disk_bytes));
        row("plain tantivy: index, s", &|_, it| number(it.plain_s));
        row("  read and cut for it, s", &|_, it| number(it.cutting_s));
        row("  on disk, MB", &|_, it| megabytes(it.plain_disk_bytes));
        row("  its speed, without cutting", &|_, it| {
            percent(it.share(false))
        });
        row("  its speed, with cutting", &|_, it| {
            percent(it.share(true))
        });
    }

    fn asking(&self, table: &mut Table) {
        latencies(table, "ask, 1 caller", &self.sizes, &|size| {
            Some(&size.one_caller.lodestar)
        });
        latencies(table, "plain tantivy, 1 caller", &self.sizes, &|size| {
            Some(&size.one_caller.plain)
        });
        let mut row = |name: &str, show: &dyn Fn(&Size) -> String| {
            table.row(name, self.sizes.iter().map(show));
        };
        row("  ask ÷ plain, median of ratios", &|size| {
            number(size.one_caller.median_ratio)
        });
        row("  ask ÷ plain, all questions", &|size| {
            number(size.one_caller.total_ratio)
        });
        row("  ask ÷ plain, processor time", &|size| {
            known(size.one_caller.cpu_ratio, number)
        });
        let callers = self.sizes.first().map_or(0, |size| size.callers.len());
        for place in 0..callers {
            let load = |size: &Size| size.callers.get(place).map(|load| load.callers);
            let number_of = self.sizes.first().and_then(load).unwrap_or_default();
            let name = format!("ask, {number_of} callers");
            latencies(table, &name, &self.sizes, &|size| {
                Some(&size.callers.get(place)?.latency)
            });
            let rate = |size: &Size| {
                let load = size.callers.get(place);
                known(load, |load| number(load.per_second))
            };
            table.row("  answers a second", self.sizes.iter().map(rate));
        }
        let exponent = |growth: Option<f64>| known(growth, |it| format!("{it:.2}"));
        table.row(
            "ask p50 grows with passages to the power of",
            [exponent(self.growth)],
        );
        table.row("  plain tantivy's", [exponent(self.plain_growth)]);
    }

    fn around(&self, table: &mut Table) {
        let held = |size: &Size| known(size.serving, |it| megabytes(it.anonymous_bytes));
        table.row(
            "serving: memory beyond files, MB",
            self.sizes.iter().map(held),
        );
        let mut row = |name: &str, show: &dyn Fn(&Around) -> f64| {
            let figure = |size: &Size| known(size.around.as_ref(), |it| number(show(it)));
            table.row(name, self.sizes.iter().map(figure));
        };
        row("one changed article answers, s", &|it| it.one_changed_s);
        row("lodestar ask, from start to end, s", &|it| {
            it.first_answer_s
        });
        row("lodestar run, from start to ready, s", &|it| it.bot_ready_s);
    }

    pub(super) fn chart(&self) -> Chart {
        let series = |name: &str, colour, dashed, of: &dyn Fn(&Size) -> f64| Series {
            name: name.to_owned(),
            colour,
            dashed,
            points: self
                .sizes
                .iter()
                .map(|size| (size.passages as f64, of(size)))
                .collect(),
        };
        Chart {
            title: "Time to an answer as the articles grow".to_owned(),
            across: "passages".to_owned(),
            up: "milliseconds, one caller".to_owned(),
            series: vec![
                series("lodestar p99", Colour::First, true, &|size| {
                    size.one_caller.lodestar.p99_ms
                }),
                series("lodestar p50", Colour::First, false, &|size| {
                    size.one_caller.lodestar.p50_ms
                }),
                series("plain tantivy p50", Colour::Second, false, &|size| {
                    size.one_caller.plain.p50_ms
                }),
            ],
        }
    }
}

fn latencies<'a>(
    table: &mut Table,
    name: &str,
    sizes: &'a [Size],
    of: &dyn Fn(&'a Size) -> Option<&'a Latency>,
) {
    let mut row = |name: &str, show: &dyn Fn(&Latency) -> String| {
        table.row(name, sizes.iter().map(|size| known(of(size), show)));
    };
    row(&format!("{name}: p50, ms"), &|it| number(it.p50_ms));
    row("  p99, ms", &|it| number(it.p99_ms));
    row("  p99.9, ms", &|it| known(it.p999_ms, number));
}

fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}
