//! What is wrong with what was read, grouped by cause.

mod causes;
mod csv;

pub use causes::{Cause, Weight};
pub use csv::csv;
pub(crate) use csv::push;

use crate::at::{At, Sheet, Spot};
use city_compare_dataset::Lang;

/// How many places of a cause are named.
pub const PLACES: usize = 3;

/// One problem: where, why, and what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub at: At,
    /// Why.
    pub cause: Cause,
    /// What was found.
    pub found: Box<str>,
    /// What the cause needs beside it: what was expected, a first place, a difference. Empty for most.
    pub beside: Box<str>,
}

/// Every problem that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    all: Vec<Problem>,
}

/// The problems of one cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'a> {
    /// The cause.
    pub cause: Cause,
    /// How many they are.
    pub count: usize,
    /// The first of them, at most [`PLACES`].
    pub first: Vec<&'a Problem>,
}

impl Problems {
    /// Adds one.
    pub fn add(&mut self, at: At, cause: Cause, found: impl Into<Box<str>>, beside: impl Into<Box<str>>) {
        self.all.push(Problem { at, cause, found: found.into(), beside: beside.into() });
    }

    /// Every one, in the order in which they were found.
    pub fn all(&self) -> &[Problem] {
        &self.all
    }

    /// How many weigh as much: rows that are left out are more than notes.
    pub fn count(&self, weight: Weight) -> usize {
        self.all.iter().filter(|problem| problem.cause.weight() == weight).count()
    }

    /// Whether a place has one, so that its cell is marked.
    pub fn at(&self, at: At) -> impl Iterator<Item = &Problem> {
        self.all.iter().filter(move |problem| problem.at == at)
    }

    /// By cause: what leaves something out first, then what is asked, then what is only told; within these in the order in
    /// which each cause first appears. There are fewer than fifty causes, so that a million problems are fewer than fifty groups.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut known = [usize::MAX; Cause::COUNT];
        for problem in &self.all {
            let Some(slot) = known.get_mut(problem.cause as usize) else { continue };
            if *slot == usize::MAX {
                *slot = groups.len();
                groups.push(Group { cause: problem.cause, count: 0, first: Vec::new() });
            }
            if let Some(group) = groups.get_mut(*slot) {
                group.count += 1;
                if group.first.len() < PLACES {
                    group.first.push(problem);
                }
            }
        }
        groups.sort_by_key(|group| group.cause.weight());
        groups
    }

    /// What a reader is told: a line for each cause with its count, its first places, what was found, what is expected, and
    /// what to do. `sheets` are the tables that were read.
    pub fn lines(&self, lang: Lang, sheets: &[Sheet]) -> Vec<String> {
        self.groups().iter().map(|group| group.line(lang, sheets)).collect()
    }
}

impl Problem {
    /// The place in the words of its file.
    pub fn spot(&self, sheets: &[Sheet]) -> Spot {
        Spot::of(self.at, sheets)
    }

    /// What was found, what is expected and what to do, without the place.
    pub fn sentence(&self, lang: Lang) -> String {
        self.cause.sentence(&self.found, &self.beside, lang)
    }
}

impl Group<'_> {
    /// The group as one line.
    pub fn line(&self, lang: Lang, sheets: &[Sheet]) -> String {
        let places: Vec<String> = self.first.iter().map(|problem| problem.spot(sheets).text(lang)).collect();
        let sentence = self.first.first().map(|problem| problem.sentence(lang)).unwrap_or_default();
        let (n, places) = (self.count, places.join("; "));
        let more = if self.count > self.first.len() { "; …" } else { "" };
        match lang {
            Lang::Ko => format!("{n}곳: {sentence} ({places}{more})"),
            Lang::En if n == 1 => format!("1 place: {sentence} ({places})"),
            Lang::En => format!("{n} places: {sentence} ({places}{more})"),
        }
    }
}

impl Spot {
    /// `표.csv, 12행, F열(예산액)`.
    pub fn text(&self, lang: Lang) -> String {
        let mut parts = vec![self.file.clone()];
        match lang {
            Lang::Ko => {
                parts.extend(self.sheet.iter().map(|sheet| format!("시트 {sheet}")));
                parts.extend(self.row.map(|row| if row == 0 { "열 이름".to_owned() } else { format!("{row}행") }));
                parts.extend(self.column.iter().map(|column| format!("{column}열")));
            }
            Lang::En => {
                parts.extend(self.sheet.iter().map(|sheet| format!("sheet {sheet}")));
                parts.extend(
                    self.row.map(|row| if row == 0 { "column names".to_owned() } else { format!("row {row}") }),
                );
                parts.extend(self.column.iter().map(|column| format!("column {column}")));
            }
        }
        let header = self.header.as_ref().map(|header| format!(" ({header})")).unwrap_or_default();
        format!("{}{header}", parts.join(", "))
    }
}
