//! Official sources as documents, so that evidence, CSV and citation open them as they open any other source.

use crate::compare::both::both;
use crate::compare::in_lang;
use crate::model::official::{Official, OfficialSource};
use crate::model::{Dataset, Document, DocumentKind};
use crate::text::fill;
use crate::text::official::words;

/// A document for each source, under the same id: the publisher's table, and where the public copy stands that was read.
pub fn documents(official: &Official) -> Vec<Document> {
    official.sources.iter().map(document).collect()
}

/// Puts the sources of a dataset's official figures among its documents, but for those that it has under their id.
pub fn add_documents(dataset: &mut Dataset) {
    let Some(official) = &dataset.official else { return };
    let new = documents(official).into_iter().filter(|document| dataset.document(&document.id).is_none());
    let new: Vec<Document> = new.collect();
    dataset.documents.extend(new);
}

fn document(source: &OfficialSource) -> Document {
    let title = both(|lang| {
        let dataset = in_lang(&source.dataset, lang);
        source.copy.as_ref().map_or_else(
            || dataset.to_owned(),
            |copy| fill(words(lang).source_title, &[("dataset", dataset), ("repository", &copy.repository)]),
        )
    });
    Document {
        id: source.id.clone(),
        city: None,
        kind: DocumentKind::BudgetReport,
        title,
        publisher: Some(source.publisher.clone()),
        published: None,
        url: source.copy.as_ref().map(|copy| {
            let (repository, commit, path) = (&copy.repository, &copy.commit, &copy.path);
            format!("https://github.com/{repository}/blob/{commit}/{path}")
        }),
        file: None,
        sha256: None,
        lines: None,
        corrections: Vec::new(),
        discrepancies: Vec::new(),
    }
}
