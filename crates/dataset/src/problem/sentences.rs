//! What is said of a fault, in both languages.

use super::{Fault, Kind, Target};
use crate::Lang;

impl Kind {
    pub(super) fn name(self, lang: Lang) -> &'static str {
        let (ko, en) = match self {
            Self::Text => ("따옴표로 묶은 글", "a text in quotation marks"),
            Self::WholeNumber => ("0 이상의 정수", "a whole number from 0"),
            Self::Count => ("1 이상의 정수", "a whole number from 1"),
            Self::Number => ("수(inf나 nan이 아닌 것)", "a number (not inf or nan)"),
            Self::Won => ("0 이상의 원 단위 정수", "an amount in whole won, not below 0"),
            Self::Year => ("1900~2200년의 회계연도", "a fiscal year from 1900 to 2200"),
            Self::Date => ("2021-04-30, 2021-04, 2021 꼴의 날짜", "a date such as 2021-04-30, 2021-04 or 2021"),
            Self::List => ("목록 […]", "a list […]"),
            Self::Table => ("항목 묶음 {…}", "a group of entries {…}"),
            Self::LineRange => ("[시작 줄, 끝 줄]", "[first line, last line]"),
            Self::Cell => ("수, {ko, en} 또는 {status: not_stated}", "a number, {ko, en} or {status: not_stated}"),
            Self::Bool => ("true 또는 false", "true or false"),
            Self::FieldCode => ("080 같은 세 자리 숫자의 글", "a text of three digits such as 080"),
            Self::Sha256 => ("소문자 16진수 64자리", "64 hexadecimal digits in lower case"),
        };
        match lang {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }
}

impl Target {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Parent => "item of this plan",
            Self::Document => "document",
            Self::Field => "functional field",
            Self::City => "city",
            Self::Source => "source of official figures",
            Self::Place => "place",
        }
    }

    /// The Korean name as a subject, with its particle.
    pub(super) fn subject(self) -> &'static str {
        match self {
            Self::Item => "항목이",
            Self::Parent => "이 계획의 항목이",
            Self::Document => "문서가",
            Self::Field => "기능별 분야가",
            Self::City => "도시가",
            Self::Source => "공식 수치의 출처가",
            Self::Place => "자치단체가",
        }
    }
}

impl Fault {
    pub(super) fn english(&self) -> String {
        match self {
            Self::Syntax { message } => format!("the text cannot be read: {message}. Correct it there."),
            Self::NoFile { message } => {
                format!(
                    "the file cannot be opened: {message}. Add it, or correct its name in “cities” of dataset.toml."
                )
            }
            Self::Missing { key } => format!("“{key}” is missing. Add it."),
            Self::UnknownKey { key, known } => {
                format!("“{key}” is not known here. Known are: {known}. Correct the name or remove it.")
            }
            Self::DuplicateKey { key } => format!("“{key}” stands here more than once. Keep one of them."),
            Self::WrongType { found, expected } => {
                format!("found {found}, expected {}. Correct the value.", expected.name(Lang::En))
            }
            Self::UnknownWord { found, allowed } => {
                format!("found {found}, expected one of: {allowed}. Write one of these words.")
            }
            Self::EmptyList => "the list is empty. Add at least one entry.".to_owned(),
            Self::EmptyText => "the text is empty. Write it, or remove the key if nothing is stated.".to_owned(),
            Self::NotUnified { found, instead } => {
                format!(
                    "found “{found}”, expected the unified spelling “{instead}” (Unicode NFC, one middle dot, curly quotes). Write it so."
                )
            }
            Self::PhoneNumber { found } => {
                format!("found the telephone number {found}. Remove it: officials are not named or called here.")
            }
            Self::DuplicateId { id, first } => {
                format!("the id “{id}” is already used at {first}. Give it another one.")
            }
            Self::Collides { id, first, instead } => format!(
                "the id “{id}” is already used at {first}. Here it is read as “{instead}”. Give one of the two another id, so that links to it stay the same."
            ),
            Self::BadId { id, prefix } if prefix.is_empty() => {
                format!("found the id “{id}”, expected lower case letters, digits and hyphens. Rename it.")
            }
            Self::BadId { id, prefix } => {
                format!(
                    "found the id “{id}”, expected lower case letters, digits and hyphens, beginning with “{prefix}”. Rename it."
                )
            }
            Self::UnknownReference { id, target } => {
                format!("there is no {} with the id “{id}”. Correct the id or add it.", target.name())
            }
            Self::LeftOut { id } => {
                format!("it rests on “{id}”, which is left out because of a mistake of its own. Correct that one first.")
            }
            Self::Cycle { id } => format!("the item “{id}” is its own ancestor. Correct its parent."),
            Self::BadLines { from, to } => format!(
                "found the lines {from} to {to}, expected a range that begins at 1 or later and does not end before it begins. Correct the range."
            ),
            Self::LinesBeyond { line, lines } => format!(
                "line {line} is cited, but the document has {lines} lines. Correct the line, or the document’s number of lines."
            ),
            Self::AboveWhole { part, of } => {
                format!("{part} of {of} is more than there are. Correct one of the two numbers.")
            }
            Self::RowLength { found, expected } => {
                format!(
                    "the number of cells in the row is {found}, expected {expected}, one for each column. Add or remove cells."
                )
            }
            Self::MeasureMismatch { measure, account, fields } => format!(
                "measure “{measure}”, account “{account}” and {fields} fields do not fit together. A total has the account total, an account its own, and only a field names fields. Correct the one that is wrong."
            ),
            Self::BadUrl { found } => {
                format!(
                    "found “{found}”, expected an address that begins with http:// or https://. Correct or remove it."
                )
            }
            Self::NoAmounts => {
                "the budget is stated, but has no amount. Add the amounts, or leave the budget out (not stated)."
                    .to_owned()
            }
            Self::NoFunding => {
                "the budget is “funding_only”, but has no funding. Add who pays what, or leave the budget out (not stated)."
                    .to_owned()
            }
            Self::AnnualWithoutYear => {
                "the amount is of one year, but names none. Add the year, or write “undated” if the document has none."
                    .to_owned()
            }
            Self::UndatedWithYear => {
                "the amount is “undated”, but has a year. Remove the year, or write “annual”.".to_owned()
            }
            Self::AmountsNotStated { status } => {
                format!("the budget is “{status}”, but has amounts or funding. Write “stated”, or remove them.")
            }
            Self::StaffOnlyNoPlan => {
                "the item is no plan, so “staff_only” says nothing. Remove it, or make the role “plan”.".to_owned()
            }
            Self::NoFields => "the item belongs to no functional field. Add at least one.".to_owned(),
            Self::UnusedWord { word } => format!(
                "found “{word}”, expected a word of a Korean title that no excluded phrase covers. Correct it, remove it, or make it a synonym."
            ),
            Self::RepeatedWord { word } => format!("the topic has “{word}” more than once. Keep one of them."),
            Self::FoundByNoWord { id } => format!(
                "found the item “{id}”, expected only items that the words of the topic find. Add a word of its title, or remove the item."
            ),
            Self::ExcludesNothing { word } => format!(
                "found “{word}”, expected a phrase in which a word of the topic stands, or which stands in a part of one of its projects. Correct or remove it."
            ),
            Self::Rule { found, rule } => rule.sentence(found, Lang::En),
            Self::WrongSchema { found } => format!(
                "found {found}, expected “{}”. The data are of another format; use the matching version of city-compare.",
                crate::model::SCHEMA
            ),
        }
    }

    pub(super) fn korean(&self) -> String {
        match self {
            Self::Syntax { message } => format!("글을 읽을 수 없습니다({message}). 그곳을 고치세요."),
            Self::NoFile { message } => {
                format!("파일을 열 수 없습니다({message}). 파일을 넣거나 dataset.toml의 ‘cities’에서 이름을 고치세요.")
            }
            Self::Missing { key } => format!("‘{key}’ 항목이 없습니다. 추가하세요."),
            Self::UnknownKey { key, known } => {
                format!("여기서 쓰지 않는 이름 ‘{key}’입니다. 쓸 수 있는 이름: {known}. 이름을 고치거나 지우세요.")
            }
            Self::DuplicateKey { key } => format!("같은 이름 ‘{key}’ 항목이 여러 번 나옵니다. 하나만 남기세요."),
            Self::WrongType { found, expected } => {
                format!("{found} 값이 있습니다. 필요한 값: {}. 값을 고치세요.", expected.name(Lang::Ko))
            }
            Self::UnknownWord { found, allowed } => {
                format!("{found} 값이 있습니다. 다음 가운데 하나를 쓰세요: {allowed}.")
            }
            Self::EmptyList => "목록이 비어 있습니다. 하나 이상 적으세요.".to_owned(),
            Self::EmptyText => "글이 비어 있습니다. 내용을 쓰거나, 문서에 없으면 이름째 지우세요.".to_owned(),
            Self::NotUnified { found, instead } => {
                format!(
                    "통일되지 않은 표기 ‘{found}’입니다. ‘{instead}’처럼 쓰세요(유니코드 NFC, 가운뎃점 하나, 둥근 따옴표)."
                )
            }
            Self::PhoneNumber { found } => {
                format!("전화번호({found})가 있습니다. 담당자 정보는 싣지 않으니 지우세요.")
            }
            Self::DuplicateId { id, first } => {
                format!("id ‘{id}’ 값은 이미 {first}에서 썼습니다. 다른 id를 주세요.")
            }
            Self::Collides { id, first, instead } => format!(
                "id ‘{id}’ 값은 이미 {first}에서 썼습니다. 여기 것은 ‘{instead}’로 읽었습니다. 링크가 바뀌지 않도록 둘 가운데 하나에 다른 id를 주세요."
            ),
            Self::BadId { id, prefix } if prefix.is_empty() => {
                format!("id ‘{id}’: 영문 소문자, 숫자, 붙임표만 쓸 수 있습니다. 이름을 바꾸세요.")
            }
            Self::BadId { id, prefix } => {
                format!("id ‘{id}’: 영문 소문자, 숫자, 붙임표만 쓰고 ‘{prefix}’로 시작해야 합니다. 이름을 바꾸세요.")
            }
            Self::UnknownReference { id, target } => {
                format!("id가 ‘{id}’인 {} 없습니다. id를 고치거나 그것을 추가하세요.", target.subject())
            }
            Self::LeftOut { id } => {
                format!("여기서 쓰는 ‘{id}’ 항목에 잘못이 있어 함께 뺐습니다. 그것을 먼저 고치세요.")
            }
            Self::Cycle { id } => format!("항목 ‘{id}’ 위로 올라가면 다시 자기 자신이 나옵니다. parent를 고치세요."),
            Self::BadLines { from, to } => {
                format!("줄 범위 {from}~{to}: 1 이상에서 시작하고 끝이 시작보다 앞서지 않아야 합니다. 범위를 고치세요.")
            }
            Self::LinesBeyond { line, lines } => {
                format!("{line}번째 줄을 인용했지만 문서는 {lines}줄입니다. 줄 번호나 문서의 줄 수를 고치세요.")
            }
            Self::AboveWhole { part, of } => {
                format!("{of}개 가운데 {part}개라고 적혀 있어 전체보다 많습니다. 두 수 가운데 하나를 고치세요.")
            }
            Self::RowLength { found, expected } => {
                format!("행에 칸이 {found}개입니다. 열마다 하나씩 {expected}개여야 합니다. 칸을 더하거나 빼세요.")
            }
            Self::MeasureMismatch { measure, account, fields } => format!(
                "measure ‘{measure}’, account ‘{account}’, 분야 {fields}개가 서로 맞지 않습니다. 총계는 total, 회계는 자기 회계를 쓰고, 분야는 measure가 field일 때만 적습니다. 틀린 것을 고치세요."
            ),
            Self::BadUrl { found } => {
                format!("‘{found}’: http:// 또는 https://로 시작하는 주소여야 합니다. 고치거나 지우세요.")
            }
            Self::NoAmounts => {
                "예산이 ‘stated’인데 금액이 없습니다. 금액을 적거나, 문서에 없으면 budget을 지우세요.".to_owned()
            }
            Self::NoFunding => {
                "예산이 ‘funding_only’인데 재원이 없습니다. 누가 얼마를 내는지 적거나, 문서에 없으면 budget을 지우세요."
                    .to_owned()
            }
            Self::AnnualWithoutYear => {
                "한 해의 금액인데 연도가 없습니다. 연도를 적거나, 문서에 연도가 없으면 ‘undated’로 쓰세요.".to_owned()
            }
            Self::UndatedWithYear => "‘undated’인데 연도가 있습니다. 연도를 지우거나 ‘annual’로 쓰세요.".to_owned(),
            Self::AmountsNotStated { status } => {
                format!("예산이 ‘{status}’인데 금액이나 재원이 있습니다. ‘stated’로 쓰거나 그것을 지우세요.")
            }
            Self::StaffOnlyNoPlan => {
                "계획이 아닌 항목이라 ‘staff_only’가 뜻이 없습니다. 지우거나 role을 ‘plan’으로 쓰세요.".to_owned()
            }
            Self::NoFields => "기능별 분야가 없습니다. 하나 이상 적으세요.".to_owned(),
            Self::UnusedWord { word } => format!(
                "‘{word}’: 이 낱말로 찾은 항목이 없습니다. 뺀 말 밖에서 한국어 제목에 나와야 합니다. 고치거나 지우거나 synonyms로 옮기세요."
            ),
            Self::RepeatedWord { word } => {
                format!("‘{word}’: 같은 낱말이 주제에 여러 번 있습니다. 하나만 남기세요.")
            }
            Self::FoundByNoWord { id } => format!(
                "항목 ‘{id}’: 주제의 낱말로 찾을 수 없는 항목입니다. 제목에 있는 낱말을 더하거나 항목을 지우세요."
            ),
            Self::ExcludesNothing { word } => {
                format!(
                    "‘{word}’: 이 말로 뺀 것이 없습니다. 주제의 낱말을 품거나, 주제에 든 사업의 부분에 나와야 합니다. 고치거나 지우세요."
                )
            }
            Self::Rule { found, rule } => rule.sentence(found, Lang::Ko),
            Self::WrongSchema { found } => format!(
                "{found} 값이 있습니다. 필요한 값: ‘{}’. 자료 형식이 다르니 맞는 판의 city-compare를 쓰세요.",
                crate::model::SCHEMA
            ),
        }
    }
}
