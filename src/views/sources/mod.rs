use crate::compare;
use crate::format;
use crate::model::{BudgetConflict, City, Dataset, DiscrepancyKind, Document};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::figures;
use crate::text::items::words;
use crate::text::{Lang, count, country, fill, sources};
use crate::widgets::chunked_render::{Make, in_turns};
use crate::widgets::glossary_marks::Terms;
use crate::widgets::{citation, document_table, evidence_button, item_link};

/// The documents, what to keep in mind, what was judged, where sources disagree, what was not found, the glossary.
pub(crate) fn sources(cx: Context) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    live(move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        cities.with(|_| ());
        let w = words(lang);
        let selection = cx.state.with_untracked(|state| state.selection(&data));
        let plans = selection
            .cities(&data)
            .filter_map(|city| {
                if !city.plan.is_known() {
                    return Some(without_plan(cx, city, lang));
                }
                let terms = Terms::new(cx, format!("plan-{}", city.id), lang);
                Some(plan_document(city, data.document(&city.plan.document)?, &terms))
            })
            .collect_view();
        // What stands under the plans is out of sight at first.
        let rest: Vec<Make> = vec![
            Box::new(move || {
                let terms = Terms::new(cx, "cautions".to_owned(), lang);
                let cautions =
                    cx.data().cautions.iter().map(|caution| view! { <li>{terms.say(caution)}</li> }).collect_view();
                view! { <h4>{w.cautions}</h4><ul class="cc-list">{cautions}</ul> }
            }),
            Box::new(move || judged(&cx.data(), lang)),
            Box::new(move || {
                let data = cx.data();
                let selection = cx.state.with_untracked(|state| state.selection(&data));
                let conflicts = selection.cities(&data).map(|city| city_conflicts(cx, city, lang)).collect_view();
                view! { <h4>{w.conflicts}</h4>{conflicts} }
            }),
            Box::new(move || {
                let data = cx.data();
                let selection = cx.state.with_untracked(|state| state.selection(&data));
                let terms = Terms::new(cx, "not-found".to_owned(), lang);
                let notes = selection.cities(&data).flat_map(|city| &city.not_found);
                let notes = notes.map(|found| view! { <li>{terms.say(&found.note)}</li> }).collect_view();
                view! { <h4>{w.not_found}</h4><ul class="cc-list">{notes}</ul> }
            }),
            Box::new(move || view! { <h4>{w.budget_documents}</h4>{pages(&cx.data(), lang)} }),
            Box::new(move || view! { <h4>{w.glossary}</h4>{glossary(&cx.data(), lang)} }),
        ];
        view! {
            <p>{w.sources_intro}</p>
            <h4>{w.plan_documents}</h4>
            <div class="cc-columns">{plans}</div>
            {in_turns(cx, 0, 2, rest)}
        }
    })
}

/// How far readers agree on what no document says, and how well topics are found; nothing of data that nobody judged.
fn judged(data: &Dataset, lang: Lang) -> AnyView {
    let w = sources::words(lang);
    let readers = compare::agreement_sentences(data);
    let topics = compare::judged_topics(data);
    let heading = (!readers.is_empty() || !topics.is_empty()).then(|| view! { <h4>{w.judged}</h4> });
    let readers = (!readers.is_empty()).then(|| {
        let items = readers.iter().map(|sentence| view! { <li>{say(sentence, lang)}</li> }).collect_view();
        view! { <p>{w.judged_intro}</p><ul class="cc-list">{items}</ul> }
    });
    let topics = (!topics.is_empty()).then(|| view! { <p>{w.topics_intro}</p>{topic_table(&topics, lang)} });
    view! { {heading}{readers}{topics} }
}

fn topic_table(topics: &[compare::JudgedTopic], lang: Lang) -> AnyView {
    let w = sources::words(lang);
    let heads = [w.topic, w.precision, w.recall];
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let rows = topics
        .iter()
        .map(|topic| {
            view! {
                <tr>
                    <th scope="row">{say(&topic.title, lang)}</th>
                    <td>{say(&topic.precision, lang)}</td>
                    <td>{say(&topic.recall, lang)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="cc-scroll" tabindex="0" role="group" aria-label=w.topics>
            <table class="cc-table cc-plain">
                <caption>{w.topics}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The card of a city whose plan is not in the data.
fn without_plan(cx: Context, city: &City, lang: Lang) -> AnyView {
    let figures = cx.data().official.as_ref().is_some_and(|official| official.totals.iter().any(|t| t.city == city.id));
    let w = country::words(lang);
    view! {
        <section class="cc-card">
            <h5 class=format!("cc-tone-{}", cx.tone(&city.id))>{say(&city.name, lang)}</h5>
            <p class="cc-none">{if figures { w.no_plan_yet_money } else { w.no_plan }}</p>
        </section>
    }
}

fn plan_document(city: &City, document: &Document, terms: &Terms) -> AnyView {
    let lang = terms.lang;
    let w = words(lang);
    let tone = terms.cx.tone(&city.id);
    let rows = [
        (w.document, Some(compare::document_kind_name(document.kind, lang).to_owned())),
        (
            w.publisher,
            Some(document.publisher.as_ref().map_or_else(|| w.no_publisher.to_owned(), |name| say(name, lang))),
        ),
        (w.published, document.published.as_ref().map(|date| format::date(date, lang))),
        (w.lines, document.lines.map(|lines| fill(w.file_lines, &[("n", &lines.to_string())]))),
        (w.term, city.plan.term.as_ref().map(|term| say(term, lang))),
        ("SHA-256", document.sha256.clone().map(|hash| hash.chars().take(12).chain(['…']).collect())),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <div><dt>{name}</dt><dd>{value?}</dd></div> }))
        .collect_view();
    let corrections: Vec<_> = document.corrections.iter().collect();
    let contradictions: Vec<_> = document.contradictions().collect();
    let gaps: Vec<_> = document.gaps().collect();
    let fold = |n: usize, one, other, content: Option<AnyView>| {
        content.map(|content| view! { <details><summary>{count(n, one, other)}</summary>{content}</details> })
    };
    let found = fold(
        contradictions.len(),
        w.contradictions_one,
        w.contradictions_other,
        citation::discrepancies(&contradictions, terms),
    );
    let gaps = citation::discrepancies(&gaps, terms);
    let read =
        fold(corrections.len(), w.corrections_one, w.corrections_other, citation::corrections(&corrections, lang));
    let missing =
        city.plan.not_stated.iter().map(|missing| view! { <li>{terms.say(&missing.note)}</li> }).collect_view();
    let n = city.plan.tables.len();
    let own: Vec<AnyView> = city.plan.tables.iter().map(|table| document_table::document_table(table, lang)).collect();
    let tables =
        (n > 0).then(|| view! { <details><summary>{w.tables} " (" {n.to_string()} ")"</summary>{own}</details> });
    let link = document.url.as_ref().map(|url| citation::outside(url, w.open_page.to_owned(), lang));
    view! {
        <section class="cc-card" data-document=document.id.clone()>
            <h5 class=format!("cc-tone-{tone}")>{say(&city.name, lang)}</h5>
            <p><strong>{say(&document.title, lang)}</strong></p>
            <dl class="cc-facts">{rows}</dl>
            {link}
            <p class="cc-tag">{w.structure}</p>
            <dl class="cc-facts" data-row="structure">{structure(city, lang)}</dl>
            {headline_figures(city, terms)}
            <p class="cc-tag">{figures::words(lang).notes_missing}</p>
            <ul class="cc-list">{missing}</ul>
            {gaps}
            {found}
            {read}
            {tables}
        </section>
    }
}

/// How many of each level a document says that it has, and how many it has; then what its items are.
fn structure(city: &City, lang: Lang) -> AnyView {
    let row = |statement: compare::Statement| {
        let label = statement.label.map(|label| say(&label, lang));
        view! { <div><dt>{label}</dt><dd>{say(&statement.text, lang)}</dd></div> }
    };
    compare::structure(city).statements.into_iter().map(row).collect_view().into_any()
}

/// The figures that a document headlines, folded, each with its source.
fn headline_figures(city: &City, terms: &Terms) -> Option<AnyView> {
    let (cx, lang) = (terms.cx, terms.lang);
    let row = format!("figures-{}", city.id);
    let figures = compare::headline_figures(city);
    let n = figures.len().to_string();
    let entry = |(place, figure): (usize, compare::Statement)| {
        let what = figure.detail.as_ref().map(|what| view! { <span class="cc-more-text">{say(what, lang)}</span> });
        let value = say(&figure.text, lang);
        let value = match &figure.item {
            Some(id) => item_link::link(cx, id, value),
            None => view! { <span class="cc-text">{value}</span> },
        };
        let evidence = figure.evidence.iter().cloned().collect();
        let source = evidence_button::button(cx, &row, format!("{row}-{place}"), &figure.text, evidence);
        view! { <li>{value} {source} {what}</li> }
    };
    (!figures.is_empty()).then(|| {
        let entries = figures.into_iter().enumerate().map(entry).collect_view();
        view! {
            <details data-row="figures">
                <summary>{words(lang).figures_row} " (" {n} ")"</summary>
                <ul class="cc-statements">{entries}</ul>
                {evidence_button::panel(cx, row.clone())}
            </details>
        }
    })
}

fn city_conflicts(cx: Context, city: &City, lang: Lang) -> AnyView {
    let terms = Terms::new(cx, format!("conflicts-{}", city.id), lang);
    let row = |conflict: &BudgetConflict| {
        let year = conflict.fiscal_year.map(|year| format!(" ({year})"));
        let values = conflict
            .stated
            .iter()
            .map(|stated| view! { <li>{say(&stated.what, lang)} ": " <q lang="ko">{stated.value.clone()}</q></li> })
            .collect_view();
        let computed = conflict.computed.clone().map(|sum| view! { <p class="cc-sum">{sum}</p> });
        view! {
            <li><strong>{say(&conflict.what, lang)}{year}</strong> <ul class="cc-list">{values}</ul> {computed}
                <p>{terms.say(&conflict.note)}</p></li>
        }
    };
    let (rounded, others): (Vec<_>, Vec<_>) =
        city.conflicts.iter().partition(|conflict| conflict.kind == DiscrepancyKind::Rounding);
    let w = words(lang);
    // What rounding explains is told in one line.
    let rounded = (!rounded.is_empty()).then(|| {
        let rows = rounded.iter().map(|conflict| row(conflict)).collect_view();
        let head = count(rounded.len(), w.rounding_one, w.rounding_other);
        view! { <li><details><summary>{head}</summary><ul class="cc-list">{rows}</ul></details></li> }
    });
    let n = others.len();
    let rows = others.into_iter().map(row).collect_view();
    (!city.conflicts.is_empty()).then(|| {
        view! {
            <details><summary>{say(&city.name, lang)} " (" {n.to_string()} ")"</summary><ul class="cc-list">{rows}{rounded}</ul></details>
        }
    })
    .into_any()
}

/// The pages that print budgets and populations.
fn pages(data: &Dataset, lang: Lang) -> impl IntoView + use<> {
    let w = words(lang);
    let cited: Vec<&Document> = data.documents.iter().filter(|document| document.file.is_none()).collect();
    let rows = cited
        .iter()
        .map(|document| {
            let publisher = document.publisher.as_ref().map(|name| say(name, lang));
            let date = document.published.as_ref().map(|date| format::date(date, lang));
            let title = say(&document.title, lang);
            let title = match &document.url {
                Some(url) => citation::outside(url, title, lang),
                None => title.into_any(),
            };
            view! { <li>{title} " · " {publisher} " · " {date}</li> }
        })
        .collect_view();
    view! { <details><summary>{count(cited.len(), w.source_count_one, w.source_count_other)}</summary><ul class="cc-list">{rows}</ul></details> }
}

fn glossary(data: &Dataset, lang: Lang) -> impl IntoView + use<> {
    let terms = data
        .glossary
        .iter()
        .map(|term| view! { <div><dt>{say(&term.term, lang)}</dt><dd>{say(&term.explanation, lang)}</dd></div> })
        .collect_view();
    view! { <dl class="cc-glossary">{terms}</dl> }
}
