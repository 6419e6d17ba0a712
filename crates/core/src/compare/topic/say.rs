//! Sentences of a topic page.

use super::{Absence, TopicColumn, TopicPage};
use crate::compare::in_lang;
use crate::text::topic::words;
use crate::text::{Lang, fill};

/// How many plans, and in how many of the documents.
pub fn heading(page: &TopicPage<'_>, lang: Lang) -> String {
    let w = words(lang);
    let having = page.columns.iter().filter(|column| !column.plans.is_empty()).count();
    let values = [
        ("topic", in_lang(&page.subject.title(), lang).to_owned()),
        ("n", page.columns.len().to_string()),
        ("cities", having.to_string()),
        ("plans", page.plans().to_string()),
    ];
    let template = if having == 0 { w.heading_none } else { w.heading };
    fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Which documents state an amount; `None` where there is no plan at all.
pub fn stated_money(page: &TopicPage<'_>, lang: Lang) -> Option<String> {
    let w = words(lang);
    let states = |column: &&TopicColumn<'_>| column.plans.iter().any(|item| item.budget.states_money());
    let cities: Vec<&str> = page.columns.iter().filter(states).map(|column| in_lang(&column.city.name, lang)).collect();
    (page.plans() > 0).then(|| match cities.as_slice() {
        [] => w.money_nowhere.to_owned(),
        some => fill(w.money_where, &[("cities", &some.join(", "))]),
    })
}

/// Why a city has no plan on the subject, and what that does not mean.
pub fn absence(absence: Absence, lang: Lang) -> &'static str {
    let w = words(lang);
    match absence {
        Absence::Document => w.absent_document,
        Absence::Article => w.absent_article,
        Absence::NoPlan => w.absent_no_plan,
    }
}

/// How many items a document has besides its plans; `None` if it has none.
pub fn besides(column: &TopicColumn<'_>, lang: Lang) -> Option<String> {
    let n = column.besides.len();
    (n > 0).then(|| fill(words(lang).besides, &[("n", &n.to_string())]))
}
