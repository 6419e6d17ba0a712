//! Writes `country.bin` from the seeds.

use super::{Column, Index, MAGIC, Measured, PlaceHead};
use crate::model::FiscalYear;
use crate::model::official::CountryPlace;
use crate::seeds::country::CountrySeeds;
use std::collections::BTreeSet;

/// The bytes of the file.
///
/// # Errors
/// If an amount does not fit into its column, or is finer than the file keeps it.
pub fn write(seeds: &CountrySeeds) -> Result<Vec<u8>, String> {
    let columns = columns(&seeds.places);
    let index = Index {
        places: seeds.places.iter().map(head).collect(),
        columns: kept(&columns),
        sources: seeds.sources.clone(),
    };
    let index = serde_json::to_vec(&index).map_err(|error| error.to_string())?;
    let length = u32::try_from(index.len()).map_err(|error| error.to_string())?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend(index);
    for column in kept(&columns) {
        let since = column.since.and_then(|at| columns.get(at));
        bytes.extend(block(&column, since, &seeds.places)?);
    }
    Ok(bytes)
}

/// The columns as the file names them: an amount counts from the one that is likely nearest to it.
fn kept(columns: &[Measured]) -> Vec<Column> {
    let at = |of: &Measured| columns.iter().position(|column| column == of);
    let before = |year: &FiscalYear| FiscalYear(year.0 - 1);
    let since = |place: usize, of: &Measured| match of {
        Measured::Initial(year) => at(&Measured::Initial(before(year))),
        Measured::Final(year) => at(&Measured::Initial(*year)),
        Measured::SettledRevenue(year) => at(&Measured::Final(*year)),
        Measured::IndependenceOldRule(year) => at(&Measured::IndependenceOldRule(before(year))),
        Measured::IndependenceNewRule(year) => at(&Measured::IndependenceNewRule(before(year))),
        Measured::Residents(_) => {
            place.checked_sub(1).filter(|at| matches!(columns.get(*at), Some(Measured::Residents(_))))
        }
        _ => None,
    };
    let column = |(place, of): (usize, &Measured)| Column { of: of.clone(), width: width(of), since: since(place, of) };
    columns.iter().enumerate().map(column).collect()
}

fn head(place: &CountryPlace) -> PlaceHead {
    PlaceHead {
        lofin: place.lofin.to_string(),
        mois: place.mois.clone(),
        ko: place.name.ko.clone(),
        en: place.name.en.clone(),
        province: place.province.clone(),
        kind: place.kind,
        years: place.years,
        successor: place.successor.map(|(code, why)| (code.to_string(), why)),
        former: place.former_name_ko.clone(),
        ended: place.ended.clone(),
    }
}

/// Every column that a place has a value in.
fn columns(places: &[CountryPlace]) -> Vec<Measured> {
    let set = |years: &mut dyn Iterator<Item = FiscalYear>| years.collect::<BTreeSet<_>>();
    let totals = set(&mut places.iter().flat_map(|place| place.totals.iter().map(|totals| totals.year)));
    let independence = || places.iter().flat_map(|place| &place.independence);
    let old = set(&mut independence().filter(|known| known.old_rule.is_some()).map(|known| known.year));
    let new = set(&mut independence().filter(|known| known.new_rule.is_some()).map(|known| known.year));
    let fields: BTreeSet<&String> =
        places.iter().flat_map(|place| place.fields.iter().map(|field| &field.field)).collect();
    let days: BTreeSet<_> = places.iter().flat_map(|place| place.residents.iter().map(|(day, _)| day)).collect();
    let mut columns: Vec<Measured> = totals.iter().copied().map(Measured::Initial).collect();
    columns.extend(totals.iter().copied().map(Measured::Final));
    columns.extend(totals.iter().copied().map(Measured::SettledRevenue));
    columns.extend(fields.into_iter().cloned().map(Measured::PolicyProjects));
    columns.push(Measured::Administration);
    columns.extend(old.into_iter().map(Measured::IndependenceOldRule));
    columns.extend(new.into_iter().map(Measured::IndependenceNewRule));
    columns.extend(days.into_iter().cloned().map(Measured::Residents));
    columns
}

/// As many bytes as the largest number needs, and one bit more, so that all bits set is no number.
const fn width(of: &Measured) -> usize {
    match of {
        Measured::Initial(_) | Measured::Final(_) | Measured::SettledRevenue(_) => 5,
        Measured::PolicyProjects(_) | Measured::Administration | Measured::Residents(_) => 4,
        Measured::IndependenceOldRule(_) | Measured::IndependenceNewRule(_) => 2,
    }
}

fn block(column: &Column, since: Option<&Measured>, places: &[CountryPlace]) -> Result<Vec<u8>, String> {
    let (width, absent, of) = (column.width, column.absent(), &column.of);
    let mut block = vec![0; width * places.len()];
    for (at, place) in places.iter().enumerate() {
        let told = |number: i64| format!("{number} of {} does not fit into {width} bytes of {of:?}", place.lofin);
        let fits = |number: u64| Some(number).filter(|number| *number < absent);
        let cell = match (number(of, place)?, since) {
            (None, _) => absent,
            (Some(value), None) => u64::try_from(value).ok().and_then(fits).ok_or_else(|| told(value))?,
            (Some(value), Some(since)) => {
                let apart = value - number(since, place)?.unwrap_or_default();
                let twice = apart.unsigned_abs() * 2;
                fits(if apart < 0 { twice - 1 } else { twice }).ok_or_else(|| told(value))?
            }
        };
        for (plane, byte) in cell.to_le_bytes().into_iter().take(width).enumerate() {
            if let Some(kept) = block.get_mut(plane * places.len() + at) {
                *kept = byte;
            }
        }
    }
    Ok(block)
}

/// A place's number in a column, in the column's unit.
fn number(of: &Measured, place: &CountryPlace) -> Result<Option<i64>, String> {
    let exact = |krw: i64| {
        let told = || format!("{krw} won of {} is finer than the thousand won of {of:?}", place.lofin);
        if krw % 1_000 == 0 { Ok(Some(krw / 1_000)) } else { Err(told()) }
    };
    let totals = |year: &FiscalYear| place.totals.iter().find(|totals| totals.year == *year);
    let known = |year: &FiscalYear| place.independence.iter().find(|known| known.year == *year);
    #[expect(clippy::cast_possible_truncation, reason = "per cent with two decimals")]
    let hundredths = |percent: f64| (percent * 100.0).round() as i64;
    match of {
        Measured::Initial(year) => totals(year).map_or(Ok(None), |totals| exact(totals.initial.get())),
        Measured::Final(year) => totals(year).map_or(Ok(None), |totals| exact(totals.last.get())),
        // Half a thousand and more is the next thousand.
        Measured::SettledRevenue(year) => {
            Ok(totals(year).and_then(|totals| totals.settled_revenue).map(|krw| (krw.get() + 500) / 1_000))
        }
        Measured::PolicyProjects(field) => {
            let found = place.fields.iter().find(|known| known.field == *field);
            found.map_or(Ok(None), |found| exact(found.policy_projects.get()))
        }
        Measured::Administration => place.administration.map_or(Ok(None), |krw| exact(krw.get())),
        Measured::IndependenceOldRule(year) => {
            Ok(known(year).and_then(|known| known.old_rule).map(|number| hundredths(number.get())))
        }
        Measured::IndependenceNewRule(year) => {
            Ok(known(year).and_then(|known| known.new_rule).map(|number| hundredths(number.get())))
        }
        Measured::Residents(day) => {
            let found = place.residents.iter().find(|(known, _)| known == day);
            Ok(found.and_then(|(_, persons)| i64::try_from(*persons).ok()))
        }
    }
}
