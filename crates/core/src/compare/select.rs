use crate::model::{City, Dataset};

/// Fewest cities that make a comparison.
pub const MIN_CITIES: usize = 2;
/// Most cities that fit side by side.
pub const MAX_CITIES: usize = 5;

/// The cities that are compared, in the reader's order: two to five, each once.
///
/// ```
/// use city_compare_core::compare::Selection;
/// use city_compare_embedded as embedded;
/// let selection = Selection::new(embedded::dataset(), &["gwangju", "yeosu", "gwangju", "atlantis"]);
/// assert_eq!(selection.ids(), ["gwangju", "yeosu"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection(Vec<String>);

impl Selection {
    /// The named cities as far as the dataset has them. With fewer than two, the dataset's own order fills up.
    pub fn new<S: AsRef<str>>(dataset: &Dataset, ids: &[S]) -> Self {
        let mut chosen: Vec<String> = Vec::new();
        let wanted = ids.iter().map(AsRef::as_ref).filter(|id| dataset.city(id).is_some());
        let all = dataset.cities.iter().map(|city| city.id.as_str());
        for id in wanted {
            if chosen.len() < MAX_CITIES && !chosen.iter().any(|known| known == id) {
                chosen.push(id.to_owned());
            }
        }
        for id in all {
            if chosen.len() < MIN_CITIES && !chosen.iter().any(|known| known == id) {
                chosen.push(id.to_owned());
            }
        }
        Self(chosen)
    }

    /// The first five cities of the dataset.
    pub fn all(dataset: &Dataset) -> Self {
        let ids: Vec<&str> = dataset.cities.iter().map(|city| city.id.as_str()).collect();
        Self::new(dataset, &ids)
    }

    /// Ids, in order.
    pub fn ids(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }

    /// The cities, in order.
    pub fn cities<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = &'a City> + Clone {
        self.0.iter().filter_map(|id| dataset.city(id))
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never true for a dataset with a city.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the city is among them.
    pub fn contains(&self, id: &str) -> bool {
        self.0.iter().any(|known| known == id)
    }

    /// Whether another city fits.
    pub fn can_add(&self) -> bool {
        self.0.len() < MAX_CITIES
    }

    /// Whether one can go.
    pub fn can_remove(&self) -> bool {
        self.0.len() > MIN_CITIES
    }

    /// With this city at the end, if it fits.
    #[must_use]
    pub fn with(&self, id: &str) -> Self {
        let mut ids = self.0.clone();
        if self.can_add() && !self.contains(id) {
            ids.push(id.to_owned());
        }
        Self(ids)
    }

    /// Without this city, if a comparison remains.
    #[must_use]
    pub fn without(&self, id: &str) -> Self {
        let mut ids = self.0.clone();
        if self.can_remove() {
            ids.retain(|known| known != id);
        }
        Self(ids)
    }

    /// With this city moved by one place, earlier or later; at the ends nothing changes.
    #[must_use]
    pub fn moved(&self, id: &str, later: bool) -> Self {
        let mut ids = self.0.clone();
        if let Some(from) = ids.iter().position(|known| known == id) {
            let to = if later { from + 1 } else { from.wrapping_sub(1) };
            if to < ids.len() {
                ids.swap(from, to);
            }
        }
        Self(ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use proptest::prelude::*;

    #[test]
    fn a_comparison_never_falls_below_two_cities() {
        let dataset = embedded::dataset();
        let two = Selection::new(dataset, &["jeonju", "gwangju"]);
        assert_eq!(two.without("jeonju"), two);
        let none: [&str; 0] = [];
        assert_eq!(Selection::new(dataset, &none).ids(), ["yeosu", "gwangyang"]);
    }

    #[test]
    fn moving_past_an_end_changes_nothing() {
        let selection = Selection::all(embedded::dataset());
        assert_eq!(selection.moved("yeosu", false), selection);
        assert_eq!(selection.moved("gwangju", true), selection);
        assert_eq!(selection.moved("yeosu", true).ids().first(), Some(&"gwangyang"));
    }

    proptest! {
        #[test]
        fn any_wish_gives_two_to_five_different_known_cities(wish in prop::collection::vec("[a-z]{0,9}|yeosu|gwangju|jeonju", 0..9)) {
            let dataset = embedded::dataset();
            let selection = Selection::new(dataset, &wish);
            prop_assert!((MIN_CITIES..=MAX_CITIES).contains(&selection.len()));
            let mut ids = selection.ids();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), selection.len());
            prop_assert_eq!(selection.cities(dataset).count(), selection.len());
        }
    }
}
