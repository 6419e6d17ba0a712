//! What views and panels are put together from.

pub(crate) mod chunked_render;
pub(crate) mod citation;
pub(crate) mod city_heads;
pub(crate) mod controls;
mod data_table;
pub(crate) mod document_table;
pub(crate) mod evidence_button;
pub(crate) mod export_bar;
pub(crate) mod figure;
pub(crate) mod folded_list;
pub(crate) mod glossary_marks;
pub(crate) mod item_link;
mod mark_keys;
mod marks;
pub(crate) mod paper_mark;
pub(crate) mod pin_button;
mod plot_notes;
pub(crate) mod release;
mod take_row;
