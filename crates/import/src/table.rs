//! A table as it came: rows of cells, each with its place in the file.

use crate::text::Encoding;

/// What kind of file a table was in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Values with commas between them.
    Csv,
    /// Values with tabs between them.
    Tsv,
    /// Rows of objects.
    Json,
    /// `row` elements.
    Xml,
    /// A sheet of a workbook.
    Workbook,
    /// A range that was pasted, or rows that were typed.
    Typed,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text, or whatever a text file holds.
    Text,
    /// A number of a workbook or of JSON.
    Number,
    /// A date of a workbook, as `2026-03-10`.
    Date,
    /// A formula whose value the workbook does not hold.
    Formula,
    /// An error of a spreadsheet, such as `#REF!`.
    Error,
}

/// A cell: its text, without spaces around it, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The text.
    pub text: &'a str,
    /// What it is.
    pub kind: CellKind,
}

impl Cell<'_> {
    /// A cell that is not there, or holds nothing.
    pub const EMPTY: Self = Self { text: "", kind: CellKind::Text };

    /// Whether nothing stands in it.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty() && matches!(self.kind, CellKind::Text)
    }
}

/// A table of a file. The first rows may be titles, and a header of several rows: nothing of that is decided here.
///
/// All texts lie in one string, so that a million rows need no million allocations.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// Whether the sheet is hidden in its workbook.
    pub hidden: bool,
    /// What kind of file it was in.
    pub origin: Origin,
    /// In which encoding it came, for a text file.
    pub encoding: Option<Encoding>,
    /// How many rows a service says that it has: more than here, if this is one page of several.
    pub announced: Option<usize>,
    text: String,
    cells: Vec<(u32, u32, CellKind)>,
    rows: Vec<(u32, u32)>,
}

/// A row with its number in the file, from 1. Where the names of columns stand in every row (JSON, XML), the header made of
/// them has the number 0, and the rows count from 1.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    at: usize,
}

impl Table {
    /// A table without rows.
    pub fn new(file: impl Into<String>, origin: Origin) -> Self {
        Self {
            file: file.into(),
            sheet: None,
            hidden: false,
            origin,
            encoding: None,
            announced: None,
            text: String::new(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// A table of rows that were typed: the first holds the names of the columns.
    ///
    /// ```
    /// use city_compare_import::table::Table;
    /// let typed = Table::typed("표", [["단계", "제목"], ["전략", " 바다 "]]);
    /// assert_eq!(typed.row(1).unwrap().cell(1).text, "바다");
    /// ```
    pub fn typed<R: IntoIterator<Item = C>, C: AsRef<str>>(name: &str, rows: impl IntoIterator<Item = R>) -> Self {
        let mut table = Self::new(name, Origin::Typed);
        for (row, number) in rows.into_iter().zip(1..) {
            table.begin(number);
            row.into_iter().for_each(|cell| table.push(cell.as_ref(), CellKind::Text));
        }
        table
    }

    /// Begins a row with its number in the file.
    pub fn begin(&mut self, number: u32) {
        self.rows.push((number, short(self.cells.len())));
    }

    /// Adds a cell to the last row.
    pub fn push(&mut self, text: &str, kind: CellKind) {
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
        let start = short(self.text.len());
        self.text.push_str(text);
        self.cells.push((start, short(text.len()), kind));
    }

    /// How many rows it has, titles and header among them.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row by its position, from 0.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        (at < self.rows.len()).then_some(Row { table: self, at })
    }

    /// The rows from a position on.
    pub fn rows(&self, from: usize) -> impl Iterator<Item = Row<'_>> {
        (from..self.rows.len()).map(move |at| Row { table: self, at })
    }

    /// The row with a number in the file.
    pub fn numbered(&self, number: u32) -> Option<Row<'_>> {
        let at = self.rows.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        self.row(at)
    }

    /// What the table is called: its file, and the sheet in it.
    pub fn name(&self) -> String {
        self.sheet.as_ref().map_or_else(|| self.file.clone(), |sheet| format!("{} [{sheet}]", self.file))
    }
}

impl<'a> Row<'a> {
    /// Its number in the file.
    pub fn number(&self) -> u32 {
        self.table.rows.get(self.at).map_or(0, |(number, _)| *number)
    }

    /// Its position in the table, from 0.
    pub const fn position(&self) -> usize {
        self.at
    }

    fn bounds(&self) -> (usize, usize) {
        let start = |at: usize| self.table.rows.get(at).map(|(_, start)| *start as usize);
        let end = start(self.at + 1).unwrap_or(self.table.cells.len());
        (start(self.at).unwrap_or(end), end)
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        let (start, end) = self.bounds();
        end - start
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.cells().all(|cell| cell.is_empty())
    }

    /// The cell of a column, from 0; an empty one where the row is shorter.
    pub fn cell(&self, column: usize) -> Cell<'a> {
        let (start, end) = self.bounds();
        let Some((from, length, kind)) = self.table.cells.get(start + column).filter(|_| start + column < end) else {
            return Cell::EMPTY;
        };
        let (from, length) = (*from as usize, *length as usize);
        Cell { text: self.table.text.get(from..from + length).unwrap_or_default(), kind: *kind }
    }

    /// Its cells.
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        (0..self.len()).map(move |column| self.cell(column))
    }
}

/// A position that fits into four bytes: no text file of four gigabytes is read in one go.
fn short(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// The letters of a column, as spreadsheets count: 0 is A, 26 is AA.
///
/// ```
/// use city_compare_import::table::column_letters;
/// assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
/// ```
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
