//! A city's money by field: the parts of one whole.

use super::{Amount, Tenths};
use crate::model::official::{FieldAmount, Official, Scope, Side, Spending, Total};
use crate::model::{FiscalYear, Stage, Won};
use crate::order::Order;

/// A year, a stage and what the parts cover. Two cities compare by field only if all of it is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldBasis {
    /// Fiscal year.
    pub year: FiscalYear,
    /// Stage.
    pub stage: Stage,
    /// Of which accounts.
    pub scope: Scope,
    /// Whether administration stands apart from the fields, as in the table of the initial budget, or within them.
    pub administration_apart: bool,
}

/// A year, a stage and a scope of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TotalBasis {
    /// Fiscal year.
    pub year: FiscalYear,
    /// Stage.
    pub stage: Stage,
    /// What the total holds.
    pub scope: Scope,
    /// Revenue or expenditure.
    pub side: Side,
}

/// What a part is: a field, or the administration that belongs to none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKey {
    /// Code of a field.
    Field(String),
    /// 행정운영경비.
    Administration,
}

/// A part of a city's money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub key: PartKey,
    /// The name as the table of the year prints it.
    pub printed: String,
    /// The amount.
    pub amount: Amount,
    /// Id of the source.
    pub source: String,
}

impl FieldBasis {
    /// The basis of an amount.
    pub(super) fn of(amount: &FieldAmount) -> Self {
        Self {
            year: amount.fiscal_year,
            stage: amount.stage,
            scope: amount.scope,
            administration_apart: amount.spending != Spending::WithoutTransfers,
        }
    }
}

/// The parts of a city on a basis, in the fixed order of the codes, administration last. Empty if it has none.
pub fn parts(official: &Official, city: &str, basis: FieldBasis) -> Vec<Part> {
    let amounts = official.fields_of(city, basis.year, basis.stage).filter(|amount| FieldBasis::of(amount) == basis);
    let part = |amount: &FieldAmount| Part {
        key: match amount.spending {
            Spending::Administration => PartKey::Administration,
            _ => PartKey::Field(amount.field.clone()),
        },
        printed: amount.printed.clone(),
        amount: Amount { krw: amount.krw, precision: amount.precision },
        source: amount.source.clone(),
    };
    // Financial activities are transfers and repayments: money that is spent elsewhere, or was spent before.
    let mut parts: Vec<Part> =
        amounts.filter(|amount| amount.spending != Spending::FinancialActivities).map(part).collect();
    parts.order_by_key(|part| part.key.clone());
    parts
}

/// What a city's parts leave out of the whole that they belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// How much.
    pub krw: Won,
    /// Which share of the whole.
    pub share: Tenths,
    /// The stage of the whole: what was spent is measured by the closed accounts.
    pub stage: Stage,
}

/// How much of a city's whole its parts leave out; `None` where no whole is known that they are parts of.
pub fn left_out(official: &Official, city: &str, basis: FieldBasis) -> Option<LeftOut> {
    let stage = match basis.stage {
        Stage::Spent => Stage::Settled,
        // The budget with carry-overs is no part of the final budget: it holds more.
        Stage::Current => return None,
        stage => stage,
    };
    let whole: &Total = official.total(city, basis.year, stage, basis.scope, Side::Expenditure)?;
    let sum = Amount::sum(parts(official, city, basis).iter().map(|part| part.amount)).krw;
    let krw = Won::new(whole.krw.get() - sum.get())?;
    Some(LeftOut { krw, share: Tenths::of(krw, whole.krw)?, stage })
}
