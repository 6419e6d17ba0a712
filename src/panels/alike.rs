//! What other cities plan that is like an item.

use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::items::words;
use crate::widgets::item_link;

/// The items of other cities that are most alike, with the shared words.
pub(crate) fn alike(cx: Context, id: &str, city: &str, lang: Lang) -> AnyView {
    const SHOWN: usize = 5;
    let w = words(lang);
    let data = cx.data();
    let others: Vec<&str> = data.cities.iter().map(|city| city.id.as_str()).filter(|other| *other != city).collect();
    let rows = cx
        .alike(|alike| alike.to(id, &others, SHOWN))
        .into_iter()
        .filter(|similar| similar.score >= crate::compare::alike::ALIKE)
        .filter_map(|similar| {
            let (city, found) = data.item(&similar.item)?;
            let tone = cx.tone(&city.id);
            Some(view! {
                <li>
                    <span class=format!("cc-tag cc-hit-city cc-tone-{tone}")>{say(&city.name, lang)}</span> " "
                    {item_link::link(cx, &found.id, say(&found.title, lang))} " "
                    <small>{w.alike_words} " " <span lang="ko">{similar.shared.join(", ")}</span></small>
                </li>
            })
        })
        .collect::<Vec<_>>();
    let content = if rows.is_empty() {
        view! { <p class="cc-none">{w.alike_none}</p> }
    } else {
        view! { <ul class="cc-list">{rows}</ul><p class="cc-more-text">{w.alike_method}</p> }
    };
    view! { <section class="cc-sub cc-alike"><h5>{w.alike}</h5>{content}</section> }
}
