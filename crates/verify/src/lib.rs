//! Is what the seeds say true? Every printed statement against the documents that it cites, every official figure against
//! what its publisher gives out. Native only, and never part of the widget.
//!
//! | module | what is compared with what |
//! | --- | --- |
//! | [`sources`] | the dataset with the texts of its documents, both ways, and both languages with each other |
//! | [`facts`] | the official figures with the tables in which they were gathered |
//! | [`official`] | the official figures with tables that a person downloads |

mod error;
pub mod facts;
pub mod official;
pub mod sources;

pub use error::Error;
