//! Everything that the dataset says about a document, as claims on its lines.

use super::claim::{Claim, Kind, Statement};
use super::language::{self, Sheet};
use super::normalise::Squeezed;
use super::original::Original;
use city_compare_dataset::model::{
    Bilingual, Cell, Document, FiscalYear, Indicator, Item, Lines, Plan, StructureLevel, Table, TitleOrigin,
};

/// The statements of a plan that rest on the document.
pub(super) fn of_plan(plan: &Plan, document: &str) -> Vec<Statement> {
    let mut statements = Vec::new();
    for item in plan.items.iter().filter(|item| item.source.document == document) {
        of_item(item, &mut statements);
    }
    if plan.document == document {
        for figure in &plan.figures {
            let claim = match figure.value.whole().filter(|_| figure.is_money()) {
                Some(krw) => Claim::Money { krw, as_printed: figure.as_printed.clone(), year: None },
                None => Claim::Number {
                    value: figure.value,
                    unit: figure.unit.ko.clone(),
                    as_printed: Some(figure.as_printed.clone()),
                },
            };
            statements.push(Statement {
                kind: Kind::Figure,
                owner: figure.id.clone(),
                ranges: vec![figure.lines],
                claims: vec![claim],
                text: format!("{} {} {}", figure.as_printed, figure.what.ko, year(figure.year)),
                cites: true,
            });
        }
        statements.extend(plan.tables.iter().map(of_table));
    }
    statements
}

/// The numbers of the Korean summaries: each must stand in the lines that its item cites.
pub(super) fn of_summaries(plan: &Plan, document: &str, sheet: &Sheet) -> Vec<Statement> {
    let items = plan.items.iter().filter(|item| item.source.document == document);
    let statement = |item: &Item| {
        let numbers = language::for_lines(&item.id, &item.summary.as_ref()?.ko, sheet);
        (!numbers.is_empty()).then(|| Statement {
            kind: Kind::Summary,
            owner: item.id.clone(),
            ranges: item.source.ranges().collect(),
            claims: vec![Claim::NumbersOf(numbers)],
            text: String::new(),
            cites: false,
        })
    };
    items.filter_map(statement).collect()
}

/// The counts that a plan states of its own structure, such as 20대 전략: each must stand on a line of the document.
pub(super) fn of_structure(plan: &Plan, original: &Original) -> Vec<Statement> {
    let counted = plan.structure.iter().filter_map(|level| Some((level, level.stated_count?)));
    let statement = |(level, count): (&StructureLevel, u32)| {
        let lines = (1..=original.count()).filter(|line| Squeezed::new(original.line(*line)).holds(&level.label.ko));
        Statement {
            kind: Kind::Level,
            owner: level.label.ko.clone(),
            ranges: lines.map(|line| Lines(line, line)).collect(),
            claims: vec![Claim::Words(level.label.ko.clone()), Claim::NumbersOf(count.to_string())],
            text: level.label.ko.clone(),
            cites: false,
        }
    };
    counted.map(statement).collect()
}

/// The statements about a document that it contradicts itself.
pub(super) fn of_discrepancies(document: &Document) -> Vec<Statement> {
    let mut statements = Vec::new();
    for discrepancy in &document.discrepancies {
        statements.push(Statement {
            kind: Kind::Discrepancy,
            owner: discrepancy.id.clone(),
            ranges: discrepancy.lines.iter().map(|line| Lines(*line, *line)).collect(),
            claims: Vec::new(),
            text: discrepancy.note.ko.clone(),
            cites: false,
        });
        for stated in &discrepancy.stated {
            statements.push(Statement {
                kind: Kind::Discrepancy,
                owner: discrepancy.id.clone(),
                ranges: vec![Lines(stated.line, stated.line)],
                claims: vec![Claim::Printed(stated.value.clone())],
                text: stated.value.clone(),
                cites: false,
            });
        }
    }
    statements
}

fn year(year: Option<FiscalYear>) -> String {
    year.map(|FiscalYear(year)| format!("{year} {:02}", year % 100)).unwrap_or_default()
}

fn of_item(item: &Item, statements: &mut Vec<Statement>) {
    let mut add = |kind, ranges: Vec<Lines>, claims, text: String| {
        statements.push(Statement { kind, owner: item.id.clone(), ranges, claims, text, cites: true });
    };
    let source: Vec<Lines> = item.source.ranges().collect();
    let summary = item.summary.as_ref().map(|summary| summary.ko.as_str()).unwrap_or_default();
    let title = format!("{} {summary}", item.title.ko);
    match item.title_origin {
        TitleOrigin::Printed => {
            add(Kind::PrintedTitle, source.clone(), vec![Claim::Words(item.title.ko.clone())], title);
        }
        TitleOrigin::Ours => add(Kind::OwnTitle, source.clone(), Vec::new(), title),
    }
    let words = |name: &Bilingual| (vec![Claim::Words(name.ko.clone())], name.ko.clone());
    for (kind, names) in [(Kind::Department, &item.departments), (Kind::Partner, &item.partners)] {
        for (claims, text) in names.iter().map(words) {
            add(kind, source.clone(), claims, text);
        }
    }
    if let Some(period) = &item.period {
        add(Kind::Period, vec![period.lines], vec![Claim::Words(period.ko.clone())], period.ko.clone());
    }
    for entry in &item.schedule {
        let text = format!("{} {}", entry.when, entry.what.ko);
        add(Kind::Schedule, vec![entry.lines], vec![Claim::Words(entry.when.clone())], text);
    }
    for indicator in &item.indicators {
        let (claims, text) = of_indicator(indicator);
        add(Kind::Indicator, vec![indicator.lines], claims, text);
    }
    for quantity in &item.quantities {
        let money = quantity.value.whole().filter(|_| quantity.unit.ko == "원");
        let claim = match money {
            Some(krw) => Claim::Money { krw, as_printed: String::new(), year: None },
            None => Claim::Number { value: quantity.value, unit: quantity.unit.ko.clone(), as_printed: None },
        };
        let text = format!("{} {} {}", quantity.value.get(), quantity.what.ko, year(quantity.year));
        add(Kind::Quantity, vec![quantity.lines], vec![claim], text);
    }
    for basis in &item.legal_basis {
        let (claims, text) = words(&basis.title);
        add(Kind::LegalBasis, vec![basis.lines], claims, text);
    }
    for amount in item.budget.amounts() {
        let claim = Claim::Money { krw: amount.krw.get(), as_printed: amount.as_printed.clone(), year: amount.year };
        let text = format!("{} {}", amount.as_printed, year(amount.year));
        add(Kind::Amount, vec![amount.lines], vec![claim], text);
    }
    for funding in item.budget.funding() {
        let claim = Claim::Money { krw: funding.krw.get(), as_printed: funding.as_printed.clone(), year: funding.year };
        let scope = funding.scope.as_ref().map(|scope| scope.ko.as_str()).unwrap_or_default();
        let text = format!("{} {} {scope}", funding.as_printed, year(funding.year));
        add(Kind::Funding, vec![funding.lines], vec![claim], text);
    }
}

fn of_indicator(indicator: &Indicator) -> (Vec<Claim>, String) {
    let unit = indicator.unit.as_ref().map(|unit| unit.ko.as_str()).unwrap_or_default();
    let mut claims = Vec::new();
    let mut text = indicator.name.ko.clone();
    for reading in [&indicator.before, &indicator.after].into_iter().flatten() {
        claims.push(Claim::NumbersOf(reading.ko.clone()));
        claims.extend(reading.value.map(|value| Claim::Number { value, unit: unit.to_owned(), as_printed: None }));
        text = format!("{text} {}", reading.ko);
    }
    (claims, text)
}

fn of_table(table: &Table) -> Statement {
    let mut claims = Vec::new();
    let mut text = table.title.ko.clone();
    for column in &table.columns {
        text = format!("{text} {}", column.name.ko);
    }
    for (cell, column) in table.rows.iter().flat_map(|row| row.iter().zip(&table.columns)) {
        match cell {
            Cell::Number(value) => {
                let unit = column.unit.as_ref().map(|unit| unit.ko.clone()).unwrap_or_default();
                let money = value.whole().filter(|_| unit == "원");
                claims.push(match money {
                    Some(krw) => Claim::Money { krw, as_printed: String::new(), year: None },
                    None => Claim::Number { value: *value, unit, as_printed: None },
                });
                text = format!("{text} {}", value.get());
            }
            Cell::Text(words) => {
                claims.push(Claim::Words(words.ko.clone()));
                text = format!("{text} {}", words.ko);
            }
            Cell::NotStated => {}
        }
    }
    Statement { kind: Kind::Table, owner: table.id.clone(), ranges: vec![table.lines], claims, text, cites: true }
}
