//! How sure the judgements are that stand in no document: what an item is, its field, its topics.

use crate::model::{Bilingual, Dataset, Share};
use crate::text::sources::words;
use crate::text::{Lang, fill};

use super::both::both;

/// A topic, and how well its words find what a reader wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedTopic {
    /// Its name.
    pub title: Bilingual,
    /// How many items its words find, and how many of them fit, in words.
    pub precision: Bilingual,
    /// How many of those that fit it finds, in words.
    pub recall: Bilingual,
}

/// How far two readers agree on roles and on fields; none if nobody read the items a second time.
///
/// ```
/// use city_compare_core::compare::{agreement_sentences, in_lang};
/// use city_compare_core::text::Lang;
/// let said = agreement_sentences(city_compare_embedded::dataset());
/// assert_eq!(in_lang(&said[1], Lang::En), "Main fields: 113 of 120 were the same (94%).");
/// ```
pub fn agreement_sentences(dataset: &Dataset) -> Vec<Bilingual> {
    let Some(agreement) = dataset.agreement else { return Vec::new() };
    let roles = both(|lang| say(words(lang).alike_roles, agreement.roles));
    let fields = both(|lang| say(words(lang).alike_fields, agreement.fields));
    vec![roles, fields]
}

/// The topics that a reader judged, in their order.
pub fn judged_topics(dataset: &Dataset) -> Vec<JudgedTopic> {
    let share = |share: Share| both(|lang: Lang| say(words(lang).share, share));
    let judged = dataset.topics.iter().filter_map(|topic| Some((topic, topic.judged?)));
    judged
        .map(|(topic, judged)| JudgedTopic {
            title: topic.title.clone(),
            precision: share(judged.precision),
            recall: share(judged.recall),
        })
        .collect()
}

fn say(text: &str, share: Share) -> String {
    let [n, of, percent] = [share.part, share.of, percent(share)].map(|number| number.to_string());
    fill(text, &[("n", &n), ("of", &of), ("percent", &percent)])
}

/// In whole per cent, rounded; but all only where it is all, and none only where it is none.
fn percent(share: Share) -> u32 {
    let (part, of) = (u64::from(share.part), u64::from(share.of.max(1)));
    let rounded = u32::try_from((part * 200 + of) / (of * 2)).unwrap_or(100);
    match (share.part, share.part < share.of) {
        (0, _) => 0,
        (_, true) => rounded.clamp(1, 99),
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::in_lang;
    use crate::embedded;
    use crate::model::{Agreement, Judged};

    #[test]
    fn a_per_cent_is_rounded_and_a_hundred_is_all() {
        let of = |part, of| percent(Share { part, of });
        assert_eq!([of(113, 120), of(1, 2), of(2, 3), of(1, 8)], [94, 50, 67, 13]);
        assert_eq!([of(0, 7), of(7, 7), of(999, 1000), of(1, 1000)], [0, 100, 99, 1]);
        assert_eq!(of(u32::MAX, u32::MAX), 100);
    }

    #[test]
    fn every_topic_of_ours_is_judged_over_what_it_finds() {
        let dataset = embedded::dataset();
        let topics = judged_topics(dataset);
        assert_eq!(topics.len(), 12);
        for topic in &dataset.topics {
            let found = topic.judged.map(|judged| judged.precision.of as usize);
            assert_eq!(found, Some(topic.items.len()), "{}", topic.id);
        }
    }

    #[test]
    fn what_nobody_judged_is_not_spoken_of() {
        let mut own = embedded::dataset().clone();
        own.agreement = None;
        own.topics.iter_mut().for_each(|topic| topic.judged = None);
        assert!(agreement_sentences(&own).is_empty() && judged_topics(&own).is_empty());
    }

    #[test]
    fn figures_are_said_in_both_languages() {
        let mut own = embedded::dataset().clone();
        let share = |part, of| Share { part, of };
        own.agreement = Some(Agreement { roles: share(3, 4), fields: share(4, 4) });
        own.topics.truncate(1);
        own.topics[0].judged = Some(Judged { precision: share(1, 3), recall: share(1, 1) });
        let roles = &agreement_sentences(&own)[0];
        assert_eq!(in_lang(roles, Lang::Ko), "역할(계획, 성과, 제목 등): 4개 가운데 3개가 같았습니다(75%).");
        let topic = &judged_topics(&own)[0];
        assert_eq!(in_lang(&topic.precision, Lang::Ko), "3개 가운데 1개(33%)");
        assert_eq!(in_lang(&topic.recall, Lang::En), "1 of 1 (100%)");
    }
}
