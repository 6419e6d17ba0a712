//! Bytes as text: the encoding by rule, and said.

use city_compare_dataset::nfc::nfc;

/// In which encoding a file came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with a byte order mark, as spreadsheets write it.
    Utf8Bom,
    /// UTF-8.
    Utf8,
    /// UTF-16, as “Unicode text” of a spreadsheet; its byte order mark says which.
    Utf16,
    /// CP949 (확장 완성형), which most Korean offices write.
    Cp949,
}

impl Encoding {
    /// Its name, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8Bom => "UTF-8 (BOM)",
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Cp949 => "CP949",
        }
    }
}

/// What reads CP949: [`cp949`] natively, the page's own decoder in a browser (`TextDecoder("euc-kr")` with `fatal`).
/// `None` where the bytes are none.
pub type Cp949 = fn(&[u8]) -> Option<String>;

/// Reads CP949 by encoding_rs.
#[cfg(feature = "encoding")]
pub fn cp949(bytes: &[u8]) -> Option<String> {
    encoding_rs::EUC_KR.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// The text of bytes in NFC, and the encoding that it came in: by its byte order mark, else UTF-8 if it strictly is, else
/// CP949. `None` if it is neither.
///
/// ```
/// use city_compare_import::text::{Encoding, decode};
/// let none = |_: &[u8]| None;
/// assert_eq!(decode("여수".as_bytes(), none), Some(("여수".to_owned(), Encoding::Utf8)));
/// assert_eq!(decode(b"\xff\xfe\x00\xac", none), Some(("가".to_owned(), Encoding::Utf16)));
/// assert_eq!(decode(b"\xff\x00", none), None);
/// ```
pub fn decode(bytes: &[u8], cp949: Cp949) -> Option<(String, Encoding)> {
    let (text, encoding) = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        (std::str::from_utf8(rest).ok()?.to_owned(), Encoding::Utf8Bom)
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (utf16(rest, u16::from_le_bytes)?, Encoding::Utf16)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (utf16(rest, u16::from_be_bytes)?, Encoding::Utf16)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.to_owned(), Encoding::Utf8)
    } else {
        (cp949(bytes)?, Encoding::Cp949)
    };
    let unified = match nfc(&text) {
        std::borrow::Cow::Borrowed(_) => None,
        std::borrow::Cow::Owned(unified) => Some(unified),
    };
    Some((unified.unwrap_or(text), encoding))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    char::decode_utf16(units.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}
