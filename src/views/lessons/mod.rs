//! Lessons: the page of them, and what is done with one, on the screen and on paper.

mod answer;
mod common;
mod exhibit;
mod list;
mod own;
mod player;
mod quiz;
mod sheet;
mod tally;
mod work;

use crate::browser;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::lesson::words;
use crate::text::{Lang, fill};
use city_compare_lessons::model::Lesson;
use city_compare_lessons::read;
use common::{LESSONS, MODES, Mode, broken, to};
use std::sync::Arc;

/// What the address says of lessons.
#[derive(Clone, PartialEq)]
enum Place {
    /// All lessons.
    List,
    /// The quiz.
    Quiz,
    /// A lesson of one's own, being made; whether the shown view becomes a step of it.
    Own(bool),
    /// A lesson, and what is done with it.
    Lesson(Arc<Lesson>, Mode),
    /// A file that is no lesson: what is wrong with it.
    Broken(Vec<read::Problem>),
    /// An id that no lesson has.
    Unknown(String),
}

/// Reads the value: `all`, `quiz`, `own`, an id with a mode, or a whole lesson as JSON.
fn place(value: &str) -> Place {
    if value.starts_with('{') {
        return match read::lesson(value) {
            Ok(lesson) => Place::Lesson(Arc::new(lesson), Mode::Play),
            Err(problems) => Place::Broken(problems),
        };
    }
    match value {
        "all" => return Place::List,
        "quiz" => return Place::Quiz,
        "own" => return Place::Own(false),
        "own+" => return Place::Own(true),
        _ => {}
    }
    let (id, word) = value.find('/').map_or((value, ""), |at| value.split_at(at));
    let mode = MODES.iter().find(|(known, _)| *known == word).map(|(_, mode)| *mode);
    let own = (id == own::ID).then(|| own::lesson().map(Arc::new)).flatten();
    let lesson = own.or_else(|| LESSONS.iter().find(|lesson| lesson.id == id).cloned());
    match (lesson, mode) {
        (Some(lesson), Some(mode)) => Place::Lesson(lesson, mode),
        _ => Place::Unknown(value.to_owned()),
    }
}

fn at(cx: Context) -> Place {
    cx.state.with(|state| place(state.lesson.as_deref().unwrap_or("all")))
}

/// The heading of what is shown.
pub(crate) fn heading(cx: Context) -> String {
    let lang = cx.lang.get();
    let w = words(lang);
    match at(cx) {
        Place::Lesson(lesson, Mode::Tally) => format!("{} · {}", say(&lesson.title, lang), w.tally),
        Place::Lesson(lesson, _) => say(&lesson.title, lang),
        Place::Quiz => w.quiz.to_owned(),
        Place::Own(_) => w.own_lesson.to_owned(),
        Place::List | Place::Broken(_) | Place::Unknown(_) => w.heading.to_owned(),
    }
}

/// Says that an instance has the styles.
const STYLED: &str = "data-lessons";

/// The page.
pub(crate) fn lessons(cx: Context) -> AnyView {
    // The part's own styles: nobody else loads them.
    let root = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (Some(near), Some(outer)) = (root.get(), cx.element())
            && !outer.has_attribute(STYLED)
            && outer.set_attribute(STYLED, "").is_ok()
        {
            browser::add_styles(&near, include_str!("lessons.css"));
        }
    });
    on_cleanup(browser::hush);
    let shown = memo(move || at(cx));
    let content = move || {
        let lang = cx.lang.get();
        let w = words(lang);
        if cx.data().official.is_none() {
            return view! { <p class="cc-caveat">{w.needs_official}</p> };
        }
        match shown.get() {
            Place::List => list::list(cx),
            Place::Quiz => quiz::quiz(cx),
            Place::Own(add) => own::own(cx, add),
            Place::Lesson(lesson, mode) => one(cx, lesson, mode, lang),
            Place::Broken(problems) => broken(&problems, lang),
            Place::Unknown(id) => {
                view! { <p class="cc-caveat">{fill(w.unknown_lesson, &[("id", &id)])}</p>{back(cx)} }
            }
        }
    };
    let locked = cx.memo(|state| state.lock.view);
    let top = move || (shown.with(|shown| *shown != Place::List) && !locked.get()).then(|| back(cx));
    view! { <div class="cc-lesson" node_ref=root>{live(top)}{live(content)}</div> }
}

/// A lesson in a mode; or what of it does not fit the dataset.
fn one(cx: Context, lesson: Arc<Lesson>, mode: Mode, lang: Lang) -> AnyView {
    let problems = read::against(&lesson, &cx.data());
    if !problems.is_empty() {
        return broken(&problems, lang);
    }
    match mode {
        Mode::Play => player::player(cx, lesson, false),
        Mode::Big => player::player(cx, lesson, true),
        Mode::Sheet(sheet) => sheet::sheet(cx, lesson, sheet),
        Mode::Tally => tally::tally(cx, lesson),
    }
}

fn back(cx: Context) -> AnyView {
    view! { <p class="cc-lesson-back">{to(cx, words(cx.lang.get()).back_to_list, "all".to_owned())}</p> }
}
