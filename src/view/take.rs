//! Taking a figure along: files, a citation, a link.

use super::context::Context;
use super::prelude::*;
use crate::chart;
use crate::compare::{Plot, speak};
use crate::export::{self, Meta};
use crate::text::{Words, words};
use leptos::wasm_bindgen::{JsCast, JsValue};

/// Width of an exported drawing in pixels.
const WIDTH: u32 = 960;

pub(super) fn buttons(cx: Context, plot: Memo<Option<Plot>>) -> impl IntoView {
    let button = move |name: fn(&'static Words) -> &'static str, act: fn(Context, &Plot)| {
        view! {
            <button type="button" class="cc-quiet" on:click=move |_| plot.with_untracked(|plot| if let Some(plot) = plot { act(cx, plot) })>
                {cx.t(name)}
            </button>
        }
    };
    view! {
        {button(|w| w.download_csv, |cx, plot| save(cx, plot, "csv"))}
        {button(|w| w.download_json, |cx, plot| save(cx, plot, "json"))}
        {button(|w| w.download_svg, |cx, plot| save(cx, plot, "svg"))}
        {button(|w| w.download_png, save_png)}
        {button(|w| w.copy_citation, |cx, plot| {
            let text = export::plot_citation(plot, &cx.data(), &meta(cx), cx.lang.get_untracked());
            copy(cx, text);
        })}
        {cx.keeps.then(|| button(|w| w.copy_link, |cx, _| copy(cx, link(cx))))}
    }
}

/// What every export carries of its origin.
pub(super) fn meta(cx: Context) -> Meta {
    Meta {
        version: cx.data().version.clone(),
        hash: crate::embedded::HASH.to_owned(),
        link: cx.keeps.then(|| link(cx)),
        date: today(),
    }
}

fn today() -> Option<crate::model::PartialDate> {
    let now = js_sys::Date::new_0();
    crate::model::PartialDate::parse(&format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    ))
}

/// The address of the page with the state and the language in its fragment, beside what others keep there.
fn link(cx: Context) -> String {
    let page = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let (page, others) = page.split_once('#').unwrap_or((&page, ""));
    let instance = cx.instance.get_value();
    let own = format!("{instance}.");
    let language = format!("{own}lang={}", cx.lang.get_untracked().tag());
    let state = cx.state.with_untracked(|state| state.fragment(&cx.data(), &instance));
    let others = others.split('&').filter(|part| !part.is_empty() && !part.starts_with(&own));
    let parts: Vec<&str> = others.chain([state.as_str(), &language]).filter(|part| !part.is_empty()).collect();
    format!("{page}#{}", parts.join("&"))
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
    let about = chart::Meta {
        summary: &speak::summary(plot, &data, lang),
        sources: &sources,
        version: &meta.version,
        hash: &meta.hash,
    };
    chart::standalone(plot, frame, &about)
}

fn save(cx: Context, plot: &Plot, kind: &'static str) {
    let (content, mime) = content(cx, plot, kind);
    let blob = gloo::file::Blob::new_with_options(content.as_str(), Some(mime));
    offer(&blob, &export::file_name(plot, &meta(cx), kind));
}

/// Offers a blob as a download.
fn offer(blob: &gloo::file::Blob, name: &str) {
    let url = gloo::file::ObjectUrl::from(blob.clone());
    let anchor = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|anchor| anchor.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        // The browser reads the address after this turn: it must live a little longer than the click.
        gloo::timers::callback::Timeout::new(60_000, move || drop(url)).forget();
    }
}

/// Draws the exported SVG on a canvas of twice its size and offers it as PNG.
fn save_png(cx: Context, plot: &Plot) {
    let name = export::file_name(plot, &meta(cx), "png");
    let blob = gloo::file::Blob::new_with_options(svg(cx, plot).as_str(), Some("image/svg+xml"));
    let url = gloo::file::ObjectUrl::from(blob);
    let Ok(image) = web_sys::HtmlImageElement::new() else { return };
    let drawn = image.clone();
    let keep = url.clone();
    let on_load = leptos::wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = paint(&drawn, name);
        // Named here so that the closure holds it: the address must live until the picture is read.
        drop(keep);
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_src(&url);
}

fn paint(image: &web_sys::HtmlImageElement, name: String) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (image.natural_width() * 2, image.natural_height() * 2);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    let give = leptos::wasm_bindgen::closure::Closure::once_into_js(move |blob: web_sys::Blob| {
        offer(&gloo::file::Blob::from(blob), &name);
    });
    canvas.to_blob(give.unchecked_ref())
}

/// Copies a text; says so.
fn copy(cx: Context, text: String) {
    let Some(window) = web_sys::window() else { return };
    let promise = window.navigator().clipboard().write_text(&text);
    leptos::task::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(promise).await.is_ok() {
            cx.status.set(words(cx.lang.get_untracked()).copied.to_owned());
        }
    });
}
