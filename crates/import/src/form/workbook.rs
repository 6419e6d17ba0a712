//! Sheets of a workbook: XLSX, XLS and ODS.

use super::Contents;
use crate::table::{CellKind, Origin, Table};
use calamine::{Data, Range, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;

/// Reads every sheet of a workbook; hidden ones are told apart.
pub fn workbook(file: &str, bytes: &[u8]) -> Contents {
    let mut book = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return failed(&error.to_string()),
    };
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut tables = Vec::new();
    for (name, hidden) in sheets {
        // A sheet of a chart has no cells.
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let mut found = table(file, &name, &range, formulas(&mut book, &name).as_ref());
        found.hidden = hidden;
        if !found.is_empty() {
            tables.push(found);
        }
    }
    if tables.is_empty() { Contents::Empty } else { Contents::Tables(tables) }
}

fn failed(message: &str) -> Contents {
    if message.to_lowercase().contains("password") {
        Contents::Locked
    } else {
        Contents::Unreadable(message.to_owned())
    }
}

fn formulas(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Option<Range<String>> {
    book.worksheet_formula(name).ok().filter(|range| !range.is_empty())
}

fn table(file: &str, name: &str, range: &Range<Data>, formulas: Option<&Range<String>>) -> Table {
    let mut table = Table::new(file, Origin::Workbook);
    table.sheet = Some(name.to_owned());
    let Some((top, left)) = range.start() else { return table };
    for (row, number) in range.rows().zip(top..) {
        // Empty rows are left out, and the others keep their numbers.
        let formula = |column: u32| formulas.and_then(|all| all.get_value((number, column))).filter(|f| !f.is_empty());
        if row.iter().zip(left..).all(|(cell, column)| *cell == Data::Empty && formula(column).is_none()) {
            continue;
        }
        table.begin(number + 1);
        (0..left).for_each(|_| table.push("", CellKind::Text));
        for (cell, column) in row.iter().zip(left..) {
            let formula = formula(column);
            match (cell, formula) {
                (Data::String(text), Some(formula)) if text.is_empty() => {
                    table.push(&format!("={formula}"), CellKind::Formula);
                }
                (Data::Empty, Some(formula)) => table.push(&format!("={formula}"), CellKind::Formula),
                (Data::Empty, None) => table.push("", CellKind::Text),
                (Data::String(text), _) => table.push(&city_compare_dataset::nfc::nfc(text), CellKind::Text),
                (Data::Int(number), _) => table.push(&number.to_string(), CellKind::Number),
                (Data::Float(number), _) => table.push(&number.to_string(), CellKind::Number),
                (Data::Bool(yes), _) => table.push(if *yes { "TRUE" } else { "FALSE" }, CellKind::Text),
                (Data::DateTime(moment), _) => table.push(&date(moment.as_f64()), CellKind::Date),
                (Data::DateTimeIso(text) | Data::DurationIso(text), _) => table.push(text, CellKind::Date),
                (Data::Error(error), _) => table.push(&error.to_string(), CellKind::Error),
            }
        }
    }
    table
}

/// The day of a number of days since 1899-12-30, as workbooks count them.
fn date(days: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a day of a calendar; anything beyond is no date")]
    let days = days.clamp(0.0, 2_958_465.0).floor() as i64;
    // Days since 0000-03-01, from which leap days come last in their year.
    let days = days + 693_899;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
