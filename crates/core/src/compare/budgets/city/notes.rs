//! What keeps the cities' budgets from being compared directly, and what else to know of them.

use crate::compare::both::{both, in_lang, same};
use crate::compare::budgets::pick::{Choice, Picked, population_for};
use crate::compare::budgets::{Basis, filled, word};
use crate::compare::{Evidence, Note, NoteKind};
use crate::format;
use crate::model::{Bilingual, City, CityKind, Dataset, DiscrepancyKind, DocumentKind, FiscalYear, OriginalBudget};
use crate::text::figures::words;
use crate::text::fill;

/// The different amounts that sources print for the same budget, with their pages.
pub(super) fn several_values(picked: &Picked<'_>) -> Note {
    let amounts =
        both(|lang| picked.figures.iter().map(|figure| format::exact(figure.krw, lang)).collect::<Vec<_>>().join(", "));
    let values = [("city", &picked.city.name), ("year", &same(picked.year)), ("list", &amounts)];
    let evidence = picked
        .figures
        .iter()
        .flat_map(|figure| figure.documents.iter().map(|document| Evidence::page(document, Some(&figure.as_printed))));
    Note { kind: NoteKind::Contradiction, text: filled(|w| w.note_two_values, &values), evidence: evidence.collect() }
}

pub(super) fn city_year(city: &City, year: FiscalYear) -> Bilingual {
    both(|lang| {
        format!("{} {}", in_lang(&city.name, lang), fill(words(lang).fiscal_year, &[("year", &year.to_string())]))
    })
}

pub(in crate::compare::budgets) fn note(kind: NoteKind, text: Bilingual) -> Note {
    Note { kind, text, evidence: Vec::new() }
}

pub(super) fn metropolitan<'a>(cities: impl Iterator<Item = &'a City> + Clone) -> Vec<Note> {
    let mixed = cities.clone().any(|city| city.kind == CityKind::City);
    cities
        .filter(|city| mixed && city.kind == CityKind::MetropolitanCity)
        .map(|city| note(NoteKind::NotComparable, filled(|w| w.note_metropolitan, &[("city", &city.name)])))
        .collect()
}

/// What keeps the picked figures from being compared directly: year, stage, account, kind of city, residents, sources.
pub(in crate::compare::budgets) fn comparability(
    dataset: &Dataset,
    picks: &[(&City, Option<Picked<'_>>)],
    choice: Choice,
    basis: Basis,
) -> Vec<Note> {
    let picked: Vec<&Picked<'_>> = picks.iter().filter_map(|(_, picked)| picked.as_ref()).collect();
    let mut notes = Vec::new();
    let differ = |values: Vec<u32>| values.windows(2).any(|pair| pair.first() != pair.last());
    if differ(picked.iter().map(|picked| u32::from(picked.year.0)).collect()) {
        let list: Vec<Bilingual> = picked.iter().map(|picked| city_year(picked.city, picked.year)).collect();
        let list = crate::compare::both::list(&list);
        notes.push(note(NoteKind::NotComparable, filled(|w| w.note_years_differ, &[("list", &list)])));
    }
    if differ(picked.iter().map(|picked| picked.stage as u32).collect()) {
        let with_stage = |picked: &&Picked<'_>| {
            both(|lang| {
                format!("{} {}", in_lang(&picked.city.name, lang), crate::compare::stage_name(picked.stage, lang))
            })
        };
        let list: Vec<Bilingual> = picked.iter().map(with_stage).collect();
        let list = crate::compare::both::list(&list);
        notes.push(note(NoteKind::NotComparable, filled(|w| w.note_stages_differ, &[("list", &list)])));
    }
    notes.extend(metropolitan(picks.iter().map(|(city, _)| *city)));
    for (city, _) in picks.iter().filter(|(_, picked)| picked.is_none()) {
        let text = filled(|w| w.note_no_year, &[("city", &city.name), ("year", &same(choice.year))]);
        notes.push(note(NoteKind::Missing, text));
    }
    notes.extend(picked.iter().flat_map(|picked| disagreements(picked)));
    if basis == Basis::PerResident {
        notes.extend(populations(&picked));
    }
    let shown: Vec<&OriginalBudget> = picked.iter().flat_map(|picked| picked.figures.iter().copied()).collect();
    notes.extend(rounded(dataset, &shown));
    notes.push(note(NoteKind::Method, word(|w| w.note_nominal)));
    notes
}

/// That the press rounds amounts: where amounts come from the press, and are round.
pub(super) fn rounded(dataset: &Dataset, figures: &[&OriginalBudget]) -> Option<Note> {
    const ROUND: i64 = 100_000_000;
    let press = |id: &String| {
        dataset.document(id).is_some_and(|d| matches!(d.kind, DocumentKind::NewsArticle | DocumentKind::Blog))
    };
    let mut printed = figures.iter().filter(|figure| figure.documents.iter().any(press)).peekable();
    let round = printed.peek().is_some() && printed.all(|figure| figure.krw.get() % ROUND == 0);
    round.then(|| note(NoteKind::Method, word(|w| w.note_rounded)))
}

/// Where the sources of a picked figure disagree: their own sentence, with the arithmetic.
fn disagreements(picked: &Picked<'_>) -> Vec<Note> {
    // What rounding explains is no disagreement: the view of sources tells it.
    let of_year = |conflict: &&crate::model::BudgetConflict| {
        conflict.fiscal_year == Some(picked.year) && conflict.kind != DiscrepancyKind::Rounding
    };
    picked
        .city
        .conflicts
        .iter()
        .filter(of_year)
        .map(|conflict| {
            let text = both(|lang| {
                let mut text = format!(
                    "{}: {}",
                    in_lang(&city_year(picked.city, picked.year), lang),
                    in_lang(&conflict.note, lang)
                );
                if let Some(computed) = &conflict.computed {
                    text.push_str(&format!(" ({computed})"));
                }
                text
            });
            let pages = conflict.stated.iter().flat_map(|stated| {
                stated.documents.iter().map(|document| Evidence::page(document, Some(&stated.value)))
            });
            Note { kind: NoteKind::Contradiction, text, evidence: pages.collect() }
        })
        .collect()
}

fn populations(picked: &[&Picked<'_>]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut named = Vec::new();
    let mut evidence = Vec::new();
    for picked in picked {
        match population_for(picked.city, picked.year) {
            Some((population, persons)) => {
                named.push(both(|lang| {
                    let count = i64::try_from(persons).unwrap_or(i64::MAX);
                    let residents = fill(
                        words(lang).residents,
                        &[("n", &format::grouped(count)), ("date", &format::date(&population.as_of, lang))],
                    );
                    format!("{} {residents}", in_lang(&picked.city.name, lang))
                }));
                evidence.extend(population.documents.iter().map(|id| Evidence::page(id, Some(&population.as_printed))));
            }
            None => {
                let text = filled(|w| w.note_no_population, &[("city", &picked.city.name)]);
                notes.push(note(NoteKind::Missing, text));
            }
        }
    }
    let list = crate::compare::both::list(&named);
    let text = filled(|w| w.note_population, &[("list", &list)]);
    notes.push(Note { kind: NoteKind::Method, text, evidence });
    notes
}
