//! What of a dataset the first view shows: it is read first, in a form of its own, so that a page waits for no more.

use crate::model::{
    Bilingual, Budget, City, CityKind, Dataset, Document, DocumentKind, FiscalYear, Item, Level, Lines, NotStated,
    OriginalBudget, PartialDate, Plan, Role, Source, Stage, TitleOrigin,
};
use serde::{Deserialize, Serialize};

/// The part of a dataset that the visions view shows: cities, heads of the plans, and of what kind and year the plans' documents
/// are. Sources are opened from the whole dataset. Tests hold what is shown of it against the whole.
#[derive(Serialize, Deserialize)]
pub struct Opening {
    version: String,
    cities: Vec<CityHead>,
    documents: Vec<DocumentHead>,
}

#[derive(Serialize, Deserialize)]
struct CityHead {
    id: String,
    name: Bilingual,
    document: String,
    heads: Vec<Head>,
    not_stated: Vec<NotStated>,
    /// The year and stage of each total, from which the first year to show is chosen.
    totals: Vec<(FiscalYear, Stage)>,
}

/// An item: with what it says, or only as what another belongs to.
#[derive(Serialize, Deserialize)]
struct Head {
    level: Level,
    id: String,
    parent: Option<String>,
    said: Option<Said>,
}

#[derive(Serialize, Deserialize)]
struct Said {
    label: Option<Bilingual>,
    title: Bilingual,
    title_origin: TitleOrigin,
    summary: Option<Bilingual>,
    section: String,
    lines: Vec<Lines>,
}

#[derive(Serialize, Deserialize)]
struct DocumentHead {
    id: String,
    kind: DocumentKind,
    published: Option<PartialDate>,
}

#[cfg(not(target_arch = "wasm32"))]
mod cut {
    use super::{CityHead, DocumentHead, Head, Opening, Said};
    use crate::model::{City, Dataset, Item, Level, Measure, Missing, Plan};

    impl Opening {
        /// Cuts it out of a dataset.
        pub fn of(dataset: &Dataset) -> Self {
            let documents = dataset.cities.iter().filter_map(|city| dataset.document(&city.plan.document));
            let head = |document: &crate::model::Document| DocumentHead {
                id: document.id.clone(),
                kind: document.kind,
                published: document.published.clone(),
            };
            Self {
                version: dataset.version.clone(),
                cities: dataset.cities.iter().map(city).collect(),
                documents: documents.map(head).collect(),
            }
        }
    }

    fn city(city: &City) -> CityHead {
        let plan = &city.plan;
        let totals = city.budgets.iter().filter(|budget| budget.measure == Measure::Total);
        CityHead {
            id: city.id.clone(),
            name: city.name.clone(),
            document: plan.document.clone(),
            heads: plan.items.iter().filter_map(|item| head(plan, item)).collect(),
            not_stated: plan.not_stated.iter().filter(|note| tells_why(note.what)).cloned().collect(),
            totals: totals.map(|budget| (budget.fiscal_year, budget.stage)).collect(),
        }
    }

    /// Visions, goals, values, means, and the main lines: pillars, or strategies where there are none.
    fn is_shown(item: &Item) -> bool {
        match item.level {
            Level::Vision | Level::Goal | Level::Value | Level::Means | Level::Pillar => true,
            Level::Strategy => item.parent.is_none(),
            _ => false,
        }
    }

    /// Whether it says why a place of the view is empty.
    fn tells_why(what: Missing) -> bool {
        matches!(what, Missing::Vision | Missing::Goal | Missing::Values | Missing::Means)
    }

    /// `None` for what neither is shown nor says where something shown belongs.
    fn head(plan: &Plan, item: &Item) -> Option<Head> {
        let shown = is_shown(item);
        // Whether a goal is a head of the plan is told by what it belongs to.
        let named = || plan.items.iter().any(|other| is_shown(other) && other.parent.as_ref() == Some(&item.id));
        (shown || named()).then(|| Head {
            level: item.level,
            id: item.id.clone(),
            parent: item.parent.as_ref().map(|parent| if shown { parent.clone() } else { String::new() }),
            said: shown.then(|| Said {
                label: item.label.clone(),
                title: item.title.clone(),
                title_origin: item.title_origin,
                summary: item.summary.clone(),
                section: item.source.section.clone(),
                lines: item.source.ranges().collect(),
            }),
        })
    }
}

impl Opening {
    /// A dataset that shows in the visions view what the whole one shows. It must not be asked for anything else: what the
    /// whole one states beyond that looks here as if it were not stated.
    pub fn into_dataset(self) -> Dataset {
        Dataset {
            schema: crate::model::SCHEMA.to_owned(),
            name: None,
            version: self.version,
            fields: Vec::new(),
            documents: self.documents.into_iter().map(document).collect(),
            cities: self.cities.into_iter().map(city).collect(),
            glossary: Vec::new(),
            topics: Vec::new(),
            cautions: Vec::new(),
            agreement: None,
            official: None,
        }
    }
}

fn document(head: DocumentHead) -> Document {
    Document {
        id: head.id,
        city: None,
        kind: head.kind,
        title: Bilingual::default(),
        publisher: None,
        published: head.published,
        url: None,
        file: None,
        sha256: None,
        lines: None,
        corrections: Vec::new(),
        discrepancies: Vec::new(),
    }
}

fn city(head: CityHead) -> City {
    let document = head.document.clone();
    City {
        id: head.id,
        name: head.name,
        province: Bilingual::default(),
        kind: CityKind::City,
        population: Vec::new(),
        plan: Plan {
            document: head.document,
            title: Bilingual::default(),
            term: None,
            structure: Vec::new(),
            items: head.heads.into_iter().map(|head| item(head, &document)).collect(),
            figures: Vec::new(),
            tables: Vec::new(),
            not_stated: head.not_stated,
        },
        budgets: head.totals.into_iter().map(total).collect(),
        conflicts: Vec::new(),
        field_splits: Vec::new(),
        not_found: Vec::new(),
    }
}

fn item(head: Head, document: &str) -> Item {
    let said = head.said.unwrap_or_else(|| Said {
        label: None,
        title: Bilingual::default(),
        title_origin: TitleOrigin::Ours,
        summary: None,
        section: String::new(),
        lines: Vec::new(),
    });
    let mut lines = said.lines.into_iter();
    Item {
        id: head.id,
        parent: head.parent,
        level: head.level,
        role: Role::Frame,
        staff_only: false,
        label: said.label,
        ordinal: 0,
        title: said.title,
        title_origin: said.title_origin,
        summary: said.summary,
        note: None,
        fields: Vec::new(),
        departments: Vec::new(),
        partners: Vec::new(),
        period: None,
        schedule: Vec::new(),
        budget: Budget::NotStated,
        indicators: Vec::new(),
        quantities: Vec::new(),
        legal_basis: Vec::new(),
        source: Source {
            document: document.to_owned(),
            section: said.section,
            lines: lines.next().unwrap_or_default(),
            also: lines.collect(),
        },
    }
}

fn total((fiscal_year, stage): (FiscalYear, Stage)) -> OriginalBudget {
    OriginalBudget {
        fiscal_year,
        stage,
        measure: crate::model::Measure::Total,
        account: crate::model::Account::NotStated,
        fields: Vec::new(),
        label: Bilingual::default(),
        krw: crate::model::Won::default(),
        as_printed: String::new(),
        documents: Vec::new(),
        note: None,
    }
}
