//! CSV of a topic page: a row for each plan.

use super::Meta;
use super::csv::{mark as begin, write_row};
use crate::compare::speak::{document_title, lines_text};
use crate::compare::topic::{TopicPage, TopicRow, rows};
use crate::compare::{in_lang, level_name};
use crate::model::{Amount, Budget, Dataset, Word};
use crate::text::Lang;

/// The columns, the same in every language.
pub const TOPIC_COLUMNS: [&str; 19] = [
    "topic",
    "city",
    "city_id",
    "item",
    "item_id",
    "level",
    "amount_won",
    "amount_year",
    "amount_kind",
    "status",
    "as_printed",
    "department",
    "document",
    "lines",
    "url",
    "link",
    "accessed",
    "dataset_version",
    "dataset_sha256",
];

/// A topic page as CSV: a row for each plan, city by city, in the order of the columns. As [`csv`](super::csv()) it begins with a byte
/// order mark and ends its lines with CRLF, and what a spreadsheet would take for a formula is preceded by an apostrophe.
///
/// An item may state several amounts: `amount_won`, `amount_year`, `amount_kind` and `as_printed` then hold one part for each, in the
/// same order, with ` | ` between them. `status` is `stated`, `funding_only` (shares of a total that is not stated), `non_budget` or
/// `not_stated`.
pub fn topic_csv(page: &TopicPage<'_>, dataset: &Dataset, meta: &Meta, lang: Lang) -> String {
    let mut text = begin();
    write_row(&mut text, &TOPIC_COLUMNS.map(str::to_owned));
    for found in rows(page) {
        write_row(&mut text, &row(page, &found, dataset, meta, lang));
    }
    text
}

fn row(
    page: &TopicPage<'_>,
    row: &TopicRow<'_>,
    dataset: &Dataset,
    meta: &Meta,
    lang: Lang,
) -> [String; TOPIC_COLUMNS.len()] {
    let (city, item) = (row.city, row.item);
    let amounts = row.amounts();
    let parts =
        |part: &dyn Fn(&Amount) -> String| amounts.iter().map(|amount| part(amount)).collect::<Vec<_>>().join(" | ");
    let evidence = row.evidence();
    let (version, hash) = meta.of(&city.id);
    let url = dataset.document(&evidence.document).and_then(|document| document.url.clone());
    [
        in_lang(&page.subject.title(), lang).to_owned(),
        in_lang(&city.name, lang).to_owned(),
        city.id.clone(),
        in_lang(&item.title, lang).to_owned(),
        item.id.clone(),
        level_name(item.level, lang).to_owned(),
        parts(&|amount| amount.krw.get().to_string()),
        parts(&|amount| amount.year.map(|year| year.to_string()).unwrap_or_default()),
        parts(&|amount| amount.kind.word().to_owned()),
        status(&item.budget).to_owned(),
        parts(&|amount| amount.as_printed.clone()),
        row.departments(lang),
        document_title(&evidence.document, dataset, lang).to_owned(),
        lines_text(&evidence.lines, "-", "; "),
        url.unwrap_or_default(),
        meta.link.clone().unwrap_or_default(),
        meta.date.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default(),
        version.to_owned(),
        hash.to_owned(),
    ]
}

fn status(budget: &Budget) -> &'static str {
    match budget {
        Budget::Stated { .. } => "stated",
        Budget::FundingOnly { .. } => "funding_only",
        Budget::NonBudget => "non_budget",
        Budget::NotStated => "not_stated",
    }
}
