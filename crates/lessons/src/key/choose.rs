//! The rules by which one of several choices is right.

use super::{Key, NoAnswer, Opt, Solved, cities, extreme, name, open};
use crate::arithmetic;
use crate::both::both;
use crate::class::Class;
use crate::measure::amount;
use crate::model::{Rule, TotalOf};
use crate::show;
use city_compare_core::compare::topic::{Absence, Subject, TopicPage, absence};
use city_compare_core::compare::{Evidence, in_lang};
use city_compare_core::text::{fill, lesson::words, official as names};
use city_compare_dataset::model::official::Side;
use city_compare_dataset::model::{Bilingual, FiscalYear};

pub(super) fn choose(class: &Class<'_>, rule: &Rule, options: Vec<Opt>) -> Result<Solved, NoAnswer> {
    match rule {
        Rule::Open {} => Ok(open(options)),
        Rule::Extreme { of, which } => extreme(class, of, *which),
        Rule::Says { item } => says(class, item),
        Rule::Absence { topic, city } => absent(class, topic, city, options),
        Rule::Comparable { one, other } => comparable(class, one, other, options),
        Rule::Follows { of } => follows(class, of),
    }
}

fn says(class: &Class<'_>, id: &str) -> Result<Solved, NoAnswer> {
    let (city, item) = class.dataset.item(id).ok_or_else(|| NoAnswer::Missing(id.to_owned()))?;
    let same = class.cities.iter().flat_map(|city| city.plan.items.iter().map(move |item| (city, item)));
    let others = same.filter(|(of, other)| of.id != city.id && other.title.ko == item.title.ko);
    if others.count() > 0 {
        return Err(NoAnswer::Several(item.title.ko.clone()));
    }
    let place = class.place(&city.id).ok_or_else(|| NoAnswer::NoChoice(city.id.clone()))?;
    Ok(Solved {
        key: Key::One(place),
        answer: both(|lang| name(class, place, lang)),
        evidence: vec![Evidence::item(item)],
        ..open(cities(class))
    })
}

fn absent(class: &Class<'_>, topic: &str, city: &str, options: Vec<Opt>) -> Result<Solved, NoAnswer> {
    let found = class.dataset.topics.iter().find(|known| known.id == topic);
    let found = found.ok_or_else(|| NoAnswer::Missing(topic.to_owned()))?;
    let selection = class.selection();
    let page = TopicPage::new(class.dataset, &selection, Subject::Topic(found));
    let column = page.columns.iter().find(|column| column.city.id == city);
    let column = column.ok_or_else(|| NoAnswer::Missing(city.to_owned()))?;
    let why = column.absence.ok_or_else(|| NoAnswer::NoChoice(city.to_owned()))?;
    let key = match why {
        Absence::Document => "document",
        Absence::Article => "article",
        Absence::NoPlan => return Err(NoAnswer::Missing(city.to_owned())),
    };
    let list = both(|lang| absence(why, lang).to_owned());
    let page = Evidence::page(&column.city.plan.document, None);
    pick(options, key, list, vec![page])
}

/// The choice with a key.
fn pick(options: Vec<Opt>, key: &str, list: Bilingual, evidence: Vec<Evidence>) -> Result<Solved, NoAnswer> {
    let place =
        options.iter().position(|option| option.key == key).ok_or_else(|| NoAnswer::NoChoice(key.to_owned()))?;
    let answer = options.get(place).map(|option| option.text.clone()).unwrap_or_default();
    Ok(Solved { key: Key::One(place), answer, list, evidence, ..open(options) })
}

/// In what two totals differ: the words of [`Rule::Comparable`].
pub(crate) fn differences(class: &Class<'_>, one: &TotalOf, other: &TotalOf) -> Vec<&'static str> {
    let kind = |total: &TotalOf| class.dataset.city(&total.city).map(|city| city.kind);
    let differ = [
        ("kind", kind(one) != kind(other)),
        ("year", one.year != other.year),
        ("stage", one.stage != other.stage),
        ("scope", one.scope != other.scope),
    ];
    differ.into_iter().filter(|(_, differ)| *differ).map(|(name, _)| name).collect()
}

/// A total in words, with its year, stage and scope, and its source.
pub(crate) fn total(class: &Class<'_>, of: &TotalOf) -> Option<(Bilingual, Evidence)> {
    let official = class.official()?;
    let total = official.total(&of.city, FiscalYear(of.year), of.stage, of.scope, Side::Expenditure)?;
    let city = class.dataset.city(&of.city)?;
    let text = both(|lang| {
        let w = words(lang);
        let values = [
            ("city", in_lang(&city.name, lang).to_owned()),
            ("year", of.year.to_string()),
            ("stage", names::stage(of.stage, lang).to_owned()),
            ("scope", names::scope(of.scope, lang).to_owned()),
            ("amount", amount(total.krw.get(), lang)),
        ];
        fill(w.total_of, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    Some((text, Evidence::page(&total.source, None)))
}

fn comparable(class: &Class<'_>, one: &TotalOf, other: &TotalOf, options: Vec<Opt>) -> Result<Solved, NoAnswer> {
    let (first, source) = total(class, one).ok_or_else(|| NoAnswer::Missing(one.city.clone()))?;
    let (second, other_source) = total(class, other).ok_or_else(|| NoAnswer::Missing(other.city.clone()))?;
    let key = match differences(class, one, other).as_slice() {
        [] => "yes",
        [why] => why,
        several => return Err(NoAnswer::Several(several.join(", "))),
    };
    let list = both(|lang| format!("{} / {}", in_lang(&first, lang), in_lang(&second, lang)));
    let mut evidence = vec![source];
    evidence.extend(Some(other_source).filter(|other| !evidence.contains(other)));
    pick(options, key, list, evidence)
}

fn follows(class: &Class<'_>, id: &str) -> Result<Solved, NoAnswer> {
    let missing = || NoAnswer::Missing(id.to_owned());
    let found = show::contradiction(class, id).ok_or_else(missing)?;
    let computed = found.computed.ok_or_else(missing)?;
    let (sum, result) = arithmetic::result(computed).ok_or_else(missing)?;
    let option = |(place, stated): (usize, &show::Stated<'_>)| Opt {
        key: place.to_string(),
        text: both(|lang| format!("{}: {}", in_lang(stated.what, lang), stated.value)),
    };
    let options: Vec<Opt> = found.stated.iter().enumerate().map(option).collect();
    let holds = |place: &usize| found.stated.get(*place).is_some_and(|stated| arithmetic::holds(stated.value, result));
    let at: Vec<usize> = (0..found.stated.len()).filter(holds).collect();
    match at.as_slice() {
        [] => Err(NoAnswer::NoChoice(computed.to_owned())),
        [one] => {
            let evidence = found.stated.iter().flat_map(|stated| stated.evidence.iter().cloned()).collect();
            let picked = pick(options, &one.to_string(), both(|_| computed.to_owned()), evidence)?;
            Ok(Solved { sum: sum.to_owned(), ..picked })
        }
        _ => Err(NoAnswer::Several(computed.to_owned())),
    }
}
