//! What is said under the projects' amounts, and where they contradict each other.

use super::Bar;
use crate::compare::both::{both, in_lang, same};
use crate::compare::budgets::city::note;
use crate::compare::budgets::{filled, word};
use crate::compare::{Evidence, Note, NoteKind, Selection};
use crate::format;
use crate::model::{Budget, Dataset, DiscrepancyKind, FiscalYear, Item, Level, Won};
use crate::text::country;

/// How many projects state an amount, what a year leaves out, and which amounts are taken.
pub(super) fn notes(dataset: &Dataset, selection: &Selection, year: Option<FiscalYear>, left_out: usize) -> Vec<Note> {
    let mut notes = Vec::new();
    for city in selection.cities(dataset) {
        let own: Vec<&Item> = city.plan.level(Level::Initiative).collect();
        let stated = own.iter().filter(|item| item.budget.states_cost()).count();
        let text = if !city.plan.is_known() {
            let none = |lang| format!("{}: {}", in_lang(&city.name, lang), country::words(lang).no_plan);
            both(none)
        } else if stated == 0 {
            filled(|w| w.note_plan_none, &[("city", &city.name)])
        } else {
            let non = own.iter().filter(|item| item.budget == Budget::NonBudget).count();
            let missing = own.len() - stated - non;
            filled(
                |w| w.note_plan_counts,
                &[
                    ("city", &city.name),
                    ("all", &same(own.len())),
                    ("stated", &same(stated)),
                    ("non", &same(non)),
                    ("missing", &same(missing)),
                ],
            )
        };
        let known = dataset.document(&city.plan.document).is_some();
        let evidence = known.then(|| Evidence::page(&city.plan.document, None)).into_iter().collect();
        notes.push(Note { kind: NoteKind::Missing, text, evidence });
    }
    if let Some(year) = year {
        let values = [("year", &same(year)), ("n", &same(left_out))];
        notes.push(note(NoteKind::Missing, filled(|w| w.note_plan_year, &values)));
    }
    notes.push(note(NoteKind::Method, word(|w| w.note_header_basis)));
    notes
}

/// Adds a note for each contradiction in the money of the shown projects; gives the project and the note's place.
pub(super) fn contradictions(dataset: &Dataset, bars: &[Bar<'_>], notes: &mut Vec<Note>) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for part in bars.iter().flat_map(|bar| &bar.parts) {
        let item = part.item;
        let document = dataset.document(&item.source.document);
        let of_money = |kind| matches!(kind, DiscrepancyKind::Sum | DiscrepancyKind::HeaderVsDetail);
        let touching = document
            .iter()
            .flat_map(|document| &document.discrepancies)
            .filter(|discrepancy| of_money(discrepancy.kind) && discrepancy.items.contains(&item.id));
        let mut told = false;
        for discrepancy in touching {
            told = true;
            if found.iter().any(|(id, _): &(String, usize)| *id == item.id) {
                continue;
            }
            let text = both(|lang| {
                let mut text = format!("{}: {}", in_lang(&item.title, lang), in_lang(&discrepancy.note, lang));
                if let Some(computed) = &discrepancy.computed {
                    text.push_str(&format!(" ({computed})"));
                }
                text
            });
            let evidence = discrepancy.stated.iter().map(|stated| Evidence {
                document: item.source.document.clone(),
                section: Some(item.source.section.clone()),
                lines: vec![crate::model::Lines(stated.line, stated.line)],
                as_printed: Some(stated.value.clone()),
            });
            notes.push(Note { kind: NoteKind::Contradiction, text, evidence: evidence.collect() });
            found.push((item.id.clone(), notes.len() - 1));
        }
        let over = Won::sum(part.shares.iter().map(|share| share.krw)).get() - part.amount.get();
        if let Some(over) = Won::new(over).filter(|over| over.get() > 0 && !told) {
            let krw = both(|lang| format::exact(over, lang));
            let text = filled(|w| w.note_funding_over, &[("what", &item.title), ("krw", &krw)]);
            notes.push(Note { kind: NoteKind::Contradiction, text, evidence: vec![Evidence::item(item)] });
            found.push((item.id.clone(), notes.len() - 1));
        }
    }
    found
}
