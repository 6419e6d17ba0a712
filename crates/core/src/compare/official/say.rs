//! Sentences about official figures: each says one thing that a person would say, about what is shown.
//!
//! A superlative needs three comparable values at least, names every city that shares the first place as it is shown, and never
//! spans two series. Amounts stand as short as their digits support, and never without their share.

use super::{
    Course, FieldBasis, LeftOut, Missing, Panel, PartKey, PeerGroup, PerResidentBudget, Prices, StripPart, Tenths,
    Years,
};
use crate::compare::{FEWEST_FOR_SUPERLATIVE, in_lang};
use crate::format;
use crate::model::official::{IndicatorBasis, IndicatorKind, IndicatorUnit};
use crate::model::{Dataset, FiscalYear, Number, Stage, Won};
use crate::text::official::{self as names, OfficialWords, words};
use crate::text::{Lang, fill};

/// The places of the values that share the first place; `None` of fewer than three, and where all are the same.
pub fn highest<T: Ord>(shown: &[T]) -> Option<Vec<usize>> {
    if shown.len() < FEWEST_FOR_SUPERLATIVE {
        return None;
    }
    let most = shown.iter().max()?;
    let first: Vec<usize> = (0..shown.len()).filter(|at| shown.get(*at) == Some(most)).collect();
    (first.len() < shown.len()).then_some(first)
}

/// Name of a city, or of a place among the official figures; its id if it has none.
pub fn city_name(dataset: &Dataset, id: &str, lang: Lang) -> String {
    let place = || dataset.official.as_ref().and_then(|official| official.place(id)).map(|place| &place.name);
    dataset
        .city(id)
        .map(|city| &city.name)
        .or_else(place)
        .map_or_else(|| id.to_owned(), |name| in_lang(name, lang).to_owned())
}

/// Name of a part: the field's, or administration.
pub fn part_name(dataset: &Dataset, key: &PartKey, lang: Lang) -> String {
    match key {
        PartKey::Field(code) => {
            dataset.field(code).map_or_else(|| code.clone(), |field| in_lang(&field.name, lang).to_owned())
        }
        PartKey::Administration => words(lang).spending_administration.to_owned(),
    }
}

/// Year, stage and scope.
pub fn basis(basis: FieldBasis, lang: Lang) -> String {
    let (year, stage) = (basis.year.to_string(), names::stage(basis.stage, lang));
    fill(words(lang).says_basis, &[("year", &year), ("stage", stage), ("scope", names::scope(basis.scope, lang))])
}

/// A part over the cities: which of them spends the largest share on it.
pub fn field_over_cities(dataset: &Dataset, panel: &Panel, on: FieldBasis, lang: Lang) -> Option<String> {
    let w = words(lang);
    let rows: Vec<(String, Tenths, Won)> = panel
        .rows
        .iter()
        .filter_map(|(city, row)| row.map(|(share, amount)| (city_name(dataset, city, lang), share, amount.krw)))
        .collect();
    let first = rows.first()?;
    let shares: Vec<Tenths> = rows.iter().map(|(_, share, _)| *share).collect();
    let (what, on) = (part_name(dataset, &panel.key, lang), basis(on, lang));
    let n = rows.len().to_string();
    let common = [("what", what.as_str()), ("basis", on.as_str()), ("n", n.as_str())];
    let with = |template: &str, more: &[(&str, &str)]| fill(template, &[&common[..], more].concat());
    let in_brackets = |(city, _, krw): &(String, Tenths, Won)| format!("{city}({})", format::short(*krw, lang));
    let plain = |(city, share, krw): &(String, Tenths, Won)| match lang {
        Lang::Ko => format!("{city} {share}%({})", won(*krw, lang)),
        Lang::En => format!("{city} {share}% ({})", won(*krw, lang)),
    };
    Some(match highest(&shares) {
        Some(at) => {
            let top: Vec<&(String, Tenths, Won)> = at.iter().filter_map(|at| rows.get(*at)).collect();
            match top.as_slice() {
                [(city, share, krw)] => {
                    let values = [("city", city.as_str()), ("share", &share.to_string()), ("amount", &won(*krw, lang))];
                    with(w.says_share_highest, &values)
                }
                several => {
                    let cities: Vec<String> = several.iter().copied().map(in_brackets).collect();
                    let share = several.first()?.1.to_string();
                    with(w.says_share_highest_equal, &[("cities", &cities.join(", ")), ("share", &share)])
                }
            }
        }
        None if rows.len() >= FEWEST_FOR_SUPERLATIVE => with(w.says_share_same, &[("share", &first.1.to_string())]),
        None => with(w.says_shares, &[("list", &rows.iter().map(plain).collect::<Vec<_>>().join(", "))]),
    })
}

/// A city over its parts: what it spends most on, as blocks of a thousand won.
pub fn city_over_fields(
    dataset: &Dataset,
    city: &str,
    strip: &[StripPart],
    on: FieldBasis,
    lang: Lang,
) -> Option<String> {
    let w = words(lang);
    let shares: Vec<Tenths> = strip.iter().map(|part| part.share).collect();
    let (city, on) = (city_name(dataset, city, lang), basis(on, lang));
    let told = |part: &StripPart| format!("{} {}%", part_name(dataset, &part.part.key, lang), part.share);
    match highest(&shares).as_deref() {
        Some([at]) => {
            let part = strip.get(*at)?;
            let values = [
                ("city", city.as_str()),
                ("what", &part_name(dataset, &part.part.key, lang)),
                ("n", &strip.len().to_string()),
                ("blocks", &format::grouped(i64::from(part.blocks) * 1_000)),
                ("share", &part.share.to_string()),
                ("amount", &won(part.part.amount.krw, lang)),
                ("basis", &on),
            ];
            Some(fill(w.says_city_most, &values))
        }
        _ if strip.is_empty() => None,
        _ => {
            let list: Vec<String> = strip.iter().map(told).collect();
            Some(fill(w.says_city_parts, &[("city", &city), ("list", &list.join(", ")), ("basis", &on)]))
        }
    }
}

/// How far the cities raised their budgets in the course of a year: the same measure over cities.
pub fn courses(dataset: &Dataset, courses: &[Course], lang: Lang) -> Option<String> {
    let w = words(lang);
    let raised: Vec<(&Course, Won, Tenths)> =
        courses.iter().filter_map(|course| course.last.map(|(krw, share)| (course, krw, share))).collect();
    let (first, ..) = raised.first()?;
    if raised.iter().any(|(course, ..)| (course.year, course.scope) != (first.year, first.scope)) {
        return None;
    }
    let shares: Vec<Tenths> = raised.iter().map(|(.., share)| *share).collect();
    let (year, scope) = (first.year.to_string(), names::scope(first.scope, lang));
    let common = [("year", year.as_str()), ("scope", scope)];
    let whole = Tenths::of(first.initial, first.initial);
    let top = highest(&shares).filter(|at| at.len() == 1 && shares.iter().max().copied() > whole);
    Some(match top.as_deref().and_then(|at| raised.get(*at.first()?)) {
        Some((course, last, share)) => {
            let values = [
                ("n", raised.len().to_string()),
                ("city", city_name(dataset, &course.city, lang)),
                ("initial", won(course.initial, lang)),
                ("last", won(*last, lang)),
                ("share", share.to_string()),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            fill(w.says_courses_most, &[&common[..], &values].concat())
        }
        None => {
            let told = |(course, _, share): &(&Course, Won, Tenths)| {
                format!("{} {share}%", city_name(dataset, &course.city, lang))
            };
            let list = raised.iter().map(told).collect::<Vec<_>>().join(", ");
            fill(w.says_courses, &[&common[..], &[("list", list.as_str())]].concat())
        }
    })
}

/// Where the cities of a group stand among all governments of their tier.
pub fn peers(dataset: &Dataset, group: &PeerGroup, kind: IndicatorKind, on: IndicatorBasis, lang: Lang) -> String {
    let w = words(lang);
    let rule = if group.basic { w.name_group_basic } else { w.name_group_upper };
    let told = |city: &super::PeerValue| {
        let values = [
            ("city", city_name(dataset, &city.city, lang)),
            ("rank", city.rank.to_string()),
            ("value", with_unit(city.value, group.unit, lang)),
        ];
        fill(w.says_peer, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let values = [
        ("year", group.year.to_string()),
        ("what", names::indicator(kind, lang).to_owned()),
        ("basis", names::basis(on, lang).to_owned()),
        ("group", rule.to_owned()),
        ("count", group.count.to_string()),
        ("list", group.cities.iter().map(told).collect::<Vec<_>>().join(", ")),
        ("median", group.median.map(|median| with_unit(median, group.unit, lang)).unwrap_or_default()),
    ];
    let template = if group.median.is_some() { w.says_peers } else { w.says_peers_no_median };
    fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// How the cities changed from the first to the last year that all of them have: the change over time over cities. `None` where
/// they have no two years in common. A city without any year is left out.
pub fn years(dataset: &Dataset, all: &[Years], lang: Lang) -> Option<String> {
    let w = words(lang);
    let known = |years: &Years| -> Vec<(FiscalYear, Won)> {
        years.points.iter().filter_map(|point| Some((point.year, point.krw.ok()?))).collect()
    };
    let series: Vec<_> = all.iter().map(|years| (years.city.clone(), known(years))).collect();
    let having: Vec<_> = series.iter().filter(|(_, points)| !points.is_empty()).collect();
    let of = |points: &[(FiscalYear, Won)], year| points.iter().find(|(own, _)| *own == year).map(|(_, krw)| *krw);
    let (_, first_city) = having.first()?;
    let in_all = |year: &FiscalYear| having.iter().all(|(_, points)| of(points, *year).is_some());
    let mut common = first_city.iter().map(|(year, _)| *year).filter(in_all);
    let first = common.next()?;
    let span = (first, common.next_back()?);
    let ends = |(city, points): &&(String, Vec<(FiscalYear, Won)>)| {
        let (from, to) = (of(points, span.0)?, of(points, span.1)?);
        Some((city.clone(), span, from, to, Tenths::of(to, from)?))
    };
    let changed: Vec<_> = having.iter().filter_map(ends).collect();
    let told = all.first()?;
    let shares: Vec<Tenths> = changed.iter().map(|(.., share)| *share).collect();
    let common = [
        ("side", names::side(told.side, lang).to_owned()),
        ("first", span.0.to_string()),
        ("last", span.1.to_string()),
        ("prices", prices(w, told.prices)),
    ];
    let common = common.each_ref().map(|(name, value)| (*name, value.as_str()));
    let top = highest(&shares).filter(|at| at.len() == 1);
    let one = |city: &str, from: Won, to: Won, share: Tenths, template: &str| {
        let values = [
            ("n", changed.len().to_string()),
            ("city", city_name(dataset, city, lang)),
            ("from", won(from, lang)),
            ("to", won(to, lang)),
            ("share", share.to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        fill(template, &[&common[..], &values].concat())
    };
    match top.as_deref().and_then(|at| changed.get(*at.first()?)) {
        Some((city, _, from, to, share)) => Some(one(city, *from, *to, *share, w.says_years_most)),
        None => {
            let told = |(city, _, from, to, share): &(String, _, Won, Won, Tenths)| {
                one(city, *from, *to, *share, w.says_year_change)
            };
            let list = changed.iter().map(told).collect::<Vec<_>>().join(", ");
            Some(fill(w.says_years, &[&common[..], &[("list", list.as_str())]].concat()))
        }
    }
}

fn prices(w: &OfficialWords, prices: Prices) -> String {
    match prices {
        Prices::Nominal => w.name_nominal.to_owned(),
        Prices::Of(year) => fill(w.name_real, &[("year", &year.to_string())]),
    }
}

/// Budgets per resident, all of one year; `None` without any, and for budgets of several years.
pub fn per_resident(dataset: &Dataset, budgets: &[PerResidentBudget], lang: Lang) -> Option<String> {
    let w = words(lang);
    let year = budgets.first()?.year;
    if budgets.iter().any(|budget| budget.year != year) {
        return None;
    }
    let amount =
        |budget: &PerResidentBudget| format!("{} {}", format::grouped(budget.thousand_won), w.unit_thousand_won);
    let shown: Vec<i64> = budgets.iter().map(|budget| budget.thousand_won).collect();
    let year = year.to_string();
    Some(match highest(&shown).as_deref() {
        Some([at]) => {
            let top = budgets.get(*at)?;
            let values = [
                ("year", year.as_str()),
                ("n", &budgets.len().to_string()),
                ("city", &city_name(dataset, &top.city, lang)),
                ("amount", &amount(top)),
            ];
            fill(w.says_resident_most, &values)
        }
        _ => {
            let told =
                |budget: &PerResidentBudget| format!("{} {}", city_name(dataset, &budget.city, lang), amount(budget));
            let list: Vec<String> = budgets.iter().map(told).collect();
            fill(w.says_resident_list, &[("year", &year), ("list", &list.join(", "))])
        }
    })
}

/// Why a city has no figure of a year and a stage.
pub fn missing(why: Missing, year: FiscalYear, stage: Stage, lang: Lang) -> String {
    let w = words(lang);
    let template = match why {
        Missing::Ended => w.why_ended,
        Missing::OtherTier => w.why_other_tier,
        Missing::NotFound => w.why_not_found,
    };
    fill(template, &[("year", &year.to_string()), ("stage", names::stage(stage, lang))])
}

/// The one line above a chart of several years or stages.
pub fn mixed(lang: Lang) -> &'static str {
    words(lang).note_mixed
}

/// A choice of year and stage: how many of the cities have it, where not all do.
pub fn choice(on: FieldBasis, having: usize, of: usize, lang: Lang) -> String {
    let w = words(lang);
    let template = if having == of { w.says_choice } else { w.says_choice_some };
    let (having, of) = (having.to_string(), of.to_string());
    let values =
        [("year", on.year.to_string()), ("stage", names::stage(on.stage, lang).to_owned()), ("n", having), ("of", of)];
    fill(template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What a button offers where a city has no figure: a choice for which all have one.
pub fn instead(on: FieldBasis, cities: usize, lang: Lang) -> String {
    let values =
        [("year", on.year.to_string()), ("stage", names::stage(on.stage, lang).to_owned()), ("n", cities.to_string())];
    fill(words(lang).says_instead, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What the parts leave out of the whole; where the whole is not known yet, that.
pub fn left_out(dataset: &Dataset, city: &str, on: FieldBasis, left: Option<&LeftOut>, lang: Lang) -> Option<String> {
    let w = words(lang);
    match left {
        Some(left) => {
            let values = [
                ("city", city_name(dataset, city, lang)),
                ("stage", names::stage(left.stage, lang).to_owned()),
                ("share", left.share.to_string()),
                ("amount", won(left.krw, lang)),
            ];
            Some(fill(w.note_left_out, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
        }
        None => (on.stage == Stage::Spent).then(|| fill(w.note_unchecked, &[("year", &on.year.to_string())])),
    }
}

/// An amount as short as a sentence wants it, coarser than any source.
fn won(krw: Won, lang: Lang) -> String {
    match lang {
        Lang::Ko if krw.get() >= 10_000 => format!("{} 원", format::short(krw, lang)),
        _ => format::short(krw, lang),
    }
}

/// A value of an indicator with its unit.
fn with_unit(value: Number, unit: IndicatorUnit, lang: Lang) -> String {
    let number = format::number(value);
    match unit {
        IndicatorUnit::Percent => format!("{number}%"),
        IndicatorUnit::ThousandWon => format!("{number} {}", words(lang).unit_thousand_won),
        IndicatorUnit::Won => super::won_of(value).map_or(number, |krw| won(krw, lang)),
    }
}
