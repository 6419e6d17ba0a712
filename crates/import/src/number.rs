//! Amounts and counts as tables write them, exactly.

use crate::problem::Cause;
use crate::table::{Cell, CellKind};
pub use crate::unit::Unit;

/// A number as digits and the place of its point: 12.5 is 125 and -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Decimal {
    digits: i128,
    exponent: i32,
}

/// The amount of a cell in whole won. `None` where nothing is stated: an empty cell, or a dash.
///
/// # Errors
/// Why it is no amount.
///
/// ```
/// use city_compare_import::number::amount;
/// use city_compare_import::table::{Cell, CellKind};
/// use city_compare_import::unit::Unit;
/// let cell = |text| Cell { text, kind: CellKind::Text };
/// assert_eq!(amount(cell("1,234.5"), Unit::ThousandWon), Ok(Some(1_234_500)));
/// assert_eq!(amount(cell("△ 1,000"), Unit::Won), Ok(Some(-1_000)));
/// assert_eq!(amount(cell(""), Unit::Won), Ok(None));
/// assert_eq!(amount(cell("0"), Unit::Won), Ok(Some(0)));
/// assert!(amount(cell("3.972E+11"), Unit::Won).is_err());
/// ```
pub fn amount(cell: Cell<'_>, unit: Unit) -> Result<Option<i64>, Cause> {
    match cell.kind {
        CellKind::Formula => return Err(Cause::FormulaWithoutValue),
        CellKind::Error => return Err(Cause::ErrorCell),
        CellKind::Date => return Err(Cause::DateForNumber),
        CellKind::Text | CellKind::Number => {}
    }
    if matches!(cell.text, "" | "-" | "–" | "—" | "－" | "…") {
        return Ok(None);
    }
    let (text, unit) = own_unit(cell.text).map_or((cell.text, unit), |(text, own)| (text, own));
    let decimal = decimal(text, cell.kind)?;
    let zeros = decimal.exponent + i32::try_from(unit.zeros()).unwrap_or_default();
    whole(decimal.digits, zeros, cell.kind).map(Some)
}

/// A cell that names its unit itself: `12억원`, `300천원`.
fn own_unit(text: &str) -> Option<(&str, Unit)> {
    let digits = text.rfind(|c: char| c.is_ascii_digit() || c == '.')? + 1;
    let (number, rest) = text.split_at_checked(digits)?;
    let rest = rest.trim();
    (!rest.is_empty()).then(|| Unit::parse(rest)).flatten().map(|unit| (number, unit))
}

fn whole(digits: i128, zeros: i32, kind: CellKind) -> Result<i64, Cause> {
    let power = |zeros: i32| 10_i128.checked_pow(zeros.unsigned_abs());
    let value = if zeros >= 0 {
        power(zeros).and_then(|power| digits.checked_mul(power)).ok_or(Cause::TooLarge)?
    } else {
        let Some(power) = power(zeros) else { return Err(Cause::Fraction) };
        let (value, rest) = (digits / power, digits % power);
        // A float of a workbook is exact to fifteen digits or so: 0.1 + 0.2 is 0.30000000000000004 there.
        let noise = kind == CellKind::Number && (rest.abs() * 10_000 < power || (power - rest.abs()) * 10_000 < power);
        match (rest, noise) {
            (0, _) => value,
            (_, true) if rest.abs() * 2 > power => value + rest.signum(),
            (_, true) => value,
            _ => return Err(Cause::Fraction),
        }
    };
    i64::try_from(value).map_err(|_| Cause::TooLarge)
}

fn decimal(text: &str, kind: CellKind) -> Result<Decimal, Cause> {
    if text.starts_with('=') {
        return Err(Cause::FormulaWithoutValue);
    }
    if text.starts_with('#') {
        return Err(Cause::ErrorCell);
    }
    if looks_like_date(text) {
        return Err(Cause::DateForNumber);
    }
    let (negative, text) = sign(text);
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        // Excel shows 397,200,000,000 as 3.972E+11, and saves to CSV what it shows: the digits are lost.
        Some(_) if kind == CellKind::Text => {
            return Err(if text.starts_with(|c: char| c.is_ascii_digit()) {
                Cause::DigitsLost
            } else {
                Cause::NoNumber
            });
        }
        Some(at) => {
            let exponent = text.get(at + 1..).and_then(|exponent| exponent.parse::<i32>().ok());
            (text.get(..at).unwrap_or_default(), exponent.filter(|e| e.abs() < 30).ok_or(Cause::NoNumber)?)
        }
        None => (text, 0),
    };
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let integer = grouped(integer).ok_or(Cause::NoNumber)?;
    let fraction = fraction.trim_end_matches('0');
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || integer.len() + fraction.len() > 30 {
        return Err(Cause::NoNumber);
    }
    let digits: i128 = format!("{integer}{fraction}").parse().map_err(|_| Cause::NoNumber)?;
    let exponent = exponent - i32::try_from(fraction.len()).unwrap_or_default();
    Ok(Decimal { digits: if negative { -digits } else { digits }, exponent })
}

/// The sign, as accounts write it: △, ▲, a minus, or brackets.
fn sign(text: &str) -> (bool, &str) {
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inside.trim());
    }
    match text.strip_prefix(['△', '▲', '-', '−', '－']) {
        Some(rest) => (true, rest.trim()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Digits without their commas, which stand at every third one or nowhere.
fn grouped(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let mut digits = first.to_owned();
    let mut any = false;
    for group in groups {
        any = true;
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let sound = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (!any || (1..=3).contains(&first.len()));
    sound.then_some(digits)
}

/// Whether a text is a date that a spreadsheet made of something else: `2026-03-10`, `3월 10일`, `10-Mar`.
pub fn looks_like_date(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_ascii_lowercase();
    let parts: Vec<&str> = lower.split(['-', '/']).collect();
    let number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &&str| MONTHS.contains(part);
    let korean = text.split_once('월').is_some_and(|(month, day)| {
        number(&month.trim()) && day.trim().strip_suffix('일').is_some_and(|day| number(&day))
    });
    korean
        || (parts.len() == 3 && parts.iter().all(number) && parts.first().is_some_and(|year| year.len() == 4))
        || (parts.len() == 2 && parts.iter().any(month) && parts.iter().any(number))
}

/// A count of people. `None` where nothing is stated.
///
/// # Errors
/// Why it is no count.
pub fn count(cell: Cell<'_>) -> Result<Option<u64>, Cause> {
    match amount(cell, Unit::Won)? {
        None => Ok(None),
        Some(number) => u64::try_from(number).map(Some).map_err(|_| Cause::Negative),
    }
}
