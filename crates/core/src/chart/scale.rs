//! Nice numbers along an axis.

use super::value::{self, TICK};
use super::width;
use crate::compare::Unit;
use crate::text::Lang;

/// Least distance in px between the labels of two ticks.
const GAP: f64 = 14.0;
const MOST_TICKS: u8 = 6;

/// A place on an axis, and what is written there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) text: String,
}

/// The smallest of 1, 2 and 5 times a power of ten that divides a span into at most `parts` parts.
fn step(span: f64, parts: u8) -> f64 {
    let raw = span / f64::from(parts.max(1));
    if !(raw.is_normal() && raw > 0.0) {
        return 1.0;
    }
    let power = 10_f64.powi(raw.log10().floor() as i32);
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= raw * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

/// A step between values of a unit: whole won, and whole counts where there are several.
pub(super) fn step_of(unit: &Unit, span: f64, parts: u8) -> f64 {
    let step = step(span, parts);
    match unit {
        Unit::Won | Unit::WonPerResident => step.max(1.0),
        Unit::Count(_) if span >= 2.0 => step.max(1.0),
        Unit::Percent | Unit::Count(_) => step,
    }
}

/// Multiples of a step within a range, both ends included.
pub(super) fn multiples(from: f64, to: f64, step: f64) -> Vec<f64> {
    let (first, last) = ((from / step - 1e-9).ceil(), (to / step + 1e-9).floor());
    if !(first.is_finite() && last.is_finite()) || last - first > 100.0 {
        return Vec::new();
    }
    // Counted, since adding one to a very large number does not change it.
    let mut ticks = Vec::new();
    for at in 0..=(last - first).max(-1.0) as i64 {
        let n = first + at as f64;
        // 3 × 0.1 is not 0.3, but 3 ÷ 10 is.
        let inverse = (1.0 / step).round();
        ticks.push(if step < 1.0 && inverse * step == 1.0 { n / inverse } else { n * step } + 0.0);
    }
    ticks
}

/// As many ticks of a horizontal axis as fit without touching. `left` is where the axis begins in px, `px` its length,
/// `view` the width of the drawing, into which the outer labels are pushed.
pub(super) fn horizontal(range: (f64, f64), (left, px): (f64, f64), view: f64, unit: &Unit, lang: Lang) -> Vec<Tick> {
    let (from, to) = range;
    let span = to - from;
    for parts in (1..=MOST_TICKS).rev() {
        let step = step_of(unit, span, parts);
        let ticks: Vec<Tick> =
            multiples(from, to, step).into_iter().map(|at| Tick { at, text: value::tick(at, unit, lang) }).collect();
        let mut end = f64::NEG_INFINITY;
        let apart = ticks.iter().all(|tick| {
            let wide = width::width(&tick.text, TICK);
            let start = (left + (tick.at - from) / span * px - wide / 2.0).min(view - wide).max(0.0);
            let free = start >= end;
            end = start + wide + GAP;
            free
        });
        if apart && !ticks.is_empty() {
            return ticks;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_one_two_or_five() {
        assert_eq!(step(1_457_700_000_000.0, 5), 500_000_000_000.0);
        assert_eq!(step(100.0, 5), 20.0);
        assert_eq!(step(9.0, 5), 2.0);
        assert_eq!(step(1.0, 5), 0.2);
        assert_eq!(step(0.0, 5), 1.0);
    }

    #[test]
    fn counts_of_several_are_whole() {
        let items = Unit::Count(crate::model::Bilingual::default());
        assert_eq!(step_of(&items, 3.0, 6), 1.0);
        assert_eq!(step_of(&items, 1.0, 5), 0.2);
    }

    #[test]
    fn multiples_include_both_ends() {
        assert_eq!(multiples(0.0, 1.0, 0.2), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(multiples(-3.0, 5.0, 2.0), [-2.0, 0.0, 2.0, 4.0]);
    }

    #[test]
    fn numbers_too_large_to_be_counted_up_end() {
        assert_eq!(multiples(1e100, 1e100, 1.0), [1e100]);
        assert_eq!(multiples(2.0, 1.0, 1.0), [] as [f64; 0]);
    }

    #[test]
    fn won_are_read_in_the_units_of_the_language() {
        let texts = |px, lang| -> Vec<String> {
            let ticks = horizontal((0.0, 1_600_000_000_000.0), (0.0, px), px + 40.0, &Unit::Won, lang);
            ticks.into_iter().map(|tick| tick.text).collect()
        };
        assert_eq!(texts(600.0, Lang::Ko), ["0", "5,000억", "1조", "1조 5,000억"]);
        assert_eq!(texts(600.0, Lang::En), ["0", "₩500 billion", "₩1 trillion", "₩1.5 trillion"]);
        assert_eq!(texts(190.0, Lang::En), ["0", "₩1 trillion"]);
    }

    #[test]
    fn labels_of_ticks_never_touch() {
        for px in 40..900 {
            let px = f64::from(px);
            let ticks = horizontal((0.0, 7_300_000_000_000.0), (4.0, px), px + 8.0, &Unit::Won, Lang::En);
            let mut end = f64::NEG_INFINITY;
            for tick in ticks {
                let wide = width::width(&tick.text, TICK);
                let start = (4.0 + tick.at / 7.3e12 * px - wide / 2.0).min(px + 8.0 - wide).max(0.0);
                assert!(start > end, "{px}: {tick:?}");
                end = start + wide;
            }
        }
    }
}
