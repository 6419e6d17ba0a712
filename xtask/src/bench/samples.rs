//! What bench/web/run.mjs measured, and what numbers say together.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that was measured. Times are in milliseconds, sizes in bytes.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Samples {
    /// The day, as `2026-11-22`.
    pub day: String,
    /// Version of the browser.
    pub chromium: String,
    /// Version of each library.
    pub libraries: BTreeMap<String, String>,
    /// Number and kind of the machine's processors.
    pub processors: String,
    /// Pages by name.
    pub loads: BTreeMap<String, Load>,
    /// What a reader does with five cities, slowed down.
    pub throttled: BTreeMap<String, Act>,
    /// The same at full speed.
    pub unthrottled: BTreeMap<String, Act>,
    /// Generated datasets by number of cities.
    pub curve: BTreeMap<usize, Grown>,
    /// Five cities, and a country in pieces, by name: from the start of the navigation.
    #[serde(default)]
    pub opened: BTreeMap<String, Grown>,
    /// What a reader does with all cities of a country, at full speed.
    pub country: BTreeMap<String, Act>,
    /// Memory before, during and after many view switches.
    pub switches: Vec<Memory>,
    /// Memory before, during and after many mounts.
    pub mounts: Vec<Memory>,
}

/// A page.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Load {
    /// Transferred, each time.
    pub bytes: Vec<f64>,
    /// From the start of the navigation to the painted comparison.
    pub painted: Vec<f64>,
    /// From the call to the painted change.
    pub redraw: Vec<f64>,
}

/// Something that a reader does.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Act {
    /// To the next painted frame.
    pub time: Vec<f64>,
    /// The longest task; 0 if none took more than 50 ms.
    pub longest: Vec<f64>,
}

/// A generated dataset.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Grown {
    /// From the dataset's last byte to the painted comparison.
    pub ready: Vec<f64>,
    /// JavaScript's heap.
    pub js: Vec<f64>,
    /// The wasm module's memory.
    pub wasm: Vec<f64>,
}

/// Memory at a moment.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize)]
pub struct Memory {
    /// JavaScript's heap after a collection.
    pub js: f64,
    /// The wasm module's memory.
    pub wasm: f64,
    /// Nodes of documents.
    pub nodes: f64,
}

/// Several measurements of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// The one in the middle.
    pub median: f64,
    /// The smallest.
    pub low: f64,
    /// The largest.
    pub high: f64,
}

impl Spread {
    /// Nothing for no measurement.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        let (low, high) = (*values.first()?, *values.last()?);
        let (middle, before) = (values.len() / 2, values.len().saturating_sub(1) / 2);
        Some(Self { median: f64::midpoint(*values.get(before)?, *values.get(middle)?), low, high })
    }
}

/// The straight line that fits points best.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Fit {
    /// Its height at 0.
    pub start: f64,
    /// What each step to the right adds.
    pub slope: f64,
    /// The part of the differences that the line explains: 1 if all points lie on it.
    pub r2: f64,
}

impl Fit {
    /// Nothing for fewer than two different places.
    pub fn of(points: &[(f64, f64)]) -> Option<Self> {
        let n = f64::from(u32::try_from(points.len()).ok()?);
        let mean = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).sum::<f64>() / n;
        let (x, y) = (mean(|point| point.0), mean(|point| point.1));
        let sum = |of: &dyn Fn(f64, f64) -> f64| points.iter().map(|point| of(point.0 - x, point.1 - y)).sum::<f64>();
        let (xx, xy, yy) = (sum(&|dx, _| dx * dx), sum(&|dx, dy| dx * dy), sum(&|_, dy| dy * dy));
        let slope = xy / xx;
        let r2 = if yy == 0.0 { 1.0 } else { xy * xy / (xx * yy) };
        (slope.is_finite()).then_some(Self { start: y - slope * x, slope, r2 })
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, Spread};

    #[test]
    fn the_median_lies_in_the_middle() {
        assert_eq!(Spread::of(&[]), None);
        assert_eq!(Spread::of(&[9.0, 1.0, 4.0]), Some(Spread { median: 4.0, low: 1.0, high: 9.0 }));
        assert_eq!(Spread::of(&[1.0, 2.0]), Some(Spread { median: 1.5, low: 1.0, high: 2.0 }));
    }

    #[test]
    fn a_line_through_its_points_explains_all() {
        let points = [(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)];
        assert_eq!(Fit::of(&points), Some(Fit { start: 1.0, slope: 2.0, r2: 1.0 }));
        assert_eq!(Fit::of(&[(1.0, 2.0)]), None);
        let bent = Fit::of(&[(0.0, 0.0), (1.0, 1.0), (2.0, 8.0)]);
        assert!(bent.is_some_and(|fit| fit.r2 < 0.9), "{bent:?}");
    }
}
