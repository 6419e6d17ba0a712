use super::*;
use crate::embedded;
use crate::model::official::Official;
use crate::model::{FiscalYear, Stage, Word};
use crate::options::Figure;
use proptest::prelude::*;

const FIVE: [&str; 5] = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];

fn budgets() -> State {
    State { view: View::Budgets, ..State::start(embedded::dataset()) }
}

/// Words of either language that claim a first place.
fn is_superlative(text: &str) -> bool {
    ["가장", "largest"].iter().any(|word| text.contains(word))
}

#[test]
fn the_heading_speaks_of_the_unit_that_is_shown() {
    let dataset = embedded::dataset();
    // Four cities have a total of one year and stage; per resident another of them comes first.
    let strict = State { strict: true, ..budgets() };
    let each = State { unit: UnitChoice::PerResident, ..strict.clone() };
    for lang in Lang::ALL {
        assert!(is_superlative(&heading(dataset, &each, lang)), "{}", heading(dataset, &each, lang));
        assert_ne!(heading(dataset, &strict, lang), heading(dataset, &each, lang));
    }
    assert!(heading(dataset, &each, Lang::Ko).contains("주민 1인당"));
    assert!(heading(dataset, &each, Lang::En).contains("per resident"));
}

#[test]
fn amounts_of_different_years_have_no_ratio() {
    let dataset = embedded::dataset();
    // Gwangju's nearest year is another one than that of the smallest.
    let said = |state: &State, lang| speak::summary(&plot(dataset, state).unwrap(), dataset, lang);
    let mixed = budgets();
    assert!(said(&mixed, Lang::Ko).contains("회계연도") && !said(&mixed, Lang::Ko).contains("배입니다"));
    assert!(said(&mixed, Lang::En).contains("fiscal year") && !said(&mixed, Lang::En).contains("times"));
    let same = State { strict: true, ..budgets() };
    assert!(said(&same, Lang::En).contains("times"), "{}", said(&same, Lang::En));
}

#[test]
fn two_cities_have_no_largest() {
    let two = State { cities: vec!["yeosu".into(), "jeonju".into()], strict: true, ..budgets() };
    for lang in Lang::ALL {
        assert!(!is_superlative(&heading(embedded::dataset(), &two, lang)));
    }
}

fn money_of(state: &State) -> Option<Plot> {
    money(embedded::dataset(), embedded::official(), state)
}

#[test]
fn official_figures_are_shown_when_they_are_asked_for() {
    for (word, figure) in Figure::WORDS {
        let state = State { figure: *figure, ..budgets() };
        assert_eq!(money_of(&state).is_some(), *figure != Figure::Press, "{word}");
        assert_eq!(money_of(&State { view: View::Visions, ..state.clone() }), None);
        // Where nobody has official figures, the press stands.
        assert_eq!(money(embedded::dataset(), &Official::default(), &state), None, "{word}");
    }
}

#[test]
fn the_fields_begin_with_the_newest_year_that_all_have_and_take_another() {
    let newest = State { figure: Figure::Blocks, ..budgets() };
    let year = |state: &State| money_of(state).and_then(|plot| plot.marks.first()?.year);
    assert_eq!(year(&newest), Some(FiscalYear(2025)));
    let before = State { basis: Some((FiscalYear(2024), Stage::Spent)), ..newest.clone() };
    assert_eq!(year(&before), Some(FiscalYear(2024)));
    // A year that no city has gives way to the one that all have.
    let none = State { basis: Some((FiscalYear(1999), Stage::Spent)), ..newest };
    assert_eq!(year(&none), Some(FiscalYear(2025)));
}

fn published() -> &'static Dataset {
    static PUBLISHED: std::sync::LazyLock<Dataset> = std::sync::LazyLock::new(embedded::published);
    &PUBLISHED
}

#[test]
fn the_budgets_begin_with_official_figures_and_ask_a_question() {
    let shown = |dataset| super::budgets(dataset, &budgets()).unwrap();
    for lang in Lang::ALL {
        let heading = shown(published()).heading(published(), &budgets(), lang);
        assert!(heading.ends_with('?'), "{heading}");
    }
    assert_eq!(shown(published()).figure, Figure::Blocks);
    // A dataset without any has those of the press.
    assert_eq!(shown(embedded::dataset()).figure, Figure::Press);
    assert_eq!(lit_code(published(), &budgets()), "080");
    let names: Vec<String> = lit_choices(published(), &budgets()).into_iter().map(|(code, _)| code).collect();
    assert!(names.len() >= 13 && names.is_sorted(), "{names:?}");
}

#[test]
fn a_city_without_the_figure_says_why_and_offers_the_nearest() {
    assert_eq!(gap(published(), &budgets()), None, "all five have the newest");
    let all = bases(published(), &budgets());
    assert_eq!(all.iter().filter(|(.., shown)| *shown).count(), 1);
    let initial = State { basis: Some((FiscalYear(2026), Stage::Initial)), ..budgets() };
    let gap = gap(published(), &initial).unwrap();
    assert!(gap.text.ko.starts_with("광주광역시: "), "{}", gap.text.ko);
    let (instead, name) = gap.instead.unwrap();
    assert!(all.iter().any(|(on, ..)| *on == instead));
    assert!(name.en.ends_with("all 5"), "{}", name.en);
}

proptest! {
    /// Over every choice of cities, year, figure and unit: the city that a heading calls the largest has the largest value that
    /// is shown, of three at least, of one year and one stage.
    #[test]
    fn a_superlative_of_a_heading_holds_for_what_is_shown(
        cities in prop::sample::subsequence(FIVE.to_vec(), 2..=5).prop_shuffle(),
        what in prop::sample::select(BudgetWhat::WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>()),
        unit in prop::sample::select(UnitChoice::WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>()),
        (year, strict) in (2018_u16..2027, any::<bool>()),
    ) {
        let dataset = embedded::dataset();
        let cities = cities.into_iter().map(str::to_owned).collect();
        let state = State { cities, what, unit, strict, year: FiscalYear(year), ..budgets() };
        let said = heading(dataset, &state, Lang::En);
        if is_superlative(&said) {
            let plot = plot(dataset, &state).unwrap();
            let valued: Vec<&Mark> = plot.marks.iter().filter(|mark| mark.value.value().is_some()).collect();
            prop_assert!(valued.len() >= FEWEST_FOR_SUPERLATIVE, "{}", said);
            let first = valued[0];
            prop_assert!(valued.iter().all(|mark| (mark.year, mark.stage) == (first.year, first.stage)), "{}", said);
            let top = valued.iter().max_by(|a, b| a.value.value().unwrap().total_cmp(&b.value.value().unwrap())).unwrap();
            let named = &plot.categories[top.category].label.en;
            prop_assert!(said.starts_with(named.as_str()), "{}: {}", named, said);
            prop_assert_eq!(said.contains("per resident"), plot.unit == Unit::WonPerResident);
        }
    }
}
