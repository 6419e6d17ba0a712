//! Where something stands.

use crate::table::column_letters;

/// A place in the tables that are read: a table, and in it a row and a column, as far as it is about one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// Which table, from 0.
    pub table: u32,
    /// The row's number in the file, from 1; 0 for the names of columns in JSON and XML; `None` for the table as a whole.
    pub row: Option<u32>,
    /// The column, from 0.
    pub column: Option<u32>,
}

impl At {
    /// A table as a whole.
    pub fn table(table: usize) -> Self {
        Self { table: u32::try_from(table).unwrap_or(u32::MAX), row: None, column: None }
    }

    /// A row of it.
    #[must_use]
    pub const fn row(self, row: u32) -> Self {
        Self { row: Some(row), ..self }
    }

    /// A cell of that row.
    #[must_use]
    pub fn column(self, column: usize) -> Self {
        Self { column: u32::try_from(column).ok(), ..self }
    }
}

/// A place in the words of the file: what a reader looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// The row's number.
    pub row: Option<u32>,
    /// The column's letters.
    pub column: Option<String>,
    /// The column's name, if it has one.
    pub header: Option<String>,
}

/// A table's name and the names of its columns: what a place is told with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// The names of the columns.
    pub names: Vec<String>,
}

impl Spot {
    /// A place among the tables that were read.
    pub fn of(at: At, sheets: &[Sheet]) -> Self {
        let found = sheets.get(at.table as usize);
        let name = |column: u32| found.and_then(|sheet| sheet.names.get(column as usize));
        Self {
            file: found.map(|sheet| sheet.file.clone()).unwrap_or_default(),
            sheet: found.and_then(|sheet| sheet.sheet.clone()),
            row: at.row,
            column: at.column.map(|column| column_letters(column as usize)),
            header: at.column.and_then(name).filter(|name| !name.is_empty()).cloned(),
        }
    }
}
