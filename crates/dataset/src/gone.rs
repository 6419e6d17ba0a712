//! Entries of lists that are passed over, because they are not sound.

use super::problem::{Fault, Problem};
use std::collections::BTreeMap;

/// Places in lists, in order, by the path of the list as the text has it.
#[derive(Debug, Default)]
pub(super) struct Gone(BTreeMap<String, Vec<usize>>);

impl Gone {
    /// Whether the entry at a place of a list is passed over.
    pub(super) fn holds(&self, list: &str, place: usize) -> bool {
        self.0.get(list).is_some_and(|places| places.binary_search(&place).is_ok())
    }

    /// Passes over what a problem spoils; `false` if that is no entry of a list, or is gone already.
    pub(super) fn spoiled_by(&mut self, path: &str) -> bool {
        let Some((list, place)) = entry_of(path) else { return false };
        let places = self.0.entry(list.to_owned()).or_default();
        let Err(at) = places.binary_search(&place) else { return false };
        places.insert(at, place);
        true
    }

    /// The problem at its place in the text, of a place in the lists without what is gone.
    pub(super) fn as_printed(&self, mut problem: Problem) -> Problem {
        problem.path = self.printed(&problem.path);
        if let Fault::DuplicateId { first, .. } = &mut problem.fault {
            *first = self.printed(first);
        }
        problem
    }

    fn printed(&self, path: &str) -> String {
        let mut printed = String::with_capacity(path.len());
        for part in path.split_inclusive('[') {
            // `3].plan.items[`: the place in the list so far, and what follows.
            let place = part.split_once(']').and_then(|(place, rest)| Some((place.parse::<usize>().ok()?, rest)));
            let Some((place, rest)) = place else {
                printed.push_str(part);
                continue;
            };
            let list = printed.trim_end_matches('[');
            let place = place + self.0.get(list).map_or(0, |gone| before(gone, place));
            printed.push_str(&format!("{place}]{rest}"));
        }
        printed
    }
}

/// How many of the places that are gone lie before what has this place among the others.
fn before(gone: &[usize], place: usize) -> usize {
    // Before the gone place at `at`, as many others are left as its number is larger than `at`.
    let (mut from, mut to) = (0, gone.len());
    while from < to {
        let at = from.midpoint(to);
        if gone[at] - at <= place { from = at + 1 } else { to = at }
    }
    from
}

/// The entry of a list that a problem spoils, the innermost one. A row of a table and an item with its amounts are sound as
/// a whole or not at all: a cell less would move the others, an amount less would make sums that no one stated.
fn entry_of(path: &str) -> Option<(&str, usize)> {
    let (list, rest) = path.rsplit_once('[')?;
    let place = rest.split(']').next()?.parse().ok()?;
    let whole = list.ends_with(']') || [".amounts", ".funding"].iter().any(|key| list.ends_with(key));
    if whole { entry_of(list) } else { Some((list, place)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_entry_is_spoiled_but_no_cell_and_no_amount() {
        assert_eq!(entry_of("cities[0].plan.items[3].title.ko"), Some(("cities[0].plan.items", 3)));
        assert_eq!(entry_of("cities[0].plan.items[3].schedule[1].what"), Some(("cities[0].plan.items[3].schedule", 1)));
        assert_eq!(entry_of("cities[0].plan.items[3].budget.amounts[0].krw"), Some(("cities[0].plan.items", 3)));
        assert_eq!(entry_of("cities[0].plan.tables[1].rows[2][4]"), Some(("cities[0].plan.tables[1].rows", 2)));
        assert_eq!(entry_of("version"), None);
    }

    #[test]
    fn a_place_among_what_is_left_is_found_in_the_text() {
        let gone = [0, 2, 3, 7];
        let left: Vec<usize> = (0..12).filter(|place| !gone.contains(place)).collect();
        for (place, printed) in left.into_iter().enumerate() {
            assert_eq!(place + before(&gone, place), printed);
        }
    }

    #[test]
    fn a_place_is_that_in_the_text() {
        let mut gone = Gone::default();
        for path in ["cities[1]", "cities[0].plan.items[0].id", "cities[0].plan.items[2]"] {
            assert!(gone.spoiled_by(path));
        }
        assert!(!gone.spoiled_by("cities[1].name"));
        assert_eq!(gone.printed("cities[0].plan.items[0].parent"), "cities[0].plan.items[1].parent");
        assert_eq!(gone.printed("cities[0].plan.items[1]"), "cities[0].plan.items[3]");
        assert_eq!(gone.printed("cities[1].plan.items[1]"), "cities[2].plan.items[1]");
        assert_eq!(gone.printed("version"), "version");
    }
}
