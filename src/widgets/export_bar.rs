//! Taking a figure along: files, a citation, a link.

use crate::browser::{self, Refused};
use crate::chart;
use crate::compare::{Plot, speak};
use crate::export::{self, Meta};
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::figures::words;
use crate::text::{Lang, fill};
use leptos::wasm_bindgen::JsValue;
use send_wrapper::SendWrapper;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// Width of an exported drawing in pixels.
const WIDTH: u32 = 960;

/// What a reader took last, told under the buttons: a browser may do nothing at a download, or refuse to copy.
#[derive(Clone)]
pub(crate) enum Taken {
    File(File),
    /// A text to copy by hand, and why.
    Text {
        why: fn(Lang) -> &'static str,
        text: String,
    },
    /// Nothing came of it.
    Failed(fn(Lang) -> &'static str),
}

/// A file that was offered. A picture has no text to show instead.
#[derive(Clone)]
pub(crate) struct File {
    name: String,
    mime: &'static str,
    content: SendWrapper<JsValue>,
    text: Option<String>,
}

/// The buttons of the data and of the chart with its notes.
pub(crate) fn buttons(cx: Context, plot: Memo<Option<Plot>>, taken: Taking) -> impl IntoView {
    let button = move |name: fn(Lang) -> &'static str, act: fn(Context, &Plot, Taking)| {
        // The plot is taken out first: nothing of ours is held while the browser does its part.
        let press = move |_| {
            if let Some(plot) = plot.get_untracked() {
                act(cx, &plot, taken);
            }
        };
        view! { <button type="button" class="cc-quiet" on:click=press>{cx.t(name)}</button> }
    };
    view! {
        {button(|lang| words(lang).download_csv, |cx, plot, taken| save(cx, plot, "csv", taken))}
        {button(|lang| words(lang).download_json, |cx, plot, taken| save(cx, plot, "json", taken))}
        {button(|lang| words(lang).download_svg, |cx, plot, taken| save(cx, plot, "svg", taken))}
        {button(|lang| words(lang).download_png, |cx, plot, taken| {
            save_png(export::file_name(plot, &meta(cx), "png"), svg(cx, plot), 2.0, taken);
        })}
    }
}

/// A button that copies the address of the page with what is shown, where the page keeps it.
pub(crate) fn link_button(cx: Context, taken: Taking) -> impl IntoView {
    live(move || {
        let press = move |_| copy(cx, link(cx), taken);
        cx.url_state_enabled.get().then(|| {
            view! { <button type="button" class="cc-quiet" on:click=press>{cx.t(|lang| words(lang).copy_link)}</button> }
        })
    })
}

/// What a reader took last, and what came of it.
pub(crate) type Taking = RwSignal<Option<Taken>>;

/// A button that offers a text of its own as a CSV file, and what came of it.
pub(crate) fn text_button(
    cx: Context,
    name: fn(Lang) -> &'static str,
    make: fn(Context) -> (String, String),
) -> AnyView {
    let taken = RwSignal::new(None::<Taken>);
    let press = move |_| {
        let (name, text) = make(cx);
        save_text(name, "text/csv;charset=utf-8", text, taken);
    };
    view! {
        <button type="button" class="cc-quiet" on:click=press>{cx.t(name)}</button>
        {told(cx, taken)}
    }
}

/// What came of it, and what else there is to do.
pub(crate) fn told(cx: Context, taken: Taking) -> AnyView {
    live(move || {
        let lang = cx.lang.get();
        let content = match taken.get()? {
            Taken::File(file) => offered(cx, file, lang, taken),
            Taken::Text { why, text } => by_hand(why(lang), text, lang),
            Taken::Failed(why) => view! { <p role="alert">{why(lang)}</p> },
        };
        Some(view! { <div class="cc-taken">{content}</div> })
    })
}

fn offered(cx: Context, file: File, lang: Lang, taken: Taking) -> AnyView {
    let w = words(lang);
    let said = fill(w.file_offered, &[("name", &file.name)]);
    let share = browser::can_share(&file.content, file.mime, &file.name).then(|| {
        let file = file.clone();
        let share = move |_| {
            let file = file.clone();
            // A reader who chooses no app has nothing to be told.
            spawn_local(async move {
                let _ = browser::share(&file.content, file.mime, &file.name).await;
            });
        };
        view! { <button type="button" class="cc-quiet" on:click=share>{w.share_file}</button> }
    });
    let show = file.text.map(|text| {
        let show = move |_| {
            taken.set(Some(Taken::Text { why: |lang| words(lang).text_to_copy, text: text.clone() }));
            cx.status.set(String::new());
        };
        view! { <button type="button" class="cc-quiet" on:click=show>{w.show_text}</button> }
    });
    view! { <p>{said}</p>{share}{show} }
}

/// A text in a field, selected, for a reader to copy.
fn by_hand(why: &'static str, text: String, lang: Lang) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // After its text is set, which would end the selection.
            browser::later(Duration::ZERO, move || browser::select_text(&field));
        }
    });
    view! {
        <p role="alert">{why}</p>
        <textarea class="cc-text-field" readonly=true rows="4" spellcheck="false" node_ref=field
            aria-label=words(lang).text_to_copy prop:value=text></textarea>
    }
}

/// What every export carries of its origin.
pub(crate) fn meta(cx: Context) -> Meta {
    let link = cx.url_state_enabled.get_untracked().then(|| link(cx));
    Meta { link, date: browser::today(), ..cx.opening().meta() }
}

/// The address of the page with the state and the language in its fragment, beside what others keep there.
fn link(cx: Context) -> String {
    cx.state.with_untracked(|state| cx.address(state, Some(cx.lang.get_untracked())))
}

/// The content of an export.
pub(crate) fn content(cx: Context, plot: &Plot, kind: &str) -> (String, &'static str) {
    let (data, lang, meta) = (cx.data(), cx.lang.get_untracked(), meta(cx));
    match kind {
        "csv" => (export::csv(plot, &data, &meta, lang), "text/csv;charset=utf-8"),
        "json" => (export::json(plot, &data, &meta), "application/json"),
        _ => (svg(cx, plot), "image/svg+xml"),
    }
}

fn svg(cx: Context, plot: &Plot) -> String {
    let (data, lang, meta) = (cx.data(), cx.lang.get_untracked(), meta(cx));
    let frame = chart::Frame { width: WIDTH, lang, id_prefix: "cc" };
    let sources: Vec<String> =
        plot.documents().into_iter().map(|id| speak::document_title(id, &data, lang).to_owned()).collect();
    let (summary, dataset) = (speak::summary(plot, &data, lang), meta.line(lang));
    chart::standalone(plot, frame, &chart::Meta { summary: &summary, sources: &sources, dataset: &dataset })
}

fn save(cx: Context, plot: &Plot, kind: &'static str, taken: Taking) {
    let (text, mime) = content(cx, plot, kind);
    save_text(export::file_name(plot, &meta(cx), kind), mime, text, taken);
}

/// Offers a text as a file.
pub(crate) fn save_text(name: String, mime: &'static str, text: String, taken: Taking) {
    offer(File { name, mime, content: SendWrapper::new(text.as_str().into()), text: Some(text) }, taken);
}

fn offer(file: File, taken: Taking) {
    let offered = browser::offer(&file.content, file.mime, &file.name);
    let told = match (offered, &file.text) {
        (Ok(()), _) => Taken::File(file),
        (Err(Refused), Some(text)) => Taken::Text { why: |lang| words(lang).file_refused, text: text.clone() },
        (Err(Refused), None) => Taken::Failed(|lang| words(lang).picture_failed),
    };
    taken.try_set(Some(told));
}

/// Draws an SVG file on a canvas of so many times its size and offers it as PNG.
pub(crate) fn save_png(name: String, drawing: String, times: f64, taken: Taking) {
    spawn_local(async move {
        match browser::picture(&drawing, times).await {
            Ok(picture) => {
                offer(File { name, mime: "image/png", content: SendWrapper::new(picture), text: None }, taken)
            }
            // The widget may be gone by then.
            Err(Refused) => drop(taken.try_set(Some(Taken::Failed(|lang| words(lang).picture_failed)))),
        }
    });
}

/// Copies a text, and says so; where nothing lets it be copied, shows it for the reader to copy.
pub(crate) fn copy(cx: Context, text: String, taken: Taking) {
    let Some(root) = cx.element() else { return };
    spawn_local(async move {
        let copied = browser::copy(&text, &root).await;
        // The widget may be gone by then.
        let Some(lang) = cx.lang.try_get_untracked() else { return };
        match copied {
            Ok(()) => {
                taken.try_set(None);
                cx.status.try_set(words(lang).copied.to_owned());
            }
            Err(Refused) => drop(taken.try_set(Some(Taken::Text { why: |lang| words(lang).copy_refused, text }))),
        }
    });
}
