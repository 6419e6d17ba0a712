//! Tables of figures: files of values between tabs, whose first line names the columns.

use super::problem;
use crate::problem::{Fault, Problem};
use crate::tree::{Node, Value};
use std::path::Path;
use std::rc::Rc;

/// How the columns of a table are to be read. What is neither is text.
pub(super) struct Columns {
    pub(super) numbers: &'static [&'static str],
    /// Values between spaces.
    pub(super) lists: &'static [&'static str],
}

/// Reads a table of the seeds as a list of tables: an entry a row, with the line where it stands. An empty cell is no entry.
pub(super) fn read(folder: &Path, file: &str, columns: &Columns, problems: &mut Vec<Problem>) -> Node {
    match std::fs::read(folder.join(file)) {
        Ok(bytes) => parse(file, &bytes, columns, problems),
        Err(error) => {
            problems.push(problem(file, Fault::NoFile { message: error.to_string() }));
            Node::default()
        }
    }
}

fn parse(file: &str, bytes: &[u8], columns: &Columns, problems: &mut Vec<Problem>) -> Node {
    let name: Rc<str> = format!("seeds/{file}").into();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).flexible(true).has_headers(true).from_reader(bytes);
    let complain = |line: Option<u32>, fault| Problem { line, ..problem(file, fault) };
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            problems.push(complain(Some(1), Fault::Syntax { message: error.to_string() }));
            return Node::default();
        }
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().and_then(|at| u32::try_from(at.line()).ok());
                problems.push(complain(line, Fault::Syntax { message: error.to_string() }));
                continue;
            }
        };
        let line = record.position().map_or(0, |at| u32::try_from(at.line()).unwrap_or(u32::MAX));
        if record.len() != header.len() {
            let fault = Fault::RowLength { found: record.len(), expected: header.len() };
            problems.push(complain(Some(line), fault));
            continue;
        }
        let origin = Some((Rc::clone(&name), line));
        let mut row = Node { value: Value::Table(Vec::new()), origin: origin.clone() };
        for (column, cell) in header.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()) {
            set(&mut row, column, Node { value: columns.value(column, cell), origin: origin.clone() });
        }
        rows.push(row);
    }
    Node { value: Value::List(rows), origin: Some((name, 1)) }
}

impl Columns {
    /// What is no number in a column of numbers stays a text, about which the reader complains.
    fn value(&self, column: &str, cell: &str) -> Value {
        let text = || Value::Text(cell.to_owned());
        if self.numbers.contains(&column) {
            let float = || cell.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float);
            return cell.parse().ok().map(Value::Int).or_else(float).unwrap_or_else(text);
        }
        if self.lists.contains(&column) {
            let entry = |part: &str| Value::Text(part.to_owned()).into();
            return Value::List(cell.split(' ').map(entry).collect());
        }
        text()
    }
}

/// Sets an entry; `peers.count` is the entry `count` of the table `peers`.
fn set(table: &mut Node, column: &str, value: Node) {
    let Some((outer, inner)) = column.split_once('.') else { return table.set(column, value) };
    if table.get(outer).is_none() {
        let empty = table.empty_table();
        table.set(outer, empty);
    }
    if let Some(inside) = table.get_mut(outer) {
        inside.set(inner, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    const COLUMNS: Columns = Columns { numbers: &["krw", "peers.count"], lists: &["codes"] };

    #[test]
    fn a_row_knows_its_line_and_a_cell_its_kind() {
        let mut problems = Vec::new();
        let text = "city\tkrw\tcodes\tpeers.count\nyeosu\t12\t1 2\t226\nyeosu\tmany\t\t1\n";
        let node = parse("official/x.tsv", text.as_bytes(), &COLUMNS, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let Value::List(rows) = &node.value else { panic!("{node:?}") };
        assert!(matches!(rows[0].get("krw"), Some(Node { value: Value::Int(12), .. })));
        assert!(matches!(
            rows[0].get("peers").and_then(|peers| peers.get("count")),
            Some(Node { value: Value::Int(226), .. })
        ));
        assert!(matches!(rows[0].get("codes"), Some(Node { value: Value::List(list), .. }) if list.len() == 2));
        assert!(matches!(rows[1].get("krw"), Some(Node { value: Value::Text(_), .. })));
        assert!(rows[1].get("codes").is_none());
        assert_eq!(node.place("[1].krw"), (Some("seeds/official/x.tsv".to_owned()), Some(3)));
    }

    #[test]
    fn a_row_that_is_too_short_is_told_with_its_line() {
        let mut problems = Vec::new();
        parse("official/x.tsv", b"city\tkrw\nyeosu\n", &COLUMNS, &mut problems);
        let told: Vec<String> = problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
        assert_eq!(told.len(), 1);
        assert!(
            told[0].starts_with("seeds/official/x.tsv:2: the number of cells in the row is 1, expected 2"),
            "{told:?}"
        );
    }
}
