#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use super::{Country, CountryFault, Measured, write};
use crate::Lang;
use crate::model::official::{CountryPlace, LofinCode};
use crate::model::{FiscalYear, Won};
use crate::seeds::country::{CountrySeeds, load};
use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

static SEEDS: LazyLock<CountrySeeds> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    load(&folder).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(|problem| problem.sentence(Lang::En)).collect::<Vec<_>>().join("\n"))
    })
});

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| write(&SEEDS).expect("every figure fits"));

fn country() -> Country {
    Country::read(&BYTES).expect("what was written can be read")
}

/// A place as the file keeps it.
fn rounded(place: &CountryPlace) -> CountryPlace {
    let mut place = place.clone();
    for totals in &mut place.totals {
        totals.settled_revenue =
            totals.settled_revenue.map(|krw| Won::new((krw.get() + 500) / 1_000 * 1_000).expect("above zero"));
    }
    place
}

#[test]
fn every_place_comes_back_as_the_seeds_have_it() {
    let country = country();
    assert_eq!(country.heads().len(), SEEDS.places.len());
    for place in &SEEDS.places {
        assert_eq!(country.place(place.lofin).as_ref(), Some(&rounded(place)), "{}", place.lofin);
    }
    assert!(country.place(LofinCode::parse("4699999").expect("a code")).is_none());
}

#[test]
fn of_each_year_there_are_243_governments_and_226_of_them_basic() {
    let country = country();
    for year in (2012..=2024).map(FiscalYear) {
        // Cheongju was merged in mid-year: LOFIN has no row of it for 2014.
        let missing = usize::from(year.0 == 2014);
        let found = country.values(&Measured::Initial(year));
        assert_eq!(found.len() + missing, 243, "{year}");
    }
    let basic = |measured| country.values(&measured).into_iter().filter(|(head, _)| head.is_basic()).count();
    assert_eq!(basic(Measured::PolicyProjects("080".to_owned())), 226);
    assert_eq!(basic(Measured::Initial(FiscalYear(2024))), 226);
    for measured in country.measured() {
        assert!(country.source(measured).is_some(), "{measured:?}");
    }
}

#[test]
fn names_that_occur_twice_carry_their_province() {
    let country = country();
    let labels: Vec<_> = country.heads().iter().map(|head| country.label(head)).collect();
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for label in &labels {
            let text = if lang == Lang::Ko { &label.ko } else { &label.en };
            assert!(seen.insert(text), "{text} stands twice");
        }
    }
    let ko: Vec<&str> = labels.iter().map(|label| label.ko.as_str()).collect();
    for name in
        ["고성군(강원특별자치도)", "고성군(경상남도)", "중구(부산광역시)", "여수시", "청주시(충청북도, 2013년까지)"]
    {
        assert!(ko.contains(&name), "{name}");
    }
}

#[test]
fn what_is_no_country_is_told() {
    let told = |bytes: &[u8]| Country::read(bytes).err();
    assert_eq!(told(b"{}"), Some(CountryFault::NotACountry));
    assert_eq!(told(&[]), Some(CountryFault::NotACountry));
    let cut = told(&BYTES[..BYTES.len() - 1]);
    assert_eq!(cut, Some(CountryFault::Cut { found: BYTES.len() - 1, expected: BYTES.len() }));
    assert!(matches!(told(&BYTES[..10]), Some(CountryFault::Cut { .. })));
    assert!(matches!(told(&BYTES[..40]), Some(CountryFault::Cut { .. })));
    let mut broken = BYTES.clone();
    broken[12] = b'?';
    assert!(matches!(told(&broken), Some(CountryFault::Index { .. })));
    for lang in Lang::ALL {
        assert!(cut.as_ref().is_some_and(|fault| fault.sentence(lang).contains(&BYTES.len().to_string())));
    }
}
