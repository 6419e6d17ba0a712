//! The views: each a folder of its own, which knows widgets and no other view.

pub(crate) mod budgets;
pub(crate) mod glance;
pub(crate) mod lessons;
pub(crate) mod sources;
pub(crate) mod strategies;
pub(crate) mod topics;
pub(crate) mod visions;
pub(crate) mod workbench;
