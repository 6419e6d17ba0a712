//! Sentences of the unit matrix. Each says one thing about the shares as they are shown.

use super::{Ask, UnitCell, UnitMatrix, UnitRow, field_name};
use crate::compare::FEWEST_FOR_SUPERLATIVE;
use crate::compare::official::Tenths;
use crate::compare::official::say::highest;
use crate::compare::{Selection, in_lang};
use crate::model::{City, Dataset, Document, DocumentKind};
use crate::text::matrix::words;
use crate::text::{Lang, fill};

/// Lengths from whose ratio on two documents are called unequal.
const UNEQUAL: u32 = 2;

/// How unequal the documents of the chosen cities are.
#[derive(Debug, Clone, PartialEq)]
pub enum Unequal<'a> {
    /// Some are a single press article, others are not.
    Articles {
        /// The longest of the others, and its lines.
        longest: (&'a City, u32),
        /// Whose document is an article.
        articles: Vec<&'a City>,
    },
    /// The longest has twice the lines of the shortest, or more.
    Lines {
        /// The longest.
        longest: (&'a City, u32),
        /// The shortest.
        shortest: (&'a City, u32),
    },
}

/// How unequal the documents are, from their kinds and lengths; `None` where neither tells them apart.
pub fn unequal<'a>(dataset: &'a Dataset, selection: &'a Selection) -> Option<Unequal<'a>> {
    let with = selection.cities(dataset).filter(|city| !city.plan.items.is_empty());
    let documents: Vec<(&City, &Document)> =
        with.filter_map(|city| Some((city, dataset.document(&city.plan.document)?))).collect();
    let is_article = |document: &Document| document.kind == DocumentKind::NewsArticle;
    let lines = |wanted: &dyn Fn(&Document) -> bool| -> Vec<(&'a City, u32)> {
        let wanted = documents.iter().filter(|(_, document)| wanted(document));
        wanted.filter_map(|(city, document)| Some((*city, document.lines?))).collect()
    };
    let articles: Vec<&City> =
        documents.iter().filter(|(_, document)| is_article(document)).map(|(city, _)| *city).collect();
    let longest = lines(&|document| !is_article(document)).into_iter().max_by_key(|(_, lines)| *lines);
    if let Some(longest) = longest.filter(|_| !articles.is_empty()) {
        return Some(Unequal::Articles { longest, articles });
    }
    let all = lines(&|_| true);
    let longest = *all.iter().max_by_key(|(_, lines)| *lines)?;
    let shortest = *all.iter().min_by_key(|(_, lines)| *lines)?;
    (longest.1 >= shortest.1.saturating_mul(UNEQUAL)).then_some(Unequal::Lines { longest, shortest })
}

/// The one caveat above the matrix: counts of unequal documents do not compare.
pub fn caveat(unequal: &Unequal<'_>, lang: Lang) -> String {
    let w = words(lang);
    let name = |city: &City| in_lang(&city.name, lang).to_owned();
    let number = |lines: u32| crate::format::grouped(lines.into());
    match unequal {
        Unequal::Articles { longest: (city, lines), articles } => {
            let articles: Vec<String> = articles.iter().map(|city| name(city)).collect();
            let list = articles.join(if lang == Lang::Ko { "·" } else { ", " });
            fill(w.caveat_article, &[("city", &name(city)), ("lines", &number(*lines)), ("articles", &list)])
        }
        Unequal::Lines { longest, shortest } => {
            let values = [
                ("city", name(longest.0)),
                ("lines", number(longest.1)),
                ("short", name(shortest.0)),
                ("few", number(shortest.1)),
            ];
            fill(w.caveat_lines, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
    }
}

/// The sentence that answers the matrix: its first row over the cities; where items are narrowed down, how many of each
/// document's plans fit.
pub fn answer(ask: &Ask<'_>, matrix: &UnitMatrix<'_>, lang: Lang) -> Option<String> {
    if ask.narrows() {
        return Some(fitting(matrix, lang));
    }
    let row = matrix.rows.iter().find(|row| row.plans() > 0)?;
    over_cities(row, &matrix.cities, lang)
}

/// Of each document the field with the largest share of its plans, several where they share the first place.
pub(super) fn most_of_each(matrix: &UnitMatrix<'_>, lang: Lang) -> Option<String> {
    let w = words(lang);
    let told = |(place, city): (usize, &&City)| {
        let planned: Vec<(&UnitRow<'_>, Tenths)> = matrix
            .rows
            .iter()
            .filter_map(|row| Some((row, row.share(place).filter(|share| share.get() > 0)?)))
            .collect();
        let shares: Vec<Tenths> = planned.iter().map(|(_, share)| *share).collect();
        let first = highest(&shares)?;
        let names: Vec<&str> =
            first.iter().filter_map(|at| planned.get(*at)).map(|(row, _)| field_name(row.field, lang)).collect();
        let share = first.first().and_then(|at| shares.get(*at))?.to_string();
        let city = in_lang(&city.name, lang);
        Some(fill(w.says_most_of, &[("city", city), ("what", &names.join(", ")), ("share", &share)]))
    };
    let list: Vec<String> = matrix.cities.iter().enumerate().filter_map(told).collect();
    (!list.is_empty()).then(|| fill(w.says_most, &[("list", &list.join(if lang == Lang::Ko { ", " } else { "; " }))]))
}

fn fitting(matrix: &UnitMatrix<'_>, lang: Lang) -> String {
    let w = words(lang);
    let told = |(place, city): (usize, &&City)| {
        let n: usize = matrix.rows.iter().filter_map(|row| row.cells.get(place)).map(|cell| cell.plans).sum();
        let all = city.plan.plans().count();
        let values = [("city", in_lang(&city.name, lang)), ("n", &n.to_string()), ("all", &all.to_string())];
        (n, all, fill(w.says_fitting_of, &values))
    };
    let counts: Vec<_> = matrix.cities.iter().enumerate().map(told).filter(|(_, all, _)| *all > 0).collect();
    if counts.iter().all(|(n, ..)| *n == 0) {
        return w.says_nothing_fits.to_owned();
    }
    let list: Vec<String> = counts.into_iter().map(|(_, _, text)| text).collect();
    fill(w.says_fitting, &[("list", &list.join(", "))])
}

/// A field over the cities: which document gives it the largest share of its plans.
fn over_cities(row: &UnitRow<'_>, cities: &[&City], lang: Lang) -> Option<String> {
    let w = words(lang);
    let known: Vec<(&str, &UnitCell, Tenths)> = cities
        .iter()
        .zip(&row.cells)
        .filter_map(|(city, cell)| Some((in_lang(&city.name, lang), cell, cell.share?)))
        .collect();
    let shares: Vec<Tenths> = known.iter().map(|(_, _, share)| *share).collect();
    let what = field_name(row.field, lang);
    let n = known.len().to_string();
    let share = |(city, cell, share): &(&str, &UnitCell, Tenths)| {
        fill(w.says_share, &[("city", city), ("share", &share.to_string()), ("plans", &cell.plans.to_string())])
    };
    Some(match highest(&shares).as_deref() {
        Some([at]) => {
            let (city, cell, share) = known.get(*at)?;
            let values = [
                ("what", what),
                ("n", &n),
                ("city", city),
                ("share", &share.to_string()),
                ("plans", &cell.plans.to_string()),
                ("all", &cell.all.to_string()),
            ];
            fill(w.says_highest, &values)
        }
        Some(several) => {
            let top: Vec<&str> = several.iter().filter_map(|at| known.get(*at)).map(|(city, ..)| *city).collect();
            let share = several.first().and_then(|at| shares.get(*at))?.to_string();
            let values = [("what", what), ("n", &n), ("cities", &top.join(", ")), ("share", &share)];
            fill(w.says_highest_equal, &values)
        }
        None if known.len() >= FEWEST_FOR_SUPERLATIVE => {
            fill(w.says_same, &[("what", what), ("n", &n), ("share", &shares.first()?.to_string())])
        }
        None if known.is_empty() => return None,
        None => {
            let list: Vec<String> = known.iter().map(share).collect();
            fill(w.says_shares, &[("what", what), ("list", &list.join(", "))])
        }
    })
}
