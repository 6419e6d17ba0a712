#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use super::*;
use crate::compare::Selection;
use crate::embedded;
use crate::export::Meta;
use crate::options::Figure;
use crate::text::Lang;
use proptest::prelude::*;

fn topics() -> Topics<'static> {
    Topics { all: embedded::topics(), found: &|_, _| Vec::new() }
}

fn any_what() -> impl Strategy<Value = What> {
    prop_oneof![
        "[a-z0-9-]{1,12}".prop_map(What::Item),
        ("[0-9]{3}", "[a-z]{3,8}").prop_map(|(field, city)| What::Cell(field, city)),
        prop::collection::vec(("[a-z-]{1,8}", "[가-힣a-z0-9,.~=&% -]{0,12}"), 0..4).prop_map(|mut entries| {
            entries.retain(|(name, value)| name != NOTE && name != "view" && !value.is_empty());
            entries.insert(0, ("view".to_owned(), "budgets".to_owned()));
            What::Figure(entries)
        }),
    ]
}

proptest! {
    #[test]
    fn pins_come_back_as_they_were_written(all in prop::collection::vec((any_what(), "\\PC{0,20}"), 0..6)) {
        let mut pins: Vec<Pin> = Vec::new();
        for (what, note) in all {
            if !pins.iter().any(|pin| pin.what == what) {
                pins.push(Pin { what, note });
            }
        }
        let text = write(&pins);
        // An address holds it as it is.
        prop_assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || "-_,.~%".contains(c)), "{}", text);
        prop_assert_eq!(read(&text), pins);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        let pins = read(&text);
        prop_assert_eq!(read(&write(&pins)), pins);
    }
}

#[test]
fn pressing_twice_takes_it_out_again_and_too_much_is_refused() {
    let item = What::Item("yeosu-1-1".into());
    let once = toggled("", &item).unwrap();
    assert_eq!((once.as_str(), toggled(&once, &item).as_deref()), ("item.yeosu-1-1", Some("")));
    let note = "가".repeat(MOST / 9 + 1);
    assert_eq!(fitting(&[Pin { what: item, note }]), None);
}

#[test]
fn an_item_a_cell_and_a_figure_have_cards_with_their_sources() {
    let dataset = embedded::published();
    let state = State { view: View::Budgets, figure: Figure::Fields, ..State::start(&dataset) };
    let whats =
        [What::Item("yeosu-1-1".into()), What::Cell("080".into(), "gwangyang".into()), What::figure(&dataset, &state)];
    for lang in Lang::ALL {
        let cards: Vec<(Pin, Card)> = whats
            .iter()
            .map(|what| Pin { what: what.clone(), note: "먼저 <볼> 것".into() })
            .map(|pin| (pin.clone(), card(&dataset, &topics(), &pin, lang).expect("the dataset holds it")))
            .collect();
        for (_, card) in &cards {
            assert!(!card.of.is_empty() && !card.title.is_empty() && !card.citations.is_empty(), "{card:?}");
        }
        assert!(cards[1].1.lines.len() > 20 && cards[2].1.plot.is_some());
        let meta = Meta { link: Some("https://example.org/#a=1&b=2".into()), ..Meta::published(&dataset, "0123") };
        let csv = pins_csv(&cards, &meta);
        assert_eq!(csv.lines().count(), 4);
        assert!(csv.contains("먼저 <볼> 것") && csv.contains("item,yeosu-1-1"));
        let page = pins_html(&cards, &dataset, &meta, lang);
        assert!(page.contains("먼저 &lt;볼&gt; 것") && page.contains("<table") && page.contains("a=1&amp;b=2"));
        assert!(
            cards
                .iter()
                .all(|(_, card)| card.citations.iter().all(|cited| page.contains(&crate::export::escape(cited))))
        );
    }
}

#[test]
fn a_topic_and_the_matrix_are_figures_too_and_what_is_unknown_is_no_card() {
    let dataset = embedded::dataset();
    let start = State::start(dataset);
    let topic = State { view: View::Topics, topic: Some("youth".into()), ..start.clone() };
    let matrix = State { view: View::Strategies, ..start };
    for state in [topic, matrix] {
        let pin = Pin { what: What::figure(dataset, &state), note: String::new() };
        assert!(card(dataset, &topics(), &pin, Lang::Ko).unwrap().plot.is_some());
    }
    for what in [
        What::Item("nothing".into()),
        What::Cell("999".into(), "yeosu".into()),
        What::Figure(vec![("view".into(), "maps".into())]),
    ] {
        assert_eq!(card(dataset, &topics(), &Pin { what, note: String::new() }, Lang::Ko), None);
    }
    assert!(Selection::all(dataset).len() == 5);
}
