use super::words::words;
use super::{Bilingual, FiscalYear, Lines, Number};
use serde::{Deserialize, Serialize, Serializer};

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
