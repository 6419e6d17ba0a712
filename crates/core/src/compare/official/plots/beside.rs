//! A city beside all of its tier, and beside itself over the years.

use super::{Figures, note, word};
use crate::compare::both::both;
use crate::compare::budgets::missing_mark;
use crate::compare::budgets::won_value;
use crate::compare::official::{Prices, among_peers, over_years, say};
use crate::compare::{Category, Evidence, Form, Mark, NoteKind, Plot, Reading, Series, Tone, Unit};
use crate::model::official::{IndicatorBasis, IndicatorKind, Scope, Side};
use crate::model::{Bilingual, FiscalYear, Number, Stage};
use crate::text::official::{scope as scope_name, stage as stage_name, words};
use crate::text::{Lang, fill};

/// Where the cities stand among all governments of their tier, by the budget for each resident.
pub fn peers(of: Figures<'_>) -> Plot {
    let (kind, basis) = (IndicatorKind::BudgetPerResident, IndicatorBasis::Budget);
    let cities = of.cities();
    let groups = among_peers(of.official, &cities, kind, basis);
    let thousand = |value: Number| Number::new(value.get() * 1_000.0).map_or(Reading::NotApplicable, Reading::Value);
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
        let middle = group.median.map_or(Reading::NotApplicable, thousand);
        for (series, value) in [thousand(group.min), middle, thousand(group.max)].into_iter().enumerate() {
            marks.push(told(series, value, first()));
        }
        marks.extend(group.cities.iter().filter_map(|own| {
            let at = cities.iter().position(|city| *city == own.city)?;
            Some(told(3 + at, thousand(own.value), source(&own.city)))
        }));
    }
    let said = |lang| {
        let told: Vec<String> = groups.iter().map(|group| say::peers(of.dataset, group, kind, basis, lang)).collect();
        told.join(" ")
    };
    Plot {
        id: "money-peers".to_owned(),
        title: word(|w| w.title_peers),
        form: Form::Range,
        unit: Unit::WonPerResident,
        categories,
        series: group_series.chain(of.city_series()).collect(),
        marks,
        notes: [vec![note(NoteKind::Method, word(|w| w.note_peers_rule))], of.ended_notes()].concat(),
        answer: (!groups.is_empty()).then(|| both(said)),
    }
}

/// Settled expenditure over the years, with funds: as it was paid, or in the prices of one year.
pub fn years(of: Figures<'_>, prices: Prices) -> Plot {
    let cities = of.cities();
    let all: Vec<_> = cities.iter().map(|city| over_years(of.official, city, Side::Expenditure, prices)).collect();
    let span: Vec<FiscalYear> =
        all.first().map(|own| own.points.iter().map(|point| point.year).collect()).unwrap_or_default();
    let mut marks = Vec::new();
    for (place, year) in span.iter().enumerate() {
        for (series, own) in all.iter().enumerate() {
            let total = of.official.total(&own.city, *year, Stage::Settled, Scope::WithFunds, Side::Expenditure);
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
    let holds = both(|lang| format!("{}: {}", stage_name(Stage::Settled, lang), scope_name(Scope::WithFunds, lang)));
    Plot {
        id: "money-years".to_owned(),
        title: word(|w| w.title_years),
        form: Form::Slope,
        unit: Unit::Won,
        categories: span.iter().map(year).collect(),
        series: of.city_series(),
        marks,
        notes: [vec![note(NoteKind::Method, text), note(NoteKind::Method, holds)], of.ended_notes()].concat(),
        answer: said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en)),
    }
}
