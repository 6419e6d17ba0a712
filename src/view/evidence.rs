use super::context::{Context, Opened, say};
use super::part::{self, Part};
use super::prelude::*;
use super::terms::Terms;
use crate::browser;
use crate::compare::{Evidence, document_kind_name};
use crate::format;
use crate::model::{Bilingual, Confidence, Correction, Discrepancy, DiscrepancyKind, Lines, Rank};
use crate::text::{Lang, fill, words};

/// The button that opens the evidence of a statement, under the row that it stands in.
pub(super) fn button(
    cx: Context,
    row: &str,
    key: String,
    what: &Bilingual,
    evidence: Vec<Evidence>,
) -> Option<AnyView> {
    let (row, what) = (row.to_owned(), what.clone());
    button_of(cx, Opened { row, key, what, evidence, amount: Vec::new() })
}

/// As [`button`], of what is opened as a whole.
pub(super) fn button_of(cx: Context, opened: Opened) -> Option<AnyView> {
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
pub(super) fn panel(cx: Context, row: String) -> impl IntoView {
    live(move || is_open(cx, &row).then(|| part::show(cx, Part::Evidence)))
}

/// As [`panel`], inside a row of a table.
pub(super) fn panel_row(cx: Context, row: String, columns: usize) -> impl IntoView {
    live(move || {
        is_open(cx, &row).then(|| {
            view! {
                <tr class="cc-panel-row" role="row">
                    <td role="cell" colspan=columns.to_string()>{part::show(cx, Part::Evidence)}</td>
                </tr>
            }
        })
    })
}

fn is_open(cx: Context, row: &str) -> bool {
    cx.opened.with(|opened| opened.as_ref().is_some_and(|opened| opened.row == row))
}

/// The panel of what is opened.
pub(super) fn open_panel(cx: Context) -> Option<AnyView> {
    let opened = cx.opened.get_untracked()?;
    let (data, lang) = (cx.data(), cx.lang.get());
    let w = words(lang);
    let panel = NodeRef::<html::Div>::new();
    // The reader asked for the panel: the focus follows, so that a screen reader reads it.
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            browser::focus(&panel);
        }
    });
    let back = format!("source-{}", opened.key);
    let close = move || {
        cx.opened.set(None);
        cx.focus(&back);
    };
    let (close_click, close_key) = (close.clone(), close);
    let terms = Terms::new(cx, format!("source-{}", opened.key), lang);
    let amount: Vec<AnyView> =
        opened.amount.iter().map(|line| view! { <p class="cc-size">{terms.say(line)}</p> }).collect();
    let documents = opened.evidence.iter().map(|evidence| one(&data, evidence, &terms)).collect_view();
    Some(view! {
        <div class="cc-panel" part="evidence" role="region" tabindex="-1" node_ref=panel aria-label=w.evidence_heading
            on:keydown=move |event| if event.key() == "Escape" {
                // An item around the panel stays open: one press closes one thing.
                event.stop_propagation();
                close_key();
            }>
            <div class="cc-panel-head">
                <strong>{say(&opened.what, lang)}</strong>
                <button type="button" class="cc-quiet" on:click=move |_| close_click()>{w.evidence_close}</button>
            </div>
            {amount}
            {documents}
        </div>
    })
}

/// A link to a page elsewhere. It says that it opens a new window, to the eye and to the ear.
pub(super) fn outside(url: &str, text: String, lang: Lang) -> AnyView {
    view! {
        <a href=url.to_owned() target="_blank" rel="noopener noreferrer">
            {text}<span aria-hidden="true">{" ↗"}</span><span class="cc-hidden">" " {words(lang).new_window}</span>
        </a>
    }
}

fn one(data: &crate::model::Dataset, evidence: &Evidence, terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let w = words(lang);
    let open = evidence.open(data)?;
    let document = open.document;
    let link = document.url.as_ref().map(|url| outside(url, w.open_page.to_owned(), lang));
    let rows = [
        (w.document, Some(format!("{} ({})", say(&document.title, lang), document_kind_name(document.kind, lang)))),
        (
            w.publisher,
            Some(document.publisher.as_ref().map_or_else(|| w.no_publisher.to_owned(), |name| say(name, lang))),
        ),
        (w.published, document.published.as_ref().map(|date| format::date(date, lang))),
        (w.lines, (!evidence.lines.is_empty()).then(|| lines(&evidence.lines, lang))),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <div><dt>{name}</dt><dd>{value?}</dd></div> }))
        .collect_view();
    // The section is headed in the document's own words.
    let section =
        evidence.section.clone().map(|section| view! { <div><dt>{w.section}</dt><dd lang="ko">{section}</dd></div> });
    let printed = evidence.as_printed.as_ref().map(|printed| {
        view! { <p class="cc-printed"><span>{w.as_printed}</span> <q lang="ko">{printed.clone()}</q></p> }
    });
    Some(view! {
        <div class="cc-evidence">
            {printed}
            <dl class="cc-facts">{rows}{section}</dl>
            {link}
            {corrections(&open.corrections, lang)}
            {discrepancies(&open.discrepancies, terms)}
        </div>
    })
}

/// Line ranges in words.
pub(super) fn lines(ranges: &[Lines], lang: Lang) -> String {
    let w = words(lang);
    let range = |lines: &Lines| {
        let (from, to) = (lines.from().to_string(), lines.to().to_string());
        fill(if from == to { w.line_one } else { w.line_range }, &[("from", &from), ("to", &to)])
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// Corrected readings, as a list under its heading.
pub(super) fn corrections(corrections: &[&Correction], lang: Lang) -> Option<AnyView> {
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
pub(super) fn discrepancies(discrepancies: &[&Discrepancy], terms: &Terms) -> Option<AnyView> {
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
