//! Comparing, without a browser: what stands in which row, what is comparable, what is missing.

pub mod alike;
pub(crate) mod both;
mod budgets;
mod evidence;
mod filter;
pub mod glossary;
mod judged;
pub mod official;
mod plot;
pub mod quotes;
mod remainder;
mod roles;
pub mod search;
mod select;
pub mod speak;
mod strategies;
pub mod table;
pub mod topic;
pub mod topics;
pub mod units;
mod visions;

pub use both::{account_name, city_kind_name, document_kind_name, funding_name, in_lang, level_name, stage_name};
pub use budgets::{
    Basis, Choice, Grouping, PerResident, Proportion, Share, accounts, all_budget_years, all_plan_years, budget_years,
    field_amounts, field_shares, figures, plan_projects, plan_years, population_for, totals, years,
};
pub use evidence::{Evidence, Note, NoteKind, OpenEvidence};
pub use filter::{Filters, all_departments, departments};
pub use judged::{JudgedTopic, agreement_sentences, judged_topics};
pub use plot::{Category, FEWEST_FOR_SUPERLATIVE, Form, Mark, Plot, Reading, Series, Square, SquareKind, Tone, Unit};
pub use remainder::largest_remainder;
pub use roles::{RoleCounts, role_counts, role_name, roles_sentence};
pub use select::{MAX_CITIES, MIN_CITIES, Selection};
pub use strategies::{FieldOrder, Outline, outline};
pub use table::DataTable;
pub use visions::{Row, RowCell, Statement, figure_value, headline_figures, structure, visions, with_unit};
