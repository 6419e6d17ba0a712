use super::context::Context;
use super::data::{Data, Own};
use super::prelude::*;
use crate::compare::official::add_documents;
use crate::dataset::asked::BUILT_IN;
use crate::dataset::join::add_official;
use crate::embedded;
use crate::model::Dataset;
use std::sync::{Arc, OnceLock};

/// The five cities with their official figures, and the sources of these among the documents. Only the parts that show them ask for
/// it: the figures are in their files.
pub(crate) fn with_official_figures(cx: Context) {
    static WITH: OnceLock<Dataset> = OnceLock::new();
    match cx.data.try_get_value() {
        Some(Data::Embedded(dataset)) if dataset.official.is_none() => {
            let with = WITH.get_or_init(|| {
                let mut with = Dataset { official: Some(embedded::official().clone()), ..dataset.clone() };
                add_documents(&mut with);
                with
            });
            cx.data.try_update_value(|data| *data = Data::Embedded(with));
        }
        Some(Data::Own(own)) if !own.figures => {
            let own = own.with(figures_of(&own), true);
            cx.keep(Data::Own(Arc::new(own)));
        }
        _ => {}
    }
}

/// Data of the page's own with the official figures of the built-in cities that stand among them.
pub(crate) fn figures_of(own: &Own) -> Dataset {
    let mut dataset = own.dataset.clone();
    if !own.figures {
        for part in own.parts.iter().filter(|part| part.place == BUILT_IN) {
            add_official(&mut dataset, embedded::official(), &part.cities);
        }
        add_documents(&mut dataset);
    }
    dataset
}
