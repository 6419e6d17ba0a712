//! The cities over a side-by-side table.

use crate::compare::{self, Selection};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::Lang;

/// The row of city names over a side-by-side table; it stays in view while rows scroll.
pub(crate) fn city_heads(cx: Context, lang: Lang) -> impl IntoView {
    let selection = cx.state.with_untracked(|state| state.selection(&cx.data()));
    heads_of(cx, &selection, lang)
}

/// As [`city_heads`], in an order of the view's own.
pub(crate) fn heads_of(cx: Context, selection: &Selection, lang: Lang) -> AnyView {
    let data = cx.data();
    let heads = selection
        .cities(&data)
        .map(|city| {
            let tone = cx.tone(&city.id);
            let detail = data.document(&city.plan.document).map(|document| {
                let mut parts = vec![compare::document_kind_name(document.kind, lang).to_owned()];
                parts.extend(document.published.as_ref().map(|date| date.year().to_string()));
                parts.join(" · ")
            });
            view! {
                <th scope="col" role="columnheader" class=format!("cc-tone-{tone}")>
                    <span class="cc-city-name">{say(&city.name, lang)}</span>
                    <span class="cc-city-detail">{detail}</span>
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
