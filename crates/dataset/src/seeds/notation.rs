//! TOML as a tree of values that know their file and line, and what putting files together does with such trees.

use super::problem;
use crate::problem::{Fault, Kind, Problem};
use crate::tree::{Node, Value};
use std::rc::Rc;
use toml::de::{DeTable, DeValue};

/// Reads a file; what is no TOML is told.
pub(super) fn parse(file: &str, text: &str, problems: &mut Vec<Problem>) -> Node {
    let (table, errors) = DeTable::parse_recoverable(text);
    let name: Rc<str> = format!("seeds/{file}").into();
    // The byte offset at which each line begins, so that a value's offset tells its line.
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
    let line = |offset: usize| u32::try_from(starts.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX);
    for error in errors {
        let mut found = problem(file, Fault::Syntax { message: error.message().to_owned() });
        found.line = error.span().map(|span| line(span.start));
        problems.push(found);
    }
    let span = table.span();
    let mut root = convert_table(table.into_inner(), &name, &line);
    root.origin = Some((name, line(span.start)));
    root
}

fn convert_table(table: DeTable<'_>, file: &Rc<str>, line: &impl Fn(usize) -> u32) -> Node {
    let mut entries: Vec<(String, Node)> = table
        .into_iter()
        .map(|(key, value)| {
            let at = line(key.span().start);
            let mut node = convert(value.into_inner(), file, line);
            node.origin = Some((Rc::clone(file), at));
            (key.into_inner().into_owned(), node)
        })
        .collect();
    entries.sort_by_key(|(_, node)| node.origin.as_ref().map(|(_, line)| *line));
    Value::Table(entries).into()
}

fn convert(value: DeValue<'_>, file: &Rc<str>, line: &impl Fn(usize) -> u32) -> Node {
    match value {
        DeValue::String(text) => Value::Text(text.into_owned()).into(),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::Float(number.as_str().parse().unwrap_or(f64::INFINITY)), Value::Int)
            .into(),
        DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or(f64::NAN)).into(),
        DeValue::Boolean(value) => Value::Bool(value).into(),
        DeValue::Datetime(date) => Value::Text(date.to_string()).into(),
        DeValue::Array(values) => {
            let element = |value: toml::Spanned<DeValue<'_>>| {
                let at = line(value.span().start);
                let mut node = convert(value.into_inner(), file, line);
                node.origin = Some((Rc::clone(file), at));
                node
            };
            Value::List(values.into_iter().map(element).collect()).into()
        }
        DeValue::Table(table) => convert_table(table, file, line),
    }
}

impl Node {
    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Value::Table(entries) = &mut self.value else { return None };
        entries.iter_mut().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    /// Removes and returns an entry of a table.
    pub(super) fn take(&mut self, key: &str) -> Option<Self> {
        let Value::Table(entries) = &mut self.value else { return None };
        let index = entries.iter().position(|(name, _)| name == key)?;
        Some(entries.remove(index).1)
    }

    pub(super) fn set(&mut self, key: &str, node: Self) {
        if let Value::Table(entries) = &mut self.value {
            entries.push((key.to_owned(), node));
        }
    }

    pub(super) fn set_if_absent(&mut self, key: &str, text: &str) {
        if self.get(key).is_none() {
            let origin = self.origin.clone();
            self.set(key, Self { value: Value::Text(text.to_owned()), origin });
        }
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.get(key) {
            Some(Self { value: Value::Text(text), .. }) => Some(text.clone()),
            _ => None,
        }
    }

    /// Takes the list of a key; anything else there is a problem.
    pub(super) fn take_list(&mut self, key: &str, problems: &mut Vec<Problem>) -> Vec<Self> {
        match self.take(key) {
            Some(Self { value: Value::List(list), .. }) => list,
            Some(other) => {
                problems.push(other.problem(key, Fault::WrongType { found: other.describe(), expected: Kind::List }));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Moves an entry to another table, whatever it is: the reader complains where it is no list.
    pub(super) fn hand_over(&mut self, key: &str, to: &mut Self) {
        if let Some(node) = self.take(key) {
            to.set(key, node);
        }
    }

    /// An empty table that stands where this node stands, for messages about what is missing in it.
    pub(super) fn empty_table(&self) -> Self {
        Self { value: Value::Table(Vec::new()), origin: self.origin.clone() }
    }

    pub(super) fn problem(&self, path: &str, fault: Fault) -> Problem {
        let (file, line) = self.place("");
        Problem { file, line, path: path.to_owned(), fault }
    }
}
