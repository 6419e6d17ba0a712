use super::words::words;
use super::{Bilingual, Budget, FiscalYear, Level, Lines, Number, Role};
use serde::{Deserialize, Serialize};

/// One statement of a plan: a vision, a strategy, a task, a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend(
    "if" = { "properties": { "staff_only": { "const": true } }, "required": ["staff_only"] },
    "then" = { "properties": { "role": { "enum": ["plan", null] } } }
)))]
pub struct Item {
    /// Unique id; begins with the city's id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Id of the item above.
    pub parent: Option<String>,
    /// Where it stands in the document's structure.
    pub level: Level,
    /// Whether it is something to be done, and if not, what else. Left out, it is a plan.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Role>"))]
    pub role: Role,
    /// Whether it concerns only the city's own staff. Left out, it does not.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub staff_only: bool,
    /// The document's own number or label.
    pub label: Option<Bilingual>,
    /// Position among its siblings of the same level, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub ordinal: u32,
    /// Title; the Korean as printed unless `title_origin` says otherwise.
    pub title: Bilingual,
    /// Whether the document prints the title.
    pub title_origin: TitleOrigin,
    /// In our own words.
    pub summary: Option<Bilingual>,
    /// What to know about our text of the item: what of it is lost, or rests on a reading.
    pub note: Option<Bilingual>,
    /// Functional fields that it belongs to, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub fields: Vec<Mapping>,
    /// Departments in charge.
    pub departments: Vec<Bilingual>,
    /// Partner organisations.
    pub partners: Vec<Bilingual>,
    /// When it runs.
    pub period: Option<Period>,
    /// Dated steps.
    pub schedule: Vec<ScheduleEntry>,
    /// Money; absent or null means not stated.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Budget>"))]
    pub budget: Budget,
    /// What is to change, before and after.
    pub indicators: Vec<Indicator>,
    /// Other numbers.
    pub quantities: Vec<Quantity>,
    /// Laws and ordinances.
    pub legal_basis: Vec<LegalBasis>,
    /// Where the document says so.
    pub source: Source,
}

impl Item {
    /// Whether it is something to be done. Counts are of these, unless they say what else they count.
    pub fn is_plan(&self) -> bool {
        self.role == Role::Plan
    }
}

words! {
    /// Whether a title is the document's.
    TitleOrigin {
        /// Printed in the document.
        Printed = "printed",
        /// The document prints none; this is ours.
        Ours = "ours",
    }
}

/// An item's place in the functional classification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mapping {
    /// Code of the field.
    pub code: String,
    /// Whether another reader might file it elsewhere.
    pub confidence: Certainty,
}

words! {
    /// Whether a mapping is beyond argument. The documents carry no field codes: the mapping is ours.
    Certainty {
        /// Anyone would file it there.
        Sure = "sure",
        /// Another reader might file it elsewhere.
        Arguable = "arguable",
    }
}

/// When an item runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// As printed.
    pub ko: String,
    /// In English.
    pub en: String,
    /// Lines of the document.
    pub lines: Lines,
}

/// A dated step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScheduleEntry {
    /// As printed.
    pub when: String,
    /// What happens.
    pub what: Bilingual,
    /// Lines of the document.
    pub lines: Lines,
}

/// What an item is to change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// What is observed.
    pub name: Bilingual,
    /// Before (시행 전).
    pub before: Option<Reading>,
    /// After, or the target (시행 후).
    pub after: Option<Reading>,
    /// Unit, if it is a number.
    pub unit: Option<Bilingual>,
    /// Lines of the document.
    pub lines: Lines,
}

/// A reading of an indicator: words, and the number if there is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The number; `None` if the document describes in words.
    pub value: Option<Number>,
    /// In Korean.
    pub ko: String,
    /// In English.
    pub en: String,
}

/// A number that an item states: people, machines, sites.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity {
    /// What is counted.
    pub what: Bilingual,
    /// The number; money in whole won.
    pub value: Number,
    /// Unit.
    pub unit: Bilingual,
    /// The year that it belongs to, if to one.
    pub year: Option<FiscalYear>,
    /// Lines of the document.
    pub lines: Lines,
}

/// A law or an ordinance that an item rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LegalBasis {
    /// Name and article.
    pub title: Bilingual,
    /// Lines of the document.
    pub lines: Lines,
}

/// Where a document states an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Id of the document.
    pub document: String,
    /// Section as the document heads it.
    pub section: String,
    /// Lines.
    pub lines: Lines,
    /// Other places that state the same item, such as a list of tasks.
    pub also: Vec<Lines>,
}

impl Source {
    /// All ranges.
    pub fn ranges(&self) -> impl Iterator<Item = Lines> + '_ {
        std::iter::once(self.lines).chain(self.also.iter().copied())
    }
}
