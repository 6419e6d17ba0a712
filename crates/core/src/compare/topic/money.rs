//! The money of a topic's main field for each resident, for scale. It is not the money of the topic.

use super::Subject;
use crate::compare::FEWEST_FOR_SUPERLATIVE;
use crate::compare::both::both;
use crate::compare::budgets::missing_mark;
use crate::compare::official::plots::{Figures, plain_name};
use crate::compare::official::say::{basis as basis_text, city_name, highest};
use crate::compare::official::{FieldBasis, PartKey, field_choices, parts};
use crate::compare::strategies::city_tone;
use crate::compare::units;
use crate::compare::{Category, Evidence, Form, Mark, Note, NoteKind, Plot, Reading, Series, Unit, in_lang};
use crate::format;
use crate::model::official::{ResidentMeasure, Scope};
use crate::model::{Account, Bilingual, Dataset, Number, Won};
use crate::text::topic::words;
use crate::text::{Lang, fill};

/// Amounts for each resident are rounded to this: what comes after it says nothing of a city.
const ROUNDED_TO: i64 = 10_000;

/// The field that most plans of a subject are counted in, in the whole dataset, so that it is the same whichever cities are
/// chosen; of equals the first. `None` of a subject without a plan.
pub fn main_field(dataset: &Dataset, subject: Subject<'_>) -> Option<String> {
    let own = |id: &String| Some(dataset.item(id)?.1).filter(|item| item.is_plan());
    let fields: Vec<&str> = subject.items().iter().filter_map(own).filter_map(units::main_field).collect();
    let mut best: Option<(&str, usize)> = None;
    for field in &dataset.fields {
        let n = fields.iter().filter(|code| **code == field.code).count();
        if n > best.map_or(0, |(_, most)| most) {
            best = Some((&field.code, n));
        }
    }
    best.map(|(code, _)| code.to_owned())
}

/// What is spent on a subject's main field for each resident: of the newest year and stage that all chosen cities have, by the
/// residents of the eve of that year. `None` without official figures of the field.
pub fn money(of: Figures<'_>, subject: Subject<'_>) -> Option<Plot> {
    let key = PartKey::Field(main_field(of.dataset, subject)?);
    let cities = of.selection.ids();
    let on = field_choices(of.official, &cities).default()?;
    let made: Vec<Mark> = cities.iter().enumerate().map(|(place, city)| mark(of, (place, city), on, &key)).collect();
    let what = |lang| plain_name(of.dataset, &key, lang);
    let not_it = |lang| {
        let values = [
            ("what", what(lang)),
            ("topic", in_lang(&subject.title(), lang).to_owned()),
            ("basis", basis_text(on, lang)),
            ("eve", on.year.0.saturating_sub(1).to_string()),
        ];
        fill(words(lang).note_scale, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let said = |lang| answer(of, &made, on, &what(lang), lang);
    let plot = Plot {
        id: format!("topic-money-{}", subject.key()),
        title: both(|lang| fill(words(lang).title_scale, &[("what", &what(lang))])),
        form: Form::Bars,
        unit: Unit::WonPerResident,
        categories: cities.iter().map(|city| category(of, city)).collect(),
        series: cities.iter().map(|city| series(of, city)).collect(),
        answer: said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en)),
        marks: made,
        notes: vec![Note { kind: NoteKind::NotComparable, text: both(not_it), evidence: Vec::new() }],
    };
    (!plot.is_empty()).then_some(plot)
}

fn category(of: Figures<'_>, city: &str) -> Category {
    let label = both(|lang| city_name(of.dataset, city, lang));
    Category { key: city.to_owned(), label, detail: None, item: None }
}

fn series(of: Figures<'_>, city: &str) -> Series {
    let label = both(|lang| city_name(of.dataset, city, lang));
    Series { key: city.to_owned(), label, tone: city_tone(of.dataset, of.selection, city), detail: None }
}

fn mark(of: Figures<'_>, (place, city): (usize, &str), on: FieldBasis, key: &PartKey) -> Mark {
    let all = parts(of.official, city, on);
    let own = all.iter().find(|part| part.key == *key);
    // None of this field among the others: nothing is spent on it.
    let krw = own.map(|part| part.amount.krw).or_else(|| all.first().map(|_| Won::default()));
    let residents = of.official.residents_on_the_eve(city, on.year, ResidentMeasure::Registered);
    let each = krw.zip(residents).and_then(|(krw, residents)| per_resident(krw, residents.persons));
    #[expect(clippy::cast_precision_loss, reason = "an amount for one resident lies far below 2^53 won")]
    let value = each.and_then(|each| Number::new(each as f64));
    let table = own.or_else(|| all.first()).map(|part| {
        let printed = own.map(|part| part.printed.as_str());
        Evidence::page(&part.source, printed)
    });
    let counted = residents.map(|residents| Evidence::page(&residents.source, None));
    Mark {
        value: value.map_or(Reading::NotStated, Reading::Value),
        year: Some(on.year),
        stage: Some(on.stage),
        account: (on.scope == Scope::General).then_some(Account::General),
        amount: krw.filter(|_| value.is_some()),
        evidence: table.into_iter().chain(counted).collect(),
        notes: vec![0],
        ..missing_mark(place, place)
    }
}

/// Won for each resident, rounded half up to ten thousand.
fn per_resident(krw: Won, persons: u64) -> Option<i64> {
    let persons = i128::from(persons);
    let unit = i128::from(ROUNDED_TO);
    if persons == 0 {
        return None;
    }
    i64::try_from((i128::from(krw.get()) * 2 + persons * unit) / (2 * persons * unit) * unit).ok()
}

fn answer(of: Figures<'_>, marks: &[Mark], on: FieldBasis, what: &str, lang: Lang) -> Option<String> {
    let w = words(lang);
    let cities = of.selection.ids();
    let known: Vec<(String, i64)> = marks
        .iter()
        .filter_map(|mark| {
            let Reading::Value(value) = mark.value else { return None };
            Some((city_name(of.dataset, cities.get(mark.category)?, lang), value.whole()?))
        })
        .collect();
    let amount = |krw: i64| Won::new(krw).map(|krw| format::exact(krw, lang)).unwrap_or_default();
    let shown: Vec<i64> = known.iter().map(|(_, krw)| *krw).collect();
    let (n, basis) = (known.len().to_string(), basis_text(on, lang));
    let common = [("what", what), ("n", n.as_str()), ("basis", basis.as_str())];
    let with = |template: &str, more: &[(&str, &str)]| fill(template, &[&common[..], more].concat());
    Some(match highest(&shown) {
        Some(first) => {
            let top: Vec<&str> = first.iter().filter_map(|at| known.get(*at)).map(|(city, _)| city.as_str()).collect();
            let most = amount(*first.first().and_then(|at| shown.get(*at))?);
            let template = if top.len() == 1 { w.says_scale_most } else { w.says_scale_most_equal };
            with(template, &[("cities", &top.join(", ")), ("amount", &most)])
        }
        None if known.len() >= FEWEST_FOR_SUPERLATIVE => {
            with(w.says_scale_same, &[("amount", &amount(*shown.first()?))])
        }
        None if known.is_empty() => return None,
        None => {
            let list: Vec<String> = known.iter().map(|(city, krw)| format!("{city} {}", amount(*krw))).collect();
            with(w.says_scale, &[("list", &list.join(", "))])
        }
    })
}
