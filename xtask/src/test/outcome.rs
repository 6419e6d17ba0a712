//! How a step ended.

/// How a step ended that did not fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Everything in it ran.
    Passed,
    /// It ran, but not all of it: each sentence names a part and why.
    Partly(Vec<String>),
    /// It could not run, and why.
    Skipped(String),
}

impl Outcome {
    /// Passed, unless something is named that could not run.
    pub fn without(missing: Vec<String>) -> Self {
        if missing.is_empty() { Self::Passed } else { Self::Partly(missing) }
    }
}
