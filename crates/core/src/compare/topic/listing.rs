//! A topic page as rows: what its table and its CSV are made from.

use super::TopicPage;
use crate::compare::speak::source_text;
use crate::compare::table::{Cell, Column, ColumnKind, Row, SortKey};
use crate::compare::{DataTable, Evidence, funding_name, in_lang};
use crate::format;
use crate::model::{Amount, AmountKind, Budget, City, Dataset, Item};
use crate::text::topic::words;
use crate::text::{Lang, fill};

/// An item of a topic page with its city.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopicRow<'a> {
    /// The city.
    pub city: &'a City,
    /// The item.
    pub item: &'a Item,
}

/// The rows of a page: its plans, city by city, as they stand in the columns.
pub fn rows<'a>(page: &TopicPage<'a>) -> Vec<TopicRow<'a>> {
    let of = |column: &super::TopicColumn<'a>| {
        let city = column.city;
        column.plans.iter().map(move |item| TopicRow { city, item }).collect::<Vec<_>>()
    };
    page.columns.iter().flat_map(of).collect()
}

impl TopicRow<'_> {
    /// What the document says of the money, in words: `2021년 1억 2,000만 원`; that it needs none; that it says nothing.
    pub fn money(&self, lang: Lang) -> String {
        let w = words(lang);
        match &self.item.budget {
            Budget::NonBudget => w.money_non_budget.to_owned(),
            Budget::NotStated => w.money_not_stated.to_owned(),
            Budget::FundingOnly { funding } => {
                let shares = funding
                    .iter()
                    .map(|share| format!("{} {}", funding_name(share.from, lang), format::exact(share.krw, lang)));
                fill(w.money_shares, &[("list", &shares.collect::<Vec<_>>().join(", "))])
            }
            Budget::Stated { .. } => {
                let amounts = self.amounts().into_iter();
                let told = |amount: &Amount| {
                    let when = when(amount, lang);
                    format!("{when} {}", format::exact(amount.krw, lang)).trim_start().to_owned()
                };
                amounts.map(told).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// The amounts that the document states, each year and kind once: the head of a sheet before its body.
    pub fn amounts(&self) -> Vec<&Amount> {
        let mut amounts: Vec<&Amount> = Vec::new();
        for amount in self.item.budget.amounts() {
            let same = |known: &&Amount| (known.year, known.kind, known.krw) == (amount.year, amount.kind, amount.krw);
            if !amounts.iter().any(same) {
                amounts.push(amount);
            }
        }
        amounts
    }

    /// The departments in charge; empty where the document names none.
    pub fn departments(&self, lang: Lang) -> String {
        self.item.departments.iter().map(|name| in_lang(name, lang)).collect::<Vec<_>>().join(", ")
    }

    /// Where the document says so.
    pub fn evidence(&self) -> Evidence {
        Evidence::item(self.item)
    }
}

/// Of which year an amount is, or what else it covers.
fn when(amount: &Amount, lang: Lang) -> String {
    let w = words(lang);
    let year = amount.year.map(|year| fill(w.money_year, &[("year", &year.to_string())]));
    let kind = match amount.kind {
        AmountKind::Annual => None,
        AmountKind::Prior => Some(w.money_prior),
        AmountKind::Total => Some(w.money_total),
        AmountKind::Undated => Some(w.money_undated),
        AmountKind::PrivateInvestment => Some(w.money_private),
    };
    [year.as_deref(), kind].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The page as a table: item, city, money, department, source.
pub fn listing(page: &TopicPage<'_>, dataset: &Dataset, lang: Lang) -> DataTable {
    let w = words(lang);
    let columns = [
        (ColumnKind::Category, w.column_item),
        (ColumnKind::SeriesName, w.column_city),
        (ColumnKind::Value, w.column_money),
        (ColumnKind::Detail, w.column_department),
        (ColumnKind::Source, w.column_source),
    ];
    let text = |text: String| {
        let key = if text.is_empty() { SortKey::Missing } else { SortKey::Text(text.to_ascii_lowercase()) };
        Cell { text, detail: None, key, status: None, mark: None, evidence: Vec::new() }
    };
    let row = |(place, row): (usize, TopicRow<'_>)| {
        let first = row.amounts().first().map(|amount| amount.krw.get());
        #[expect(clippy::cast_precision_loss, reason = "amounts of items lie far below 2^53 won")]
        let key = first.map_or(SortKey::Missing, |krw| SortKey::Number(krw as f64));
        let evidence = row.evidence();
        let source = source_text(&evidence, dataset, lang);
        Row {
            category: place,
            cells: vec![
                text(in_lang(&row.item.title, lang).to_owned()),
                text(in_lang(&row.city.name, lang).to_owned()),
                Cell { key, ..text(row.money(lang)) },
                text(row.departments(lang)),
                Cell { evidence: vec![evidence], ..text(source) },
            ],
        }
    };
    DataTable {
        caption: super::heading(page, lang),
        lang,
        columns: columns.into_iter().map(|(kind, label)| Column { kind, label: label.to_owned() }).collect(),
        rows: rows(page).into_iter().enumerate().map(row).collect(),
    }
}
