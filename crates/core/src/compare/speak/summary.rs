//! The sentence above a chart: largest, smallest, how far apart, what is missing.

use super::label::{Status, category_names, count_noun, mark_names, plain_text, value_text};
use crate::compare::{Category, Form, Mark, Plot, Reading, Tone, Unit, in_lang};
use crate::format;
use crate::model::{Dataset, Number};
use crate::text::Lang;
use crate::text::particle::Particle;

/// Names in a list before it is cut to “and 2 more”.
const NAMED: usize = 3;

/// The ratio above which the sentence says how many times the smallest the largest is.
const FAR_APART: f64 = 1.5;

/// The ratio from which two values are hardly of a kind.
const NOT_OF_A_KIND: f64 = 1000.0;

/// One or two sentences: the largest and the smallest value, their ratio if it is above 1.5, and what has no value.
/// Of a stacked plot it compares the bars, by the sums of their parts.
///
/// Every value is exact, as in the table. The ratio is that of [`ratio`]. Where the largest and the smallest differ in
/// fiscal year, stage or account, the sentence says so.
///
/// ```
/// # use city_compare_core::compare::*;
/// # use city_compare_core::model::*;
/// use city_compare_core::{compare::speak::summary, text::Lang};
/// use city_compare_embedded as embedded;
/// # let mark = |category, value| Mark {
/// #     category, series: 0, value, year: None, stage: None, account: None, amount: None, squares: vec![], evidence: vec![], notes: vec![],
/// # };
/// # let city = |key: &str, ko: &str, en: &str| Category {
/// #     key: key.into(), label: Bilingual::new(ko, en), detail: None, item: None,
/// # };
/// # let won = |krw| Number::new(krw).map_or(Reading::NotStated, Reading::Value);
/// # let plot = Plot {
/// #     id: "total".into(), title: Bilingual::new("총액", "Total"), form: Form::Bars, unit: Unit::Won,
/// #     categories: vec![city("yeosu", "여수시", "Yeosu"), city("gwangyang", "광양시", "Gwangyang"), city("jeonju", "전주시", "Jeonju")],
/// #     series: vec![], notes: vec![],
/// #     marks: vec![mark(0, won(1.6e12)), mark(1, won(8.0e11)), mark(2, Reading::NotStated)],
/// #     answer: None,
/// # };
/// assert_eq!(
///     summary(&plot, embedded::dataset(), Lang::Ko),
///     "여수시가 1조 6,000억 원으로 가장 많고, 8,000억 원으로 가장 적은 광양시의 2배다. 자료에 없는 값은 1개(전주시)다.",
/// );
/// assert_eq!(
///     summary(&plot, embedded::dataset(), Lang::En),
///     "Yeosu is largest at 1.6 trillion won, 2 times the smallest, Gwangyang at 800 billion won. \
///      Without a value: 1 not stated (Jeonju).",
/// );
/// ```
pub fn summary(plot: &Plot, dataset: &Dataset, lang: Lang) -> String {
    if let Some(answer) = &plot.answer {
        return in_lang(answer, lang).to_owned();
    }
    let teller = Teller { plot, dataset, lang };
    let mut sentences = vec![teller.values()];
    sentences.extend(teller.missing());
    sentences.join(" ")
}

/// Largest through smallest value of a plot (of a stacked one: of its bars), rounded as it is printed: to one decimal
/// below 10, to a whole above.
///
/// `None` if there are no two values, the smallest is not above zero, the ratio is at most 1.5, or it is 1,000 or more:
/// then the values are hardly of a kind, and the number would say nothing.
pub fn ratio(plot: &Plot) -> Option<f64> {
    let (smallest, largest) = extremes(&entries(plot))?;
    let exact = largest.get() / smallest.get();
    let rounded = if exact < 9.95 { (exact * 10.0).round() / 10.0 } else { exact.round() };
    (smallest.get() > 0.0 && exact > FAR_APART && exact < NOT_OF_A_KIND).then_some(rounded)
}

/// What is compared: a mark, or all marks of a bar of a stacked plot, whose length is their sum.
struct Entry<'a> {
    marks: Vec<&'a Mark>,
    value: Number,
}

fn entries(plot: &Plot) -> Vec<Entry<'_>> {
    if plot.form != Form::Stacked {
        let entry = |mark| Some(Entry { marks: vec![mark], value: value_of(mark)? });
        // Of shares, what is left over is no field: it says how much is unknown, not where the money goes.
        let is_part = |mark: &&Mark| {
            let rest = plot.series.get(mark.series).is_some_and(|series| series.tone == Tone::Rest);
            !(rest && plot.form == Form::Shares)
        };
        return plot.marks.iter().filter(is_part).filter_map(entry).collect();
    }
    let bar = |index| {
        let marks: Vec<&Mark> = plot.of_category(index).collect();
        let value = bar_sum(&marks)?;
        Some(Entry { marks, value })
    };
    (0..plot.categories.len()).filter_map(bar).collect()
}

/// The sum of the values of a bar; `None` if there are none.
pub(crate) fn bar_sum(marks: &[&Mark]) -> Option<Number> {
    let values: Vec<f64> = marks.iter().filter_map(|mark| mark.value.value()).collect();
    if values.is_empty() { None } else { Number::new(values.iter().sum()) }
}

/// Whether a part of a bar is not stated, so that its sum is not that of the whole.
pub(crate) fn lacks_a_part(marks: &[&Mark]) -> bool {
    marks.iter().any(|mark| mark.value == Reading::NotStated)
}

fn value_of(mark: &Mark) -> Option<Number> {
    match mark.value {
        Reading::Value(value) => Some(value),
        Reading::NonBudget | Reading::NotStated | Reading::NotApplicable => None,
    }
}

fn extremes(entries: &[Entry<'_>]) -> Option<(Number, Number)> {
    entries.iter().map(|entry| entry.value).fold(None, |found, value| match found {
        None => Some((value, value)),
        Some((least, most)) => {
            Some((if value < least { value } else { least }, if value > most { value } else { most }))
        }
    })
}

/// Entries that share a value, and the value.
type Entries<'a> = (&'a [&'a Entry<'a>], Number);

struct Teller<'a> {
    plot: &'a Plot,
    dataset: &'a Dataset,
    lang: Lang,
}

impl Teller<'_> {
    fn values(&self) -> String {
        let entries = entries(self.plot);
        let Some((least, most)) = extremes(&entries) else {
            return match (self.plot.marks.is_empty(), self.lang) {
                (true, Lang::Ko) => "비교할 값이 없다.",
                (true, Lang::En) => "There is nothing to compare.",
                (false, Lang::Ko) => "값이 하나도 없다.",
                (false, Lang::En) => "There are no values.",
            }
            .to_owned();
        };
        let of = |wanted: Number| -> Vec<&Entry<'_>> {
            entries.iter().filter(|entry| self.amount(entry.value) == self.amount(wanted)).collect()
        };
        let (smallest, largest) = (of(least), of(most));
        if let [only] = entries.as_slice() {
            return self.only(only);
        }
        if self.amount(least) == self.amount(most) {
            return self.equal(&largest, most);
        }
        self.spread((&largest, most), (&smallest, least))
    }

    fn only(&self, entry: &Entry<'_>) -> String {
        let (name, amount) = (self.entry_name(entry), self.amount(entry.value));
        match self.lang {
            Lang::Ko => format!("값이 있는 것은 {name} 하나로, {}.", Particle::Is.join(&amount)),
            Lang::En => format!("Only {name} has a value: {amount}."),
        }
    }

    fn equal(&self, entries: &[&Entry<'_>], value: Number) -> String {
        let (names, amount) = (self.entry_names(entries), self.amount(value));
        match self.lang {
            Lang::Ko => format!("{} 모두 {} 같다.", Particle::Topic.join(&names), Particle::By.join(&amount)),
            Lang::En => format!("{names} are all equal, at {amount}."),
        }
    }

    fn spread(&self, (largest, most): Entries<'_>, (smallest, least): Entries<'_>) -> String {
        let (top, bottom) = (self.entry_names(largest), self.entry_names(smallest));
        let (most_text, least_text) = (self.amount(most), self.amount(least));
        let differences = self.differences(largest, smallest);
        // Amounts of different years are set side by side, but one is no multiple of the other.
        let compared: Vec<&Mark> = largest.iter().chain(smallest).flat_map(|entry| &entry.marks).copied().collect();
        let mixed = !reads_by_year(self.plot) && differ(&compared, |mark| value_of(mark).and(mark.year));
        let times = ratio(self.plot).filter(|_| !mixed).map(|ratio| self.times(ratio, most.get() / least.get()));
        match self.lang {
            Lang::Ko => {
                let (more, less, least_of) = match self.plot.unit {
                    Unit::Percent => ("높고", "낮다", "낮은"),
                    Unit::Won | Unit::WonPerResident | Unit::Count(_) => ("많고", "적다", "적은"),
                };
                let head = format!("{} {} 가장 {more}", Particle::Subject.join(&top), Particle::By.join(&most_text));
                let by_least = Particle::By.join(&least_text);
                match times {
                    Some(times) => format!("{head}, {by_least} 가장 {least_of} {bottom}의 {times}{differences}."),
                    None => format!("{head}, {} {by_least} 가장 {less}{differences}.", Particle::Subject.join(&bottom)),
                }
            }
            Lang::En => {
                let is = |entries: &[&Entry<'_>]| if entries.len() == 1 { "is" } else { "are" };
                let head = format!("{top} {} largest at {most_text}", is(largest));
                match times {
                    Some(times) => format!("{head}, {times} the smallest, {bottom} at {least_text}{differences}."),
                    None => format!("{head}; {bottom} {} smallest at {least_text}{differences}.", is(smallest)),
                }
            }
        }
    }

    /// The rounded ratio in words; “about” unless it is exact.
    fn times(&self, rounded: f64, exact: f64) -> String {
        let about = (rounded - exact).abs() > 1e-9;
        let number = Number::new(rounded).map(plain_text).unwrap_or_default();
        match self.lang {
            Lang::Ko => format!("{}{number}배다", if about { "약 " } else { "" }),
            Lang::En => format!("{}{number} times", if about { "about " } else { "" }),
        }
    }

    /// What is not alike between the largest and the smallest: years, stages and accounts are not compared silently.
    fn differences(&self, largest: &[&Entry<'_>], smallest: &[&Entry<'_>]) -> String {
        let korean = self.lang == Lang::Ko;
        let compared = || largest.iter().chain(smallest);
        let marks: Vec<&Mark> =
            compared().flat_map(|entry| &entry.marks).copied().filter(|mark| value_of(mark).is_some()).collect();
        let mut found = Vec::new();
        if !reads_by_year(self.plot) && differ(&marks, |mark| mark.year) {
            found.push(if korean { "회계연도" } else { "fiscal year" });
        }
        if differ(&marks, |mark| mark.stage) {
            found.push(if korean { "예산 단계" } else { "stage" });
        }
        if differ(&marks, |mark| mark.account) && self.plot.form != Form::Stacked {
            found.push(if korean { "회계" } else { "account" });
        }
        let mut remarks = Vec::new();
        if !found.is_empty() {
            remarks.push(match self.lang {
                Lang::Ko => format!("{} 서로 다르다", Particle::Subject.join(&found.join(", "))),
                Lang::En => format!("they differ in {}", english_list(&found)),
            });
        }
        if compared().any(|entry| lacks_a_part(&entry.marks)) {
            let remark = if korean {
                "적힌 부분만 더한 값이 있다"
            } else {
                "some sums lack parts that are not stated"
            };
            remarks.push(remark.to_owned());
        }
        match (remarks.is_empty(), korean) {
            (true, _) => String::new(),
            (false, true) => format!("({})", remarks.join(", ")),
            (false, false) => format!(" ({})", remarks.join("; ")),
        }
    }

    fn missing(&self) -> Option<String> {
        let mut groups = Vec::new();
        for status in [Status::NotStated, Status::NonBudget, Status::NotApplicable] {
            let marks: Vec<&Mark> = self.plot.marks.iter().filter(|mark| Status::of(mark.value) == status).collect();
            if marks.is_empty() {
                continue;
            }
            let named: Vec<String> = marks.iter().take(NAMED).map(|mark| self.missing_name(mark)).collect();
            let (count, names) = (marks.len(), self.list(&named, marks.len()));
            groups.push(match self.lang {
                Lang::Ko => {
                    let what = match status {
                        Status::NotStated => "자료에 없는 값은",
                        Status::NonBudget => "비예산은",
                        Status::NotApplicable | Status::Stated => "해당 없는 것은",
                    };
                    format!("{what} {count}개({names})")
                }
                Lang::En => format!("{count} {} ({names})", status.label(self.lang).to_ascii_lowercase()),
            });
        }
        if groups.is_empty() {
            return None;
        }
        let list = groups.join(", ");
        Some(match self.lang {
            Lang::Ko => format!("{}.", Particle::Is.join(&list)),
            Lang::En => format!("Without a value: {list}."),
        })
    }

    /// The name of a bar of a stacked plot, or of a mark.
    fn entry_name(&self, entry: &Entry<'_>) -> String {
        match entry.marks.first() {
            Some(mark) if self.plot.form == Form::Stacked => {
                self.quoted(mark, category_names(self.plot, mark.category, self.dataset, self.lang))
            }
            Some(mark) => self.quoted(mark, mark_names(self.plot, mark, self.dataset, self.lang)),
            None => String::new(),
        }
    }

    /// The name of a mark without a value: its bar, if it is all that there is of a stacked bar.
    fn missing_name(&self, mark: &Mark) -> String {
        let alone = self.plot.form == Form::Stacked && self.plot.of_category(mark.category).count() == 1;
        let names = if alone {
            category_names(self.plot, mark.category, self.dataset, self.lang)
        } else {
            mark_names(self.plot, mark, self.dataset, self.lang)
        };
        self.quoted(mark, names)
    }

    /// Names in a row; titles of plan items, which can be half a sentence, in quotation marks.
    fn quoted(&self, mark: &Mark, mut names: Vec<String>) -> String {
        let item = self.plot.categories.get(mark.category).filter(|category| category.item.is_some());
        let title = item.map(|category| in_lang(&category.label, self.lang));
        for name in names.iter_mut().filter(|name| Some(name.as_str()) == title) {
            *name = format!("“{name}”");
        }
        // English needs more than a space between a city and a field: “Yeosu: Social welfare”.
        let named = matches!(self.plot.form, Form::Grouped | Form::Shares);
        names.join(if named && self.lang == Lang::En { ": " } else { " " })
    }

    fn entry_names(&self, entries: &[&Entry<'_>]) -> String {
        let names: Vec<String> = entries.iter().take(NAMED).map(|entry| self.entry_name(entry)).collect();
        self.list(&names, entries.len())
    }

    /// At most three names, then how many more.
    fn list(&self, names: &[String], all: usize) -> String {
        match (all.saturating_sub(names.len()), self.lang) {
            (0, Lang::Ko) => names.join(", "),
            (0, Lang::En) => english_list(&names.iter().map(String::as_str).collect::<Vec<_>>()),
            (more, Lang::Ko) => format!("{} 외 {more}개", names.join(", ")),
            (more, Lang::En) => format!("{} and {more} more", names.join(", ")),
        }
    }

    /// An exact value within a sentence.
    fn amount(&self, value: Number) -> String {
        let text = match (&self.plot.unit, self.lang) {
            (Unit::Won | Unit::WonPerResident, Lang::En) => readable_won(value),
            (unit, lang) => value_text(unit, value, lang),
        };
        match (&self.plot.unit, self.lang) {
            (Unit::WonPerResident, Lang::Ko) => format!("주민 한 명당 {text}"),
            (Unit::WonPerResident, Lang::En) => format!("{text} per resident"),
            (Unit::Count(noun), lang) => format!("{text}{}", count_noun(noun, value, lang)),
            (Unit::Won | Unit::Percent, _) => text,
        }
    }
}

/// Whether the categories are years, so that a difference of year is the comparison itself.
pub(crate) fn reads_by_year(plot: &Plot) -> bool {
    let is_year =
        |category: &Category| category.key.len() == 4 && category.key.bytes().all(|byte| byte.is_ascii_digit());
    plot.form == Form::Slope || (!plot.categories.is_empty() && plot.categories.iter().all(is_year))
}

/// Whether marks differ in something. What a mark does not say is no difference.
pub(crate) fn differ<T: PartialEq>(marks: &[&Mark], of: impl Fn(&Mark) -> Option<T>) -> bool {
    let mut said = marks.iter().filter_map(|mark| of(mark));
    said.next().is_some_and(|first| said.any(|other| other != first))
}

/// An exact amount in English as a sentence writes it: `5.4354 trillion won`.
fn readable_won(value: Number) -> String {
    let Some(krw) = value.whole().filter(|krw| *krw >= 0) else {
        return format!("{} won", plain_text(value));
    };
    format!("{} won", written(krw).unwrap_or_else(|| format::grouped(krw)))
}

/// An exact number of a million or more with its largest unit, if few decimals are enough: eight for the amounts of cities,
/// which are read side by side (`5.7124 trillion` and `1.1602566 trillion`), four below a billion.
fn written(number: i64) -> Option<String> {
    let units = [(1_000_000_000_000, 12, "trillion"), (1_000_000_000, 9, "billion")];
    let Some((unit, zeros, name)) = units.into_iter().find(|(unit, ..)| number >= *unit) else {
        return in_largest_unit(number);
    };
    let fraction = format!("{:0zeros$}", number % unit);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    (fraction.len() <= 8).then(|| format!("{}{point}{fraction} {name}", format::grouped(number / unit)))
}

/// An exact number of a million or more with the largest unit that needs at most four decimals: `5.4354 trillion`.
pub(super) fn in_largest_unit(number: i64) -> Option<String> {
    for (unit, name) in [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")] {
        let ten_thousandths = number % unit / (unit / 10_000);
        if number >= unit && number % (unit / 10_000) == 0 {
            let fraction = format!("{ten_thousandths:04}");
            let fraction = fraction.trim_end_matches('0');
            let point = if fraction.is_empty() { "" } else { "." };
            return Some(format!("{}{point}{fraction} {name}", format::grouped(number / unit)));
        }
    }
    None
}

fn english_list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
