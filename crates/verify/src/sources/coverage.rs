//! The second pass: from the document's side to the dataset.

use super::claim::{Claim, Statement};
use super::normalise::{Squeezed, unify};
use super::numbers::{Numeral, numerals, stated_numerals};
use super::original::Original;
use super::ratio::Ratio;
use city_compare_dataset::model::Lines;

/// A range of more lines than this says little about any one of them.
const NARROW: u32 = 12;

/// What the dataset holds of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Lines that are not blank.
    pub lines: u32,
    /// Lines that an item, a figure or a table cites.
    pub cited: u32,
    /// Lines that are left out deliberately, with a reason, and cited by nothing.
    pub left_out: u32,
    /// Lines that are neither.
    pub unexplained: Vec<u32>,
    /// Numbers that no statement about their line holds: the line, the number.
    pub numbers: Vec<(u32, String)>,
    /// Bullets that only a broad range covers: more than twelve lines, and no words of the statement on this one.
    pub bullets: Vec<u32>,
}

/// Goes through the document line by line.
pub(super) fn of(original: &Original, statements: &[Statement], left_out: &[Lines]) -> Coverage {
    let mut coverage = Coverage::default();
    for number in 1..=original.count() {
        let line = original.line(number);
        if line.trim().is_empty() {
            continue;
        }
        coverage.lines += 1;
        let about: Vec<&Statement> =
            statements.iter().filter(|statement| statement.ranges.iter().any(|range| range.contains(number))).collect();
        let left = left_out.iter().any(|range| range.contains(number));
        if about.iter().any(|statement| statement.cites) {
            coverage.cited += 1;
        } else if left {
            coverage.left_out += 1;
        } else {
            coverage.unexplained.push(number);
        }
        if left {
            continue;
        }
        let texts: Vec<String> = about.iter().map(|statement| unify(&statement.text)).collect();
        let held: Vec<Numeral> = texts.iter().flat_map(|text| numerals(text)).collect();
        let units = original.units_near(Lines(number, number));
        for stated in stated_numerals(line).iter().filter(|stated| !is_held(stated, &held, &units)) {
            coverage.numbers.push((number, line.get(stated.start..stated.scaled_end).unwrap_or_default().to_owned()));
        }
        let squeezed = Squeezed::new(line);
        let narrow = |statement: &&Statement| {
            let near = |range: &Lines| range.contains(number) && range.to() - range.from() < NARROW;
            let says = |claim: &Claim| matches!(claim, Claim::Words(words) if squeezed.holds(words));
            statement.ranges.iter().any(near) || statement.claims.iter().any(says)
        };
        if is_bullet(line) && !about.iter().any(narrow) && !about.is_empty() {
            coverage.bullets.push(number);
        }
    }
    coverage
}

/// Whether a statement says the number, or the won that it makes in a unit of money that stands near.
fn is_held(stated: &Numeral, held: &[Numeral], units: &[(String, i128)]) -> bool {
    let won = |number: Ratio| units.iter().any(|(_, unit)| stated.plain.times((*unit).into()) == Some(number));
    let same = |number: Ratio| number == stated.plain || number == stated.scaled || won(number);
    held.iter().any(|number| same(number.plain) || same(number.scaled))
}

/// Whether the line begins with one of the signs of a list.
fn is_bullet(line: &str) -> bool {
    let text = line.trim_start();
    text.starts_with(['-', '▶', '▷', '○', '·', '*', '※', '△']) || text.starts_with(|c| ('①'..='⑳').contains(&c))
}
