//! What only one city plans.

use super::topics::{edges, strands};
use super::{ALIKE, Alike};
use crate::model::Level;
use crate::order::Order;
use std::collections::HashSet;

/// An item to which the other cities have nothing alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Only {
    /// Id of the item.
    pub item: String,
    /// Korean words of its title that no title of the others has, the strongest first; at least one.
    pub words: Vec<String>,
    /// The highest score with an item of the others: 0 to [`ALIKE`], which it does not reach.
    pub nearest: f32,
}

pub(super) fn only(alike: &Alike, city: &str, cities: &[&str], limit: usize) -> Vec<Only> {
    let others: Vec<&str> = cities.iter().copied().filter(|other| *other != city).collect();
    let theirs = words_of(alike, &others);
    let mut nearest: Vec<Option<f32>> = vec![None; alike.items.len()];
    let mut shown: HashSet<usize> = HashSet::new();
    let mut found = Vec::new();
    let planned =
        |item: usize| alike.items.get(item).is_some_and(|entry| entry.is_plan && entry.level != Level::Direction);
    let ours = strands(alike, |item| alike.is_in(item, &[city]) && planned(item));
    for strand in ours.iter().filter(|strand| !theirs.contains(strand.word.as_str())) {
        if found.len() == limit {
            break;
        }
        // If the word's first item is listed already, it is listed for a stronger word: this one says nothing new.
        if strand.items.iter().any(|item| shown.contains(item)) {
            continue;
        }
        let mut items = strand.items.clone();
        items.order_by_key(|item| (alike.items.get(*item).map_or(u8::MAX, |item| rank(item.level)), *item));
        let score = |item: usize, known: &mut Option<f32>| *known.get_or_insert_with(|| best(alike, item, &others));
        let alone = items.into_iter().find_map(|item| {
            let score = score(item, nearest.get_mut(item)?);
            (score < ALIKE).then_some((item, score))
        });
        if let Some((item, nearest)) = alone
            && let Some(entry) = alike.items.get(item)
        {
            shown.insert(item);
            let own = |other: &&super::topics::Strand| {
                other.items.binary_search(&item).is_ok() && !theirs.contains(other.word.as_str())
            };
            let words = longest(ours.iter().filter(own).map(|strand| strand.word.clone()));
            found.push(Only { item: entry.id.clone(), words, nearest });
        }
    }
    found
}

/// Every word, and what it begins and ends with, of the titles of these cities.
fn words_of<'a>(alike: &'a Alike, cities: &[&str]) -> HashSet<&'a str> {
    let items = alike.items.iter().filter(|item| !item.is_purpose() && cities.contains(&item.city.as_str()));
    items.flat_map(|item| &item.title_words).flat_map(edges).collect()
}

fn best(alike: &Alike, item: usize, others: &[&str]) -> f32 {
    let scores = alike.scores(item);
    let theirs = scores.into_iter().enumerate().filter(|(other, _)| alike.is_in(*other, others));
    theirs.map(|(_, score)| score).fold(0.0, f32::max)
}

/// Words of which none is part of one before it.
fn longest(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        if !kept.iter().any(|longer| longer.contains(&word)) {
            kept.push(word);
        }
    }
    kept
}

/// The higher level stands for what is below it.
fn rank(level: Level) -> u8 {
    match level {
        Level::Pillar => 0,
        Level::Strategy => 1,
        Level::Group | Level::Section => 2,
        Level::CoreProject => 3,
        Level::Initiative => 4,
        Level::Action => 5,
        Level::Direction | Level::Vision | Level::Goal | Level::Value | Level::Means => 6,
    }
}
