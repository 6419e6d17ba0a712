//! The boundary to the page: the only exports. They adapt, and hold no logic of their own.

mod keeping;

use crate::browser::{self, Fetching, Held, Travel};
use crate::dataset::asked::is_own;
use crate::lazy::{Unshown, Wish};
use crate::options::{LangChoice, Options, State, StateStore, beyond_opening, cities_asked, view_asked};
use crate::part::Part;
use crate::shared::context::{Instance, Start, sentences};
use crate::shared::data::{Data, Own, known};
use crate::shared::fetch::NotLoaded;
use crate::text::Lang;
use crate::{app, lazy, registry};
use keeping::Places;
use leptos::prelude::*;
use leptos::wasm_bindgen::{self, JsCast, JsValue, prelude::wasm_bindgen};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// An instance: it lives in a shadow root until it is freed.
#[wasm_bindgen]
pub struct Widget {
    cx: Instance,
    root: web_sys::ShadowRoot,
    /// What a reader has focused and selected of the view that the page held.
    held: Held,
    /// Dropping it unmounts the view.
    mounted: Option<Box<dyn std::any::Any>>,
    /// What is made for this instance, and goes with it: an effect without an owner would live as long as the page.
    owner: Owner,
    /// What was shown where in the reader's history.
    places: Places,
    /// Follows the reader back and forward; dropping it removes the listener.
    _travel: Option<Travel>,
}

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

/// An instance for a shadow root, with all that its first frame needs. `instance` is its name as addresses hold it;
/// `attribute` gives the value of an attribute by name, or null; `page_lang` is the page's language; `own` is a dataset of the page's own as JSON text, or a list of several, or undefined: then the attribute
/// `src` says where they are, and `fetch` gives the text at an address.
///
/// # Errors
/// A broken dataset: an array of sentences, one for each of its problems. One that `fetch` did not bring: its error. A part that
/// could not be loaded: undefined; the page loads the parts, and knows why.
#[wasm_bindgen]
pub async fn open(
    root: web_sys::ShadowRoot,
    instance: String,
    attribute: js_sys::Function,
    page_lang: String,
    own: Option<String>,
    fetch: js_sys::Function,
) -> Result<Widget, JsValue> {
    crate::dataset::nfc::use_normalizer(browser::nfc);
    let get = values(attribute);
    let fragment = browser::fragment();
    let view = Part::of_view(view_asked(&get, &instance, &fragment));
    let src = get("src").unwrap_or_default();
    let has_own = own.is_some() || is_own(&src);
    let fetching = Fetching::by(fetch);
    let beyond = !has_own && beyond_opening(&get, &instance, &fragment);
    if beyond {
        // Asked for at the same time as the view; whether it came is seen below.
        spawn_local(async {
            let _ = lazy::whole_dataset().await;
        });
    }
    if let Some(view) = view {
        registry::fetch(view).await.map_err(not_loaded)?;
    }
    let data = if has_own {
        let cities = cities_asked(&get, &instance, &fragment);
        let (fetching, lang) = (fetching.clone(), Lang::from_tag(&page_lang));
        Some(Data::Own(Arc::new(read_own(Wish { held: own, src, cities, fetching, lang }).await?)))
    } else if beyond {
        Some(Data::Embedded(lazy::whole_dataset().await.map_err(not_loaded)?))
    } else {
        None
    };
    let asked = cities_asked(&get, &instance, &fragment);
    let data = lazy::with_places(data, &asked, registry::fetch).await.map_err(not_loaded)?;
    let (options, problems) = Options::read(known(data.as_ref()), &get);
    let problems = sentences(&problems);
    let keeps = options.store == StateStore::Url;
    let lang = match options.lang {
        LangChoice::Auto => keeps.then(keeping::remembered_language).flatten(),
        LangChoice::Ko => Some(Lang::Ko),
        LangChoice::En => Some(Lang::En),
    };
    let lang = lang.unwrap_or_else(|| Lang::from_tag(&page_lang));
    // Charts are drawn for the width that there is: at a wrong one they would be drawn twice.
    let width = u32::try_from(root.host().client_width()).ok().filter(|width| *width > 0).unwrap_or(960);
    let owner = Owner::new();
    let shown = Start { options, problems, lang, width, instance, fetching };
    let cx = owner.with(|| Instance::new(data, shown, registry::fetch));
    let places = owner.with(|| StoredValue::new(keeping::History::default()));
    if keeps {
        cx.ask(|known| keeping::begin(cx, places, known));
    }
    for part in cx.state.with_untracked(Part::of_state) {
        lazy::load(part, cx).await.map_err(not_loaded)?;
    }
    Ok(Widget { cx, root, held: Held::default(), mounted: None, owner, places, _travel: None })
}

/// The values of the attributes by name, asked of the page: of one type, so that what reads them is compiled once.
fn values(attribute: js_sys::Function) -> impl Fn(&str) -> Option<String> {
    move |name| attribute.call1(&JsValue::NULL, &JsValue::from_str(name)).ok()?.as_string()
}

fn not_loaded(_: NotLoaded) -> JsValue {
    JsValue::UNDEFINED
}

#[wasm_bindgen]
impl Widget {
    /// Notes what a reader has focused and selected of the first view, if the page holds it, before it is emptied.
    pub fn hold(&mut self) {
        self.held = browser::held(&self.root);
    }

    /// Shows it in the shadow root, which the page has emptied.
    pub fn mount(&mut self) {
        let cx = self.cx;
        self.mounted =
            Some(Box::new(leptos::mount::mount_to_renderer(self.root.unchecked_ref(), move || app::app(cx))));
        self.owner.with(|| Effect::new(move |_| keeping::remember_language(cx)));
        self._travel = keeping::follow(cx, self.places);
        std::mem::take(&mut self.held).give_back(&self.root);
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
        let get = values(attribute);
        let places = self.places;
        // Where states begin to be kept, the address says what is shown.
        let fragment = if name == "state" { browser::fragment() } else { String::new() };
        let instance = cx.instance.get_value();
        let beyond = beyond_opening(&get, &instance, &fragment);
        lazy::with_what_it_needs(cx, beyond, cities_asked(&get, &instance, &fragment), move |known| {
            let (options, problems) = Options::read(known, &get);
            let problems = sentences(&problems);
            if cx.problems.with_untracked(|now| *now != problems) {
                cx.problems.set(problems);
            }
            cx.start.set(options.state.clone());
            let keeps = options.store == StateStore::Url;
            match name.as_str() {
                "lang" => cx.lang.set(match options.lang {
                    LangChoice::Auto => Lang::from_tag(&page_lang),
                    LangChoice::Ko => Lang::Ko,
                    LangChoice::En => Lang::En,
                }),
                // The page's style sheet does it.
                "theme" => {}
                "state" if keeps != cx.url_state_enabled.get_untracked() => {
                    cx.url_state_enabled.set(keeps);
                    if keeps {
                        keeping::begin(cx, places, known);
                    }
                }
                _ => {
                    cx.home.set(options.home.clone());
                    cx.overrule(|state| options.apply(&name, state));
                }
            }
        });
    }

    /// Calls back after each change with what the page may want to know: what the state adds to the attributes as entries of
    /// an address, the language, and whether it is a step that a reader goes back from (`push`: another view, an item) or
    /// not (`replace`: another filter, unit, year, query, the item beside).
    pub fn on_change(&self, call: js_sys::Function) {
        let (cx, places) = (self.cx, self.places);
        let call = send_wrapper::SendWrapper::new(call);
        let tell = move |before: Option<(State, Lang)>| {
            let (now, lang) = (cx.state.get(), cx.lang.get());
            if let Some((was, lang_was)) = before
                && (was != now || lang_was != lang)
            {
                let fragment = cx.start.with_untracked(|start| now.fragment(start, &cx.instance.get_value()));
                let travelled = places.try_update_value(keeping::History::take_travelled) == Some(true);
                let turned = cx.turns.try_update_value(std::mem::take) == Some(true);
                let same =
                    (was.view, &was.item, &was.cell, &was.lesson) == (now.view, &now.item, &now.cell, &now.lesson);
                let step = if same || travelled || turned { "replace" } else { "push" };
                let [fragment, tag, step] = [fragment.as_str(), lang.tag(), step].map(JsValue::from_str);
                // What the page does with it is its own; should it throw, the widget goes on.
                let _ = call.call3(&JsValue::NULL, &fragment, &tag, &step);
                keeping::note(cx, places);
            }
            (now, lang)
        };
        self.owner.with(|| Effect::new(tell));
    }

    /// The shown plot as `csv`, `json` or `svg`; undefined for a view without numbers.
    pub fn export(&self, kind: &str) -> Option<String> {
        let part = self.cx.state.with_untracked(|state| Part::of_view(state.view))?;
        lazy::loaded(part)?.export?(self.cx.with_data()?, kind)
    }

    /// The language that is spoken, as a tag.
    #[wasm_bindgen(getter)]
    pub fn lang(&self) -> String {
        self.cx.lang.get_untracked().tag().to_owned()
    }
}

async fn read_own(wish: Wish) -> Result<Own, JsValue> {
    lazy::read_own(wish).await.map_err(not_loaded)?.map_err(|unshown| match unshown {
        Unshown::NotFetched(error) => error,
        Unshown::Problems(problems) => {
            let lines: js_sys::Array = problems.iter().map(|problem| JsValue::from_str(problem)).collect();
            lines.into()
        }
    })
}
