//! Every string that a person reads, per language.
//!
//! The strings stand in `texts/`, a file a language, which a translator edits without knowing Rust; the build makes these
//! types of them and names what a language lacks.

#[cfg(not(target_arch = "wasm32"))] // the page reads them from a file; they would only weigh on the module
pub mod app;
pub mod glance;
pub mod matrix;
pub mod official;
pub mod particle;
#[cfg(feature = "pseudo")]
pub mod pseudo;
pub mod topic;
pub mod vision;

/// The types and values that the build makes of `texts/`.
mod table {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use city_compare_dataset::Lang;
#[cfg(not(target_arch = "wasm32"))]
pub use table::AppWords;
pub use table::{GlanceWords, MatrixWords, OfficialWords, TopicWords, VisionWords, Words};

/// The strings of a language.
///
/// ```
/// use city_compare_core::text::{Lang, words};
/// assert_eq!(words(Lang::En).visions, "Visions");
/// ```
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Ko => &table::KO_WORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if pseudo::is_on() => pseudo::words(),
        Lang::En => &table::EN_WORDS,
    }
}

/// Fills the named places of a string. A place without a value stays as it is, so that a mistake is seen.
///
/// `{n:one|other}` is a place for words that follow a number: the first if `n` is 1, the second otherwise.
///
/// ```
/// use city_compare_core::text::fill;
/// assert_eq!(fill("{n} of {all}", &[("n", "2"), ("all", "5")]), "2 of 5");
/// let plans = "{n} {n:plan states|plans state} a vision";
/// assert_eq!(fill(plans, &[("n", "1")]), "1 plan states a vision");
/// assert_eq!(fill(plans, &[("n", "0")]), "0 plans state a vision");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        let (key, forms) = name.split_once(':').unwrap_or((name, ""));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == key) {
            let (one, other) = forms.split_once('|').unwrap_or((value, value));
            text.push_str(if *value == "1" { one } else { other });
        } else {
            text.push('{');
            text.push_str(name);
            text.push('}');
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// Picks between the forms for one and for several, and fills in the number as `{n}`.
///
/// ```
/// use city_compare_core::text::{Lang, count, words};
/// let w = words(Lang::En);
/// assert_eq!(count(1, w.items_one, w.items_other), "1 item");
/// assert_eq!(count(0, w.items_one, w.items_other), "0 items");
/// ```
pub fn count(n: usize, one: &str, other: &str) -> String {
    fill(if n == 1 { one } else { other }, &[("n", &n.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of a string, without the forms that follow a number.
    fn places(text: &str) -> Vec<&str> {
        let names = text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
        let mut names: Vec<&str> = names.map(|name| name.split(':').next().unwrap_or_default()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// A string has the same places in both languages, is not empty, and begins and ends with no space.
    pub(super) fn same_places(name: &str, ko: &str, en: &str) {
        assert_eq!(places(ko), places(en), "{name}");
        for text in [ko, en] {
            assert!(!text.is_empty() && text.trim() == text && !ko.contains('|'), "{name}: {text:?}");
        }
    }

    #[test]
    fn every_language_has_the_same_places_in_a_string() {
        for ((name, ko), (_, en)) in table::KO_WORDS.entries().into_iter().zip(table::EN_WORDS.entries()) {
            assert_eq!(places(ko), places(en), "{name}");
        }
    }

    #[test]
    fn no_string_is_empty_and_none_begins_or_ends_with_a_space() {
        for lang in Lang::ALL {
            for (name, text) in words(lang).entries() {
                assert!(!text.is_empty() && text.trim() == text, "{name}: {text:?}");
            }
        }
    }

    /// A noun in the plural after a number needs a form for one, unless the number is never one.
    #[test]
    fn no_english_string_says_one_items() {
        for (name, text) in table::EN_WORDS.entries().into_iter().filter(|(name, _)| !name.ends_with("_other")) {
            // A comparison has two cities at least, so that what counts them beside something else is never one.
            let n = if places(text).iter().any(|place| ["v", "items"].contains(place)) { "5" } else { "1" };
            let ones = ["v", "items", "all", "stated", "non", "missing", "merged"].map(|name| (name, "1"));
            let one = fill(text, &[&ones[..], &[("n", n)]].concat());
            for (at, _) in one.match_indices("1 ") {
                let next = one[at + 2..].split([' ', '.', ',']).next().unwrap_or_default();
                // A comparison has two cities at least; the others are no nouns in the plural.
                let fine = ["cities", "is", "was"].contains(&next)
                    || name == "residents"
                    || !next.ends_with('s')
                    || next.ends_with("ss");
                let verb = ["needs", "states", "fits", "stands", "merges"].contains(&next);
                assert!(fine || verb, "{name}: {one}");
            }
        }
    }

    #[test]
    fn words_that_follow_a_number_follow_it_in_every_sentence() {
        let w = words(Lang::En);
        for (text, values, expected) in [
            (w.heading_visions, &[("n", "5"), ("v", "1")][..], "1 of 5 documents states a vision"),
            (w.heading_visions, &[("n", "5"), ("v", "2")], "2 of 5 documents state a vision"),
            (w.heading_plan, &[("n", "5"), ("v", "1")], "1 of 5 documents states amounts for its projects"),
            (w.heading_plan, &[("n", "5"), ("v", "0")], "0 of 5 documents state amounts for their projects"),
            (w.heading_strategies, &[("n", "2"), ("items", "1")], "1 plan of 2 cities, by field"),
            (w.heading_filtered, &[("n", "2"), ("items", "1")], "1 plan of 2 cities fits the filters"),
            (w.heading_filtered, &[("n", "2"), ("items", "3")], "3 plans of 2 cities fit the filters"),
            (w.heading_figures, &[("v", "1")], "1 amount that the documents headline"),
            (w.heading_sources, &[("n", "1")], "1 document stands behind this comparison"),
            (w.file_lines, &[("n", "1")], "1 line"),
            (
                w.note_plan_year,
                &[("n", "1"), ("year", "2022")],
                "1 project that states no amount for 2022 is left out.",
            ),
            (
                w.note_plan_counts,
                &[("city", "A"), ("all", "3"), ("stated", "1"), ("non", "1"), ("missing", "1")],
                "A: of 3 projects, 1 states an amount, 1 needs no budget, and 1 states nothing.",
            ),
            (
                w.note_plan_counts,
                &[("city", "A"), ("all", "1"), ("stated", "1"), ("non", "0"), ("missing", "0")],
                "A: of 1 project, 1 states an amount, 0 need no budget, and 0 state nothing.",
            ),
            (
                w.note_itemised,
                &[("city", "A"), ("when", "B"), ("n", "1"), ("merged", "1"), ("percent", "2%")],
                "A, B: 1 field is published (1 of them merges several), 2% of the base.",
            ),
        ] {
            assert_eq!(fill(text, values), expected);
        }
    }

    #[test]
    fn korean_counts_need_no_second_form() {
        for (name, text) in table::KO_WORDS.entries() {
            assert!(!text.contains('|'), "{name}");
        }
    }

    #[test]
    fn an_unknown_place_stays_visible() {
        assert_eq!(fill("{a} {b}", &[("a", "1")]), "1 {b}");
        assert_eq!(fill("open {", &[]), "open {");
    }
}
