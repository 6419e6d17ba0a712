//! The subjects that people look for, each with its items in all cities.

use super::search::folded;
use crate::dataset;
use crate::model::{City, Dataset, Item, Topic};
use std::borrow::Cow;

/// The topics of a dataset: its own, or, if it has none, `ours` with what their words find in it.
///
/// ```
/// use city_compare_core::compare::topics;
/// use city_compare_embedded as embedded;
/// let dataset = embedded::dataset();
/// let topics = topics::of(dataset, &[]);
/// assert_eq!(topics.iter().map(|topic| topic.title.ko.as_str()).next(), Some("아이 돌봄"));
/// ```
pub fn of<'a>(dataset: &'a Dataset, ours: &[Topic]) -> Cow<'a, [Topic]> {
    if dataset.topics.is_empty() {
        Cow::Owned(dataset::topics::applied(ours, dataset))
    } else {
        Cow::Borrowed(&dataset.topics)
    }
}

/// What a city plans in a topic, in document order; and what its document says of it besides: results, headings, publicity.
pub fn of_city<'a>(topic: &'a Topic, city: &'a City) -> (Vec<&'a Item>, Vec<&'a Item>) {
    let own = city.plan.items.iter().filter(|item| topic.items.contains(&item.id));
    own.partition(|item| item.is_plan())
}

/// The topics of which something typed is the title, a word or a synonym, in either language: `childcare`, `유치원`.
pub fn named<'a>(topics: &'a [Topic], typed: &str) -> impl Iterator<Item = &'a Topic> {
    let typed = folded(typed);
    topics.iter().filter(move |topic| !typed.is_empty() && names(topic).any(|name| folded(name) == typed))
}

fn names(topic: &Topic) -> impl Iterator<Item = &String> {
    let titles = [&topic.title.ko, &topic.title.en];
    let synonyms = topic.synonyms.iter().flat_map(|group| group.ko.iter().chain(&group.en));
    titles.into_iter().chain(&topic.words).chain(&topic.project_words).chain(synonyms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn what_a_city_plans_and_what_else_it_says_are_together_the_topic() {
        let dataset = embedded::dataset();
        for topic in &dataset.topics {
            let (mut plans, mut rest) = (0, 0);
            for city in &dataset.cities {
                let (own, other) = of_city(topic, city);
                assert!(own.iter().all(|item| item.is_plan()) && !other.iter().any(|item| item.is_plan()));
                (plans, rest) = (plans + own.len(), rest + other.len());
            }
            assert_eq!(plans + rest, topic.items.len(), "{}", topic.id);
            assert!(plans > 0, "{}", topic.id);
        }
    }
}
