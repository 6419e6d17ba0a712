//! The button of a statement's evidence, and the place under its row where the evidence opens.

use crate::compare::Evidence;
use crate::lazy;
use crate::model::Bilingual;
use crate::part::Part;
use crate::shared::context::{Instance, Opened, say};
use crate::shared::prelude::*;
use crate::text::{fill, words};

/// The button that opens the evidence of a statement, under the row that it stands in.
pub(crate) fn button(
    cx: impl Into<Instance>,
    row: &str,
    key: String,
    what: &Bilingual,
    evidence: Vec<Evidence>,
) -> Option<AnyView> {
    let (row, what) = (row.to_owned(), what.clone());
    button_of(cx, Opened { row, key, what, evidence, amount: Vec::new() })
}

/// As [`button`], of what is opened as a whole.
pub(crate) fn button_of(cx: impl Into<Instance>, opened: Opened) -> Option<AnyView> {
    opener(cx.into(), opened)
}

fn opener(cx: Instance, opened: Opened) -> Option<AnyView> {
    if opened.evidence.is_empty() {
        return None;
    }
    let lang = cx.lang.get_untracked();
    let w = words(lang);
    let label = fill(w.evidence_open_of, &[("what", &say(&opened.what, lang))]);
    let key = opened.key.clone();
    let id = cx.id(&format!("source-{key}"));
    let expanded = move || cx.opened.with(|now| now.as_ref().is_some_and(|now| now.key == key)).to_string();
    let toggle = move |_| {
        let open = cx.opened.with_untracked(|now| now.as_ref().is_some_and(|now| now.key == opened.key));
        cx.opened.set((!open).then(|| opened.clone()));
    };
    Some(view! {
        <button type="button" class="cc-source" id=id aria-expanded=text(expanded)
            aria-label=label title=w.evidence_open on:click=toggle>
            <span aria-hidden="true">{"ⓘ"}</span>
        </button>
    })
}

/// The panel of a row: shown while something of this row is opened. Escape closes it and gives the focus back.
pub(crate) fn panel(cx: impl Into<Instance>, row: String) -> impl IntoView {
    let cx = cx.into();
    live(move || is_open(cx, &row).then(|| lazy::show(cx, Part::Evidence)))
}

/// As [`panel`], inside a row of a table.
pub(crate) fn panel_row(cx: impl Into<Instance>, row: String, columns: usize) -> impl IntoView {
    let cx = cx.into();
    live(move || {
        is_open(cx, &row).then(|| {
            view! {
                <tr class="cc-panel-row" role="row">
                    <td role="cell" colspan=columns.to_string()>{lazy::show(cx, Part::Evidence)}</td>
                </tr>
            }
        })
    })
}

fn is_open(cx: Instance, row: &str) -> bool {
    cx.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.row == row))
}
