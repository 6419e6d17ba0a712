//! What stands below what in a plan. Each item is passed once, however deep the plan is.

use super::problem::{Fault, Problem};
use crate::model::{Dataset, Item, Plan};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The descent of a plan's items.
pub(super) struct Descent<'a> {
    /// The parent of each item, by id.
    parents: HashMap<&'a str, Option<&'a str>>,
    circular: HashSet<&'a str>,
}

impl<'a> Descent<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let parents = plan.items.iter().map(|item| (item.id.as_str(), item.parent.as_deref())).collect();
        let circular = circular(&parents);
        Self { parents, circular }
    }

    /// Whether the plan has the item.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.parents.contains_key(id)
    }

    /// Whether the item is its own ancestor.
    pub(super) fn is_circular(&self, id: &str) -> bool {
        self.circular.contains(id)
    }

    fn is_amiss(&self, item: &Item) -> bool {
        self.is_circular(&item.id) || item.parent.as_ref().is_some_and(|parent| !self.knows(parent))
    }
}

fn circular<'a>(parents: &HashMap<&'a str, Option<&'a str>>) -> HashSet<&'a str> {
    let (mut seen, mut circular) = (HashSet::new(), HashSet::new());
    for start in parents.keys() {
        let mut way = Vec::new();
        let mut next = Some(*start);
        while let Some(id) = next.filter(|id| seen.insert(*id)) {
            way.push(id);
            next = parents.get(id).copied().flatten();
        }
        // What leads into a circle is not in it.
        let came_back = next.and_then(|id| way.iter().position(|passed| *passed == id));
        circular.extend(came_back.into_iter().flat_map(|at| &way[at..]));
    }
    circular
}

/// The items below those whose parent is not there or that are their own ancestors, at any depth: they go with them.
pub(super) fn left_out(dataset: &Dataset) -> Vec<Problem> {
    let plans = dataset.cities.iter().map(|city| &city.plan).enumerate();
    plans.flat_map(|(city, plan)| left_out_of(plan, city)).collect()
}

fn left_out_of(plan: &Plan, city: usize) -> Vec<Problem> {
    let descent = Descent::of(plan);
    let mut next: Vec<usize> = (0..plan.items.len()).filter(|at| descent.is_amiss(&plan.items[*at])).collect();
    let mut seen: HashSet<usize> = next.iter().copied().collect();
    let mut below: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, item) in plan.items.iter().enumerate() {
        below.entry(item.parent.as_deref().unwrap_or_default()).or_default().push(at);
    }
    let mut left_out: BTreeMap<usize, &str> = BTreeMap::new();
    while let Some(at) = next.pop() {
        let id = plan.items[at].id.as_str();
        let more = below.get(id).into_iter().flatten().copied().filter(|child| seen.insert(*child));
        for child in more {
            left_out.insert(child, id);
            next.push(child);
        }
    }
    let told = |(at, id): (usize, &str)| Problem {
        file: None,
        line: None,
        path: format!("cities[{city}].plan.items[{at}].parent"),
        fault: Fault::LeftOut { id: id.to_owned() },
    };
    left_out.into_iter().map(told).collect()
}
