//! What an answer of the open API holds: rows under names, how many there are, and what the service says.

use super::Contents;
use crate::table::{CellKind, Origin, Table};
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Envelope {
    names: Vec<String>,
    known: HashMap<String, usize>,
    rows: Vec<Vec<(usize, String, CellKind)>>,
    pub answer: Option<(String, String)>,
    pub announced: Option<usize>,
}

impl Envelope {
    /// Adds a row. A name that is new to it becomes a column.
    pub fn row<N: AsRef<str>>(&mut self, cells: impl Iterator<Item = (N, String, CellKind)>) {
        let row = cells.map(|(name, text, kind)| {
            let name = name.as_ref();
            let column = self.known.get(name).copied().unwrap_or_else(|| {
                self.names.push(name.to_owned());
                self.known.insert(name.to_owned(), self.names.len() - 1);
                self.names.len() - 1
            });
            (column, text, kind)
        });
        let row = row.collect();
        self.rows.push(row);
    }

    /// The table; or what the service answered in its place.
    pub fn finish(self, file: &str, origin: Origin) -> Contents {
        match self.answer {
            Some((code, message)) if self.rows.is_empty() && code == "INFO-200" => return Contents::NoData(message),
            Some((code, message)) if self.rows.is_empty() => return Contents::Refused { code, message },
            _ if self.rows.is_empty() => return Contents::Empty,
            _ => {}
        }
        let mut table = Table::new(file, origin);
        table.announced = self.announced;
        table.begin(0);
        self.names.iter().for_each(|name| table.push(name, CellKind::Text));
        for (row, number) in self.rows.into_iter().zip(1..) {
            table.begin(number);
            let mut cells = row.into_iter().collect::<Vec<_>>();
            cells.sort_by_key(|(column, ..)| *column);
            let mut next = 0;
            for (column, text, kind) in cells {
                (next..column).for_each(|_| table.push("", CellKind::Text));
                if column >= next {
                    table.push(&text, kind);
                    next = column + 1;
                }
            }
        }
        Contents::Tables(vec![table])
    }
}
