//! The choices of the figures that press reports print.

use crate::compare;
use crate::model::FiscalYear;
use crate::options::{BudgetWhat, UnitChoice};
use crate::screen;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::figures::words;
use crate::text::fill;
use crate::widgets::controls::{Pick, check, segments, select};

/// What, in which unit, of which year.
pub(super) fn controls(cx: Context) -> impl IntoView {
    let what = cx.memo(|state| state.what);
    let unit = cx.memo(|state| match (state.what, state.unit) {
        // The fields know amounts and shares; totals know amounts and amounts per resident.
        (BudgetWhat::Fields, UnitChoice::PerResident) => UnitChoice::Share,
        (BudgetWhat::Total | BudgetWhat::Years, UnitChoice::Share) => UnitChoice::Amount,
        (_, unit) => unit,
    });
    let strict = cx.memo(|state| state.strict);
    let year = cx.memo(|state| state.year);
    let whats = segments(
        cx,
        |lang| words(lang).what,
        &[
            (BudgetWhat::Total, |lang| words(lang).what_total),
            (BudgetWhat::Accounts, |lang| words(lang).what_accounts),
            (BudgetWhat::Fields, |lang| words(lang).what_fields),
            (BudgetWhat::Years, |lang| words(lang).what_years),
        ],
        what,
        move |what| cx.change(|state| state.what = what),
    );
    // A memo of the choices, so that the buttons stay in place, and keep the focus, while only the chosen one changes.
    let choices = cx.memo(screen::units);
    let units = move || {
        let choices = choices.get();
        let named: Vec<(UnitChoice, Pick)> = choices
            .iter()
            .map(|unit| {
                let name: Pick = match unit {
                    UnitChoice::Amount => |lang| words(lang).unit_amount,
                    UnitChoice::PerResident => |lang| words(lang).unit_per_resident,
                    UnitChoice::Share => |lang| words(lang).unit_share,
                };
                (*unit, name)
            })
            .collect();
        (!named.is_empty()).then(|| {
            segments(cx, |lang| words(lang).show_as, &named, unit, move |unit| cx.change(|state| state.unit = unit))
        })
    };
    let years = select(
        cx,
        |lang| words(lang).year,
        move || {
            let (data, lang) = (cx.data(), cx.lang.get());
            let years = compare::budget_years(&data, &cx.state.with(|state| state.selection(&data)));
            let name = |year: FiscalYear| fill(words(lang).fiscal_year, &[("year", &year.to_string())]);
            years.into_iter().map(|year| (year.to_string(), name(year))).collect()
        },
        move || year.get().to_string(),
        move |value| {
            if let Ok(year) = value.parse() {
                cx.change(|state| state.year = FiscalYear(year));
            }
        },
    );
    let comparable =
        check(cx, |lang| words(lang).only_comparable, strict, move |strict| cx.change(|state| state.strict = strict));
    let free = cx.memo(|state| !state.lock.year);
    let timed = memo(move || what.get() != BudgetWhat::Years);
    view! { {whats}{units}<div class="cc-pair" hidden=move || !timed.get()><span hidden=move || !free.get()>{years}</span>{comparable}</div> }
}
