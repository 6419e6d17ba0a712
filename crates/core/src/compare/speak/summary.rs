//! The sentence above a chart: largest, smallest, how far apart, what is missing.

use super::label::{Status, category_names, count_noun, mark_names, plain_text, value_text};
use crate::compare::FEWEST_FOR_SUPERLATIVE;
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
/// Every value is exact, as in the table. The ratio is that of [`ratio`]. None is called the largest among fewer than three, nor where
/// fiscal year, stage or account differ: the sentence gives the range, and says why there is no ratio. Of a plot with several
/// series it speaks of one ([`compared`]).
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
///     "광양시 8,000억 원에서 여수시 1조 6,000억 원까지입니다. 자료에 없는 값은 1개(전주시)입니다.",
/// );
/// assert_eq!(
///     summary(&plot, embedded::dataset(), Lang::En),
///     "From 800 billion won (Gwangyang) to 1.6 trillion won (Yeosu). Without a value: 1 not stated (Jeonju).",
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
/// `None` if the values do not compare, the smallest is not above zero, the ratio is at most 1.5, or it is 1,000 or more:
/// then the values are hardly of a kind, and the number would say nothing.
pub fn ratio(plot: &Plot) -> Option<f64> {
    let entries = entries(plot);
    let (smallest, largest) = extremes(&entries).filter(|_| comparable(plot, &entries))?;
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
        return compared(plot).into_iter().filter_map(entry).collect();
    }
    let bar = |index| {
        let marks: Vec<&Mark> = plot.of_category(index).collect();
        let value = bar_sum(&marks)?;
        Some(Entry { marks, value })
    };
    (0..plot.categories.len()).filter_map(bar).collect()
}

/// The marks that a sentence may set against each other. Of a plot with one series these are all; of one with several, one field
/// over the cities, or the cities in one year: the one that most of them have, of several the one with the largest sum. A
/// largest value of one series is never set against the smallest of another.
pub fn compared(plot: &Plot) -> Vec<&Mark> {
    // Of shares, what is left over is no field: it says how much is unknown, not where the money goes.
    let rest = |mark: &&Mark| plot.series.get(mark.series).is_some_and(|series| series.tone == Tone::Rest);
    let valued = || plot.marks.iter().filter(|mark| value_of(mark).is_some());
    if !matches!(plot.form, Form::Grouped | Form::Shares | Form::Slope) || plot.series.len() < 2 {
        return valued().filter(|mark| plot.form != Form::Shares || !rest(mark)).collect();
    }
    let cities = plot.series.iter().all(|series| matches!(series.tone, Tone::City(_)));
    let by_category = cities || plot.form == Form::Slope;
    let count = if by_category { plot.categories.len() } else { plot.series.len() };
    let mut best: (Vec<&Mark>, f64) = (Vec::new(), 0.0);
    for place in 0..count {
        let at = |mark: &&Mark| if by_category { mark.category == place } else { mark.series == place && !rest(mark) };
        let group: Vec<&Mark> = valued().filter(at).collect();
        let sum: f64 = group.iter().filter_map(|mark| mark.value.value()).sum();
        // Of years that say as much as others the newest counts, of fields the largest.
        let better = if plot.form == Form::Slope { group.len() >= best.0.len() } else { sum > best.1 };
        if group.len() > best.0.len() || (group.len() == best.0.len() && better) {
            best = (group, sum);
        }
    }
    best.0
}

/// Whether a sentence may call one of these the largest: three at least, of one year, stage and account.
fn comparable(plot: &Plot, entries: &[Entry<'_>]) -> bool {
    let marks: Vec<&Mark> =
        entries.iter().flat_map(|entry| &entry.marks).copied().filter(|mark| value_of(mark).is_some()).collect();
    entries.len() >= FEWEST_FOR_SUPERLATIVE
        && (reads_by_year(plot) || !differ(&marks, |mark| mark.year))
        && !differ(&marks, |mark| mark.stage)
        && (plot.form == Form::Stacked || !differ(&marks, |mark| mark.account))
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
                (true, Lang::Ko) => "비교할 값이 없습니다.",
                (true, Lang::En) => "There is nothing to compare.",
                (false, Lang::Ko) => "값이 하나도 없습니다.",
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
        if comparable(self.plot, &entries) {
            self.spread((&largest, most), (&smallest, least))
        } else {
            self.range((&smallest, least), (&largest, most))
        }
    }

    fn only(&self, entry: &Entry<'_>) -> String {
        let (name, amount) = (self.entry_name(entry), self.amount(entry.value));
        match self.lang {
            Lang::Ko => format!("값이 있는 것은 {name} 하나로, {amount}입니다."),
            Lang::En => format!("Only {name} has a value: {amount}."),
        }
    }

    fn equal(&self, entries: &[&Entry<'_>], value: Number) -> String {
        let (names, amount) = (self.entry_names(entries), self.amount(value));
        match self.lang {
            Lang::Ko => format!("{} 모두 {} 같습니다.", Particle::Topic.join(&names), Particle::By.join(&amount)),
            Lang::En => format!("{names} are all equal, at {amount}."),
        }
    }

    fn spread(&self, (largest, most): Entries<'_>, (smallest, least): Entries<'_>) -> String {
        let (top, bottom) = (self.entry_names(largest), self.entry_names(smallest));
        let (most_text, least_text) = (self.amount(most), self.amount(least));
        let lacks = self.lacks(largest, smallest);
        let times = ratio(self.plot).map(|ratio| self.times(ratio, most.get() / least.get()));
        match self.lang {
            Lang::Ko => {
                let (more, less, least_of) = match self.plot.unit {
                    Unit::Percent => ("높고", "낮습니다", "낮은"),
                    Unit::Won | Unit::WonPerResident | Unit::Count(_) => ("많고", "적습니다", "적은"),
                };
                let head = format!("{} {} 가장 {more}", Particle::Subject.join(&top), Particle::By.join(&most_text));
                let by_least = Particle::By.join(&least_text);
                match times {
                    Some(times) => format!("{head}, {by_least} 가장 {least_of} {bottom}의 {times}{lacks}."),
                    None => format!("{head}, {} {by_least} 가장 {less}{lacks}.", Particle::Subject.join(&bottom)),
                }
            }
            Lang::En => {
                let is = |entries: &[&Entry<'_>]| if entries.len() == 1 { "is" } else { "are" };
                let head = format!("{top} {} largest at {most_text}", is(largest));
                match times {
                    Some(times) => format!("{head}, {times} the smallest, {bottom} at {least_text}{lacks}."),
                    None => format!("{head}; {bottom} {} smallest at {least_text}{lacks}.", is(smallest)),
                }
            }
        }
    }

    /// From the smallest to the largest, where none may be called so: two values, or several of different years, stages, accounts.
    fn range(&self, (smallest, least): Entries<'_>, (largest, most): Entries<'_>) -> String {
        let (from, to) = (self.entry_names(smallest), self.entry_names(largest));
        let (least, most) = (self.amount(least), self.amount(most));
        let differences = self.differences();
        match self.lang {
            Lang::Ko => {
                let why = differences
                    .map(|what| format!(" {} 서로 달라 배수는 계산하지 않았습니다.", Particle::Subject.join(&what)));
                format!("{from} {least}에서 {to} {most}까지입니다.{}", why.unwrap_or_default())
            }
            Lang::En => {
                let why = differences.map(|what| format!(" They differ in {what}: no ratio given."));
                format!("From {least} ({from}) to {most} ({to}).{}", why.unwrap_or_default())
            }
        }
    }

    /// The rounded ratio in words; “about” unless it is exact.
    fn times(&self, rounded: f64, exact: f64) -> String {
        let about = (rounded - exact).abs() > 1e-9;
        let number = Number::new(rounded).map(plain_text).unwrap_or_default();
        match self.lang {
            Lang::Ko => format!("{}{number}배입니다", if about { "약 " } else { "" }),
            Lang::En => format!("{}{number} times", if about { "about " } else { "" }),
        }
    }

    /// In what the compared values differ: years, stages and accounts are not compared silently.
    fn differences(&self) -> Option<String> {
        let korean = self.lang == Lang::Ko;
        let entries = entries(self.plot);
        let marks: Vec<&Mark> =
            entries.iter().flat_map(|entry| &entry.marks).copied().filter(|mark| value_of(mark).is_some()).collect();
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
        (!found.is_empty()).then(|| if korean { found.join(", ") } else { english_list(&found) })
    }

    /// That a bar is the sum of the parts that are stated only.
    fn lacks(&self, largest: &[&Entry<'_>], smallest: &[&Entry<'_>]) -> String {
        match (largest.iter().chain(smallest).any(|entry| lacks_a_part(&entry.marks)), self.lang) {
            (false, _) => String::new(),
            (true, Lang::Ko) => "(적힌 부분만 더한 값이 있습니다)".to_owned(),
            (true, Lang::En) => " (some sums lack parts that are not stated)".to_owned(),
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
            Lang::Ko => format!("{list}입니다."),
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
            (Unit::WonPerResident, Lang::Ko) => format!("주민 1인당 {text}"),
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
