use crate::compare::{self, Filters};
use crate::model::{City, Level, Word};
use crate::options::StrategyPart;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::text::{Lang, count, fill};
use crate::widgets::controls::{check, select};

/// From this width on, in CSS pixels, the filters stand open: on a phone they would fill the screen before the comparison.
const ROOM: u32 = 640;

/// The filters of the strategies view: four ways to narrow, what is set as removable chips, and how many items remain.
pub(crate) fn filters(cx: Context) -> impl IntoView {
    let chosen = cx.memo(|state| state.filters.clone());
    let fields = select(
        cx,
        |lang| words(lang).field,
        move || {
            let lang = cx.lang.get();
            let fields = cx.data().fields.clone().into_iter().map(move |f| (f.code.clone(), say(&f.name, lang)));
            with_any(lang, fields)
        },
        move || chosen.get().field.unwrap_or_default(),
        move |code| cx.change(|state| state.filters.field = Some(code).filter(|code| !code.is_empty())),
    );
    let levels = select(
        cx,
        |lang| words(lang).level,
        move || {
            let lang = cx.lang.get();
            let name =
                move |(word, level): &(&str, Level)| ((*word).to_owned(), compare::level_name(*level, lang).to_owned());
            with_any(lang, Level::WORDS.iter().map(name))
        },
        move || chosen.get().level.map(Word::word).unwrap_or_default().to_owned(),
        move |word| cx.change(|state| state.filters.level = Level::parse(&word)),
    );
    let departments = select(
        cx,
        |lang| words(lang).department,
        move || {
            let (data, lang) = (cx.data(), cx.lang.get());
            let selection = cx.state.with(|state| state.selection(&data));
            let names: Vec<_> =
                compare::departments(&data, &selection).iter().map(|d| (d.ko.clone(), say(d, lang))).collect();
            with_any(lang, names)
        },
        move || chosen.get().department.unwrap_or_default(),
        move |name| cx.change(|state| state.filters.department = Some(name).filter(|name| !name.is_empty())),
    );
    let budget = check(
        cx,
        |lang| words(lang).has_budget,
        cx.memo(|state| state.filters.budget),
        move |on| cx.change(|state| state.filters.budget = on),
    );
    let indicator = check(
        cx,
        |lang| words(lang).has_indicator,
        cx.memo(|state| state.filters.indicator),
        move |on| cx.change(|state| state.filters.indicator = on),
    );
    let open = move || cx.width.get() >= ROOM;
    view! {
        <details class="cc-narrow" tabindex="-1" id=cx.id("filters") open=open>
            <summary>{cx.t(|lang| words(lang).filters)}</summary>
            <div class="cc-filters" role="group" aria-label=cx.t(|lang| words(lang).filters)>
                {fields}{levels}{departments}{budget}{indicator}
            </div>
        </details>
        {chips(cx, chosen)}
    }
}

fn with_any(lang: Lang, options: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), words(lang).filter_any.to_owned())).chain(options).collect()
}

/// Takes one filter away.
type Lift = fn(&mut Filters);

/// What is set, each with a button that lifts it, and the number of items that pass.
fn chips(cx: Context, chosen: Memo<Filters>) -> impl IntoView {
    live(move || {
        let filters = chosen.get();
        if filters.is_empty() {
            return None;
        }
        let (data, lang) = (cx.data(), cx.lang.get());
        let w = words(lang);
        let selection = cx.state.with(|state| state.selection(&data));
        // The matrix shows what a city plans; the outline shows headings, visions and results too.
        let matrix = cx.state.with(|state| state.strategies == StrategyPart::Matrix);
        let counts = |city: &City| filters.of(city).filter(|item| !matrix || item.is_plan()).count();
        let n: usize = selection.cities(&data).map(counts).sum();
        let field = filters.field.as_deref().and_then(|code| data.field(code)).map(|field| say(&field.name, lang));
        let department = filters.department.as_ref().map(|name| {
            let known = compare::departments(&data, &selection).into_iter().find(|d| d.ko == *name);
            known.map_or_else(|| name.clone(), |known| say(known, lang))
        });
        let set: [(Option<String>, Lift); 5] = [
            (field, |filters| filters.field = None),
            (filters.level.map(|level| compare::level_name(level, lang).to_owned()), |filters| filters.level = None),
            (department, |filters| filters.department = None),
            (filters.budget.then(|| w.has_budget.to_owned()), |filters| filters.budget = false),
            (filters.indicator.then(|| w.has_indicator.to_owned()), |filters| filters.indicator = false),
        ];
        let chips = set
            .into_iter()
            .filter_map(|(name, lift)| {
                let name = name?;
                let label = fill(w.remove_filter, &[("filter", &name)]);
                Some(view! {
                    <li class="cc-chip"><span class="cc-chip-name">{name}</span>
                        <button type="button" class="cc-chip-button" aria-label=label
                            on:click=move |_| {
                                cx.focus("filters");
                                cx.change(|state| lift(&mut state.filters));
                            }>"×"</button></li>
                })
            })
            .collect_view();
        let (one, other) = if matrix { (w.plans_one, w.plans_other) } else { (w.items_one, w.items_other) };
        let found = if n == 0 { w.filter_none.to_owned() } else { count(n, one, other) };
        cx.announce_at_rest(found.clone());
        Some(view! { <ul class="cc-set">{chips}<li><strong class="cc-filter-count">{found}</strong></li></ul> })
    })
}
