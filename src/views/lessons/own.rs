//! A lesson of the reader's own: steps made of what was on the screen, kept in the tab, passed on as a file or a link.

use super::common::{broken, data, quiet, to};
use crate::browser;
use crate::model::{Bilingual, Level};
use crate::options::{State, View};
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::lesson::words;
use crate::text::{Lang, fill};
use city_compare_lessons::model::{Answer, Exhibit, Lesson, SCHEMA, School, Step};
use city_compare_lessons::read;
use std::sync::Mutex;
use wasm_bindgen_futures::spawn_local;

/// Its id.
pub(super) const ID: &str = "own-lesson";
/// Letters of an address that every browser and messenger lets through.
const LONGEST: usize = 2_000;
/// Minutes of a step that nobody said anything of.
const MINUTES: u32 = 8;

static MADE: Mutex<Option<Lesson>> = Mutex::new(None);

/// What was made, if it has a step.
pub(super) fn lesson() -> Option<Lesson> {
    MADE.lock().ok()?.clone().filter(|lesson| !lesson.steps.is_empty())
}

fn both(pick: impl Fn(Lang) -> &'static str) -> Bilingual {
    Bilingual::new(pick(Lang::Ko), pick(Lang::En))
}

fn empty() -> Lesson {
    Lesson {
        schema: SCHEMA.to_owned(),
        id: ID.to_owned(),
        title: both(|lang| words(lang).own_default_title),
        aim: both(|lang| words(lang).own_default_question),
        school: School::Primary,
        grade: both(|lang| words(lang).own_lesson),
        minutes: 0,
        materials: Vec::new(),
        curriculum: Vec::new(),
        cities: Vec::new(),
        steps: Vec::new(),
    }
}

/// What a state shows, as an exhibit. Of a view that is no chart, its topic or its statements.
fn exhibit(state: &State, start: &State) -> Exhibit {
    match state.view {
        View::Budgets => {
            let shown = State { lesson: None, cities: start.cities.clone(), view: start.view, ..state.clone() };
            let entries = shown.fragment(start, "x");
            let entries: Vec<&str> = entries.split('&').filter_map(|entry| entry.strip_prefix("x.")).collect();
            let named = if entries.is_empty() { "figure=blocks".to_owned() } else { entries.join("&") };
            Exhibit::Chart { state: named }
        }
        View::Topics if state.topic.is_some() => Exhibit::Topic { topic: state.topic.clone().unwrap_or_default() },
        View::Topics | View::Strategies | View::Sources => {
            Exhibit::Statements { levels: vec![Level::Pillar, Level::Strategy] }
        }
        View::Visions | View::Glance | View::Workbench => {
            Exhibit::Statements { levels: vec![Level::Vision, Level::Goal] }
        }
    }
}

fn add_step(cx: Context, lesson: &mut Lesson) {
    let state = cx.state.get_untracked();
    let start = State::start(&data(cx));
    let mut number = lesson.steps.len() + 1;
    while lesson.steps.iter().any(|step| step.id == format!("step-{number}")) {
        number += 1;
    }
    lesson.steps.push(Step {
        id: format!("step-{number}"),
        minutes: MINUTES,
        cities: state.cities.clone(),
        show: Some(exhibit(&state, &start)),
        question: both(|lang| words(lang).own_default_question),
        answer: Answer::Text { lines: 4, checks: Vec::new() },
        hint: None,
        reveal: None,
        why: None,
        misunderstanding: None,
    });
    lesson.minutes = lesson.minutes_of_steps();
}

pub(super) fn own(cx: Context, add: bool) -> AnyView {
    let lang = cx.lang.get_untracked();
    let made = RwSignal::new(MADE.lock().ok().and_then(|made| made.clone()).unwrap_or_else(empty));
    let said = RwSignal::new(String::new());
    let problems = RwSignal::new(Vec::<read::Problem>::new());
    let step = move || {
        made.update(|made| add_step(cx, made));
        let n = made.with_untracked(|made| made.steps.len()).to_string();
        let added = fill(words(lang).own_added, &[("n", &n)]);
        cx.status.set(added.clone());
        said.set(added);
    };
    if add {
        step();
        // The address says only once that the view is taken as a step: going on or back does not take it again.
        browser::later(std::time::Duration::ZERO, move || {
            cx.update_state(|state| state.lesson = Some("own".to_owned()))
        });
    }
    Effect::new(move |_| {
        let now = made.get();
        if let Ok(mut made) = MADE.lock() {
            *made = Some(now);
        }
    });
    let title = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        made.update(|made| made.title = Bilingual::new(text.clone(), text));
    };
    let many = memo(move || made.with(|made| made.steps.len()));
    let steps = move || (0..many.get()).map(|at| edited(cx, made, at, lang)).collect_view();
    let id = cx.id("own-title");
    let open = move |event: leptos::ev::Event| {
        // An event in a shadow tree forgets its target when it is over.
        let Some(field) = event.target() else { return };
        spawn_local(async move {
            let Ok(text) = browser::chosen_file(field).await else { return };
            match read::lesson(&text) {
                Ok(lesson) => {
                    made.try_set(lesson);
                    problems.try_set(Vec::new());
                }
                Err(found) => drop(problems.try_set(found)),
            }
        });
    };
    let told = move || {
        let found = problems.get();
        (!found.is_empty()).then(|| broken(&found, lang))
    };
    let w = words(lang);
    let file = cx.id("own-file");
    view! {
        <p class="cc-summary">{w.own_about}</p>
        <p>{quiet(w.own_add, step)}</p>
        <p role="status">{move || said.get()}</p>
        <div class="cc-lesson-answer">
            <label for=id.clone()>{w.own_title}</label>
            <input type="text" id=id prop:value=move || made.with(|made| crate::compare::in_lang(&made.title, lang).to_owned()) on:change=title/>
        </div>
        <ol class="cc-lesson-own">{live(steps)}</ol>
        <p class="cc-leads">{live(move || (many.get() > 0).then(|| ways(cx, made, said, lang)))}</p>
        <p><label for=file.clone()>{w.own_open}</label> " " <input type="file" id=file accept="application/json,.json" on:change=open/></p>
        {live(told)}
    }
}

fn edited(cx: Context, made: RwSignal<Lesson>, at: usize, lang: Lang) -> AnyView {
    let w = words(lang);
    let n = (at + 1).to_string();
    let id = cx.id(&format!("own-{at}"));
    let question = move || {
        made.with(|made| made.steps.get(at).map(|step| crate::compare::in_lang(&step.question, lang).to_owned()))
            .unwrap_or_default()
    };
    let change = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        made.update(|made| {
            if let Some(step) = made.steps.get_mut(at) {
                step.question = Bilingual::new(text.clone(), text);
            }
        });
    };
    let remove = move || {
        made.update(|made| {
            if at < made.steps.len() {
                made.steps.remove(at);
            }
            made.minutes = made.minutes_of_steps();
        });
    };
    view! {
        <li class="cc-lesson-answer">
            <label for=id.clone()>{fill(w.own_question, &[("n", &n)])}</label>
            <textarea id=id rows="2" prop:value=question on:change=change></textarea>
            <button type="button" class="cc-quiet" on:click=move |_| remove()>{fill(w.own_remove, &[("n", &n)])}</button>
        </li>
    }
}

/// What can be done with it.
fn ways(cx: Context, made: RwSignal<Lesson>, said: RwSignal<String>, lang: Lang) -> AnyView {
    let w = words(lang);
    // One writer for both forms: each other one would be compiled beside it.
    let value = move || made.with_untracked(|made| serde_json::to_value(made)).unwrap_or_default();
    let json = move || value().to_string();
    let told =
        move |done: bool| said.set((if done { words(lang).own_saved } else { words(lang).work_failed }).to_owned());
    let save = move || {
        let text = format!("{:#}", value());
        told(browser::offer(&text.as_str().into(), "application/json", "city-compare-lesson.json").is_ok());
    };
    let link = move || {
        let mut state = cx.start.get_untracked();
        state.lesson = Some(json());
        let link = cx.address(&state, None);
        if link.len() > LONGEST || !cx.url_state_enabled.get_untracked() {
            said.set(words(lang).own_link_long.to_owned());
            return;
        }
        spawn_local(async move {
            let copied = match cx.element() {
                Some(near) => browser::copy(&link, &near).await.is_ok(),
                None => false,
            };
            let w = words(lang);
            said.try_set((if copied { w.copied } else { w.copy_failed }).to_owned());
        });
    };
    let page = move || {
        spawn_local(async move {
            let made = browser::one_file(&[("lang", lang.tag()), ("lesson", &json())]).await;
            let offered = made.and_then(|page| {
                browser::offer(&page.as_str().into(), "text/html;charset=utf-8", "city-compare-lesson.html")
            });
            told(offered.is_ok());
        });
    };
    view! {
        {to(cx, w.own_play, ID.to_owned())} " "
        {quiet(w.own_file, save)} " " {quiet(w.own_link, link)} " " {quiet(w.own_page, page)}
    }
}
