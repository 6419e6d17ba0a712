//! A dataset in pieces: an index that names every city, and a file for each, which is read when the city is chosen.
//!
//! A country opens as fast as five cities so. Each file is a dataset of its own, with one city and all that this rests on; what
//! belongs to no city stands in the index. The index holds the digest of each file: what it names is what was written.

#[cfg(not(target_arch = "wasm32"))]
mod split;
#[cfg(test)]
mod tests;

use crate::decode;
use crate::gone::Gone;
use crate::join::{self, Joined, Source};
use crate::model::{Agreement, Bilingual, CityKind, Dataset, Field, Term, Topic};
use crate::problem::{Fault, Problem, Rule};
use crate::reader::{Log, Reader, bilingual};
use crate::topics::{self, Useless};
use crate::tree::Node;
use serde::Serialize;
#[cfg(not(target_arch = "wasm32"))]
pub use split::{FOLDER, Piece, split};

/// The name of the index's shape.
pub const INDEX: &str = "city-compare-index/1";

/// So far into a text the name of its shape is looked for: it stands first.
const HEAD: usize = 200;

/// What a dataset in pieces holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Index {
    /// The name of this shape; it stands first.
    pub schema: String,
    /// What the dataset is called.
    pub name: Option<Bilingual>,
    /// Version of the data.
    pub version: String,
    /// The functional fields.
    pub fields: Vec<Field>,
    /// Terms, explained.
    pub glossary: Vec<Term>,
    /// Subjects with their words.
    pub topics: Vec<Topic>,
    /// What to keep in mind.
    pub cautions: Vec<Bilingual>,
    /// How far two readers agree.
    pub agreement: Option<Agreement>,
    /// The cities, in the order in which they are shown by default.
    pub cities: Vec<Listed>,
}

/// A city of the index: enough to choose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its name, told apart from all others.
    pub name: Bilingual,
    /// Its province.
    pub province: Bilingual,
    /// Its kind.
    pub kind: CityKind,
    /// Its official codes.
    pub codes: Vec<String>,
    /// Items of its plan.
    pub items: u32,
    /// Figures of its budgets in press reports.
    pub budgets: u32,
    /// Whether it has official figures.
    pub official: bool,
    /// Its file, from the index.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// Whether what someone typed finds a city: in a name, in the province or as a code, whatever the case and the spaces.
pub fn finds(typed: &str, name: &Bilingual, province: &Bilingual, codes: &[String]) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    let typed = plain(typed);
    let texts = [&name.ko, &name.en, &province.ko, &province.en];
    texts.into_iter().chain(codes).any(|text| plain(text).contains(&typed))
}

/// Whether a text is an index: its `schema` stands first.
pub fn is_index(json: &str) -> bool {
    let head = json.char_indices().nth(HEAD).map_or(json, |(end, _)| json.get(..end).unwrap_or(json));
    head.contains(INDEX)
}

impl Index {
    /// Reads an index.
    ///
    /// # Errors
    /// Every problem. A program writes an index, so one with a mistake is refused as a whole.
    pub fn read(json: &str) -> Result<Self, Vec<Problem>> {
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        let root: Node = serde_json::from_str(json).map_err(|error| {
            let line = u32::try_from(error.line()).ok();
            vec![Problem { file: None, line, path: String::new(), fault: Fault::Syntax { message: error.to_string() } }]
        })?;
        let gone = Gone::default();
        let log = Log::new(&gone);
        let mut reader = Reader::new(&root, String::new(), &log);
        let index = read(&mut reader);
        reader.finish();
        let problems: Vec<Problem> = log.into_problems().into_iter().filter(|found| !found.is_put_right()).collect();
        if problems.is_empty() { Ok(index) } else { Err(problems) }
    }

    /// The dataset with some of its cities, each from its file.
    ///
    /// # Errors
    /// The problems, if no file holds a city.
    pub fn dataset(&self, pieces: Vec<Source>) -> Result<Joined, Vec<Problem>> {
        let mut joined = join::join(pieces)?;
        let cities = std::mem::take(&mut joined.dataset.cities);
        let (documents, official) = (std::mem::take(&mut joined.dataset.documents), joined.dataset.official.take());
        joined.dataset = Dataset { cities, documents, official, ..self.without_cities() };
        find_again(&mut joined.dataset);
        Ok(joined)
    }

    fn without_cities(&self) -> Dataset {
        Dataset {
            schema: crate::model::SCHEMA.to_owned(),
            name: self.name.clone(),
            version: self.version.clone(),
            fields: self.fields.clone(),
            documents: Vec::new(),
            cities: Vec::new(),
            glossary: self.glossary.clone(),
            topics: self.topics.clone(),
            cautions: self.cautions.clone(),
            agreement: self.agreement,
            official: None,
        }
    }
}

/// Adds cities to a dataset, each from its file; everything else of it stays as it is.
pub fn extend(dataset: Dataset, pieces: Vec<Source>) -> Joined {
    let stays = Dataset { documents: Vec::new(), cities: Vec::new(), official: None, ..dataset.clone() };
    let own = Source { place: String::new(), hash: String::new(), dataset };
    let sources = std::iter::once(own).chain(pieces).collect();
    match join::join(sources) {
        Ok(mut joined) => {
            let cities = std::mem::take(&mut joined.dataset.cities);
            let documents = std::mem::take(&mut joined.dataset.documents);
            let official = joined.dataset.official.take();
            joined.dataset = Dataset { cities, documents, official, ..stays };
            find_again(&mut joined.dataset);
            joined
        }
        Err(problems) => Joined { dataset: stays, parts: Vec::new(), problems },
    }
}

/// Items of topics, of the cities that are there.
fn find_again(dataset: &mut Dataset) {
    let mut topics = std::mem::take(&mut dataset.topics);
    for topic in &mut topics {
        topic.items.retain(|id| dataset.item(id).is_some());
    }
    dataset.topics = topics;
    topics::find_items(dataset, Useless::Kept);
}

fn read(r: &mut Reader<'_>) -> Index {
    let schema = r.text("schema");
    if !schema.is_empty() && schema != INDEX {
        r.fault("schema", Fault::WrongSchema { found: format!("“{schema}”") });
    }
    Index {
        schema,
        name: r.opt_bilingual("name"),
        version: r.text("version"),
        fields: r.list("fields", |r| Field { code: r.field_code("code"), name: r.bilingual("name") }),
        glossary: r.list("glossary", decode::term),
        topics: r.list("topics", decode::topic),
        cautions: r.list("cautions", bilingual),
        agreement: r.opt_table("agreement", decode::agreement).flatten(),
        cities: {
            r.require_filled("cities");
            r.some("cities", listed)
        },
    }
}

fn listed(r: &mut Reader<'_>) -> Option<Listed> {
    let (id, name, province, kind) = (r.text("id"), r.bilingual("name"), r.bilingual("province"), r.word("kind"));
    let codes = r.texts("codes");
    let (items, budgets) = (r.small("items"), r.small("budgets"));
    let (official, file, sha256) = (r.boolean("official"), r.verbatim("file"), r.opt_sha256("sha256"));
    if !is_below(&file) {
        r.fault("file", Fault::Rule { found: file.clone(), rule: Rule::BesideIndex });
    }
    if sha256.is_none() {
        r.fault("sha256", Fault::Missing { key: "sha256".to_owned() });
    }
    Some(Listed { id, name, province, kind: kind?, codes, items, budgets, official, file, sha256: sha256? })
}

/// Whether a path leads to a file in the index's folder or below it: an index sends a reader's browser nowhere else.
fn is_below(file: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    file.chars().all(plain) && file.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
