//! Looking up and calling by name: a name that is missing and a call that throws are both answers.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Views are also made into markup, natively, while a release is built: then there is no browser to call.
pub(super) const IN_A_BROWSER: bool = cfg!(target_arch = "wasm32");

/// The browser or the page does not allow it, or does not know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The value of a property; `None` if it is missing, null, or may not be read.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property of the page. Where views are made into markup there is none.
pub(super) fn global(name: &str) -> Option<JsValue> {
    if !IN_A_BROWSER {
        return None;
    }
    get(&js_sys::global(), name)
}

/// Calls a method.
pub(super) fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, Refused> {
    let method: Function = get(of, name).ok_or(Refused)?.dyn_into()?;
    Ok(Reflect::apply(&method, of, &arguments.iter().collect::<Array>())?)
}

/// Makes an object of a class.
pub(super) fn new(class: &str, arguments: &[JsValue]) -> Result<JsValue, Refused> {
    let class: Function = global(class).ok_or(Refused)?.dyn_into()?;
    Ok(Reflect::construct(&class, &arguments.iter().collect::<Array>())?)
}

/// Sets a property.
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) -> Result<(), Refused> {
    if Reflect::set(of, &JsValue::from_str(name), value)? { Ok(()) } else { Err(Refused) }
}

/// An object with these properties.
pub(super) fn object(properties: &[(&str, JsValue)]) -> Result<JsValue, Refused> {
    let object: JsValue = js_sys::Object::new().into();
    properties.iter().try_for_each(|(name, value)| set(&object, name, value))?;
    Ok(object)
}

/// Waits for what a call promised.
pub(super) async fn settled(promised: JsValue) -> Result<JsValue, Refused> {
    let promise: Promise = promised.dyn_into()?;
    Ok(JsFuture::from(promise).await?)
}
