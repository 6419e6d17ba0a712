//! What the first view shows before the whole dataset is there is what it shows afterwards.

use city_compare::compare::{Selection, quotes, visions};
use city_compare::dataset::opening::Known;
use city_compare::embedded;
use city_compare::options::{Options, State};
use city_compare::screen;
use city_compare::text::Lang;
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_opening_shows_what_the_whole_dataset_shows(
        cities in prop::sample::subsequence(vec!["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"], 0..=5).prop_shuffle(),
    ) {
        let (opening, whole) = (embedded::opening(), embedded::dataset());
        let selection = Selection::new(whole, &cities);
        prop_assert_eq!(&Selection::new(opening, &cities), &selection);
        let rows = visions(whole, &selection);
        prop_assert!(quotes::aligned(opening, &selection).iter().all(|row| rows.contains(row)));
        let state = State { cities: cities.iter().map(|id| (*id).to_owned()).collect(), ..State::start(whole) };
        for lang in Lang::ALL {
            prop_assert_eq!(screen::visions_heading(opening, &state, lang), screen::heading(whole, &state, lang));
        }
        prop_assert_eq!(state.fragment(&State::start(opening), "cc"), state.fragment(&State::start(whole), "cc"));
    }
}

#[test]
fn the_opening_reads_attributes_and_links_as_the_whole_dataset_does() {
    let (opening, whole) = (embedded::opening(), embedded::dataset());
    assert_eq!(State::start(opening), State::start(whole));
    for value in ["", "jeonju", "atlantis", "gwangju,yeosu", "visions", "maps", "share", "en", "url"] {
        for name in ["cities", "home", "view", "unit", "lang", "theme", "state"] {
            let get = |asked: &str| (asked == name).then(|| value.to_owned());
            if !city_compare::options::beyond_opening(get, "cc", "") {
                assert_eq!(Options::read(opening, get), Options::read(whole, get), "{name}={value}");
            }
        }
        for fragment in [format!("#cc.cities={value}"), format!("#cc.view={value}"), format!("#cc.lang={value}")] {
            if !city_compare::options::beyond_opening(|_| None, "cc", &fragment) {
                let of = |dataset: &dyn Known| State::from_fragment(dataset, &State::start(dataset), "cc", &fragment);
                assert_eq!(of(opening), of(whole), "{fragment}");
            }
        }
    }
}

#[test]
fn city_names_kinds_and_years_of_documents_are_those_of_the_whole_dataset() {
    let (opening, whole) = (embedded::opening(), embedded::dataset());
    assert_eq!(opening.version, whole.version);
    for (head, city) in opening.cities.iter().zip(&whole.cities) {
        assert_eq!((&head.id, &head.name), (&city.id, &city.name));
        let document = whole.document(&city.plan.document);
        assert_eq!(
            (head.document.as_str(), head.kind),
            (city.plan.document.as_str(), document.map(|document| document.kind))
        );
        assert_eq!(head.year, document.and_then(|document| document.published.as_ref()).map(|date| date.year()));
    }
}

#[test]
fn what_an_opening_does_not_know_is_told_and_never_read_as_something() {
    let (opening, whole) = (embedded::opening(), embedded::dataset());
    for entry in [
        "field=080",
        "lit=080",
        "item=yeosu-1-1",
        "year=2022",
        "plan-year=2022",
        "department=교육보육과",
        "cell=080.yeosu",
    ] {
        let fragment = format!("#cc.{entry}");
        let start = State::start(whole);
        assert_eq!(State::from_fragment(whole, &start, "cc", &fragment).1, Vec::<String>::new(), "{entry}");
        assert_eq!(State::from_fragment(opening, &start, "cc", &fragment).1, [entry], "{entry}");
    }
}
