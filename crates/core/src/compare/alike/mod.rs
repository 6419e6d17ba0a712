//! Which items of different cities are alike, what the cities have in common, and what only one of them does.
//!
//! # How
//! The Korean title and summary of an item, and with half the weight the title of the heading above it, are reduced to
//! the words that say what it is about (endings, the name of the city and the words of every plan such as 추진, 사업,
//! 지원 are left out). Two items are as alike as the pairs and triples of letters in those words: cosine of their TF-IDF
//! vectors, so that a rare word counts more than a common one. If both items are filed in functional fields and share
//! none, the score is halved ([`OTHER_FIELD`]): 탄소 of carbon fibre is not 탄소 of carbon neutrality.
//!
//! Statements of purpose (vision, goal, value, means) are compared with one another only, and so is everything else:
//! slogans share their words with everything. Topics and what only one city does are made from the latter.
//!
//! Scores are rounded to four decimals, so that every platform gives the same order; equal scores stand in the order
//! of the dataset. Nothing is random.
//!
//! # How good
//! Measured with 60 pairs that were judged before anything was tuned (`tests/fixtures/alike_pairs.toml`: 30 alike, 30
//! not, of which 16 share a word but not the matter), at [`ALIKE`]:
//! precision 0.96 (26 of 27), recall 0.87 (26 of 30). Threshold and factors were chosen on the same pairs, so expect less
//! elsewhere. Without [`OTHER_FIELD`] precision falls to 0.79; without the headings it falls to 0.92, and recall to 0.80.
//! What is missed is said in other words: 재난기본소득 and 긴급재난생활비, 무관용 and 처벌. The false alarm is e스포츠 and
//! 스포츠. Of the best suggestions for every fifth item, read afterwards by the same judge, about four in five were right
//! (64 of 80); of those below 0.15 about two in three. Show the shared words, so that a reader can judge.
//!
//! # How long
//! Natively and optimised, 716 items (12,138 items): [`Alike::new`] 20 ms (0.4 s), [`Alike::to`] 0.1 ms (0.6 ms),
//! [`Alike::topics`] 2 ms (6 ms), [`Alike::only`] 1 to 3 ms (33 ms). Making it is linear in the text, and so is a
//! single comparison; `only` compares at worst every item of the city with every other item.

mod index;
mod labels;
mod only;
mod shared;
mod topics;
mod vectors;
mod words;

pub use only::Only;
pub use shared::Marks;
pub use topics::Topic;

use crate::model::Dataset;
use crate::order::Order;

/// Two items are alike from this score on. With it the pairs of the test set come out best.
pub const ALIKE: f32 = 0.1;

/// What the score of two items is multiplied with if the functional fields of both are known and differ.
pub const OTHER_FIELD: f32 = 0.5;

/// All items of a dataset, ready to be compared. Make it when a comparison is first asked for, and keep it.
///
/// ```
/// use city_compare_core::compare::alike::Alike;
/// let alike = Alike::new(city_compare_embedded::dataset());
/// let similar = alike.to("yeosu-3-2-a2", &["gwangyang", "jeonju"], 3);
/// assert_eq!(similar[0].item, "jeonju-2-4-5", "both build a municipal museum of art");
/// assert_eq!(similar[0].shared, ["시립미술관"]);
/// ```
#[derive(Debug, Clone)]
pub struct Alike {
    items: Vec<index::Entry>,
    vectors: vectors::Vectors,
}

/// An item of another city that is alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// Id of the item.
    pub item: String,
    /// Id of its city.
    pub city: String,
    /// From [`ALIKE`] to 1. 1: the same words as often, in a field of both. 0.5: about half of what is said, by
    /// weight, is the same. Near [`ALIKE`]: one telling word is the same.
    pub score: f32,
    /// Korean words of both items (title or summary), longest first; no word is part of another. May be empty if the
    /// items share only parts of words, or only their headings.
    pub shared: Vec<String>,
    /// Where the title of the other item has shared words.
    pub marks: Marks,
    /// Where the title of the item that was asked about has shared words.
    pub own_marks: Marks,
}

impl Alike {
    /// Reads titles, summaries and fields of every item once. Linear in their length.
    pub fn new(dataset: &Dataset) -> Self {
        index::build(dataset)
    }

    /// The most similar items of these cities, best first, no more than `limit`; only those that score [`ALIKE`] or
    /// more. The item's own city is left out. Empty for an unknown item and for no cities.
    ///
    /// ```
    /// use city_compare_core::compare::alike::{ALIKE, Alike};
    /// let alike = Alike::new(city_compare_embedded::dataset());
    /// let similar = alike.to("yeosu-3-5-a1", &["yeosu", "gwangyang"], 5);
    /// assert!(similar.iter().any(|found| found.item == "gwangyang-c3-1-1-a1"));
    /// assert!(similar.iter().all(|found| found.city == "gwangyang" && found.score >= ALIKE));
    /// ```
    pub fn to(&self, item: &str, cities: &[&str], limit: usize) -> Vec<Similar> {
        let Some(asked) = self.position(item) else { return Vec::new() };
        let mut ranked: Vec<(f32, usize)> = self
            .scores(asked)
            .into_iter()
            .enumerate()
            .filter(|(other, score)| *score >= ALIKE && self.is_in(*other, cities))
            .map(|(other, score)| (score, other))
            .collect();
        ranked.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().take(limit).filter_map(|(score, other)| self.similar(asked, other, score)).collect()
    }

    /// How alike two items are: 0 (nothing in common) to 1 (see [`Similar::score`]). `None` if one of them is unknown,
    /// if both are of the same city, or if only one is a statement of purpose.
    ///
    /// ```
    /// use city_compare_core::compare::alike::Alike;
    /// let alike = Alike::new(city_compare_embedded::dataset());
    /// assert!(alike.score("yeosu-3-2-a2", "jeonju-2-4-5") > Some(0.4));
    /// assert_eq!(alike.score("yeosu-3-2-a2", "yeosu-3-2-a1"), None);
    /// ```
    pub fn score(&self, one: &str, other: &str) -> Option<f32> {
        let (one, other) = (self.position(one)?, self.position(other)?);
        let (a, b) = (self.items.get(one)?, self.items.get(other)?);
        a.comparable(b).then(|| self.scores(one).get(other).copied()).flatten()
    }

    /// The strongest topics that at least two of these cities have in common, strongest first, no more than `limit`.
    ///
    /// A topic is a word of titles, with words that mean a part of it. It is the stronger the more cities and items
    /// have it; a city with many items weighs little more than one with a few.
    ///
    /// ```
    /// use city_compare_core::compare::alike::Alike;
    /// let alike = Alike::new(city_compare_embedded::dataset());
    /// let topics = alike.topics(&["gwangyang", "gwangju"], 5);
    /// assert!(topics.iter().any(|topic| topic.label.ko == "일자리" && topic.label.en == "Jobs"));
    /// assert!(topics.iter().all(|topic| topic.cities == 2));
    /// ```
    pub fn topics(&self, cities: &[&str], limit: usize) -> Vec<Topic> {
        topics::topics(self, cities, limit)
    }

    /// What only this city does, among these cities: items that score below [`ALIKE`] with every item of the others
    /// and whose title has a word that no title of the others has. The strongest words first; one item a word.
    /// `cities` may name the city itself. Empty for an unknown city; without other cities, everything is only its own.
    ///
    /// ```
    /// use city_compare_core::compare::alike::Alike;
    /// let alike = Alike::new(city_compare_embedded::dataset());
    /// let only = alike.only("yeosu", &["gwangyang", "gyeongju", "jeonju", "gwangju"], 10);
    /// assert!(only.iter().any(|only| only.words.contains(&"섬박람회".to_owned())));
    /// ```
    pub fn only(&self, city: &str, cities: &[&str], limit: usize) -> Vec<Only> {
        only::only(self, city, cities, limit)
    }
}
