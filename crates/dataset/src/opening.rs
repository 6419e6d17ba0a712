//! What of a dataset the first view shows: it is read first, in a form of its own, so that a page waits for no more.

use crate::country::code_of;
use crate::model::{
    Bilingual, City, Dataset, DocumentKind, FiscalYear, Item, Level, Missing, NotStated, Source, TitleOrigin,
};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// What can be asked of a dataset whether all of it is there or its [`Opening`] alone.
pub trait Known {
    /// Ids of the cities, in order.
    fn ids(&self) -> Vec<&str>;

    /// Ids of the cities that one begins with: without the places of the country that a reader put beside them.
    fn own_ids(&self) -> Vec<&str>;

    /// The fiscal year to begin with: see [`Dataset::common_year`].
    fn common_year(&self) -> FiscalYear;

    /// The dataset's own name.
    fn name(&self) -> Option<&Bilingual>;

    /// Its version.
    fn version(&self) -> &str;

    /// All of it; `None` for an opening. What needs it is not known there, which is another thing than not stated.
    fn whole(&self) -> Option<&Dataset>;

    /// Whether it has the city.
    fn has(&self, id: &str) -> bool {
        self.ids().contains(&id)
    }
}

/// Whether a city is a place of the country that was put beside the others.
fn is_joined(id: &str, planned: bool) -> bool {
    !planned && code_of(id).is_some()
}

impl Known for Dataset {
    fn ids(&self) -> Vec<&str> {
        self.cities.iter().map(|city| city.id.as_str()).collect()
    }

    fn own_ids(&self) -> Vec<&str> {
        let own = self.cities.iter().filter(|city| !is_joined(&city.id, city.plan.is_known()));
        own.map(|city| city.id.as_str()).collect()
    }

    fn common_year(&self) -> FiscalYear {
        Self::common_year(self)
    }

    fn name(&self) -> Option<&Bilingual> {
        self.name.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn whole(&self) -> Option<&Dataset> {
        Some(self)
    }
}

/// What holds a dataset.
impl<T: Deref<Target = Dataset>> Known for T {
    fn ids(&self) -> Vec<&str> {
        self.deref().ids()
    }

    fn own_ids(&self) -> Vec<&str> {
        self.deref().own_ids()
    }

    fn common_year(&self) -> FiscalYear {
        self.deref().common_year()
    }

    fn name(&self) -> Option<&Bilingual> {
        self.deref().name.as_ref()
    }

    fn version(&self) -> &str {
        &self.deref().version
    }

    fn whole(&self) -> Option<&Dataset> {
        Some(self)
    }
}

impl Known for Opening {
    fn ids(&self) -> Vec<&str> {
        self.cities.iter().map(|city| city.id.as_str()).collect()
    }

    fn own_ids(&self) -> Vec<&str> {
        self.cities.iter().filter(|city| !is_joined(&city.id, city.planned)).map(|city| city.id.as_str()).collect()
    }

    fn common_year(&self) -> FiscalYear {
        self.common_year
    }

    fn name(&self) -> Option<&Bilingual> {
        self.name.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn whole(&self) -> Option<&Dataset> {
        None
    }
}

/// The part of a dataset that the visions view shows: cities, and the heads of their plans. It cannot be asked for anything
/// else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Version of the dataset.
    pub version: String,
    /// The dataset's own name.
    pub name: Option<Bilingual>,
    /// The fiscal year to begin with.
    pub common_year: FiscalYear,
    /// The cities, in the dataset's order.
    pub cities: Vec<PlanHead>,
}

/// A city, and what its plan says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanHead {
    /// Id of the city.
    pub id: String,
    /// Name of the city.
    pub name: Bilingual,
    /// Whether the data hold anything of its plan.
    pub planned: bool,
    /// Id of the plan's document.
    pub document: String,
    /// What sort of text it is; `None` where the dataset does not hold it.
    pub kind: Option<DocumentKind>,
    /// The year when it was published, if that is known.
    pub year: Option<u16>,
    /// What stands at the level of a vision.
    pub vision: Option<Head>,
    /// The plan's own goals.
    pub goals: Vec<Head>,
    /// Its values.
    pub values: Vec<Head>,
    /// Its means.
    pub means: Vec<Head>,
    /// Its main lines.
    pub directions: Vec<Head>,
    /// Why a place of the view is empty.
    not_stated: Vec<NotStated>,
}

/// An item of a plan, with what it says and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Id of the item.
    pub id: String,
    /// The document's own label.
    pub label: Option<Bilingual>,
    /// What it says.
    pub title: Bilingual,
    /// Whether the words are the document's.
    pub title_origin: TitleOrigin,
    /// Our summary.
    pub summary: Option<Bilingual>,
    /// Where it stands.
    pub source: Source,
}

impl Opening {
    /// Cuts it out of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        Self {
            version: dataset.version.clone(),
            name: dataset.name.clone(),
            common_year: dataset.common_year(),
            cities: dataset.cities.iter().map(|city| PlanHead::of(dataset, city)).collect(),
        }
    }

    /// The city with this id.
    pub fn city(&self, id: &str) -> Option<&PlanHead> {
        self.cities.iter().find(|city| city.id == id)
    }
}

impl PlanHead {
    fn of(dataset: &Dataset, city: &City) -> Self {
        let plan = &city.plan;
        let document = dataset.document(&plan.document);
        let all = |level| plan.heads(level).map(Head::of).collect();
        Self {
            id: city.id.clone(),
            name: city.name.clone(),
            planned: plan.is_known(),
            document: plan.document.clone(),
            kind: document.map(|document| document.kind),
            year: document.and_then(|document| document.published.as_ref()).map(|date| date.year()),
            vision: plan.level(Level::Vision).next().map(Head::of),
            goals: all(Level::Goal),
            values: all(Level::Value),
            means: all(Level::Means),
            directions: plan.main_lines().map(Head::of).collect(),
            not_stated: plan.not_stated.iter().filter(|note| tells_why(note.what)).cloned().collect(),
        }
    }

    /// Why something is missing, if the curators noted it.
    pub fn missing(&self, what: Missing) -> Option<&Bilingual> {
        self.not_stated.iter().find(|missing| missing.what == what).map(|missing| &missing.note)
    }
}

/// Whether it says why a place of the view is empty.
fn tells_why(what: Missing) -> bool {
    matches!(what, Missing::Vision | Missing::Goal | Missing::Values | Missing::Means)
}

impl Head {
    /// What is shown of an item in the first view.
    pub fn of(item: &Item) -> Self {
        Self {
            id: item.id.clone(),
            label: item.label.clone(),
            title: item.title.clone(),
            title_origin: item.title_origin,
            summary: item.summary.clone(),
            source: item.source.clone(),
        }
    }
}
