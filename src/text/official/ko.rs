//! Korean.

use super::words::OfficialWords;

pub(super) static WORDS: OfficialWords = OfficialWords {
    stage_proposed: "예산안",
    stage_initial: "당초예산",
    stage_final: "최종예산",
    stage_current: "예산현액",
    stage_spent: "지출액",
    stage_settled: "결산",
    scope_general: "일반회계",
    scope_general_and_special: "일반회계와 특별회계",
    scope_with_funds: "기금 포함",
    side_revenue: "세입",
    side_expenditure: "세출",
    spending_policy: "정책사업",
    spending_administration: "행정운영경비",
    spending_financial: "재무활동",
    spending_without_transfers: "내부거래와 보전지출을 뺀 금액",
    measure_registered: "총인구수",
    measure_resident: "거주자",
    basis_budget: "예산",
    basis_initial_to_final: "당초에서 최종까지",
    basis_actual: "실적",
};
