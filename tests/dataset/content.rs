//! What the embedded dataset holds: texts, ids, roles, printed amounts.

use super::all_nodes;
use super::common::json;
use city_compare::embedded;
use city_compare::model::Role;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Every text of the embedded dataset with its JSON pointer.
fn texts() -> Vec<(String, String)> {
    let value = json(embedded::dataset());
    let text = |(pointer, value): (String, &Value)| Some((pointer, value.as_str()?.to_owned()));
    all_nodes(&value).into_iter().filter_map(text).collect()
}

#[test]
fn no_text_holds_a_telephone_number_or_a_mail_address() {
    for (pointer, text) in texts().iter().filter(|(pointer, _)| !pointer.ends_with("/sha256")) {
        assert!(!text.contains('@'), "{pointer}: {text}");
        // Simpler and wider than the loader's own check: any three groups of 2 to 4, 3 or 4, and 4 digits.
        let joined: String = text
            .chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    c
                } else if "-.)– ".contains(c) {
                    '-'
                } else {
                    '/'
                }
            })
            .collect();
        for run in joined.split('/') {
            let groups: Vec<&str> = run.split('-').filter(|group| !group.is_empty()).collect();
            for window in groups.windows(3) {
                let phone = window[0].starts_with('0')
                    && matches!(window[0].len(), 2..=4)
                    && matches!(window[1].len(), 3 | 4)
                    && window[2].len() == 4;
                assert!(!phone, "{pointer}: {text}");
            }
            let short = groups.windows(2).any(|w| {
                matches!(
                    w[0],
                    "1544"
                        | "1566"
                        | "1577"
                        | "1588"
                        | "1599"
                        | "1600"
                        | "1644"
                        | "1661"
                        | "1666"
                        | "1670"
                        | "1688"
                        | "1800"
                        | "1833"
                        | "1899"
                ) && w[1].len() == 4
            });
            assert!(!short, "{pointer}: {text}");
        }
    }
}

#[test]
fn every_text_is_nfc_without_odd_marks_and_without_blanks_at_its_ends() {
    for (pointer, text) in texts() {
        assert!(unicode_normalization::is_nfc(&text), "{pointer}: {text}");
        assert!(!text.is_empty(), "{pointer}");
        let odd = text.chars().find(|c| "\u{a0}\u{200b}\u{feff}‧・ㆍ•∙⋅∼〜\"\t\r\n".contains(*c) || c.is_control());
        assert_eq!(odd, None, "{pointer}: {text}");
        // Forms of the glossary end with a blank where the word must end: 시비 is also the beginning of other words.
        if !pointer.contains("/match/") {
            assert_eq!(text.trim(), text, "{pointer}");
        }
    }
}

#[test]
fn every_bilingual_text_has_both_languages_and_the_english_no_hangul() {
    let hangul = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}');
    let value = json(embedded::dataset());
    let mut pairs = 0;
    for (pointer, node) in all_nodes(&value) {
        let (ko, en) = (node.get("ko"), node.get("en"));
        assert_eq!(ko.is_some(), en.is_some(), "{pointer} has one language only");
        let (Some(ko), Some(en)) = (ko, en) else { continue };
        pairs += 1;
        // No exception is needed: not even quoted names are in Hangul.
        assert!(!en.to_string().contains(hangul), "{pointer}: {en}");
        for text in [ko, en] {
            let filled = text.as_str().map_or(text.as_array().is_some_and(|a| !a.is_empty()), |t| !t.trim().is_empty());
            assert!(filled, "{pointer}: {text}");
        }
    }
    assert!(pairs > 2_000, "{pairs}");
}

#[test]
fn ids_are_unique() {
    let value = json(embedded::dataset());
    let mut seen = HashSet::new();
    let mut ids = 0;
    for (pointer, node) in all_nodes(&value) {
        if pointer.ends_with("/id") {
            ids += 1;
            assert!(seen.insert(node.as_str().unwrap().to_owned()), "{pointer}: {node}");
        }
    }
    assert!(ids > 500, "{ids}");
    let codes: BTreeSet<&str> = embedded::dataset().fields.iter().map(|field| field.code.as_str()).collect();
    assert_eq!(codes.len(), 14);
}

#[test]
fn every_item_has_a_field() {
    for city in &embedded::dataset().cities {
        for item in &city.plan.items {
            assert!(!item.fields.is_empty(), "{}", item.id);
            let codes: BTreeSet<&str> = item.fields.iter().map(|mapping| mapping.code.as_str()).collect();
            assert_eq!(codes.len(), item.fields.len(), "{} names a field twice", item.id);
        }
    }
}

/// The table stands in DESIGN.md under `## What is counted`.
#[test]
fn the_design_page_counts_roles_as_they_are() {
    use city_compare::model::Item;
    let design = include_str!("../../DESIGN.md");
    for city in &embedded::dataset().cities {
        let items = &city.plan.items;
        let of = |role| items.iter().filter(|item| item.role == role).count();
        let staff = city.plan.plans().filter(|item: &&Item| item.staff_only).count();
        let rest = [Role::Result, Role::Frame, Role::Context, Role::Step, Role::Publicity, Role::Terms].map(of);
        let counts: Vec<String> =
            [items.len(), of(Role::Plan), staff].into_iter().chain(rest).map(|n| n.to_string()).collect();
        let row = format!("| {} | {} |", city.name.en, counts.join(" | "));
        assert!(design.contains(&row), "{row}");
    }
}

#[test]
fn roles_keep_to_their_rules() {
    use city_compare::model::Level;
    for item in embedded::dataset().cities.iter().flat_map(|city| &city.plan.items) {
        let (id, is) = (&item.id, |role| item.role == role);
        assert!(!item.source.section.starts_with("홍보계획") || is(Role::Publicity), "{id} stands under 홍보계획");
        assert!(
            !matches!(item.level, Level::Vision | Level::Goal | Level::Value) || is(Role::Frame),
            "{id} is a purpose"
        );
        assert!(!matches!(item.level, Level::Initiative | Level::CoreProject) || item.is_plan(), "{id} is a task");
        // What was done is in the section of results, or said to be.
        assert!(!item.source.section.contains("추진성과") || is(Role::Result) || item.id == "gwangyang-r3-2", "{id}");
    }
}

#[test]
fn every_document_is_cited() {
    let dataset = embedded::dataset();
    let mut cited: HashSet<&str> = HashSet::new();
    for city in &dataset.cities {
        cited.insert(&city.plan.document);
        cited.extend(city.plan.items.iter().map(|item| item.source.document.as_str()));
        let lists = city.budgets.iter().map(|budget| &budget.documents);
        let lists = lists.chain(city.population.iter().map(|population| &population.documents));
        let lists = lists.chain(city.conflicts.iter().flat_map(|c| &c.stated).map(|value| &value.documents));
        cited.extend(lists.flatten().map(String::as_str));
    }
    let idle: Vec<&str> = dataset.documents.iter().map(|d| d.id.as_str()).filter(|id| !cited.contains(id)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn siblings_of_a_level_have_ordinals_of_their_own() {
    for city in &embedded::dataset().cities {
        let mut seen = HashMap::new();
        for item in &city.plan.items {
            let place = (item.parent.as_deref(), item.level, item.ordinal);
            assert!(item.ordinal > 0, "{}", item.id);
            assert_eq!(seen.insert(place, &item.id), None, "{} has the place of another item", item.id);
        }
    }
}

#[test]
fn every_plan_document_is_a_file_that_can_be_checked() {
    let dataset = embedded::dataset();
    for city in &dataset.cities {
        let document = dataset.document(&city.plan.document).unwrap();
        assert!(document.file.is_some() && document.sha256.is_some() && document.lines.is_some(), "{}", document.id);
        assert_eq!(document.city.as_deref(), Some(city.id.as_str()));
    }
}

#[test]
fn every_budget_figure_has_a_document() {
    for city in &embedded::dataset().cities {
        assert!(city.budgets.iter().all(|budget| !budget.documents.is_empty()), "{}", city.id);
        assert!(city.population.iter().all(|population| !population.documents.is_empty()), "{}", city.id);
    }
}

/// A printed amount such as `2조4천500억원(29.5%)` in won; 원 may be missing.
fn printed_won(printed: &str) -> Option<i64> {
    let amount = printed.split('(').next()?.replace([' ', ','], "");
    let mut rest = amount.strip_suffix('원').unwrap_or(&amount);
    let (mut total, mut section) = (0_i64, 0_i64);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: i64 = rest.get(..digits)?.parse().ok()?;
        rest = &rest[digits..];
        let unit = rest.chars().next();
        rest = &rest[unit.map_or(0, char::len_utf8)..];
        match unit {
            Some('천') => section += number * 1_000,
            Some('백') => section += number * 100,
            Some(unit) => {
                let won = match unit {
                    '조' => 1_000_000_000_000,
                    '억' => 100_000_000,
                    '만' => 10_000,
                    _ => return None,
                };
                total += (section + number) * won;
                section = 0;
            }
            None => section += number,
        }
        // 9천억: the unit follows the thousand at once.
        for (unit, won) in [('조', 1_000_000_000_000), ('억', 100_000_000), ('만', 10_000)] {
            if let Some(after) = rest.strip_prefix(unit) {
                total += section * won;
                section = 0;
                rest = after;
            }
        }
    }
    Some(total + section)
}

#[test]
fn printed_amounts_are_read_as_people_read_them() {
    assert_eq!(printed_won("1조 3712억 원"), Some(1_371_200_000_000));
    assert_eq!(printed_won("2조4천500억원(29.5%)"), Some(2_450_000_000_000));
    assert_eq!(printed_won("1조 9천억원"), Some(1_900_000_000_000));
    assert_eq!(printed_won("37억 5만 원"), Some(3_700_050_000));
    assert_eq!(printed_won("약간"), None);
}

#[test]
fn budgets_are_what_is_printed_times_its_unit() {
    for city in &embedded::dataset().cities {
        for budget in &city.budgets {
            let at = format!("{} {} {}", city.id, budget.fiscal_year, budget.label.ko);
            assert_eq!(printed_won(&budget.as_printed), Some(budget.krw.get()), "{at}: {}", budget.as_printed);
        }
    }
}

#[test]
fn populations_are_what_is_printed() {
    for city in &embedded::dataset().cities {
        for population in city.population.iter().filter(|population| population.as_printed.ends_with('명')) {
            let printed = printed_won(population.as_printed.trim_end_matches('명'));
            let persons = population.persons.map(|persons| i64::try_from(persons).unwrap());
            assert_eq!(printed.filter(|_| persons.is_some()), persons, "{}: {}", city.id, population.as_printed);
        }
    }
}
