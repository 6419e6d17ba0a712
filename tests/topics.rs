//! Do the words of the topics find what a reader who looks for a topic wants, and do synonyms find the same?
//!
//! Two readers judged all items, each without the other's list (`fixtures/topics_second_reader.toml` is of the one who then
//! wrote the words, `topics_independent.toml` of the other). Measured are the words against the independent list with what
//! was settled in writing (`topics_settled.toml`), against that list as it stands, and how far the readers agree.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

#[path = "second_reader/agreement.rs"]
mod agreement;
mod common;
#[path = "topics/readers.rs"]
mod readers;

use city_compare::compare::search::{Index, Scope, Synonyms, Target};
use city_compare::compare::topics;
use city_compare::dataset::{Problem, from_json, seeds};
use city_compare::embedded;
use city_compare::model::Dataset;
use city_compare::text::Lang;
use common::{FILES, assert_speaks, sentences};
use readers::{first, found, independent, judge, settled, value};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

#[test]
fn the_readers_judged_the_twelve_topics() {
    let dataset = embedded::dataset();
    let ids: Vec<&str> = dataset.topics.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(ids.len(), 12);
    for wanted in [first(), independent(), settled()] {
        assert_eq!(wanted.iter().map(|topic| topic.id.as_str()).collect::<Vec<_>>(), ids);
        for item in wanted.iter().flat_map(|topic| &topic.items) {
            assert!(dataset.item(item).is_some(), "{item} is no item");
        }
    }
}

/// Against the independent reader's list, but for what was settled in writing.
#[test]
fn precision_and_recall_of_every_topic_are_nine_tenths_at_least() {
    let topics = &embedded::dataset().topics;
    let mut poor = Vec::new();
    for (topic, wanted) in topics.iter().zip(settled()) {
        let (judged, found) = (judge(topic, &wanted), found(topic));
        for extra in found.difference(&wanted.items) {
            println!("{}: found, not wanted: {}", topic.title.ko, title(extra));
        }
        for missed in wanted.items.difference(&found) {
            println!("{}: wanted, not found: {}", topic.title.ko, title(missed));
        }
        if value(judged.precision) < 0.9 || value(judged.recall) < 0.9 {
            poor.push(topic.title.ko.as_str());
        }
    }
    assert_eq!(poor, [""; 0], "\n{}", readers::table_of_words(topics));
}

/// Both tables stand in DESIGN.md, under `## Topics`.
#[test]
fn what_is_published_is_what_is_measured() {
    let topics = &embedded::dataset().topics;
    for table in [readers::table_of_words(topics), readers::table_of_readers(topics)] {
        assert!(include_str!("../DESIGN.md").contains(&table), "put this table into DESIGN.md:\n{table}");
    }
    for (topic, wanted) in topics.iter().zip(settled()) {
        assert_eq!(topic.judged, Some(judge(topic, &wanted)), "{} in seeds/topics.toml", topic.id);
    }
}

fn title(item: &str) -> String {
    let title = embedded::dataset().item(item).map(|(_, item)| item.title.ko.as_str());
    format!("{item} {}", title.unwrap_or_default())
}

#[test]
fn items_of_a_topic_stand_once_and_in_the_order_of_the_dataset() {
    let dataset = embedded::dataset();
    let order: Vec<&str> = dataset.cities.iter().flat_map(|city| &city.plan.items).map(|item| &*item.id).collect();
    for topic in &dataset.topics {
        let places: Vec<_> = topic.items.iter().map(|id| order.iter().position(|other| other == id)).collect();
        assert!(places.is_sorted_by(|a, b| a.is_some() && a < b), "{}", topic.id);
    }
}

#[test]
fn no_item_is_found_by_a_part_of_another_word() {
    let topic = |id: &str| embedded::dataset().topics.iter().find(|topic| topic.id == id).expect("a topic");
    let traps = [
        ("childcare", "gwangyang-9-1-a4-1", "아이스팩"),
        ("childcare", "gwangyang-4-3", "돌봄기기"),
        ("childcare", "gwangyang-3-5-a4", "노인돌봄"),
        ("older-people", "yeosu-5-2-a2", "노후경유차"),
        ("transport", "yeosu-4-6-a1", "메타버스"),
        ("safety", "gyeongju-4-2", "사회안전망"),
        ("culture", "gwangyang-2-3-a11", "다문화"),
        ("participation", "gyeongju-3-2", "현대화"),
        ("digital", "gyeongju-2-1", "전산"),
    ];
    for (id, item, word) in traps {
        assert!(title(item).replace(' ', "").contains(word), "{item} holds no {word}");
        assert!(!topic(id).items.iter().any(|found| found == item), "{id}: {item} {word}");
    }
}

/// The fixture's two invented cities with other words for its topic, which begin on the fifth line.
fn read_with(words: &str) -> Result<Dataset, Vec<Problem>> {
    let mut files = FILES.to_vec();
    let head =
        "[[topics]]\nid = \"t\"\ntitle = { ko = \"ㄱ\", en = \"T\" }\ndescription = { ko = \"ㄱ\", en = \"T\" }\n";
    let topics = format!("{head}{words}");
    for file in files.iter_mut().filter(|(name, _)| *name == "topics") {
        file.1 = &topics;
    }
    seeds::from_texts(&files).map(|seeds| seeds.dataset)
}

fn with_words(words: &str) -> Vec<String> {
    let dataset = read_with(words).unwrap_or_else(|problems| panic!("{words}: {problems:?}"));
    dataset.topics.into_iter().flat_map(|topic| topic.items).collect()
}

/// Expects these problems, each with its place.
#[track_caller]
fn says(words: &str, english: &[&str]) {
    let problems = read_with(words).expect_err(words);
    assert_eq!(sentences(&problems, Lang::En), english);
    problems.iter().for_each(assert_speaks);
}

#[test]
fn a_word_that_is_of_no_use_is_a_problem_with_its_place() {
    let unused = "expected a word of a Korean title that no excluded phrase covers. Correct it, remove it, or make it a synonym.";
    let idle = "expected a phrase in which a word of the topic stands, or which stands in a part of one of its projects. Correct or remove it.";
    says(
        "words = [\n  \"돌봄\",\n  \"유치원\",\n]",
        &[&format!("seeds/topics.toml:7: topics[0].words[1]: found “유치원”, {unused}")],
    );
    says(
        "words = [\"함께\", \"돌봄\"]\nexclude = [\"돌봄 확대\"]",
        &[&format!("seeds/topics.toml:5: topics[0].words[1]: found “돌봄”, {unused}")],
    );
    says(
        "words = [\"함께\"]\nexclude = [\"골목\"]",
        &[&format!("seeds/topics.toml:6: topics[0].exclude[0]: found “골목”, {idle}")],
    );
    says(
        "words = [\"돌봄\", \"돌 봄\"]",
        &["seeds/topics.toml:5: topics[0].words[1]: the topic has “돌봄” more than once. Keep one of them."],
    );
    says("synonyms = [{ ko = [\"돌봄\"] }]", &["seeds/topics.toml:1: topics[0]: “words” is missing. Add it."]);
}

#[test]
fn a_topic_has_an_id_of_its_own_and_items_that_are_there() {
    says(
        "words = [\"돌봄\"]\nlabel = 3",
        &[
            "seeds/topics.toml:6: topics[0].label: “label” is not known here. Known are: id, title, description, words, project_words, exclude, synonyms, items, judged. Correct the name or remove it.",
        ],
    );
    let again = "words = [\"돌봄\"]\n[[topics]]\nid = \"t\"\ntitle = { ko = \"ㄱ\", en = \"T\" }\ndescription = { ko = \"ㄱ\", en = \"T\" }\nwords = [\"돌봄\"]";
    says(
        again,
        &["seeds/topics.toml:7: topics[1].id: the id “t” is already used at seeds/topics.toml:2. Give it another one."],
    );
    says(
        "items = [\"gaon-1\", \"gaon-9\", \"gaon-1\"]",
        &[
            "seeds/topics.toml:5: topics[0].items[1]: there is no item with the id “gaon-9”. Correct the id or add it.",
            "seeds/topics.toml:5: topics[0].items[2]: the id “gaon-1” is already used at seeds/topics.toml:5. Give it another one.",
        ],
    );
    assert_eq!(with_words("items = [\"gaon-1-2\"]"), ["gaon-1-2"]);
    says(
        "words = [\"돌봄\"]\njudged = { precision = { part = 5, of = 4 }, recall = { part = 1, of = 2 } }",
        &[
            "seeds/topics.toml:6: topics[0].judged.precision.part: 5 of 4 is more than there are. Correct one of the two numbers.",
        ],
    );
}

#[test]
fn a_word_of_a_project_brings_in_its_parts() {
    assert_eq!(with_words("words = [\"함께\"]"), ["gaon-1"]);
    assert_eq!(with_words("project_words = [\"함께\"]"), ["gaon-1", "gaon-1-1", "gaon-1-2", "gaon-1-3"]);
    // A vision is nothing that has parts.
    assert_eq!(with_words("project_words = [\"날아오르는\"]"), ["narae-v"]);
}

#[test]
fn an_excluded_phrase_covers_a_word_and_keeps_a_part_out() {
    assert_eq!(with_words("project_words = [\"함께\"]\nexclude = [\"골목 걷기\"]"), ["gaon-1", "gaon-1-1", "gaon-1-2"]);
    let masked = "words = [\"함께\"]\nexclude = [\"이웃 알기\"]\nsynonyms = [{ ko = [\"알기\"] }]";
    assert_eq!(with_words(masked), ["gaon-1"]);
}

#[test]
fn a_synonym_is_a_word_that_may_find_nothing() {
    assert_eq!(
        with_words("words = [\"돌봄\"]\nsynonyms = [{ ko = [\"골목\", \"유치원\"], en = [\"lane\"] }]"),
        ["gaon-1-1", "gaon-1-3"]
    );
}

#[test]
fn a_city_s_own_topics_count_and_else_our_words_are_applied() {
    let ours = &embedded::dataset().topics;
    let own = common::dataset();
    assert_eq!(topics::of(&own, ours)[0].items, own.topics[0].items);
    let without = Dataset { topics: Vec::new(), ..own.clone() };
    let applied = topics::of(&without, ours);
    assert!(applied.iter().all(|topic| topic.judged.is_none()), "nobody has read what the words find there");
    assert_eq!(applied.len(), 12);
    assert_eq!(applied[0].items, ["gaon-1-1"], "돌봄 is childcare unless a phrase says otherwise");
    // Words that find the items again make the same dataset as the items themselves.
    let mut json = common::json(&own);
    json["topics"][0]["items"] = serde_json::json!([]);
    assert_eq!(from_json(&json.to_string()).expect("words are enough"), own);
    json["topics"][0]["items"] = serde_json::json!(["gone", "gaon-1"]);
    assert_eq!(from_json(&json.to_string()).expect("what was cut out is no matter"), own);
    json["topics"][0]["words"] = serde_json::json!(["돌봄", "지하철"]);
    assert_eq!(from_json(&json.to_string()).expect("words may be for others").topics[0].items, own.topics[0].items);
    json["topics"][0]["items"] = serde_json::json!(["narae-v"]);
    let problems = from_json(&json.to_string()).expect_err("no word finds it");
    let told = "topics[0].items[0]: found the item “narae-v”, expected only items that the words of the topic find. Add a word of its title, or remove the item.";
    assert_eq!(sentences(&problems, Lang::En), [told]);
    assert_speaks(&problems[0]);
}

fn items(index: &Index, query: &str) -> BTreeSet<String> {
    let synonyms = Synonyms::of(&embedded::dataset().topics);
    let hits = index.find_with(query, &synonyms, &Scope::All, usize::MAX).hits;
    let item = |target| if let Target::Item(id) = target { Some(id) } else { None };
    hits.into_iter().filter_map(|hit| item(hit.target)).collect()
}

#[test]
fn synonyms_find_the_same_in_both_languages() {
    let index = Index::new(embedded::dataset());
    let care = items(&index, "보육");
    assert!(!care.is_empty());
    assert!(index.find("유치원", &Scope::All, 1).hits.is_empty(), "no text has the word");
    assert_eq!(items(&index, "유치원"), care);
    assert_eq!(items(&index, "어린이 집"), care);
    assert!(items(&index, "childcare").is_superset(&care));
    assert!(items(&index, "Child  Care").is_superset(&care));
    assert!(items(&index, "bus stop").contains("gwangyang-6-1-a5"));
    assert_eq!(items(&index, "유치원 확충"), items(&index, "보육 확충"));
    let korean = |query: &str| index.find(query, &Scope::All, usize::MAX).total;
    assert!(items(&index, "노인").len() > korean("노인") / 2);
}

#[test]
fn what_was_typed_comes_before_what_stands_for_it() {
    let index = Index::new(embedded::dataset());
    let synonyms = Synonyms::of(&embedded::dataset().topics);
    let found = index.find_with("노인", &synonyms, &Scope::All, 100);
    let typed: Vec<bool> = found.hits.iter().map(|hit| hit.title.ko.contains("노인")).collect();
    assert!(typed[0] && typed.contains(&false), "{typed:?}");
    let marked = found.hits.iter().find(|hit| hit.title.ko.contains("어르신")).expect("어르신 stands for 노인");
    assert_eq!(&marked.title.ko[marked.marks[0].clone()], "어르신");
}

#[test]
fn a_topic_is_known_by_its_title_words_and_synonyms() {
    let topics = &embedded::dataset().topics;
    let named = |typed: &str| topics::named(topics, typed).map(|topic| topic.id.as_str()).collect::<Vec<_>>();
    let decomposed: String = "유치원".nfd().collect();
    for typed in ["아이 돌봄", "아이돌봄", "유치원", &decomposed, "보육", "childcare", "Child care", " Childcare "]
    {
        assert_eq!(named(typed), ["childcare"], "{typed}");
    }
    assert_eq!(named("축제"), ["tourism", "culture"]);
    assert_eq!(named("참여"), ["participation"]);
    assert!(named("").is_empty() && named("예산").is_empty());
}

#[test]
fn a_synonym_belongs_to_one_group() {
    let forms = embedded::dataset().topics.iter().flat_map(|topic| &topic.synonyms);
    let all: Vec<&String> = forms.flat_map(|group| group.ko.iter().chain(&group.en)).collect();
    let once: BTreeSet<&String> = all.iter().copied().collect();
    let twice: Vec<_> = once.iter().filter(|form| all.iter().filter(|other| other == form).count() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
