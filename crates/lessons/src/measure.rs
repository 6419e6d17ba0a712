//! What is counted of a city, and in which words.

use crate::class::Class;
use crate::model::Measure;
use city_compare_core::compare::official::{PartKey, PerResidentBudget, field_choices, per_resident, strip};
use city_compare_core::compare::topic::{Subject, TopicPage};
use city_compare_core::compare::{Evidence, in_lang};
use city_compare_core::format;
use city_compare_core::text::{Lang, fill, lesson::words};
use city_compare_dataset::model::official::{ResidentMeasure, Scope, Side};
use city_compare_dataset::model::{FiscalYear, Stage, Won};

impl Measure {
    /// Its number for a city, as it is shown; `None` where the dataset does not say it.
    pub fn value(&self, class: &Class<'_>, city: &str) -> Option<i64> {
        match self {
            Self::Total {} => budget(class, city).map(|budget| budget.budget.get()),
            Self::PerResident {} => budget(class, city).map(|budget| budget.thousand_won * 1_000),
            Self::Residents {} => i64::try_from(budget(class, city)?.residents).ok(),
            Self::Field { field } => {
                let official = class.official()?;
                let basis = field_choices(official, &class.ids()).default()?;
                let (parts, _) = strip(official, city, basis)?;
                let key = PartKey::Field(field.clone());
                // A city that has figures and none of this field spends nothing on it.
                Some(parts.iter().find(|part| part.part.key == key).map_or(0, |part| part.share.get()))
            }
            Self::TopicPlans { topic } => {
                let selection = class.selection();
                let topic = class.dataset.topics.iter().find(|known| known.id == *topic)?;
                let page = TopicPage::new(class.dataset, &selection, Subject::Topic(topic));
                let column = page.columns.iter().find(|column| column.city.id == city)?;
                i64::try_from(column.plans.len()).ok()
            }
        }
    }

    /// The numbers of all cities of a class; the id of the first that has none.
    pub(crate) fn values(&self, class: &Class<'_>) -> Result<Vec<i64>, String> {
        class.cities.iter().map(|city| self.value(class, &city.id).ok_or_else(|| city.id.clone())).collect()
    }

    /// A number of it in words.
    pub fn text(&self, value: i64, lang: Lang) -> String {
        let w = words(lang);
        let with = |template: &str| fill(template, &[("n", &format::grouped(value))]);
        match self {
            Self::Total {} => amount(value, lang),
            Self::PerResident {} => format::exact(Won::new(value).unwrap_or_default(), lang),
            Self::Residents {} => with(w.unit_people),
            Self::Field { .. } => format!("{}.{}%", value / 10, value % 10),
            Self::TopicPlans { .. } => with(w.unit_plans),
        }
    }

    /// What it is, with its year: `2026 initial budget, general account, for each resident`.
    pub fn name(&self, class: &Class<'_>, lang: Lang) -> String {
        let w = words(lang);
        let year = year(class).map(|year| year.to_string()).unwrap_or_default();
        let named = |template: &str, values: &[(&str, &str)]| fill(template, &[&[("year", &*year)], values].concat());
        match self {
            Self::Total {} => named(w.measure_total, &[]),
            Self::PerResident {} => named(w.measure_per_resident, &[]),
            Self::Residents {} => named(w.measure_residents, &[]),
            Self::Field { field } => {
                let name = class.dataset.field(field).map_or(field.as_str(), |field| in_lang(&field.name, lang));
                named(w.measure_field, &[("field", name)])
            }
            Self::TopicPlans { topic } => {
                let found = class.dataset.topics.iter().find(|known| known.id == *topic);
                named(w.measure_topic, &[("topic", found.map_or(topic.as_str(), |topic| in_lang(&topic.title, lang)))])
            }
        }
    }

    /// The year of its figures; `None` for what a document says.
    pub fn year(&self, class: &Class<'_>) -> Option<FiscalYear> {
        match self {
            Self::Total {} | Self::PerResident {} | Self::Residents {} => year(class),
            Self::Field { .. } => field_choices(class.official()?, &class.ids()).default().map(|basis| basis.year),
            Self::TopicPlans { .. } => None,
        }
    }

    /// What a city's number rests on.
    pub fn evidence(&self, class: &Class<'_>, city: &str) -> Vec<Evidence> {
        let found = || {
            let official = class.official()?;
            match self {
                Self::Total {} | Self::PerResident {} | Self::Residents {} => {
                    let year = year(class)?;
                    let total = official.total(city, year, Stage::Initial, Scope::General, Side::Expenditure)?;
                    let people = official.residents_on_the_eve(city, year, ResidentMeasure::Registered)?;
                    let (money, people) = (Evidence::page(&total.source, None), Evidence::page(&people.source, None));
                    Some(match self {
                        Self::Total {} => vec![money],
                        Self::Residents {} => vec![people],
                        _ => vec![money, people],
                    })
                }
                Self::Field { field } => {
                    let basis = field_choices(official, &class.ids()).default()?;
                    let (parts, _) = strip(official, city, basis)?;
                    let part = parts.iter().find(|part| part.part.key == PartKey::Field(field.clone()))?;
                    Some(vec![Evidence::page(&part.part.source, Some(&part.part.printed))])
                }
                Self::TopicPlans { topic } => {
                    let topic = class.dataset.topics.iter().find(|known| known.id == *topic)?;
                    let items = topic.items.iter().filter_map(|id| class.dataset.item(id));
                    let own = items.filter(|(of, item)| of.id == city && item.is_plan());
                    Some(own.map(|(_, item)| Evidence::item(item)).collect())
                }
            }
        };
        found().unwrap_or_default()
    }
}

/// The newest year of which the initial budget of every city of a class is known, with its residents.
fn year(class: &Class<'_>) -> Option<FiscalYear> {
    let official = class.official()?;
    let mut years: Vec<FiscalYear> = official.totals.iter().map(|total| total.fiscal_year).collect();
    years.sort_unstable();
    let all = |year: &FiscalYear| class.cities.iter().all(|city| per_resident(official, &city.id, *year).is_some());
    years.into_iter().rev().find(all)
}

fn budget(class: &Class<'_>, city: &str) -> Option<PerResidentBudget> {
    per_resident(class.official()?, city, year(class)?)
}

/// An amount of many won, as short as a sentence wants it.
pub(crate) fn amount(krw: i64, lang: Lang) -> String {
    let won = Won::new(krw).unwrap_or_default();
    match lang {
        Lang::Ko if krw >= 10_000 => format!("{} 원", format::short(won, lang)),
        _ => format::short(won, lang),
    }
}
