//! The tables in which figures were gathered, and what comparing them finds.

use city_compare_dataset::model::Number;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// Figures by what they are of.
pub(super) type Figures = BTreeMap<String, String>;

/// What was found.
#[derive(Debug, Default)]
pub struct FactsReport {
    /// Figures that were compared, by table.
    pub compared: BTreeMap<&'static str, usize>,
    /// Sums that were reckoned again.
    pub sums: usize,
    /// What does not fit.
    pub mismatches: Vec<String>,
}

impl fmt::Display for FactsReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for mismatch in &self.mismatches {
            writeln!(f, "{mismatch}")?;
        }
        let tables: Vec<String> = self.compared.iter().map(|(name, count)| format!("{count} {name}")).collect();
        writeln!(f, "official figures: {}; {} sums reckoned again", tables.join(", "), self.sums)?;
        write!(f, "{} mismatches", self.mismatches.len())
    }
}

impl FactsReport {
    /// Complains about every figure that one side has otherwise, or alone.
    pub(super) fn compare(&mut self, name: &'static str, facts: &Figures, seeds: &Figures) {
        *self.compared.entry(name).or_default() += facts.len();
        for (key, fact) in facts {
            match seeds.get(key) {
                None => self.mismatches.push(format!("{name}: {key}: {fact} was gathered and is not in the seeds")),
                Some(seed) if seed != fact => {
                    self.mismatches.push(format!("{name}: {key}: the seeds have {seed}, gathered was {fact}"));
                }
                Some(_) => {}
            }
        }
        for (key, seed) in seeds.iter().filter(|(key, _)| !facts.contains_key(*key)) {
            self.mismatches.push(format!("{name}: {key}: {seed} is in the seeds and was not gathered"));
        }
    }

    pub(super) fn sum(&mut self, what: &str, found: i64, expected: i64) {
        self.sums += 1;
        if found != expected {
            self.mismatches.push(format!("{what}: {found}, expected {expected}"));
        }
    }
}

pub(super) type Row = BTreeMap<String, String>;

/// The rows of a table of the folder.
pub(super) fn table(folder: &Path, name: &str) -> Result<Vec<Row>, String> {
    let path = folder.join(name);
    let told = |error: csv::Error| format!("{} cannot be read: {error}", path.display());
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(&path).map_err(told)?;
    reader.deserialize().collect::<Result<_, _>>().map_err(told)
}

pub(super) fn cell<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}

/// A number as text in one form: `23.68`, `226`, empty if it is not stated.
pub(super) fn plain(text: &str) -> String {
    text.parse::<f64>().map_or_else(|_| String::new(), |number| number.to_string())
}

/// A number in the same form.
pub(super) fn stated(number: Option<Number>) -> String {
    number.map(|number| number.get().to_string()).unwrap_or_default()
}
