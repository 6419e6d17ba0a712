//! `cargo xtask test`: everything that must hold, step by step; the first step that fails ends it. What did not run is named in
//! the last lines.

mod account;
mod in_browsers;
mod outcome;
mod packages;
mod step;

use crate::build::{self, Profile};
use crate::failure::Failure;
use crate::project::Project;
use crate::run;
use account::Account;
pub use step::Step;

/// Runs the steps in their order. With `strict`, a step that could not run is a failure.
pub fn run(project: &Project, steps: &[Step], strict: bool) -> Result<(), Failure> {
    let mut account = Account::new(steps);
    let mut built = false;
    for wanted in Step::ALL.into_iter().filter(|known| steps.contains(known)) {
        let result = prepare(project, wanted, &mut built).and_then(|()| {
            let headline = format!("{}: {}", wanted.name(), wanted.headline());
            run::step(&headline, || wanted.run(project))
        });
        match result {
            Ok(outcome) => account.ended(wanted, outcome),
            Err(failure) => {
                run::say(account.stopped(wanted));
                return Err(failure);
            }
        }
    }
    run::say(&account);
    if strict { account.hold() } else { Ok(()) }
}

/// Builds the release before the first step that looks at it.
fn prepare(project: &Project, step: Step, built: &mut bool) -> Result<(), Failure> {
    if *built || !step.needs_release() {
        return Ok(());
    }
    *built = true;
    build::dist(project, Profile::Release, &project.dist())
}
