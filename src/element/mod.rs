//! The boundary to the page: the only exports. They adapt, and hold no logic of their own.

use crate::embedded;
use crate::model::{Bilingual, Dataset};
use crate::options::{LangChoice, Options, State, StateStore, beyond_opening, view_asked};
use crate::text::{Lang, words};
use crate::view::part::{self, NotLoaded, Part};
use crate::view::{self, Context, Data};
use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use leptos::wasm_bindgen::{self, JsCast, JsValue, prelude::wasm_bindgen};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// The style sheet of the widget, for one constructed sheet that every instance adopts.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!("../../www/city-compare.css").to_owned()
}

/// An instance: it lives in a shadow root until it is freed.
#[wasm_bindgen]
pub struct Widget {
    cx: Context,
    root: web_sys::ShadowRoot,
    /// Dropping it unmounts the view.
    mounted: Option<Box<dyn std::any::Any>>,
    /// What is made for this instance, and goes with it: an effect without an owner would live as long as the page.
    owner: Owner,
    /// Follows the reader back and forward; dropping it removes the listener.
    _history: Option<EventListener>,
}

/// Where the reader's language is remembered, if the page lets states be kept.
const LANGUAGE_KEY: &str = "city-compare.lang";

/// Calls back with the message of a panic. The module cannot be used after one: the page shows what happened instead.
#[wasm_bindgen]
pub fn on_panic(call: js_sys::Function) {
    let call = send_wrapper::SendWrapper::new(call);
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        // The program ends after this: there is no one left to tell that the page's function failed.
        let _ = call.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
    }));
}

/// An instance for a shadow root, with all that its first frame needs. `attribute` gives the value of an attribute by name, or null; `page_lang` is the
/// page's language; `own` is a dataset of the page's own as JSON text, or undefined.
///
/// # Errors
/// A broken dataset: an array of sentences, one for each of its problems. A part that could not be loaded: undefined; the
/// page loads the parts, and knows why.
#[wasm_bindgen]
pub async fn open(
    root: web_sys::ShadowRoot,
    instance: String,
    attribute: js_sys::Function,
    page_lang: String,
    own: Option<String>,
) -> Result<Widget, JsValue> {
    crate::dataset::nfc::use_normalizer(nfc);
    let get = |name: &str| attribute.call1(&JsValue::NULL, &JsValue::from_str(name)).ok()?.as_string();
    let fragment = fragment();
    let view = part::of_view(view_asked(get, &instance, &fragment));
    let beyond = own.is_none() && beyond_opening(get, &instance, &fragment);
    if beyond {
        // Asked for at the same time as the view; whether it came is seen below.
        spawn_local(async {
            let _ = part::whole_dataset().await;
        });
    }
    if let Some(view) = view {
        view.fetch().await.map_err(not_loaded)?;
    }
    let data = match own {
        Some(json) => Data::Own(Arc::new(read_own(&json, Lang::from_tag(&page_lang)).await?)),
        None if beyond => Data::Embedded(part::whole_dataset().await.map_err(not_loaded)?),
        None => Data::Opening(embedded::opening()),
    };
    let (options, problems) = Options::read(&data, get);
    let mut problems: Vec<Bilingual> =
        problems.iter().map(|problem| Bilingual::new(problem.sentence(Lang::Ko), problem.sentence(Lang::En))).collect();
    let mut state = options.state.clone();
    let keeps = options.store == StateStore::Url;
    if keeps {
        problems.extend(restore(&mut state, &data, &instance));
    }
    let lang = match options.lang {
        LangChoice::Auto => keeps.then(remembered).flatten().unwrap_or_else(|| Lang::from_tag(&page_lang)),
        LangChoice::Ko => Lang::Ko,
        LangChoice::En => Lang::En,
    };
    let lang = keeps.then(|| linked_language(&instance)).flatten().unwrap_or(lang);
    // Charts are drawn for the width that there is: at a wrong one they would be drawn twice.
    let width = u32::try_from(root.host().client_width()).ok().filter(|width| *width > 0).unwrap_or(960);
    let owner = Owner::new();
    let cx = owner.with(|| Context {
        data: StoredValue::new(data),
        state: RwSignal::new(state),
        lang: RwSignal::new(lang),
        opened: RwSignal::new(None),
        term: RwSignal::new(None),
        status: RwSignal::new(String::new()),
        width: RwSignal::new(width),
        paper: RwSignal::new(false),
        home: RwSignal::new(options.home),
        problems: RwSignal::new(problems),
        tools: StoredValue::new(Arc::default()),
        arrived: RwSignal::new(0),
        unfinished: RwSignal::new(0),
        wanted: StoredValue::new(None),
        keeps,
        root: NodeRef::new(),
        opener: StoredValue::new_local(None),
        instance: StoredValue::new(instance),
    });
    for part in cx.state.with_untracked(Part::of_state) {
        part.load(cx).await.map_err(not_loaded)?;
    }
    Ok(Widget { cx, root, mounted: None, owner, _history: None })
}

/// The browser's own tables of Unicode.
fn nfc(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

fn not_loaded(_: NotLoaded) -> JsValue {
    JsValue::UNDEFINED
}

/// What stands behind the '#' of the page's address.
fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

#[wasm_bindgen]
impl Widget {
    /// Shows it in the shadow root, which the page has emptied.
    pub fn mount(&mut self) {
        let cx = self.cx;
        self.mounted =
            Some(Box::new(leptos::mount::mount_to_renderer(self.root.unchecked_ref(), move || view::app(cx))));
        if cx.keeps {
            self.owner.with(|| Effect::new(move |_| remember(cx.lang.get())));
            self._history = follow_history(cx);
        }
    }

    /// Tells the width of the widget in CSS pixels.
    pub fn resize(&self, width: u32) {
        self.on_paper(false);
        if self.cx.width.get_untracked() != width {
            self.cx.width.set(width);
        }
    }

    /// Tells that pages are about to be printed, which are `width` CSS pixels wide; `resize` ends it.
    pub fn print(&self, width: u32) {
        self.resize(width);
        self.on_paper(true);
    }

    fn on_paper(&self, paper: bool) {
        if self.cx.paper.get_untracked() != paper {
            self.cx.paper.set(paper);
        }
    }

    /// Reads the attribute `name` again, after the page changed it. What the reader chose besides stays.
    pub fn update(&self, name: String, attribute: js_sys::Function, page_lang: String) {
        let cx = self.cx;
        let get = move |name: &str| attribute.call1(&JsValue::NULL, &JsValue::from_str(name)).ok()?.as_string();
        let beyond = beyond_opening(&get, "", "");
        with_what_it_needs(cx, beyond, move |data| {
            let (options, problems) = Options::read(data, get);
            cx.problems
                .set(problems.iter().map(|p| Bilingual::new(p.sentence(Lang::Ko), p.sentence(Lang::En))).collect());
            match name.as_str() {
                "lang" => cx.lang.set(match options.lang {
                    LangChoice::Auto => Lang::from_tag(&page_lang),
                    LangChoice::Ko => Lang::Ko,
                    LangChoice::En => Lang::En,
                }),
                _ => {
                    cx.home.set(options.home.clone());
                    cx.change(|state| options.apply(&name, state));
                }
            }
        });
    }

    /// Calls back with what the page may want to know after each change: the state's fragment and the language.
    pub fn on_change(&self, call: js_sys::Function) {
        let cx = self.cx;
        let call = send_wrapper::SendWrapper::new(call);
        let tell = move |first: Option<()>| {
            let fragment = cx.state.with(|state| state.fragment(&cx.data(), &cx.instance.get_value()));
            let lang = cx.lang.get().tag();
            if first.is_some() {
                let _ = call.call2(&JsValue::NULL, &JsValue::from_str(&fragment), &JsValue::from_str(lang));
            }
        };
        self.owner.with(|| Effect::new(tell));
    }

    /// The shown plot as `csv`, `json` or `svg`; undefined for a view without numbers.
    pub fn export(&self, kind: &str) -> Option<String> {
        let part = self.cx.state.with_untracked(|state| part::of_view(state.view))?;
        part.brought()?.export?(self.cx, kind)
    }

    /// The language that is spoken, as a tag.
    #[wasm_bindgen(getter)]
    pub fn lang(&self) -> String {
        self.cx.lang.get_untracked().tag().to_owned()
    }
}

/// Shows the state of the address when the reader goes back or forward.
fn follow_history(cx: Context) -> Option<EventListener> {
    let window = web_sys::window()?;
    let listen = move |_: &web_sys::Event| {
        let instance = cx.instance.get_value();
        let beyond = beyond_opening(|_| None, &instance, &fragment());
        with_what_it_needs(cx, beyond, move |data| {
            // The address may be another one by the time that the dataset is there.
            let (state, _) = State::from_fragment(data, &instance, &fragment());
            if cx.state.with_untracked(|now| *now != state) {
                cx.change(|now| *now = state);
            }
        });
    };
    Some(EventListener::new(&window, "popstate", listen))
}

/// The language that a copied link names.
fn linked_language(instance: &str) -> Option<Lang> {
    let fragment = fragment();
    let name = format!("{instance}.lang=");
    let tag = fragment.trim_start_matches('#').split('&').find_map(|part| part.strip_prefix(&name))?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// The language that the reader chose before. A page without storage simply has none.
fn remembered() -> Option<Lang> {
    let tag = LocalStorage::raw().get_item(LANGUAGE_KEY).ok()??;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

fn remember(lang: Lang) {
    // Storage may be full or forbidden: then the choice lasts as long as the page.
    let _ = LocalStorage::raw().set_item(LANGUAGE_KEY, lang.tag());
}

async fn read_own(json: &str, lang: Lang) -> Result<Dataset, JsValue> {
    part::read_own(json, lang).await.map_err(not_loaded)?.map_err(|problems| {
        let lines: js_sys::Array = problems.iter().map(|problem| JsValue::from_str(problem)).collect();
        lines.into()
    })
}

/// Does it at once with the dataset that is there, or as soon as the whole one is.
fn with_what_it_needs(cx: Context, beyond: bool, work: impl FnOnce(&Dataset) + 'static) {
    if !(beyond && matches!(cx.data(), Data::Opening(_))) {
        return work(&cx.data());
    }
    spawn_local(async move {
        match part::make_whole(cx).await {
            // The widget may be gone by then.
            Ok(()) => {
                if let Some(data) = cx.data.try_get_value() {
                    work(&data)
                }
            }
            Err(NotLoaded) => {
                let sentence = |lang| words(lang).part_failed.to_owned();
                cx.problems.update(|problems| problems.push(Bilingual::new(sentence(Lang::Ko), sentence(Lang::En))));
            }
        }
    });
}

/// Restores the state of the page's address; gives a sentence for what it holds that this version does not know.
fn restore(state: &mut State, data: &Dataset, instance: &str) -> Option<Bilingual> {
    let fragment = fragment();
    if !fragment.contains(&format!("{instance}.")) {
        return None;
    }
    let (restored, unread) = State::from_fragment(data, instance, &fragment);
    *state = restored;
    (!unread.is_empty()).then(|| {
        let list = unread.join(", ");
        let fill = |lang| crate::text::fill(crate::text::words(lang).link_unread, &[("list", &list)]);
        Bilingual::new(fill(Lang::Ko), fill(Lang::En))
    })
}
