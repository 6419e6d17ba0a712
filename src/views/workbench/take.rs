//! Taking it: the data, one file that shows them without a network, the lines for a site; or keeping it in this browser.

use super::bench::At;
use crate::browser;
use crate::shared::prelude::*;
use crate::text::workbench::words;
use wasm_bindgen_futures::spawn_local;

pub(super) fn step(at: At) -> Option<AnyView> {
    let cx = at.cx;
    let lang = cx.lang.get();
    let w = words(lang);
    let (id, kept) = at.with(|bench| Some((bench.made.as_ref()?.1.clone(), bench.kept)))?;
    let take = move |_| {
        let json = at.look(|bench| bench.made.as_ref().map(|(json, _)| json.clone()));
        if json.is_some_and(|json| at.offer(&json, "application/json", "dataset.json")) {
            at.saved();
        }
    };
    let lines = format!(
        "<script type=\"module\" src=\"/city-compare/city-compare.js\"></script>\n\
         <city-compare src=\"built-in our-city.json\" home=\"{id}\"></city-compare>"
    );
    let keep = move |event: leptos::ev::Event| {
        if event_target_checked(&event) {
            at.change(|bench| bench.kept = true);
            at.keep();
            at.saved();
        } else {
            at.forget();
        }
    };
    let forget = kept.then(|| {
        view! { <button type="button" class="cc-quiet" on:click=move |_| at.forget()>{w.forget}</button> }
    });
    Some(view! {
        <div class="cc-controls">
            <button type="button" class="cc-quiet" on:click=take>{w.take_dataset}</button>
            <button type="button" class="cc-quiet" on:click=move |_| page(at)>{w.take_page}</button>
            <button type="button" class="cc-quiet" on:click=move |_| at.anew()>{w.anew}</button>
        </div>
        <label>
            <span>{w.embed_label}</span>
            <textarea class="cc-text-field" readonly=true rows="2" spellcheck="false" prop:value=lines></textarea>
        </label>
        <p>
            <label><input type="checkbox" prop:checked=kept on:change=keep /> " " {w.keep}</label>
            " " {forget}
        </p>
        <p class="cc-note">{w.keep_about}</p>
    })
}

/// One HTML file that holds everything, with these data inside.
fn page(at: At) {
    let Some((json, id)) = at.look(|bench| bench.made.clone()) else { return };
    let status = at.cx.status;
    let say = move |pick: fn(&'static crate::text::WorkbenchWords) -> &'static str| {
        let lang = at.cx.lang.try_get_untracked().unwrap_or_default();
        status.try_set(pick(words(lang)).to_owned());
    };
    say(|w| w.take_making);
    spawn_local(async move {
        let data = format!("[\"built-in\",{json}]");
        match browser::one_file(&[("home", &id), ("data", &data)]).await {
            Ok(page) if at.offer(&page, "text/html;charset=utf-8", &format!("city-compare-{id}.html")) => {
                at.saved();
                status.try_set(String::new());
            }
            _ => say(|w| w.take_page_failed),
        }
    });
}
