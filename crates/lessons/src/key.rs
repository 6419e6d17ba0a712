//! The answer of a step, derived from the dataset each time, and what is said of a pupil's answer.

use crate::arithmetic;
use crate::class::Class;
use crate::measure::amount;
use crate::model::{Answer, Measure, Rule, Step, TotalOf, Which};
use crate::show;
use city_compare_core::compare::official::{PartKey, field_choices, strip};
use city_compare_core::compare::topic::{Absence, Subject, TopicPage, absence};
use city_compare_core::compare::{Evidence, in_lang};
use city_compare_core::text::{Lang, fill, lesson::words, official as names};
use city_compare_dataset::model::official::Side;
use city_compare_dataset::model::{Bilingual, FiscalYear, Lines};
use serde::{Deserialize, Serialize};

/// One of the choices of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    /// Id of the city, or the word by which the rule knows it.
    pub key: String,
    /// What is read.
    pub text: Bilingual,
}

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Nothing: it is the pupil's own.
    Open,
    /// The choice at this place.
    One(usize),
    /// The choices in this order.
    Order(Vec<usize>),
    /// This number; as far as `near` from it is well guessed.
    Number {
        /// The number.
        value: i64,
        /// How far off is near.
        near: i64,
    },
    /// Any of these lines of the city at the place.
    Lines(Vec<(usize, Lines)>),
}

/// A step with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// The choices, in the order in which they are shown; empty for numbers and words.
    pub options: Vec<Opt>,
    /// What is right.
    pub key: Key,
    /// The answer in words; empty where none is right.
    pub answer: Bilingual,
    /// What was compared, each with its number.
    pub list: Bilingual,
    /// The newest year of the figures, where the step is of figures of a year.
    pub year: Option<FiscalYear>,
    /// The sum that is to be worked out, without its result; empty where there is none.
    pub sum: String,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// For blocks over fields: those of each city, in the order of the step's fields.
    pub strips: Vec<Vec<u32>>,
}

/// Why the dataset gives no answer, or more than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAnswer {
    /// The dataset does not have what is asked of.
    Missing(String),
    /// Several are equal.
    Several(String),
    /// No choice fits.
    NoChoice(String),
}

impl NoAnswer {
    /// In a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let w = words(lang);
        let (template, what) = match self {
            Self::Missing(what) => (w.no_answer_missing, what),
            Self::Several(what) => (w.no_answer_several, what),
            Self::NoChoice(what) => (w.no_answer_choice, what),
        };
        fill(template, &[("what", what)])
    }
}

/// What a pupil answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// The choice at this place.
    One(usize),
    /// The choices in this order.
    Order(Vec<usize>),
    /// A number.
    Number(i64),
    /// A line of the document of the city at a place.
    Line(usize, u32),
    /// Blocks of a thousand won for each field.
    Split(Vec<u32>),
    /// Words.
    Text(String),
}

/// What is said of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It follows from the data.
    Right,
    /// Well guessed.
    Near,
    /// The data say something else.
    Other,
    /// There is no right one.
    Open,
}

/// The answer of a step.
///
/// # Errors
/// The dataset gives none, or more than one.
pub fn solve(class: &Class<'_>, step: &Step) -> Result<Solved, NoAnswer> {
    match &step.answer {
        Answer::Choose { rule, options } => {
            let own = options.iter().map(|choice| Opt { key: choice.key.clone(), text: choice.text.clone() }).collect();
            choose(class, rule, own)
        }
        Answer::Mark { of, which } => extreme(class, of, *which),
        Answer::Order { by } => order(class, by),
        Answer::Number { of, city, .. } => number(class, of, city),
        Answer::Cite { topic } => cite(class, topic),
        Answer::Split { fields } => {
            let fields: Vec<&str> = fields.iter().map(|line| line.field.as_str()).collect();
            split(class, &fields)
        }
        Answer::Text { .. } => Ok(open(Vec::new())),
    }
}

/// What is said of an answer.
pub fn judge(solved: &Solved, given: &Given) -> Verdict {
    let right = match (&solved.key, given) {
        (Key::Open, _) => return Verdict::Open,
        (Key::One(key), Given::One(own)) => key == own,
        (Key::Order(key), Given::Order(own)) => key == own,
        (Key::Number { value, .. }, Given::Number(own)) if value == own => true,
        (Key::Number { value, near }, Given::Number(own)) => {
            return if value.abs_diff(*own) <= near.unsigned_abs() { Verdict::Near } else { Verdict::Other };
        }
        (Key::Lines(key), Given::Line(city, line)) => key.iter().any(|(of, lines)| of == city && lines.contains(*line)),
        _ => false,
    };
    if right { Verdict::Right } else { Verdict::Other }
}

fn open(options: Vec<Opt>) -> Solved {
    Solved {
        options,
        key: Key::Open,
        answer: Bilingual::default(),
        list: Bilingual::default(),
        year: None,
        sum: String::new(),
        evidence: Vec::new(),
        strips: Vec::new(),
    }
}

/// The same made for each language.
pub(crate) fn both(make: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual::new(make(Lang::Ko), make(Lang::En))
}

fn cities(class: &Class<'_>) -> Vec<Opt> {
    class.cities.iter().map(|city| Opt { key: city.id.clone(), text: city.name.clone() }).collect()
}

fn name(class: &Class<'_>, place: usize, lang: Lang) -> String {
    class.cities.get(place).map(|city| in_lang(&city.name, lang).to_owned()).unwrap_or_default()
}

/// The cities in an order, each with its number.
fn list(class: &Class<'_>, of: &Measure, values: &[i64], places: &[usize]) -> Bilingual {
    both(|lang| {
        let told = places.iter().map(|place| {
            let value = values.get(*place).copied().unwrap_or_default();
            format!("{} {}", name(class, *place, lang), of.text(value, lang))
        });
        told.collect::<Vec<_>>().join(", ")
    })
}

fn evidence_of_all(class: &Class<'_>, of: &Measure) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = Vec::new();
    for evidence in class.cities.iter().flat_map(|city| of.evidence(class, &city.id)) {
        if !all.contains(&evidence) {
            all.push(evidence);
        }
    }
    all
}

fn extreme(class: &Class<'_>, of: &Measure, which: Which) -> Result<Solved, NoAnswer> {
    let values = of.values(class).map_err(NoAnswer::Missing)?;
    let best = match which {
        Which::Largest => values.iter().max(),
        Which::Smallest => values.iter().min(),
    };
    let best = best.copied().ok_or_else(|| NoAnswer::Missing("cities".to_owned()))?;
    let at: Vec<usize> = (0..values.len()).filter(|place| values.get(*place) == Some(&best)).collect();
    let [one] = at.as_slice() else { return Err(NoAnswer::Several(of.text(best, Lang::Ko))) };
    let places: Vec<usize> = (0..values.len()).collect();
    Ok(Solved {
        key: Key::One(*one),
        answer: both(|lang| name(class, *one, lang)),
        year: of.year(class),
        list: list(class, of, &values, &places),
        evidence: evidence_of_all(class, of),
        ..open(cities(class))
    })
}

fn order(class: &Class<'_>, by: &Measure) -> Result<Solved, NoAnswer> {
    let values = by.values(class).map_err(NoAnswer::Missing)?;
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(values.get(*place).copied()));
    let same = places.windows(2).find_map(|pair| match pair {
        [a, b] if values.get(*a) == values.get(*b) => values.get(*a),
        _ => None,
    });
    if let Some(same) = same {
        return Err(NoAnswer::Several(by.text(*same, Lang::Ko)));
    }
    Ok(Solved {
        answer: both(|lang| places.iter().map(|place| name(class, *place, lang)).collect::<Vec<_>>().join(" → ")),
        year: by.year(class),
        list: list(class, by, &values, &places),
        key: Key::Order(places),
        evidence: evidence_of_all(class, by),
        ..open(cities(class))
    })
}

fn number(class: &Class<'_>, of: &Measure, city: &str) -> Result<Solved, NoAnswer> {
    let value = of.value(class, city).ok_or_else(|| NoAnswer::Missing(city.to_owned()))?;
    let values = of.values(class).map_err(NoAnswer::Missing)?;
    let places: Vec<usize> = (0..values.len()).collect();
    Ok(Solved {
        key: Key::Number { value, near: value / 10 },
        answer: both(|lang| of.text(value, lang)),
        year: of.year(class),
        list: list(class, of, &values, &places),
        evidence: of.evidence(class, city),
        ..open(Vec::new())
    })
}

fn cite(class: &Class<'_>, topic: &str) -> Result<Solved, NoAnswer> {
    let found = class.dataset.topics.iter().find(|known| known.id == topic);
    let found = found.ok_or_else(|| NoAnswer::Missing(topic.to_owned()))?;
    let items = found.items.iter().filter_map(|id| class.dataset.item(id)).filter(|(_, item)| item.is_plan());
    let (mut lines, mut evidence, mut told) = (Vec::new(), Vec::new(), Vec::new());
    for (city, item) in items {
        let Some(place) = class.place(&city.id) else { continue };
        lines.extend(item.source.ranges().map(|range| (place, range)));
        evidence.push(Evidence::item(item));
        told.push((place, item));
    }
    let (place, item) = told.first().ok_or_else(|| NoAnswer::Missing(topic.to_owned()))?;
    let answer = both(|lang| {
        let line = item.source.ranges().next().map(|lines| lines.from().to_string()).unwrap_or_default();
        let values =
            [("city", name(class, *place, lang)), ("line", line), ("text", in_lang(&item.title, lang).to_owned())];
        fill(words(lang).answer_line, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    Ok(Solved { key: Key::Lines(lines), answer, evidence, ..open(cities(class)) })
}

/// Which part of a city's money each field gets, in blocks; what belongs to none of the fields would be missing, and is refused.
fn split(class: &Class<'_>, fields: &[&str]) -> Result<Solved, NoAnswer> {
    let official = class.official().ok_or_else(|| NoAnswer::Missing("official".to_owned()))?;
    let basis = field_choices(official, &class.ids()).default();
    let basis = basis.ok_or_else(|| NoAnswer::Missing("basis".to_owned()))?;
    let (mut strips, mut evidence) = (Vec::new(), Vec::new());
    for city in &class.cities {
        let (parts, _) = strip(official, &city.id, basis).ok_or_else(|| NoAnswer::Missing(city.id.clone()))?;
        let code = |key: &PartKey| match key {
            PartKey::Field(code) => code.clone(),
            PartKey::Administration => "administration".to_owned(),
        };
        let other = parts.iter().find(|part| part.blocks > 0 && !fields.contains(&code(&part.part.key).as_str()));
        if let Some(other) = other {
            return Err(NoAnswer::NoChoice(other.part.printed.clone()));
        }
        let blocks =
            |field: &&str| parts.iter().find(|part| code(&part.part.key) == **field).map_or(0, |part| part.blocks);
        strips.push(fields.iter().map(blocks).collect());
        for part in &parts {
            let source = Evidence::page(&part.part.source, None);
            if !evidence.contains(&source) {
                evidence.push(source);
            }
        }
    }
    Ok(Solved { strips, evidence, ..open(cities(class)) })
}

fn choose(class: &Class<'_>, rule: &Rule, options: Vec<Opt>) -> Result<Solved, NoAnswer> {
    match rule {
        Rule::Open {} => Ok(open(options)),
        Rule::Extreme { of, which } => extreme(class, of, *which),
        Rule::Says { item } => says(class, item),
        Rule::Absence { topic, city } => absent(class, topic, city, options),
        Rule::Comparable { one, other } => comparable(class, one, other, options),
        Rule::Follows { of } => follows(class, of),
    }
}

fn says(class: &Class<'_>, id: &str) -> Result<Solved, NoAnswer> {
    let (city, item) = class.dataset.item(id).ok_or_else(|| NoAnswer::Missing(id.to_owned()))?;
    let same = class.cities.iter().flat_map(|city| city.plan.items.iter().map(move |item| (city, item)));
    let others = same.filter(|(of, other)| of.id != city.id && other.title.ko == item.title.ko);
    if others.count() > 0 {
        return Err(NoAnswer::Several(item.title.ko.clone()));
    }
    let place = class.place(&city.id).ok_or_else(|| NoAnswer::NoChoice(city.id.clone()))?;
    Ok(Solved {
        key: Key::One(place),
        answer: both(|lang| name(class, place, lang)),
        evidence: vec![Evidence::item(item)],
        ..open(cities(class))
    })
}

fn absent(class: &Class<'_>, topic: &str, city: &str, options: Vec<Opt>) -> Result<Solved, NoAnswer> {
    let found = class.dataset.topics.iter().find(|known| known.id == topic);
    let found = found.ok_or_else(|| NoAnswer::Missing(topic.to_owned()))?;
    let selection = class.selection();
    let page = TopicPage::new(class.dataset, &selection, Subject::Topic(found));
    let column = page.columns.iter().find(|column| column.city.id == city);
    let column = column.ok_or_else(|| NoAnswer::Missing(city.to_owned()))?;
    let why = column.absence.ok_or_else(|| NoAnswer::NoChoice(city.to_owned()))?;
    let key = match why {
        Absence::Document => "document",
        Absence::Article => "article",
        Absence::NoPlan => return Err(NoAnswer::Missing(city.to_owned())),
    };
    let list = both(|lang| absence(why, lang).to_owned());
    let page = Evidence::page(&column.city.plan.document, None);
    pick(options, key, list, vec![page])
}

/// The choice with a key.
fn pick(options: Vec<Opt>, key: &str, list: Bilingual, evidence: Vec<Evidence>) -> Result<Solved, NoAnswer> {
    let place =
        options.iter().position(|option| option.key == key).ok_or_else(|| NoAnswer::NoChoice(key.to_owned()))?;
    let answer = options.get(place).map(|option| option.text.clone()).unwrap_or_default();
    Ok(Solved { key: Key::One(place), answer, list, evidence, ..open(options) })
}

/// In what two totals differ: the words of [`Rule::Comparable`].
pub(crate) fn differences(class: &Class<'_>, one: &TotalOf, other: &TotalOf) -> Vec<&'static str> {
    let kind = |total: &TotalOf| class.dataset.city(&total.city).map(|city| city.kind);
    let differ = [
        ("kind", kind(one) != kind(other)),
        ("year", one.year != other.year),
        ("stage", one.stage != other.stage),
        ("scope", one.scope != other.scope),
    ];
    differ.into_iter().filter(|(_, differ)| *differ).map(|(name, _)| name).collect()
}

/// A total in words, with its year, stage and scope, and its source.
pub(crate) fn total(class: &Class<'_>, of: &TotalOf) -> Option<(Bilingual, Evidence)> {
    let official = class.official()?;
    let total = official.total(&of.city, FiscalYear(of.year), of.stage, of.scope, Side::Expenditure)?;
    let city = class.dataset.city(&of.city)?;
    let text = both(|lang| {
        let w = words(lang);
        let values = [
            ("city", in_lang(&city.name, lang).to_owned()),
            ("year", of.year.to_string()),
            ("stage", names::stage(of.stage, lang).to_owned()),
            ("scope", names::scope(of.scope, lang).to_owned()),
            ("amount", amount(total.krw.get(), lang)),
        ];
        fill(w.total_of, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    Some((text, Evidence::page(&total.source, None)))
}

fn comparable(class: &Class<'_>, one: &TotalOf, other: &TotalOf, options: Vec<Opt>) -> Result<Solved, NoAnswer> {
    let (first, source) = total(class, one).ok_or_else(|| NoAnswer::Missing(one.city.clone()))?;
    let (second, other_source) = total(class, other).ok_or_else(|| NoAnswer::Missing(other.city.clone()))?;
    let key = match differences(class, one, other).as_slice() {
        [] => "yes",
        [why] => why,
        several => return Err(NoAnswer::Several(several.join(", "))),
    };
    let list = both(|lang| format!("{} / {}", in_lang(&first, lang), in_lang(&second, lang)));
    let mut evidence = vec![source];
    evidence.extend(Some(other_source).filter(|other| !evidence.contains(other)));
    pick(options, key, list, evidence)
}

fn follows(class: &Class<'_>, id: &str) -> Result<Solved, NoAnswer> {
    let missing = || NoAnswer::Missing(id.to_owned());
    let found = show::contradiction(class, id).ok_or_else(missing)?;
    let computed = found.computed.ok_or_else(missing)?;
    let (sum, result) = arithmetic::result(computed).ok_or_else(missing)?;
    let option = |(place, stated): (usize, &show::Stated<'_>)| Opt {
        key: place.to_string(),
        text: both(|lang| format!("{}: {}", in_lang(stated.what, lang), stated.value)),
    };
    let options: Vec<Opt> = found.stated.iter().enumerate().map(option).collect();
    let holds = |place: &usize| found.stated.get(*place).is_some_and(|stated| arithmetic::holds(stated.value, result));
    let at: Vec<usize> = (0..found.stated.len()).filter(holds).collect();
    match at.as_slice() {
        [] => Err(NoAnswer::NoChoice(computed.to_owned())),
        [one] => {
            let evidence = found.stated.iter().flat_map(|stated| stated.evidence.iter().cloned()).collect();
            let picked = pick(options, &one.to_string(), both(|_| computed.to_owned()), evidence)?;
            Ok(Solved { sum: sum.to_owned(), ..picked })
        }
        _ => Err(NoAnswer::Several(computed.to_owned())),
    }
}

/// What an answer is beside the one that follows from the data, for numbers: both, and the distance.
pub fn gap(step: &Step, solved: &Solved, given: &Given, lang: Lang) -> Option<String> {
    let (Answer::Number { of, .. }, Key::Number { value, .. }, Given::Number(own)) = (&step.answer, &solved.key, given)
    else {
        return None;
    };
    let distance = i64::try_from(value.abs_diff(*own)).unwrap_or(i64::MAX);
    let values = [("own", of.text(*own, lang)), ("value", of.text(*value, lang)), ("gap", of.text(distance, lang))];
    let template = if distance == 0 { words(lang).gap_none } else { words(lang).gap };
    Some(fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// A text of a step with what is computed in its places.
pub fn filled(text: &Bilingual, solved: &Solved, lang: Lang) -> String {
    let year = solved.year.map(|year| year.to_string()).unwrap_or_default();
    let values = [
        ("answer", in_lang(&solved.answer, lang)),
        ("list", in_lang(&solved.list, lang)),
        ("year", &year),
        ("sum", &solved.sum),
    ];
    fill(in_lang(text, lang), &values)
}
