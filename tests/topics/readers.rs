//! What readers want of the topics: their lists, and what was settled since.

use city_compare::embedded;
use city_compare::model::{Judged, Share, Topic};
use std::collections::BTreeSet;
use std::fmt::Write;
use toml::de::{DeTable, DeValue};

/// What a reader wants of a topic.
#[derive(Clone)]
pub struct Wanted {
    pub id: String,
    pub items: BTreeSet<String>,
}

/// By the reader who wrote the words afterwards.
pub fn first() -> Vec<Wanted> {
    list(include_str!("../fixtures/topics_second_reader.toml"))
}

/// By a reader who saw neither words nor list.
pub fn independent() -> Vec<Wanted> {
    list(include_str!("../fixtures/topics_independent.toml"))
}

/// What the independent reader wants, but for what is settled otherwise.
pub fn settled() -> Vec<Wanted> {
    let mut topics = independent();
    let table =
        DeTable::parse(include_str!("../fixtures/topics_settled.toml")).expect("the fixture is TOML").into_inner();
    for entry in table["settled"].get_ref().as_array().expect("a list").iter().map(toml::Spanned::get_ref) {
        assert!(text(entry, "why").ends_with('.'), "a sentence says why");
        let topic = topics.iter_mut().find(|topic| topic.id == text(entry, "topic")).expect("a topic");
        let item = text(entry, "item");
        // What changes nothing settles nothing.
        let changes = match entry["wanted"].get_ref().as_bool().expect("true or false") {
            true => topic.items.insert(item.clone()),
            false => topic.items.remove(&item),
        };
        assert!(changes, "{}: {item} is judged so already", topic.id);
    }
    topics
}

fn text(entry: &DeValue, key: &str) -> String {
    entry[key].get_ref().as_str().expect("a text").to_owned()
}

fn list(read: &str) -> Vec<Wanted> {
    let table = DeTable::parse(read).expect("the fixture is TOML").into_inner();
    let id = |value: &toml::Spanned<DeValue<'_>>| value.get_ref().as_str().expect("an id").to_owned();
    let topic = |topic: &DeValue| Wanted {
        id: text(topic, "id"),
        items: topic["wanted"].get_ref().as_array().expect("a list").iter().map(id).collect(),
    };
    table["topic"].get_ref().as_array().expect("a list").iter().map(|entry| topic(entry.get_ref())).collect()
}

/// What the words of a topic find.
pub fn found(topic: &Topic) -> BTreeSet<String> {
    topic.items.iter().cloned().collect()
}

/// How well the words find it.
pub fn judge(topic: &Topic, wanted: &Wanted) -> Judged {
    assert_eq!(topic.id, wanted.id);
    let found = found(topic);
    let both = found.intersection(&wanted.items).count();
    Judged { precision: share(both, found.len()), recall: share(both, wanted.items.len()) }
}

fn share(part: usize, of: usize) -> Share {
    let small = |n: usize| u32::try_from(n).expect("a few hundred items");
    Share { part: small(part), of: small(of) }
}

/// Between 0 and 1.
pub fn value(share: Share) -> f64 {
    f64::from(share.part) / f64::from(share.of)
}

/// The words against what is settled, and beside it against the independent reader's list as it stands.
pub fn table_of_words(topics: &[Topic]) -> String {
    let mut table = String::from(
        "| topic | wanted | found | of these wanted | precision | recall | as the reader judged: precision | recall |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut sums = [0; 6];
    for ((topic, settled), raw) in topics.iter().zip(settled()).zip(independent()) {
        let (now, raw) = (judge(topic, &settled), judge(topic, &raw));
        let name = format!("{} {}", topic.title.en, topic.title.ko);
        write_words(&mut table, &name, now, raw);
        let new =
            [now.recall.of, now.precision.of, now.precision.part, raw.recall.of, raw.precision.of, raw.precision.part];
        sums = std::array::from_fn(|at| sums[at] + new[at]);
    }
    let judged = |wanted, found, both| Judged {
        precision: Share { part: both, of: found },
        recall: Share { part: both, of: wanted },
    };
    let [wanted, found, both, raw_wanted, raw_found, raw_both] = sums;
    write_words(&mut table, "all", judged(wanted, found, both), judged(raw_wanted, raw_found, raw_both));
    table
}

fn write_words(table: &mut String, name: &str, now: Judged, raw: Judged) {
    let counts = format!("{} | {} | {}", now.recall.of, now.precision.of, now.precision.part);
    let [p, r, raw_p, raw_r] = [now.precision, now.recall, raw.precision, raw.recall].map(value);
    writeln!(table, "| {name} | {counts} | {p:.2} | {r:.2} | {raw_p:.2} | {raw_r:.2} |").expect("a string grows");
}

/// How far the two readers agree, over all items.
pub fn table_of_readers(topics: &[Topic]) -> String {
    let mut table = String::from(
        "| topic | the one wants | the other | both | Cohen’s kappa |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for ((topic, one), other) in topics.iter().zip(first()).zip(independent()) {
        let both = one.items.intersection(&other.items).count();
        let items = embedded::dataset().cities.iter().flat_map(|city| &city.plan.items);
        let pairs: Vec<(bool, bool)> =
            items.map(|item| (one.items.contains(&item.id), other.items.contains(&item.id))).collect();
        let kappa = super::agreement::Agreement::of(&pairs).kappa;
        let (name, korean) = (&topic.title.en, &topic.title.ko);
        writeln!(table, "| {name} {korean} | {} | {} | {both} | {kappa:.2} |", one.items.len(), other.items.len())
            .expect("a string grows");
    }
    table
}
