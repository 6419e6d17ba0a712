//! Writing a dataset in pieces.

use super::{INDEX, Index, Listed};
use crate::model::official::Official;
use crate::model::{City, Dataset, SCHEMA};
use std::collections::HashSet;

/// The folder of the cities' files, beside the index.
pub const FOLDER: &str = "cities";

/// A file of a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its path, from the index.
    pub file: String,
    /// Its text.
    pub json: String,
}

/// An index and a file for each city. `digest` gives the SHA-256 of a text in hex.
///
/// # Errors
/// What the model could not be written as, which does not happen for a dataset that was read.
pub fn split(dataset: &Dataset, digest: impl Fn(&str) -> String) -> Result<(Index, Vec<Piece>), serde_json::Error> {
    let mut pieces = Vec::new();
    let mut cities = Vec::new();
    for city in &dataset.cities {
        let piece =
            Piece { file: format!("{FOLDER}/{}.json", city.id), json: serde_json::to_string(&of(dataset, city))? };
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        cities.push(Listed {
            id: city.id.clone(),
            name: city.name.clone(),
            province: city.province.clone(),
            kind: city.kind,
            codes: codes_of(dataset, city),
            items: count(city.plan.items.len()),
            budgets: count(city.budgets.len()),
            official: dataset.official.as_ref().is_some_and(|figures| has(figures, &city.id)),
            file: piece.file.clone(),
            sha256: digest(&piece.json),
        });
        pieces.push(piece);
    }
    let index = Index {
        schema: INDEX.to_owned(),
        name: dataset.name.clone(),
        version: dataset.version.clone(),
        fields: dataset.fields.clone(),
        glossary: dataset.glossary.clone(),
        topics: dataset.topics.clone(),
        cautions: dataset.cautions.clone(),
        agreement: dataset.agreement,
        cities,
    };
    Ok((index, pieces))
}

/// A dataset of one city, with all that it rests on.
fn of(dataset: &Dataset, city: &City) -> Dataset {
    let cited = cited(city);
    let mut documents = dataset.documents.clone();
    documents.retain(|document| document.city.as_deref() == Some(&city.id) || cited.contains(document.id.as_str()));
    for document in &mut documents {
        // Of a document that several cities cite, what is said of the others' items stays with them.
        document.discrepancies.iter_mut().for_each(|found| found.items.retain(|id| city.plan.item(id).is_some()));
        document.city = document.city.take().filter(|own| *own == city.id);
    }
    Dataset {
        schema: SCHEMA.to_owned(),
        name: dataset.name.clone(),
        version: dataset.version.clone(),
        fields: dataset.fields.clone(),
        documents,
        cities: vec![city.clone()],
        glossary: Vec::new(),
        topics: Vec::new(),
        cautions: Vec::new(),
        agreement: None,
        official: dataset.official.as_ref().map(|figures| of_city(figures, &city.id)),
    }
}

fn cited(city: &City) -> HashSet<&str> {
    let population = city.population.iter().flat_map(|population| &population.documents);
    let budgets = city.budgets.iter().flat_map(|budget| &budget.documents);
    let conflicts = city.conflicts.iter().flat_map(|conflict| &conflict.stated).flat_map(|value| &value.documents);
    let items = city.plan.items.iter().map(|item| &item.source.document);
    let all = population.chain(budgets).chain(conflicts).chain(items).chain([&city.plan.document]);
    all.map(String::as_str).collect()
}

fn has(figures: &Official, city: &str) -> bool {
    figures.totals.iter().any(|total| total.city == city)
        || figures.field_amounts.iter().any(|amount| amount.city == city)
        || figures.indicators.iter().any(|indicator| indicator.city == city)
        || figures.residents.iter().any(|count| count.city == city)
}

/// The figures of one city, with their sources, the place, its provinces and successors, and the prices.
fn of_city(figures: &Official, city: &str) -> Official {
    let mut own = figures.clone();
    own.totals.retain(|total| total.city == city);
    own.field_amounts.retain(|amount| amount.city == city);
    own.indicators.retain(|indicator| indicator.city == city);
    own.residents.retain(|count| count.city == city);
    let mut kept: HashSet<&str> = HashSet::new();
    let mut next = vec![city];
    while let Some(id) = next.pop() {
        if let Some(place) = figures.place(id).filter(|_| kept.insert(id)) {
            next.extend(place.provinces.iter().map(|dated| dated.place.as_str()));
            next.extend(place.successors.iter().map(String::as_str));
        }
    }
    own.places.retain(|place| kept.contains(place.id.as_str()));
    let sources = own.totals.iter().map(|total| &total.source);
    let sources = sources.chain(own.field_amounts.iter().map(|amount| &amount.source));
    let sources = sources.chain(own.indicators.iter().map(|indicator| &indicator.source));
    let sources = sources.chain(own.residents.iter().map(|count| &count.source));
    let sources: HashSet<String> = sources.chain(own.prices.iter().map(|level| &level.source)).cloned().collect();
    own.sources.retain(|source| sources.contains(&source.id));
    own
}

/// The official codes of a city.
fn codes_of(dataset: &Dataset, city: &City) -> Vec<String> {
    let place = dataset.official.as_ref().and_then(|official| official.place(&city.id));
    place.into_iter().flat_map(|place| &place.codes).map(|code| code.code.clone()).collect()
}
