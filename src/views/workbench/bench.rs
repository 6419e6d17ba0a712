//! What is worked on, and how it becomes the data that all views show.

use crate::browser::{self, Unsaved};
use crate::lazy::{self, Unshown, Wish};
use crate::model::{Bilingual, Dataset};
use crate::options::State;
use crate::shared::context::Context;
use crate::shared::data::{Data, Own};
use crate::shared::prelude::*;
use crate::text::workbench::words;
use crate::text::{Lang, fill};
use crate::{compare, embedded};
use city_compare_import::desk::{Desk, File, Kept, subject, whole};
use city_compare_import::form::Contents;
use city_compare_import::import::Outcome;
use city_compare_import::places::Places;
use leptos::wasm_bindgen::JsValue;
use send_wrapper::SendWrapper;
use std::any::Any;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use wasm_bindgen_futures::spawn_local;

/// The place in the browser's storage where work is kept, if a reader wants it.
const KEPT: &str = "city-compare.workbench";

/// Rows that are read before the browser gets its turn.
const ROWS: usize = 4_000;

/// What is worked on. It stays while other views are looked at.
#[derive(Default)]
pub(super) struct Bench {
    pub(super) desk: Desk,
    pub(super) outcome: Option<Outcome>,
    /// The city's data as JSON, and its id beside the five.
    pub(super) made: Option<(String, String)>,
    /// Whether each change is kept in the browser.
    pub(super) kept: bool,
    /// While it is there, the browser asks before the page goes.
    unsaved: Option<SendWrapper<Unsaved>>,
}

/// The bench of an instance, and what its page follows.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) cx: Context,
    /// Counts what changed.
    version: RwSignal<u32>,
    /// How much of the files is read, while they are.
    pub(super) share: RwSignal<Option<f32>>,
    /// Counts the readings: one that is not the newest ends.
    turn: RwSignal<u32>,
}

/// All places of the country, by code and by name.
pub(super) fn places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| {
        let mut places = Places::of_country(embedded::country());
        places.add_codes(embedded::official());
        places
    })
}

impl At {
    pub(super) fn new(cx: Context) -> Self {
        let (version, share, turn) = (RwSignal::new(0), RwSignal::new(None), RwSignal::new(0));
        Self { cx, version, share, turn }
    }

    fn bench(self) -> Arc<Mutex<Bench>> {
        let known = self.cx.desk.try_get_value().flatten();
        if let Some(Ok(bench)) = known.map(Arc::downcast::<Mutex<Bench>>) {
            return bench;
        }
        let bench = Arc::new(Mutex::new(Bench::default()));
        let any: Arc<dyn Any + Send + Sync> = bench.clone();
        self.cx.desk.try_set_value(Some(any));
        bench
    }

    /// Asks what is on the bench; whoever asks is asked again when it changes.
    pub(super) fn with<T>(self, ask: impl FnOnce(&Bench) -> T) -> T {
        self.version.track();
        self.look(ask)
    }

    /// As [`Self::with`], once.
    pub(super) fn look<T>(self, ask: impl FnOnce(&Bench) -> T) -> T {
        ask(&self.bench().lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Bench)) {
        change(&mut self.bench().lock().unwrap_or_else(PoisonError::into_inner));
        self.version.try_update(|version| *version += 1);
    }

    /// What was kept before is there again.
    pub(super) fn begin(self) {
        let kept = browser::remembered(KEPT).and_then(|text| Kept::read(&text));
        if let Some(is_made) = self.look(|bench| bench.desk.subject.as_ref().map(|_| bench.made.is_some())) {
            // Who left while files were being read comes back to that.
            if !is_made {
                self.read();
            }
            return;
        }
        let Some(kept) = kept else { return };
        let Some(subject) = subject(embedded::country(), &kept.code) else { return };
        self.change(|bench| {
            bench.desk.subject = Some(subject);
            bench.desk.files =
                kept.dataset.map(|json| File::new("dataset.json", Contents::Dataset(json))).into_iter().collect();
            bench.kept = true;
        });
        // What an address names of these data could not be read before they were there.
        self.cx.problems.set(Vec::new());
        self.read();
    }

    /// Adds files, and reads all.
    pub(super) fn add(self, files: Vec<File>) {
        self.change(|bench| files.into_iter().for_each(|file| bench.desk.add(file)));
        self.read();
    }

    /// Reads all files for the city, some rows at a time, and shows what comes of it.
    pub(super) fn read(self) {
        self.turn.update(|turn| *turn += 1);
        let mine = self.turn.get_untracked();
        spawn_local(async move {
            let desk = self.look(|bench| bench.desk.clone());
            let Some(subject) = desk.subject.clone() else { return };
            self.share.try_set(Some(0.0));
            browser::pause().await;
            let mut work = desk.work(&subject, places());
            while work.advance(ROWS) {
                self.share.try_set(Some(work.share()));
                browser::pause().await;
                // The widget may be gone, the reader may have stopped it, or added another file.
                if self.turn.try_get_untracked() != Some(mine) {
                    return;
                }
            }
            let outcome = work.finish();
            let dataset = whole(outcome.dataset.clone(), &subject, embedded::country());
            self.change(|bench| bench.outcome = Some(outcome));
            self.show(&dataset, mine).await;
            self.share.try_set(None);
        });
    }

    /// Ends what is being read.
    pub(super) fn stop(self) {
        self.turn.update(|turn| *turn += 1);
        self.share.set(None);
        self.cx.status.set(words(self.cx.lang.get_untracked()).stopped.to_owned());
    }

    /// Shows the city's data beside the five, in all views.
    async fn show(self, dataset: &Dataset, mine: u32) {
        let cx = self.cx;
        let Some(json) = as_json(dataset) else { return };
        let (Some(fetching), Some(lang)) = (cx.fetching.try_get_value(), cx.lang.try_get_untracked()) else { return };
        let held = Some(format!("[\"built-in\",{json}]"));
        let wish = Wish { held, src: String::new(), cities: Vec::new(), fetching, lang };
        let read = lazy::read_own(wish).await;
        if self.turn.try_get_untracked() != Some(mine) {
            return;
        }
        match read {
            Ok(Ok(own)) => self.take_over(own, json),
            Ok(Err(Unshown::Problems(why))) => self.failed(&why.join(" ")),
            Ok(Err(Unshown::NotFetched(_))) | Err(_) => self.failed(crate::text::words(lang).part_failed),
        }
    }

    fn failed(self, why: &str) {
        let said = |lang| fill(words(lang).failed, &[("why", why)]);
        let said = Bilingual::new(said(Lang::Ko), said(Lang::En));
        self.cx.problems.try_update(|problems| problems.push(said));
    }

    fn take_over(self, own: Own, json: String) {
        let cx = self.cx;
        let Some(id) = own.parts.last().and_then(|part| part.cities.first().cloned()) else { return };
        cx.keep(Data::Own(Arc::new(own)));
        cx.tools.set_value(Arc::default());
        self.change(|bench| bench.made = Some((json, id.clone())));
        self.keep();
        self.guard();
        cx.home.set(Some(id.clone()));
        let data = cx.data();
        cx.change_if(|state| {
            state.cities.retain(|known| *known != id && data.city(known).is_some());
            state.cities.insert(0, id);
            state.cities.truncate(compare::MAX_CITIES);
        });
        cx.arrived.update(|arrived| *arrived += 1);
    }

    /// Keeps what was read, if a reader wants that.
    pub(super) fn keep(self) {
        let (kept, text) = self.look(|bench| {
            let dataset = bench.outcome.as_ref().and_then(|outcome| outcome.dataset.as_ref()).and_then(as_json);
            let code = bench.desk.subject.as_ref().and_then(|subject| subject.place.lofin);
            (bench.kept, code.map(|code| Kept { code: code.to_string(), dataset }.text()))
        });
        let Some(text) = text.filter(|_| kept) else { return };
        let w = words(self.cx.lang.get_untracked());
        if browser::remember(KEPT, &text).is_ok() {
            self.cx.status.set(w.kept.to_owned());
        } else {
            self.change(|bench| bench.kept = false);
            self.cx.status.set(w.keep_failed.to_owned());
        }
    }

    /// Removes what was kept.
    pub(super) fn forget(self) {
        // Where nothing can be removed, nothing could be kept.
        browser::forget(KEPT);
        self.change(|bench| bench.kept = false);
        self.guard();
        self.cx.status.set(words(self.cx.lang.get_untracked()).forgotten.to_owned());
    }

    /// The browser asks before the page goes while there is work that nobody took along or keeps.
    fn guard(self) {
        self.change(|bench| {
            let at_risk = !bench.kept && !bench.desk.files.is_empty();
            if at_risk && bench.unsaved.is_none() {
                bench.unsaved = browser::ask_before_leaving().map(SendWrapper::new);
            } else if !at_risk {
                bench.unsaved = None;
            }
        });
    }

    /// What was taken along is not lost when the page goes.
    pub(super) fn saved(self) {
        self.change(|bench| bench.unsaved = None);
    }

    /// Clears the bench: the five cities are there again, and what was kept is gone.
    pub(super) fn anew(self) {
        self.turn.update(|turn| *turn += 1);
        browser::forget(KEPT);
        self.change(|bench| *bench = Bench::default());
        let cx = self.cx;
        spawn_local(async move {
            let Ok(whole) = lazy::whole_dataset().await else { return };
            if cx.data.try_get_value().is_none() {
                return;
            }
            cx.keep(Data::Embedded(whole));
            cx.tools.set_value(Arc::default());
            cx.home.set(None);
            cx.change_if(|state| state.cities = State::start(whole).cities);
            cx.arrived.update(|arrived| *arrived += 1);
        });
    }

    /// Offers a text as a file.
    pub(super) fn offer(self, text: &str, mime: &str, name: &str) -> bool {
        browser::offer(&JsValue::from_str(text), mime, name).is_ok()
    }
}

/// A dataset as it is published.
fn as_json(dataset: &Dataset) -> Option<String> {
    city_compare_import::desk::json(dataset)
}
