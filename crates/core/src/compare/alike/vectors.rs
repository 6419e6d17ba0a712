//! Items as vectors of the pairs and triples of letters in their words, and what each letter group is worth.

use super::words::Word;
use std::collections::HashMap;

/// What the words of the heading above an item count, against one for its own.
pub(super) const OF_PARENT: f32 = 0.5;

/// A group of letters of an item: its number, and its weight.
type Weighted = (usize, f32);

/// All vectors, each of length 1, and for each letter group where it occurs.
#[derive(Debug, Clone, Default)]
pub(super) struct Vectors {
    of_item: Vec<Vec<Weighted>>,
    of_group: Vec<Vec<Weighted>>,
}

/// Numbers letter groups in the order in which they are first met.
#[derive(Default)]
struct Groups(HashMap<[char; 3], usize>);

impl Groups {
    fn number(&mut self, group: [char; 3]) -> usize {
        let next = self.0.len();
        *self.0.entry(group).or_insert(next)
    }
}

impl Vectors {
    /// `texts` holds for each item its own words and those of its heading.
    pub(super) fn new<'a>(texts: impl Iterator<Item = (&'a [Word], &'a [Word])>) -> Self {
        let mut groups = Groups::default();
        let mut of_item: Vec<Vec<Weighted>> = texts
            .map(|(own, heading)| {
                let mut counts = Vec::new();
                count(&mut groups, &mut counts, own, 1.0);
                count(&mut groups, &mut counts, heading, OF_PARENT);
                summed(counts)
            })
            .collect();
        let mut occurrences = vec![0_usize; groups.0.len()];
        for (group, _) in of_item.iter().flatten() {
            if let Some(occurrences) = occurrences.get_mut(*group) {
                *occurrences += 1;
            }
        }
        let items = of_item.len();
        let mut of_group = vec![Vec::new(); groups.0.len()];
        for (item, vector) in of_item.iter_mut().enumerate() {
            weigh(vector, &occurrences, items);
            for (group, weight) in vector {
                if let Some(group) = of_group.get_mut(*group) {
                    group.push((item, *weight));
                }
            }
        }
        Self { of_item, of_group }
    }

    /// Cosine of one item with every item, by index.
    pub(super) fn cosines(&self, item: usize) -> Vec<f32> {
        let mut cosines = vec![0.0; self.of_item.len()];
        for (group, weight) in self.of_item.get(item).into_iter().flatten() {
            for (other, theirs) in self.of_group.get(*group).into_iter().flatten() {
                if let Some(cosine) = cosines.get_mut(*other) {
                    *cosine += weight * theirs;
                }
            }
        }
        cosines
    }
}

fn count(groups: &mut Groups, counts: &mut Vec<Weighted>, words: &[Word], weight: f32) {
    for word in words {
        for pair in word.letters.windows(2) {
            if let [a, b] = pair {
                counts.push((groups.number([*a, *b, '\0']), weight));
            }
        }
        for triple in word.letters.windows(3) {
            if let [a, b, c] = triple {
                counts.push((groups.number([*a, *b, *c]), weight));
            }
        }
    }
}

/// Sums the counts of each group; in order of the groups, so that sums of floats come out the same everywhere.
fn summed(mut counts: Vec<Weighted>) -> Vec<Weighted> {
    counts.sort_by_key(|(group, _)| *group);
    counts.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 += later.1;
        }
        same
    });
    counts
}

/// Multiplies counts by the rarity of their group, ln(1 + items / items with it), and scales the vector to length 1.
#[expect(clippy::cast_precision_loss, reason = "counts of items lie far below 2^24")]
fn weigh(vector: &mut [Weighted], occurrences: &[usize], items: usize) {
    for (group, weight) in vector.iter_mut() {
        let with_it = occurrences.get(*group).copied().unwrap_or(1).max(1);
        *weight *= (1.0 + items as f32 / with_it as f32).ln();
    }
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
}
