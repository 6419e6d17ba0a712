use super::*;
use crate::chart::{Frame, draw};
use crate::compare::official::plots::Figures;
use crate::compare::units::main_field as field_of;
use crate::compare::{Plot, Reading, SquareKind, in_lang, speak, topics};
use crate::embedded;
use crate::export::{Meta, TOPIC_COLUMNS, topic_csv};
use crate::model::Budget;
use crate::text::Lang;
use proptest::prelude::*;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(embedded::dataset()));
static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| Synonyms::of(&embedded::dataset().topics));

fn topic(id: &str) -> &'static Topic {
    embedded::dataset().topics.iter().find(|topic| topic.id == id).expect("the topic")
}

fn typed(words: &str) -> Vec<String> {
    let dataset = embedded::dataset();
    found(&INDEX, &SYNONYMS, dataset, &Selection::all(dataset), words)
}

#[test]
fn every_topic_has_its_plans_once_and_money_first() {
    let dataset = embedded::dataset();
    let selection = Selection::all(dataset);
    for topic in &dataset.topics {
        let page = TopicPage::new(dataset, &selection, Subject::Topic(topic));
        for column in &page.columns {
            let (plans, besides) = topics::of_city(topic, column.city);
            let ids = |items: &[&Item]| {
                let mut ids: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
                ids.sort_unstable();
                ids
            };
            assert_eq!(ids(&column.plans), ids(&plans), "{}", topic.id);
            assert_eq!(ids(&column.besides), ids(&besides), "{}", topic.id);
            assert!(column.plans.is_sorted_by_key(|item| !item.budget.states_money()), "{}", topic.id);
            assert_eq!([column.first(), column.rest()].concat(), column.plans);
            assert!(column.first().len() <= FIRST && (column.rest().is_empty() || column.first().len() == FIRST));
            assert_eq!(column.absence.is_some(), column.plans.is_empty());
            // Squares stand in document order, each for a plan.
            let squares: Vec<&str> = column.squares.iter().map(|square| square.item.as_str()).collect();
            assert_eq!(squares, plans.iter().map(|item| item.id.as_str()).collect::<Vec<_>>());
            assert!(column.squares.iter().all(|square| square.kind != SquareKind::NoPlan));
        }
    }
}

#[test]
fn a_column_without_a_plan_says_why_and_what_that_does_not_mean() {
    let mut dataset = embedded::dataset().clone();
    dataset.cities[0].plan.items.clear();
    let selection = Selection::all(&dataset);
    let nothing = Subject::Words { typed: "없는 말", found: &[] };
    let page = TopicPage::new(&dataset, &selection, nothing);
    let why: Vec<Option<Absence>> = page.columns.iter().map(|column| column.absence).collect();
    use Absence::{Article, Document, NoPlan};
    assert_eq!(why, [Some(NoPlan), Some(Document), Some(Article), Some(Article), Some(Document)]);
    assert!(absence(Article, Lang::Ko).contains("시가 하지 않는다는 뜻은 아닙니다"));
    assert!(absence(Article, Lang::En).contains("does not mean that the city does nothing"));
    assert_eq!(heading(&page, Lang::Ko), "“없는 말”: 고른 5곳의 문서에서 계획을 찾지 못했습니다.");
    assert_eq!(stated_money(&page, Lang::Ko), None);
}

#[test]
fn the_heading_counts_what_stands_under_it() {
    let dataset = embedded::dataset();
    let selection = Selection::all(dataset);
    let page = TopicPage::new(dataset, &selection, Subject::Topic(topic("childcare")));
    let having = page.columns.iter().filter(|column| !column.plans.is_empty()).count();
    let expected = format!("아이 돌봄: 5곳 가운데 {having}곳의 문서에 계획 {}건이 있습니다.", page.plans());
    assert_eq!(heading(&page, Lang::Ko), expected);
    assert_eq!(heading(&page, Lang::En), format!("Childcare: {} plans in {having} of 5 documents.", page.plans()));
    assert_eq!(stated_money(&page, Lang::Ko).as_deref(), Some("금액을 적은 문서: 광양시"));
}

#[test]
fn own_words_find_the_same_in_both_languages() {
    let (nursery, care, english) = (typed("유치원"), typed("보육"), typed("childcare"));
    assert!(!care.is_empty());
    assert!(care.iter().all(|id| nursery.contains(id)), "{nursery:?}");
    assert!(care.iter().all(|id| english.contains(id)), "{english:?}");
    assert_eq!(typed("  "), Vec::<String>::new());
    // Of cities that are not chosen nothing is found.
    let dataset = embedded::dataset();
    let two = Selection::new(dataset, &["gyeongju", "jeonju"]);
    let in_two = found(&INDEX, &SYNONYMS, dataset, &two, "청년");
    assert!(in_two.iter().all(|id| id.starts_with("gyeongju") || id.starts_with("jeonju")));
}

#[test]
fn the_plot_draws_a_square_for_each_plan() {
    let dataset = embedded::dataset();
    let selection = Selection::all(dataset);
    for topic in &dataset.topics {
        let page = TopicPage::new(dataset, &selection, Subject::Topic(topic));
        let plot = plot(dataset, &selection, &page);
        for width in [328, 1_248] {
            for lang in Lang::ALL {
                let drawing = draw(&plot, Frame { width, lang, id_prefix: "t" });
                assert_eq!(drawing.squares.len(), page.plans(), "{}", topic.id);
                assert_eq!(drawing.marks.len(), 5);
            }
        }
        for (mark, column) in plot.marks.iter().zip(&page.columns) {
            assert_eq!(mark.value.value(), Some(column.plans.len() as f64), "{}", topic.id);
            assert_eq!(mark.counted(), column.plans.len());
        }
        assert_eq!(speak::summary(&plot, dataset, Lang::En), heading(&page, Lang::En));
    }
}

fn scale(cities: &[&str], id: &str) -> Option<Plot> {
    let dataset = embedded::dataset();
    let selection = Selection::new(dataset, cities);
    money(Figures { dataset, official: embedded::official(), selection: &selection }, Subject::Topic(topic(id)))
}

#[test]
fn the_money_of_the_field_stands_for_scale_and_says_what_it_is_not() {
    let five = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];
    let dataset = embedded::dataset();
    assert_eq!(main_field(dataset, Subject::Topic(topic("childcare"))).as_deref(), Some("080"));
    for topic in &dataset.topics {
        for count in [2, 3, 5] {
            let plot = scale(&five[..count], &topic.id).expect("the field has figures");
            let values: Vec<i64> = plot.marks.iter().filter_map(|mark| mark.value.value()).map(|v| v as i64).collect();
            assert!(values.len() == count && values.iter().all(|krw| krw % 10_000 == 0), "{}: {values:?}", topic.id);
            let years: Vec<_> = plot.marks.iter().map(|mark| (mark.year, mark.stage)).collect();
            assert!(years.windows(2).all(|pair| pair[0] == pair[1]), "{}", topic.id);
            assert!(plot.notes[0].text.ko.contains("쓴 돈만이 아니라"), "{}", plot.notes[0].text.ko);
            let said = &plot.answer.as_ref().expect("a sentence").ko;
            if said.contains("가장") {
                let most = values.iter().max().copied().unwrap_or_default();
                let most = crate::format::exact(crate::model::Won::new(most).expect("an amount"), Lang::Ko);
                assert!(count >= 3 && said.contains(&most), "{said} of {values:?}");
            }
            assert!(plot.marks.iter().all(|mark| !mark.evidence.is_empty() && mark.amount.is_some()));
        }
    }
    assert_eq!(main_field(dataset, Subject::Words { typed: "x", found: &[] }), None);
}

#[test]
fn table_and_csv_have_a_row_for_each_plan_with_its_source() {
    let dataset = embedded::dataset();
    let selection = Selection::all(dataset);
    let page = TopicPage::new(dataset, &selection, Subject::Topic(topic("childcare")));
    let table = listing(&page, dataset, Lang::Ko);
    assert_eq!(table.rows.len(), page.plans());
    let headings: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
    assert_eq!(headings, ["항목", "도시", "금액", "담당 부서", "출처"]);
    assert!(table.rows.iter().all(|row| row.cells.len() == 5 && row.cells[4].text.contains('행')));
    let meta = Meta::published(dataset, embedded::HASH);
    for lang in Lang::ALL {
        let text = topic_csv(&page, dataset, &meta, lang);
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
        assert_eq!(lines[0], TOPIC_COLUMNS.join(","));
        assert_eq!(lines.len(), page.plans() + 1);
        assert!(lines[1..].iter().all(|line| line.ends_with(embedded::HASH)));
    }
}

#[test]
fn money_in_a_row_is_what_the_document_says() {
    let dataset = embedded::dataset();
    for city in &dataset.cities {
        for item in &city.plan.items {
            let row = TopicRow { city, item };
            let amounts = row.amounts();
            for lang in Lang::ALL {
                let text = row.money(lang);
                match &item.budget {
                    Budget::Stated { amounts: all, .. } => {
                        assert!(!amounts.is_empty() && amounts.len() <= all.len());
                        for amount in &amounts {
                            assert!(text.contains(&crate::format::exact(amount.krw, lang)), "{}: {text}", item.id);
                        }
                    }
                    // Without an amount there is no digit that could be taken for one.
                    Budget::NonBudget | Budget::NotStated => {
                        assert!(amounts.is_empty() && !text.contains(|c: char| c.is_ascii_digit()), "{text}");
                    }
                    Budget::FundingOnly { .. } => assert!(amounts.is_empty() && !text.is_empty()),
                }
            }
        }
    }
}

#[test]
fn a_dataset_without_topics_has_ours() {
    let mut own = embedded::dataset().clone();
    own.topics.clear();
    let topics = topics::of(&own, &embedded::dataset().topics);
    let selection = Selection::all(&own);
    for topic in topics.iter() {
        assert!(TopicPage::new(&own, &selection, Subject::Topic(topic)).plans() > 0, "{}", topic.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_give_a_page(words in "[가-힣a-zㄱ-ㅎ ]{0,8}|청년|버스|안전|care", two: bool) {
        let dataset = embedded::dataset();
        let selection = if two { Selection::new(dataset, &["jeonju", "yeosu"]) } else { Selection::all(dataset) };
        let ids = found(&INDEX, &SYNONYMS, dataset, &selection, &words);
        let page = TopicPage::new(dataset, &selection, Subject::Words { typed: &words, found: &ids });
        let held: usize = page.columns.iter().map(|column| column.plans.len() + column.besides.len()).sum();
        prop_assert_eq!(held, ids.len());
        for lang in Lang::ALL {
            prop_assert!(heading(&page, lang).contains(words.trim()));
            let plot = plot(dataset, &selection, &page);
            let title = page.subject.title();
            prop_assert_eq!(in_lang(&plot.title, lang), in_lang(&title, lang));
            prop_assert!(plot.marks.iter().all(|mark| matches!(mark.value, Reading::Value(_))));
        }
        let main = main_field(dataset, page.subject);
        let most = page.columns.iter().flat_map(|column| &column.plans).any(|item| field_of(item) == main.as_deref());
        prop_assert_eq!(main.is_some(), most);
    }
}
