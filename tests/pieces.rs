//! A dataset in pieces is the dataset: whatever cities are put together, in whatever order they come.
#![allow(clippy::expect_used, reason = "a test says what it expects")]

use city_compare::dataset::join::Source;
use city_compare::dataset::pieces::{Index, Piece, extend, is_index, split};
use city_compare::dataset::{self, Lang};
use city_compare::embedded;
use city_compare::model::Dataset;
use sha2::{Digest, Sha256};

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The published dataset in pieces, as it is read again.
fn pieces() -> (Index, Vec<Piece>) {
    let (index, pieces) = split(&embedded::published(), digest).expect("it is written");
    let text = serde_json::to_string(&index).expect("it is written");
    assert!(is_index(&text));
    let told =
        |problems: Vec<dataset::Problem>| problems.iter().map(|found| found.sentence(Lang::En)).collect::<Vec<_>>();
    (Index::read(&text).map_err(told).expect("the index is read"), pieces)
}

fn source(piece: &Piece) -> Source {
    let told =
        |problems: Vec<dataset::Problem>| problems.iter().map(|found| found.sentence(Lang::En)).collect::<Vec<_>>();
    let dataset = dataset::from_json(&piece.json).map_err(told).expect("each file is a dataset by itself");
    assert_eq!(dataset.cities.len(), 1);
    Source { place: piece.file.clone(), hash: digest(&piece.json), dataset }
}

fn alike(dataset: &Dataset) {
    let whole = embedded::published();
    assert_eq!(dataset.cities.len(), whole.cities.len());
    for city in &whole.cities {
        assert_eq!(dataset.city(&city.id), Some(city));
    }
    for document in &whole.documents {
        assert_eq!(dataset.document(&document.id), Some(document));
    }
    for (one, other) in dataset.topics.iter().zip(&whole.topics) {
        let sorted = |ids: &[String]| {
            let mut ids = ids.to_vec();
            ids.sort();
            ids
        };
        assert_eq!(sorted(&one.items), sorted(&other.items));
        assert_eq!((&one.words, one.judged), (&other.words, other.judged));
    }
    assert_eq!((&dataset.glossary, &dataset.cautions), (&whole.glossary, &whole.cautions));
    assert_eq!((&dataset.name, &dataset.version, dataset.agreement), (&whole.name, &whole.version, whole.agreement));
    let (one, other) = (dataset.official.as_ref().expect("figures"), whole.official.as_ref().expect("figures"));
    assert_eq!(one.totals.len(), other.totals.len());
    assert_eq!((one.indicators.len(), one.field_amounts.len()), (other.indicators.len(), other.field_amounts.len()));
    assert!(
        other.places.iter().filter(|place| dataset.city(&place.id).is_some()).all(|place| one.places.contains(place))
    );
    assert_eq!(one.prices, other.prices);
}

#[test]
fn all_pieces_are_the_whole() {
    let (index, pieces) = pieces();
    let joined = index.dataset(pieces.iter().map(source).collect()).expect("there are cities");
    assert_eq!(joined.problems, []);
    assert_eq!(
        joined.dataset.cities.iter().map(|city| &city.id).collect::<Vec<_>>(),
        index.cities.iter().map(|city| &city.id).collect::<Vec<_>>()
    );
    alike(&joined.dataset);
}

#[test]
fn cities_that_come_later_make_the_same() {
    let (index, pieces) = pieces();
    let sources: Vec<Source> = pieces.iter().rev().map(source).collect();
    let mut dataset = index.dataset(sources[..2].to_vec()).expect("there are cities").dataset;
    assert_eq!(dataset.cities.len(), 2);
    assert!(dataset.topics.iter().flat_map(|topic| &topic.items).all(|id| dataset.item(id).is_some()));
    for one in sources[2..].iter() {
        let joined = extend(dataset, vec![one.clone()]);
        assert_eq!(joined.problems, []);
        dataset = joined.dataset;
    }
    alike(&dataset);
    let again = extend(dataset.clone(), vec![sources[0].clone()]);
    assert_eq!((again.dataset, again.problems), (dataset, vec![]), "what is there is not added twice");
}
