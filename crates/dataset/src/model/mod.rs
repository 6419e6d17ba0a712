//! Typed truth about cities, their plans and their budgets.
//!
//! Nothing in here knows a browser, a file or a language of the page. The types keep apart what readers confuse at
//! their peril: an amount that is *not stated*, one that is *not budgeted* (비예산) and a *stated zero* ([`Budget`]);
//! a *proposed* and an *initial* budget ([`Stage`]); the *general account* and the *total* ([`Account`]).
//!
//! Serialized as JSON, the types have the shape that `city-compare.schema.json` describes.

mod agreement;
mod budget;
mod city;
mod document;
mod glossary;
mod item;
mod lines;
mod money;
pub mod official;
mod plan;
mod role;
mod table;
mod text;
mod time;
mod topic;
mod words;

pub use agreement::{Agreement, Judged, Share};
pub use budget::{
    Account, Amount, AmountKind, Basis, Budget, BudgetStatus, Funding, FundingSource, Measure, OriginalBudget, Stage,
};
pub use city::{BudgetConflict, City, CityKind, CityNote, ConflictValue, FieldSplit, Population};
pub use document::{Confidence, Correction, Discrepancy, DiscrepancyKind, Document, DocumentKind, Rank, StatedValue};
pub use glossary::{Term, WordForms};
pub use item::{
    Certainty, Indicator, Item, LegalBasis, Mapping, Period, Quantity, Reading, ScheduleEntry, Source, TitleOrigin,
};
pub use lines::Lines;
pub use money::{Number, Won};
pub use plan::{Level, Missing, NotStated, Plan, StructureLevel};
pub use role::Role;
pub use table::{Cell, CellStatus, Column, Figure, FigureKind, Table};
pub use text::Bilingual;
pub use time::{FiscalYear, PartialDate};
pub use topic::Topic;
pub use words::Word;

use serde::{Deserialize, Serialize};

/// The name of the dataset's shape. A dataset with another name is refused with a sentence.
pub const SCHEMA: &str = "city-compare/1";

/// A whole dataset: what `dataset.json` holds, and what a city brings as its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// The name of this shape: tells other versions of it apart.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// What the dataset is called in citations and exports; `None` if it has no name.
    pub name: Option<Bilingual>,
    /// Version of the data, for citations.
    pub version: String,
    /// The functional fields of Korean local budgets (지방재정 기능별 분류).
    pub fields: Vec<Field>,
    /// Every document that a statement in this dataset rests on.
    pub documents: Vec<Document>,
    /// The cities, in the order in which they are shown by default.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub cities: Vec<City>,
    /// Terms that a reader may stumble over, explained.
    pub glossary: Vec<Term>,
    /// Subjects that people look for, each with its items. Left out, those of the five cities are used.
    pub topics: Vec<Topic>,
    /// What to keep in mind when the cities' budgets are set side by side.
    pub cautions: Vec<Bilingual>,
    /// How far two readers agree on what the project judged. `None` if nobody has read the items a second time.
    pub agreement: Option<Agreement>,
    /// The official figures of the cities. `None` if the dataset has none, or if they are a part of their own in memory.
    pub official: Option<official::Official>,
}

impl Dataset {
    /// The city with this id.
    pub fn city(&self, id: &str) -> Option<&City> {
        self.cities.iter().find(|city| city.id == id)
    }

    /// The document with this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The functional field with this code.
    pub fn field(&self, code: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.code == code)
    }

    /// The item with this id, and its city.
    pub fn item(&self, id: &str) -> Option<(&City, &Item)> {
        self.cities.iter().find_map(|city| Some((city, city.plan.item(id)?)))
    }

    /// The fiscal year for which most cities have an adopted total; of several the latest.
    pub fn common_year(&self) -> FiscalYear {
        let having = |year: FiscalYear| {
            let adopted = |city: &&City| {
                city.budgets.iter().any(|budget| {
                    budget.fiscal_year == year && budget.stage == Stage::Initial && budget.measure == Measure::Total
                })
            };
            self.cities.iter().filter(adopted).count()
        };
        let years = self.cities.iter().flat_map(|city| &city.budgets).map(|budget| budget.fiscal_year);
        years.max_by_key(|year| (having(*year), *year)).unwrap_or_default()
    }
}

/// One of the functional fields of Korean local budgets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Field {
    /// Three digits, `010` to `900`, as the Ministry of the Interior and Safety assigns them.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{3}$")))]
    pub code: String,
    /// Official Korean name and our English one.
    pub name: Bilingual,
}
