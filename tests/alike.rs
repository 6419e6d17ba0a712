//! Does the comparison call alike what a person calls alike?
#![allow(clippy::expect_used, reason = "a test stops by panicking")]

use city_compare::compare::alike::{ALIKE, Alike};
use city_compare::embedded;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use toml::de::{DeTable, DeValue};

static ALIKE_INDEX: LazyLock<Alike> = LazyLock::new(|| Alike::new(embedded::dataset()));
const CITIES: [&str; 5] = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];

struct Pair {
    a: String,
    b: String,
    alike: bool,
    hard: bool,
    why: String,
}

fn pairs() -> Vec<Pair> {
    let text = include_str!("fixtures/alike_pairs.toml");
    let table = DeTable::parse(text).expect("the fixture is TOML").into_inner();
    let word = |pair: &DeValue, key: &str| pair[key].get_ref().as_str().expect("a text").to_owned();
    let pair = |pair: &DeValue| Pair {
        a: word(pair, "a"),
        b: word(pair, "b"),
        alike: pair["alike"].get_ref().as_bool().expect("true or false"),
        hard: pair.get("hard").is_some(),
        why: word(pair, "why"),
    };
    table["pair"].get_ref().as_array().expect("pairs").iter().map(|value| pair(value.get_ref())).collect()
}

#[test]
fn the_pairs_are_of_different_cities_and_balanced() {
    let pairs = pairs();
    for pair in &pairs {
        assert!(ALIKE_INDEX.score(&pair.a, &pair.b).is_some(), "{} {} {}", pair.a, pair.b, pair.why);
    }
    assert_eq!(pairs.iter().filter(|pair| pair.alike).count(), 30);
    assert_eq!(pairs.iter().filter(|pair| !pair.alike).count(), 30);
    assert!(pairs.iter().filter(|pair| pair.hard).count() >= 12);
    let unique: BTreeSet<(&str, &str)> = pairs.iter().map(|pair| (&*pair.a, &*pair.b)).collect();
    assert_eq!(unique.len(), pairs.len());
}

/// The figures are those of the module's documentation. If a change improves them, raise them in both places.
#[test]
fn precision_and_recall_do_not_fall() {
    let (mut hits, mut misses, mut false_alarms) = (0, 0, 0);
    let mut scored: Vec<(f32, Pair)> =
        pairs().into_iter().map(|pair| (ALIKE_INDEX.score(&pair.a, &pair.b).unwrap_or_default(), pair)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (score, pair) in &scored {
        println!("{score:.4} {} {} {} {}", if pair.alike { '+' } else { '-' }, pair.a, pair.b, pair.why);
        match (pair.alike, *score >= ALIKE) {
            (true, true) => hits += 1,
            (true, false) => misses += 1,
            (false, true) => false_alarms += 1,
            (false, false) => {}
        }
    }
    let precision = f64::from(hits) / f64::from(hits + false_alarms);
    let recall = f64::from(hits) / f64::from(hits + misses);
    println!("precision {precision:.3} recall {recall:.3}: {hits} hits, {misses} misses, {false_alarms} false alarms");
    assert!(precision >= 26.0 / 27.0, "precision {precision}");
    assert!(recall >= 26.0 / 30.0, "recall {recall}");
}

fn title(item: &str) -> &'static str {
    embedded::dataset().item(item).map_or("", |(_, item)| item.title.ko.as_str())
}

/// Every item of the dataset.
fn items() -> impl Iterator<Item = &'static str> {
    embedded::dataset().cities.iter().flat_map(|city| &city.plan.items).map(|item| item.id.as_str())
}

#[test]
fn the_score_of_two_items_has_no_direction() {
    for pair in pairs() {
        assert_eq!(ALIKE_INDEX.score(&pair.a, &pair.b), ALIKE_INDEX.score(&pair.b, &pair.a));
    }
}

#[test]
fn similar_items_are_of_the_chosen_cities_and_best_first() {
    let cities = ["gwangju", "jeonju"];
    for item in items() {
        let similar = ALIKE_INDEX.to(item, &cities, 8);
        assert!(similar.len() <= 8 && similar.is_sorted_by(|a, b| a.score >= b.score));
        for found in &similar {
            assert!(cities.contains(&found.city.as_str()) && !item.starts_with(&found.city));
            assert!((ALIKE..=1.0).contains(&found.score));
        }
    }
}

#[test]
fn marks_are_the_shared_words() {
    let similar = ALIKE_INDEX.to("yeosu-3-5-a1", &["gwangyang"], 50);
    let found = similar.iter().find(|found| found.item == "gwangyang-c3-1-1-a1").expect("a postnatal care centre too");
    assert_eq!(found.shared, ["산후조리원"]);
    assert_eq!(&title(&found.item)[found.marks.ko[0].clone()], "산후조리원");
    assert_eq!(&title("yeosu-3-5-a1")[found.own_marks.ko[0].clone()], "산후조리원");
}

#[test]
fn marks_cut_no_character_and_do_not_overlap() {
    let dataset = embedded::dataset();
    for item in items() {
        for found in ALIKE_INDEX.to(item, &CITIES, 5) {
            for (id, marks) in [(item, &found.own_marks), (&found.item, &found.marks)] {
                let title = &dataset.item(id).expect("known").1.title;
                for (text, marks) in [(&title.ko, &marks.ko), (&title.en, &marks.en)] {
                    assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some_and(|marked| !marked.is_empty())));
                    assert!(marks.is_sorted_by(|a, b| a.end <= b.start));
                }
            }
        }
    }
}

#[test]
fn purposes_are_compared_with_purposes_only() {
    assert_eq!(ALIKE_INDEX.score("gwangju-v", "gwangyang-1-1"), None);
    assert!(ALIKE_INDEX.score("gwangju-v", "gwangyang-v").is_some());
}

#[test]
fn what_is_unknown_is_empty() {
    assert!(ALIKE_INDEX.to("nowhere", &CITIES, 5).is_empty());
    assert!(ALIKE_INDEX.to("yeosu-1", &[], 5).is_empty());
    assert!(ALIKE_INDEX.topics(&["yeosu"], 5).is_empty());
    assert!(ALIKE_INDEX.topics(&CITIES, 0).is_empty());
    assert!(ALIKE_INDEX.only("nowhere", &CITIES, 5).is_empty());
    assert!(ALIKE_INDEX.only("yeosu", &CITIES, 0).is_empty());
}

#[test]
fn the_topics_of_the_five_cities_are_those_a_reader_sees() {
    let topics = ALIKE_INDEX.topics(&CITIES, 60);
    let words: BTreeSet<&str> = topics.iter().flat_map(|topic| &topic.words).map(String::as_str).collect();
    for word in ["일자리", "스마트", "관광", "청년", "도시재생", "탄소중립", "소상공인", "산후조리원", "돌봄"]
    {
        assert!(words.contains(word), "{word} is missing in {words:?}");
    }
    for word in ["추진", "사업", "지원", "운영", "구축", "활성화", "시민", "도시"] {
        assert!(!words.contains(word), "{word}");
    }
}

#[test]
fn a_topic_has_items_of_as_many_cities_as_it_says() {
    for topic in ALIKE_INDEX.topics(&CITIES, 60) {
        let cities: BTreeSet<&str> = topic.items.iter().map(|(city, _)| city.as_str()).collect();
        assert!(topic.cities >= 2 && topic.cities == cities.len());
        assert_eq!(topic.label.ko, topic.words[0]);
        assert!(!topic.label.en.is_empty());
        assert!(topic.items.iter().all(|(_, item)| title(item).contains(&*topic.label.ko)), "{topic:?}");
    }
}

#[test]
fn what_only_one_city_does_is_unlike_everything_else() {
    for city in CITIES {
        let only = ALIKE_INDEX.only(city, &CITIES, 20);
        let unique: BTreeSet<&str> = only.iter().map(|only| only.item.as_str()).collect();
        assert_eq!(unique.len(), only.len());
        for found in &only {
            assert!(found.item.starts_with(city) && !found.words.is_empty());
            let others: Vec<&str> = CITIES.into_iter().filter(|other| *other != city).collect();
            assert!(ALIKE_INDEX.to(&found.item, &others, 1).is_empty(), "{found:?}");
        }
    }
    let yeosu = ALIKE_INDEX.only("yeosu", &CITIES, 20);
    assert!(yeosu.iter().any(|only| only.words.iter().any(|word| word == "여순사건")));
}

#[test]
fn two_indices_of_a_dataset_say_the_same() {
    let again = Alike::new(embedded::dataset());
    assert_eq!(again.topics(&CITIES, 30), ALIKE_INDEX.topics(&CITIES, 30));
    assert_eq!(again.only("gwangyang", &CITIES, 30), ALIKE_INDEX.only("gwangyang", &CITIES, 30));
}
