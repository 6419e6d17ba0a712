//! What must hold between the parts of a dataset that each read well.

use super::descent::Descent;
use super::problem::{Fault, Problem, Target};
use super::rule::Rule;
use crate::model::{
    Account, City, Dataset, Document, Field, Item, Lines, Measure, OriginalBudget, Plan, Stage, Topic, Word,
};
use std::collections::{HashMap, HashSet};

/// Whether the ids of a city's items, figures and tables begin with the city's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ids {
    /// In the seeds, where it shows to whom an id belongs.
    Prefixed,
    /// In what others bring: no schema can ask for it.
    Plain,
}

/// Every problem of the dataset.
pub(super) fn check(dataset: &Dataset, form: Ids) -> Vec<Problem> {
    let mut checker = Checker {
        form,
        documents: dataset.documents.iter().map(|document| (document.id.as_str(), document)).collect(),
        fields: dataset.fields.iter().map(|field| field.code.as_str()).collect(),
        cities: dataset.cities.iter().map(|city| city.id.as_str()).collect(),
        items: dataset.cities.iter().flat_map(|city| &city.plan.items).map(|item| item.id.as_str()).collect(),
        ids: HashMap::new(),
        problems: Vec::new(),
    };
    checker.dataset(dataset);
    if let Some(official) = &dataset.official {
        checker.problems.extend(super::official::check(official, &checker.cities, &checker.fields));
    }
    checker.problems
}

struct Checker<'a> {
    form: Ids,
    documents: HashMap<&'a str, &'a Document>,
    fields: HashSet<&'a str>,
    cities: HashSet<&'a str>,
    items: HashSet<&'a str>,
    ids: HashMap<&'a str, String>,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    fn complain(&mut self, path: String, fault: Fault) {
        self.problems.push(Problem { file: None, line: None, path, fault });
    }

    /// An id is unique over the whole dataset and of the plain form that links and file names can carry.
    fn id(&mut self, id: &'a str, prefix: &str, path: &str) {
        let prefix = if self.form == Ids::Prefixed { prefix } else { "" };
        let plain =
            id.starts_with(prefix) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !plain {
            let fault = Fault::BadId { id: id.to_owned(), prefix: prefix.to_owned() };
            self.complain(format!("{path}.id"), fault);
        }
        match self.ids.get(id).cloned() {
            Some(first) => self.complain(format!("{path}.id"), Fault::DuplicateId { id: id.to_owned(), first }),
            None => {
                self.ids.insert(id, format!("{path}.id"));
            }
        }
    }

    fn refer(&mut self, id: &str, target: Target, path: String) {
        let known = match target {
            Target::Item | Target::Parent => self.items.contains(id),
            Target::Document => self.documents.contains_key(id),
            Target::Field => self.fields.contains(id),
            Target::City => self.cities.contains(id),
            // Only official figures refer to these, and are checked by themselves.
            Target::Source | Target::Place => false,
        };
        if !known {
            self.complain(path, Fault::UnknownReference { id: id.to_owned(), target });
        }
    }

    fn refer_all(&mut self, ids: &[String], target: Target, path: &str) {
        for (i, id) in ids.iter().enumerate() {
            self.refer(id, target, format!("{path}[{i}]"));
        }
    }

    fn within(&mut self, lines: Lines, document: Option<&Document>, path: String) {
        if let Some(count) = document.and_then(|document| document.lines).filter(|count| lines.to() > *count) {
            self.complain(path, Fault::LinesBeyond { line: lines.to(), lines: count });
        }
    }

    fn fields(&mut self, fields: &'a [Field]) {
        let mut first_at = HashMap::new();
        for (i, field) in fields.iter().enumerate() {
            let path = format!("fields[{i}].code");
            let first = first_at.entry(field.code.as_str()).or_insert_with(|| path.clone());
            if *first != path {
                let fault = Fault::DuplicateId { id: field.code.clone(), first: first.clone() };
                self.complain(path, fault);
            }
        }
    }

    fn dataset(&mut self, dataset: &'a Dataset) {
        self.fields(&dataset.fields);
        for (i, document) in dataset.documents.iter().enumerate() {
            self.document(document, &format!("documents[{i}]"));
        }
        for (i, city) in dataset.cities.iter().enumerate() {
            self.city(city, &format!("cities[{i}]"));
        }
        for (i, term) in dataset.glossary.iter().enumerate() {
            self.id(&term.id, "", &format!("glossary[{i}]"));
        }
        for (i, topic) in dataset.topics.iter().enumerate() {
            self.topic(topic, &format!("topics[{i}]"));
        }
    }

    fn topic(&mut self, topic: &'a Topic, path: &str) {
        self.id(&topic.id, "", path);
        if !topic.has_words() {
            self.refer_all(&topic.items, Target::Item, &format!("{path}.items"));
        }
        let mut first_at = HashMap::new();
        for (i, id) in topic.items.iter().enumerate() {
            let first = *first_at.entry(id).or_insert(i);
            if first != i {
                let fault = Fault::DuplicateId { id: id.clone(), first: format!("{path}.items[{first}]") };
                self.complain(format!("{path}.items[{i}]"), fault);
            }
        }
    }

    fn document(&mut self, document: &'a Document, path: &str) {
        self.id(&document.id, "", path);
        if let Some(city) = &document.city {
            self.refer(city, Target::City, format!("{path}.city"));
        }
        if let Some(url) = document.url.as_ref().filter(|url| !is_web_address(url)) {
            self.complain(format!("{path}.url"), Fault::BadUrl { found: url.clone() });
        }
        for (i, correction) in document.corrections.iter().enumerate() {
            let lines = Lines(correction.line, correction.line);
            self.within(lines, Some(document), format!("{path}.corrections[{i}].line"));
        }
        for (i, discrepancy) in document.discrepancies.iter().enumerate() {
            let path = format!("{path}.discrepancies[{i}]");
            self.id(&discrepancy.id, "", &path);
            self.refer_all(&discrepancy.items, Target::Item, &format!("{path}.items"));
            for (j, line) in discrepancy.lines.iter().enumerate() {
                self.within(Lines(*line, *line), Some(document), format!("{path}.lines[{j}]"));
            }
            for (j, stated) in discrepancy.stated.iter().enumerate() {
                self.within(Lines(stated.line, stated.line), Some(document), format!("{path}.stated[{j}].line"));
            }
        }
    }

    fn city(&mut self, city: &'a City, path: &str) {
        self.id(&city.id, "", path);
        for (i, population) in city.population.iter().enumerate() {
            let path = format!("{path}.population[{i}].documents");
            self.refer_all(&population.documents, Target::Document, &path);
        }
        self.plan(&city.plan, &city.id, &format!("{path}.plan"));
        for (i, budget) in city.budgets.iter().enumerate() {
            self.original_budget(budget, &format!("{path}.budgets[{i}]"));
        }
        for (i, conflict) in city.conflicts.iter().enumerate() {
            let path = format!("{path}.conflicts[{i}]");
            self.id(&conflict.id, "", &path);
            for (j, value) in conflict.stated.iter().enumerate() {
                self.refer_all(&value.documents, Target::Document, &format!("{path}.stated[{j}].documents"));
            }
        }
    }

    fn plan(&mut self, plan: &'a Plan, city: &str, path: &str) {
        self.refer(&plan.document, Target::Document, format!("{path}.document"));
        let document = self.documents.get(plan.document.as_str()).copied();
        let descent = Descent::of(plan);
        for (i, item) in plan.items.iter().enumerate() {
            self.item(item, &descent, city, &format!("{path}.items[{i}]"));
        }
        for (i, figure) in plan.figures.iter().enumerate() {
            let path = format!("{path}.figures[{i}]");
            self.id(&figure.id, city, &path);
            self.refer_all(&figure.items, Target::Item, &format!("{path}.items"));
            self.within(figure.lines, document, format!("{path}.lines"));
        }
        for (i, table) in plan.tables.iter().enumerate() {
            let path = format!("{path}.tables[{i}]");
            self.id(&table.id, city, &path);
            self.refer_all(&table.items, Target::Item, &format!("{path}.items"));
            self.within(table.lines, document, format!("{path}.lines"));
            let expected = table.columns.len();
            for (j, row) in table.rows.iter().enumerate().filter(|(_, row)| row.len() != expected) {
                self.complain(format!("{path}.rows[{j}]"), Fault::RowLength { found: row.len(), expected });
            }
        }
    }

    fn item(&mut self, item: &'a Item, descent: &Descent<'_>, city: &str, path: &str) {
        self.id(&item.id, city, path);
        if let Some(parent) = &item.parent {
            // A parent in another city's plan would hide the item: no tree holds both.
            if !descent.knows(parent) {
                let fault = Fault::UnknownReference { id: parent.clone(), target: Target::Parent };
                self.complain(format!("{path}.parent"), fault);
            }
            if descent.is_circular(&item.id) {
                self.complain(format!("{path}.parent"), Fault::Cycle { id: item.id.clone() });
            }
        }
        if item.staff_only && !item.is_plan() {
            self.complain(format!("{path}.staff_only"), Fault::StaffOnlyNoPlan);
        }
        if item.fields.is_empty() {
            self.complain(path.to_owned(), Fault::NoFields);
        }
        for (i, mapping) in item.fields.iter().enumerate() {
            self.refer(&mapping.code, Target::Field, format!("{path}.fields[{i}].code"));
        }
        self.refer(&item.source.document, Target::Document, format!("{path}.source.document"));
        let document = self.documents.get(item.source.document.as_str()).copied();
        for (place, lines) in cited(item) {
            self.within(lines, document, format!("{path}.{place}"));
        }
    }

    fn original_budget(&mut self, budget: &'a OriginalBudget, path: &str) {
        self.refer_all(&budget.fields, Target::Field, &format!("{path}.fields"));
        self.refer_all(&budget.documents, Target::Document, &format!("{path}.documents"));
        let fits = match budget.measure {
            Measure::Total => budget.account == Account::Total && budget.fields.is_empty(),
            Measure::GeneralAccount => budget.account == Account::General && budget.fields.is_empty(),
            Measure::SpecialAccounts => budget.account == Account::Special && budget.fields.is_empty(),
            // A label such as 경제 belongs to no standard field: it stands without a code.
            Measure::Field => true,
        };
        if !matches!(budget.stage, Stage::Proposed | Stage::Initial) {
            let fault = Fault::Rule { found: budget.stage.word().to_owned(), rule: Rule::PressStage };
            self.complain(format!("{path}.stage"), fault);
        }
        if !fits {
            let fault = Fault::MeasureMismatch {
                measure: budget.measure.word().to_owned(),
                account: budget.account.word().to_owned(),
                fields: budget.fields.len(),
            };
            self.complain(path.to_owned(), fault);
        }
    }
}

/// Only http and https: a dataset's address becomes a link in someone's page.
fn is_web_address(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && url.len() > scheme.len()
    })
}

/// Every place of an item that cites lines.
fn cited(item: &Item) -> Vec<(String, Lines)> {
    let mut cited = vec![("source.lines".to_owned(), item.source.lines)];
    let mut add = |list: &str, key: &str, lines: &mut dyn Iterator<Item = Lines>| {
        cited.extend(lines.enumerate().map(|(i, lines)| (format!("{list}[{i}]{key}"), lines)));
    };
    add("source.also", "", &mut item.source.also.iter().copied());
    add("schedule", ".lines", &mut item.schedule.iter().map(|entry| entry.lines));
    add("budget.amounts", ".lines", &mut item.budget.amounts().iter().map(|amount| amount.lines));
    add("budget.funding", ".lines", &mut item.budget.funding().iter().map(|funding| funding.lines));
    add("indicators", ".lines", &mut item.indicators.iter().map(|indicator| indicator.lines));
    add("quantities", ".lines", &mut item.quantities.iter().map(|quantity| quantity.lines));
    add("legal_basis", ".lines", &mut item.legal_basis.iter().map(|basis| basis.lines));
    cited.extend(item.period.iter().map(|period| ("period.lines".to_owned(), period.lines)));
    cited
}
