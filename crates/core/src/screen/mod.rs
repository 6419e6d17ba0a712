//! What a state shows, before any of it is drawn: the plot and the heading sentence of each view.

pub mod glance;
mod money;

pub use money::{
    Gap, Shown, WELFARE, bases, budgets, figure_name, gap, lit_choices, lit_code, money, topic_money, year_of_prices,
};

use crate::compare::FEWEST_FOR_SUPERLATIVE;
use crate::compare::units::{self, Ask, RowOrder};
use crate::compare::{self, Basis, FieldOrder, Form, Mark, Plot, Selection, Unit, in_lang, speak};
use crate::dataset::opening::Opening;
use crate::model::{Dataset, DocumentKind, Item};
use crate::options::{BudgetPart, BudgetWhat, State, StrategyPart, UnitChoice, View};
use crate::order::Order;
use crate::text::{Lang, figures, fill, items, sources};

/// The plot of a state; `None` for a view without one.
///
/// ```
/// use city_compare_core::{options::{State, View}, screen};
/// use city_compare_embedded as embedded;
/// let dataset = embedded::dataset();
/// let state = State { view: View::Budgets, ..State::start(dataset) };
/// assert_eq!(screen::plot(dataset, &state).map(|plot| plot.id).as_deref(), Some("city-totals"));
/// ```
pub fn plot(dataset: &Dataset, state: &State) -> Option<Plot> {
    match (state.view, state.strategies) {
        (View::Budgets, _) => Some(budget_plot(dataset, state)),
        (View::Strategies, StrategyPart::Matrix) => Some(units::plot(asked(dataset, &state.selection(dataset), state))),
        _ => None,
    }
}

/// What a state asks of the unit matrix.
pub fn asked<'a>(dataset: &'a Dataset, selection: &'a Selection, state: &'a State) -> Ask<'a> {
    let order = match state.order {
        FieldOrder::Difference => RowOrder::Spread,
        FieldOrder::Code => RowOrder::Field,
        FieldOrder::Coverage => RowOrder::Plans,
    };
    Ask { dataset, selection, filters: &state.filters, found: None, rest: state.rest, order }
}

/// The items among which an opened one stands, in their order: those of the open cell of the matrix, or of its whole document.
pub fn neighbours<'a>(dataset: &'a Dataset, state: &State, id: &str) -> Vec<&'a Item> {
    let Some((city, _)) = dataset.item(id) else { return Vec::new() };
    let in_matrix = (state.view, state.strategies) == (View::Strategies, StrategyPart::Matrix);
    let cell = state.cell.as_ref().filter(|(_, of)| in_matrix && *of == city.id);
    let selection = state.selection(dataset);
    let own = cell.map(|(field, _)| asked(dataset, &selection, state).items(city, field)).unwrap_or_default();
    if own.iter().any(|item| item.id == id) { own } else { city.plan.items.iter().collect() }
}

fn budget_plot(dataset: &Dataset, state: &State) -> Plot {
    let selection = state.selection(dataset);
    let basis = match state.unit {
        UnitChoice::PerResident => Basis::PerResident,
        UnitChoice::Amount | UnitChoice::Share => Basis::Amount,
    };
    match (state.budgets, state.what) {
        (BudgetPart::City, BudgetWhat::Total) => compare::totals(dataset, &selection, state.choice(), basis),
        (BudgetPart::City, BudgetWhat::Accounts) => compare::accounts(dataset, &selection, state.choice()),
        (BudgetPart::City, BudgetWhat::Fields) if state.unit == UnitChoice::Amount => {
            compare::field_amounts(dataset, &selection, state.choice())
        }
        (BudgetPart::City, BudgetWhat::Fields) => compare::field_shares(dataset, &selection, state.choice()),
        (BudgetPart::City, BudgetWhat::Years) => compare::years(dataset, &selection, basis),
        (BudgetPart::Plan, _) => compare::plan_projects(dataset, &selection, state.grouping, state.plan_year),
        (BudgetPart::Figures, _) => compare::figures(dataset, &selection),
    }
}

/// The plot of every choice that a reader has between kinds of figures, units, groupings and orders, for tests of all.
#[cfg(any(test, feature = "pseudo"))]
pub fn plots(dataset: &Dataset) -> Vec<Plot> {
    use crate::model::Word;
    let start = State::start(dataset);
    let mut states = Vec::new();
    for (_, order) in FieldOrder::WORDS {
        states.push(State { view: View::Strategies, order: *order, rest: *order == FieldOrder::Code, ..start.clone() });
    }
    let budgets = State { view: View::Budgets, ..start };
    for (_, what) in BudgetWhat::WORDS {
        for (_, unit) in UnitChoice::WORDS {
            states.push(State { what: *what, unit: *unit, ..budgets.clone() });
        }
    }
    for (_, grouping) in compare::Grouping::WORDS {
        states.push(State { budgets: BudgetPart::Plan, grouping: *grouping, ..budgets.clone() });
    }
    states.push(State { budgets: BudgetPart::Figures, ..budgets });
    states.iter().filter_map(|state| plot(dataset, state)).collect()
}

/// The units that a reader can choose between for what is shown; empty where there is no choice.
pub fn units(state: &State) -> &'static [UnitChoice] {
    match (state.budgets, state.what) {
        (BudgetPart::City, BudgetWhat::Total | BudgetWhat::Years) => &[UnitChoice::Amount, UnitChoice::PerResident],
        (BudgetPart::City, BudgetWhat::Fields) => &[UnitChoice::Amount, UnitChoice::Share],
        _ => &[],
    }
}

/// The heading of a view: a sentence that says what is seen, written from the data.
pub fn heading(dataset: &Dataset, state: &State, lang: Lang) -> String {
    let selection = state.selection(dataset);
    let w = items::words(lang);
    let n = selection.len().to_string();
    match state.view {
        View::Glance => crate::text::glance::words(lang).question.to_owned(),
        // The page of a topic makes its own, since own words need the search index.
        View::Topics => crate::text::topic::words(lang).topics_label.to_owned(),
        View::Visions => visions_heading(&Opening::of(dataset), state, lang),
        View::Strategies => match plot(dataset, state) {
            Some(plot) => in_lang(&plot.title, lang).to_owned(),
            None => {
                let items: usize = selection.cities(dataset).map(|city| state.filters.of(city).count()).sum();
                fill(w.heading_outline, &[("n", &n), ("items", &items.to_string())])
            }
        },
        View::Budgets => budget_heading(dataset, state, lang),
        View::Sources => sources_heading(dataset, lang),
        View::Workbench => crate::text::words(lang).workbench.to_owned(),
    }
}

/// The heading of the visions view, which is there before the others are.
pub fn visions_heading(opening: &Opening, state: &State, lang: Lang) -> String {
    compare::quotes::heading(opening, &state.selection(opening), lang)
}

/// How many documents of each kind stand behind the comparison, the most first.
fn sources_heading(dataset: &Dataset, lang: Lang) -> String {
    let w = sources::words(lang);
    let said = [
        (DocumentKind::Plan, w.count_plans),
        (DocumentKind::OfficialPage, w.count_official_pages),
        (DocumentKind::NewsArticle, w.count_articles),
        (DocumentKind::BudgetReport, w.count_reports),
        (DocumentKind::Blog, w.count_blogs),
    ];
    let of = |kind| dataset.documents.iter().filter(|document| document.kind == kind).count();
    let mut counts: Vec<(usize, &str)> =
        said.map(|(kind, text)| (of(kind), text)).into_iter().filter(|(n, _)| *n > 0).collect();
    counts.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let list: Vec<String> = counts.iter().map(|(n, text)| fill(text, &[("n", &n.to_string())])).collect();
    fill(w.heading, &[("list", &list.join(", "))])
}

fn budget_heading(dataset: &Dataset, state: &State, lang: Lang) -> String {
    let w = figures::words(lang);
    let selection = state.selection(dataset);
    let plot = budget_plot(dataset, state);
    match state.budgets {
        BudgetPart::Plan => {
            let stating = |city: &&crate::model::City| {
                city.plan
                    .items
                    .iter()
                    .any(|item| item.level == crate::model::Level::Initiative && item.budget.states_cost())
            };
            let v = selection.cities(dataset).filter(stating).count().to_string();
            fill(w.heading_plan, &[("n", &selection.len().to_string()), ("v", &v)])
        }
        BudgetPart::Figures => fill(w.heading_figures, &[("v", &plot.categories.len().to_string())]),
        BudgetPart::City if plot.form == Form::Bars => extremes(&plot, lang),
        BudgetPart::City => in_lang(&plot.title, lang).to_owned(),
    }
}

/// The city with the largest and the one with the smallest bar, in the unit that is shown. Where fewer than three bars compare, or
/// their years or stages differ, none is called the largest: the title stands.
fn extremes(plot: &Plot, lang: Lang) -> String {
    let w = figures::words(lang);
    let title = || in_lang(&plot.title, lang).to_owned();
    let valued: Vec<&Mark> = plot.marks.iter().filter(|mark| mark.value.value().is_some()).collect();
    if valued.is_empty() {
        return w.heading_budgets_none.to_owned();
    }
    let mixed = speak::differ(&valued, |mark| mark.year) || speak::differ(&valued, |mark| mark.stage);
    let mut bars: Vec<(f64, usize)> =
        valued.iter().filter_map(|mark| Some((mark.value.value()?, mark.category))).collect();
    if mixed || bars.len() < FEWEST_FOR_SUPERLATIVE {
        return title();
    }
    bars.order_by(|a, b| a.0.total_cmp(&b.0));
    let name = |bar: Option<&(f64, usize)>| {
        bar.and_then(|(_, category)| plot.categories.get(*category)).map(|category| in_lang(&category.label, lang))
    };
    let heading = match plot.unit {
        Unit::WonPerResident => w.heading_budgets_per,
        Unit::Won | Unit::Percent | Unit::Count(_) => w.heading_budgets,
    };
    match (name(bars.last()), name(bars.first())) {
        (Some(largest), Some(smallest)) if largest != smallest => {
            fill(heading, &[("largest", largest), ("smallest", smallest)])
        }
        _ => title(),
    }
}

#[cfg(test)]
mod tests;
