//! Tables and numbers as the documentation has them.

use super::samples::Spread;
use crate::failure::Failure;

const BEGIN: &str = "<!-- results: written by cargo xtask bench -->\n";
const END: &str = "<!-- end of results -->";

/// The page with its tables replaced.
pub fn with_tables(page: &str, tables: &str) -> Result<String, Failure> {
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or_else(|| {
        Failure::new(
            "docs/benchmark.md has no place for the results",
            format!("a line {} and, after it, a line {END}", BEGIN.trim_end()),
            "restore the two lines",
        )
    })?;
    Ok(format!("{before}{BEGIN}\n{tables}\n{END}{after}"))
}

pub(super) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let heads: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    // All but the first column hold numbers.
    let marks: Vec<String> = (0..head.len()).map(|place| if place == 0 { "---" } else { "---:" }.to_owned()).collect();
    let body: String = rows.iter().map(|row| line(row)).collect();
    format!("{}{}{body}", line(&heads), line(&marks))
}

pub(super) fn milliseconds(value: f64) -> String {
    if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}

pub(super) fn spread(of: Spread) -> String {
    format!("{} to {}", milliseconds(of.low), milliseconds(of.high))
}

pub(super) fn ratio(of: Spread, fastest: f64) -> String {
    format!("{:.2} ×", of.median / fastest)
}

/// Only tasks of more than 50 ms are told by browsers.
pub(super) fn task(longest: Spread) -> String {
    if longest.median > 0.0 { milliseconds(longest.median) } else { "under 50".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::with_tables;

    #[test]
    fn the_tables_of_a_page_are_replaced_and_the_rest_stays() {
        let page = "# A\n<!-- results: written by cargo xtask bench -->\nold\n<!-- end of results -->\nb\n";
        let written = with_tables(page, "new").unwrap_or_default();
        assert!(written.starts_with("# A\n") && written.contains("new") && !written.contains("old"));
        assert!(written.ends_with("<!-- end of results -->\nb\n"));
        assert!(with_tables("# A", "new").is_err());
    }

    #[test]
    fn the_page_of_the_repository_has_a_place_for_the_tables() {
        assert!(with_tables(include_str!("../../../docs/benchmark.md"), "").is_ok());
    }
}
