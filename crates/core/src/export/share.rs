//! What is said of a figure in a text of someone else's: the words around its picture, and a sentence to paste.

use super::Meta;
use crate::chart::Said;
use crate::compare::{Plot, in_lang, speak};
use crate::model::Dataset;
use crate::text::take::words;
use crate::text::{Lang, fill};

/// What stands around the picture of a figure: its answer, what changes the reading, its basis, its sources.
pub fn said(plot: &Plot, dataset: &Dataset, meta: &Meta, lang: Lang) -> Said {
    let plain = Meta { hash: String::new(), ..meta.clone() };
    let source = [sources(plot, dataset, lang), Some(plain.line(lang))];
    Said {
        headline: speak::summary(plot, dataset, lang),
        caveat: plot.caveat().map(|note| in_lang(&note.text, lang).to_owned()),
        basis: speak::basis(plot, lang),
        source: source.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// A sentence to paste: the answer with what changes its reading, and in brackets its basis and sources.
pub fn sentence(plot: &Plot, dataset: &Dataset, meta: &Meta, lang: Lang) -> String {
    let said = said(plot, dataset, meta, lang);
    let origin = [said.basis, Some(said.source), meta.link.clone()];
    let origin = origin.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    [Some(said.headline), said.caveat, Some(format!("({origin})"))].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The first source by its title, and how many there are besides.
fn sources(plot: &Plot, dataset: &Dataset, lang: Lang) -> Option<String> {
    let documents = plot.documents();
    let first = speak::document_title(documents.first()?, dataset, lang);
    let w = words(lang);
    Some(match documents.len() - 1 {
        0 => fill(w.source, &[("title", first)]),
        n => fill(w.sources, &[("title", first), ("n", &n.to_string())]),
    })
}

/// A drawing as an address of its own, for an image of the page.
///
/// ```
/// assert_eq!(city_compare_core::export::data_address("<svg/>"), "data:image/svg+xml,%3Csvg%2F%3E");
/// ```
pub fn data_address(svg: &str) -> String {
    format!("data:image/svg+xml,{}", percent_encoding::utf8_percent_encode(svg, super::QUERY))
}
