use crate::model::{Bilingual, City, Dataset, Item, Level};
use crate::order::Order;

/// Which items are listed. Filters combine: an item passes if it passes each.
///
/// ```
/// use city_compare_core::compare::Filters;
/// use city_compare_embedded as embedded;
/// let dataset = embedded::dataset();
/// let filters = Filters { budget: true, ..Filters::default() };
/// let (_, item) = dataset.item("gwangyang-4-7").unwrap();
/// assert!(filters.pass(item));
/// let (_, item) = dataset.item("yeosu-1-1").unwrap();
/// assert!(!filters.pass(item));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Code of a functional field.
    pub field: Option<String>,
    /// A level.
    pub level: Option<Level>,
    /// Korean name of a department in charge.
    pub department: Option<String>,
    /// Only with stated money; a stated zero counts, and a share of an unstated total; 비예산 does not.
    pub budget: bool,
    /// Only with an indicator.
    pub indicator: bool,
}

impl Filters {
    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an item passes every filter.
    pub fn pass(&self, item: &Item) -> bool {
        self.field.as_ref().is_none_or(|code| item.fields.iter().any(|mapping| mapping.code == *code))
            && self.level.is_none_or(|level| item.level == level)
            && self.department.as_ref().is_none_or(|name| item.departments.iter().any(|d| d.ko == *name))
            && (!self.budget || item.budget.states_money())
            && (!self.indicator || !item.indicators.is_empty())
    }

    /// The items of a city that pass, in document order.
    pub fn of<'a>(&'a self, city: &'a City) -> impl Iterator<Item = &'a Item> {
        city.plan.items.iter().filter(move |item| self.pass(item))
    }
}

/// The departments in charge of anything in the chosen cities, each once, by Korean name.
pub fn departments<'a>(dataset: &'a Dataset, selection: &'a super::Selection) -> Vec<&'a Bilingual> {
    departments_of(selection.cities(dataset))
}

/// The departments in charge of anything in any city of the dataset, each once, by Korean name.
pub fn all_departments(dataset: &Dataset) -> Vec<&Bilingual> {
    departments_of(dataset.cities.iter())
}

fn departments_of<'a>(cities: impl Iterator<Item = &'a City>) -> Vec<&'a Bilingual> {
    let mut all: Vec<&Bilingual> =
        cities.flat_map(|city| city.plan.items.iter()).flat_map(|item| item.departments.iter()).collect();
    all.order_by(|a, b| a.ko.cmp(&b.ko));
    all.dedup_by(|a, b| a.ko == b.ko);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    fn ids(filters: &Filters, city: &str) -> Vec<String> {
        let city = embedded::dataset().city(city).expect("the city exists");
        filters.of(city).map(|item| item.id.clone()).collect()
    }

    #[test]
    fn filters_commute_and_narrow() {
        let one = Filters { field: Some("080".into()), ..Filters::default() };
        let two = Filters { budget: true, ..Filters::default() };
        let both = Filters { budget: true, ..one.clone() };
        let (a, b, ab) = (ids(&one, "gwangyang"), ids(&two, "gwangyang"), ids(&both, "gwangyang"));
        assert!(!ab.is_empty());
        let crossed: Vec<String> = a.into_iter().filter(|id| b.contains(id)).collect();
        assert_eq!(ab, crossed);
    }

    #[test]
    fn a_task_expressly_without_budget_has_no_amount() {
        let filters = Filters { budget: true, level: Some(Level::Initiative), ..Filters::default() };
        assert!(!ids(&filters, "gwangyang").contains(&"gwangyang-1-1".to_owned()));
    }

    #[test]
    fn no_filter_lists_everything() {
        for city in &embedded::dataset().cities {
            assert_eq!(Filters::default().of(city).count(), city.plan.items.len());
        }
    }
}
