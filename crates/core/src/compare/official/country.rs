//! A place of the country beside the cities of a dataset: with its official figures, and without a plan.

use super::add_documents;
use crate::compare::both::both;
use crate::dataset::country::Country;
use crate::model::{Dataset, Missing, NotStated};
use crate::text::country::words;

/// What a reader would look for in a plan.
const SOUGHT: [Missing; 6] =
    [Missing::Vision, Missing::Goal, Missing::Values, Missing::Means, Missing::Tasks, Missing::Term];

/// Puts the places with these ids beside the cities of a dataset, as far as they are places that the dataset does not have, and
/// says of each that no plan is in the data. Whether any joined.
///
/// ```
/// use city_compare_core::compare::official::join_places;
/// let mut dataset = city_compare_embedded::published();
/// assert!(join_places(city_compare_embedded::country(), &mut dataset, ["lofin-4613000", "yeosu", "lofin-0000000"]));
/// assert_eq!(dataset.cities.len(), 6);
/// assert_eq!(dataset.cities[5].name.ko, "순천시");
/// ```
pub fn join_places<'a>(country: &Country, dataset: &mut Dataset, ids: impl IntoIterator<Item = &'a str>) -> bool {
    let before = dataset.cities.len();
    for id in ids {
        country.add(id, dataset);
    }
    let note = both(|lang| words(lang).no_plan.to_owned());
    for city in dataset.cities.iter_mut().skip(before) {
        city.plan.not_stated = SOUGHT.map(|what| NotStated { what, note: note.clone() }).into();
    }
    add_documents(dataset);
    dataset.cities.len() > before
}

#[cfg(test)]
mod tests;
