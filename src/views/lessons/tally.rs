//! The codes of a class, typed in one by one, and the spread of the answers.

use super::common::{data, quiet};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::lesson::words;
use crate::text::{Lang, fill};
use city_compare_lessons::class::Class;
use city_compare_lessons::key::{self, Given, Solved};
use city_compare_lessons::model::{Answer, Lesson, Step};
use city_compare_lessons::tally::{self, Form, Told, Wrong};
use std::sync::Arc;

pub(super) fn tally(cx: Context, lesson: Arc<Lesson>) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let form = Arc::new(Form::new(&data(cx), &lesson));
    let all = RwSignal::new(Vec::<Vec<Told>>::new());
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match form.read(&typed.get_untracked()) {
            Ok(told) => {
                all.update(|all| all.push(told));
                typed.set(String::new());
                wrong.set(None);
                let n = all.with_untracked(Vec::len).to_string();
                cx.status.set(fill(words(lang).tally_count, &[("n", &n)]));
            }
            Err(why) => wrong.set(Some(why)),
        }
    };
    let why = move || {
        wrong.get().map(|why| {
            let said = match why {
                Wrong::Sign(sign) => fill(w.tally_sign, &[("sign", &sign.to_string())]),
                Wrong::Check => w.tally_check.to_owned(),
                Wrong::Lesson => w.tally_lesson.to_owned(),
            };
            view! { <p role="alert">{said}</p> }
        })
    };
    let count = text(move || fill(w.tally_count, &[("n", &all.with(Vec::len).to_string())]));
    let steps = move || {
        let dataset = data(cx);
        let told = all.get();
        let one = |(at, step): (usize, &Step)| {
            let class = Class::new(&dataset, &lesson, step);
            let solved = key::solve(&class, step).ok()?;
            Some(spread(&class, &told, (at, step), &solved, lang))
        };
        (!told.is_empty()).then(|| lesson.steps.iter().enumerate().filter_map(one).collect_view())
    };
    let id = cx.id("tally");
    view! {
        <p class="cc-summary">{w.tally_about}</p>
        <form class="cc-lesson-answer" on:submit=add>
            <label for=id.clone()>{w.tally_code}</label>
            <input type="text" id=id autocomplete="off" autocapitalize="characters" spellcheck="false"
                prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))/>
            <button type="submit" class="cc-quiet">{w.tally_add}</button>
            " " <span>{count}</span> " "
            {quiet(w.tally_remove, move || all.update(|all| drop(all.pop())))}
            {live(why)}
        </form>
        {live(steps)}
    }
}

/// How often each answer of a step was given, as bars with their numbers.
fn spread(class: &Class<'_>, all: &[Vec<Told>], (at, step): (usize, &Step), solved: &Solved, lang: Lang) -> AnyView {
    let w = words(lang);
    let right = tally::right(&step.answer, solved);
    let row = |(told, count): (Told, usize)| {
        let name = answer(class, step, solved, told, lang);
        let mark = (right.is_some() && told == right).then(|| format!(" ({})", w.tally_right));
        #[expect(clippy::cast_precision_loss, reason = "a width on the screen")]
        let width = count as f64 / all.len().max(1) as f64 * 100.0;
        view! {
            <tr>
                <th scope="row">{name}{mark}</th>
                <td>{count.to_string()}</td>
                <td class="cc-lesson-spread" aria-hidden="true"><div class="cc-lesson-real" style:width=format!("{width:.1}%")></div></td>
            </tr>
        }
    };
    let rows = tally::spread(all, at).into_iter().map(row).collect_view();
    view! {
        <section class="cc-lesson-tally">
            <h4>{format!("{}. {}", at + 1, key::filled(&step.question, solved, lang))}</h4>
            <table class="cc-table cc-plain"><tbody>{rows}</tbody></table>
        </section>
    }
}

/// An answer by its number.
fn answer(class: &Class<'_>, step: &Step, solved: &Solved, told: Told, lang: Lang) -> String {
    let w = words(lang);
    let Some(number) = told.and_then(|told| told.checked_sub(1)) else { return w.tally_none.to_owned() };
    let place = usize::try_from(number).unwrap_or_default();
    match &step.answer {
        Answer::Choose { .. } | Answer::Mark { .. } => {
            solved.options.get(place).map(|option| say(&option.text, lang)).unwrap_or_default()
        }
        Answer::Order { .. } => {
            let given = Given::Order(tally::unranked(number, solved.options.len()));
            city_compare_lessons::hand_in::answer(class, step, solved, &given, lang)
        }
        Answer::Number { of, from, by, .. } => of.text(from + by * i64::try_from(number).unwrap_or_default(), lang),
        Answer::Cite { .. } => (if number == 0 { w.tally_cited } else { w.tally_not_cited }).to_owned(),
        Answer::Split { fields } => {
            let code = fields.get(place).map(|line| line.field.as_str()).unwrap_or_default();
            let field = class.dataset.field(code).map(|field| say(&field.name, lang)).unwrap_or_default();
            fill(w.tally_most, &[("field", &field)])
        }
        Answer::Text { .. } => w.tally_written.to_owned(),
    }
}
