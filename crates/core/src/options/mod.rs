//! What a page asks of the widget (attributes), and what its reader chose (the state that a link restores).

pub mod address;
mod attributes;
mod state;

pub use attributes::{
    ATTRIBUTES, LangChoice, OptionProblem, Options, StateStore, Theme, beyond_opening, cities_asked, view_asked,
};
pub use state::{BudgetPart, BudgetWhat, Figure, State, StrategyPart, UnitChoice, View};
