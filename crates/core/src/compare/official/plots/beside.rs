//! A city beside all of its tier, and beside itself over the years.

use super::{Figures, note, word};
use crate::compare::both::both;
use crate::compare::budgets::missing_mark;
use crate::compare::budgets::won_value;
use crate::compare::official::{Prices, among_peers, over_years, say};
use crate::compare::{Category, Evidence, Form, Mark, NoteKind, Plot, Reading, Series, Tone, Unit, in_lang};
use crate::model::official::{IndicatorBasis, IndicatorKind, Official, Scope, Side, Total};
use crate::model::{Bilingual, FiscalYear, Number, Stage};
use crate::text::country::{self, CountryWords};
use crate::text::official::{indicator, scope as scope_name, stage as stage_name, words};
use crate::text::{Lang, fill};

/// The indicator by which cities stand among their peers.
const USUAL: (IndicatorKind, IndicatorBasis) = (IndicatorKind::BudgetPerResident, IndicatorBasis::Budget);

/// The usual indicator, or another one that more of the cities have.
fn indicator_of_all(official: &Official, cities: &[&str]) -> (IndicatorKind, IndicatorBasis) {
    let having = |(kind, basis)| cities.iter().filter(|city| official.indicator(city, kind, basis).is_some()).count();
    let other = (IndicatorKind::FiscalIndependence, IndicatorBasis::Final);
    if having(other) > having(USUAL) { other } else { USUAL }
}

/// A sentence about some of the cities, by their names.
pub(super) fn words_of_country(
    of: Figures<'_>,
    cities: &[&str],
    pick: impl Fn(&'static CountryWords) -> &'static str,
) -> Bilingual {
    both(|lang| {
        let names: Vec<String> = cities.iter().map(|city| say::city_name(of.dataset, city, lang)).collect();
        fill(pick(country::words(lang)), &[("cities", &names.join(", "))])
    })
}

/// Where the cities stand among all governments of their tier, by the budget for each resident; by fiscal independence where
/// more of the cities have that.
pub fn peers(of: Figures<'_>) -> Plot {
    let cities = of.cities();
    let (kind, basis) = indicator_of_all(of.official, &cities);
    let groups = among_peers(of.official, &cities, kind, basis);
    let (unit, times) = match kind {
        IndicatorKind::FiscalIndependence => (Unit::Percent, 1.0),
        _ => (Unit::WonPerResident, 1_000.0),
    };
    let shown = |value: Number| Number::new(value.get() * times).map_or(Reading::NotApplicable, Reading::Value);
    let names = [word(|w| w.name_least), word(|w| w.name_median), word(|w| w.name_most)];
    let ends = names.into_iter().zip(["least", "median", "most"]);
    let group_series =
        ends.map(|(label, key)| Series { key: key.to_owned(), label, tone: Tone::Ground(0), detail: None });
    let (mut categories, mut marks) = (Vec::new(), Vec::new());
    for (place, group) in groups.iter().enumerate() {
        let name = |lang| if group.basic { words(lang).name_group_basic } else { words(lang).name_group_upper };
        let count = group.count.to_string();
        let detail = |lang| fill(words(lang).detail_peers, &[("group", name(lang)), ("count", &count)]);
        let key = if group.basic { "basic" } else { "metropolitan" };
        let label = both(|lang| name(lang).to_owned());
        categories.push(Category { key: format!("{key}-{place}"), label, detail: Some(both(detail)), item: None });
        let source = |city: &str| of.official.indicator(city, kind, basis).map(|i| Evidence::page(&i.source, None));
        let first = || group.cities.first().and_then(|city| source(&city.city));
        let told = |series, value, evidence: Option<Evidence>| Mark {
            value,
            year: Some(group.year),
            evidence: evidence.into_iter().collect(),
            ..missing_mark(place, series)
        };
        let middle = group.median.map_or(Reading::NotApplicable, shown);
        for (series, value) in [shown(group.min), middle, shown(group.max)].into_iter().enumerate() {
            marks.push(told(series, value, first()));
        }
        marks.extend(group.cities.iter().filter_map(|own| {
            let at = cities.iter().position(|city| *city == own.city)?;
            Some(told(3 + at, shown(own.value), source(&own.city)))
        }));
    }
    let said = |lang| {
        let told: Vec<String> = groups.iter().map(|group| say::peers(of.dataset, group, kind, basis, lang)).collect();
        told.join(" ")
    };
    // Why another indicator than usual.
    let usual = |city: &&str| of.official.indicator(city, USUAL.0, USUAL.1).is_none();
    let without: Vec<&str> = cities.iter().copied().filter(usual).collect();
    let (n, other) = (words_of_country(of, &without, |w| w.note_independence), kind != USUAL.0);
    let why = (other && !without.is_empty()).then(|| note(NoteKind::NotComparable, n));
    let in_group = |city: &&str| groups.iter().flat_map(|group| &group.cities).any(|own| own.city == *city);
    let lacking: Vec<&str> = cities.iter().copied().filter(|city| !in_group(city)).collect();
    let text = words_of_country(of, &lacking, |w| w.why_no_indicator);
    let text = both(|lang| fill(in_lang(&text, lang), &[("what", indicator(kind, lang))]));
    let lacks = (!lacking.is_empty()).then(|| note(NoteKind::Missing, text));
    let method = note(NoteKind::Method, word(|w| w.note_peers_rule));
    Plot {
        id: "money-peers".to_owned(),
        title: word(|w| w.title_peers),
        form: Form::Range,
        unit,
        categories,
        series: group_series.chain(of.city_series()).collect(),
        marks,
        notes: why.into_iter().chain(lacks).chain([method]).chain(of.ended_notes()).collect(),
        answer: (!groups.is_empty()).then(|| both(said)),
    }
}

/// The side of the closed accounts that can be compared: expenditure, or revenue where more of the cities have that; and those
/// that lack the expenditure.
fn side_of_all<'a>(official: &Official, cities: &[&'a str]) -> (Side, Vec<&'a str>) {
    let has = |city: &str, side| {
        let of_side = |total: &&Total| {
            (total.city == city, total.stage, total.scope, total.side) == (true, Stage::Settled, Scope::WithFunds, side)
        };
        official.totals.iter().any(|total| of_side(&total))
    };
    let without = |side| cities.iter().copied().filter(|city| !has(city, side)).collect::<Vec<&str>>();
    let (spent, came) = (without(Side::Expenditure), without(Side::Revenue));
    (if came.len() < spent.len() { Side::Revenue } else { Side::Expenditure }, spent)
}

/// Settled expenditure over the years, with funds: as it was paid, or in the prices of one year. Revenue, and saying so, where more
/// of the cities have that.
pub fn years(of: Figures<'_>, prices: Prices) -> Plot {
    let cities = of.cities();
    let (side, without) = side_of_all(of.official, &cities);
    let all: Vec<_> = cities.iter().map(|city| over_years(of.official, city, side, prices)).collect();
    let span: Vec<FiscalYear> =
        all.first().map(|own| own.points.iter().map(|point| point.year).collect()).unwrap_or_default();
    let mut marks = Vec::new();
    for (place, year) in span.iter().enumerate() {
        for (series, own) in all.iter().enumerate() {
            let total = of.official.total(&own.city, *year, Stage::Settled, Scope::WithFunds, side);
            let krw = own.points.get(place).and_then(|point| point.krw.ok());
            marks.push(Mark {
                value: krw.map_or(Reading::NotStated, won_value),
                year: Some(*year),
                stage: Some(Stage::Settled),
                evidence: total.map(|total| Evidence::page(&total.source, None)).into_iter().collect(),
                ..missing_mark(place, series)
            });
        }
    }
    let text = match prices {
        Prices::Nominal => word(|w| w.note_nominal),
        Prices::Of(year) => both(|lang| fill(words(lang).note_real, &[("year", &year.to_string())])),
    };
    let said = |lang| say::years(of.dataset, &all, lang);
    let year = |year: &FiscalYear| {
        let label = Bilingual::new(year.to_string(), year.to_string());
        Category { key: year.to_string(), label, detail: None, item: None }
    };
    let why = (side == Side::Revenue)
        .then(|| note(NoteKind::NotComparable, words_of_country(of, &without, |w| w.note_revenue)));
    let title = match side {
        Side::Expenditure => word(|w| w.title_years),
        Side::Revenue => both(|lang| country::words(lang).title_years_revenue.to_owned()),
    };
    let holds = both(|lang| format!("{}: {}", stage_name(Stage::Settled, lang), scope_name(Scope::WithFunds, lang)));
    Plot {
        id: "money-years".to_owned(),
        title,
        form: Form::Slope,
        unit: Unit::Won,
        categories: span.iter().map(year).collect(),
        series: of.city_series(),
        marks,
        notes: {
            let method = [note(NoteKind::Method, text), note(NoteKind::Method, holds)];
            why.into_iter().chain(method).chain(of.ended_notes()).collect()
        },
        answer: said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en)),
    }
}
