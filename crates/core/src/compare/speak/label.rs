//! The words for statuses and units, and the names and values of marks as they are written.

use crate::compare::{Category, Evidence, Form, Mark, Plot, Reading, Series, Tone, Unit, in_lang};
use crate::format;
use crate::model::{Bilingual, City, Dataset, Lines, Number, Won};
use crate::text::Lang;
use crate::text::figures::words;
use crate::text::matrix::plans;

/// Whether there is a value, and if not, why. A stated zero is `Stated`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// There is a value.
    Stated,
    /// 비예산: the document says that no budget is needed.
    NonBudget,
    /// The document says nothing.
    NotStated,
    /// The question makes no sense here.
    NotApplicable,
}

impl Status {
    /// The status of a reading.
    pub fn of(reading: Reading) -> Self {
        match reading {
            Reading::Value(_) => Self::Stated,
            Reading::NonBudget => Self::NonBudget,
            Reading::NotStated => Self::NotStated,
            Reading::NotApplicable => Self::NotApplicable,
        }
    }

    /// The word in exports: `stated`, `non_budget`, `not_stated` or `not_applicable`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::NonBudget => "non_budget",
            Self::NotStated => "not_stated",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The words for a reader, as in the charts. They hold no digit, so that a missing amount cannot be taken for one.
    ///
    /// ```
    /// use city_compare_core::{compare::speak::Status, text::Lang};
    /// assert_eq!(Status::NonBudget.label(Lang::Ko), "비예산");
    /// assert_eq!(Status::NotStated.label(Lang::Ko), "자료에 없음");
    /// ```
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Stated if lang == Lang::Ko => "자료에 있음",
            Self::Stated => "Stated",
            Self::NonBudget => words(lang).non_budget,
            Self::NotStated => words(lang).no_value,
            Self::NotApplicable => words(lang).not_applicable,
        }
    }
}

/// The code of a unit in exports; `None` for a count, whose unit has a name of its own.
pub fn unit_code(unit: &Unit) -> Option<&'static str> {
    match unit {
        Unit::Won => Some("won"),
        Unit::WonPerResident => Some("won_per_resident"),
        Unit::Percent => Some("percent"),
        Unit::Count(_) => None,
    }
}

/// The name of a unit.
pub fn unit_name(unit: &Unit) -> Bilingual {
    match unit {
        Unit::Won => Bilingual::new("원", "won"),
        Unit::WonPerResident => Bilingual::new("주민 1인당 원", "won per resident"),
        Unit::Percent => Bilingual::new("퍼센트", "percent"),
        Unit::Count(name) => name.clone(),
    }
}

/// A value as it is written: amounts to the won, percentages with one decimal, counts with every decimal and no unit.
///
/// ```
/// use city_compare_core::{compare::{Unit, speak::value_text}, model::Number, text::Lang};
/// let value = Number::new(8_600_000_000.0).unwrap();
/// assert_eq!(value_text(&Unit::Won, value, Lang::Ko), "86억 원");
/// assert_eq!(value_text(&Unit::Won, value, Lang::En), "8,600,000,000 won");
/// ```
pub fn value_text(unit: &Unit, value: Number, lang: Lang) -> String {
    match (unit, lang) {
        (Unit::Won | Unit::WonPerResident, _) => match (won_of(value), lang) {
            (Some(won), _) => format::exact(won, lang),
            (None, Lang::Ko) => format!("{}원", plain_text(value)),
            (None, Lang::En) => format!("{} won", plain_text(value)),
        },
        (Unit::Percent, _) => percent_text(value, lang),
        (Unit::Count(_), _) => plain_text(value),
    }
}

/// What a mark says: its value, with its share of the bar if the plot shows amounts as shares, or why there is none.
///
/// The share is given only if every part of the bar has a value; otherwise it would be a share of an unknown whole.
pub fn mark_text(plot: &Plot, mark: &Mark, lang: Lang) -> String {
    let Reading::Value(value) = mark.value else {
        return Status::of(mark.value).label(lang).to_owned();
    };
    let text = value_text(&plot.unit, value, lang);
    if counts(plot, mark) {
        return format!("{text} ({})", plans(mark.counted(), lang));
    }
    match (share(plot, mark), mark.amount) {
        (Some(share), _) => format!("{text} ({})", format::percent(share, lang)),
        (None, Some(amount)) => format!("{text} ({})", format::exact(amount, lang)),
        (None, None) => text,
    }
}

/// Whether a mark is the share of things that are counted, so that none is said without their number.
pub fn counts(plot: &Plot, mark: &Mark) -> bool {
    plot.form == Form::Units && plot.unit == Unit::Percent && mark.value.value().is_some()
}

/// Share of a mark in its bar, 0 to 1, where the plot gives amounts and shows shares.
fn share(plot: &Plot, mark: &Mark) -> Option<f64> {
    if plot.form != Form::Shares || plot.unit == Unit::Percent {
        return None;
    }
    let mut whole = 0.0;
    for part in plot.of_category(mark.category) {
        whole += part.value.value()?;
    }
    (whole > 0.0).then_some(mark.value.value()? / whole)
}

/// The city that a mark speaks of: that of its category, of its plan item, or of its series.
pub fn city_of<'a>(plot: &Plot, mark: &Mark, dataset: &'a Dataset) -> Option<&'a City> {
    let of_category = plot.categories.get(mark.category).and_then(|category| category_city(category, dataset));
    of_category.or_else(|| dataset.city(&plot.series.get(mark.series)?.key))
}

/// The city that a category is, whose item it is, or that its detail names.
fn category_city<'a>(category: &Category, dataset: &'a Dataset) -> Option<&'a City> {
    let of_item = || Some(dataset.item(category.item.as_deref()?)?.0);
    // The detail begins with the city: `광양시`, `광양시 · 하수도과`.
    let begins = |city: &&City| {
        let rest = category.detail.as_ref().and_then(|detail| detail.ko.strip_prefix(&city.name.ko));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" · "))
    };
    let of_detail = || dataset.cities.iter().find(begins);
    dataset.city(&category.key).or_else(of_item).or_else(of_detail)
}

/// The names of a mark, most general first: its city where items of several cities stand side by side, its category,
/// and its series where there are several. A city stands before what is its own.
pub fn mark_names(plot: &Plot, mark: &Mark, dataset: &Dataset, lang: Lang) -> Vec<String> {
    let mut names: Vec<String> = category_names(plot, mark.category, dataset, lang);
    // Where there is no amount, “source not stated” would speak of money that is not there.
    let told = |series: &&Series| plot.series.len() > 1 && (series.tone != Tone::Rest || mark.value.value().is_some());
    let series = plot.series.get(mark.series).filter(told);
    if let Some(series) = series {
        let label = in_lang(&series.label, lang).to_owned();
        let is_city = plot.form == Form::Slope || dataset.city(&series.key).is_some();
        match (names.contains(&label), is_city) {
            (true, _) => {}
            (false, true) => names.insert(0, label),
            (false, false) => names.push(label),
        }
    }
    names
}

/// The names of a category: its city where items of several cities stand side by side, and its own.
pub(super) fn category_names(plot: &Plot, index: usize, dataset: &Dataset, lang: Lang) -> Vec<String> {
    let Some(category) = plot.categories.get(index) else { return Vec::new() };
    let label = in_lang(&category.label, lang);
    let is_bare_year = lang == Lang::Ko && label.len() == 4 && label.bytes().all(|byte| byte.is_ascii_digit());
    let name = if is_bare_year { format!("{label}년") } else { label.to_owned() };
    let city = category_city(category, dataset).filter(|_| spans_cities(plot, dataset));
    let city = city.map(|city| in_lang(&city.name, lang)).filter(|city| !name.contains(city));
    city.map(str::to_owned).into_iter().chain([name]).collect()
}

/// Whether the categories belong to cities without being cities, so that a name alone does not say whose they are.
fn spans_cities(plot: &Plot, dataset: &Dataset) -> bool {
    let of_city =
        |category: &Category| dataset.city(&category.key).is_none() && category_city(category, dataset).is_some();
    plot.categories.iter().any(of_city)
}

/// Title and lines of a source: `여수시 업무계획, 12–15행`. A document that the dataset does not hold gives its id.
pub fn source_text(evidence: &Evidence, dataset: &Dataset, lang: Lang) -> String {
    let title = document_title(&evidence.document, dataset, lang);
    let lines = source_lines(&evidence.lines, lang);
    if lines.is_empty() { title.to_owned() } else { format!("{title}, {lines}") }
}

/// Lines of a source: `12–15행`; empty for a page that is cited as a whole.
pub fn source_lines(lines: &[Lines], lang: Lang) -> String {
    let one = matches!(lines, [lines] if lines.from() == lines.to());
    let ranges = lines_text(lines, "–", ", ");
    match lang {
        _ if lines.is_empty() => ranges,
        Lang::Ko => format!("{ranges}행"),
        Lang::En => format!("line{} {ranges}", if one { "" } else { "s" }),
    }
}

/// Title of a document, or its id if the dataset does not hold it.
pub fn document_title<'a>(id: &'a str, dataset: &'a Dataset, lang: Lang) -> &'a str {
    dataset.document(id).map_or(id, |document| in_lang(&document.title, lang))
}

/// Ranges of lines: `12–15, 30`.
pub(crate) fn lines_text(lines: &[Lines], to: &str, and: &str) -> String {
    let range = |lines: &Lines| match (lines.from(), lines.to()) {
        (from, last) if from == last => from.to_string(),
        (from, last) => format!("{from}{to}{last}"),
    };
    lines.iter().map(range).collect::<Vec<_>>().join(and)
}

/// Whole won, if that is what the number is.
pub(super) fn won_of(value: Number) -> Option<Won> {
    value.whole().and_then(Won::new)
}

/// A percentage with one decimal, rounded as the charts round it.
pub(super) fn percent_text(value: Number, lang: Lang) -> String {
    format::percent(value.get() / 100.0, lang)
}

/// A number with every decimal that it has, and separators.
pub(super) fn plain_text(value: Number) -> String {
    if let Some(whole) = value.whole() {
        return format::grouped(whole);
    }
    let text = value.get().abs().to_string();
    let sign = if value.get() < 0.0 { "−" } else { "" };
    match text.split_once('.').map(|(whole, fraction)| (whole.parse(), fraction)) {
        Some((Ok(whole), fraction)) => format!("{sign}{}.{fraction}", format::grouped(whole)),
        _ => format!("{sign}{text}"),
    }
}

/// The unit of a count as it follows the number; English singular after 1.
pub(super) fn count_noun(unit: &Bilingual, value: Number, lang: Lang) -> String {
    if lang == Lang::Ko {
        return unit.ko.clone();
    }
    let unit = unit.en.as_str();
    if value.whole() != Some(1) {
        return if unit == "%" { unit.to_owned() } else { format!(" {unit}") };
    }
    let singular = match (unit, unit.strip_suffix("ies"), unit.strip_suffix('s')) {
        ("people", _, _) => "person".to_owned(),
        (_, Some(stem), _) => format!("{stem}y"),
        (_, _, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => unit.to_owned(),
    };
    format!(" {singular}")
}
