//! Words that people use for one thing, in both languages.

use super::fold;
use crate::model::Topic;

/// Groups of words of which each stands for all: `유치원` finds what `보육` finds, and `childcare` finds the Korean items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synonyms {
    /// In lower case, without spaces between syllables.
    groups: Vec<Vec<String>>,
    /// How many words the longest of them has.
    longest: usize,
}

impl Synonyms {
    /// The synonyms of topics.
    pub fn of(topics: &[Topic]) -> Self {
        let forms = topics.iter().flat_map(|topic| &topic.synonyms);
        let groups: Vec<Vec<String>> =
            forms.map(|group| group.ko.iter().chain(&group.en).map(|word| folded(word)).collect()).collect();
        let longest = groups.iter().flatten().map(|word| word.split(' ').count()).max().unwrap_or_default();
        // A Korean word may be typed in two parts: 산후 조리.
        Self { groups, longest: longest.max(2) }
    }

    /// How many of the typed words, from the first, are a word of a group, and what else may stand for it.
    pub(super) fn begin<'a>(&'a self, typed: &[String]) -> Option<(usize, Vec<&'a str>)> {
        (1..=self.longest.min(typed.len())).rev().find_map(|length| {
            let word = folded(&typed.get(..length)?.join(" "));
            let mut others: Vec<&str> = Vec::new();
            for other in self.groups.iter().filter(|group| group.contains(&word)).flatten() {
                if *other != word && !others.contains(&other.as_str()) {
                    others.push(other);
                }
            }
            (!others.is_empty()).then_some((length, others))
        })
    }
}

/// A word in NFC and lower case, without the spaces between syllables, which make no difference.
pub(in crate::compare) fn folded(word: &str) -> String {
    let mut folded = String::new();
    let unified = crate::dataset::nfc::nfc(word);
    let mut rest = unified.trim().chars().map(fold::lower).peekable();
    while let Some(letter) = rest.next() {
        let joins = letter == ' '
            && folded.chars().next_back().is_some_and(fold::is_syllable)
            && rest.peek().is_some_and(|next| fold::is_syllable(*next));
        if !joins {
            folded.push(letter);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, WordForms};

    fn synonyms() -> Synonyms {
        let group = |ko: &[&str], en: &[&str]| WordForms {
            ko: ko.iter().map(ToString::to_string).collect(),
            en: en.iter().map(ToString::to_string).collect(),
        };
        Synonyms::of(&[Topic {
            id: "childcare".to_owned(),
            title: Bilingual::new("아이 돌봄", "Childcare"),
            description: Bilingual::default(),
            words: Vec::new(),
            project_words: Vec::new(),
            exclude: Vec::new(),
            synonyms: vec![group(&["보육", "유치원"], &["child care"]), group(&["산후조리"], &["Maternity"])],
            items: Vec::new(),
            judged: None,
        }])
    }

    fn begin(typed: &str) -> Option<(usize, Vec<String>)> {
        let typed: Vec<String> = typed.split(' ').map(str::to_owned).collect();
        let synonyms = synonyms();
        let (length, others) = synonyms.begin(&typed)?;
        Some((length, others.into_iter().map(str::to_owned).collect()))
    }

    #[test]
    fn each_word_of_a_group_stands_for_the_others() {
        assert_eq!(begin("유치원"), Some((1, vec!["보육".to_owned(), "child care".to_owned()])));
        assert_eq!(begin("보육 지원"), Some((1, vec!["유치원".to_owned(), "child care".to_owned()])));
        assert_eq!(begin("유치"), None);
        assert_eq!(begin(""), None);
    }

    #[test]
    fn words_of_several_parts_are_read_together() {
        assert_eq!(begin("child care for all").map(|(length, _)| length), Some(2));
        assert_eq!(begin("산후 조리"), Some((2, vec!["maternity".to_owned()])));
        assert_eq!(begin("child"), None);
    }
}
