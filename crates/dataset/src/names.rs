//! Cities of one name: six cities have a 중구, two provinces a 고성군.

use crate::Lang;
use crate::model::{Bilingual, City, Dataset};
use std::collections::HashMap;

/// Puts the province beside the name of each city that shares it with another one, and the id where the province does not
/// tell them apart either: chips, heads, charts, tables and exports all show the name.
pub(super) fn tell_apart(dataset: &mut Dataset) {
    for lang in Lang::ALL {
        let shared = |cities: &[City], name: &dyn Fn(&City) -> String| -> Vec<bool> {
            let names: Vec<String> = cities.iter().map(name).collect();
            let mut counts: HashMap<&str, usize> = HashMap::new();
            names.iter().for_each(|name| *counts.entry(name).or_default() += 1);
            names.iter().map(|name| counts.get(name.as_str()).is_some_and(|count| *count > 1)).collect()
        };
        let plain = |city: &City| text(&city.name, lang).clone();
        let twice = shared(&dataset.cities, &plain);
        let long = |city: &City| with_province(city, lang);
        let still = shared(&dataset.cities, &long);
        for ((city, twice), still) in dataset.cities.iter_mut().zip(twice).zip(still) {
            if twice {
                let name = with_province(city, lang);
                let name = if still { format!("{name} ({})", city.id) } else { name };
                *text_mut(&mut city.name, lang) = name;
            }
        }
    }
}

fn with_province(city: &City, lang: Lang) -> String {
    let (name, province) = (text(&city.name, lang), text(&city.province, lang));
    match lang {
        _ if name == province => name.clone(),
        Lang::Ko => format!("{province} {name}"),
        Lang::En => format!("{name}, {province}"),
    }
}

fn text(both: &Bilingual, lang: Lang) -> &String {
    match lang {
        Lang::Ko => &both.ko,
        Lang::En => &both.en,
    }
}

fn text_mut(both: &mut Bilingual, lang: Lang) -> &mut String {
    match lang {
        Lang::Ko => &mut both.ko,
        Lang::En => &mut both.en,
    }
}
