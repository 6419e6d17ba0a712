//! The form as a workbook.

use super::Form;
use crate::columns::{BUDGETS, Column, LEVELS, ROLES};
use city_compare_dataset::Lang;
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// How many rows offer the fixed words and have cells of text.
const ROWS: u32 = 2_000;

/// The form as XLSX: numbers of items are text, so that no spreadsheet makes a date of “3-10”, and fixed words are offered.
///
/// # Errors
/// If the workbook cannot be written.
pub fn workbook(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same form gives the same bytes.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let (bold, plain) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    let guide = Format::new().set_italic().set_text_wrap().set_font_color("595959");
    let sheet = book.add_worksheet();
    sheet.set_name(if form.lang == Lang::Ko { "계획" } else { "plan" })?;
    for (column, at) in form.columns().into_iter().zip(0_u16..) {
        let wide =
            matches!(column, Column::Title | Column::Summary | Column::TitleEn | Column::Indicator | Column::Note);
        sheet.set_column_width(at, if wide { 28 } else { 14 })?;
        if !column.is_amount() {
            sheet.set_column_format(at, &plain)?;
        }
        let words: Vec<&str> = match column {
            Column::Level => named(LEVELS, form.lang),
            Column::Role => named(ROLES, form.lang),
            Column::Budget => named(BUDGETS, form.lang),
            _ => continue,
        };
        sheet.add_data_validation(3, at, ROWS, at, &DataValidation::new().allow_list_strings(&words)?)?;
    }
    for (row, at) in form.rows().iter().zip(0_u32..) {
        for (cell, column) in row.iter().zip(0_u16..) {
            let number = cell
                .parse::<f64>()
                .ok()
                .filter(|_| form.columns().get(usize::from(column)).is_some_and(|c| c.is_amount()));
            match (at, number) {
                (0, _) => sheet.write_string_with_format(at, column, cell, &bold)?,
                (1, _) => sheet.write_string_with_format(at, column, cell, &guide)?,
                (_, Some(number)) => sheet.write_number(at, column, number)?,
                (_, None) => sheet.write_string_with_format(at, column, cell, &plain)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

fn named<W>(words: crate::columns::Words<W>, lang: Lang) -> Vec<&'static str> {
    words.iter().map(|(_, ko, en)| if lang == Lang::Ko { *ko } else { *en }).collect()
}
