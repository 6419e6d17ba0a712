mod notes;

use super::city::{missing_mark, note};
use super::{filled, won_value, word};
use crate::choices::choices;
use crate::compare::both::{both, funding_name, in_lang, same};
use crate::compare::{Category, Evidence, Form, Mark, NoteKind, Plot, Reading, Selection, Series, Tone, Unit};
use crate::model::{
    Amount, AmountKind, Basis, Bilingual, Budget, City, Dataset, FiscalYear, Funding, FundingSource, Item, Level, Won,
    Word,
};
use crate::order::Order;
use notes::{contradictions, notes};

choices! {
    /// What the projects' amounts are put together by.
    Grouping {
        /// Each project by itself, largest first.
        #[default]
        Initiative = "project",
        /// Department in charge.
        Department = "department",
        /// The document's own group of tasks.
        Group = "group",
        /// Functional field; a project of several fields counts once, under the fields together.
        Field = "field",
        /// Fiscal year.
        Year = "year",
    }
}

/// Every year for which a project of the cities states an amount, in order.
pub fn plan_years(dataset: &Dataset, selection: &Selection) -> Vec<FiscalYear> {
    years_of(projects(selection.cities(dataset)))
}

/// Every year for which a project of any city of the dataset states an amount, in order.
pub fn all_plan_years(dataset: &Dataset) -> Vec<FiscalYear> {
    years_of(projects(dataset.cities.iter()))
}

fn years_of<'a>(projects: impl Iterator<Item = (&'a City, &'a Item)>) -> Vec<FiscalYear> {
    let mut years: Vec<FiscalYear> =
        projects.flat_map(|(_, item)| item.budget.amounts()).filter_map(|a| a.year).collect();
    years.order_by(Ord::cmp);
    years.dedup();
    years
}

/// Amounts of the plans' projects with who pays them, for one year or (`None`) for all years together.
pub fn plan_projects(dataset: &Dataset, selection: &Selection, grouping: Grouping, year: Option<FiscalYear>) -> Plot {
    let several = selection.len() > 1;
    let mut bars: Vec<Bar<'_>> = Vec::new();
    let mut left_out = 0;
    for (city, item) in projects(selection.cities(dataset)) {
        let years: Vec<Option<FiscalYear>> = match grouping {
            Grouping::Year => plan_years(dataset, selection).into_iter().map(Some).collect(),
            _ => vec![year],
        };
        for year in years {
            match part(item, year) {
                Some(part) => add(&mut bars, dataset, city, item, grouping, year, part, several),
                None if grouping == Grouping::Initiative => {
                    left_out += usize::from(!add_missing(&mut bars, city, item, year, several));
                }
                None => {}
            }
        }
    }
    if grouping == Grouping::Year {
        bars.order_by(|a, b| a.category.key.cmp(&b.category.key));
    } else {
        bars.order_by_key(|bar| (bar.parts.is_empty(), std::cmp::Reverse(bar.total())));
    }
    let mut notes = notes(dataset, selection, year.filter(|_| left_out > 0), left_out);
    let contradictions = contradictions(dataset, &bars, &mut notes);
    // A contradiction stands at the bar that it is about, not only in the notes under the chart.
    for bar in &mut bars {
        if contradictions.iter().any(|(id, _)| bar.items.iter().any(|item| item.id == *id)) {
            let sign = word(|w| w.amounts_disagree);
            let detail = bar.category.detail.take();
            bar.category.detail = Some(detail.map_or_else(
                || sign.clone(),
                |detail| both(|lang| format!("{} · {}", in_lang(&detail, lang), in_lang(&sign, lang))),
            ));
        }
    }
    if grouping == Grouping::Field {
        notes.push(note(NoteKind::Method, word(|w| w.note_field_several)));
    }
    let (series, marks) = marks(&bars, &contradictions);
    Plot {
        id: format!("plan-by-{}", grouping.word()),
        title: word(|w| w.title_plan),
        form: Form::Stacked,
        unit: Unit::Won,
        categories: bars.into_iter().map(|bar| bar.category).collect(),
        series,
        marks,
        notes,
        answer: None,
    }
}

/// Items that a plan gives money to: its tasks, or what stands in their place.
fn projects<'a>(cities: impl Iterator<Item = &'a City>) -> impl Iterator<Item = (&'a City, &'a Item)> {
    let is_project = |item: &&Item| matches!(item.level, Level::Initiative | Level::CoreProject);
    cities.flat_map(move |city| city.plan.items.iter().filter(is_project).map(move |item| (city, item)))
}

fn states_amounts(city: &City) -> bool {
    city.plan.items.iter().any(|item| item.level == Level::Initiative && item.budget.states_cost())
}

/// A bar: what one or several projects cost, and who pays.
struct Bar<'a> {
    category: Category,
    parts: Vec<Part<'a>>,
    missing: Option<Reading>,
    items: Vec<&'a Item>,
}

impl Bar<'_> {
    fn total(&self) -> Won {
        Won::sum(self.parts.iter().map(|part| part.amount))
    }
}

/// One project's money.
struct Part<'a> {
    item: &'a Item,
    amount: Won,
    stated: Vec<&'a Amount>,
    shares: Vec<&'a Funding>,
}

/// A project's amount and shares for a year, or for all years together; `None` if it states none.
fn part(item: &Item, year: Option<FiscalYear>) -> Option<Part<'_>> {
    let amounts = item.budget.amounts();
    let basis = if amounts.iter().any(|amount| amount.basis == Basis::Header) { Basis::Header } else { Basis::Body };
    let yearly = |amount: &&Amount| match year {
        Some(year) => amount.kind == AmountKind::Annual && amount.year == Some(year),
        None => matches!(amount.kind, AmountKind::Annual | AmountKind::Prior),
    };
    let mut stated: Vec<&Amount> =
        amounts.iter().filter(|amount| amount.basis == basis).filter(|amount| yearly(amount)).collect();
    if basis == Basis::Body {
        // The text may print the same amount in several places.
        let mut seen = Vec::new();
        stated.retain(|amount| {
            let new = !seen.contains(&(amount.year, amount.kind));
            seen.push((amount.year, amount.kind));
            new
        });
    }
    // What private investors spend is no part of a project's budget, and never stands in for it.
    for kind in [AmountKind::Total, AmountKind::Undated] {
        if stated.is_empty() && year.is_none() {
            stated = amounts.iter().find(|amount| amount.kind == kind).into_iter().collect();
        }
    }
    if stated.is_empty() {
        return None;
    }
    let only_year = only_year(amounts);
    let applies = |share: &&Funding| {
        share.scope.is_none()
            && match year {
                Some(year) => share.year == Some(year) || (share.year.is_none() && only_year == Some(year)),
                None => true,
            }
    };
    let amount = Won::sum(stated.iter().map(|amount| amount.krw));
    Some(Part { item, amount, stated, shares: item.budget.funding().iter().filter(applies).collect() })
}

/// The one year that all amounts belong to, if it is one.
fn only_year(amounts: &[Amount]) -> Option<FiscalYear> {
    let mut years = amounts.iter().filter_map(|amount| amount.year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

#[expect(clippy::too_many_arguments, reason = "one place builds the category of every grouping")]
fn add<'a>(
    bars: &mut Vec<Bar<'a>>,
    dataset: &Dataset,
    city: &'a City,
    item: &'a Item,
    grouping: Grouping,
    year: Option<FiscalYear>,
    part: Part<'a>,
    several: bool,
) {
    let mut category = category(dataset, city, item, grouping, year);
    if several && grouping != Grouping::Year {
        if grouping != Grouping::Initiative {
            category.key = format!("{}:{}", city.id, category.key);
        }
        category.detail = Some(city_detail(city, category.detail.as_ref()));
    }
    match bars.iter_mut().find(|bar| bar.category.key == category.key) {
        Some(bar) => {
            bar.parts.push(part);
            bar.items.push(item);
        }
        None => bars.push(Bar { category, parts: vec![part], missing: None, items: vec![item] }),
    }
}

fn category(dataset: &Dataset, city: &City, item: &Item, grouping: Grouping, year: Option<FiscalYear>) -> Category {
    let plain = |key: String, label: Bilingual| Category { key, label, detail: None, item: None };
    match grouping {
        Grouping::Initiative => Category {
            detail: item.departments.first().cloned(),
            item: Some(item.id.clone()),
            ..plain(item.id.clone(), item.title.clone())
        },
        Grouping::Department => match item.departments.first() {
            Some(department) => plain(department.ko.clone(), department.clone()),
            None => plain("none".to_owned(), word(|w| w.not_in_document)),
        },
        Grouping::Group => match item.parent.as_deref().and_then(|parent| city.plan.item(parent)) {
            Some(group) => Category { item: Some(group.id.clone()), ..plain(group.id.clone(), group.title.clone()) },
            None => plain("none".to_owned(), word(|w| w.not_in_document)),
        },
        Grouping::Field => {
            let mut codes: Vec<&str> = item.fields.iter().map(|mapping| mapping.code.as_str()).collect();
            codes.order_by(Ord::cmp);
            let label = both(|lang| {
                let name = |code: &&str| dataset.field(code).map(|field| in_lang(&field.name, lang));
                codes.iter().filter_map(name).collect::<Vec<_>>().join(" + ")
            });
            plain(codes.join("+"), label)
        }
        Grouping::Year => {
            let year = year.unwrap_or_default();
            plain(year.to_string(), filled(|w| w.fiscal_year, &[("year", &same(year))]))
        }
    }
}

/// The city, and what else tells a bar from its neighbours: `광양시 · 하수도과`.
fn city_detail(city: &City, other: Option<&Bilingual>) -> Bilingual {
    both(|lang| {
        let name = in_lang(&city.name, lang);
        other.map_or_else(|| name.to_owned(), |other| format!("{name} · {}", in_lang(other, lang)))
    })
}

/// A project without an amount: `false` if it states amounts, only not for this year.
fn add_missing<'a>(
    bars: &mut Vec<Bar<'a>>,
    city: &City,
    item: &'a Item,
    year: Option<FiscalYear>,
    several: bool,
) -> bool {
    let missing = match item.budget {
        Budget::NonBudget => Reading::NonBudget,
        // A share of a total that is not stated is not drawn as the project's amount.
        Budget::NotStated | Budget::FundingOnly { .. } if states_amounts(city) => Reading::NotStated,
        Budget::NotStated | Budget::FundingOnly { .. } => return true,
        Budget::Stated { .. } if !item.budget.states_cost() => Reading::NotStated,
        Budget::Stated { .. } => return year.is_none(),
    };
    let department = item.departments.first();
    let detail = if several { Some(city_detail(city, department)) } else { department.cloned() };
    let category = Category { key: item.id.clone(), label: item.title.clone(), detail, item: Some(item.id.clone()) };
    bars.push(Bar { category, parts: Vec::new(), missing: Some(missing), items: vec![item] });
    true
}

/// Marks of all bars, and the series that they use, the unstated source last.
fn marks(bars: &[Bar<'_>], contradictions: &[(String, usize)]) -> (Vec<Series>, Vec<Mark>) {
    let is_used = |source: &FundingSource| {
        bars.iter().flat_map(|bar| &bar.parts).any(|part| part.shares.iter().any(|share| share.from == *source))
    };
    let sources: Vec<FundingSource> = FundingSource::WORDS.iter().map(|(_, source)| *source).filter(is_used).collect();
    let of_bar = |(category, bar): (usize, &Bar<'_>)| {
        let disputed = |(id, _): &&(String, usize)| bar.items.iter().any(|item| item.id == *id);
        let notes: Vec<usize> = contradictions.iter().filter(disputed).map(|(_, note)| *note).collect();
        let year = bar.parts.first().and_then(|part| only_year_of(&part.stated));
        let mark = |(series, value, evidence)| Mark {
            value,
            year,
            evidence,
            notes: notes.clone(),
            ..missing_mark(category, series)
        };
        bar.values(&sources).into_iter().map(mark).collect::<Vec<_>>()
    };
    let marks = bars.iter().enumerate().flat_map(of_bar).collect();
    (series(&sources), marks)
}

/// A series for each source, and one for what no source is stated of.
fn series(sources: &[FundingSource]) -> Vec<Series> {
    let part = |(place, source): (usize, &FundingSource)| Series {
        key: source.word().to_owned(),
        label: both(|lang| funding_name(*source, lang).to_owned()),
        tone: Tone::Part(u8::try_from(place).unwrap_or(u8::MAX)),
        detail: None,
    };
    let rest = Series {
        key: "source-not-stated".into(),
        label: word(|w| w.source_not_stated),
        tone: Tone::Rest,
        detail: None,
    };
    sources.iter().enumerate().map(part).chain([rest]).collect()
}

impl Bar<'_> {
    /// What each source gives, and what is left over: the place of the series, the value and what it rests on.
    fn values(&self, sources: &[FundingSource]) -> Vec<(usize, Reading, Vec<Evidence>)> {
        let rest = sources.len();
        if let Some(missing) = self.missing {
            return vec![(rest, missing, self.items.iter().map(|item| Evidence::item(item)).collect())];
        }
        let mut values = Vec::new();
        for (place, source) in sources.iter().enumerate() {
            let shares: Vec<(&Item, &Funding)> = self
                .parts
                .iter()
                .flat_map(|part| part.shares.iter().map(|share| (part.item, *share)))
                .filter(|(_, share)| share.from == *source)
                .collect();
            if !shares.is_empty() {
                let sum = Won::sum(shares.iter().map(|(_, share)| share.krw));
                let evidence =
                    shares.iter().map(|(item, s)| Evidence::within(item, s.lines, Some(&s.as_printed))).collect();
                values.push((place, won_value(sum), evidence));
            }
        }
        let left: Vec<(&Part<'_>, Won)> =
            self.parts.iter().filter_map(|part| Some((part, unexplained(part)?))).collect();
        if !left.is_empty() {
            let sum = Won::sum(left.iter().map(|(_, won)| *won));
            let evidence = left.iter().flat_map(|(part, _)| {
                part.stated.iter().map(|a| Evidence::within(part.item, a.lines, Some(&a.as_printed)))
            });
            values.push((rest, won_value(sum), evidence.collect()));
        }
        values
    }
}

fn only_year_of(stated: &[&Amount]) -> Option<FiscalYear> {
    match stated {
        [one] => one.year,
        _ => None,
    }
}

/// What the shares leave of an amount; all of it, even if zero, where no share is stated.
fn unexplained(part: &Part<'_>) -> Option<Won> {
    let shares = Won::sum(part.shares.iter().map(|share| share.krw));
    let left = Won::new(part.amount.get() - shares.get())?;
    (part.shares.is_empty() || left.get() > 0).then_some(left)
}
