use super::super::words::words;
use super::super::{FiscalYear, Number};
use serde::{Deserialize, Serialize};

words! {
    /// An indicator of 지방재정365.
    IndicatorKind {
        /// 세출결산 총액.
        SettledExpenditure = "settled_expenditure",
        /// 세입결산 총액.
        SettledRevenue = "settled_revenue",
        /// 세출예산 총액.
        BudgetedExpenditure = "budgeted_expenditure",
        /// 1인당 세출예산액.
        BudgetPerResident = "budget_per_resident",
        /// 1인당 지방세부담액.
        LocalTaxPerResident = "local_tax_per_resident",
        /// 재정자립도.
        FiscalIndependence = "fiscal_independence",
        /// 재정자주도.
        FiscalAutonomy = "fiscal_autonomy",
        /// 추경 증가율.
        SupplementaryIncrease = "supplementary_increase",
        /// 사회복지비중.
        WelfareShare = "welfare_share",
        /// 자체사업비중.
        OwnProjectsShare = "own_projects_share",
        /// 보조사업비중.
        SubsidisedProjectsShare = "subsidised_projects_share",
        /// 정책사업비중.
        PolicyProjectsShare = "policy_projects_share",
        /// 지방보조금비율.
        LocalSubsidiesRatio = "local_subsidies_ratio",
        /// 수의계약비율.
        PrivateContractsRatio = "private_contracts_ratio",
        /// 업무추진비비율.
        OfficialExpensesRatio = "official_expenses_ratio",
        /// 행사축제경비비율.
        EventsRatio = "events_ratio",
        /// 지방의회경비비율.
        CouncilCostsRatio = "council_costs_ratio",
        /// 연말지출비율.
        YearEndSpendingRatio = "year_end_spending_ratio",
        /// 공무원인건비비율.
        StaffCostsRatio = "staff_costs_ratio",
        /// 행정운영경비비중.
        AdministrationShare = "administration_share",
        /// 의회비비중. Its printed ratio does not follow from the printed amounts.
        CouncilBudgetShare = "council_budget_share",
        /// 공무원 국외여비비율.
        StaffTravelAbroadRatio = "staff_travel_abroad_ratio",
        /// 의회 국외여비비율.
        CouncilTravelAbroadRatio = "council_travel_abroad_ratio",
        /// 예산대비채무비율.
        DebtToBudget = "debt_to_budget",
        /// 자산대비부채비율.
        LiabilitiesToAssets = "liabilities_to_assets",
        /// 보증채무비율.
        GuaranteedDebtRatio = "guaranteed_debt_ratio",
    }
}

words! {
    /// On which accounts an indicator rests. The same indicator on two bases is two figures.
    IndicatorBasis {
        /// 예산, without saying which.
        Budget = "budget",
        /// 예산(당초).
        Initial = "initial",
        /// 예산(최종).
        Final = "final",
        /// 예산(당초→최종): what changed between the two.
        InitialToFinal = "initial_to_final",
        /// 결산.
        Settled = "settled",
        /// 실적: contracts that were made.
        Actual = "actual",
    }
}

words! {
    /// The unit of an indicator, or of the amounts behind it.
    IndicatorUnit {
        /// Won.
        Won = "won",
        /// A thousand won (천원).
        ThousandWon = "thousand_won",
        /// Per cent.
        Percent = "percent",
    }
}

/// An indicator of a city's finances as it is printed, with the amounts that it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FiscalIndicator {
    /// Id of the city.
    pub city: String,
    /// Which indicator.
    pub kind: IndicatorKind,
    /// On which accounts it rests.
    pub basis: IndicatorBasis,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// The unit of the value, and of the peers' values.
    pub unit: IndicatorUnit,
    /// The value as printed.
    pub value: Number,
    /// What is divided, if it is printed.
    pub numerator: Option<Number>,
    /// What it is divided by, if it is printed. An amount per resident is divided by the residents of the year's eve.
    pub denominator: Option<Number>,
    /// The unit of numerator and denominator.
    pub amounts_in: Option<IndicatorUnit>,
    /// The city's peers.
    pub peers: Peers,
    /// Id of the source.
    pub source: String,
}

impl FiscalIndicator {
    /// The ratio in per cent that follows from the printed amounts, where both are printed.
    pub fn recomputed(&self) -> Option<f64> {
        let (numerator, denominator) = (self.numerator?.get(), self.denominator?.get());
        (self.unit == IndicatorUnit::Percent && denominator > 0.0).then(|| numerator / denominator * 100.0)
    }
}

/// The governments of the same tier: for a city, all cities, counties and districts of the country; for a metropolitan city
/// or a province, all of these. That is the rule of the group, and it is no more alike than that.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Peers {
    /// How many they are, the city among them.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub count: u32,
    /// The least.
    pub min: Number,
    /// The one in the middle.
    pub median: Number,
    /// The largest.
    pub max: Number,
    /// The city's rank from above, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub rank: u32,
}
