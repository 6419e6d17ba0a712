//! Plots to take away: CSV, JSON, a static HTML table, a citation, all made from the same plot as the chart; and a link as a QR code.

mod citation;
mod csv;
mod embed;
mod html;
mod json;
mod qr;
mod share;
mod topic;

pub use citation::{citation, cite, plot_citation};
pub use csv::{COLUMNS, csv};
pub(crate) use csv::{mark as begin_csv, write_row};
pub use embed::Release;
pub(crate) use html::escape;
pub use html::html;
pub use json::{SCHEMA, json};
pub use qr::Qr;
pub use share::{data_address, said, sentence};
pub use topic::{TOPIC_COLUMNS, topic_csv};

use crate::compare::{Plot, in_lang};
use crate::dataset::opening::Known;
use crate::model::{Bilingual, PartialDate};
use crate::text::{Lang, words};

/// What a query may hold as it is.
const QUERY: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b',').remove(b'~');

/// Whose dataset an export is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// The one that is compiled in.
    #[default]
    BuiltIn,
    /// One that the page brought, under its own name if it has one.
    Own(Option<Bilingual>),
}

/// Which dataset an export is made from, and from where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// Whose it is.
    pub origin: Origin,
    /// Version of the dataset.
    pub version: String,
    /// SHA-256 of the JSON that was read or published, in hex; empty if it is not known.
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
    pub fn published(dataset: &dyn Known, hash: &str) -> Self {
        let (version, hash) = (dataset.version().to_owned(), hash.to_owned());
        Self { origin: Origin::BuiltIn, version, hash, link: None, date: None }
    }

    /// A dataset that a city brought, with the SHA-256 of its text, or an empty one.
    pub fn own(dataset: &dyn Known, hash: &str) -> Self {
        let origin = Origin::Own(dataset.name().cloned());
        Self { origin, version: dataset.version().to_owned(), hash: hash.to_owned(), ..Self::default() }
    }

    /// The dataset in a line, as it stands under the comparison and in files: name, version, and the hash where it is known.
    ///
    /// ```
    /// use city_compare_core::{export::{Meta, Origin}, text::Lang};
    /// let meta = Meta { version: "3".into(), origin: Origin::Own(None), ..Meta::default() };
    /// assert_eq!(meta.line(Lang::En), "This page’s own data 3");
    /// ```
    pub fn line(&self, lang: Lang) -> String {
        let w = words(lang);
        let name = match &self.origin {
            Origin::BuiltIn => w.dataset_name,
            Origin::Own(Some(name)) => in_lang(name, lang),
            Origin::Own(None) => w.dataset_own,
        };
        let line = [name, &self.version].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        if self.hash.is_empty() { line } else { format!("{line} · {}", self.hash) }
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
