//! The choices of official figures: the field that is lit, year and stage, order, prices.

use crate::compare::FieldOrder;
use crate::model::{FiscalYear, Stage, Word};
use crate::options::Figure;
use crate::screen::{self, Gap};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::fill;
use crate::text::official::words;
use crate::widgets::controls::{chips, select};

/// What the shown figure can be asked for.
pub(super) fn controls(cx: Context) -> impl IntoView {
    let figure = cx.memo(|state| state.figure);
    let free = cx.memo(|state| !state.lock.year);
    view! {
        {move || (figure.get() == Figure::Blocks).then(|| lit(cx))}
        {move || (free.get() && matches!(figure.get(), Figure::Blocks | Figure::Fields | Figure::Stages)).then(|| basis(cx))}
        {move || (figure.get() == Figure::Fields).then(|| order(cx))}
        {move || (figure.get() == Figure::Years).then(|| prices(cx))}
        {gap(cx)}
    }
}

/// Which field is lit.
fn lit(cx: Context) -> AnyView {
    let choices = cx.memo(move |state| screen::lit_choices(&cx.data(), state));
    let chosen = cx.memo(move |state| screen::lit_code(&cx.data(), state));
    chips(
        move || words(cx.lang.get()).lit_label,
        move || {
            let lang = cx.lang.get();
            choices.get().iter().map(|(code, name)| (code.clone(), say(name, lang))).collect()
        },
        move || chosen.get(),
        move |code: String| cx.change(|state| state.lit = Some(code)),
    )
}

/// Year and stage.
fn basis(cx: Context) -> AnyView {
    let choices = cx.memo(move |state| screen::bases(&cx.data(), state));
    let value = |(year, stage): (FiscalYear, Stage)| format!("{year}-{}", stage.word());
    select(
        cx,
        |lang| words(lang).basis_label,
        move || {
            let lang = cx.lang.get();
            choices.with(|all| all.iter().map(|(on, name, _)| (value(*on), say(name, lang))).collect())
        },
        move || {
            let shown = choices.with(|all| all.iter().find(|(.., shown)| *shown).map(|(on, ..)| *on));
            shown.map(value).unwrap_or_default()
        },
        move |wanted| {
            let found = choices.with_untracked(|all| all.iter().map(|(on, ..)| *on).find(|on| value(*on) == wanted));
            cx.change(|state| state.basis = found);
        },
    )
}

/// The order of the fields.
fn order(cx: Context) -> AnyView {
    let official = cx.memo(|state| state.order == FieldOrder::Code);
    chips(
        move || words(cx.lang.get()).order_label,
        move || {
            let w = words(cx.lang.get());
            vec![(false, w.order_spread.to_owned()), (true, w.order_official.to_owned())]
        },
        move || official.get(),
        move |code| cx.change(|state| state.order = if code { FieldOrder::Code } else { FieldOrder::Difference }),
    )
}

/// Nominal, or in the prices of one year.
fn prices(cx: Context) -> AnyView {
    let real = cx.memo(|state| state.real);
    let year = screen::year_of_prices(&cx.data());
    chips(
        move || words(cx.lang.get()).prices_group,
        move || {
            let w = words(cx.lang.get());
            let of = year.map(|year| (true, fill(w.prices_label, &[("year", &year.to_string())])));
            [(false, w.prices_nominal.to_owned())].into_iter().chain(of).collect()
        },
        move || real.get(),
        move |real| cx.change(|state| state.real = real),
    )
}

/// Which city has no figure, and the nearest choice that all have.
fn gap(cx: Context) -> AnyView {
    let gap = cx.memo(move |state| screen::gap(&cx.data(), state));
    let free = cx.memo(|state| !state.lock.year);
    live(move || {
        let lang = cx.lang.get();
        gap.get().map(|Gap { text, instead }| {
            let button = instead.filter(|_| free.get()).map(|(on, name)| {
                let take = move |_| cx.change(|state| state.basis = Some(on));
                view! { " " <button type="button" class="cc-quiet" on:click=take>{say(&name, lang)}</button> }
            });
            view! { <p class="cc-caveat">{say(&text, lang)}{button}</p> }
        })
    })
}
