//! Every cause with what it weighs and what is said of it, in both languages: what was found, what is expected, what to do.

use crate::books::spoken;
use crate::unit::Unit;
use city_compare_dataset::Lang;
use serde::Serialize;

/// What a problem does to what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It is left out: the cell, the row, or the table.
    LeftOut,
    /// It is used, and a person should say whether it is meant so.
    Asked,
    /// It is told, and nothing needs to be done.
    Told,
}

macro_rules! causes {
    ($($(#[$doc:meta])* $name:ident, $weight:ident, $ko:literal, $en:literal;)+) => {
        /// Why something is a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Cause { $($(#[$doc])* $name),+ }

        impl Cause {
            /// Every cause.
            pub const ALL: &[Self] = &[$(Self::$name),+];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// What it does to what it is about.
            pub const fn weight(self) -> Weight {
                match self { $(Self::$name => Weight::$weight),+ }
            }

            const fn template(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$name, Lang::Ko) => $ko, (Self::$name, Lang::En) => $en),+ }
            }
        }
    };
}

impl Cause {
    /// What is said of it: what was found, what is expected, what to do.
    pub fn sentence(self, found: &str, beside: &str, lang: Lang) -> String {
        let (found, beside) = match self {
            Self::UnitDoubt | Self::UnitAssumed => (in_unit(found, lang), in_unit(beside, lang)),
            _ => (found.to_owned(), beside.to_owned()),
        };
        // One pass: what was found may hold braces itself.
        let mut text = String::new();
        let mut rest = self.template(lang);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(match name {
                "found" if found.is_empty() => {
                    if lang == Lang::Ko {
                        "빈칸"
                    } else {
                        "an empty cell"
                    }
                }
                "found" => &found,
                _ => &beside,
            });
            rest = after;
        }
        text.push_str(rest);
        text
    }
}

/// A unit, and an amount that was read in it, as `thousand_won 1000`: in the words of a language.
fn in_unit(text: &str, lang: Lang) -> String {
    let (word, krw) = text.split_once(' ').unwrap_or((text, ""));
    let Some(unit) = Unit::ALL.into_iter().find(|unit| unit.word() == word) else { return text.to_owned() };
    let name = if lang == Lang::Ko { unit.korean() } else { unit.english() };
    krw.parse().map_or_else(|_| name.to_owned(), |krw| format!("{name}: {}", spoken(krw, lang)))
}

causes! {
    // Files and tables.
    /// The file is not in its notation.
    Unreadable, LeftOut,
        "파일을 읽을 수 없습니다({found}). 내려받은 그대로의 CSV, TSV, XLSX, XLS, ODS, JSON, XML 파일을 넣으세요.",
        "The file cannot be read ({found}). Expected is CSV, TSV, XLSX, XLS, ODS, JSON or XML. Give the file as it was downloaded.";
    /// The bytes are no text.
    NoText, LeftOut,
        "UTF-8도 CP949도 아니고 통합 문서도 아닙니다. CSV(UTF-8)로 다시 저장하세요.",
        "The file is neither UTF-8 nor CP949, and no workbook. Save it again as CSV (UTF-8).";
    /// The workbook wants a password.
    Locked, LeftOut,
        "암호가 걸린 통합 문서입니다. 암호를 풀어 다시 저장하세요.",
        "The workbook wants a password. Save it without one.";
    /// The file holds nothing.
    EmptyFile, LeftOut,
        "파일에 행이 없습니다. 표가 든 파일을 넣으세요.",
        "The file holds no rows. Give a file with a table.";
    /// The service has no data.
    NoData, Told,
        "서비스에 해당하는 자료가 없다고 합니다({found}). 파일은 멀쩡합니다. 연도나 자치단체를 바꾸어 다시 조회하세요.",
        "The service has no data for what was asked ({found}); the file is not broken. Ask for another year or place.";
    /// The service refused.
    Refused, LeftOut,
        "서비스가 {found}(으)로 답했습니다({beside}). 인증키와 조회 조건을 확인하세요.",
        "The service answered {found} ({beside}). Check the key and what was asked for.";
    /// Other pages are missing.
    OtherPages, Asked,
        "서비스는 {beside}행이 있다고 하는데 여기에는 {found}행만 있습니다. 나머지 쪽도 내려받아 함께 넣으세요.",
        "The service announces {beside} rows, and here are {found}. Download the other pages and add them.";
    /// No known layout.
    UnknownLayout, LeftOut,
        "아는 표가 아닙니다. 열 이름: {found}. 열마다 무엇인지 골라 주세요.",
        "The table is of no known layout. Its columns: {found}. Say what each column is.";
    /// A recipe names columns that are not there.
    MissingColumns, LeftOut,
        "열 지정에 있는 열이 없습니다: {found}. 열 이름이나 열 지정을 고치세요.",
        "The recipe names columns that the table lacks: {found}. Correct the names or the recipe.";
    /// A hidden sheet.
    HiddenSheet, Told,
        "숨긴 시트 ‘{found}’은(는) 읽지 않았습니다. 필요하면 숨기기를 풀거나 이 시트를 고르세요.",
        "The hidden sheet “{found}” was not read. Show it in the workbook, or choose it, if it is needed.";
    /// A dataset of this format has mistakes.
    Dataset, LeftOut,
        "자료 파일: {beside}",
        "In the dataset: {found}";
    // Cells.
    /// No number.
    NoNumber, LeftOut,
        "‘{found}’은(는) 수가 아닙니다. 1,234,000처럼 쓰세요.",
        "Found “{found}”, expected a number such as 1,234,000. Correct the cell.";
    /// Less than a won.
    Fraction, LeftOut,
        "‘{found}’은(는) 원 단위 정수가 되지 않습니다. 금액이나 단위를 확인하세요.",
        "Found “{found}”, which is no whole amount of won. Check the amount and its unit.";
    /// Digits that a spreadsheet dropped.
    DigitsLost, LeftOut,
        "‘{found}’: 표 프로그램이 뒤 자리를 버렸습니다. 열 너비를 넓히거나 셀 서식을 숫자로 바꾸어 다시 저장하세요.",
        "Found “{found}”: the spreadsheet dropped the last digits. Format the column as a number and save it again.";
    /// Larger than any budget.
    TooLarge, LeftOut,
        "‘{found}’은(는) 다룰 수 있는 금액보다 큽니다. 금액이나 단위를 확인하세요.",
        "Found “{found}”, more than any amount that can be held. Check the amount and its unit.";
    /// Below zero.
    Negative, LeftOut,
        "‘{found}’: 0보다 작을 수 없습니다. 값을 확인하세요.",
        "Found “{found}”, expected nothing below zero. Check the value.";
    /// Nothing stated where an amount belongs.
    EmptyAmount, LeftOut,
        "금액이 비어 있습니다. 0원이면 0을 쓰고, 모르면 그대로 두세요. 빈칸은 0으로 읽지 않습니다.",
        "The amount is empty. Write 0 for none, or leave it: an empty cell is not read as zero.";
    /// A formula without a value.
    FormulaWithoutValue, LeftOut,
        "수식에 계산된 값이 없습니다({found}). 표 프로그램에서 열어 저장하거나 값으로 붙여 넣으세요.",
        "The formula has no value ({found}). Open and save the workbook in a spreadsheet, or paste the values.";
    /// An error of a spreadsheet.
    ErrorCell, LeftOut,
        "셀에 오류 값 {found}이(가) 있습니다. 수식을 고치세요.",
        "The cell holds the error {found}. Correct its formula.";
    /// A date that a spreadsheet made.
    DateForNumber, LeftOut,
        "‘{found}’: 표 프로그램이 날짜로 바꾼 값으로 보입니다(‘3-10’이 3월 10일이 됩니다). 열을 텍스트로 바꾸고 다시 쓰세요.",
        "Found “{found}”: it seems that the spreadsheet made a date of it (“3-10” becomes 10 March). Format the column as text and write it again.";
    /// No fiscal year.
    NoYear, LeftOut,
        "‘{found}’은(는) 회계연도가 아닙니다. 2026처럼 쓰세요.",
        "Found “{found}”, expected a fiscal year such as 2026. Correct the cell.";
    /// No month or day.
    NoDay, LeftOut,
        "‘{found}’은(는) 기준 달이 아닙니다. 2026년07월처럼 쓰세요.",
        "Found “{found}”, expected a month such as 2026-07. Correct the cell.";
    /// No unit.
    NoUnit, LeftOut,
        "‘{found}’은(는) 아는 단위가 아닙니다. 원, 천원, 백만원, 억원 가운데 하나를 쓰세요.",
        "Found “{found}”, expected won, thousand won, million won or hundred million won. Correct the unit.";
    // Places.
    /// A code that has the digits of no scheme.
    NoCode, LeftOut,
        "‘{found}’은(는) 자치단체 코드가 아닙니다. 지방재정365는 7자리, 행정기관코드는 10자리입니다.",
        "Found “{found}”, expected a code of 7 digits (LOFIN) or 10 digits (the ministry). Correct the code.";
    /// A place that is not known.
    UnknownPlace, LeftOut,
        "‘{found}’: 아는 자치단체가 아닙니다. 시도와 함께 공식 이름이나 코드를 쓰세요.",
        "Found “{found}”, which is no local government that is known. Write its official name with the province, or its code.";
    /// A name that several have.
    NameWithoutProvince, LeftOut,
        "‘{found}’은(는) {beside}에 다 있습니다. 시도 이름이나 코드를 함께 쓰세요.",
        "“{found}” is in {beside}. Write the province, or a code, beside it.";
    /// Code and name are of two places.
    CodeAndName, LeftOut,
        "코드와 이름이 서로 다른 곳입니다: {found}. 그 코드는 {beside}입니다. 코드 체계(지방재정365, 행정기관코드)를 확인하세요.",
        "Code and name are of two places: {found}; the code is that of {beside}. Check in which scheme the code is (LOFIN or the ministry).";
    /// A code that changed.
    CodeChanged, Told,
        "‘{found}’: 아는 코드가 아니어서 이름으로 찾았습니다. 2026년에 바뀐 코드일 수 있습니다({beside}).",
        "“{found}” has a code that is not known and was found by its name: codes changed in 2026 ({beside}).";
    /// A district of a city.
    DistrictOfCity, Told,
        "‘{found}’은(는) 시에 딸린 구나 동입니다. 시의 수에 이미 들어 있어 따로 더하지 않았습니다.",
        "“{found}” is a part of a city, whose number holds it already: it was not added.";
    /// A branch office.
    BranchOffice, Told,
        "‘{found}’은(는) 출장소라 자치단체로 세지 않았습니다.",
        "“{found}” is a branch office (출장소), no local government: it was not counted.";
    /// The same figure twice, and equal.
    TwiceEqual, Told,
        "같은 수치가 {beside}에도 있습니다({found}). 한 번만 썼습니다.",
        "The same figure stands at {beside}, too ({found}). It was used once.";
    /// The same figure twice, and different.
    TwiceDifferent, LeftOut,
        "같은 것을 두 가지로 적었습니다: {found}, 먼저 읽은 곳은 {beside}. 먼저 읽은 값을 썼으니 하나를 지우세요.",
        "The same is stated in two ways: {found}; first at {beside}. The first was used. Remove one of them.";
    // Budgets.
    /// A field that is not known.
    UnknownField, LeftOut,
        "‘{found}’은(는) 기능별 분야가 아닙니다. 010~900의 세 자리 코드나 분야 이름을 쓰세요.",
        "Found “{found}”, expected a functional field: a code of three digits from 010 to 900, or its name. Correct it.";
    /// A field's name as it was once.
    DriftedLabel, Told,
        "분야 이름 ‘{found}’은(는) 지금 이름 {beside}와(과) 다릅니다. 코드로 맞추고 인쇄된 이름을 남겼습니다.",
        "The field’s name “{found}” differs from today’s, {beside}. It was told by its code, and the printed name is kept.";
    /// Change does not fit.
    ChangeMismatch, Asked,
        "당초예산 + 증감액이 최종예산과 맞지 않습니다: {found}. 차이는 {beside}원입니다.",
        "Initial budget and change do not make the final budget: {found}. The difference is {beside} won.";
    /// A total does not fit.
    TotalMismatch, Asked,
        "합계 행이 위 행들의 합과 맞지 않습니다: {found}. 차이는 {beside}입니다.",
        "The row of totals is not the sum of the rows above: {found}. The difference is {beside}.";
    /// Parts do not fit their whole.
    BooksOpen, Asked,
        "부분의 합이 전체와 맞지 않습니다: {found}. 차이는 {beside}입니다.",
        "The parts do not add up to the whole: {found}. The difference is {beside}.";
    /// Initial above final.
    InitialAboveFinal, Told,
        "최종예산이 당초예산보다 적습니다({found}). 감액 추경이면 맞습니다.",
        "The final budget is below the initial one ({found}). That is right if the budget was cut.";
    /// Net above gross.
    NetAboveGross, Told,
        "순계가 총계보다 큽니다({found}). 총계를 썼습니다.",
        "The net amount is above the gross one ({found}). The gross one was used.";
    /// An amount of another order than its witnesses.
    UnitDoubt, Asked,
        "금액의 단위가 의심됩니다: {found}. 단위가 다르면 {beside}. 단위를 골라 주세요.",
        "The unit of the amounts is in doubt: {found}; in another unit {beside}. Say which unit is meant.";
    /// No unit stated.
    UnitAssumed, Asked,
        "금액의 단위가 어디에도 없어 {found} 단위로 읽었습니다. 단위를 골라 주세요.",
        "No unit of the amounts is stated; they were read in {found}. Say which unit is meant.";
    // Plans.
    /// A row without a title.
    NoTitle, LeftOut,
        "제목이 없어 이 행은 아직 쓰지 않습니다. 제목을 쓰세요.",
        "The row has no title and is not used yet. Write one.";
    /// A word that is none of the fixed ones.
    UnknownWord, LeftOut,
        "‘{found}’: 쓸 수 있는 말은 {beside}입니다. 그 가운데 하나를 쓰세요.",
        "Found “{found}”, expected one of: {beside}. Write one of these.";
    /// A parent that is not there.
    UnknownParent, Asked,
        "번호가 ‘{found}’인 상위 항목이 없어 맨 위에 두었습니다. 상위 번호를 고치세요.",
        "There is no item with the number “{found}”, so the row stands at the top. Correct the parent number.";
    /// A row without a field.
    NoField, Asked,
        "기능별 분야가 없어 900(기타)에 두었습니다. 분야 코드를 쓰세요.",
        "The row has no functional field and was put under 900 (other). Write the field’s code.";
    /// Amounts of what is said to have none.
    AmountsNotStated, Asked,
        "예산이 ‘{found}’인데 금액이 있습니다. 금액을 썼으니 둘 가운데 하나를 고치세요.",
        "The budget is “{found}”, but there are amounts. These were used; correct one of the two.";
}
