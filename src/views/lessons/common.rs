//! What every page of lessons uses: the lessons, what is done with one, and what leads from one page to another.

use crate::model::Dataset;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::lesson::words;
use city_compare_lessons::model::Lesson;
use city_compare_lessons::paper::Sheet;
use city_compare_lessons::{built_in, read};
use std::sync::{Arc, LazyLock};

/// What is done with a lesson.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Play,
    /// The same in large type.
    Big,
    Sheet(Sheet),
    Tally,
}

/// Words of modes in an address, behind the id of the lesson.
pub(super) const MODES: [(&str, Mode); 6] = [
    ("", Mode::Play),
    ("/big", Mode::Big),
    ("/worksheet", Mode::Sheet(Sheet::Work)),
    ("/teacher", Mode::Sheet(Sheet::Teacher)),
    ("/cards", Mode::Sheet(Sheet::Cards)),
    ("/tally", Mode::Tally),
];

pub(super) static LESSONS: LazyLock<Vec<Arc<Lesson>>> =
    LazyLock::new(|| built_in().into_iter().map(Arc::new).collect());

/// The value that leads to a mode of a lesson.
pub(super) fn address(id: &str, mode: Mode) -> String {
    let word = MODES.iter().find(|(_, known)| *known == mode).map_or("", |(word, _)| *word);
    format!("{id}{word}")
}

/// What leads to another place of this page.
pub(super) fn to(cx: Context, name: &'static str, value: String) -> AnyView {
    crate::widgets::item_link::lead(cx, None, name.into_any(), move |state| state.lesson = Some(value.clone()))
}

/// A button in the quiet style.
pub(super) fn quiet(name: &'static str, press: impl Fn() + Send + 'static) -> AnyView {
    view! { <button type="button" class="cc-quiet" on:click=move |_| press()>{name}</button> }
}

/// The dataset of the instance, for what is computed of it.
pub(super) fn data(cx: Context) -> impl std::ops::Deref<Target = Dataset> {
    cx.data()
}

/// What is wrong with a lesson.
pub(super) fn broken(problems: &[read::Problem], lang: Lang) -> AnyView {
    let lines = problems.iter().map(|problem| view! { <li>{problem.sentence(lang)}</li> }).collect_view();
    view! { <div class="cc-problems" role="alert"><p>{words(lang).own_broken}</p><ul>{lines}</ul></div> }
}
