//! Attributes, classes, styles, properties, and what listens to an element.

use super::following::Following;
use super::{ElementRef, Fixed};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::ev::EventDescriptor;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::borrow::Cow;

/// What an element has besides its children.
pub(crate) enum Attribute {
    Fixed(Place, Value),
    /// Asked for again whenever a signal that it reads changes.
    Follows(Place, Box<dyn Fn() -> Value + Send>),
    On(Cow<'static, str>, Box<dyn FnMut(&web_sys::Event) + Send>),
    Reference(ElementRef),
}

/// Where on an element a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    kind: Kind,
    name: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Attribute,
    Class,
    Style,
    Property,
    InnerHtml,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Absent,
    /// There, without a value of its own: `disabled`, `open`.
    Present,
    Text(Cow<'static, str>),
}

pub(crate) trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::Present } else { Value::Absent }
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, T::into_value)
    }
}

/// A value, or a closure that gives one and is followed.
pub(crate) trait IntoAttribute {
    fn into_attribute(self, place: Place) -> Attribute;
}

macro_rules! fixed {
    ($($of:ty),*) => {
        $(impl IntoAttribute for $of {
            fn into_attribute(self, place: Place) -> Attribute {
                Attribute::Fixed(place, self.into_value())
            }
        })*
    };
}

fixed!(&'static str, String, bool);

impl<T: IntoValue> IntoAttribute for Option<T> {
    fn into_attribute(self, place: Place) -> Attribute {
        Attribute::Fixed(place, self.into_value())
    }
}

impl<F, T> IntoAttribute for F
where
    F: Fn() -> T + Send + 'static,
    T: IntoValue,
{
    fn into_attribute(self, place: Place) -> Attribute {
        Attribute::Follows(place, Box::new(move || self().into_value()))
    }
}

/// `name=value`
pub(crate) fn attribute(name: &'static str, value: impl IntoAttribute) -> Attribute {
    value.into_attribute(Place { kind: Kind::Attribute, name })
}

/// `class:name=whether`
pub(crate) fn class(name: &'static str, value: impl IntoAttribute) -> Attribute {
    value.into_attribute(Place { kind: Kind::Class, name })
}

/// `style:name=text`: through the object model, which a page's policy allows.
pub(crate) fn style(name: &'static str, value: impl IntoAttribute) -> Attribute {
    value.into_attribute(Place { kind: Kind::Style, name })
}

/// `prop:name=value`: the property of the object, not the attribute.
pub(crate) fn property(name: &'static str, value: impl IntoAttribute) -> Attribute {
    value.into_attribute(Place { kind: Kind::Property, name })
}

/// `inner_html=text`: only what our own charts drew.
pub(crate) fn inner_html(value: impl IntoAttribute) -> Attribute {
    value.into_attribute(Place { kind: Kind::InnerHtml, name: "" })
}

/// `on:event=closure`
pub(crate) fn on<E>(event: E, mut call: impl FnMut(E::EventType) + Send + 'static) -> Attribute
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    Attribute::On(event.name(), Box::new(move |event| call(event.clone().unchecked_into())))
}

/// An attribute of an element that is shown.
pub(super) enum Kept {
    Fixed(Place, Value),
    Follows { place: Place, _until_dropped: Following<Value> },
    On { _until_dropped: EventListener },
    Reference,
}

impl Kept {
    fn place(&self) -> Option<Place> {
        match self {
            Self::Fixed(place, _) | Self::Follows { place, .. } => Some(*place),
            Self::On { .. } | Self::Reference => None,
        }
    }
}

/// Sets attributes on an element that had `before`. Properties come when the children are there: a `select` has no value
/// without its options.
pub(super) fn set_all(element: &web_sys::Element, attributes: Vec<Attribute>, before: &[Kept]) -> Vec<Kept> {
    let mut renamed = false;
    let kept: Vec<Kept> = attributes
        .into_iter()
        .map(|attribute| match attribute {
            Attribute::Fixed(place, value) => {
                let same = before.iter().any(|kept| matches!(kept, Kept::Fixed(p, v) if *p == place && *v == value));
                if !same || (renamed && place.kind == Kind::Class) {
                    // Writing the attribute `class` removes the single classes: they are set again.
                    renamed |= place.kind == Kind::Attribute && place.name == "class";
                    set(element, place, &value);
                }
                Kept::Fixed(place, value)
            }
            Attribute::Follows(place, value) => {
                let element = element.clone();
                let follow = move |before: Option<Value>| {
                    let now = value();
                    if before.as_ref() != Some(&now) {
                        set(&element, place, &now);
                    }
                    now
                };
                Kept::Follows { place, _until_dropped: Following::new(follow) }
            }
            Attribute::On(event, call) => {
                let options = EventListenerOptions::enable_prevent_default();
                Kept::On { _until_dropped: EventListener::new_with_options(element, event, options, call) }
            }
            Attribute::Reference(reference) => {
                reference.set(element.clone().unchecked_into());
                Kept::Reference
            }
        })
        .collect();
    for place in before.iter().filter_map(Kept::place) {
        if !kept.iter().any(|kept| kept.place() == Some(place)) {
            set(element, place, &Value::Absent);
        }
    }
    kept
}

/// Takes attributes away.
pub(super) fn clear(element: &web_sys::Element, attributes: &[Kept]) {
    for place in attributes.iter().filter_map(Kept::place) {
        set(element, place, &Value::Absent);
    }
}

/// Sets the attributes that never change, on an element that had those of `before`.
pub(super) fn set_fixed(element: &web_sys::Element, fixed: Fixed, before: Fixed) {
    for (name, _) in before {
        let _ = element.remove_attribute(name);
    }
    for (name, value) in fixed {
        let _ = element.set_attribute(name, value);
    }
}

/// Whether an attribute waits for the children.
pub(super) fn is_late(attribute: &Attribute) -> bool {
    matches!(attribute, Attribute::Fixed(place, _) | Attribute::Follows(place, _) if place.kind == Kind::Property)
}

/// The object model refuses only names that are no names, and ours are fixed: what it answers is not needed.
fn set(element: &web_sys::Element, place: Place, value: &Value) {
    let name = place.name;
    let text = match value {
        Value::Absent => None,
        Value::Present => Some(""),
        Value::Text(text) => Some(text.as_ref()),
    };
    match (place.kind, text) {
        (Kind::Attribute, Some(text)) => {
            let _ = element.set_attribute(name, text);
        }
        (Kind::Attribute, None) => {
            let _ = element.remove_attribute(name);
        }
        (Kind::Class, text) => {
            let _ = element.class_list().toggle_with_force(name, text.is_some());
        }
        (Kind::Style, text) => {
            let _ =
                element.unchecked_ref::<web_sys::HtmlElement>().style().set_property(name, text.unwrap_or_default());
        }
        (Kind::Property, _) => {
            let value = match value {
                Value::Absent => JsValue::FALSE,
                Value::Present => JsValue::TRUE,
                Value::Text(text) => JsValue::from_str(text),
            };
            let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
        }
        (Kind::InnerHtml, text) => element.set_inner_html(text.unwrap_or_default()),
    }
}
