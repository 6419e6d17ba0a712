//! What several cities have in common.

use super::words::Word;
use super::{Alike, labels};
use crate::model::Bilingual;
use crate::order::Order;
use std::collections::{BTreeSet, HashMap};

/// Two words are one topic if they share more than this part of their items; a word and a compound of it, if they share
/// this part of the compound's.
const SAME: f32 = 0.66;

/// What each letter after the second adds to the strength of a word: 산후조리원 says more than 건강. The seventh and
/// later add nothing.
const LETTER: f32 = 0.5;
const MOST_LETTERS: usize = 6;

/// Something that several cities do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Korean words of titles that mean it or a part of it, the strongest first; at least one.
    pub words: Vec<String>,
    /// Its name: the strongest word. The English comes from a table, or else from the items' English titles.
    pub label: Bilingual,
    /// City and item, in the order of the dataset; at least one of each of at least two cities.
    pub items: Vec<(String, String)>,
    /// How many cities have it, at least 2.
    pub cities: usize,
}

/// A word of titles, and the items whose titles have it.
pub(super) struct Strand {
    pub(super) word: String,
    /// Indices of items, ascending.
    pub(super) items: Vec<usize>,
    pub(super) strength: f32,
}

pub(super) fn topics(alike: &Alike, cities: &[&str], limit: usize) -> Vec<Topic> {
    let mut strands = strands(alike, |item| alike.is_in(item, cities));
    strands.retain(|strand| city_count(alike, &strand.items) >= 2);
    let mut topics: Vec<(Vec<String>, Vec<usize>)> = Vec::new();
    for strand in strands {
        let full = topics.len() >= limit;
        match topics.iter_mut().find(|topic| is_same(&strand, topic)) {
            Some((words, _)) => words.push(strand.word),
            None if full => {}
            None => topics.push((vec![strand.word], strand.items)),
        }
    }
    topics.into_iter().map(|(words, items)| finish(alike, words, &items)).collect()
}

/// Words of titles with the items that have them, strongest first. A compound has the words that it begins or ends with.
pub(super) fn strands(alike: &Alike, included: impl Fn(usize) -> bool) -> Vec<Strand> {
    let chosen = || alike.items.iter().enumerate().filter(|(at, item)| !item.is_purpose() && included(*at));
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut strands: Vec<Strand> = Vec::new();
    for word in chosen().flat_map(|(_, item)| &item.title_words).filter(|word| word.names) {
        places.entry(&word.text).or_insert_with(|| {
            strands.push(Strand { word: word.text.clone(), items: Vec::new(), strength: 0.0 });
            strands.len() - 1
        });
    }
    for (at, item) in chosen() {
        for part in item.title_words.iter().flat_map(edges) {
            if let Some(strand) = places.get(part).and_then(|place| strands.get_mut(*place))
                && strand.items.last() != Some(&at)
            {
                strand.items.push(at);
            }
        }
    }
    for strand in &mut strands {
        strand.strength = strength(alike, strand);
    }
    // The order in which words first occur breaks ties: the sort is stable.
    strands.order_by(|a, b| b.strength.total_cmp(&a.strength));
    strands
}

/// The word, and what it begins and ends with: two letters at least.
pub(super) fn edges(word: &Word) -> impl Iterator<Item = &str> {
    let cuts = || word.text.char_indices().map(|(at, _)| at).skip(1);
    let long = |part: &&str| part.chars().nth(1).is_some();
    let heads = cuts().filter_map(|at| word.text.get(..at));
    let tails = cuts().filter_map(|at| word.text.get(at..));
    std::iter::once(word.text.as_str()).chain(heads.chain(tails).filter(long))
}

/// Sum over the cities of ln(1 + items), more for a long word, and rounded, so that every platform orders alike.
#[expect(clippy::cast_precision_loss, reason = "counts of items lie far below 2^24")]
fn strength(alike: &Alike, strand: &Strand) -> f32 {
    let mut of_city: Vec<(&str, usize)> = Vec::new();
    for city in strand.items.iter().filter_map(|at| alike.items.get(*at)).map(|item| item.city.as_str()) {
        match of_city.iter_mut().find(|(id, _)| *id == city) {
            Some((_, count)) => *count += 1,
            None => of_city.push((city, 1)),
        }
    }
    let sum: f32 = of_city.iter().map(|(_, count)| (1.0 + *count as f32).ln()).sum();
    let letters = strand.word.chars().count().min(MOST_LETTERS).saturating_sub(2);
    (sum * (1.0 + LETTER * letters as f32) * 10_000.0).round() / 10_000.0
}

fn city_count(alike: &Alike, items: &[usize]) -> usize {
    items.iter().filter_map(|at| alike.items.get(*at)).map(|item| &item.city).collect::<BTreeSet<_>>().len()
}

#[expect(clippy::cast_precision_loss, reason = "counts of items lie far below 2^24")]
fn is_same(strand: &Strand, (words, items): &(Vec<String>, Vec<usize>)) -> bool {
    let compound = words.first().is_some_and(|name| strand.word.contains(name) || name.contains(&strand.word));
    let common = strand.items.iter().filter(|at| items.binary_search(at).is_ok()).count();
    let of = if compound { strand.items.len() } else { strand.items.len() + items.len() - common };
    common as f32 > SAME * of as f32
}

fn finish(alike: &Alike, words: Vec<String>, items: &[usize]) -> Topic {
    let ko = words.first().cloned().unwrap_or_default();
    let en = labels::english(&ko).map_or_else(|| labels::from_titles(alike, &ko, items), str::to_owned);
    let entries = items.iter().filter_map(|at| alike.items.get(*at));
    Topic {
        label: Bilingual { ko, en },
        words,
        items: entries.map(|item| (item.city.clone(), item.id.clone())).collect(),
        cities: city_count(alike, items),
    }
}
