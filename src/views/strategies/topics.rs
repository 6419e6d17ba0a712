use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::count;
use crate::text::items::words;
use crate::widgets::city_heads::city_heads;
use crate::widgets::folded_list::folded;
use crate::widgets::item_link;

/// Topics and only-here items that are listed.
const TOPICS: usize = 30;
const ONLY: usize = 8;

/// The strongest topics that several cities share, and what only one of them does.
pub(crate) fn topics(cx: Context) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    live(move || {
        let (data, lang, ids) = (cx.data(), cx.lang.get(), cities.get());
        let w = words(lang);
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let rows = cx
            .alike(|alike| alike.topics(&ids, TOPICS))
            .into_iter()
            .map(|topic| {
                let cells = ids
                    .iter()
                    .map(|city| {
                        let tone = cx.tone(city);
                        let name = data.city(city).map(|city| say(&city.name, lang));
                        let own = topic.items.iter().filter(|(of, _)| of == city).map(|(_, id)| id.clone());
                        let (of, own) = ((*city).to_owned(), own.collect::<Vec<_>>());
                        let total = own.len();
                        let none = (total == 0).then(|| view! { <p class="cc-none">{w.not_in_document}</p> });
                        let entry = move |place: usize| {
                            let data = cx.data();
                            let found = data.city(&of)?.plan.item(own.get(place)?)?;
                            Some(item_link::link(cx, &found.id, say(&found.title, lang)))
                        };
                        view! {
                            <td role="cell" data-city=city.to_string()>
                                <span class=format!("cc-cell-city cc-tone-{tone}") aria-hidden="true">{name}</span>
                                {none}{folded(cx, total, Box::new(entry))}
                            </td>
                        }
                    })
                    .collect_view();
                let words = topic.words.join(", ");
                view! {
                    <tr role="row" data-topic=topic.label.ko.clone()>
                        <th scope="row" role="rowheader">{say(&topic.label, lang)} <small lang="ko">{words}</small></th>
                        {cells}
                    </tr>
                }
            })
            .collect_view();
        let only = ids
            .iter()
            .filter_map(|id| {
                let city = data.city(id)?;
                let tone = cx.tone(&city.id);
                let found = cx.alike(|alike| alike.only(id, &ids, ONLY));
                let number = count(found.len(), w.plans_one, w.plans_other);
                let items = found
                    .into_iter()
                    .filter_map(|only| {
                        let (_, found) = data.item(&only.item)?;
                        Some(view! { <li>{item_link::link(cx, &found.id, say(&found.title, lang))} " " <small lang="ko">{only.words.join(", ")}</small></li> })
                    })
                    .collect_view();
                Some(view! {
                    <section class="cc-outline" data-city=city.id.clone()>
                        <h5 class=format!("cc-tone-{tone}")>{say(&city.name, lang)} " " <small>{number}</small></h5>
                        <ul class="cc-list">{items}</ul>
                    </section>
                })
            })
            .collect_view();
        view! {
            <p>{w.topics_intro}</p>
            <table class="cc-table cc-side" role="table">
                <caption class="cc-hidden">{w.topics}</caption>
                {city_heads(cx, lang)}
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            <h4>{w.only_one}</h4>
            <p>{w.only_method}</p>
            <div class="cc-columns">{only}</div>
        }
    })
}
