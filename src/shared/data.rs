//! The dataset of an instance: what the first view shows of it, and all of it.

use crate::dataset::join::Part;
use crate::dataset::opening::{Known, Opening};
use crate::dataset::pieces::Listed;
use crate::embedded;
use crate::export::Meta;
use crate::model::{Bilingual, Dataset};
use std::ops::Deref;
use std::sync::Arc;

/// The dataset of an instance, all of it: the embedded one, or the page's own.
#[derive(Debug, Clone)]
pub(crate) enum Data {
    Embedded(&'static Dataset),
    /// The embedded one with places of the country beside its cities.
    Joined(Arc<Joined>),
    Own(Arc<Own>),
}

/// A dataset with places of the country, and what the first view shows of it.
#[derive(Debug)]
pub(crate) struct Joined {
    pub(crate) opening: Opening,
    pub(crate) dataset: Dataset,
}

/// Data of the page's own: a dataset, or several beside each other.
#[derive(Debug)]
pub(crate) struct Own {
    pub(crate) opening: Opening,
    pub(crate) dataset: Dataset,
    /// What of it came from where, each with its name and the SHA-256 of its JSON.
    pub(crate) parts: Vec<Part>,
    /// What exports and citations say of them.
    pub(crate) meta: Meta,
    /// What of it could not be shown, and why.
    pub(crate) report: Vec<Bilingual>,
    /// Cities of datasets in pieces that nobody chose yet.
    pub(crate) further: Vec<Further>,
    /// Whether the official figures of all its cities are in it: those of the built-in cities come with the views that show them.
    pub(crate) figures: bool,
}

impl Own {
    /// The same data with their official figures.
    pub(crate) fn with(&self, dataset: Dataset, figures: bool) -> Self {
        let (parts, meta, report) = (self.parts.clone(), self.meta.clone(), self.report.clone());
        let (further, opening) = (self.further.clone(), Opening::of(&dataset));
        Self { opening, dataset, parts, meta, report, further, figures }
    }
}

/// A city of a dataset in pieces that is read when someone chooses it.
#[derive(Debug, Clone)]
pub(crate) struct Further {
    pub(crate) listed: Listed,
    /// The address of its index.
    pub(crate) index: String,
    /// Which of the parts it belongs to.
    pub(crate) part: usize,
}

impl Data {
    /// Cities that are read when someone chooses them.
    pub(crate) fn further(&self) -> &[Further] {
        match self {
            Self::Own(own) => &own.further,
            Self::Embedded(_) | Self::Joined(_) => &[],
        }
    }
}

impl Deref for Data {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        match self {
            Self::Embedded(dataset) => dataset,
            Self::Joined(joined) => &joined.dataset,
            Self::Own(own) => &own.dataset,
        }
    }
}

/// What is known of the dataset of an instance before there is more than its opening, and afterwards.
pub(crate) fn known(data: Option<&Data>) -> &dyn Known {
    match data {
        Some(data) => data,
        None => embedded::opening(),
    }
}

/// What the first view shows of the dataset of an instance: there from the start.
#[derive(Debug, Clone)]
pub(crate) enum First {
    Embedded(&'static Opening),
    Joined(Arc<Joined>),
    Own(Arc<Own>),
}

impl First {
    pub(crate) fn of(data: Option<&Data>) -> Self {
        match data {
            None | Some(Data::Embedded(_)) => Self::Embedded(embedded::opening()),
            Some(Data::Joined(joined)) => Self::Joined(Arc::clone(joined)),
            Some(Data::Own(own)) => Self::Own(Arc::clone(own)),
        }
    }

    /// What exports and citations say of the dataset.
    pub(crate) fn meta(&self) -> Meta {
        match self {
            Self::Embedded(_) | Self::Joined(_) => Meta::published(&**self, embedded::HASH),
            Self::Own(own) => own.meta.clone(),
        }
    }
}

impl First {
    /// Cities that are read when someone chooses them.
    pub(crate) fn further(&self) -> &[Further] {
        match self {
            Self::Own(own) => &own.further,
            Self::Embedded(_) | Self::Joined(_) => &[],
        }
    }
}

impl Deref for First {
    type Target = Opening;

    fn deref(&self) -> &Opening {
        match self {
            Self::Embedded(opening) => opening,
            Self::Joined(joined) => &joined.opening,
            Self::Own(own) => &own.opening,
        }
    }
}
