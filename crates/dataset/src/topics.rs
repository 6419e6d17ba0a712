//! Which items belong to a topic: words in Korean titles, and phrases in which a word means something else.
//!
//! Titles are looked at, and those of the projects that an item is a part of. Summaries are not: they are our words,
//! mention in passing what an item is not about, and would move items between topics whenever one is put better.

mod letters;

use super::problem::{Fault, Problem};
use crate::model::{Dataset, Item, Level, Topic};
use letters::Letters;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The same topics with the items of a dataset that their words find, such as another city's. How well they do so there
/// nobody has judged.
pub fn applied(topics: &[Topic], dataset: &Dataset) -> Vec<Topic> {
    let titles = titles(dataset);
    let apply = |topic: &Topic| Topic { items: Words::of(topic).matched(&titles).items, judged: None, ..topic.clone() };
    topics.iter().map(apply).collect()
}

/// Whether words are complained about that are of no use. In the seeds they are; a city's own dataset may keep words that
/// were written for others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Useless {
    Refused,
    Kept,
}

/// Finds the items of the topics that have words, and says what is wrong with words and items.
pub(super) fn find_items(dataset: &mut Dataset, useless: Useless) -> Vec<Problem> {
    let titles = titles(dataset);
    let known: HashSet<&str> = titles.iter().map(|title| title.item.id.as_str()).collect();
    let mut problems = Vec::new();
    let mut found: Vec<Option<Vec<String>>> = Vec::new();
    for (i, topic) in dataset.topics.iter().enumerate() {
        let path = format!("topics[{i}]");
        if !topic.has_words() {
            if topic.items.is_empty() {
                problems.push(problem(path, Fault::Missing { key: "words".to_owned() }));
            }
            found.push(None);
            continue;
        }
        let words = Words::of(topic);
        let matched = words.matched(&titles);
        let in_it: HashSet<&str> = matched.items.iter().map(String::as_str).collect();
        if useless == Useless::Refused {
            problems.extend(words.problems(&matched, &path));
        }
        for (j, id) in topic.items.iter().enumerate() {
            // Of a dataset that was cut down, the list still has what is gone.
            if known.contains(id.as_str()) && !in_it.contains(id.as_str()) {
                problems.push(problem(format!("{path}.items[{j}]"), Fault::FoundByNoWord { id: id.clone() }));
            }
        }
        found.push(Some(matched.items));
    }
    for (topic, items) in dataset.topics.iter_mut().zip(found) {
        topic.items = items.unwrap_or_else(|| std::mem::take(&mut topic.items));
    }
    problems
}

fn problem(path: String, fault: Fault) -> Problem {
    Problem { file: None, line: None, path, fault }
}

/// An item as its topics see it.
struct Title<'a> {
    item: &'a Item,
    letters: Letters,
    /// Places in the list of titles of what stands right under it.
    below: Vec<usize>,
}

/// The titles of a dataset's items, in its order.
fn titles(dataset: &Dataset) -> Vec<Title<'_>> {
    let items = || dataset.cities.iter().flat_map(|city| &city.plan.items);
    let places: HashMap<&str, usize> = items().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let title = |item| Title { item, letters: Letters::of(&item.title.ko), below: Vec::new() };
    let mut titles: Vec<Title<'_>> = items().map(title).collect();
    for (at, item) in items().enumerate() {
        let parent = item.parent.as_deref().and_then(|id| places.get(id));
        if let Some(parent) = parent.and_then(|parent| titles.get_mut(*parent)) {
            parent.below.push(at);
        }
    }
    titles
}

/// Which items stand under one that brings in its parts, at any depth; each is passed once.
fn brought_in(titles: &[Title<'_>], hits: &[Hit]) -> HashSet<usize> {
    let mut brought_in = HashSet::new();
    let mut next: Vec<usize> = (0..hits.len()).filter(|at| hits[*at].carries).collect();
    while let Some(at) = next.pop() {
        next.extend(titles[at].below.iter().filter(|below| brought_in.insert(**below)));
    }
    brought_in
}

/// Whether it is something that is done, so that what stands under it is a part of it; the others are what plans are
/// sorted under.
fn is_project(level: Level) -> bool {
    matches!(level, Level::Strategy | Level::Initiative | Level::Action | Level::CoreProject)
}

/// A topic's words, ready to be looked for.
struct Words {
    include: Vec<Include>,
    exclude: Vec<Letters>,
}

struct Include {
    letters: Letters,
    /// Which list of the topic it is from, and its place there; `None` for a synonym, which may find nothing.
    place: Option<(&'static str, usize)>,
    /// Whether it brings in the parts of a project.
    carries: bool,
}

/// What the words of a topic found.
#[derive(Default)]
struct Matched {
    items: Vec<String>,
    /// Places in the lists of words that found something, and that kept something out.
    included: HashSet<usize>,
    excluded: HashSet<usize>,
}

impl Words {
    fn of(topic: &Topic) -> Self {
        let list = |key: &'static str, words: &[String]| -> Vec<Include> {
            let include = |(at, word): (usize, &String)| Include {
                letters: Letters::of(word),
                place: Some((key, at)),
                carries: key == "project_words",
            };
            words.iter().enumerate().map(include).collect()
        };
        let mut include = list("words", &topic.words);
        include.extend(list("project_words", &topic.project_words));
        let synonyms = topic.synonyms.iter().flat_map(|group| &group.ko);
        include.extend(synonyms.map(|word| Include { letters: Letters::of(word), place: None, carries: false }));
        Self { include, exclude: topic.exclude.iter().map(|phrase| Letters::of(phrase)).collect() }
    }

    fn matched(&self, titles: &[Title<'_>]) -> Matched {
        let mut matched = Matched::default();
        let hits: Vec<Hit> = titles.iter().map(|title| self.hit(title, &mut matched)).collect();
        let brought_in = brought_in(titles, &hits);
        for (at, (title, hit)) in titles.iter().zip(&hits).enumerate() {
            let is_in = hit.own
                || brought_in.contains(&at) && {
                    matched.excluded.extend(&hit.excluded);
                    hit.excluded.is_empty()
                };
            if is_in {
                matched.items.push(title.item.id.clone());
            }
        }
        matched
    }

    /// What the words find in one title.
    fn hit(&self, title: &Title<'_>, matched: &mut Matched) -> Hit {
        let masks: Vec<(usize, Range<usize>)> = self
            .exclude
            .iter()
            .enumerate()
            .flat_map(|(at, phrase)| title.letters.places(phrase).into_iter().map(move |place| (at, place)))
            .collect();
        let mut hit = Hit { excluded: masks.iter().map(|(at, _)| *at).collect(), ..Hit::default() };
        for (at, word) in self.include.iter().enumerate() {
            for place in title.letters.places(&word.letters) {
                let covering = |(_, mask): &&(usize, Range<usize>)| mask.start <= place.start && place.end <= mask.end;
                let masked: Vec<usize> = masks.iter().filter(covering).map(|(at, _)| *at).collect();
                if masked.is_empty() {
                    matched.included.insert(at);
                    hit.own = true;
                    hit.carries |= word.carries && is_project(title.item.level);
                }
                matched.excluded.extend(masked);
            }
        }
        hit
    }

    /// Words that find nothing or stand twice, and phrases that keep nothing out.
    fn problems(&self, matched: &Matched, path: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut complain = |list: &str, at: usize, letters: &Letters, fault: fn(String) -> Fault| {
            let word: String = letters.letters.iter().collect();
            problems.push(problem(format!("{path}.{list}[{at}]"), fault(word)));
        };
        let mut seen = HashSet::new();
        for (at, word) in self.include.iter().enumerate() {
            let Some((list, place)) = word.place else { continue };
            if !seen.insert(&word.letters.letters) {
                complain(list, place, &word.letters, |word| Fault::RepeatedWord { word });
            } else if !matched.included.contains(&at) {
                complain(list, place, &word.letters, |word| Fault::UnusedWord { word });
            }
        }
        let mut seen = HashSet::new();
        for (at, phrase) in self.exclude.iter().enumerate() {
            if !seen.insert(&phrase.letters) {
                complain("exclude", at, phrase, |word| Fault::RepeatedWord { word });
            } else if !matched.excluded.contains(&at) {
                complain("exclude", at, phrase, |word| Fault::ExcludesNothing { word });
            }
        }
        problems
    }
}

/// What the words of a topic found in one title.
#[derive(Default)]
struct Hit {
    own: bool,
    /// Whether it brings in the parts of the item.
    carries: bool,
    /// The excluding phrases that stand in it.
    excluded: Vec<usize>,
}
