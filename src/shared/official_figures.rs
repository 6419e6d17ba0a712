use super::context::Context;
use super::data::Data;
use super::prelude::*;
use crate::compare::official::add_documents;
use crate::embedded;
use crate::model::Dataset;
use std::sync::OnceLock;

/// The five cities with their official figures, and the sources of these among the documents. Only the parts that show them ask for
/// it: the figures are in their files.
pub(crate) fn with_official_figures(cx: Context) {
    static WITH: OnceLock<Dataset> = OnceLock::new();
    if let Some(Data::Embedded(dataset)) = cx.data.try_get_value()
        && dataset.official.is_none()
    {
        let with = WITH.get_or_init(|| {
            let mut with = Dataset { official: Some(embedded::official().clone()), ..dataset.clone() };
            add_documents(&mut with);
            with
        });
        cx.data.try_update_value(|data| *data = Data::Embedded(with));
    }
}
