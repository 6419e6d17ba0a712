//! What of a plot a sentence may set against each other: which marks, whether they compare, how far they are apart.

use crate::compare::FEWEST_FOR_SUPERLATIVE;
use crate::compare::{Category, Form, Mark, Plot, Reading, Tone};
use crate::model::Number;

/// The ratio above which the sentence says how many times the smallest the largest is.
const FAR_APART: f64 = 1.5;

/// The ratio from which two values are hardly of a kind.
const NOT_OF_A_KIND: f64 = 1000.0;

/// Largest through smallest value of a plot (of a stacked one: of its bars), rounded as it is printed: to one decimal
/// below 10, to a whole above.
///
/// `None` if the values do not compare, the smallest is not above zero, the ratio is at most 1.5, or it is 1,000 or more:
/// then the values are hardly of a kind, and the number would say nothing.
pub fn ratio(plot: &Plot) -> Option<f64> {
    let entries = entries(plot);
    let (smallest, largest) = extremes(&entries).filter(|_| comparable(plot, &entries))?;
    let exact = largest.get() / smallest.get();
    let rounded = if exact < 9.95 { (exact * 10.0).round() / 10.0 } else { exact.round() };
    (smallest.get() > 0.0 && exact > FAR_APART && exact < NOT_OF_A_KIND).then_some(rounded)
}

/// What is compared: a mark, or all marks of a bar of a stacked plot, whose length is their sum.
pub(super) struct Entry<'a> {
    pub(super) marks: Vec<&'a Mark>,
    pub(super) value: Number,
}

pub(super) fn entries(plot: &Plot) -> Vec<Entry<'_>> {
    if plot.form != Form::Stacked {
        let entry = |mark| Some(Entry { marks: vec![mark], value: value_of(mark)? });
        return compared(plot).into_iter().filter_map(entry).collect();
    }
    let bar = |index| {
        let marks: Vec<&Mark> = plot.of_category(index).collect();
        let value = bar_sum(&marks)?;
        Some(Entry { marks, value })
    };
    (0..plot.categories.len()).filter_map(bar).collect()
}

/// The marks that a sentence may set against each other. Of a plot with one series these are all; of one with several, one field
/// over the cities, or the cities in one year: the one that most of them have, of several the one with the largest sum. A
/// largest value of one series is never set against the smallest of another.
pub fn compared(plot: &Plot) -> Vec<&Mark> {
    // Of shares, what is left over is no field: it says how much is unknown, not where the money goes.
    let rest = |mark: &&Mark| plot.series.get(mark.series).is_some_and(|series| series.tone == Tone::Rest);
    let valued = || plot.marks.iter().filter(|mark| value_of(mark).is_some());
    if !matches!(plot.form, Form::Grouped | Form::Shares | Form::Slope) || plot.series.len() < 2 {
        return valued().filter(|mark| plot.form != Form::Shares || !rest(mark)).collect();
    }
    let cities = plot.series.iter().all(|series| matches!(series.tone, Tone::City(_)));
    let by_category = cities || plot.form == Form::Slope;
    let count = if by_category { plot.categories.len() } else { plot.series.len() };
    let mut best: (Vec<&Mark>, f64) = (Vec::new(), 0.0);
    for place in 0..count {
        let at = |mark: &&Mark| if by_category { mark.category == place } else { mark.series == place && !rest(mark) };
        let group: Vec<&Mark> = valued().filter(at).collect();
        let sum: f64 = group.iter().filter_map(|mark| mark.value.value()).sum();
        // Of years that say as much as others the newest counts, of fields the largest.
        let better = if plot.form == Form::Slope { group.len() >= best.0.len() } else { sum > best.1 };
        if group.len() > best.0.len() || (group.len() == best.0.len() && better) {
            best = (group, sum);
        }
    }
    best.0
}

/// Whether a sentence may call one of these the largest: three at least, of one year, stage and account.
pub(super) fn comparable(plot: &Plot, entries: &[Entry<'_>]) -> bool {
    let marks: Vec<&Mark> =
        entries.iter().flat_map(|entry| &entry.marks).copied().filter(|mark| value_of(mark).is_some()).collect();
    entries.len() >= FEWEST_FOR_SUPERLATIVE
        && (reads_by_year(plot) || !differ(&marks, |mark| mark.year))
        && !differ(&marks, |mark| mark.stage)
        && (plot.form == Form::Stacked || !differ(&marks, |mark| mark.account))
}

/// The sum of the values of a bar; `None` if there are none.
pub(crate) fn bar_sum(marks: &[&Mark]) -> Option<Number> {
    let values: Vec<f64> = marks.iter().filter_map(|mark| mark.value.value()).collect();
    if values.is_empty() { None } else { Number::new(values.iter().sum()) }
}

/// Whether a part of a bar is not stated, so that its sum is not that of the whole.
pub(crate) fn lacks_a_part(marks: &[&Mark]) -> bool {
    marks.iter().any(|mark| mark.value == Reading::NotStated)
}

pub(super) fn value_of(mark: &Mark) -> Option<Number> {
    match mark.value {
        Reading::Value(value) => Some(value),
        Reading::NonBudget | Reading::NotStated | Reading::NotApplicable => None,
    }
}

pub(super) fn extremes(entries: &[Entry<'_>]) -> Option<(Number, Number)> {
    entries.iter().map(|entry| entry.value).fold(None, |found, value| match found {
        None => Some((value, value)),
        Some((least, most)) => {
            Some((if value < least { value } else { least }, if value > most { value } else { most }))
        }
    })
}

/// Whether the categories are years, so that a difference of year is the comparison itself.
pub(crate) fn reads_by_year(plot: &Plot) -> bool {
    let is_year =
        |category: &Category| category.key.len() == 4 && category.key.bytes().all(|byte| byte.is_ascii_digit());
    plot.form == Form::Slope || (!plot.categories.is_empty() && plot.categories.iter().all(is_year))
}

/// Whether marks differ in something. What a mark does not say is no difference.
pub(crate) fn differ<T: PartialEq>(marks: &[&Mark], of: impl Fn(&Mark) -> Option<T>) -> bool {
    let mut said = marks.iter().filter_map(|mark| of(mark));
    said.next().is_some_and(|first| said.any(|other| other != first))
}
