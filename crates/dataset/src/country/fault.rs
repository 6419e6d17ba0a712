use crate::Lang;

/// Why a file is no country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountryFault {
    /// It does not begin as such a file does.
    NotACountry,
    /// It is shorter than its index says.
    Cut {
        /// Bytes that are there.
        found: usize,
        /// Bytes that there should be.
        expected: usize,
    },
    /// The index cannot be read.
    Index {
        /// What the reader says.
        message: String,
    },
}

impl CountryFault {
    /// What was found, what was expected, and what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NotACountry, Lang::Ko) => {
                "country.bin이 아닌 파일입니다. CCNTRY1로 시작해야 합니다. 이 판의 파일을 올려 두었는지 확인하세요.".to_owned()
            }
            (Self::NotACountry, Lang::En) => {
                "The file is no country.bin: it should begin with CCNTRY1. Check that the file of this version is on the host."
                    .to_owned()
            }
            (Self::Cut { found, expected }, Lang::Ko) => {
                format!("country.bin이 {found}바이트에서 끊겼습니다. {expected}바이트여야 합니다. 다시 불러오세요.")
            }
            (Self::Cut { found, expected }, Lang::En) => {
                format!("country.bin has {found} bytes and should have {expected}. Load it again.")
            }
            (Self::Index { message }, Lang::Ko) => {
                format!("country.bin의 색인을 읽을 수 없습니다({message}). 이 판의 파일을 올려 두었는지 확인하세요.")
            }
            (Self::Index { message }, Lang::En) => {
                format!("The index of country.bin cannot be read: {message}. Check that the file of this version is on the host.")
            }
        }
    }
}
