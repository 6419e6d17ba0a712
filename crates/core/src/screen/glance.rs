//! The first page: three questions, each with a plot and the one sentence that answers it, and the topics.

use super::money::newest;
use crate::compare::both::both;
use crate::compare::official::plots::{self, Figures};
use crate::compare::official::{PartKey, field_choices};
use crate::compare::units::{self, Ask, RowOrder};
use crate::compare::{Filters, Plot, Selection, in_lang, topics};
use crate::model::official::Official;
use crate::model::{Bilingual, City, Dataset, Stage, Topic};
use crate::text::glance::words;
use crate::text::{Lang, fill};

/// How many fields the small unit chart has.
const FIELDS: usize = 4;

/// What the first page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// The question over the page.
    pub question: Bilingual,
    /// What this is: how many items of which cities, and that every figure opens its source.
    pub facts: Bilingual,
    /// The cards, in their order. Those of money are there only with official figures.
    pub cards: Vec<Card>,
    /// The topics, in the order of the dataset.
    pub topics: Vec<TopicChip>,
}

/// A question with its answer and what is seen of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Which card.
    pub kind: CardKind,
    /// The chart; its title is the question, its answer the one sentence.
    pub plot: Plot,
}

/// Which card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardKind {
    /// What 100,000 won of the city's money are spent on.
    Blocks,
    /// The budget for each resident.
    PerResident,
    /// What the documents speak of most.
    Plans,
}

/// A topic with how many plans the chosen cities have on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicChip {
    /// Id of the topic.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// Plans of the chosen cities.
    pub plans: usize,
}

impl Card {
    /// The question.
    pub fn question(&self) -> &Bilingual {
        &self.plot.title
    }

    /// The one sentence; `None` where the data allow none.
    pub fn answer(&self) -> Option<&Bilingual> {
        self.plot.answer.as_ref()
    }
}

/// The first page of the chosen cities, with `lit` as the field that is lit among the blocks, and `ours` as the topics of a dataset
/// that has none. Official figures are handed in, since they are a part of their own in memory.
///
/// ```
/// use city_compare_core::{compare::Selection, screen::glance::glance};
/// use city_compare_embedded as embedded;
/// let dataset = embedded::dataset();
/// let page = glance(dataset, Some(embedded::official()), &Selection::all(dataset), "080", &[]);
/// assert_eq!((page.cards.len(), page.topics.len()), (3, 12));
/// ```
pub fn glance(
    dataset: &Dataset,
    official: Option<&Official>,
    selection: &Selection,
    lit: &str,
    ours: &[Topic],
) -> Glance {
    let of = official.map(|official| Figures { dataset, official, selection });
    let filters = Filters::default();
    let ask = Ask { dataset, selection, filters: &filters, found: None, rest: false, order: RowOrder::Spread };
    let cards = [
        of.and_then(|of| blocks(of, lit)).map(|plot| (CardKind::Blocks, plot)),
        of.and_then(per_resident).map(|plot| (CardKind::PerResident, plot)),
        Some((CardKind::Plans, units::glance(ask, FIELDS))),
    ];
    let cards: Vec<Card> = cards
        .into_iter()
        .flatten()
        .filter(|(_, plot)| !plot.is_empty())
        .map(|(kind, plot)| Card { kind, plot })
        .collect();
    let money = cards.iter().any(|card| card.kind != CardKind::Plans);
    Glance {
        question: both(|lang| words(lang).question.to_owned()),
        facts: both(|lang| facts(dataset, selection, money, lang)),
        cards,
        topics: topics::of(dataset, ours).iter().map(|topic| chip(dataset, selection, topic)).collect(),
    }
}

fn blocks(of: Figures<'_>, lit: &str) -> Option<Plot> {
    let on = field_choices(of.official, &of.selection.ids()).default()?;
    Some(plots::blocks(of, on, &PartKey::Field(lit.to_owned())))
}

fn per_resident(of: Figures<'_>) -> Option<Plot> {
    Some(plots::per_resident(of, newest(of.official, |total| total.stage == Stage::Initial)?))
}

fn chip(dataset: &Dataset, selection: &Selection, topic: &Topic) -> TopicChip {
    let plans = selection.cities(dataset).map(|city| topics::of_city(topic, city).0.len()).sum();
    TopicChip { id: topic.id.clone(), title: topic.title.clone(), plans }
}

fn facts(dataset: &Dataset, selection: &Selection, money: bool, lang: Lang) -> String {
    let w = words(lang);
    let with: Vec<&City> = selection.cities(dataset).filter(|city| !city.plan.items.is_empty()).collect();
    let names: Vec<&str> = with.iter().map(|city| in_lang(&city.name, lang)).collect();
    let items: usize = with.iter().map(|city| city.plan.items.len()).sum();
    let plans: usize = with.iter().map(|city| city.plan.plans().count()).sum();
    let values = [
        ("cities", names.join(if lang == Lang::Ko { "·" } else { ", " })),
        ("items", items.to_string()),
        ("plans", plans.to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    match (with.is_empty(), money) {
        (false, true) => fill(w.facts, &values),
        (false, false) => fill(w.facts_plans, &values),
        (true, _) => w.facts_none.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Frame, draw};
    use crate::embedded;
    use proptest::prelude::*;

    const FIVE: [&str; 5] = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];

    fn page(cities: &[&str], lit: &str) -> Glance {
        let dataset = embedded::dataset();
        glance(dataset, Some(embedded::official()), &Selection::new(dataset, cities), lit, &[])
    }

    #[test]
    fn three_questions_are_answered_in_a_sentence_each() {
        let page = page(&FIVE, "080");
        let kinds: Vec<CardKind> = page.cards.iter().map(|card| card.kind).collect();
        assert_eq!(kinds, [CardKind::Blocks, CardKind::PerResident, CardKind::Plans]);
        for card in &page.cards {
            let answer = card.answer().expect("a sentence");
            assert!(answer.ko.ends_with("니다.") && answer.en.ends_with('.'), "{answer:?}");
            assert_eq!(answer.ko.matches("니다.").count(), 1, "{answer:?}");
            assert!(!card.question().ko.is_empty());
        }
        assert_eq!(
            page.facts.ko,
            "여수시·광양시·경주시·전주시·광주광역시 문서에서 옮긴 716개 항목(계획 523건)과 공식 재정 자료입니다. 숫자마다 출처가 열립니다."
        );
        assert!(
            page.cards
                .last()
                .and_then(Card::answer)
                .is_some_and(|answer| answer.ko.contains("여수시 문화·관광(27.3%)"))
        );
    }

    #[test]
    fn what_is_lit_is_what_the_first_sentence_speaks_of() {
        let said = |lit| page(&FIVE, lit).cards[0].answer().expect("a sentence").ko.clone();
        assert!(said("080").contains("사회복지") && said("120").contains("교통 및 물류"), "{}", said("120"));
    }

    #[test]
    fn the_cards_are_as_high_as_a_card_can_be() {
        let most = [390, 320, 200];
        for width in [336, 328] {
            for lang in Lang::ALL {
                for (card, most) in page(&FIVE, "080").cards.iter().zip(most) {
                    let high = draw(&card.plot, Frame { width, lang, id_prefix: "t" }).height;
                    assert!(high <= most, "{:?} at {width} px, {lang:?}: {high} px high", card.kind);
                }
            }
        }
    }

    #[test]
    fn data_without_official_figures_have_one_card_and_say_so() {
        let dataset = embedded::dataset();
        let page = glance(dataset, None, &Selection::all(dataset), "080", &[]);
        assert_eq!(page.cards.iter().map(|card| card.kind).collect::<Vec<_>>(), [CardKind::Plans]);
        assert!(!page.facts.ko.contains("재정"), "{}", page.facts.ko);
        let mut bare = dataset.clone();
        bare.topics.clear();
        bare.cities.iter_mut().for_each(|city| city.plan.items.clear());
        let nothing = glance(&bare, None, &Selection::all(&bare), "080", &dataset.topics);
        assert!(nothing.cards.is_empty() && nothing.topics.len() == dataset.topics.len());
        assert!(nothing.topics.iter().all(|topic| topic.plans == 0));
        assert!(!nothing.facts.en.contains(char::is_numeric), "{}", nothing.facts.en);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_first_place_among_fewer_than_three(
            cities in prop::sample::subsequence(FIVE.to_vec(), 2..=5).prop_shuffle(),
            lit in prop::sample::select(vec!["010", "060", "080", "110", "120"]),
        ) {
            let page = page(&cities, lit);
            for card in page.cards.iter().filter(|card| card.kind != CardKind::Plans) {
                for said in card.answer().iter().flat_map(|answer| [&answer.ko, &answer.en]) {
                    let first = ["가장", "largest", "highest"].iter().any(|word| said.contains(word));
                    prop_assert!(!first || cities.len() >= 3, "{}", said);
                }
            }
            // The topics count what the topic pages show.
            let dataset = embedded::dataset();
            let selection = Selection::new(dataset, &cities);
            for (chip, topic) in page.topics.iter().zip(&dataset.topics) {
                let subject = crate::compare::topic::Subject::Topic(topic);
                let shown = crate::compare::topic::TopicPage::new(dataset, &selection, subject).plans();
                prop_assert_eq!(chip.plans, shown);
            }
        }
    }
}
