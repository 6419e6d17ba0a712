use super::{Selection, Series, Tone};
use crate::choices::choices;
use crate::model::{City, Dataset, Item};

/// A node of a document's own structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline<'a> {
    /// The item.
    pub item: &'a Item,
    /// What stands below it, in document order.
    pub children: Vec<Outline<'a>>,
}

/// A city's plan as its document orders it.
pub fn outline(city: &City) -> Vec<Outline<'_>> {
    fn below<'a>(city: &'a City, parent: Option<&str>, depth: usize) -> Vec<Outline<'a>> {
        // The loader refuses cycles; the limit only bounds what a reader can unfold.
        const DEEPEST: usize = 8;
        if depth == DEEPEST {
            return Vec::new();
        }
        city.plan
            .items
            .iter()
            .filter(|item| item.parent.as_deref() == parent)
            .map(|item| Outline { item, children: below(city, Some(&item.id), depth + 1) })
            .collect()
    }
    below(city, None, 0)
}

choices! {
    /// The order of fields.
    FieldOrder {
        /// By official code.
        Code = "code",
        /// Most plans first.
        Coverage = "coverage",
        /// Largest difference between the cities' shares first.
        #[default]
        Difference = "difference",
    }
}

/// The cities as series, each in its own colour whatever the order.
pub(crate) fn city_series(dataset: &Dataset, selection: &Selection) -> Vec<Series> {
    selection
        .cities(dataset)
        .map(|city| Series {
            key: city.id.clone(),
            label: city.name.clone(),
            tone: city_tone(dataset, selection, &city.id),
            detail: None,
        })
        .collect()
}

/// The colour of a city.
pub(crate) fn city_tone(dataset: &Dataset, selection: &Selection, id: &str) -> Tone {
    Tone::City(u8::try_from(selection.tone(dataset, id)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn the_outline_holds_every_item_once() {
        fn size(nodes: &[Outline<'_>]) -> usize {
            nodes.iter().map(|node| 1 + size(&node.children)).sum()
        }
        for city in &embedded::dataset().cities {
            assert_eq!(size(&outline(city)), city.plan.items.len(), "{}", city.id);
        }
    }
}
