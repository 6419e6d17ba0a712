//! The page of lessons: a card for each, with what a teacher wants to know and the ways to begin.

use super::common::{LESSONS, Mode, address, to};
use crate::browser;
use crate::export::Qr;
use crate::options::Lock;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::fill;
use crate::text::lesson::words;
use crate::widgets::figure::drawn_shape;
use city_compare_lessons::model::{Lesson, School};
use city_compare_lessons::paper::{self, Sheet};
use wasm_bindgen_futures::spawn_local;

pub(super) fn list(cx: Context) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let cards = LESSONS.iter().map(|lesson| card(cx, lesson)).collect_view();
    view! {
        <p class="cc-summary">{w.intro}</p>
        <ul class="cc-lessons">{cards}</ul>
        <div class="cc-lesson-more">
            <p>{to(cx, w.quiz, "quiz".to_owned())} " — " {w.quiz_about}</p>
            <p>{to(cx, w.own_lesson, "own".to_owned())} " — " {w.own_about}</p>
        </div>
    }
}

fn card(cx: Context, lesson: &Lesson) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let id = lesson.id.clone();
    let minutes = fill(w.minutes, &[("n", &lesson.minutes.to_string())]);
    let school = match lesson.school {
        School::Primary => w.primary,
        School::Middle => w.middle,
    };
    let materials = lesson.materials.iter().map(|text| say(text, lang)).collect::<Vec<_>>().join(", ");
    let codes = lesson.curriculum.iter().map(|found| format!("[{}]", found.code)).collect::<Vec<_>>().join(" ");
    let sheets = [Sheet::Work, Sheet::Teacher, Sheet::Cards]
        .map(|sheet| view! { <li>{to(cx, paper::name(sheet, lang), address(&id, Mode::Sheet(sheet)))}</li> })
        .collect_view();
    let open = RwSignal::new(false);
    let link = id.clone();
    let pupils = move || open.get().then(|| for_pupils(cx, &link));
    view! {
        <li class="cc-card cc-lesson-card">
            <h4>{say(&lesson.title, lang)}</h4>
            <p>{say(&lesson.aim, lang)}</p>
            <dl>
                <div><dt>{w.grade}</dt><dd>{say(&lesson.grade, lang)} " · " {minutes}<span class="cc-hidden">" " {school}</span></dd></div>
                <div><dt>{w.materials}</dt><dd>{materials}</dd></div>
                <div><dt>{w.curriculum}</dt><dd>{codes}</dd></div>
            </dl>
            <ul class="cc-leads">
                <li>{to(cx, w.start, address(&id, Mode::Play))}</li>
                <li>{to(cx, w.start_big, address(&id, Mode::Big))}</li>
                <li>{to(cx, w.tally, address(&id, Mode::Tally))}</li>
            </ul>
            <p class="cc-lesson-label">{w.print_sheets}</p>
            <ul class="cc-leads">{sheets}</ul>
            <button type="button" class="cc-quiet" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{w.for_pupils}</button>
            {live(pupils)}
        </li>
    }
}

/// The link for pupils: the lesson alone, as a class view.
pub(super) fn link(cx: Context, id: &str) -> Option<String> {
    let mut state = cx.start.get();
    state.lesson = Some(id.to_owned());
    state.lock = Lock { view: true, ..Lock::default() };
    let link = cx.address(&state, None);
    // A file on this device, and a page that keeps no states, open nowhere else.
    (cx.url_state_enabled.get() && link.starts_with("http")).then_some(link)
}

fn for_pupils(cx: Context, id: &str) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let Some(link) = link(cx, id) else { return view! { <p class="cc-note">{w.qr_none}</p> } };
    let said = RwSignal::new("");
    let text = link.clone();
    let copy = move |_| {
        let (text, near) = (text.clone(), cx.element());
        spawn_local(async move {
            let copied = match near {
                Some(near) => browser::copy(&text, &near).await.is_ok(),
                None => false,
            };
            let w = words(lang);
            said.try_set(if copied { w.copied } else { w.copy_failed });
        });
    };
    view! {
        <div class="cc-lesson-link">
            {qr(&link, w.qr_name)}
            <p><a class="cc-link" href=link.clone()>{link.clone()}</a></p>
            <button type="button" class="cc-quiet" on:click=copy>{w.copy_link}</button>
            <span role="status">{move || said.get()}</span>
        </div>
    }
}

/// A QR code, where the link is short enough for one.
pub(super) fn qr(link: &str, name: &str) -> Option<AnyView> {
    let shape = Qr::new(link)?.svg(name);
    Some(drawn_shape("cc-lesson-qr", shape))
}
