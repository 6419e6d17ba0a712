use super::data::{Data, First};
use super::fetch::Fetch;
use super::prelude::*;
use crate::browser::{self, Fetching};
use crate::compare::Evidence;
use crate::compare::alike::Alike;
use crate::compare::search::{Found, Index, Scope, Synonyms};
use crate::compare::{Selection, topic};
use crate::dataset::opening::Known;
use crate::model::{Bilingual, Topic};
use crate::options::{OptionProblem, Options, State, StateStore, address};
use crate::text::Lang;
use leptos::reactive::graph::Source;
use leptos::reactive::owner::WeakOwner;
use leptos::reactive::traits::Notify;
use std::any::Any;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// What a reader opened to check: it is shown under the row that it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opened {
    /// Where the panel appears.
    pub(crate) row: String,
    /// Which button opened it.
    pub(crate) key: String,
    /// What it is the evidence of.
    pub(crate) what: Bilingual,
    pub(crate) evidence: Vec<Evidence>,
    /// The exact amount with what makes it graspable, and what could not be said; empty for what is no amount.
    pub(crate) amount: Vec<Bilingual>,
}

/// Typing rests when no letter came for so long.
const REST: Duration = Duration::from_millis(700);

/// Long enough for the browser to draw what the reader just did.
const AFTER_THE_NEXT_FRAME: Duration = Duration::from_millis(50);

/// What every view of an instance shares, and of its dataset what the first view shows. Copying it copies handles only.
#[derive(Clone, Copy)]
pub(crate) struct Instance {
    first: StoredValue<First>,
    /// The whole dataset, once it is there.
    whole: StoredValue<Option<StoredValue<Data>>>,
    /// What is made for the instance goes with its owner.
    owner: StoredValue<Option<WeakOwner>>,
    pub(crate) state: RwSignal<State>,
    /// What the page's attributes say: where a reader starts, and where going back ends.
    pub(crate) start: RwSignal<State>,
    pub(crate) lang: RwSignal<Lang>,
    pub(crate) opened: RwSignal<Option<Opened>>,
    /// The glossary term that is explained.
    pub(crate) term: RwSignal<Option<String>>,
    /// What is announced politely.
    pub(crate) status: RwSignal<String>,
    /// Width of the widget in CSS pixels.
    pub(crate) width: RwSignal<u32>,
    /// Whether it is being printed: then nothing stays folded, and a chart that is longer than a page gives way to its table.
    pub(crate) paper: RwSignal<bool>,
    /// The site's own city.
    pub(crate) home: RwSignal<Option<String>>,
    /// Problems of the attributes or of the link, told above the comparison.
    pub(crate) problems: RwSignal<Vec<Bilingual>>,
    /// The search index and the likeness of items: made when first asked for.
    pub(crate) tools: StoredValue<Arc<Tools>>,
    /// What is worked on where data of a city are made; only that page knows what it is.
    pub(crate) desk: StoredValue<Option<Arc<dyn Any + Send + Sync>>>,
    /// Whether the search for another city is open.
    pub(crate) finding: RwSignal<bool>,
    /// Counts the parts that arrived.
    pub(crate) arrived: RwSignal<u32>,
    /// How many lists are still being made in turns. Meanwhile the widget stays as high as the window, so that what the page has
    /// under it does not move twice.
    pub(crate) unfinished: RwSignal<u32>,
    /// Whether the view is there: it is made anew when a translator has put its own nodes in the place of ours.
    pub(crate) shown: RwSignal<bool>,
    /// Whether the page keeps states in its address, so that a link can restore one.
    pub(crate) url_state_enabled: RwSignal<bool>,
    /// Counts what is to be announced when typing rests.
    pub(crate) spoken: StoredValue<u32>,
    /// Loads the functions of a part.
    pub(crate) fetch: Fetch,
    /// Fetches texts of the page's own data.
    pub(crate) fetching: StoredValue<Fetching>,
    /// The outermost element.
    pub(crate) root: NodeRef<html::Div>,
    /// What opened the item, to give the focus back to.
    pub(crate) opener: StoredValue<Option<web_sys::HtmlElement>, LocalStorage>,
    /// The item whose mark the next chart is to point at.
    pub(crate) wanted: StoredValue<Option<String>>,
    /// Whether the reader turns from an opened item to its neighbour: that is no step to go back from.
    pub(crate) turns: StoredValue<bool>,
    /// Unique in the page, for ids.
    pub(crate) instance: StoredValue<String>,
}

/// An instance with its whole dataset: what all views have but the first one.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    instance: Instance,
    pub(crate) data: StoredValue<Data>,
}

impl Deref for Context {
    type Target = Instance;

    fn deref(&self) -> &Instance {
        &self.instance
    }
}

impl From<Context> for Instance {
    fn from(cx: Context) -> Self {
        cx.instance
    }
}

/// What an instance starts with.
pub(crate) struct Start {
    pub(crate) options: Options,
    /// What could not be read of the attributes, or of the link.
    pub(crate) problems: Vec<Bilingual>,
    pub(crate) lang: Lang,
    pub(crate) width: u32,
    pub(crate) instance: String,
    pub(crate) fetching: Fetching,
}

/// What is made of the dataset when it is first asked for.
#[derive(Default)]
pub(crate) struct Tools {
    index: OnceLock<Index>,
    alike: OnceLock<Alike>,
}

impl Context {
    /// The search index.
    pub(crate) fn search(self, query: &str, scope: &Scope, limit: usize) -> Found {
        let tools = self.tools.get_value();
        tools.index.get_or_init(|| Index::new(&self.data())).find(query, scope, limit)
    }

    /// Ids of the items of the chosen cities that something typed finds; words of a topic find each other.
    pub(crate) fn found(self, topics: &[Topic], selection: &Selection, typed: &str) -> Vec<String> {
        let (tools, data) = (self.tools.get_value(), self.data());
        let index = tools.index.get_or_init(|| Index::new(&data));
        topic::found(index, &Synonyms::of(topics), &data, selection, typed)
    }

    /// Makes the search index while the reader comes to type: the first letter does not wait for it.
    pub(crate) fn prepare_search(self) {
        let make = move || {
            // The widget may be gone by then.
            if let (Some(tools), Some(data)) = (self.tools.try_get_value(), self.data.try_get_value()) {
                tools.index.get_or_init(|| Index::new(&data));
            }
        };
        browser::later(AFTER_THE_NEXT_FRAME, make);
    }

    /// Asks what is alike.
    pub(crate) fn alike<T>(self, ask: impl FnOnce(&Alike) -> T) -> T {
        let tools = self.tools.get_value();
        ask(tools.alike.get_or_init(|| Alike::new(&self.data())))
    }

    pub(crate) fn data(self) -> Data {
        self.data.get_value()
    }
}

impl Instance {
    /// What an instance shares, belonging to the owner that is set.
    pub(crate) fn new(data: Option<Data>, start: Start, fetch: Fetch) -> Self {
        let Start { options, problems, lang, width, instance, fetching } = start;
        Self {
            first: StoredValue::new(First::of(data.as_ref())),
            whole: StoredValue::new(data.map(StoredValue::new)),
            owner: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
            state: RwSignal::new(options.state.clone()),
            start: RwSignal::new(options.state),
            lang: RwSignal::new(lang),
            opened: RwSignal::new(None),
            term: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            spoken: StoredValue::new(0),
            width: RwSignal::new(width),
            paper: RwSignal::new(false),
            home: RwSignal::new(options.home),
            problems: RwSignal::new(problems),
            tools: StoredValue::new(Arc::default()),
            desk: StoredValue::new(None),
            finding: RwSignal::new(false),
            arrived: RwSignal::new(0),
            unfinished: RwSignal::new(0),
            wanted: StoredValue::new(None),
            shown: RwSignal::new(true),
            url_state_enabled: RwSignal::new(options.store == StateStore::Url),
            fetch,
            fetching: StoredValue::new(fetching),
            root: NodeRef::new(),
            opener: StoredValue::new_local(None),
            turns: StoredValue::new(false),
            instance: StoredValue::new(instance),
        }
    }

    /// What the first view shows of the dataset.
    pub(crate) fn opening(self) -> First {
        self.first.get_value()
    }

    /// The instance with its whole dataset, once that is there.
    pub(crate) fn with_data(self) -> Option<Context> {
        let data = self.whole.try_get_value().flatten()?;
        Some(Context { instance: self, data })
    }

    /// Keeps the whole dataset, in the place of the one that is there. The widget may be gone by then.
    pub(crate) fn keep(self, data: Data) {
        self.first.try_set_value(First::of(Some(&data)));
        if let Some(cx) = self.with_data() {
            cx.data.try_set_value(data);
        } else if let Some(owner) = self.owner.try_get_value().flatten().and_then(|owner| owner.upgrade()) {
            self.whole.try_set_value(Some(owner.with(|| StoredValue::new(data))));
        }
    }

    /// Asks for something of what is known of the dataset by now.
    pub(crate) fn ask<T>(self, ask: impl FnOnce(&dyn Known) -> T) -> T {
        match self.with_data() {
            Some(cx) => ask(&cx.data()),
            None => ask(&*self.opening()),
        }
    }

    /// A fixed string that follows the language.
    pub(crate) fn t(self, pick: fn(Lang) -> &'static str) -> impl Fn() -> &'static str + Copy + Send + 'static {
        move || pick(self.lang.get())
    }

    /// An id of this instance. References to ids are lists with spaces between, so an id holds neither a space nor a quote,
    /// whatever the element is called.
    pub(crate) fn id(self, name: &str) -> String {
        let plain = |c: char| match c {
            c if c.is_ascii_alphanumeric() || c == '-' => c.to_string(),
            c => format!("_{:x}", u32::from(c)),
        };
        format!("{}-{name}", self.instance.get_value()).chars().map(plain).collect()
    }

    /// The colour of a city.
    pub(crate) fn tone(self, city: &str) -> usize {
        let opening = self.opening();
        self.state.with_untracked(|state| state.selection(&*opening)).tone(&*opening, city)
    }

    /// The outermost element.
    pub(crate) fn element(self) -> Option<web_sys::Element> {
        self.root.try_get_untracked().flatten().map(Into::into)
    }

    /// Focuses an element of this instance by the name of its id; `false` if it is not there.
    pub(crate) fn focus(self, name: &str) -> bool {
        self.element().is_some_and(|root| browser::focus_by_id(&root, &self.id(name)))
    }

    /// Whether the focus is within what a selector finds.
    pub(crate) fn is_focused_in(self, selector: &str) -> bool {
        let focused = self.element().and_then(|root| browser::active_in(&root));
        focused.is_some_and(|focused| focused.closest(selector).is_ok_and(|found| found.is_some()))
    }

    /// Announces politely, once typing rests: a count for each letter would be noise.
    pub(crate) fn announce_at_rest(self, text: String) {
        let Some(now) = self.spoken.try_update_value(|spoken| {
            *spoken += 1;
            *spoken
        }) else {
            return;
        };
        browser::later(REST, move || {
            if self.spoken.try_get_value() == Some(now) {
                self.status.try_set(text);
            }
        });
    }

    /// The address of the page with another state of this instance, beside what others keep there.
    pub(crate) fn address(self, state: &State, language: Option<Lang>) -> String {
        let instance = self.instance.get_value();
        let language = language.map(|lang| format!("{}lang={}", address::prefix(&instance), lang.tag()));
        let own = [self.start.with_untracked(|start| state.fragment(start, &instance))].into_iter().chain(language);
        let own = own.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&");
        format!("{}#{}", browser::page(), address::with_entries(&browser::fragment(), &instance, &own))
    }

    /// Changes the state; what is open closes when what it belongs to may be gone.
    pub(crate) fn change(self, change: impl FnOnce(&mut State)) {
        let view = self.state.with_untracked(|state| state.view);
        self.opened.set(None);
        self.term.set(None);
        self.update_state(change);
        if self.state.with_untracked(|state| state.view) != view {
            self.forget();
        }
    }

    /// As [`Self::change`], but what is open closes only if anything changes.
    pub(crate) fn change_if(self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        if self.state.with_untracked(|now| *now != state) {
            self.change(|now| *now = state);
        }
    }

    /// As [`Self::change_if`], for what the page itself asks for: a class view does not keep it from that.
    pub(crate) fn overrule(self, change: impl FnOnce(&mut State)) {
        let lock = self.state.with_untracked(|state| state.lock);
        let mut lock_after = lock;
        self.change_if(|state| {
            change(state);
            lock_after = std::mem::take(&mut state.lock);
        });
        self.update_state(|state| state.lock = lock_after);
    }

    /// Changes the state, and leaves open what is open. What a class view locks stays. No one is told if it stays as it is.
    pub(crate) fn update_state(self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        self.state.with_untracked(|before| state.hold(before));
        if self.state.with_untracked(|now| *now != state) {
            self.state.set(state);
        }
    }

    /// Speaks another language.
    pub(crate) fn set_lang(self, lang: Lang) {
        if self.lang.get_untracked() != lang {
            self.lang.set(lang);
        }
    }

    /// Signals keep those that followed them and are gone; here all who follow are told, and come again if they are still there.
    pub(crate) fn forget(self) {
        fn of<T: Notify + Source>(signal: T) {
            signal.notify();
            signal.clear_subscribers();
        }
        of(self.state);
        of(self.start);
        of(self.shown);
        of(self.url_state_enabled);
        of(self.lang);
        of(self.opened);
        of(self.term);
        of(self.width);
        of(self.paper);
        of(self.home);
        of(self.problems);
        of(self.finding);
        of(self.arrived);
        of(self.unfinished);
    }

    /// A part of the state that views follow without being told of the rest. Read it (`get`, `with`) where it is followed: a
    /// memo that is only tracked is never computed, and so never notices a change.
    pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&State) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.state.with(&part))
    }
}

/// The text in a language, as an owned string for the DOM.
pub(crate) fn say(text: &Bilingual, lang: Lang) -> String {
    crate::compare::in_lang(text, lang).to_owned()
}

/// Problems of the attributes or of a link, each as a sentence.
pub(crate) fn sentences(problems: &[OptionProblem]) -> Vec<Bilingual> {
    problems.iter().map(|problem| Bilingual::new(problem.sentence(Lang::Ko), problem.sentence(Lang::En))).collect()
}
