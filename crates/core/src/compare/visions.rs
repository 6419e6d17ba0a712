use super::both::{both, document_kind_name, filled_in, same, word};
use super::{Evidence, Selection};
use crate::dataset::opening::{Head, Opening, PlanHead};
use crate::format;
use crate::model::{Bilingual, City, Dataset, Figure, Level, Missing};
use crate::text::{Lang, count, items, words};

/// A row: one question, a cell for each city.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Name for tests, links and keys.
    pub key: &'static str,
    /// The question.
    pub label: Bilingual,
    /// One for each city, in the order of the selection.
    pub cells: Vec<RowCell>,
}

/// What a city's document answers.
#[derive(Debug, Clone, PartialEq)]
pub struct RowCell {
    /// Id of the city.
    pub city: String,
    /// The statements; empty if there are none.
    pub statements: Vec<Statement>,
    /// Why there are none, or what else to know.
    pub missing: Option<Bilingual>,
}

/// A statement and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The document's own label (5대 정책, 01).
    pub label: Option<Bilingual>,
    /// The statement.
    pub text: Bilingual,
    /// A second line: our summary, a count.
    pub detail: Option<Bilingual>,
    /// Whether the words are the document's.
    pub printed: bool,
    /// Id of the item that it leads to.
    pub item: Option<String>,
    /// Where it comes from; `None` for what follows from the whole document.
    pub evidence: Option<Evidence>,
}

/// What the documents say of themselves, row by row, aligned over the cities: where no script runs, all of it in one table.
pub fn visions(dataset: &Dataset, selection: &Selection) -> Vec<Row> {
    let opening = Opening::of(dataset);
    let mut rows = vec![row(dataset, selection, "vision", |lang| words(lang).vision, |_, city| vision(city))];
    rows.extend(aligned(&opening, selection));
    rows.extend([
        row(dataset, selection, "main_lines", |lang| words(lang).main_lines, |_, city| main_lines(city)),
        row(dataset, selection, "structure", |lang| items::words(lang).structure, |_, city| structure(city)),
        row(dataset, selection, "term", |lang| items::words(lang).term, |_, city| term(city)),
        row(dataset, selection, "figures", |lang| items::words(lang).figures_row, |_, city| figures(city)),
        row(dataset, selection, "document", |lang| items::words(lang).document_row, document),
        row(dataset, selection, "lost", |lang| items::words(lang).lost_row, |_, city| lost(city)),
    ]);
    rows
}

/// The rows of goals, values and means.
pub(super) fn aligned(opening: &Opening, selection: &Selection) -> Vec<Row> {
    let row = |key, label: fn(Lang) -> &'static str, heads: fn(&PlanHead) -> &[Head], missing| Row {
        key,
        label: both(|lang| label(lang).to_owned()),
        cells: selection.heads(opening).map(|city| head_cell(city, heads(city).iter(), missing)).collect(),
    };
    vec![
        row("goals", |lang| words(lang).goals, |city| &city.goals, Missing::Goal),
        row("values", |lang| words(lang).values, |city| &city.values, Missing::Values),
        row("means", |lang| words(lang).means, |city| &city.means, Missing::Means),
    ]
}

fn head_cell<'a>(city: &PlanHead, heads: impl Iterator<Item = &'a Head>, missing: Missing) -> RowCell {
    cell(&city.id, heads.map(statement).collect(), city.missing(missing))
}

fn row(
    dataset: &Dataset,
    selection: &Selection,
    key: &'static str,
    label: fn(Lang) -> &'static str,
    cell: impl Fn(&Dataset, &City) -> RowCell,
) -> Row {
    Row {
        key,
        label: both(|lang| label(lang).to_owned()),
        cells: selection.cities(dataset).map(|city| cell(dataset, city)).collect(),
    }
}

fn cell(city: &str, statements: Vec<Statement>, note: Option<&Bilingual>) -> RowCell {
    let none = statements.is_empty();
    let note = || note.cloned().unwrap_or_else(|| word(|w| w.not_in_document));
    RowCell { city: city.to_owned(), statements, missing: none.then(note) }
}

pub(super) fn statement(head: &Head) -> Statement {
    let printed = head.title_origin == crate::model::TitleOrigin::Printed;
    Statement {
        label: head.label.clone(),
        text: head.title.clone(),
        detail: head.summary.clone(),
        printed,
        item: Some(head.id.clone()),
        evidence: Some(Evidence::of(&head.source, printed.then_some(head.title.ko.as_str()))),
    }
}

fn vision(city: &City) -> RowCell {
    let statements = city.plan.heads(Level::Vision).map(|item| statement(&Head::of(item))).collect();
    cell(&city.id, statements, city.plan.missing(Missing::Vision))
}

fn main_lines(city: &City) -> RowCell {
    let statements = city.plan.main_lines().map(|item| direction(&Head::of(item))).collect();
    cell(&city.id, statements, city.plan.missing(Missing::Tasks))
}

/// A main line, without our summary.
pub(super) fn direction(head: &Head) -> Statement {
    Statement { detail: None, ..statement(head) }
}

/// The document's own structure, level by level, with the count that it states and the count that it lists; then how many
/// of the items are plans.
pub fn structure(city: &City) -> RowCell {
    let counted = Statement {
        label: Some(both(|lang| items::words(lang).counted.to_owned())),
        text: super::roles_sentence(city),
        detail: None,
        printed: false,
        item: None,
        evidence: None,
    };
    let statements = city
        .plan
        .structure
        .iter()
        .map(|level| {
            let listed = city.plan.level(level.level).count();
            let text = match level.stated_count {
                Some(stated) if listed == 0 => {
                    filled_in(|lang| items::words(lang).stated_none_listed, &[("stated", &same(stated))])
                }
                Some(stated) => filled_in(
                    |lang| items::words(lang).stated_listed,
                    &[("stated", &same(stated)), ("listed", &same(listed))],
                ),
                None => filled_in(|lang| items::words(lang).listed_only, &[("listed", &same(listed))]),
            };
            Statement {
                label: Some(level.label.clone()),
                text,
                detail: None,
                printed: false,
                item: None,
                evidence: None,
            }
        })
        .chain([counted])
        .collect();
    cell(&city.id, statements, city.plan.missing(Missing::Tasks))
}

fn term(city: &City) -> RowCell {
    let plain = |text: &Bilingual| Statement {
        label: None,
        text: text.clone(),
        detail: None,
        printed: true,
        item: None,
        evidence: Some(Evidence::page(&city.plan.document, None)),
    };
    cell(&city.id, city.plan.term.iter().map(plain).collect(), city.plan.missing(Missing::Term))
}

/// The figures that a document headlines.
pub fn headline_figures(city: &City) -> Vec<Statement> {
    city.plan.figures.iter().map(|figure| figure_statement(city, figure)).collect()
}

fn figures(city: &City) -> RowCell {
    cell(&city.id, headline_figures(city), None)
}

/// A headline figure in words: what it measures, and the value with its unit.
pub(crate) fn figure_statement(city: &City, figure: &Figure) -> Statement {
    Statement {
        label: None,
        text: both(|lang| figure_value(figure, lang)),
        detail: Some(figure.what.clone()),
        printed: false,
        item: figure.items.first().cloned(),
        evidence: Some(Evidence {
            document: city.plan.document.clone(),
            section: None,
            lines: vec![figure.lines],
            as_printed: Some(figure.as_printed.clone()),
        }),
    }
}

/// The value of a figure with its unit; money as exact won.
pub fn figure_value(figure: &Figure, lang: crate::text::Lang) -> String {
    match figure.value.whole().and_then(crate::model::Won::new).filter(|_| figure.is_money()) {
        Some(won) => format::exact(won, lang),
        None => with_unit(figure.value, &figure.unit, lang),
    }
}

/// A number with its unit, set as each language does.
pub fn with_unit(value: crate::model::Number, unit: &Bilingual, lang: crate::text::Lang) -> String {
    if let Some(won) = value.whole().and_then(crate::model::Won::new).filter(|_| unit.ko == "원") {
        return format::exact(won, lang);
    }
    let number = format::number(value);
    match lang {
        crate::text::Lang::Ko => format!("{number}{}", unit.ko),
        crate::text::Lang::En if unit.en == "%" => format!("{number}%"),
        crate::text::Lang::En => format!("{number} {}", unit.en),
    }
}

fn document(dataset: &Dataset, city: &City) -> RowCell {
    let describe = |document: &crate::model::Document| {
        let detail = both(|lang| {
            let w = items::words(lang);
            let mut parts = vec![document_kind_name(document.kind, lang).to_owned()];
            parts.extend(document.published.as_ref().map(|date| format::date(date, lang)));
            parts.extend(document.publisher.as_ref().map(|name| super::in_lang(name, lang).to_owned()));
            let n = document.contradiction_count();
            if n > 0 {
                parts.push(count(n, w.contradictions_one, w.contradictions_other));
            }
            parts.join(" · ")
        });
        Statement {
            label: None,
            text: document.title.clone(),
            detail: Some(detail),
            printed: true,
            item: None,
            evidence: Some(Evidence::page(&document.id, None)),
        }
    };
    let statements = dataset.document(&city.plan.document).map(describe).into_iter().collect();
    RowCell { city: city.id.clone(), statements, missing: None }
}

fn lost(city: &City) -> RowCell {
    let plain = |note: &crate::model::NotStated| Statement {
        label: None,
        text: note.note.clone(),
        detail: None,
        printed: false,
        item: None,
        evidence: None,
    };
    RowCell { city: city.id.clone(), statements: city.plan.not_stated.iter().map(plain).collect(), missing: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    fn find(key: &str, city: &str) -> RowCell {
        let dataset = embedded::dataset();
        let rows = visions(dataset, &Selection::all(dataset));
        let row = rows.into_iter().find(|row| row.key == key).expect("the row exists");
        row.cells.into_iter().find(|cell| cell.city == city).expect("the city has a cell")
    }

    #[test]
    fn every_row_has_a_cell_for_every_city_in_the_readers_order() {
        let dataset = embedded::dataset();
        let selection = Selection::new(dataset, &["gwangju", "yeosu", "jeonju"]);
        for row in visions(dataset, &selection) {
            let cities: Vec<&str> = row.cells.iter().map(|cell| cell.city.as_str()).collect();
            assert_eq!(cities, selection.ids(), "{}", row.key);
            for cell in row.cells {
                let says_something = !cell.statements.is_empty() || cell.missing.is_some();
                assert!(says_something || row.key == "lost", "{} of {} is blank", row.key, cell.city);
            }
        }
    }

    #[test]
    fn a_document_without_a_vision_says_so_and_is_not_blank() {
        let cell = find("vision", "yeosu");
        assert!(cell.statements.is_empty());
        assert!(cell.missing.is_some());
    }

    #[test]
    fn gwangju_states_its_vision_as_printed() {
        let cell = find("vision", "gwangju");
        let vision = cell.statements.first().expect("a vision");
        assert_eq!(vision.text.ko, "광주, 대한민국 미래로!");
        assert!(vision.printed);
        assert!(vision.evidence.as_ref().is_some_and(|evidence| !evidence.lines.is_empty()));
    }

    #[test]
    fn gyeongju_states_49_tasks_and_lists_none() {
        let cell = find("structure", "gyeongju");
        let tasks = cell.statements.iter().find(|s| s.text.en.contains("49")).expect("the tasks");
        assert_eq!(tasks.text.en, "49 stated · none listed");
    }

    #[test]
    fn each_headline_figure_says_what_it_measures_and_where_it_stands() {
        let dataset = embedded::dataset();
        let figures: Vec<Statement> = dataset.cities.iter().flat_map(headline_figures).collect();
        assert_eq!(figures.len(), dataset.cities.iter().map(|city| city.plan.figures.len()).sum::<usize>());
        for figure in &figures {
            let evidence = figure.evidence.as_ref().expect("a source");
            assert!(figure.detail.is_some() && evidence.as_printed.is_some() && !evidence.lines.is_empty());
        }
    }

    #[test]
    fn gwangju_lists_as_many_strategies_as_it_states() {
        let cell = find("structure", "gwangju");
        assert!(cell.statements.iter().any(|s| s.text.en == "20 stated · 20 listed"));
    }
}
