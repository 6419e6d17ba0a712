//! The cities over a side-by-side table.

use crate::compare::{self, Selection};
use crate::shared::context::{Instance, say};
use crate::shared::prelude::*;
use crate::text::Lang;

/// The row of city names over a side-by-side table; it stays in view while rows scroll.
pub(crate) fn city_heads(cx: impl Into<Instance>, lang: Lang) -> impl IntoView {
    let cx = cx.into();
    let selection = cx.state.with_untracked(|state| state.selection(&*cx.opening()));
    heads_of(cx, &selection, lang)
}

/// As [`city_heads`], in an order of the view's own.
pub(crate) fn heads_of(cx: Instance, selection: &Selection, lang: Lang) -> AnyView {
    let opening = cx.opening();
    let heads = selection
        .heads(&opening)
        .map(|city| {
            let tone = cx.tone(&city.id);
            let kind = city.kind.map(|kind| compare::document_kind_name(kind, lang).to_owned());
            let detail: Vec<String> = kind.into_iter().chain(city.year.map(|year| year.to_string())).collect();
            view! {
                <th scope="col" role="columnheader" class=format!("cc-tone-{tone}")>
                    <span class="cc-city-name">{say(&city.name, lang)}</span>
                    <span class="cc-city-detail">{detail.join(" · ")}</span>
                </th>
            }
        })
        .collect_view();
    view! {
        <thead role="rowgroup">
            <tr role="row"><td role="cell" class={"cc-corner"}></td>{heads}</tr>
        </thead>
    }
}
