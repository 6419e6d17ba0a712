//! Exact amounts of won in English, with the largest unit that fits.

use super::label::plain_text;
use crate::format;
use crate::model::Number;

/// An exact amount in English as a sentence writes it: `5.4354 trillion won`.
pub(super) fn readable_won(value: Number) -> String {
    let Some(krw) = value.whole().filter(|krw| *krw >= 0) else {
        return format!("{} won", plain_text(value));
    };
    format!("{} won", written(krw).unwrap_or_else(|| format::grouped(krw)))
}

/// An exact number of a million or more with its largest unit, if few decimals are enough: eight for the amounts of cities,
/// which are read side by side (`5.7124 trillion` and `1.1602566 trillion`), four below a billion.
fn written(number: i64) -> Option<String> {
    let units = [(1_000_000_000_000, 12, "trillion"), (1_000_000_000, 9, "billion")];
    let Some((unit, zeros, name)) = units.into_iter().find(|(unit, ..)| number >= *unit) else {
        return in_largest_unit(number);
    };
    let fraction = format!("{:0zeros$}", number % unit);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    (fraction.len() <= 8).then(|| format!("{}{point}{fraction} {name}", format::grouped(number / unit)))
}

/// An exact number of a million or more with the largest unit that needs at most four decimals: `5.4354 trillion`.
pub(super) fn in_largest_unit(number: i64) -> Option<String> {
    for (unit, name) in [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")] {
        let ten_thousandths = number % unit / (unit / 10_000);
        if number >= unit && number % (unit / 10_000) == 0 {
            let fraction = format!("{ten_thousandths:04}");
            let fraction = fraction.trim_end_matches('0');
            let point = if fraction.is_empty() { "" } else { "." };
            return Some(format!("{}{point}{fraction} {name}", format::grouped(number / unit)));
        }
    }
    None
}
