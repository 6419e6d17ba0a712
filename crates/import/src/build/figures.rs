//! The figures that were found, as official figures of the dataset.

use crate::at::Sheet;
use crate::places::Subject;
use crate::unit::Unit;
use city_compare_dataset::model::official::{
    CodeScheme, DatedProvince, FieldAmount, Official, OfficialSource, Origin, Place as OfficialPlace, PlaceCode,
    Precision, ResidentMeasure, Residents, Scope, Side, Spending, Total,
};
use city_compare_dataset::model::{Account, Bilingual, FiscalYear, PartialDate, Stage, Won};
use std::collections::{BTreeMap, BTreeSet};

/// A total of the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TotalFigure {
    pub year: FiscalYear,
    pub stage: Stage,
    pub scope: Scope,
    pub side: Side,
    pub krw: i64,
    pub unit: Unit,
    pub table: usize,
}

/// What the city spends on a field, of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldFigure {
    pub year: FiscalYear,
    pub stage: Stage,
    pub account: Account,
    pub field: &'static str,
    pub printed: String,
    pub spending: Spending,
    pub krw: i64,
    pub unit: Unit,
    pub table: usize,
}

/// A number of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PeopleFigure {
    pub day: PartialDate,
    pub measure: ResidentMeasure,
    pub persons: u64,
    pub code: String,
    pub table: usize,
}

/// All figures of the city.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    pub totals: Vec<TotalFigure>,
    pub fields: Vec<FieldFigure>,
    pub people: Vec<PeopleFigure>,
    /// Codes of the ministry that hold, from a list of codes.
    pub codes: Vec<String>,
}

impl Figures {
    /// Whether there is no figure: codes alone are none.
    pub(super) const fn is_empty(&self) -> bool {
        self.totals.is_empty() && self.fields.is_empty() && self.people.is_empty()
    }
}

/// Where LOFIN books administration.
pub const ADMINISTRATION_FIELD: &str = "900";

/// Puts the figures of the city into the official ones; `names` are the tables and the names of their recipes.
pub(super) fn put(official: &mut Official, city: City<'_>, found: &Figures, names: (&[Sheet], &[String])) {
    let subject = city.0;
    if found.is_empty() {
        return;
    }
    let mut tables = BTreeSet::new();
    for figure in &found.totals {
        tables.insert(figure.table);
        official.totals.push(total(city, figure, Origin::Printed));
    }
    for amount in by_field(found) {
        tables.insert(amount.table);
        official.field_amounts.push(FieldAmount {
            city: subject.id.clone(),
            fiscal_year: amount.year,
            stage: amount.stage,
            scope: amount.scope,
            spending: amount.spending,
            field: amount.field.to_owned(),
            printed: amount.printed,
            krw: won(amount.krw),
            precision: precision(amount.unit),
            source: source_id(city, amount.table),
        });
    }
    for sum in accounts(found) {
        let known = official.total(&subject.id, sum.year, sum.stage, sum.scope, sum.side).is_some();
        if !known {
            official.totals.push(total(city, &sum, Origin::Computed));
        }
    }
    people(official, city, found, &mut tables);
    for table in tables {
        let (Some(sheet), Some(layout)) = (names.0.get(table), names.1.get(table)) else { continue };
        official.sources.push(OfficialSource {
            id: source_id(city, table),
            publisher: Bilingual::new("가져온 파일", "Imported file"),
            dataset: Bilingual::new(layout, layout),
            table: None,
            copy: None,
            note: Some(Bilingual::new(&sheet.file, &sheet.file)),
        });
    }
    place(official, subject, &found.codes);
}

fn won(krw: i64) -> Won {
    Won::new(krw).unwrap_or_default()
}

fn total(city: City<'_>, figure: &TotalFigure, origin: Origin) -> Total {
    Total {
        city: city.0.id.clone(),
        fiscal_year: figure.year,
        stage: figure.stage,
        scope: figure.scope,
        side: figure.side,
        krw: won(figure.krw),
        precision: precision(figure.unit),
        origin,
        caveat: None,
        source: source_id(city, figure.table),
    }
}

fn people(official: &mut Official, city: City<'_>, found: &Figures, tables: &mut BTreeSet<usize>) {
    for figure in &found.people {
        let code = Some(figure.code.clone()).filter(|code| CodeScheme::Mois.fits(code));
        // A place of no list has no code, and no official figure: its residents stand with the city itself.
        let Some(code) = code.or_else(|| city.0.place.mois.first().cloned()) else { continue };
        tables.insert(figure.table);
        official.residents.push(Residents {
            city: city.0.id.clone(),
            measure: figure.measure,
            as_of: figure.day.clone(),
            persons: figure.persons,
            codes: vec![code],
            source: source_id(city, figure.table),
        });
    }
}

const fn precision(unit: Unit) -> Precision {
    match unit {
        Unit::Won => Precision::Won,
        Unit::ThousandWon => Precision::Thousand,
        // A hundred million is a multiple of a million: nothing finer is claimed.
        Unit::MillionWon | Unit::HundredMillionWon => Precision::Million,
    }
}

/// The city, and the number of the last source that a table of it is, which new ones follow.
pub(super) type City<'a> = (&'a Subject, usize);

/// Id of the source that a table is.
pub(super) fn source_id((subject, after): City<'_>, table: usize) -> String {
    format!("{}-table-{}", subject.id, after + table + 1)
}

/// An amount by field over all accounts of a table.
struct ByField {
    year: FiscalYear,
    stage: Stage,
    scope: Scope,
    field: &'static str,
    spending: Spending,
    printed: String,
    krw: i64,
    unit: Unit,
    table: usize,
}

/// The scope of the fields of a year: general and special accounts, where both are there.
fn scope(found: &Figures, year: FiscalYear, stage: Stage) -> Scope {
    let mut accounts = found.fields.iter().filter(|f| (f.year, f.stage) == (year, stage)).map(|f| f.account);
    if accounts.all(|account| account == Account::General) { Scope::General } else { Scope::GeneralAndSpecial }
}

fn by_field(found: &Figures) -> Vec<ByField> {
    let mut sums: BTreeMap<(FiscalYear, Stage, &'static str, Spending), ByField> = BTreeMap::new();
    for figure in &found.fields {
        // Administration belongs to no field; LOFIN books it under “other”.
        let field = if figure.spending == Spending::Administration { ADMINISTRATION_FIELD } else { figure.field };
        let key = (figure.year, figure.stage, field, figure.spending);
        let sum = sums.entry(key).or_insert_with(|| ByField {
            year: figure.year,
            stage: figure.stage,
            scope: scope(found, figure.year, figure.stage),
            field,
            spending: figure.spending,
            printed: figure.printed.clone(),
            krw: 0,
            unit: figure.unit,
            table: figure.table,
        });
        sum.krw = sum.krw.saturating_add(figure.krw);
        sum.unit = sum.unit.max(figure.unit);
        if figure.field == field {
            sum.printed.clone_from(&figure.printed);
        }
    }
    sums.into_values().collect()
}

/// The totals that the fields make: of the general account, and of all accounts.
fn accounts(found: &Figures) -> Vec<TotalFigure> {
    let mut sums: BTreeMap<(FiscalYear, Stage, Scope), TotalFigure> = BTreeMap::new();
    for figure in &found.fields {
        let wide = scope(found, figure.year, figure.stage);
        let scopes = [Scope::General, Scope::GeneralAndSpecial]
            .into_iter()
            .filter(|scope| *scope == wide || (*scope == Scope::General && figure.account == Account::General));
        for scope in scopes {
            let sum = sums.entry((figure.year, figure.stage, scope)).or_insert_with(|| TotalFigure {
                year: figure.year,
                stage: figure.stage,
                scope,
                side: Side::Expenditure,
                krw: 0,
                unit: figure.unit,
                table: figure.table,
            });
            sum.krw = sum.krw.saturating_add(figure.krw);
            sum.unit = sum.unit.max(figure.unit);
        }
    }
    sums.into_values().collect()
}

/// The place of the city, and of its province, with the codes that are known.
fn place(official: &mut Official, subject: &Subject, listed: &[String]) {
    let known = &subject.place;
    if official.places.iter().any(|place| place.id == subject.id) {
        return;
    }
    let code = |scheme, code: &str| PlaceCode { scheme, code: code.to_owned(), from: None, until: None };
    let mut codes: Vec<PlaceCode> =
        known.lofin.iter().map(|lofin| code(CodeScheme::Lofin, &lofin.to_string())).collect();
    codes.extend(known.mois.iter().map(|mois| code(CodeScheme::Mois, mois)));
    let listed = listed.iter().filter(|code| CodeScheme::Mois.fits(code) && !known.mois.contains(code));
    codes.extend(listed.map(|mois| code(CodeScheme::Mois, mois)));
    if codes.is_empty() {
        return;
    }
    official.places.push(OfficialPlace {
        id: subject.id.clone(),
        kind: known.kind,
        name: known.name.clone(),
        codes,
        provinces: Vec::<DatedProvince>::new(),
        ended: None,
        successors: Vec::new(),
        note: None,
    });
}
