//! `cargo xtask check-official FILE…`: are the official figures that we hold those that LOFIN and the ministry publish?
//!
//! A person downloads a table, or asks the open API, and gives the file. Every figure of ours that such a table holds is
//! compared: equal, different, or not in the file.

mod held;
mod known;
mod report;
#[cfg(test)]
mod tests;

pub use report::Report;

use crate::Error;
use city_compare_dataset::seeds::{self, country};
use city_compare_import::form::{Contents, read};
use city_compare_import::table::Table;
use city_compare_import::text::cp949;
use held::Held;
use known::Found;
use report::{Difference, FileReport};
use std::path::{Path, PathBuf};

/// Compares the figures of the seeds with files.
///
/// # Errors
/// If the seeds or a file cannot be read, or a file is no table that we know.
pub fn run(seeds: &Path, files: &[PathBuf]) -> Result<Report, Error> {
    let held = held(seeds)?;
    let mut report = Report { elsewhere: held.elsewhere.clone(), ..Report::default() };
    for path in files {
        let bytes = std::fs::read(path).map_err(|error| Error::file(path, &error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        report.files.push(check(&held, &name, &bytes)?);
    }
    Ok(report)
}

/// All official figures of the seeds.
fn held(seeds: &Path) -> Result<Held, Error> {
    let dataset = seeds::load(seeds).map_err(|problems| Error::of_seeds(seeds, &problems))?.dataset;
    let country = country::load(seeds).map_err(|problems| Error::of_seeds(seeds, &problems))?;
    Ok(Held::new(&dataset, &country))
}

/// Compares the figures with one file.
fn check(held: &Held, name: &str, bytes: &[u8]) -> Result<FileReport, Error> {
    let mut report = FileReport { name: name.to_owned(), ..FileReport::default() };
    let table = match table(name, bytes)? {
        Answer::NoData(message) => {
            report.no_data = Some(message);
            return Ok(report);
        }
        Answer::Table(table) => table,
    };
    let found: Found = known::read(&table, held).ok_or_else(|| {
        let header = table.row(0).map(|row| row.cells().map(|cell| cell.text).collect::<Vec<_>>().join(", "));
        Error::new(
            format!(
                "{name} is no table that figures are held of; its columns are: {}",
                header.unwrap_or_default()
            ),
            known::KINDS,
            "give a file of one of these tables; its column names must be there, in Korean or as the open API names them",
        )
    })?;
    report.kind = found.kind;
    report.sums = found.sums.clone();
    report.contradictions = found.contradictions.clone();
    for (key, ours) in held.of(found.kind) {
        match found.value(key) {
            None => report.absent.push(key.clone()),
            Some(theirs) if ours.agrees(theirs) => report.equal += 1,
            Some(theirs) => report.different.push(Difference { key: key.clone(), ours: ours.value, theirs }),
        }
    }
    Ok(report)
}

/// What a file holds.
enum Answer {
    Table(Box<Table>),
    NoData(String),
}

fn table(name: &str, bytes: &[u8]) -> Result<Answer, Error> {
    let message = match read(name, bytes, cp949) {
        Contents::Tables(tables) => match tables.into_iter().next() {
            Some(table) => return Ok(Answer::Table(Box::new(table))),
            None => "it is empty".to_owned(),
        },
        Contents::NoData(message) => return Ok(Answer::NoData(message)),
        Contents::Refused { code, message } => format!("the service answered {code} ({message})"),
        Contents::Empty => "it is empty".to_owned(),
        Contents::NoText => "it is neither UTF-8 nor CP949".to_owned(),
        Contents::Unreadable(message) => message,
        Contents::Workbook | Contents::Locked | Contents::Dataset(_) => "it is no CSV, JSON or XML".to_owned(),
    };
    Err(Error::new(
        format!("{name} could not be read: {message}"),
        "a table of LOFIN or of the resident registration statistics, as CSV (UTF-8 or CP949), JSON or XML",
        "download it again, without opening and saving it in between",
    ))
}
