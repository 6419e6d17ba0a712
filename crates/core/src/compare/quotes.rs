//! Visions in one screen: a card a city with what its document says of itself in a sentence, and the main directions under it.

use super::visions::{self, Row, Statement, direction, statement};
use super::{Selection, in_lang};
use crate::dataset::opening::{Known, Opening, PlanHead};
use crate::model::{Bilingual, DocumentKind, Missing};
use crate::text::particle::Particle;
use crate::text::vision::words;
use crate::text::{Lang, fill};

/// A city's card.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Id of the city.
    pub city: String,
    /// The sentence, and what it is.
    pub said: Said,
    /// What sort of text the document is; `None` where the dataset does not hold it.
    pub kind: Option<DocumentKind>,
    /// The year of the document, if it is known.
    pub year: Option<u16>,
    /// The document's own main directions. The field of one is that of its item, read when a reader follows it.
    pub directions: Vec<Statement>,
}

/// What stands in place of a vision.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The document states it as its vision.
    Vision(Statement),
    /// It states none; this is its heading, or that of the press article.
    Headline(Statement),
    /// There is no such sentence; what the curators say of that.
    Nothing(Option<Bilingual>),
}

impl Said {
    /// The sentence, if there is one.
    pub fn statement(&self) -> Option<&Statement> {
        match self {
            Self::Vision(statement) | Self::Headline(statement) => Some(statement),
            Self::Nothing(_) => None,
        }
    }

    /// What it is, in a word or two.
    pub fn name(&self, lang: Lang) -> &'static str {
        let w = words(lang);
        match self {
            Self::Vision(_) => w.is_vision,
            Self::Headline(_) => w.is_headline,
            Self::Nothing(_) => w.is_nothing,
        }
    }
}

/// The chosen cities with the reader's own first. One that is not chosen changes nothing.
pub fn own_first(dataset: &dyn Known, selection: &Selection, own: Option<&str>) -> Selection {
    let ids = selection.ids();
    let first = own.filter(|own| selection.contains(own));
    let others = ids.into_iter().filter(|id| Some(*id) != first);
    Selection::new(dataset, &first.into_iter().chain(others).collect::<Vec<_>>())
}

/// A card for each city.
///
/// ```
/// use city_compare_core::compare::{Selection, quotes::{Said, own_first, quotes}};
/// let opening = city_compare_embedded::opening();
/// let selection = own_first(opening, &Selection::all(opening), Some("jeonju"));
/// let cards = quotes(opening, &selection);
/// assert_eq!(cards[0].city, "jeonju");
/// assert!(matches!(&cards[0].said, Said::Headline(_)));
/// ```
pub fn quotes(opening: &Opening, selection: &Selection) -> Vec<Quote> {
    selection.heads(opening).map(quote).collect()
}

fn quote(city: &PlanHead) -> Quote {
    let sentence = city.vision.as_ref().map(statement);
    // Where the curators found no vision, what stands at its level is a heading.
    let why_none = city.missing(Missing::Vision);
    Quote {
        city: city.id.clone(),
        said: match sentence {
            Some(sentence) if why_none.is_none() => Said::Vision(sentence),
            Some(sentence) => Said::Headline(sentence),
            None => Said::Nothing(why_none.cloned()),
        },
        kind: city.kind,
        year: city.year,
        directions: city.directions.iter().map(direction).collect(),
    }
}

/// Goals, values and means, side by side: a row each, a cell for each city.
pub fn aligned(opening: &Opening, selection: &Selection) -> Vec<Row> {
    visions::aligned(opening, selection)
}

/// Which documents state a vision.
pub fn heading(opening: &Opening, selection: &Selection, lang: Lang) -> String {
    let cards = quotes(opening, selection);
    let stating = cards.iter().filter(|card| matches!(card.said, Said::Vision(_)));
    let names: Vec<&str> =
        stating.filter_map(|card| opening.city(&card.city)).map(|city| in_lang(&city.name, lang)).collect();
    match names.as_slice() {
        [] => words(lang).heading_none.to_owned(),
        [one] => fill(words(lang).heading_one, &[("cities", one)]),
        some => fill(words(lang).heading_other, &[("cities", &and(some, lang))]),
    }
}

/// Names in a sentence: the last one joined by “and”.
fn and(names: &[&str], lang: Lang) -> String {
    match names {
        [before @ .., one, last] => {
            let before: String = before.iter().map(|name| format!("{name}, ")).collect();
            match lang {
                Lang::Ko => format!("{before}{} {last}", Particle::And.join(one)),
                Lang::En => format!("{before}{one} and {last}"),
            }
        }
        few => few.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{units, visions};
    use crate::embedded;
    use proptest::prelude::*;

    const FIVE: [&str; 5] = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];

    #[test]
    fn each_card_says_what_its_sentence_is() {
        let opening = embedded::opening();
        let cards = quotes(opening, &Selection::all(opening));
        let names: Vec<&str> = cards.iter().map(|card| card.said.name(Lang::Ko)).collect();
        assert_eq!(names, ["비전 문장 없음", "비전", "비전 문장 없음", "기사·문서 제목", "비전"]);
        let years: Vec<Option<u16>> = cards.iter().map(|card| card.year).collect();
        assert_eq!(years, [Some(2024), Some(2021), Some(2022), Some(2022), None]);
        let directions: Vec<usize> = cards.iter().map(|card| card.directions.len()).collect();
        assert_eq!(directions, [5, 4, 7, 3, 5]);
        assert!(cards[2].kind == Some(DocumentKind::NewsArticle) && cards[2].said.statement().is_none());
        assert!(matches!(&cards[2].said, Said::Nothing(Some(why)) if why.ko.contains("경주비전")), "it says why");
        let vision = cards[4].said.statement().expect("a vision");
        assert_eq!(vision.text.ko, "광주, 대한민국 미래로!");
    }

    #[test]
    fn the_heading_names_those_that_state_a_vision() {
        let opening = embedded::opening();
        let heading = |ids: &[&str], lang| heading(opening, &Selection::new(opening, ids), lang);
        assert_eq!(heading(&FIVE, Lang::Ko), "비전을 문장으로 내건 곳은 광양시와 광주광역시입니다");
        assert_eq!(heading(&FIVE, Lang::En), "Gwangyang and Gwangju state a vision");
        assert_eq!(heading(&["gwangju", "yeosu"], Lang::En), "Gwangju states a vision");
        assert_eq!(and(&["A", "B", "C"], Lang::En), "A, B and C");
        assert_eq!(and(&["여수", "광양", "전주"], Lang::Ko), "여수, 광양과 전주");
        assert_eq!(heading(&["jeonju", "yeosu"], Lang::En), "None of the documents states a vision");
    }

    #[test]
    fn goals_values_and_means_stand_side_by_side_as_before() {
        let dataset = embedded::dataset();
        let selection = Selection::all(dataset);
        let rows = aligned(embedded::opening(), &selection);
        assert_eq!(rows.iter().map(|row| row.key).collect::<Vec<_>>(), ["goals", "values", "means"]);
        let all = visions(dataset, &selection);
        assert!(rows.iter().all(|row| all.contains(row)));
    }

    #[test]
    fn every_direction_leads_to_a_field_of_the_matrix() {
        let dataset = embedded::dataset();
        for direction in quotes(embedded::opening(), &Selection::all(dataset)).iter().flat_map(|card| &card.directions)
        {
            let item = direction.item.as_deref().and_then(|id| dataset.item(id)).expect("an item");
            assert!(units::main_field(item.1).is_some_and(|code| dataset.field(code).is_some()), "{}", item.1.id);
        }
    }

    proptest! {
        #[test]
        fn the_own_city_comes_first_and_the_others_keep_their_order(
            chosen in prop::sample::subsequence(FIVE.to_vec(), 2..=5).prop_shuffle(),
            own in prop::option::of(prop::sample::select(FIVE.to_vec())),
        ) {
            let dataset = embedded::dataset();
            let selection = Selection::new(dataset, &chosen);
            let ordered = own_first(dataset, &selection, own);
            let rest = |ids: Vec<&str>| ids.into_iter().filter(|id| Some(*id) != own).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(rest(ordered.ids()), rest(selection.ids()));
            prop_assert_eq!(ordered.len(), selection.len());
            if let Some(own) = own.filter(|own| selection.contains(own)) {
                prop_assert_eq!(ordered.ids()[0], own);
            }
            let cities: Vec<String> = quotes(embedded::opening(), &ordered).into_iter().map(|card| card.city).collect();
            prop_assert_eq!(cities, ordered.ids());
        }
    }
}
