//! `cargo xtask split-dataset`: a dataset in pieces.

use crate::failure::Failure;
use crate::run::say;
use city_compare::dataset::pieces::{FOLDER, split};
use city_compare::dataset::{Lang, from_json};
use city_compare::model::Dataset;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// The name of the index's file.
const INDEX: &str = "index.json";

/// Reads a dataset, and writes it in pieces.
pub fn run(from: &Path, out: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(from).map_err(|error| Failure::file("Reading", from, &error))?;
    let dataset = from_json(&text).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
        let (count, file) = (told.len(), from.display());
        Failure::new(
            format!("{file} has {count} problems:\n{}", told.join("\n")),
            "a dataset by city-compare.schema.json",
            "correct them, then run the same command again",
        )
    })?;
    let (files, bytes) = write(&dataset, out)?;
    say(format_args!("Written: {}, {files} files in {}, {bytes} bytes in all.", INDEX, out.join(FOLDER).display()));
    Ok(())
}

/// Writes the pieces of a dataset; how many files and bytes they are.
pub fn write(dataset: &Dataset, out: &Path) -> Result<(usize, usize), Failure> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::new(
            format!("{} is not empty", out.display()),
            "a folder that is empty, or that is not there yet: an index and files of two datasets must not mix",
            "name another folder, or empty this one",
        ));
    }
    let digest = |text: &str| Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let (index, pieces) = split(dataset, digest).map_err(|error| not_written(&error))?;
    let folder = out.join(FOLDER);
    fs::create_dir_all(&folder).map_err(|error| Failure::file("Making", &folder, &error))?;
    let index = serde_json::to_string(&index).map_err(|error| not_written(&error))?;
    let mut bytes = index.len();
    let put = |name: &str, text: &str| {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| Failure::file("Writing", &path, &error))
    };
    put(INDEX, &index)?;
    for piece in &pieces {
        put(&piece.file, &piece.json)?;
        bytes += piece.json.len();
    }
    Ok((pieces.len(), bytes))
}

fn not_written(error: &serde_json::Error) -> Failure {
    Failure::new(
        format!("The pieces could not be written as JSON: {error}"),
        "a dataset that was read",
        "report it as a fault of xtask",
    )
}

#[cfg(test)]
mod tests {
    use super::{run, write};
    use city_compare::dataset::pieces::Index;
    use city_compare::{dataset, embedded};
    use std::fs;

    #[test]
    fn an_index_and_a_file_for_each_city_are_written_once() {
        let folder = std::env::temp_dir().join(format!("city-compare-split-{}", std::process::id()));
        fs::remove_dir_all(&folder).ok();
        assert_eq!(write(&embedded::published(), &folder).map(|(files, _)| files), Ok(5));
        let index = fs::read_to_string(folder.join("index.json")).unwrap_or_default();
        let index = Index::read(&index).expect("it is an index");
        for listed in &index.cities {
            let text = fs::read_to_string(folder.join(&listed.file)).unwrap_or_default();
            assert!(dataset::from_json(&text).is_ok_and(|dataset| dataset.cities[0].id == listed.id));
        }
        let again = write(&embedded::published(), &folder).err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(again.contains("is not empty"), "{again}");
        let missing =
            run(&folder.join("none.json"), &folder).err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(missing.contains("none.json"), "{missing}");
        fs::remove_dir_all(&folder).ok();
    }
}
