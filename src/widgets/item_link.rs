//! What leads to an item, or to another state.

use crate::browser;
use crate::compare;
use crate::model::Item;
use crate::options::State;
use crate::shared::context::Instance;
use crate::shared::prelude::*;
use crate::text::{Lang, fill, words};

/// A link to an item: opens it beside the view.
pub(crate) fn link(cx: impl Into<Instance>, id: &str, text: String) -> AnyView {
    item(cx.into(), id, text)
}

fn item(cx: Instance, id: &str, name: String) -> AnyView {
    let item = id.to_owned();
    let state = move |state: &mut State| state.item = Some(item.clone());
    lead(cx, None, name.into_any(), state)
}

/// What leads to another state. Where the page keeps states it is a link, whose address restores that state from where a
/// reader starts, in another tab too; elsewhere no address could, and it is a button.
pub(crate) fn lead(
    cx: impl Into<Instance>,
    lang: Option<Lang>,
    content: AnyView,
    change: impl Fn(&mut State) + Clone + Send + Sync + 'static,
) -> AnyView {
    let (cx, tag): (Instance, _) = (cx.into(), lang.map(Lang::tag));
    if is_held(cx, &change) {
        // A class view does not lead there.
        return view! { <span lang=tag>{content}</span> };
    }
    if !cx.url_state_enabled.get() {
        let open = move |event: leptos::ev::MouseEvent| go(cx, &event, &change);
        return view! { <button type="button" class="cc-link cc-text" lang=tag on:click=open>{content}</button> };
    }
    let mut there = cx.start.get();
    there.lock = cx.state.with_untracked(|now| now.lock);
    change(&mut there);
    let address = cx.address(&there, None);
    let open = move |event: leptos::ev::MouseEvent| {
        // A new tab, a new window: that is the browser's.
        if !browser::is_modified(&event) {
            event.prevent_default();
            go(cx, &event, &change);
        }
    };
    view! { <a class="cc-link cc-text" lang=tag href=address on:click=open>{content}</a> }
}

/// Whether a class view keeps a reader from a state.
fn is_held(cx: Instance, change: &dyn Fn(&mut State)) -> bool {
    cx.state.with_untracked(|now| {
        now.lock.is_on() && {
            let mut there = now.clone();
            change(&mut there);
            let wanted = there.clone();
            there.hold(now);
            there != wanted
        }
    })
}

fn go(cx: Instance, event: &leptos::ev::MouseEvent, change: &impl Fn(&mut State)) {
    use leptos::wasm_bindgen::JsCast;
    let opener = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    if cx.state.with_untracked(|state| state.item.is_none()) {
        cx.opener.set_value(opener);
    }
    cx.change(change);
}

/// What is said of an item that is no plan, or of a plan that only the city's staff will notice.
pub(crate) fn role_mark(item: &Item, lang: Lang) -> Option<AnyView> {
    let w = words(lang);
    let said = if item.is_plan() {
        item.staff_only.then(|| w.staff_only.to_owned())
    } else {
        Some(fill(w.no_plan, &[("role", compare::role_name(item.role, lang))]))
    };
    said.map(|said| view! { <span class="cc-ours">{said}</span> })
}

/// The mark of an item's title that is ours.
pub(crate) fn ours(statement: &compare::Statement, lang: Lang) -> Option<AnyView> {
    let ours = !statement.printed && statement.item.is_some();
    ours.then(|| view! { <span class="cc-ours">{words(lang).title_ours}</span> })
}
