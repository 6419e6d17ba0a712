//! JSON of a plot, with both languages and every source.

use super::Meta;
use crate::compare::speak::{Status, counts, mark_text, unit_code, unit_name};
use crate::compare::{Category, Evidence, Form, Mark, Note, NoteKind, Plot, Reading, Square, SquareKind};
use crate::model::{Account, Bilingual, Dataset, Document, FiscalYear, Lines, Number, Stage, Won};
use crate::text::Lang;
use serde::Serialize;

/// The name of the shape, at the head of every export.
pub const SCHEMA: &str = "city-compare-plot/1";

/// A plot as JSON, indented, with both languages.
///
/// A mark names its category and its series by their `key`. Its `value` is a number in `unit.code`
/// (`won`, `won_per_resident`, `percent`, `count`), or `null` where `status` is not `stated`; `text` is what the table
/// says. `notes` of a mark are indices from 0 into `notes` of the plot. Lines are `[from, to]`, from 1.
pub fn json(plot: &Plot, dataset: &Dataset, meta: &Meta) -> String {
    // Writing to a string fails for maps whose keys are no strings and for numbers that are not finite: none are here.
    serde_json::to_string_pretty(&export(plot, dataset, meta)).unwrap_or_default()
}

#[derive(Serialize)]
struct PlotJson<'a> {
    schema: &'static str,
    dataset: DatasetJson<'a>,
    link: Option<&'a str>,
    accessed: Option<&'a str>,
    id: &'a str,
    title: &'a Bilingual,
    form: &'static str,
    unit: UnitJson,
    categories: Vec<CategoryJson<'a>>,
    series: Vec<SeriesJson<'a>>,
    marks: Vec<MarkJson<'a>>,
    notes: Vec<NoteJson<'a>>,
    documents: Vec<DocumentJson<'a>>,
}

#[derive(Serialize)]
struct DatasetJson<'a> {
    version: &'a str,
    sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct UnitJson {
    code: &'static str,
    name: Bilingual,
}

#[derive(Serialize)]
struct CategoryJson<'a> {
    key: &'a str,
    label: &'a Bilingual,
    detail: Option<&'a Bilingual>,
    item: Option<&'a str>,
}

#[derive(Serialize)]
struct SeriesJson<'a> {
    key: &'a str,
    label: &'a Bilingual,
}

#[derive(Serialize)]
struct MarkJson<'a> {
    category: Option<&'a str>,
    series: Option<&'a str>,
    value: Option<Number>,
    status: &'static str,
    text: Bilingual,
    fiscal_year: Option<FiscalYear>,
    stage: Option<Stage>,
    account: Option<Account>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_won: Option<Won>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemJson<'a>>,
    evidence: Vec<EvidenceJson<'a>>,
    notes: &'a [usize],
}

#[derive(Serialize)]
struct ItemJson<'a> {
    item: &'a str,
    kind: &'static str,
    arguable: bool,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    document: &'a str,
    section: Option<&'a str>,
    lines: &'a [Lines],
    as_printed: Option<&'a str>,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    kind: &'static str,
    text: &'a Bilingual,
    evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    title: &'a Bilingual,
    publisher: Option<&'a Bilingual>,
    published: Option<&'a str>,
    url: Option<&'a str>,
}

fn export<'a>(plot: &'a Plot, dataset: &'a Dataset, meta: &'a Meta) -> PlotJson<'a> {
    PlotJson {
        schema: SCHEMA,
        dataset: DatasetJson {
            version: &meta.version,
            sha256: Some(meta.hash.as_str()).filter(|hash| !hash.is_empty()),
        },
        link: meta.link.as_deref(),
        accessed: meta.date.as_ref().map(|date| date.as_str()),
        id: &plot.id,
        title: &plot.title,
        form: form_word(plot.form),
        unit: UnitJson { code: unit_code(&plot.unit).unwrap_or("count"), name: unit_name(&plot.unit) },
        categories: plot.categories.iter().map(category).collect(),
        series: plot.series.iter().map(|series| SeriesJson { key: &series.key, label: &series.label }).collect(),
        marks: plot.marks.iter().map(|each| mark(plot, each)).collect(),
        notes: plot.notes.iter().map(note).collect(),
        documents: documents(plot, dataset),
    }
}

fn category(category: &Category) -> CategoryJson<'_> {
    CategoryJson {
        key: &category.key,
        label: &category.label,
        detail: category.detail.as_ref(),
        item: category.item.as_deref(),
    }
}

fn mark<'a>(plot: &'a Plot, mark: &'a Mark) -> MarkJson<'a> {
    MarkJson {
        category: plot.categories.get(mark.category).map(|category| category.key.as_str()),
        series: plot.series.get(mark.series).map(|series| series.key.as_str()),
        value: match mark.value {
            Reading::Value(number) => Some(number),
            Reading::NonBudget | Reading::NotStated | Reading::NotApplicable => None,
        },
        status: Status::of(mark.value).word(),
        text: Bilingual { ko: mark_text(plot, mark, Lang::Ko), en: mark_text(plot, mark, Lang::En) },
        fiscal_year: mark.year,
        stage: mark.stage,
        account: mark.account,
        amount_won: mark.amount,
        count: counts(plot, mark).then(|| mark.counted()),
        items: mark.squares.iter().map(item).collect(),
        evidence: mark.evidence.iter().map(evidence).collect(),
        notes: &mark.notes,
    }
}

fn item(square: &Square) -> ItemJson<'_> {
    ItemJson {
        item: &square.item,
        kind: match square.kind {
            SquareKind::Money => "money",
            SquareKind::NoMoney => "no_money",
            SquareKind::NonBudget => "non_budget",
            SquareKind::NoPlan => "no_plan",
        },
        arguable: square.arguable,
    }
}

fn evidence(evidence: &Evidence) -> EvidenceJson<'_> {
    EvidenceJson {
        document: &evidence.document,
        section: evidence.section.as_deref(),
        lines: &evidence.lines,
        as_printed: evidence.as_printed.as_deref(),
    }
}

fn note(note: &Note) -> NoteJson<'_> {
    NoteJson {
        kind: match note.kind {
            NoteKind::NotComparable => "not_comparable",
            NoteKind::Contradiction => "contradiction",
            NoteKind::Missing => "missing",
            NoteKind::Method => "method",
        },
        text: &note.text,
        evidence: note.evidence.iter().map(evidence).collect(),
    }
}

/// Every document that a mark or a note rests on, in order of appearance.
fn documents<'a>(plot: &'a Plot, dataset: &'a Dataset) -> Vec<DocumentJson<'a>> {
    let mut ids = plot.documents();
    for evidence in plot.notes.iter().flat_map(|note| &note.evidence) {
        if !ids.contains(&evidence.document.as_str()) {
            ids.push(&evidence.document);
        }
    }
    let json = |document: &'a Document| DocumentJson {
        id: &document.id,
        title: &document.title,
        publisher: document.publisher.as_ref(),
        published: document.published.as_ref().map(|date| date.as_str()),
        url: document.url.as_deref(),
    };
    ids.into_iter().filter_map(|id| dataset.document(id).map(json)).collect()
}

fn form_word(form: Form) -> &'static str {
    match form {
        Form::Bars => "bars",
        Form::Grouped => "grouped",
        Form::Stacked => "stacked",
        Form::Shares => "shares",
        Form::Slope => "slope",
        Form::Blocks => "blocks",
        Form::Multiples => "multiples",
        Form::Dumbbell => "dumbbell",
        Form::Range => "range",
        Form::Units => "units",
        Form::Tiles => "tiles",
    }
}
