//! Entries of lists that are passed over, because they are not sound.

use super::problem::{Fault, Problem};
use std::collections::{BTreeMap, BTreeSet};

/// Places in lists, by the path of the list as the text has it.
#[derive(Debug, Default)]
pub(super) struct Gone(BTreeMap<String, BTreeSet<usize>>);

impl Gone {
    /// Whether the entry at a place of a list is passed over.
    pub(super) fn holds(&self, list: &str, place: usize) -> bool {
        self.0.get(list).is_some_and(|places| places.contains(&place))
    }

    /// Passes over what a problem spoils; `false` if that is no entry of a list, or is gone already.
    pub(super) fn spoiled_by(&mut self, path: &str) -> bool {
        entry_of(path).is_some_and(|(list, place)| self.0.entry(list.to_owned()).or_default().insert(place))
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
            let gone = self.0.get(list).into_iter().flatten();
            let place = gone.fold(place, |place, gone| if *gone <= place { place + 1 } else { place });
            printed.push_str(&format!("{place}]{rest}"));
        }
        printed
    }
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
