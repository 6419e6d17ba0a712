//! The frame of the widget: head, what is shown, foot.

mod head;
mod search_field;
mod translated;

use crate::browser;
use crate::options::{Lock, View};
use crate::part::Part;
use crate::screen;
use crate::shared::context::{Instance, say};
use crate::shared::data::First;
use crate::shared::prelude::*;
use crate::text::{fill, words};
use crate::{lazy, registry};

/// The whole widget.
pub(crate) fn app(cx: Instance) -> AnyView {
    let view = cx.memo(|state| state.view);
    // What stands in the middle: the view, or a lesson.
    let middle = cx.memo(Part::shown);
    let content = move || match middle.get() {
        None => registry::first_view(cx),
        Some(part) => lazy::show(cx, part),
    };
    // A part brings the heading of its view; until it is there, the view's name stands there.
    let heading = move || {
        cx.arrived.track();
        match middle.get() {
            None => cx.state.with(|state| screen::visions_heading(&cx.opening(), state, cx.lang.get())),
            Some(part) => match (lazy::loaded(part).and_then(|loaded| loaded.heading), cx.with_data()) {
                (Some(heading), Some(cx)) => heading(cx),
                _ => head::view_name(view.get(), cx.lang.get()).to_owned(),
            },
        }
    };
    // The page of topics shows what is found in its own columns.
    let searched = cx.memo(|state| !state.query.trim().is_empty() && state.view != View::Topics);
    let found = move || searched.get().then(|| lazy::show(cx, Part::Search));
    let opened = cx.memo(|state| state.item.is_some());
    let item = move || opened.get().then(|| lazy::show(cx, Part::Item));
    // An item lies over the list of its cell, which is hidden meanwhile. A class, and not `:has`, which WebKit does not always follow.
    let covered = move || {
        cx.arrived.track();
        opened.get() && lazy::loaded(Part::Item).is_some()
    };
    let cell = cx.memo(|state| state.cell.is_some());
    let beside = move || covered() || cell.get();
    // The tray stays when the last thing was taken out of it, and says what it is for.
    let kept = Memo::new(move |before| before == Some(&true) || cx.state.with(|state| !state.pins.is_empty()));
    let pins = move || kept.get().then(|| lazy::show(cx, Part::Pins));
    announce(cx);
    translated::follow(cx);
    let inside = move || {
        let main = NodeRef::<html::Section>::new();
        let skip = move |_| {
            if let Some(main) = main.get_untracked() {
                browser::focus(&main);
            }
        };
        let (heading, found, item, content) = (heading, found, item, content);
        cx.shown.get().then(|| {
            view! {
                <button type="button" class="cc-skip" on:click=skip>{cx.t(|lang| words(lang).skip_to_content)}</button>
                {head::head(cx)}
                {class_view(cx)}
                {problems(cx)}
                <section class="cc-main" class:cc-with-item=covered class:cc-with-beside=beside id=cx.id("main") tabindex="-1" node_ref=main aria-labelledby=cx.id("sentence")>
                    <h3 class="cc-sentence" id=cx.id("sentence")>{live(heading)}</h3>
                    {live(found)}
                    {live(item)}
                    {live(content)}
                </section>
                {foot(cx)}
                {live(pins)}
                <div class="cc-hidden" role="status">{live(move || cx.status.get())}</div>
            }
        })
    };
    view! {
        <div class="cc" class:cc-unfinished=move || cx.unfinished.get() != 0 part="base" node_ref=cx.root lang=move || cx.lang.get().tag()>
            {live(inside)}
        </div>
    }
}

/// The line of a view that is locked, and how to leave it.
fn class_view(cx: Instance) -> AnyView {
    let locked = cx.memo(|state| state.lock.is_on());
    live(move || {
        locked.get().then(|| {
            let w = words(cx.lang.get());
            let leave = move |_| {
                cx.change(|state| state.lock = Lock::default());
                // What was not offered is offered again.
                cx.forget();
            };
            view! { <p class="cc-caveat cc-class-view">{w.class_view} " " <button type="button" class="cc-quiet" on:click=leave>{w.class_view_leave}</button></p> }
        })
    })
}

/// Says once, politely, what changed: the cities and the view.
fn announce(cx: Instance) {
    let cities = cx.memo(|state| state.cities.clone());
    let view = cx.memo(|state| state.view);
    Effect::new(move |before: Option<(Vec<String>, View)>| {
        let (now, shown) = (cities.get(), view.get());
        let lang = cx.lang.get_untracked();
        let w = words(lang);
        if let Some((cities, view)) = before {
            if cities != now {
                let opening = cx.opening();
                let names: Vec<String> =
                    now.iter().filter_map(|id| opening.city(id)).map(|city| say(&city.name, lang)).collect();
                cx.status.set(fill(w.status_cities, &[("n", &now.len().to_string()), ("list", &names.join(", "))]));
            } else if view != shown {
                cx.status.set(fill(w.status_view, &[("view", head::view_name(shown, lang))]));
            }
        }
        (now, shown)
    });
}

/// What could not be read of the attributes or the link.
fn problems(cx: Instance) -> impl IntoView {
    live(move || {
        let lang = cx.lang.get();
        cx.arrived.track();
        let mut problems = cx.problems.get();
        if let First::Own(own) = cx.opening() {
            problems.extend(own.report.iter().cloned());
        }
        (!problems.is_empty()).then(|| {
            let lines = problems.iter().map(|problem| view! { <li>{say(problem, lang)}</li> }).collect_view();
            view! { <div class="cc-problems" role="alert"><ul>{lines}</ul></div> }
        })
    })
}

fn foot(cx: Instance) -> impl IntoView {
    let line = move || {
        // Other data may have come.
        cx.arrived.track();
        cx.opening().meta().short_line(cx.lang.get())
    };
    view! {
        <footer class="cc-foot" part="footer">
            <p>{live(line)}</p>
            <slot name={"footer"}></slot>
        </footer>
    }
}
