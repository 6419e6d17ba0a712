//! Finding one of the country's local governments by its name, its province, or a name that it had.

use super::arena::Arena;
use super::query::{self, Word};
use super::{Place, Synonyms};
use crate::compare::both::both;
use crate::compare::in_lang;
use crate::dataset::country::{self, Country, PlaceHead};
use crate::format;
use crate::model::official::LofinCode;
use crate::model::{Bilingual, Dataset};
use crate::order::Order;
use crate::text::country::words;
use crate::text::{Lang, fill, official};
use std::ops::Range;

/// A place that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPlace {
    /// The id that it has as a city: the dataset's own for one of its cities.
    pub id: String,
    /// Its name, with the province where it occurs twice.
    pub name: Bilingual,
    /// Its province or tier, the names that it had, and until when it was there.
    pub detail: Bilingual,
}

/// All places, to be found as a reader types: by parts of words, by initial consonants, in both languages.
#[derive(Debug, Clone)]
pub struct Places {
    known: Vec<KnownPlace>,
    arena: Arena,
    /// Of each place its texts; the first two are its name.
    texts: Vec<Range<usize>>,
}

impl Places {
    /// The places that are there, in the order of the file. A city of the dataset stands under its own id.
    pub fn new(country: &Country, dataset: &Dataset) -> Self {
        let mut places = Self { known: Vec::new(), arena: Arena::default(), texts: Vec::new() };
        for head in country.heads().iter().filter(|head| head.is_current()) {
            if let Some(code) = LofinCode::parse(&head.lofin) {
                places.add(country, dataset, head, code);
            }
        }
        places
    }

    fn add(&mut self, country: &Country, dataset: &Dataset, head: &PlaceHead, code: LofinCode) {
        // Those whose code ended in this one: 청원군 leads to 청주시.
        let before = country.heads().iter().filter(|other| {
            other.successor.as_ref().is_some_and(|(next, _)| *next == head.lofin) && other.ko != head.ko
        });
        let former: Vec<&str> =
            head.former.as_deref().into_iter().chain(before.map(|other| other.ko.as_str())).collect();
        let name = country.label(head);
        let record = self.known.len();
        let from = self.arena.push(record, Place::Title, Lang::Ko, &name.ko);
        self.arena.push(record, Place::Title, Lang::En, &name.en);
        for text in [head.province.ko.as_str(), &head.province.en].into_iter().chain(former.iter().copied()) {
            self.arena.push(record, Place::Title, Lang::Ko, text);
        }
        self.texts.push(from..from + 4 + former.len());
        let detail = both(|lang| {
            let w = words(lang);
            let tier = official::words(lang).name_group_upper;
            let province = if head.kind.is_basic() { in_lang(&head.province, lang) } else { tier };
            // A name that occurs twice has it already.
            let province = (name.ko == head.ko).then(|| province.to_owned());
            let names = (!former.is_empty()).then(|| fill(w.formerly, &[("names", &former.join(", "))]));
            let until = head.ended.as_ref().map(|day| fill(w.until, &[("day", &format::date(day, lang))]));
            [province, names, until].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let id = country::own_city(dataset, code).map_or_else(|| country::id_of(code), |city| city.id.clone());
        self.known.push(KnownPlace { id, name, detail });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// What the typed words find, best first: those whose name begins with a word, those whose name holds it, then the others. All of
    /// the words must be found.
    ///
    /// ```
    /// use city_compare_core::compare::search::Places;
    /// let places = Places::new(city_compare_embedded::country(), city_compare_embedded::dataset());
    /// assert_eq!(places.len(), 243);
    /// let initials: Vec<&str> = places.find("ㅅㅊㅅ").iter().map(|place| place.name.ko.as_str()).collect();
    /// assert!(initials.contains(&"순천시") && initials.contains(&"속초시"));
    /// assert_eq!(places.find("suncheon")[0].id, "lofin-4613000");
    /// assert!(places.find("고성 경남").is_empty() && places.find("고성 경상남도").len() == 1);
    /// ```
    pub fn find(&self, typed: &str) -> Vec<&KnownPlace> {
        let words = query::words(typed, &Synonyms::default());
        if words.is_empty() {
            return Vec::new();
        }
        let rank = |texts: &Range<usize>| words.iter().map(|word| self.rank(word, texts)).sum::<Option<u32>>();
        let ranked = self.known.iter().zip(&self.texts).filter_map(|(place, texts)| Some((rank(texts)?, place)));
        let mut found: Vec<(u32, &KnownPlace)> = ranked.collect();
        found.order_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// How well a word fits one of the texts of a place; `None` if it does not.
    fn rank(&self, word: &Word, texts: &Range<usize>) -> Option<u32> {
        let unfinished = word.unfinished();
        let mut best = None;
        for pattern in word.patterns().chain(&unfinished) {
            self.arena.find(pattern, texts.clone(), |_, hit| {
                let in_name = hit.text < texts.start + 2;
                let rank = if in_name { u32::from(hit.range.start > 0) } else { 2 };
                best = Some(best.map_or(rank, |best: u32| best.min(rank)));
                false
            });
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use proptest::prelude::*;

    fn places() -> Places {
        Places::new(embedded::country(), &embedded::published())
    }

    fn found(typed: &str) -> Vec<String> {
        places().find(typed).iter().map(|place| place.name.ko.clone()).collect()
    }

    #[test]
    fn names_provinces_and_former_names_find() {
        assert_eq!(found("순천"), ["순천시"]);
        assert!(found("ㅅㅊ").contains(&"순천시".to_owned()) && found("ㅅㅊ").contains(&"서천군".to_owned()));
        assert_eq!((found("청원"), found("청주")), (vec!["청주시".to_owned()], vec!["청주시".to_owned()]));
        assert_eq!(found("남구 인천").first().map(String::as_str), Some("미추홀구"));
        assert_eq!(found("중구").len(), 6);
        assert_eq!(found("JEJU"), ["제주특별자치도"]);
        // A province stands first, and its cities behind it.
        let south = found("전라남도");
        assert_eq!((south.len(), south[0].as_str()), (23, "전라남도"));
        assert_eq!(
            found("광주"),
            [
                "광주광역시",
                "광주시",
                "동구(광주광역시)",
                "서구(광주광역시)",
                "남구(광주광역시)",
                "북구(광주광역시)",
                "광산구"
            ]
        );
        assert!(found("").is_empty() && found("  ").is_empty() && found("파리").is_empty());
    }

    #[test]
    fn a_city_of_the_dataset_stands_under_its_own_id() {
        let ids = |typed: &str| places().find(typed).iter().map(|place| place.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids("여수"), ["yeosu"]);
        assert_eq!(ids("광주광역시").first().map(String::as_str), Some("gwangju"));
        let bare = Dataset { official: None, ..embedded::dataset().clone() };
        assert_eq!(Places::new(embedded::country(), &bare).find("여수")[0].id, "lofin-4612000");
    }

    #[test]
    fn no_two_places_look_alike() {
        let mut seen = std::collections::HashSet::new();
        for place in &places().known {
            assert!(seen.insert(&place.name.ko), "{}", place.name.ko);
            assert!(!place.detail.ko.is_empty() || place.name.ko.ends_with(')'), "{}", place.name.ko);
        }
    }

    proptest! {
        /// Every place is found by its own name as it is typed, letter by letter, and by its initials.
        #[test]
        fn a_name_that_is_half_typed_finds_its_place(at in 0_usize..243, letters in 1_usize..12) {
            let places = places();
            let place = &places.known[at];
            let typed: String = place.name.ko.chars().take(letters).filter(|c| !matches!(c, '(' | ')' | ',')).collect();
            let whole = place.name.ko.chars().take(letters).all(|c| !matches!(c, '(' | ')' | ','));
            prop_assert!(!whole || places.find(&typed).contains(&place), "{} by {}", place.name.ko, typed);
            let initials: String = typed.chars().map(super::super::fold::initial).collect();
            prop_assert!(!whole || places.find(&initials).contains(&place), "{} by {}", place.name.ko, initials);
        }

        #[test]
        fn anything_can_be_typed(typed in ".{0,20}") {
            let _ = places().find(&typed);
        }
    }
}
