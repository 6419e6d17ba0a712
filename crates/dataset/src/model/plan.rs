use super::words::words;
use super::{Bilingual, Budget, FiscalYear, Lines, Number, Role};
use serde::{Deserialize, Serialize, Serializer};

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
    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Items of a level, in document order.
    pub fn level(&self, level: Level) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.level == level)
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

/// A headline figure, a target or a statistic. Never an item's budget, and never summed with one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// What sort of figure.
    pub kind: FigureKind,
    /// What it measures.
    pub what: Bilingual,
    /// Value; money in whole won.
    pub value: Number,
    /// Unit.
    pub unit: Bilingual,
    /// Year, if stated.
    pub year: Option<FiscalYear>,
    /// As printed.
    pub as_printed: String,
    /// Lines of the document.
    pub lines: Lines,
    /// Ids of the items that it touches.
    pub items: Vec<String>,
}

impl Figure {
    /// Whether the figure is money.
    pub fn is_money(&self) -> bool {
        self.unit.ko == "원"
    }
}

words! {
    /// What sort of figure.
    FigureKind {
        /// A figure that the document boasts of: investments, effects, funds won.
        Headline = "headline",
        /// Something to be reached.
        Target = "target",
        /// An observed number.
        Statistic = "statistic",
    }
}

/// A table of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Title.
    pub title: Bilingual,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows; each has a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// Lines of the document.
    pub lines: Lines,
    /// Ids of the items that it belongs to.
    pub items: Vec<String>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Column {
    /// Head.
    pub name: Bilingual,
    /// Unit of its numbers.
    pub unit: Option<Bilingual>,
}

/// A cell: a number, a text, or nothing stated. In JSON: a number, `{ko, en}`, or `{"status": "not_stated"}`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Cell {
    /// A number in the column's unit.
    Number(Number),
    /// A text.
    Text(Bilingual),
    /// The document leaves it empty.
    NotStated,
}

/// A cell of a table: a number in the column's unit, a text in both languages, or nothing stated.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", allow(dead_code, reason = "the schema is derived from it"))]
enum CellJson<'a> {
    Number(Number),
    Text(&'a Bilingual),
    Missing {
        /// Always `not_stated`: the document leaves the cell empty.
        status: CellStatus,
    },
}

words! {
    /// Why a cell holds no value.
    CellStatus {
        /// The document leaves it empty.
        NotStated = "not_stated",
    }
}

#[derive(Serialize)]
enum CellCompact<'a> {
    Number(Number),
    Text(&'a Bilingual),
    NotStated,
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return match self {
                Self::Number(number) => CellJson::Number(*number),
                Self::Text(text) => CellJson::Text(text),
                Self::NotStated => CellJson::Missing { status: CellStatus::NotStated },
            }
            .serialize(serializer);
        }
        match self {
            Self::Number(number) => CellCompact::Number(*number),
            Self::Text(text) => CellCompact::Text(text),
            Self::NotStated => CellCompact::NotStated,
        }
        .serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cell {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cell".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        CellJson::json_schema(generator)
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
