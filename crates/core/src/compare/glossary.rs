//! Glossary terms in running text: where a reader may ask what a word means.

use crate::compare::in_lang;
use crate::model::{Dataset, Term};
use crate::text::Lang;
use std::ops::Range;

/// A term that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTerm<'a> {
    /// The term.
    pub term: &'a Term,
    /// Its bytes in the text, without a particle that follows.
    pub range: Range<usize>,
}

/// The terms of the dataset's glossary that a text in this language holds, each where it first stands.
///
/// From left to right, and of several forms that fit at a place the longest, so that `공기업특별회계` is not taken for
/// `특별회계`. Latin words match as wholes; Korean words match before a particle. The name of a city is not a term: the
/// `광역시` of `광주광역시` is passed over.
///
/// ```
/// use city_compare_core::{compare::glossary, text::Lang};
/// use city_compare_embedded as embedded;
/// let text = "공기업특별회계를 뺀 특별회계";
/// let found = glossary::terms(embedded::dataset(), text, Lang::Ko);
/// let words: Vec<&str> = found.iter().filter_map(|found| text.get(found.range.clone())).collect();
/// assert_eq!(words, ["공기업특별회계", "특별회계"]);
/// ```
pub fn terms<'a>(dataset: &'a Dataset, text: &str, lang: Lang) -> Vec<FoundTerm<'a>> {
    let mut found: Vec<FoundTerm<'a>> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let name = dataset.cities.iter().map(|city| in_lang(&city.name, lang)).find(|name| rest.starts_with(*name));
        let form = longest(dataset, text, at, lang);
        let passed = match (name, form.filter(|(_, form)| form.len() > name.map_or(0, str::len))) {
            (_, Some((term, form))) => {
                if found.iter().all(|known| known.term.id != term.id) {
                    found.push(FoundTerm { term, range: at..at + stem(form, lang).len() });
                }
                form.len()
            }
            (Some(name), None) => name.len(),
            (None, None) => rest.chars().next().map_or(1, char::len_utf8),
        };
        at += passed.max(1);
    }
    found
}

/// The longest form that begins at a place, and its term.
fn longest<'a>(dataset: &'a Dataset, text: &str, at: usize, lang: Lang) -> Option<(&'a Term, &'a str)> {
    let mut best: Option<(&Term, &str)> = None;
    for term in &dataset.glossary {
        let forms = match lang {
            Lang::Ko => &term.forms.ko,
            Lang::En => &term.forms.en,
        };
        for form in forms {
            if form.len() > best.map_or(0, |(_, best)| best.len()) && stands(form, text, at) {
                best = Some((term, form));
            }
        }
    }
    best
}

/// Whether a form stands at a place, and is no part of a longer Latin word or number.
fn stands(form: &str, text: &str, at: usize) -> bool {
    let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else { return false };
    let Some(after) = rest.strip_prefix(form) else { return false };
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let begins_inside = latin(form.chars().next()) && latin(before.chars().next_back());
    let ends_inside = latin(form.chars().next_back()) && latin(after.chars().next());
    !begins_inside && !ends_inside
}

/// A form without the mark or the particle at its end, by which the glossary tells it from other words: `시비를`, `시비(`.
fn stem(form: &str, lang: Lang) -> &str {
    let word = form.trim_end_matches([' ', '(', ')']);
    let particles: &[&str] = if lang == Lang::Ko { &["으로", "을", "를", "의", "와", "로", "에"] } else { &[] };
    particles.iter().find_map(|particle| word.strip_suffix(particle)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use proptest::prelude::*;

    fn found(text: &str, lang: Lang) -> Vec<(&'static str, String)> {
        let found = terms(embedded::dataset(), text, lang);
        found.into_iter().map(|found| (found.term.id.as_str(), text[found.range].to_owned())).collect()
    }

    fn words(text: &str, lang: Lang) -> Vec<String> {
        found(text, lang).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn the_longest_form_wins_and_its_parts_are_not_marked() {
        assert_eq!(words("스마트그린산단을 만든다", Lang::Ko), ["스마트그린산단"]);
        assert_eq!(words("Smart green industrial complexes", Lang::En), ["Smart green industrial complexes"]);
    }

    #[test]
    fn a_term_is_found_once_a_text() {
        assert_eq!(words("본예산과 본예산, 당초예산", Lang::Ko), ["본예산"]);
    }

    #[test]
    fn particles_do_not_disturb_and_are_not_marked() {
        for (text, word) in [
            ("본예산은 한 해 전에 정한다", "본예산"),
            ("거버넌스를 꾸린다", "거버넌스"),
            ("나라가 시비를 더한다", "시비"),
            ("시비(40%)로 한다", "시비"),
            ("산단으로 간다", "산단"),
            ("공모에 뽑혔다", "공모"),
        ] {
            assert_eq!(words(text, Lang::Ko), [word], "{text}");
        }
    }

    #[test]
    fn latin_words_are_whole() {
        assert_eq!(words("AI를 쓴다", Lang::Ko), ["AI"]);
        assert!(words("AIR와 MAIN", Lang::Ko).is_empty());
        assert_eq!(words("open data, and R&D.", Lang::En), ["open data", "R&D"]);
        assert!(words("reopen datasets", Lang::En).is_empty());
    }

    #[test]
    fn the_name_of_a_city_is_no_term() {
        assert!(words("광주광역시의 예산", Lang::Ko).is_empty());
        assert_eq!(words("광주광역시는 광역시다", Lang::Ko), ["광역시"]);
    }

    #[test]
    fn every_form_of_the_glossary_is_found_by_itself_and_keeps_its_word() {
        for term in &embedded::dataset().glossary {
            for (forms, lang) in [(&term.forms.ko, Lang::Ko), (&term.forms.en, Lang::En)] {
                for form in forms {
                    let word = form.trim_end_matches([' ', '(', ')']);
                    let [(id, marked)] = found(form, lang).try_into().expect("one term");
                    assert_eq!(id, term.id, "{form}");
                    let cut = ["시비를", "시비와", "시비로", "공모에", "산단을", "산단의", "산단으로"];
                    assert!(marked == word || (cut.contains(&word) && marked.chars().count() == 2), "{form}: {marked}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_found_stands_in_the_text_in_order_and_apart(text in "(본예산|특별회계|공기업|은 |AI|산단|광주광역시|[a-z]{1,3}| ){0,12}") {
            let mut end = 0;
            for found in terms(embedded::dataset(), &text, Lang::Ko) {
                prop_assert!(found.range.start >= end && found.range.end > found.range.start);
                prop_assert!(text.get(found.range.clone()).is_some());
                end = found.range.end;
            }
        }
    }
}
