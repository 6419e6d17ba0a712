//! The workbench: a city is chosen, files are added, and what comes of them is seen beside the five and taken along. It is a page
//! of the app and no tab. Files are read in this tab, and go nowhere.

mod add;
mod bench;
mod city;
mod see;
mod take;

use crate::browser;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::workbench::words;
use bench::At;
use std::time::Duration;

/// The heading over the page.
pub(crate) fn heading(cx: Context) -> String {
    words(cx.lang.get()).title.to_owned()
}

/// The three steps.
pub(crate) fn workbench(cx: Context) -> impl IntoView {
    let at = At::new(cx);
    at.begin();
    // Who comes by a link at the end of the page is led to its beginning.
    browser::later(Duration::ZERO, move || {
        let _ = cx.focus("main");
    });
    view! {
        <div class="cc-workbench">
            <p class="cc-summary">{cx.t(|lang| words(lang).about)}</p>
            <section class="cc-card" aria-labelledby=cx.id("city-step")>
                <h4 id=cx.id("city-step")>{cx.t(|lang| words(lang).city_step)}</h4>
                {live(move || city::step(at))}
            </section>
            <section class="cc-card" aria-labelledby=cx.id("add-step")>
                <h4 id=cx.id("add-step")>{cx.t(|lang| words(lang).add_step)}</h4>
                {add::step(at)}
            </section>
            <section class="cc-card" aria-labelledby=cx.id("see-step")>
                <h4 id=cx.id("see-step")>{cx.t(|lang| words(lang).see_step)}</h4>
                {live(move || see::step(at))}
                {live(move || take::step(at))}
            </section>
        </div>
    }
}
