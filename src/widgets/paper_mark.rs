//! What stands under a printed sheet: of which data and when, its address, and that as a QR code.

use super::export_bar;
use crate::browser;
use crate::export::{Meta, Qr};
use crate::format;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::take::words;

/// The mark of a sheet, there while it is printed.
pub(crate) fn mark(cx: Context) -> AnyView {
    live(move || {
        if !cx.paper.get() {
            return None;
        }
        let lang = cx.lang.get();
        let meta = export_bar::meta(cx);
        let date = meta.date.as_ref().map(|date| format::date(date, lang)).unwrap_or_default();
        let address = meta.link.clone().unwrap_or_else(browser::page);
        let line = Meta { hash: String::new(), ..meta }.line(lang);
        let code = Qr::new(&address).map(|code| {
            let shape = code.svg(words(lang).link_name);
            view! { <span class="cc-qr-place" use:drawn=shape></span> }
        });
        Some(view! {
            <div class="cc-mark-of-paper">{code}<p>{line} " · " {date}<br/><span>{address}</span></p></div>
        })
    })
}

fn drawn(element: web_sys::Element, shape: crate::chart::Shape) {
    browser::draw(&element, &shape);
}
