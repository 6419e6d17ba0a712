use super::context::{Context, say};
use super::controls::Pick;
use super::part;
use super::prelude::*;
use crate::compare::Selection;
use crate::options::View;
use crate::text::{Lang, fill, words};

/// Name of a view.
pub(super) fn view_name(view: View, lang: Lang) -> &'static str {
    let w = words(lang);
    match view {
        View::Visions => w.visions,
        View::Strategies => w.strategies,
        View::Budgets => w.budgets,
        View::Sources => w.sources,
    }
}

pub(super) fn head(cx: Context) -> impl IntoView {
    view! {
        <header class="cc-head" part="header">
            <div class="cc-top">
                <slot name="heading">
                    <h2 class="cc-title">{cx.t(|w| w.heading_default)}</h2>
                </slot>
                {languages(cx)}
            </div>
            {chips(cx)}
            <div class="cc-bar">{tabs(cx)}{super::search::field(cx)}</div>
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
                on:click=move |_| cx.lang.set(lang)
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
            let expect = move || {
                if let Some(part) = part::of_view(view) {
                    part.expect(cx);
                }
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="cc-tab"
                        aria-current=move || (chosen.get() == view).then_some("page")
                        on:pointerenter=move |_| expect()
                        on:focus=move |_| expect()
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

/// The chosen cities, each with a button to move it and one to take it out, and a menu of those that could join.
fn chips(cx: Context) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    let change = move |change: fn(&Selection, &str) -> Selection, id: &str| {
        let data = cx.data();
        let before = cx.state.with_untracked(|state| state.selection(&data));
        let after = change(&before, id);
        cx.change(|state| state.cities = after.ids().into_iter().map(str::to_owned).collect());
    };
    let chips = move || {
        let (data, lang, ids) = (cx.data(), cx.lang.get(), cities.get());
        let w = words(lang);
        let several = ids.len() > crate::compare::MIN_CITIES;
        let chip = |(place, id): (usize, &String)| {
            let city = data.city(id)?;
            let name = say(&city.name, lang);
            let tone = data.cities.iter().position(|known| known.id == *id).unwrap_or_default();
            let (earlier, out) = (id.clone(), id.clone());
            let is_home = cx.home.with(|home| home.as_ref() == Some(id));
            let move_earlier = (place > 0).then(|| {
                let label = fill(w.move_earlier, &[("city", &name)]);
                view! {
                    <button type="button" class="cc-chip-button" aria-label=label
                        on:click=move |_| change(|s, id| s.moved(id, false), &earlier)>"‹"</button>
                }
            });
            let remove = several.then(|| {
                let label = fill(w.remove_city, &[("city", &name)]);
                view! {
                    <button type="button" class="cc-chip-button" aria-label=label
                        on:click=move |_| change(Selection::without, &out)>"×"</button>
                }
            });
            Some(view! {
                <li class=format!("cc-chip cc-tone-{tone}") class:cc-home=is_home>
                    {move_earlier}<span class="cc-chip-name">{name.clone()}</span>{remove}
                </li>
            })
        };
        ids.iter().enumerate().filter_map(chip).collect_view()
    };
    let add = move || {
        let (data, lang, ids) = (cx.data(), cx.lang.get(), cities.get());
        let others: Vec<_> = data.cities.iter().filter(|city| !ids.contains(&city.id)).collect();
        (ids.len() < crate::compare::MAX_CITIES && !others.is_empty()).then(|| {
            let options = others
                .iter()
                .map(|city| view! { <option value=city.id.clone()>{say(&city.name, lang)}</option> })
                .collect_view();
            view! {
                <li>
                    <select
                        class="cc-add"
                        aria-label=words(lang).add_city
                        on:change=move |event| change(Selection::with, &event_target_value(&event))
                    >
                        <option value="">{format!("+ {}", words(lang).add_city)}</option>
                        {options}
                    </select>
                </li>
            }
        })
    };
    view! {
        <div class="cc-cities" role="group" aria-label=cx.t(|w| w.cities_label)>
            <ul>{live(chips)}{live(add)}</ul>
        </div>
    }
}
