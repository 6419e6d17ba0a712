//! Several datasets as one: a city's own data beside the five cities, or a place of the country beside a plan.
//!
//! Nothing of one dataset is told as another's. An id that two of them use for different things is told with both places, and
//! the later one is read under another id; what is alike in both is kept once.

mod ids;
mod official;
#[cfg(test)]
mod tests;

use crate::model::{Bilingual, Dataset, Field, SCHEMA, Topic};
use crate::problem::{Fault, Problem};
use crate::topics::{self, Useless};
use crate::{Lang, names};
use ids::{definitions, each_id};
use official::Owned;
pub use official::add_official;
use std::collections::{HashMap, HashSet};

/// A dataset that is to be joined with others.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Where it is from, as problems name it: an address, or a word such as `built-in`.
    pub place: String,
    /// SHA-256 of the text that was read, in hex; empty if it is not known.
    pub hash: String,
    /// The dataset.
    pub dataset: Dataset,
}

/// What of a joined dataset came from one source: nothing of it is told as another's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it is from.
    pub place: String,
    /// SHA-256 of its text; empty if it is not known.
    pub hash: String,
    /// Its name; `None` if it has none.
    pub name: Option<Bilingual>,
    /// Its version.
    pub version: String,
    /// Ids of its cities in the joined dataset, in its order.
    pub cities: Vec<String>,
}

/// Datasets that were joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// All of them as one. One alone is as it was; of several, the names are in `parts`.
    pub dataset: Dataset,
    /// What came from where, in the order of the sources.
    pub parts: Vec<Part>,
    /// Ids that collide, and sources of another format, each with both places.
    pub problems: Vec<Problem>,
}

impl Joined {
    /// The source of a city.
    pub fn part_of(&self, city: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.cities.iter().any(|id| id == city))
    }
}

/// Joins datasets in their order. A source of another format is left out, and told.
///
/// # Errors
/// The problems, if no source is left that has a city.
///
/// ```
/// use city_compare_dataset::{Lang, join::{Source, join}, sound};
/// # let json = r#"{"schema": "city-compare/1", "version": "1", "fields": [], "cities": [{
/// #   "id": "gaon", "name": {"ko": "가온시", "en": "Gaon"}, "province": {"ko": "도", "en": "Do"}, "kind": "city",
/// #   "plan": {"document": "plan", "title": {"ko": "계획", "en": "Plan"}, "items": []}
/// # }], "documents": [{"id": "plan", "kind": "plan", "title": {"ko": "계획", "en": "Plan"}}]}"#;
/// let dataset = sound(json).expect("it is sound").dataset;
/// let source = |place: &str| Source { place: place.into(), hash: String::new(), dataset: dataset.clone() };
/// // What is alike in both stands once.
/// let joined = join(vec![source("a.json"), source("b.json")]).expect("it has a city");
/// assert_eq!(joined.dataset.cities.len(), 1);
/// let mut other = source("b.json");
/// other.dataset.cities[0].name.en = "Another".into();
/// let joined = join(vec![source("a.json"), other]).expect("it has cities");
/// assert_eq!(joined.parts[1].cities, ["gaon-2"]);
/// assert!(joined.problems[0].sentence(Lang::En).contains("a.json: cities[0].id"));
/// ```
pub fn join(sources: Vec<Source>) -> Result<Joined, Vec<Problem>> {
    let mut joiner = Joiner::default();
    let several = sources.len() > 1;
    for source in sources {
        if source.dataset.schema == SCHEMA {
            joiner.add(source);
        } else {
            let found = format!("“{}”", source.dataset.schema);
            joiner.complain(&source.place, "schema", Fault::WrongSchema { found });
        }
    }
    let Joiner { dataset, parts, problems, .. } = joiner;
    let Some(mut dataset) = dataset.filter(|dataset| !dataset.cities.is_empty()) else { return Err(problems) };
    if several && parts.len() > 1 {
        finish(&mut dataset, &parts);
    }
    Ok(Joined { dataset, parts, problems })
}

/// What holds of one source alone is no longer said, and what follows from all cities is found again.
fn finish(dataset: &mut Dataset, parts: &[Part]) {
    dataset.name = None;
    dataset.version = parts.iter().map(|part| part.version.as_str()).collect::<Vec<_>>().join("+");
    // Two readers agreed about the items of one source.
    dataset.agreement = None;
    for topic in dataset.topics.iter_mut().filter(|topic| topic.has_words()) {
        topic.judged = None;
        topic.items.clear();
    }
    // Each source was sound: words that find nothing here are of use in their own.
    topics::find_items(dataset, Useless::Kept);
    names::tell_apart(dataset);
}

#[derive(Default)]
struct Joiner {
    dataset: Option<Dataset>,
    parts: Vec<Part>,
    problems: Vec<Problem>,
    /// Every id that is in use, with the place where it stands.
    taken: HashMap<String, String>,
}

impl Joiner {
    fn complain(&mut self, source: &str, path: &str, fault: Fault) {
        self.problems.push(Problem { file: Some(source.to_owned()), line: None, path: path.to_owned(), fault });
    }

    fn add(&mut self, source: Source) {
        let Source { place, hash, dataset: mut more } = source;
        let (name, version) = (more.name.clone(), more.version.clone());
        let all: Vec<String> = more.cities.iter().map(|city| city.id.clone()).collect();
        let defined = definitions(&more);
        if let Some(dataset) = &self.dataset {
            keep_once(dataset, &mut more);
        }
        let renamed = self.rename(&place, &defined, &mut more);
        let new: HashSet<&str> = more.cities.iter().map(|city| city.id.as_str()).collect();
        let own = |id: String| renamed.get(&id).cloned().unwrap_or(id);
        let cities: Vec<String> = all.into_iter().map(own).collect();
        for (path, id) in defined {
            let id = renamed.get(&id).cloned().unwrap_or(id);
            self.taken.entry(id).or_insert_with(|| format!("{place}: {path}"));
        }
        match &mut self.dataset {
            None => self.dataset = Some(more),
            Some(dataset) => {
                let owned = Owned { renamed: &renamed, cities: new.iter().map(|id| (*id).to_owned()).collect() };
                if self.parts.len() == 1 {
                    let first = self.parts.first().map(|part| (part.name.clone(), part.place.clone()));
                    attribute(&mut dataset.cautions, first);
                }
                attribute(&mut more.cautions, Some((name.clone(), place.clone())));
                append(dataset, more, &owned);
            }
        }
        self.parts.push(Part { place, hash, name, version, cities });
    }

    /// Gives what another source has under an id of its own another id, and tells it.
    fn rename(&mut self, place: &str, defined: &[(String, String)], more: &mut Dataset) -> HashMap<String, String> {
        if self.dataset.is_none() {
            return HashMap::new();
        }
        let left: HashSet<String> = definitions(more).into_iter().map(|(_, id)| id).collect();
        let mut renamed: HashMap<String, String> = HashMap::new();
        for (path, id) in defined.iter().filter(|(_, id)| left.contains(id)) {
            let Some(first) = self.taken.get(id).cloned() else { continue };
            let is_free = |new: &String| {
                !self.taken.contains_key(new) && !left.contains(new) && !renamed.values().any(|given| given == new)
            };
            let Some(instead) = (2_u32..).map(|n| format!("{id}-{n}")).find(is_free) else { continue };
            renamed.insert(id.clone(), instead.clone());
            self.complain(place, path, Fault::Collides { id: id.clone(), first, instead });
        }
        each_id(more, &mut |id| {
            if let Some(instead) = renamed.get(id) {
                id.clone_from(instead);
            }
        });
        renamed
    }
}

/// Leaves out of a source what is there already, alike in every respect.
fn keep_once(dataset: &Dataset, more: &mut Dataset) {
    more.documents.retain(|document| dataset.document(&document.id) != Some(document));
    more.cities.retain(|city| dataset.city(&city.id) != Some(city));
    // A word is explained once.
    more.glossary.retain(|term| !dataset.glossary.iter().any(|known| known.term.ko == term.term.ko));
    more.topics.retain(|topic| !dataset.topics.iter().any(|known| is_same_topic(known, topic)));
}

/// Topics that have the same words have the same items, whatever was found for each before.
fn is_same_topic(one: &Topic, other: &Topic) -> bool {
    let bare = |topic: &Topic| {
        let items = if topic.has_words() { Vec::new() } else { topic.items.clone() };
        Topic { items, judged: None, ..topic.clone() }
    };
    one.id == other.id && bare(one) == bare(other)
}

/// Says of each caution whose it is.
fn attribute(cautions: &mut [Bilingual], source: Option<(Option<Bilingual>, String)>) {
    let Some((name, place)) = source else { return };
    let name = name.unwrap_or_else(|| Bilingual::new(place.clone(), place));
    for caution in cautions {
        *caution = Bilingual::new(format!("{}: {}", name.ko, caution.ko), format!("{}: {}", name.en, caution.en));
    }
}

fn append(dataset: &mut Dataset, more: Dataset, owned: &Owned<'_>) {
    for field in more.fields {
        add_field(&mut dataset.fields, field);
    }
    dataset.documents.extend(more.documents);
    dataset.cities.extend(more.cities);
    dataset.glossary.extend(more.glossary);
    dataset.topics.extend(more.topics);
    dataset.cautions.extend(more.cautions);
    if let Some(figures) = more.official {
        official::append(dataset.official.get_or_insert_default(), figures, owned);
    }
}

/// Fields stand by their codes. A code has one name, the first.
fn add_field(fields: &mut Vec<Field>, field: Field) {
    if fields.iter().all(|known| known.code != field.code) {
        let place = fields.iter().position(|known| known.code > field.code).unwrap_or(fields.len());
        fields.insert(place, field);
    }
}

/// The problems of several sources as sentences, grouped by cause as [`crate::Sound::report`] does.
pub fn report(problems: &[Problem]) -> Vec<Bilingual> {
    let (ko, en) = (crate::sound::causes(problems, Lang::Ko), crate::sound::causes(problems, Lang::En));
    ko.into_iter().zip(en).map(|(ko, en)| Bilingual::new(ko, en)).collect()
}
