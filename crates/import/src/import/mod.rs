//! Files into the data of one city: every table by its recipe, what is found of the city, and what is wrong.

mod gathered;
mod sums;
mod units;

pub use units::UnitQuestion;

use crate::at::{At, Sheet};
use crate::books::Sum;
use crate::build;
use crate::form::Contents;
use crate::layout::recognise;
use crate::places::{Places, Subject};
use crate::plan::Draft;
use crate::problem::{Cause, Problems};
use crate::read::{RowKind, Rows};
use crate::recipe::{Fit, Kind, Recipe, Witness};
use crate::table::Table;
use crate::text::Encoding;
use crate::unit::Unit;
use city_compare_dataset::Lang;
use city_compare_dataset::model::Dataset;
use gathered::Gathered;
use sums::Columns;

/// What is done with a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Choice {
    /// It is read if its layout is recognised, and if it is not hidden.
    #[default]
    Recognise,
    /// It is read if its layout is recognised, even if it is hidden.
    EvenHidden,
    /// It is read by a recipe that a person made or corrected.
    Recipe(Box<Recipe>),
    /// It is left alone.
    Skip,
}

/// A file with what is done with each of its tables; a table without a choice is recognised.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// What it holds.
    pub contents: &'a Contents,
    /// A choice for each of its tables.
    pub choices: &'a [Choice],
}

/// How a table was read.
#[derive(Debug, Clone, PartialEq)]
pub struct TableReport {
    /// Its name, and the names of its columns.
    pub sheet: Sheet,
    /// In which encoding it came, for a text file.
    pub encoding: Option<Encoding>,
    /// By which recipe it was read; `None` if it was not read.
    pub recipe: Option<Recipe>,
    /// How many rows of data it has.
    pub rows: usize,
    /// How many of them are about the city.
    pub used: usize,
    /// How many are about other places.
    pub others: usize,
    /// How many were left out because of a problem.
    pub left_out: usize,
}

/// What an import found.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The city's data, sound and checked as every dataset; `None` if nothing was found of it.
    pub dataset: Option<Dataset>,
    /// How each table was read, in the order of the files.
    pub tables: Vec<TableReport>,
    /// Every problem. Their places name tables by their number in `tables`.
    pub problems: Problems,
    /// The books: every sum with its arithmetic.
    pub sums: Vec<Sum>,
    /// Units that are in doubt, with both readings.
    pub units: Vec<UnitQuestion>,
}

impl Outcome {
    /// The names with which places are told.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.tables.iter().map(|table| table.sheet.clone()).collect()
    }

    /// The dataset as JSON, as it is published.
    pub fn json(&self) -> Option<String> {
        self.dataset.as_ref().and_then(|dataset| serde_json::to_string_pretty(dataset).ok())
    }
}

/// Reads files in one go.
pub fn import(sources: &[Source<'_>], subject: &Subject, places: &Places) -> Outcome {
    let mut work = Work::new(sources, subject, places);
    while work.advance(usize::MAX) {}
    work.finish()
}

/// A table that is read.
struct Reading<'a> {
    table: &'a Table,
    recipe: Recipe,
    fit: Fit,
    report: usize,
    next: usize,
    columns: Columns,
}

/// Reads files some rows at a time, so that a long file shows its progress and can be stopped: whoever stops drops it.
pub struct Work<'a> {
    subject: &'a Subject,
    places: &'a Places,
    readings: Vec<Reading<'a>>,
    at: usize,
    base: Option<Dataset>,
    reports: Vec<TableReport>,
    problems: Problems,
    gathered: Gathered,
    drafts: Vec<Draft>,
    sums: Vec<Sum>,
}

impl<'a> Work<'a> {
    /// Begins: every table finds its recipe.
    pub fn new(sources: &[Source<'a>], subject: &'a Subject, places: &'a Places) -> Self {
        let mut work = Self {
            subject,
            places,
            readings: Vec::new(),
            at: 0,
            base: None,
            reports: Vec::new(),
            problems: Problems::default(),
            gathered: Gathered::default(),
            drafts: Vec::new(),
            sums: Vec::new(),
        };
        sources.iter().for_each(|source| work.source(source));
        work
    }

    fn source(&mut self, source: &Source<'a>) {
        let told = match source.contents {
            Contents::Tables(tables) => {
                for (i, table) in tables.iter().enumerate() {
                    self.table(table, source.choices.get(i).unwrap_or(&Choice::Recognise));
                }
                return;
            }
            Contents::Dataset(json) => return self.dataset(source.file, json),
            Contents::NoData(message) => (Cause::NoData, message.as_str(), ""),
            Contents::Refused { code, message } => (Cause::Refused, code.as_str(), message.as_str()),
            Contents::Empty => (Cause::EmptyFile, "", ""),
            Contents::NoText => (Cause::NoText, "", ""),
            Contents::Unreadable(message) => (Cause::Unreadable, message.as_str(), ""),
            Contents::Workbook => (Cause::Unreadable, "XLSX, XLS, ODS", ""),
            Contents::Locked => (Cause::Locked, "", ""),
        };
        let report = self.report(source.file, None, None);
        self.problems.add(At::table(report), told.0, told.1, told.2);
    }

    /// Adds what is reported of a file, or of a table in it.
    fn report(&mut self, file: &str, sheet: Option<&str>, encoding: Option<Encoding>) -> usize {
        let sheet = Sheet { file: file.to_owned(), sheet: sheet.map(str::to_owned), names: Vec::new() };
        self.gathered.names.push(sheet.sheet.as_ref().map_or(sheet.file.clone(), |name| format!("{file} [{name}]")));
        self.reports.push(TableReport { sheet, encoding, recipe: None, rows: 0, used: 0, others: 0, left_out: 0 });
        self.reports.len() - 1
    }

    fn dataset(&mut self, file: &str, json: &str) {
        let report = self.report(file, None, None);
        let problems = match city_compare_dataset::sound(json) {
            Ok(sound) => {
                self.base = Some(sound.dataset);
                sound.problems
            }
            Err(problems) => problems,
        };
        for problem in problems {
            let both = Lang::ALL.map(|lang| problem.sentence(lang));
            let [korean, english] = both;
            self.problems.add(At::table(report), Cause::Dataset, english, korean);
        }
    }

    fn table(&mut self, table: &'a Table, choice: &Choice) {
        let report = self.report(&table.file, table.sheet.as_deref(), table.encoding);
        let at = At::table(report);
        if *choice == Choice::Skip || table.is_empty() {
            return;
        }
        if table.hidden && *choice == Choice::Recognise {
            let name = table.sheet.clone().unwrap_or_default();
            return self.problems.add(at, Cause::HiddenSheet, name, "");
        }
        let (recipe, fit) = match choice {
            Choice::Recipe(recipe) => match recipe.fit(table) {
                Ok(fit) => ((**recipe).clone(), fit),
                Err(missing) => return self.problems.add(at, Cause::MissingColumns, missing.join(", "), ""),
            },
            _ => match recognise(table) {
                Some(found) => found,
                None => {
                    let names = table.row(0).map(|row| row.cells().map(|cell| cell.text).take(12).collect::<Vec<_>>());
                    return self.problems.add(at, Cause::UnknownLayout, names.unwrap_or_default().join(", "), "");
                }
            },
        };
        let here = table.len().saturating_sub(fit.header.data);
        if let Some(announced) = table.announced.filter(|announced| *announced != here) {
            self.problems.add(at, Cause::OtherPages, here.to_string(), announced.to_string());
        }
        let money = matches!(recipe.kind, Kind::Fields | Kind::Totals | Kind::Settled);
        if money && recipe.unit.is_none() && recipe.witness == Witness::Nobody {
            self.problems.add(at, Cause::UnitAssumed, Unit::Won.word(), "");
        }
        if let Some(report) = self.reports.get_mut(report) {
            report.sheet.names.clone_from(&fit.header.names);
            report.recipe = Some(recipe.clone());
        }
        let next = fit.header.data;
        self.readings.push(Reading { table, recipe, fit, report, next, columns: Columns::default() });
    }

    /// Which part is read, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share for a bar of progress")]
    pub fn share(&self) -> f32 {
        let all: usize = self.readings.iter().map(|reading| reading.table.len()).sum();
        let read: usize = self.readings.iter().take(self.at + 1).map(|reading| reading.next).sum();
        if all == 0 { 1.0 } else { (read as f32 / all as f32).min(1.0) }
    }

    /// Reads so many rows more; whether there is more to read.
    pub fn advance(&mut self, rows: usize) -> bool {
        let Some(reading) = self.readings.get_mut(self.at) else { return false };
        let reader = Rows::new(reading.report, &reading.recipe, &reading.fit);
        let until = reading.next.saturating_add(rows).min(reading.table.len());
        for row in reading.table.rows(reading.next).take(until - reading.next) {
            match reader.kind(row) {
                RowKind::Note => continue,
                RowKind::Total => {
                    let at = At::table(reading.report).row(row.number());
                    reading.columns.total(&reading.fit, row, at, &mut self.problems, &mut self.sums);
                    continue;
                }
                RowKind::Data => {}
            }
            let Some(report) = self.reports.get_mut(reading.report) else { continue };
            if reading.recipe.kind == Kind::Plan {
                if let Some(draft) = Draft::read(reading.report, &reading.fit, row, &mut self.problems) {
                    self.drafts.push(draft);
                    (report.rows, report.used) = (report.rows + 1, report.used + 1);
                }
                continue;
            }
            reading.columns.add(&reading.fit, row);
            report.rows += 1;
            let before = self.problems.all().len();
            let entries = reader.entries(row, &mut self.problems);
            let mut used = false;
            let mut other = false;
            for entry in entries {
                let about = self.gathered.entry(entry, self.subject, self.places, &mut self.problems);
                used |= about;
                other |= !about;
            }
            report.used += usize::from(used);
            report.others += usize::from(other && !used);
            report.left_out += usize::from(!used && !other && self.problems.all().len() > before);
        }
        reading.next = until;
        if until == reading.table.len() {
            self.at += 1;
        }
        self.at < self.readings.len()
    }

    /// What was found.
    pub fn finish(mut self) -> Outcome {
        while self.advance(usize::MAX) {}
        let sheets: Vec<Sheet> = self.reports.iter().map(|report| report.sheet.clone()).collect();
        self.sums.extend(self.gathered.sums(&mut self.problems));
        let recipes: Vec<(usize, &Recipe, &Fit)> =
            self.readings.iter().map(|reading| (reading.report, &reading.recipe, &reading.fit)).collect();
        let units = units::questions(&self.gathered, self.subject, &recipes, &mut self.problems);
        let layout =
            |report: &TableReport| report.recipe.as_ref().map(|recipe| recipe.name.clone()).unwrap_or_default();
        let layouts: Vec<String> = self.reports.iter().map(layout).collect();
        let parts = build::Parts {
            subject: self.subject,
            base: self.base,
            found: self.gathered.figures(),
            drafts: self.drafts,
            sheets: &sheets,
            layouts: &layouts,
        };
        let dataset = build::dataset(parts, &mut self.problems);
        Outcome { dataset, tables: self.reports, problems: self.problems, sums: self.sums, units }
    }
}
