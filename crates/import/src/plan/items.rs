//! Rows of a plan as its items: ids, parents by their numbers, order among siblings.

use super::{Column, Draft};
use crate::problem::{Cause, Problems};
use city_compare_dataset::model::{
    Amount, AmountKind, Basis, Bilingual, Budget, BudgetStatus, Certainty, Document, DocumentKind, FiscalYear, Funding,
    Indicator, Item, Level, Lines, Mapping, Number, Period, Reading, Role, Source, TitleOrigin,
};
use std::collections::HashMap;

/// The items of rows, and the documents that they name. A row that names none stands in the plan's own document.
///
/// Ids follow the last numbers of items and documents that the city has already.
pub(crate) fn items(
    drafts: &[Draft],
    (city, (last_item, last_document)): (&str, (usize, usize)),
    plan: &str,
    problems: &mut Problems,
) -> (Vec<Item>, Vec<Document>) {
    let mut documents = Documents { city, after: last_document, list: Vec::new() };
    let mut numbers: HashMap<&str, String> = HashMap::new();
    for (draft, n) in drafts.iter().zip(last_item + 1..) {
        let number = draft.text(Column::Number);
        if !number.is_empty() && !draft.text(Column::Title).is_empty() {
            // Of two items with one number the first is meant.
            numbers.entry(number).or_insert_with(|| id(city, n));
        }
    }
    let mut siblings: HashMap<(Option<String>, Level), u32> = HashMap::new();
    let mut items: Vec<Item> = Vec::new();
    for (draft, n) in drafts.iter().zip(last_item + 1..) {
        let source = documents.source(draft, plan);
        if draft.text(Column::Title).is_empty() {
            // A row with only an indicator continues the item above.
            if let Some(item) = items.last_mut() {
                item.indicators.extend(indicator(draft, source.lines));
            }
            continue;
        }
        let own = id(city, n);
        let parent = parent(draft, &numbers, &own, problems);
        let level = draft.level.unwrap_or(Level::Initiative);
        let ordinal = siblings.entry((parent.clone(), level)).or_default();
        *ordinal += 1;
        let ordinal = *ordinal;
        items.push(item(draft, own, parent, level, ordinal, source, problems));
    }
    (items, documents.list)
}

fn id(city: &str, n: usize) -> String {
    format!("{city}-item-{n}")
}

fn parent(draft: &Draft, numbers: &HashMap<&str, String>, own: &str, problems: &mut Problems) -> Option<String> {
    let number = draft.text(Column::Parent);
    if number.is_empty() {
        return None;
    }
    let found = numbers.get(number).filter(|id| *id != own);
    if found.is_none() {
        problems.add(draft.at, Cause::UnknownParent, number, "");
    }
    found.cloned()
}

fn item(
    draft: &Draft,
    id: String,
    parent: Option<String>,
    level: Level,
    ordinal: u32,
    source: Source,
    problems: &mut Problems,
) -> Item {
    let same = |text: &str| Bilingual::new(text, text);
    let optional = |column| Some(draft.text(column)).filter(|text: &&str| !text.is_empty());
    let title = draft.text(Column::Title);
    let english = optional(Column::TitleEn).unwrap_or(title);
    let role = draft.role.unwrap_or_else(|| usual_role(level));
    let mut fields = draft.fields.clone();
    if fields.is_empty() {
        if role == Role::Plan {
            problems.add(draft.at, Cause::NoField, title, "");
        }
        fields.push(Mapping { code: "900".to_owned(), confidence: Certainty::Arguable });
    }
    let list = |column| draft.list(column).into_iter().map(same).collect::<Vec<_>>();
    let lines = source.lines;
    let budget = budget(draft, lines, problems);
    Item {
        id,
        parent,
        level,
        role,
        staff_only: false,
        label: optional(Column::Number).map(same),
        ordinal,
        title: Bilingual::new(title, english),
        title_origin: TitleOrigin::Printed,
        summary: optional(Column::Summary).map(same),
        note: optional(Column::Note).map(same),
        fields,
        departments: list(Column::Departments),
        partners: list(Column::Partners),
        period: optional(Column::Period).map(|text| Period { ko: text.to_owned(), en: text.to_owned(), lines }),
        schedule: Vec::new(),
        budget,
        indicators: indicator(draft, lines).into_iter().collect(),
        quantities: Vec::new(),
        legal_basis: Vec::new(),
        source,
    }
}

/// What an item of a level is, where its row does not say: names without an act are the frame.
const fn usual_role(level: Level) -> Role {
    match level {
        Level::Initiative | Level::Action | Level::CoreProject => Role::Plan,
        _ => Role::Frame,
    }
}

fn budget(draft: &Draft, lines: Lines, problems: &mut Problems) -> Budget {
    let mut amounts = Vec::new();
    let mut funding = Vec::new();
    for (column, krw, as_printed) in &draft.amounts {
        let (krw, as_printed) = (*krw, as_printed.clone());
        match column {
            Column::Funding(from) => {
                funding.push(Funding { from: *from, krw, year: None, scope: None, as_printed, lines });
            }
            Column::Year(year) => {
                let year = Some(FiscalYear(*year));
                amounts.push(Amount { year, kind: AmountKind::Annual, krw, as_printed, basis: Basis::Body, lines });
            }
            Column::Amount(kind) => {
                amounts.push(Amount { year: None, kind: *kind, krw, as_printed, basis: Basis::Body, lines });
            }
            _ => {}
        }
    }
    let silent = matches!(draft.budget, Some(BudgetStatus::NonBudget | BudgetStatus::NotStated));
    if silent && !(amounts.is_empty() && funding.is_empty()) {
        let word = draft.budget.map_or("", |status| crate::columns::names(super::BUDGETS, status).0);
        problems.add(draft.at, Cause::AmountsNotStated, word, "");
    }
    match (amounts.is_empty(), funding.is_empty()) {
        (false, _) => Budget::Stated { amounts, funding },
        (true, false) => Budget::FundingOnly { funding },
        (true, true) if draft.budget == Some(BudgetStatus::NonBudget) => Budget::NonBudget,
        (true, true) => Budget::NotStated,
    }
}

fn indicator(draft: &Draft, lines: Lines) -> Option<Indicator> {
    let name = Some(draft.text(Column::Indicator)).filter(|name| !name.is_empty())?;
    let same = |text: &str| Bilingual::new(text, text);
    let reading = |column| {
        let text = Some(draft.text(column)).filter(|text: &&str| !text.is_empty())?;
        let value = text.replace(',', "").parse().ok().and_then(Number::new);
        Some(Reading { value, ko: text.to_owned(), en: text.to_owned() })
    };
    let unit = Some(draft.text(Column::IndicatorUnit)).filter(|unit| !unit.is_empty()).map(same);
    Some(Indicator { name: same(name), before: reading(Column::Before), after: reading(Column::After), unit, lines })
}

/// The documents that rows name.
struct Documents<'a> {
    city: &'a str,
    after: usize,
    list: Vec<Document>,
}

impl Documents<'_> {
    /// Where a row's item stands: in the document that it names, if it names a line of it; otherwise in the table itself, whose
    /// row is the line, with what it says of document and page as the section.
    fn source(&mut self, draft: &Draft, plan: &str) -> Source {
        let (name, section) = (draft.text(Column::Document), draft.text(Column::Section));
        let line = draft.text(Column::Line).trim_end_matches(".0");
        let (from, to) = line.split_once(['-', '~', '–']).unwrap_or((line, line));
        let lines = from.trim().parse().ok().zip(to.trim().parse().ok()).filter(|(from, to)| 0 < *from && from <= to);
        if let (false, Some((from, to))) = (name.is_empty(), lines) {
            let document = self.id(name);
            return Source { document, section: section.to_owned(), lines: Lines(from, to), also: Vec::new() };
        }
        let said = [name, section, line].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
        let row = draft.at.row.unwrap_or(1).max(1);
        let section = if said.is_empty() { format!("{row}행") } else { said };
        Source { document: plan.to_owned(), section, lines: Lines(row, row), also: Vec::new() }
    }

    fn id(&mut self, name: &str) -> String {
        if let Some(known) = self.list.iter().find(|document| document.title.ko == name) {
            return known.id.clone();
        }
        let id = format!("{}-document-{}", self.city, self.after + self.list.len() + 1);
        self.list.push(Document {
            id: id.clone(),
            city: Some(self.city.to_owned()),
            kind: DocumentKind::Plan,
            title: Bilingual::new(name, name),
            publisher: None,
            published: None,
            url: None,
            file: None,
            sha256: None,
            lines: None,
            corrections: Vec::new(),
            discrepancies: Vec::new(),
        });
        id
    }
}
