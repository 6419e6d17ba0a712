//! Runs many cases on all cores, and watches over each.

use crate::bases::Bases;
use crate::case::Case;
use crate::held::{Broken, Outcome, check};
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What is run.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Number of the first case.
    pub from: u64,
    /// How many.
    pub cases: u64,
    /// What all of them follow from.
    pub seed: u64,
    /// How long a case may take.
    pub limit: Duration,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Report {
    /// Cases that the reader took.
    pub accepted: u64,
    /// Cases of which a part is sound.
    pub in_part: u64,
    /// Cases that the reader refused.
    pub refused: u64,
    /// The first cases that do not hold.
    pub failures: Vec<Failure>,
}

/// A case that does not hold.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Its number.
    pub number: u64,
    /// What was read.
    pub case: Case,
    /// What does not hold.
    pub broken: Broken,
}

/// As many failures are told; then the run ends.
const TOLD: usize = 20;

/// A case that has not ended after this many times the limit hangs.
const HANGS: u32 = 30;

thread_local! {
    /// The message of the last panic of this thread, with its place.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs the cases of a plan. `hung` is called with a case that does not end, which nothing else can be done about.
pub fn run(bases: &Bases, plan: Plan, hung: &(dyn Fn(u64, &Case) + Sync)) -> Report {
    let before = panic::take_hook();
    panic::set_hook(Box::new(|info| SAID.set(info.to_string())));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicU64::new(plan.from);
    let end = plan.from.saturating_add(plan.cases);
    let report = Mutex::new(Report::default());
    let running: Vec<Mutex<Option<(u64, Instant)>>> = (0..cores).map(|_| Mutex::new(None)).collect();
    thread::scope(|scope| {
        let workers: Vec<_> =
            running.iter().map(|mine| scope.spawn(|| work(bases, plan, &next, end, mine, &report))).collect();
        while !workers.iter().all(thread::ScopedJoinHandle::is_finished) {
            thread::sleep(Duration::from_millis(20));
            for number in running
                .iter()
                .filter_map(|one| *lock(one))
                .filter_map(|(number, since)| (since.elapsed() > plan.limit * HANGS).then_some(number))
            {
                hung(number, &Case::new(bases, plan.seed, number));
            }
        }
    });
    panic::set_hook(before);
    report.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn work(
    bases: &Bases,
    plan: Plan,
    next: &AtomicU64,
    end: u64,
    mine: &Mutex<Option<(u64, Instant)>>,
    report: &Mutex<Report>,
) {
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= end || lock(report).failures.len() >= TOLD {
            return;
        }
        let case = Case::new(bases, plan.seed, number);
        *lock(mine) = Some((number, Instant::now()));
        let held = watched(&case, plan.limit);
        *lock(mine) = None;
        let mut report = lock(report);
        match held {
            Ok(Outcome::Accepted) => report.accepted += 1,
            Ok(Outcome::InPart) => report.in_part += 1,
            Ok(Outcome::Refused) => report.refused += 1,
            Err(broken) => report.failures.push(Failure { number, case, broken }),
        }
    }
}

/// Checks a case. One that was slow is checked again: the machine may have been busy with something else.
fn watched(case: &Case, limit: Duration) -> Result<Outcome, Broken> {
    let mut took = Duration::ZERO;
    for _ in 0..2 {
        let since = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| check(case)))
            .unwrap_or_else(|_| Err(Broken::Panic(SAID.with_borrow(String::clone))))?;
        took = since.elapsed();
        if took <= limit {
            return Ok(outcome);
        }
    }
    Err(Broken::Slow(took.as_millis()))
}

/// A worker that panicked outside a case left what it had counted.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
