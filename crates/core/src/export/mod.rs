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
use crate::dataset::join::Part;
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
    /// The datasets that stand beside each other, if there are several: each is cited by itself.
    pub parts: Vec<MetaPart>,
}

/// One of several datasets that stand beside each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetaPart {
    /// Whose it is.
    pub origin: Origin,
    /// Its version.
    pub version: String,
    /// SHA-256 of its JSON, in hex; empty if it is not known.
    pub hash: String,
    /// Ids of its cities.
    pub cities: Vec<String>,
}

/// Stands between what is said of several datasets.
const BESIDE: &str = " + ";

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
        Self { origin: Origin::BuiltIn, version, hash, ..Self::default() }
    }

    /// A dataset that a city brought, with the SHA-256 of its text, or an empty one.
    pub fn own(dataset: &dyn Known, hash: &str) -> Self {
        let origin = Origin::Own(dataset.name().cloned());
        Self { origin, version: dataset.version().to_owned(), hash: hash.to_owned(), ..Self::default() }
    }

    /// Several datasets beside each other; `built_in` is the place of the one that is compiled in.
    pub fn joined(parts: &[Part], built_in: &str) -> Self {
        let part = |part: &Part| MetaPart {
            origin: if part.place == built_in { Origin::BuiltIn } else { Origin::Own(part.name.clone()) },
            version: part.version.clone(),
            hash: part.hash.clone(),
            cities: part.cities.clone(),
        };
        let parts: Vec<MetaPart> = parts.iter().map(part).collect();
        match parts.as_slice() {
            [MetaPart { origin, version, hash, .. }] => {
                Self { origin: origin.clone(), version: version.clone(), hash: hash.clone(), ..Self::default() }
            }
            several => {
                let all = |text: fn(&MetaPart) -> &str| several.iter().map(text).collect::<Vec<_>>().join("+");
                let (version, hash) = (all(|part| &part.version), all(|part| &part.hash));
                Self { origin: Origin::Own(None), version, hash, parts, ..Self::default() }
            }
        }
    }

    /// Version and hash of the dataset that a city is of.
    pub fn of(&self, city: &str) -> (&str, &str) {
        let own = self.parts.iter().find(|part| part.cities.iter().any(|id| id == city));
        own.map_or((&self.version, &self.hash), |part| (&part.version, &part.hash))
    }

    /// Each dataset by itself.
    fn each(&self) -> impl Iterator<Item = (&Origin, &str, &str)> {
        let alone = self.parts.is_empty().then_some((&self.origin, self.version.as_str(), self.hash.as_str()));
        alone.into_iter().chain(self.parts.iter().map(|part| (&part.origin, part.version.as_str(), part.hash.as_str())))
    }

    /// As [`Self::line`], with the first digits of each hash.
    pub fn short_line(&self, lang: Lang) -> String {
        self.each()
            .map(|(origin, version, hash)| line(origin, version, short(hash), lang))
            .collect::<Vec<_>>()
            .join(BESIDE)
    }

    /// The dataset in a line, as it stands in files: name, version, and the hash where it is known; several with a sign between.
    ///
    /// ```
    /// use city_compare_core::{export::{Meta, Origin}, text::Lang};
    /// let meta = Meta { version: "3".into(), origin: Origin::Own(None), ..Meta::default() };
    /// assert_eq!(meta.line(Lang::En), "This page’s own data 3");
    /// ```
    pub fn line(&self, lang: Lang) -> String {
        self.each().map(|(origin, version, hash)| line(origin, version, hash, lang)).collect::<Vec<_>>().join(BESIDE)
    }
}

/// The first digits of a hash; empty if there is none.
fn short(hash: &str) -> &str {
    hash.get(..Meta::SHORT).unwrap_or(hash)
}

fn line(origin: &Origin, version: &str, hash: &str, lang: Lang) -> String {
    let w = words(lang);
    let name = match origin {
        Origin::BuiltIn => w.dataset_name,
        Origin::Own(Some(name)) => in_lang(name, lang),
        Origin::Own(None) => w.dataset_own,
    };
    let line = [name, version].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if hash.is_empty() { line } else { format!("{line} · {hash}") }
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
    fn datasets_beside_each_other_are_named_each_by_itself() {
        let part = |place: &str, hash: &str, name: Option<&str>, city: &str| Part {
            place: place.to_owned(),
            hash: hash.to_owned(),
            name: name.map(|name| Bilingual::new(name, name)),
            version: "1".to_owned(),
            cities: vec![city.to_owned()],
        };
        let parts = [
            part("built-in", "0123456789abcdef", None, "yeosu"),
            part("a.json", "fedcba98765432", Some("Gaon"), "gaon"),
        ];
        let meta = Meta::joined(&parts, "built-in");
        assert_eq!(meta.short_line(Lang::En), "city-compare data 1 · 0123456789ab + Gaon 1 · fedcba987654");
        assert_eq!(meta.line(Lang::En), "city-compare data 1 · 0123456789abcdef + Gaon 1 · fedcba98765432");
        assert_eq!((meta.of("gaon"), meta.of("yeosu").1), (("1", "fedcba98765432"), "0123456789abcdef"));
        assert_eq!(meta.of("nowhere"), ("1+1", "0123456789abcdef+fedcba98765432"));
        let alone = Meta::joined(&parts[1..], "built-in");
        assert_eq!(
            (alone.line(Lang::Ko), alone.of("gaon").1),
            ("Gaon 1 · fedcba98765432".to_owned(), "fedcba98765432")
        );
    }

    #[test]
    fn file_names_are_plain_ascii() {
        assert_eq!(ascii("여수 Budget/2022"), "budget-2022");
        assert_eq!(ascii("../../etc"), "etc");
        assert_eq!(ascii("예산"), "");
    }
}
