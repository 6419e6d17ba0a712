//! Small multiples: a panel for each field, a bar for each city, one scale for all.

use super::{Amount, FieldBasis, PartKey, Tenths, parts};
use crate::model::Won;
use crate::model::official::Official;
use crate::order::Order;
use std::cmp::Reverse;

/// A field over the cities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Which part.
    pub key: PartKey,
    /// A row for each city, in the order in which they were chosen: share and amount, or nothing where it has no figures at all.
    /// A city that has figures and spends nothing on the field has a true zero.
    pub rows: Vec<(String, Option<(Tenths, Amount)>)>,
}

/// The order of the panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelOrder<'a> {
    /// The fixed order of the fields.
    Field,
    /// Where the cities differ most comes first.
    Spread,
    /// The largest share of this city comes first.
    Share(&'a str),
}

impl Panel {
    /// The largest difference between two cities.
    pub fn spread(&self) -> Option<i64> {
        let shares = || self.rows.iter().filter_map(|(_, row)| row.as_ref()).map(|(share, _)| share.get());
        Some(shares().max()? - shares().min()?)
    }

    /// A city's share.
    pub fn share(&self, city: &str) -> Option<Tenths> {
        self.rows.iter().find(|(id, _)| id == city)?.1.map(|(share, _)| share)
    }
}

/// The panels, and the largest share of all, which is where the one scale ends.
pub fn panels(
    official: &Official,
    cities: &[&str],
    basis: FieldBasis,
    order: PanelOrder<'_>,
) -> (Vec<Panel>, Option<Tenths>) {
    let by_city: Vec<_> = cities.iter().map(|city| (*city, parts(official, city, basis))).collect();
    let mut keys: Vec<&PartKey> = by_city.iter().flat_map(|(_, parts)| parts.iter().map(|part| &part.key)).collect();
    keys.order_by_key(|key| (*key).clone());
    keys.dedup();
    let panel = |key: &PartKey| Panel {
        key: key.clone(),
        rows: by_city
            .iter()
            .map(|(city, parts)| {
                let whole = Amount::sum(parts.iter().map(|part| part.amount));
                // None of this field among the others: nothing was spent on it.
                let none = Amount { krw: Won::default(), precision: whole.precision };
                let own = parts.iter().find(|part| part.key == *key).map_or(none, |part| part.amount);
                let row = Tenths::of(own.krw, whole.krw).map(|share| (share, own));
                ((*city).to_owned(), row)
            })
            .collect(),
    };
    let mut panels: Vec<Panel> = keys.into_iter().map(panel).collect();
    match order {
        PanelOrder::Field => {}
        PanelOrder::Spread => panels.order_by_key(|panel| Reverse(panel.spread())),
        PanelOrder::Share(city) => panels.order_by_key(|panel| Reverse(panel.share(city))),
    }
    let most = panels.iter().flat_map(|panel| &panel.rows).filter_map(|(_, row)| row.map(|(share, _)| share)).max();
    (panels, most)
}
