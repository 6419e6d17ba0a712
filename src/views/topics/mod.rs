use crate::compare::topic::{self, Subject, TopicColumn, TopicPage, TopicRow};
use crate::compare::{Plot, Selection, in_lang, topics as known};
use crate::embedded;
use crate::export;
use crate::model::{Item, Topic};
use crate::screen;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::topic::words;
use crate::widgets::controls::chips;
use crate::widgets::{evidence_button, export_bar, figure, item_link};

/// One topic, or the reader's own words, over all cities: how many plans, which, with what money, and why a column is empty.
pub(crate) fn topics(cx: Context) -> impl IntoView {
    // What is searched is found once, for all that is shown of it.
    let asked = memo(move || Asked::now(cx));
    let plot = memo(move || asked.with(|asked| asked.page(cx, |page, all| topic::plot(&cx.data(), all, page))));
    let scale = memo(move || {
        let data = cx.data();
        asked.with(|asked| asked.page(cx, |page, all| screen::topic_money(&data, all, page.subject)))?
    });
    let heading = move || plot.with(|plot| plot.as_ref()?.answer.as_ref().map(|said| say(said, cx.lang.get())));
    let columns = move || {
        let lang = cx.lang.get();
        let of = |page: &TopicPage<'_>, _: &Selection| {
            let column = |column: &TopicColumn<'_>| column_of(cx, column, lang);
            page.columns.iter().map(column).collect_view()
        };
        asked.with(|asked| asked.page(cx, of))
    };
    let money = move || asked.with(|asked| asked.page(cx, |page, _| topic::stated_money(page, cx.lang.get())))?;
    let choices = move || {
        let choose = move |id: Option<String>| {
            cx.change(|state| {
                if id.is_some() {
                    state.query.clear();
                }
                state.topic = id;
            });
        };
        chips(move || words(cx.lang.get()).topics_label, move || names(cx), move || asked.get().id, choose)
    };
    view! {
        {figure::card(cx, plot, move || heading().unwrap_or_default(), choices)}
        <p class="cc-summary">{live(money)}</p>
        <div class="cc-columns">{live(columns)}</div>
        <div class="cc-take">{export_bar::text_button(cx, |lang| words(lang).list_csv, listing)}</div>
        {figure::figure(cx, scale)}
    }
}

/// How many plans, in how many of the documents.
pub(crate) fn heading(cx: Context) -> String {
    Asked::now(cx).page(cx, |page, _| topic::heading(page, cx.lang.get())).unwrap_or_default()
}

/// The squares, or the plans as CSV.
pub(crate) fn export(cx: Context, kind: &str) -> Option<String> {
    if kind == "csv" {
        return Some(listing(cx).1);
    }
    let plot: Plot = Asked::now(cx).page(cx, |page, selection| topic::plot(&cx.data(), selection, page))?;
    Some(export_bar::content(cx, &plot, kind).0)
}

/// The plans as CSV, and the name of the file.
fn listing(cx: Context) -> (String, String) {
    let (data, lang) = (cx.data(), cx.lang.get_untracked());
    let meta = export_bar::meta(cx);
    let made = Asked::now(cx).page(cx, |page, selection| {
        let name = export::file_name(&topic::plot(&data, selection, page), &meta, "csv");
        (name, export::topic_csv(page, &data, &meta, lang))
    });
    made.unwrap_or_default()
}

/// What is looked at, of which cities: a topic by its id, or the reader's own words with the items that they find.
#[derive(Clone, PartialEq)]
struct Asked {
    selection: Selection,
    id: Option<String>,
    typed: String,
    found: Vec<String>,
}

impl Asked {
    /// What the state asks for; without a topic and words the first topic.
    fn now(cx: Context) -> Self {
        let data = cx.data();
        let (selection, topic, typed) =
            cx.state.with(|state| (state.selection(&data), state.topic.clone(), state.query.trim().to_owned()));
        match topic {
            None if typed.is_empty() => {
                let first = embedded::topics().first().map(|topic| topic.id.clone());
                Self { selection, id: first, typed, found: Vec::new() }
            }
            None => {
                let found = cx.found(&known::of(&data, embedded::topics()), &selection, &typed);
                Self { selection, id: None, typed, found }
            }
            id => Self { selection, id, typed: String::new(), found: Vec::new() },
        }
    }

    /// Does something with the page of it; `None` if the dataset has no topics.
    fn page<T>(&self, cx: Context, work: impl FnOnce(&TopicPage<'_>, &Selection) -> T) -> Option<T> {
        let data = cx.data();
        let all = known::of(&data, embedded::topics());
        let subject = if self.id.is_none() && !self.typed.is_empty() {
            Subject::Words { typed: &self.typed, found: &self.found }
        } else {
            // A topic that the dataset does not know gives way to its first.
            Subject::Topic(all.iter().find(|topic| Some(&topic.id) == self.id.as_ref()).or(all.first())?)
        };
        Some(work(&TopicPage::new(&data, &self.selection, subject), &self.selection))
    }
}

/// The topics with their names, and the reader's own words.
fn names(cx: Context) -> Vec<(Option<String>, String)> {
    let (data, lang) = (cx.data(), cx.lang.get());
    let all = known::of(&data, embedded::topics());
    let own = cx.state.with(|state| state.query.trim().to_owned());
    let own = (!own.is_empty()).then(|| (None, format!("“{own}”")));
    let topic = |topic: &Topic| (Some(topic.id.clone()), say(&topic.title, lang));
    own.into_iter().chain(all.iter().map(topic)).collect()
}

fn column_of(cx: Context, column: &TopicColumn<'_>, lang: Lang) -> AnyView {
    let city = column.city;
    let row = format!("topic-{}", city.id);
    let entry = |item: &Item| entry(cx, &row, TopicRow { city, item }, lang);
    let first = column.first().iter().map(|item| view! { <li>{entry(item)}</li> }).collect_view();
    let rest = column.rest().len();
    let rest = (rest > 0).then(|| {
        let items = column.rest().iter().map(|item| view! { <li>{entry(item)}</li> }).collect_view();
        let more = crate::text::fill(words(lang).rest, &[("n", &rest.to_string())]);
        view! {
            <details prop:open=move || cx.paper.get()>
                <summary>{more}</summary>
                <ul class="cc-list">{items}</ul>
            </details>
        }
    });
    let absence = column.absence.map(|why| view! { <p class="cc-none">{topic::absence(why, lang)}</p> });
    let besides = topic::besides(column, lang).map(|text| view! { <p class="cc-note">{text}</p> });
    view! {
        <section class=format!("cc-column cc-tone-{}", cx.tone(&city.id))>
            <h4>{say(&city.name, lang)} " " <strong>{column.plans.len().to_string()}</strong></h4>
            {absence}
            <ul class="cc-list">{first}</ul>
            {rest}
            {besides}
            {evidence_button::panel(cx, row.clone())}
        </section>
    }
}

/// A plan: its title, its money where the document states any, its department, its source.
fn entry(cx: Context, row: &str, plan: TopicRow<'_>, lang: Lang) -> AnyView {
    let item = plan.item;
    let money = item.budget.states_money().then(|| view! { <small>{plan.money(lang)}</small> });
    let departments =
        Some(plan.departments(lang)).filter(|names| !names.is_empty()).map(|names| view! { <small>{names}</small> });
    let source = evidence_button::button(cx, row, format!("topic-{}", item.id), &item.title, vec![plan.evidence()]);
    let title = item_link::link(cx, &item.id, in_lang(&item.title, lang).to_owned());
    view! { {title} " " {source} {money} {departments} }
}
