//! Feeds the reader changed datasets: `city-compare-mutate --cases 1000000 --seed 1`.

use city_compare_mutate::{Bases, Case, Failure, Plan, ROWS, many, run};
use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::{ExitCode, exit};
use std::time::{Duration, Instant};

const HELP: &str = "\
city-compare-mutate [--cases N] [--seed S] [--case K] [--keep DIR]

  --cases N   How many changed datasets are read (1,000,000 if not said).
  --seed S    What they follow from (1 if not said): the same seed gives the same cases.
  --case K    Only the case with this number, to see it again.
  --keep DIR  Where cases that do not hold are written (target/mutate if not said).";

/// How long a case may take.
const LIMIT: Duration = Duration::from_secs(1);

struct Asked {
    plan: Plan,
    keep: PathBuf,
}

fn main() -> ExitCode {
    let asked = match asked() {
        Ok(Some(asked)) => asked,
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let bases = match Bases::new() {
        Ok(bases) => bases,
        Err(error) => {
            eprintln!("A dataset that the cases are made of is not sound: {error}");
            return ExitCode::FAILURE;
        }
    };
    if asked.plan.from == 0 && !in_time(&bases) {
        return ExitCode::FAILURE;
    }
    let since = Instant::now();
    let hung = |number: u64, case: &Case| {
        tell(&asked, number, case, "it does not end");
        exit(1);
    };
    let report = run(&bases, asked.plan, &hung);
    for Failure { number, case, broken } in &report.failures {
        tell(&asked, *number, case, &format!("{broken:?}"));
    }
    let (passed, failed) = (report.accepted + report.in_part + report.refused, report.failures.len());
    let seconds = since.elapsed().as_secs_f64().max(0.001);
    #[expect(clippy::cast_precision_loss, reason = "cases in a second, to be read by people")]
    let rate = passed as f64 / seconds;
    println!(
        "{} accepted and shown, {} in part, {} refused; every refusal named its places",
        report.accepted, report.in_part, report.refused
    );
    println!("seed {}: {seconds:.0} s, {rate:.0} cases in a second", asked.plan.seed);
    println!("{passed} passed, {failed} failed");
    if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether thousands of mistakes of one kind are told within the time of one case.
fn in_time(bases: &Bases) -> bool {
    let mut in_time = true;
    for case in many(&bases.whole[0], ROWS) {
        let (took, _) = case.told();
        if took > LIMIT {
            eprintln!("{ROWS} rows, {}: {} ms", case.name, took.as_millis());
            in_time = false;
        }
    }
    in_time
}

/// Says what does not hold, and writes the case where it can be looked at.
fn tell(asked: &Asked, number: u64, case: &Case, what: &str) {
    let file = asked.keep.join(format!("seed-{}-case-{number}.txt", asked.plan.seed));
    eprintln!("seed {} case {number} ({:?}): {what}", asked.plan.seed, case.notation);
    match std::fs::create_dir_all(&asked.keep).and_then(|()| std::fs::write(&file, &case.text)) {
        Ok(()) => {
            eprintln!("  its text is in {}; `--seed {} --case {number}` runs it alone", file.display(), asked.plan.seed)
        }
        Err(error) => eprintln!("  its text could not be written to {}: {error}", file.display()),
    }
}

/// What the command line asks for; nothing if it asks for help.
fn asked() -> Result<Option<Asked>, lexopt::Error> {
    let mut plan = Plan { from: 0, cases: 1_000_000, seed: 1, limit: LIMIT };
    let mut keep = PathBuf::from("target").join("mutate");
    let mut words = lexopt::Parser::from_env();
    while let Some(word) = words.next()? {
        match word {
            Long("cases") => plan.cases = words.value()?.parse()?,
            Long("seed") => plan.seed = words.value()?.parse()?,
            Long("case") => (plan.from, plan.cases) = (words.value()?.parse()?, 1),
            Long("keep") => keep = words.value()?.into(),
            Long("help") | Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Asked { plan, keep }))
}
