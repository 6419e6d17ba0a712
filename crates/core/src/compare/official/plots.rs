//! Official figures as plots: what chart, table, CSV and sentences are made from.

mod beside;

pub use beside::{peers, years};

use super::{
    Course, FieldBasis, PanelOrder, PartKey, PerResidentBudget, Row, Tenths, courses, field_choices, left_out, panels,
    per_resident as budget_of, say, strip,
};
use crate::compare::both::both;
use crate::compare::budgets::{missing_mark, won_value};
use crate::compare::strategies::city_tone;
use crate::compare::{
    Category, Evidence, Form, Mark, Note, NoteKind, Plot, Reading, Selection, Series, Tone, Unit, in_lang,
};
use crate::format;
use crate::model::official::{Official, Scope, Side};
use crate::model::{Account, Bilingual, Dataset, FiscalYear, Number, Stage, Won};
use crate::text::official::{OfficialWords, plain_field, stage as stage_name, words};
use crate::text::{Lang, fill};

/// What every plot is made from.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    /// Cities and fields.
    pub dataset: &'a Dataset,
    /// Their official figures.
    pub official: &'a Official,
    /// The chosen cities.
    pub selection: &'a Selection,
}

/// A string of the official figures in every language.
fn word(pick: impl Fn(&'static OfficialWords) -> &'static str) -> Bilingual {
    both(|lang| pick(words(lang)).to_owned())
}

fn note(kind: NoteKind, text: Bilingual) -> Note {
    Note { kind, text, evidence: Vec::new() }
}

fn share_value(share: Tenths) -> Reading {
    Number::new(share.percent()).map_or(Reading::NotApplicable, Reading::Value)
}

fn account(scope: Scope) -> Option<Account> {
    (scope == Scope::General).then_some(Account::General)
}

/// The plain name of a part, as a resident would say it.
pub fn plain_name(dataset: &Dataset, key: &PartKey, lang: Lang) -> String {
    let plain = match key {
        PartKey::Field(code) => plain_field(code, lang),
        PartKey::Administration => None,
    };
    plain.map_or_else(|| say::part_name(dataset, key, lang), str::to_owned)
}

fn key_of(key: &PartKey) -> String {
    match key {
        PartKey::Field(code) => code.clone(),
        PartKey::Administration => "administration".to_owned(),
    }
}

impl Figures<'_> {
    fn cities(&self) -> Vec<&str> {
        self.selection.ids()
    }

    fn category(&self, city: &str, detail: Option<Bilingual>) -> Category {
        let label = both(|lang| say::city_name(self.dataset, city, lang));
        Category { key: city.to_owned(), label, detail, item: None }
    }

    fn city_series(&self) -> Vec<Series> {
        let series = |city: &&str| Series {
            key: (*city).to_owned(),
            label: both(|lang| say::city_name(self.dataset, city, lang)),
            tone: city_tone(self.dataset, self.selection, city),
            detail: None,
        };
        self.cities().iter().map(series).collect()
    }

    fn rows(&self, on: FieldBasis) -> Vec<Row<FieldBasis>> {
        field_choices(self.official, &self.cities()).choose(self.official, on).rows
    }

    /// What the parts leave out, each sentence once; first why a city has no figure, which changes the reading.
    fn field_notes(&self, on: FieldBasis) -> Vec<Note> {
        let missing = self.rows(on).into_iter().filter_map(|row| {
            let text = |lang| {
                let city = say::city_name(self.dataset, &row.city, lang);
                Some(format!("{city}: {}", say::missing(row.missing?, on.year, on.stage, lang)))
            };
            Some(note(NoteKind::Missing, Bilingual::new(text(Lang::Ko)?, text(Lang::En)?)))
        });
        let left = self.rows(on).into_iter().filter(|row| row.missing.is_none()).filter_map(|row| {
            let left = left_out(self.official, &row.city, on);
            let text = |lang| say::left_out(self.dataset, &row.city, on, left.as_ref(), lang);
            Some(note(NoteKind::Method, Bilingual::new(text(Lang::Ko)?, text(Lang::En)?)))
        });
        let mut notes: Vec<Note> = Vec::new();
        for note in missing.chain(left).chain(self.ended_notes()) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    /// Why a city has no budget for each resident.
    fn lacking(&self, found: &[Option<PerResidentBudget>], year: FiscalYear) -> Vec<Note> {
        let without = self.cities().into_iter().zip(found).filter(|(_, budget)| budget.is_none());
        let text = |city: &str, lang| {
            let why = say::missing(super::Missing::NotFound, year, Stage::Initial, lang);
            format!("{}: {why}", say::city_name(self.dataset, city, lang))
        };
        without.map(|(city, _)| note(NoteKind::Missing, both(|lang| text(city, lang)))).collect()
    }

    /// Which of the cities are no more: said once, plainly.
    fn ended_notes(&self) -> Vec<Note> {
        let ended = |city: &&str| {
            let day = self.official.place(city)?.ended.clone()?;
            let text = |lang| {
                let city = say::city_name(self.dataset, city, lang);
                fill(words(lang).note_ended, &[("city", &city), ("day", &format::date(&day, lang))])
            };
            Some(note(NoteKind::Method, both(text)))
        };
        self.cities().iter().filter_map(ended).collect()
    }

    /// The sentence of a part over the cities.
    fn answer(&self, key: &PartKey, on: FieldBasis) -> Option<Bilingual> {
        let (panels, _) = panels(self.official, &self.cities(), on, PanelOrder::Field);
        let panel = panels.iter().find(|panel| panel.key == *key)?;
        let text = |lang| say::field_over_cities(self.dataset, panel, on, lang);
        Some(Bilingual::new(text(Lang::Ko)?, text(Lang::En)?))
    }
}

/// “If the city's money were 100,000 won”: a strip a city, one part lit, its share and amount beside it.
pub fn blocks(of: Figures<'_>, on: FieldBasis, lit: &PartKey) -> Plot {
    let cities = of.cities();
    let strips: Vec<_> = cities.iter().map(|city| strip(of.official, city, on)).collect();
    let mut keys: Vec<PartKey> =
        strips.iter().flatten().flat_map(|(parts, _)| parts.iter().map(|part| part.part.key.clone())).collect();
    keys.sort_unstable();
    keys.dedup();
    let tone = |at: usize, key: &PartKey| {
        if key == lit { Tone::Part(0) } else { Tone::Ground(u8::from(at % 2 == 1)) }
    };
    let series = keys.iter().enumerate().map(|(at, key)| Series {
        key: key_of(key),
        label: both(|lang| plain_name(of.dataset, key, lang)),
        tone: tone(at, key),
        detail: None,
    });
    let (mut categories, mut marks) = (Vec::new(), Vec::new());
    for (place, (city, strip)) in cities.iter().zip(&strips).enumerate() {
        let parts = strip.as_ref().map(|(parts, _)| parts.as_slice()).unwrap_or_default();
        let detail =
            parts.iter().find(|part| part.part.key == *lit).map(|part| both(|lang| lit_detail(of, part, lang)));
        let detail = detail.or_else(|| {
            let row = of.rows(on).into_iter().find(|row| row.city == *city)?;
            let why = row.missing?;
            Some(both(|lang| say::missing(why, on.year, on.stage, lang)))
        });
        categories.push(of.category(city, detail));
        if parts.is_empty() {
            marks.push(Mark { year: Some(on.year), stage: Some(on.stage), ..missing_mark(place, 0) });
        }
        marks.extend(parts.iter().filter_map(|part| {
            Some(Mark {
                value: share_value(part.share),
                year: Some(on.year),
                stage: Some(on.stage),
                account: account(on.scope),
                amount: Some(part.part.amount.krw),
                evidence: vec![Evidence::page(&part.part.source, Some(&part.part.printed))],
                ..missing_mark(place, keys.iter().position(|key| *key == part.part.key)?)
            })
        }));
    }
    let mut notes = of.field_notes(on);
    notes.push(note(NoteKind::Method, word(|w| w.note_blocks)));
    Plot {
        id: "money-blocks".to_owned(),
        title: word(|w| w.title_blocks),
        form: Form::Blocks,
        unit: Unit::Percent,
        categories,
        series: series.collect(),
        marks,
        notes,
        answer: of.answer(lit, on),
    }
}

/// `복지 36.8% · 5,383억`: the share never without its amount.
fn lit_detail(of: Figures<'_>, part: &super::StripPart, lang: Lang) -> String {
    let values = [
        ("what", plain_name(of.dataset, &part.part.key, lang)),
        ("share", part.share.to_string()),
        ("amount", format::short(part.part.amount.krw, lang)),
    ];
    fill(words(lang).detail_lit, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// A small chart for each field, one scale for all.
pub fn multiples(of: Figures<'_>, on: FieldBasis, order: PanelOrder<'_>) -> Plot {
    let cities = of.cities();
    let (panels, _) = panels(of.official, &cities, on, order);
    let by_city: Vec<_> = cities.iter().map(|city| super::parts(of.official, city, on)).collect();
    let (mut categories, mut marks) = (Vec::new(), Vec::new());
    for (place, panel) in panels.iter().enumerate() {
        let (label, official) = (
            both(|lang| plain_name(of.dataset, &panel.key, lang)),
            both(|lang| say::part_name(of.dataset, &panel.key, lang)),
        );
        let detail = (label != official).then_some(official);
        categories.push(Category { key: key_of(&panel.key), label, detail, item: None });
        for (series, (_, row)) in panel.rows.iter().enumerate() {
            // A true zero rests on the table that has no line for the field.
            let parts = by_city.get(series).map(Vec::as_slice).unwrap_or_default();
            let own = parts.iter().find(|part| part.key == panel.key).or_else(|| parts.first());
            let printed = own.filter(|part| part.key == panel.key).map(|part| part.printed.as_str());
            marks.push(Mark {
                value: row.map_or(Reading::NotStated, |(share, _)| share_value(share)),
                year: Some(on.year),
                stage: Some(on.stage),
                account: account(on.scope),
                amount: row.map(|(_, amount)| amount.krw),
                evidence: own.map(|part| Evidence::page(&part.source, printed)).into_iter().collect(),
                ..missing_mark(place, series)
            });
        }
    }
    Plot {
        id: "money-fields".to_owned(),
        title: word(|w| w.title_fields),
        form: Form::Multiples,
        unit: Unit::Percent,
        categories,
        series: of.city_series(),
        marks,
        notes: of.field_notes(on),
        answer: panels.first().and_then(|panel| of.answer(&panel.key, on)),
    }
}

/// The initial budget for each resident, by LOFIN's definition.
pub fn per_resident(of: Figures<'_>, year: FiscalYear) -> Plot {
    let cities = of.cities();
    let budgets: Vec<Option<PerResidentBudget>> =
        cities.iter().map(|city| budget_of(of.official, city, year)).collect();
    let row = |(place, (city, budget)): (usize, (&&str, &Option<PerResidentBudget>))| {
        let total = of.official.total(city, year, Stage::Initial, Scope::General, Side::Expenditure);
        let each = budget.as_ref().and_then(|budget| Won::new(budget.thousand_won.checked_mul(1_000)?));
        Mark {
            value: each.map_or(Reading::NotStated, won_value),
            year: Some(year),
            stage: Some(Stage::Initial),
            account: Some(Account::General),
            evidence: total.map(|total| Evidence::page(&total.source, None)).into_iter().collect(),
            ..missing_mark(place, place)
        }
    };
    let known: Vec<PerResidentBudget> = budgets.iter().flatten().cloned().collect();
    let said = |lang| say::per_resident(of.dataset, &known, lang);
    Plot {
        id: "money-per-resident".to_owned(),
        title: word(|w| w.title_per_resident),
        form: Form::Bars,
        unit: Unit::WonPerResident,
        categories: cities.iter().map(|city| of.category(city, None)).collect(),
        series: of.city_series(),
        marks: cities.iter().zip(&budgets).enumerate().map(row).collect(),
        notes: [
            of.lacking(&budgets, year),
            vec![note(NoteKind::Method, word(|w| w.note_per_resident))],
            of.ended_notes(),
        ]
        .concat(),
        answer: said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en)),
    }
}

/// Initial, final and settled in per cent of the initial budget, with funds.
pub fn stages(of: Figures<'_>, year: FiscalYear) -> Plot {
    let cities = of.cities();
    let mut found: Vec<Option<Course>> = Vec::new();
    for city in &cities {
        let mut all = courses(of.official, city, Scope::WithFunds);
        all.retain(|course| course.year == year);
        found.push(all.pop());
    }
    let (mut categories, mut marks) = (Vec::new(), Vec::new());
    for (place, (city, course)) in cities.iter().zip(&found).enumerate() {
        categories.push(of.category(city, course.as_ref().map(|course| both(|lang| course_detail(course, lang)))));
        let whole = course.as_ref().and_then(|c| Some((c.initial, Tenths::of(c.initial, c.initial)?)));
        let steps = [
            (Stage::Initial, whole),
            (Stage::Final, course.as_ref().and_then(|course| course.last)),
            (Stage::Settled, course.as_ref().and_then(|course| course.expenditure)),
        ];
        for (series, (stage, step)) in steps.into_iter().enumerate() {
            let total = of.official.total(city, year, stage, Scope::WithFunds, Side::Expenditure);
            marks.push(Mark {
                value: step.map_or(Reading::NotStated, |(_, share)| share_value(share)),
                year: Some(year),
                stage: Some(stage),
                amount: step.map(|(krw, _)| krw),
                evidence: total.map(|total| Evidence::page(&total.source, None)).into_iter().collect(),
                ..missing_mark(place, series)
            });
        }
    }
    let series = [Stage::Initial, Stage::Final, Stage::Settled].into_iter().zip(0_u8..).map(|(stage, tone)| Series {
        key: format!("stage-{tone}"),
        label: both(|lang| stage_name(stage, lang).to_owned()),
        tone: Tone::Part(tone),
        detail: None,
    });
    let only_revenue = |course: &&Course| course.expenditure.is_none() && course.revenue.is_some();
    let without: Vec<&str> = found.iter().flatten().filter(only_revenue).map(|course| course.city.as_str()).collect();
    let text = beside::words_of_country(of, &without, |w| w.why_no_expenditure);
    let text = both(|lang| fill(in_lang(&text, lang), &[("year", &year.to_string())]));
    let without: Vec<Note> = (!without.is_empty()).then(|| note(NoteKind::Missing, text)).into_iter().collect();
    let known: Vec<Course> = found.iter().flatten().cloned().collect();
    let said = |lang| say::courses(of.dataset, &known, lang);
    Plot {
        id: "money-stages".to_owned(),
        title: both(|lang| fill(words(lang).title_stages, &[("year", &year.to_string())])),
        form: Form::Dumbbell,
        unit: Unit::Percent,
        categories,
        series: series.collect(),
        marks,
        notes: [without, vec![note(NoteKind::Method, word(|w| w.note_stages))], of.ended_notes()].concat(),
        answer: said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en)),
    }
}

/// `15,629억 → 18,789억 → 쓴 돈 17,318억`.
fn course_detail(course: &Course, lang: Lang) -> String {
    let spent =
        course.expenditure.map(|(krw, _)| fill(words(lang).course_settled, &[("amount", &format::short(krw, lang))]));
    let last = course.last.map(|(krw, _)| format::short(krw, lang));
    [Some(format::short(course.initial, lang)), last, spent].into_iter().flatten().collect::<Vec<_>>().join(" → ")
}

#[cfg(test)]
mod tests;
