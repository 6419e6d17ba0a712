use crate::dataset::opening::{Known, Opening, PlanHead};
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
    pub fn new<S: AsRef<str>>(dataset: &dyn Known, ids: &[S]) -> Self {
        let mut chosen: Vec<String> = Vec::new();
        let all = dataset.ids();
        let wanted = ids.iter().map(AsRef::as_ref).filter(|id| all.contains(id));
        for id in wanted {
            if chosen.len() < MAX_CITIES && !chosen.iter().any(|known| known == id) {
                chosen.push(id.to_owned());
            }
        }
        for id in all.iter().copied() {
            if chosen.len() < MIN_CITIES && !chosen.iter().any(|known| known == id) {
                chosen.push(id.to_owned());
            }
        }
        Self(chosen)
    }

    /// The first five cities of the dataset. A place of the country that a reader put beside them is not among what one begins with.
    pub fn all(dataset: &dyn Known) -> Self {
        Self::new(dataset, &dataset.own_ids())
    }

    /// Ids, in order.
    pub fn ids(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }

    /// The cities, in order.
    pub fn cities<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = &'a City> + Clone {
        self.0.iter().filter_map(|id| dataset.city(id))
    }

    /// The heads of the cities' plans, in order.
    pub fn heads<'a>(&'a self, opening: &'a Opening) -> impl Iterator<Item = &'a PlanHead> + Clone {
        self.0.iter().filter_map(|id| opening.city(id))
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

    /// Which of the [`MAX_CITIES`] colours a city has: that of its place in the dataset. Where a larger dataset begins the
    /// colours again, a chosen city whose colour another chosen one has already gets the next that is free, so that no
    /// two columns look alike; the order of the columns does not matter.
    pub fn tone(&self, dataset: &dyn Known, id: &str) -> usize {
        let mut taken = [false; MAX_CITIES];
        let all = dataset.ids();
        for (place, city) in all.iter().enumerate().filter(|(_, city)| self.contains(city)) {
            let free = (place..place + MAX_CITIES).map(|tone| tone % MAX_CITIES).find(|tone| !taken[*tone]);
            let tone = free.unwrap_or(place % MAX_CITIES);
            if *city == id {
                return tone;
            }
            taken[tone] = true;
        }
        all.iter().position(|city| *city == id).unwrap_or_default() % MAX_CITIES
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

    /// The built-in cities, and copies of them up to a number.
    fn many(number: usize) -> Dataset {
        let mut dataset = embedded::dataset().clone();
        for place in dataset.cities.len()..number {
            let mut city = dataset.cities[place % 5].clone();
            city.id = format!("city-{place}");
            dataset.cities.push(city);
        }
        dataset
    }

    proptest! {
        #[test]
        fn no_two_chosen_cities_share_a_colour(
            chosen in prop::sample::subsequence((0..13_usize).collect::<Vec<_>>(), 2..=5).prop_shuffle(),
        ) {
            let dataset = many(13);
            let ids: Vec<&str> = chosen.iter().map(|place| dataset.cities[*place].id.as_str()).collect();
            let tones = |ids: &[&str]| {
                let selection = Selection::new(&dataset, ids);
                let mut tones: Vec<usize> = ids.iter().map(|id| selection.tone(&dataset, id)).collect();
                tones.sort_unstable();
                tones
            };
            let mut different = tones(&ids);
            different.dedup();
            prop_assert_eq!(different.len(), ids.len());
            // Moving columns changes no colour.
            let reversed: Vec<&str> = ids.iter().rev().copied().collect();
            let (one, other) = (Selection::new(&dataset, &ids), Selection::new(&dataset, &reversed));
            prop_assert!(ids.iter().all(|id| one.tone(&dataset, id) == other.tone(&dataset, id)));
        }

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
