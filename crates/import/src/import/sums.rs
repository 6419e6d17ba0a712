//! Rows that add up the rows above them.

use crate::at::At;
use crate::books::{Part, Sum, SumOf, grouped};
use crate::number::amount;
use crate::problem::{Cause, Problems};
use crate::recipe::{Fit, Use};
use crate::table::Row;
use crate::unit::Unit;
use std::collections::BTreeMap;

/// What the columns of a table hold so far, each in its own unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    sums: BTreeMap<usize, i64>,
    since: BTreeMap<usize, i64>,
    rows: usize,
    rows_since: usize,
}

const ADDED: [Use; 13] = [
    Use::Policy,
    Use::Administration,
    Use::Financial,
    Use::PolicyNet,
    Use::AdministrationNet,
    Use::FinancialNet,
    Use::Amount,
    Use::Initial,
    Use::Final,
    Use::Change,
    Use::SettledExpenditure,
    Use::SettledRevenue,
    Use::Persons,
];

fn numbers<'a>(fit: &'a Fit, row: Row<'a>) -> impl Iterator<Item = (usize, i64)> + 'a {
    let added = fit.columns.iter().filter(|(_, mapped)| ADDED.contains(&mapped.usage));
    added.filter_map(move |(column, _)| Some((*column, amount(row.cell(*column), Unit::Won).ok()??)))
}

impl Columns {
    /// Adds a row of data.
    pub fn add(&mut self, fit: &Fit, row: Row<'_>) {
        self.rows += 1;
        self.rows_since += 1;
        for (column, number) in numbers(fit, row) {
            for sums in [&mut self.sums, &mut self.since] {
                let sum = sums.entry(column).or_default();
                *sum = sum.saturating_add(number);
            }
        }
    }

    /// Holds a row of totals against the rows above: all of them, or those since the last such row.
    pub fn total(&mut self, fit: &Fit, row: Row<'_>, at: At, problems: &mut Problems, sums: &mut Vec<Sum>) {
        if self.rows == 0 {
            // A total above its parts has nothing to be held against yet.
            return;
        }
        for (column, stated) in numbers(fit, row) {
            let held = |sums: &BTreeMap<usize, i64>| sums.get(&column).copied().unwrap_or_default();
            let (all, since) = (held(&self.sums), held(&self.since));
            let (computed, rows) = if stated == since { (since, self.rows_since) } else { (all, self.rows) };
            let name = fit.header.names.get(column).cloned().unwrap_or_default();
            if stated != computed {
                let found = format!("{name}: {} ≠ {}", grouped(stated), grouped(computed));
                problems.add(at.column(column), Cause::TotalMismatch, found, grouped(stated - computed));
            }
            let parts = vec![(Part::Rows(rows), computed)];
            sums.push(Sum { of: SumOf::Total(name), parts, stated: Some(stated) });
        }
        self.since.clear();
        self.rows_since = 0;
    }
}
