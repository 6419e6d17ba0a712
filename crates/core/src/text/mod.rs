//! Every string that a person reads, per language.
//!
//! The strings stand in `texts/`, a file a language, which a translator edits without knowing Rust; the build makes these
//! types of them and names what a language lacks.

#[cfg(not(target_arch = "wasm32"))] // the page reads them from a file; they would only weigh on the module
pub mod app;
pub mod beside;
pub mod country;
pub mod figures;
pub mod glance;
pub mod items;
pub mod lesson;
pub mod matrix;
pub mod official;
pub mod particle;
#[cfg(feature = "pseudo")]
pub mod pseudo;
pub mod sources;
pub mod summary;
pub mod take;
pub mod topic;
pub mod vision;
pub mod workbench;

/// The types and values that the build makes of `texts/`.
mod table {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use city_compare_dataset::Lang;
#[cfg(not(target_arch = "wasm32"))]
pub use table::AppWords;
pub use table::{
    BesideWords, CountryWords, FigureWords, GlanceWords, ItemWords, LessonWords, MatrixWords, OfficialWords,
    SourcesWords, SummaryWords, TakeWords, TopicWords, VisionWords, Words, WorkbenchWords,
};

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
/// assert_eq!(count(1, w.plans_one, w.plans_other), "1 plan");
/// assert_eq!(count(0, w.plans_one, w.plans_other), "0 plans");
/// ```
pub fn count(n: usize, one: &str, other: &str) -> String {
    fill(if n == 1 { one } else { other }, &[("n", &n.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of a string, without the forms that follow a number.
    pub(super) fn places(text: &str) -> Vec<&str> {
        let names = text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
        let mut names: Vec<&str> = names.map(|name| name.split(':').next().unwrap_or_default()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// A noun in the plural after a number needs a form for one, unless the number is never one.
    #[test]
    fn no_english_string_says_one_items() {
        let tables = [table::EN_WORDS.entries(), table::EN_FIGUREWORDS.entries(), table::EN_ITEMWORDS.entries()];
        for (name, text) in tables.concat().into_iter().filter(|(name, _)| !name.ends_with("_other")) {
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
                let verb = ["has", "states", "fits", "stands", "merges"].contains(&next);
                assert!(fine || verb, "{name}: {one}");
            }
        }
    }

    #[test]
    fn words_that_follow_a_number_follow_it_in_every_sentence() {
        let (f, i) = (figures::words(Lang::En), items::words(Lang::En));
        for (text, values, expected) in [
            (f.heading_plan, &[("n", "5"), ("v", "1")][..], "1 of 5 documents states amounts for its projects"),
            (f.heading_plan, &[("n", "5"), ("v", "0")], "0 of 5 documents state amounts for their projects"),
            (f.heading_figures, &[("v", "1")], "1 amount that the documents headline"),
            (sources::words(Lang::En).count_articles, &[("n", "1")], "1 news article"),
            (i.file_lines, &[("n", "1")], "1 line"),
            (
                f.note_plan_year,
                &[("n", "1"), ("year", "2022")],
                "1 project that states no amount for 2022 is left out.",
            ),
            (
                f.note_plan_counts,
                &[("city", "A"), ("all", "3"), ("stated", "1"), ("non", "1"), ("missing", "1")],
                "A: of 3 projects, 1 states an amount, 1 has no separate budget, and 1 states nothing.",
            ),
            (
                f.note_plan_counts,
                &[("city", "A"), ("all", "1"), ("stated", "1"), ("non", "0"), ("missing", "0")],
                "A: of 1 project, 1 states an amount, 0 have no separate budget, and 0 state nothing.",
            ),
            (
                f.note_itemised,
                &[("city", "A"), ("when", "B"), ("n", "1"), ("merged", "1"), ("percent", "2%")],
                "A, B: 1 field is published (1 of them merges several), 2% of the base.",
            ),
        ] {
            assert_eq!(fill(text, values), expected);
        }
    }

    #[test]
    fn an_unknown_place_stays_visible() {
        assert_eq!(fill("{a} {b}", &[("a", "1")]), "1 {b}");
        assert_eq!(fill("open {", &[]), "open {");
    }
}
