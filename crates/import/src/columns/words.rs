//! The fixed words of a plan, as a person writes them.

use crate::names::plain;
use city_compare_dataset::model::{BudgetStatus, Level, Role, Word};

/// Words: the value, in Korean, in English.
pub type Words<W> = &'static [(W, &'static str, &'static str)];

/// What an item is within a plan.
pub const LEVELS: Words<Level> = &[
    (Level::Vision, "비전", "vision"),
    (Level::Goal, "목표", "goal"),
    (Level::Value, "가치", "value"),
    (Level::Means, "정책수단", "means"),
    (Level::Direction, "추진방향", "direction"),
    (Level::Pillar, "대정책", "pillar"),
    (Level::Group, "과제 묶음", "group"),
    (Level::Section, "절", "section"),
    (Level::Strategy, "전략", "strategy"),
    (Level::Initiative, "추진과제", "initiative"),
    (Level::Action, "세부사업", "action"),
    (Level::CoreProject, "핵심사업", "core project"),
];

/// Whether an item is a plan, and if not, what else.
pub const ROLES: Words<Role> = &[
    (Role::Plan, "계획", "plan"),
    (Role::Result, "성과", "result"),
    (Role::Frame, "틀", "frame"),
    (Role::Context, "배경", "context"),
    (Role::Step, "절차", "step"),
    (Role::Publicity, "홍보", "publicity"),
    (Role::Terms, "조건", "terms"),
];

/// What is said of an item's money.
pub const BUDGETS: Words<BudgetStatus> = &[
    (BudgetStatus::Stated, "금액", "stated"),
    (BudgetStatus::FundingOnly, "재원만", "funding only"),
    (BudgetStatus::NonBudget, "비예산", "non-budget"),
    (BudgetStatus::NotStated, "미기재", "not stated"),
];

/// The value of a word, in Korean, in English, or as the format writes it.
pub(crate) fn find<W: Copy>(words: Words<W>, text: &str) -> Option<W> {
    let letters = |text: &str| plain(text).replace('-', "");
    let wanted = letters(text);
    words.iter().find(|(_, ko, en)| letters(ko) == wanted || letters(en) == wanted).map(|(value, ..)| *value)
}

/// The Korean and the English word of a value.
pub(crate) fn names<W: Word>(words: Words<W>, value: W) -> (&'static str, &'static str) {
    words.iter().find(|(known, ..)| *known == value).map_or(("", ""), |(_, ko, en)| (*ko, *en))
}
