//! Reads tables of a tree and collects every problem on the way instead of stopping at the first.

mod spelling;
mod values;

use super::gone::Gone;
use super::problem::{Fault, Kind, Problem};
use super::tree::{Node, Value};
use crate::model::{Bilingual, Lines};
use std::cell::RefCell;
use std::collections::HashSet;
pub(crate) use values::read_number;

/// A table being read: knows its path, and which of its keys were asked for.
pub(super) struct Reader<'a> {
    node: &'a Node,
    path: String,
    known: Vec<&'static str>,
    log: &'a Log<'a>,
}

/// What a reading tells, and which entries of lists it passes over.
pub(super) struct Log<'a> {
    problems: RefCell<Vec<Problem>>,
    gone: &'a Gone,
}

impl<'a> Log<'a> {
    pub(super) fn new(gone: &'a Gone) -> Self {
        Self::after(Vec::new(), gone)
    }

    /// With problems that were told before.
    pub(super) fn after(problems: Vec<Problem>, gone: &'a Gone) -> Self {
        Self { problems: RefCell::new(problems), gone }
    }

    /// Adds what was found beside the reading.
    #[cfg_attr(not(feature = "seeds"), allow(dead_code, reason = "only seeds hold what is checked beside the reading"))]
    pub(super) fn push(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(node: &'a Node, path: String, log: &'a Log<'a>) -> Self {
        let reader = Self { node, path, known: Vec::new(), log };
        if !matches!(node.value, Value::Table(_)) {
            reader.complain(&reader.path, Fault::WrongType { found: node.describe(), expected: Kind::Table });
        }
        reader
    }

    fn complain(&self, path: &str, fault: Fault) {
        self.log.problems.borrow_mut().push(Problem { file: None, line: None, path: path.to_owned(), fault });
    }

    fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a key; `None` if it is absent or null.
    fn find(&mut self, key: &'static str) -> Option<&'a Node> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.node.get(key).filter(|node| !matches!(node.value, Value::Null))
    }

    fn require(&mut self, key: &'static str) -> Option<&'a Node> {
        let found = self.find(key);
        if found.is_none() && matches!(self.node.value, Value::Table(_)) {
            self.complain(&self.path, Fault::Missing { key: key.to_owned() });
        }
        found
    }

    fn wrong(&self, key: &str, node: &Node, expected: Kind) {
        self.complain(&self.at(key), Fault::WrongType { found: node.describe(), expected });
    }

    /// Reports the keys that nothing asked for, and those that stand twice.
    pub(super) fn finish(self) {
        let Value::Table(entries) = &self.node.value else { return };
        let mut seen = HashSet::new();
        for (key, _) in entries {
            if !seen.insert(key) {
                self.complain(&self.at(key), Fault::DuplicateKey { key: key.clone() });
            } else if !self.known.contains(&key.as_str()) {
                let known = self.known.join(", ");
                self.complain(&self.at(key), Fault::UnknownKey { key: key.clone(), known });
            }
        }
    }

    fn read_lines(&self, path: &str, node: &Node) -> Lines {
        let range = match &node.value {
            Value::List(ends) => match ends.as_slice() {
                [Node { value: Value::Int(from), .. }, Node { value: Value::Int(to), .. }] => {
                    u32::try_from(*from).ok().zip(u32::try_from(*to).ok())
                }
                _ => None,
            },
            _ => None,
        };
        let Some((from, to)) = range else {
            self.complain(path, Fault::WrongType { found: node.describe(), expected: Kind::LineRange });
            return Lines::default();
        };
        if from == 0 || to < from {
            self.complain(path, Fault::BadLines { from, to });
        }
        Lines(from, to)
    }

    pub(super) fn lines(&mut self, key: &'static str) -> Lines {
        self.require(key).map(|node| self.read_lines(&self.at(key), node)).unwrap_or_default()
    }

    /// A list, each entry with its place; absent means empty.
    fn elements(&mut self, key: &'static str) -> Vec<(usize, &'a Node)> {
        self.find(key);
        match self.node.get(key) {
            None => Vec::new(),
            Some(Node { value: Value::List(list), .. }) => self.there(&self.at(key), list),
            Some(node) => {
                self.wrong(key, node, Kind::List);
                Vec::new()
            }
        }
    }

    /// The entries of a list that are not passed over.
    fn there(&self, path: &str, list: &'a [Node]) -> Vec<(usize, &'a Node)> {
        list.iter().enumerate().filter(|(place, _)| !self.log.gone.holds(path, *place)).collect()
    }

    pub(super) fn line_ranges(&mut self, key: &'static str) -> Vec<Lines> {
        let path = self.at(key);
        let elements = self.elements(key);
        elements.into_iter().map(|(i, node)| self.read_lines(&format!("{path}[{i}]"), node)).collect()
    }

    pub(super) fn line_numbers(&mut self, key: &'static str) -> Vec<u32> {
        let elements = self.elements(key);
        let read = |(i, node)| self.read_small(&format!("{key}[{i}]"), node, Kind::Count, 1);
        elements.into_iter().filter_map(read).collect()
    }

    /// A list of texts, or of ids.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let path = self.at(key);
        let elements = self.elements(key);
        elements.into_iter().filter_map(|(i, node)| self.read_text(&format!("{path}[{i}]"), node)).collect()
    }

    /// A list of texts that must hold one at least.
    pub(super) fn some_texts(&mut self, key: &'static str) -> Vec<String> {
        self.require_filled(key);
        self.texts(key)
    }

    /// Complains if a list is absent.
    pub(super) fn require_list(&mut self, key: &'static str) {
        if self.node.get(key).is_none() {
            self.require(key);
        }
    }

    /// Complains if a list is absent or empty.
    pub(super) fn require_filled(&mut self, key: &'static str) {
        if let Some(Node { value: Value::List(list), .. }) = self.require(key)
            && self.there(&self.at(key), list).is_empty()
        {
            self.complain(&self.at(key), Fault::EmptyList);
        }
    }

    /// A list of tables, each read by `read`.
    pub(super) fn list<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Reader<'a>) -> T) -> Vec<T> {
        let path = self.at(key);
        let elements = self.elements(key);
        let table = |(i, node)| {
            let mut reader = Reader::new(node, format!("{path}[{i}]"), self.log);
            let value = read(&mut reader);
            reader.finish();
            value
        };
        elements.into_iter().map(table).collect()
    }

    /// Like [`Reader::list`], for tables that come to nothing when a word in them is wrong.
    pub(super) fn some<T>(&mut self, key: &'static str, read: impl FnMut(&mut Reader<'a>) -> Option<T>) -> Vec<T> {
        self.list(key, read).into_iter().flatten().collect()
    }

    /// A list of lists of values: the rows of a table.
    pub(super) fn rows<T>(&mut self, key: &'static str, read: impl Fn(&Node, &Self, &str) -> T) -> Vec<Vec<T>> {
        let path = self.at(key);
        let elements = self.elements(key);
        let row = |(i, node): (usize, &'a Node)| match &node.value {
            Value::List(cells) => {
                cells.iter().enumerate().map(|(j, cell)| read(cell, self, &format!("{path}[{i}][{j}]"))).collect()
            }
            _ => {
                let fault = Fault::WrongType { found: node.describe(), expected: Kind::List };
                self.complain(&format!("{path}[{i}]"), fault);
                Vec::new()
            }
        };
        elements.into_iter().map(row).collect()
    }

    /// A list of tables that was read before this table, with the problems that were found.
    pub(super) fn was_read(&mut self, key: &'static str, problems: Vec<Problem>) {
        // Anything but a list is still complained about.
        self.elements(key);
        self.log.problems.borrow_mut().extend(problems);
    }

    /// A table inside this one.
    pub(super) fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'a>) -> T) -> Option<T> {
        self.require(key)?;
        self.opt_table(key, read)
    }

    /// A table inside this one that may be absent.
    pub(super) fn opt_table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'a>) -> T) -> Option<T> {
        let node = self.find(key)?;
        let mut reader = Reader::new(node, self.at(key), self.log);
        let value = read(&mut reader);
        reader.finish();
        Some(value)
    }

    pub(super) fn bilingual(&mut self, key: &'static str) -> Bilingual {
        self.table(key, bilingual).unwrap_or_default()
    }

    pub(super) fn opt_bilingual(&mut self, key: &'static str) -> Option<Bilingual> {
        self.opt_table(key, bilingual)
    }

    /// Reads a value at a path of its own as a table.
    pub(super) fn inner<T>(&self, node: &Node, path: &str, read: impl FnOnce(&mut Reader<'_>) -> T) -> T {
        let mut reader = Reader::new(node, path.to_owned(), self.log);
        let value = read(&mut reader);
        reader.finish();
        value
    }

    /// Complains about a value at a path of its own.
    pub(super) fn reject(&self, node: &Node, path: &str, expected: Kind) {
        self.complain(path, Fault::WrongType { found: node.describe(), expected });
    }

    /// Complains about the value of a key.
    pub(super) fn fault(&self, key: &str, fault: Fault) {
        self.complain(&self.at(key), fault);
    }

    /// Whether the key holds a list with something in it.
    pub(super) fn has_entries(&self, key: &str) -> bool {
        matches!(self.node.get(key), Some(Node { value: Value::List(list), .. }) if !self.there(&self.at(key), list).is_empty())
    }
}

/// Both languages of a text.
pub(super) fn bilingual(reader: &mut Reader<'_>) -> Bilingual {
    Bilingual { ko: reader.text("ko"), en: reader.text("en") }
}
