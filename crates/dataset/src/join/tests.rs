use super::*;
use crate::check::{Ids, check};
use crate::model::official::{Official, OfficialSource, Place, PlaceKind};
use crate::sound;

/// A dataset with one city that has a plan of three items, a document and a topic; `n` tells it from others.
fn dataset(city: &str, n: u32) -> Dataset {
    let json = format!(
        r#"{{"schema": "city-compare/1", "version": "{n}", "name": {{"ko": "자료 {n}", "en": "Data {n}"}},
        "fields": [{{"code": "0{n}0", "name": {{"ko": "분야", "en": "Field"}}}}],
        "documents": [{{"id": "plan", "kind": "plan", "title": {{"ko": "계획 {n}", "en": "Plan {n}"}}, "city": "{city}", "lines": 9,
            "discrepancies": [{{"id": "gap", "kind": "gap", "rank": "reading", "lines": [1], "items": ["a"],
                "note": {{"ko": "빈칸", "en": "Gap"}}, "why": {{"ko": "까닭", "en": "Why"}}}}]}}],
        "cities": [{{"id": "{city}", "name": {{"ko": "가온시", "en": "Gaon"}}, "province": {{"ko": "도", "en": "Do"}}, "kind": "city",
            "population": [{{"as_of": "2021", "persons": {n}, "as_printed": "{n}", "documents": ["plan"]}}],
            "plan": {{"document": "plan", "title": {{"ko": "계획", "en": "Plan"}}, "items": [
                {{"id": "a", "level": "goal", "ordinal": 1, "title": {{"ko": "청년 {n}", "en": "Young {n}"}}, "title_origin": "printed",
                  "fields": [{{"code": "0{n}0", "confidence": "sure"}}], "source": {{"document": "plan", "section": "1", "lines": [1, 2]}}}},
                {{"id": "b", "parent": "a", "level": "action", "ordinal": 1, "title": {{"ko": "집", "en": "House"}}, "title_origin": "printed",
                  "fields": [{{"code": "0{n}0", "confidence": "sure"}}], "source": {{"document": "plan", "section": "1", "lines": [3, 3]}}}}
            ]}}}}],
        "topics": [{{"id": "young", "title": {{"ko": "청년", "en": "Young"}}, "description": {{"ko": "청년", "en": "Young"}}, "words": ["청년"]}}],
        "cautions": [{{"ko": "주의 {n}", "en": "Caution {n}"}}]}}"#
    );
    let sound = sound(&json).expect("it is sound");
    assert_eq!(sound.problems, []);
    sound.dataset
}

fn source(place: &str, dataset: Dataset) -> Source {
    Source { place: place.to_owned(), hash: format!("hash of {place}"), dataset }
}

fn two(one: Dataset, other: Dataset) -> Joined {
    join(vec![source("a.json", one), source("b.json", other)]).expect("there are cities")
}

#[test]
fn one_alone_is_itself() {
    let one = dataset("gaon", 1);
    let joined = join(vec![source("a.json", one.clone())]).expect("there is a city");
    assert_eq!(joined.dataset, one);
    assert_eq!(joined.problems, []);
    assert_eq!(joined.parts[0].cities, ["gaon"]);
}

#[test]
fn ids_that_collide_are_told_with_both_places_and_lead_to_their_own() {
    let joined = two(dataset("gaon", 1), dataset("gaon", 2));
    assert_eq!(check(&joined.dataset, Ids::Plain), [], "all that is referred to is there, and no id twice");
    assert_eq!(joined.parts[1].cities, ["gaon-2"]);
    let city = joined.dataset.city("gaon-2").expect("the second is there");
    let document = joined.dataset.document(&city.plan.document).expect("its document, too");
    assert_eq!((document.title.en.as_str(), document.city.as_deref()), ("Plan 2", Some("gaon-2")));
    assert_eq!(city.plan.items[1].parent.as_deref(), Some("a-2"));
    assert_eq!(document.discrepancies[0].items, ["a-2"]);
    let told: Vec<String> = joined.problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
    assert_eq!(told.len(), 5, "document, contradiction, city, two items: {told:?}");
    assert!(told[0].starts_with("b.json: documents[0].id: the id “plan” is already used at a.json: documents[0].id."));
    let korean = joined.problems[0].sentence(Lang::Ko);
    assert!(korean.contains("b.json: documents[0].id") && korean.contains("a.json: documents[0].id에서"), "{korean}");
    assert_eq!(report(&joined.problems).len(), 1, "one cause");
}

#[test]
fn what_is_alike_stands_once_and_untold() {
    let joined = two(dataset("gaon", 1), dataset("gaon", 1));
    assert_eq!(joined.problems, []);
    assert_eq!((joined.dataset.cities.len(), joined.dataset.documents.len()), (1, 1));
    assert_eq!(joined.parts[1].cities, ["gaon"]);
}

#[test]
fn each_keeps_its_name_its_hash_and_its_notes() {
    let mut other = dataset("narae", 2);
    other.agreement = None;
    let joined = two(dataset("gaon", 1), other);
    assert_eq!(joined.dataset.name, None, "neither name is that of both");
    assert_eq!(
        joined.part_of("narae").map(|part| (part.hash.as_str(), part.version.as_str())),
        Some(("hash of b.json", "2"))
    );
    assert_eq!(joined.part_of("gaon").and_then(|part| part.name.clone()).map(|name| name.en), Some("Data 1".into()));
    let cautions: Vec<&str> = joined.dataset.cautions.iter().map(|caution| caution.en.as_str()).collect();
    assert_eq!(cautions, ["Data 1: Caution 1", "Data 2: Caution 2"]);
    let third = join(vec![
        source("a.json", dataset("gaon", 1)),
        source("b.json", dataset("narae", 2)),
        source("c.json", dataset("dasom", 3)),
    ]);
    let third = third.expect("there are cities").dataset.cautions;
    assert_eq!(
        third.iter().map(|caution| caution.ko.as_str()).collect::<Vec<_>>(),
        ["자료 1: 주의 1", "자료 2: 주의 2", "자료 3: 주의 3"]
    );
}

#[test]
fn a_topic_of_both_has_the_items_of_both_and_is_judged_by_none() {
    let mut one = dataset("gaon", 1);
    one.topics[0].judged = Some(crate::model::Judged {
        precision: crate::model::Share { part: 1, of: 1 },
        recall: crate::model::Share { part: 1, of: 1 },
    });
    let joined = two(one, dataset("narae", 2));
    assert_eq!(joined.dataset.topics.len(), 1);
    assert_eq!(joined.dataset.topics[0].items, ["a", "a-2"]);
    assert_eq!(joined.dataset.topics[0].judged, None);
}

#[test]
fn another_format_is_left_out_and_told() {
    let mut other = dataset("narae", 2);
    other.schema = "city-compare/9".to_owned();
    let joined = two(dataset("gaon", 1), other.clone());
    assert_eq!(joined.dataset.cities.len(), 1);
    let told = joined.problems[0].sentence(Lang::En);
    assert!(
        told.starts_with("b.json: schema") && told.contains("city-compare/9") && told.contains("city-compare/1"),
        "{told}"
    );
    assert_eq!(join(vec![source("b.json", other)]).expect_err("nothing is left").len(), 1);
    assert_eq!(join(Vec::new()), Err(Vec::new()));
}

#[test]
fn fields_stand_by_their_codes_and_cities_of_one_name_are_told_apart() {
    let joined = two(dataset("narae", 2), dataset("gaon", 1));
    assert_eq!(joined.dataset.fields.iter().map(|field| field.code.as_str()).collect::<Vec<_>>(), ["010", "020"]);
    let names: Vec<&str> = joined.dataset.cities.iter().map(|city| city.name.ko.as_str()).collect();
    assert_eq!(names, ["도 가온시 (narae)", "도 가온시 (gaon)"], "in their order");
}

fn official(source: &str, city: &str, place_note: Option<&str>) -> Official {
    let place = |id: &str| Place {
        id: id.to_owned(),
        kind: PlaceKind::City,
        name: Bilingual::new("곳", "Place"),
        codes: Vec::new(),
        provinces: Vec::new(),
        ended: None,
        successors: Vec::new(),
        note: place_note.map(|note| Bilingual::new(note, note)),
    };
    let text = format!(
        r#"{{"city": "{city}", "measure": "registered", "as_of": "2021-12-31", "persons": 7, "codes": ["1234567890"], "source": "s"}}"#
    );
    Official {
        sources: vec![OfficialSource {
            id: "s".to_owned(),
            publisher: Bilingual::new(source, source),
            dataset: Bilingual::new("표", "Table"),
            table: None,
            copy: None,
            note: None,
        }],
        places: vec![place(city), place("do")],
        residents: vec![serde_json::from_str(&text).expect("it is a count")],
        ..Official::default()
    }
}

#[test]
fn official_figures_keep_their_city_and_their_source() {
    let with = |n, figures| Dataset { official: Some(figures), ..dataset("gaon", n) };
    let joined = two(with(1, official("one", "gaon", None)), with(2, official("other", "gaon", Some("another"))));
    assert_eq!(check(&joined.dataset, Ids::Plain), []);
    let figures = joined.dataset.official.expect("it has figures");
    let of = |city: &str| figures.residents.iter().find(|count| count.city == city).expect("it has a count");
    let publisher = |city: &str| figures.source(&of(city).source).map(|source| source.publisher.en.clone());
    assert_eq!((publisher("gaon"), publisher("gaon-2")), (Some("one".into()), Some("other".into())));
    assert!(figures.place("gaon-2").is_some_and(|place| place.note.is_some()));
    assert!(figures.place("do-2").is_some_and(|place| place.note.is_some()), "places that differ are both there");
}

#[test]
fn figures_that_come_later_keep_their_cities_and_move_what_is_in_their_way() {
    let own = Dataset { official: Some(official("own", "narae", None)), ..dataset("narae", 2) };
    let mut joined = two(dataset("gaon", 1), own).dataset;
    let mut late = official("late", "gaon", Some("late"));
    late.places.push(Place { id: "narae".into(), ..late.places[0].clone() });
    add_official(&mut joined, &late, &["gaon".to_owned()]);
    assert_eq!(check(&joined, Ids::Plain), []);
    let figures = joined.official.expect("it has figures");
    assert_eq!(figures.residents.len(), 2);
    assert!(figures.place("narae").is_some_and(|place| place.note.is_none()), "the city’s place is its own");
    assert_eq!(figures.source("s").map(|source| source.publisher.en.as_str()), Some("own"));
    assert_eq!(figures.source("s-2").map(|source| source.publisher.en.as_str()), Some("late"));
    assert_eq!(figures.residents.iter().map(|count| count.source.as_str()).collect::<Vec<_>>(), ["s", "s-2"]);
}

#[test]
fn every_id_is_visited() {
    // With each id changed, given or referred to, all of them still find each other.
    let mut changed = two(dataset("gaon", 1), dataset("narae", 2)).dataset;
    let ids = definitions(&changed).len();
    each_id(&mut changed, &mut |id| id.push_str("-x"));
    assert!(definitions(&changed).iter().all(|(_, id)| id.ends_with("-x")));
    assert_eq!((definitions(&changed).len(), check(&changed, Ids::Plain)), (ids, vec![]));
}
