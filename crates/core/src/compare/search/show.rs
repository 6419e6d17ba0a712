//! What a reader sees of a hit: its title with marks, and a snippet.

use super::query::{Pattern, Word};
use super::records::Record;
use super::{Hit, Index, Place, Snippet};
use crate::model::Bilingual;
use crate::order::Order;
use crate::text::Lang;
use std::ops::Range;

/// Characters of a snippet before its first match, and altogether.
const BEFORE: usize = 30;
const LENGTH: usize = 120;

/// The title of a record. The two titles are the first of its texts.
pub(super) fn title<'a>(index: &'a Index, record: &Record, lang: Lang) -> &'a str {
    index.arena.read(title_text(record, lang))
}

fn title_text(record: &Record, lang: Lang) -> usize {
    record.texts.start + usize::from(lang == Lang::En)
}

pub(super) fn hit(index: &Index, record: &Record, words: &[Word], lang: Lang, score: u32) -> Hit {
    let at = title_text(record, lang);
    let (mut marks, mut elsewhere) = (Vec::new(), Vec::new());
    for word in words {
        let found = ranges(index, at, word);
        if found.is_empty() {
            elsewhere.push(word);
        }
        marks.extend(found);
    }
    let title = Bilingual::new(title(index, record, Lang::Ko), title(index, record, Lang::En));
    let snippet = snippet(index, record, &elsewhere, words, lang);
    let (target, city) = (record.target.clone(), record.city.clone());
    Hit { target, city, title, snippet, marks: merged(marks), lang, score }
}

/// The first text with a word that the title does not contain, in the language of the hit if there is one.
fn snippet(index: &Index, record: &Record, missing: &[&Word], words: &[Word], lang: Lang) -> Option<Snippet> {
    let beyond_titles = |word: &&Word| !matches!(word.pattern, Pattern::Initials(_));
    let first = |at: usize| {
        let found = missing.iter().copied().filter(beyond_titles).flat_map(|word| ranges(index, at, word));
        found.map(|range| range.start).min()
    };
    let candidate = |other: bool| {
        record.texts.clone().skip(2).find_map(|at| {
            let text = index.arena.text(at)?;
            let fits = text.place != Place::City && (other || text.lang == lang);
            fits.then(|| first(at)).flatten().map(|focus| (at, text, focus))
        })
    };
    let (at, text, focus) = candidate(false).or_else(|| candidate(true))?;
    let marks = merged(words.iter().filter(beyond_titles).flat_map(|word| ranges(index, at, word)).collect());
    let (shown, marks) = crop(index.arena.read(at), &marks, focus);
    Some(Snippet { place: text.place, lang: text.lang, text: shown, marks })
}

fn ranges(index: &Index, at: usize, word: &Word) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for pattern in word.patterns() {
        index.arena.find(pattern, at..at + 1, |_, hit| {
            ranges.push(hit.range);
            false
        });
    }
    ranges
}

/// Ranges in order, with those that touch or overlap made one.
pub(in crate::compare) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.order_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Part of a text around the byte `focus`, and the marks that lie in it.
fn crop(text: &str, marks: &[Range<usize>], focus: usize) -> (String, Vec<Range<usize>>) {
    let chars = text.chars().count();
    let ahead = text.get(..focus).unwrap_or_default().chars().count();
    let from = if chars <= LENGTH { 0 } else { ahead.saturating_sub(BEFORE).min(chars - LENGTH) };
    let byte = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let (start, end) = (byte(from), byte(from + LENGTH));
    let mut shown = String::new();
    if start > 0 {
        shown.push('…');
    }
    let lead = shown.len();
    shown.push_str(text.get(start..end).unwrap_or_default());
    if end < text.len() {
        shown.push('…');
    }
    let clip = |mark: &Range<usize>| {
        let clipped = mark.start.max(start)..mark.end.min(end);
        (clipped.start < clipped.end).then(|| clipped.start - start + lead..clipped.end - start + lead)
    };
    (shown, marks.iter().filter_map(clip).collect())
}
