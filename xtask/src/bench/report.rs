//! The results: as tables for people, as JSON for programs, and beside the goals.

use super::markdown::{milliseconds, ratio, spread, table, task};
use super::samples::{Act, Fit, Memory, Samples, Spread};
use crate::failure::Failure;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The pages of the libraries, with their packages.
pub const PEERS: [(&str, &str, &str); 4] = [
    ("vega", "Vega-Embed", "vega-embed"),
    ("echarts", "ECharts (tree-shaken, SVG)", "echarts"),
    ("plot", "Observable Plot", "@observablehq/plot"),
    ("chartjs", "Chart.js", "chart.js"),
];

/// Our pages in the order of the table.
pub const OURS: [(&str, &str); 5] = [
    ("visions", "city-compare, visions"),
    ("strategies", "city-compare, strategies"),
    ("budgets, unit", "city-compare, budgets; unit switched"),
    ("budgets, year", "city-compare, budgets; year switched"),
    ("sources", "city-compare, sources"),
];

/// The page whose painting stands for the widget's: the budgets, a chart and a table as the libraries' pages are.
const WIDGET: &str = "budgets, unit";

/// All local governments of Korea.
const COUNTRY: usize = 243;

/// The page of these in pieces, and what it is compared with.
const PIECES: &str = "pieces";
const WHOLE: &str = "five";
const FEW: usize = 5;

const KIB: f64 = 1024.0;
const MB: f64 = 1e6;

/// What was measured, put together.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    day: String,
    chromium: String,
    libraries: BTreeMap<String, String>,
    processors: String,
    throttle: u32,
    rounds: u32,
    pages: BTreeMap<String, Page>,
    acts: BTreeMap<String, Felt>,
    country: BTreeMap<String, Felt>,
    curve: Vec<Size>,
    /// Five cities whole, and a country in pieces.
    opened: BTreeMap<String, Size>,
    /// Milliseconds over the number of cities.
    time_line: Option<Fit>,
    /// Bytes of both memories over the number of cities.
    memory_line: Option<Fit>,
    switches: Vec<Memory>,
    mounts: Vec<Memory>,
}

/// A page: bytes, and milliseconds.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    bytes: Spread,
    /// To the painted comparison.
    pub painted: Spread,
    /// To the painted change; `None` where nothing was changed.
    pub redraw: Option<Spread>,
}

/// What a reader does, in milliseconds.
#[derive(Debug, Clone, Serialize)]
struct Felt {
    /// Slowed down; `None` where it was not.
    throttled: Option<Spread>,
    time: Spread,
    longest: Spread,
}

/// A generated dataset: milliseconds and bytes.
#[derive(Debug, Clone, Serialize)]
struct Size {
    cities: usize,
    ready: Spread,
    js: Spread,
    wasm: Spread,
}

impl Results {
    /// Puts samples together.
    pub fn new(samples: &Samples, rounds: u32, throttle: u32) -> Self {
        let page = |(name, load): (&String, &super::samples::Load)| {
            let (bytes, painted) = (Spread::of(&load.bytes)?, Spread::of(&load.painted)?);
            Some((name.clone(), Page { bytes, painted, redraw: Spread::of(&load.redraw) }))
        };
        let size = |cities: usize, grown: &super::samples::Grown| {
            let [ready, js, wasm] = [&grown.ready, &grown.js, &grown.wasm].map(|values| Spread::of(values));
            Some(Size { cities, ready: ready?, js: js?, wasm: wasm? })
        };
        let curve: Vec<Size> = samples.curve.iter().filter_map(|(cities, grown)| size(*cities, grown)).collect();
        let of_name = |name: &str| if name == PIECES { COUNTRY } else { FEW };
        let opened =
            samples.opened.iter().filter_map(|(name, grown)| Some((name.clone(), size(of_name(name), grown)?)));
        let line = |of: fn(&Size) -> f64| {
            let points: Vec<(f64, f64)> = curve.iter().map(|size| (size.cities as f64, of(size))).collect();
            Fit::of(&points)
        };
        Self {
            day: samples.day.clone(),
            chromium: samples.chromium.clone(),
            libraries: samples.libraries.clone(),
            processors: samples.processors.clone(),
            throttle,
            rounds,
            pages: samples.loads.iter().filter_map(page).collect(),
            acts: felt(&samples.unthrottled, &samples.throttled),
            country: felt(&samples.country, &BTreeMap::new()),
            time_line: line(|size| size.ready.median),
            memory_line: line(Size::memory),
            opened: opened.collect(),
            curve,
            switches: samples.switches.clone(),
            mounts: samples.mounts.clone(),
        }
    }

    /// The content of results.json.
    pub fn json(&self) -> Result<String, Failure> {
        serde_json::to_string_pretty(self).map(|json| json + "\n").map_err(|error| {
            Failure::new(
                format!("The results could not be written as JSON: {error}"),
                "numbers and texts",
                "look at xtask/src/bench/report.rs",
            )
        })
    }

    /// A page that was measured.
    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.get(name)
    }

    /// Every table, as Markdown.
    pub fn tables(&self) -> String {
        let versions: Vec<String> = PEERS
            .iter()
            .filter_map(|(_, name, package)| Some(format!("{name} {}", self.libraries.get(*package)?)))
            .collect();
        let mut text = format!(
            "Measured on {}, {} rounds: Chromium {}, processors {}, slowed down {} times where it says so; {}.\n",
            self.day,
            self.rounds,
            self.chromium,
            self.processors,
            self.throttle,
            versions.join(", ")
        );
        for part in
            [self.goals(), self.pages(), self.acts(), self.country(), self.curve(), self.opened(), self.growth()]
        {
            text.push('\n');
            text.push_str(&part);
        }
        text
    }

    fn fastest(&self, of: fn(&Page) -> Option<Spread>) -> Option<f64> {
        let medians = PEERS.iter().filter_map(|(name, ..)| Some(of(self.pages.get(*name)?)?.median));
        medians.min_by(f64::total_cmp)
    }

    fn pages(&self) -> String {
        let head = ["page", "KiB", "painted ms", "spread", "of the fastest", "redraw ms", "spread", "of the fastest"];
        let fastest = self.fastest(|page| Some(page.painted)).zip(self.fastest(|page| page.redraw));
        let row = |name: &str, label: &str| {
            let page = self.pages.get(name)?;
            let (painted, redraw) = fastest?;
            let mut cells = vec![label.to_owned(), format!("{:.0}", page.bytes.median / KIB)];
            cells.extend([milliseconds(page.painted.median), spread(page.painted), ratio(page.painted, painted)]);
            match page.redraw {
                Some(own) => cells.extend([milliseconds(own.median), spread(own), ratio(own, redraw)]),
                None => cells.extend([String::new(), String::new(), String::new()]),
            }
            Some(cells)
        };
        let peers = PEERS.iter().filter_map(|(name, label, _)| row(name, label));
        let rows: Vec<Vec<String>> = peers.chain(OURS.iter().filter_map(|(name, label)| row(name, label))).collect();
        format!("### Pages, slowed down {} times\n\n{}", self.throttle, table(&head, &rows))
    }

    fn acts(&self) -> String {
        let slowed = format!("slowed down {} times, ms", self.throttle);
        let head = ["five cities", &slowed, "spread", "at full speed, ms", "spread", "longest task ms"];
        let rows: Vec<Vec<String>> = self
            .acts
            .iter()
            .map(|(name, felt)| {
                let throttled = felt.throttled.map(|own| [milliseconds(own.median), spread(own)]).unwrap_or_default();
                let mut cells = vec![name.clone()];
                cells.extend(throttled);
                cells.extend([milliseconds(felt.time.median), spread(felt.time), task(felt.longest)]);
                cells
            })
            .collect();
        format!("### What a reader does\n\n{}", table(&head, &rows))
    }

    fn country(&self) -> String {
        let cities = format!("{COUNTRY} cities, at full speed");
        let head = [cities.as_str(), "ms", "spread", "longest task ms"];
        let row = |(name, felt): (&String, &Felt)| {
            vec![name.clone(), milliseconds(felt.time.median), spread(felt.time), task(felt.longest)]
        };
        let rows: Vec<Vec<String>> = self.country.iter().map(row).collect();
        format!("### A country\n\n{}", table(&head, &rows))
    }

    fn curve(&self) -> String {
        let head = ["cities", "loaded, checked, painted ms", "spread", "wasm memory MB", "JavaScript heap MB"];
        let row = |size: &Size| {
            let megabytes = |own: Spread| format!("{:.0}", own.median / MB);
            vec![
                size.cities.to_string(),
                milliseconds(size.ready.median),
                spread(size.ready),
                megabytes(size.wasm),
                megabytes(size.js),
            ]
        };
        let rows: Vec<Vec<String>> = self.curve.iter().map(row).collect();
        let mut text = format!("### From five cities to a thousand\n\n{}", table(&head, &rows));
        if let Some((time, memory)) = self.time_line.zip(self.memory_line) {
            write!(
                text,
                "\nThe lines that fit best: {:.0} ms and {:.2} ms more for each city (R² {:.3}); {:.0} MB and {:.2} MB more for each city (R² {:.3}).\n",
                time.start,
                time.slope,
                time.r2,
                memory.start / MB,
                memory.slope / MB,
                memory.r2
            )
            .ok();
        }
        text
    }

    fn opened(&self) -> String {
        let head = ["opened", "from the start to painted ms", "spread", "wasm memory MB", "JavaScript heap MB"];
        let row = |name: &str, label: &str| {
            let size = self.opened.get(name)?;
            let megabytes = |own: Spread| format!("{:.0}", own.median / MB);
            let (ready, wasm, js) = (size.ready, megabytes(size.wasm), megabytes(size.js));
            Some(vec![label.to_owned(), milliseconds(ready.median), spread(ready), wasm, js])
        };
        let (whole, pieces) = (format!("{FEW} cities in one file"), format!("{COUNTRY} cities in pieces"));
        let rows: Vec<Vec<String>> = [row(WHOLE, &whole), row(PIECES, &pieces)].into_iter().flatten().collect();
        format!("### A country in pieces\n\n{}", table(&head, &rows))
    }

    fn growth(&self) -> String {
        let head = ["repeated", "JavaScript heap MB", "wasm memory MB", "nodes"];
        let row = |(name, list): (&str, &[Memory])| {
            // The first tenth fills caches that stay.
            let (early, last) = list.get(1).zip(list.last())?;
            let change = |of: fn(&Memory) -> f64| format!("{:.2} to {:.2}", of(early) / MB, of(last) / MB);
            let nodes = format!("{:.0} to {:.0}", early.nodes, last.nodes);
            Some(vec![name.to_owned(), change(|memory| memory.js), change(|memory| memory.wasm), nodes])
        };
        let lists = [("1,000 view switches", &*self.switches), ("500 mounts", &*self.mounts)];
        let rows: Vec<Vec<String>> = lists.into_iter().filter_map(row).collect();
        format!("### Memory over time, after the first tenth and at the end\n\n{}", table(&head, &rows))
    }

    /// Every goal beside what was measured.
    fn goals(&self) -> String {
        let head = ["goal", "at most", "measured", ""];
        let rows: Vec<Vec<String>> = self
            .measured()
            .into_iter()
            .map(|(goal, most, measured, unit)| {
                let word = match measured {
                    Some(measured) if measured <= most => "met",
                    Some(_) => "missed",
                    None => "not measured",
                };
                let number = |value: f64| format!("{} {unit}", milliseconds(value));
                vec![goal, number(most), measured.map(number).unwrap_or_default(), word.to_owned()]
            })
            .collect();
        format!("### Goals\n\n{}", table(&head, &rows))
    }

    fn measured(&self) -> Vec<(String, f64, Option<f64>, &'static str)> {
        let widget = self.pages.get(WIDGET);
        let (year, visions) = (self.pages.get("budgets, year"), self.pages.get("visions"));
        let painted = self.fastest(|page| Some(page.painted)).unwrap_or_default();
        let redraw = self.fastest(|page| page.redraw).unwrap_or_default() / 2.0;
        let worst = |of: fn(&Felt) -> Option<f64>| self.acts.values().filter_map(of).max_by(f64::total_cmp);
        let country = self.curve.iter().find(|size| size.cities == COUNTRY);
        let opened = |name: &str| self.opened.get(name).map(|size| size.ready.median);
        let pieces = opened(PIECES).zip(opened(WHOLE)).map(|(pieces, five)| pieces / five);
        let search = self.country.iter().filter(|(name, _)| name.starts_with("search: "));
        let search = search.map(|(_, felt)| felt.time.median).max_by(f64::total_cmp);
        let grown =
            |list: &[Memory]| Some((list.last()?.js + list.last()?.wasm - list.get(1)?.js - list.get(1)?.wasm) / MB);
        let slowed = format!("slowed down {} times", self.throttle);
        vec![
            ("first load of the visions, brotli".to_owned(), 170.0, visions.map(|page| page.bytes.median / KIB), "KiB"),
            ("first load of the budgets, brotli".to_owned(), 170.0, widget.map(|page| page.bytes.median / KIB), "KiB"),
            (format!("painted, {slowed}: the fastest library"), painted, widget.map(|page| page.painted.median), "ms"),
            (format!("unit switched, {slowed}: half of the fastest"), redraw, redrawn(widget), "ms"),
            (format!("year switched, {slowed}: half of the fastest"), redraw, redrawn(year), "ms"),
            (format!("slowest step, {slowed}"), 100.0, worst(|felt| Some(felt.throttled?.median)), "ms"),
            ("longest task at full speed".to_owned(), 50.0, worst(|felt| Some(felt.longest.median)), "ms"),
            (format!("{COUNTRY} cities loaded and checked"), 1_500.0, country.map(|size| size.ready.median), "ms"),
            (
                format!("{COUNTRY} cities in pieces opened, of five cities, per cent"),
                120.0,
                pieces.map(|times| times * 100.0),
                "%",
            ),
            (format!("search in {COUNTRY} cities"), 50.0, search, "ms"),
            (format!("memory with {COUNTRY} cities"), 150.0, country.map(|size| size.memory() / MB), "MB"),
            ("growth over 1,000 view switches".to_owned(), 1.0, grown(&self.switches), "MB"),
            ("growth over 500 mounts".to_owned(), 1.0, grown(&self.mounts), "MB"),
        ]
    }
}

impl Size {
    fn memory(&self) -> f64 {
        self.js.median + self.wasm.median
    }
}

fn redrawn(page: Option<&Page>) -> Option<f64> {
    Some(page?.redraw?.median)
}

fn felt(full: &BTreeMap<String, Act>, slowed: &BTreeMap<String, Act>) -> BTreeMap<String, Felt> {
    let one = |(name, act): (&String, &Act)| {
        let throttled = slowed.get(name).and_then(|act| Spread::of(&act.time));
        Some((name.clone(), Felt { throttled, time: Spread::of(&act.time)?, longest: Spread::of(&act.longest)? }))
    };
    full.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples::{Load, Samples};
    use super::Results;

    fn load(painted: f64, redraw: f64) -> Load {
        Load { bytes: vec![102_400.0], painted: vec![painted], redraw: vec![redraw] }
    }

    fn results() -> Results {
        let loads = [
            ("plot", load(500.0, 50.0)),
            ("chartjs", load(600.0, 40.0)),
            ("budgets, unit", load(400.0, 30.0)),
            ("budgets, year", load(400.0, 15.0)),
        ];
        let loads = loads.map(|(name, load)| (name.to_owned(), load)).into();
        Results::new(&Samples { loads, ..Samples::default() }, 3, 4)
    }

    #[test]
    fn ratios_are_to_the_fastest_library() {
        let tables = results().tables();
        assert!(
            tables.contains("| Observable Plot | 100 | 500 | 500 to 500 | 1.00 × | 50 | 50 to 50 | 1.25 × |"),
            "{tables}"
        );
        assert!(
            tables.contains("unit switched | 100 | 400 | 400 to 400 | 0.80 × | 30 | 30 to 30 | 0.75 × |"),
            "{tables}"
        );
    }

    #[test]
    fn a_goal_is_met_missed_or_not_measured() {
        let tables = results().tables();
        assert!(
            tables.contains("| painted, slowed down 4 times: the fastest library | 500 ms | 400 ms | met |"),
            "{tables}"
        );
        assert!(
            tables.contains("| unit switched, slowed down 4 times: half of the fastest | 20 ms | 30 ms | missed |"),
            "{tables}"
        );
        assert!(tables.contains("| memory with 243 cities | 150 MB |  | not measured |"), "{tables}");
    }
}
