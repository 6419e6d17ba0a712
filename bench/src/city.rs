//! A city: its name, its plan with its document, its residents.

use crate::random::Random;
use crate::seat::{FIRST_YEAR, Scale, Seat, both, budget_document_id, number, plan_document_id, take};
use crate::words::{FIRST, LAST, MATTERS, PROVINCES, SLOGANS};
use crate::{budgets, item};
use city_compare::model::{
    Bilingual, Cell, City, CityKind, Column, Confidence, Correction, Discrepancy, DiscrepancyKind, Document,
    DocumentKind, Figure, FigureKind, FiscalYear, Level, Lines, Missing, NotStated, PartialDate, Plan, Population,
    Rank, StatedValue, StructureLevel, Table,
};

/// Every fifteenth is a metropolitan city, as about one in fifteen is in Korea.
const METROPOLITAN: usize = 15;

/// The city at a place of the dataset, and its documents.
pub(crate) fn city(scale: Scale, seed: u64, place: usize) -> (City, Vec<Document>) {
    let mut random = Random::new(seed, place);
    let metropolitan = place % METROPOLITAN == METROPOLITAN / 2;
    let (id, name) = named(place, metropolitan);
    let persons = if metropolitan { random.between(1_000_000, 3_400_000) } else { random.between(20_000, 900_000) };
    let seat = Seat { id, name, persons };
    let (budgets, field_splits) = budgets::of_city(&seat, scale.years, &mut random);
    let (plan, lines) = plan(&seat, scale, &mut random);
    let documents = vec![plan_document(&seat, &plan, lines, place), budget_document(&seat)];
    let province = if metropolitan { seat.name.clone() } else { both(*random.pick(&PROVINCES)) };
    let city = City {
        population: population(&seat, scale.years, &mut random),
        kind: if metropolitan { CityKind::MetropolitanCity } else { CityKind::City },
        id: seat.id,
        name: seat.name,
        province,
        plan,
        budgets,
        conflicts: Vec::new(),
        field_splits,
        not_found: Vec::new(),
    };
    (city, documents)
}

/// A name that no other place has: the two lists pair up to 1,080 times, then a number follows.
fn named(place: usize, metropolitan: bool) -> (String, Bilingual) {
    let turn = place / FIRST.len();
    let first = FIRST[place % FIRST.len()];
    let last = LAST[(place % FIRST.len() * 7 + turn * 13) % LAST.len()];
    let number = match turn / LAST.len() {
        0 => String::new(),
        again => (again + 1).to_string(),
    };
    let id = format!("{}{}{number}", first.1, last.1);
    let mut en = id.clone();
    en.get_mut(..1).map(str::make_ascii_uppercase);
    let rank = if metropolitan { "광역시" } else { "시" };
    (id, Bilingual::new(format!("{}{}{number}{rank}", first.0, last.0), en))
}

fn population(seat: &Seat, years: u16, random: &mut Random) -> Vec<Population> {
    (0..years)
        .map(|year| {
            let persons = u64::from(seat.persons + random.between(0, 4_000));
            Population {
                as_of: PartialDate::parse(&format!("{}-12-31", FIRST_YEAR - 1 + year)).unwrap_or_default(),
                persons: Some(persons),
                as_printed: format!("{persons}명"),
                documents: vec![budget_document_id(seat)],
                note: None,
            }
        })
        .collect()
}

fn plan(seat: &Seat, scale: Scale, random: &mut Random) -> (Plan, u32) {
    let (items, mut line) = item::items(seat, scale, random);
    let slogan = random.pick(&SLOGANS);
    let figures = (1..=2).map(|n| figure(seat, n, take(&mut line, 1), random)).collect();
    let tables = vec![table(seat, take(&mut line, 7), random)];
    let level = |level, ko: &str, en: &str| {
        let count = items.iter().filter(|item| item.level == level).count();
        StructureLevel { level, label: Bilingual::new(ko, en), stated_count: u32::try_from(count).ok() }
    };
    let plan = Plan {
        document: plan_document_id(seat),
        title: Bilingual::new(format!("{} 종합계획 “{}”", seat.name.ko, slogan.0), format!("Plan of {}", seat.name.en)),
        term: random.percent(70).then(|| Bilingual::new("민선 8기", "8th elected term")),
        structure: vec![
            level(Level::Pillar, "대 정책", "main policies"),
            level(Level::Strategy, "대 전략", "strategies"),
            level(Level::Initiative, "개 과제", "tasks"),
        ],
        items,
        figures,
        tables,
        not_stated: vec![NotStated {
            what: Missing::Values,
            note: Bilingual::new("핵심 가치를 적은 곳이 없다.", "The document states no values."),
        }],
    };
    (plan, line)
}

fn figure(seat: &Seat, n: u32, lines: Lines, random: &mut Random) -> Figure {
    let eok = random.between(100, 9_000);
    Figure {
        id: format!("{}-f{n}", seat.id),
        kind: FigureKind::Headline,
        what: Bilingual::new("민간 투자 유치", "Private investment attracted"),
        value: number(f64::from(eok) * 1e8),
        unit: Bilingual::new("원", "won"),
        year: Some(FiscalYear(FIRST_YEAR)),
        as_printed: format!("{eok}억 원"),
        lines,
        items: Vec::new(),
    }
}

fn table(seat: &Seat, lines: Lines, random: &mut Random) -> Table {
    let column = |ko, en, unit| Column { name: Bilingual::new(ko, en), unit };
    let rows = MATTERS.iter().take(6).map(|matter| {
        let object = random.pick(&matter.objects);
        let number =
            if random.percent(80) { Cell::Number(number(f64::from(random.between(1, 400)))) } else { Cell::NotStated };
        vec![Cell::Text(both(*object)), number]
    });
    let rows = rows.collect();
    Table {
        id: format!("{}-t1", seat.id),
        title: Bilingual::new("시설 현황", "Facilities"),
        columns: vec![column("구분", "Kind", None), column("수", "Number", Some(Bilingual::new("개소", "sites")))],
        rows,
        lines,
        items: Vec::new(),
    }
}

/// The plan's document. In every third a correction and a contradiction were found.
fn plan_document(seat: &Seat, plan: &Plan, lines: u32, place: usize) -> Document {
    let read = place.is_multiple_of(3);
    let item = plan.items.iter().find(|item| item.budget.amounts().len() > 1);
    let discrepancy = item.filter(|_| read).map(|item| {
        let stated = item.budget.amounts().iter().take(2).map(|amount| StatedValue {
            what: Bilingual::new("소요예산", "Budget"),
            value: amount.as_printed.clone(),
            line: amount.lines.from(),
        });
        Discrepancy {
            id: format!("{}-x1", seat.id),
            kind: DiscrepancyKind::HeaderVsDetail,
            rank: Rank::Figure,
            lines: vec![item.source.lines.from()],
            items: vec![item.id.clone()],
            stated: stated.collect(),
            computed: None,
            note: Bilingual::new("머리글과 본문의 금액이 다르다.", "The header and the text state different amounts."),
            why: Bilingual::new("어느 금액을 쓸지가 달라진다.", "It decides which amount to use."),
        }
    });
    let correction = read.then(|| Correction {
        line: 1,
        printed: "종합계횟".to_owned(),
        read_as: "종합계획".to_owned(),
        alternatives: Vec::new(),
        reason: Bilingual::new("글자가 잘못 읽혔다.", "A letter was misread."),
        confidence: Confidence::Sure,
    });
    Document {
        id: plan_document_id(seat),
        city: Some(seat.id.clone()),
        kind: DocumentKind::Plan,
        title: plan.title.clone(),
        publisher: Some(seat.name.clone()),
        published: PartialDate::parse(&format!("{FIRST_YEAR}-03")),
        url: None,
        file: Some(format!("{}.txt", seat.id)),
        sha256: Some(format!("{place:064x}")),
        lines: Some(lines),
        corrections: correction.into_iter().collect(),
        discrepancies: discrepancy.into_iter().collect(),
    }
}

fn budget_document(seat: &Seat) -> Document {
    Document {
        id: budget_document_id(seat),
        city: Some(seat.id.clone()),
        kind: DocumentKind::BudgetReport,
        title: Bilingual::new(format!("{} 예산서", seat.name.ko), format!("Budget of {}", seat.name.en)),
        publisher: Some(seat.name.clone()),
        published: PartialDate::parse(&format!("{FIRST_YEAR}-01-02")),
        url: Some(format!("https://{}.example/budget", seat.id)),
        file: None,
        sha256: None,
        lines: None,
        corrections: Vec::new(),
        discrepancies: Vec::new(),
    }
}
