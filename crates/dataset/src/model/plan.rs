use super::words::words;
use super::{Bilingual, Figure, Item, Table};
use serde::{Deserialize, Serialize};

/// A city's plan as its document states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Id of the document.
    pub document: String,
    /// Title of the plan.
    pub title: Bilingual,
    /// Elected term, if stated.
    pub term: Option<Bilingual>,
    /// The document's own structure.
    pub structure: Vec<StructureLevel>,
    /// Everything that the document states, as a tree in document order.
    pub items: Vec<Item>,
    /// Headline figures, targets and statistics; never summed with budgets.
    pub figures: Vec<Figure>,
    /// Tables of the document.
    pub tables: Vec<Table>,
    /// What a reader would look for and the document does not have.
    pub not_stated: Vec<NotStated>,
}

impl Plan {
    /// That of a city whose plan is not in the data.
    pub fn none() -> Self {
        Self {
            document: String::new(),
            title: Bilingual::default(),
            term: None,
            structure: Vec::new(),
            items: Vec::new(),
            figures: Vec::new(),
            tables: Vec::new(),
            not_stated: Vec::new(),
        }
    }

    /// Whether the data hold anything of it: a document, even one without items.
    pub fn is_known(&self) -> bool {
        !(self.document.is_empty() && self.items.is_empty())
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Items of a level, in document order.
    pub fn level(&self, level: Level) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.level == level)
    }

    /// The items of a level that are the plan's own heads: what is quoted inside a group of other things is none.
    pub fn heads(&self, level: Level) -> impl Iterator<Item = &Item> {
        self.level(level).filter(|item| match item.parent.as_deref().and_then(|parent| self.item(parent)) {
            None => true,
            Some(parent) => matches!(parent.level, Level::Vision | Level::Goal | Level::Value | Level::Means),
        })
    }

    /// The document's own main division: pillars, or strategies where there are none.
    pub fn main_lines(&self) -> impl Iterator<Item = &Item> {
        let top = |level| self.level(level).filter(|item| item.parent.is_none());
        top(if top(Level::Pillar).next().is_some() { Level::Pillar } else { Level::Strategy })
    }

    /// What is to be done, in document order: items whose role is plan.
    pub fn plans(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.is_plan())
    }

    /// Children of an item, in document order.
    pub fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| item.parent.as_deref() == Some(id))
    }

    /// Why something is missing, if the curators noted it.
    pub fn missing(&self, what: Missing) -> Option<&Bilingual> {
        self.not_stated.iter().find(|missing| missing.what == what).map(|missing| &missing.note)
    }
}

/// A level of a document's own structure, such as 20대 전략.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StructureLevel {
    /// Level of the items.
    pub level: Level,
    /// The document's name for it.
    pub label: Bilingual,
    /// How many the document says there are; `None` if it states no number.
    pub stated_count: Option<u32>,
}

words! {
    /// What an item is within a plan.
    Level {
        /// 비전.
        Vision = "vision",
        /// 목표.
        Goal = "goal",
        /// 가치.
        Value = "value",
        /// 정책수단.
        Means = "means",
        /// 추진방향.
        Direction = "direction",
        /// A main policy or area (대 정책, 도시상, 분야).
        Pillar = "pillar",
        /// A group of tasks.
        Group = "group",
        /// A heading of the document that is no level of the plan's own structure.
        Section = "section",
        /// 전략.
        Strategy = "strategy",
        /// A task or project (추진과제).
        Initiative = "initiative",
        /// A measure within a task.
        Action = "action",
        /// 핵심사업.
        CoreProject = "core_project",
    }
}

/// Something that a reader would look for and the document does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotStated {
    /// What is missing.
    pub what: Missing,
    /// One sentence.
    pub note: Bilingual,
}

words! {
    /// What a document may lack.
    Missing {
        /// A vision.
        Vision = "vision",
        /// A goal.
        Goal = "goal",
        /// Values.
        Values = "values",
        /// Means.
        Means = "means",
        /// An elected term.
        Term = "term",
        /// Budgets.
        Budget = "budget",
        /// Departments in charge.
        Departments = "departments",
        /// Periods.
        Period = "period",
        /// Indicators.
        Indicators = "indicators",
        /// The list of tasks that it counts.
        Tasks = "tasks",
        /// A part of its text.
        Text = "text",
    }
}
