//! The fields by which a step is answered: native ones, for keyboard, finger and voice.

use crate::browser;
use crate::format;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::fill;
use crate::text::lesson::words;
use city_compare_lessons::key::{Given, Solved};
use city_compare_lessons::model::{Answer, Measure, Step};
use std::sync::Arc;
use std::time::Duration;

/// A field for the answer of a step. What is given stands in `given`; `done` closes it.
pub(super) fn field(
    cx: Context,
    step: &Arc<Step>,
    solved: &Arc<Solved>,
    given: RwSignal<Option<Given>>,
    done: Memo<bool>,
) -> AnyView {
    match &step.answer {
        Answer::Choose { .. } | Answer::Mark { .. } => choices(cx, &step.id, solved, given, done),
        Answer::Order { .. } => order(cx, &step.id, solved, given, done),
        Answer::Number { of, from, to, by, .. } => number(cx, &step.id, of, (*from, *to, *by), given, done),
        Answer::Cite { .. } => cite(cx, &step.id, solved, given, done),
        Answer::Split { fields } => {
            let fields = fields.iter().map(|line| {
                let name = cx.data().field(&line.field).map(|field| field.name.clone()).unwrap_or_default();
                (name, line.pays.clone())
            });
            split(cx, &step.id, fields.collect(), given, done)
        }
        Answer::Text { checks, .. } => words_of_ones_own(cx, &step.id, checks, given, done),
    }
}

fn choices(cx: Context, id: &str, solved: &Solved, given: RwSignal<Option<Given>>, done: Memo<bool>) -> AnyView {
    let lang = cx.lang.get_untracked();
    let name = cx.id(&format!("choice-{id}"));
    let option = |(place, option): (usize, &city_compare_lessons::key::Opt)| {
        let checked = move || given.with(|given| *given == Some(Given::One(place)));
        view! {
            <label class="cc-check">
                <input type="radio" name=name.clone() value=place.to_string() prop:checked=checked disabled=move || done.get()
                    on:change=move |_| given.set(Some(Given::One(place)))/>
                <span>{say(&option.text, lang)}</span>
            </label>
        }
    };
    let options = solved.options.iter().enumerate().map(option).collect_view();
    view! { <fieldset class="cc-lesson-answer"><legend>{words(lang).choose_one}</legend>{options}</fieldset> }
}

fn order(cx: Context, id: &str, solved: &Arc<Solved>, given: RwSignal<Option<Given>>, done: Memo<bool>) -> AnyView {
    let lang = cx.lang.get_untracked();
    let w = words(lang);
    let many = solved.options.len();
    let now = move || match given.get() {
        Some(Given::Order(order)) => order,
        _ => (0..many).collect(),
    };
    let id = cx.id(&format!("order-{id}"));
    let names: Arc<Vec<String>> = Arc::new(solved.options.iter().map(|option| say(&option.text, lang)).collect());
    let rows = move || {
        let order = now();
        let row = |(place, own): (usize, usize)| {
            let name = names.get(own).cloned().unwrap_or_default();
            let button = |earlier: bool, sign: &'static str, template: &'static str, off: bool| {
                let (order, name, id) = (order.clone(), name.clone(), id.clone());
                let label = fill(template, &[("city", &name)]);
                let key = format!("{id}-{own}-{earlier}");
                let own_id = key.clone();
                let other = format!("{id}-{own}-{}", !earlier);
                let press = move |_| {
                    let to = if earlier { place.saturating_sub(1) } else { place + 1 };
                    let mut order = order.clone();
                    if to < order.len() {
                        order.swap(place, to);
                        given.set(Some(Given::Order(order)));
                        let said = [("city", name.as_str()), ("n", &(to + 1).to_string())];
                        cx.status.set(fill(words(lang).moved, &said));
                        let (key, other) = (key.clone(), other.clone());
                        // The focus stays with what was moved, or goes to its other button at an end.
                        browser::later(Duration::ZERO, move || {
                            if let Some(root) = cx.element() {
                                let enabled = |key: &str| {
                                    browser::by_id(&root, key).is_some_and(|found| !found.has_attribute("disabled"))
                                };
                                let key = if enabled(&key) { key } else { other };
                                browser::focus_by_id(&root, &key);
                            }
                        });
                    }
                };
                view! {
                    <button type="button" class="cc-quiet" id=own_id aria-label=label disabled=move || off || done.get() on:click=press>{sign}</button>
                }
            };
            view! {
                <li>
                    <span class="cc-lesson-place">{(place + 1).to_string()}</span> " " {name.clone()} " "
                    {button(true, "▲", w.earlier, place == 0)}{button(false, "▼", w.later, place + 1 == order.len())}
                </li>
            }
        };
        order.iter().copied().enumerate().map(row).collect_view()
    };
    view! {
        <fieldset class="cc-lesson-answer"><legend>{w.order_label}</legend><ol class="cc-lesson-order">{live(rows)}</ol></fieldset>
    }
}

fn number(
    cx: Context,
    id: &str,
    of: &Measure,
    (from, to, by): (i64, i64, i64),
    given: RwSignal<Option<Given>>,
    done: Memo<bool>,
) -> AnyView {
    let lang = cx.lang.get_untracked();
    let w = words(lang);
    let middle = from + (to - from) / by / 2 * by;
    let now = move || match given.get() {
        Some(Given::Number(number)) => number,
        _ => middle,
    };
    let set = move |event: leptos::ev::Event| {
        if let Ok(number) = event_target_value(&event).replace([',', ' '], "").parse::<i64>() {
            given.set(Some(Given::Number(number.clamp(from, to))));
        }
    };
    let of = of.clone();
    let said = text(move || of.text(now(), lang));
    let id = cx.id(&format!("number-{id}"));
    view! {
        <fieldset class="cc-lesson-answer">
            <legend>{w.number_label}</legend>
            <label for=format!("{id}-range")>{w.slider}</label>
            <input type="range" id=format!("{id}-range") min=from.to_string() max=to.to_string() step=by.to_string() aria-describedby=format!("{id}-said")
                prop:value=move || now().to_string() disabled=move || done.get() on:input=set/>
            <label for=format!("{id}-field")>{w.number_field}</label>
            <input type="number" id=format!("{id}-field") min=from.to_string() max=to.to_string() step=by.to_string() inputmode="numeric"
                prop:value=move || now().to_string() disabled=move || done.get() on:change=set/>
            <output id=format!("{id}-said")>{said}</output>
        </fieldset>
    }
}

fn cite(cx: Context, id: &str, solved: &Solved, given: RwSignal<Option<Given>>, done: Memo<bool>) -> AnyView {
    let lang = cx.lang.get_untracked();
    let w = words(lang);
    let now = move || match given.get() {
        Some(Given::Line(city, line)) => (city, line),
        _ => (0, 0),
    };
    let options = solved.options.iter().enumerate().map(|(place, option)| {
        let chosen = move || now().0 == place;
        view! { <option value=place.to_string() selected=chosen>{say(&option.text, lang)}</option> }
    });
    let options = options.collect_view();
    let city = move |event: leptos::ev::Event| {
        if let Ok(city) = event_target_value(&event).parse() {
            given.set(Some(Given::Line(city, now().1)));
        }
    };
    let line = move |event: leptos::ev::Event| {
        if let Ok(line) = event_target_value(&event).trim().parse() {
            given.set(Some(Given::Line(now().0, line)));
        }
    };
    let id = cx.id(&format!("cite-{id}"));
    let shown = move || Some(now().1).filter(|line| *line > 0).map(|line| line.to_string()).unwrap_or_default();
    view! {
        <fieldset class="cc-lesson-answer">
            <legend>{w.cite_label}</legend>
            <label for=format!("{id}-city")>{w.cite_city}</label>
            <select id=format!("{id}-city") disabled=move || done.get() on:change=city>{options}</select>
            <label for=format!("{id}-line")>{w.cite_line}</label>
            <input type="number" id=format!("{id}-line") min="1" inputmode="numeric" prop:value=shown disabled=move || done.get() on:input=line/>
        </fieldset>
    }
}

/// Blocks that are shared out.
const BLOCKS: u32 = 100;

fn split(
    cx: Context,
    id: &str,
    fields: Vec<(crate::model::Bilingual, crate::model::Bilingual)>,
    given: RwSignal<Option<Given>>,
    done: Memo<bool>,
) -> AnyView {
    let lang = cx.lang.get_untracked();
    let w = words(lang);
    let many = fields.len();
    let now = move || match given.get() {
        Some(Given::Split(blocks)) if blocks.len() == many => blocks,
        _ => vec![0; many],
    };
    let thousands = |blocks: u32| format::grouped(i64::from(blocks) * 1_000);
    let left = text(move || {
        let sum: u32 = now().iter().sum();
        match (sum, BLOCKS) {
            (sum, all) if sum == all => words(lang).split_done.to_owned(),
            (sum, all) if sum < all => fill(words(lang).split_left, &[("n", &thousands(all - sum))]),
            (sum, all) => fill(words(lang).split_over, &[("n", &thousands(sum - all))]),
        }
    });
    let id = cx.id(&format!("split-{id}"));
    let row = |(place, (name, pays)): (usize, &(crate::model::Bilingual, crate::model::Bilingual))| {
        let own = move || now().get(place).copied().unwrap_or_default();
        let put = move |blocks: u32| {
            let mut all = now();
            if let Some(own) = all.get_mut(place) {
                *own = blocks.min(BLOCKS);
            }
            given.set(Some(Given::Split(all)));
        };
        let range = move |event: leptos::ev::Event| {
            if let Ok(blocks) = event_target_value(&event).parse() {
                put(blocks);
            }
        };
        let field = move |event: leptos::ev::Event| {
            if let Ok(won) = event_target_value(&event).replace([',', ' '], "").parse::<u32>() {
                put(won / 1_000);
            }
        };
        let key = format!("{id}-{place}");
        view! {
            <li>
                <span class="cc-lesson-field" id=format!("{key}-name")>{say(name, lang)}</span>
                <span class="cc-note" id=format!("{key}-pays")>{say(pays, lang)}</span>
                <input type="range" min="0" max="100" step="1" aria-labelledby=format!("{key}-name") aria-describedby=format!("{key}-pays")
                    aria-valuetext=text(move || fill(words(lang).unit_won, &[("n", &thousands(own()))]))
                    prop:value=move || own().to_string() disabled=move || done.get() on:input=range/>
                <input type="number" min="0" max="100000" step="1000" inputmode="numeric" aria-labelledby=format!("{key}-name")
                    prop:value=move || (own() * 1_000).to_string() disabled=move || done.get() on:change=field/>
            </li>
        }
    };
    let rows = fields.iter().enumerate().map(row).collect_view();
    view! {
        <fieldset class="cc-lesson-answer cc-lesson-split">
            <legend>{w.split_label}</legend>
            <p class="cc-lesson-left" role="status">{left}</p>
            <ul>{rows}</ul>
        </fieldset>
    }
}

fn words_of_ones_own(
    cx: Context,
    id: &str,
    checks: &[crate::model::Bilingual],
    given: RwSignal<Option<Given>>,
    done: Memo<bool>,
) -> AnyView {
    let lang = cx.lang.get_untracked();
    let w = words(lang);
    let id = cx.id(&format!("text-{id}"));
    let now = move || match given.get() {
        Some(Given::Text(text)) => text,
        _ => String::new(),
    };
    let write = move |event: leptos::ev::Event| given.set(Some(Given::Text(event_target_value(&event))));
    let list = checks.iter().map(|check| {
        view! { <label class="cc-check"><input type={"checkbox"}/><span>{say(check, lang)}</span></label> }
    });
    let list = list.collect_view();
    let own = (!checks.is_empty()).then(|| {
        view! { <fieldset class="cc-lesson-answer"><legend>{w.checks}</legend>{list}</fieldset> }
    });
    view! {
        <div class="cc-lesson-answer">
            <label for=id.clone()>{w.text_label}</label>
            <textarea id=id rows="4" prop:value=now readonly=move || done.get() on:input=write></textarea>
        </div>
        {own}
    }
}

/// The distance between an estimate and the figure, as two bars.
pub(super) fn gap(of: &Measure, (own, value): (i64, i64), lang: Lang) -> AnyView {
    let w = words(lang);
    let most = own.max(value).max(1);
    let bar = |name: &'static str, number: i64, class: &'static str| {
        #[expect(clippy::cast_precision_loss, reason = "a width on the screen")]
        let width = number as f64 / most as f64 * 100.0;
        view! {
            <div class="cc-lesson-bar">
                <span>{name} " " {of.text(number, lang)}</span>
                <div class=class style:width=format!("{width:.1}%")></div>
            </div>
        }
    };
    view! { <div class="cc-lesson-gap" aria-hidden="true">{bar(w.own_bar, own, "cc-lesson-own")}{bar(w.real_bar, value, "cc-lesson-real")}</div> }
}
