//! What a page asks of the widget (attributes), and what its reader chose (the state that a link restores).

pub mod address;
mod attributes;
mod choice;
mod lock;
mod state;

pub use attributes::{
    ATTRIBUTES, Controls, LangChoice, OptionProblem, Options, StateStore, Theme, beyond_opening, cities_asked,
    view_asked, written,
};
pub use choice::{BudgetPart, BudgetWhat, Figure, StrategyPart, UnitChoice, View};
pub use lock::{LOCKS, Lock};
pub use state::State;
