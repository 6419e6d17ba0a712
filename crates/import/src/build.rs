//! What was found, as a dataset.

use crate::at::{At, Sheet};
use crate::fields;
use crate::number::Unit;
use crate::places::Subject;
use crate::plan::{Draft, items};
use crate::problem::{Cause, Problems};
use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{
    CodeScheme, DatedProvince, FieldAmount, Official, OfficialSource, Origin, Place as OfficialPlace, PlaceCode,
    Precision, ResidentMeasure, Residents, Scope, Side, Spending, Total,
};
use city_compare_dataset::model::{
    Account, Bilingual, City, CityKind, Dataset, Document, DocumentKind, FiscalYear, PartialDate, Plan, Population,
    SCHEMA, Stage, Won,
};
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
    const fn is_empty(&self) -> bool {
        self.totals.is_empty() && self.fields.is_empty() && self.people.is_empty()
    }
}

/// Where LOFIN books administration.
pub const ADMINISTRATION_FIELD: &str = "900";

/// What a dataset is made of.
pub(crate) struct Parts<'a> {
    pub subject: &'a Subject,
    pub base: Option<Dataset>,
    pub found: Figures,
    pub drafts: Vec<Draft>,
    pub sheets: &'a [Sheet],
    /// The name of the recipe of each table.
    pub layouts: &'a [String],
}

/// The dataset: the given one with what was found, or one of its own. It is read by the reader of every dataset, so that what
/// is written is what is read back. `None` if nothing was found of the city.
pub(crate) fn dataset(parts: Parts<'_>, problems: &mut Problems) -> Option<Dataset> {
    let Parts { subject, base, found, drafts, sheets, layouts } = parts;
    if base.is_none() && found.is_empty() && drafts.is_empty() {
        return None;
    }
    let mut dataset = base.unwrap_or_else(|| empty(subject));
    let mut official = dataset.official.take().unwrap_or_default();
    let city = dataset.cities.iter().find(|city| city.id == subject.id).map(|city| city.id.clone());
    if city.is_none() {
        let (document, plan) = plan_of(subject, &drafts, sheets);
        dataset.documents.push(document);
        dataset.cities.push(city_of(subject, plan));
    }
    if !drafts.is_empty() {
        let document = dataset.cities.iter().find(|city| city.id == subject.id).map(|city| city.plan.document.clone());
        let (items, documents) = items(&drafts, &subject.id, &document.unwrap_or_default(), problems);
        dataset.documents.extend(documents);
        if let Some(city) = dataset.cities.iter_mut().find(|city| city.id == subject.id) {
            city.plan.items.extend(items);
        }
    }
    figures(&mut official, subject, &found, (sheets, layouts));
    if subject.place.mois.is_empty() {
        population(&mut dataset, subject, &found.people, sheets);
    }
    dataset.official = (official != Official::default()).then_some(official);
    checked(&dataset, problems)
}

/// Residents of a city that has no code, with the file as their document.
fn population(dataset: &mut Dataset, subject: &Subject, people: &[PeopleFigure], sheets: &[Sheet]) {
    let Some(city) = dataset.cities.iter_mut().find(|city| city.id == subject.id) else { return };
    for figure in people.iter().filter(|figure| !CodeScheme::Mois.fits(&figure.code)) {
        let id = source_id(subject, figure.table);
        let file = sheets.get(figure.table).map(|sheet| sheet.file.clone()).unwrap_or_default();
        city.population.push(Population {
            as_of: figure.day.clone(),
            persons: Some(figure.persons),
            as_printed: figure.persons.to_string(),
            documents: vec![id.clone()],
            note: None,
        });
        if !dataset.documents.iter().any(|document| document.id == id) {
            dataset.documents.push(document(id, subject, DocumentKind::OfficialPage, &file, Some(file.clone())));
        }
    }
}

/// A document of which only its name is known.
fn document(id: String, subject: &Subject, kind: DocumentKind, title: &str, file: Option<String>) -> Document {
    Document {
        id,
        city: Some(subject.id.clone()),
        kind,
        title: Bilingual::new(title, title),
        publisher: None,
        published: None,
        url: None,
        file,
        sha256: None,
        lines: None,
        corrections: Vec::new(),
        discrepancies: Vec::new(),
    }
}

/// The dataset as its own reader reads it.
fn checked(dataset: &Dataset, problems: &mut Problems) -> Option<Dataset> {
    let json = serde_json::to_string(dataset).ok()?;
    match city_compare_dataset::sound(&json) {
        Ok(sound) => {
            for problem in &sound.problems {
                problems.add(At::default(), Cause::Dataset, problem.sentence(Lang::En), problem.sentence(Lang::Ko));
            }
            Some(sound.dataset)
        }
        Err(found) => {
            for problem in &found {
                problems.add(At::default(), Cause::Dataset, problem.sentence(Lang::En), problem.sentence(Lang::Ko));
            }
            None
        }
    }
}

/// A dataset of the city alone, of which nothing is known yet.
pub(crate) fn bare(subject: &Subject) -> Dataset {
    let mut dataset = empty(subject);
    let (document, plan) = plan_of(subject, &[], &[]);
    dataset.documents.push(document);
    dataset.cities.push(city_of(subject, plan));
    dataset
}

fn empty(subject: &Subject) -> Dataset {
    Dataset { name: Some(subject.place.name.clone()), ..nothing() }
}

/// A dataset that holds nothing but the functional fields.
pub(crate) fn nothing() -> Dataset {
    Dataset {
        schema: SCHEMA.to_owned(),
        name: None,
        version: "1".to_owned(),
        fields: fields::all(),
        documents: Vec::new(),
        cities: Vec::new(),
        glossary: Vec::new(),
        topics: Vec::new(),
        cautions: Vec::new(),
        agreement: None,
        official: None,
    }
}

/// The plan of the city and the document that it rests on: the first table with items, or none yet.
fn plan_of(subject: &Subject, drafts: &[Draft], sheets: &[Sheet]) -> (Document, Plan) {
    let id = format!("{}-plan", subject.id);
    let file = drafts.first().and_then(|draft| sheets.get(draft.table)).map(|sheet| sheet.file.clone());
    let mut document =
        document(id.clone(), subject, DocumentKind::Plan, file.as_deref().unwrap_or_default(), file.clone());
    if file.is_none() {
        document.title = Bilingual::new("계획 자료 없음", "No plan yet");
    }
    let title = document.title.clone();
    let plan = Plan {
        document: id,
        title,
        term: None,
        structure: Vec::new(),
        items: Vec::new(),
        figures: Vec::new(),
        tables: Vec::new(),
        not_stated: Vec::new(),
    };
    (document, plan)
}

fn city_of(subject: &Subject, plan: Plan) -> City {
    let place = &subject.place;
    City {
        id: subject.id.clone(),
        name: place.name.clone(),
        province: place.province.clone(),
        kind: if place.kind.is_basic() { CityKind::City } else { CityKind::MetropolitanCity },
        population: Vec::new(),
        plan,
        budgets: Vec::new(),
        conflicts: Vec::new(),
        field_splits: Vec::new(),
        not_found: Vec::new(),
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

/// Id of the source that a table is.
fn source_id(subject: &Subject, table: usize) -> String {
    format!("{}-table-{}", subject.id, table + 1)
}

fn figures(official: &mut Official, subject: &Subject, found: &Figures, names: (&[Sheet], &[String])) {
    let won = |krw: i64| Won::new(krw).unwrap_or_default();
    let mut tables = BTreeSet::new();
    for figure in &found.totals {
        tables.insert(figure.table);
        official.totals.push(Total {
            city: subject.id.clone(),
            fiscal_year: figure.year,
            stage: figure.stage,
            scope: figure.scope,
            side: figure.side,
            krw: won(figure.krw),
            precision: precision(figure.unit),
            origin: Origin::Printed,
            caveat: None,
            source: source_id(subject, figure.table),
        });
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
            source: source_id(subject, amount.table),
        });
    }
    for total in accounts(found) {
        let known = |other: &Total| {
            (other.city.as_str(), other.fiscal_year, other.stage, other.scope, other.side)
                == (subject.id.as_str(), total.year, total.stage, total.scope, total.side)
        };
        if !official.totals.iter().any(known) {
            official.totals.push(Total {
                city: subject.id.clone(),
                fiscal_year: total.year,
                stage: total.stage,
                scope: total.scope,
                side: total.side,
                krw: won(total.krw),
                precision: precision(total.unit),
                origin: Origin::Computed,
                caveat: None,
                source: source_id(subject, total.table),
            });
        }
    }
    for figure in &found.people {
        let code = Some(figure.code.clone()).filter(|code| CodeScheme::Mois.fits(code));
        // A place of no list has no code, and no official figure: its residents stand with the city itself.
        let Some(code) = code.or_else(|| subject.place.mois.first().cloned()) else { continue };
        tables.insert(figure.table);
        official.residents.push(Residents {
            city: subject.id.clone(),
            measure: figure.measure,
            as_of: figure.day.clone(),
            persons: figure.persons,
            codes: vec![code],
            source: source_id(subject, figure.table),
        });
    }
    for table in tables {
        let (Some(sheet), Some(layout)) = (names.0.get(table), names.1.get(table)) else { continue };
        official.sources.push(OfficialSource {
            id: source_id(subject, table),
            publisher: Bilingual::new("가져온 파일", "Imported file"),
            dataset: Bilingual::new(layout, layout),
            table: None,
            copy: None,
            note: Some(Bilingual::new(&sheet.file, &sheet.file)),
        });
    }
    if !found.is_empty() {
        place(official, subject, &found.codes);
    }
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
