//! A pupil's answers as a short code, to be typed in by the teacher, and the spread of a class. No name, no network.

use crate::class::Class;
use crate::key::{Given, Key, Solved, solve};
use crate::model::{Answer, Lesson};
use city_compare_dataset::model::Dataset;

/// Signs that are not taken for each other, read aloud or in handwriting. They are a prime number, so that one wrong sign, or two
/// that changed places, never give another code that is right.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BASE: u64 = 31;
/// Signs in a group.
const GROUP: usize = 4;

/// How a lesson's answers become a code: for each step, how many different answers it tells apart, none among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    mark: u64,
    steps: Vec<u64>,
}

/// What a code says of a step: the number of an answer, from 1; `None` if it was not answered.
pub type Told = Option<u64>;

/// Why something typed is no code of this lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// A sign that no code has.
    Sign(char),
    /// The check sign does not fit: a sign is wrong, or two changed places.
    Check,
    /// It is the code of another lesson, or of a lesson that was changed.
    Lesson,
}

impl Form {
    /// The form of a lesson with a dataset.
    pub fn new(dataset: &Dataset, lesson: &Lesson) -> Self {
        let steps = lesson.steps.iter().map(|step| {
            let class = Class::new(dataset, lesson, step);
            let options = solve(&class, step).map_or(0, |solved| solved.options.len());
            1 + answers(&step.answer, options)
        });
        let mark = lesson.id.bytes().fold(7, |mark: u64, byte| (mark * 37 + u64::from(byte)) % BASE);
        Self { mark, steps: steps.collect() }
    }

    /// The code of answers, in groups with hyphens between.
    pub fn code(&self, told: &[Told]) -> String {
        let mut number: u128 = 0;
        for (at, many) in self.steps.iter().enumerate().rev() {
            let own = told.get(at).copied().flatten().unwrap_or(0).min(many - 1);
            number = number * u128::from(*many) + u128::from(own);
        }
        let mut signs = vec![self.mark];
        for _ in 0..self.digits() {
            signs.push(u64::try_from(number % u128::from(BASE)).unwrap_or(0));
            number /= u128::from(BASE);
        }
        signs.push(check(&signs));
        let text: Vec<char> = signs
            .iter()
            .filter_map(|sign| SIGNS.get(usize::try_from(*sign).ok()?))
            .map(|sign| char::from(*sign))
            .collect();
        text.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// What a code says, however it was typed: in small letters, with spaces or without hyphens.
    ///
    /// # Errors
    /// It is none of this lesson.
    pub fn read(&self, typed: &str) -> Result<Vec<Told>, Wrong> {
        let mut signs = Vec::new();
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '−')) {
            let upper = c.to_ascii_uppercase();
            let at = SIGNS.iter().position(|sign| char::from(*sign) == upper).ok_or(Wrong::Sign(c))?;
            signs.push(u64::try_from(at).unwrap_or(0));
        }
        let (last, own) = signs.split_last().ok_or(Wrong::Check)?;
        if own.len() != self.digits() + 1 || *last != check(own) {
            return Err(Wrong::Check);
        }
        let (mark, digits) = own.split_first().ok_or(Wrong::Check)?;
        let mut number =
            digits.iter().rev().fold(0_u128, |number, digit| number * u128::from(BASE) + u128::from(*digit));
        let mut told = Vec::new();
        for many in &self.steps {
            let own = u64::try_from(number % u128::from(*many)).unwrap_or(0);
            told.push(Some(own).filter(|own| *own > 0));
            number /= u128::from(*many);
        }
        if *mark == self.mark && number == 0 { Ok(told) } else { Err(Wrong::Lesson) }
    }

    /// How many signs hold any answers.
    fn digits(&self) -> usize {
        let mut largest: u128 = self.steps.iter().fold(1, |all, many| all.saturating_mul(u128::from(*many)));
        largest -= 1;
        let mut digits = 1;
        while largest >= u128::from(BASE) {
            largest /= u128::from(BASE);
            digits += 1;
        }
        digits
    }
}

/// A sign that makes the weighted sum a multiple of 31. Weights differ for up to 30 signs.
fn check(signs: &[u64]) -> u64 {
    let sum = (2..).zip(signs).fold(0, |sum, (weight, sign): (u64, &u64)| (sum + weight * sign) % BASE);
    (BASE - sum) % BASE
}

/// How many answers a step tells apart.
fn answers(answer: &Answer, options: usize) -> u64 {
    let options = u64::try_from(options).unwrap_or(0);
    match answer {
        Answer::Choose { .. } | Answer::Mark { .. } => options,
        Answer::Order { .. } => (1..=options).product(),
        Answer::Number { from, to, by, .. } => u64::try_from((to - from) / by + 1).unwrap_or(1),
        // A line that says it, or one that does not.
        Answer::Cite { .. } => 2,
        // The field that got most.
        Answer::Split { fields } => u64::try_from(fields.len()).unwrap_or(1),
        // Whether something was written.
        Answer::Text { .. } => 1,
    }
}

/// The number of a pupil's answer, from 1.
pub fn told(answer: &Answer, solved: &Solved, given: &Given) -> Told {
    let number = |place: usize| u64::try_from(place).ok().map(|place| place + 1);
    match (answer, given) {
        (Answer::Choose { .. } | Answer::Mark { .. }, Given::One(place)) => number(*place),
        (Answer::Order { .. }, Given::Order(order)) => Some(rank(order) + 1),
        (Answer::Number { from, to, by, .. }, Given::Number(own)) => {
            u64::try_from(((*own).clamp(*from, *to) - from) / by).ok().map(|step| step + 1)
        }
        (Answer::Cite { .. }, Given::Line(..)) => {
            let right = crate::key::judge(solved, given) == crate::key::Verdict::Right;
            Some(if right { 1 } else { 2 })
        }
        (Answer::Split { .. }, Given::Split(blocks)) => {
            let most = blocks.iter().max()?;
            number(blocks.iter().position(|own| own == most)?)
        }
        (Answer::Text { .. }, Given::Text(text)) => (!text.trim().is_empty()).then_some(1),
        _ => None,
    }
}

/// The place of an order among all orders of as many things.
fn rank(order: &[usize]) -> u64 {
    let mut left: Vec<usize> = (0..order.len()).collect();
    order.iter().fold(0, |rank, own| {
        let many = u64::try_from(left.len()).unwrap_or(1);
        let at = left.iter().position(|place| place == own).unwrap_or(0);
        if at < left.len() {
            left.remove(at);
        }
        rank * many + u64::try_from(at).unwrap_or(0)
    })
}

/// The order at a place among all orders of `many` things.
pub fn unranked(mut rank: u64, many: usize) -> Vec<usize> {
    let mut digits = Vec::new();
    for base in 1..=u64::try_from(many).unwrap_or(0) {
        digits.push(usize::try_from(rank % base).unwrap_or(0));
        rank /= base;
    }
    let mut left: Vec<usize> = (0..many).collect();
    digits.into_iter().rev().flat_map(|at| if at < left.len() { Some(left.remove(at)) } else { None }).collect()
}

/// How many gave each answer of a step, with what follows from the data first known: its number, if one does.
pub fn right(answer: &Answer, solved: &Solved) -> Told {
    let given = match &solved.key {
        Key::One(place) => Given::One(*place),
        Key::Order(order) => Given::Order(order.clone()),
        Key::Number { value, .. } => Given::Number(*value),
        Key::Lines(_) => return Some(1),
        Key::Open => return None,
    };
    told(answer, solved, &given)
}

/// How often each answer of a step was given: number and count, the most frequent first.
pub fn spread(all: &[Vec<Told>], step: usize) -> Vec<(Told, usize)> {
    let mut counts: Vec<(Told, usize)> = Vec::new();
    for own in all.iter().filter_map(|told| told.get(step)) {
        match counts.iter_mut().find(|(known, _)| known == own) {
            Some((_, count)) => *count += 1,
            None => counts.push((*own, 1)),
        }
    }
    counts.sort_by_key(|(own, count)| (std::cmp::Reverse(*count), *own));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn any_form()(mark in 0..BASE, steps in prop::collection::vec(1_u64..130, 1..9)) -> Form { Form { mark, steps } }
    }

    proptest! {
        #[test]
        fn a_code_gives_back_the_answers(form in any_form(), raw in prop::collection::vec(0_u64..130, 9)) {
            let told: Vec<Told> = form.steps.iter().zip(raw).map(|(many, own)| Some(own % many).filter(|own| *own > 0)).collect();
            let code = form.code(&told);
            prop_assert_eq!(form.read(&code), Ok(told.clone()));
            prop_assert_eq!(form.read(&code.to_lowercase().replace('-', " ")), Ok(told));
        }

        #[test]
        fn one_wrong_sign_is_noticed(form in any_form(), at in 0_usize..40, other in 0_usize..31) {
            let code: Vec<char> = form.code(&[]).chars().filter(|c| *c != '-').collect();
            let at = at % code.len();
            let sign = char::from(SIGNS[other]);
            prop_assume!(code[at] != sign);
            let wrong: String = code.iter().enumerate().map(|(place, c)| if place == at { sign } else { *c }).collect();
            prop_assert_eq!(form.read(&wrong), Err(Wrong::Check));
        }

        #[test]
        fn two_signs_that_changed_places_are_noticed(form in any_form(), raw in prop::collection::vec(0_u64..130, 9), at in 0_usize..40) {
            let told: Vec<Told> = form.steps.iter().zip(raw).map(|(many, own)| Some(own % many).filter(|own| *own > 0)).collect();
            let mut code: Vec<char> = form.code(&told).chars().filter(|c| *c != '-').collect();
            let at = at % (code.len() - 1);
            prop_assume!(code[at] != code[at + 1]);
            code.swap(at, at + 1);
            prop_assert_eq!(form.read(&code.iter().collect::<String>()), Err(Wrong::Check));
        }

        #[test]
        fn every_order_has_a_number_of_its_own(many in 1_usize..6, seed in any::<u64>()) {
            let all: u64 = (1..=many as u64).product();
            let order = unranked(seed % all, many);
            prop_assert_eq!(rank(&order), seed % all);
            let mut sorted = order;
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..many).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_class_is_counted() {
        let all = [vec![Some(1)], vec![Some(2)], vec![Some(2)], vec![None]];
        assert_eq!(spread(&all, 0), [(Some(2), 2), (None, 1), (Some(1), 1)]);
    }
}
