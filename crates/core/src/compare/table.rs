//! The table behind a chart: the same marks, exact, and sortable.

use super::speak::{Status, bar_sum, differ, lacks_a_part, mark_text, reads_by_year, source_text, value_text};
use super::{Category, Evidence, Form, Mark, Plot, Unit, account_name, in_lang, stage_name};
use crate::model::Dataset;
use crate::order::Order;
use crate::text::Lang;
use std::cmp::Ordering;

/// A plot as a table, in one language. Bars have a row for each mark; every other form is a matrix with the series as
/// columns.
#[derive(Debug, Clone, PartialEq)]
pub struct DataTable {
    /// The plot's title, with the unit where the cells do not hold it.
    pub caption: String,
    /// The language of every text.
    pub lang: Lang,
    /// Columns, the row header first.
    pub columns: Vec<Column>,
    /// Rows, each with a cell for each column.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands in it.
    pub kind: ColumnKind,
    /// Its heading.
    pub label: String,
}

impl Column {
    /// Whether its cells are numbers, to be aligned at the end.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, ColumnKind::Value | ColumnKind::Series(_) | ColumnKind::Sum | ColumnKind::Year)
    }
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Name of the category: the row header.
    Category,
    /// What differs from the other categories.
    Detail,
    /// Name of the series of the row's mark.
    SeriesName,
    /// Values of a series, by its index.
    Series(usize),
    /// Sum of a stacked bar's parts: ours, not the document's.
    Sum,
    /// Value of the row's mark.
    Value,
    /// Fiscal year.
    Year,
    /// Proposed or adopted.
    Stage,
    /// Account.
    Account,
    /// Whether there is a value, and if not, why.
    Status,
    /// Documents and lines.
    Source,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Index of the category.
    pub category: usize,
    /// Cells, one for each column; the first is the row header.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What is written.
    pub text: String,
    /// Year, stage and account of a matrix cell where they differ from its neighbours: written small beside the value.
    pub detail: Option<String>,
    /// What it is sorted by.
    pub key: SortKey,
    /// Status of a mark's value; `None` in cells that hold no value.
    pub status: Option<Status>,
    /// Index into the plot's marks.
    pub mark: Option<usize>,
    /// Where the value comes from.
    pub evidence: Vec<Evidence>,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq)]
pub enum SortKey {
    /// By number.
    Number(f64),
    /// By letter, without regard to the case of Latin letters.
    Text(String),
    /// No value: last, whichever way the column is sorted.
    Missing,
}

impl SortKey {
    fn text(text: &str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text.to_ascii_lowercase()) }
    }

    /// Order within a column, missing values last in both directions.
    fn order(&self, other: &Self, ascending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Missing, Self::Missing) => return Ordering::Equal,
            (Self::Missing, _) => return Ordering::Greater,
            (_, Self::Missing) => return Ordering::Less,
            (Self::Number(left), Self::Number(right)) => (left + 0.0).total_cmp(&(right + 0.0)), // −0 equals 0
            (Self::Text(left), Self::Text(right)) => left.cmp(right),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        };
        if ascending { order } else { order.reverse() }
    }
}

impl Row {
    /// The row header.
    pub fn header(&self) -> Option<&Cell> {
        self.cells.first()
    }
}

impl DataTable {
    /// The table of a plot.
    ///
    /// ```
    /// # use city_compare_core::compare::*;
    /// # use city_compare_core::model::*;
    /// use city_compare_core::{compare::DataTable, text::Lang};
    /// use city_compare_embedded as embedded;
    /// # let won = |krw| Number::new(krw).map_or(Reading::NotStated, Reading::Value);
    /// # let mark = |category, value| Mark {
    /// #     category, series: 0, value, year: None, stage: None, account: None, amount: None, squares: vec![], evidence: vec![], notes: vec![],
    /// # };
    /// # let city = |key: &str, ko: &str, en: &str| Category {
    /// #     key: key.into(), label: Bilingual::new(ko, en), detail: None, item: None,
    /// # };
    /// # let plot = Plot {
    /// #     id: "total".into(), title: Bilingual::new("총액", "Total"), form: Form::Bars, unit: Unit::Won, series: vec![],
    /// #     categories: vec![city("yeosu", "여수시", "Yeosu"), city("jeonju", "전주시", "Jeonju")],
    /// #     marks: vec![mark(0, Reading::NotStated), mark(1, won(8.6e9))], notes: vec![],
    /// #     answer: None,
    /// # };
    /// let table = DataTable::new(&plot, embedded::dataset(), Lang::Ko);
    /// assert_eq!(table.rows[0].cells[1].text, "자료에 없음");
    /// assert_eq!(table.sorted(1, true).rows[0].cells[1].text, "86억 원");
    /// ```
    pub fn new(plot: &Plot, dataset: &Dataset, lang: Lang) -> Self {
        let caption = caption(plot, lang);
        let maker = Maker { plot, dataset, lang };
        let columns = if plot.form == Form::Bars { maker.list_columns() } else { maker.matrix_columns() };
        let rows = if plot.form == Form::Bars {
            plot.marks.iter().enumerate().map(|(index, mark)| maker.list_row(&columns, index, mark)).collect()
        } else {
            let categories = plot.categories.iter().enumerate();
            categories.map(|(index, category)| maker.matrix_row(&columns, index, category)).collect()
        };
        Self { caption, lang, columns, rows }
    }

    /// The table sorted by a column, rows without a value last. Rows that are equal keep their order.
    ///
    /// A column that does not exist leaves the order as it is.
    #[must_use]
    pub fn sorted(&self, column: usize, ascending: bool) -> Self {
        let mut sorted = self.clone();
        let key = |row: &Row| row.cells.get(column).map_or(SortKey::Missing, |cell| cell.key.clone());
        sorted.rows.order_by(|left, right| key(left).order(&key(right), ascending));
        sorted
    }
}

fn caption(plot: &Plot, lang: Lang) -> String {
    let title = in_lang(&plot.title, lang);
    match (&plot.unit, lang) {
        (Unit::Won | Unit::Percent, _) => title.to_owned(),
        (Unit::WonPerResident, Lang::Ko) => format!("{title} (주민 1인당)"),
        (Unit::WonPerResident, Lang::En) => format!("{title} (per resident)"),
        (Unit::Count(unit), Lang::Ko) => format!("{title} (단위: {})", unit.ko),
        (Unit::Count(unit), Lang::En) => format!("{title} ({})", unit.en),
    }
}

struct Maker<'a> {
    plot: &'a Plot,
    dataset: &'a Dataset,
    lang: Lang,
}

impl Maker<'_> {
    /// Category and value; the rest where a mark has it.
    fn list_columns(&self) -> Vec<Column> {
        let marks = &self.plot.marks;
        let mut kinds = vec![ColumnKind::Category];
        kinds.extend(self.has_details().then_some(ColumnKind::Detail));
        kinds.extend(marks.iter().any(|mark| self.series_name(mark).is_some()).then_some(ColumnKind::SeriesName));
        kinds.push(ColumnKind::Value);
        kinds.extend(marks.iter().any(|mark| mark.year.is_some()).then_some(ColumnKind::Year));
        kinds.extend(marks.iter().any(|mark| mark.stage.is_some()).then_some(ColumnKind::Stage));
        kinds.extend(marks.iter().any(|mark| mark.account.is_some()).then_some(ColumnKind::Account));
        kinds.extend([ColumnKind::Status, ColumnKind::Source]);
        kinds.into_iter().map(|kind| Column { kind, label: self.heading(kind) }).collect()
    }

    fn matrix_columns(&self) -> Vec<Column> {
        let mut kinds = vec![ColumnKind::Category];
        kinds.extend(self.has_details().then_some(ColumnKind::Detail));
        kinds.extend((0..self.plot.series.len()).map(ColumnKind::Series));
        kinds.extend((self.plot.form == Form::Stacked && self.plot.series.len() > 1).then_some(ColumnKind::Sum));
        kinds.into_iter().map(|kind| Column { kind, label: self.heading(kind) }).collect()
    }

    fn heading(&self, kind: ColumnKind) -> String {
        let series = match kind {
            ColumnKind::Series(index) => self.plot.series.get(index),
            _ => None,
        };
        if let Some(series) = series {
            return in_lang(&series.label, self.lang).to_owned();
        }
        let (ko, en) = match kind {
            ColumnKind::Category if reads_by_year(self.plot) => ("연도", "Year"),
            ColumnKind::Category if self.are_cities() => ("도시", "City"),
            ColumnKind::Category => ("항목", "Category"),
            ColumnKind::Detail => ("구분", "Detail"),
            ColumnKind::SeriesName | ColumnKind::Series(_) => ("종류", "Series"),
            ColumnKind::Sum => ("부분의 합", "Sum of the parts"),
            ColumnKind::Value => match self.plot.unit {
                Unit::Won | Unit::WonPerResident => ("금액", "Amount"),
                Unit::Percent => ("비율", "Percentage"),
                Unit::Count(_) => ("수", "Number"),
            },
            ColumnKind::Year => ("회계연도", "Fiscal year"),
            ColumnKind::Stage => ("예산 단계", "Stage"),
            ColumnKind::Account => ("회계", "Account"),
            ColumnKind::Status => ("자료에 있는지", "Status"),
            ColumnKind::Source => ("출처", "Source"),
        };
        if self.lang == Lang::Ko { ko } else { en }.to_owned()
    }

    fn are_cities(&self) -> bool {
        let categories = &self.plot.categories;
        !categories.is_empty() && categories.iter().all(|category| self.dataset.city(&category.key).is_some())
    }

    fn has_details(&self) -> bool {
        self.plot.categories.iter().any(|category| category.detail.is_some())
    }

    /// The series of a mark of a list, where it says more than the category.
    fn series_name(&self, mark: &Mark) -> Option<&str> {
        let series = self.plot.series.get(mark.series).filter(|_| self.plot.series.len() > 1)?;
        let category = self.plot.categories.get(mark.category);
        category.is_none_or(|category| category.label != series.label).then(|| in_lang(&series.label, self.lang))
    }

    fn list_row(&self, columns: &[Column], index: usize, mark: &Mark) -> Row {
        let category = self.plot.categories.get(mark.category);
        let cells = columns.iter().map(|column| match column.kind {
            ColumnKind::Value | ColumnKind::Series(_) | ColumnKind::Sum => self.value(index, mark, None),
            ColumnKind::Category => self.category(category),
            ColumnKind::Detail => self.detail(category),
            ColumnKind::SeriesName => Cell::text(self.series_name(mark).unwrap_or_default()),
            ColumnKind::Year => match mark.year {
                Some(year) => Cell { key: SortKey::Number(year.0.into()), ..Cell::text(&year.to_string()) },
                None => Cell::text(""),
            },
            ColumnKind::Stage => Cell::text(mark.stage.map_or("", |stage| stage_name(stage, self.lang))),
            ColumnKind::Account => Cell::text(mark.account.map_or("", |account| account_name(account, self.lang))),
            ColumnKind::Status => Cell::text(Status::of(mark.value).label(self.lang)),
            ColumnKind::Source => Cell::text(&self.sources(mark)),
        });
        Row { category: mark.category, cells: cells.collect() }
    }

    fn matrix_row(&self, columns: &[Column], index: usize, category: &Category) -> Row {
        let cells = columns.iter().map(|column| match column.kind {
            ColumnKind::Category => self.category(Some(category)),
            ColumnKind::Series(series) => self.pair(index, series),
            ColumnKind::Sum => self.sum(index),
            _ => self.detail(Some(category)),
        });
        Row { category: index, cells: cells.collect() }
    }

    fn category(&self, category: Option<&Category>) -> Cell {
        let Some(category) = category else { return Cell::text("") };
        let cell = Cell::text(in_lang(&category.label, self.lang));
        match category.key.parse::<u16>() {
            Ok(year) if reads_by_year(self.plot) => Cell { key: SortKey::Number(year.into()), ..cell },
            _ => cell,
        }
    }

    fn detail(&self, category: Option<&Category>) -> Cell {
        let detail = category.and_then(|category| category.detail.as_ref());
        Cell::text(detail.map_or("", |detail| in_lang(detail, self.lang)))
    }

    fn sources(&self, mark: &Mark) -> String {
        let mut sources: Vec<String> = Vec::new();
        for evidence in &mark.evidence {
            let text = source_text(evidence, self.dataset, self.lang);
            if !sources.contains(&text) {
                sources.push(text);
            }
        }
        sources.join("; ")
    }

    fn value(&self, index: usize, mark: &Mark, detail: Option<String>) -> Cell {
        Cell {
            text: mark_text(self.plot, mark, self.lang),
            detail,
            key: mark.value.value().map_or(SortKey::Missing, SortKey::Number),
            status: Some(Status::of(mark.value)),
            mark: Some(index),
            evidence: mark.evidence.clone(),
        }
    }

    /// The cell of a category and a series. A pair that the comparison does not speak of has a dash: blank could be
    /// read as zero, and the words for a missing value would claim something of the document.
    fn pair(&self, category: usize, series: usize) -> Cell {
        let mut marks = self.plot.marks.iter().enumerate();
        match marks.find(|(_, mark)| mark.category == category && mark.series == series) {
            Some((index, mark)) => self.value(index, mark, self.facets(mark)),
            None => Cell { key: SortKey::Missing, ..Cell::text("–") },
        }
    }

    /// The sum of a bar's parts, with a remark if a part is not stated; a dash if no part has a value.
    fn sum(&self, category: usize) -> Cell {
        let marks: Vec<&Mark> = self.plot.of_category(category).collect();
        let Some(sum) = bar_sum(&marks) else { return Cell { key: SortKey::Missing, ..Cell::text("–") } };
        let remark = if self.lang == Lang::Ko { "적힌 부분만" } else { "stated parts only" };
        Cell {
            detail: lacks_a_part(&marks).then(|| remark.to_owned()),
            key: SortKey::Number(sum.get()),
            ..Cell::text(&value_text(&self.plot.unit, sum, self.lang))
        }
    }

    /// Year, stage and account of a mark, as far as they differ within its row, or within a plot without details.
    fn facets(&self, mark: &Mark) -> Option<String> {
        let detailed = self.plot.categories.get(mark.category).is_some_and(|category| category.detail.is_some());
        let neighbours: Vec<&Mark> =
            if detailed { self.plot.of_category(mark.category).collect() } else { self.plot.marks.iter().collect() };
        let mut facets = Vec::new();
        if !reads_by_year(self.plot) && differ(&neighbours, |mark| mark.year) {
            facets.extend(
                mark.year.map(|year| if self.lang == Lang::Ko { format!("{year}년") } else { year.to_string() }),
            );
        }
        if differ(&neighbours, |mark| mark.stage) {
            facets.extend(mark.stage.map(|stage| stage_name(stage, self.lang).to_owned()));
        }
        if differ(&neighbours, |mark| mark.account) {
            facets.extend(mark.account.map(|account| account_name(account, self.lang).to_owned()));
        }
        (!facets.is_empty()).then(|| facets.join(", "))
    }
}

impl Cell {
    /// A cell that holds no value of the plot.
    fn text(text: &str) -> Self {
        let key = SortKey::text(text);
        Self { text: text.to_owned(), detail: None, key, status: None, mark: None, evidence: Vec::new() }
    }
}
