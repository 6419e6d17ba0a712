//! A quiz from the data: the same for all who type the same number.

use super::common::{data, quiet};
use super::exhibit;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::fill;
use crate::text::lesson::words;
use city_compare_lessons::class::Class;
use city_compare_lessons::quiz::{Question, questions};
use std::sync::Arc;

/// Questions of a quiz.
const MANY: usize = 10;

pub(super) fn quiz(cx: Context) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let number = RwSignal::new(1_u64);
    let seed = RwSignal::new(None::<u64>);
    let right = RwSignal::new(vec![None::<bool>; MANY]);
    let start = move || {
        right.set(vec![None; MANY]);
        seed.set(Some(number.get_untracked()));
    };
    let made = move || {
        let seed = seed.get()?;
        let dataset = data(cx);
        let mut cities: Vec<_> = dataset.cities.iter().collect();
        cities.sort_by(|a, b| a.name.ko.cmp(&b.name.ko));
        let all = questions(&Class { dataset: &dataset, cities }, seed, MANY);
        let list = all.into_iter().enumerate().map(|(at, question)| one(cx, at, Arc::new(question), right));
        Some(view! { <ol class="cc-lesson-quiz">{list.collect_view()}</ol> })
    };
    let score = move || {
        let (all, good) = right.with(|right| {
            let told: Vec<bool> = right.iter().flatten().copied().collect();
            (told.len(), told.iter().filter(|right| **right).count())
        });
        (all > 0).then(|| {
            let said = fill(w.quiz_score, &[("all", &all.to_string()), ("n", &good.to_string())]);
            view! { <p class="cc-summary">{said}</p> }
        })
    };
    let set = move |event: leptos::ev::Event| {
        if let Ok(seed) = event_target_value(&event).parse() {
            number.set(seed);
        }
    };
    let id = cx.id("quiz-number");
    view! {
        <p class="cc-summary">{w.quiz_about}</p>
        <div class="cc-lesson-answer">
            <label for=id.clone()>{w.quiz_number}</label>
            <input type="number" id=id min="1" max="999999" inputmode="numeric" prop:value=move || number.get().to_string() on:change=set/>
            {quiet(w.quiz_start, start)}
        </div>
        {live(made)}
        {live(score)}
    }
}

fn one(cx: Context, at: usize, question: Arc<Question>, right: RwSignal<Vec<Option<bool>>>) -> AnyView {
    let lang = cx.lang.get_untracked();
    let chosen = RwSignal::new(None::<usize>);
    let name = cx.id(&format!("quiz-{at}"));
    let key = question.key;
    let option = |(place, option): (usize, &crate::model::Bilingual)| {
        let choose = move |_| {
            if chosen.get_untracked().is_none() {
                chosen.set(Some(place));
                right.update(|right| {
                    if let Some(own) = right.get_mut(at) {
                        *own = Some(place == key);
                    }
                });
                let w = words(lang);
                cx.status.set((if place == key { w.verdict_right } else { w.verdict_other }).to_owned());
            }
        };
        view! {
            <label class="cc-check" class:cc-lesson-right=move || chosen.get().is_some() && place == key>
                <input type="radio" name=name.clone() value=place.to_string() disabled=move || chosen.get().is_some_and(|own| own != place)
                    on:change=choose/>
                <span>{say(option, lang)}</span>
            </label>
        }
    };
    let options = question.options.iter().enumerate().map(option).collect_view();
    let prompt = say(&question.prompt, lang);
    let feedback = move || {
        let own = chosen.get()?;
        let w = words(lang);
        let said = if own == question.key { w.verdict_right } else { w.verdict_other };
        let answer = question.options.get(question.key).map(|text| say(text, lang)).unwrap_or_default();
        let answer = fill(w.the_answer, &[("answer", &answer)]);
        let sources = exhibit::sources(cx, &format!("quiz-{at}"), &question.prompt, question.evidence.clone());
        Some(view! {
            <div class="cc-lesson-reveal"><p class="cc-lesson-verdict">{said} " " {answer}</p><p>{say(&question.feedback, lang)}</p>{sources}</div>
        })
    };
    view! { <li><fieldset class="cc-lesson-answer"><legend>{prompt}</legend>{options}</fieldset>{live(feedback)}</li> }
}
