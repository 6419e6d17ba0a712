//! Reading a lesson: what is wrong, each with its place.

use crate::class::Class;
use crate::key;
use crate::model::{Answer, Exhibit, Lesson, SCHEMA, Step};
use crate::show;
use city_compare_core::text::{Lang, fill, lesson::words};
use city_compare_dataset::model::{Bilingual, Dataset};
use serde_json::Value;
use std::collections::HashSet;

/// One thing that is wrong with a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: `steps[2].answer`.
    pub place: String,
    /// What.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The text is no JSON, or a value is none of those that stand there: what the parser says.
    Shape(String),
    /// Another kind of file.
    Schema(String),
    /// A text without content.
    EmptyText,
    /// An id of another form, or one that stands twice.
    Id(String),
    /// No steps.
    NoSteps,
    /// The steps take longer than the lesson.
    Minutes {
        /// Of the steps.
        steps: u32,
        /// Of the lesson.
        lesson: u32,
    },
    /// A slider that leads nowhere.
    Slider,
    /// A city, topic or other thing that the dataset does not have.
    Unknown(String),
    /// The dataset gives no answer, or more than one.
    NoAnswer(key::NoAnswer),
    /// The answer lies beyond the slider.
    BeyondSlider(i64),
}

impl Problem {
    /// In a sentence, with its place.
    pub fn sentence(&self, lang: Lang) -> String {
        let w = words(lang);
        let fault = match &self.fault {
            Fault::Shape(message) => fill(w.fault_shape, &[("message", message)]),
            Fault::Schema(found) => fill(w.fault_schema, &[("found", found), ("wanted", SCHEMA)]),
            Fault::EmptyText => w.fault_empty.to_owned(),
            Fault::Id(id) => fill(w.fault_id, &[("id", id)]),
            Fault::NoSteps => w.fault_no_steps.to_owned(),
            Fault::Minutes { steps, lesson } => {
                fill(w.fault_minutes, &[("steps", &steps.to_string()), ("lesson", &lesson.to_string())])
            }
            Fault::Slider => w.fault_slider.to_owned(),
            Fault::Unknown(what) => fill(w.fault_unknown, &[("what", what)]),
            Fault::NoAnswer(why) => why.sentence(lang),
            Fault::BeyondSlider(value) => fill(w.fault_beyond, &[("value", &value.to_string())]),
        };
        if self.place.is_empty() { fault } else { format!("{}: {fault}", self.place) }
    }
}

/// Reads a lesson from JSON.
///
/// # Errors
/// What is wrong with it, each with its place.
///
/// ```
/// use city_compare_core::text::Lang;
/// let problems = city_compare_lessons::read::lesson(r#"{"schema": "city-compare-lesson/1", "steps": [{}]}"#).unwrap_err();
/// assert!(problems.iter().any(|problem| problem.sentence(Lang::En).starts_with("steps[0]: ")));
/// ```
pub fn lesson(json: &str) -> Result<Lesson, Vec<Problem>> {
    let problem = |place: &str, fault| Problem { place: place.to_owned(), fault };
    let shape = |place: &str, error: &serde_json::Error| problem(place, Fault::Shape(error.to_string()));
    let mut value: Value =
        serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| vec![shape("", &error)])?;
    let schema = value.get("schema").and_then(Value::as_str).unwrap_or_default();
    if schema != SCHEMA {
        return Err(vec![problem("schema", Fault::Schema(schema.to_owned()))]);
    }
    // Step by step, so that one that cannot be read hides no other.
    let steps = value.get_mut("steps").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
    let mut problems = Vec::new();
    let mut read = Vec::new();
    for (place, step) in steps.into_iter().enumerate() {
        match serde_json::from_value::<Step>(step) {
            Ok(step) => read.push(step),
            Err(error) => problems.push(shape(&format!("steps[{place}]"), &error)),
        }
    }
    let head = serde_json::from_value::<Lesson>(value).map_err(|error| problems.push(shape("", &error)));
    let Ok(mut lesson) = head else { return Err(problems) };
    lesson.steps = read;
    if problems.is_empty() {
        problems = own_problems(&lesson);
    }
    if problems.is_empty() { Ok(lesson) } else { Err(problems) }
}

/// What is wrong with a lesson by itself.
fn own_problems(lesson: &Lesson) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tell = |place: String, fault| problems.push(Problem { place, fault });
    for (place, text) in texts(lesson) {
        if text.ko.trim().is_empty() || text.en.trim().is_empty() {
            tell(place, Fault::EmptyText);
        }
    }
    if !is_id(&lesson.id) {
        tell("id".to_owned(), Fault::Id(lesson.id.clone()));
    }
    let mut seen = HashSet::new();
    for (place, step) in lesson.steps.iter().enumerate() {
        if !is_id(&step.id) || !seen.insert(&step.id) {
            tell(format!("steps[{place}].id"), Fault::Id(step.id.clone()));
        }
        if let Answer::Number { from, to, by, .. } = step.answer
            && (from >= to || by <= 0 || (to - from) % by != 0)
        {
            tell(format!("steps[{place}].answer"), Fault::Slider);
        }
    }
    if lesson.steps.is_empty() {
        tell("steps".to_owned(), Fault::NoSteps);
    }
    let (steps, minutes) = (lesson.minutes_of_steps(), lesson.minutes);
    if steps > minutes {
        tell("minutes".to_owned(), Fault::Minutes { steps, lesson: minutes });
    }
    problems
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Every text of a lesson with its place.
pub(crate) fn texts(lesson: &Lesson) -> Vec<(String, &Bilingual)> {
    let mut all =
        vec![("title".to_owned(), &lesson.title), ("aim".to_owned(), &lesson.aim), ("grade".to_owned(), &lesson.grade)];
    let numbered = |name: &str, place: usize| format!("{name}[{place}]");
    all.extend(lesson.materials.iter().enumerate().map(|(at, text)| (numbered("materials", at), text)));
    all.extend(lesson.curriculum.iter().enumerate().map(|(at, found)| (numbered("curriculum", at), &found.about)));
    for (at, step) in lesson.steps.iter().enumerate() {
        let at = |name: &str| format!("steps[{at}].{name}");
        all.push((at("question"), &step.question));
        let optional = [("hint", &step.hint), ("why", &step.why), ("misunderstanding", &step.misunderstanding)];
        all.extend(optional.into_iter().filter_map(|(name, text)| Some((at(name), text.as_ref()?))));
        for shown in [&step.show, &step.reveal] {
            if let Some(Exhibit::Note { text }) = shown {
                all.push((at("show"), text));
            }
        }
        match &step.answer {
            Answer::Choose { options, .. } => all.extend(options.iter().map(|choice| (at("answer"), &choice.text))),
            Answer::Split { fields } => all.extend(fields.iter().map(|line| (at("answer"), &line.pays))),
            Answer::Text { checks, .. } => all.extend(checks.iter().map(|text| (at("answer"), text))),
            _ => {}
        }
    }
    all
}

/// What a lesson asks of a dataset that the dataset does not give.
pub fn against(lesson: &Lesson, dataset: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tell = |place: String, fault| problems.push(Problem { place, fault });
    let unknown = |cities: &[String]| cities.iter().find(|id| dataset.city(id).is_none()).cloned();
    if let Some(id) = unknown(&lesson.cities) {
        tell("cities".to_owned(), Fault::Unknown(id));
    }
    for (at, step) in lesson.steps.iter().enumerate() {
        if let Some(id) = unknown(&step.cities) {
            tell(format!("steps[{at}].cities"), Fault::Unknown(id));
        }
        let class = Class::new(dataset, lesson, step);
        for (name, exhibit) in [("show", &step.show), ("reveal", &step.reveal)] {
            if let Some(exhibit) = exhibit
                && show::exhibit(&class, exhibit).is_none()
            {
                tell(format!("steps[{at}].{name}"), Fault::Unknown(format!("{exhibit:?}")));
            }
        }
        match key::solve(&class, step) {
            Err(why) => tell(format!("steps[{at}].answer"), Fault::NoAnswer(why)),
            Ok(solved) => {
                if let (key::Key::Number { value, .. }, Answer::Number { from, to, .. }) = (solved.key, &step.answer)
                    && !(*from..=*to).contains(&value)
                {
                    tell(format!("steps[{at}].answer"), Fault::BeyondSlider(value));
                }
            }
        }
    }
    problems
}
