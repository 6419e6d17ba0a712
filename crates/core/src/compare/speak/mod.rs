//! Plots in words: the sentence above a chart, the accessible names of its marks, and the labels that tables and
//! exports share with them.

mod amount;
mod compared;
mod english;
mod label;
mod summary;

pub use amount::{speak_value, speak_won};
pub(crate) use compared::{bar_sum, differ, lacks_a_part, reads_by_year};
pub use compared::{compared, ratio};
pub(crate) use label::lines_text;
pub use label::{
    Status, city_of, counts, document_title, mark_names, mark_text, source_lines, source_text, unit_code, unit_name,
    value_text,
};
pub use summary::summary;

use super::{Form, Mark, Plot, Reading, account_name, stage_name};
use crate::model::Dataset;
use crate::text::matrix::plans;
use crate::text::{Lang, official};

/// Year, stage and account of what is shown, where all of it has the same: the line under a chart. `None` if nothing is the same.
pub fn basis(plot: &Plot, lang: Lang) -> Option<String> {
    let marks: Vec<&Mark> = plot.marks.iter().filter(|mark| mark.value.value().is_some()).collect();
    let first = marks.first()?;
    let year = first.year.filter(|year| marks.iter().all(|mark| mark.year == Some(*year))).map(|year| match lang {
        Lang::Ko => format!("{year}년"),
        Lang::En => year.to_string(),
    });
    let stage = first.stage.filter(|stage| marks.iter().all(|mark| mark.stage == Some(*stage)));
    let account = first.account.filter(|account| marks.iter().all(|mark| mark.account == Some(*account)));
    let parts: Vec<String> = [
        year,
        stage.map(|stage| official::stage(stage, lang).to_owned()),
        account.map(|account| account_name(account, lang).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The accessible name of a mark: what it is of, its value in spoken words, fiscal year, stage, account, sources.
///
/// A mark without a value says why, and holds no amount.
///
/// ```
/// # use city_compare_core::compare::*;
/// # use city_compare_core::model::*;
/// use city_compare_core::{compare::speak, text::Lang};
/// use city_compare_embedded as embedded;
/// let value = Number::new(8_600_000_000.0).map_or(Reading::NotStated, Reading::Value);
/// let mark = Mark {
///     category: 0, series: 0, value, year: Some(FiscalYear(2022)), stage: Some(Stage::Proposed),
///     account: None, amount: None, squares: vec![], evidence: vec![Evidence::page("a-page", None)], notes: vec![],
/// };
/// # let plot = Plot {
/// #     id: "total".into(), title: Bilingual::new("총액", "Total"), form: Form::Bars, unit: Unit::Won,
/// #     categories: vec![Category { key: "yeosu".into(), label: Bilingual::new("여수시", "Yeosu"), detail: None, item: None }],
/// #     series: vec![], marks: vec![mark], notes: vec![],
/// #     answer: None,
/// # };
/// let name = speak::name(&plot, &plot.marks[0], embedded::dataset(), Lang::Ko);
/// assert_eq!(name, "여수시, 팔십육억 원, 2022년, 예산안, 출처 1개");
/// ```
pub fn name(plot: &Plot, mark: &Mark, dataset: &Dataset, lang: Lang) -> String {
    let mut parts = mark_names(plot, mark, dataset, lang);
    parts.push(match mark.value {
        Reading::Value(value) => speak_value(&plot.unit, value, lang),
        missing => Status::of(missing).label(lang).to_owned(),
    });
    if let Some(amount) = mark.amount.filter(|_| mark.value.value().is_some()) {
        parts.push(speak_won(amount, lang));
    }
    if counts(plot, mark) {
        parts.push(plans(mark.counted(), lang));
    }
    if let Some(year) = mark.year.filter(|_| plot.form != Form::Slope) {
        parts.push(match lang {
            Lang::Ko => format!("{year}년"),
            Lang::En => year.to_string(),
        });
    }
    parts.extend(mark.stage.map(|stage| stage_name(stage, lang).to_owned()));
    parts.extend(mark.account.map(|account| account_name(account, lang).to_owned()));
    parts.extend(sources(mark, lang));
    parts.join(", ")
}

/// How many documents a mark rests on; nothing for a mark that has neither a value nor a source.
fn sources(mark: &Mark, lang: Lang) -> Option<String> {
    let mut documents: Vec<&str> = Vec::new();
    for evidence in &mark.evidence {
        if !documents.contains(&evidence.document.as_str()) {
            documents.push(&evidence.document);
        }
    }
    Some(match (documents.len(), lang) {
        (0, _) if mark.value.value().is_none() => return None,
        (0, Lang::Ko) => "출처 없음".to_owned(),
        (0, Lang::En) => "no source".to_owned(),
        (count, Lang::Ko) => format!("출처 {count}개"),
        (1, Lang::En) => "1 source".to_owned(),
        (count, Lang::En) => format!("{count} sources"),
    })
}
