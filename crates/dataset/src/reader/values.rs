//! Reading the values of a table's keys: texts, numbers, years, dates, fixed words.

use super::Reader;
use super::spelling::{phone_number, unified};
use crate::model::{FiscalYear, Number, PartialDate, Won, Word};
use crate::problem::{Fault, Kind};
use crate::tree::{Node, Value};

impl<'a> Reader<'a> {
    pub(super) fn read_text(&self, path: &str, node: &Node) -> Option<String> {
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

    pub(crate) fn text(&mut self, key: &'static str) -> String {
        self.require(key).and_then(|node| self.read_text(&self.at(key), node)).unwrap_or_default()
    }

    pub(crate) fn opt_text(&mut self, key: &'static str) -> Option<String> {
        self.find(key).and_then(|node| self.read_text(&self.at(key), node))
    }

    /// A text as some other hand wrote it, which is kept as it is: a printed error, a name of a file.
    pub(crate) fn verbatim(&mut self, key: &'static str) -> String {
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
    pub(crate) fn field_code(&mut self, key: &'static str) -> String {
        let fits = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        self.require(key).and_then(|node| self.read_code(key, node, Kind::FieldCode, fits)).unwrap_or_default()
    }

    /// A SHA-256 in hex.
    pub(crate) fn opt_sha256(&mut self, key: &'static str) -> Option<String> {
        let fits = |text: &str| text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        self.find(key).and_then(|node| self.read_code(key, node, Kind::Sha256, fits))
    }

    pub(super) fn read_whole(&self, key: &str, node: &Node, kind: Kind) -> Option<i64> {
        match node.value {
            Value::Int(value) if value >= 0 => Some(value),
            _ => {
                self.wrong(key, node, kind);
                None
            }
        }
    }

    pub(crate) fn opt_whole(&mut self, key: &'static str) -> Option<u64> {
        let node = self.find(key)?;
        self.read_whole(key, node, Kind::WholeNumber).and_then(|value| u64::try_from(value).ok())
    }

    pub(crate) fn whole(&mut self, key: &'static str) -> u64 {
        match self.require(key) {
            Some(_) => self.opt_whole(key).unwrap_or_default(),
            None => 0,
        }
    }

    pub(super) fn read_small(&self, key: &str, node: &Node, kind: Kind, least: u32) -> Option<u32> {
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
    pub(crate) fn opt_small(&mut self, key: &'static str) -> Option<u32> {
        self.find(key).and_then(|node| self.read_small(key, node, Kind::WholeNumber, 0))
    }

    pub(crate) fn small(&mut self, key: &'static str) -> u32 {
        self.require(key).and_then(|node| self.read_small(key, node, Kind::WholeNumber, 0)).unwrap_or_default()
    }

    /// A position, a line: counts from 1.
    pub(crate) fn opt_count(&mut self, key: &'static str) -> Option<u32> {
        self.find(key).and_then(|node| self.read_small(key, node, Kind::Count, 1))
    }

    pub(crate) fn count(&mut self, key: &'static str) -> u32 {
        self.require(key).and_then(|node| self.read_small(key, node, Kind::Count, 1)).unwrap_or_default()
    }

    pub(crate) fn won(&mut self, key: &'static str) -> Won {
        self.require(key).and_then(|node| self.read_whole(key, node, Kind::Won)).and_then(Won::new).unwrap_or_default()
    }

    #[cfg(feature = "seeds")]
    pub(crate) fn opt_won(&mut self, key: &'static str) -> Option<Won> {
        self.find(key).and_then(|node| self.read_whole(key, node, Kind::Won)).and_then(Won::new)
    }

    pub(crate) fn number(&mut self, key: &'static str) -> Number {
        match self.require(key) {
            Some(_) => self.opt_number(key).unwrap_or_default(),
            None => Number::default(),
        }
    }

    pub(crate) fn opt_number(&mut self, key: &'static str) -> Option<Number> {
        let node = self.find(key)?;
        let number = read_number(node);
        if number.is_none() {
            self.wrong(key, node, Kind::Number);
        }
        number
    }

    pub(crate) fn opt_year(&mut self, key: &'static str) -> Option<FiscalYear> {
        let node = self.find(key)?;
        match node.value {
            Value::Int(year @ 1900..=2200) => u16::try_from(year).ok().map(FiscalYear),
            _ => {
                self.wrong(key, node, Kind::Year);
                None
            }
        }
    }

    pub(crate) fn year(&mut self, key: &'static str) -> FiscalYear {
        match self.require(key) {
            Some(_) => self.opt_year(key).unwrap_or_default(),
            None => FiscalYear::default(),
        }
    }

    pub(crate) fn opt_date(&mut self, key: &'static str) -> Option<PartialDate> {
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

    pub(crate) fn date(&mut self, key: &'static str) -> PartialDate {
        match self.require(key) {
            Some(_) => self.opt_date(key).unwrap_or_default(),
            None => PartialDate::default(),
        }
    }

    pub(crate) fn boolean(&mut self, key: &'static str) -> bool {
        self.require(key);
        self.opt_boolean(key).unwrap_or_default()
    }

    pub(crate) fn opt_boolean(&mut self, key: &'static str) -> Option<bool> {
        let node = self.find(key)?;
        let Value::Bool(value) = node.value else {
            self.wrong(key, node, Kind::Bool);
            return None;
        };
        Some(value)
    }

    /// One of a type's fixed words; none for a wrong or missing one, which has been complained about.
    pub(crate) fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        self.require(key)?;
        self.opt_word(key)
    }

    /// One of a type's fixed words, which may be absent.
    pub(crate) fn opt_word<W: Word>(&mut self, key: &'static str) -> Option<W> {
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
}

/// A finite number, whole or not.
pub(crate) fn read_number(node: &Node) -> Option<Number> {
    match node.value {
        #[expect(clippy::cast_precision_loss, reason = "budgets lie far below 2^53 won")]
        Value::Int(value) => Number::new(value as f64),
        Value::Float(value) => Number::new(value),
        _ => None,
    }
}
