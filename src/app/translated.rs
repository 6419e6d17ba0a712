//! Translators of browsers put nodes of their own in the place of our texts: what we write later into ours is not seen, and
//! what we take away stays. Where that has happened, the view is made anew after each change, and translated again.

use crate::browser;
use crate::shared::context::Instance;
use crate::shared::prelude::*;
use std::time::Duration;

/// Looks after each change whether the view is still ours.
pub(crate) fn follow(cx: Instance) {
    Effect::new(move |before: Option<()>| {
        cx.state.track();
        cx.lang.track();
        cx.opened.track();
        cx.term.track();
        cx.problems.track();
        if before.is_some() {
            // After what shows the change.
            browser::later(Duration::ZERO, move || renew(cx));
        }
    });
}

fn renew(cx: Instance) {
    let Some(root) = cx.element().filter(browser::is_translated) else { return };
    let focused = browser::active_in(&root).map(|element| element.id());
    if cx.shown.try_set(false).is_some() {
        return;
    }
    browser::later(Duration::ZERO, move || {
        browser::remove_elements(&root);
        // The widget may be gone by then.
        cx.shown.try_set(true);
        browser::later(Duration::ZERO, move || {
            if let Some(id) = focused
                && !browser::focus_by_id(&root, &id)
            {
                cx.focus("main");
            }
        });
    });
}
