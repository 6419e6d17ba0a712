//! The answer of a step, derived from the dataset each time, and what is said of a pupil's answer.

mod choose;

pub(crate) use choose::{differences, total};

use crate::both::both;
use crate::class::Class;
use crate::model::{Answer, Measure, Step, Which};
use city_compare_core::compare::official::{PartKey, field_choices, strip};
use city_compare_core::compare::{Evidence, in_lang};
use city_compare_core::text::{Lang, fill, lesson::words};
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
            choose::choose(class, rule, own)
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
