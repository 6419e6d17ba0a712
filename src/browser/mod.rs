//! The boundary to the browser. A page may forbid, replace or lack anything that a browser offers: storage in a sandboxed
//! frame, the clipboard without https, downloads in an app's own browser. Every call that can fail so goes through here and
//! gives `None` or [`Refused`]; nothing throws into Rust, whose guards a thrown exception would leave locked.
//!
//! Nothing else in this crate may call the browser for these things: `clippy.toml` holds it.
#![allow(clippy::disallowed_methods, reason = "this is the one place that calls them, with their failures caught")]

mod address;
mod clipboard;
mod document;
mod download;
mod fetched;
mod files;
mod held;
mod js;
mod language;
mod leaving;
mod picture;
mod speech;
mod storage;
mod styles;
mod time;
mod travel;

pub use address::{fragment, page};
pub use clipboard::copy;
pub use document::{
    active_in, by_id, draw, focus, focus_by_id, is_modified, is_translated, print, print_alone, printed_all,
    remove_elements, reveal_target, script, select_text, set_class,
};
pub use download::{can_share, offer, share};
pub use fetched::{Coming, Fetching, beside, message};
pub use files::{GivenFile, chosen_file, cp949, given_files, one_file};
pub use held::{Held, held};
pub use js::Refused;
pub use language::nfc;
pub use leaving::{Unsaved, ask_before_leaving};
pub use picture::picture;
pub use speech::{can_speak, hush, speak};
pub use storage::{forget, remember, remembered};
pub use styles::add_styles;
pub use time::{frame, later, pause, today};
pub use travel::{Travel, entry, on_travel};
