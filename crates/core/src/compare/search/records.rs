//! What can be found, and under which words.

use super::arena::Arena;
use super::{Place, Target};
use crate::model::{Bilingual, Cell, City, Dataset, Figure, Item, Table};
use crate::text::Lang;
use std::ops::Range;

/// Something that can be found.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) target: Target,
    pub(super) city: Option<String>,
    /// Indices of its texts; the title in Korean and in English come first.
    pub(super) texts: Range<usize>,
}

/// Collects the records of a dataset with their texts.
pub(super) fn collect(dataset: &Dataset) -> (Vec<Record>, Arena) {
    let mut shelf = Shelf::default();
    for city in &dataset.cities {
        for item in &city.plan.items {
            shelf.item(city, item);
        }
        for figure in &city.plan.figures {
            shelf.figure(city, figure);
        }
        for table in &city.plan.tables {
            shelf.table(city, table);
        }
    }
    for term in &dataset.glossary {
        let mut entry = shelf.begin(Target::Term(term.id.clone()), None, &term.term);
        entry.both(Place::Summary, &term.explanation);
        entry.each(Place::Form, Lang::Ko, &term.forms.ko);
        entry.each(Place::Form, Lang::En, &term.forms.en);
    }
    for field in &dataset.fields {
        let mut entry = shelf.begin(Target::Field(field.code.clone()), None, &field.name);
        entry.alike(Place::Code, &field.code);
    }
    for document in &dataset.documents {
        let mut entry = shelf.begin(Target::Document(document.id.clone()), document.city.as_deref(), &document.title);
        if let Some(publisher) = &document.publisher {
            entry.both(Place::Publisher, publisher);
        }
        if let Some(published) = &document.published {
            entry.alike(Place::Date, published.as_str());
        }
        if let Some(city) = document.city.as_deref().and_then(|id| dataset.city(id)) {
            entry.both(Place::City, &city.name);
        }
    }
    (shelf.records, shelf.arena)
}

#[derive(Default)]
struct Shelf {
    records: Vec<Record>,
    arena: Arena,
}

/// The record that is being filled.
struct Entry<'a>(&'a mut Shelf);

impl Shelf {
    fn begin(&mut self, target: Target, city: Option<&str>, title: &Bilingual) -> Entry<'_> {
        let index = self.records.len();
        let ko = self.arena.push(index, Place::Title, Lang::Ko, &title.ko);
        let en = self.arena.push(index, Place::Title, Lang::En, &title.en);
        self.records.push(Record { target, city: city.map(str::to_owned), texts: ko..en + 1 });
        Entry(self)
    }

    fn item(&mut self, city: &City, item: &Item) {
        let mut entry = self.begin(Target::Item(item.id.clone()), Some(&city.id), &item.title);
        entry.all(Place::Summary, &item.summary);
        entry.all(Place::Label, &item.label);
        entry.all(Place::Department, &item.departments);
        entry.all(Place::Partner, &item.partners);
        entry.all(Place::Schedule, item.schedule.iter().map(|step| &step.what));
        entry.all(Place::Indicator, item.indicators.iter().map(|indicator| &indicator.name));
        for reading in item.indicators.iter().flat_map(|indicator| indicator.before.iter().chain(&indicator.after)) {
            entry.one(Place::Indicator, Lang::Ko, &reading.ko);
            entry.one(Place::Indicator, Lang::En, &reading.en);
        }
        entry.all(Place::Quantity, item.quantities.iter().map(|quantity| &quantity.what));
        entry.all(Place::LegalBasis, item.legal_basis.iter().map(|law| &law.title));
        entry.one(Place::Section, Lang::Ko, &item.source.section);
        entry.both(Place::City, &city.name);
    }

    fn figure(&mut self, city: &City, figure: &Figure) {
        let target = Target::Figure { city: city.id.clone(), id: figure.id.clone() };
        let mut entry = self.begin(target, Some(&city.id), &figure.what);
        entry.alike(Place::Value, &figure.as_printed);
        entry.both(Place::City, &city.name);
    }

    fn table(&mut self, city: &City, table: &Table) {
        let target = Target::Table { city: city.id.clone(), id: table.id.clone() };
        let mut entry = self.begin(target, Some(&city.id), &table.title);
        entry.all(Place::Column, table.columns.iter().map(|column| &column.name));
        for cell in table.rows.iter().flatten() {
            if let Cell::Text(text) = cell {
                entry.both(Place::Cell, text);
            }
        }
        entry.both(Place::City, &city.name);
    }
}

impl Entry<'_> {
    fn one(&mut self, place: Place, lang: Lang, text: &str) {
        let Shelf { records, arena } = &mut *self.0;
        if let Some(index) = records.len().checked_sub(1)
            && let Some(record) = records.last_mut()
            && !text.is_empty()
        {
            record.texts.end = arena.push(index, place, lang, text) + 1;
        }
    }

    fn both(&mut self, place: Place, text: &Bilingual) {
        self.one(place, Lang::Ko, &text.ko);
        if text.en != text.ko {
            self.one(place, Lang::En, &text.en);
        }
    }

    /// A text without a language: a code, a date, a number as printed. Readers of either language look for it.
    fn alike(&mut self, place: Place, text: &str) {
        self.one(place, Lang::Ko, text);
        self.one(place, Lang::En, text);
    }

    fn all<'b>(&mut self, place: Place, texts: impl IntoIterator<Item = &'b Bilingual>) {
        texts.into_iter().for_each(|text| self.both(place, text));
    }

    fn each(&mut self, place: Place, lang: Lang, texts: &[String]) {
        texts.iter().for_each(|text| self.one(place, lang, text));
    }
}
