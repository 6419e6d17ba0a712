//! What the comparison found, to be printed.

use super::held::{Key, Kind};
use city_compare_core::format::grouped;
use std::collections::BTreeMap;
use std::fmt;

/// A figure of ours that a file has otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub key: Key,
    pub ours: i64,
    pub theirs: i64,
}

/// A file.
#[derive(Debug, Default)]
pub struct FileReport {
    pub name: String,
    pub kind: Kind,
    /// What the service said where it had no data.
    pub no_data: Option<String>,
    pub sums: Vec<String>,
    pub contradictions: Vec<String>,
    pub equal: usize,
    pub different: Vec<Difference>,
    /// Figures of ours that such a table can hold, and this one does not.
    pub absent: Vec<Key>,
}

/// All files.
#[derive(Debug, Default)]
pub struct Report {
    /// What each file says.
    pub files: Vec<FileReport>,
    /// Figures of ours that no table in a known layout holds.
    pub elsewhere: BTreeMap<&'static str, usize>,
}

impl Report {
    /// Whether nothing differs and no file contradicts itself.
    pub fn is_clean(&self) -> bool {
        self.files.iter().all(|file| file.different.is_empty() && file.contradictions.is_empty())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in &self.files {
            writeln!(f, "{}", file.name)?;
            if let Some(message) = &file.no_data {
                writeln!(f, "  the service has no data for what was asked ({message})")?;
                continue;
            }
            for sum in &file.sums {
                writeln!(f, "  {sum}")?;
            }
            for contradiction in &file.contradictions {
                writeln!(f, "  the file contradicts itself: {contradiction}")?;
            }
            for Difference { key, ours, theirs } in &file.different {
                let off = grouped(theirs - ours);
                writeln!(
                    f,
                    "  different: {key}: here {}, in the file {}, difference {off}",
                    grouped(*ours),
                    grouped(*theirs)
                )?;
            }
            let (equal, different, absent) = (file.equal, file.different.len(), file.absent.len());
            writeln!(f, "  {equal} equal, {different} different, {absent} not in the file")?;
            if f.alternate() {
                for key in &file.absent {
                    writeln!(f, "    not in the file: {key}")?;
                }
            }
        }
        let others: Vec<String> = self.elsewhere.iter().map(|(name, count)| format!("{count} {name}")).collect();
        if !others.is_empty() {
            writeln!(f, "in no table whose layout is known, so not compared: {}", others.join(", "))?;
        }
        Ok(())
    }
}
