//! A line chart with logarithmic axes, as SVG: drawn here, so that a figure needs no other program.
//!
//! It brings its own background and follows the reader's light or dark scheme, so that it can be
//! read wherever it is shown.

/// What is drawn.
#[derive(Debug)]
pub(super) struct Chart {
    pub(super) title: String,
    /// What the horizontal axis counts, with its unit.
    pub(super) across: String,
    pub(super) up: String,
    pub(super) series: Vec<Series>,
}

/// A line.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) colour: Colour,
    pub(super) dashed: bool,
    /// All greater than 0.
    pub(super) points: Vec<(f64, f64)>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Colour {
    First,
    Second,
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 440.0;
const LEFT: f64 = 76.0;
/// Room for the names of the lines, at their ends.
const RIGHT: f64 = 150.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 62.0;
/// The least distance between two names.
const NAME_HEIGHT: f64 = 18.0;

const STYLE: &str = "\
text{font:13px system-ui,-apple-system,'Segoe UI','Liberation Sans',sans-serif;fill:#1f2328}\
.back{fill:#fff}.title{font-size:16px;font-weight:600}.tick{fill:#59636e}\
.grid{stroke:#d1d9e0;stroke-width:1}.fine{stroke:#eef1f4;stroke-width:1}\
.line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}.dashed{stroke-dasharray:7 5}\
.one{stroke:#0969da}.one-fill{fill:#0969da}.two{stroke:#bc4c00}.two-fill{fill:#bc4c00}\
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.back{fill:#0d1117}.tick{fill:#9198a1}\
.grid{stroke:#3d444d}.fine{stroke:#1f262e}.one{stroke:#4493f8}.one-fill{fill:#4493f8}\
.two{stroke:#f0883e}.two-fill{fill:#f0883e}}";

/// How far past a power of ten an axis that ends there may be drawn upon, in powers of ten: "a million
/// passages" are a few more.
const PAST: f64 = 0.01;

/// An axis: whole powers of ten from `low` to `high`, over so many pixels.
struct Axis {
    low: i32,
    high: i32,
    start: f64,
    length: f64,
}

impl Axis {
    fn around(values: impl Iterator<Item = f64> + Clone, start: f64, length: f64) -> Self {
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let most = values.fold(0.0, f64::max);
        let (low, high) = if least.is_finite() && most > 0.0 {
            (least.log10().floor(), (most.log10() - PAST).ceil())
        } else {
            (0.0, 1.0)
        };
        Self {
            low: low as i32,
            high: (high as i32).max(low as i32 + 1),
            start,
            length,
        }
    }

    fn at(&self, value: f64) -> f64 {
        let part = (value.log10() - f64::from(self.low)) / f64::from(self.high - self.low);
        self.start + part * self.length
    }

    /// Powers of ten with their places.
    fn decades(&self) -> impl Iterator<Item = (f64, f64)> {
        (self.low..=self.high).map(|power| {
            let value = 10f64.powi(power);
            (value, self.at(value))
        })
    }

    /// Places of the twofold to ninefold powers of ten.
    fn between(&self) -> impl Iterator<Item = f64> {
        (self.low..self.high).flat_map(move |power| {
            (2..10).map(move |times| self.at(f64::from(times) * 10f64.powi(power)))
        })
    }
}

impl Chart {
    pub(super) fn svg(&self) -> String {
        let points = self.series.iter().flat_map(|series| &series.points);
        let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        let across = Axis::around(points.clone().map(|point| point.0), LEFT, right - LEFT);
        let up = Axis::around(points.map(|point| point.1), bottom, TOP - bottom);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
             width=\"{WIDTH}\" height=\"{HEIGHT}\" role=\"img\" aria-label=\"{title}\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n\
             <rect class=\"back\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"6\"/>\n\
             <text class=\"title\" x=\"{LEFT}\" y=\"32\">{title}</text>\n",
            title = escaped(&self.title),
        );
        for place in up.between() {
            line(&mut svg, "fine", (LEFT, place), (right, place));
        }
        for place in across.between() {
            line(&mut svg, "fine", (place, TOP), (place, bottom));
        }
        for (value, place) in up.decades() {
            line(&mut svg, "grid", (LEFT, place), (right, place));
            text(
                &mut svg,
                "tick",
                "end",
                (LEFT - 8.0, place + 4.5),
                &tick(value),
            );
        }
        for (value, place) in across.decades() {
            line(&mut svg, "grid", (place, TOP), (place, bottom));
            text(
                &mut svg,
                "tick",
                "middle",
                (place, bottom + 20.0),
                &tick(value),
            );
        }
        let middle = (LEFT + right) / 2.0;
        text(
            &mut svg,
            "",
            "middle",
            (middle, HEIGHT - 16.0),
            &self.across,
        );
        svg.push_str(&format!(
            "<text text-anchor=\"middle\" transform=\"translate(20 {:.1}) rotate(-90)\">{}</text>\n",
            (TOP + bottom) / 2.0,
            escaped(&self.up),
        ));
        for series in &self.series {
            series.draw(&mut svg, &across, &up);
        }
        self.name_lines(&mut svg, &across, &up);
        svg.push_str("</svg>\n");
        svg
    }

    /// Names at the ends of the lines, pushed down where they would meet.
    fn name_lines(&self, svg: &mut String, across: &Axis, up: &Axis) {
        let mut ends: Vec<(f64, f64, &Series)> = self
            .series
            .iter()
            .filter_map(|series| {
                let &(x, y) = series.points.last()?;
                Some((across.at(x), up.at(y), series))
            })
            .collect();
        ends.sort_by(|one, other| one.1.total_cmp(&other.1));
        let mut free = TOP;
        for (x, y, series) in ends {
            let place = y.max(free);
            free = place + NAME_HEIGHT;
            let class = series.colour.class();
            text(
                svg,
                &format!("{class}-fill"),
                "start",
                (x + 12.0, place + 4.5),
                &series.name,
            );
        }
    }
}

impl Series {
    fn draw(&self, svg: &mut String, across: &Axis, up: &Axis) {
        let class = self.colour.class();
        let dashed = if self.dashed { " dashed" } else { "" };
        let places: Vec<(f64, f64)> = self
            .points
            .iter()
            .map(|&(x, y)| (across.at(x), up.at(y)))
            .collect();
        let path: Vec<String> = places
            .iter()
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        svg.push_str(&format!(
            "<polyline class=\"line {class}{dashed}\" points=\"{}\"/>\n",
            path.join(" "),
        ));
        for ((x, y), (across, up)) in places.iter().zip(&self.points) {
            svg.push_str(&format!(
                "<circle class=\"{class}-fill\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\">\
                 <title>{}: {up:.3} at {across:.0}</title></circle>\n",
                escaped(&self.name),
            ));
        }
    }
}

impl Colour {
    fn class(self) -> &'static str {
        match self {
            Self::First => "one",
            Self::Second => "two",
        }
    }
}

fn line(svg: &mut String, class: &str, from: (f64, f64), to: (f64, f64)) {
    let ((x1, y1), (x2, y2)) = (from, to);
    svg.push_str(&format!(
        "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>\n"
    ));
}

fn text(svg: &mut String, class: &str, anchor: &str, (x, y): (f64, f64), text: &str) {
    svg.push_str(&format!(
        "<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>\n",
        escaped(text),
    ));
}

/// A power of ten: 0.1, 10, 1,000, 1 million.
fn tick(value: f64) -> String {
    if value >= 1e6 {
        format!("{} million", value / 1e6)
    } else if value >= 1.0 {
        super::table::count(value.round() as usize)
    } else {
        format!("{value}")
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
