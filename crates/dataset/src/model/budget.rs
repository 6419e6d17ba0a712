#[cfg(feature = "schema")]
use super::Word;
use super::words::words;
use super::{Bilingual, FiscalYear, Lines, Won};
use serde::{Deserialize, Serialize, Serializer};

/// What a document says about an item's money. Five different things: amounts (a zero among them is a *stated zero*), only
/// what some pay of an unstated total, expressly no budget (비예산), nothing at all, and, where an item has no budget by its
/// nature, no `Budget` shown.
///
/// ```
/// use city_compare_dataset::model::Budget;
/// assert_ne!(Budget::NonBudget, Budget::NotStated);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[allow(clippy::enum_variant_names, reason = "non-budget (비예산) is the field's own term")]
pub enum Budget {
    /// Amounts are stated.
    Stated {
        /// Amounts by year; the header of a sheet and its body are separate entries.
        amounts: Vec<Amount>,
        /// Who pays, as far as stated.
        funding: Vec<Funding>,
    },
    /// Only shares are stated, such as the national funds: they are no amount of the item, which costs more.
    FundingOnly {
        /// Who pays what, at least one.
        funding: Vec<Funding>,
    },
    /// The document says that the item needs no budget (비예산).
    NonBudget,
    /// The document says nothing about money.
    #[default]
    NotStated,
}

/// What a document says about an item's money. Stated amounts (a zero among them is a stated zero), shares of a total that is
/// not stated, expressly no budget (비예산) and nothing at all are four different things.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Budget"))]
struct BudgetJson<'a> {
    /// `stated`, `funding_only`, `non_budget` (비예산) or `not_stated`.
    status: BudgetStatus,
    /// Amounts by year: at least one if stated, none otherwise.
    amounts: &'a [Amount],
    /// Who pays, as far as stated: at least one if funding only; none if there is no budget or nothing is said.
    funding: &'a [Funding],
}

words! {
    /// Whether a document states an item's budget.
    BudgetStatus {
        /// Amounts are stated.
        Stated = "stated",
        /// Only shares of a total that is not stated.
        FundingOnly = "funding_only",
        /// 비예산.
        NonBudget = "non_budget",
        /// Nothing is said.
        NotStated = "not_stated",
    }
}

/// The tagged form, which compact formats can read back.
#[derive(Serialize)]
enum BudgetCompact<'a> {
    Stated { amounts: &'a [Amount], funding: &'a [Funding] },
    FundingOnly { funding: &'a [Funding] },
    NonBudget,
    NotStated,
}

impl Budget {
    /// Amounts, empty unless stated.
    pub fn amounts(&self) -> &[Amount] {
        match self {
            Self::Stated { amounts, .. } => amounts,
            Self::FundingOnly { .. } | Self::NonBudget | Self::NotStated => &[],
        }
    }

    /// Funding, empty unless stated.
    pub fn funding(&self) -> &[Funding] {
        match self {
            Self::Stated { funding, .. } | Self::FundingOnly { funding } => funding,
            Self::NonBudget | Self::NotStated => &[],
        }
    }

    /// Whether the item's own cost is stated: not what others invest, nor what some pay of it.
    pub fn states_cost(&self) -> bool {
        self.amounts().iter().any(|amount| amount.kind != AmountKind::PrivateInvestment)
    }

    /// Whether any money is stated, whoever's it is.
    pub fn states_money(&self) -> bool {
        !self.amounts().is_empty() || !self.funding().is_empty()
    }
}

impl Serialize for Budget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (amounts, funding) = (self.amounts(), self.funding());
        if serializer.is_human_readable() {
            let status = match self {
                Self::Stated { .. } => BudgetStatus::Stated,
                Self::FundingOnly { .. } => BudgetStatus::FundingOnly,
                Self::NonBudget => BudgetStatus::NonBudget,
                Self::NotStated => BudgetStatus::NotStated,
            };
            return BudgetJson { status, amounts, funding }.serialize(serializer);
        }
        match self {
            Self::Stated { .. } => BudgetCompact::Stated { amounts, funding },
            Self::FundingOnly { .. } => BudgetCompact::FundingOnly { funding },
            Self::NonBudget => BudgetCompact::NonBudget,
            Self::NotStated => BudgetCompact::NotStated,
        }
        .serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Budget {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Budget".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = BudgetJson::json_schema(generator);
        let filled = |status: BudgetStatus, list: &str, or_else: serde_json::Value| {
            serde_json::json!({
                "if": { "properties": { "status": { "const": status.word() } } },
                "then": { "properties": { list: { "minItems": 1 } }, "required": [list] },
                "else": or_else,
            })
        };
        let empty = |list: &str| serde_json::json!({ "properties": { list: { "maxItems": 0 } } });
        // Amounts only if stated; funding if stated or alone.
        let without_amounts = filled(BudgetStatus::FundingOnly, "funding", empty("funding"));
        let otherwise = serde_json::json!({ "allOf": [empty("amounts"), without_amounts] });
        for (key, value) in filled(BudgetStatus::Stated, "amounts", otherwise).as_object().into_iter().flatten() {
            schema.insert(key.clone(), value.clone());
        }
        schema
    }
}

/// An amount that a document states for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("allOf" = [
    {
        "if": { "properties": { "kind": { "const": "annual" } } },
        "then": { "properties": { "year": { "type": "integer" } }, "required": ["year"] },
    },
    {
        "if": { "properties": { "kind": { "const": "undated" } } },
        "then": { "properties": { "year": { "type": "null" } } },
    },
])))]
pub struct Amount {
    /// The fiscal year: of an annual amount, and of no other that names none.
    pub year: Option<FiscalYear>,
    /// Annual, spent before, the total, of no stated year, or what others invest.
    pub kind: AmountKind,
    /// Whole won.
    pub krw: Won,
    /// As the document prints it, with its unit.
    pub as_printed: String,
    /// Where on the sheet it stands.
    pub basis: Basis,
    /// Lines of the document.
    pub lines: Lines,
}

words! {
    /// What an amount covers.
    AmountKind {
        /// One fiscal year.
        Annual = "annual",
        /// Spent before the plan (기추진).
        Prior = "prior",
        /// All years together (총사업비).
        Total = "total",
        /// The document does not say which year or years it covers.
        Undated = "undated",
        /// What private investors are to spend (민간투자): no money of the city's, in no budget.
        PrivateInvestment = "private_investment",
    }
}

words! {
    /// Where on a task sheet an amount stands.
    Basis {
        /// In the header row (소요예산).
        Header = "header",
        /// In the text.
        Body = "body",
    }
}

/// A share of an item's money by who pays it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Funding {
    /// Who pays.
    pub from: FundingSource,
    /// Whole won.
    pub krw: Won,
    /// The fiscal year; `None` if the share splits a total over years, or the document names none.
    pub year: Option<FiscalYear>,
    /// What the share splits, if not the item's whole amount.
    pub scope: Option<Bilingual>,
    /// As the document prints it.
    pub as_printed: String,
    /// Lines of the document.
    pub lines: Lines,
}

words! {
    /// Who pays (재원).
    FundingSource {
        /// The state (국비).
        National = "national",
        /// The province (도비).
        Province = "province",
        /// The city itself (시비).
        City = "city",
        /// The office of education (교육청).
        EducationOffice = "education_office",
        /// A public corporation (공사).
        PublicCorporation = "public_corporation",
        /// A company or another private body (민간).
        Private = "private",
        /// The recipients themselves (자부담).
        Own = "self",
    }
}

/// One figure of a city's original budget (본예산), as sources print it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OriginalBudget {
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Proposed to the council, or its initial budget: the press speaks of no other.
    pub stage: Stage,
    /// What is measured.
    pub measure: Measure,
    /// The account that a field's amount belongs to.
    pub account: Account,
    /// Codes of the functional fields; several where the source merges them, none where its label is no standard field.
    pub fields: Vec<String>,
    /// The label as printed.
    pub label: Bilingual,
    /// Whole won: the printed figure times its unit, so as coarse as the print.
    pub krw: Won,
    /// As printed.
    pub as_printed: String,
    /// Ids of the documents, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub documents: Vec<String>,
    /// What to know about the figure.
    pub note: Option<Bilingual>,
}

words! {
    /// How far a year's money has come, from the proposal to the closed accounts. Press reports know the first two.
    Stage {
        /// Sent to the council (예산안).
        Proposed = "proposed",
        /// Voted by the council for the beginning of the year (확정, 당초예산), or cited later as the original budget (본예산).
        Initial = "initial",
        /// After the last supplementary budget (최종예산).
        Final = "final",
        /// What may be spent at the end of the year: the final budget with what was carried over (예산현액).
        Current = "current",
        /// Paid out by the end of the year, the accounts not closed yet (지출액).
        Spent = "spent",
        /// In the closed accounts (결산).
        Settled = "settled",
    }
}

words! {
    /// What a budget figure measures.
    Measure {
        /// All accounts.
        Total = "total",
        /// The general account (일반회계).
        GeneralAccount = "general_account",
        /// All special accounts (특별회계).
        SpecialAccounts = "special_accounts",
        /// One functional field, or several merged.
        Field = "field",
    }
}

words! {
    /// The account that an amount belongs to.
    Account {
        /// 일반회계.
        General = "general",
        /// 특별회계.
        Special = "special",
        /// Both together.
        Total = "total",
        /// The source does not say which account its fields are parts of.
        NotStated = "not_stated",
    }
}
