//! What was found, as a dataset.

mod figures;

pub use figures::ADMINISTRATION_FIELD;
pub(crate) use figures::{FieldFigure, Figures, PeopleFigure, TotalFigure};

use crate::at::{At, Sheet};
use crate::fields;
use crate::places::Subject;
use crate::plan::{Draft, items};
use crate::problem::{Cause, Problems};
use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{CodeScheme, Official};
use city_compare_dataset::model::{
    Bilingual, City, CityKind, Dataset, Document, DocumentKind, Plan, Population, SCHEMA,
};
use figures::source_id;

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
        let after = last_numbers(&dataset, &subject.id);
        let document = dataset.cities.iter().find(|city| city.id == subject.id).map(|city| city.plan.document.clone());
        let (items, documents) = items(&drafts, (&subject.id, after), &document.unwrap_or_default(), problems);
        dataset.documents.extend(documents);
        if let Some(city) = dataset.cities.iter_mut().find(|city| city.id == subject.id) {
            city.plan.items.extend(items);
        }
    }
    let sources = last_number(official.sources.iter().map(|s| s.id.as_str()), &format!("{}-table-", subject.id));
    figures::put(&mut official, (subject, sources), &found, (sheets, layouts));
    if subject.place.mois.is_empty() {
        population(&mut dataset, subject, &found.people, sheets);
    }
    dataset.official = (official != Official::default()).then_some(official);
    checked(&dataset, problems)
}

/// The last numbers of the items and documents of the city, which new ones follow.
fn last_numbers(dataset: &Dataset, city: &str) -> (usize, usize) {
    let items = dataset.cities.iter().flat_map(|city| &city.plan.items).map(|item| item.id.as_str());
    let documents = dataset.documents.iter().map(|document| document.id.as_str());
    (last_number(items, &format!("{city}-item-")), last_number(documents, &format!("{city}-document-")))
}

/// The largest number behind a prefix; 0 if none has it.
fn last_number<'a>(ids: impl Iterator<Item = &'a str>, prefix: &str) -> usize {
    ids.filter_map(|id| id.strip_prefix(prefix)?.parse().ok()).max().unwrap_or_default()
}

/// Residents of a city that has no code, with the file as their document.
fn population(dataset: &mut Dataset, subject: &Subject, people: &[PeopleFigure], sheets: &[Sheet]) {
    let Some(city) = dataset.cities.iter_mut().find(|city| city.id == subject.id) else { return };
    for figure in people.iter().filter(|figure| !CodeScheme::Mois.fits(&figure.code)) {
        let id = source_id((subject, 0), figure.table);
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
