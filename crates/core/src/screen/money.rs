//! The budgets view: official figures first, those of the press where there are none or a reader asks for them.

use crate::compare::both::both;
use crate::compare::official::plots::{self, Figures};
use crate::compare::official::{FieldBasis, Missing, PanelOrder, PartKey, Prices, courses, field_choices, parts, say};
use crate::compare::topic::{self, Subject};
use crate::compare::{FieldOrder, Plot, Selection, in_lang};
use crate::model::official::{Official, Scope, Total};
use crate::model::{Bilingual, Dataset, FiscalYear, Stage};
use crate::options::{BudgetPart, Figure, State, View};
use crate::text::Lang;
use crate::text::official::words;

/// The field that is lit until a reader lights another: the one that most of the money is spent on.
pub const WELFARE: &str = "080";

/// The plot of the budgets view: official figures where the chosen cities have them, else what else the state asks for.
///
/// ```
/// use city_compare_core::{options::{Figure, State, View}, screen};
/// use city_compare_embedded as embedded;
/// let state = State { view: View::Budgets, ..State::start(embedded::dataset()) };
/// let shown = |dataset, figure| screen::budgets(dataset, &State { figure, ..state.clone() }).map(|shown| shown.plot.id);
/// let with_official = embedded::published();
/// assert_eq!(shown(&with_official, Figure::Blocks).as_deref(), Some("money-blocks"));
/// // Without official figures the press stands.
/// assert_eq!(shown(embedded::dataset(), Figure::Blocks).as_deref(), Some("city-totals"));
/// ```
pub fn budgets(dataset: &Dataset, state: &State) -> Option<Shown> {
    let official = dataset.official.as_ref().and_then(|official| money(dataset, official, state));
    let official = official.map(|plot| Shown { figure: state.figure, plot });
    official.or_else(|| super::plot(dataset, state).map(|plot| Shown { figure: Figure::Press, plot }))
}

/// What the budgets view shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Which figure: what the state asks for, where the chosen cities have it; else the press's.
    pub figure: Figure,
    /// Its plot.
    pub plot: Plot,
}

impl Shown {
    /// The heading of the view: the question that official figures answer, else a sentence of the press's.
    pub fn heading(&self, dataset: &Dataset, state: &State, lang: Lang) -> String {
        match self.figure {
            Figure::Press => super::heading(dataset, state, lang),
            _ => in_lang(&self.plot.title, lang).to_owned(),
        }
    }
}

/// The plot of official figures that a state asks for; `None` if it asks for none, or none of the cities has any: then the figures
/// of the press stand.
pub fn money(dataset: &Dataset, official: &Official, state: &State) -> Option<Plot> {
    if (state.view, state.budgets) != (View::Budgets, BudgetPart::City) {
        return None;
    }
    let selection = state.selection(dataset);
    let of = Figures { dataset, official, selection: &selection };
    let ids = selection.ids();
    let by_field = || basis(official, state, &ids);
    let plot = match state.figure {
        Figure::Press => return None,
        Figure::Blocks => plots::blocks(of, by_field()?, &lit(official, state, by_field()?, &ids)),
        Figure::Fields => {
            let order = if state.order == FieldOrder::Code { PanelOrder::Field } else { PanelOrder::Spread };
            plots::multiples(of, by_field()?, order)
        }
        Figure::PerResident => plots::per_resident(of, newest(official, |total| total.stage == Stage::Initial)?),
        Figure::Stages => plots::stages(of, year_of_courses(official, state, &ids)?),
        Figure::Peers => plots::peers(of),
        Figure::Years => {
            let year = year_of_prices(dataset).filter(|_| state.real);
            plots::years(of, year.map_or(Prices::Nominal, Prices::Of))
        }
    };
    (!plot.is_empty()).then_some(plot)
}

/// The part that is lit: what the reader chose, if any city has it; else welfare.
fn lit(official: &Official, state: &State, on: FieldBasis, cities: &[&str]) -> PartKey {
    let chosen = state.lit.clone().map(PartKey::Field);
    let known = |key: &PartKey| keys(official, on, cities).contains(key);
    chosen.filter(known).unwrap_or_else(|| PartKey::Field(WELFARE.to_owned()))
}

/// The fields that a reader can light, in their fixed order: code and plain name.
pub fn lit_choices(dataset: &Dataset, state: &State) -> Vec<(String, Bilingual)> {
    let Some(official) = dataset.official.as_ref().filter(|_| state.figure == Figure::Blocks) else {
        return Vec::new();
    };
    let selection = state.selection(dataset);
    let Some(on) = basis(official, state, &selection.ids()) else { return Vec::new() };
    let named = |key: PartKey| match key {
        PartKey::Field(code) => {
            let name = both(|lang| plots::plain_name(dataset, &PartKey::Field(code.clone()), lang));
            Some((code, name))
        }
        // Where a source keeps administration apart it is no field.
        PartKey::Administration => None,
    };
    keys(official, on, &selection.ids()).into_iter().filter_map(named).collect()
}

fn keys(official: &Official, on: FieldBasis, cities: &[&str]) -> Vec<PartKey> {
    let mut keys: Vec<PartKey> =
        cities.iter().flat_map(|city| parts(official, city, on)).map(|part| part.key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What a reader can choose of year and stage: as the state has it, in words, and whether it is what is shown.
pub fn bases(dataset: &Dataset, state: &State) -> Vec<((FiscalYear, Stage), Bilingual, bool)> {
    let Some(official) = dataset.official.as_ref() else { return Vec::new() };
    let selection = state.selection(dataset);
    let ids = selection.ids();
    match state.figure {
        Figure::Blocks | Figure::Fields => {
            let shown = basis(official, state, &ids);
            let choices = field_choices(official, &ids);
            let named = |(on, having): &(FieldBasis, Vec<String>)| {
                let name = both(|lang| say::choice(*on, having.len(), ids.len(), lang));
                ((on.year, on.stage), name, shown == Some(*on))
            };
            choices.all.iter().map(named).collect()
        }
        Figure::Stages => {
            let shown = year_of_courses(official, state, &ids);
            let named = |year: FiscalYear| {
                let name = Bilingual::new(year.to_string(), year.to_string());
                ((year, Stage::Settled), name, shown == Some(year))
            };
            years_of_courses(official, &ids).into_iter().map(named).collect()
        }
        Figure::PerResident | Figure::Peers | Figure::Years | Figure::Press => Vec::new(),
    }
}

/// Cities without the figure that is shown, in one sentence, and the nearest choice that all have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Which cities lack it, and why.
    pub text: Bilingual,
    /// Year and stage that all have, in words.
    pub instead: Option<((FiscalYear, Stage), Bilingual)>,
}

/// What is missing of the amounts by field that are shown; `None` if nothing is.
pub fn gap(dataset: &Dataset, state: &State) -> Option<Gap> {
    if !matches!(state.figure, Figure::Blocks | Figure::Fields) || state.budgets != BudgetPart::City {
        return None;
    }
    let official = dataset.official.as_ref()?;
    let selection = state.selection(dataset);
    let ids = selection.ids();
    let on = basis(official, state, &ids)?;
    let chosen = field_choices(official, &ids).choose(official, on);
    let missing: Vec<(&str, Missing)> =
        chosen.rows.iter().filter_map(|row| Some((row.city.as_str(), row.missing?))).collect();
    if missing.is_empty() || missing.len() == ids.len() {
        return None;
    }
    let told = |lang| {
        let one = |(city, why): &(&str, Missing)| {
            let city = say::city_name(dataset, city, lang);
            format!("{city}: {}", say::missing(*why, on.year, on.stage, lang))
        };
        missing.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    let instead = chosen
        .rows
        .iter()
        .find_map(|row| row.instead)
        .map(|on| ((on.year, on.stage), both(|lang| say::instead(on, ids.len(), lang))));
    Some(Gap { text: both(told), instead })
}

/// The money of a topic's main field for each resident, for scale; `None` without official figures of it.
pub fn topic_money(dataset: &Dataset, selection: &Selection, subject: Subject<'_>) -> Option<Plot> {
    let official = dataset.official.as_ref()?;
    topic::money(Figures { dataset, official, selection }, subject)
}

/// The name of a figure, as the choice of it has it.
pub fn figure_name(figure: Figure, lang: Lang) -> &'static str {
    let w = words(lang);
    match figure {
        Figure::Blocks => w.chip_blocks,
        Figure::Fields => w.chip_fields,
        Figure::PerResident => w.chip_per_resident,
        Figure::Stages => w.chip_stages,
        Figure::Peers => w.chip_peers,
        Figure::Years => w.chip_years,
        Figure::Press => w.chip_press,
    }
}

/// Code of the field that is lit.
pub fn lit_code(dataset: &Dataset, state: &State) -> String {
    let selection = state.selection(dataset);
    let ids = selection.ids();
    let lit =
        dataset.official.as_ref().and_then(|official| Some(lit(official, state, basis(official, state, &ids)?, &ids)));
    match lit {
        Some(PartKey::Field(code)) => code,
        Some(PartKey::Administration) | None => WELFARE.to_owned(),
    }
}

/// The year of the prices to which amounts can be brought: the newest whose index is known.
pub fn year_of_prices(dataset: &Dataset) -> Option<FiscalYear> {
    dataset.official.as_ref()?.prices.iter().map(|price| price.year).max()
}

/// Year, stage and scope of the amounts by field: what the reader chose, or the newest that all chosen cities have.
fn basis(official: &Official, state: &State, cities: &[&str]) -> Option<FieldBasis> {
    let choices = field_choices(official, cities);
    let chosen = |(year, stage): (FiscalYear, Stage)| {
        let fits = |basis: &FieldBasis| (basis.year, basis.stage) == (year, stage);
        choices.all.iter().map(|(basis, _)| *basis).find(fits)
    };
    state.basis.and_then(chosen).or_else(|| choices.default())
}

/// The years for which the course of at least one of the cities is known, newest first.
fn years_of_courses(official: &Official, cities: &[&str]) -> Vec<FiscalYear> {
    let all = cities.iter().flat_map(|city| courses(official, city, Scope::WithFunds)).map(|course| course.year);
    let mut years: Vec<FiscalYear> = all.collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

/// What the reader chose, or the newest year in which the money of most cities is settled.
fn year_of_courses(official: &Official, state: &State, cities: &[&str]) -> Option<FiscalYear> {
    let years = years_of_courses(official, cities);
    let having = |year: FiscalYear| {
        let settled = |city: &&&str| {
            courses(official, city, Scope::WithFunds)
                .iter()
                .any(|course| course.year == year && course.expenditure.is_some())
        };
        cities.iter().filter(settled).count()
    };
    let chosen = state.basis.map(|(year, _)| year).filter(|year| years.contains(year));
    chosen.or_else(|| years.iter().rev().copied().max_by_key(|year| (having(*year), *year)))
}

/// The newest year of the totals that are wanted.
pub(super) fn newest(official: &Official, wanted: impl Fn(&Total) -> bool) -> Option<FiscalYear> {
    official.totals.iter().filter(|total| wanted(total)).map(|total| total.fiscal_year).max()
}
