//! The unit of amounts has witnesses: the place's own budgets and residents, and the years beside.

use super::gathered::Gathered;
use crate::at::At;
use crate::books::spoken;
use crate::places::Subject;
use crate::problem::{Cause, Problems};
use crate::recipe::{Fit, Recipe, Witness};
use crate::unit::Unit;
use city_compare_dataset::Lang;

/// A unit that is in doubt: the amount as it was read, and as it would be in a unit that fits its witnesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitQuestion {
    /// The table, by its number.
    pub table: usize,
    /// The unit in which it was read.
    pub read: Unit,
    /// The amount, so read, in won.
    pub krw: i64,
    /// The unit that fits.
    pub instead: Unit,
    /// The amount in it.
    pub krw_instead: i64,
}

impl UnitQuestion {
    /// Both readings: `400원으로 읽었습니다` is never said of a budget.
    pub fn readings(&self, lang: Lang) -> (String, String) {
        (spoken(self.krw, lang), spoken(self.krw_instead, lang))
    }
}

/// A budget may be twenty times another one of the same place, over years; a wrong unit makes a thousand.
const FAR: i64 = 20;
/// What a local government spends on a resident in a year, roughly: between 0.4 and 60 million won.
const PER_RESIDENT: i64 = 5_000_000;

/// The tables whose amounts are of another order than what is known of the place.
pub(super) fn questions(
    gathered: &Gathered,
    subject: &Subject,
    recipes: &[(usize, &Recipe, &Fit)],
    problems: &mut Problems,
) -> Vec<UnitQuestion> {
    let peaks = gathered.peaks();
    let residents = gathered.residents().or(subject.place.residents);
    let by_people = residents.and_then(|persons| i64::try_from(persons).ok()).map(|persons| persons * PER_RESIDENT);
    let mut questions = Vec::new();
    for (table, krw) in &peaks {
        let Some((_, recipe, fit)) = recipes.iter().find(|(report, ..)| report == table) else { continue };
        // Who said the unit is not asked again.
        if recipe.witness == Witness::Person || *krw <= 0 {
            continue;
        }
        let mut others: Vec<i64> = peaks.iter().filter(|(other, _)| other != table).map(|(_, krw)| *krw).collect();
        others.sort_unstable();
        let beside = others.get(others.len() / 2).copied();
        let Some(witness) = subject.place.budget.or(by_people).or(beside).filter(|krw| *krw > 0) else { continue };
        let near = |krw: i64| krw / FAR <= witness && witness / FAR <= krw;
        let named = fit.columns.iter().find_map(|(_, mapped)| mapped.unit);
        let read = named.or(recipe.unit).unwrap_or(Unit::Won);
        let in_unit = |unit: Unit| krw.checked_mul(unit.won()).map(|krw| krw / read.won());
        if near(*krw) {
            continue;
        }
        let better = Unit::ALL.into_iter().find_map(|unit| Some((unit, in_unit(unit)?)).filter(|(_, krw)| near(*krw)));
        let Some((instead, krw_instead)) = better else { continue };
        let question = UnitQuestion { table: *table, read, krw: *krw, instead, krw_instead };
        let said = |unit: Unit, krw: i64| format!("{} {krw}", unit.word());
        let (found, beside) = (said(question.read, question.krw), said(question.instead, question.krw_instead));
        problems.add(At::table(*table), Cause::UnitDoubt, found, beside);
        questions.push(question);
    }
    questions
}
