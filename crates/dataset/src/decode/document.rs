use crate::model::{Correction, Discrepancy, Document, StatedValue};
use crate::reader::Reader;

pub(super) fn document(r: &mut Reader<'_>) -> Option<Document> {
    let (id, city, kind) = (r.text("id"), r.opt_text("city"), r.word("kind"));
    let (title, publisher, published) = (r.bilingual("title"), r.opt_bilingual("publisher"), r.opt_date("published"));
    let (url, file, sha256, lines) =
        (r.opt_text("url"), r.opt_text("file"), r.opt_sha256("sha256"), r.opt_count("lines"));
    let corrections = r.some("corrections", correction);
    let discrepancies = r.some("discrepancies", discrepancy);
    Some(Document {
        id,
        city,
        kind: kind?,
        title,
        publisher,
        published,
        url,
        file,
        sha256,
        lines,
        corrections,
        discrepancies,
    })
}

fn correction(r: &mut Reader<'_>) -> Option<Correction> {
    // What was misprinted may hold the very marks that texts must not hold.
    let (line, printed, read_as) = (r.count("line"), r.verbatim("printed"), r.verbatim("read_as"));
    let alternatives = r.texts("alternatives");
    let (reason, confidence) = (r.bilingual("reason"), r.word("confidence"));
    Some(Correction { line, printed, read_as, alternatives, reason, confidence: confidence? })
}

fn discrepancy(r: &mut Reader<'_>) -> Option<Discrepancy> {
    let (id, kind, rank) = (r.text("id"), r.word("kind"), r.word("rank"));
    let (lines, items) = (r.line_numbers("lines"), r.texts("items"));
    let stated = r.list("stated", |r| StatedValue {
        what: r.bilingual("what"),
        value: r.verbatim("value"),
        line: r.count("line"),
    });
    let (computed, note) = (r.opt_text("computed"), r.bilingual("note"));
    let why = r.bilingual("why");
    Some(Discrepancy { id, kind: kind?, rank: rank?, lines, items, stated, computed, note, why })
}
