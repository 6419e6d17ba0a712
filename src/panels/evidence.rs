use crate::browser;
use crate::compare::{Evidence, document_kind_name};
use crate::format;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::widgets::citation;
use crate::widgets::glossary_marks::Terms;

/// The panel of what is opened.
pub(crate) fn open_panel(cx: Context) -> Option<AnyView> {
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

fn one(data: &crate::model::Dataset, evidence: &Evidence, terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let w = words(lang);
    let open = evidence.open(data)?;
    let document = open.document;
    let link = document.url.as_ref().map(|url| citation::outside(url, w.open_page.to_owned(), lang));
    let rows = [
        (w.document, Some(format!("{} ({})", say(&document.title, lang), document_kind_name(document.kind, lang)))),
        (
            w.publisher,
            Some(document.publisher.as_ref().map_or_else(|| w.no_publisher.to_owned(), |name| say(name, lang))),
        ),
        (w.published, document.published.as_ref().map(|date| format::date(date, lang))),
        (w.lines, (!evidence.lines.is_empty()).then(|| citation::lines(&evidence.lines, lang))),
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
            {citation::corrections(&open.corrections, lang)}
            {citation::discrepancies(&open.discrepancies, terms)}
        </div>
    })
}
