//! One subject over the chosen cities: a topic, or what the reader's own words find.

mod listing;
mod money;
mod plot;
mod say;
#[cfg(test)]
mod tests;

pub use listing::{TopicRow, listing, rows};
pub use money::{main_field, money};
pub use plot::plot;
pub use say::{absence, besides, heading, stated_money};

use super::search::{Index, Scope, Synonyms, Target};
use super::units::square;
use super::{Selection, Square};
use crate::model::{Bilingual, City, Dataset, DocumentKind, Item, Topic};
use std::collections::HashSet;

/// How many items of a city are shown at once; the rest is folded.
pub const FIRST: usize = 5;

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject<'a> {
    /// A topic.
    Topic(&'a Topic),
    /// The reader's own words.
    Words {
        /// As typed.
        typed: &'a str,
        /// Ids of the items that they find.
        found: &'a [String],
    },
}

/// The page: a column for each chosen city, in the reader's order.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicPage<'a> {
    /// What it is about.
    pub subject: Subject<'a>,
    /// The columns.
    pub columns: Vec<TopicColumn<'a>>,
}

/// What a city's document has on the subject.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicColumn<'a> {
    /// The city.
    pub city: &'a City,
    /// Its plans: those with stated money first, then in document order.
    pub plans: Vec<&'a Item>,
    /// The same plans as squares, in document order.
    pub squares: Vec<Square>,
    /// What its document says besides: results, headings, context.
    pub besides: Vec<&'a Item>,
    /// Why there is no plan; `None` if there is one.
    pub absence: Option<Absence>,
}

/// Why a city has no plan on a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Its document says nothing of it.
    Document,
    /// Its document is a press article, which says nothing of what a city does beyond it.
    Article,
    /// The dataset holds no plan of the city.
    NoPlan,
}

/// Ids of the items of the chosen cities that something typed finds, in the order of the dataset. Synonyms find each other.
pub fn found(index: &Index, synonyms: &Synonyms, dataset: &Dataset, selection: &Selection, typed: &str) -> Vec<String> {
    let scope = Scope::Cities(selection.ids().into_iter().map(str::to_owned).collect());
    let hits = index.find_with(typed, synonyms, &scope, usize::MAX).hits;
    let ids: HashSet<&str> = hits.iter().filter_map(|hit| item_of(&hit.target)).collect();
    let items = dataset.cities.iter().flat_map(|city| &city.plan.items);
    items.filter(|item| ids.contains(item.id.as_str())).map(|item| item.id.clone()).collect()
}

fn item_of(target: &Target) -> Option<&str> {
    match target {
        Target::Item(id) => Some(id),
        Target::Figure { .. } | Target::Table { .. } | Target::Term(_) | Target::Field(_) | Target::Document(_) => None,
    }
}

impl Subject<'_> {
    /// Its name; own words in quotation marks.
    pub fn title(&self) -> Bilingual {
        match self {
            Self::Topic(topic) => topic.title.clone(),
            Self::Words { typed, .. } => super::both::same(format!("“{}”", typed.trim())),
        }
    }

    /// Name for links and files.
    pub fn key(&self) -> &str {
        match self {
            Self::Topic(topic) => &topic.id,
            Self::Words { .. } => "words",
        }
    }

    /// Ids of its items.
    pub fn items(&self) -> &[String] {
        match self {
            Self::Topic(topic) => &topic.items,
            Self::Words { found, .. } => found,
        }
    }
}

impl<'a> TopicPage<'a> {
    /// The page of a subject.
    ///
    /// ```
    /// use city_compare_core::compare::{Selection, topic::{Absence, Subject, TopicPage}};
    /// let dataset = city_compare_embedded::dataset();
    /// let selection = Selection::all(dataset);
    /// let page = TopicPage::new(dataset, &selection, Subject::Topic(&dataset.topics[0]));
    /// assert_eq!(page.columns.len(), 5);
    /// assert_eq!(page.columns[3].absence, Some(Absence::Article));
    /// ```
    pub fn new(dataset: &'a Dataset, selection: &'a Selection, subject: Subject<'a>) -> Self {
        let own: HashSet<&str> = subject.items().iter().map(String::as_str).collect();
        Self { subject, columns: selection.cities(dataset).map(|city| column(dataset, city, &own)).collect() }
    }

    /// Plans of all columns.
    pub fn plans(&self) -> usize {
        self.columns.iter().map(|column| column.plans.len()).sum()
    }
}

fn column<'a>(dataset: &'a Dataset, city: &'a City, own: &HashSet<&str>) -> TopicColumn<'a> {
    let items = city.plan.items.iter().filter(|item| own.contains(item.id.as_str()));
    let (plans, besides): (Vec<&Item>, Vec<&Item>) = items.partition(|item| item.is_plan());
    let squares = plans.iter().map(|item| square(item)).collect();
    let (money, rest): (Vec<&Item>, Vec<&Item>) = plans.into_iter().partition(|item| item.budget.states_money());
    let plans = [money, rest].concat();
    let absence = plans.is_empty().then(|| why(dataset, city));
    TopicColumn { city, plans, squares, besides, absence }
}

fn why(dataset: &Dataset, city: &City) -> Absence {
    let kind = dataset.document(&city.plan.document).map(|document| document.kind);
    match kind {
        _ if city.plan.items.is_empty() => Absence::NoPlan,
        Some(DocumentKind::NewsArticle) => Absence::Article,
        _ => Absence::Document,
    }
}

impl<'a> TopicColumn<'a> {
    /// The plans that are shown at once.
    pub fn first(&self) -> &[&'a Item] {
        self.plans.get(..FIRST).unwrap_or(&self.plans)
    }

    /// The plans that are folded.
    pub fn rest(&self) -> &[&'a Item] {
        self.plans.get(FIRST..).unwrap_or_default()
    }
}
