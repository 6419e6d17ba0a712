//! The command line: its words, and the help.

use crate::failure::Failure;
use crate::test::{self, STEPS, Step};
use std::ffi::OsString;
use std::path::PathBuf;

/// What `cargo xtask --help` prints.
pub const HELP: &str = "\
cargo xtask COMMAND

  serve [--release]     Install what is missing, build, and show the page at http://127.0.0.1:8080
                        (or the next free port). First time: about 10 minutes on two cores, most of it
                        for the tools; later: seconds. --release shows what will be published.
  build [--dev]         Write dist/, ready for any web host: about 3 minutes the first time, then about 1.
                        Then print the size of every file. --dev builds faster and larger.
  test [--only LIST]    Check everything that must hold: about 15 minutes the first time, then about 3.
                        Stops at the first failure. LIST is some of
                        fmt,clippy,native,doc,wasm,browser,size,sources
  bench [--dist DIR] [--rounds N]
                        Measure size and speed in Chromium beside four chart libraries: about 15 minutes.
                        Builds the release, or takes the one in DIR; N rounds (9 if not said; fewer than 3
                        are a quick look without the largest datasets). Writes bench/results.json,
                        docs/bench.svg and the tables in docs/benchmark.md.
  verify-sources DIR    Compare the seeds with the documents in DIR, which are not in the repository, and the official
                        figures with DIR/../facts/official, if that is there.
  check-official FILE…  Compare the official figures in the seeds with files that were downloaded from LOFIN
                        (lofin365.go.kr) or the resident registration statistics: CSV, JSON or XML.
  --help                This text.

Installed when missing:
  by rustup             the wasm32 target, rustfmt, clippy
  by cargo              wasm-bindgen (about 5 minutes) and trunk (about 4), into target/tools
  by npm                wasm-opt, Playwright, Vite and React (seconds), into target/ and tests/browser; for bench
                        the chart libraries (about 1 minute), into bench/web
  by apt-get            Chromium, its driver, Firefox and Korean fonts (about 1 minute): for tests, on Debian as root
You need: Rust by rustup (https://rustup.rs); Node.js 20 or later for release builds and tests; a network
for what is missing. CHROMIUM, CHROMEDRIVER and FIREFOX name other programs than those on PATH.

To work on the source: `trunk serve` rebuilds and reloads at every change, after `cargo xtask serve` has
installed the tools.";

/// Rounds of the benchmark: odd, so that the median was measured.
const ROUNDS: u32 = 9;

/// What the person wants.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the help.
    Help,
    /// Build and show the page.
    Serve {
        /// Show the release build.
        release: bool,
    },
    /// Write `dist/`.
    Build {
        /// Build for development.
        dev: bool,
    },
    /// Check what must hold.
    Test {
        /// The steps to run.
        steps: Vec<Step>,
    },
    /// Measure size and speed.
    Bench {
        /// The folder with a release; `None` builds one.
        dist: Option<PathBuf>,
        /// How often everything is measured, at least once.
        rounds: u32,
    },
    /// Compare seeds and documents.
    VerifySources {
        /// The folder with the documents.
        documents: PathBuf,
    },
    /// Compare official figures with downloaded files.
    CheckOfficial {
        /// The files, at least one.
        files: Vec<PathBuf>,
    },
}

/// Understands the words after `cargo xtask`.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Task, Failure> {
    task(lexopt::Parser::from_args(words)).map_err(|error| match error {
        Misunderstood::Step(failure) => failure,
        Misunderstood::Words(error) => Failure::new(
            format!("The command was not understood: {error}"),
            "serve [--release], build [--dev], test [--only LIST], bench [--dist DIR] [--rounds N], verify-sources DIR or check-official FILE…",
            "correct the command, or read `cargo xtask --help`",
        ),
    })
}

enum Misunderstood {
    Words(lexopt::Error),
    Step(Failure),
}

impl From<lexopt::Error> for Misunderstood {
    fn from(error: lexopt::Error) -> Self {
        Self::Words(error)
    }
}

fn task(mut words: lexopt::Parser) -> Result<Task, Misunderstood> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut task = match words.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Task::Help),
        Some(Value(word)) => match word.to_str() {
            Some("help") => return Ok(Task::Help),
            Some("serve") => Task::Serve { release: false },
            Some("build") => Task::Build { dev: false },
            Some("test") => Task::Test { steps: STEPS.to_vec() },
            Some("bench") => Task::Bench { dist: None, rounds: ROUNDS },
            Some("verify-sources") => Task::VerifySources { documents: words.value()?.into() },
            Some("check-official") => Task::CheckOfficial { files: words.values()?.map(Into::into).collect() },
            _ => return Err(Value(word).unexpected().into()),
        },
        Some(other) => return Err(other.unexpected().into()),
    };
    while let Some(word) = words.next()? {
        match (&mut task, word) {
            (_, Short('h') | Long("help")) => return Ok(Task::Help),
            (Task::Serve { release }, Long("release")) => *release = true,
            (Task::Build { dev }, Long("dev")) => *dev = true,
            (Task::Test { steps }, Long("only")) => {
                *steps = test::parse(&words.value()?.string()?).map_err(Misunderstood::Step)?;
            }
            (Task::Bench { dist, .. }, Long("dist")) => *dist = Some(words.value()?.into()),
            (Task::Bench { rounds, .. }, Long("rounds")) => *rounds = words.value()?.parse_with(at_least_one)?,
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    Ok(task)
}

fn at_least_one(word: &str) -> Result<u32, String> {
    word.parse().ok().filter(|number| *number > 0).ok_or_else(|| "a whole number from 1 is expected".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{HELP, Task, parse};
    use crate::failure::Failure;
    use crate::test::{STEPS, Step};

    fn said(line: &str) -> Result<Task, Failure> {
        parse(line.split_whitespace().map(Into::into))
    }

    #[test]
    fn the_commands_of_the_help_are_understood() {
        assert_eq!(said(""), Ok(Task::Help));
        assert_eq!(said("--help"), Ok(Task::Help));
        assert_eq!(said("test --help"), Ok(Task::Help));
        assert_eq!(said("serve"), Ok(Task::Serve { release: false }));
        assert_eq!(said("serve --release"), Ok(Task::Serve { release: true }));
        assert_eq!(said("build --dev"), Ok(Task::Build { dev: true }));
        assert_eq!(said("test"), Ok(Task::Test { steps: STEPS.to_vec() }));
        assert_eq!(said("test --only fmt,size"), Ok(Task::Test { steps: vec![Step::Fmt, Step::Size] }));
        assert_eq!(said("bench"), Ok(Task::Bench { dist: None, rounds: 9 }));
        assert_eq!(said("bench --dist out --rounds 3"), Ok(Task::Bench { dist: Some("out".into()), rounds: 3 }));
        let files = vec!["a.csv".into(), "b.json".into()];
        assert_eq!(said("check-official a.csv b.json"), Ok(Task::CheckOfficial { files }));
        assert_eq!(said("verify-sources texts"), Ok(Task::VerifySources { documents: "texts".into() }));
    }

    #[test]
    fn unknown_words_are_answered_with_the_list_of_commands() {
        for line in [
            "sevre",
            "serve --dev",
            "build here",
            "--version",
            "verify-sources",
            "test --only fmt,x",
            "bench --rounds 0",
            "check-official",
        ] {
            let said = said(line).err().map(|failure| failure.to_string()).unwrap_or_default();
            assert!(said.contains("verify-sources") || said.contains("fmt,clippy"), "{line}: {said}");
        }
    }

    #[test]
    fn the_help_lists_every_step() {
        assert!(HELP.contains(&STEPS.map(Step::name).join(",")));
    }
}
