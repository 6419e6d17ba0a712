use super::address::own_entries;
use super::{Figure, LOCKS, Lock, State, UnitChoice, View};
use crate::choices::choices;
use crate::dataset::opening::Known;
use crate::model::{Dataset, FiscalYear, Stage, Word};
use crate::text::{Lang, fill, words};
use percent_encoding::percent_decode_str;

choices! {
    /// Which language the widget speaks.
    LangChoice {
        /// That of the page.
        #[default]
        Auto = "auto",
        /// Korean.
        Ko = "ko",
        /// English.
        En = "en",
    }
}

choices! {
    /// Light or dark.
    Theme {
        /// As the system asks.
        #[default]
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

choices! {
    /// Where the reader's choices are kept.
    StateStore {
        /// Nowhere.
        #[default]
        None = "none",
        /// In the fragment of the page's address.
        Url = "url",
    }
}

choices! {
    /// What stands around the figure.
    Controls {
        /// Everything.
        #[default]
        All = "all",
        /// Nothing but its basis, its sources and the way to the whole.
        None = "none",
    }
}

/// The attributes of `<city-compare>`, read.
///
/// ```
/// use city_compare_core::{options::{Options, View}, text::Lang};
/// use city_compare_embedded as embedded;
/// let (options, problems) =
///     Options::read(embedded::dataset(), |name| match name {
///         "view" => Some("budgets".to_owned()),
///         "lang" => Some("kr".to_owned()),
///         _ => None,
///     });
/// assert_eq!(options.state.view, View::Budgets);
/// assert_eq!(problems[0].sentence(Lang::En), "Attribute lang: “kr” is not allowed. Allowed: auto, ko, en. The default is used.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What is shown first.
    pub state: State,
    /// Language.
    pub lang: LangChoice,
    /// Light or dark.
    pub theme: Theme,
    /// Id of the site's own city: first and marked.
    pub home: Option<String>,
    /// Where choices are kept.
    pub store: StateStore,
    /// What stands around the figure.
    pub controls: Controls,
}

/// An attribute that cannot be read as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionProblem {
    /// Name of the attribute.
    pub name: &'static str,
    /// What was found.
    pub found: String,
    /// What is allowed.
    pub allowed: String,
}

impl OptionProblem {
    /// One sentence: the attribute, what was found, what is allowed, what happens now.
    pub fn sentence(&self, lang: Lang) -> String {
        let values = [("name", self.name), ("found", self.found.as_str()), ("allowed", self.allowed.as_str())];
        fill(words(lang).problem_option, &values)
    }
}

/// Names of the attributes that the element observes.
pub const ATTRIBUTES: [&str; 17] = [
    "cities", "view", "topic", "field", "item", "figure", "year", "stage", "unit", "show", "controls", "lang", "theme",
    "home", "state", "lesson", "lock",
];

impl Options {
    /// Reads the attributes; `get` gives an attribute's value. What cannot be read is told and replaced by its default. An opening
    /// does not know of fields, items and years: [`beyond_opening`] tells whether any is asked for.
    pub fn read(dataset: &dyn Known, get: impl Fn(&str) -> Option<String>) -> (Self, Vec<OptionProblem>) {
        let mut read = Read { get: &get, problems: Vec::new() };
        let mut state = State::start(dataset);
        let home = read.city(dataset, "home");
        if let Some(cities) = read.cities(dataset) {
            state.cities = cities;
        }
        if let Some(home) = &home {
            state.cities.retain(|id| id != home);
            state.cities.insert(0, home.clone());
            state.cities.truncate(crate::compare::MAX_CITIES);
        }
        state.view = read.word::<View>("view").unwrap_or_default();
        state.filters.field = read.field(dataset);
        state.item = read.item(dataset);
        state.lit.clone_from(&state.filters.field);
        state.topic = read.value("topic");
        state.basis = read.basis();
        // With a stage the year is that of the official figures.
        let year = if state.basis.is_some() { None } else { read.year(dataset) };
        let unit = read.word::<UnitChoice>("unit");
        // Unit and year are of the figures of the press: code of the first version goes on showing them.
        let press = (unit.is_some() || year.is_some()).then_some(Figure::Press);
        state.figure = read.word("figure").or(press).unwrap_or_default();
        state.unit = unit.unwrap_or_default();
        state.year = year.unwrap_or(state.year);
        let state = State { lesson: read.value("lesson"), lock: read.lock(), ..state };
        let state = read.show(dataset, state);
        let options = Self {
            state,
            lang: read.lang().unwrap_or_default(),
            theme: read.word("theme").unwrap_or_default(),
            home,
            store: read.word("state").unwrap_or_default(),
            controls: read.word("controls").unwrap_or_default(),
        };
        (options, read.problems)
    }

    /// Carries one attribute over into a state; the rest of the state stays as the reader left it.
    ///
    /// ```
    /// use city_compare_core::{options::{Options, State, View}};
    /// use city_compare_embedded as embedded;
    /// let dataset = embedded::dataset();
    /// let (options, _) = Options::read(dataset, |name| (name == "view").then(|| "budgets".to_owned()));
    /// let mut state = State { query: "bus".to_owned(), ..State::start(dataset) };
    /// options.apply("view", &mut state);
    /// assert_eq!((state.view, state.query.as_str()), (View::Budgets, "bus"));
    /// ```
    pub fn apply(&self, name: &str, state: &mut State) {
        let new = &self.state;
        match name {
            "cities" | "home" => state.cities.clone_from(&new.cities),
            "view" => (state.view, state.item) = (new.view, new.item.clone()),
            "field" => (state.filters.field, state.lit) = (new.filters.field.clone(), new.lit.clone()),
            "item" => state.item.clone_from(&new.item),
            "topic" => state.topic.clone_from(&new.topic),
            "figure" => state.figure = new.figure,
            "year" | "stage" => (state.figure, state.year, state.basis) = (new.figure, new.year, new.basis),
            "show" => state.clone_from(new),
            "unit" => (state.figure, state.unit) = (new.figure, new.unit),
            "lesson" => state.lesson.clone_from(&new.lesson),
            "lock" => state.lock = new.lock,
            _ => {}
        }
    }
}

/// Whether the attributes or the entries of an address (`name=value` behind the instance's prefix) ask for more than the
/// visions view: then the whole dataset is needed to read them.
///
/// ```
/// use city_compare_core::options::beyond_opening;
/// let none = |_: &str| None;
/// assert!(!beyond_opening(none, "cc", "#cc.cities=yeosu,gwangju&cc.lang=en&other=1"));
/// assert!(beyond_opening(none, "cc", "#cc.view=budgets"));
/// let glance = |name: &str| (name == "view").then(|| "glance".to_owned());
/// assert!(beyond_opening(glance, "cc", "") && !beyond_opening(glance, "cc", "#cc.view=visions"));
/// assert!(beyond_opening(|name| (name == "item").then(|| "yeosu-1-1".to_owned()), "cc", ""));
/// ```
pub fn beyond_opening(get: impl Fn(&str) -> Option<String>, prefix: &str, fragment: &str) -> bool {
    let set = |name: &&str| get(name).is_some_and(|value| !value.trim().is_empty());
    // What an address says of the view goes before what the attribute does.
    view_asked(&get, prefix, fragment) != View::Visions
        || ["field", "item", "year", "topic", "show", "lesson"].iter().any(set)
        || own_entries(prefix, fragment).any(|(name, value)| {
            ["cities", "lang"].iter().all(|own| *own != name) && (name != "view" || View::parse(value).is_none())
        })
}

/// The view that attributes and address ask for, as far as that can be told before any of it is read: it can be loaded
/// while the dataset is. What an address says goes before what an attribute does.
///
/// ```
/// use city_compare_core::options::{View, view_asked};
/// let attribute = |name: &str| (name == "view").then(|| "budgets".to_owned());
/// assert_eq!(view_asked(attribute, "cc", ""), View::Budgets);
/// assert_eq!(view_asked(attribute, "cc", "#cc.view=sources"), View::Sources);
/// assert_eq!(view_asked(|_| None, "cc", "#cc.view=maps"), View::Visions);
/// ```
pub fn view_asked(get: impl Fn(&str) -> Option<String>, prefix: &str, fragment: &str) -> View {
    let linked =
        own_entries(prefix, fragment).find(|(name, _)| *name == "view").and_then(|(_, view)| View::parse(view));
    let shown = || entries(&get("show")?).find(|(name, _)| *name == "view").and_then(|(_, view)| View::parse(view));
    linked.or_else(shown).or_else(|| View::parse(get("view")?.trim())).unwrap_or_default()
}

/// The entries of the attribute `show`: names and values as they stand in an address, with the name of an instance before them or
/// without it.
fn entries(show: &str) -> impl Iterator<Item = (&str, &str)> + Clone {
    fn entry(part: &str) -> Option<(&str, &str)> {
        let (name, value) = part.split_once('=')?;
        Some((name.rsplit('.').next().unwrap_or(name), value))
    }
    show.trim().trim_start_matches('#').split('&').filter_map(entry)
}

/// Attributes that show a state to a reader who has chosen nothing yet, without the cities where all are shown; the inverse of
/// [`Options::read`]. What has no attribute of its own stands in `show`, in the words of an address.
///
/// ```
/// use city_compare_core::model::{FiscalYear, Stage};
/// use city_compare_core::options::{Figure, State, View, written};
/// use city_compare_embedded as embedded;
/// let dataset = embedded::dataset();
/// let state = State {
///     view: View::Budgets, figure: Figure::Fields, basis: Some((FiscalYear(2024), Stage::Final)), real: true,
///     ..State::start(dataset)
/// };
/// let text: Vec<String> = written(dataset, &state).iter().map(|(name, value)| format!("{name}={value}")).collect();
/// assert_eq!(text, ["view=budgets", "figure=fields", "year=2024", "stage=final", "show=real=yes"]);
/// ```
pub fn written(dataset: &Dataset, state: &State) -> Vec<(&'static str, String)> {
    let usual = State::start(dataset);
    let of_basis = state.basis.filter(|_| state.year == usual.year);
    let year = match of_basis {
        Some((year, _)) => Some(year),
        None => Some(state.year).filter(|year| *year != usual.year),
    };
    let unit = Some(state.unit).filter(|unit| *unit != usual.unit);
    let press = unit.is_some() || (year.is_some() && of_basis.is_none());
    let named = [
        ("cities", Some(state.cities.join(",")).filter(|_| state.cities != usual.cities)),
        ("view", Some(state.view.word().to_owned()).filter(|_| state.view != usual.view)),
        ("topic", state.topic.clone()),
        ("field", state.filters.field.clone()),
        ("item", state.item.clone()),
        ("figure", Some(state.figure.word().to_owned()).filter(|_| state.figure != usual.figure || press)),
        ("year", year.map(|year| year.to_string())),
        ("stage", of_basis.map(|(_, stage)| stage.word().to_owned())),
        ("unit", unit.map(|unit| unit.word().to_owned())),
    ];
    let mut pairs: Vec<(&'static str, String)> =
        named.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let get = |name: &str| pairs.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone());
    let (read, _) = Options::read(dataset, get);
    let rest = state.fragment(&read.state, "");
    if !rest.is_empty() {
        let rest: Vec<&str> = rest.split('&').map(|entry| entry.trim_start_matches('.')).collect();
        pairs.push(("show", rest.join("&")));
    }
    pairs
}

/// Ids of cities that attributes and address name: of a dataset in pieces these are loaded first.
///
/// ```
/// use city_compare_core::options::cities_asked;
/// let get = |name: &str| match name { "cities" => Some("a, b".to_owned()), "home" => Some("c".to_owned()), _ => None };
/// assert_eq!(cities_asked(&get, "cc", "#cc.cities=d%2Ce&other=1"), ["c", "d", "e", "a", "b"]);
/// assert!(cities_asked(&|_| None, "cc", "").is_empty());
/// ```
pub fn cities_asked(get: &dyn Fn(&str) -> Option<String>, prefix: &str, fragment: &str) -> Vec<String> {
    let shown = get("show").unwrap_or_default();
    let linked = own_entries(prefix, fragment).chain(entries(&shown)).filter(|(name, _)| *name == "cities");
    let linked: Vec<String> =
        linked.map(|(_, value)| percent_decode_str(value).decode_utf8_lossy().into_owned()).collect();
    let texts = get("home").into_iter().chain(linked).chain(get("cities"));
    let ids = texts.flat_map(|text| text.split([',', ' ']).map(|id| id.trim().to_owned()).collect::<Vec<_>>());
    ids.filter(|id| !id.is_empty()).collect()
}

struct Read<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    problems: Vec<OptionProblem>,
}

impl Read<'_> {
    fn value(&self, name: &str) -> Option<String> {
        (self.get)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn refuse(&mut self, name: &'static str, found: &str, allowed: String) {
        self.problems.push(OptionProblem { name, found: found.to_owned(), allowed });
    }

    fn word<W: Word>(&mut self, name: &'static str) -> Option<W> {
        let found = self.value(name)?;
        let word = W::parse(&found);
        if word.is_none() {
            self.refuse(name, &found, W::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "));
        }
        word
    }

    /// `lang` is HTML's own attribute and holds BCP 47 tags, as `en-US`; `auto` is ours. For a language that is not
    /// spoken here English stands in. `kr`, a country, is told: Korean is meant.
    fn lang(&mut self) -> Option<LangChoice> {
        let found = self.value("lang")?;
        let primary = found.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "auto" => Some(LangChoice::Auto),
            _ if Lang::from_tag(&found) == Lang::Ko => Some(LangChoice::Ko),
            "kr" => self.word("lang"),
            tag if (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase()) => Some(LangChoice::En),
            _ => self.word("lang"),
        }
    }

    fn lock(&mut self) -> Lock {
        let found = self.value("lock").unwrap_or_default();
        Lock::parse(&found).unwrap_or_else(|| {
            self.refuse("lock", &found, LOCKS.join(", "));
            Lock::default()
        })
    }

    fn city(&mut self, dataset: &dyn Known, name: &'static str) -> Option<String> {
        let found = self.value(name)?;
        if dataset.has(&found) {
            return Some(found);
        }
        self.refuse(name, &found, city_ids(dataset));
        None
    }

    fn cities(&mut self, dataset: &dyn Known) -> Option<Vec<String>> {
        let found = self.value("cities")?;
        let ids: Vec<&str> = found.split([',', ' ']).map(str::trim).filter(|id| !id.is_empty()).collect();
        for id in ids.iter().filter(|id| !dataset.has(id)) {
            self.refuse("cities", id, city_ids(dataset));
        }
        let known: Vec<&str> = ids.into_iter().filter(|id| dataset.has(id)).collect();
        (!known.is_empty())
            .then(|| crate::compare::Selection::new(dataset, &known).ids().into_iter().map(str::to_owned).collect())
    }

    fn field(&mut self, dataset: &dyn Known) -> Option<String> {
        let found = self.value("field")?;
        let dataset = dataset.whole()?;
        if dataset.field(&found).is_some() {
            return Some(found);
        }
        let codes: Vec<&str> = dataset.fields.iter().map(|field| field.code.as_str()).collect();
        self.refuse("field", &found, codes.join(", "));
        None
    }

    fn item(&mut self, dataset: &dyn Known) -> Option<String> {
        let found = self.value("item")?;
        if dataset.whole()?.item(&found).is_some() {
            return Some(found);
        }
        self.refuse("item", &found, "the id of an item in dataset.json".to_owned());
        None
    }

    /// Year and stage of the official figures: the year alone is that of the press.
    fn basis(&mut self) -> Option<(FiscalYear, Stage)> {
        let stage = self.word::<Stage>("stage")?;
        let found = self.value("year").unwrap_or_default();
        let year = found.parse().ok().filter(|year| (1900..=2200).contains(year)).map(FiscalYear);
        if year.is_none() {
            self.refuse("year", &found, "1900–2200".to_owned());
        }
        year.map(|year| (year, stage))
    }

    /// What `show` says besides.
    fn show(&mut self, dataset: &dyn Known, state: State) -> State {
        let Some(found) = self.value("show") else { return state };
        let (state, unread) = State::from_entries(dataset, &state, entries(&found));
        for entry in unread {
            self.refuse("show", &entry, "what stands behind # in a copied link".to_owned());
        }
        state
    }

    fn year(&mut self, dataset: &dyn Known) -> Option<FiscalYear> {
        let found = self.value("year")?;
        let years = crate::compare::all_budget_years(dataset.whole()?);
        let year = found.parse().ok().map(FiscalYear).filter(|year| years.contains(year));
        if year.is_none() {
            self.refuse("year", &found, years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
        }
        year
    }
}

fn city_ids(dataset: &dyn Known) -> String {
    dataset.ids().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    fn read(attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
        let get = |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        let (options, problems) = Options::read(embedded::dataset(), get);
        (options, problems.iter().map(|problem| problem.sentence(Lang::En)).collect())
    }

    #[test]
    fn nothing_given_shows_all_cities_and_the_visions() {
        let (options, problems) = read(&[]);
        assert!(problems.is_empty());
        assert_eq!(options.state.cities.len(), 5);
        assert_eq!(options.state.view, View::Visions);
    }

    #[test]
    fn lang_takes_every_tag_that_html_does() {
        let cases = [
            ("en-US", LangChoice::En),
            ("ko-KR", LangChoice::Ko),
            ("KO", LangChoice::Ko),
            ("en_US", LangChoice::En),
            ("Auto", LangChoice::Auto),
            ("zh-Hant-TW", LangChoice::En),
            ("kok", LangChoice::En),
        ];
        for (tag, choice) in cases {
            let (options, problems) = read(&[("lang", tag)]);
            assert_eq!((options.lang, problems.len()), (choice, 0), "{tag}");
        }
        for tag in ["kr", "korean", "12"] {
            assert_eq!(read(&[("lang", tag)]).1.len(), 1, "{tag}");
        }
    }

    #[test]
    fn a_copied_link_can_stand_in_one_attribute() {
        let (options, problems) = read(&[("view", "budgets"), ("show", "#cc.view=topics&cc.q=%EB%B2%84%EC%8A%A4&x=1")]);
        assert_eq!((options.state.view, options.state.query.as_str()), (View::Topics, "버스"));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains("show") && problems[0].contains("x=1"));
        let get = |name: &str| (name == "show").then(|| "view=topics".to_owned());
        assert_eq!(view_asked(get, "cc", ""), View::Topics);
        assert!(beyond_opening(get, "cc", ""));
    }

    #[test]
    fn a_stage_makes_the_year_that_of_the_official_figures() {
        let (options, problems) = read(&[("year", "2030"), ("stage", "initial")]);
        assert_eq!((options.state.basis, problems.len()), (Some((FiscalYear(2030), Stage::Initial)), 0));
        assert_eq!(options.state.figure, Figure::Blocks);
        assert_eq!(read(&[("stage", "initial")]).1.len(), 1);
    }

    #[test]
    fn the_home_city_comes_first() {
        let (options, _) = read(&[("home", "jeonju"), ("cities", "yeosu gwangju jeonju")]);
        assert_eq!(options.state.cities, ["jeonju", "yeosu", "gwangju"]);
    }

    #[test]
    fn every_bad_value_is_told_and_falls_back() {
        let (options, problems) = read(&[
            ("cities", "yeosu,atlantis,gwangju"),
            ("view", "maps"),
            ("field", "999"),
            ("year", "1999"),
            ("unit", "dollars"),
            ("theme", "pink"),
            ("state", "cookie"),
            ("home", "paris"),
            ("item", "nothing"),
        ]);
        assert_eq!(options.state.cities, ["yeosu", "gwangju"]);
        assert_eq!(problems.len(), 9, "{problems:#?}");
        assert!(problems.iter().any(|p| p.contains("atlantis") && p.contains("yeosu, gwangyang")));
    }
}
