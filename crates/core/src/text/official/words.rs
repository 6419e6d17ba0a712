use super::super::words::strings;

strings! {
/// The strings about official figures in one language.
#[derive(Debug)]
pub struct OfficialWords {
    /// Stage.
    pub stage_proposed: &'static str,
    /// Stage.
    pub stage_initial: &'static str,
    /// Stage.
    pub stage_final: &'static str,
    /// Stage.
    pub stage_current: &'static str,
    /// Stage.
    pub stage_spent: &'static str,
    /// Stage.
    pub stage_settled: &'static str,
    /// Scope of a total.
    pub scope_general: &'static str,
    /// Scope of a total.
    pub scope_general_and_special: &'static str,
    /// Scope of a total.
    pub scope_with_funds: &'static str,
    /// Side of the accounts.
    pub side_revenue: &'static str,
    /// Side of the accounts.
    pub side_expenditure: &'static str,
    /// Kind of spending.
    pub spending_policy: &'static str,
    /// Kind of spending.
    pub spending_administration: &'static str,
    /// Kind of spending.
    pub spending_financial: &'static str,
    /// Kind of spending.
    pub spending_without_transfers: &'static str,
    /// Who is counted.
    pub measure_registered: &'static str,
    /// Who is counted.
    pub measure_resident: &'static str,
    /// Basis of an indicator.
    pub basis_budget: &'static str,
    /// Basis of an indicator.
    pub basis_initial_to_final: &'static str,
    /// Basis of an indicator.
    pub basis_actual: &'static str,
    /// A sentence under a chart.
    pub says_basis: &'static str,
    /// A sentence under a chart.
    pub says_share_highest: &'static str,
    /// A sentence under a chart.
    pub says_share_highest_equal: &'static str,
    /// A sentence under a chart.
    pub says_shares: &'static str,
    /// A sentence under a chart.
    pub says_share_same: &'static str,
    /// A sentence under a chart.
    pub says_city_most: &'static str,
    /// A sentence under a chart.
    pub says_city_parts: &'static str,
    /// A sentence under a chart.
    pub says_course: &'static str,
    /// A sentence under a chart.
    pub says_course_final: &'static str,
    /// A sentence under a chart.
    pub says_course_spent: &'static str,
    /// A sentence under a chart.
    pub says_peers: &'static str,
    /// A sentence under a chart.
    pub says_peers_no_median: &'static str,
    /// Name.
    pub name_group_basic: &'static str,
    /// Name.
    pub name_group_upper: &'static str,
    /// A sentence under a chart.
    pub says_years: &'static str,
    /// Name.
    pub name_nominal: &'static str,
    /// Name.
    pub name_real: &'static str,
    /// A sentence under a chart.
    pub says_resident_most: &'static str,
    /// A sentence under a chart.
    pub says_resident_list: &'static str,
    /// Why a city has no figure.
    pub why_ended: &'static str,
    /// Why a city has no figure.
    pub why_other_tier: &'static str,
    /// Why a city has no figure.
    pub why_not_found: &'static str,
    /// A sentence under a chart.
    pub says_instead: &'static str,
    /// What to know about a chart.
    pub note_left_out: &'static str,
    /// What to know about a chart.
    pub note_unchecked: &'static str,
    /// What to know about a chart.
    pub note_blocks: &'static str,
    /// What to know about a chart.
    pub note_per_resident: &'static str,
    /// What to know about a chart.
    pub note_mixed: &'static str,
    /// What to know about a chart.
    pub note_gwangju_ended: &'static str,
    /// Name.
    pub name_merged_city: &'static str,
    /// Unit.
    pub unit_thousand_won: &'static str,
    /// Press and official figures.
    pub press_beside: &'static str,
    /// Press and official figures.
    pub press_holds_funds: &'static str,
    /// Press and official figures.
    pub press_rounding: &'static str,
    /// Name.
    pub name_settled_expenditure: &'static str,
    /// Name.
    pub name_settled_revenue: &'static str,
    /// Name.
    pub name_budgeted_expenditure: &'static str,
    /// Name.
    pub name_budget_per_resident: &'static str,
    /// Name.
    pub name_local_tax_per_resident: &'static str,
    /// Name.
    pub name_fiscal_independence: &'static str,
    /// Name.
    pub name_fiscal_autonomy: &'static str,
    /// Name.
    pub name_supplementary_increase: &'static str,
    /// Name.
    pub name_welfare_share: &'static str,
    /// Name.
    pub name_own_projects_share: &'static str,
    /// Name.
    pub name_subsidised_projects_share: &'static str,
    /// Name.
    pub name_policy_projects_share: &'static str,
    /// Name.
    pub name_local_subsidies_ratio: &'static str,
    /// Name.
    pub name_private_contracts_ratio: &'static str,
    /// Name.
    pub name_official_expenses_ratio: &'static str,
    /// Name.
    pub name_events_ratio: &'static str,
    /// Name.
    pub name_council_costs_ratio: &'static str,
    /// Name.
    pub name_year_end_spending_ratio: &'static str,
    /// Name.
    pub name_staff_costs_ratio: &'static str,
    /// Name.
    pub name_administration_share: &'static str,
    /// Name.
    pub name_council_budget_share: &'static str,
    /// Name.
    pub name_staff_travel_abroad_ratio: &'static str,
    /// Name.
    pub name_council_travel_abroad_ratio: &'static str,
    /// Name.
    pub name_debt_to_budget: &'static str,
    /// Name.
    pub name_liabilities_to_assets: &'static str,
    /// Name.
    pub name_guaranteed_debt_ratio: &'static str,
}
}
