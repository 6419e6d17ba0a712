//! Strings about official figures, per language. They are read by views that a reader opens, so they are a table of their own.

pub use super::OfficialWords;

use super::{Lang, table};
use crate::model::Stage;
use crate::model::official::{IndicatorBasis, IndicatorKind, ResidentMeasure, Scope, Side, Spending};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static OfficialWords {
    match lang {
        Lang::Ko => &table::KO_OFFICIALWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::official(),
        Lang::En => &table::EN_OFFICIALWORDS,
    }
}

/// Name of a stage.
pub fn stage(stage: Stage, lang: Lang) -> &'static str {
    let w = words(lang);
    match stage {
        Stage::Proposed => w.stage_proposed,
        Stage::Initial => w.stage_initial,
        Stage::Final => w.stage_final,
        Stage::Current => w.stage_current,
        Stage::Spent => w.stage_spent,
        Stage::Settled => w.stage_settled,
    }
}

/// Name of a scope.
pub fn scope(scope: Scope, lang: Lang) -> &'static str {
    let w = words(lang);
    match scope {
        Scope::General => w.scope_general,
        Scope::GeneralAndSpecial => w.scope_general_and_special,
        Scope::WithFunds => w.scope_with_funds,
    }
}

/// Name of a side of the accounts.
pub fn side(side: Side, lang: Lang) -> &'static str {
    match side {
        Side::Revenue => words(lang).side_revenue,
        Side::Expenditure => words(lang).side_expenditure,
    }
}

/// What an amount by field holds.
pub fn spending(spending: Spending, lang: Lang) -> &'static str {
    let w = words(lang);
    match spending {
        Spending::PolicyProjects => w.spending_policy,
        Spending::Administration => w.spending_administration,
        Spending::FinancialActivities => w.spending_financial,
        Spending::WithoutTransfers => w.spending_without_transfers,
    }
}

/// Who is counted.
pub fn measure(measure: ResidentMeasure, lang: Lang) -> &'static str {
    match measure {
        ResidentMeasure::Registered => words(lang).measure_registered,
        ResidentMeasure::Resident => words(lang).measure_resident,
    }
}

/// On which accounts an indicator rests.
pub fn basis(basis: IndicatorBasis, lang: Lang) -> &'static str {
    let w = words(lang);
    match basis {
        IndicatorBasis::Budget => w.basis_budget,
        IndicatorBasis::Initial => w.stage_initial,
        IndicatorBasis::Final => w.stage_final,
        IndicatorBasis::InitialToFinal => w.basis_initial_to_final,
        IndicatorBasis::Settled => w.stage_settled,
        IndicatorBasis::Actual => w.basis_actual,
    }
}

/// Name of an indicator.
pub fn indicator(kind: IndicatorKind, lang: Lang) -> &'static str {
    let w = words(lang);
    match kind {
        IndicatorKind::SettledExpenditure => w.name_settled_expenditure,
        IndicatorKind::SettledRevenue => w.name_settled_revenue,
        IndicatorKind::BudgetedExpenditure => w.name_budgeted_expenditure,
        IndicatorKind::BudgetPerResident => w.name_budget_per_resident,
        IndicatorKind::LocalTaxPerResident => w.name_local_tax_per_resident,
        IndicatorKind::FiscalIndependence => w.name_fiscal_independence,
        IndicatorKind::FiscalAutonomy => w.name_fiscal_autonomy,
        IndicatorKind::SupplementaryIncrease => w.name_supplementary_increase,
        IndicatorKind::WelfareShare => w.name_welfare_share,
        IndicatorKind::OwnProjectsShare => w.name_own_projects_share,
        IndicatorKind::SubsidisedProjectsShare => w.name_subsidised_projects_share,
        IndicatorKind::PolicyProjectsShare => w.name_policy_projects_share,
        IndicatorKind::LocalSubsidiesRatio => w.name_local_subsidies_ratio,
        IndicatorKind::PrivateContractsRatio => w.name_private_contracts_ratio,
        IndicatorKind::OfficialExpensesRatio => w.name_official_expenses_ratio,
        IndicatorKind::EventsRatio => w.name_events_ratio,
        IndicatorKind::CouncilCostsRatio => w.name_council_costs_ratio,
        IndicatorKind::YearEndSpendingRatio => w.name_year_end_spending_ratio,
        IndicatorKind::StaffCostsRatio => w.name_staff_costs_ratio,
        IndicatorKind::AdministrationShare => w.name_administration_share,
        IndicatorKind::CouncilBudgetShare => w.name_council_budget_share,
        IndicatorKind::StaffTravelAbroadRatio => w.name_staff_travel_abroad_ratio,
        IndicatorKind::CouncilTravelAbroadRatio => w.name_council_travel_abroad_ratio,
        IndicatorKind::DebtToBudget => w.name_debt_to_budget,
        IndicatorKind::LiabilitiesToAssets => w.name_liabilities_to_assets,
        IndicatorKind::GuaranteedDebtRatio => w.name_guaranteed_debt_ratio,
    }
}

/// The plain name of a field, as a resident would say it; `None` for a code that is not among the functional fields.
pub fn plain_field(code: &str, lang: Lang) -> Option<&'static str> {
    let w = words(lang);
    Some(match code {
        "010" => w.plain_010,
        "020" => w.plain_020,
        "050" => w.plain_050,
        "060" => w.plain_060,
        "070" => w.plain_070,
        "080" => w.plain_080,
        "090" => w.plain_090,
        "100" => w.plain_100,
        "110" => w.plain_110,
        "120" => w.plain_120,
        "140" => w.plain_140,
        "150" => w.plain_150,
        "160" => w.plain_160,
        "900" => w.plain_900,
        _ => return None,
    })
}
