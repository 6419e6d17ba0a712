#![allow(clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

use super::*;
use crate::compare::Selection;
use crate::embedded;
use crate::model::official::{IndicatorBasis, IndicatorKind, Scope, Side};
use crate::model::{Dataset, FiscalYear, Measure, Stage};
use crate::text::Lang;
use proptest::prelude::*;

const FIVE: [&str; 5] = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];
const WELFARE: &str = "080";

fn dataset() -> &'static Dataset {
    embedded::dataset()
}

fn official() -> &'static crate::model::official::Official {
    embedded::official()
}

fn basis(year: u16, stage: Stage) -> FieldBasis {
    let choices = field_choices(official(), &FIVE);
    let found = choices.all.iter().find(|(basis, _)| basis.year == FiscalYear(year) && basis.stage == stage);
    found.expect("the seeds have it").0
}

#[test]
fn which_city_spends_the_largest_share_on_welfare() {
    let on = basis(2024, Stage::Spent);
    let (panels, _) = panels(official(), &FIVE, on, PanelOrder::Field);
    let welfare = panels.iter().find(|panel| panel.key == PartKey::Field(WELFARE.to_owned())).expect("a panel");
    let shown: Vec<String> = FIVE.iter().map(|city| welfare.share(city).expect("a share").to_string()).collect();
    assert_eq!(shown, ["36.8", "30.3", "29.2", "42.5", "41.8"]);
    let said = say::field_over_cities(dataset(), welfare, on, Lang::Ko).expect("a sentence");
    assert!(said.contains("5곳 가운데 전주시이며 42.5%(1조"), "{said}");
    let said = say::field_over_cities(dataset(), welfare, on, Lang::En).expect("a sentence");
    assert!(
        said.starts_with("Of 5 cities, Jeonju has the highest share of Social welfare: 42.5% (₩1.04 trillion;"),
        "{said}"
    );
}

#[test]
fn the_budget_per_resident_is_the_one_that_is_printed() {
    let printed = [5_145, 6_328, 7_310, 3_909, 4_505];
    for (city, expected) in FIVE.iter().zip(printed) {
        let found = per_resident(official(), city, FiscalYear(2026)).expect("known");
        assert_eq!(found.thousand_won, expected, "{city}");
        let indicator = official().indicator(city, IndicatorKind::BudgetPerResident, IndicatorBasis::Budget);
        #[expect(clippy::cast_precision_loss, reason = "four digits")]
        let value = found.thousand_won as f64;
        assert_eq!(indicator.map(|indicator| indicator.value.get()), Some(value), "{city}");
        assert_eq!(found.as_of.as_str(), "2025-12-31");
    }
    // Without its local bonds, Gwangju's general account of 2025 is not the one that is divided.
    assert!(per_resident(official(), "gwangju", FiscalYear(2025)).is_none());
    assert!(per_resident(official(), "yeosu", FiscalYear(2025)).is_some());
}

#[test]
fn it_begins_with_the_newest_year_that_all_have() {
    let choices = field_choices(official(), &FIVE);
    let first = choices.default().expect("something");
    assert_eq!((first.year, first.stage, first.scope), (FiscalYear(2025), Stage::Spent, Scope::General));
    assert!(choices.choose(official(), first).rows.iter().all(|row| row.missing.is_none()));
    let common: Vec<(u16, Stage)> = choices.common().map(|basis| (basis.year.0, basis.stage)).collect();
    assert_eq!(common[..3], [(2025, Stage::Spent), (2025, Stage::Current), (2024, Stage::Spent)]);
    // Without the metropolitan city there is something newer.
    let four = field_choices(official(), &FIVE[..4]).default().expect("something");
    assert_eq!((four.year, four.stage), (FiscalYear(2026), Stage::Initial));
}

#[test]
fn a_city_without_the_figure_stays_with_the_reason_and_what_works() {
    let choices = field_choices(official(), &FIVE);
    let chosen = choices.choose(official(), basis(2026, Stage::Initial));
    let gwangju = chosen.rows.iter().find(|row| row.city == "gwangju").expect("the row stays");
    assert_eq!(gwangju.missing, Some(Missing::OtherTier));
    let instead = gwangju.instead.expect("something works");
    assert_eq!((instead.year, instead.stage), (FiscalYear(2025), Stage::Spent));
    assert_eq!(say::instead(instead, 5, Lang::Ko), "2025년 지출액: 5곳 모두");
    assert!(chosen.rows.iter().filter(|row| row.city != "gwangju").all(|row| row.missing.is_none()));
    // Nothing at all is known of a city without official figures.
    let strange = field_choices(official(), &["yeosu", "atlantis"]);
    let row = strange.choose(official(), strange.default().expect("Yeosu's")).rows.remove(1);
    assert_eq!((row.missing, row.instead), (Some(Missing::NotFound), None));
}

#[test]
fn a_mixture_is_only_what_a_reader_asks_for() {
    let choices = field_choices(official(), &FIVE);
    let years: Vec<(&str, Option<u16>)> =
        choices.each().into_iter().map(|(city, basis)| (city, basis.map(|basis| basis.year.0))).collect();
    assert_eq!(years[0], ("yeosu", Some(2026)));
    assert_eq!(years[4], ("gwangju", Some(2025)));
    assert!(Lang::ALL.into_iter().all(|lang| !is_superlative(say::mixed(lang))));
}

#[test]
fn a_province_is_that_of_the_day_and_gwangju_is_what_it_was() {
    let province = |city, day| official().province_on(city, day).map(|name| name.ko.as_str());
    assert_eq!(province("yeosu", "2026-06-30"), Some("전라남도"));
    assert_eq!(province("yeosu", "2026-07-01"), Some("전남광주통합특별시"));
    assert_eq!(province("jeonju", "2024-01-17"), Some("전라북도"));
    assert_eq!(province("jeonju", "2024-01-18"), Some("전북특별자치도"));
    assert_eq!(province("gwangju", "2026-01-01"), None);
    let gwangju = official().place("gwangju").expect("it stays");
    assert_eq!(gwangju.ended.as_ref().map(|day| day.as_str()), Some("2026-06-30"));
    assert!(official().residents.iter().filter(|count| count.city == "gwangju").all(|count| {
        // Later it is counted as the sum of its five districts.
        count.as_of.as_str() <= "2026-06-30" || count.codes.len() == 5
    }));
}

#[test]
fn a_strip_has_a_hundred_blocks_and_every_share_its_amount() {
    for (on, cities) in field_choices(official(), &FIVE).all {
        for city in &cities {
            let (strip, whole) = strip(official(), city, on).expect("figures");
            assert_eq!(strip.iter().map(|part| part.blocks).sum::<u32>(), BLOCKS, "{city} {on:?}");
            let sum: i64 = strip.iter().map(|part| part.part.amount.krw.get()).sum();
            assert_eq!(sum, whole.krw.get());
            let mut keys: Vec<&PartKey> = strip.iter().map(|part| &part.part.key).collect();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), strip.len(), "each part once");
        }
    }
}

/// The sums that the sources' own totals allow to check.
#[test]
fn what_is_left_out_is_said_with_its_share() {
    let shares = |year, stage, cities: &[&str]| -> Vec<String> {
        let on = basis(year, stage);
        cities.iter().map(|city| left_out(official(), city, on).expect("a whole").share.to_string()).collect()
    };
    assert_eq!(shares(2024, Stage::Spent, &FIVE), ["3.5", "2.9", "1.1", "0.5", "0.0"]);
    assert_eq!(shares(2026, Stage::Initial, &FIVE[..4]), ["1.5", "7.3", "4.5", "4.0"]);
    let on = basis(2025, Stage::Spent);
    assert_eq!(left_out(official(), "yeosu", on), None);
    let said = say::left_out(dataset(), "yeosu", on, None, Lang::En).expect("said");
    assert!(said.starts_with("The accounts of 2025 are not closed"), "{said}");
}

#[test]
fn a_year_is_measured_by_its_initial_budget() {
    let yeosu = courses(official(), "yeosu", Scope::WithFunds);
    let of = |year| yeosu.iter().find(|course| course.year == FiscalYear(year)).expect("known");
    assert_eq!(yeosu.len(), 13, "2012 to 2024");
    let course = of(2024);
    assert!(course.last.is_some_and(|(krw, share)| krw > course.initial && share.get() > 1_000));
    assert!(course.expenditure.is_some());
    let all: Vec<Course> = FIVE
        .iter()
        .flat_map(|city| courses(official(), city, Scope::WithFunds))
        .filter(|course| course.year == FiscalYear(2024))
        .collect();
    let said = say::courses(dataset(), &all, Lang::Ko).expect("said");
    assert_eq!(
        said,
        "2024년에 예산을 처음보다 가장 많이 늘린 곳은 5곳 가운데 여수시이며, 1조 5,629억 원에서 1조 8,789억 원(처음의 120.2%)으로 늘렸습니다(기금 포함)."
    );
    let two = say::courses(dataset(), &all[..2], Lang::En).expect("said");
    assert!(!two.contains("most") && two.contains("Yeosu 120.2%, Gwangyang"), "{two}");
    let mixed = [all[0].clone(), of(2023).clone()];
    assert_eq!(say::courses(dataset(), &mixed, Lang::Ko), None, "years are never mixed");
}

#[test]
fn metropolitan_cities_are_a_group_of_their_own() {
    let groups = among_peers(official(), &FIVE, IndicatorKind::FiscalIndependence, IndicatorBasis::Initial);
    let shape: Vec<(bool, u32, usize)> =
        groups.iter().map(|group| (group.basic, group.count, group.cities.len())).collect();
    assert_eq!(shape, [(true, 226, 4), (false, 17, 1)]);
    let said = say::peers(dataset(), &groups[0], IndicatorKind::FiscalIndependence, IndicatorBasis::Initial, Lang::En);
    assert!(
        said.starts_with(
            "Fiscal independence (initial budget) of 2026, ranked from the highest among all cities, counties and districts \
             (226): Yeosu 54 (23.68%), Gwangyang"
        ),
        "{said}"
    );
    assert!(said.ends_with("The median is 15.18%."), "{said}");
    // A median that is printed with two digits less than the minimum cannot be drawn between them.
    let abroad =
        among_peers(official(), &["gwangju"], IndicatorKind::CouncilTravelAbroadRatio, IndicatorBasis::Settled);
    assert_eq!(abroad[0].median, None);
}

#[test]
fn only_one_ratio_does_not_follow_from_its_amounts() {
    let mut off = Vec::new();
    for indicator in &official().indicators {
        let Some(ratio) = indicator.recomputed() else { continue };
        let digits = indicator.value.get().to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
        let unit = 0.1_f64.powi(i32::try_from(digits).unwrap_or(0));
        // Some are printed with one decimal, some with two, some with four; a last zero is not printed.
        if (ratio - indicator.value.get()).abs() > unit.max(0.0501) / 2.0 + 1e-9 {
            off.push((indicator.kind, indicator.city.as_str()));
        }
    }
    assert!(off.iter().all(|(kind, _)| *kind == IndicatorKind::CouncilBudgetShare), "{off:?}");
    assert_eq!(off.len(), 4, "{off:?}");
}

#[test]
fn years_are_nominal_until_prices_are_asked_for() {
    let nominal = over_years(official(), "jeonju", Side::Expenditure, Prices::Nominal);
    assert_eq!(nominal.points.len(), 16);
    assert!(nominal.points.iter().all(|point| point.krw.is_ok()));
    let real = over_years(official(), "jeonju", Side::Expenditure, Prices::Of(FiscalYear(2020)));
    let at = |years: &Years, year: u16| years.points.iter().find(|point| point.year.0 == year).expect("a point").krw;
    assert_eq!(at(&real, 2020), at(&nominal, 2020));
    assert!(at(&real, 2024).expect("known") < at(&nominal, 2024).expect("known"));
    assert_eq!(at(&real, 2017), Err(NoPoint::NoPriceIndex));
    assert_eq!(at(&real, 2024).expect("known").get() % 100_000_000, 0, "no digit that the index does not carry");
    let said = say::years(dataset(), std::slice::from_ref(&nominal), Lang::En).expect("said");
    assert!(said.contains("from 2009 to 2024: Jeonju") && said.ends_with("(nominal)."), "{said}");
}

#[test]
fn press_and_official_figures_stand_with_their_difference() {
    let (pairs, alone) = press_beside_official(dataset(), official(), &Selection::all(dataset()));
    let of =
        |city: &str, of: &Compared| pairs.iter().filter(|pair| pair.city == city && pair.of == *of).collect::<Vec<_>>();
    let day = crate::model::PartialDate::parse("2022-12-31").expect("a day");
    let people = of("yeosu", &Compared::Residents(day));
    assert!(people.iter().all(|pair| (pair.press, pair.official, pair.difference) == (274_765, 274_765, Some(0))));
    let budgets = of("gwangju", &Compared::InitialBudget(FiscalYear(2019), Measure::Total));
    assert_eq!(budgets.len(), 1);
    assert_eq!((budgets[0].press, budgets[0].official), (5_083_000_000_000, 5_435_381_444_000));
    assert_eq!(budgets[0].relation, Relation::OfficialHoldsFunds);
    for pair in &pairs {
        let same = pair.relation == Relation::Same;
        assert_eq!(pair.difference, same.then_some(pair.official - pair.press));
        assert!(same || pair.official > pair.press, "{pair:?}");
        for lang in Lang::ALL {
            assert_eq!(pair.difference_text(lang).contains(['+', '−']), pair.difference.is_some_and(|by| by != 0));
        }
    }
    // No figure is lost: each stands beside an official one, or is counted among those that do not.
    let budgets: usize = dataset().cities.iter().map(|city| city.budgets.len()).sum();
    let beside = pairs.iter().filter(|pair| matches!(pair.of, Compared::InitialBudget(..))).count();
    assert_eq!(beside + alone.count(), budgets);
    let proposed =
        dataset().cities.iter().flat_map(|city| &city.budgets).filter(|budget| budget.stage == Stage::Proposed);
    assert_eq!(alone.proposed, proposed.count());
    assert!(alone.text(Lang::En).is_some_and(|text| text.contains(&alone.proposed.to_string())));
    assert!(pairs.windows(2).all(|two| two[0].only_rounding <= two[1].only_rounding));
}

/// Words of either language that claim a first place.
fn is_superlative(text: &str) -> bool {
    ["가장", "highest", "largest", "most"].iter().any(|word| text.contains(word))
}

proptest! {
    /// Whatever cities are chosen, and whatever the press printed: no figure is lost, nothing is subtracted across bases, and what is
    /// called rounding is no more than one unit of the last printed digit.
    #[test]
    fn the_press_stands_beside_what_speaks_of_the_same(
        cities in prop::sample::subsequence(FIVE.to_vec(), 2..=5).prop_shuffle(),
        year in 2010_u16..2028,
        stage in prop::sample::select(vec![Stage::Proposed, Stage::Initial]),
        measure in prop::sample::select(vec![Measure::Total, Measure::GeneralAccount, Measure::SpecialAccounts, Measure::Field]),
        off in -300_000_000_i64..300_000_000,
    ) {
        let mut dataset = dataset().clone();
        let city = dataset.cities.iter_mut().find(|city| city.id == cities[0]).expect("one of the five");
        let scope = if measure == Measure::GeneralAccount { Scope::General } else { Scope::GeneralAndSpecial };
        let same = official()
            .total(&city.id, FiscalYear(year), Stage::Initial, scope, Side::Expenditure)
            .filter(|total| total.caveat.is_none());
        let exact = same.map_or(1_000_000_000_000, |total| total.krw.get());
        let krw = (exact + off) / 100_000_000 * 100_000_000;
        city.budgets = vec![crate::model::OriginalBudget {
            fiscal_year: FiscalYear(year), stage, measure, krw: crate::model::Won::new(krw).expect("above zero"),
            ..city.budgets[0].clone()
        }];
        let selection = Selection::new(&dataset, &cities);
        let (pairs, alone) = press_beside_official(&dataset, official(), &selection);
        let budgets: usize = selection.cities(&dataset).map(|city| city.budgets.len()).sum();
        let beside = pairs.iter().filter(|pair| matches!(pair.of, Compared::InitialBudget(..))).count();
        prop_assert_eq!(beside + alone.count(), budgets);
        for pair in &pairs {
            prop_assert!(cities.contains(&pair.city.as_str()));
            prop_assert_eq!(pair.difference.is_some(), pair.relation == Relation::Same);
            prop_assert!(!pair.only_rounding || pair.difference.is_some());
        }
        let own = pairs.iter().find(|pair| pair.city == cities[0] && matches!(pair.of, Compared::InitialBudget(..)));
        if let (Some(same), Stage::Initial, Measure::Total | Measure::GeneralAccount) = (same, stage, measure) {
            let own = own.expect("the same city, year, stage and account");
            prop_assert_eq!(own.difference, Some(same.krw.get() - krw));
            let near = (same.krw.get() - krw).abs() <= 100_000_000;
            prop_assert!(own.only_rounding || !near, "{:?}", own);
        } else {
            prop_assert!(own.is_none_or(|own| own.difference.is_none()));
        }
    }

    /// Over all choices of cities, years and fields: a superlative is about three values at least, and holds for what is shown.
    #[test]
    fn every_superlative_holds_for_the_values_that_are_shown(
        cities in prop::sample::subsequence(FIVE.to_vec(), 1..=5).prop_shuffle(),
        pick in 0_usize..64,
    ) {
        let choices = field_choices(official(), &cities);
        let (on, _) = choices.all[pick % choices.all.len()].clone();
        let (panels, most) = panels(official(), &cities, on, PanelOrder::Spread);
        for lang in Lang::ALL {
            for panel in &panels {
                let shown: Vec<(&str, Tenths)> = panel.rows.iter()
                    .filter_map(|(city, row)| row.map(|(share, _)| (city.as_str(), share))).collect();
                prop_assert!(shown.iter().all(|(_, share)| Some(*share) <= most));
                let said = say::field_over_cities(dataset(), panel, on, lang).expect("somebody has it");
                if is_superlative(&said) {
                    prop_assert!(shown.len() >= 3, "{}", said);
                    let top = shown.iter().map(|(_, share)| *share).max().expect("three");
                    for (city, share) in &shown {
                        let named = said.contains(&say::city_name(dataset(), city, lang));
                        prop_assert_eq!(named, *share == top, "{}: {}", city, said);
                    }
                    prop_assert!(said.contains(&format!("{top}%")), "{}", said);
                }
            }
            for city in &cities {
                let Some((strip, _)) = strip(official(), city, on) else { continue };
                let said = say::city_over_fields(dataset(), city, &strip, on, lang).expect("parts");
                if is_superlative(&said) {
                    let top = strip.iter().map(|part| part.share).max().expect("parts");
                    let first: Vec<_> = strip.iter().filter(|part| part.share == top).collect();
                    prop_assert_eq!(first.len(), 1);
                    prop_assert!(strip.iter().all(|part| part.blocks <= first[0].blocks));
                    prop_assert!(said.contains(&say::part_name(dataset(), &first[0].part.key, lang)), "{}", said);
                }
            }
            let budgets: Vec<_> = cities.iter().filter_map(|city| per_resident(official(), city, FiscalYear(2026))).collect();
            let said = say::per_resident(dataset(), &budgets, lang).expect("known of all");
            prop_assert_eq!(is_superlative(&said), budgets.len() >= 3, "{}", said);
            if let (true, Some(top)) = (budgets.len() >= 3, budgets.iter().max_by_key(|budget| budget.thousand_won)) {
                prop_assert!(said.contains(&say::city_name(dataset(), &top.city, lang)), "{}", said);
            }
        }
    }

    /// The same over any shares, with ties and gaps that the five cities do not have.
    #[test]
    fn a_sentence_names_all_who_share_the_first_place(shares in prop::collection::vec(prop::option::of(0_i64..4), 1..=5)) {
        let won = |krw| Won::new(krw * 1_000_000).expect("above zero");
        let row = |(city, share): (&&str, &Option<i64>)| {
            let amount = |share: i64| Amount { krw: won(share), precision: Precision::Million };
            ((*city).to_owned(), share.and_then(|share| Some((Tenths::of(won(share), won(10))?, amount(share)))))
        };
        let panel = Panel { key: PartKey::Administration, rows: FIVE.iter().zip(&shares).map(row).collect() };
        let shown: Vec<i64> = shares.iter().flatten().copied().collect();
        for lang in Lang::ALL {
            let said = say::field_over_cities(dataset(), &panel, basis(2024, Stage::Spent), lang);
            prop_assert_eq!(said.is_none(), shown.is_empty());
            let Some(said) = said else { continue };
            prop_assert_eq!(is_superlative(&said), say::highest(&shown).is_some(), "{}", said);
            if is_superlative(&said) {
                for (city, share) in FIVE.iter().zip(&shares) {
                    let named = said.contains(&say::city_name(dataset(), city, lang));
                    prop_assert_eq!(named, *share == shown.iter().max().copied(), "{}: {}", city, said);
                }
            }
        }
    }

    #[test]
    fn a_first_place_is_shared_by_all_who_have_it(shown in prop::collection::vec(0_i64..6, 0..8)) {
        match say::highest(&shown) {
            Some(first) => {
                prop_assert!(shown.len() >= 3 && first.len() < shown.len());
                for (at, value) in shown.iter().enumerate() {
                    prop_assert_eq!(first.contains(&at), value == shown.iter().max().unwrap());
                }
            }
            None => prop_assert!(shown.len() < 3 || shown.iter().all(|value| *value == shown[0])),
        }
    }
}

proptest! {
    /// Whatever cities are compared: who is said to have changed most has the largest change that is shown, of three at least.
    #[test]
    fn who_changed_most_did(
        cities in prop::sample::subsequence(FIVE.to_vec(), 1..=5).prop_shuffle(),
        year in 2012_u16..2025,
        real in any::<bool>(),
    ) {
        let year = FiscalYear(year);
        let of = |city: &&str| courses(official(), city, Scope::WithFunds).into_iter().find(|course| course.year == year);
        let all: Vec<Course> = cities.iter().filter_map(of).collect();
        let raised = |course: &Course| course.last.map(|(_, share)| share);
        if let Some(said) = say::courses(dataset(), &all, Lang::Ko).filter(|said| said.contains("가장")) {
            let most = all.iter().max_by_key(|course| raised(course)).expect("some");
            prop_assert!(all.len() >= 3 && said.contains(&say::city_name(dataset(), &most.city, Lang::Ko)), "{}", said);
        }
        let prices = if real { Prices::Of(FiscalYear(2020)) } else { Prices::Nominal };
        let all: Vec<Years> =
            cities.iter().map(|city| over_years(official(), city, Side::Expenditure, prices)).collect();
        let change = |years: &Years| {
            let known: Vec<Won> = years.points.iter().filter_map(|point| point.krw.ok()).collect();
            Tenths::of(*known.last()?, *known.first()?)
        };
        if let Some(said) = say::years(dataset(), &all, Lang::Ko).filter(|said| said.contains("가장")) {
            let most = all.iter().max_by_key(|years| change(years)).expect("some");
            prop_assert!(all.len() >= 3 && said.contains(&say::city_name(dataset(), &most.city, Lang::Ko)), "{}", said);
        }
    }
}
