//! The choices of the plans' projects.

use crate::compare::{self, Grouping};
use crate::model::FiscalYear;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::figures::words;
use crate::text::fill;
use crate::widgets::controls::{segments, select};

/// Grouped by what, of which year.
pub(super) fn controls(cx: Context) -> impl IntoView {
    let grouping = cx.memo(|state| state.grouping);
    let year = cx.memo(|state| state.plan_year);
    let groups = segments(
        cx,
        |lang| words(lang).group_by,
        &[
            (Grouping::Initiative, |lang| words(lang).group_initiative),
            (Grouping::Department, |lang| words(lang).group_department),
            (Grouping::Group, |lang| words(lang).group_group),
            (Grouping::Field, |lang| words(lang).group_field),
            (Grouping::Year, |lang| words(lang).group_year),
        ],
        grouping,
        move |grouping| cx.change(|state| state.grouping = grouping),
    );
    let years = select(
        cx,
        |lang| words(lang).year,
        move || {
            let (data, lang) = (cx.data(), cx.lang.get());
            let w = words(lang);
            let years = compare::plan_years(&data, &cx.state.with(|state| state.selection(&data)));
            let all = (String::new(), w.year_all.to_owned());
            let name = |year: FiscalYear| fill(w.fiscal_year, &[("year", &year.to_string())]);
            std::iter::once(all).chain(years.into_iter().map(|year| (year.to_string(), name(year)))).collect()
        },
        move || year.get().map(|year| year.to_string()).unwrap_or_default(),
        move |value| cx.change(|state| state.plan_year = value.parse().ok().map(FiscalYear)),
    );
    let free = cx.memo(|state| !state.lock.year);
    let timed = memo(move || grouping.get() != Grouping::Year);
    view! { {groups}<div class="cc-pair" hidden=move || !timed.get() || !free.get()>{years}</div> }
}
