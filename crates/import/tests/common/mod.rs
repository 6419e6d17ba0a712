//! What the tests of the importer share.
#![allow(dead_code, reason = "each test file uses a part of it")]

use city_compare_dataset::seeds::country;
use city_compare_import::form::{Contents, read};
use city_compare_import::import::{Choice, Outcome, Source, import};
use city_compare_import::places::{Place, Places, Subject};
use city_compare_import::text::cp949;
use std::path::Path;
use std::sync::LazyLock;

/// Every local government of the country.
pub static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    Places::new(country::load(&seeds).unwrap_or_else(|_| panic!("seeds/country")).places.into_iter().map(Place::from))
});

/// A city by its name.
pub fn subject(name: &str) -> Subject {
    let found = PLACES.find(name);
    assert_eq!(found.len(), 1, "{name}");
    Subject::new(found[0].clone())
}

/// Files with what they hold.
pub struct Files(Vec<(String, Contents, Vec<Choice>)>);

impl Files {
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self(files.into_iter().map(|(name, bytes)| (name.clone(), contents(&name, &bytes), Vec::new())).collect())
    }

    /// One file that is read already.
    pub fn of(contents: Contents) -> Self {
        Self(vec![("table".to_owned(), contents, Vec::new())])
    }

    /// One file of text.
    pub fn text(name: &str, text: &str) -> Self {
        Self::new([(name.to_owned(), text.as_bytes().to_vec())])
    }

    /// With what is done with the tables of the only file.
    pub fn choosing(mut self, choices: &[Choice]) -> Self {
        self.0[0].2 = choices.to_vec();
        self
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        self.0.iter().map(|(file, contents, choices)| Source { file, contents, choices }).collect()
    }

    pub fn contents(&self) -> &Contents {
        &self.0[0].1
    }
}

fn contents(name: &str, bytes: &[u8]) -> Contents {
    match read(name, bytes, cp949) {
        #[cfg(feature = "spreadsheet")]
        Contents::Workbook => city_compare_import::form::workbook(name, bytes),
        contents => contents,
    }
}

/// What is found of a city in files.
pub fn outcome(files: &Files, city: &Subject) -> Outcome {
    import(&files.sources(), city, &PLACES)
}
