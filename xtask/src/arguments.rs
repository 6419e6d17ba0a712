//! The command line: its words, and the help.

use crate::failure::Failure;
use crate::test::Step;
use clap::error::ErrorKind;
use clap::{Parser, Subcommand, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;

/// What stands under the list of commands.
const INSTALLED: &str = "\
Installed when missing, in pinned versions:
  by rustup    the wasm32 target, rustfmt, clippy
  by cargo     into target/tools: cargo-deny and geckodriver for `test`; trunk for `serve --watch`
  by npm       into target/ and the folders of the tests: binaryen, Playwright, Vite, React, selenium-webdriver;
               for `bench` the chart libraries
  by apt-get   on Debian as root, after saying what and why: Chromium, Firefox, WebKitGTK, their drivers, Korean
               fonts. On other systems, and for other users, a browser is looked for, and what is not found is named.

You need Rust by rustup (https://rustup.rs), Node.js 20 or later for release builds and tests, and a network for what
is missing. CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKITDRIVER and MINIBROWSER name other programs than those
that are found.";

/// Build, show, test and measure city-compare.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = INSTALLED, arg_required_else_help = true)]
struct Words {
    #[command(subcommand)]
    task: Task,
}

/// What the person wants.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Install what is missing, build, and show the page at http://127.0.0.1:8080 (or the next free port).
    Serve {
        /// Show the release build: what will be published.
        #[arg(long, conflicts_with = "watch")]
        release: bool,
        /// Build again and reload at every change, by trunk (its installation takes about 4 minutes).
        #[arg(long)]
        watch: bool,
    },
    /// Write dist/, ready for any web host, and print the size of every file.
    Build {
        /// Build faster and larger, in one piece.
        #[arg(long)]
        dev: bool,
    },
    /// Check everything that must hold. Stops at the first failure; its last lines name what did not run, and why.
    Test {
        /// Only these steps, with commas between them.
        #[arg(long, value_delimiter = ',', value_enum, default_values_t = Step::ALL, hide_default_value = true)]
        only: Vec<Step>,
        /// A step that cannot run is a failure: a browser that is not there, documents that are not there.
        #[arg(long)]
        strict: bool,
    },
    /// Feed a million changed datasets to the reader: no panic, no hang, and every refusal names a place.
    Fuzz {
        /// How many datasets.
        #[arg(long, default_value_t = 1_000_000)]
        cases: u64,
        /// What they follow from: the same seed makes the same datasets.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Measure size and speed in Chromium beside four chart libraries: about 15 minutes.
    ///
    /// Writes bench/results.json, docs/bench.svg and the tables in docs/benchmark.md.
    Bench {
        /// Take the release in this folder instead of building one.
        #[arg(long, value_name = "DIR")]
        dist: Option<PathBuf>,
        /// How often everything is measured; fewer than 3 are a quick look without the largest datasets.
        // Odd, so that the median was measured.
        #[arg(long, value_name = "N", default_value_t = 9, value_parser = value_parser!(u32).range(1..))]
        rounds: u32,
    },
    /// Compare the seeds with the original documents, which are not in the repository, and the official figures with
    /// DIR/../facts/official, if that is there.
    VerifySources {
        /// The folder with the documents.
        #[arg(value_name = "DIR")]
        documents: PathBuf,
    },
    /// Compare the official figures in the seeds with files downloaded from LOFIN or the resident registration statistics.
    ///
    /// CSV in UTF-8 or CP949, JSON or XML of the open API; equal, different or not in the file.
    CheckOfficial {
        /// The files.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Write a dataset in pieces: an index, and a file for each city, which a page reads when its reader chooses the city.
    ///
    /// The widget's `src` is then the address of index.json.
    SplitDataset {
        /// The dataset, JSON.
        #[arg(value_name = "FILE")]
        dataset: PathBuf,
        /// The folder to write; it must be empty or new.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Read tables into the dataset of one city: budgets and residents as LOFIN and the ministry publish them, and plans.
    ///
    /// CSV and TSV in UTF-8 or CP949, XLSX, XLS, ODS, JSON and XML; docs/own-data.md lists every layout that is recognised.
    Import(crate::import::Words),
    /// Write the empty template of a plan, as XLSX and CSV, in Korean and English.
    PlanTemplate {
        /// The folder.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Run a test module in a browser: cargo calls it, as `wasm-bindgen-test-runner`.
    #[command(hide = true, disable_help_flag = true)]
    WasmTestRunner {
        /// The module, and what cargo passes on.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<OsString>,
    },
}

/// Understands the words after `cargo xtask`; nothing when a text was asked for, which is printed.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Option<Task>, Failure> {
    match Words::try_parse_from([OsString::from("cargo xtask")].into_iter().chain(words)) {
        Ok(words) => Ok(Some(words.task)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                error.print().ok(); // a reader that went away wants no help
                Ok(None)
            }
            _ => Err(not_understood(&error)),
        },
    }
}

fn not_understood(error: &clap::Error) -> Failure {
    let said = error.to_string();
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    let what = said.split("\n\nUsage:").next().unwrap_or(said).trim_end();
    Failure::new(
        format!("The command was not understood: {what}"),
        "serve, build, test, fuzz, bench, verify-sources, check-official, import, plan-template or split-dataset, each with its own options",
        "correct the command, or read `cargo xtask --help`",
    )
}

#[cfg(test)]
mod tests {
    use super::{Task, Words, parse};
    use crate::failure::Failure;
    use crate::test::Step;
    use clap::CommandFactory;

    fn said(line: &str) -> Result<Option<Task>, Failure> {
        parse(line.split_whitespace().map(Into::into))
    }

    #[test]
    fn the_command_line_holds_together() {
        Words::command().debug_assert();
    }

    #[test]
    fn the_commands_of_the_help_are_understood() {
        assert_eq!(said("--help"), Ok(None));
        assert_eq!(said("test --help"), Ok(None));
        assert_eq!(said("serve"), Ok(Some(Task::Serve { release: false, watch: false })));
        assert_eq!(said("serve --release"), Ok(Some(Task::Serve { release: true, watch: false })));
        assert_eq!(said("build --dev"), Ok(Some(Task::Build { dev: true })));
        assert_eq!(said("test"), Ok(Some(Task::Test { only: Step::ALL.to_vec(), strict: false })));
        let two = vec![Step::Fmt, Step::Size];
        assert_eq!(said("test --strict --only fmt,size"), Ok(Some(Task::Test { only: two, strict: true })));
        assert_eq!(said("fuzz --cases 5"), Ok(Some(Task::Fuzz { cases: 5, seed: 1 })));
        assert_eq!(said("bench"), Ok(Some(Task::Bench { dist: None, rounds: 9 })));
        assert_eq!(said("bench --dist out --rounds 3"), Ok(Some(Task::Bench { dist: Some("out".into()), rounds: 3 })));
        let files = vec!["a.csv".into(), "b.json".into()];
        assert_eq!(said("check-official a.csv b.json"), Ok(Some(Task::CheckOfficial { files })));
        let split = Task::SplitDataset { dataset: "a.json".into(), out: "b".into() };
        assert_eq!(said("split-dataset a.json --out b"), Ok(Some(split)));
        let words = crate::import::Words {
            files: vec!["a.csv".into(), "b.xlsx".into()],
            city: "여수시".to_owned(),
            out: "x.json".into(),
            recipe: Vec::new(),
            problems: None,
        };
        assert_eq!(said("import a.csv b.xlsx --city 여수시 --out x.json"), Ok(Some(Task::Import(words))));
        assert_eq!(said("plan-template out"), Ok(Some(Task::PlanTemplate { folder: "out".into() })));
        assert_eq!(said("verify-sources texts"), Ok(Some(Task::VerifySources { documents: "texts".into() })));
    }

    #[test]
    fn what_cargo_passes_to_the_test_runner_is_passed_on() {
        let words = ["web.wasm", "--nocapture", "--exact", "name"].map(Into::into).to_vec();
        assert_eq!(
            said("wasm-test-runner web.wasm --nocapture --exact name"),
            Ok(Some(Task::WasmTestRunner { words }))
        );
    }

    #[test]
    fn unknown_words_are_answered_with_the_known_ones() {
        for line in [
            "sevre",
            "serve --dev",
            "serve --release --watch",
            "build here",
            "--version",
            "verify-sources",
            "test --only fmt,x",
            "bench --rounds 0",
            "check-official",
            "split-dataset a.json",
            "import a.csv",
        ] {
            let said = said(line).err().map(|failure| failure.to_string()).unwrap_or_default();
            assert!(said.contains("verify-sources"), "{line}: {said}");
        }
        let steps = said("test --only fmt,clipy").err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(steps.contains("clipy") && steps.contains("clippy, native"), "{steps}");
    }
}
