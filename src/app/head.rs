use crate::browser;
use crate::compare::{self, Selection};
use crate::lazy;
use crate::options::View;
use crate::shared::context::{Context, say};
use crate::shared::part::Part;
use crate::shared::prelude::*;
use crate::text::{Lang, fill, words};
use crate::widgets::controls::Pick;
use std::time::Duration;

/// Name of a view.
pub(crate) fn view_name(view: View, lang: Lang) -> &'static str {
    let w = words(lang);
    match view {
        View::Visions => w.visions,
        View::Strategies => w.strategies,
        View::Budgets => w.budgets,
        View::Sources => w.sources,
    }
}

pub(crate) fn head(cx: Context) -> impl IntoView {
    view! {
        <header class="cc-head" part="header">
            <div class="cc-top">
                <slot name="heading">
                    <h2 class="cc-title">{cx.t(|w| w.heading_default)}</h2>
                </slot>
                {languages(cx)}
            </div>
            {chips(cx)}
            <div class="cc-bar">{tabs(cx)}{super::search_field::field(cx)}</div>
        </header>
    }
}

fn languages(cx: Context) -> impl IntoView {
    let button = move |lang: Lang| {
        let name = match lang {
            Lang::Ko => words(Lang::Ko).korean,
            Lang::En => words(Lang::En).english,
        };
        view! {
            <button
                type="button"
                class="cc-language"
                lang=lang.tag()
                aria-pressed=move || (cx.lang.get() == lang).to_string()
                on:click=move |_| cx.set_lang(lang)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="cc-languages" role="group" aria-label=cx.t(|w| w.language_label)>
            {Lang::ALL.map(button).collect_view()}
        </div>
    }
}

fn tabs(cx: Context) -> impl IntoView {
    let chosen = cx.memo(|state| state.view);
    let choices: [(View, Pick); 4] = [
        (View::Visions, |w| w.visions),
        (View::Strategies, |w| w.strategies),
        (View::Budgets, |w| w.budgets),
        (View::Sources, |w| w.sources),
    ];
    let buttons = choices
        .map(|(view, name)| {
            let prefetch = move || {
                if let Some(part) = Part::of_view(view) {
                    lazy::prefetch(part, cx);
                }
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="cc-tab"
                        aria-current=move || (chosen.get() == view).then_some("page")
                        on:pointerenter=move |_| prefetch()
                        on:focus=move |_| prefetch()
                        on:click=move |_| cx.change(|state| {
                            state.view = view;
                            state.item = None;
                        })
                    >
                        {cx.t(name)}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="cc-tabs" part="tabs" aria-label=cx.t(|w| w.views_label)>
            <ul>{buttons}</ul>
        </nav>
    }
}

/// The chosen cities, each with a button to move it and one to take it out, and a menu of those that could join. A city keeps
/// its chip wherever it stands, and the focus stays on what was pressed, or goes to what is next to it.
fn chips(cx: Context) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    let joinable = memo(move || {
        let data = cx.data();
        cities.with(|ids| ids.len() < compare::MAX_CITIES && data.cities.iter().any(|city| !ids.contains(&city.id)))
    });
    let add = move || joinable.get().then(|| add_menu(cx, cities));
    view! {
        <div class="cc-cities" role="group" aria-label=cx.t(|w| w.cities_label)>
            <ul>
                <For each=move || cities.get() key=String::clone children=move |id| chip(cx, cities, id)/>
                {live(add)}
            </ul>
        </div>
    }
}

/// Changes the selection, and then focuses the first of these that is there.
fn change(cx: Context, change: impl FnOnce(&Selection) -> Selection, focus: Vec<String>) {
    let data = cx.data();
    let after = change(&cx.state.with_untracked(|state| state.selection(&data)));
    cx.change(|state| state.cities = after.ids().into_iter().map(str::to_owned).collect());
    // The chips follow when what changed them is over.
    browser::later(Duration::ZERO, move || {
        let _ = focus.iter().any(|name| cx.focus(name));
    });
}

fn name_of(cx: Context, id: &str) -> String {
    cx.data().city(id).map(|city| say(&city.name, cx.lang.get())).unwrap_or_default()
}

fn chip(cx: Context, cities: Memo<Vec<String>>, id: String) -> AnyView {
    let (of_name, of_tone, of_home) = (id.clone(), id.clone(), id.clone());
    let name = memo(move || name_of(cx, &of_name));
    let class = memo(move || {
        cities.track();
        format!("cc-chip cc-tone-{}", cx.tone(&of_tone))
    });
    let is_home = memo(move || cx.home.with(|home| home.as_ref() == Some(&of_home)));
    let first = id.clone();
    let is_first = memo(move || cities.with(|ids| ids.first() == Some(&first)));
    let several = memo(move || cities.with(Vec::len) > compare::MIN_CITIES);
    let (earlier, out) = (id.clone(), id.clone());
    let move_earlier = move || {
        let id = earlier.clone();
        let label = move || fill(words(cx.lang.get()).move_earlier, &[("city", &name.get())]);
        (!is_first.get()).then(|| {
            let press_id = id.clone();
            let press = move |_| {
                let focus = vec![format!("earlier-{press_id}"), format!("chip-{press_id}")];
                change(cx, |selection| selection.moved(&press_id, false), focus);
            };
            view! {
                <button type="button" class="cc-chip-button" id=cx.id(&format!("earlier-{id}")) aria-label=label on:click=press>"‹"</button>
            }
        })
    };
    let remove = move || {
        let id = out.clone();
        let label = move || fill(words(cx.lang.get()).remove_city, &[("city", &name.get())]);
        several.get().then(|| {
            let press_id = id.clone();
            let press = move |_| {
                let focus = cities.with_untracked(|ids| neighbours(ids, &press_id));
                change(cx, |selection| selection.without(&press_id), focus);
            };
            view! {
                <button type="button" class="cc-chip-button" id=cx.id(&format!("remove-{id}")) aria-label=label on:click=press>"×"</button>
            }
        })
    };
    view! {
        <li class=move || class.get() class:cc-home=move || is_home.get() tabindex="-1" id=cx.id(&format!("chip-{id}"))>
            {live(move_earlier)}<span class="cc-chip-name">{live(move || name.get())}</span>{live(remove)}
        </li>
    }
}

/// What may have the focus when a city is gone: the button of the one that takes its place, or of the one before it; with two
/// cities left no one can go, and the menu of those that can come is next.
fn neighbours(ids: &[String], gone: &str) -> Vec<String> {
    let at = ids.iter().position(|id| id == gone).unwrap_or_default();
    let near: Vec<&String> = ids.get(at + 1).into_iter().chain(at.checked_sub(1).and_then(|at| ids.get(at))).collect();
    let buttons = near.iter().map(|id| format!("remove-{id}"));
    buttons.chain(["add".to_owned()]).chain(near.iter().map(|id| format!("chip-{id}"))).collect()
}

/// The menu of cities that could join.
fn add_menu(cx: Context, cities: Memo<Vec<String>>) -> AnyView {
    let options = move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        cities.with(|ids| {
            let others = data.cities.iter().filter(|city| !ids.contains(&city.id));
            others.map(|city| view! { <option value=city.id.clone()>{say(&city.name, lang)}</option> }).collect_view()
        })
    };
    let menu = NodeRef::<html::Select>::new();
    let join = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        if let Some(menu) = menu.get_untracked() {
            menu.set_value("");
        }
        let focus = vec!["add".to_owned(), format!("remove-{id}")];
        change(cx, |selection| selection.with(&id), focus);
    };
    view! {
        <li>
            <select class="cc-add" id=cx.id("add") node_ref=menu aria-label=cx.t(|w| w.add_city) on:change=join>
                <option value="">{move || format!("+ {}", words(cx.lang.get()).add_city)}</option>
                {live(options)}
            </select>
        </li>
    }
}
