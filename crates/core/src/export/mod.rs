//! Plots to take away: CSV, JSON, a static HTML table, a citation. All are made from the same plot as the chart.

mod citation;
mod csv;
mod html;
mod json;

pub use citation::{citation, plot_citation};
pub use csv::{COLUMNS, csv};
pub use html::html;
pub use json::{SCHEMA, json};

use crate::compare::Plot;
use crate::model::{Dataset, PartialDate};

/// Which dataset an export is made from, and from where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// Version of the dataset.
    pub version: String,
    /// SHA-256 of the published `dataset.json`, in hex; empty for a city's own data, which has no published form.
    pub hash: String,
    /// Address of the view that was exported.
    pub link: Option<String>,
    /// When it was exported: the date of access.
    pub date: Option<PartialDate>,
}

impl Meta {
    /// Digits of the hash in citations.
    const SHORT: usize = 12;

    /// A published dataset, with the SHA-256 of its `dataset.json`.
    ///
    /// ```
    /// use city_compare_embedded as embedded;
    /// let meta = city_compare_core::export::Meta::published(embedded::dataset(), embedded::HASH);
    /// assert_eq!(meta.hash.len(), 64);
    /// ```
    pub fn published(dataset: &Dataset, hash: &str) -> Self {
        Self { hash: hash.to_owned(), ..Self::own(dataset) }
    }

    /// A dataset that a city brought, which has a version and no published hash.
    pub fn own(dataset: &Dataset) -> Self {
        Self { version: dataset.version.clone(), ..Self::default() }
    }

    /// The first 12 digits of the hash; empty if there is none.
    pub fn short_hash(&self) -> &str {
        self.hash.get(..Self::SHORT).unwrap_or(&self.hash)
    }
}

/// The file name of an export: lower-case ASCII letters, digits, dots and hyphens, whatever the plot's id holds.
///
/// ```
/// # use city_compare_core::compare::{Form, Plot, Unit};
/// # use city_compare_core::model::Bilingual;
/// use city_compare_core::export::{Meta, file_name};
/// # let plot = Plot {
/// #     id: "budget-total".into(), title: Bilingual::default(), form: Form::Bars, unit: Unit::Won,
/// #     categories: vec![], series: vec![], marks: vec![], notes: vec![],
/// #     answer: None,
/// # };
/// let meta = Meta { version: "2026.11.1".into(), ..Meta::default() };
/// assert_eq!(file_name(&plot, &meta, "csv"), "city-compare-budget-total-2026.11.1.csv");
/// ```
pub fn file_name(plot: &Plot, meta: &Meta, ext: &str) -> String {
    let parts = ["city-compare", &plot.id, &meta.version].map(ascii);
    let stem = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("-");
    match ascii(ext) {
        ext if ext.is_empty() => stem,
        ext => format!("{stem}.{ext}"),
    }
}

/// Letters, digits and dots in lower case; everything else becomes a single hyphen between them.
fn ascii(text: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c.to_ascii_lowercase() } else { '-' };
    let text: String = text.chars().map(kept).collect();
    let words: Vec<&str> = text.split('-').map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain_ascii() {
        assert_eq!(ascii("여수 Budget/2022"), "budget-2022");
        assert_eq!(ascii("../../etc"), "etc");
        assert_eq!(ascii("예산"), "");
    }
}
