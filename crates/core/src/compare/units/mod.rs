//! The unit matrix: what the documents plan, field by field and city by city, one square an item.
//!
//! Counts of unequal documents do not compare: each cell has its share of the document's plans, and the rows follow the shares.

mod plot;
mod say;
#[cfg(test)]
mod tests;

pub use plot::{city_detail, field_detail, field_name, glance, plot};
pub use say::{Unequal, answer, caveat, unequal};

use super::official::Tenths;
use super::{Filters, Selection, Square, SquareKind};
use crate::choices::choices;
use crate::model::{Budget, Certainty, City, Dataset, Field, Item};
use crate::order::Order;

choices! {
    /// The order of the matrix's rows.
    RowOrder {
        /// The field whose shares differ most between the documents first.
        #[default]
        Spread = "spread",
        /// By official code.
        Field = "field",
        /// The field with the most plans first.
        Plans = "plans",
    }
}

/// What is asked of the items.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// The cities' plans.
    pub dataset: &'a Dataset,
    /// The chosen cities.
    pub selection: &'a Selection,
    /// What an item must have.
    pub filters: &'a Filters,
    /// Ids of what the reader's own words find; `None` without words.
    pub found: Option<&'a [String]>,
    /// Whether what is no plan is shown, too: results, headings, context, steps, publicity, terms. It is never counted.
    pub rest: bool,
    /// Order of the rows.
    pub order: RowOrder,
}

/// A row for each field that has an item, a cell for each city. Every item that is asked for stands in one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitMatrix<'a> {
    /// The rows, in the order that was asked for.
    pub rows: Vec<UnitRow<'a>>,
    /// Fields without any item, which make no row.
    pub empty: Vec<&'a Field>,
    /// The columns.
    pub cities: Vec<&'a City>,
    /// How many items that are no plan were left out.
    pub left_out: usize,
}

/// A field over the cities.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRow<'a> {
    /// The field.
    pub field: &'a Field,
    /// One for each city, in the order of the selection.
    pub cells: Vec<UnitCell>,
}

/// The items of a city in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCell {
    /// How many of them are plans.
    pub plans: usize,
    /// How many plans the document has altogether.
    pub all: usize,
    /// Their share of all plans of the document, as it is shown; `None` of a document without a plan.
    pub share: Option<Tenths>,
    /// The items, in document order.
    pub squares: Vec<Square>,
}

impl Ask<'_> {
    /// Whether anything narrows the items down.
    pub fn narrows(&self) -> bool {
        self.found.is_some() || !self.filters.is_empty()
    }

    /// The items of a cell in document order, as its squares stand for them.
    pub fn items<'c>(&self, city: &'c City, field: &str) -> Vec<&'c Item> {
        let own = city.plan.items.iter().filter(|item| main_field(item) == Some(field) && self.fits(item));
        own.filter(|item| self.rest || item.is_plan()).collect()
    }

    fn fits(&self, item: &Item) -> bool {
        self.filters.pass(item) && self.found.is_none_or(|found| found.contains(&item.id))
    }
}

/// The one field in which an item is counted: the first that its document's reader named. (The others it only touches.)
pub fn main_field(item: &Item) -> Option<&str> {
    item.fields.first().map(|mapping| mapping.code.as_str())
}

/// The square of an item.
pub fn square(item: &Item) -> Square {
    let kind = match &item.budget {
        _ if !item.is_plan() => SquareKind::NoPlan,
        Budget::NonBudget => SquareKind::NonBudget,
        budget if budget.states_money() => SquareKind::Money,
        _ => SquareKind::NoMoney,
    };
    let arguable = item.fields.first().is_some_and(|mapping| mapping.confidence == Certainty::Arguable);
    Square { item: item.id.clone(), kind, arguable }
}

impl<'a> UnitMatrix<'a> {
    /// The matrix of what is asked for.
    ///
    /// ```
    /// use city_compare_core::compare::units::{Ask, RowOrder, UnitMatrix};
    /// use city_compare_core::compare::{Filters, Selection};
    /// let dataset = city_compare_embedded::dataset();
    /// let (selection, filters) = (Selection::all(dataset), Filters::default());
    /// let ask = Ask { dataset, selection: &selection, filters: &filters, found: None, rest: true, order: RowOrder::Spread };
    /// let squares = UnitMatrix::new(ask).rows.iter().flat_map(|row| &row.cells).map(|cell| cell.squares.len()).sum::<usize>();
    /// assert_eq!(squares, 716);
    /// ```
    pub fn new(ask: Ask<'a>) -> Self {
        let cities: Vec<&City> = ask.selection.cities(ask.dataset).collect();
        let row =
            |field: &'a Field| UnitRow { field, cells: cities.iter().map(|city| cell(&ask, city, field)).collect() };
        let has = |row: &UnitRow<'_>| row.cells.iter().any(|cell| !cell.squares.is_empty());
        let (mut rows, empty): (Vec<_>, Vec<_>) = ask.dataset.fields.iter().map(row).partition(has);
        match ask.order {
            RowOrder::Field => {}
            RowOrder::Spread => rows.order_by_key(|row| std::cmp::Reverse(row.spread())),
            RowOrder::Plans => rows.order_by_key(|row| std::cmp::Reverse(row.plans())),
        }
        let no_plan = |city: &&City| city.plan.items.iter().filter(|item| !item.is_plan() && ask.fits(item)).count();
        Self {
            rows,
            empty: empty.into_iter().map(|row| row.field).collect(),
            left_out: if ask.rest { 0 } else { cities.iter().map(no_plan).sum() },
            cities,
        }
    }
}

fn cell(ask: &Ask<'_>, city: &City, field: &Field) -> UnitCell {
    let squares: Vec<Square> = ask.items(city, &field.code).into_iter().map(square).collect();
    let plans = squares.iter().filter(|square| square.kind != SquareKind::NoPlan).count();
    let all = city.plan.plans().count();
    UnitCell { plans, all, share: Tenths::of_count(plans, all), squares }
}

impl UnitRow<'_> {
    /// How far apart the shares of two documents are at most, as they are shown.
    pub fn spread(&self) -> i64 {
        let shares = || self.cells.iter().filter_map(|cell| cell.share).map(Tenths::get);
        shares().max().unwrap_or_default() - shares().min().unwrap_or_default()
    }

    /// The share of a city, by its place.
    pub fn share(&self, city: usize) -> Option<Tenths> {
        self.cells.get(city)?.share
    }

    /// How many plans the row has.
    pub fn plans(&self) -> usize {
        self.cells.iter().map(|cell| cell.plans).sum()
    }
}
