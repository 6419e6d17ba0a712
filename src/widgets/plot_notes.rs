//! What stands under a figure: its notes, and the documents behind it.

use super::evidence_button;
use super::glossary_marks::Terms;
use crate::compare::{NoteKind, Plot, speak};
use crate::model::Dataset;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::figures::words;
use crate::text::{Lang, fill, official};

/// The notes by kind, each under its heading, folded: who wants to know opens them.
pub(super) fn notes(cx: Context, plot: &Plot, lang: Lang) -> Option<AnyView> {
    let terms = Terms::new(cx, format!("notes-{}", plot.id), lang);
    // A term that title or summary explain is not explained again.
    terms.passed(crate::compare::in_lang(&plot.title, lang));
    terms.passed(&speak::summary(plot, &cx.data(), lang));
    let w = words(lang);
    let kinds = [
        (NoteKind::NotComparable, w.notes_not_comparable),
        (NoteKind::Contradiction, w.notes_contradiction),
        (NoteKind::Missing, w.notes_missing),
        (NoteKind::Method, w.notes_method),
    ];
    let row = format!("notes-{}", plot.id);
    let groups = kinds
        .into_iter()
        .filter_map(|(kind, heading)| {
            let own: Vec<_> = plot.notes.iter().enumerate().filter(|(_, note)| note.kind == kind).collect();
            let lines = own
                .iter()
                .map(|(place, note)| {
                    let key = format!("{}-note-{place}", plot.id);
                    let source = evidence_button::button(cx, &row, key, &note.text, note.evidence.clone());
                    let (text, explained) = terms.apart(crate::compare::in_lang(&note.text, lang));
                    view! { <li>{text} " " {source}{explained}</li> }
                })
                .collect_view();
            (!own.is_empty())
                .then(|| view! { <div data-notes=heading><h5>{heading}</h5><ul class="cc-list">{lines}</ul></div> })
        })
        .collect_view();
    let count = plot.notes.len().to_string();
    let fold = fill(official::words(lang).notes_folded, &[("n", &count)]);
    (!plot.notes.is_empty()).then(|| {
        view! {
            <details class="cc-notes" prop:open=move || cx.paper.get()>
                <summary>{fold}</summary>
                {groups}{evidence_button::panel(cx, row)}
            </details>
        }
    })
}

/// The documents behind the plot: hidden until they are asked for, and on paper.
pub(super) fn source_line(data: &Dataset, plot: &Plot, open: RwSignal<bool>, lang: Lang) -> Option<AnyView> {
    let documents = plot.documents();
    let names: Vec<String> =
        documents.iter().filter_map(|id| data.document(id)).map(|document| say(&document.title, lang)).collect();
    (!names.is_empty()).then(|| view! { <p class="cc-sources" hidden=move || !open.get()>{words(lang).source_line} ": " {names.join("; ")}</p> })
}
