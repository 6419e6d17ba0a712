//! What a document says of its places: lines, corrected readings, contradictions, and links to pages elsewhere.

use super::glossary_marks::Terms;
use crate::model::{Confidence, Correction, Discrepancy, DiscrepancyKind, Lines, Rank};
use crate::shared::context::say;
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::text::{Lang, fill};

/// A link to a page elsewhere. It says that it opens a new window, to the eye and to the ear.
pub(crate) fn outside(url: &str, text: String, lang: Lang) -> AnyView {
    view! {
        <a href=url.to_owned() target="_blank" rel="noopener noreferrer">
            {text}<span aria-hidden="true">{" ↗"}</span><span class="cc-hidden">" " {words(lang).new_window}</span>
        </a>
    }
}

/// Line ranges in words.
pub(crate) fn lines(ranges: &[Lines], lang: Lang) -> String {
    let w = words(lang);
    let range = |lines: &Lines| {
        let (from, to) = (lines.from().to_string(), lines.to().to_string());
        fill(if from == to { w.line_one } else { w.line_range }, &[("from", &from), ("to", &to)])
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// Corrected readings, as a list under its heading.
pub(crate) fn corrections(corrections: &[&Correction], lang: Lang) -> Option<AnyView> {
    let w = words(lang);
    let row = |correction: &&Correction| {
        let at = lines(&[Lines(correction.line, correction.line)], lang);
        let confidence = match correction.confidence {
            Confidence::Sure => w.sure,
            Confidence::Likely => w.likely,
        };
        let others = correction.alternatives.iter().map(|other| {
            view! { " " {w.or_read_as} " " <q lang="ko">{other.clone()}</q> }
        });
        let others = others.collect_view();
        view! {
            <li>
                {at} ": " <q lang="ko">{correction.printed.clone()}</q> " → " <q lang="ko">{correction.read_as.clone()}</q>
                {others} " — " {say(&correction.reason, lang)} " (" {confidence} ")"
            </li>
        }
    };
    (!corrections.is_empty()).then(|| {
        let rows = corrections.iter().map(row).collect_view();
        view! { <div class="cc-corrections"><h5>{w.corrections}</h5><ul>{rows}</ul></div> }
    })
}

/// Contradictions, and below them the gaps of our text, each under its heading.
pub(crate) fn discrepancies(discrepancies: &[&Discrepancy], terms: &Terms) -> Option<AnyView> {
    let w = words(terms.lang);
    let is_gap = |discrepancy: &&Discrepancy| discrepancy.kind == DiscrepancyKind::Gap;
    let (gaps, contradictions): (Vec<_>, Vec<_>) = discrepancies.iter().copied().partition(is_gap);
    let parts = [part(&contradictions, w.contradictions, terms), part(&gaps, w.gaps, terms)];
    parts.iter().any(Option::is_some).then(|| parts.collect_view().into_any())
}

/// Entries with what is stated, the arithmetic, and why they matter.
fn part(discrepancies: &[&Discrepancy], heading: &'static str, terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let w = words(lang);
    let row = |discrepancy: &&Discrepancy| {
        let stated = discrepancy
            .stated
            .iter()
            .map(|stated| {
                let at = lines(&[Lines(stated.line, stated.line)], lang);
                view! { <li>{say(&stated.what, lang)} ": " <q lang="ko">{stated.value.clone()}</q> " (" {at} ")"</li> }
            })
            .collect_view();
        let computed = discrepancy.computed.clone().map(|sum| view! { <p class="cc-sum">{sum}</p> });
        let rank = (discrepancy.kind != DiscrepancyKind::Gap).then(|| {
            let name = match discrepancy.rank {
                Rank::Figure => w.rank_figure,
                Rank::Reading => w.rank_reading,
                Rank::Curiosity => w.rank_curiosity,
            };
            view! { <span class="cc-tag">{name}</span> " " }
        });
        let why = view! { <p>{rank}{terms.say(&discrepancy.why)}</p> };
        view! { <li><p>{terms.say(&discrepancy.note)}</p>{why}{computed}<ul>{stated}</ul></li> }
    };
    (!discrepancies.is_empty()).then(|| {
        let rows = discrepancies.iter().map(row).collect_view();
        view! { <div class="cc-contradictions"><h5>{heading}</h5><ul>{rows}</ul></div> }
    })
}
