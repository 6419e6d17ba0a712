//! What holds for every drawing, whatever the plot.

use super::*;
use crate::compare::{Category, Mark, Reading, Series, Square, SquareKind, Tone, Unit};
use crate::model::{Bilingual, Number};
use proptest::prelude::*;

/// An element of a drawing, as far as the laws ask.
struct Element<'a> {
    tag: &'a str,
    source: &'a str,
}

impl<'a> Element<'a> {
    fn all(svg: &'a str) -> Vec<Self> {
        // The writer gives every element a line. The first is the root; patterns are not drawn where they stand.
        let drawn = svg.lines().skip(1).filter(|line| !line.contains("pattern") || line.contains("cc-pattern\""));
        drawn
            .filter_map(|source| Some(Self { tag: source.strip_prefix('<')?.split([' ', '>']).next()?, source }))
            .collect()
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        self.source.split_once(&format!(" {name}=\""))?.1.split('"').next()
    }

    fn number(&self, name: &str) -> f64 {
        self.text(name).and_then(|text| text.parse().ok()).unwrap_or(f64::NAN)
    }

    fn class(&self, class: &str) -> bool {
        self.text("class").is_some_and(|classes| classes.split(' ').any(|found| found == class))
    }

    fn mark(&self) -> Option<usize> {
        self.text("data-mark").and_then(|mark| mark.parse().ok())
    }

    /// Left, top, right, bottom.
    fn bounds(&self) -> Option<(f64, f64, f64, f64)> {
        let n = |name| self.number(name);
        match self.tag {
            "rect" => Some((n("x"), n("y"), n("x") + n("width"), n("y") + n("height"))),
            "line" => Some((n("x1").min(n("x2")), n("y1").min(n("y2")), n("x1").max(n("x2")), n("y1").max(n("y2")))),
            "circle" => Some((n("cx") - n("r"), n("cy") - n("r"), n("cx") + n("r"), n("cy") + n("r"))),
            "text" => {
                let content = self.source.split_once('>')?.1.strip_suffix("</text>")?;
                let content = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
                    .iter()
                    .fold(content.to_owned(), |content, (entity, c)| content.replace(entity, c));
                let (size, wide) = (n("font-size"), width::width(&content, n("font-size")));
                let left = match self.text("text-anchor") {
                    Some("middle") => n("x") - wide / 2.0,
                    Some("end") => n("x") - wide,
                    _ => n("x"),
                };
                Some((left, n("y") - backend::ASCENT * size, left + wide, n("y") + backend::DESCENT * size))
            }
            _ => None,
        }
    }
}

fn readings() -> impl Strategy<Value = Reading> {
    let value = |number: f64| Number::new(number).map_or(Reading::NotStated, Reading::Value);
    prop_oneof![
        8 => (0.0..14.0_f64).prop_map(move |power| value(10_f64.powf(power).round())),
        2 => Just(value(0.0)),
        1 => Just(Reading::NotStated),
        1 => Just(Reading::NonBudget),
        1 => Just(Reading::NotApplicable),
    ]
}

/// Anything that a float can hold.
fn wild_readings() -> impl Strategy<Value = Reading> {
    any::<f64>().prop_map(|number| Number::new(number).map_or(Reading::NotStated, Reading::Value))
}

fn texts() -> impl Strategy<Value = Bilingual> {
    ("[가-힣 ]{0,60}", "\\PC{0,60}").prop_map(|(ko, en)| Bilingual::new(ko, en))
}

fn plots(readings: impl Strategy<Value = Reading>) -> impl Strategy<Value = Plot> {
    let form = prop_oneof![
        Just(Form::Bars),
        Just(Form::Grouped),
        Just(Form::Stacked),
        Just(Form::Shares),
        Just(Form::Slope),
        Just(Form::Blocks),
        Just(Form::Multiples),
        Just(Form::Dumbbell),
        Just(Form::Range),
        Just(Form::Units),
        Just(Form::Tiles)
    ];
    let unit = prop_oneof![
        Just(Unit::Won),
        Just(Unit::WonPerResident),
        Just(Unit::Percent),
        Just(Unit::Count(Bilingual::default()))
    ];
    let category = (texts(), prop::option::of(texts())).prop_map(|(label, detail)| (label, detail));
    let tone = prop_oneof![any::<u8>().prop_map(Tone::City), any::<u8>().prop_map(Tone::Part), Just(Tone::Rest)];
    let categories = prop::collection::vec(category, 0..7);
    let series = prop::collection::vec((texts(), tone), 1..6);
    let cells = prop::collection::vec(prop::option::weighted(0.8, readings), 42);
    (form, unit, categories, series, cells).prop_map(|(form, unit, categories, series, cells)| {
        let mut marks = Vec::new();
        for category in 0..categories.len() {
            for series in 0..series.len() {
                if let Some(Some(value)) = cells.get(category * 6 + series) {
                    let (year, stage, account) = (None, None, None);
                    let (evidence, notes) = (vec![], vec![]);
                    marks.push(Mark {
                        category,
                        series,
                        value: *value,
                        year,
                        stage,
                        account,
                        amount: None,
                        squares: vec![],
                        evidence,
                        notes,
                    });
                }
            }
        }
        let categories = (2020..).zip(categories).map(|(year, (label, detail))| Category {
            key: format!("{year}"),
            label,
            detail,
            item: None,
        });
        let series = series.into_iter().enumerate().map(|(at, (label, tone))| Series {
            key: format!("s{at}"),
            label,
            tone,
            detail: None,
        });
        let (categories, series) = (categories.collect(), series.collect());
        Plot {
            id: "p".into(),
            title: Bilingual::default(),
            form,
            unit,
            categories,
            series,
            marks,
            notes: vec![],
            answer: None,
        }
    })
}

fn drawing(plot: &Plot, width: u32, korean: bool) -> Drawing {
    draw(plot, Frame { width, lang: if korean { Lang::Ko } else { Lang::En }, id_prefix: "t" })
}

/// Everything that is drawn lies within the view box, and every mark is placed once, within it too.
fn stays_inside(drawing: &Drawing, plot: &Plot) -> Result<(), TestCaseError> {
    let (w, h) = (f64::from(drawing.width), f64::from(drawing.height));
    let svg = drawing.svg();
    for element in Element::all(&svg) {
        if let Some((left, top, right, bottom)) = element.bounds() {
            let inside = left >= -0.06 && top >= -0.06 && right <= w + 0.06 && bottom <= h + 0.06;
            prop_assert!(inside, "outside of {}×{}: {}", w, h, element.source);
        }
    }
    let mut marks: Vec<usize> = drawing.marks.iter().map(|place| place.mark).collect();
    marks.sort_unstable();
    prop_assert_eq!(marks, (0..plot.marks.len()).collect::<Vec<_>>());
    for place in &drawing.marks {
        let inside = place.x >= 0.0 && place.y >= 0.0 && place.x + place.w <= w + 0.06 && place.y + place.h <= h + 0.06;
        prop_assert!(inside && place.w >= 0.0 && place.h > 0.0, "{:?} in {}×{}", place, w, h);
    }
    Ok(())
}

fn no_text_meets_another(drawing: &Drawing) -> Result<(), TestCaseError> {
    let svg = drawing.svg();
    let boxes: Vec<_> = Element::all(&svg)
        .into_iter()
        .filter(|element| element.tag == "text")
        .filter_map(|element| Some((element.bounds()?, element.source)))
        .collect();
    for (at, (a, one)) in boxes.iter().enumerate() {
        for (b, other) in boxes.iter().skip(at + 1) {
            let across = a.2.min(b.2) - a.0.max(b.0);
            let down = a.3.min(b.3) - a.1.max(b.1);
            prop_assert!(across <= 0.1 || down <= 1.5, "{:?} {}\n{:?} {}", a, one, b, other);
        }
    }
    Ok(())
}

/// Every plot of the five cities fits in Korean, in English, and in a language that is two fifths longer.
#[cfg(feature = "pseudo")]
#[test]
fn every_drawing_fits_in_every_language_and_in_a_longer_one() {
    use crate::compare::units::{self, Ask, RowOrder};
    use crate::compare::{Filters, Selection};
    use crate::text::pseudo;
    let real = crate::embedded::dataset();
    let mut json = serde_json::to_value(real).expect("the model serializes");
    pseudo::translate(&mut json);
    let longer = crate::dataset::from_json(&json.to_string()).expect("it has the shape of a dataset");
    let fits = |dataset: &crate::model::Dataset, lang: Lang| {
        let selection = Selection::all(dataset);
        let filters = Filters::default();
        let ask =
            Ask { dataset, selection: &selection, filters: &filters, found: None, rest: true, order: RowOrder::Spread };
        let units = [units::plot(ask), units::glance(ask, 4)];
        for plot in crate::screen::plots(dataset).into_iter().chain(units) {
            for width in [320, 328, 640, 960, 1248] {
                let drawing = draw(&plot, Frame { width, lang, id_prefix: "t" });
                let law = stays_inside(&drawing, &plot).and_then(|()| no_text_meets_another(&drawing));
                assert!(law.is_ok(), "{} at {width} px: {law:?}", plot.id);
            }
        }
    };
    fits(real, Lang::Ko);
    fits(real, Lang::En);
    pseudo::instead_of_english(|| fits(&longer, Lang::En));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_leaves_the_view_box(plot in plots(readings()), width in 200_u32..1700, korean: bool) {
        stays_inside(&drawing(&plot, width, korean), &plot)?;
    }

    #[test]
    fn no_number_is_too_wild_to_be_drawn(plot in plots(wild_readings()), width in 200_u32..1700, korean: bool) {
        stays_inside(&drawing(&plot, width, korean), &plot)?;
    }

    #[test]
    fn a_missing_value_is_said_and_never_drawn(plot in plots(readings()), width in 280_u32..1600, korean: bool) {
        let drawing = drawing(&plot, width, korean);
        let svg = drawing.svg();
        for element in Element::all(&svg) {
            let Some(mark) = element.mark().and_then(|mark| plot.marks.get(mark)) else { continue };
            let said = element.class("cc-missing");
            prop_assert_eq!(said, mark.value.value().is_none(), "{}", element.source);
        }
    }

    #[test]
    fn a_stated_zero_has_no_bar_and_is_said(plot in plots(readings()), width in 280_u32..1600) {
        let drawing = drawing(&plot, width, true);
        let svg = drawing.svg();
        let elements = Element::all(&svg);
        if matches!(plot.form, Form::Blocks | Form::Dumbbell | Form::Range) {
            return Ok(()); // blocks and points have no bars; what they say is in their row's name and in the table
        }
        for (index, mark) in plot.marks.iter().enumerate().filter(|(_, mark)| mark.value.value() == Some(0.0)) {
            let of_mark = || elements.iter().filter(|element| element.mark() == Some(index));
            prop_assert!(of_mark().all(|element| element.tag != "rect"));
            prop_assert!(of_mark().any(|element| element.tag == "text" || element.tag == "circle"), "{:?}", mark);
        }
    }

    #[test]
    fn lengths_are_proportional_to_values(plot in plots(readings()), width in 280_u32..1600, korean: bool) {
        if !matches!(plot.form, Form::Bars | Form::Grouped | Form::Stacked | Form::Multiples) {
            return Ok(());
        }
        let drawing = drawing(&plot, width, korean);
        let mut lengths = Vec::new();
        let svg = drawing.svg();
        for element in Element::all(&svg) {
            if let (true, Some(mark)) = (element.class("cc-mark"), element.mark()) {
                let value = plot.marks.get(mark).and_then(|mark| mark.value.value());
                prop_assert!(value.is_some());
                lengths.push((value.unwrap_or_default(), element.number("width")));
            }
        }
        let positive = plot.marks.iter().filter(|mark| mark.value.value().is_some_and(|number| number > 0.0)).count();
        prop_assert_eq!(lengths.len(), positive);
        let most = lengths.iter().copied().fold((0.0, 0.0), |a, b| if a.0 > b.0 { a } else { b });
        for (value, px) in lengths {
            // A seam of 1 px between parts, at least 1 px for what is not zero, and rounding to tenths.
            prop_assert!((px - value / most.0 * most.1).abs() <= 1.3, "{} is {} px, {:?}", value, px, most);
        }
    }

    #[test]
    fn a_category_has_a_hundred_blocks_or_a_reason(plot in plots(readings()), width in 280_u32..1600, korean: bool) {
        let plot = Plot { form: Form::Blocks, ..plot };
        let drawing = drawing(&plot, width, korean);
        let svg = drawing.svg();
        let elements = Element::all(&svg);
        for category in 0..plot.categories.len() {
            let belongs = |element: &&Element<'_>| {
                element.class("cc-mark") && element.mark().and_then(|mark| plot.marks.get(mark)).is_some_and(|mark| mark.category == category)
            };
            let positive = plot.of_category(category).any(|mark| mark.value.value().is_some_and(|number| number > 0.0));
            prop_assert_eq!(elements.iter().filter(belongs).count(), if positive { 100 } else { 0 });
        }
    }

    #[test]
    fn every_square_is_drawn_once_and_none_lies_on_another(
        plot in plots(readings()),
        many in prop::collection::vec(0..60_usize, 42),
        width in 280_u32..1600,
        korean: bool,
    ) {
        let kinds = [SquareKind::Money, SquareKind::NoMoney, SquareKind::NonBudget, SquareKind::NoPlan];
        let square = |at: usize| Square { item: at.to_string(), kind: kinds[at % 4], arguable: at.is_multiple_of(3) };
        let mut plot = Plot { form: Form::Units, ..plot };
        for (mark, many) in plot.marks.iter_mut().zip(many) {
            mark.squares = (0..many).map(square).collect();
        }
        let drawing = drawing(&plot, width, korean);
        stays_inside(&drawing, &plot)?;
        no_text_meets_another(&drawing)?;
        let all: usize = plot.marks.iter().map(|mark| mark.squares.len()).sum();
        prop_assert_eq!(drawing.squares.len(), all);
        let svg = drawing.svg();
        let drawn = |class: &str| {
            Element::all(&svg).iter().filter(|element| element.mark().is_some() && element.class(class)).count()
        };
        let of = |kind| plot.marks.iter().flat_map(|mark| &mark.squares).filter(|square| square.kind == kind).count();
        prop_assert_eq!(drawn("cc-tint"), of(SquareKind::NoMoney));
        prop_assert_eq!(drawn("cc-hollow"), of(SquareKind::NoPlan));
        prop_assert_eq!(drawn("cc-edge"), of(SquareKind::NonBudget));
        let mut places: Vec<(i64, i64)> =
            drawing.squares.iter().map(|square| ((square.x * 10.0) as i64, (square.y * 10.0) as i64)).collect();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), all);
    }

    #[test]
    fn a_share_has_a_tile_for_every_two_per_cent(percent in 0.0..100.0_f64) {
        let tiles = tiles::tiles(percent) as f64;
        let off = if percent < 1.0 { 2.0 } else { 1.000_1 };
        prop_assert!((tiles * 2.0 - percent).abs() <= off);
        prop_assert_eq!(tiles > 0.0, percent > 0.0);
    }

    #[test]
    fn a_point_lies_between_its_neighbours_as_its_value_does(plot in plots(readings()), width in 400_u32..1600) {
        for form in [Form::Dumbbell, Form::Range] {
            let plot = Plot { form, ..plot.clone() };
            let drawing = drawing(&plot, width, true);
            for category in 0..plot.categories.len() {
                let mut points: Vec<(f64, f64)> = drawing.marks.iter().filter_map(|place| {
                    let mark = plot.marks.get(place.mark).filter(|mark| mark.category == category)?;
                    Some((mark.value.value()?, place.x + place.w / 2.0))
                }).collect();
                points.sort_by(|a, b| a.0.total_cmp(&b.0));
                // Rounding, and a target that is cut at the side of the drawing.
                prop_assert!(points.windows(2).all(|pair| pair[0].1 <= pair[1].1 + 13.0), "{:?}", points);
            }
        }
    }

    #[test]
    fn no_text_runs_into_another(plot in plots(readings()), width in 320_u32..1600, korean: bool) {
        no_text_meets_another(&drawing(&plot, width, korean))?;
    }

    #[test]
    fn the_same_plot_is_always_the_same_drawing(plot in plots(readings()), width in 280_u32..1600) {
        prop_assert_eq!(drawing(&plot, width, true), drawing(&plot, width, true));
    }
}

#[test]
fn the_prefix_of_ids_cannot_break_out() {
    assert_eq!(clean_id("a\"><b"), "ab");
    assert_eq!(clean_id("…"), "cc");
}
