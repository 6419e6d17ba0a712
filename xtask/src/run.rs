//! Running programs, and saying so: a headline, and the time at the end.

use crate::failure::Failure;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Prints a line. A reader that went away (`cargo xtask build | head`) is no reason to stop or to panic.
pub fn say(line: impl Display) {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).ok();
}

/// Does a piece of work under a headline, and says how long it took.
pub fn step<T>(headline: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    say(format_args!("\n==> {headline}"));
    let start = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done in" } else { "stopped after" };
    say(format_args!("    {end} {}", words(start.elapsed())));
    result
}

/// Runs a program whose output the person sees.
pub fn check(command: &mut Command, failure: impl FnOnce() -> Failure) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(failure()),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// Runs a program whose output the person sees only when it fails.
pub fn quietly(command: &mut Command, failure: impl FnOnce() -> Failure) -> Result<(), Failure> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            say(String::from_utf8_lossy(&output.stderr));
            Err(failure())
        }
        Err(error) => Err(not_started(command, &error)),
    }
}

/// What a program prints; the person sees its complaints.
pub fn printed(command: &mut Command, failure: impl FnOnce() -> Failure) -> Result<String, Failure> {
    match command.stderr(Stdio::inherit()).output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(_) => Err(failure()),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// What a program prints, or nothing when it is not there or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn not_started(command: &Command, error: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    Failure::new(
        format!("{program} could not be started: {error}"),
        format!("the program {program} is on PATH"),
        format!("install {program}, or add its folder to PATH, then run the same command again"),
    )
}

/// A duration as a person says it.
pub fn words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..100 => format!("{seconds} s"),
        _ if seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::{check, output, words};
    use crate::failure::Failure;
    use std::process::Command;
    use std::time::Duration;

    #[test]
    fn durations_are_said_in_seconds_and_then_in_minutes() {
        assert_eq!(words(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(words(Duration::from_secs(42)), "42 s");
        assert_eq!(words(Duration::from_secs(250)), "4 min 10 s");
        assert_eq!(words(Duration::from_secs(240)), "4 min");
    }

    #[test]
    fn a_program_that_is_not_there_ends_in_a_sentence() {
        let failure = check(&mut Command::new("no-such-program-here"), || Failure::new("", "", "")).err();
        let said = failure.map(|failure| failure.to_string()).unwrap_or_default();
        assert!(said.contains("no-such-program-here could not be started"), "{said}");
        assert_eq!(output(&mut Command::new("no-such-program-here")), None);
    }
}
