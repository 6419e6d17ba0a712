//! What is said of the steps at the end.

use super::outcome::Outcome;
use super::step::Step;
use crate::failure::Failure;
use std::fmt::{self, Display, Formatter};

/// The steps that were asked for, and how those ended that ran.
pub struct Account {
    asked: Vec<Step>,
    ended: Vec<(Step, Outcome)>,
}

impl Account {
    /// Nothing has run.
    pub fn new(asked: &[Step]) -> Self {
        Self { asked: asked.to_vec(), ended: Vec::new() }
    }

    /// A step ended without a failure.
    pub fn ended(&mut self, step: Step, outcome: Outcome) {
        self.ended.push((step, outcome));
    }

    /// The last lines after a failure: what passed, what failed, and what was not come to.
    pub fn stopped(&self, failed: Step) -> String {
        let reached = |step: &Step| *step == failed || self.ended.iter().any(|(ended, _)| ended == step);
        let left: Vec<&str> = Step::ALL
            .iter()
            .filter(|step| self.asked.contains(step) && !reached(step))
            .map(|step| step.name())
            .collect();
        let left = if left.is_empty() { String::new() } else { format!("; not come to: {}", left.join(", ")) };
        format!("{self}\nstopped: 1 failed ({}){left}", failed.name())
    }

    /// Every step or part that could not run, and why.
    fn not_run(&self) -> Vec<(Step, &str)> {
        let mut found = Vec::new();
        for (step, outcome) in &self.ended {
            match outcome {
                Outcome::Passed => {}
                Outcome::Partly(parts) => found.extend(parts.iter().map(|part| (*step, part.as_str()))),
                Outcome::Skipped(why) => found.push((*step, why)),
            }
        }
        found
    }

    /// Fails if anything could not run.
    pub fn hold(&self) -> Result<(), Failure> {
        let not_run = self.not_run();
        if not_run.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = not_run.iter().map(|(step, _)| step.name()).collect();
        Err(Failure::new(
            format!("Not everything could run: {}", names.join(", ")),
            "with --strict, every step that is asked for runs whole",
            "make available what the lines above name, or run without --strict",
        ))
    }
}

impl Display for Account {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let skipped = self.ended.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Skipped(_))).count();
        write!(f, "\nsteps: {} passed, {skipped} skipped", self.ended.len() - skipped)?;
        let unasked: Vec<&str> =
            Step::ALL.iter().filter(|step| !self.asked.contains(step)).map(|step| step.name()).collect();
        if !unasked.is_empty() {
            write!(f, "; not asked for: {}", unasked.join(", "))?;
        }
        for (step, why) in self.not_run() {
            write!(f, "\n  not run: {}: {why}", step.name())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Account, Outcome, Step};

    fn account(ended: &[(Step, Outcome)]) -> Account {
        let mut account = Account::new(&Step::ALL);
        for (step, outcome) in ended {
            account.ended(*step, outcome.clone());
        }
        account
    }

    #[test]
    fn the_last_lines_name_what_did_not_run_and_why() {
        let told = account(&[
            (Step::Fmt, Outcome::Passed),
            (Step::Walk, Outcome::without(vec!["WebKitGTK: WebKitWebDriver was not found".to_owned()])),
            (Step::Sources, Outcome::Skipped("the documents are not in ../shared/seeds".to_owned())),
        ]);
        assert_eq!(
            told.to_string(),
            "\nsteps: 2 passed, 1 skipped\n  not run: walk: WebKitGTK: WebKitWebDriver was not found\n  \
             not run: sources: the documents are not in ../shared/seeds"
        );
        let said = told.hold().err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(said.contains("walk, sources"), "{said}");
    }

    #[test]
    fn strict_is_content_when_everything_ran() {
        let told = account(&[(Step::Fmt, Outcome::Passed), (Step::Walk, Outcome::without(Vec::new()))]);
        assert_eq!(told.hold(), Ok(()));
        assert_eq!(told.to_string(), "\nsteps: 2 passed, 0 skipped");
    }

    #[test]
    fn after_a_failure_the_steps_that_were_not_come_to_are_named() {
        let mut account = Account::new(&[Step::Fmt, Step::Native, Step::Size]);
        account.ended(Step::Fmt, Outcome::Passed);
        let told = account.stopped(Step::Native);
        assert!(told.ends_with("stopped: 1 failed (native); not come to: size"), "{told}");
        assert!(told.contains("not asked for: deny, clippy, doc"), "{told}");
    }
}
