//! The sentence above a chart: largest, smallest, how far apart, what is missing.

use super::compared::{Entry, comparable, differ, entries, extremes, lacks_a_part, ratio, reads_by_year, value_of};
use super::english::readable_won;
use super::label::{Status, category_names, count_noun, mark_names, plain_text, value_text};
use crate::compare::{Form, Mark, Plot, Unit, in_lang};
use crate::model::{Dataset, Number};
use crate::text::particle::Particle;
use crate::text::summary::{SummaryWords, words};
use crate::text::{Lang, fill};

/// Names in a list before it is cut to “and 2 more”.
const NAMED: usize = 3;

/// One or two sentences: the largest and the smallest value, their ratio if it is above 1.5, and what has no value.
/// Of a stacked plot it compares the bars, by the sums of their parts.
///
/// Every value is exact, as in the table. The ratio is that of [`ratio`]. None is called the largest among fewer than three, nor where
/// fiscal year, stage or account differ: the sentence gives the range, and says why there is no ratio. Of a plot with several
/// series it speaks of one ([`compared`](super::compared())).
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
    let teller = Teller { plot, dataset, lang, words: words(lang) };
    let mut sentences = vec![teller.values()];
    sentences.extend(teller.missing());
    sentences.join(" ")
}

/// Entries that share a value, and the value.
type Entries<'a> = (&'a [&'a Entry<'a>], Number);

struct Teller<'a> {
    plot: &'a Plot,
    dataset: &'a Dataset,
    lang: Lang,
    words: &'static SummaryWords,
}

impl Teller<'_> {
    fn values(&self) -> String {
        let entries = entries(self.plot);
        let Some((least, most)) = extremes(&entries) else {
            return if self.plot.marks.is_empty() { self.words.nothing } else { self.words.no_values }.to_owned();
        };
        let of = |wanted: Number| -> Vec<&Entry<'_>> {
            entries.iter().filter(|entry| self.amount(entry.value) == self.amount(wanted)).collect()
        };
        let (smallest, largest) = (of(least), of(most));
        if let [only] = entries.as_slice() {
            let (name, amount) = (self.entry_name(only), self.amount(only.value));
            return fill(self.words.only, &[("name", &name), ("amount", &amount)]);
        }
        if self.amount(least) == self.amount(most) {
            return self.equal(&largest, most);
        }
        if comparable(self.plot, &entries) {
            self.spread((&largest, most), (&smallest, least))
        } else {
            self.range((&smallest, least), (&largest, most), &entries)
        }
    }

    /// A name or an amount as it stands in a sentence: in Korean with a particle.
    fn with(&self, particle: Particle, text: &str) -> String {
        match self.lang {
            Lang::Ko => particle.join(text),
            Lang::En => text.to_owned(),
        }
    }

    fn equal(&self, entries: &[&Entry<'_>], value: Number) -> String {
        let names = self.with(Particle::Topic, &self.entry_names(entries));
        let amount = self.with(Particle::By, &self.amount(value));
        fill(self.words.equal, &[("names", &names), ("amount", &amount)])
    }

    fn spread(&self, (largest, most): Entries<'_>, (smallest, least): Entries<'_>) -> String {
        let w = self.words;
        let times = ratio(self.plot).map(|ratio| self.times(ratio, most.get() / least.get()));
        let sentence = match (&self.plot.unit, times.is_some()) {
            (Unit::Percent, true) => w.spread_percent_times,
            (Unit::Percent, false) => w.spread_percent,
            (Unit::Won | Unit::WonPerResident | Unit::Count(_), true) => w.spread_times,
            (Unit::Won | Unit::WonPerResident | Unit::Count(_), false) => w.spread,
        };
        let bottom = self.entry_names(smallest);
        // Where the largest is so many times the smallest, the name of that is no subject.
        let bottom = if times.is_some() { bottom } else { self.with(Particle::Subject, &bottom) };
        let values = [
            ("top", self.with(Particle::Subject, &self.entry_names(largest))),
            ("tops", largest.len().to_string()),
            ("most", self.with(Particle::By, &self.amount(most))),
            ("bottom", bottom),
            ("bottoms", smallest.len().to_string()),
            ("least", self.with(Particle::By, &self.amount(least))),
            ("times", times.unwrap_or_default()),
            ("lacks", self.lacks(largest, smallest)),
        ];
        fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// From the smallest to the largest, where none may be called so: two values, or several of different years, stages, accounts.
    fn range(&self, (smallest, least): Entries<'_>, (largest, most): Entries<'_>, entries: &[Entry<'_>]) -> String {
        let values = [
            ("from", self.entry_names(smallest)),
            ("least", self.amount(least)),
            ("to", self.entry_names(largest)),
            ("most", self.amount(most)),
        ];
        let range = fill(self.words.range, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        match self.differences(entries) {
            None => range,
            Some(what) => {
                let what = self.with(Particle::Subject, &what);
                format!("{range} {}", fill(self.words.no_ratio, &[("what", &what)]))
            }
        }
    }

    /// The rounded ratio in words; “about” unless it is exact.
    fn times(&self, rounded: f64, exact: f64) -> String {
        let about = (rounded - exact).abs() > 1e-9;
        let number = Number::new(rounded).map(plain_text).unwrap_or_default();
        fill(if about { self.words.times_about } else { self.words.times }, &[("ratio", &number)])
    }

    /// In what the compared values differ: years, stages and accounts are not compared silently.
    fn differences(&self, entries: &[Entry<'_>]) -> Option<String> {
        let marks: Vec<&Mark> =
            entries.iter().flat_map(|entry| &entry.marks).copied().filter(|mark| value_of(mark).is_some()).collect();
        let years = !reads_by_year(self.plot) && differ(&marks, |mark| mark.year);
        let stages = differ(&marks, |mark| mark.stage);
        let accounts = differ(&marks, |mark| mark.account) && self.plot.form != Form::Stacked;
        let all = [(years, self.words.fiscal_year), (stages, self.words.stage), (accounts, self.words.account)];
        let found: Vec<String> =
            all.into_iter().filter(|(differ, _)| *differ).map(|(_, name)| name.to_owned()).collect();
        (!found.is_empty()).then(|| self.joined(&found))
    }

    /// That a bar is the sum of the parts that are stated only; it stands right behind an amount.
    fn lacks(&self, largest: &[&Entry<'_>], smallest: &[&Entry<'_>]) -> String {
        if !largest.iter().chain(smallest).any(|entry| lacks_a_part(&entry.marks)) {
            return String::new();
        }
        let space = if self.lang == Lang::Ko { "" } else { " " };
        format!("{space}{}", self.words.lacks)
    }

    fn missing(&self) -> Option<String> {
        let w = self.words;
        let all = [
            (Status::NotStated, w.missing_not_stated),
            (Status::NonBudget, w.missing_non_budget),
            (Status::NotApplicable, w.missing_not_applicable),
        ];
        let group = |(status, sentence): (Status, &str)| {
            let marks: Vec<&Mark> = self.plot.marks.iter().filter(|mark| Status::of(mark.value) == status).collect();
            let named: Vec<String> = marks.iter().take(NAMED).map(|mark| self.missing_name(mark)).collect();
            let names = self.list(&named, marks.len());
            (!marks.is_empty()).then(|| fill(sentence, &[("n", &marks.len().to_string()), ("names", &names)]))
        };
        let groups: Vec<String> = all.into_iter().filter_map(group).collect();
        (!groups.is_empty()).then(|| fill(w.missing, &[("list", &groups.join(", "))]))
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
        match all.saturating_sub(names.len()) {
            0 => self.joined(names),
            more => fill(self.words.more, &[("names", &names.join(", ")), ("n", &more.to_string())]),
        }
    }

    fn joined(&self, names: &[String]) -> String {
        match names {
            [head @ .., last] if !head.is_empty() => {
                fill(self.words.joined, &[("names", &head.join(", ")), ("last", last)])
            }
            few => few.concat(),
        }
    }

    /// An exact value within a sentence.
    fn amount(&self, value: Number) -> String {
        let text = match (&self.plot.unit, self.lang) {
            (Unit::Won | Unit::WonPerResident, Lang::En) => readable_won(value),
            (unit, lang) => value_text(unit, value, lang),
        };
        match &self.plot.unit {
            Unit::WonPerResident => fill(self.words.per_resident, &[("amount", &text)]),
            Unit::Count(noun) => format!("{text}{}", count_noun(noun, value, self.lang)),
            Unit::Won | Unit::Percent => text,
        }
    }
}
