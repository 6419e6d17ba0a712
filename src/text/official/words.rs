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
}
}
