//! What is kept of each item, and how two of them score.

use super::vectors::Vectors;
use super::words::{self, Word};
use super::{Alike, OTHER_FIELD, Similar, shared};
use crate::model::{Bilingual, Dataset, Item, Level};
use std::collections::HashMap;

/// What is kept of an item.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) city: String,
    pub(super) level: Level,
    pub(super) is_plan: bool,
    pub(super) title: Bilingual,
    /// Words of the title.
    pub(super) title_words: Vec<Word>,
    /// Words of the summary.
    summary_words: Vec<Word>,
    fields: Vec<String>,
}

/// Reads all items of a dataset.
pub(super) fn build(dataset: &Dataset) -> Alike {
    let mut items = Vec::new();
    let mut headings: Vec<Option<usize>> = Vec::new();
    for city in &dataset.cities {
        let own = words::short_name(&city.name.ko);
        let start = items.len();
        let places: HashMap<&str, usize> =
            city.plan.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), start + at)).collect();
        for item in &city.plan.items {
            items.push(Entry::new(&city.id, item, own));
            headings.push(item.parent.as_deref().and_then(|parent| places.get(parent).copied()));
        }
    }
    let texts: Vec<Vec<Word>> = items.iter().map(Entry::all_words).collect();
    let heading = |place: &Option<usize>| place.and_then(|place| items.get(place)).map(|entry| &*entry.title_words);
    let vectors = Vectors::new(
        texts.iter().zip(&headings).map(|(text, place)| (text.as_slice(), heading(place).unwrap_or_default())),
    );
    Alike { items, vectors }
}

impl Entry {
    fn new(city: &str, item: &Item, own: &str) -> Self {
        Self {
            id: item.id.clone(),
            city: city.to_owned(),
            level: item.level,
            is_plan: item.is_plan(),
            title: item.title.clone(),
            title_words: words::words(&item.title.ko, own),
            summary_words: item.summary.as_ref().map(|text| words::words(&text.ko, own)).unwrap_or_default(),
            fields: item.fields.iter().map(|field| field.code.clone()).collect(),
        }
    }

    fn all_words(&self) -> Vec<Word> {
        self.title_words.iter().chain(&self.summary_words).cloned().collect()
    }

    /// Whether it states a purpose rather than something to be done.
    pub(super) fn is_purpose(&self) -> bool {
        matches!(self.level, Level::Vision | Level::Goal | Level::Value | Level::Means)
    }

    /// Whether the two may be set beside each other: different cities, both purposes or both not.
    pub(super) fn comparable(&self, other: &Self) -> bool {
        self.city != other.city && self.is_purpose() == other.is_purpose()
    }

    fn shares_no_field(&self, other: &Self) -> bool {
        !self.fields.is_empty()
            && !other.fields.is_empty()
            && !self.fields.iter().any(|field| other.fields.contains(field))
    }
}

impl Alike {
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|entry| entry.id == id)
    }

    pub(super) fn is_in(&self, item: usize, cities: &[&str]) -> bool {
        self.items.get(item).is_some_and(|entry| cities.contains(&entry.city.as_str()))
    }

    /// Scores of one item with every item, by index; 0 where the two are not comparable.
    pub(super) fn scores(&self, item: usize) -> Vec<f32> {
        let Some(entry) = self.items.get(item) else { return Vec::new() };
        let mut scores = self.vectors.cosines(item);
        for (score, other) in scores.iter_mut().zip(&self.items) {
            if *score > 0.0 {
                *score = if entry.comparable(other) { rounded(*score, entry.shares_no_field(other)) } else { 0.0 };
            }
        }
        scores
    }

    pub(super) fn similar(&self, asked: usize, other: usize, score: f32) -> Option<Similar> {
        let (asked, other) = (self.items.get(asked)?, self.items.get(other)?);
        let shared = shared::words(&asked.all_words(), &other.all_words());
        Some(Similar {
            item: other.id.clone(),
            city: other.city.clone(),
            score,
            marks: shared::marks(&other.title, &asked.title, &shared),
            own_marks: shared::marks(&asked.title, &other.title, &shared),
            shared,
        })
    }
}

fn rounded(cosine: f32, other_field: bool) -> f32 {
    let score = if other_field { cosine * OTHER_FIELD } else { cosine };
    (score.min(1.0) * 10_000.0).round() / 10_000.0
}
