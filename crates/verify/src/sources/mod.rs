//! `cargo xtask verify-sources DIR`: is the dataset true to the original documents?
//!
//! The first pass goes from the dataset to the documents: every printed title, amount, number and correction must stand
//! in the cited lines. The second goes from the documents to the dataset: every line must be cited or left out.

mod arithmetic;
mod claim;
mod coverage;
mod language;
mod normalise;
mod numbers;
mod original;
mod ratio;
mod report;
mod statements;
#[cfg(test)]
mod tests;

pub use report::Report;

use crate::Error;
use arithmetic::Verdict;
use city_compare_dataset::model::{City, Document, Lines};
use city_compare_dataset::seeds::{self, Seeds};
use claim::{Kind, Statement};
use language::Sheet;
use numbers::numerals;
use original::{Original, Support};
use ratio::Ratio;
use report::{DocumentReport, Mismatch};
use std::path::Path;

/// Verifies the seeds in one folder against the original documents in another.
///
/// # Errors
/// If the seeds or their term sheet cannot be read; what the documents do not bear out is in the report.
pub fn run(seeds: &Path, documents: &Path) -> Result<Report, Error> {
    let sheet = Sheet::load(seeds).map_err(Error::unreadable)?;
    seeds::load(seeds)
        .map(|seeds| verify(&seeds, &sheet, documents))
        .map_err(|problems| Error::of_seeds(seeds, &problems))
}

fn verify(seeds: &Seeds, sheet: &Sheet, folder: &Path) -> Report {
    let mut report = Report::default();
    language::verify(&seeds.dataset, sheet, &mut report);
    for document in &seeds.dataset.documents {
        match &document.file {
            Some(file) => verify_document((seeds, sheet), document, file, &folder.join(file), &mut report),
            None => report.without_text += 1,
        }
        for discrepancy in &document.discrepancies {
            let line = discrepancy.lines.first().copied().unwrap_or_default();
            let place = (document.file.as_deref().unwrap_or(&document.id), line);
            recalculate(discrepancy.computed.as_deref(), &discrepancy.id, place, &mut report);
        }
    }
    for city in &seeds.dataset.cities {
        verify_budgets(city, &mut report);
    }
    for left in seeds.left_out.iter().filter(|left| seeds.dataset.document(&left.document).is_none()) {
        report.complain(&left.document, 0, "left_out", "there is no such document".to_owned());
    }
    sheet.verify_itself(&mut report);
    report
}

impl Report {
    fn complain(&mut self, document: &str, line: u32, owner: &str, message: String) {
        let (document, owner) = (document.to_owned(), owner.to_owned());
        self.mismatches.push(Mismatch { document, line, owner, message });
    }

    fn count(&mut self, kind: Kind, checked: bool) {
        let counts = if checked { &mut self.checked } else { &mut self.unchecked };
        *counts.entry(kind).or_default() += 1;
    }
}

fn verify_document(
    (seeds, sheet): (&Seeds, &Sheet),
    document: &Document,
    file: &str,
    path: &Path,
    report: &mut Report,
) {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return report.complain(file, 0, &document.id, format!("the document cannot be read: {error}")),
    };
    let original = Original::new(&bytes, document);
    if document.sha256.as_deref() != Some(original.sha256()) {
        let expected = document.sha256.as_deref().unwrap_or("none");
        let message = format!("the SHA-256 is {}, the dataset says {expected}", original.sha256());
        report.complain(file, 0, &document.id, message);
    }
    if document.lines != Some(original.count()) {
        let expected = document.lines.map_or("nothing".to_owned(), |lines| lines.to_string());
        let message = format!("the document has {} lines, the dataset says {expected}", original.count());
        report.complain(file, 0, &document.id, message);
    }
    verify_corrections(&original, document, file, report);
    let mut statements = statements::of_discrepancies(document);
    for city in &seeds.dataset.cities {
        statements.extend(statements::of_plan(&city.plan, &document.id));
        statements.extend(statements::of_summaries(&city.plan, &document.id, sheet));
        if city.plan.document == document.id {
            statements.extend(statements::of_structure(&city.plan, &original));
        }
    }
    let mut found = DocumentReport { file: file.to_owned(), id: document.id.clone(), ..DocumentReport::default() };
    for statement in &statements {
        verify_statement(&original, statement, &mut found, report);
    }
    let left_out = verify_left_out(seeds, &original, document, file, report);
    found.coverage = coverage::of(&original, &statements, &left_out);
    let coverage = &found.coverage;
    let named =
        coverage.unexplained.iter().chain(coverage.numbers.iter().map(|(line, _)| line)).chain(&coverage.bullets);
    found.texts = named.map(|line| (*line, original.line(*line).trim().to_owned())).collect();
    report.documents.push(found);
}

fn verify_corrections(original: &Original, document: &Document, file: &str, report: &mut Report) {
    for correction in &document.corrections {
        report.count(Kind::Correction, true);
        if correction.printed == correction.read_as {
            let message = format!("“{}” is read as itself", correction.printed);
            report.complain(file, correction.line, "correction", message);
        }
    }
    for (line, printed) in &original.unfounded {
        report.complain(file, *line, "correction", format!("“{printed}” is not printed there"));
    }
}

fn verify_statement(original: &Original, statement: &Statement, found: &mut DocumentReport, report: &mut Report) {
    let line = statement.ranges.first().map(|range| range.from()).unwrap_or_default();
    report.count(statement.kind, statement.kind != Kind::OwnTitle);
    let place = format!("{} ({})", statement.owner, statement.kind.name());
    for range in &statement.ranges {
        if range.from() == 0 || range.to() < range.from() || range.to() > original.count() {
            let message = format!("the document has no lines {} to {}", range.from(), range.to());
            report.complain(&found.file, range.from(), &place, message);
        }
    }
    for claim in &statement.claims {
        match original.check(&statement.ranges, claim) {
            Ok(Support::Printed) => {}
            Ok(Support::UnitElsewhere(unit)) => found.units_elsewhere.push((line, statement.owner.clone(), unit)),
            Err(message) => report.complain(&found.file, line, &place, message),
        }
    }
}

/// The lines of the document that are left out; complains about ranges that are none.
fn verify_left_out(
    seeds: &Seeds,
    original: &Original,
    document: &Document,
    file: &str,
    report: &mut Report,
) -> Vec<Lines> {
    let mut ranges = Vec::new();
    for left in seeds.left_out.iter().filter(|left| left.document == document.id) {
        let lines = left.lines;
        if lines.from() == 0 || lines.to() < lines.from() || lines.to() > original.count() {
            let message = format!("the document has no lines {} to {}", lines.from(), lines.to());
            report.complain(file, lines.from(), "left_out", message);
        } else if left.reason.trim().is_empty() {
            report.complain(file, lines.from(), "left_out", "no reason is given".to_owned());
        } else {
            ranges.push(lines);
        }
    }
    ranges
}

fn recalculate(computed: Option<&str>, owner: &str, (document, line): (&str, u32), report: &mut Report) {
    let Some(computed) = computed else { return };
    match arithmetic::verify(computed) {
        Verdict::Holds => report.count(Kind::Calculation, true),
        Verdict::NotArithmetic => report.count(Kind::Calculation, false),
        Verdict::Wrong(wrong) => {
            report.count(Kind::Calculation, true);
            report.complain(document, line, owner, format!("the calculation “{wrong}” is wrong"));
        }
    }
}

/// Budgets and populations come from pages whose texts are not kept: only the won can be checked against the print.
fn verify_budgets(city: &City, report: &mut Report) {
    let budgets = city.budgets.iter().map(|budget| {
        let owner = format!("{} {} {}", city.id, budget.fiscal_year, budget.label.ko);
        (owner, &budget.documents, Some(i128::from(budget.krw.get())), &budget.as_printed)
    });
    let population = city.population.iter().map(|population| {
        let owner = format!("{} population of {}", city.id, population.as_of.as_str());
        (owner, &population.documents, population.persons.map(i128::from), &population.as_printed)
    });
    for (owner, documents, value, as_printed) in budgets.chain(population) {
        report.without_text_figures += 1;
        let Some(value) = value else { continue };
        let printed = numerals(&normalise::unify(as_printed));
        if !printed.iter().any(|number| !number.is_part && number.scaled == Ratio::from(value)) {
            let document = documents.first().map_or("", String::as_str);
            report.complain(document, 0, &owner, format!("“{as_printed}” does not make {value}"));
        }
    }
    for conflict in &city.conflicts {
        recalculate(conflict.computed.as_deref(), &conflict.id, (&city.id, 0), report);
    }
}
