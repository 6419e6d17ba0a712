use super::evidence::{Evidence, Note, NoteKind};
use crate::model::{Account, Bilingual, FiscalYear, Number, Stage, Won};

/// From how many comparable values on a sentence may say which is the highest.
pub const FEWEST_FOR_SUPERLATIVE: usize = 3;

/// A comparison of numbers, ready to be drawn, tabulated, read out and exported.
///
/// Chart, table, CSV, summary and accessible names are all made from this one value, so that they cannot disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Name for links and files: lower case, hyphens.
    pub id: String,
    /// What is compared, as a heading.
    pub title: Bilingual,
    /// How it is drawn.
    pub form: Form,
    /// Unit of every value.
    pub unit: Unit,
    /// What is read along the axis: cities, initiatives, fields, years.
    pub categories: Vec<Category>,
    /// What is told apart by colour and pattern.
    pub series: Vec<Series>,
    /// One mark for each pair of category and series that the comparison speaks of, in order of category, then series.
    pub marks: Vec<Mark>,
    /// What to know beside it.
    pub notes: Vec<Note>,
    /// The one sentence that answers the title, where what is compared knows a better one than its largest and smallest value.
    pub answer: Option<Bilingual>,
}

/// How a plot is drawn. Bars begin at zero and lie horizontally, so that Korean and English labels fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One bar a category.
    Bars,
    /// Bars side by side, one for each series of a category.
    Grouped,
    /// Parts of a bar end to end, as amounts.
    Stacked,
    /// Parts of a bar end to end, as shares of 100 %.
    Shares,
    /// Points over the years, joined: categories are years, series are cities.
    Slope,
    /// 100 blocks a category, each a hundredth of the whole: the series' shares in blocks, by the largest remainder.
    Blocks,
    /// A small chart of bars for each category, all on one scale, with a bar for each series.
    Multiples,
    /// Points on a line for each category, joined: the stages of one budget.
    Dumbbell,
    /// Where some stand between the least and the most of a group: the first three series are least, median and most.
    Range,
    /// A unit chart: a cell for each category and series, with a square for each thing that its mark counts.
    Units,
    /// A small unit chart: shares as tiles of two per cent each.
    Tiles,
}

/// Unit of a plot's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Whole won.
    Won,
    /// Whole won for each resident.
    WonPerResident,
    /// Percent, with one decimal.
    Percent,
    /// A count of something.
    Count(Bilingual),
}

/// A position along the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Id of the city, item or field, or the year.
    pub key: String,
    /// Name.
    pub label: Bilingual,
    /// What differs from its neighbours, said beside the name: `2022, adopted, general account`.
    pub detail: Option<Bilingual>,
    /// Id of the plan item that it leads to.
    pub item: Option<String>,
}

/// A colour and pattern, and what they stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Id of the city, field or source.
    pub key: String,
    /// Name.
    pub label: Bilingual,
    /// Which colour and pattern.
    pub tone: Tone,
    /// What to know of all its marks, said under its name where the series are columns: `press article, 2022, 77 lines`.
    pub detail: Option<Bilingual>,
}

/// A colour and pattern of the design system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Colour of a city, by its place in the dataset, from 0.
    City(u8),
    /// Colour of a part, from 0.
    Part(u8),
    /// The part that is not itemised, or whose source is not stated: hatched.
    Rest,
    /// What stands back behind the one that is looked at: a light grey, from 0, in two steps that alternate.
    Ground(u8),
}

/// One value of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Index of the category.
    pub category: usize,
    /// Index of the series.
    pub series: usize,
    /// The value, or why there is none.
    pub value: Reading,
    /// Fiscal year.
    pub year: Option<FiscalYear>,
    /// Proposed or adopted.
    pub stage: Option<Stage>,
    /// Account.
    pub account: Option<Account>,
    /// The amount that a share is of, so that none is shown without the other.
    pub amount: Option<Won>,
    /// What it counts, one by one; empty where it counts nothing or the things are not told apart.
    pub squares: Vec<Square>,
    /// Where it comes from.
    pub evidence: Vec<Evidence>,
    /// Indices of the plot's notes that speak of this mark.
    pub notes: Vec<usize>,
}

/// One thing that a mark counts, such as an item of a plan: a square of a unit chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    /// Id of the plan item.
    pub item: String,
    /// What it says of its money; or that it is no plan, and not counted.
    pub kind: SquareKind,
    /// Whether another reader might file it under another category.
    pub arguable: bool,
}

/// How a square is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SquareKind {
    /// Money is stated: full.
    Money,
    /// Nothing is said of money: a tint.
    NoMoney,
    /// 비예산: a ring.
    NonBudget,
    /// No plan, but a result, a heading, the context: hollow. It is shown and not counted.
    NoPlan,
}

/// A value, or one of the reasons why there is none. Missing is never drawn as zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// A value in the plot's unit; a stated zero is a value.
    Value(Number),
    /// 비예산: the document says that no budget is needed.
    NonBudget,
    /// The document says nothing.
    NotStated,
    /// The question makes no sense here.
    NotApplicable,
}

impl Mark {
    /// How many of its squares count.
    pub fn counted(&self) -> usize {
        self.squares.iter().filter(|square| square.kind != SquareKind::NoPlan).count()
    }
}

impl Reading {
    /// The number, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(number) => Some(number.get()),
            Self::NonBudget | Self::NotStated | Self::NotApplicable => None,
        }
    }
}

impl Plot {
    /// The mark of a category and a series.
    pub fn mark(&self, category: usize, series: usize) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.category == category && mark.series == series)
    }

    /// Marks of a category, in order of series.
    pub fn of_category(&self, category: usize) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.category == category)
    }

    /// Marks of a category with their places among all marks.
    pub fn marks_of(&self, category: usize) -> impl Iterator<Item = (usize, &Mark)> + Clone {
        self.marks.iter().enumerate().filter(move |(_, mark)| mark.category == category)
    }

    /// Ids of the documents that the marks rest on, each once, in order of appearance.
    pub fn documents(&self) -> Vec<&str> {
        let mut documents = Vec::new();
        for evidence in self.marks.iter().flat_map(|mark| &mark.evidence) {
            if !documents.contains(&evidence.document.as_str()) {
                documents.push(evidence.document.as_str());
            }
        }
        documents
    }

    /// What changes how the whole is read, said above it; at most one.
    pub fn caveat(&self) -> Option<&Note> {
        self.notes.iter().find(|note| note.kind == NoteKind::NotComparable)
    }

    /// Whether no mark holds a value.
    pub fn is_empty(&self) -> bool {
        self.marks.iter().all(|mark| mark.value.value().is_none())
    }
}
