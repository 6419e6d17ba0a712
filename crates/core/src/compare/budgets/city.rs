mod notes;

use super::pick::{Choice, Picked, is_total, pick, population_for};
use super::{Basis, detail, filled, won_value, word};
use crate::compare::both::same;
use crate::compare::strategies::{city_series, city_tone};
use crate::compare::{Category, Evidence, Form, Mark, NoteKind, Plot, Reading, Selection, Series, Tone, Unit};
use crate::model::{City, Dataset, Measure, OriginalBudget, Stage, Won};
use notes::{city_year, metropolitan, rounded, several_values};
pub(super) use notes::{comparability, note};

/// Totals of the cities' original budgets, as amounts or for each resident.
pub fn totals(dataset: &Dataset, selection: &Selection, choice: Choice, basis: Basis) -> Plot {
    let picks = pick(dataset, selection, choice, &is_total);
    let mut plot = Plot {
        id: match basis {
            Basis::Amount => "city-totals".to_owned(),
            Basis::PerResident => "city-totals-per-resident".to_owned(),
        },
        title: match basis {
            Basis::Amount => word(|w| w.title_totals),
            Basis::PerResident => word(|w| w.title_totals_per),
        },
        form: Form::Bars,
        unit: unit(basis),
        categories: Vec::new(),
        series: vec![Series { key: "total".into(), label: word(|w| w.what_total), tone: Tone::City(0), detail: None }],
        marks: Vec::new(),
        notes: comparability(dataset, &picks, choice, basis),
        answer: None,
    };
    for (city, picked) in &picks {
        let tone = city_tone(dataset, selection, &city.id);
        match picked {
            Some(picked) => {
                for figure in &picked.figures {
                    let value = basis_value(city, figure, basis);
                    push_bar(&mut plot, city, tone, Some(figure), value);
                }
            }
            None => push_bar(&mut plot, city, tone, None, Reading::NotStated),
        }
    }
    plot
}

fn unit(basis: Basis) -> Unit {
    match basis {
        Basis::Amount => Unit::Won,
        Basis::PerResident => Unit::WonPerResident,
    }
}

fn basis_value(city: &City, figure: &OriginalBudget, basis: Basis) -> Reading {
    match basis {
        Basis::Amount => won_value(figure.krw),
        Basis::PerResident => population_for(city, figure.fiscal_year)
            .and_then(|(_, persons)| figure.krw.per(persons))
            .map_or(Reading::NotApplicable, won_value),
    }
}

/// Adds a bar with a series of its own, so that each city keeps its colour.
fn push_bar(plot: &mut Plot, city: &City, tone: Tone, figure: Option<&OriginalBudget>, value: Reading) {
    let series = match plot.series.iter().position(|series| series.key == city.id) {
        Some(known) => known,
        None => {
            if plot.categories.is_empty() {
                plot.series.clear();
            }
            plot.series.push(Series { key: city.id.clone(), label: city.name.clone(), tone, detail: None });
            plot.series.len() - 1
        }
    };
    plot.categories.push(Category {
        key: city.id.clone(),
        label: city.name.clone(),
        detail: figure.map(|figure| detail(figure.fiscal_year, figure.stage, Some(figure.account))),
        item: None,
    });
    plot.marks.push(Mark {
        category: plot.categories.len() - 1,
        series,
        value,
        year: figure.map(|figure| figure.fiscal_year),
        stage: figure.map(|figure| figure.stage),
        account: figure.map(|figure| figure.account),
        amount: None,
        squares: vec![],
        evidence: figure.map(|figure| budget_evidence(figure, city, value)).unwrap_or_default(),
        notes: Vec::new(),
    });
}

/// The pages that print a figure, and those of the population if the value is divided by it.
pub(super) fn budget_evidence(figure: &OriginalBudget, city: &City, value: Reading) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> =
        figure.documents.iter().map(|document| Evidence::page(document, Some(&figure.as_printed))).collect();
    let divided = value.value().is_some_and(|value| won_value(figure.krw).value() != Some(value));
    if let Some((population, _)) = population_for(city, figure.fiscal_year).filter(|_| divided) {
        let pages = population.documents.iter().map(|id| Evidence::page(id, Some(&population.as_printed)));
        evidence.extend(pages);
    }
    evidence
}

/// General and special accounts end to end, with what the total leaves over.
pub fn accounts(dataset: &Dataset, selection: &Selection, choice: Choice) -> Plot {
    let by_account =
        |budget: &OriginalBudget| matches!(budget.measure, Measure::GeneralAccount | Measure::SpecialAccounts);
    let picks = pick(dataset, selection, choice, &by_account);
    let mut plot = Plot {
        id: "city-accounts".to_owned(),
        title: word(|w| w.title_accounts),
        form: Form::Stacked,
        unit: Unit::Won,
        categories: Vec::new(),
        series: vec![Series {
            key: "general".into(),
            label: word(|w| w.account_general),
            tone: Tone::Part(0),
            detail: None,
        }],
        marks: Vec::new(),
        notes: comparability(dataset, &picks, choice, Basis::Amount),
        answer: None,
    };
    for (city, picked) in &picks {
        plot.categories.push(Category {
            key: city.id.clone(),
            label: city.name.clone(),
            detail: picked.as_ref().map(|picked| detail(picked.year, picked.stage, None)),
            item: None,
        });
        let category = plot.categories.len() - 1;
        let Some(picked) = picked else {
            plot.marks.push(missing_mark(category, 0));
            continue;
        };
        for figure in account_parts(picked) {
            let series = account_series(&mut plot, figure);
            plot.marks.push(mark(category, series, figure, won_value(figure.krw), city));
        }
    }
    plot
}

/// The figures of the accounts that do not overlap: all special accounts together, or else the named ones.
fn account_parts<'a>(picked: &Picked<'a>) -> Vec<&'a OriginalBudget> {
    let all_special =
        |figure: &&OriginalBudget| figure.measure == Measure::SpecialAccounts && figure.label.ko == "특별회계";
    let together = picked.figures.iter().copied().find(|figure| all_special(figure));
    let keep = |figure: &&OriginalBudget| {
        figure.measure == Measure::GeneralAccount || together.is_none_or(|all| std::ptr::eq(all, *figure))
    };
    picked.figures.iter().copied().filter(keep).collect()
}

fn account_series(plot: &mut Plot, figure: &OriginalBudget) -> usize {
    if figure.measure == Measure::GeneralAccount {
        return 0;
    }
    let key = &figure.label.ko;
    if let Some(known) = plot.series.iter().position(|series| series.key == *key) {
        return known;
    }
    let tone = Tone::Part(u8::try_from(plot.series.len()).unwrap_or(u8::MAX));
    plot.series.push(Series { key: key.clone(), label: figure.label.clone(), tone, detail: None });
    plot.series.len() - 1
}

/// A mark without a value, which keeps its place.
pub(in crate::compare) fn missing_mark(category: usize, series: usize) -> Mark {
    Mark {
        category,
        series,
        value: Reading::NotStated,
        year: None,
        stage: None,
        account: None,
        amount: None,
        squares: vec![],
        evidence: Vec::new(),
        notes: Vec::new(),
    }
}

pub(super) fn mark(category: usize, series: usize, figure: &OriginalBudget, value: Reading, city: &City) -> Mark {
    Mark {
        category,
        series,
        value,
        year: Some(figure.fiscal_year),
        stage: Some(figure.stage),
        account: Some(figure.account),
        amount: None,
        squares: vec![],
        evidence: budget_evidence(figure, city, value),
        notes: Vec::new(),
    }
}

/// Totals over the years: a point for each city and year; the adopted budget where it is known, else the proposal.
pub fn years(dataset: &Dataset, selection: &Selection, basis: Basis) -> Plot {
    let years = super::budget_years(dataset, selection);
    let mut marks = Vec::new();
    let mut proposals = Vec::new();
    let mut two_values = Vec::new();
    let mut shown = Vec::new();
    for (category, year) in years.iter().enumerate() {
        let choice = Choice { year: *year, strict: false };
        for (series, (city, picked)) in pick(dataset, selection, choice, &is_total).iter().enumerate() {
            let picked = picked.as_ref().filter(|picked| picked.year == *year);
            // A line has one point a year: where sources disagree it is the first, and the note gives the others.
            two_values.extend(picked.filter(|picked| picked.figures.len() > 1).map(|picked| several_values(picked)));
            let figure = picked.and_then(|picked| picked.figures.first().copied());
            marks.push(match figure {
                Some(figure) => {
                    shown.push(figure);
                    if figure.stage == Stage::Proposed {
                        proposals.push(city_year(city, *year));
                    }
                    mark(category, series, figure, basis_value(city, figure, basis), city)
                }
                None => missing_mark(category, series),
            });
        }
    }
    let mut notes = Vec::new();
    if !proposals.is_empty() {
        let list = crate::compare::both::list(&proposals);
        notes.push(note(NoteKind::NotComparable, filled(|w| w.note_stages_differ, &[("list", &list)])));
    }
    notes.extend(metropolitan(selection.cities(dataset)));
    notes.extend(two_values);
    notes.extend(rounded(dataset, &shown));
    notes.push(note(NoteKind::Method, word(|w| w.note_nominal)));
    Plot {
        id: match basis {
            Basis::Amount => "city-years".to_owned(),
            Basis::PerResident => "city-years-per-resident".to_owned(),
        },
        title: match basis {
            Basis::Amount => word(|w| w.title_years),
            Basis::PerResident => word(|w| w.title_years_per),
        },
        form: Form::Slope,
        unit: unit(basis),
        categories: years
            .iter()
            .map(|year| Category { key: year.to_string(), label: same(year), detail: None, item: None })
            .collect(),
        series: city_series(dataset, selection),
        marks,
        notes,
        answer: None,
    }
}

/// Sum of a mark list in won, for tests and shares.
pub(super) fn sum(figures: &[&OriginalBudget]) -> Won {
    Won::sum(figures.iter().map(|figure| figure.krw))
}
