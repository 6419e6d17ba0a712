//! The boundary to the page: the only exports. They adapt, and hold no logic of their own.

use crate::dataset;
use crate::embedded;
use crate::model::{Bilingual, Dataset};
use crate::options::{LangChoice, Options, State, StateStore};
use crate::screen;
use crate::text::Lang;
use crate::view::{self, Context, Data};
use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use leptos::wasm_bindgen::{self, JsCast, JsValue, prelude::wasm_bindgen};
use std::sync::Arc;

/// The style sheet of the widget, for one constructed sheet that every instance adopts.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!("../../www/city-compare.css").to_owned()
}

/// An instance: it lives in a shadow root until it is freed.
#[wasm_bindgen]
pub struct Widget {
    cx: Context,
    /// Dropping it unmounts the view.
    _mounted: Box<dyn std::any::Any>,
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

#[wasm_bindgen]
impl Widget {
    /// Mounts into a shadow root. `attribute` gives the value of an attribute by name, or null; `page_lang` is the page's
    /// language; `own` is a dataset of the page's own as JSON text, or undefined.
    ///
    /// # Errors
    /// A broken dataset: an array of sentences, one for each of its problems.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: &web_sys::ShadowRoot,
        instance: &str,
        attribute: &js_sys::Function,
        page_lang: &str,
        own: Option<String>,
    ) -> Result<Widget, JsValue> {
        let data = match own {
            None => Data::Embedded(embedded::dataset()),
            Some(json) => Data::Own(Arc::new(read_own(&json, Lang::from_tag(page_lang))?)),
        };
        let get = |name: &str| attribute.call1(&JsValue::NULL, &JsValue::from_str(name)).ok()?.as_string();
        let (options, problems) = Options::read(&data, get);
        let mut problems: Vec<Bilingual> = problems
            .iter()
            .map(|problem| Bilingual::new(problem.sentence(Lang::Ko), problem.sentence(Lang::En)))
            .collect();
        let mut state = options.state.clone();
        let keeps = options.store == StateStore::Url;
        if keeps {
            problems.extend(restore(&mut state, &data, instance));
        }
        let lang = match options.lang {
            LangChoice::Auto => keeps.then(remembered).flatten().unwrap_or_else(|| Lang::from_tag(page_lang)),
            LangChoice::Ko => Lang::Ko,
            LangChoice::En => Lang::En,
        };
        let lang = keeps.then(|| linked_language(instance)).flatten().unwrap_or(lang);
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
            wanted: StoredValue::new(None),
            keeps,
            root: view::ElementRef::new(),
            opener: StoredValue::new_local(None),
            instance: StoredValue::new(instance.to_owned()),
        });
        let mounted = leptos::mount::mount_to_renderer(root.unchecked_ref(), move || view::app(cx));
        if keeps {
            owner.with(|| Effect::new(move |_| remember(cx.lang.get())));
        }
        let history = keeps.then(|| follow_history(cx)).flatten();
        Ok(Self { cx, _mounted: Box::new(mounted), owner, _history: history })
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
    pub fn update(&self, name: &str, attribute: &js_sys::Function, page_lang: &str) {
        let get = |name: &str| attribute.call1(&JsValue::NULL, &JsValue::from_str(name)).ok()?.as_string();
        let data = self.cx.data();
        let (options, problems) = Options::read(&data, get);
        self.cx
            .problems
            .set(problems.iter().map(|p| Bilingual::new(p.sentence(Lang::Ko), p.sentence(Lang::En))).collect());
        match name {
            "lang" => self.cx.lang.set(match options.lang {
                LangChoice::Auto => Lang::from_tag(page_lang),
                LangChoice::Ko => Lang::Ko,
                LangChoice::En => Lang::En,
            }),
            _ => {
                self.cx.home.set(options.home.clone());
                self.cx.change(|state| options.apply(name, state));
            }
        }
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
        let data = self.cx.data();
        let plot = self.cx.state.with_untracked(|state| screen::plot(&data, state))?;
        Some(view::export(self.cx, &plot, kind))
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
        let fragment = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        let data = cx.data();
        let (state, _) = State::from_fragment(&data, &cx.instance.get_value(), &fragment);
        if cx.state.with_untracked(|now| *now != state) {
            cx.change(|now| *now = state);
        }
    };
    Some(EventListener::new(&window, "popstate", listen))
}

/// The language that a copied link names.
fn linked_language(instance: &str) -> Option<Lang> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    let name = format!("{instance}.lang=");
    let tag = fragment.trim_start_matches('#').split('&').find_map(|part| part.strip_prefix(&name))?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// The language that the reader chose before. A page without storage simply has none.
fn remembered() -> Option<Lang> {
    let tag: String = LocalStorage::get(LANGUAGE_KEY).ok()?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

fn remember(lang: Lang) {
    // Storage may be full or forbidden: then the choice lasts as long as the page.
    let _ = LocalStorage::set(LANGUAGE_KEY, lang.tag());
}

fn read_own(json: &str, lang: Lang) -> Result<Dataset, JsValue> {
    dataset::from_json(json).map_err(|problems| {
        let lines: js_sys::Array = problems.iter().map(|problem| JsValue::from_str(&problem.sentence(lang))).collect();
        lines.into()
    })
}

/// Restores the state of the page's address; gives a sentence for what it holds that this version does not know.
fn restore(state: &mut State, data: &Dataset, instance: &str) -> Option<Bilingual> {
    let fragment = web_sys::window()?.location().hash().ok()?;
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
