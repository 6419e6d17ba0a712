//! What is written beside marks and along axes.

use crate::compare::{Reading, Unit};
use crate::format;
use crate::model::{Bilingual, Number, Won};
use crate::text::Lang;
use crate::text::figures::words;

/// Font sizes in px.
pub(super) const LABEL: f64 = 13.0;
pub(super) const DETAIL: f64 = 11.0;
pub(super) const VALUE: f64 = 12.0;
pub(super) const TICK: f64 = 11.0;

/// The text of a language; the other one's where a dataset leaves it empty.
pub(super) fn pick(text: &Bilingual, lang: Lang) -> &str {
    let (first, second) = match lang {
        Lang::Ko => (&text.ko, &text.en),
        Lang::En => (&text.en, &text.ko),
    };
    if first.trim().is_empty() { second } else { first }
}

/// A value as its mark is labelled.
pub(super) fn label(number: f64, unit: &Unit, lang: Lang) -> String {
    match unit {
        Unit::Won | Unit::WonPerResident => won(number, lang),
        // A stated zero is no small share that was rounded.
        Unit::Percent if number == 0.0 => "0%".to_owned(),
        Unit::Percent if number.abs() < ABSURD => format::percent(number / 100.0, lang),
        Unit::Percent => format!("{}%", plain(number)),
        Unit::Count(_) => plain(number),
    }
}

/// A value as an axis is labelled. Zero needs no unit.
pub(super) fn tick(number: f64, unit: &Unit, lang: Lang) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    match unit {
        Unit::Won | Unit::WonPerResident => won(number, lang),
        Unit::Percent => format!("{}%", plain(number)),
        Unit::Count(_) => plain(number),
    }
}

/// Why there is no value; `None` for a value.
pub(super) fn missing(reading: Reading, lang: Lang) -> Option<&'static str> {
    let words = words(lang);
    match reading {
        Reading::Value(_) => None,
        Reading::NonBudget => Some(words.non_budget),
        Reading::NotStated => Some(words.no_value),
        Reading::NotApplicable => Some(words.not_applicable),
    }
}

/// The value, within the range in which sums of many stay finite.
pub(super) fn number(reading: Reading) -> Option<f64> {
    reading.value().map(|number| number.clamp(-1e100, 1e100))
}

/// From here on no amount and no count is meant, and whole numbers end: it is written as a power of ten.
const ABSURD: f64 = 1e15;

fn won(number: f64, lang: Lang) -> String {
    if number.abs() >= ABSURD * 1_000.0 {
        return format!("{number:.2e}");
    }
    let short = |krw: f64| Won::new(krw.round() as i64).map(|won| format::short(won, lang)).unwrap_or_default();
    if number < 0.0 { format!("−{}", short(-number)) } else { short(number) }
}

fn plain(number: f64) -> String {
    if number.abs() >= ABSURD {
        return format!("{number:.2e}");
    }
    Number::new(number).map(format::number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_carry_their_unit() {
        assert_eq!(label(1_457_700_000_000.0, &Unit::Won, Lang::Ko), "1조 4,577억");
        assert_eq!(label(5_230_000.0, &Unit::WonPerResident, Lang::En), "₩5.23 million");
        assert_eq!(label(12.34, &Unit::Percent, Lang::Ko), "12.3%");
        assert_eq!(label(49.0, &Unit::Count(Bilingual::default()), Lang::Ko), "49");
    }

    #[test]
    fn a_missing_value_is_never_a_zero() {
        assert_eq!(missing(Reading::NonBudget, Lang::Ko), Some("비예산"));
        assert_eq!(missing(Reading::NotStated, Lang::Ko), Some("자료에 없음"));
        assert_eq!(missing(Reading::NotApplicable, Lang::Ko), Some("해당 없음"));
        assert_eq!(missing(Reading::Value(Number::default()), Lang::Ko), None);
        assert_eq!(label(0.0, &Unit::Won, Lang::Ko), "0원");
    }
}
