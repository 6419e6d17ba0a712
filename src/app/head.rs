use crate::browser;
use crate::compare::{self, Selection};
use crate::lazy;
use crate::options::View;
use crate::part::Part;
use crate::shared::context::{Instance, say};
use crate::shared::prelude::*;
use crate::text::{Lang, fill, words};
use crate::widgets::controls::Pick;
use std::time::Duration;

/// Name of a view.
pub(crate) fn view_name(view: View, lang: Lang) -> &'static str {
    let w = words(lang);
    match view {
        View::Glance => w.glance,
        View::Visions => w.visions,
        View::Topics => w.topics,
        View::Strategies => w.strategies,
        View::Budgets => w.budgets,
        View::Sources => w.sources,
        View::Workbench => w.workbench,
    }
}

pub(crate) fn head(cx: Instance) -> impl IntoView {
    // On a phone the cities and the search are behind a button each, so that an answer stands on the first screen.
    let (cities, search) = (RwSignal::new(false), RwSignal::new(false));
    let count = cx.memo(|state| state.cities.len());
    let named = move || fill(words(cx.lang.get()).cities_count, &[("n", &count.get().to_string())]);
    // What is searched stays in sight.
    let searched = cx.memo(|state| !state.query.is_empty());
    let with_search = move || search.get() || searched.get();
    let open_search = move || {
        search.update(|open| *open = !*open);
        if search.get_untracked() {
            browser::later(Duration::ZERO, move || {
                let _ = cx.focus("search");
            });
        }
    };
    view! {
        <header class="cc-head" part="header" class:cc-with-cities=move || cities.get() class:cc-with-search=with_search>
            <div class="cc-top">
                <slot name="heading">
                    <h2 class="cc-title">{cx.t(|lang| words(lang).heading_default)}</h2>
                </slot>
                {languages(cx)}
                <span class="cc-folds">
                    <button type="button" class="cc-quiet" aria-expanded=move || with_search().to_string()
                        on:click=move |_| open_search()>{cx.t(|lang| words(lang).search)}</button>
                    <button type="button" class="cc-quiet" aria-expanded=move || cities.get().to_string()
                        on:click=move |_| cities.update(|open| *open = !*open)>{live(named)}</button>
                </span>
            </div>
            {chips(cx)}
            <div class="cc-bar">{tabs(cx)}{super::search_field::field(cx)}</div>
        </header>
    }
}

fn languages(cx: Instance) -> impl IntoView {
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
        <div class="cc-languages" role="group" aria-label=cx.t(|lang| words(lang).language_label)>
            {Lang::ALL.map(button).collect_view()}
        </div>
    }
}

fn tabs(cx: Instance) -> impl IntoView {
    let chosen = cx.memo(|state| state.lesson.is_none().then_some(state.view));
    let choices: [(View, Pick); 6] = [
        (View::Glance, |lang| words(lang).glance),
        (View::Visions, |lang| words(lang).visions),
        (View::Strategies, |lang| words(lang).strategies),
        (View::Topics, |lang| words(lang).topics),
        (View::Budgets, |lang| words(lang).budgets),
        (View::Sources, |lang| words(lang).sources),
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
                        aria-current=move || (chosen.get() == Some(view)).then_some("page")
                        on:pointerenter=move |_| prefetch()
                        on:focus=move |event: leptos::ev::FocusEvent| {
                            browser::reveal_target(&event);
                            prefetch();
                        }
                        on:click=move |_| cx.change(|state| {
                            state.view = view;
                            state.item = None;
                            state.cell = None;
                            state.lesson = None;
                        })
                    >
                        {cx.t(name)}
                    </button>
                </li>
            }
        })
        .collect_view();
    let locked = cx.memo(|state| state.lock.view);
    view! {
        <nav class="cc-tabs" hidden=move || locked.get() part="tabs" aria-label=cx.t(|lang| words(lang).views_label)>
            <ul>{buttons}</ul>
        </nav>
    }
}

/// The chosen cities, each with a button to move it and one to take it out, and a menu of those that could join. The focus stays
/// on the button of the city that was moved, or goes to what is next to one that left: `change` sets it by name. Leptos' keyed
/// list would move the elements instead; browsers drop the focus of an element that moves, and it weighs 6.5 kB of the first load.
fn chips(cx: Instance) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    let locked = cx.memo(|state| state.lock.cities);
    let joinable = memo(move || {
        let opening = cx.opening();
        let free = !locked.get();
        let any =
            |ids: &[String]| !opening.further().is_empty() || opening.cities.iter().any(|city| !ids.contains(&city.id));
        cities.with(|ids| free && ids.len() < compare::MAX_CITIES && any(ids))
    });
    let add = move || joinable.get().then(|| add_menu(cx, cities));
    let chips = move || {
        let lang = cx.lang.get();
        let home = cx.home.get();
        let free = !locked.get();
        cities.with(|ids| {
            (0..ids.len()).filter_map(|place| chip(cx, ids, place, (home.as_deref(), free), lang)).collect_view()
        })
    };
    view! {
        <div class="cc-cities" role="group" aria-label=cx.t(|lang| words(lang).cities_label)>
            <ul>
                {live(chips)}
                {live(add)}
                <li hidden=move || locked.get()>{find_button(cx)}</li>
            </ul>
            {live(move || cx.finding.get().then(|| lazy::show(cx, Part::Country)))}
        </div>
    }
}

/// The button that opens the search for any other city of the country.
fn find_button(cx: Instance) -> AnyView {
    view! {
        <button type="button" class="cc-quiet" id=cx.id("find") aria-expanded=move || cx.finding.get().to_string()
            on:pointerenter=move |_| lazy::prefetch(Part::Country, cx)
            on:click=move |_| cx.finding.update(|open| *open = !*open)>{cx.t(|lang| words(lang).find_city)}</button>
    }
}

/// Changes the selection, and then focuses the first of these that is there.
fn change(cx: Instance, change: impl FnOnce(&Selection) -> Selection, focus: Vec<String>) {
    let opening = cx.opening();
    let after = change(&cx.state.with_untracked(|state| state.selection(&*opening)));
    cx.change(|state| state.cities = after.ids().into_iter().map(str::to_owned).collect());
    // The chips follow when what changed them is over.
    browser::later(Duration::ZERO, move || {
        let _ = focus.iter().any(|name| cx.focus(name));
    });
}

/// The chip of the city at a place.
fn chip(cx: Instance, ids: &[String], place: usize, (home, free): (Option<&str>, bool), lang: Lang) -> Option<AnyView> {
    let id = ids.get(place)?;
    let name = cx.opening().city(id).map(|city| say(&city.name, lang)).unwrap_or_default();
    let w = words(lang);
    let earlier = (free && place > 0).then(|| {
        let (id, focus) = (id.clone(), vec![format!("earlier-{id}"), format!("chip-{id}")]);
        let label = fill(w.move_earlier, &[("city", &name)]);
        chip_button(cx, format!("earlier-{id}"), "‹", label, move || {
            change(cx, |selection| selection.moved(&id, false), focus.clone());
        })
    });
    let remove = (free && ids.len() > compare::MIN_CITIES).then(|| {
        let (id, focus) = (id.clone(), neighbours(ids, id));
        let label = fill(w.remove_city, &[("city", &name)]);
        chip_button(cx, format!("remove-{id}"), "×", label, move || {
            change(cx, |selection| selection.without(&id), focus.clone());
        })
    });
    let home = if home == Some(id.as_str()) { " cc-home" } else { "" };
    Some(view! {
        <li class=format!("cc-chip cc-tone-{}{home}", cx.tone(id)) tabindex="-1" id=cx.id(&format!("chip-{id}"))>
            {earlier}<span class="cc-chip-name">{name}</span>{remove}
        </li>
    })
}

fn chip_button(
    cx: Instance,
    id: String,
    sign: &'static str,
    label: String,
    press: impl Fn() + Send + 'static,
) -> AnyView {
    view! {
        <button type="button" class="cc-chip-button" id=cx.id(&id) aria-label=label on:click=move |_| press()>{sign}</button>
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

/// Takes a city into the comparison; one of a dataset in pieces is read first.
fn join(cx: Instance, id: String) {
    lazy::with_cities(cx, vec![id], move |known| {
        // The widget may be gone by then; why a city did not come is told above the comparison.
        if let (Some(id), true) = (known.into_iter().next(), cx.home.try_get_untracked().is_some()) {
            let focus = vec!["add".to_owned(), format!("remove-{id}")];
            change(cx, |selection| selection.with(&id), focus);
        }
    });
}

/// The menu of cities that could join.
fn add_menu(cx: Instance, cities: Memo<Vec<String>>) -> AnyView {
    let options = move || {
        let (opening, lang) = (cx.opening(), cx.lang.get());
        cities.with(|ids| {
            let there = opening.cities.iter().filter(|city| !ids.contains(&city.id)).map(|city| (&city.id, &city.name));
            let further = opening.further().iter().map(|more| (&more.listed.id, &more.listed.name));
            let option = |(id, name): (&String, &crate::model::Bilingual)| view! { <option value=id.clone()>{say(name, lang)}</option> };
            there.chain(further).map(option).collect_view()
        })
    };
    let menu = NodeRef::<html::Select>::new();
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        if let Some(menu) = menu.get_untracked() {
            menu.set_value("");
        }
        join(cx, id);
    };
    view! {
        <li>
            <select class="cc-add" id=cx.id("add") node_ref=menu aria-label=cx.t(|lang| words(lang).add_city) on:change=choose>
                <option value="">{move || format!("+ {}", words(cx.lang.get()).add_city)}</option>
                {live(options)}
            </select>
        </li>
    }
}
