mod official;
mod plan;
mod press;

use crate::options::{BudgetPart, Figure};
use crate::screen;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::{figures as figure_text, official as official_text};
use crate::widgets::controls::chips;
use crate::widgets::figure;

/// Budgets: one figure at a time, and the choices that it has.
pub(crate) fn budgets(cx: Context) -> impl IntoView {
    let shown = cx.memo(move |state| (state.budgets, screen::figure(&cx.data(), state)));
    let plot = memo(move || cx.state.with(|state| screen::budgets(&cx.data(), state)));
    let heading = move || cx.state.with(|state| screen::budgets_heading(&cx.data(), state, cx.lang.get()));
    let choices = move || {
        let own = move || match shown.get() {
            (BudgetPart::City, Figure::Press) => press::controls(cx).into_any(),
            (BudgetPart::City, _) => official::controls(cx).into_any(),
            (BudgetPart::Plan, _) => plan::controls(cx).into_any(),
            (BudgetPart::Figures, _) => ().into_any(),
        };
        view! { {figures(cx, shown)}<div class="cc-controls">{live(own)}</div> }
    };
    figure::card(cx, plot, heading, choices)
}

/// The figures that there are, the official ones first.
fn figures(cx: Context, shown: Memo<(BudgetPart, Figure)>) -> AnyView {
    let list = move || {
        let (lang, data) = (cx.lang.get(), cx.data());
        let (o, w) = (official_text::words(lang), figure_text::words(lang));
        let official = [
            (Figure::Blocks, o.chip_blocks),
            (Figure::Fields, o.chip_fields),
            (Figure::PerResident, o.chip_per_resident),
            (Figure::Stages, o.chip_stages),
            (Figure::Peers, o.chip_peers),
            (Figure::Years, o.chip_years),
        ];
        let official = official.into_iter().filter(|_| data.official.is_some());
        let city =
            official.chain([(Figure::Press, o.chip_press)]).map(|(figure, name)| ((BudgetPart::City, figure), name));
        let plan = [(BudgetPart::Plan, w.plan_budgets), (BudgetPart::Figures, w.headline_figures)];
        let plan = plan.map(|(part, name)| ((part, Figure::Press), name));
        city.chain(plan).map(|(choice, name)| (choice, name.to_owned())).collect()
    };
    chips(
        move || official_text::words(cx.lang.get()).chips_label,
        list,
        move || match shown.get() {
            (BudgetPart::City, figure) => (BudgetPart::City, figure),
            (part, _) => (part, Figure::Press),
        },
        move |(part, figure)| {
            cx.change(|state| {
                state.budgets = part;
                if part == BudgetPart::City {
                    state.figure = figure;
                }
            });
        },
    )
}
