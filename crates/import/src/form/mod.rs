//! Files as they come, as tables. A workbook is read by [`workbook()`], which may be a part of its own.

pub mod cells;
mod envelope;
mod json;
#[cfg(feature = "spreadsheet")]
mod workbook;
mod xml;

#[cfg(feature = "spreadsheet")]
pub use workbook::workbook;

use crate::table::{Origin, Table};
use crate::text::{Cp949, decode};
use cells::Cells;

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Contents {
    /// Tables: one of a text file, one of each sheet of a workbook.
    Tables(Vec<Table>),
    /// A dataset of this format, as JSON.
    Dataset(String),
    /// The service has no data for what was asked: an answer, not a broken file.
    NoData(String),
    /// The service refused, with its code and its words.
    Refused {
        /// Its code, such as `ERROR-300`.
        code: String,
        /// Its words.
        message: String,
    },
    /// It holds nothing.
    Empty,
    /// It is neither UTF-8 nor CP949, and no workbook.
    NoText,
    /// It is not in its notation, with what the reader says.
    Unreadable(String),
    /// It is a workbook, to be read by [`workbook()`].
    Workbook,
    /// It is a workbook that wants a password.
    Locked,
}

/// Whether bytes are a workbook: XLSX and ODS are ZIP archives, XLS is a compound file.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Reads a file of text: CSV, TSV, JSON or XML, whichever its content says, whatever its name.
///
/// ```
/// use city_compare_import::form::{Contents, read};
/// let Contents::Tables(tables) = read("표.csv", "연도,금액\n2026,\"1,000\"\n".as_bytes(), |_| None) else { panic!() };
/// assert_eq!(tables[0].row(1).unwrap().cell(1).text, "1,000");
/// ```
pub fn read(file: &str, bytes: &[u8], cp949: Cp949) -> Contents {
    if is_workbook(bytes) {
        return Contents::Workbook;
    }
    let Some((text, encoding)) = decode(bytes, cp949) else { return Contents::NoText };
    let mut contents = match text.trim_start().chars().next() {
        None => Contents::Empty,
        Some('{' | '[') => json::read(file, &text),
        Some('<') => xml::read(file, &text),
        Some(_) => Contents::Tables(vec![Cells::new(file, &text).finish()]),
    };
    if let Contents::Tables(tables) = &mut contents {
        tables.iter_mut().for_each(|table| table.encoding = Some(encoding));
    }
    contents
}

/// A range that was pasted from a spreadsheet: values with tabs between them.
pub fn pasted(name: &str, text: &str) -> Table {
    let mut table = Cells::new(name, &city_compare_dataset::nfc::nfc(text)).finish();
    table.origin = Origin::Typed;
    table
}
