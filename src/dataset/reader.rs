//! Reads tables of a tree and collects every problem on the way instead of stopping at the first.

use super::problem::{Fault, Kind, Problem};
use super::tree::{Node, Value};
use crate::model::{Bilingual, FiscalYear, Lines, Number, PartialDate, Won, Word};
use std::cell::RefCell;
use unicode_normalization::is_nfc;

/// A table being read: knows its path, and which of its keys were asked for.
pub(super) struct Reader<'a> {
    node: &'a Node,
    path: String,
    known: Vec<&'static str>,
    problems: &'a RefCell<Vec<Problem>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(node: &'a Node, path: String, problems: &'a RefCell<Vec<Problem>>) -> Self {
        let reader = Self { node, path, known: Vec::new(), problems };
        if !matches!(node.value, Value::Table(_)) {
            reader.complain(&reader.path, Fault::WrongType { found: node.describe(), expected: Kind::Table });
        }
        reader
    }

    fn complain(&self, path: &str, fault: Fault) {
        self.problems.borrow_mut().push(Problem { file: None, line: None, path: path.to_owned(), fault });
    }

    fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a key; `None` if it is absent or null.
    fn find(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
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

    /// Reports the keys that nothing asked for.
    pub(super) fn finish(self) {
        let Value::Table(entries) = &self.node.value else { return };
        for (key, _) in entries {
            if !self.known.contains(&key.as_str()) {
                let known = self.known.join(", ");
                self.complain(&self.at(key), Fault::UnknownKey { key: key.clone(), known });
            }
        }
    }

    fn read_text(&self, key: &str, node: &Node) -> Option<String> {
        let Value::Text(text) = &node.value else {
            self.wrong(key, node, Kind::Text);
            return None;
        };
        if text.trim().is_empty() {
            self.complain(&self.at(key), Fault::EmptyText);
        } else if let Some(instead) = unified(text) {
            self.complain(&self.at(key), Fault::NotUnified { found: text.clone(), instead });
        } else if let Some(found) = phone_number(text) {
            self.complain(&self.at(key), Fault::PhoneNumber { found });
        }
        Some(text.clone())
    }

    pub(super) fn text(&mut self, key: &'static str) -> String {
        self.require(key).and_then(|node| self.read_text(key, node)).unwrap_or_default()
    }

    pub(super) fn opt_text(&mut self, key: &'static str) -> Option<String> {
        self.find(key).and_then(|node| self.read_text(key, node))
    }

    /// A text as some other hand wrote it, which is kept as it is: a printed error, a name of a file.
    pub(super) fn verbatim(&mut self, key: &'static str) -> String {
        match self.require(key) {
            Some(Node { value: Value::Text(text), .. }) if !text.is_empty() => text.clone(),
            Some(node @ Node { value: Value::Text(_), .. }) => {
                let _ = node;
                self.complain(&self.at(key), Fault::EmptyText);
                String::new()
            }
            Some(node) => {
                self.wrong(key, node, Kind::Text);
                String::new()
            }
            None => String::new(),
        }
    }

    fn read_whole(&self, key: &str, node: &Node, kind: Kind) -> Option<i64> {
        match node.value {
            Value::Int(value) if value >= 0 => Some(value),
            _ => {
                self.wrong(key, node, kind);
                None
            }
        }
    }

    pub(super) fn opt_whole(&mut self, key: &'static str) -> Option<u64> {
        let node = self.find(key)?;
        self.read_whole(key, node, Kind::WholeNumber).and_then(|value| u64::try_from(value).ok())
    }

    pub(super) fn opt_small(&mut self, key: &'static str) -> Option<u32> {
        let node = self.find(key)?;
        let value = self.read_whole(key, node, Kind::WholeNumber)?;
        u32::try_from(value).map_err(|_| self.wrong(key, node, Kind::WholeNumber)).ok()
    }

    pub(super) fn small(&mut self, key: &'static str) -> u32 {
        match self.require(key) {
            Some(_) => self.opt_small(key).unwrap_or_default(),
            None => 0,
        }
    }

    pub(super) fn won(&mut self, key: &'static str) -> Won {
        self.require(key).and_then(|node| self.read_whole(key, node, Kind::Won)).and_then(Won::new).unwrap_or_default()
    }

    pub(super) fn number(&mut self, key: &'static str) -> Number {
        match self.require(key) {
            Some(_) => self.opt_number(key).unwrap_or_default(),
            None => Number::default(),
        }
    }

    pub(super) fn opt_number(&mut self, key: &'static str) -> Option<Number> {
        let node = self.find(key)?;
        let number = read_number(node);
        if number.is_none() {
            self.wrong(key, node, Kind::Number);
        }
        number
    }

    pub(super) fn opt_year(&mut self, key: &'static str) -> Option<FiscalYear> {
        let node = self.find(key)?;
        match node.value {
            Value::Int(year @ 1900..=2200) => u16::try_from(year).ok().map(FiscalYear),
            _ => {
                self.wrong(key, node, Kind::Year);
                None
            }
        }
    }

    pub(super) fn year(&mut self, key: &'static str) -> FiscalYear {
        match self.require(key) {
            Some(_) => self.opt_year(key).unwrap_or_default(),
            None => FiscalYear::default(),
        }
    }

    pub(super) fn opt_date(&mut self, key: &'static str) -> Option<PartialDate> {
        let node = self.find(key)?;
        let date = match &node.value {
            Value::Text(text) => PartialDate::parse(text),
            _ => None,
        };
        if date.is_none() {
            self.wrong(key, node, Kind::Date);
        }
        date
    }

    pub(super) fn date(&mut self, key: &'static str) -> PartialDate {
        match self.require(key) {
            Some(_) => self.opt_date(key).unwrap_or_default(),
            None => PartialDate::default(),
        }
    }

    pub(super) fn boolean(&mut self, key: &'static str) -> bool {
        match self.require(key) {
            Some(Node { value: Value::Bool(value), .. }) => *value,
            Some(node) => {
                self.wrong(key, node, Kind::Bool);
                false
            }
            None => false,
        }
    }

    /// One of a type's fixed words. The first word stands in for a wrong one, which has been complained about.
    pub(super) fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        let node = self.require(key)?;
        let word = match &node.value {
            Value::Text(text) => W::parse(text),
            _ => None,
        };
        if word.is_none() {
            let allowed = W::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            self.complain(&self.at(key), Fault::UnknownWord { found: node.describe(), allowed });
        }
        word
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

    /// A list; absent means empty.
    fn elements(&mut self, key: &'static str) -> &'a [Node] {
        match self.find(key) {
            None => &[],
            Some(Node { value: Value::List(list), .. }) => list,
            Some(node) => {
                self.wrong(key, node, Kind::List);
                &[]
            }
        }
    }

    pub(super) fn line_ranges(&mut self, key: &'static str) -> Vec<Lines> {
        let path = self.at(key);
        let elements = self.elements(key);
        elements.iter().enumerate().map(|(i, node)| self.read_lines(&format!("{path}[{i}]"), node)).collect()
    }

    pub(super) fn line_numbers(&mut self, key: &'static str) -> Vec<u32> {
        let path = self.at(key);
        let read = |(i, node): (usize, &Node)| match node.value {
            Value::Int(line) if line > 0 => u32::try_from(line).ok(),
            _ => {
                let fault = Fault::WrongType { found: node.describe(), expected: Kind::WholeNumber };
                self.complain(&format!("{path}[{i}]"), fault);
                None
            }
        };
        let elements = match self.node.get(key) {
            Some(Node { value: Value::List(list), .. }) => list.as_slice(),
            _ => &[],
        };
        let lines = elements.iter().enumerate().filter_map(read).collect();
        self.elements(key);
        lines
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let path = self.at(key);
        let elements = self.elements(key);
        let mut texts = Vec::new();
        for (i, node) in elements.iter().enumerate() {
            match &node.value {
                Value::Text(text) if !text.is_empty() => texts.push(text.clone()),
                _ => {
                    let fault = Fault::WrongType { found: node.describe(), expected: Kind::Text };
                    self.complain(&format!("{path}[{i}]"), fault);
                }
            }
        }
        texts
    }

    /// A list of tables, each read by `read`.
    pub(super) fn list<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Reader<'a>) -> T) -> Vec<T> {
        let path = self.at(key);
        let elements = self.elements(key);
        let table = |(i, node)| {
            let mut reader = Reader::new(node, format!("{path}[{i}]"), self.problems);
            let value = read(&mut reader);
            reader.finish();
            value
        };
        elements.iter().enumerate().map(table).collect()
    }

    /// Like [`Reader::list`], for tables that come to nothing when a word in them is wrong.
    pub(super) fn some<T>(&mut self, key: &'static str, read: impl FnMut(&mut Reader<'a>) -> Option<T>) -> Vec<T> {
        self.list(key, read).into_iter().flatten().collect()
    }

    /// A list of lists of values: the rows of a table.
    pub(super) fn rows<T>(&mut self, key: &'static str, read: impl Fn(&Node, &Self, &str) -> T) -> Vec<Vec<T>> {
        let path = self.at(key);
        let elements = self.elements(key);
        let row = |(i, node): (usize, &Node)| match &node.value {
            Value::List(cells) => {
                cells.iter().enumerate().map(|(j, cell)| read(cell, self, &format!("{path}[{i}][{j}]"))).collect()
            }
            _ => {
                let fault = Fault::WrongType { found: node.describe(), expected: Kind::List };
                self.complain(&format!("{path}[{i}]"), fault);
                Vec::new()
            }
        };
        elements.iter().enumerate().map(row).collect()
    }

    /// A table inside this one.
    pub(super) fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'a>) -> T) -> Option<T> {
        self.require(key)?;
        self.opt_table(key, read)
    }

    /// A table inside this one that may be absent.
    pub(super) fn opt_table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'a>) -> T) -> Option<T> {
        let node = self.find(key)?;
        let mut reader = Reader::new(node, self.at(key), self.problems);
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
        let mut reader = Reader::new(node, path.to_owned(), self.problems);
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

    /// Whether the key is present.
    pub(super) fn has(&self, key: &str) -> bool {
        self.node.get(key).is_some_and(|node| !matches!(node.value, Value::Null))
    }
}

/// Both languages of a text.
pub(super) fn bilingual(reader: &mut Reader<'_>) -> Bilingual {
    Bilingual { ko: reader.text("ko"), en: reader.text("en") }
}

/// A finite number, whole or not.
pub(super) fn read_number(node: &Node) -> Option<Number> {
    match node.value {
        #[expect(clippy::cast_precision_loss, reason = "budgets lie far below 2^53 won")]
        Value::Int(value) => Number::new(value as f64),
        Value::Float(value) => Number::new(value),
        _ => None,
    }
}

/// The unified spelling of a text that is not unified; `None` if it is.
fn unified(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let odd =
        |c: char| matches!(c, '\u{a0}' | '‧' | '・' | 'ㆍ' | '•' | '∙' | '⋅' | '\u{200b}' | '\u{feff}' | '∼' | '〜');
    if is_nfc(text) && !text.contains(odd) {
        return None;
    }
    Some(
        text.nfc()
            .filter(|c| !matches!(c, '\u{200b}' | '\u{feff}'))
            .map(|c| match c {
                '\u{a0}' => ' ',
                '∼' | '〜' => '~',
                c if odd(c) => '·',
                c => c,
            })
            .collect(),
    )
}

/// A Korean telephone number in a text: 2 or 3 digits beginning with 0, 3 or 4 digits, 4 digits, with hyphens.
fn phone_number(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != '-').find_map(|word| {
        let parts: Vec<&str> = word.split('-').collect();
        let [area, middle, last] = parts.as_slice() else { return None };
        let fits =
            area.starts_with('0') && matches!(area.len(), 2 | 3) && matches!(middle.len(), 3 | 4) && last.len() == 4;
        fits.then(|| word.to_owned())
    })
}
