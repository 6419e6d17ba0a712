//! The items of an open cell of the matrix, beside it.

use crate::browser;
use crate::compare::topic::TopicRow;
use crate::compare::units::field_name;
use crate::compare::{Plot, in_lang, speak};
use crate::model::{Budget, City, Item};
use crate::pins::What;
use crate::screen;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::matrix::words;
use crate::widgets::chunked_render::{Make, in_turns};
use crate::widgets::figure::mark_button;
use crate::widgets::{evidence_button, item_link, pin_button};
use leptos::wasm_bindgen::JsCast;
use std::time::Duration;

/// Items that are made at once, and in each turn after.
const IN_SIGHT: usize = 12;
const EACH: usize = 16;

/// The row under which sources of the list are opened.
const ROW: &str = "cell";

/// The list of the open cell. The first item has the focus; closing gives it back to the cell.
pub(super) fn items(cx: Context, plot: Memo<Option<Plot>>) -> impl IntoView {
    let open = cx.memo(|state| state.cell.clone().filter(|(_, city)| state.cities.contains(city)));
    live(move || open.get().map(|(field, city)| beside(cx, plot, field, city)))
}

fn beside(cx: Context, plot: Memo<Option<Plot>>, field: String, city: String) -> AnyView {
    let list = NodeRef::<html::Section>::new();
    // An item that a link opens has the focus itself.
    let alone = cx.state.with_untracked(|state| state.item.is_none());
    Effect::new(move |_| {
        if let Some(list) = list.get().filter(|_| alone) {
            let first = list.query_selector("li .cc-link").ok().flatten().and_then(|first| first.dyn_into().ok());
            browser::focus(first.as_ref().unwrap_or(&list));
        }
    });
    let back = move |field: &str, city: &str| {
        // With the whole view the matrix is gone, too.
        let Some(name) = plot.try_with_untracked(|plot| mark_button(plot.as_ref()?, field, city)) else { return };
        if !name.is_some_and(|name| cx.focus(&name)) {
            cx.focus("main");
        }
    };
    let cell = (field.clone(), city.clone());
    let close = move || {
        cx.change(|state| state.cell = None);
        back(&cell.0, &cell.1);
    };
    let (close_click, close_key) = (close.clone(), close);
    let cell = (field.clone(), city.clone());
    // Going back closes it too: who had the focus in it has it at the cell then.
    on_cleanup(move || {
        let closed = cx.state.try_with_untracked(|state| state.cell.is_none()) == Some(true);
        if closed && cx.is_focused_in(".cc-cell") {
            browser::later(Duration::ZERO, move || back(&cell.0, &cell.1));
        }
    });
    let pin = StoredValue::new(What::Cell(field.clone(), city.clone()));
    let pin = move || Some(pin.get_value());
    let filters = cx.memo(|state| (state.filters.clone(), state.rest));
    let content = move || {
        let lang = cx.lang.get();
        filters.with(|_| ());
        let data = cx.data();
        let (name, city) = (data.field(&field)?, data.city(&city)?);
        let rows: Vec<Make> = cx.state.with_untracked(|state| {
            let selection = state.selection(&data);
            let items = screen::asked(&data, &selection, state).items(city, &field).into_iter();
            items.map(|item| entry(cx, &city.id, &item.id, lang)).collect()
        });
        let said = plot.with_untracked(|plot| {
            let plot = plot.as_ref()?;
            let category = plot.categories.iter().position(|category| category.key == field)?;
            let series = plot.series.iter().position(|series| series.key == city.id)?;
            Some(speak::mark_text(plot, plot.mark(category, series)?, lang))
        });
        let none = rows.is_empty().then(|| view! { <p class="cc-none">{words(lang).cell_nothing}</p> });
        Some(view! {
            <h4>{in_lang(&city.name, lang).to_owned()} " · " {field_name(name, lang).to_owned()} " " {pin_button::button(cx, pin)}</h4>
            <p class="cc-tag">{said}</p>
            {none}
            <ol class="cc-list">{in_turns(cx, IN_SIGHT, EACH, rows)}</ol>
        })
    };
    view! {
        <div class="cc-beside">
            <section class="cc-cell" tabindex="-1" id=cx.id("cell") node_ref=list aria-label=cx.t(|lang| words(lang).cell_label)
                on:keydown=move |event| if event.key() == "Escape" && cx.opened.with_untracked(Option::is_none) { close_key() }>
                <button type="button" class="cc-quiet cc-back" on:click=move |_| close_click()>
                    "× " {cx.t(|lang| words(lang).cell_close)}
                </button>
                {live(content)}
                {evidence_button::panel(cx, ROW.to_owned())}
            </section>
        </div>
    }
}

/// An item: its title, what kind it is, its money where the document speaks of any, its department, its source.
fn entry(cx: Context, city: &str, id: &str, lang: Lang) -> Make {
    let (city, id) = (city.to_owned(), id.to_owned());
    Box::new(move || {
        let data = cx.data();
        let found = data.city(&city).and_then(|city| Some((city, city.plan.item(&id)?)));
        found.map(|(city, item)| row(cx, city, item, lang)).into_any()
    })
}

fn row(cx: Context, city: &City, item: &Item, lang: Lang) -> AnyView {
    let plan = TopicRow { city, item };
    let money = (item.budget != Budget::NotStated).then(|| view! { <small>{plan.money(lang)}</small> });
    let departments =
        Some(plan.departments(lang)).filter(|names| !names.is_empty()).map(|names| view! { <small>{names}</small> });
    let source = evidence_button::button(cx, ROW, format!("cell-{}", item.id), &item.title, vec![plan.evidence()]);
    let title = item_link::link(cx, &item.id, in_lang(&item.title, lang).to_owned());
    view! { <li>{title} " " {item_link::role_mark(item, lang)} " " {source} {money} {departments}</li> }
}
