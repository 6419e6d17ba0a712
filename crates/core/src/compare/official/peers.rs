//! A city among its peers: the governments of its tier, and no other group.

use crate::model::official::{IndicatorBasis, IndicatorKind, IndicatorUnit, Official, Peers};
use crate::model::{FiscalYear, Number};
use crate::order::Order;

/// A group of peers with the chosen cities in it. Metropolitan cities have a group of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerGroup {
    /// Whether it is the basic tier: cities, counties and districts. Otherwise metropolitan cities and provinces.
    pub basic: bool,
    /// Fiscal year of all its values.
    pub year: FiscalYear,
    /// Unit of all its values.
    pub unit: IndicatorUnit,
    /// How many there are.
    pub count: u32,
    /// The least.
    pub min: Number,
    /// The one in the middle. `None` where it is printed with too few digits to lie between minimum and maximum.
    pub median: Option<Number>,
    /// The largest.
    pub max: Number,
    /// The chosen cities, in the order in which they were chosen.
    pub cities: Vec<PeerValue>,
}

/// A city's value.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerValue {
    /// Id of the city.
    pub city: String,
    /// As printed.
    pub value: Number,
    /// Its rank from above.
    pub rank: u32,
}

/// The groups of the chosen cities for an indicator, the basic tier first. Cities without the indicator are in none.
pub fn among_peers(official: &Official, cities: &[&str], kind: IndicatorKind, basis: IndicatorBasis) -> Vec<PeerGroup> {
    let mut groups: Vec<PeerGroup> = Vec::new();
    for city in cities {
        let Some(found) = official.indicator(city, kind, basis) else { continue };
        let basic = official.place(city).is_some_and(|place| place.kind.is_basic());
        let peers = &found.peers;
        let value = PeerValue { city: (*city).to_owned(), value: found.value, rank: peers.rank };
        // The same tier with another year or other peers is another group: its values do not compare.
        let same = |group: &&mut PeerGroup| {
            (group.basic, group.year, group.unit, group.count, group.min, group.max)
                == (basic, found.fiscal_year, found.unit, peers.count, peers.min, peers.max)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.cities.push(value),
            None => groups.push(PeerGroup {
                basic,
                year: found.fiscal_year,
                unit: found.unit,
                count: peers.count,
                min: peers.min,
                median: median(peers),
                max: peers.max,
                cities: vec![value],
            }),
        }
    }
    groups.order_by_key(|group| !group.basic);
    groups
}

fn median(peers: &Peers) -> Option<Number> {
    Some(peers.median).filter(|median| peers.min <= *median && *median <= peers.max)
}
