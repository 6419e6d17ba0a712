//! What a person works on: a city, files with what they hold, and the data that come of them.

use crate::build;
use crate::form::{self, Contents};
use crate::import::{Choice, Outcome, Source, TableReport, Work};
use crate::places::{Place, Places, Subject};
use city_compare_dataset::country::{Country, id_of};
use city_compare_dataset::model::Dataset;
use city_compare_dataset::model::official::{FieldAmount, LofinCode, Official, Total};
use serde::{Deserialize, Serialize};

/// A file that was added, or a range that was pasted.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub contents: Contents,
    /// What is done with each of its tables.
    pub choices: Vec<Choice>,
}

impl File {
    /// A file with what it holds; every table is recognised.
    pub fn new(name: impl Into<String>, contents: Contents) -> Self {
        Self { name: name.into(), contents, choices: Vec::new() }
    }

    /// A range that was pasted from a spreadsheet.
    pub fn pasted(name: impl Into<String>, text: &str) -> Self {
        let name = name.into();
        let table = form::pasted(&name, text);
        Self::new(name, Contents::Tables(vec![table]))
    }

    /// How many rows its tables have.
    pub fn rows(&self) -> usize {
        match &self.contents {
            Contents::Tables(tables) => tables.iter().map(crate::table::Table::len).sum(),
            _ => 0,
        }
    }

    fn source(&self) -> Source<'_> {
        Source { file: &self.name, contents: &self.contents, choices: &self.choices }
    }
}

/// A city and its files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Desk {
    /// The city; `None` until it is chosen.
    pub subject: Option<Subject>,
    /// The files, in the order in which they were added.
    pub files: Vec<File>,
}

impl Desk {
    /// Adds a file; one of the same name takes the place of the one before.
    pub fn add(&mut self, file: File) {
        match self.files.iter_mut().find(|known| known.name == file.name) {
            Some(known) => *known = file,
            None => self.files.push(file),
        }
    }

    /// A name that no file has.
    pub fn free_name(&self, name: &str) -> String {
        let is_free = |name: &String| self.files.iter().all(|file| file.name != *name);
        let numbered = (2_u32..).map(|n| format!("{name} {n}"));
        std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| name.to_owned())
    }

    /// Begins to read the files for a city.
    pub fn work<'a>(&'a self, subject: &'a Subject, places: &'a Places) -> Work<'a> {
        Work::new(&self.files.iter().map(File::source).collect::<Vec<_>>(), subject, places)
    }

    /// The file and the table in it that a report is of.
    pub fn table_of(&self, report: usize) -> Option<(usize, usize)> {
        let mut first = 0;
        for (at, file) in self.files.iter().enumerate() {
            let count = if let Contents::Tables(tables) = &file.contents { tables.len() } else { 1 };
            if report < first + count {
                return Some((at, report - first));
            }
            first += count;
        }
        None
    }

    /// Says what is done with a table.
    pub fn choose(&mut self, (file, table): (usize, usize), choice: Choice) {
        let Some(file) = self.files.get_mut(file) else { return };
        while file.choices.len() <= table {
            file.choices.push(Choice::Recognise);
        }
        if let Some(known) = file.choices.get_mut(table) {
            *known = choice;
        }
    }

    /// The tables that no layout fits, each by the place of its file and its own: a person says what their columns are.
    pub fn unknown(&self, outcome: &Outcome) -> Vec<(usize, usize)> {
        let unread = |(report, told): (usize, &TableReport)| {
            let (file, table) = self.table_of(report).filter(|_| told.recipe.is_none())?;
            let is_table = matches!(self.files.get(file)?.contents, Contents::Tables(_));
            is_table.then_some((file, table))
        };
        outcome.tables.iter().enumerate().filter_map(unread).collect()
    }
}

/// What is kept of a city's data: its code, and the dataset that was read, as JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The code of the city at 지방재정365.
    pub code: String,
    /// What was read of it; `None` if nothing was added yet.
    pub dataset: Option<String>,
}

impl Kept {
    /// As a text that can be kept.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What a text keeps; `None` if it is of another version.
    ///
    /// ```
    /// use city_compare_import::desk::Kept;
    /// let kept = Kept { code: "4613000".into(), dataset: None };
    /// assert_eq!(Kept::read(&kept.text()), Some(kept));
    /// assert_eq!(Kept::read("{}"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// A place of the country as the city that data are read for.
pub fn subject(country: &Country, code: &str) -> Option<Subject> {
    let code = LofinCode::parse(code)?;
    country.place(code).map(Place::from).map(Subject::new)
}

/// The city's data: what was read, and of the country's figures those that nothing read speaks of.
///
/// A year and stage whose amounts by field were read keeps these alone: two tables of one budget would be added up.
pub fn whole(read: Option<Dataset>, subject: &Subject, country: &Country) -> Dataset {
    let mut dataset = read.unwrap_or_else(|| build::bare(subject));
    let Some(code) = subject.place.lofin else { return dataset };
    let id = id_of(code);
    let mut known = Dataset { documents: Vec::new(), cities: Vec::new(), official: None, ..dataset.clone() };
    if !country.add(&id, &mut known) {
        return dataset;
    }
    let Some(mut more) = known.official else { return dataset };
    rename(&mut more, &id, &subject.id);
    merge(dataset.official.get_or_insert_default(), more);
    dataset
}

/// A dataset as it is published.
pub fn json(dataset: &Dataset) -> Option<String> {
    serde_json::to_string(dataset).ok()
}

/// A dataset of no city: what the list of the country is read against where no city is known yet.
pub fn bare_dataset() -> Dataset {
    build::nothing()
}

fn rename(official: &mut Official, from: &str, to: &str) {
    let cities = official.totals.iter_mut().map(|total| &mut total.city);
    let cities = cities.chain(official.field_amounts.iter_mut().map(|amount| &mut amount.city));
    let cities = cities.chain(official.indicators.iter_mut().map(|indicator| &mut indicator.city));
    let cities = cities.chain(official.residents.iter_mut().map(|count| &mut count.city));
    let ids = cities.chain(official.places.iter_mut().map(|place| &mut place.id));
    ids.filter(|id| *id == from).for_each(|id| to.clone_into(id));
}

fn merge(into: &mut Official, more: Official) {
    let Official { sources, places, totals, field_amounts, indicators, residents, prices } = more;
    let of_total = |total: &Total| (total.fiscal_year, total.stage, total.scope, total.side);
    let of_field = |amount: &FieldAmount| (amount.fiscal_year, amount.stage);
    let totals: Vec<Total> = absent(&into.totals, totals, of_total);
    let field_amounts: Vec<FieldAmount> = absent(&into.field_amounts, field_amounts, of_field);
    let indicators = absent(&into.indicators, indicators, |one| (one.kind, one.basis, one.fiscal_year));
    let residents = absent(&into.residents, residents, |one| (one.measure, one.as_of.clone()));
    let prices = absent(&into.prices, prices, |level| level.year);
    into.totals.extend(totals);
    into.field_amounts.extend(field_amounts);
    into.indicators.extend(indicators);
    into.residents.extend(residents);
    into.prices.extend(prices);
    // The place of the country has all its codes.
    for place in places {
        match into.places.iter_mut().find(|known| known.id == place.id) {
            Some(known) => *known = place,
            None => into.places.push(place),
        }
    }
    for source in sources {
        if into.source(&source.id).is_none() && is_cited(into, &source.id) {
            into.sources.push(source);
        }
    }
}

/// Those of some entries of which the others have none.
fn absent<T, K: PartialEq>(known: &[T], more: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    more.into_iter().filter(|one| !known.iter().any(|other| key(other) == key(one))).collect()
}

fn is_cited(official: &Official, id: &str) -> bool {
    official.totals.iter().any(|total| total.source == id)
        || official.field_amounts.iter().any(|amount| amount.source == id)
        || official.indicators.iter().any(|indicator| indicator.source == id)
        || official.residents.iter().any(|count| count.source == id)
        || official.prices.iter().any(|level| level.source == id)
}
