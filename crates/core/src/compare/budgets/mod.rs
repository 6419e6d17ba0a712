//! Budgets side by side: the cities' original budgets, the plans' projects, and the figures that documents headline.

mod city;
mod fields;
mod figures;
mod pick;
mod plan;
mod proportion;

pub(super) use city::missing_mark;
pub use city::{accounts, totals, years};
pub use fields::{field_amounts, field_shares};
pub use figures::figures;
pub use pick::{Choice, all_budget_years, budget_years, population_for};
pub use plan::{Grouping, all_plan_years, plan_projects, plan_years};
pub use proportion::{PerResident, Proportion, Share};

use super::Reading;
use super::both::{both, filled_in, stage_name};
use crate::choices::choices;
use crate::model::{Account, Bilingual, FiscalYear, Number, Stage, Won};
use crate::text::figures::{FigureWords, words};
use crate::text::fill;

choices! {
    /// Amounts as they are, or divided by the residents.
    Basis {
        /// Whole won.
        #[default]
        Amount = "amount",
        /// Whole won for each resident.
        PerResident = "per_resident",
    }
}

/// A string of the figures in every language.
fn word(pick: impl Fn(&'static FigureWords) -> &'static str) -> Bilingual {
    both(|lang| pick(words(lang)).to_owned())
}

/// A string of the figures with places, filled in every language.
fn filled(pick: impl Fn(&'static FigureWords) -> &'static str, values: &[(&str, &Bilingual)]) -> Bilingual {
    filled_in(|lang| pick(words(lang)), values)
}

/// An amount as a plot's value.
pub(super) fn won_value(won: Won) -> Reading {
    #[expect(clippy::cast_precision_loss, reason = "public budgets lie far below 2^53 won")]
    Number::new(won.get() as f64).map_or(Reading::NotApplicable, Reading::Value)
}

/// Year, stage and account, said beside a bar: `FY2022 · adopted · total`.
pub(super) fn detail(year: FiscalYear, stage: Stage, account: Option<Account>) -> Bilingual {
    both(|lang| {
        let mut parts =
            vec![fill(words(lang).fiscal_year, &[("year", &year.to_string())]), stage_name(stage, lang).to_owned()];
        parts.extend(account.map(|account| super::account_name(account, lang).to_owned()));
        parts.join(" · ")
    })
}
