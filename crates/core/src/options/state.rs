use super::Lock;
use super::address::{self, ESCAPED};
use super::choice::{BudgetPart, BudgetWhat, Figure, StrategyPart, UnitChoice, View};
use crate::compare::{self, Choice, FieldOrder, Filters, Grouping, Selection};
use crate::dataset::opening::Known;
use crate::model::{FiscalYear, Level, Stage, Word};
use percent_encoding::{percent_decode_str, utf8_percent_encode};

/// Everything that a reader chose, except language and theme: what a link restores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Ids of the chosen cities, in order.
    pub cities: Vec<String>,
    /// The view.
    pub view: View,
    /// Within strategies.
    pub strategies: StrategyPart,
    /// Order of fields.
    pub order: FieldOrder,
    /// Whether the matrix shows what is no plan, too: results, context, headings.
    pub rest: bool,
    /// The cell of the matrix whose items are open: code of the field, id of the city.
    pub cell: Option<(String, String)>,
    /// Filters of the items.
    pub filters: Filters,
    /// Id of the topic that is looked at; `None` for the first, or for what is searched.
    pub topic: Option<String>,
    /// Within budgets.
    pub budgets: BudgetPart,
    /// Which money of the cities.
    pub figure: Figure,
    /// Code of the field that is lit among the official figures; `None` for welfare.
    pub lit: Option<String>,
    /// Year and stage of the official figures by field; `None` for the newest that all chosen cities have.
    pub basis: Option<(FiscalYear, Stage)>,
    /// Whether the closed accounts are in the prices of one year.
    pub real: bool,
    /// What of the cities' budgets.
    pub what: BudgetWhat,
    /// Unit.
    pub unit: UnitChoice,
    /// Fiscal year of the cities' budgets.
    pub year: FiscalYear,
    /// Only what is comparable.
    pub strict: bool,
    /// Grouping of the plans' projects.
    pub grouping: Grouping,
    /// Year of the plans' amounts; `None` for all together.
    pub plan_year: Option<FiscalYear>,
    /// Tables instead of charts.
    pub table: bool,
    /// What is searched.
    pub query: String,
    /// Id of the opened item.
    pub item: Option<String>,
    /// The lesson that stands in place of the view: its id, or what else its part knows to read.
    pub lesson: Option<String>,
    /// What stays as it is.
    pub lock: Lock,
    /// What is kept to look at side by side; [`crate::pins`] reads it.
    pub pins: String,
}

impl State {
    /// The state of a widget that no one touched: all cities, visions, and the year that most cities have a budget for.
    pub fn start(dataset: &dyn Known) -> Self {
        Self {
            cities: Selection::all(dataset).ids().into_iter().map(str::to_owned).collect(),
            view: View::default(),
            strategies: StrategyPart::default(),
            order: FieldOrder::default(),
            rest: false,
            cell: None,
            filters: Filters::default(),
            topic: None,
            budgets: BudgetPart::default(),
            figure: Figure::default(),
            lit: None,
            basis: None,
            real: false,
            what: BudgetWhat::default(),
            unit: UnitChoice::default(),
            year: dataset.common_year(),
            strict: false,
            grouping: Grouping::default(),
            plan_year: None,
            table: false,
            query: String::new(),
            item: None,
            lesson: None,
            lock: Lock::default(),
            pins: String::new(),
        }
    }

    /// The chosen cities.
    pub fn selection(&self, dataset: &dyn Known) -> Selection {
        Selection::new(dataset, &self.cities)
    }

    /// The chosen year of the cities' budgets.
    pub fn choice(&self) -> Choice {
        Choice { year: self.year, strict: self.strict }
    }

    /// The state as the part of an address behind `#`: only what differs from `start`, which is what the page's
    /// attributes say, each name under the prefix.
    ///
    /// ```
    /// use city_compare_core::{options::{State, View}};
    /// use city_compare_embedded as embedded;
    /// let dataset = embedded::dataset();
    /// let start = State::start(dataset);
    /// let state = State { view: View::Budgets, ..start.clone() };
    /// assert_eq!(state.fragment(&start, "cc"), "cc.view=budgets");
    /// assert_eq!(start.fragment(&state, "cc"), "cc.view=visions");
    /// let (back, unread) = State::from_fragment(dataset, &start, "cc", "#cc.view=budgets&other=1");
    /// assert_eq!(back, state);
    /// assert!(unread.is_empty());
    /// ```
    pub fn fragment(&self, start: &Self, prefix: &str) -> String {
        let prefix = address::prefix(prefix);
        let before = start.pairs();
        let now = self.pairs();
        let changes = |pair: &&(&str, String)| !before.contains(pair);
        // What only the press has is never read without the figure that it is of: see `from_fragment`.
        let press = now.iter().filter(changes).any(|(name, _)| PRESS.contains(name));
        let changed = now.iter().filter(|pair| changes(pair) || (press && pair.0 == "figure"));
        let text = changed.map(|(name, value)| format!("{prefix}{name}={}", utf8_percent_encode(value, ESCAPED)));
        text.collect::<Vec<_>>().join("&")
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let flag = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
        vec![
            ("cities", self.cities.join(",")),
            ("view", self.view.word().to_owned()),
            ("strategies", self.strategies.word().to_owned()),
            ("order", self.order.word().to_owned()),
            ("rest", flag(self.rest)),
            ("cell", self.cell.as_ref().map(|(field, city)| format!("{field}.{city}")).unwrap_or_default()),
            ("field", text(&self.filters.field)),
            ("level", self.filters.level.map_or("", Word::word).to_owned()),
            ("department", text(&self.filters.department)),
            ("with-budget", flag(self.filters.budget)),
            ("with-indicator", flag(self.filters.indicator)),
            ("topic", text(&self.topic)),
            ("budgets", self.budgets.word().to_owned()),
            ("figure", self.figure.word().to_owned()),
            ("lit", text(&self.lit)),
            ("basis", self.basis.map(|(year, stage)| format!("{year}-{}", stage.word())).unwrap_or_default()),
            ("real", flag(self.real)),
            ("what", self.what.word().to_owned()),
            ("unit", self.unit.word().to_owned()),
            ("year", self.year.to_string()),
            ("strict", flag(self.strict)),
            ("group", self.grouping.word().to_owned()),
            ("plan-year", self.plan_year.map(|year| year.to_string()).unwrap_or_default()),
            ("table", flag(self.table)),
            ("q", self.query.clone()),
            ("item", text(&self.item)),
            ("lesson", text(&self.lesson)),
            ("lock", self.lock.text()),
            ("pins", self.pins.clone()),
        ]
    }

    /// The state of a fragment, beginning at `start`, and what of it could not be read (`name=value`), so that a link of
    /// another version says so. A link of the first version names no figure and speaks of the press: it shows what it did.
    /// What an opening does not know cannot be read from it.
    pub fn from_fragment(dataset: &dyn Known, start: &Self, prefix: &str, fragment: &str) -> (Self, Vec<String>) {
        Self::from_entries(dataset, start, address::own_entries(prefix, fragment))
    }

    /// As [`Self::from_fragment`], of entries by themselves.
    pub(super) fn from_entries<'a>(
        dataset: &dyn Known,
        start: &Self,
        entries: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    ) -> (Self, Vec<String>) {
        let mut state = start.clone();
        let mut unread = Vec::new();
        let named = own_figure(entries.clone());
        for (name, value) in entries {
            let value = percent_decode_str(value).decode_utf8_lossy();
            if PRESS.contains(&name) {
                state.figure = named.unwrap_or(Figure::Press);
            }
            if !state.set(dataset, name, &value) {
                unread.push(format!("{name}={value}"));
            }
        }
        (state, unread)
    }

    /// Sets one entry of a fragment; `false` if it cannot be read.
    fn set(&mut self, dataset: &dyn Known, name: &str, value: &str) -> bool {
        fn put<W: Word>(place: &mut W, value: &str) -> bool {
            W::parse(value).map(|word| *place = word).is_some()
        }
        fn flag(place: &mut bool, value: &str) -> bool {
            *place = value == "yes";
            matches!(value, "yes" | "no")
        }
        let year = || value.parse().ok().filter(|year| (1900..=2200).contains(year)).map(FiscalYear);
        let whole = dataset.whole();
        let field = |code: &str| whole?.field(code).map(|field| field.code.clone());
        // An empty value is none: what an attribute sets can be lifted.
        let none = value.is_empty();
        match name {
            "cities" => {
                let ids: Vec<&str> = value.split(',').collect();
                let known = ids.iter().all(|id| dataset.has(id));
                self.cities = Selection::new(dataset, &ids).ids().into_iter().map(str::to_owned).collect();
                known
            }
            "view" => put(&mut self.view, value),
            "strategies" => put(&mut self.strategies, value),
            "order" => put(&mut self.order, value),
            "rest" => flag(&mut self.rest, value),
            "cell" => {
                let found = value.split_once('.').filter(|(_, city)| dataset.has(city));
                self.cell = found.and_then(|(code, city)| Some((field(code)?, city.to_owned())));
                none || self.cell.is_some()
            }
            "field" => {
                self.filters.field = field(value);
                none || self.filters.field.is_some()
            }
            "level" => {
                self.filters.level = Level::parse(value);
                none || self.filters.level.is_some()
            }
            "department" => {
                let of = |dataset| compare::all_departments(dataset).iter().any(|department| department.ko == value);
                self.filters.department = whole.is_some_and(of).then(|| value.to_owned());
                none || self.filters.department.is_some()
            }
            // Whether there is such a lesson, its part knows.
            "lesson" => {
                self.lesson = (!none).then(|| value.to_owned());
                true
            }
            "lock" => Lock::parse(value).map(|lock| self.lock = lock).is_some(),
            // Whether the dataset has such a topic, the view knows, which has our topics too.
            "topic" => {
                self.topic = (!none).then(|| value.to_owned());
                true
            }
            "with-budget" => flag(&mut self.filters.budget, value),
            "with-indicator" => flag(&mut self.filters.indicator, value),
            "budgets" => put(&mut self.budgets, value),
            "figure" => put(&mut self.figure, value),
            "lit" => {
                self.lit = field(value);
                none || self.lit.is_some()
            }
            "basis" => {
                let found =
                    value.split_once('-').and_then(|(year, stage)| Some((year.parse().ok()?, Stage::parse(stage)?)));
                self.basis = found
                    .filter(|(year, _)| (1900..=2200).contains(year))
                    .map(|(year, stage)| (FiscalYear(year), stage));
                none || self.basis.is_some()
            }
            "real" => flag(&mut self.real, value),
            "what" => put(&mut self.what, value),
            "unit" => put(&mut self.unit, value),
            "year" => {
                let years = whole.map(compare::all_budget_years).unwrap_or_default();
                let known = year().filter(|year| years.contains(year));
                known.map(|year| self.year = year).is_some()
            }
            "strict" => flag(&mut self.strict, value),
            "group" => put(&mut self.grouping, value),
            "plan-year" => {
                let years = whole.map(compare::all_plan_years).unwrap_or_default();
                self.plan_year = year().filter(|year| years.contains(year));
                none || self.plan_year.is_some()
            }
            "table" => flag(&mut self.table, value),
            "q" => {
                value.clone_into(&mut self.query);
                true
            }
            "item" => {
                self.item = whole.and_then(|dataset| dataset.item(value)).map(|(_, item)| item.id.clone());
                none || self.item.is_some()
            }
            "pins" => {
                value.clone_into(&mut self.pins);
                true
            }
            // The language is not the state's, but a copied link names it.
            "lang" => crate::text::Lang::ALL.iter().any(|lang| lang.tag() == value),
            _ => false,
        }
    }
}

/// Names of the choices that only figures of the press have.
const PRESS: [&str; 4] = ["what", "unit", "year", "strict"];

/// The figure that entries name.
fn own_figure<'a>(mut entries: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Figure> {
    entries.find(|(name, _)| *name == "figure").and_then(|(_, value)| Word::parse(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use crate::model::Dataset;
    use proptest::prelude::*;

    fn any_word<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
        prop::sample::select(W::WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>())
    }

    prop_compose! {
        fn any_state()(
            cities in prop::sample::subsequence(vec!["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"], 2..=5),
            view in any_word::<View>(),
            strategies in any_word::<StrategyPart>(),
            order in any_word::<FieldOrder>(),
            (budgets, what, unit) in (any_word::<BudgetPart>(), any_word::<BudgetWhat>(), any_word::<UnitChoice>()),
            (strict, table, budget, indicator) in any::<(bool, bool, bool, bool)>(),
            grouping in any_word::<Grouping>(),
            query in "[ㄱ-ㅎ가-힣a-z &=#%+]{0,12}",
            department in prop::option::of(Just("교육보육과".to_owned())),
            level in prop::option::of(any_word::<Level>()),
            year in 2018_u16..2026,
            plan_year in prop::option::of(2021_u16..2024),
            (figure, stage) in (any_word::<Figure>(), any_word::<Stage>()),
        ) -> State {
            State {
                cities: cities.into_iter().map(str::to_owned).collect(),
                view, strategies, order,
                rest: table,
                cell: plan_year.map(|_| ("080".to_owned(), "gwangyang".to_owned())),
                budgets, what, unit, strict, table, grouping, query,
                filters: Filters { field: Some("080".into()), level, department, budget, indicator },
                topic: plan_year.map(|_| "youth".to_owned()),
                year: FiscalYear(year),
                figure,
                lit: plan_year.map(|_| "100".to_owned()),
                basis: plan_year.map(|year| (FiscalYear(year), stage)),
                real: strict,
                plan_year: plan_year.map(FiscalYear),
                item: Some("yeosu-1-1".into()),
                lesson: plan_year.map(|_| "mayor/2".to_owned()),
                lock: Lock { cities: strict, view: table, year: budget },
                pins: plan_year.map(|_| "item.yeosu-1-1..note.%EB%A8%BC".to_owned()).unwrap_or_default(),
            }
        }
    }

    proptest! {
        /// Whatever the page's attributes begin with, and whatever the element's id is.
        #[test]
        fn a_link_restores_every_state(
            start in any_state(), state in any_state(), prefix in "cc|예산비교|my widget|a.b|\"it's\"|[!-~]{1,6}",
        ) {
            let dataset = embedded::dataset();
            let fragment = state.fragment(&start, &prefix);
            prop_assert!(!fragment.contains(['#', ' ', '<']));
            let (back, unread) = State::from_fragment(dataset, &start, &prefix, &fragment);
            prop_assert_eq!(back, state);
            prop_assert!(unread.is_empty());
        }

        /// The attributes of a copied code show what the reader saw.
        #[test]
        fn attributes_show_every_state(state in any_state(), plain in any::<bool>()) {
            let dataset = embedded::dataset();
            let state = if plain { State { filters: Filters::default(), topic: None, item: None, ..state } } else { state };
            let pairs = crate::options::written(dataset, &state);
            let get = |name: &str| pairs.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone());
            let (options, problems) = crate::options::Options::read(dataset, get);
            prop_assert_eq!(problems, Vec::new());
            prop_assert_eq!(options.state, state);
        }

        #[test]
        fn any_fragment_gives_a_state(fragment in ".{0,80}") {
            let dataset = embedded::dataset();
            let (state, _) = State::from_fragment(dataset, &State::start(dataset), "cc", &fragment);
            prop_assert!(state.cities.len() >= 2);
        }
    }

    fn from(dataset: &Dataset, fragment: &str) -> (State, Vec<String>) {
        State::from_fragment(dataset, &State::start(dataset), "a", fragment)
    }

    #[test]
    fn what_an_attribute_sets_can_be_lifted_by_a_link() {
        let dataset = embedded::dataset();
        let filters = Filters { field: Some("080".into()), level: Some(Level::Initiative), ..Filters::default() };
        let item = Some("yeosu-1-1".to_owned());
        let start = State { filters, item, plan_year: Some(FiscalYear(2022)), ..State::start(dataset) };
        let lifted = State { filters: Filters::default(), item: None, plan_year: None, ..start.clone() };
        let fragment = lifted.fragment(&start, "a");
        assert_eq!(fragment, "a.field=&a.level=&a.plan-year=&a.item=");
        assert_eq!(State::from_fragment(dataset, &start, "a", &fragment), (lifted, Vec::new()));
    }

    #[test]
    fn a_sixth_city_has_years_and_departments() {
        let mut dataset = embedded::dataset().clone();
        let mut sixth = dataset.cities[1].clone();
        sixth.id = "sixth".to_owned();
        sixth.budgets[0].fiscal_year = FiscalYear(2030);
        let item = sixth
            .plan
            .items
            .iter_mut()
            .find(|item| item.level == Level::Initiative && !item.budget.amounts().is_empty())
            .unwrap();
        item.departments = vec![crate::model::Bilingual::new("미래과", "Future Division")];
        if let crate::model::Budget::Stated { amounts, .. } = &mut item.budget {
            amounts[0].year = Some(FiscalYear(2031));
        }
        dataset.cities.push(sixth);
        let (state, unread) = from(&dataset, "a.year=2030&a.plan-year=2031&a.department=미래과&a.cities=sixth,yeosu");
        assert_eq!(unread, Vec::<String>::new());
        assert_eq!((state.year, state.plan_year), (FiscalYear(2030), Some(FiscalYear(2031))));
        assert_eq!(state.filters.department.as_deref(), Some("미래과"));
        let get = |name: &str| (name == "year").then(|| "2030".to_owned());
        assert!(crate::options::Options::read(&dataset, get).1.is_empty());
    }

    #[test]
    fn a_year_without_data_and_an_unknown_city_are_told() {
        let dataset = embedded::dataset();
        let (state, unread) = from(dataset, "a.year=1999&a.cities=yeosu,paris&a.department=x");
        assert_eq!(unread, ["year=1999", "cities=yeosu,paris", "department=x"]);
        assert_eq!((state.year, state.cities.len()), (FiscalYear(2022), 2));
    }

    #[test]
    fn what_a_link_holds_beyond_this_version_is_told() {
        let dataset = embedded::dataset();
        let (state, unread) = from(dataset, "a.view=maps&a.year=2022&b.view=budgets");
        assert_eq!(unread, ["view=maps"]);
        assert_eq!(state.view, View::Visions);
    }

    #[test]
    fn the_start_shows_the_year_that_most_cities_have() {
        assert_eq!(State::start(embedded::dataset()).year, FiscalYear(2022));
    }
}
