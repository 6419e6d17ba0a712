use super::super::words::words;
use super::super::{FiscalYear, Stage, Won};
use serde::{Deserialize, Serialize};

words! {
    /// What a total holds. Three scopes of one budget differ by a tenth and more: they are never added, averaged or set side
    /// by side.
    Scope {
        /// The general account (일반회계).
        General = "general",
        /// The general and all special accounts (일반회계, 특별회계).
        GeneralAndSpecial = "general_and_special",
        /// The general and all special accounts and the funds (기금): what LOFIN prints as the total (통합회계 총계).
        WithFunds = "with_funds",
    }
}

words! {
    /// Which side of the accounts. A budget balances, so that its total is the same on both; closed accounts do not.
    Side {
        /// 세입.
        Revenue = "revenue",
        /// 세출.
        Expenditure = "expenditure",
    }
}

words! {
    /// Which of the three kinds of spending an amount by field holds. Their sum is the whole expenditure.
    Spending {
        /// 정책사업: what is spent on a matter.
        PolicyProjects = "policy_projects",
        /// 행정운영경비: staff and running costs, which LOFIN books under field 900.
        Administration = "administration",
        /// 재무활동: transfers between accounts, and repayments.
        FinancialActivities = "financial_activities",
        /// Policy projects and administration in one sum: projects named as transfers between accounts (내부거래) or
        /// repayments (보전지출) are left out.
        WithoutTransfers = "without_transfers",
    }
}

words! {
    /// To which unit an amount was rounded before it was published.
    Precision {
        /// Exact to the won.
        Won = "won",
        /// Rounded to a thousand won.
        Thousand = "thousand",
        /// Rounded to a million won.
        Million = "million",
    }
}

impl Precision {
    /// The unit in won.
    pub const fn unit(self) -> i64 {
        match self {
            Self::Won => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
        }
    }

    /// The coarser of two: what a sum of amounts supports.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }
}

words! {
    /// How a total came to us.
    Origin {
        /// Printed as such.
        Printed = "printed",
        /// Printed as the denominator of a ratio.
        Denominator = "denominator",
        /// The sum of two printed amounts: the initial budget and what the supplementary budgets changed.
        Computed = "computed",
    }
}

words! {
    /// What keeps a total from being quite what its stage and scope say.
    Caveat {
        /// Local bonds (지방채) are left out, as in the denominators of LOFIN's ratios.
        WithoutLocalBonds = "without_local_bonds",
    }
}

/// A total of a city's money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Total {
    /// Id of the city.
    pub city: String,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// How far the year's money has come.
    pub stage: Stage,
    /// What the total holds.
    pub scope: Scope,
    /// Revenue or expenditure.
    pub side: Side,
    /// Whole won.
    pub krw: Won,
    /// To which unit it was rounded.
    pub precision: Precision,
    /// How it came to us.
    pub origin: Origin,
    /// What keeps it from being quite what it says.
    pub caveat: Option<Caveat>,
    /// Id of the source.
    pub source: String,
}

/// What a city spends, or means to spend, on one functional field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldAmount {
    /// Id of the city.
    pub city: String,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// How far the year's money has come.
    pub stage: Stage,
    /// Of which accounts.
    pub scope: Scope,
    /// Which kinds of spending it holds.
    pub spending: Spending,
    /// Code of the functional field.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{3}$")))]
    pub field: String,
    /// The field's name as the table of that year prints it: names change (수송및교통 became 교통및물류), codes stay.
    pub printed: String,
    /// Whole won.
    pub krw: Won,
    /// To which unit it was rounded.
    pub precision: Precision,
    /// Id of the source.
    pub source: String,
}
