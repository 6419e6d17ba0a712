//! English.

use super::words::OfficialWords;

pub(super) static WORDS: OfficialWords = OfficialWords {
    stage_proposed: "proposed",
    stage_initial: "initial budget",
    stage_final: "final budget",
    stage_current: "budget with carry-overs",
    stage_spent: "spent",
    stage_settled: "settled",
    scope_general: "general account",
    scope_general_and_special: "general and special accounts",
    scope_with_funds: "with funds",
    side_revenue: "revenue",
    side_expenditure: "expenditure",
    spending_policy: "policy projects",
    spending_administration: "administration",
    spending_financial: "financial activities",
    spending_without_transfers: "without transfers and repayments",
    measure_registered: "registered population",
    measure_resident: "residents",
    basis_budget: "budget",
    basis_initial_to_final: "initial to final",
    basis_actual: "contracts made",
};
