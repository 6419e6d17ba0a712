//! A drawing as a picture.

use super::document::make;
use super::download::{address_of, blob, forget};
use super::js::{self, Refused};
use js_sys::{Function, Promise};
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

/// An SVG file as a PNG picture of so many times its size.
///
/// # Errors
/// The browser cannot read the drawing, has no canvas, or no memory for it.
pub async fn picture(svg: &str, times: f64) -> Result<JsValue, Refused> {
    let address = address_of(&blob(&svg.into(), "image/svg+xml")?)?;
    let painted = painted(&address, times).await;
    forget(&address);
    painted
}

async fn painted(address: &str, times: f64) -> Result<JsValue, Refused> {
    let image = js::new("Image", &[])?;
    loaded(&image, address).await?;
    let size = |name| js::get(&image, name).and_then(|size| size.as_f64()).filter(|size| *size > 0.0).ok_or(Refused);
    let (width, height) = (size("naturalWidth")? * times, size("naturalHeight")? * times);
    let canvas: JsValue = make("canvas").ok_or(Refused)?.into();
    js::set(&canvas, "width", &width.into())?;
    js::set(&canvas, "height", &height.into())?;
    let context = js::call(&canvas, "getContext", &["2d".into()])?;
    js::call(&context, "drawImage", &[image.clone(), 0.into(), 0.into(), width.into(), height.into()])?;
    let picture = js::settled(to_blob(&canvas).into()).await?;
    if picture.is_object() { Ok(picture) } else { Err(Refused) }
}

async fn loaded(image: &JsValue, address: &str) -> Result<(), Refused> {
    let promise = Promise::new(&mut |resolve, reject| {
        // What is not set stays unsettled only if the image is none: it was made by the browser.
        let _ = js::set(image, "onload", &resolve).and_then(|()| js::set(image, "onerror", &reject));
    });
    js::set(image, "src", &address.into())?;
    js::settled(promise.into()).await.map(drop)
}

/// A canvas gives null where it has no memory for the picture.
fn to_blob(canvas: &JsValue) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let give = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if js::call(canvas, "toBlob", &[give, "image/png".into()]).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    })
}
