//! Spreadsheets and tables of Korean public finance, read into a city's dataset. It knows no browser.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`text`] | bytes as text: the encoding by rule, and said |
//! | [`form`] | files as tables: CSV, TSV, JSON and XML of the open API; workbooks (feature `spreadsheet`); what was pasted |
//! | [`table`] | a table as it came, each cell with its place |
//! | [`layout`] | the layouts that are recognised by the names of their columns, and a proposal for others |
//! | [`recipe`] | what each column is: made by a layout or by a person, saved as JSON, used again |
//! | [`places`] | the country's local governments, found by code or name |
//! | [`mod@import`] | files into the data of one city, in one go or some rows at a time |
//! | [`desk`] | what a person works on: a city, its files, and the data that come of them |
//! | [`problem`] | what is wrong, grouped by cause, each at its cell |
//! | [`books`] | the sums that must close, with their arithmetic |
//! | [`plan`] | the table of a plan, and its empty form |
//!
//! ```
//! use city_compare_dataset::model::{Bilingual, official::PlaceKind};
//! use city_compare_import::form::read;
//! use city_compare_import::import::{Source, import};
//! use city_compare_import::places::{Place, Places, Subject};
//!
//! let csv = "단계,제목,기능별 분야,2026년 예산(백만원)\n추진과제,바다숲 만들기,100,1200\n";
//! let contents = read("plan.csv", csv.as_bytes(), |_| None);
//! let place = Place::invented(Bilingual::new("가온시", "Gaon"), Bilingual::new("가람도", "Garam"), PlaceKind::City);
//! let source = Source { file: "plan.csv", contents: &contents, choices: &[] };
//! let outcome = import(&[source], &Subject::new(place), &Places::default());
//! assert_eq!(outcome.dataset.unwrap().cities[0].plan.items[0].title.ko, "바다숲 만들기");
//! ```

pub mod at;
pub mod books;
mod build;
pub mod columns;
pub mod desk;
pub mod fields;
pub mod form;
pub mod import;
pub mod layout;
pub mod names;
pub mod number;
pub mod places;
pub mod plan;
pub mod problem;
pub mod read;
pub mod recipe;
pub mod record;
pub mod table;
pub mod text;
pub mod unit;

pub use build::ADMINISTRATION_FIELD;
