//! Where a dataset has ids: of its own things, and of those that it refers to.

use crate::model::{City, Dataset, Document};

/// Every id that a dataset gives, with its path, in order. No two are alike.
pub(super) fn definitions(dataset: &Dataset) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut add = |path: String, id: &str| found.push((format!("{path}.id"), id.to_owned()));
    for (i, document) in dataset.documents.iter().enumerate() {
        add(format!("documents[{i}]"), &document.id);
        for (j, discrepancy) in document.discrepancies.iter().enumerate() {
            add(format!("documents[{i}].discrepancies[{j}]"), &discrepancy.id);
        }
    }
    for (i, city) in dataset.cities.iter().enumerate() {
        add(format!("cities[{i}]"), &city.id);
        let plan = format!("cities[{i}].plan");
        city.plan.items.iter().enumerate().for_each(|(j, item)| add(format!("{plan}.items[{j}]"), &item.id));
        city.plan.figures.iter().enumerate().for_each(|(j, figure)| add(format!("{plan}.figures[{j}]"), &figure.id));
        city.plan.tables.iter().enumerate().for_each(|(j, table)| add(format!("{plan}.tables[{j}]"), &table.id));
        let conflicts = city.conflicts.iter().enumerate();
        conflicts.for_each(|(j, conflict)| add(format!("cities[{i}].conflicts[{j}]"), &conflict.id));
    }
    dataset.glossary.iter().enumerate().for_each(|(i, term)| add(format!("glossary[{i}]"), &term.id));
    dataset.topics.iter().enumerate().for_each(|(i, topic)| add(format!("topics[{i}]"), &topic.id));
    found
}

/// Visits every id of a dataset, given or referred to, but for those of its official figures.
pub(super) fn each_id(dataset: &mut Dataset, visit: &mut dyn FnMut(&mut String)) {
    dataset.documents.iter_mut().for_each(|document| of_document(document, visit));
    dataset.cities.iter_mut().for_each(|city| of_city(city, visit));
    dataset.glossary.iter_mut().for_each(|term| visit(&mut term.id));
    for topic in &mut dataset.topics {
        visit(&mut topic.id);
        topic.items.iter_mut().for_each(&mut *visit);
    }
}

fn of_document(document: &mut Document, visit: &mut dyn FnMut(&mut String)) {
    visit(&mut document.id);
    document.city.iter_mut().for_each(&mut *visit);
    for discrepancy in &mut document.discrepancies {
        visit(&mut discrepancy.id);
        discrepancy.items.iter_mut().for_each(&mut *visit);
    }
}

fn of_city(city: &mut City, visit: &mut dyn FnMut(&mut String)) {
    visit(&mut city.id);
    city.population.iter_mut().flat_map(|population| &mut population.documents).for_each(&mut *visit);
    visit(&mut city.plan.document);
    for item in &mut city.plan.items {
        visit(&mut item.id);
        item.parent.iter_mut().for_each(&mut *visit);
        visit(&mut item.source.document);
    }
    for figure in &mut city.plan.figures {
        visit(&mut figure.id);
        figure.items.iter_mut().for_each(&mut *visit);
    }
    for table in &mut city.plan.tables {
        visit(&mut table.id);
        table.items.iter_mut().for_each(&mut *visit);
    }
    city.budgets.iter_mut().flat_map(|budget| &mut budget.documents).for_each(&mut *visit);
    for conflict in &mut city.conflicts {
        visit(&mut conflict.id);
        conflict.stated.iter_mut().flat_map(|value| &mut value.documents).for_each(&mut *visit);
    }
}
