use super::city::{comparability, mark, missing_mark, note, sum};
use super::pick::{Choice, Picked, pick};
use super::{Basis, detail, filled, won_value, word};
use crate::compare::both::{both, in_lang, same};
use crate::compare::strategies::city_series;
use crate::compare::{Category, Form, Mark, NoteKind, Plot, Reading, Selection, Series, Tone, Unit};
use crate::model::{Bilingual, City, Dataset, Measure, Number, OriginalBudget, Won};
use crate::order::Order;

/// A field as a source prints it: one code, several merged, or a label that is no standard field.
#[derive(Debug, Clone, PartialEq)]
struct FieldGroup {
    key: String,
    label: Bilingual,
}

/// Amounts of the functional fields: a group of bars for each field, a bar for each city.
///
/// Fields that a source merges stay merged, as a category of their own; what is not itemised is the last category.
pub fn field_amounts(dataset: &Dataset, selection: &Selection, choice: Choice) -> Plot {
    let picks = pick(dataset, selection, choice, &is_field);
    let groups = groups(dataset, &picks);
    let mut marks = Vec::new();
    for (category, group) in groups.iter().enumerate() {
        for (series, (city, picked)) in picks.iter().enumerate() {
            let figure = picked
                .as_ref()
                .and_then(|picked| picked.figures.iter().copied().find(|figure| group_key(figure) == group.key));
            // A city that merges this field with another has no bar here: the notes say what each city itemises.
            marks.extend(figure.map(|figure| mark(category, series, figure, won_value(figure.krw), city)));
        }
    }
    let mut categories: Vec<Category> = groups.into_iter().map(category).collect();
    let rest = categories.len();
    let mut has_rest = false;
    for (series, (city, picked)) in picks.iter().enumerate() {
        let value = picked.as_ref().and_then(|picked| not_itemised(city, picked));
        if let Some((krw, base)) = value {
            has_rest = true;
            marks.push(mark(rest, series, base, won_value(krw), city));
        }
    }
    if has_rest {
        let label = word(|w| w.not_itemised);
        categories.push(Category { key: "rest".into(), label, detail: None, item: None });
    }
    Plot {
        id: "city-fields".to_owned(),
        title: word(|w| w.title_fields),
        form: Form::Grouped,
        unit: Unit::Won,
        categories,
        series: city_series(dataset, selection),
        marks,
        notes: notes(dataset, &picks, choice),
        answer: None,
    }
}

/// Shares of the functional fields: a bar of 100 % for each city, with what is not itemised as its last part.
pub fn field_shares(dataset: &Dataset, selection: &Selection, choice: Choice) -> Plot {
    let picks = pick(dataset, selection, choice, &is_field);
    let groups = groups(dataset, &picks);
    let mut marks = Vec::new();
    for (category, (city, picked)) in picks.iter().enumerate() {
        let Some(picked) = picked else {
            // Of no field in particular: nothing of the city is itemised.
            marks.push(missing_mark(category, groups.len()));
            continue;
        };
        let rest = not_itemised(city, picked);
        let total = Won::sum([sum(&picked.figures), rest.map_or_else(Won::default, |(krw, _)| krw)]);
        for (series, group) in groups.iter().enumerate() {
            let figure = picked.figures.iter().copied().find(|figure| group_key(figure) == group.key);
            if let Some(figure) = figure {
                marks.push(share(category, series, figure, figure.krw, total, city));
            }
        }
        if let Some((krw, base)) = rest {
            marks.push(share(category, groups.len(), base, krw, total, city));
        }
    }
    let tones = tones(&groups);
    let part = |(group, tone): (FieldGroup, Tone)| Series { key: group.key, label: group.label, tone, detail: None };
    let mut series: Vec<Series> = groups.into_iter().zip(tones).map(part).collect();
    series.push(Series { key: "rest".into(), label: word(|w| w.not_itemised), tone: Tone::Rest, detail: None });
    Plot {
        id: "city-field-shares".to_owned(),
        title: word(|w| w.title_field_shares),
        form: Form::Shares,
        unit: Unit::Percent,
        categories: picks
            .iter()
            .map(|(city, picked)| Category {
                key: city.id.clone(),
                label: city.name.clone(),
                detail: picked.as_ref().map(|picked| {
                    detail(picked.year, picked.stage, picked.figures.first().map(|figure| figure.account))
                }),
                item: None,
            })
            .collect(),
        series,
        marks,
        notes: notes(dataset, &picks, choice),
        answer: None,
    }
}

fn is_field(budget: &OriginalBudget) -> bool {
    budget.measure == Measure::Field
}

fn category(group: FieldGroup) -> Category {
    Category { key: group.key, label: group.label, detail: None, item: None }
}

/// One key for what belongs together: the codes, or the printed label where there is none.
fn group_key(figure: &OriginalBudget) -> String {
    if figure.fields.is_empty() { format!("label:{}", figure.label.ko) } else { figure.fields.join("+") }
}

/// The field groups that any of the cities has, by code; labels without a code come last.
fn groups(dataset: &Dataset, picks: &[(&City, Option<Picked<'_>>)]) -> Vec<FieldGroup> {
    let mut groups: Vec<FieldGroup> = Vec::new();
    for figure in picks.iter().filter_map(|(_, picked)| picked.as_ref()).flat_map(|picked| &picked.figures) {
        let key = group_key(figure);
        if groups.iter().any(|group| group.key == key) {
            continue;
        }
        let names: Vec<&Bilingual> =
            figure.fields.iter().filter_map(|code| dataset.field(code)).map(|field| &field.name).collect();
        let label = if names.is_empty() {
            figure.label.clone()
        } else {
            both(|lang| names.iter().map(|name| in_lang(name, lang)).collect::<Vec<_>>().join(" + "))
        };
        groups.push(FieldGroup { key, label });
    }
    groups.order_by(|a, b| (a.key.starts_with("label:"), &a.key).cmp(&(b.key.starts_with("label:"), &b.key)));
    groups
}

/// One colour for what is mainly about the same matter, so that welfare can be followed over the cities whether or not a
/// source merges it with health; within a colour another pattern for each group.
fn tones(groups: &[FieldGroup]) -> Vec<Tone> {
    /// The codes that name a group's colour, the weightiest first; what is none of them shares the last colour.
    const MATTERS: [&str; 7] = ["080", "140", "120", "110", "100", "070", "060"];
    const COLOURS: usize = 8;
    let mut used = [0; COLOURS];
    let tone = |group: &FieldGroup| {
        let matter = MATTERS.iter().position(|code| group.key.split('+').any(|own| own == *code));
        let colour = matter.unwrap_or(MATTERS.len());
        let nth = used.get_mut(colour).map_or(0, |count: &mut usize| {
            *count += 1;
            *count - 1
        });
        Tone::Part(u8::try_from(colour + COLOURS * nth).unwrap_or(u8::MAX))
    };
    groups.iter().map(tone).collect()
}

/// What the published fields leave over of the account that they are parts of, and that account's figure.
///
/// Where the fields add up to slightly more than the account (rounding), nothing is left over.
fn not_itemised<'a>(city: &'a City, picked: &Picked<'_>) -> Option<(Won, &'a OriginalBudget)> {
    let split =
        city.field_splits.iter().find(|split| split.fiscal_year == picked.year && split.stage == picked.stage)?;
    let base = city.budgets.iter().find(|budget| {
        budget.measure == split.base && budget.fiscal_year == picked.year && budget.stage == picked.stage
    })?;
    let left = base.krw.get() - sum(&picked.figures).get();
    // A hundred million won is the publishers' rounding of one figure.
    const ROUNDING: i64 = 100_000_000;
    Won::new(left).filter(|left| left.get() > ROUNDING && !split.complete).map(|left| (left, base))
}

fn share(category: usize, series: usize, figure: &OriginalBudget, krw: Won, total: Won, city: &City) -> Mark {
    #[expect(clippy::cast_precision_loss, reason = "public budgets lie far below 2^53 won")]
    let percent = krw.get() as f64 * 100.0 / total.get().max(1) as f64;
    let value = Number::new((percent * 10.0).round() / 10.0).map_or(Reading::NotApplicable, Reading::Value);
    let mut mark = mark(category, series, figure, won_value(figure.krw), city);
    mark.value = value;
    mark
}

/// How many fields a city's sources print, and how much of their account these are.
fn itemised(city: &City, picked: &Picked<'_>) -> Option<crate::compare::Note> {
    let split =
        city.field_splits.iter().find(|split| split.fiscal_year == picked.year && split.stage == picked.stage)?;
    let merged = picked.figures.iter().filter(|figure| figure.fields.len() > 1).count();
    let when = detail(picked.year, picked.stage, None);
    let percent = both(|lang| crate::format::percent(split.itemised_percent.get() / 100.0, lang));
    let values = [
        ("city", &city.name),
        ("when", &when),
        ("n", &same(split.printed)),
        ("merged", &same(merged)),
        ("percent", &percent),
    ];
    Some(note(NoteKind::Missing, filled(|w| w.note_itemised, &values)))
}

fn notes(dataset: &Dataset, picks: &[(&City, Option<Picked<'_>>)], choice: Choice) -> Vec<crate::compare::Note> {
    let mut notes = comparability(dataset, picks, choice, Basis::Amount);
    notes.retain(|note| note.kind != NoteKind::Missing);
    for (city, _) in picks.iter().filter(|(_, picked)| picked.is_none()) {
        notes.push(note(NoteKind::Missing, filled(|w| w.note_no_fields, &[("city", &city.name)])));
    }
    notes.extend(picks.iter().filter_map(|(city, picked)| itemised(city, picked.as_ref()?)));
    let accounts: Vec<_> =
        picks.iter().filter_map(|(city, picked)| Some((city, picked.as_ref()?.figures.first()?.account))).collect();
    if accounts.windows(2).any(|pair| pair.first().map(|p| p.1) != pair.last().map(|p| p.1)) {
        let named: Vec<Bilingual> = accounts
            .iter()
            .map(|(city, account)| {
                both(|lang| format!("{} {}", in_lang(&city.name, lang), crate::compare::account_name(*account, lang)))
            })
            .collect();
        let list = crate::compare::both::list(&named);
        notes.insert(0, note(NoteKind::NotComparable, filled(|w| w.note_accounts_differ, &[("list", &list)])));
    }
    notes
}
