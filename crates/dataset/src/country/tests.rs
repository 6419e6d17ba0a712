#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use super::{Country, CountryFault, Measured, id_of, own_city, write};
use crate::Lang;
use crate::model::official::{CountryPlace, IndicatorBasis, IndicatorKind, LofinCode, Scope, Side};
use crate::model::{CityKind, FiscalYear, Stage, Won};
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

fn dataset() -> crate::model::Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    crate::seeds::load(&folder).expect("the seeds can be read").dataset
}

#[test]
fn every_place_that_is_there_becomes_a_city_with_its_figures_and_without_a_plan() {
    let (country, five) = (country(), dataset());
    let current: Vec<_> = country.heads().iter().filter(|head| head.is_current()).collect();
    assert_eq!(current.len(), 243);
    for head in current {
        let code = LofinCode::parse(&head.lofin).expect("a code");
        let (id, mut with) = (id_of(code), five.clone());
        if let Some(own) = own_city(&five, code) {
            assert!(!country.add(&id, &mut with), "{} is among the five", own.id);
            assert_eq!(with, five);
            continue;
        }
        assert!(country.add(&id, &mut with) && !country.add(&id, &mut with), "{id} joins once");
        let (city, place) = (with.city(&id).expect("joined"), country.place(code).expect("a place"));
        assert!(!city.plan.is_known() && city.budgets.is_empty());
        assert_eq!(city.name, country.label(head));
        let official = with.official.as_ref().expect("official figures");
        assert_eq!(official.place(&id).and_then(crate::model::official::Place::lofin), Some(code));
        for year in &place.totals {
            let total = |stage, side| official.total(&id, year.year, stage, Scope::WithFunds, side).map(|t| t.krw);
            assert_eq!(total(Stage::Initial, Side::Expenditure), Some(year.initial), "{id} {}", year.year);
            assert_eq!(total(Stage::Final, Side::Expenditure), Some(year.last), "{id} {}", year.year);
            assert_eq!(total(Stage::Settled, Side::Revenue), year.settled_revenue, "{id} {}", year.year);
        }
        let fields = official.fields_of(&id, FiscalYear(2026), Stage::Initial);
        let sum = Won::sum(fields.map(|amount| amount.krw));
        let own = place.fields.iter().map(|field| field.policy_projects).chain(place.administration);
        assert_eq!(sum, Won::sum(own), "{id}");
        assert_eq!(official.residents.iter().filter(|count| count.city == id).count(), place.residents.len());
        // Whatever is cited can be opened.
        let cited = official.totals.iter().filter(|total| total.city == id).map(|total| &total.source);
        assert!(cited.clone().count() > 0 && cited.clone().all(|source| official.source(source).is_some()), "{id}");
    }
}

#[test]
fn codes_that_ended_and_digits_of_no_place_join_nothing() {
    let (country, five) = (country(), dataset());
    for id in ["lofin-4371000", "lofin-4699999", "lofin-46130", "yeosu", "4613000", "lofin-"] {
        let mut with = five.clone();
        assert!(!country.add(id, &mut with), "{id}");
        assert_eq!(with, five, "{id}");
    }
    let mut with = five;
    assert!(country.add("lofin-4613000", &mut with) && country.add("lofin-2811000", &mut with));
    let official = with.official.as_ref().expect("official figures");
    let province = |city, day| official.province_on(city, day).map(|name| name.ko.as_str());
    assert_eq!(province("lofin-4613000", "2026-06-30"), Some("전라남도"));
    assert_eq!(province("lofin-4613000", "2026-07-01"), Some("전남광주통합특별시"));
    let ended = official.place("lofin-2811000").and_then(|place| place.ended.as_ref()).map(|day| day.as_str());
    assert_eq!(ended, Some("2026-06-30"));
}

/// The country's independence by the new rule is what LOFIN prints of the final budget: the same values, and the same peers.
#[test]
fn peers_that_are_counted_are_those_that_lofin_prints() {
    let (country, five) = (country(), dataset());
    let mut bare = five.clone();
    bare.official = None;
    let official = five.official.as_ref().expect("official figures");
    // The country's table has the basic tier alone.
    for city in five.cities.iter().filter(|city| city.kind == CityKind::City) {
        let printed = official
            .indicator(&city.id, IndicatorKind::FiscalIndependence, IndicatorBasis::Final)
            .expect("an indicator");
        let code = official.place(&city.id).and_then(crate::model::official::Place::lofin).expect("a code");
        let id = id_of(code);
        assert!(country.add(&id, &mut bare));
        let counted = bare.official.as_ref().expect("joined");
        let counted = counted.indicator(&id, printed.kind, printed.basis).expect("an indicator");
        assert_eq!(
            (counted.fiscal_year, counted.value, counted.peers),
            (printed.fiscal_year, printed.value, printed.peers),
            "{id}"
        );
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
