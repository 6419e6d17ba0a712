#![allow(clippy::expect_used, reason = "a test stops by panicking")]

use super::*;
use crate::embedded;
use proptest::prelude::*;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(embedded::dataset()));

/// Ids and titles of every item, in both languages.
static TITLES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let items = embedded::dataset().cities.iter().flat_map(|city| &city.plan.items);
    items.flat_map(|item| [(&*item.id, &*item.title.ko), (&*item.id, &*item.title.en)]).collect()
});

fn all(query: &str) -> Found {
    INDEX.find(query, &Scope::All, usize::MAX)
}

fn item(hit: &Hit) -> &str {
    match &hit.target {
        Target::Item(id) => id,
        _ => "",
    }
}

fn title(hit: &Hit) -> &str {
    match hit.lang {
        Lang::Ko => &hit.title.ko,
        Lang::En => &hit.title.en,
    }
}

fn marked(hit: &Hit) -> Vec<&str> {
    hit.marks.iter().map(|mark| &title(hit)[mark.clone()]).collect()
}

/// Marks cut the text on character boundaries, in order and apart.
fn assert_marks(text: &str, marks: &[Range<usize>]) {
    let mut end = 0;
    for mark in marks {
        assert!(mark.start >= end && mark.start < mark.end, "{marks:?}");
        assert!(text.get(mark.clone()).is_some(), "{text} {mark:?}");
        end = mark.end;
    }
}

#[test]
fn initial_consonants_find_titles_and_mark_their_syllables() {
    let found = all("ㅊㄴㅈㅌ");
    assert!(found.initials);
    assert_eq!(marked(&found.hits[0]), ["청년주택"]);
    assert!(found.hits.iter().any(|hit| item(hit) == "gwangyang-3-1"));
}

#[test]
fn a_word_is_found_at_every_keystroke_of_its_typing() {
    // As the input method shows 청년주택 while it is typed on a two-set keyboard.
    for typed in ["청", "청ㄴ", "청녀", "청년", "청년ㅈ", "청년주", "청년줕", "청년주태", "청년주택"]
    {
        let found = all(typed);
        assert!(found.hits.iter().any(|hit| item(hit) == "gwangyang-3-1"), "{typed}");
    }
}

#[test]
fn spacing_makes_no_difference() {
    let ids: Vec<String> = all("공공산후조리원").hits.iter().map(|hit| item(hit).to_owned()).collect();
    assert!(ids.contains(&"yeosu-3-5-a1".to_owned()) && ids.contains(&"gwangyang-c3-1-1-a1".to_owned()), "{ids:?}");
}

#[test]
fn titles_stand_before_summaries_and_summaries_before_the_rest() {
    let found = all("미세먼지");
    let worth: Vec<u32> = found.hits.iter().map(|hit| hit.score).collect();
    assert!(worth.is_sorted_by(|a, b| a >= b));
    assert_eq!(item(&found.hits[0]), "gwangju-5-c4", "the shortest title that begins with it");
    let first_without = found.hits.iter().position(|hit| hit.marks.is_empty()).unwrap_or(found.hits.len());
    assert!(found.hits[first_without..].iter().all(|hit| hit.marks.is_empty() && hit.snippet.is_some()));
}

#[test]
fn english_and_korean_words_may_be_mixed() {
    let found = all("drone 광양");
    assert!(found.hits.iter().any(|hit| item(hit) == "gwangyang-9-2"));
    assert!(found.hits.iter().all(|hit| hit.city.as_deref() == Some("gwangyang")));
}

#[test]
fn a_scope_keeps_other_cities_out_and_terms_in() {
    let scope = Scope::Cities(vec!["jeonju".to_owned()]);
    let found = INDEX.find("예산", &scope, usize::MAX);
    assert!(found.hits.iter().all(|hit| hit.city.as_deref().is_none_or(|city| city == "jeonju")));
    assert!(found.hits.iter().any(|hit| matches!(hit.target, Target::Term(_))));
}

#[test]
fn every_sort_of_thing_is_found() {
    let dataset = embedded::dataset();
    let city = dataset.cities.iter().find(|city| !city.plan.tables.is_empty()).expect("a city with tables");
    let (figure, table) = (&city.plan.figures[0], &city.plan.tables[0]);
    let targets = [
        (&figure.what.ko, Target::Figure { city: city.id.clone(), id: figure.id.clone() }),
        (&table.title.ko, Target::Table { city: city.id.clone(), id: table.id.clone() }),
        (&dataset.glossary[0].term.ko, Target::Term(dataset.glossary[0].id.clone())),
        (&dataset.fields[0].name.ko, Target::Field(dataset.fields[0].code.clone())),
        (&dataset.documents[0].title.ko, Target::Document(dataset.documents[0].id.clone())),
    ];
    for (query, target) in targets {
        assert!(all(query).hits.iter().any(|hit| hit.target == target), "{query} {target:?}");
    }
}

#[test]
fn snippets_show_what_the_title_does_not_say() {
    let found = all("시장이 편하게");
    let hit = found.hits.iter().find(|hit| item(hit) == "yeosu-1-1").expect("its summary says so");
    let snippet = hit.snippet.as_ref().expect("the title does not say so");
    assert_eq!(snippet.place, Place::Summary);
    assert_eq!(&snippet.text[snippet.marks[0].clone()], "시장이");
}

#[test]
fn the_limit_bounds_the_hits_and_not_the_total() {
    let found = INDEX.find("시민", &Scope::All, 3);
    assert_eq!(found.hits.len(), 3);
    assert_eq!(found.total, all("시민").total);
    assert_eq!(found.hits, all("시민").hits[..3]);
}

#[test]
fn an_empty_dataset_finds_nothing() {
    let mut dataset = embedded::dataset().clone();
    (dataset.cities, dataset.glossary, dataset.fields) = Default::default();
    dataset.documents = Vec::new();
    assert_eq!(Index::new(&dataset).find("시", &Scope::All, 10).total, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_part_of_a_title_finds_its_item(pick in any::<prop::sample::Index>(), from in 0..200_usize, length in 2..40_usize) {
        let (id, title) = TITLES[pick.index(TITLES.len())];
        let letters: Vec<char> = title.chars().collect();
        let from = from % letters.len().saturating_sub(1).max(1);
        let part: String = letters.iter().skip(from).take(length).collect();
        prop_assume!(!part.trim().is_empty());
        let found = all(&part);
        prop_assert!(found.hits.iter().any(|hit| item(hit) == id), "{} {:?}", id, part);
    }

    #[test]
    fn decomposed_input_finds_the_same(pick in any::<prop::sample::Index>(), length in 1..12_usize) {
        let part: String = TITLES[pick.index(TITLES.len())].1.chars().take(length).collect();
        prop_assert_eq!(all(&part.nfd().collect::<String>()), all(&part));
    }

    #[test]
    fn the_order_of_the_words_changes_nothing(pick in any::<prop::sample::Index>()) {
        let (_, title) = TITLES[pick.index(TITLES.len())];
        let mut words: Vec<&str> = title.split_whitespace().take(query::MOST_WORDS).collect();
        let forward = all(&words.join(" "));
        words.reverse();
        let backward = all(&words.join(" "));
        prop_assert_eq!(forward.total, backward.total);
        for (one, other) in forward.hits.iter().zip(&backward.hits) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn marks_cut_no_character(query in "[가-힣ㄱ-ㅎa-zA-Z·“ ]{1,4}") {
        for hit in all(&query).hits {
            assert_marks(title(&hit), &hit.marks);
            if let Some(snippet) = &hit.snippet {
                assert_marks(&snippet.text, &snippet.marks);
                prop_assert!(!snippet.marks.is_empty());
            }
        }
    }

    #[test]
    fn no_input_panics(query in any::<String>(), limit in 0..20_usize) {
        let found = INDEX.find(&query, &Scope::All, limit);
        prop_assert!(found.hits.len() <= limit && found.hits.len() <= found.total);
    }

    #[test]
    fn any_titles_can_be_indexed(titles in proptest::collection::vec("\\PC{0,20}|[가-힣 \u{1100}-\u{11ff}\n]{0,12}", 1..4), query in "\\PC{0,4}|[가-힣ㄱ-ㅎ]{1,3}") {
        let mut dataset = embedded::dataset().clone();
        dataset.cities.clear();
        dataset.documents.clear();
        dataset.glossary.truncate(titles.len());
        for (term, title) in dataset.glossary.iter_mut().zip(&titles) {
            term.term = Bilingual::new(title.as_str(), title.as_str());
        }
        for hit in Index::new(&dataset).find(&query, &Scope::All, 50).hits {
            assert_marks(super::tests::title(&hit), &hit.marks);
        }
    }
}
