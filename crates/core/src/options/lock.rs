//! What of a class view stays as it is. It keeps a class together, and protects nothing: the reader can lift it.

use super::State;

/// What is locked, as attribute and link write it: `cities,view,year`.
///
/// ```
/// use city_compare_core::options::Lock;
/// let lock = Lock::parse("cities, year").unwrap();
/// assert_eq!((lock.cities, lock.view, lock.year), (true, false, true));
/// assert_eq!(lock.text(), "cities,year");
/// assert_eq!(Lock::parse("towns"), None);
/// assert_eq!(Lock::parse(""), Some(Lock::default()));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lock {
    /// The chosen cities and their order.
    pub cities: bool,
    /// The view, and the lesson where one is open.
    pub view: bool,
    /// Years, and the stage that goes with one.
    pub year: bool,
}

/// The words of what can be locked.
pub const LOCKS: [&str; 3] = ["cities", "view", "year"];

impl Lock {
    /// Reads words with commas or spaces between; `None` if one of them is none of [`LOCKS`].
    pub fn parse(text: &str) -> Option<Self> {
        let mut lock = Self::default();
        for word in text.split([',', ' ']).filter(|word| !word.is_empty()) {
            *match word {
                "cities" => &mut lock.cities,
                "view" => &mut lock.view,
                "year" => &mut lock.year,
                _ => return None,
            } = true;
        }
        Some(lock)
    }

    /// Its words with commas between.
    pub fn text(self) -> String {
        let on = [self.cities, self.view, self.year];
        LOCKS.iter().zip(on).filter(|(_, on)| *on).map(|(word, _)| *word).collect::<Vec<_>>().join(",")
    }

    /// Whether anything is locked.
    pub fn is_on(self) -> bool {
        self != Self::default()
    }
}

impl State {
    /// Takes back what was locked before a change and is locked still. A change that lifts the lock changes what it likes.
    pub fn hold(&mut self, before: &Self) {
        if before.lock.cities && self.lock.cities {
            self.cities.clone_from(&before.cities);
        }
        if before.lock.view && self.lock.view {
            self.view = before.view;
            self.lesson.clone_from(&before.lesson);
        }
        if before.lock.year && self.lock.year {
            (self.year, self.plan_year, self.basis) = (before.year, before.plan_year, before.basis);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use crate::model::FiscalYear;
    use crate::options::{Options, View};

    fn locked(words: &str) -> State {
        let lock = Lock::parse(words).unwrap();
        State { lock, view: View::Budgets, ..State::start(embedded::dataset()) }
    }

    #[test]
    fn what_is_locked_stays_and_the_rest_changes() {
        let before = locked("cities,year");
        let mut after = State {
            cities: vec!["yeosu".into(), "jeonju".into()],
            view: View::Sources,
            year: FiscalYear(2020),
            ..before.clone()
        };
        after.hold(&before);
        assert_eq!((&after.cities, after.view, after.year), (&before.cities, View::Sources, before.year));
        let mut lifted = State { lock: Lock::default(), year: FiscalYear(2020), ..before.clone() };
        lifted.hold(&before);
        assert_eq!(lifted.year, FiscalYear(2020));
    }

    #[test]
    fn attribute_and_link_lock_alike() {
        let dataset = embedded::dataset();
        let get = |name: &str| match name {
            "lock" => Some("cities, view".to_owned()),
            "lesson" => Some("mayor".to_owned()),
            _ => None,
        };
        let (options, problems) = Options::read(dataset, get);
        assert!(problems.is_empty());
        assert_eq!(
            (options.state.lock.text().as_str(), options.state.lesson.as_deref()),
            ("cities,view", Some("mayor"))
        );
        let start = State::start(dataset);
        let fragment = options.state.fragment(&start, "cc");
        assert_eq!(fragment, "cc.lesson=mayor&cc.lock=cities,view");
        assert_eq!(State::from_fragment(dataset, &start, "cc", &fragment), (options.state.clone(), Vec::new()));
        // A link can lift it again.
        let (lifted, _) = State::from_fragment(dataset, &options.state, "cc", "cc.lock=");
        assert!(!lifted.lock.is_on());
        let (_, problems) = Options::read(dataset, |name| (name == "lock").then(|| "towns".to_owned()));
        assert_eq!((problems[0].name, problems[0].allowed.as_str()), ("lock", "cities, view, year"));
    }
}
