//! The sound datasets that the cases are made of.

use city_compare_dataset::model::{City, Dataset};
use city_compare_dataset::{from_json, seeds};
use city_compare_embedded as embedded;
use serde_json::Value;
use std::collections::HashSet;

/// The seeds of the reader's own tests, by the name of each file.
pub const SEEDS: [(&str, &str); 7] = [
    ("dataset", include_str!("../../fixtures/seeds/dataset.toml")),
    ("fields", include_str!("../../fixtures/seeds/fields.toml")),
    ("documents", include_str!("../../fixtures/seeds/documents.toml")),
    ("budgets", include_str!("../../fixtures/seeds/budgets.toml")),
    ("glossary", include_str!("../../fixtures/seeds/glossary.toml")),
    ("gaon", include_str!("../../fixtures/seeds/gaon.toml")),
    ("narae", include_str!("../../fixtures/seeds/narae.toml")),
];

const SEVEN: &str = include_str!("../../fixtures/seven/seven.json");

/// How many items of a plan, and budgets of a city, a piece holds: small, so that a million cases take minutes.
const PIECE: usize = 4;

/// Sound datasets: many small pieces of the real one and of the fixtures, and a few whole ones.
pub struct Bases {
    /// Some kilobytes each.
    pub small: Vec<Value>,
    /// All seven invented cities, and the published dataset.
    pub whole: [Value; 2],
}

impl Bases {
    /// Reads the fixtures and cuts the real dataset into pieces.
    ///
    /// # Errors
    /// What the reader says of a base that is not sound.
    pub fn new() -> Result<Self, String> {
        let fixture = seeds::from_texts(&SEEDS).map_err(|problems| format!("tests/fixtures/seeds: {problems:?}"))?;
        let seven = from_json(SEVEN).map_err(|problems| format!("tests/fixtures/seven: {problems:?}"))?;
        let real = embedded::dataset();
        let mut small = vec![tree(&fixture.dataset)?];
        for dataset in [&seven, real] {
            for city in &dataset.cities {
                for piece in pieces(dataset, city) {
                    from_json(&tree(&piece)?.to_string())
                        .map_err(|problems| format!("a piece of {}: {problems:?}", city.id))?;
                    small.push(tree(&piece)?);
                }
            }
        }
        Ok(Self { small, whole: [tree(&seven)?, tree(real)?] })
    }
}

fn tree(dataset: &Dataset) -> Result<Value, String> {
    serde_json::to_value(dataset).map_err(|error| error.to_string())
}

/// Datasets of one city that hold a few items and budgets each, and only the documents that these cite.
fn pieces(dataset: &Dataset, city: &City) -> Vec<Dataset> {
    let count = city.plan.items.len().max(city.budgets.len()).max(1).div_ceil(PIECE);
    (0..count).map(|at| piece(dataset, city, at)).collect()
}

fn piece(dataset: &Dataset, city: &City, at: usize) -> Dataset {
    let mut city = city.clone();
    keep(&mut city.plan.items, at);
    keep(&mut city.budgets, at);
    keep(&mut city.plan.figures, at);
    keep(&mut city.plan.tables, at);
    keep(&mut city.conflicts, at);
    let items: HashSet<String> = city.plan.items.iter().map(|item| item.id.clone()).collect();
    for item in &mut city.plan.items {
        item.parent = item.parent.take().filter(|parent| items.contains(parent));
    }
    for figure in &mut city.plan.figures {
        figure.items.retain(|id| items.contains(id));
    }
    for table in &mut city.plan.tables {
        table.items.retain(|id| items.contains(id));
    }
    let cited: HashSet<&str> = cited(&city).collect();
    let mut documents = dataset.documents.clone();
    documents.retain(|document| cited.contains(document.id.as_str()));
    for document in &mut documents {
        keep(&mut document.corrections, at);
        document.discrepancies.retain(|discrepancy| discrepancy.items.iter().all(|id| items.contains(id)));
        document.discrepancies.truncate(PIECE);
    }
    let glossary = dataset.glossary.iter().skip(at).take(1).cloned().collect();
    let mut topics = dataset.topics.clone();
    keep(&mut topics, at % dataset.topics.len().div_ceil(PIECE).max(1));
    for topic in &mut topics {
        // What words find is found again; what stood under an item that is not here is no more found.
        let found = topic.has_words();
        topic.items.retain(|id| !found && items.contains(id));
    }
    Dataset { documents, glossary, topics, cities: vec![city], cautions: Vec::new(), ..dataset.clone() }
}

/// The documents that a city's plan, budgets and numbers of residents name.
fn cited(city: &City) -> impl Iterator<Item = &str> {
    let items = city.plan.items.iter().map(|item| item.source.document.as_str());
    let budgets = city.budgets.iter().flat_map(|budget| &budget.documents);
    let population = city.population.iter().flat_map(|population| &population.documents);
    let conflicts = city.conflicts.iter().flat_map(|conflict| &conflict.stated).flat_map(|value| &value.documents);
    let listed = budgets.chain(population).chain(conflicts).map(String::as_str);
    items.chain(listed).chain([city.plan.document.as_str()])
}

/// Keeps one stretch of a list.
fn keep<T>(list: &mut Vec<T>, at: usize) {
    list.drain(..(at * PIECE).min(list.len()));
    list.truncate(PIECE);
}
