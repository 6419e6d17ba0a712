//! A made-up language, two fifths longer than English, through everything that is made without a browser: what it does not
//! reach is a string that no one can translate. See docs/languages.md.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use city_compare::compare::{DataTable, Plot, Proportion, Selection, in_lang, speak, visions};
use city_compare::model::{Bilingual, Dataset};
use city_compare::options::{State, View};
use city_compare::text::{Lang, figures, items, pseudo, words};
use city_compare::{embedded, screen};

fn longer() -> Dataset {
    let mut json = serde_json::to_value(embedded::dataset()).expect("the model serializes");
    pseudo::translate(&mut json);
    city_compare::dataset::from_json(&json.to_string()).expect("it has the shape of a dataset")
}

/// Runs with the made-up language in place of English, on a dataset in it.
fn in_pseudo(run: impl FnOnce(&Dataset)) {
    let dataset = longer();
    pseudo::instead_of_english(|| run(&dataset));
}

/// Whether nothing of a text is left in English: outside of brackets stand only numbers, signs and single letters.
fn is_translated(text: &str) -> bool {
    let mut depth = 0_i32;
    let mut outside = String::new();
    for c in text.chars() {
        depth += i32::from(c == '[') - i32::from(c == ']');
        if depth == 0 {
            outside.push(c);
        }
    }
    depth == 0 && !outside.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 1)
}

#[track_caller]
fn assert_translated(text: &str) {
    assert!(is_translated(text), "this is left in English: {text}");
    assert!(!text.contains('{'), "a place is not filled: {text}");
}

#[test]
fn the_made_up_language_is_at_least_two_fifths_longer() {
    let entries = || {
        let (figures, items) = (figures::words(Lang::En).entries(), items::words(Lang::En).entries());
        [words(Lang::En).entries(), figures, items].concat()
    };
    let english: Vec<(&str, &str)> = entries();
    pseudo::instead_of_english(|| {
        for ((name, english), (_, made)) in english.into_iter().zip(entries()) {
            // Words that follow a number stay where they are, in both forms.
            let (before, after) = (english.chars().count(), made.chars().count());
            let places: usize =
                english.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name.len()).sum();
            assert!(after * 10 >= (before - places.min(before)) * 14, "{name}: {english} / {made}");
        }
    });
    assert_eq!(words(Lang::En).visions, "Visions", "only on the thread and as long as it is asked for");
}

#[test]
fn headings_titles_and_notes_of_every_plot_are_strings_that_can_be_translated() {
    in_pseudo(|dataset| {
        let plots = screen::plots(dataset);
        assert!(plots.len() > 15);
        let translated = |text: &Bilingual| assert_translated(&text.en);
        for plot in &plots {
            translated(&plot.title);
            plot.series.iter().for_each(|series| translated(&series.label));
            for category in &plot.categories {
                translated(&category.label);
                category.detail.iter().for_each(translated);
            }
            // A note may quote a document's own arithmetic, in symbols and Korean.
            plot.notes.iter().filter(|note| !note.text.en.contains(" (") || note.evidence.is_empty()).for_each(
                |note| {
                    assert!(note.text.en.contains('~'), "{}", note.text.en);
                },
            );
        }
        for view in [View::Visions, View::Strategies, View::Budgets, View::Sources] {
            let state = State { view, ..State::start(dataset) };
            let heading = screen::heading(dataset, &state, Lang::En);
            assert!(heading.contains('~') && !heading.contains('{'), "{heading}");
        }
    });
}

#[test]
fn rows_of_visions_are_strings_that_can_be_translated() {
    in_pseudo(|dataset| {
        for row in visions(dataset, &Selection::all(dataset)) {
            assert_translated(&row.label.en);
            for cell in &row.cells {
                cell.missing.iter().for_each(|note| assert_translated(&note.en));
                cell.statements
                    .iter()
                    .filter_map(|statement| statement.label.as_ref())
                    .for_each(|label| assert_translated(&label.en));
            }
        }
    });
}

#[test]
fn what_makes_an_amount_graspable_can_be_translated() {
    in_pseudo(|dataset| {
        let of = |plot: &Plot| {
            let found: Vec<String> = plot
                .marks
                .iter()
                .filter_map(|mark| Proportion::of_mark(dataset, plot, mark))
                .flat_map(|found| [found.parts(Lang::En), found.reasons(Lang::En)].concat())
                .collect();
            found.iter().for_each(|text| assert!(text.contains('~') && !text.contains('{'), "{text}"));
            found.len()
        };
        assert!(screen::plots(dataset).iter().map(of).sum::<usize>() > 100);
    });
}

/// Numbers and their words are rules of a language, written as code: they hold the names of the data untouched.
#[test]
fn tables_and_summaries_carry_long_names_whole() {
    in_pseudo(|dataset| {
        for plot in screen::plots(dataset) {
            let table = DataTable::new(&plot, dataset, Lang::En);
            assert!(table.caption.starts_with(in_lang(&plot.title, Lang::En)));
            for row in &table.rows {
                let name = in_lang(&plot.categories[row.category].label, Lang::En);
                assert!(row.cells[0].text.contains(name), "{name}: {}", row.cells[0].text);
            }
            let summary = speak::summary(&plot, dataset, Lang::En);
            assert_eq!(summary.matches('[').count(), summary.matches(']').count(), "{summary}");
        }
    });
}
