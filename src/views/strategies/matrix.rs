//! What the documents plan, field by field: a square for each item. A cell opens its items beside it.

use super::{cell, filters};
use crate::compare::FieldOrder;
use crate::screen;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::matrix::words;
use crate::widgets::controls::{check, chips};
use crate::widgets::figure::{self, Press};

/// The unit matrix with its choices, and the items of its open cell.
pub(super) fn matrix(cx: Context) -> impl IntoView {
    let plot = memo(move || cx.state.with(|state| screen::plot(&cx.data(), state)));
    let heading = move || cx.state.with(|state| screen::heading(&cx.data(), state, cx.lang.get()));
    let choices = move || view! { <div class="cc-controls">{order(cx)}{rest(cx)}</div>{filters::filters(cx)} };
    view! {
        {figure::card_of(cx, plot, heading, choices, Press::Cell)}
        {cell::items(cx, plot)}
    }
}

/// The order of the fields.
fn order(cx: Context) -> AnyView {
    let order = cx.memo(|state| state.order);
    chips(
        move || words(cx.lang.get()).order_by,
        move || {
            let w = words(cx.lang.get());
            let orders = [
                (FieldOrder::Difference, w.order_spread),
                (FieldOrder::Code, w.order_code),
                (FieldOrder::Coverage, w.order_plans),
            ];
            orders.map(|(order, name)| (order, name.to_owned())).into()
        },
        move || order.get(),
        move |order| cx.change(|state| state.order = order),
    )
}

/// Whether what is no plan is shown, too.
fn rest(cx: Context) -> AnyView {
    check(cx, |lang| words(lang).show_rest, cx.memo(|state| state.rest), move |on| cx.change(|state| state.rest = on))
}
