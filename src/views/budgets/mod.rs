mod beside;
mod official;
mod plan;
mod press;

use crate::model::Word;
use crate::options::{BudgetPart, Figure};
use crate::screen;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::{figures as figure_text, official as official_text};
use crate::widgets::controls::chips;
use crate::widgets::figure;

/// Budgets: one figure at a time, and the choices that it has.
pub(crate) fn budgets(cx: Context) -> impl IntoView {
    let made = memo(move || cx.state.with(|state| screen::budgets(&cx.data(), state)));
    let plot = memo(move || made.with(|made| made.as_ref().map(|made| made.plot.clone())));
    let shown = memo(move || {
        let figure = made.with(|made| made.as_ref().map_or(Figure::Press, |made| made.figure));
        (cx.state.with(|state| state.budgets), figure)
    });
    let heading = move || {
        let heading = |made: &screen::Shown| cx.state.with(|state| made.heading(&cx.data(), state, cx.lang.get()));
        made.with(|made| made.as_ref().map(heading)).unwrap_or_default()
    };
    let choices = move || {
        let own = move || match shown.get() {
            (BudgetPart::City, Figure::Press) => press::controls(cx).into_any(),
            (BudgetPart::City, _) => official::controls(cx).into_any(),
            (BudgetPart::Plan, _) => plan::controls(cx).into_any(),
            (BudgetPart::Figures, _) => ().into_any(),
        };
        view! { {figures(cx, shown)}<div class="cc-controls">{live(own)}</div> }
    };
    let beside = move || (shown.get() == (BudgetPart::City, Figure::Press)).then(|| beside::table(cx));
    view! { {figure::card(cx, plot, heading, choices)}{live(beside)} }
}

/// The figures that there are, the official ones first.
fn figures(cx: Context, shown: Memo<(BudgetPart, Figure)>) -> AnyView {
    let list = move || {
        let (lang, data) = (cx.lang.get(), cx.data());
        let w = figure_text::words(lang);
        // In the order in which they are declared: the press comes last.
        let figures = Figure::WORDS.iter().map(|(_, figure)| *figure);
        let figures = figures.filter(|figure| data.official.is_some() || *figure == Figure::Press);
        let city = figures.map(|figure| ((BudgetPart::City, figure), screen::figure_name(figure, lang)));
        let plan = [(BudgetPart::Plan, w.plan_budgets), (BudgetPart::Figures, w.headline_figures)];
        let plan = plan.map(|(part, name)| ((part, Figure::Press), name));
        city.chain(plan).map(|(choice, name)| (choice, name.to_owned())).collect()
    };
    chips(
        move || official_text::words(cx.lang.get()).chips_label,
        list,
        move || shown.get(),
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
