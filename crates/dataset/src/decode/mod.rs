//! From the tree to the model, one function a type. A value that cannot be read is complained about and replaced by a
//! placeholder that never leaves the loader.

mod budget;
mod document;
mod plan;
mod stream;

pub(super) use stream::from_text;

use super::gone::Gone;
use super::problem::{Fault, Problem};
use super::reader::{Log, Reader, bilingual};
use super::tree::Node;
use crate::model::{
    Agreement, BudgetConflict, City, CityNote, ConflictValue, Dataset, Document, Field, FieldSplit, Judged, Lines,
    Plan, Population, SCHEMA, Share, Term, Topic, WordForms,
};

/// The long lists of a dataset, where they were read before the rest, each with what could not be read of it.
#[derive(Default)]
pub(super) struct Lists {
    documents: Option<(Vec<Document>, Vec<Problem>)>,
    cities: Option<(Vec<City>, Vec<Problem>)>,
}

/// The dataset of a tree, and what could not be read of it.
pub(super) fn dataset(root: &Node, lists: Lists, gone: &Gone) -> (Dataset, Vec<Problem>) {
    let log = Log::new(gone);
    let mut reader = Reader::new(root, String::new(), &log);
    let schema = reader.text("schema");
    if !schema.is_empty() && schema != SCHEMA {
        reader.fault("schema", Fault::WrongSchema { found: format!("“{schema}”") });
    }
    let dataset = Dataset {
        schema,
        name: reader.opt_bilingual("name"),
        version: reader.text("version"),
        fields: required(&mut reader, "fields", |r| Field { code: r.field_code("code"), name: r.bilingual("name") }),
        documents: {
            reader.require_list("documents");
            listed(&mut reader, "documents", lists.documents, document::document)
        },
        cities: {
            reader.require_filled("cities");
            listed(&mut reader, "cities", lists.cities, city)
        },
        glossary: reader.list("glossary", term),
        topics: reader.list("topics", topic),
        cautions: reader.list("cautions", bilingual),
        agreement: reader.opt_table("agreement", agreement).flatten(),
        official: reader.opt_table("official", super::official::official),
    };
    reader.finish();
    (dataset, log.into_problems())
}

/// A list that was read already, or is read now.
fn listed<'a, T>(
    reader: &mut Reader<'a>,
    key: &'static str,
    before: Option<(Vec<T>, Vec<Problem>)>,
    read: impl FnMut(&mut Reader<'a>) -> Option<T>,
) -> Vec<T> {
    match before {
        Some((values, problems)) => {
            reader.was_read(key, problems);
            values
        }
        None => reader.some(key, read),
    }
}

/// A list whose absence is a problem.
fn required<'a, T>(reader: &mut Reader<'a>, key: &'static str, read: impl FnMut(&mut Reader<'a>) -> T) -> Vec<T> {
    reader.require_list(key);
    reader.list(key, read)
}

/// The lines that a city's document spends on nothing, and why; see `seeds`.
pub(super) fn left_out(node: &Node, path: String) -> ((Lines, String), Vec<Problem>) {
    let gone = Gone::default();
    let log = Log::new(&gone);
    let mut reader = Reader::new(node, path, &log);
    let read = (reader.lines("lines"), reader.text("reason"));
    reader.finish();
    (read, log.into_problems())
}

pub(super) fn term(r: &mut Reader<'_>) -> Term {
    Term {
        id: r.text("id"),
        term: r.bilingual("term"),
        explanation: r.bilingual("explanation"),
        forms: r.opt_table("match", word_forms).unwrap_or_default(),
    }
}

fn word_forms(r: &mut Reader<'_>) -> WordForms {
    WordForms { ko: r.texts("ko"), en: r.texts("en") }
}

pub(super) fn topic(r: &mut Reader<'_>) -> Topic {
    Topic {
        id: r.text("id"),
        title: r.bilingual("title"),
        description: r.bilingual("description"),
        words: r.texts("words"),
        project_words: r.texts("project_words"),
        exclude: r.texts("exclude"),
        synonyms: r.list("synonyms", word_forms),
        items: r.texts("items"),
        judged: r.opt_table("judged", judged).flatten(),
    }
}

fn judged(r: &mut Reader<'_>) -> Option<Judged> {
    let (precision, recall) = (share(r, "precision"), share(r, "recall"));
    Some(Judged { precision: precision?, recall: recall? })
}

pub(super) fn agreement(r: &mut Reader<'_>) -> Option<Agreement> {
    let (roles, fields) = (share(r, "roles"), share(r, "fields"));
    Some(Agreement { roles: roles?, fields: fields? })
}

fn share(r: &mut Reader<'_>, key: &'static str) -> Option<Share> {
    r.table(key, |r| {
        let share = Share { part: r.small("part"), of: r.count("of") };
        // What is no count is complained about already.
        if share.of > 0 && share.part > share.of {
            r.fault("part", Fault::AboveWhole { part: share.part, of: share.of });
        }
        (0 < share.of && share.part <= share.of).then_some(share)
    })
    .flatten()
}

fn city(r: &mut Reader<'_>) -> Option<City> {
    let id = r.text("id");
    let (name, province, kind) = (r.bilingual("name"), r.bilingual("province"), r.word("kind"));
    let population = r.list("population", population);
    let plan: Option<Plan> = r.table("plan", plan::plan);
    let budgets = r.some("budgets", budget::original_budget);
    let conflicts = r.some("conflicts", conflict);
    let field_splits = r.some("field_splits", field_split);
    let not_found = r.list("not_found", |r| CityNote { note: r.bilingual("note") });
    Some(City { id, name, province, kind: kind?, population, plan: plan?, budgets, conflicts, field_splits, not_found })
}

fn population(r: &mut Reader<'_>) -> Population {
    Population {
        as_of: r.date("as_of"),
        persons: r.opt_whole("persons"),
        as_printed: r.text("as_printed"),
        documents: r.some_texts("documents"),
        note: r.opt_bilingual("note"),
    }
}

fn conflict(r: &mut Reader<'_>) -> Option<BudgetConflict> {
    let (id, fiscal_year, kind) = (r.text("id"), r.opt_year("fiscal_year"), r.word("kind"));
    let what = r.bilingual("what");
    let stated = r.list("stated", |r| ConflictValue {
        what: r.bilingual("what"),
        value: r.text("value"),
        documents: r.texts("documents"),
    });
    let (computed, note) = (r.opt_text("computed"), r.bilingual("note"));
    Some(BudgetConflict { id, fiscal_year, kind: kind?, what, stated, computed, note })
}

fn field_split(r: &mut Reader<'_>) -> Option<FieldSplit> {
    let (fiscal_year, stage, base) = (r.year("fiscal_year"), r.word("stage"), r.word("base"));
    let (printed, itemised_percent, complete) =
        (r.small("printed"), r.number("itemised_percent"), r.boolean("complete"));
    Some(FieldSplit { fiscal_year, stage: stage?, base: base?, printed, itemised_percent, complete })
}
