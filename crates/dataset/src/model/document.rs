use super::words::words;
use super::{Bilingual, Lines, PartialDate};
use serde::{Deserialize, Serialize};

/// A source: one of the five curated documents, or a page that prints a budget or a population.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Id of the city that it speaks of; `None` if of several.
    pub city: Option<String>,
    /// What sort of text it is.
    pub kind: DocumentKind,
    /// Title as printed, or a description.
    pub title: Bilingual,
    /// Who published it; `None` if the document does not say.
    pub publisher: Option<Bilingual>,
    /// When, as far as stated.
    pub published: Option<PartialDate>,
    /// Address, http or https.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[Hh][Tt][Tt][Pp][Ss]?://.")))]
    pub url: Option<String>,
    /// File name of the text that was curated; `None` for pages that are only cited.
    pub file: Option<String>,
    /// SHA-256 of that file: 64 hexadecimal digits in lower case.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: Option<String>,
    /// Its number of lines.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub lines: Option<u32>,
    /// Scanning and printing errors, and how they are read here.
    pub corrections: Vec<Correction>,
    /// Places where the document disagrees with itself.
    pub discrepancies: Vec<Discrepancy>,
}

impl Document {
    /// Where it contradicts itself, the gravest first; gaps of our text are none.
    pub fn contradictions(&self) -> impl Iterator<Item = &Discrepancy> {
        self.ranked(|kind| kind != DiscrepancyKind::Gap)
    }

    /// How many of them there are.
    pub fn contradiction_count(&self) -> usize {
        self.discrepancies.iter().filter(|discrepancy| discrepancy.kind != DiscrepancyKind::Gap).count()
    }

    /// What our text of it lacks.
    pub fn gaps(&self) -> impl Iterator<Item = &Discrepancy> {
        self.ranked(|kind| kind == DiscrepancyKind::Gap)
    }

    fn ranked(&self, wanted: impl Fn(DiscrepancyKind) -> bool) -> impl Iterator<Item = &Discrepancy> {
        let mut found: Vec<&Discrepancy> =
            self.discrepancies.iter().filter(|discrepancy| wanted(discrepancy.kind)).collect();
        found.sort_by_key(|discrepancy| discrepancy.rank);
        found.into_iter()
    }
}

words! {
    /// What sort of text a document is.
    DocumentKind {
        /// A plan of the city.
        Plan = "plan",
        /// A page of the city's web site.
        OfficialPage = "official_page",
        /// A press article.
        NewsArticle = "news_article",
        /// A budget or fiscal disclosure.
        BudgetReport = "budget_report",
        /// A private blog: the weakest source, used only where no other prints the figure.
        Blog = "blog",
    }
}

/// One scanning or printing error and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// Line of the document, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub line: u32,
    /// What stands there.
    pub printed: String,
    /// How it is read.
    pub read_as: String,
    /// Other readings that are as near or nearly as near, if there are any.
    pub alternatives: Vec<String>,
    /// Why.
    pub reason: Bilingual,
    /// How certain the reading is.
    pub confidence: Confidence,
}

words! {
    /// How certain a corrected reading is.
    Confidence {
        /// No other reading makes sense.
        Sure = "sure",
        /// The most plausible of several readings.
        Likely = "likely",
    }
}

/// A place where a document contradicts itself, or where our text of it has gaps. Shown with its arithmetic, never settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Discrepancy {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// What sort of contradiction.
    pub kind: DiscrepancyKind,
    /// What it changes for a reader.
    pub rank: Rank,
    /// Every line that is involved.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    pub lines: Vec<u32>,
    /// Ids of the items that it touches.
    pub items: Vec<String>,
    /// What the document states, value by value.
    pub stated: Vec<StatedValue>,
    /// The arithmetic in symbols, where there is any: `40 + 30 + 50 = 120 ≠ 121`.
    pub computed: Option<String>,
    /// One or two sentences.
    pub note: Bilingual,
    /// Why it matters to a reader: one sentence.
    pub why: Bilingual,
}

impl Discrepancy {
    /// Whether one of its lines lies in the range.
    pub fn touches(&self, lines: Lines) -> bool {
        self.lines.iter().any(|line| lines.contains(*line))
    }
}

words! {
    /// What sort of contradiction a discrepancy is.
    DiscrepancyKind {
        /// Parts do not add up to the stated total.
        Sum = "sum",
        /// The header of a sheet says something else than its body.
        HeaderVsDetail = "header_vs_detail",
        /// The same thing is named differently.
        Wording = "wording",
        /// Numbers are skipped or repeated.
        Numbering = "numbering",
        /// Dates contradict one another.
        Date = "date",
        /// A stated count differs from what is listed.
        Count = "count",
        /// Two statements do not fit together in substance.
        Content = "content",
        /// Figures differ only because they were rounded or cut: no contradiction.
        Rounding = "rounding",
        /// Our text of the document lacks something; nothing contradicts.
        Gap = "gap",
    }
}

words! {
    /// What a discrepancy changes for a reader, the gravest first.
    Rank {
        /// A figure that a reader would use: an amount, a count, a date, an age.
        Figure = "figure",
        /// How a passage is to be read.
        Reading = "reading",
        /// Nothing but trust in the print.
        Curiosity = "curiosity",
    }
}

/// One of the values that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedValue {
    /// What the value is of.
    pub what: Bilingual,
    /// As printed.
    pub value: String,
    /// Line of the document, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub line: u32,
}
