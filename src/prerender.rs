//! The widget as markup, made natively while a release is built: what a page shows before the module is there, and what readers
//! without scripts and programs that read pages are given.

use crate::browser::Fetching;
use crate::options::{LangChoice, Options, view_asked};
use crate::part::Part;
use crate::shared::context::{Instance, Start, sentences};
use crate::shared::data::{Data, known};
use crate::shared::fetch::NotLoaded;
use crate::text::Lang;
use crate::{app, embedded, lazy, registry};
use leptos::prelude::*;
use std::pin::pin;
use std::task::{self, Poll, Waker};

/// The markup of an instance in a page of a language, at a width in CSS pixels, as its attributes ask; `None` for a part that
/// natively would have to be waited for, which none is.
#[must_use]
pub fn markup(attributes: &[(&str, &str)], instance: &str, page_lang: Lang, width: u32) -> Option<String> {
    let get = |name: &str| attributes.iter().find(|(its, _)| *its == name).map(|(_, value)| (*value).to_owned());
    let view = Part::of_view(view_asked(get, instance, ""));
    let data = view.map(|_| Data::Embedded(embedded::dataset()));
    let (options, problems) = Options::read(known(data.as_ref()), get);
    let lang = match options.lang {
        LangChoice::Auto => page_lang,
        LangChoice::Ko => Lang::Ko,
        LangChoice::En => Lang::En,
    };
    let owner = Owner::new();
    owner.with(|| {
        let (problems, instance) = (sentences(&problems), instance.to_owned());
        let start = Start { options, problems, lang, width, instance, fetching: Fetching::none() };
        let cx = Instance::new(data, start, registry::fetch);
        if let Some(part) = view {
            at_once(lazy::load(part, cx))?.ok()?;
        }
        Some(app::app(cx).to_html())
    })
}

/// The result of what is there already.
fn at_once(coming: impl Future<Output = Result<(), NotLoaded>>) -> Option<Result<(), NotLoaded>> {
    match pin!(coming).poll(&mut task::Context::from_waker(Waker::noop())) {
        Poll::Ready(here) => Some(here),
        Poll::Pending => None,
    }
}
