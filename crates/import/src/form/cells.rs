//! Values with commas or tabs between them.

use crate::table::{CellKind, Origin, Table};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Reads a text row by row, as many at a time as one likes: a long file shows its progress, and can be stopped.
pub struct Cells<'a> {
    input: &'a [u8],
    at: usize,
    reader: Reader,
    table: Table,
    output: Vec<u8>,
    ends: Vec<usize>,
    number: u32,
}

impl<'a> Cells<'a> {
    /// Begins; the first line says whether commas or tabs stand between the values, or semicolons.
    pub fn new(file: &str, text: &'a str) -> Self {
        let delimiter = delimiter(text);
        let origin = if delimiter == b'\t' { Origin::Tsv } else { Origin::Csv };
        Self {
            input: text.as_bytes(),
            at: 0,
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            table: Table::new(file, origin),
            output: vec![0; 1024],
            ends: vec![0; 64],
            number: 0,
        }
    }

    /// Which part of the text is read, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share for a bar of progress")]
    pub fn share(&self) -> f32 {
        if self.input.is_empty() { 1.0 } else { self.at as f32 / self.input.len() as f32 }
    }

    /// Reads so many rows more; whether there is more to read.
    pub fn advance(&mut self, rows: usize) -> bool {
        (0..rows).all(|_| self.record())
    }

    /// The table, when all is read.
    pub fn finish(mut self) -> Table {
        while self.record() {}
        self.table
    }

    fn record(&mut self) -> bool {
        let (mut written, mut ended) = (0, 0);
        self.number = self.number.saturating_add(self.blank_lines()).saturating_add(1);
        loop {
            let rest = self.input.get(self.at..).unwrap_or_default();
            let (output, ends) = (self.output.get_mut(written..), self.ends.get_mut(ended..));
            let (Some(output), Some(ends)) = (output, ends) else { return false };
            let (result, read, wrote, fields) = self.reader.read_record(rest, output, ends);
            (self.at, written, ended) = (self.at + read, written + wrote, ended + fields);
            match result {
                ReadRecordResult::InputEmpty => {} // the next call, without input, ends the last row
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    // The reader leaves the second half of a line end for the next row.
                    if self.input.get(self.at.wrapping_sub(1)) == Some(&b'\r')
                        && self.input.get(self.at) == Some(&b'\n')
                    {
                        self.at += 1;
                    }
                    self.row(ended);
                    return true;
                }
                ReadRecordResult::End => return false,
            }
        }
    }

    /// Skips empty lines, which a spreadsheet counts as rows.
    fn blank_lines(&mut self) -> u32 {
        let rest = self.input.get(self.at..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let ends = rest.get(..ends).unwrap_or_default();
        self.at += ends.len();
        let (feeds, returns) = (ends.iter().filter(|byte| **byte == b'\n').count(), ends.len());
        let lines = if feeds > 0 { feeds } else { returns };
        u32::try_from(lines).unwrap_or_default()
    }

    fn row(&mut self, fields: usize) {
        self.table.begin(self.number);
        let mut start = 0;
        for end in self.ends.iter().take(fields) {
            let bytes = self.output.get(start..*end).unwrap_or_default();
            self.table.push(std::str::from_utf8(bytes).unwrap_or_default(), CellKind::Text);
            start = *end;
        }
    }
}

/// What stands between the values: of tabs, commas and semicolons the one that the first lines hold most of.
fn delimiter(text: &str) -> u8 {
    let count = |mark: char| text.lines().take(5).map(|line| line.matches(mark).count()).sum::<usize>();
    let (tabs, commas, semicolons) = (count('\t'), count(','), count(';'));
    match (tabs, commas, semicolons) {
        (tabs, commas, _) if tabs > 0 && tabs * 2 >= commas => b'\t',
        (_, 0, semicolons) if semicolons > 0 => b';',
        _ => b',',
    }
}
