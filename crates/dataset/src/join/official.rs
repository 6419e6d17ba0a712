//! Official figures of several datasets.
//!
//! Ids of their sources and places are in no link and on no screen: where two differ under one id, one is renamed, and nothing needs telling.

use crate::model::Dataset;
use crate::model::official::{Official, Place};
use std::collections::{HashMap, HashSet};

/// What figures belong to.
pub(super) struct Owned<'a> {
    /// New ids of what was renamed in their dataset.
    pub(super) renamed: &'a HashMap<String, String>,
    /// The cities that came from it, under their new ids: figures of others are there already.
    pub(super) cities: HashSet<String>,
}

/// Adds official figures that stood beside the source that they are of, for the cities that it brought under their own ids.
pub fn add_official(dataset: &mut Dataset, figures: &Official, cities: &[String]) {
    let owned = Owned { renamed: &HashMap::new(), cities: cities.iter().cloned().collect() };
    append(dataset.official.get_or_insert_default(), figures.clone(), &owned);
}

pub(super) fn append(into: &mut Official, mut more: Official, owned: &Owned<'_>) {
    each_city(&mut more, &mut |id| rename(id, owned.renamed));
    each_source(&mut more, &mut |id| rename(id, owned.renamed));
    each_place(&mut more.places, &mut |id| {
        if owned.renamed.get(id).is_some_and(|new| owned.cities.contains(new)) {
            rename(id, owned.renamed);
        }
    });
    add_sources(into, &mut more);
    add_places(into, &mut more, &owned.cities);
    let is_new = |city: &String| owned.cities.contains(city);
    into.totals.extend(more.totals.into_iter().filter(|total| is_new(&total.city)));
    into.field_amounts.extend(more.field_amounts.into_iter().filter(|amount| is_new(&amount.city)));
    into.indicators.extend(more.indicators.into_iter().filter(|indicator| is_new(&indicator.city)));
    into.residents.extend(more.residents.into_iter().filter(|count| is_new(&count.city)));
    for level in more.prices {
        if into.price_level(level.year).is_none() {
            into.prices.push(level);
        }
    }
    into.prices.sort_by_key(|level| level.year);
}

/// Sources that are alike stand once; another one under the id of one that is there gets an id of its own.
fn add_sources(into: &mut Official, more: &mut Official) {
    let mut renamed = HashMap::new();
    for source in std::mem::take(&mut more.sources) {
        match into.source(&source.id) {
            None => into.sources.push(source),
            Some(known) if *known == source => {}
            Some(_) => {
                let id = free(&source.id, |id| into.source(id).is_some());
                renamed.insert(source.id.clone(), id.clone());
                into.sources.push(crate::model::official::OfficialSource { id, ..source });
            }
        }
    }
    each_source(more, &mut |id| rename(id, &renamed));
}

/// Places that are alike stand once. Where two differ under one id, a city keeps its own.
fn add_places(into: &mut Official, more: &mut Official, cities: &HashSet<String>) {
    let (mut there, mut here) = (HashMap::new(), HashMap::new());
    for place in &more.places {
        if into.place(&place.id).is_some_and(|known| known != place) {
            let is_taken = |id: &str| [&into.places, &more.places].iter().any(|list| list.iter().any(|p| p.id == id));
            let of = if cities.contains(&place.id) { &mut there } else { &mut here };
            of.insert(place.id.clone(), free(&place.id, is_taken));
        }
    }
    each_place(&mut into.places, &mut |id| rename(id, &there));
    each_place(&mut more.places, &mut |id| rename(id, &here));
    let new: Vec<Place> = more.places.drain(..).filter(|place| into.place(&place.id).is_none()).collect();
    into.places.extend(new);
}

fn rename(id: &mut String, renamed: &HashMap<String, String>) {
    if let Some(new) = renamed.get(id.as_str()) {
        id.clone_from(new);
    }
}

/// The first id after this one that is not taken.
fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut n = 2_u32;
    loop {
        let new = format!("{id}-{n}");
        if !is_taken(&new) {
            return new;
        }
        n += 1;
    }
}

fn each_city(official: &mut Official, visit: &mut dyn FnMut(&mut String)) {
    official.totals.iter_mut().for_each(|total| visit(&mut total.city));
    official.field_amounts.iter_mut().for_each(|amount| visit(&mut amount.city));
    official.indicators.iter_mut().for_each(|indicator| visit(&mut indicator.city));
    official.residents.iter_mut().for_each(|count| visit(&mut count.city));
}

fn each_source(official: &mut Official, visit: &mut dyn FnMut(&mut String)) {
    official.sources.iter_mut().for_each(|source| visit(&mut source.id));
    official.totals.iter_mut().for_each(|total| visit(&mut total.source));
    official.field_amounts.iter_mut().for_each(|amount| visit(&mut amount.source));
    official.indicators.iter_mut().for_each(|indicator| visit(&mut indicator.source));
    official.residents.iter_mut().for_each(|count| visit(&mut count.source));
    official.prices.iter_mut().for_each(|level| visit(&mut level.source));
}

fn each_place(places: &mut [Place], visit: &mut dyn FnMut(&mut String)) {
    for place in places {
        visit(&mut place.id);
        place.provinces.iter_mut().for_each(|dated| visit(&mut dated.place));
        place.successors.iter_mut().for_each(&mut *visit);
    }
}
