//! The lessons that are compiled in: their keys follow from the data, today and after each change of it.

use crate::class::Class;
use crate::key::{self, Given, Key, NoAnswer, Verdict};
use crate::model::{Answer, Lesson, Measure, School};
use crate::paper::{self, Sheet};
use crate::quiz::{self, Kind};
use crate::{FILES, built_in, read, tally};
use city_compare_core::compare::official::add_documents;
use city_compare_core::text::Lang;
use city_compare_dataset::model::{Dataset, Word};
use city_compare_embedded as embedded;
use std::sync::LazyLock;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
    let mut dataset = embedded::published();
    add_documents(&mut dataset);
    dataset
});

fn sentences(problems: &[read::Problem]) -> Vec<String> {
    problems.iter().map(|problem| problem.sentence(Lang::En)).collect()
}

fn lesson(id: &str) -> Lesson {
    built_in().into_iter().find(|lesson| lesson.id == id).unwrap()
}

fn solve(dataset: &Dataset, lesson: &Lesson, step: &str) -> Result<key::Solved, NoAnswer> {
    let step = lesson.steps.iter().find(|known| known.id == step).unwrap();
    key::solve(&Class::new(dataset, lesson, step), step)
}

#[test]
fn every_lesson_can_be_read_and_every_key_follows_from_the_data() {
    for file in FILES {
        let lesson = read::lesson(file).map_err(|problems| sentences(&problems)).unwrap();
        assert_eq!(sentences(&read::against(&lesson, &DATASET)), Vec::<String>::new(), "{}", lesson.id);
        assert!((40..=45).contains(&lesson.minutes) && lesson.minutes_of_steps() <= lesson.minutes, "{}", lesson.id);
        assert_eq!(lesson.minutes, if lesson.school == School::Primary { 40 } else { 45 });
        assert!(!lesson.curriculum.is_empty());
    }
    assert_eq!(built_in().len(), 6);
}

/// The order of lesson 3 turns over: worked out here once more, from the totals and residents themselves.
#[test]
fn the_order_turns_over() {
    let lesson = lesson("per-resident");
    let names = |solved: key::Solved| solved.answer.en;
    assert_eq!(names(solve(&DATASET, &lesson, "total").unwrap()), "Jeonju → Gyeongju → Yeosu → Gwangyang");
    assert_eq!(names(solve(&DATASET, &lesson, "turn").unwrap()), "Gyeongju → Gwangyang → Yeosu → Jeonju");
    let each = solve(&DATASET, &lesson, "each").unwrap();
    assert_eq!(each.key, Key::Number { value: 5_145_000, near: 514_500 });
    assert_eq!(key::judge(&each, &Given::Number(5_000_000)), Verdict::Near);
    assert_eq!(key::judge(&each, &Given::Number(5_145_000)), Verdict::Right);
    assert_eq!(key::judge(&each, &Given::Number(2_000_000)), Verdict::Other);
    let step = lesson.steps.iter().find(|step| step.id == "each").unwrap();
    let gap = key::gap(step, &each, &Given::Number(4_000_000), Lang::Ko).unwrap();
    assert_eq!(gap, "내 어림 400만 원, 실제 514만 5,000원, 차이 114만 5,000원");
}

#[test]
fn a_change_of_the_data_changes_the_key_or_stops_it() {
    let lesson = lesson("per-resident");
    let mut dataset = DATASET.clone();
    let official = dataset.official.as_mut().unwrap();
    let krw = |official: &city_compare_dataset::model::official::Official, city: &str| {
        let newest = official
            .totals
            .iter()
            .filter(|total| total.city == city && total.stage.word() == "initial" && total.scope.word() == "general");
        newest.max_by_key(|total| total.fiscal_year).unwrap().krw
    };
    let yeosu = krw(official, "yeosu");
    for total in &mut official.totals {
        if total.city == "gyeongju" && total.stage.word() == "initial" && total.scope.word() == "general" {
            total.krw = yeosu;
        }
    }
    assert!(matches!(solve(&dataset, &lesson, "total"), Err(NoAnswer::Several(_))));
    official_without(&mut dataset, "gyeongju");
    assert!(matches!(solve(&dataset, &lesson, "total"), Err(NoAnswer::Missing(_))));
    assert!(!read::against(&lesson, &dataset).is_empty());
}

fn official_without(dataset: &mut Dataset, city: &str) {
    dataset.official.as_mut().unwrap().totals.retain(|total| total.city != city);
}

#[test]
fn what_does_not_follow_has_no_answer() {
    let lesson = lesson("two-numbers");
    let mut dataset = DATASET.clone();
    assert_eq!(solve(&dataset, &lesson, "people").unwrap().answer.ko.rsplit(": ").next(), Some("1,613"));
    for city in &mut dataset.cities {
        for conflict in &mut city.conflicts {
            for stated in &mut conflict.stated {
                stated.value = stated.value.replace("1,613", "1,612");
            }
        }
    }
    assert!(matches!(solve(&dataset, &lesson, "people"), Err(NoAnswer::NoChoice(_))));
}

#[test]
fn a_missing_plan_is_told_by_the_kind_of_document() {
    let lesson = lesson("same-problem");
    let solved = solve(&DATASET, &lesson, "missing").unwrap();
    let Key::One(place) = solved.key else { panic!("one is right") };
    assert_eq!(solved.options[place].key, "article");
    let find = solve(&DATASET, &lesson, "find").unwrap();
    let yeosu = find.options.iter().position(|option| option.key == "yeosu").unwrap();
    assert_eq!(key::judge(&find, &Given::Line(yeosu, 171)), Verdict::Right);
    assert_eq!(key::judge(&find, &Given::Line(yeosu, 1)), Verdict::Other);
}

#[test]
fn blocks_of_every_city_add_up_to_a_hundred_thousand_won() {
    let solved = solve(&DATASET, &lesson("mayor"), "split").unwrap();
    assert_eq!(solved.strips.len(), 5);
    for strip in &solved.strips {
        assert_eq!(strip.iter().sum::<u32>(), 100);
    }
}

/// In lessons no city is better: neither their own texts nor what is computed for them says so.
#[test]
fn no_text_ranks_a_city() {
    let rank = ["1위", "2위", "최고", "최하", "꼴찌", "우수한 도시", "best city", "worst", "ranked", "first place"];
    for lesson in built_in() {
        for (place, text) in read::texts(&lesson) {
            let said = format!("{} {}", text.ko, text.en);
            assert!(!rank.iter().any(|word| said.contains(word)), "{}: {place}: {said}", lesson.id);
        }
    }
}

/// Sentences for a child of ten: short, and without the words of administration.
#[test]
fn primary_lessons_are_easy_to_read() {
    let hard = ["재정자립도", "세출", "세입", "예산현액", "이월", "교부"];
    for lesson in built_in().into_iter().filter(|lesson| lesson.school == School::Primary) {
        for step in &lesson.steps {
            for text in [Some(&step.question), step.hint.as_ref(), step.why.as_ref()].into_iter().flatten() {
                assert!(!hard.iter().any(|word| text.ko.contains(word)), "{}: {}", lesson.id, text.ko);
                for sentence in text.ko.split_inclusive(['.', '?']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= 16, "{}: {words} words: {sentence}", lesson.id);
                }
            }
        }
    }
}

#[test]
fn every_place_in_a_text_is_filled() {
    for lesson in built_in() {
        for step in &lesson.steps {
            let solved = key::solve(&Class::new(&DATASET, &lesson, step), step).unwrap();
            for lang in Lang::ALL {
                for text in [Some(&step.question), step.hint.as_ref(), step.why.as_ref()].into_iter().flatten() {
                    let text = key::filled(text, &solved, lang);
                    assert!(!text.contains(['{', '}']), "{}: {text}", lesson.id);
                    assert!(!text.contains(": .") && !text.contains("  ") && !text.starts_with(['.', ' ']), "{text}");
                }
            }
        }
    }
}

/// What a text says in digits of amounts and years is computed: a number that is typed in would go on when the data change.
#[test]
fn no_text_has_a_figure_that_the_data_could_change() {
    // Blocks, and the years that a rule names itself.
    let allowed = [
        "10만 원",
        "100,000 won",
        "100칸",
        "100 of",
        "of 100 blocks",
        "in 100 million won",
        "1인당",
        "2024",
        "2021",
        "2019",
    ];
    for lesson in built_in() {
        for step in &lesson.steps {
            for text in [Some(&step.question), step.hint.as_ref(), step.why.as_ref()].into_iter().flatten() {
                let said = allowed.iter().fold(format!("{} {}", text.ko, text.en), |text, word| text.replace(word, ""));
                assert!(!said.contains(|c: char| c.is_ascii_digit()), "{}: {said}", lesson.id);
            }
        }
    }
}

#[test]
fn problems_name_their_places_all_at_once() {
    let json = r#"{"schema": "city-compare-lesson/1", "id": "A b", "title": {"ko": "가", "en": ""}, "aim": {"ko": "가", "en": "a"},
        "school": "primary", "grade": {"ko": "가", "en": "a"}, "minutes": 5, "steps": [
        {"id": "a", "minutes": 4, "question": {"ko": "가", "en": "a"}, "answer": {"kind": "number", "of": {"kind": "total"}, "city": "yeosu", "from": 5, "to": 1, "by": 1}},
        {"id": "a", "minutes": 4, "question": {"ko": "가", "en": "a"}, "answer": {"kind": "text", "lines": 1}}]}"#;
    let told = sentences(&read::lesson(json).unwrap_err());
    for place in ["title: ", "id: ", "steps[0].answer: ", "steps[1].id: ", "minutes: "] {
        assert!(told.iter().any(|told| told.starts_with(place)), "{place}: {told:?}");
    }
    let told = sentences(&read::lesson(&json.replace("\"kind\": \"text\"", "\"kind\": \"song\"")).unwrap_err());
    assert!(told[0].starts_with("steps[1]: cannot be read: unknown variant `song`"), "{told:?}");
    assert!(read::lesson("{").is_err() && read::lesson("[]").is_err());
}

#[test]
fn a_lesson_of_a_file_that_does_not_fit_the_data_says_where() {
    let mut lesson = lesson("per-resident");
    lesson.steps[1].answer =
        Answer::Number { of: Measure::PerResident {}, city: "yeosu".into(), from: 0, to: 1_000, by: 100 };
    lesson.steps[0].cities = vec!["paris".to_owned()];
    let told = sentences(&read::against(&lesson, &DATASET));
    assert!(told.iter().any(|told| told.starts_with("steps[0].cities: ")), "{told:?}");
    assert!(told.iter().any(|told| told.starts_with("steps[1].answer: ")), "{told:?}");
}

#[test]
fn a_written_lesson_is_read_as_it_was() {
    for lesson in built_in() {
        let json = serde_json::to_string(&lesson).unwrap();
        assert_eq!(read::lesson(&json), Ok(lesson));
    }
}

#[test]
fn the_code_of_a_lesson_is_short() {
    for lesson in built_in() {
        let form = tally::Form::new(&DATASET, &lesson);
        let code = form.code(&[]);
        assert!(code.chars().filter(|c| *c != '-').count() <= 9, "{}: {code}", lesson.id);
        assert_eq!(form.read(&code).unwrap().len(), lesson.steps.len());
    }
    let one = tally::Form::new(&DATASET, &lesson("visions")).code(&[]);
    assert!(tally::Form::new(&DATASET, &lesson("mayor")).read(&one).is_err());
}

/// What is right has a number of its own among all that can be told.
#[test]
fn what_is_right_can_be_told() {
    for lesson in built_in() {
        let form = tally::Form::new(&DATASET, &lesson);
        let told: Vec<tally::Told> = lesson
            .steps
            .iter()
            .map(|step| {
                let solved = key::solve(&Class::new(&DATASET, &lesson, step), step).unwrap();
                let right = tally::right(&step.answer, &solved);
                assert_eq!(right.is_some(), solved.key != Key::Open);
                right
            })
            .collect();
        assert_eq!(form.read(&form.code(&told)), Ok(told));
    }
}

#[test]
fn sheets_have_the_answers_only_for_the_teacher() {
    let text = |blocks: &[paper::Block]| format!("{blocks:?}");
    for lesson in built_in() {
        for lang in Lang::ALL {
            let [work, teacher, cards] =
                [Sheet::Work, Sheet::Teacher, Sheet::Cards].map(|sheet| paper::sheet(&DATASET, &lesson, sheet, lang));
            assert!(work.len() > 5 && !cards.is_empty());
            for step in &lesson.steps {
                let solved = key::solve(&Class::new(&DATASET, &lesson, step), step).unwrap();
                let answer = if lang == Lang::Ko { &solved.answer.ko } else { &solved.answer.en };
                let told = |block: &paper::Block| matches!(block, paper::Block::Labelled(_, text) if text == answer);
                assert!(answer.is_empty() || teacher.iter().any(told), "{}: {answer}", lesson.id);
                assert!(answer.is_empty() || !work.iter().any(told), "{}: {answer}", lesson.id);
            }
            assert!(text(&teacher).contains(if lang == Lang::Ko { "시간 계획" } else { "Time plan" }));
        }
    }
}

fn whole_class() -> Class<'static> {
    let mut lesson = lesson("visions");
    lesson.cities.clear();
    Class::new(&DATASET, &lesson, &lesson.steps[0])
}

#[test]
fn a_seed_gives_a_class_the_same_questions() {
    let class = whole_class();
    let questions = quiz::questions(&class, 7, 10);
    assert_eq!(questions.len(), 10);
    assert_eq!(questions, quiz::questions(&class, 7, 10));
    assert_ne!(questions, quiz::questions(&class, 8, 10));
    let mut kinds: Vec<Kind> = questions.iter().map(|question| question.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

/// Each question proved again, by another way than it was made.
#[test]
fn every_question_has_one_answer_that_its_source_proves() {
    let class = whole_class();
    for seed in 0..60 {
        for question in quiz::questions(&class, seed, 10) {
            assert!(question.key < question.options.len());
            assert!(!question.evidence.is_empty(), "{question:?}");
            for evidence in &question.evidence {
                assert!(DATASET.document(&evidence.document).is_some(), "{evidence:?}");
            }
            let right = &question.options[question.key];
            match question.kind {
                Kind::Says => {
                    let printed = question.evidence[0].as_printed.as_deref().unwrap();
                    let mut says = DATASET
                        .cities
                        .iter()
                        .filter(|city| city.plan.items.iter().any(|item| item.title.ko == printed));
                    assert_eq!(says.next().map(|city| &city.name), Some(right));
                    assert_eq!(says.next(), None);
                }
                Kind::Topic => {
                    let city = DATASET.cities.iter().find(|city| question.prompt.ko.contains(&city.name.ko)).unwrap();
                    let of_city = |title: &str| city.plan.items.iter().any(|item| item.title.ko == title);
                    let own: Vec<_> = question.options.iter().filter(|option| of_city(&option.ko)).collect();
                    assert_eq!(own, [right]);
                }
                Kind::PerResident => assert!(question.feedback.ko.contains("전체")),
                Kind::Blocks => {
                    assert!(question.options.len() >= 3, "{question:?}");
                    let share = question.feedback.ko.split(": ").nth(1).unwrap().split('%').next().unwrap();
                    let share: f64 = share.parse().unwrap();
                    let blocks: f64 = right.ko.replace([',', '원'], "").parse::<f64>().unwrap() / 1_000.0;
                    assert!((share - blocks).abs() <= 1.0, "{question:?}");
                }
                Kind::Fair => {
                    let halves: Vec<&str> = question.prompt.en.split("(2)").collect();
                    assert_eq!(halves.len(), 2);
                    assert_eq!(question.key != 1, !differs_in_kind(&halves), "{question:?}");
                }
            }
        }
    }
}

fn differs_in_kind(halves: &[&str]) -> bool {
    let metropolitan = |half: &str| half.contains("Gwangju");
    metropolitan(halves[0]) != metropolitan(halves[1])
}
