//! What a reader downloads: a table of dist/, and the limits that it must keep.

use crate::failure::Failure;
use crate::run::say;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What the browser loads before a reader sees the comparison. A name with a slash at its end is a folder.
const FIRST_LOAD: [&str; 9] = [
    "index.html",
    "app.css",
    "city-compare.css",
    "first.js",
    "app.js",
    "app-title.js",
    "city-compare.js",
    "wasm/city-compare.js",
    "wasm/city-compare_bg.wasm",
];

/// The limits: the only place where they stand.
const LIMITS: [Limit; 3] = [
    Limit {
        what: "first load (page, styles, loader, glue, wasm)",
        files: &FIRST_LOAD,
        form: Form::Brotli,
        bytes: 174_080, // 170 KiB
    },
    Limit { what: "city-compare.js", files: &["city-compare.js"], form: Form::Gzip, bytes: 6_000 },
    Limit { what: "city-compare.html (one file)", files: &["city-compare.html"], form: Form::Plain, bytes: 1_600_000 },
];

/// Stands in docs/sizes.md above what is written there.
const MARK: &str = "<!-- written by cargo xtask build -->";

struct Limit {
    what: &'static str,
    files: &'static [&'static str],
    form: Form,
    bytes: usize,
}

/// How a host sends a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As it lies on a stick.
    Plain,
    Brotli,
    Gzip,
}

/// A file of dist/, with its size in bytes in each form.
#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    name: String,
    plain: usize,
    gzip: usize,
    brotli: usize,
}

impl File {
    fn size(&self, form: Form) -> usize {
        match form {
            Form::Plain => self.plain,
            Form::Brotli => self.brotli,
            Form::Gzip => self.gzip,
        }
    }
}

/// The sizes of all files of dist/.
pub struct Sizes(Vec<File>);

impl Sizes {
    /// Reads and compresses every file; some seconds.
    pub fn measure(dist: &Path) -> Result<Self, Failure> {
        let mut files = Vec::new();
        collect(dist, "", &mut files)?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self(files))
    }

    /// Prints every file, and every limit with its headroom.
    pub fn print(&self) {
        let width = self.0.iter().map(|file| file.name.len()).max().unwrap_or_default().max(4);
        say(format_args!("\n{:width$} {:>11} {:>11} {:>11}", "file", "bytes", "gzip", "brotli"));
        for file in &self.0 {
            let [plain, gzip, brotli] = [file.plain, file.gzip, file.brotli].map(grouped);
            say(format_args!("{:width$} {plain:>11} {gzip:>11} {brotli:>11}", file.name));
        }
        say("");
        for limit in &LIMITS {
            let headroom = match self.total(limit.files, limit.form) {
                None => "not measured: a file is missing".to_owned(),
                Some(size) if size > limit.bytes => {
                    format!("{}, {} TOO MUCH", grouped(size), grouped(size - limit.bytes))
                }
                Some(size) => format!("{}, {} left", grouped(size), grouped(limit.bytes - size)),
            };
            say(format_args!("{}: {:?} at most {}: {headroom}", limit.what, limit.form, grouped(limit.bytes)));
        }
    }

    /// Writes the table of all files into a page of the documentation, below the line that marks its place.
    pub fn record(&self, page: &Path) -> Result<(), Failure> {
        let text = fs::read_to_string(page).map_err(|error| Failure::file("Reading", page, &error))?;
        let text = self.below_the_mark(&text).ok_or_else(|| {
            Failure::new(
                format!("{} has no line `{MARK}`", page.display()),
                "the line below which the table stands",
                "restore the page from the repository, then run the same command again",
            )
        })?;
        fs::write(page, text).map_err(|error| Failure::file("Writing", page, &error))
    }

    fn below_the_mark(&self, page: &str) -> Option<String> {
        let (head, _) = page.split_once(MARK)?;
        let first = self.total(&FIRST_LOAD, Form::Brotli).map_or_else(|| "an unknown number of".to_owned(), grouped);
        let mut text =
            format!("{head}{MARK}\nA reader loads {first} bytes (brotli) before the comparison is seen.\n\n");
        text += "| file | bytes | gzip | brotli |\n| --- | ---: | ---: | ---: |\n";
        for file in &self.0 {
            let [plain, gzip, brotli] = [file.plain, file.gzip, file.brotli].map(grouped);
            text += &format!("| {} | {plain} | {gzip} | {brotli} |\n", file.name);
        }
        Some(text)
    }

    /// Fails when a limit is not kept.
    pub fn hold(&self) -> Result<(), Failure> {
        for limit in &LIMITS {
            let size = self.total(limit.files, limit.form).ok_or_else(|| {
                Failure::new(
                    format!("The size of {} cannot be told", limit.what),
                    format!("dist holds {}", limit.files.join(", ")),
                    "name the files that there are now in xtask/src/build/sizes.rs",
                )
            })?;
            if size > limit.bytes {
                return Err(Failure::new(
                    format!("{} is {} bytes ({:?})", limit.what, grouped(size), limit.form),
                    format!("at most {} bytes", grouped(limit.bytes)),
                    "look for what grew (`cargo xtask build` prints the table), or argue for a new limit in xtask/src/build/sizes.rs",
                ));
            }
        }
        Ok(())
    }

    /// The sum over some files; nothing when one of them is not there.
    fn total(&self, names: &[&str], form: Form) -> Option<usize> {
        names.iter().try_fold(0, |sum, name| {
            let mut found =
                self.0.iter().filter(|file| file.name == *name || is_folder_of(name, &file.name)).peekable();
            found.peek()?;
            Some(sum + found.map(|file| file.size(form)).sum::<usize>())
        })
    }
}

fn is_folder_of(name: &str, file: &str) -> bool {
    name.ends_with('/') && file.starts_with(name)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<(), Failure> {
    let failed = |error| Failure::file("Measuring", folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(entry.path()).map_err(failed)?;
            let (gzip, brotli) = compressed(&bytes).map_err(failed)?;
            files.push(File { name, plain: bytes.len(), gzip, brotli });
        }
    }
    Ok(())
}

/// The sizes after gzip (level 9) and brotli (quality 11), as a host that prepares its files sends them.
fn compressed(bytes: &[u8]) -> io::Result<(usize, usize)> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok((gzip.finish()?.len(), brotli(bytes, BEST)?.len()))
}

/// The quality of brotli that takes long and is done once, before a release.
pub const BEST: i32 = 11;

/// The bytes as brotli.
pub fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mut short = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut short, &how)?;
    Ok(short)
}

/// 1234567 as 1,234,567.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{File, Form, Sizes, compressed, grouped};

    fn file(name: &str, brotli: usize) -> File {
        File { name: name.to_owned(), plain: brotli * 4, gzip: brotli * 2, brotli }
    }

    fn first_load(wasm: usize) -> Sizes {
        Sizes(vec![
            file("index.html", 100),
            file("app.css", 100),
            file("app.js", 100),
            file("city-compare.js", 1_000),
            file("city-compare.html", 100_000),
            file("app-title.js", 100),
            file("city-compare.css", 100),
            file("first.js", 100),
            file("wasm/city-compare.js", 100),
            file("wasm/city-compare_bg.wasm", wasm),
            file("wasm/city-compare-budgets.wasm", 100_000),
        ])
    }

    #[test]
    fn a_folder_counts_with_all_its_files() {
        assert_eq!(first_load(1_000).total(&["wasm/"], Form::Brotli), Some(101_100));
    }

    #[test]
    fn a_missing_file_is_not_a_size_of_zero() {
        assert_eq!(Sizes(vec![file("index.html", 1)]).total(&["wasm/"], Form::Brotli), None);
        assert!(Sizes(vec![file("index.html", 1)]).hold().is_err());
    }

    #[test]
    fn a_size_over_its_limit_fails_and_one_under_it_does_not() {
        assert_eq!(first_load(100_000).hold(), Ok(()));
        assert!(first_load(700_000).hold().is_err());
    }

    #[test]
    fn the_page_of_sizes_keeps_its_head_and_gets_a_new_table() {
        let page = include_str!("../../../docs/sizes.md");
        let first = first_load(1_000).below_the_mark(page).unwrap_or_default();
        assert!(first.starts_with(page.split("<!--").next().unwrap_or_default()), "{first}");
        assert!(first.contains("A reader loads 2,700 bytes"), "{first}");
        assert!(first.contains("| wasm/city-compare_bg.wasm | 4,000 | 2,000 | 1,000 |\n"), "{first}");
        let second = first_load(2_000).below_the_mark(&first).unwrap_or_default();
        assert_eq!(first.lines().count(), second.lines().count());
        assert_eq!(first_load(1).below_the_mark("no mark"), None);
    }

    #[test]
    fn compression_makes_a_repetitive_text_small() {
        let sizes = compressed("예산 ".repeat(1_000).as_bytes()).unwrap_or_default();
        assert!((1..200).contains(&sizes.0) && (1..200).contains(&sizes.1), "{sizes:?}");
    }

    #[test]
    fn numbers_are_grouped_in_thousands() {
        assert_eq!(["0", "999", "1,000", "1,234,567"].map(str::to_owned), [0, 999, 1_000, 1_234_567].map(grouped));
    }
}
