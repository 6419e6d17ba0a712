//! Datasets beside each other: however the five cities are dealt out, joined they are the five cities.
#![allow(clippy::expect_used, reason = "a test says what it expects")]

use city_compare::dataset::join::{Source, join};
use city_compare::dataset::{self, Lang};
use city_compare::embedded;
use city_compare::model::Dataset;
use proptest::prelude::*;

/// The published dataset with some of its cities, with their figures and what rests on them.
fn some(cities: &[usize]) -> Dataset {
    let mut dataset = embedded::published();
    let kept: Vec<String> = cities.iter().map(|place| dataset.cities[*place].id.clone()).collect();
    dataset.cities = cities.iter().map(|place| dataset.cities[*place].clone()).collect();
    dataset.documents.retain(|document| document.city.as_ref().is_none_or(|city| kept.contains(city)));
    for topic in &mut dataset.topics {
        topic.items.retain(|id| dataset.cities.iter().any(|city| city.plan.item(id).is_some()));
    }
    if let Some(official) = &mut dataset.official {
        official.totals.retain(|total| kept.contains(&total.city));
        official.field_amounts.retain(|amount| kept.contains(&amount.city));
        official.indicators.retain(|indicator| kept.contains(&indicator.city));
        official.residents.retain(|count| kept.contains(&count.city));
    }
    dataset
}

fn source(place: &str, dataset: Dataset) -> Source {
    Source { place: place.to_owned(), hash: String::new(), dataset }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn one_alone_is_itself(cities in prop::sample::subsequence(vec![0, 1, 2, 3, 4], 1..=5)) {
        let one = some(&cities);
        let joined = join(vec![source("one", one.clone())]).expect("it has a city");
        prop_assert_eq!(joined.dataset, one);
        prop_assert!(joined.problems.is_empty());
    }

    #[test]
    fn dealt_out_and_joined_they_are_the_same_in_their_order(
        order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle(),
        cuts in prop::sample::subsequence(vec![1, 2, 3, 4], 0..=3),
    ) {
        let mut sources = Vec::new();
        let ends: Vec<usize> = cuts.iter().copied().chain([5]).collect();
        let mut from = 0;
        for end in ends {
            sources.push(source(&format!("source {from}"), some(&order[from..end])));
            from = end;
        }
        let whole = embedded::published();
        let joined = join(sources).expect("there are cities");
        let told: Vec<String> = joined.problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
        prop_assert!(told.is_empty(), "{:?}", told);
        let wanted: Vec<&str> = order.iter().map(|place| whole.cities[*place].id.as_str()).collect();
        let ids: Vec<&str> = joined.dataset.cities.iter().map(|city| city.id.as_str()).collect();
        prop_assert_eq!(&ids, &wanted);
        prop_assert_eq!(joined.parts.iter().flat_map(|part| &part.cities).collect::<Vec<_>>(), wanted);
        for city in &whole.cities {
            prop_assert_eq!(joined.dataset.city(&city.id), Some(city));
        }
        prop_assert_eq!(joined.dataset.documents.len(), whole.documents.len());
        for topic in &whole.topics {
            let found = joined.dataset.topics.iter().find(|known| known.id == topic.id).expect("it is there");
            let sorted = |ids: &[String]| { let mut ids = ids.to_vec(); ids.sort(); ids };
            prop_assert_eq!(sorted(&found.items), sorted(&topic.items));
        }
        let (now, before) = (joined.dataset.official.as_ref().expect("figures"), whole.official.as_ref().expect("figures"));
        prop_assert_eq!(now.totals.len(), before.totals.len());
        prop_assert_eq!(&now.prices, &before.prices);
        prop_assert_eq!(now.sources.len(), before.sources.len());
        // It reads as any dataset does.
        let text = serde_json::to_string(&joined.dataset).expect("the model serializes");
        let told: Vec<String> = dataset::from_json(&text).err().into_iter().flatten().map(|p| p.sentence(Lang::En)).collect();
        prop_assert!(told.is_empty(), "{:?}", told);
    }
}
