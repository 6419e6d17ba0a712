//! What the items of a plan are: plans, and what its document says besides.

use super::both::both;
use crate::model::{Bilingual, City, Role, Word};
use crate::text::{Lang, count, fill, words};

/// How many items of each role a city's plan has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleCounts {
    /// Items that are plans.
    pub plans: usize,
    /// Of the plans, those that concern only the city's own staff.
    pub staff_only: usize,
    /// Items of the other roles, in the order in which the roles are explained, without those that have none.
    pub others: Vec<(Role, usize)>,
}

impl RoleCounts {
    /// How many items are no plan.
    pub fn rest(&self) -> usize {
        self.others.iter().map(|(_, n)| n).sum()
    }
}

/// Counts the items of a city's plan by role.
pub fn role_counts(city: &City) -> RoleCounts {
    let of = |role: Role| city.plan.items.iter().filter(|item| item.role == role).count();
    let others = Role::WORDS.iter().map(|(_, role)| *role).filter(|role| *role != Role::Plan);
    RoleCounts {
        plans: of(Role::Plan),
        staff_only: city.plan.plans().filter(|item| item.staff_only).count(),
        others: others.map(|role| (role, of(role))).filter(|(_, n)| *n > 0).collect(),
    }
}

/// What is counted, in words: `계획 304건 (계획이 아닌 109건은 따로: 지난 성과 29, …)`.
pub fn roles_sentence(city: &City) -> Bilingual {
    let counts = role_counts(city);
    both(|lang| {
        let w = words(lang);
        let mut parts = vec![count(counts.plans, w.plans_one, w.plans_other)];
        if counts.staff_only > 0 {
            parts.push(fill(w.staff_count, &[("n", &counts.staff_only.to_string())]));
        }
        if counts.rest() > 0 {
            let list: Vec<String> =
                counts.others.iter().map(|(role, n)| format!("{} {n}", role_name(*role, lang))).collect();
            parts.push(fill(w.rest_count, &[("n", &counts.rest().to_string()), ("list", &list.join(", "))]));
        }
        parts.join(" · ")
    })
}

/// Name of a role.
pub fn role_name(role: Role, lang: Lang) -> &'static str {
    let w = words(lang);
    match role {
        Role::Plan => w.role_plan,
        Role::Result => w.role_result,
        Role::Frame => w.role_frame,
        Role::Context => w.role_context,
        Role::Step => w.role_step,
        Role::Publicity => w.role_publicity,
        Role::Terms => w.role_terms,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::in_lang;
    use crate::embedded;

    #[test]
    fn every_item_is_counted_once() {
        for city in &embedded::dataset().cities {
            let counts = role_counts(city);
            assert_eq!(counts.plans + counts.rest(), city.plan.items.len(), "{}", city.id);
            assert!(counts.staff_only <= counts.plans, "{}", city.id);
            assert!(counts.others.iter().all(|(role, n)| *role != Role::Plan && *n > 0), "{}", city.id);
        }
    }

    #[test]
    fn the_sentence_says_what_is_counted_and_what_is_not() {
        let mut city = embedded::dataset().city("gwangyang").expect("the city exists").clone();
        for (item, role) in city.plan.items.iter_mut().zip([Role::Plan, Role::Plan, Role::Result, Role::Frame]) {
            (item.role, item.staff_only) = (role, false);
        }
        city.plan.items.truncate(4);
        city.plan.items[0].staff_only = true;
        let sentence = roles_sentence(&city);
        assert_eq!(
            in_lang(&sentence, Lang::En),
            "2 plans · 1 of them only for the city’s own staff · besides 2 items that are no plan: past result 1, vision or heading 1"
        );
        assert_eq!(
            in_lang(&sentence, Lang::Ko),
            "계획 2건 · 그 가운데 시 직원만을 위한 것 1건 · 계획이 아닌 항목 2건은 따로: 지난 성과 1, 비전·제목 1"
        );
    }

    #[test]
    fn a_plan_without_anything_else_says_no_more() {
        let mut city = embedded::dataset().city("yeosu").expect("the city exists").clone();
        city.plan.items.retain(crate::model::Item::is_plan);
        city.plan.items.truncate(1);
        assert_eq!(in_lang(&roles_sentence(&city), Lang::En), "1 plan");
    }
}
