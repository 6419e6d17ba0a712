//! A table by its recipe, row by row: entries, and problems at their cells.

use crate::at::At;
use crate::names::{month_end, name_and_code, plain};
use crate::number::{amount, count};
use crate::problem::{Cause, Problems};
use crate::recipe::{Fit, Kind, Mapped, Recipe, Use};
use crate::record::{Entry, Record, Who};
use crate::table::Row;
use crate::unit::Unit;
use city_compare_dataset::model::official::{Scope, Side, Spending};
use city_compare_dataset::model::{Account, FiscalYear, PartialDate, Stage};

/// Reads the rows of one table.
#[derive(Debug, Clone)]
pub struct Rows<'r> {
    table: usize,
    recipe: &'r Recipe,
    fit: &'r Fit,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// It holds what the table is about.
    Data,
    /// It adds up the rows above.
    Total,
    /// Nothing, or a note.
    Note,
}

impl<'r> Rows<'r> {
    /// Reads a table, the one with this number among those that are read.
    pub const fn new(table: usize, recipe: &'r Recipe, fit: &'r Fit) -> Self {
        Self { table, recipe, fit }
    }

    fn cell<'a>(&self, row: Row<'a>, usage: Use) -> &'a str {
        self.fit.column(usage).map_or("", |column| row.cell(column).text)
    }

    fn at(&self, row: Row<'_>) -> At {
        At::table(self.table).row(row.number())
    }

    /// Whether a row holds data, a total of the rows above, or a note.
    pub fn kind(&self, row: Row<'_>) -> RowKind {
        let mut filled = row.cells().filter(|cell| !cell.is_empty());
        let Some(first) = filled.next() else { return RowKind::Note };
        let notes = ["※", "*", "주:", "주 :", "주)", "자료:", "자료 :", "출처", "Source", "Note"];
        // A single cell of words is a note below a table; in a plan it is a row that is still being filled.
        let words = !first.text.starts_with(|c: char| c.is_ascii_digit()) && self.recipe.kind != Kind::Plan;
        let marked = notes.iter().any(|note| first.text.starts_with(note));
        if filled.next().is_none() && (marked || (words && row.len() > 2)) {
            return RowKind::Note;
        }
        if self.recipe.kind == Kind::Plan {
            return RowKind::Data;
        }
        let words =
            [Use::Year, Use::PlaceName, Use::Region, Use::PlaceCode, Use::FieldName, Use::FieldCode, Use::Account];
        let sum = words.into_iter().any(|usage| is_sum(self.cell(row, usage))) || is_sum(self.who(row).name);
        if sum || is_sum(first.text) { RowKind::Total } else { RowKind::Data }
    }

    /// The entries of a row of data.
    pub fn entries<'a>(&self, row: Row<'a>, problems: &mut Problems) -> Vec<Entry<'a>> {
        let entry = |record, at| Entry { at, who: self.who(row), unit: self.row_unit(row), record };
        match self.recipe.kind {
            Kind::Fields => self.field(row, problems).map(|record| entry(record, self.at(row))).into_iter().collect(),
            Kind::Totals | Kind::Settled => {
                self.totals(row, problems).into_iter().map(|(record, at)| entry(record, at)).collect()
            }
            Kind::Residents => self.people(row, problems).into_iter().map(|(record, at)| entry(record, at)).collect(),
            Kind::Codes => {
                let there = self.cell(row, Use::Abolished) != "폐지";
                vec![entry(Record::Code { there }, self.at(row))]
            }
            Kind::Plan => Vec::new(),
        }
    }

    /// Whom a row is about.
    pub fn who<'a>(&self, row: Row<'a>) -> Who<'a> {
        let (name, inside) = name_and_code(self.cell(row, Use::PlaceName));
        let code = self.cell(row, Use::PlaceCode);
        let code = if code.is_empty() { inside.unwrap_or_default() } else { code };
        Who { code, name, region: self.cell(row, Use::Region) }
    }

    fn year(&self, row: Row<'_>, problems: &mut Problems) -> Option<FiscalYear> {
        let Some(column) = self.fit.column(Use::Year) else {
            if self.recipe.year.is_none() {
                problems.add(self.at(row), Cause::NoYear, "", "");
            }
            return self.recipe.year;
        };
        let cell = row.cell(column);
        let year = year(cell.text);
        if year.is_none() {
            problems.add(self.at(row).column(column), Cause::NoYear, cell.text, "");
        }
        year
    }

    /// The unit in which the amounts of a row are written.
    fn row_unit(&self, row: Row<'_>) -> Unit {
        let own = self.fit.column(Use::UnitOfRow).and_then(|column| Unit::parse(row.cell(column).text));
        let named = self.fit.columns.iter().find_map(|(_, mapped)| mapped.unit);
        own.or(named).or(self.recipe.unit).unwrap_or(Unit::Won)
    }

    fn unit(&self, row: Row<'_>, mapped: &Mapped, problems: &mut Problems) -> Option<Unit> {
        if let Some(column) = self.fit.column(Use::UnitOfRow) {
            let cell = row.cell(column);
            let unit = Unit::parse(cell.text);
            if unit.is_none() {
                problems.add(self.at(row).column(column), Cause::NoUnit, cell.text, "");
            }
            return unit;
        }
        Some(mapped.unit.or(self.recipe.unit).unwrap_or(Unit::Won))
    }

    /// The amount of a column in won. `None` if nothing is stated there, or if it is no amount, which is told.
    fn won(&self, row: Row<'_>, column: usize, mapped: &Mapped, problems: &mut Problems) -> Option<i64> {
        let cell = row.cell(column);
        let unit = self.unit(row, mapped, problems)?;
        match amount(cell, unit) {
            Ok(Some(krw)) => Some(krw),
            Ok(None) => None,
            Err(cause) => {
                problems.add(self.at(row).column(column), cause, cell.text, "");
                None
            }
        }
    }

    /// The amount of a column that must be stated.
    fn stated(&self, row: Row<'_>, usage: Use, problems: &mut Problems) -> Option<i64> {
        let (column, mapped) = self.fit.all(usage).next()?;
        let before = problems.all().len();
        let krw = self.won(row, column, mapped, problems);
        if krw.is_none() && problems.all().len() == before {
            problems.add(self.at(row).column(column), Cause::EmptyAmount, "", "");
        }
        krw
    }

    fn field<'a>(&self, row: Row<'a>, problems: &mut Problems) -> Option<Record<'a>> {
        let year = self.year(row, problems)?;
        let (account_name, section) = (self.cell(row, Use::Account), self.cell(row, Use::SectionName));
        let account = account(account_name);
        let (code, name) = (self.cell(row, Use::FieldCode), self.cell(row, Use::FieldName));
        let kinds = [
            (Use::Policy, Use::PolicyNet, Spending::PolicyProjects),
            (Use::Administration, Use::AdministrationNet, Spending::Administration),
            (Use::Financial, Use::FinancialNet, Spending::FinancialActivities),
        ];
        let (mut gross, mut net) = (Vec::with_capacity(3), Vec::with_capacity(3));
        let mut sound = true;
        for (whole, less, spending) in kinds {
            if self.fit.column(whole).is_some() {
                match self.stated(row, whole, problems) {
                    Some(krw) => gross.push((spending, krw)),
                    None => sound = false,
                }
            }
            if let Some((column, mapped)) = self.fit.all(less).next() {
                net.extend(self.won(row, column, mapped, problems).map(|krw| (spending, krw)));
            }
        }
        let mut stage = self.recipe.stage;
        if gross.is_empty()
            && let Some((column, mapped)) = self.fit.all(Use::Amount).next()
        {
            stage = mapped.stage.or(stage);
            match self.won(row, column, mapped, problems) {
                Some(krw) => gross.push((Spending::WithoutTransfers, krw)),
                None => {
                    problems.add(self.at(row).column(column), Cause::EmptyAmount, "", "");
                    sound = false;
                }
            }
        }
        let stage = stage.unwrap_or(Stage::Initial);
        let whole = sound && !gross.is_empty();
        whole.then_some(Record::Field { year, stage, account, account_name, section, code, name, gross, net })
    }

    fn totals<'a>(&self, row: Row<'a>, problems: &mut Problems) -> Vec<(Record<'a>, At)> {
        let scope = self.recipe.scope.unwrap_or(Scope::WithFunds);
        let fixed = self.recipe.year.or_else(|| self.fit.columns.iter().find_map(|(_, mapped)| mapped.year));
        let year =
            if self.fit.column(Use::Year).is_none() && fixed.is_some() { fixed } else { self.year(row, problems) };
        let Some(year) = year else { return Vec::new() };
        if self.fit.column(Use::Initial).is_some() && self.fit.column(Use::Final).is_some() {
            let initial = self.stated(row, Use::Initial, problems);
            let last = self.stated(row, Use::Final, problems);
            let change = self.fit.all(Use::Change).next();
            let change = change.and_then(|(column, mapped)| self.won(row, column, mapped, problems));
            let (Some(initial), Some(last)) = (initial, last) else { return Vec::new() };
            return vec![(Record::Course { year, initial, last, change }, self.at(row))];
        }
        let mut found = Vec::new();
        for (column, mapped) in &self.fit.columns {
            let (stage, side) = match mapped.usage {
                Use::Initial => (Stage::Initial, Side::Expenditure),
                Use::Final => (Stage::Final, Side::Expenditure),
                Use::SettledExpenditure => (Stage::Settled, Side::Expenditure),
                Use::SettledRevenue => (Stage::Settled, Side::Revenue),
                Use::Amount => (mapped.stage.or(self.recipe.stage).unwrap_or(Stage::Initial), Side::Expenditure),
                _ => continue,
            };
            let year = mapped.year.unwrap_or(year);
            let krw = self.won(row, *column, mapped, problems);
            let at = self.at(row).column(*column);
            found.extend(krw.map(|krw| (Record::Total { year, stage, scope, side, krw }, at)));
        }
        found
    }

    fn people<'a>(&self, row: Row<'a>, problems: &mut Problems) -> Vec<(Record<'a>, At)> {
        let mut found = Vec::new();
        let by_column = self.fit.column(Use::Day);
        for (column, mapped) in self.fit.all(Use::Persons) {
            let cell = row.cell(column);
            let at = self.at(row).column(column);
            let day = match (&mapped.day, by_column) {
                (Some(day), _) => Some(day.clone()),
                (None, Some(day)) => {
                    let cell = row.cell(day);
                    let parsed = day_of(cell.text);
                    if parsed.is_none() {
                        problems.add(self.at(row).column(day), Cause::NoDay, cell.text, "");
                    }
                    parsed
                }
                (None, None) => None,
            };
            let (Some(day), Some(measure)) = (day, mapped.measure) else { continue };
            match count(cell) {
                Ok(Some(persons)) => found.push((Record::People { day, measure, persons }, at)),
                // A district that was made during the year has nobody in the months before.
                Ok(None) => {}
                Err(cause) => problems.add(at, cause, cell.text, ""),
            }
        }
        found
    }
}

/// A month or a day: `2026년07월`, `2026-07-31`.
fn day_of(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text).filter(|date| date.as_str().len() == 10).or_else(|| month_end(text))
}

/// A fiscal year: `2026`, `2026년`, `2026.0` as a workbook may hold it.
pub fn year(text: &str) -> Option<FiscalYear> {
    let text = text.trim_end_matches(['년', '도']).trim_end_matches(".0").trim();
    let year: u16 = text.parse().ok()?;
    (text.len() == 4 && (1990..=2100).contains(&year)).then_some(FiscalYear(year))
}

/// An account by its name.
pub fn account(name: &str) -> Account {
    let name = plain(name);
    match name.as_str() {
        "일반회계" | "일반" | "general" | "generalaccount" => Account::General,
        "" => Account::NotStated,
        name if name.contains("특별회계") || name.contains("공기업") || name.contains("special") => {
            Account::Special
        }
        name if is_sum(name) => Account::Total,
        _ => Account::NotStated,
    }
}

/// Whether a cell says that its row adds others up.
fn is_sum(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(text.as_str(), "합계" | "총계" | "소계" | "계" | "총합계" | "전국" | "Total" | "total" | "TOTAL")
}
