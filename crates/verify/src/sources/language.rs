//! Both languages of the dataset against each other and against the term sheet, `seeds/terms.toml`.

use super::claim::Kind;
use super::numbers::{numerals, stated_numerals};
use super::ratio::Ratio;
use super::report::{Mismatch, Report};
use city_compare_dataset::model::Dataset;
use serde::Deserialize;
use serde_json::Value;
use std::cell::Cell;
use std::path::Path;

/// The term sheet.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    #[serde(default)]
    terms: Vec<Rule>,
    #[serde(default)]
    titles: Titles,
    #[serde(default)]
    numbers: Vec<Exception>,
}

/// A Korean word, and the English forms of which a title has one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    ko: String,
    en: Vec<String>,
    /// Whether every text is held to it, not only titles.
    #[serde(default)]
    everywhere: bool,
    #[serde(default)]
    except: Vec<Excepted>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Excepted {
    id: String,
    reason: String,
}

/// How a title may not begin.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Titles {
    /// Words in -ing that are nouns or adjectives.
    ing: Vec<String>,
    /// Words that make a title an order.
    orders: Vec<String>,
    /// Beginnings in which such a word is none.
    nouns: Vec<String>,
}

/// Numbers that stand in one place only, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    id: String,
    numbers: Vec<String>,
    against: Against,
    reason: String,
    #[serde(skip)]
    used: Cell<bool>,
}

/// What the number is missing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Against {
    /// The other language.
    Language,
    /// The cited lines.
    Lines,
}

impl Sheet {
    /// Reads the sheet beside the seeds.
    pub(super) fn load(seeds: &Path) -> Result<Self, String> {
        let file = seeds.join("terms.toml");
        let text = std::fs::read_to_string(&file).map_err(|error| format!("seeds/terms.toml: {error}"))?;
        toml::from_str(&text).map_err(|error| format!("seeds/terms.toml: {error}"))
    }

    /// Whether the sheet says that this number of an entry need not stand elsewhere.
    pub(super) fn excuses(&self, id: &str, number: &str, against: Against) -> bool {
        let fits = |exception: &&Exception| {
            exception.id == id && exception.against == against && exception.numbers.iter().any(|known| known == number)
        };
        let found = self.numbers.iter().find(fits);
        if let Some(exception) = found {
            exception.used.set(true);
        }
        found.is_some()
    }

    /// Complains about exceptions that have no reason, or that nothing needs any more.
    pub(super) fn verify_itself(&self, report: &mut Report) {
        let mut complain = |id: &str, message: &str| report.mismatches.push(mismatch(id, message.to_owned()));
        for exception in &self.numbers {
            if exception.reason.trim().is_empty() {
                complain(&exception.id, "its numbers are excepted without a reason");
            } else if !exception.used.get() {
                complain(&exception.id, "its numbers are excepted, but stand where they should");
            }
        }
        for excepted in self.terms.iter().flat_map(|rule| &rule.except) {
            if excepted.reason.trim().is_empty() {
                complain(&excepted.id, "its term is excepted without a reason");
            }
        }
    }
}

fn mismatch(owner: &str, message: String) -> Mismatch {
    Mismatch { document: "seeds".to_owned(), line: 0, owner: owner.to_owned(), message }
}

/// Compares the languages of every text of the dataset, and its titles with the sheet.
pub(super) fn verify(dataset: &Dataset, sheet: &Sheet, report: &mut Report) {
    for item in dataset.cities.iter().flat_map(|city| &city.plan.items) {
        for fault in title_faults(&item.id, &item.title.ko, &item.title.en, sheet) {
            report.mismatches.push(mismatch(&item.id, fault));
        }
    }
    match serde_json::to_value(dataset) {
        Ok(value) => texts(&value, "dataset", sheet, report),
        Err(error) => report.mismatches.push(mismatch("dataset", error.to_string())),
    }
}

/// What is wrong with a title.
fn title_faults(id: &str, ko: &str, en: &str, sheet: &Sheet) -> Vec<String> {
    let mut faults = Vec::new();
    let lower = en.to_lowercase();
    for rule in sheet.terms.iter().filter(|rule| ko.contains(&rule.ko)) {
        let there = rule.en.iter().any(|form| lower.contains(&form.to_lowercase()));
        let excepted = rule.except.iter().any(|excepted| excepted.id == id);
        if there == excepted {
            let verb = if there { "is excepted but has" } else { "has none of" };
            faults.push(format!("“{en}” {verb} the term for {}: {}", rule.ko, rule.en.join(", ")));
        }
    }
    let plain = en.trim_start_matches(['‘', '“']);
    let first = plain.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let is = |words: &[String]| words.iter().any(|word| word == first);
    let noun = sheet.titles.nouns.iter().any(|noun| plain.starts_with(noun));
    if is(&sheet.titles.orders) && !noun {
        faults.push(format!("“{en}” gives an order; a title is a noun phrase"));
    }
    // Stop-smoking and its like are adjectives.
    if first.ends_with("ing") && !first.contains('-') && !is(&sheet.titles.ing) {
        faults.push(format!("“{en}” begins with a verb in -ing; a title is a noun phrase"));
    }
    faults
}

/// Walks through the dataset: every text in both languages, with the id that it belongs to.
fn texts(value: &Value, owner: &str, sheet: &Sheet, report: &mut Report) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| texts(value, owner, sheet, report)),
        Value::Object(entries) => {
            let owner = entries.get("id").and_then(Value::as_str).unwrap_or(owner);
            // A printed date or figure beside the text is Korean that the English may repeat.
            let beside = |key: &str| entries.get(key).and_then(Value::as_str).unwrap_or_default();
            let printed = format!("{} {}", beside("when"), beside("as_printed"));
            if let Some(pair) = pair(value) {
                text(pair, "", owner, sheet, report);
            }
            for (key, value) in entries.iter().filter(|(key, _)| *key != "match") {
                match pair(value) {
                    Some(pair) => text(pair, &printed, owner, sheet, report),
                    None => texts(value, owner, sheet, report),
                }
                if matches!(key.as_str(), "summary" | "note" | "why" | "explanation") {
                    report.mismatches.extend(register(value, owner));
                }
            }
        }
        _ => {}
    }
}

fn pair(value: &Value) -> Option<(&str, &str)> {
    Some((value.get("ko")?.as_str()?, value.get("en")?.as_str()?))
}

/// Sentences of ours end as the page's do, in 합니다체.
fn register(value: &Value, owner: &str) -> Option<Mismatch> {
    let (ko, _) = pair(value)?;
    let plain = |sentence: &&str| sentence.ends_with('다') && !sentence.ends_with("니다");
    let sentence = ko.split(['.', '(', ')']).map(str::trim).find(plain)?;
    Some(mismatch(owner, format!("“{sentence}” is not 합니다체")))
}

fn text((ko, en): (&str, &str), printed: &str, owner: &str, sheet: &Sheet, report: &mut Report) {
    report.count(Kind::Languages, true);
    let lower = en.to_lowercase();
    let mut everywhere = sheet.terms.iter().filter(|rule| rule.everywhere && ko.contains(&rule.ko));
    if let Some(rule) = everywhere.find(|rule| !rule.en.iter().any(|form| lower.contains(form))) {
        report.mismatches.push(mismatch(owner, format!("“{en}” has none of the term for {}", rule.ko)));
    }
    for number in differing(ko, en, printed) {
        if !sheet.excuses(owner, &number, Against::Language) {
            let message = format!("{number} stands in one language only: “{ko}” – “{en}”");
            report.mismatches.push(mismatch(owner, message));
        }
    }
}

/// Numbers that one language has and the other has not, neither as a figure nor in words.
fn differing(ko: &str, en: &str, printed: &str) -> Vec<String> {
    let (korean, english) = (stated(&uncircled(ko)), english(&uncircled(en)));
    let words = number_words(en);
    let has = |wanted: &[Ratio]| english.iter().any(|number| wanted.contains(&number.1) || wanted.contains(&number.2));
    let mut missing: Vec<String> = Vec::new();
    for number in korean.iter().filter(|number| !number.2) {
        let (plain, scaled, ..) = *number;
        let year = plain.plus(2000.into()).unwrap_or(plain);
        if !has(&[plain, scaled, year]) && !words.contains(&plain) {
            missing.push(number.3.clone());
        }
    }
    let printed = numerals(&super::normalise::unify(printed));
    let known = |value: Ratio| {
        korean.iter().any(|number| number.0 == value || number.1 == value)
            || korean.iter().any(|number| number.0.plus(2000.into()) == Some(value))
            || printed.iter().any(|number| number.plain == value || number.scaled == value)
    };
    let left = english.iter().filter(|(_, plain, scaled)| !known(*plain) && !known(*scaled));
    missing.extend(left.map(|(text, ..)| text.clone()));
    missing
}

/// The numbers of a Korean text: as its digits say, with its units, whether part of the one before, as written.
fn stated(text: &str) -> Vec<(Ratio, Ratio, bool, String)> {
    let text = super::normalise::unify(text);
    // Labels and the names of a disease or a law are compared too, but not 코로나19, which English spells COVID-19.
    let disease = |start: usize| text.get(..start).is_some_and(|before| before.trim_end().ends_with("코로나"));
    numerals(&text)
        .into_iter()
        .filter(|number| !disease(number.start))
        .map(|number| {
            let written = text.get(number.start..number.end).unwrap_or_default().to_owned();
            (number.plain, number.scaled, number.is_part, written)
        })
        .collect()
}

/// Circled numbers as digits: ① is 1.
fn uncircled(text: &str) -> String {
    let digits =
        |c: char| ('①'..='⑳').contains(&c).then(|| format!(" {} ", u32::from(c).saturating_sub(u32::from('①')) + 1));
    text.chars().map(|c| digits(c).unwrap_or_else(|| c.to_string())).collect()
}

/// The numbers of an English text: as written, as its digits say, and with thousand to trillion.
fn english(text: &str) -> Vec<(String, Ratio, Ratio)> {
    let found = numerals(text).into_iter().filter_map(|number| {
        if text.get(..number.start).is_some_and(|before| before.ends_with("COVID-")) {
            return None;
        }
        let rest = text.get(number.end..).unwrap_or_default().trim_start();
        let units = [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];
        let unit = units.iter().find(|(word, _)| rest.starts_with(word)).map_or(1, |(_, zeros)| 10_i128.pow(*zeros));
        let written = text.get(number.start..number.end).unwrap_or_default().to_owned();
        Some((written, number.plain, number.plain.times(unit.into())?))
    });
    found.collect()
}

/// The numbers that an English text says in words: numbers, ordinals, months, and the one of “each” and “per”.
fn number_words(text: &str) -> Vec<Ratio> {
    const WORDS: [&[&str]; 20] = [
        &["one", "first", "once", "single", "a", "an", "each", "every", "per", "january"],
        &["two", "second", "twice", "both", "february"],
        &["three", "third", "march"],
        &["four", "fourth", "april"],
        &["five", "fifth", "may"],
        &["six", "sixth", "june"],
        &["seven", "seventh", "july"],
        &["eight", "eighth", "august"],
        &["nine", "ninth", "september"],
        &["ten", "tenth", "october"],
        &["eleven", "eleventh", "november"],
        &["twelve", "twelfth", "december"],
        &["thirteen"],
        &["fourteen"],
        &["fifteen"],
        &["sixteen"],
        &["seventeen"],
        &["eighteen"],
        &["nineteen"],
        &["twenty"],
    ];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let values = (1_i128..).zip(WORDS);
    let said = values.filter(|(_, names)| names.iter().any(|name| words.contains(name)));
    said.map(|(value, _)| value.into()).collect()
}

/// The numbers of a text that its lines must hold, but for those that the sheet excepts: a text with the others blanked.
pub(super) fn for_lines(id: &str, text: &str, sheet: &Sheet) -> String {
    let text = super::normalise::unify(text);
    let mut kept = String::new();
    for number in stated_numerals(&text) {
        let written = text.get(number.start..number.end).unwrap_or_default();
        if !number.is_part && !sheet.excuses(id, written, Against::Lines) {
            kept.push_str(text.get(number.start..number.scaled_end).unwrap_or_default());
            kept.push_str(" / ");
        }
    }
    kept
}

#[cfg(test)]
#[path = "language/tests.rs"]
mod tests;
