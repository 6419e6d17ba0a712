use crate::Lang;
use crate::model::official::{CodeScheme, Precision};

/// A law that official figures keep, and that the value at hand breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the sentences say what each of them asks for")]
pub enum Rule {
    Code(CodeScheme),
    Commit,
    Repository,
    Span,
    Rounded(Precision),
    WiderScope,
    OneScope,
    PeersInOrder,
    WithinPeers,
    RankWithinCount,
    UnitOfAmounts,
    AboveZero,
    PressStage,
    BesideIndex,
}

impl Rule {
    /// What is expected, and what to do.
    pub(super) fn sentence(self, found: &str, lang: Lang) -> String {
        let (ko, en) = self.texts();
        match lang {
            Lang::Ko => format!("‘{found}’ 값이 있습니다. {ko}"),
            Lang::En => format!("found “{found}”. {en}"),
        }
    }

    const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Code(CodeScheme::Lofin) => (
                "지방재정365 코드는 숫자 일곱 자리입니다. 코드나 체계를 고치세요.",
                "A code of LOFIN has seven digits. Correct the code or its scheme.",
            ),
            Self::Code(CodeScheme::Mois) => (
                "행정기관코드는 숫자 열 자리입니다. 코드나 체계를 고치세요.",
                "An administrative code has ten digits. Correct the code or its scheme.",
            ),
            Self::Commit => (
                "커밋은 소문자 16진수 40자리입니다. 고치세요.",
                "A commit is 40 hexadecimal digits in lower case. Correct it.",
            ),
            Self::Repository => {
                ("저장소는 소유자/이름 꼴입니다. 고치세요.", "A repository is written owner/name. Correct it.")
            }
            Self::Span => (
                "끝나는 날은 시작하는 날보다 앞설 수 없습니다. 날짜를 고치세요.",
                "It must not end before it begins. Correct the dates.",
            ),
            Self::Rounded(_) => (
                "precision에 적은 단위로 나누어떨어져야 합니다. 금액이나 단위를 고치세요.",
                "The amount must be a multiple of the unit that “precision” names. Correct one of them.",
            ),
            Self::WiderScope => (
                "더 넓은 범위의 총액(일반회계, 특별회계까지, 기금까지)이 더 작을 수 없습니다. 둘 가운데 하나를 고치세요.",
                "A wider scope (general account; with special accounts; with funds) cannot hold less. Correct one of the two.",
            ),
            Self::OneScope => (
                "한 도시, 한 해, 한 단계의 분야별 금액은 모두 같은 범위여야 합니다. 범위를 고치세요.",
                "The fields of one city, year and stage must be of one scope. Correct the scope.",
            ),
            Self::PeersInOrder => (
                "최솟값, 중앙값, 최댓값 순서로 작지 않아야 합니다. 값을 고치세요.",
                "Minimum, median and maximum must not fall. Correct the values.",
            ),
            Self::WithinPeers => (
                "도시의 값은 같은 무리의 최솟값과 최댓값 사이에 있어야 합니다. 값을 고치세요.",
                "The city’s value must lie between the minimum and the maximum of its peers. Correct the values.",
            ),
            Self::RankWithinCount => (
                "순위는 무리의 수를 넘을 수 없습니다. 고치세요.",
                "A rank cannot be larger than the number of peers. Correct it.",
            ),
            Self::UnitOfAmounts => (
                "amounts_in은 numerator가 있을 때, 그리고 그때만 적습니다. 더하거나 지우세요.",
                "“amounts_in” belongs to a numerator, and every numerator has it. Add or remove it.",
            ),
            Self::AboveZero => ("0보다 커야 합니다. 값을 고치세요.", "It must be above zero. Correct the value."),
            Self::BesideIndex => (
                "색인이 있는 폴더나 그 아래의 파일이어야 합니다(cities/yeosu.json 꼴). 고치세요.",
                "A file lies in the folder of the index or below it, as cities/yeosu.json does. Correct it.",
            ),
            Self::PressStage => (
                "언론 보도의 예산은 proposed(예산안)나 initial(확정)입니다. 그 밖의 단계는 official에 적으세요.",
                "A budget of the press is “proposed” or “initial”. Other stages belong to “official”.",
            ),
        }
    }
}
