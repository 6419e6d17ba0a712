//! Reads tables of a tree and collects every problem on the way instead of stopping at the first.

use super::gone::Gone;
use super::nfc::nfc;
use super::problem::{Fault, Kind, Problem};
use super::tree::{Node, Value};
use crate::model::{Bilingual, FiscalYear, Lines, Number, PartialDate, Won, Word};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

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

    fn read_text(&self, path: &str, node: &Node) -> Option<String> {
        let text = self.as_text(path, node)?;
        let Some(instead) = unified(text) else {
            self.look_at(path, text);
            return Some(text.to_owned());
        };
        // Of a text whose marks are put right, what is left of it counts: zero-width spaces alone are none.
        self.look_at(path, &instead);
        self.complain(path, Fault::NotUnified { found: text.to_owned(), instead: instead.clone() });
        Some(instead)
    }

    /// A text whose marks are left alone.
    fn read_verbatim(&self, path: &str, node: &Node) -> Option<String> {
        let text = self.as_text(path, node)?;
        self.look_at(path, text);
        Some(text.to_owned())
    }

    fn as_text<'n>(&self, path: &str, node: &'n Node) -> Option<&'n str> {
        let Value::Text(text) = &node.value else {
            self.reject(node, path, Kind::Text);
            return None;
        };
        Some(text)
    }

    /// Complains about what no text may be.
    fn look_at(&self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.complain(path, Fault::EmptyText);
        } else if let Some(found) = phone_number(text) {
            self.complain(path, Fault::PhoneNumber { found });
        }
    }

    pub(super) fn text(&mut self, key: &'static str) -> String {
        self.require(key).and_then(|node| self.read_text(&self.at(key), node)).unwrap_or_default()
    }

    pub(super) fn opt_text(&mut self, key: &'static str) -> Option<String> {
        self.find(key).and_then(|node| self.read_text(&self.at(key), node))
    }

    /// A text as some other hand wrote it, which is kept as it is: a printed error, a name of a file.
    pub(super) fn verbatim(&mut self, key: &'static str) -> String {
        self.require(key).and_then(|node| self.read_verbatim(&self.at(key), node)).unwrap_or_default()
    }

    /// A text of a fixed form, which `fits` knows.
    fn read_code(&self, key: &str, node: &Node, kind: Kind, fits: impl FnOnce(&str) -> bool) -> Option<String> {
        match &node.value {
            Value::Text(text) if fits(text) => Some(text.clone()),
            _ => {
                self.wrong(key, node, kind);
                None
            }
        }
    }

    /// Code of a functional field: three digits.
    pub(super) fn field_code(&mut self, key: &'static str) -> String {
        let fits = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        self.require(key).and_then(|node| self.read_code(key, node, Kind::FieldCode, fits)).unwrap_or_default()
    }

    /// A SHA-256 in hex.
    pub(super) fn opt_sha256(&mut self, key: &'static str) -> Option<String> {
        let fits = |text: &str| text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        self.find(key).and_then(|node| self.read_code(key, node, Kind::Sha256, fits))
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

    pub(super) fn whole(&mut self, key: &'static str) -> u64 {
        match self.require(key) {
            Some(_) => self.opt_whole(key).unwrap_or_default(),
            None => 0,
        }
    }

    fn read_small(&self, key: &str, node: &Node, kind: Kind, least: u32) -> Option<u32> {
        let value = match node.value {
            Value::Int(value) => u32::try_from(value).ok().filter(|value| *value >= least),
            _ => None,
        };
        if value.is_none() {
            self.wrong(key, node, kind);
        }
        value
    }

    /// A number of things, which may be none.
    pub(super) fn opt_small(&mut self, key: &'static str) -> Option<u32> {
        self.find(key).and_then(|node| self.read_small(key, node, Kind::WholeNumber, 0))
    }

    pub(super) fn small(&mut self, key: &'static str) -> u32 {
        self.require(key).and_then(|node| self.read_small(key, node, Kind::WholeNumber, 0)).unwrap_or_default()
    }

    /// A position, a line: counts from 1.
    pub(super) fn opt_count(&mut self, key: &'static str) -> Option<u32> {
        self.find(key).and_then(|node| self.read_small(key, node, Kind::Count, 1))
    }

    pub(super) fn count(&mut self, key: &'static str) -> u32 {
        self.require(key).and_then(|node| self.read_small(key, node, Kind::Count, 1)).unwrap_or_default()
    }

    pub(super) fn won(&mut self, key: &'static str) -> Won {
        self.require(key).and_then(|node| self.read_whole(key, node, Kind::Won)).and_then(Won::new).unwrap_or_default()
    }

    #[cfg(feature = "seeds")]
    pub(super) fn opt_won(&mut self, key: &'static str) -> Option<Won> {
        self.find(key).and_then(|node| self.read_whole(key, node, Kind::Won)).and_then(Won::new)
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
        self.require(key);
        self.opt_boolean(key).unwrap_or_default()
    }

    pub(super) fn opt_boolean(&mut self, key: &'static str) -> Option<bool> {
        let node = self.find(key)?;
        let Value::Bool(value) = node.value else {
            self.wrong(key, node, Kind::Bool);
            return None;
        };
        Some(value)
    }

    /// One of a type's fixed words; none for a wrong or missing one, which has been complained about.
    pub(super) fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        self.require(key)?;
        self.opt_word(key)
    }

    /// One of a type's fixed words, which may be absent.
    pub(super) fn opt_word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        let node = self.find(key)?;
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
    let odd = |c: char| {
        matches!(c, '"' | '\u{a0}' | '‧' | '・' | 'ㆍ' | '•' | '∙' | '⋅' | '\u{200b}' | '\u{feff}' | '∼' | '〜')
    };
    let normal = nfc(text);
    if matches!(normal, Cow::Borrowed(_)) && !text.contains(odd) {
        return None;
    }
    let mut open = false;
    let mut instead = String::with_capacity(text.len());
    for c in normal.chars() {
        match c {
            '\u{200b}' | '\u{feff}' => {}
            '\u{a0}' => instead.push(' '),
            '∼' | '〜' => instead.push('~'),
            '"' => {
                open = !open;
                instead.push(if open { '“' } else { '”' });
            }
            c if odd(c) => instead.push('·'),
            c => instead.push(c),
        }
    }
    Some(instead)
}

/// A Korean telephone number in a text: an area code of 2 or 3 digits that begins with 0, or +82 and the rest of it, then
/// 3 or 4 digits, then 4, with hyphens, points or brackets between them.
fn phone_number(text: &str) -> Option<String> {
    let groups = digit_groups(text);
    groups.windows(3).find_map(|window| {
        let [area, middle, last] = window else { return None };
        let joined = |a: &Range<usize>, b: &Range<usize>| {
            let between = &text[a.end..b.start];
            matches!(between.trim(), "-" | "–" | "." | ")") && between.len() <= 4
        };
        let abroad = text[..area.start].trim_end_matches(['-', '.', ')', ' ']).ends_with("+82");
        let start = if abroad { 1..=2 } else { 2..=3 };
        let fits = (abroad || text[area.clone()].starts_with('0'))
            && start.contains(&area.len())
            && matches!(middle.len(), 3 | 4)
            && last.len() == 4
            && joined(area, middle)
            && joined(middle, last);
        fits.then(|| text[area.start..last.end].to_owned())
    })
}

/// Where the runs of digits of a text lie.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}
