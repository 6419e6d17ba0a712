//! The dataset, and the cities that a step is about.

use crate::model::{Lesson, Step};
use city_compare_core::compare::Selection;
use city_compare_core::options::State;
use city_compare_dataset::model::official::Official;
use city_compare_dataset::model::{Bilingual, City, Dataset};

/// What a step is asked of: a dataset with its official figures, and the cities in the order of their Korean names, so that no
/// order says which is better and labels are the same in both languages.
#[derive(Debug, Clone)]
pub struct Class<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The cities.
    pub cities: Vec<&'a City>,
}

impl<'a> Class<'a> {
    /// The cities of a step of a lesson; all of the dataset where neither names any.
    pub fn new(dataset: &'a Dataset, lesson: &Lesson, step: &Step) -> Self {
        let named = if step.cities.is_empty() { &lesson.cities } else { &step.cities };
        let wanted = |city: &&City| named.is_empty() || named.contains(&city.id);
        let mut cities: Vec<&City> = dataset.cities.iter().filter(wanted).collect();
        cities.sort_by(|a, b| a.name.ko.cmp(&b.name.ko));
        Self { dataset, cities }
    }

    /// Ids of the cities.
    pub fn ids(&self) -> Vec<&'a str> {
        self.cities.iter().map(|city| city.id.as_str()).collect()
    }

    /// The place of a city.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.cities.iter().position(|city| city.id == id)
    }

    /// The official figures.
    pub fn official(&self) -> Option<&'a Official> {
        self.dataset.official.as_ref()
    }

    /// The cities as a selection.
    pub fn selection(&self) -> Selection {
        Selection::new(self.dataset, &self.ids())
    }

    /// The state that shows them, before any other choice.
    pub fn state(&self) -> State {
        let cities = self.ids().into_iter().map(str::to_owned).collect();
        State { cities, ..State::start(self.dataset) }
    }

    /// The names of the cities.
    pub fn names(&self) -> Vec<Bilingual> {
        self.cities.iter().map(|city| city.name.clone()).collect()
    }
}
