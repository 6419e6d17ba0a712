//! A lesson, one step at a time: look, guess, see, ask why.

use super::common::{data, quiet};
use super::work::{self, Kept};
use super::{answer, exhibit};
use crate::browser;
use crate::compare::in_lang;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::lesson::words;
use crate::text::{Lang, fill};
use crate::widgets::figure::Press;
use crate::widgets::glossary_marks::Terms;
use city_compare_lessons::class::Class;
use city_compare_lessons::key::{self, Given, Key, Solved, Verdict};
use city_compare_lessons::model::{Answer, Lesson, Step};
use city_compare_lessons::{hand_in, show, tally};
use std::sync::Arc;
use std::time::Duration;

pub(super) fn player(cx: Context, lesson: Arc<Lesson>, big: bool) -> AnyView {
    let kept = RwSignal::new(work::of(&lesson.id));
    let failed = RwSignal::new(false);
    let id = lesson.id.clone();
    // What is done is kept in the tab as it is done.
    Effect::new(move |_| {
        let refused = kept.with(|kept| work::keep(&id, kept)).is_err();
        failed.set(refused);
    });
    let at = memo(move || kept.with(|kept| kept.at));
    let own = lesson.clone();
    let step = move || {
        browser::hush();
        match own.steps.get(at.get()) {
            Some(step) => one(cx, own.clone(), Arc::new(step.clone()), at.get_untracked(), kept),
            None => finished(cx, own.clone(), kept, failed),
        }
    };
    view! { <div class="cc-lesson-player" class:cc-lesson-big=big>{live(step)}</div> }
}

/// Goes to a step, and focuses its question.
fn go(cx: Context, kept: RwSignal<Kept>, at: usize) {
    cx.opened.set(None);
    kept.update(|kept| kept.at = at);
    browser::later(Duration::ZERO, move || {
        let _ = cx.focus("lesson-question");
    });
}

fn one(cx: Context, lesson: Arc<Lesson>, step: Arc<Step>, at: usize, kept: RwSignal<Kept>) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let dataset = data(cx);
    let class = Class::new(&dataset, &lesson, &step);
    // What does not fit the dataset was told before.
    let Ok(solved) = key::solve(&class, &step) else { return view! { <p class="cc-caveat">{w.blocked}</p> } };
    let solved = Arc::new(solved);
    let (id, checked_id) = (step.id.clone(), step.id.clone());
    let given = RwSignal::new(kept.with_untracked(|kept| kept.given.get(&id).cloned()));
    let done = memo(move || kept.with(|kept| kept.checked.contains(&checked_id)));
    Effect::new(move |_| {
        if let Some(given) = given.get() {
            kept.update(|kept| {
                kept.given.insert(id.clone(), given);
            });
        }
    });
    let question = key::filled(&step.question, &solved, lang);
    let all = lesson.steps.len();
    let of = fill(w.step_of, &[("n", &(at + 1).to_string()), ("all", &all.to_string())]);
    let minutes = fill(w.minutes, &[("n", &step.minutes.to_string())]);
    let press = choosing(&step, given, done);
    let shown = step.show.as_ref().and_then(|wanted| show::exhibit(&class, wanted));
    let shown = shown.map(|shown| exhibit::shown(cx, &format!("{}-show", step.id), shown, press));
    let hint = hint(cx, &step, &solved, lang);
    let check = {
        let (step, solved) = (step.clone(), solved.clone());
        move || {
            let answered = given.with_untracked(|given| given.clone()).unwrap_or_else(|| untouched(&step, &solved));
            given.set(Some(answered.clone()));
            kept.update(|kept| kept.checked.push(step.id.clone()));
            cx.status.set(spoken(&step, &solved, &answered, lang));
            browser::later(Duration::ZERO, move || {
                let _ = cx.focus("lesson-reveal");
            });
        }
    };
    let ready = {
        let step = step.clone();
        memo(move || given.with(|given| is_answered(&step, given.as_ref())))
    };
    let name = if solved.key == Key::Open { w.reveal_open } else { w.check };
    let check_button = move || {
        let check = check.clone();
        (!done.get()).then(|| {
            view! { <button type="button" class="cc-quiet cc-lesson-main" disabled=move || !ready.get() on:click=move |_| check()>{name}</button> }
        })
    };
    let reveal = {
        let (step, solved, lesson) = (step.clone(), solved.clone(), lesson.clone());
        move || (done.get()).then(|| reveal(cx, &lesson, &step, &solved, given.get_untracked().as_ref(), lang))
    };
    let last = at + 1 == all;
    let next = if last { w.finish } else { w.next };
    let to_next = move || {
        done.get().then(|| {
            view! { <button type="button" class="cc-quiet cc-lesson-main" on:click=move |_| go(cx, kept, at + 1)>{next}</button> }
        })
    };
    let before = (at > 0).then(|| quiet(w.previous, move || go(cx, kept, at - 1)));
    let field = answer::field(cx, &step, &solved, given, done);
    view! {
        <section class="cc-lesson-step" aria-labelledby=cx.id("lesson-question") data-step=step.id.clone()>
            <p class="cc-note">{of} " · " {minutes}</p>
            <h4 id=cx.id("lesson-question") tabindex="-1">{question.clone()}</h4>
            {aloud(cx, question, lang)}
            {shown}
            {field}
            {hint}
            {live(check_button)}
            {live(reveal)}
            <p class="cc-lesson-ways">{before}{live(to_next)}</p>
        </section>
    }
}

/// What pressing a mark of the chart does: where the chart is the question, it answers.
fn choosing(step: &Step, given: RwSignal<Option<Given>>, done: Memo<bool>) -> Press {
    if !matches!(step.answer, Answer::Mark { .. }) {
        return Press::Source;
    }
    let chosen = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        if let Some(place) = chosen.get()
            && !done.get_untracked()
        {
            given.set(Some(Given::One(place)));
        }
    });
    Press::Choose(chosen)
}

/// What stands there before anything is touched.
fn untouched(step: &Step, solved: &Solved) -> Given {
    match &step.answer {
        Answer::Order { .. } => Given::Order((0..solved.options.len()).collect()),
        Answer::Number { from, to, by, .. } => Given::Number(from + (to - from) / by / 2 * by),
        Answer::Choose { .. } | Answer::Mark { .. } => Given::One(0),
        Answer::Cite { .. } => Given::Line(0, 0),
        Answer::Split { fields } => Given::Split(vec![0; fields.len()]),
        Answer::Text { .. } => Given::Text(String::new()),
    }
}

/// Whether there is an answer that can be checked.
fn is_answered(step: &Step, given: Option<&Given>) -> bool {
    match (&step.answer, given) {
        // What stands there is an order and a number already.
        (Answer::Order { .. } | Answer::Number { .. } | Answer::Text { .. }, _) => true,
        (Answer::Split { .. }, Some(Given::Split(blocks))) => blocks.iter().sum::<u32>() == 100,
        (Answer::Cite { .. }, Some(Given::Line(_, line))) => *line > 0,
        (_, given) => given.is_some(),
    }
}

fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    let w = words(lang);
    match verdict {
        Verdict::Right => w.verdict_right,
        Verdict::Near => w.verdict_near,
        Verdict::Other => w.verdict_other,
        Verdict::Open => w.verdict_open,
    }
}

/// What is said of an answer: the verdict, and the gap or the answer.
fn spoken(step: &Step, solved: &Solved, given: &Given, lang: Lang) -> String {
    let said = verdict(key::judge(solved, given), lang);
    let more = key::gap(step, solved, given, lang).or_else(|| {
        let answer = in_lang(&solved.answer, lang);
        (!answer.is_empty()).then(|| fill(words(lang).the_answer, &[("answer", answer)]))
    });
    more.map_or_else(|| said.to_owned(), |more| format!("{said} {more}"))
}

fn reveal(cx: Context, lesson: &Lesson, step: &Step, solved: &Solved, given: Option<&Given>, lang: Lang) -> AnyView {
    let w = words(lang);
    let dataset = data(cx);
    let class = Class::new(&dataset, lesson, step);
    let said = given.map(|given| spoken(step, solved, given, lang)).unwrap_or_default();
    let gap = match (&step.answer, &solved.key, given) {
        (Answer::Number { of, .. }, Key::Number { value, .. }, Some(Given::Number(own))) => {
            Some(answer::gap(of, (*own, *value), lang))
        }
        _ => None,
    };
    let shown =
        step.reveal.as_ref().and_then(|wanted| show::exhibit(&class, wanted)).map(|shown| {
            exhibit::shown(cx, &format!("{}-reveal", step.id), beside_own(step, shown, given), Press::Source)
        });
    let why = step.why.as_ref().map(|why| {
        let text = key::filled(why, solved, lang);
        let terms = Terms::new(cx, format!("lesson-why-{}", step.id), lang);
        view! { <h5>{w.why}</h5><div>{terms.text(&text)}</div>{aloud(cx, text.clone(), lang)} }
    });
    let sources = exhibit::sources(cx, &format!("{}-sources", step.id), &step.question, solved.evidence.clone());
    view! {
        <div class="cc-lesson-reveal" id=cx.id("lesson-reveal") tabindex="-1">
            <p class="cc-lesson-verdict">{said}</p>
            {gap}
            {shown}
            {why}
            {sources}
        </div>
    }
}

/// The pupil's own blocks above those of the cities.
fn beside_own(step: &Step, shown: show::Shown, given: Option<&Given>) -> show::Shown {
    match (&step.answer, shown, given) {
        (Answer::Split { fields }, show::Shown::Plot(plot), Some(Given::Split(blocks))) => {
            let codes: Vec<&str> = fields.iter().map(|line| line.field.as_str()).collect();
            let name = crate::model::Bilingual::new(words(Lang::Ko).own_row, words(Lang::En).own_row);
            show::Shown::Plot(Box::new(show::with_own_blocks(&plot, &codes, blocks, &name)))
        }
        (_, shown, _) => shown,
    }
}

fn hint(cx: Context, step: &Step, solved: &Solved, lang: Lang) -> Option<AnyView> {
    let w = words(lang);
    let text = key::filled(step.hint.as_ref()?, solved, lang);
    let block = format!("lesson-hint-{}", step.id);
    let open = RwSignal::new(false);
    let said = move || {
        open.get().then(|| view! { <div class="cc-note">{Terms::new(cx, block.clone(), lang).text(&text)}</div> })
    };
    Some(view! {
        <div class="cc-lesson-hint">
            <button type="button" class="cc-quiet" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{w.hint}</button>
            {live(said)}
        </div>
    })
}

/// The button that reads a text aloud; nothing where the device has no voice.
fn aloud(cx: Context, text: String, lang: Lang) -> Option<AnyView> {
    if !browser::can_speak() {
        return None;
    }
    let w = words(lang);
    let reading = RwSignal::new(false);
    let press = move |_| {
        if reading.get_untracked() {
            browser::hush();
            reading.set(false);
        } else if browser::speak(&text, lang.tag()).is_ok() {
            reading.set(true);
        } else {
            cx.status.set(words(lang).no_voice.to_owned());
        }
    };
    let name = move || if reading.get() { w.stop_reading } else { w.read_aloud };
    Some(view! { <button type="button" class="cc-quiet cc-lesson-aloud" on:click=press>{name}</button> })
}

/// After the last step: the code for the teacher, and what becomes of the work.
fn finished(cx: Context, lesson: Arc<Lesson>, kept: RwSignal<Kept>, failed: RwSignal<bool>) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    let dataset = data(cx);
    let told = kept.with_untracked(|kept| told(&dataset, &lesson, kept));
    let code = tally::Form::new(&dataset, &lesson).code(&told);
    let made = RwSignal::new(None::<bool>);
    let own = lesson.clone();
    let lines = [fill(w.done_code, &[("code", &code)]), cx.opening().meta().line(lang)];
    let hand_in = move || {
        let title = fill(words(lang).work_title, &[("title", in_lang(&own.title, lang))]);
        let page = hand_in::page(&title, &kept.with_untracked(|kept| rows(cx, &own, kept, lang)), &lines, lang);
        let name = format!("city-compare-{}.html", own.id);
        made.set(Some(browser::offer(&page.as_str().into(), "text/html;charset=utf-8", &name).is_ok()));
    };
    let id = lesson.id.clone();
    let forget = move || {
        work::forget(&id);
        kept.set(Kept::default());
        go(cx, kept, 0);
    };
    let keep = move |event: leptos::ev::Event| kept.update(|kept| kept.on_device = event_target_checked(&event));
    let last = lesson.steps.len().saturating_sub(1);
    let answers = kept.with_untracked(|kept| rows(cx, &lesson, kept, lang));
    let answers = answers.into_iter().map(|row| {
        view! { <li><h5>{row.question}</h5><p class="cc-lesson-given">{row.answer}</p><p class="cc-note">{row.data}</p></li> }
    });
    let answers = view! { <ol class="cc-lesson-answers">{answers.collect_view()}</ol> };
    view! {
        <section class="cc-lesson-step cc-lesson-done">
            <h4 id=cx.id("lesson-question") tabindex="-1">{w.done_title}</h4>
            <p class="cc-lesson-code">{fill(w.done_code, &[("code", &code)])}</p>
            <p class="cc-note">{w.done_code_about}</p>
            <p>{quiet(w.hand_in, hand_in)} " " {quiet(w.print, move || print(cx))}</p>
            {live(move || (made.get() == Some(false)).then(|| view! { <p role="alert">{w.work_failed}</p> }))}
            <label class="cc-check">
                <input type="checkbox" prop:checked=move || kept.with(|kept| kept.on_device) on:change=keep/>
                <span>{w.keep}</span>
            </label>
            <p class="cc-note">{w.keep_about}</p>
            {live(move || failed.get().then(|| view! { <p role="alert">{w.keep_failed}</p> }))}
            {answers}
            <p class="cc-lesson-ways">{quiet(w.previous, move || go(cx, kept, last))}{quiet(w.forget, forget)}</p>
        </section>
    }
}

fn rows(cx: Context, lesson: &Lesson, kept: &Kept, lang: Lang) -> Vec<hand_in::Row> {
    let checked = |id: &str| kept.given.get(id).filter(|_| kept.checked.iter().any(|known| known == id));
    hand_in::rows(&data(cx), lesson, checked, lang)
}

/// Prints the page; a browser that cannot is told how.
pub(super) fn print(cx: Context) {
    let printed = cx.element().is_some_and(|root| browser::print(&root).is_ok());
    if !printed {
        cx.status.set(words(cx.lang.get_untracked()).print_key.to_owned());
    }
}

/// The numbers of what was answered, step by step. What was not checked is not answered.
fn told(dataset: &crate::model::Dataset, lesson: &Lesson, kept: &Kept) -> Vec<tally::Told> {
    let told = |step: &Step| {
        let given = kept.given.get(&step.id).filter(|_| kept.checked.contains(&step.id))?;
        let solved = key::solve(&Class::new(dataset, lesson, step), step).ok()?;
        tally::told(&step.answer, &solved, given)
    };
    lesson.steps.iter().map(told).collect()
}
