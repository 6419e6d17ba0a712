//! What is shown of a pin.

use super::{Pin, What};
use crate::compare::topic::{self, Subject, TopicPage, TopicRow};
use crate::compare::{self, Filters, Plot, Selection, in_lang, speak, units};
use crate::export::cite;
use crate::model::{City, Dataset, Item, Topic};
use crate::options::{State, View};
use crate::screen;
use crate::text::Lang;

/// A pin in words, with its figure if it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Whose it is, or what of: the line over the title.
    pub of: String,
    /// Its title.
    pub title: String,
    /// What else there is to say, a line each.
    pub lines: Vec<String>,
    /// The figure.
    pub plot: Option<Plot>,
    /// The documents that it rests on, cited, with their lines where there are any.
    pub citations: Vec<String>,
}

/// How topics are found: which there are, and what items a reader's own words find.
pub struct Topics<'a> {
    /// The topics.
    pub all: &'a [Topic],
    /// Ids of the items that words find.
    pub found: &'a dyn Fn(&Selection, &str) -> Vec<String>,
}

/// What is shown of a pin; `None` if the dataset does not hold what it names.
pub fn card(dataset: &Dataset, topics: &Topics<'_>, pin: &Pin, lang: Lang) -> Option<Card> {
    match &pin.what {
        What::Item(id) => dataset.item(id).map(|(city, found)| item(dataset, city, found, lang)),
        What::Cell(field, city) => cell(dataset, field, dataset.city(city)?, lang),
        What::Figure(_) => figure(dataset, topics, &pin.what.state(dataset)?, lang),
    }
}

fn item(dataset: &Dataset, city: &City, item: &Item, lang: Lang) -> Card {
    let row = TopicRow { city, item };
    let evidence = row.evidence();
    let parents = std::iter::successors(Some(item), |below| city.plan.item(below.parent.as_deref()?)).skip(1).take(8);
    let mut parents: Vec<&str> = parents.map(|above| in_lang(&above.title, lang)).collect();
    parents.reverse();
    let lines = [parents.join(" › "), row.money(lang), row.departments(lang)];
    Card {
        of: format!("{} · {}", in_lang(&city.name, lang), compare::level_name(item.level, lang)),
        title: in_lang(&item.title, lang).to_owned(),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        plot: None,
        citations: vec![with_lines(dataset, &evidence, lang)],
    }
}

fn cell(dataset: &Dataset, field: &str, city: &City, lang: Lang) -> Option<Card> {
    let selection = Selection::all(dataset);
    let filters = Filters::default();
    let order = units::RowOrder::Field;
    let ask = units::Ask { dataset, selection: &selection, filters: &filters, found: None, rest: false, order };
    let items = ask.items(city, field);
    let document = dataset.document(&city.plan.document).map(|document| cite(document, lang));
    Some(Card {
        of: in_lang(&city.name, lang).to_owned(),
        title: in_lang(&dataset.field(field)?.name, lang).to_owned(),
        lines: items.iter().map(|item| in_lang(&item.title, lang).to_owned()).collect(),
        plot: None,
        citations: document.into_iter().collect(),
    })
}

fn figure(dataset: &Dataset, topics: &Topics<'_>, state: &State, lang: Lang) -> Option<Card> {
    let plot = match state.view {
        View::Budgets => screen::budgets(dataset, state).map(|shown| shown.plot),
        View::Topics => topic_plot(dataset, topics, state),
        _ => screen::plot(dataset, state),
    }?;
    let caveat = plot.caveat().map(|note| in_lang(&note.text, lang).to_owned());
    let lines = [Some(speak::summary(&plot, dataset, lang)), caveat, speak::basis(&plot, lang)];
    let cited = |id: &&str| dataset.document(id).map_or_else(|| (*id).to_owned(), |document| cite(document, lang));
    Some(Card {
        of: state
            .selection(dataset)
            .cities(dataset)
            .map(|city| in_lang(&city.name, lang))
            .collect::<Vec<_>>()
            .join(" · "),
        title: in_lang(&plot.title, lang).to_owned(),
        lines: lines.into_iter().flatten().collect(),
        citations: plot.documents().iter().map(cited).collect(),
        plot: Some(plot),
    })
}

fn topic_plot(dataset: &Dataset, topics: &Topics<'_>, state: &State) -> Option<Plot> {
    let selection = state.selection(dataset);
    let typed = state.query.trim();
    let found = if state.topic.is_none() && !typed.is_empty() { (topics.found)(&selection, typed) } else { Vec::new() };
    let subject = match &state.topic {
        None if !typed.is_empty() => Subject::Words { typed, found: &found },
        id => Subject::Topic(topics.all.iter().find(|topic| Some(&topic.id) == id.as_ref()).or(topics.all.first())?),
    };
    Some(topic::plot(dataset, &selection, &TopicPage::new(dataset, &selection, subject)))
}

fn with_lines(dataset: &Dataset, evidence: &compare::Evidence, lang: Lang) -> String {
    let cited = dataset.document(&evidence.document).map(|document| cite(document, lang));
    let lines = speak::source_lines(&evidence.lines, lang);
    let parts = [cited.unwrap_or_else(|| evidence.document.clone()), lines];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
