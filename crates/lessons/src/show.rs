//! What a step shows: a plot, or cards of statements with the lines where they stand.

use crate::both::both;
use crate::class::Class;
use crate::model::{Exhibit, Measure};
use city_compare_core::compare::topic::{Subject, TopicPage, absence};
use city_compare_core::compare::{self, Category, Evidence, Form, Mark, Plot, Reading, Series, Tone, Unit};
use city_compare_core::options::{State, View};
use city_compare_core::screen;
use city_compare_core::text::{fill, lesson::words};
use city_compare_dataset::model::{Bilingual, City, Lines, Number, TitleOrigin};

/// Statements of a city that are shown at once.
const MOST: usize = 6;

/// What is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// A chart.
    Plot(Box<Plot>),
    /// Cards, one a city or a source.
    Cards(Vec<Card>),
    /// A text.
    Note(Bilingual),
}

/// What one city or source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Whose it is.
    pub head: Bilingual,
    /// What sort of document it is, and of when: what it can say and what not.
    pub limits: Option<Bilingual>,
    /// What it says.
    pub lines: Vec<CardLine>,
    /// Why it says nothing, or how much more it says.
    pub rest: Option<Bilingual>,
}

/// A statement with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardLine {
    /// The statement.
    pub text: Bilingual,
    /// Whether the words are the document's.
    pub printed: bool,
    /// Where it comes from.
    pub evidence: Evidence,
}

/// What an exhibit shows; `None` where the dataset does not have it.
pub fn exhibit(class: &Class<'_>, exhibit: &Exhibit) -> Option<Shown> {
    match exhibit {
        Exhibit::Chart { state } => plot(class, state).map(|plot| Shown::Plot(Box::new(plot))),
        Exhibit::Statements { levels } => {
            let card = |city: &&City| {
                let items: Vec<_> = city.plan.items.iter().filter(|item| levels.contains(&item.level)).collect();
                card(class, city, &items, || {
                    let none = both(|lang| words(lang).not_in_document.to_owned());
                    city.plan.missing(missing_of(levels)).cloned().unwrap_or(none)
                })
            };
            Some(Shown::Cards(class.cities.iter().map(card).collect()))
        }
        Exhibit::Topic { topic } => {
            let topic = class.dataset.topics.iter().find(|known| known.id == *topic)?;
            let selection = class.selection();
            let page = TopicPage::new(class.dataset, &selection, Subject::Topic(topic));
            let cards = page.columns.iter().map(|column| {
                card(class, column.city, &column.plans, || {
                    both(|lang| column.absence.map(|why| absence(why, lang).to_owned()).unwrap_or_default())
                })
            });
            Some(Shown::Cards(cards.collect()))
        }
        Exhibit::Bars { of } => bars(class, of).map(|plot| Shown::Plot(Box::new(plot))),
        Exhibit::Stated { of } => {
            let card = |stated: &Stated<'_>| Card {
                head: stated.what.clone(),
                limits: None,
                lines: stated
                    .evidence
                    .iter()
                    .map(|evidence| CardLine {
                        text: both(|_| stated.value.to_owned()),
                        printed: true,
                        evidence: evidence.clone(),
                    })
                    .collect(),
                rest: None,
            };
            Some(Shown::Cards(contradiction(class, of)?.stated.iter().map(card).collect()))
        }
        Exhibit::Note { text } => Some(Shown::Note(text.clone())),
    }
}

/// A contradiction, of sources or within a document.
pub(crate) struct Contradiction<'a> {
    /// The values.
    pub(crate) stated: Vec<Stated<'a>>,
    /// The arithmetic.
    pub(crate) computed: Option<&'a str>,
}

/// One of its values.
pub(crate) struct Stated<'a> {
    /// What it is of.
    pub(crate) what: &'a Bilingual,
    /// As printed.
    pub(crate) value: &'a str,
    /// Where.
    pub(crate) evidence: Vec<Evidence>,
}

/// The contradiction with an id.
pub(crate) fn contradiction<'a>(class: &Class<'a>, id: &str) -> Option<Contradiction<'a>> {
    let dataset = class.dataset;
    let conflict = dataset.cities.iter().flat_map(|city| &city.conflicts).find(|conflict| conflict.id == id);
    if let Some(conflict) = conflict {
        let stated = conflict.stated.iter().map(|stated| Stated {
            what: &stated.what,
            value: &stated.value,
            evidence: stated.documents.iter().map(|id| Evidence::page(id, Some(&stated.value))).collect(),
        });
        return Some(Contradiction { stated: stated.collect(), computed: conflict.computed.as_deref() });
    }
    dataset.documents.iter().find_map(|document| {
        let found = document.discrepancies.iter().find(|found| found.id == id)?;
        let stated = found.stated.iter().map(|stated| Stated {
            what: &stated.what,
            value: &stated.value,
            evidence: vec![Evidence {
                document: document.id.clone(),
                section: None,
                lines: vec![Lines(stated.line, stated.line)],
                as_printed: Some(stated.value.clone()),
            }],
        });
        Some(Contradiction { stated: stated.collect(), computed: found.computed.as_deref() })
    })
}

/// A bar for each city.
fn bars(class: &Class<'_>, of: &Measure) -> Option<Plot> {
    let unit = match of {
        Measure::Total {} => Unit::Won,
        Measure::PerResident {} => Unit::WonPerResident,
        Measure::Residents {} => Unit::Count(both(|lang| words(lang).people.to_owned())),
        Measure::Field { .. } => Unit::Percent,
        Measure::TopicPlans { .. } => Unit::Count(both(|lang| words(lang).plans.to_owned())),
    };
    let category = |city: &&City| Category { key: city.id.clone(), label: city.name.clone(), detail: None, item: None };
    let mark = |(category, city): (usize, &&City)| {
        let value = of.value(class, &city.id)?;
        #[expect(clippy::cast_precision_loss, reason = "budgets lie far below 2^53 won")]
        let value = if unit == Unit::Percent { value as f64 / 10.0 } else { value as f64 };
        Some(Mark {
            category,
            value: Reading::Value(Number::new(value)?),
            evidence: of.evidence(class, &city.id),
            ..no_mark()
        })
    };
    let title = both(|lang| of.name(class, lang));
    Some(Plot {
        id: "lesson-bars".to_owned(),
        form: Form::Bars,
        categories: class.cities.iter().map(category).collect(),
        series: vec![Series { key: "value".to_owned(), label: title.clone(), tone: Tone::Part(0), detail: None }],
        marks: class.cities.iter().enumerate().map(mark).collect::<Option<_>>()?,
        notes: Vec::new(),
        answer: None,
        title,
        unit,
    })
}

fn no_mark() -> Mark {
    Mark {
        category: 0,
        series: 0,
        value: Reading::NotStated,
        year: None,
        stage: None,
        account: None,
        amount: None,
        squares: Vec::new(),
        evidence: Vec::new(),
        notes: Vec::new(),
    }
}

/// What is missing where a document has no statements of some levels.
fn missing_of(levels: &[city_compare_dataset::model::Level]) -> city_compare_dataset::model::Missing {
    use city_compare_dataset::model::{Level, Missing};
    match levels.first() {
        Some(Level::Goal) => Missing::Goal,
        Some(Level::Value) => Missing::Values,
        Some(Level::Means) => Missing::Means,
        Some(Level::Pillar | Level::Strategy) => Missing::Tasks,
        _ => Missing::Vision,
    }
}

/// What a city's document says, with its first statements.
fn card(
    class: &Class<'_>,
    city: &City,
    items: &[&city_compare_dataset::model::Item],
    none: impl FnOnce() -> Bilingual,
) -> Card {
    let line = |item: &&city_compare_dataset::model::Item| CardLine {
        text: item.title.clone(),
        printed: item.title_origin == TitleOrigin::Printed,
        evidence: Evidence::item(item),
    };
    let more = items.len().saturating_sub(MOST);
    let rest = match (items.is_empty(), more) {
        (true, _) => Some(none()),
        (false, 0) => None,
        (false, more) => Some(both(|lang| fill(words(lang).more_plans, &[("n", &more.to_string())]))),
    };
    Card {
        head: city.name.clone(),
        limits: limits(class, city),
        lines: items.iter().take(MOST).map(line).collect(),
        rest,
    }
}

/// What sort of document a city's plan is, of when and by whom.
pub fn limits(class: &Class<'_>, city: &City) -> Option<Bilingual> {
    let selection = class.selection();
    let rows = compare::visions(class.dataset, &selection);
    let row = rows.iter().find(|row| row.key == "document")?;
    row.cells.iter().find(|cell| cell.city == city.id)?.statements.first()?.detail.clone()
}

/// The plot of a state of the budgets view.
fn plot(class: &Class<'_>, entries: &str) -> Option<Plot> {
    let start = State { view: View::Budgets, ..class.state() };
    let prefixed: Vec<String> = entries.split('&').map(|entry| format!("l.{entry}")).collect();
    let (state, unread) = State::from_fragment(class.dataset, &start, "l", &prefixed.join("&"));
    let known = unread.is_empty();
    // The cities are the lesson's, in its own order.
    let state = State { cities: start.cities, view: View::Budgets, ..state };
    screen::budgets(class.dataset, &state).filter(|_| known).map(|shown| shown.plot)
}

/// The blocks of a pupil above those of the cities: a row of its own, of the fields of a step.
pub fn with_own_blocks(plot: &Plot, fields: &[&str], blocks: &[u32], name: &Bilingual) -> Plot {
    let mut with = plot.clone();
    if plot.form != Form::Blocks {
        return with;
    }
    with.categories.insert(0, Category { key: "own".to_owned(), label: name.clone(), detail: None, item: None });
    for mark in &mut with.marks {
        mark.category += 1;
    }
    let own = fields.iter().zip(blocks).filter_map(|(field, blocks)| {
        let series = plot.series.iter().position(|series| series.key == *field)?;
        Some(Mark { series, value: Reading::Value(Number::new(f64::from(*blocks))?), ..no_mark() })
    });
    with.marks.splice(0..0, own.collect::<Vec<_>>());
    with
}
