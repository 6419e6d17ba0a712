//! What must hold for every case.

use crate::bases::SEEDS;
use crate::case::{Case, Notation};
use city_compare_core::chart::{Frame, draw};
use city_compare_core::compare::search::{Index, Scope};
use city_compare_core::compare::{DataTable, speak};
use city_compare_core::export::{Meta, csv, html, json, plot_citation};
use city_compare_core::options::{Options, State};
use city_compare_core::screen;
use city_compare_dataset::Lang;
use city_compare_dataset::model::Dataset;
use city_compare_dataset::{Fault, Problem, from_json, seeds, sound};
use serde_json::Value;

/// How a case ended that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The reader took it, and it was shown.
    Accepted,
    /// What is sound of it was shown, and what is not was told with its places.
    InPart,
    /// The reader refused it, and said where and why.
    Refused,
}

/// What does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// It panicked, with this message.
    Panic(String),
    /// It took this many milliseconds.
    Slow(u128),
    /// It was refused without a reason.
    NoReason,
    /// This sentence of the refusal names no place, or one that is not there.
    NoPlace(String),
    /// It was accepted, and what was written from it is not the same or is refused.
    NotTheSame(String),
}

/// Entries of an address: each shows another part.
const SHOWN: [&str; 16] = [
    "cc.view=visions",
    "cc.view=strategies",
    "cc.view=strategies&cc.strategies=outline",
    "cc.view=strategies&cc.strategies=topics",
    "cc.view=strategies&cc.order=difference",
    "cc.view=budgets",
    "cc.view=budgets&cc.unit=per_resident",
    "cc.view=budgets&cc.what=accounts",
    "cc.view=budgets&cc.what=fields",
    "cc.view=budgets&cc.what=fields&cc.unit=share",
    "cc.view=budgets&cc.what=years",
    "cc.view=budgets&cc.what=years&cc.unit=per_resident",
    "cc.view=budgets&cc.budgets=plan",
    "cc.view=budgets&cc.budgets=plan&cc.group=field",
    "cc.view=budgets&cc.budgets=figures",
    "cc.view=sources",
];

/// Reads a case and, if anything of it is sound, shows a part of that.
///
/// # Errors
/// What does not hold.
pub fn check(case: &Case) -> Result<Outcome, Broken> {
    match case.notation {
        Notation::Json => check_json(case),
        Notation::Toml(file) => {
            let mut texts = SEEDS;
            texts[file].1 = &case.text;
            match seeds::from_texts(&texts) {
                Ok(seeds) => accepted(case, &seeds.dataset),
                Err(problems) => told(case, &problems).map(|()| Outcome::Refused),
            }
        }
    }
}

/// All of it is read, or what is sound of it; the two ways of reading agree on which.
fn check_json(case: &Case) -> Result<Outcome, Broken> {
    match (from_json(&case.text), sound(&case.text)) {
        (Ok(dataset), Ok(sound)) if sound.dataset == dataset && sound.problems.is_empty() => accepted(case, &dataset),
        (Ok(_), _) => Err(Broken::NotTheSame("what is read whole is not read as sound".to_owned())),
        (Err(all), Ok(sound)) => {
            told(case, &all)?;
            told(case, &sound.problems)?;
            same_in_part(&sound.dataset)?;
            show(&sound.dataset, case.choice);
            Ok(Outcome::InPart)
        }
        (Err(all), Err(problems)) => {
            told(case, &all)?;
            told(case, &problems).map(|()| Outcome::Refused)
        }
    }
}

fn accepted(case: &Case, dataset: &Dataset) -> Result<Outcome, Broken> {
    same_again(dataset)?;
    show(dataset, case.choice);
    Ok(Outcome::Accepted)
}

/// Every problem says where it is, in both languages.
fn told(case: &Case, problems: &[Problem]) -> Result<(), Broken> {
    if problems.is_empty() {
        return Err(Broken::NoReason);
    }
    let tree = serde_json::from_str::<Value>(case.text.strip_prefix('\u{feff}').unwrap_or(&case.text)).ok();
    // Of a key that stands twice, this tree holds the last and the reader reads the first.
    let twice = problems.iter().any(|problem| matches!(problem.fault, Fault::DuplicateKey { .. }));
    for problem in problems {
        let [ko, en] = [Lang::Ko, Lang::En].map(|lang| problem.sentence(lang));
        let placed = match (case.notation, &tree) {
            (Notation::Toml(_), _) => problem.file.is_some(),
            (Notation::Json, Some(tree)) => (twice || stands(tree, &problem.path)) && !en.starts_with(": "),
            (Notation::Json, None) => problem.line.is_some_and(|line| line > 0),
        };
        if !placed || !ko.contains(": ") {
            return Err(Broken::NoPlace(en));
        }
    }
    Ok(())
}

/// Whether a path such as `cities[0].plan.title` leads to a value, or to a key that could stand beside those there.
fn stands(node: &Value, path: &str) -> bool {
    match node {
        _ if path.is_empty() => true,
        Value::Object(entries) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            let inside = |(key, inside): (&String, &Value)| {
                path.strip_prefix(key.as_str())
                    .filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
                    .is_some_and(|rest| stands(inside, rest))
            };
            entries.iter().any(inside) || !path.contains(['.', '['])
        }
        Value::Array(list) => path
            .strip_prefix('[')
            .and_then(|path| path.split_once(']'))
            .and_then(|(place, rest)| Some((list.get(place.parse::<usize>().ok()?)?, rest)))
            .is_some_and(|(inside, rest)| stands(inside, rest)),
        _ => false,
    }
}

/// What is written from an accepted dataset is the same dataset.
fn same_again(dataset: &Dataset) -> Result<(), Broken> {
    let text = serde_json::to_string(dataset).map_err(|error| Broken::NotTheSame(error.to_string()))?;
    match from_json(&text) {
        Ok(again) if again == *dataset || alike(&tree(dataset)?, &tree(&again)?) => Ok(()),
        Ok(again) => Err(Broken::NotTheSame(difference(&tree(dataset)?.to_string(), &tree(&again)?.to_string()))),
        Err(problems) => {
            Err(Broken::NotTheSame(problems.first().map(|problem| problem.sentence(Lang::En)).unwrap_or_default()))
        }
    }
}

/// What is written of the sound part is the same part. It may still hold what can be read and should be corrected.
fn same_in_part(dataset: &Dataset) -> Result<(), Broken> {
    let text = tree(dataset)?.to_string();
    match sound(&text) {
        Ok(again) if again.dataset == *dataset || alike(&tree(dataset)?, &tree(&again.dataset)?) => Ok(()),
        Ok(again) => Err(Broken::NotTheSame(difference(&text, &tree(&again.dataset)?.to_string()))),
        Err(problems) => {
            Err(Broken::NotTheSame(problems.first().map(|problem| problem.sentence(Lang::En)).unwrap_or_default()))
        }
    }
}

fn tree(dataset: &Dataset) -> Result<Value, Broken> {
    serde_json::to_value(dataset).map_err(|error| Broken::NotTheSame(error.to_string()))
}

/// Whether two trees differ in no more than the last bit of decimals, which serde_json does not promise to read.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) => {
            let parted = a.as_f64().zip(b.as_f64()).map(|(a, b)| (a - b).abs() > a.abs() * f64::EPSILON);
            a == b || parted == Some(false)
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| alike(a, b)))
        }
        _ => one == other,
    }
}

/// Where two texts part.
fn difference(before: &str, after: &str) -> String {
    let at = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        let bytes = &text.as_bytes()[at.saturating_sub(60).min(text.len())..(at + 40).min(text.len())];
        String::from_utf8_lossy(bytes).into_owned()
    };
    format!("{} became {}", around(before), around(after))
}

/// What a reader could see of it: one view in one language, with all that is made from its plot.
fn show(dataset: &Dataset, choice: u64) {
    let lang = if choice.is_multiple_of(2) { Lang::Ko } else { Lang::En };
    let shown = SHOWN[usize::try_from(choice / 2 % 16).unwrap_or_default()];
    let (state, _) = State::from_fragment(dataset, &State::start(dataset), "cc", shown);
    screen::heading(dataset, &state, lang);
    if let Some(plot) = screen::plot(dataset, &state) {
        let width = u32::try_from(choice % 1_500).unwrap_or_default();
        draw(&plot, Frame { width, lang, id_prefix: "m" });
        speak::summary(&plot, dataset, lang);
        for mark in &plot.marks {
            speak::name(&plot, mark, dataset, lang);
        }
        let meta = Meta { version: dataset.version.clone(), ..Meta::default() };
        csv(&plot, dataset, &meta, lang);
        json(&plot, dataset, &meta);
        html(&DataTable::new(&plot, dataset, lang));
        plot_citation(&plot, dataset, &meta, lang);
    }
    if choice.is_multiple_of(5) {
        Index::new(dataset).find("ㅅ 사업", &Scope::All, 5);
        Options::read(dataset, |name| Some(format!("{name}-{choice}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_is_one_that_the_text_has() {
        let tree = json!({"cities": [{"id": "a", "a.b": {"c": 1}}]});
        for there in ["", "cities", "cities[0].id", "cities[0].plan", "cities[0].a.b.c", "version"] {
            assert!(stands(&tree, there), "{there}");
        }
        for not in ["cities[1]", "cities[0].id.x", "cities[0].plan.title", "[0]", "cities.id"] {
            assert!(!stands(&tree, not), "{not}");
        }
    }

    #[test]
    fn a_refusal_without_a_place_is_seen() {
        let case = Case { notation: Notation::Json, text: "{}".to_owned(), choice: 0 };
        assert_eq!(told(&case, &[]), Err(Broken::NoReason));
        let problems = from_json("{\"cities\": [{}]}").err().unwrap_or_default();
        assert!(matches!(told(&case, &problems), Err(Broken::NoPlace(_))), "the text has no cities");
    }
}
