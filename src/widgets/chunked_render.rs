//! Long tables in turns: what is in sight first, the rest after the browser has drawn it.

use crate::browser;
use crate::shared::context::Instance;
use crate::shared::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// Makes an entry of a long list.
pub(crate) type Make = Box<dyn Fn() -> AnyView + Send>;

/// Entries of a long list: the first ones at once, then a few more whenever the browser has drawn those before, so that no
/// one waits for what is out of sight. Paper gets all of them at once.
pub(crate) fn in_turns(cx: impl Into<Instance>, first: usize, each: usize, entries: Vec<Make>) -> AnyView {
    turns(cx.into(), first, each, entries)
}

fn turns(cx: Instance, first: usize, each: usize, entries: Vec<Make>) -> AnyView {
    let turns = entries.len().saturating_sub(first).div_ceil(each);
    let paper = cx.paper.get_untracked();
    let turn = RwSignal::new(if paper { turns } else { 0 });
    if turns > 0 && !paper {
        cx.unfinished.update(|unfinished| *unfinished += 1);
        after_a_frame(cx, turn, turns);
    }
    let entries = entries.into_iter().enumerate().map(|(place, make)| match (place + each).checked_sub(first) {
        None => make(),
        Some(behind) if behind < each => make(),
        Some(behind) => {
            let here = memo(move || turn.get() >= behind / each || cx.paper.get());
            live(move || here.get().then(&make))
        }
    });
    entries.collect_view().into_any()
}

fn after_a_frame(cx: Instance, turn: RwSignal<usize>, turns: usize) {
    after_the_frame(move || {
        let now = turn.try_update(|turn| {
            *turn += 1;
            *turn
        });
        match now {
            Some(now) if now < turns => after_a_frame(cx, turn, turns),
            // Nothing is left of the signal when the view is gone.
            Some(_) | None => drop(cx.unfinished.try_update(|unfinished| *unfinished -= 1)),
        }
    });
}

/// Does it as soon as the browser has drawn what is there; after a quarter of a second where it draws nothing, as in a frame
/// out of sight.
pub(crate) fn after_the_frame(work: impl FnOnce() + 'static) {
    const AT_LAST: Duration = Duration::from_millis(250);
    let work = Rc::new(Cell::new(Some(work)));
    let late = Rc::clone(&work);
    browser::later(AT_LAST, move || late.take().into_iter().for_each(|work| work()));
    // The frame is drawn between the callback and the timer.
    browser::frame(move || {
        browser::later(Duration::ZERO, move || work.take().into_iter().for_each(|work| work()));
    });
}
