use super::words::words;

words! {
    /// What an item is: something to be done, or something else that a plan's document says. The rules apply in the order
    /// result, frame, context, publicity, step, terms; what none of them takes is a plan.
    Role {
        /// The city, or somebody it pays, will do something for somebody: a citizen could ask next year whether it was done.
        Plan = "plan",
        /// What was done already.
        Result = "result",
        /// A name without an act: a vision, a goal, an area, the heading of a group.
        Frame = "frame",
        /// A need, a finding, a remark; another project named in passing.
        Context = "context",
        /// Only an act of office on the way: a call, a meeting, a survey, a study.
        Step = "step",
        /// Telling people of a task that is itself no publicity.
        Publicity = "publicity",
        /// Who, how long, how much, how to apply, or examples.
        Terms = "terms",
    }
}

/// A plan, since that is what a plan's document is expected to hold: a dataset may leave roles out.
#[allow(clippy::derivable_impls, reason = "the macro that declares words derives no default")]
impl Default for Role {
    fn default() -> Self {
        Self::Plan
    }
}
