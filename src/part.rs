//! The parts of the widget that a reader's browser loads when they are first needed, each named once: the build reads the
//! names here, too.

use crate::options::{State, View};

/// Declares the parts, each with the name that its file and its split point have.
macro_rules! parts {
    ($($(#[$what:meta])* $part:ident = $name:literal;)+) => {
        /// What is loaded on demand. What each brings, the registry knows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Part { $($(#[$what])* $part,)+ }

        impl Part {
            /// All parts, in the order in which they are declared.
            pub const ALL: &[Self] = &[$(Self::$part),+];

            /// The name of its file and of its split point.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$part => $name),+ }
            }
        }
    };
}

parts! {
    /// The first page of the app.
    Glance = "glance";
    /// The view of strategies.
    Strategies = "strategies";
    /// The view of topics.
    Topics = "topics";
    /// The view of budgets.
    Budgets = "budgets";
    /// The view of sources.
    Sources = "sources";
    /// An opened item.
    Item = "item";
    /// What a search found.
    Search = "search";
    /// The search for another city of the country, and the country's figures.
    Country = "country";
    /// The page that makes data of a city.
    Workbench = "workbench";
    /// Lessons, in place of a view.
    Lesson = "lesson";
    /// An opened source.
    Evidence = "evidence";
    /// A figure, to take along.
    Take = "take";
    /// What is kept to look at side by side.
    Pins = "pins";
}

impl Part {
    /// The part that comes with every other one, since every part shows sources: opening one later takes no file.
    pub const ALONG: Self = Self::Evidence;

    /// Whether it draws charts, whose code those that draw share.
    pub fn draws(self) -> bool {
        matches!(
            self,
            Self::Glance
                | Self::Strategies
                | Self::Topics
                | Self::Budgets
                | Self::Take
                | Self::Pins
                | Self::Lesson
                | Self::Workbench
        )
    }

    /// What is needed to show a state.
    pub fn of_state(state: &State) -> Vec<Self> {
        let item = state.item.is_some().then_some(Self::Item);
        let search = (!state.query.trim().is_empty()).then_some(Self::Search);
        let pins = (!state.pins.is_empty()).then_some(Self::Pins);
        Self::shown(state).into_iter().chain(item).chain(search).chain(pins).collect()
    }

    /// The part that makes what stands in the middle: a lesson, or the view.
    pub fn shown(state: &State) -> Option<Self> {
        if state.lesson.is_some() { Some(Self::Lesson) } else { Self::of_view(state.view) }
    }

    /// The part that makes a view; visions, which comes with the widget itself, is none.
    pub fn of_view(view: View) -> Option<Self> {
        match view {
            View::Visions => None,
            View::Glance => Some(Self::Glance),
            View::Strategies => Some(Self::Strategies),
            View::Topics => Some(Self::Topics),
            View::Budgets => Some(Self::Budgets),
            View::Sources => Some(Self::Sources),
            View::Workbench => Some(Self::Workbench),
        }
    }
}
