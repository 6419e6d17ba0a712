//! A pupil's answers: in the memory of the tab, and on the device only if the pupil wishes.

use crate::browser::{self, Refused};
use city_compare_lessons::key::Given;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// The answers of a lesson, by the ids of its steps. What was checked stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Kept {
    /// Where the pupil is.
    pub(super) at: usize,
    /// What was answered.
    pub(super) given: BTreeMap<String, Given>,
    /// The steps whose answer was checked.
    pub(super) checked: Vec<String>,
    /// Whether it is kept on the device.
    pub(super) on_device: bool,
}

/// By lesson.
static TAB: Mutex<BTreeMap<String, Kept>> = Mutex::new(BTreeMap::new());

fn name(lesson: &str) -> String {
    format!("city-compare.lesson.{lesson}")
}

/// What there is of a lesson.
pub(super) fn of(lesson: &str) -> Kept {
    let here = TAB.lock().ok().and_then(|tab| tab.get(lesson).cloned());
    here.or_else(|| read(&browser::remembered(&name(lesson))?)).unwrap_or_default()
}

fn read(text: &str) -> Option<Kept> {
    let (at, checked, given): (usize, Vec<String>, BTreeMap<String, Given>) = serde_json::from_str(text).ok()?;
    Some(Kept { at, given, checked, on_device: true })
}

/// Keeps it.
///
/// # Errors
/// It shall be kept on the device, and cannot.
pub(super) fn keep(lesson: &str, work: &Kept) -> Result<(), Refused> {
    if let Ok(mut tab) = TAB.lock() {
        tab.insert(lesson.to_owned(), work.clone());
    }
    if !work.on_device {
        return Ok(());
    }
    let text = serde_json::to_string(&(work.at, &work.checked, &work.given)).map_err(|_| Refused)?;
    browser::remember(&name(lesson), &text)
}

/// Deletes it, in the tab and on the device.
pub(super) fn forget(lesson: &str) {
    if let Ok(mut tab) = TAB.lock() {
        tab.remove(lesson);
    }
    browser::forget(&name(lesson));
}
