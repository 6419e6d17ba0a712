//! What each column of a table is: found by its name, or said by a person, and kept as a recipe.

use crate::names::plain;
use crate::table::{Row, Table};
use crate::unit::Unit;
use city_compare_dataset::model::official::{ResidentMeasure, Scope};
use city_compare_dataset::model::{FiscalYear, PartialDate, Stage};
use serde::{Deserialize, Serialize};

/// What kind of table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Spending by functional field (구조별 기능별 세출예산, or any table by field).
    Fields,
    /// Totals of budgets (당초예산, 최종예산).
    Totals,
    /// Totals of closed accounts (세출결산, 세입결산).
    Settled,
    /// Numbers of residents.
    Residents,
    /// Codes and names of places (법정동코드).
    Codes,
    /// Items of a plan: our own template.
    Plan,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Fields, Self::Totals, Self::Settled, Self::Residents, Self::Codes, Self::Plan];
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Nothing that is read.
    None,
    /// Fiscal year.
    Year,
    /// Month or day.
    Day,
    /// Code of a place, of 7 or 10 digits.
    PlaceCode,
    /// Name of a place, perhaps with its code in brackets.
    PlaceName,
    /// Name of the province beside it.
    Region,
    /// Name of the account (회계구분명).
    Account,
    /// Code of the functional field.
    FieldCode,
    /// Name of the functional field.
    FieldName,
    /// Name of the section of a field (부문명).
    SectionName,
    /// The unit of the row's amounts (원본단위).
    UnitOfRow,
    /// 정책사업, gross.
    Policy,
    /// 행정운영경비, gross.
    Administration,
    /// 재무활동, gross.
    Financial,
    /// 정책사업, net.
    PolicyNet,
    /// 행정운영경비, net.
    AdministrationNet,
    /// 재무활동, net.
    FinancialNet,
    /// An amount, of which the recipe says what it is.
    Amount,
    /// 당초예산.
    Initial,
    /// 최종예산.
    Final,
    /// 증감액: final less initial.
    Change,
    /// 세출결산.
    SettledExpenditure,
    /// 세입결산.
    SettledRevenue,
    /// Persons.
    Persons,
    /// 폐지여부 of a code.
    Abolished,
    /// A column of the template of a plan.
    Plan(crate::columns::Column),
}

/// A column with its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapped {
    /// The column's name as the table prints it; columns are found by it, not by their place.
    pub header: String,
    /// Which of several columns of this name, from 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub nth: usize,
    /// What it is.
    #[serde(rename = "use")]
    pub usage: Use,
    /// The fiscal year of its amounts, where no column says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FiscalYear>,
    /// The stage of its amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The unit of its amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The day of its people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<PartialDate>,
    /// Whom it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<ResidentMeasure>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(n: &usize) -> bool {
    *n == 0
}

impl Mapped {
    /// A column of a name with a use, and nothing else said of it.
    pub fn new(header: impl Into<String>, usage: Use) -> Self {
        Self { header: header.into(), nth: 0, usage, year: None, stage: None, unit: None, day: None, measure: None }
    }
}

/// Who says in which unit the amounts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Witness {
    /// The name of a column.
    Header,
    /// A title above the table.
    Title,
    /// A service that is known to publish won.
    Service,
    /// A column beside the amounts.
    Column,
    /// A person.
    Person,
    /// Nobody.
    Nobody,
}

/// How a table is read: made for every table that is recognised, and for the others by a person. It can be saved as JSON,
/// and fits every table whose columns have the same names, wherever they stand.
///
/// ```
/// use city_compare_import::recipe::{Kind, Mapped, Recipe, Use};
/// let recipe = Recipe::new("우리 시 예산", Kind::Totals, vec![Mapped::new("연도", Use::Year), Mapped::new("예산", Use::Amount)]);
/// assert_eq!(Recipe::from_json(&recipe.to_json()), Ok(recipe));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// What it is called.
    pub name: String,
    /// What kind of table it reads.
    pub kind: Kind,
    /// Its columns.
    pub columns: Vec<Mapped>,
    /// The unit of the amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Who says so.
    #[serde(default = "nobody")]
    pub witness: Witness,
    /// The fiscal year of all rows, where no column says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FiscalYear>,
    /// The stage of all amounts, where no column says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Which accounts the amounts hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
}

const fn nobody() -> Witness {
    Witness::Nobody
}

impl Recipe {
    /// A recipe of columns, with nothing else said.
    pub fn new(name: impl Into<String>, kind: Kind, columns: Vec<Mapped>) -> Self {
        let (unit, year, stage, scope) = (None, None, None, None);
        Self { name: name.into(), kind, columns, unit, witness: Witness::Nobody, year, stage, scope }
    }

    /// As JSON, to be kept.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads a kept recipe.
    ///
    /// # Errors
    /// What is wrong with it, in the words of the JSON reader.
    pub fn from_json(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// The columns of a table that the recipe speaks of.
    ///
    /// # Errors
    /// The names of columns that the table lacks.
    pub fn fit(&self, table: &Table) -> Result<Fit, Vec<String>> {
        let mut best: Option<(usize, Header)> = None;
        for header in Header::candidates(table) {
            let found = self.columns.iter().filter(|mapped| header.find(mapped).is_some()).count();
            if best.as_ref().is_none_or(|(most, _)| found > *most) {
                best = Some((found, header));
            }
        }
        let header = best.map(|(_, header)| header).unwrap_or_default();
        let needed = self.columns.iter().filter(|mapped| mapped.usage != Use::None);
        let (mut columns, mut missing) = (Vec::new(), Vec::new());
        for mapped in needed {
            match header.find(mapped) {
                Some(at) => columns.push((at, mapped.clone())),
                None => missing.push(mapped.header.clone()),
            }
        }
        if missing.is_empty() { Ok(Fit { header, columns }) } else { Err(missing) }
    }
}

/// The header of a table: where it stands, and the names of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// The position of the first row of data.
    pub data: usize,
    /// The name of each column: its lowest cell that holds anything.
    pub names: Vec<String>,
    /// What stands above each name in a merged cell, carried to the columns that it covers.
    pub groups: Vec<String>,
}

/// How many rows may stand above the names of the columns: titles, units, empty rows.
const ABOVE: usize = 20;

impl Header {
    /// A header for a table that has none: columns are named by their letters.
    pub fn absent(table: &Table) -> Self {
        let width = table.row(0).map_or(0, |row| row.len());
        let names: Vec<String> = (0..width).map(crate::table::column_letters).collect();
        Self { data: 0, groups: vec![String::new(); names.len()], names }
    }

    /// Every row that may hold the names, from above, each with what stands over it.
    pub fn candidates(table: &Table) -> impl Iterator<Item = Self> {
        table.rows(0).take(ABOVE).filter(|row| !row.is_empty()).map(move |row| Self::at(table, row))
    }

    /// The header whose lowest row is this one.
    fn at(table: &Table, row: Row<'_>) -> Self {
        let above = row.position().checked_sub(1).and_then(|at| table.row(at)).filter(is_merged);
        let width = row.len().max(above.map_or(0, |above| above.len()));
        let (mut names, mut groups) = (Vec::with_capacity(width), Vec::with_capacity(width));
        let mut over = "";
        for column in 0..width {
            let (own, upper) = (row.cell(column).text, above.map_or("", |above| above.cell(column).text));
            if !upper.is_empty() {
                over = upper;
            }
            // A name that is merged over both rows stands in the upper one.
            names.push(if own.is_empty() { upper } else { own }.to_owned());
            groups.push(if own.is_empty() { "" } else { over }.to_owned());
        }
        Self { data: row.position() + 1, names, groups }
    }

    /// The column of a mapping.
    fn find(&self, mapped: &Mapped) -> Option<usize> {
        let wanted = plain(&mapped.header);
        let mut same = self.names.iter().enumerate().filter(|(_, name)| plain(name) == wanted);
        same.nth(mapped.nth).map(|(at, _)| at)
    }

    /// Which of the columns of its name a column is, from 0.
    pub fn nth(&self, column: usize) -> usize {
        let name = self.names.get(column).map(|name| plain(name)).unwrap_or_default();
        self.names.iter().take(column).filter(|other| plain(other) == name).count()
    }
}

/// Whether a row can be the upper half of a header: more than a title in its first cell.
fn is_merged(row: &Row<'_>) -> bool {
    let filled = row.cells().enumerate().filter(|(_, cell)| !cell.is_empty() && !cell.text.starts_with("Unnamed:"));
    let (count, first) = filled.fold((0, None), |(count, first), (at, _)| (count + 1, first.or(Some(at))));
    count > 1 || (count == 1 && first.is_some_and(|first| first > 0))
}

/// A recipe on a table: its header, and the position of every column that is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The header.
    pub header: Header,
    /// The columns, each with what it is.
    pub columns: Vec<(usize, Mapped)>,
}

impl Fit {
    /// The column of a use, if there is one.
    pub fn column(&self, usage: Use) -> Option<usize> {
        self.columns.iter().find(|(_, mapped)| mapped.usage == usage).map(|(at, _)| *at)
    }

    /// Every column of a use.
    pub fn all(&self, usage: Use) -> impl Iterator<Item = (usize, &Mapped)> {
        self.columns.iter().filter(move |(_, mapped)| mapped.usage == usage).map(|(at, mapped)| (*at, mapped))
    }
}
