//! Which records match, and in which order.

use super::query::{Pattern, Word};
use super::records::Record;
use super::{Found, Hit, Index, Place, Scope, Synonyms, query, show};
use crate::order::Order;
use crate::text::Lang;

/// How well a word matches a record in Korean and in English: 0 not at all, up to [`BEST`].
type Quality = [u8; 2];

const BEST: u8 = 6;

/// What one record is worth for the whole query.
#[derive(Clone, Copy)]
struct Standing {
    /// Every word so far was found.
    complete: bool,
    /// Sum over the words of the better language.
    sum: u32,
    /// Sum over the words, by language.
    by_lang: [u32; 2],
}

pub(super) fn find(index: &Index, typed: &str, synonyms: &Synonyms, scope: &Scope, limit: usize) -> Found {
    let mut words = query::words(typed, synonyms);
    if words.is_empty() {
        return Found::default();
    }
    let mut standings: Vec<Standing> = index
        .records
        .iter()
        .map(|record| Standing { complete: in_scope(record, scope), sum: 0, by_lang: [0, 0] })
        .collect();
    for word in &mut words {
        for (standing, quality) in standings.iter_mut().zip(qualities(index, word)) {
            standing.add(quality);
        }
    }
    let count = u32::try_from(words.len()).unwrap_or(u32::MAX).max(1);
    let mut ranked: Vec<(u32, usize, Lang)> = standings
        .iter()
        .enumerate()
        .filter(|(_, standing)| standing.complete)
        .map(|(record, standing)| {
            let lang = standing.lang();
            (standing.sum * 100 / count * 1000 + brevity(index, record, lang), record, lang)
        })
        .collect();
    ranked.order_by_key(|(score, record, _)| (std::cmp::Reverse(*score), *record));
    let total = ranked.len();
    let hits: Vec<Hit> = ranked
        .into_iter()
        .take(limit)
        .filter_map(|(score, record, lang)| Some(show::hit(index, index.records.get(record)?, &words, lang, score)))
        .collect();
    Found {
        hits,
        total,
        initials: words.iter().any(|word| matches!(word.pattern, Pattern::Initials(_))),
        words: words.into_iter().map(|word| word.text).collect(),
    }
}

fn in_scope(record: &Record, scope: &Scope) -> bool {
    match (scope, &record.city) {
        (Scope::All, _) | (_, None) => true,
        (Scope::Cities(ids), Some(city)) => ids.contains(city),
    }
}

/// How well the word matches each record. A word that is found nowhere is replaced by what it may become.
fn qualities(index: &Index, word: &mut Word) -> Vec<Quality> {
    let (mut found, mut qualities) = match_all(index, &word.pattern);
    for synonym in &word.synonyms {
        let (also, others) = match_all(index, synonym);
        found |= also;
        for ([ko, en], [other_ko, other_en]) in qualities.iter_mut().zip(others) {
            (*ko, *en) = ((*ko).max(other_ko), (*en).max(other_en));
        }
    }
    if found {
        return qualities;
    }
    let Some(unfinished) = word.unfinished() else { return qualities };
    word.pattern = unfinished;
    match_all(index, &word.pattern).1
}

fn match_all(index: &Index, pattern: &Pattern) -> (bool, Vec<Quality>) {
    let titles_only = matches!(pattern, Pattern::Initials(_));
    // What was typed comes before what stands for it.
    let typed = !matches!(pattern, Pattern::Whole(_));
    let mut qualities = vec![[0; 2]; index.records.len()];
    let mut found = false;
    let texts = 0..index.records.last().map_or(0, |record| record.texts.end);
    index.arena.find(pattern, texts, |text, hit| {
        if titles_only && text.place != Place::Title {
            return true;
        }
        if let Some([ko, en]) = qualities.get_mut(text.record) {
            let quality = if text.lang == Lang::Ko { ko } else { en };
            *quality = (*quality).max(worth(text.place, hit.word_start && typed));
            found = true;
        }
        hit.word_start
    });
    (found, qualities)
}

/// Title before summary before the rest; the start of a word before its middle.
fn worth(place: Place, word_start: bool) -> u8 {
    let place = match place {
        Place::Title => BEST - 1,
        Place::Summary => BEST - 3,
        _ => BEST - 5,
    };
    place + u8::from(word_start)
}

impl Standing {
    fn add(&mut self, [ko, en]: Quality) {
        self.complete &= ko.max(en) > 0;
        self.sum += u32::from(ko.max(en));
        let [sum_ko, sum_en] = &mut self.by_lang;
        *sum_ko += u32::from(ko);
        *sum_en += u32::from(en);
    }

    fn lang(&self) -> Lang {
        let [ko, en] = self.by_lang;
        if en > ko { Lang::En } else { Lang::Ko }
    }
}

/// More for a shorter title.
fn brevity(index: &Index, record: usize, lang: Lang) -> u32 {
    let title = index.records.get(record).map(|record| show::title(index, record, lang));
    let length = u32::try_from(title.unwrap_or_default().chars().count()).unwrap_or(u32::MAX);
    999 - length.min(999)
}
