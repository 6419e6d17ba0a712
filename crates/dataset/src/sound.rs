//! A dataset with mistakes: what is sound of it, and what is not.

use super::gone::Gone;
use super::problem::{Fault, Problem};
use super::{names, read};
use crate::Lang;
use crate::model::Dataset;
use std::collections::HashSet;

/// What could be read of a dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Sound {
    /// Everything that is sound. What rests on something that is not is left out, too.
    pub dataset: Dataset,
    /// Why the rest is left out, and what else should be corrected.
    pub problems: Vec<Problem>,
    /// How many texts were put right while reading: middle dots, quotes, spaces, Unicode form.
    pub put_right: usize,
}

/// Each time, what was found last is left out, and what then has nothing to rest on is found: figures and tables rest on items,
/// items on fields and documents, and a plan's items go with all that stands below them.
const ROUNDS: usize = 24;

/// Places that are named for one cause.
const PLACES: usize = 3;

/// Reads what is sound of a dataset in JSON: a mistake in a row leaves out the row, not the rest.
///
/// # Errors
/// Every problem, if nothing can be shown: the text is no JSON, has another format, or no city is sound.
///
/// ```
/// use city_compare_dataset as dataset;
/// let json = r#"{"schema": "city-compare/1", "version": "1", "fields": [], "documents": [], "cities": [{"id": "gaon"}]}"#;
/// let problems = dataset::sound(json).unwrap_err();
/// assert!(problems.iter().any(|problem| problem.path == "cities[0]"));
/// ```
pub fn sound(json: &str) -> Result<Sound, Vec<Problem>> {
    let mut gone = Gone::default();
    let mut told = Told::default();
    let mut put_right = 0;
    for round in 0..ROUNDS {
        let (mut dataset, found) = read(json, Some(&gone))?;
        let (spelling, found): (Vec<_>, Vec<_>) = found.into_iter().partition(Problem::is_put_right);
        if round == 0 {
            put_right = spelling.len();
        }
        let mut changed = false;
        for problem in &found {
            if problem.is_in_the_way() {
                changed |= gone.spoiled_by(&problem.path);
            }
        }
        let usable = !found.iter().any(|problem| problem.path == "schema" || is_of_schema(problem));
        told.add(found, round);
        if !usable || (!changed && dataset.cities.is_empty()) {
            return Err(told.problems);
        }
        if !changed {
            names::tell_apart(&mut dataset);
            return Ok(Sound { dataset, problems: told.problems, put_right });
        }
    }
    Err(told.problems)
}

fn is_of_schema(problem: &Problem) -> bool {
    problem.path.is_empty() && matches!(&problem.fault, Fault::Missing { key } if key == "schema")
}

/// What was told, each problem once.
#[derive(Default)]
struct Told {
    problems: Vec<Problem>,
    known: HashSet<Problem>,
}

impl Told {
    /// Adds what was not told before. A reference that is found to lead nowhere only now led to something that was left out.
    fn add(&mut self, found: Vec<Problem>, round: usize) {
        for mut problem in found {
            if self.known.contains(&problem) {
                continue;
            }
            if let (Fault::UnknownReference { id, .. }, true) = (&problem.fault, round > 0) {
                problem.fault = Fault::LeftOut { id: id.clone() };
            }
            if self.known.insert(problem.clone()) {
                self.problems.push(problem);
            }
        }
    }
}

impl Sound {
    /// What a reader is told above the comparison, a sentence for each cause with the number of its places and the first
    /// of them; empty if nothing was amiss.
    pub fn report(&self, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        let (n, spelt) = (self.problems.len(), self.put_right);
        if n > 0 {
            lines.push(match lang {
                Lang::Ko => {
                    format!("이 페이지의 자료에서 잘못된 곳을 {n}곳 찾았습니다. 그 줄은 빼고 나머지를 보입니다.")
                }
                Lang::En => format!(
                    "Mistakes in this page’s own data: {n}. The rows that they spoil are left out, the rest is shown."
                ),
            });
            lines.extend(causes(&self.problems, lang));
        }
        if spelt > 0 {
            lines.push(match lang {
                Lang::Ko => {
                    format!("가운뎃점, 따옴표, 공백, 유니코드 형식이 통일되지 않은 글 {spelt}개를 바로잡아 읽었습니다.")
                }
                Lang::En => format!("Texts whose middle dots, quotes, spaces or Unicode form were put right: {spelt}."),
            });
        }
        lines
    }
}

/// A sentence for each cause, with the number of its places and the first of them.
pub(crate) fn causes(problems: &[Problem], lang: Lang) -> Vec<String> {
    by_cause(problems).iter().map(|same| cause(same, lang)).collect()
}

/// The problems by cause, in the order in which each cause first appears.
fn by_cause(problems: &[Problem]) -> Vec<Vec<&Problem>> {
    let mut groups: Vec<Vec<&Problem>> = Vec::new();
    for problem in problems {
        let kind = std::mem::discriminant(&problem.fault);
        let same = |group: &&mut Vec<&Problem>| {
            group.first().is_some_and(|first| std::mem::discriminant(&first.fault) == kind)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(problem),
            None => groups.push(vec![problem]),
        }
    }
    groups
}

fn cause(same: &[&Problem], lang: Lang) -> String {
    let first = same.first().map(|problem| problem.sentence(lang)).unwrap_or_default();
    let place = |problem: &&Problem| match &problem.file {
        Some(file) => format!("{file}: {}", problem.path),
        None => problem.path.clone(),
    };
    let others: Vec<String> = same.iter().skip(1).take(PLACES).map(place).collect();
    if others.is_empty() {
        return first;
    }
    let more = if same.len() > PLACES + 1 { ", …" } else { "" };
    let (n, others) = (same.len() - 1, others.join(", "));
    match lang {
        Lang::Ko => format!("{first} 같은 까닭으로 {n}곳이 더 있습니다: {others}{more}"),
        Lang::En => format!("{first} The same cause in other places: {n} ({others}{more})."),
    }
}
