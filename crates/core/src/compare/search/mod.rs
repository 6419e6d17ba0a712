//! Search over everything that the dataset says, in both languages, as the reader types.
//!
//! - Words are found whole or in part; several words must all be found, in any order, in either language.
//! - Initial consonants find titles: `ㅊㄴㅈㅌ` finds 청년주택. A word half typed is understood: `청ㄴ`, `청녀`.
//! - Upper and lower case, NFC and NFD, and the spaces between Korean words make no difference:
//!   `공공산후조리원` finds 공공 산후조리원.
//! - With [`Synonyms`], words for one thing find the same in both languages: `유치원`, `보육`, `childcare`.
//! - Particles are tolerated as far as parts of words go: `청년` finds 청년이, `청년이` does not find 청년.
//!
//! The index holds about three times the dataset's text. Building it and finding in it are linear in that text; times
//! are stated at [`Index::new`] and [`Index::find`].

mod arena;
pub(in crate::compare) mod fold;
mod places;
mod query;
mod rank;
mod records;
mod show;
mod synonyms;
#[cfg(test)]
mod tests;

pub use places::{KnownPlace, Places};
pub(in crate::compare) use show::merged;
pub use synonyms::Synonyms;
pub(in crate::compare) use synonyms::folded;

use crate::model::{Bilingual, Dataset};
use crate::text::Lang;
use std::ops::Range;

/// Everything in a dataset that can be found. Build it once for a dataset and keep it.
///
/// ```
/// use city_compare_core::compare::search::{Index, Scope, Target};
/// let index = Index::new(city_compare_embedded::dataset());
/// let found = index.find("대출이자 청년", &Scope::Cities(vec!["gwangyang".to_owned()]), 10);
/// let hit = found.hits.iter().find(|hit| hit.target == Target::Item("gwangyang-3-1".to_owned())).unwrap();
/// assert_eq!(&hit.title.ko[hit.marks[0].clone()], "청년");
/// assert_eq!(&hit.title.ko[hit.marks[1].clone()], "대출이자");
/// ```
#[derive(Debug, Clone)]
pub struct Index {
    records: Vec<records::Record>,
    arena: arena::Arena,
}

/// Where to look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    #[default]
    All,
    /// In the cities with these ids, and in what belongs to no city: terms, fields, documents about several cities.
    /// No id at all leaves only the latter; unknown ids find nothing.
    Cities(Vec<String>),
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The best hits, best first; no more than were asked for.
    pub hits: Vec<Hit>,
    /// How many there are altogether, at least as many as `hits`.
    pub total: usize,
    /// How the query was understood: its words in NFC and lower case, each once, as typed, at most 24. Empty for a
    /// query of nothing but spaces, which finds nothing.
    pub words: Vec<String>,
    /// Whether a word consists of initial consonants only. Such words are looked for in titles only.
    pub initials: bool,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Id of its city; `None` for what belongs to none.
    pub city: Option<String>,
    /// Its title in both languages: an item's title, what a figure measures, a term, the name of a field. In NFC.
    pub title: Bilingual,
    /// Where else it matched; `None` if the title contains every word.
    pub snippet: Option<Snippet>,
    /// Bytes of the title in `lang` that match: in order, apart from each other, on character boundaries. Empty if
    /// only other texts match.
    pub marks: Vec<Range<usize>>,
    /// The language in which it matched better; Korean if equally well.
    pub lang: Lang,
    /// Higher is better; only the order means something. Hundreds of thousands, up to 600,999: the mean place of the
    /// words, from 1 (inside a word of a department, a section or the like) over 2 (there, at the start of a word),
    /// 3 and 4 (summary) to 5 and 6 (title). The rest: 999 less the length of the title in characters. Equal scores
    /// stand in document order.
    pub score: u32,
}

/// What a hit leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// An item of a plan, by id.
    Item(String),
    /// A figure of a city's plan.
    Figure {
        /// Id of the city.
        city: String,
        /// Id of the figure.
        id: String,
    },
    /// A table of a city's plan.
    Table {
        /// Id of the city.
        city: String,
        /// Id of the table.
        id: String,
    },
    /// A term of the glossary, by id.
    Term(String),
    /// A functional field, by code.
    Field(String),
    /// A document, by id.
    Document(String),
}

/// A text of a hit, other than its title, in which a word was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What text it is.
    pub place: Place,
    /// Language of the text.
    pub lang: Lang,
    /// At most about 120 characters around the first match, with `…` where something was cut off.
    pub text: String,
    /// Bytes of `text` that match: in order, apart from each other, on character boundaries; never empty.
    pub marks: Vec<Range<usize>>,
}

/// Which text of a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Its title.
    Title,
    /// The summary of an item, the explanation of a term.
    Summary,
    /// The document's own number or label.
    Label,
    /// A department in charge.
    Department,
    /// A partner organisation.
    Partner,
    /// A dated step.
    Schedule,
    /// The name of an indicator, or its value in words.
    Indicator,
    /// What a number counts.
    Quantity,
    /// A law or an ordinance.
    LegalBasis,
    /// The section of the document.
    Section,
    /// A figure as printed.
    Value,
    /// The head of a column.
    Column,
    /// A cell of a table.
    Cell,
    /// A word form of a term.
    Form,
    /// The code of a field.
    Code,
    /// Who published a document.
    Publisher,
    /// When a document was published.
    Date,
    /// The name of the city; never a snippet.
    City,
}

impl Index {
    /// Reads every text of the dataset once.
    ///
    /// Linear in the length of the texts: 8 ms for the embedded dataset (716 items) and 0.2 s for 12,138 items, natively
    /// and optimised.
    pub fn new(dataset: &Dataset) -> Self {
        let (records, arena) = records::collect(dataset);
        Self { records, arena }
    }

    /// Finds what contains every word of the query, best first, no more than `limit`.
    ///
    /// A title counts more than a summary, a summary more than any other text; the start of a word more than its middle;
    /// a short title more than a long one; what is left stands in the order of the dataset. The order of the words and
    /// their number of repetitions change nothing. If a word is found nowhere, its last syllable is taken for one
    /// still being typed. Words after the 24th are not looked for.
    ///
    /// Linear in the length of the texts: a query takes 0.1 to 1.4 ms in the embedded dataset (716 items), and
    /// 2 to 55 ms among 12,138 items; one letter that stands everywhere takes longest. Natively, optimised.
    ///
    /// ```
    /// use city_compare_core::compare::search::{Index, Scope};
    /// let index = Index::new(city_compare_embedded::dataset());
    /// let found = index.find("ㅊㄴㅈㅌ", &Scope::All, 5);
    /// assert!(found.initials && found.hits.iter().any(|hit| hit.title.ko.contains("청년주택")));
    /// assert_eq!(index.find("  ", &Scope::All, 5).total, 0);
    /// ```
    pub fn find(&self, query: &str, scope: &Scope, limit: usize) -> Found {
        self.find_with(query, &Synonyms::default(), scope, limit)
    }

    /// As [`find`](Self::find), and a word that has synonyms finds what they find, too, after what it finds itself.
    ///
    /// Every further word takes as long as one that was typed.
    ///
    /// ```
    /// use city_compare_core::compare::search::{Index, Scope, Synonyms};
    /// let dataset = city_compare_embedded::dataset();
    /// let (index, synonyms) = (Index::new(dataset), Synonyms::of(&dataset.topics));
    /// let found = index.find_with("유치원", &synonyms, &Scope::All, 5);
    /// assert!(found.hits.iter().any(|hit| hit.title.ko.contains("보육")));
    /// ```
    pub fn find_with(&self, query: &str, synonyms: &Synonyms, scope: &Scope, limit: usize) -> Found {
        rank::find(self, query, synonyms, scope, limit)
    }
}
