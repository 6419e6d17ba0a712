//! Times of the native core: `cargo bench -p city-compare-bench`. For the five cities, and for as many as Korea has.
#![allow(clippy::expect_used, reason = "a benchmark stops when its data cannot be read; nothing here is shipped")]

use city_compare::chart::{Frame, draw};
use city_compare::compare::alike::Alike;
use city_compare::compare::search::{Index, Scope};
use city_compare::compare::units::{Ask, RowOrder, UnitMatrix};
use city_compare::compare::{Plot, Selection, visions};
use city_compare::model::{Dataset, Word};
use city_compare::options::{BudgetPart, BudgetWhat, State, StrategyPart, UnitChoice, View};
use city_compare::text::Lang;
use city_compare::{dataset, embedded, export, screen};
use city_compare_bench::{Scale, generate};
use divan::{Bencher, black_box};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// The datasets that everything is measured with.
#[derive(Debug, Clone, Copy)]
enum Size {
    Five,
    Country,
}

const SIZES: [Size; 2] = [Size::Five, Size::Country];

static COUNTRY: LazyLock<Dataset> = LazyLock::new(|| generate(Scale::COUNTRY, 1));

impl Size {
    fn dataset(self) -> &'static Dataset {
        match self {
            Self::Five => embedded::dataset(),
            Self::Country => &COUNTRY,
        }
    }

    fn json(self) -> String {
        serde_json::to_string(self.dataset()).expect("the model serializes")
    }
}

/// Every plot that the screen can make, by a name.
fn states(dataset: &Dataset) -> Vec<(String, State)> {
    let start = State::start(dataset);
    let mut states = vec![(
        "strategies".to_owned(),
        State { view: View::Strategies, strategies: StrategyPart::Matrix, ..start.clone() },
    )];
    for (name, budgets) in BudgetPart::WORDS {
        for (what_name, what) in BudgetWhat::WORDS {
            for (unit_name, unit) in UnitChoice::WORDS {
                let state = State { view: View::Budgets, budgets: *budgets, what: *what, unit: *unit, ..start.clone() };
                let asked = *unit == UnitChoice::Amount || screen::units(&state).contains(unit);
                if asked && (*budgets == BudgetPart::City || (*what, *unit) == Default::default()) {
                    states.push((format!("{name} {what_name} {unit_name}"), state));
                }
            }
        }
    }
    states
}

fn plots(dataset: &Dataset) -> Vec<Plot> {
    states(dataset).into_iter().filter_map(|(_, state)| screen::plot(dataset, &state)).collect()
}

/// From what is compiled in, or from a page's own text; the latter is checked.
mod load {
    use super::*;

    #[divan::bench]
    fn compiled_in(bencher: Bencher) {
        let bytes = postcard_of(embedded::dataset());
        bencher.bench(|| postcard::from_bytes::<Dataset>(black_box(&bytes)).expect("what was written can be read"));
    }

    fn postcard_of(dataset: &Dataset) -> Vec<u8> {
        postcard::to_allocvec(dataset).expect("the model serializes")
    }

    #[divan::bench(args = SIZES, max_time = 5)]
    fn json_and_check(bencher: Bencher, size: Size) {
        let json = size.json();
        let bytes = divan::counter::BytesCount::of_str(&json);
        bencher.counter(bytes).bench(|| dataset::from_json(black_box(&json)).expect("the dataset is valid"));
    }
}

/// What a view shows, before it is drawn.
mod compare {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn every_plot(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let states = states(dataset);
        bencher.bench(|| states.iter().filter_map(|(_, state)| screen::plot(dataset, black_box(state))).count());
    }

    #[divan::bench(args = plot_names())]
    fn plot_of_a_country(bencher: Bencher, name: &str) {
        let dataset = Size::Country.dataset();
        let found = states(dataset).into_iter().find(|(known, _)| known == name);
        let (_, state) = found.expect("the name is one of them");
        bencher.bench(|| screen::plot(dataset, black_box(&state)));
    }

    fn plot_names() -> Vec<String> {
        states(embedded::dataset()).into_iter().map(|(name, _)| name).collect()
    }

    #[divan::bench(args = SIZES)]
    fn visions_rows(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let selection = Selection::all(dataset);
        bencher.bench(|| visions(dataset, black_box(&selection)));
    }

    #[divan::bench(args = SIZES)]
    fn unit_matrix(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let state = State::start(dataset);
        let (selection, filters) = (state.selection(dataset), &state.filters);
        let ask = Ask { dataset, selection: &selection, filters, found: None, rest: true, order: RowOrder::Spread };
        bencher.bench(|| UnitMatrix::new(black_box(ask)).rows.len());
    }

    #[divan::bench(args = SIZES)]
    fn start_of_a_state(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        bencher.bench(|| State::start(black_box(dataset)));
    }

    #[divan::bench(args = SIZES)]
    fn link_of_a_state(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let state = State { view: View::Budgets, ..State::start(dataset) };
        bencher.bench(|| black_box(&state).fragment(&State::start(dataset), "cc"));
    }
}

/// Which items are alike.
mod alike {
    use super::*;

    #[divan::bench(args = SIZES, max_time = 5)]
    fn making(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        bencher.bench(|| Alike::new(black_box(dataset)));
    }

    #[divan::bench(args = SIZES)]
    fn to_an_item(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let made = Alike::new(dataset);
        let cities: Vec<&str> = dataset.cities.iter().map(|city| city.id.as_str()).collect();
        let item = dataset.cities.iter().flat_map(|city| &city.plan.items).nth(9).expect("there are ten items");
        bencher.bench(|| made.to(black_box(&item.id), &cities, 5));
    }

    #[divan::bench(args = SIZES)]
    fn topics_of_five(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let made = Alike::new(dataset);
        let selection = Selection::all(dataset);
        bencher.bench(|| made.topics(black_box(&selection.ids()), 20));
    }

    #[divan::bench(args = SIZES, max_time = 5)]
    fn only_one_of_five(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let made = Alike::new(dataset);
        let selection = Selection::all(dataset);
        let first = dataset.cities.first().expect("there is a city");
        bencher.bench(|| made.only(black_box(&first.id), &selection.ids(), 20));
    }
}

/// Finding texts.
mod search {
    use super::*;

    const QUERIES: [&str; 5] = ["청년", "청년 주택", "ㅊㄴㅈㅌ", "welfare", "의"];

    #[divan::bench(args = SIZES, max_time = 5)]
    fn making(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        bencher.bench(|| Index::new(black_box(dataset)));
    }

    #[divan::bench(args = QUERIES)]
    fn five_cities(bencher: Bencher, query: &str) {
        let index = Index::new(Size::Five.dataset());
        bencher.bench(|| index.find(black_box(query), &Scope::All, 40));
    }

    #[divan::bench(args = QUERIES)]
    fn country(bencher: Bencher, query: &str) {
        let index = Index::new(Size::Country.dataset());
        bencher.bench(|| index.find(black_box(query), &Scope::All, 40));
    }
}

/// Plots as SVG and as files.
mod drawing {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn every_chart(bencher: Bencher, size: Size) {
        let plots = plots(size.dataset());
        let frame = Frame { width: 960, lang: Lang::Ko, id_prefix: "bench" };
        bencher.bench(|| plots.iter().map(|plot| draw(black_box(plot), frame).svg().len()).sum::<usize>());
    }

    #[divan::bench(args = SIZES)]
    fn every_csv(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let (plots, meta) = (plots(dataset), export::Meta::own(dataset, ""));
        bencher.bench(|| {
            plots.iter().map(|plot| export::csv(black_box(plot), dataset, &meta, Lang::Ko).len()).sum::<usize>()
        });
    }

    #[divan::bench(args = SIZES)]
    fn every_json(bencher: Bencher, size: Size) {
        let dataset = size.dataset();
        let (plots, meta) = (plots(dataset), export::Meta::own(dataset, ""));
        bencher.bench(|| plots.iter().map(|plot| export::json(black_box(plot), dataset, &meta).len()).sum::<usize>());
    }
}
