//! An original document, and whether it bears a claim out.

use super::claim::Claim;
use super::normalise::{Squeezed, correct, unify};
use super::numbers::{Numeral, last_year, money_units, numerals};
use super::ratio::Ratio;
use city_compare_dataset::model::{Document, FiscalYear, Lines, Number};
use sha2::{Digest, Sha256};

/// How far above its line an amount's unit may stand: `(단위 : 천원)` over a table.
const TABLE_HEAD: u32 = 12;

/// The text of a document.
#[derive(Debug)]
pub(super) struct Original {
    /// As printed, marks unified.
    printed: Vec<String>,
    /// As printed, corrections applied.
    read: Vec<String>,
    sha256: String,
    /// Corrections whose words do not stand on their line.
    pub(super) unfounded: Vec<(u32, String)>,
}

/// What a claim that holds needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Support {
    /// It is printed.
    Printed,
    /// The number is printed, its unit stands elsewhere.
    UnitElsewhere(String),
}

impl Original {
    pub(super) fn new(bytes: &[u8], document: &Document) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let printed: Vec<String> = text.lines().map(unify).collect();
        let mut read = printed.clone();
        let mut unfounded = Vec::new();
        for correction in &document.corrections {
            let index = usize::try_from(correction.line).ok().and_then(|line| line.checked_sub(1));
            // Two corrections may touch the same words: each must be found in what is printed.
            let stands = index
                .and_then(|index| printed.get(index))
                .is_some_and(|line| correct(line, &correction.printed, &correction.read_as).is_some());
            let line = index.and_then(|index| read.get_mut(index)).filter(|_| stands);
            match line {
                Some(line) => {
                    if let Some(corrected) = correct(line, &correction.printed, &correction.read_as) {
                        *line = corrected;
                    }
                }
                None => unfounded.push((correction.line, correction.printed.clone())),
            }
        }
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { printed, read, sha256, unfounded }
    }

    pub(super) fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Its number of lines.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.printed.len()).unwrap_or(u32::MAX)
    }

    /// A line with corrections applied, from 1.
    pub(super) fn line(&self, line: u32) -> &str {
        let index = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
        index.and_then(|index| self.read.get(index)).map_or("", String::as_str)
    }

    fn text(lines: &[String], range: Lines) -> String {
        let at = |line: u32| usize::try_from(line).unwrap_or(usize::MAX);
        lines.get(at(range.from()).saturating_sub(1)..at(range.to())).unwrap_or_default().join("\n")
    }

    /// Whether the lines bear the claim out; if not, what is wrong.
    pub(super) fn check(&self, ranges: &[Lines], claim: &Claim) -> Result<Support, String> {
        match claim {
            Claim::Words(words) => {
                let found = ranges.iter().any(|range| Squeezed::new(&Self::text(&self.read, *range)).holds(words));
                found.then_some(Support::Printed).ok_or_else(|| format!("“{words}” is not there"))
            }
            Claim::Printed(words) => {
                let found = ranges.iter().any(|range| Squeezed::new(&Self::text(&self.printed, *range)).holds(words));
                found.then_some(Support::Printed).ok_or_else(|| format!("“{words}” is not printed there"))
            }
            Claim::Money { krw, as_printed, year } => {
                first_or_last(ranges, |range| self.money(range, i128::from(*krw), as_printed, *year))
            }
            Claim::Number { value, unit, as_printed } => {
                first_or_last(ranges, |range| self.number(range, *value, unit, as_printed.as_deref()))
            }
            Claim::NumbersOf(text) => {
                let there: Vec<Numeral> =
                    ranges.iter().flat_map(|range| numerals(&Self::text(&self.read, *range))).collect();
                let missing = numerals(&unify(text)).into_iter().find(|claimed| {
                    !there.iter().any(|found| {
                        found.scaled == claimed.scaled || found.plain == claimed.plain && !claimed.has_unit
                    })
                });
                match missing {
                    None => Ok(Support::Printed),
                    Some(number) => {
                        let number = unify(text).get(number.start..number.scaled_end).unwrap_or_default().to_owned();
                        Err(format!("the number {number} of “{text}” is not there"))
                    }
                }
            }
        }
    }

    /// Whether the amount stands in the range and makes so many won.
    fn money(&self, range: Lines, krw: i128, as_printed: &str, year: Option<FiscalYear>) -> Result<Support, String> {
        let text = Self::text(&self.printed, range);
        let candidates = if as_printed.is_empty() {
            numerals(&Self::text(&self.read, range))
        } else {
            let line = Squeezed::new(&text);
            let found = line.find_all(as_printed);
            let Some((_, end)) = found.first() else {
                return Err(format!("“{as_printed}” is not printed there"));
            };
            if let Some(FiscalYear(year)) = year {
                let years = found.iter().map(|(_, end)| last_year(&line.before(*end)));
                let fits = |named: Option<Ratio>| named.is_none_or(|named| named == i128::from(year).into());
                if !years.clone().any(fits) {
                    return Err(format!("“{as_printed}” is not printed there for {year}"));
                }
            }
            // The unit may follow the cited snippet directly.
            let unit: String = line.after(*end).chars().take_while(|c| "십백천만억조원".contains(*c)).collect();
            numerals(&format!("{}{unit}", unify(as_printed)))
        };
        let wanted = Ratio::from(krw);
        let whole = || candidates.iter().filter(|number| !number.is_part);
        if whole().any(|number| number.has_unit && number.scaled == wanted) {
            return Ok(Support::Printed);
        }
        if as_printed.is_empty() || !whole().any(|number| number.has_unit) {
            let makes = |number: &Numeral, unit: i128| number.plain.times(unit.into()) == Some(wanted);
            let unit = self
                .units_near(range)
                .into_iter()
                .find(|(_, unit)| whole().any(|number| !number.has_unit && makes(number, *unit)));
            if let Some((unit, _)) = unit {
                return Ok(Support::UnitElsewhere(unit));
            }
        }
        let shown = if as_printed.is_empty() { "No amount there" } else { as_printed };
        Err(format!("“{shown}” does not make {krw} won"))
    }

    /// The units of money that the lines name, or else the nearest line above them.
    pub(super) fn units_near(&self, range: Lines) -> Vec<(String, i128)> {
        let units = |range| money_units(&Self::text(&self.printed, range));
        let above = (range.from().saturating_sub(TABLE_HEAD).max(1)..range.from()).rev();
        std::iter::once(range)
            .chain(above.map(|line| Lines(line, line)))
            .map(units)
            .find(|units| !units.is_empty())
            .unwrap_or_default()
    }

    /// Whether the number stands in the range, in the unit that the dataset gives it.
    fn number(&self, range: Lines, value: Number, unit: &str, as_printed: Option<&str>) -> Result<Support, String> {
        let text = Self::text(&self.read, range);
        let candidates = match as_printed {
            Some(snippet) => {
                if !Squeezed::new(&Self::text(&self.printed, range)).holds(snippet) {
                    return Err(format!("“{snippet}” is not printed there"));
                }
                numerals(&unify(snippet))
            }
            None => numerals(&text),
        };
        let Some(wanted) = Ratio::parse(&value.get().to_string()) else {
            return Err(format!("the number {} cannot be read", value.get()));
        };
        // 207만 명 is 2,070,000명, or 207 of the unit 만 명, but not 207명.
        let counts_units = unit.starts_with(['십', '백', '천', '만', '억', '조']);
        let fits = |number: &&Numeral| {
            let scales = number.scaled != number.plain;
            (!number.is_part && number.scaled == wanted) || (number.plain == wanted && (!scales || counts_units))
        };
        if candidates.iter().any(|number| fits(&number)) || in_words(as_printed, wanted) {
            return Ok(Support::Printed);
        }
        Err(format!("the number {} ({unit}) is not there", value.get()))
    }
}

fn first_or_last(ranges: &[Lines], check: impl Fn(Lines) -> Result<Support, String>) -> Result<Support, String> {
    let mut last = Err("no lines are cited".to_owned());
    for range in ranges {
        last = check(*range);
        if last.is_ok() {
            break;
        }
    }
    last
}

/// Numbers that are not only digits: 천만그루 is 10,000,000, 7년 6개월 is 7.5 years.
fn in_words(as_printed: Option<&str>, wanted: Ratio) -> bool {
    let Some(snippet) = as_printed else { return false };
    if !snippet.contains(|c: char| c.is_ascii_digit()) {
        return numerals(&format!("1{snippet}"))
            .first()
            .is_some_and(|number| number.has_unit && number.scaled == wanted);
    }
    let duration = || {
        let (years, months) = snippet.split_once('년')?;
        let years = Ratio::parse(years.trim())?;
        let months = Ratio::parse(months.trim().strip_suffix("개월")?)?;
        years.plus(months.over(12.into())?)
    };
    duration() == Some(wanted)
}
