//! Items of a plan as rows of a table: the columns of the template, and how a row is read.

mod items;
mod template;

pub use crate::columns::{BUDGETS, Column, LEVELS, ROLES, Words};
pub(crate) use items::items;
pub use template::Form;
#[cfg(feature = "workbook")]
pub use template::workbook;

use crate::at::At;
use crate::columns;
use crate::fields;
use crate::number::{amount, looks_like_date};
use crate::problem::{Cause, Problems};
use crate::recipe::{Fit, Use};
use crate::table::{Cell, CellKind, Row};
use crate::unit::Unit;
use city_compare_dataset::model::{BudgetStatus, Certainty, Level, Mapping, Role, Won};

/// A row of a plan as far as it could be read. It may be incomplete.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub table: usize,
    pub at: At,
    pub level: Option<Level>,
    pub role: Option<Role>,
    pub fields: Vec<Mapping>,
    pub budget: Option<BudgetStatus>,
    /// Amounts and funding, each with what stands there.
    pub amounts: Vec<(Column, Won, String)>,
    texts: Vec<(Column, String)>,
}

impl Draft {
    /// Reads a row. `None` for the guide and the example of the template, and for a row without a title, which is told.
    pub fn read(table: usize, fit: &Fit, row: Row<'_>, problems: &mut Problems) -> Option<Self> {
        let at = At::table(table).row(row.number());
        let mut draft = Self {
            table,
            at,
            level: None,
            role: None,
            fields: Vec::new(),
            budget: None,
            amounts: Vec::new(),
            texts: Vec::new(),
        };
        let first = fit.columns.iter().map(|(column, _)| row.cell(*column)).find(|cell| !cell.is_empty())?;
        if is_guide(first.text) {
            return None;
        }
        for (column, mapped) in &fit.columns {
            let Use::Plan(usage) = mapped.usage else { continue };
            let cell = row.cell(*column);
            if !cell.is_empty() {
                let unit = mapped.unit.unwrap_or(Unit::Won);
                draft.cell(usage, cell, unit, at.column(*column), problems);
            }
        }
        let continues = draft.text(Column::Title).is_empty() && !draft.text(Column::Indicator).is_empty();
        if draft.text(Column::Title).is_empty() && !continues {
            let column = fit.columns.iter().find(|(_, mapped)| mapped.usage == Use::Plan(Column::Title));
            let at = column.map_or(at, |(column, _)| at.column(*column));
            problems.add(at, Cause::NoTitle, "", "");
            return None;
        }
        Some(draft)
    }

    /// The text of a column; empty if nothing stands there.
    pub fn text(&self, column: Column) -> &str {
        self.texts.iter().find(|(known, _)| *known == column).map_or("", |(_, text)| text)
    }

    /// The parts of a column that holds several, with `;` or line breaks between them.
    pub fn list(&self, column: Column) -> Vec<&str> {
        self.text(column).split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect()
    }

    fn cell(&mut self, column: Column, cell: Cell<'_>, unit: Unit, at: At, problems: &mut Problems) {
        match column {
            _ if column.is_amount() => match amount(cell, unit) {
                Ok(Some(krw)) => match Won::new(krw) {
                    Some(krw) => self.amounts.push((column, krw, printed(cell, unit))),
                    None => problems.add(at, Cause::Negative, cell.text, ""),
                },
                Ok(None) => {}
                Err(cause) => problems.add(at, cause, cell.text, ""),
            },
            Column::Level => self.level = word(LEVELS, cell, at, problems),
            Column::Role => self.role = word(ROLES, cell, at, problems),
            Column::Budget => self.budget = word(BUDGETS, cell, at, problems),
            Column::Fields => self.fields = mappings(cell, at, problems),
            Column::Number | Column::Parent if cell.kind == CellKind::Date || looks_like_date(cell.text) => {
                problems.add(at, Cause::DateForNumber, cell.text, "");
            }
            _ => self.texts.push((column, number_or_text(cell))),
        }
    }
}

/// What a cell says, without the `.0` that a workbook gives whole numbers.
fn number_or_text(cell: Cell<'_>) -> String {
    match cell.kind {
        CellKind::Number => cell.text.strip_suffix(".0").unwrap_or(cell.text).to_owned(),
        _ => cell.text.to_owned(),
    }
}

fn printed(cell: Cell<'_>, unit: Unit) -> String {
    let bare = cell.text.ends_with(|c: char| c.is_ascii_digit());
    if bare { format!("{}{}", cell.text, unit.korean()) } else { cell.text.to_owned() }
}

/// Whether a row is the guide or the example of the template.
fn is_guide(first: &str) -> bool {
    first.starts_with('※') || ["예시", "(예시)", "example", "(example)"].contains(&first.to_lowercase().as_str())
}

fn word<W: Copy + 'static>(words: Words<W>, cell: Cell<'_>, at: At, problems: &mut Problems) -> Option<W> {
    let found = columns::find(words, cell.text);
    if found.is_none() {
        let known: Vec<String> = words.iter().map(|(_, ko, en)| format!("{ko} ({en})")).collect();
        problems.add(at, Cause::UnknownWord, cell.text, known.join(", "));
    }
    found
}

/// Fields with `;` or commas between them, codes or names; a question mark says that another reader might file it elsewhere.
fn mappings(cell: Cell<'_>, at: At, problems: &mut Problems) -> Vec<Mapping> {
    let mut found = Vec::new();
    for part in cell.text.split([';', ',', '；', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (name, confidence) = match part.strip_suffix(['?', '？']) {
            Some(name) => (name.trim(), Certainty::Arguable),
            None => (part, Certainty::Sure),
        };
        let is_code = name.starts_with(|c: char| c.is_ascii_digit());
        let digits = name.split([' ', '(']).next().unwrap_or_default();
        let known = if is_code { fields::find(digits, "") } else { fields::find("", name) };
        match known {
            Some((code, _)) => found.push(Mapping { code: code.to_owned(), confidence }),
            None => problems.add(at, Cause::UnknownField, part, ""),
        }
    }
    found
}
