//! The pages for people: no section stands twice, and every link within the repository leads somewhere.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Every page: those of the top folder, and those of docs/.
fn pages() -> io::Result<Vec<(PathBuf, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut pages = Vec::new();
    for folder in [root.clone(), root.join("docs"), root.join("seeds")] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "md") {
                pages.push((path.clone(), fs::read_to_string(&path)?));
            }
        }
    }
    Ok(pages)
}

/// The lines outside code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    text.split("```").step_by(2).flat_map(str::lines)
}

#[test]
fn no_section_stands_twice() -> io::Result<()> {
    for (path, text) in pages()? {
        // Versions have the same sections, each of them.
        if path.ends_with("CHANGELOG.md") {
            continue;
        }
        let mut seen = BTreeSet::new();
        for heading in prose(&text).filter(|line| line.starts_with('#')) {
            assert!(seen.insert(heading), "{}: \"{heading}\" stands twice", path.display());
        }
    }
    Ok(())
}

#[test]
fn every_link_leads_to_a_file() -> io::Result<()> {
    for (path, text) in pages()? {
        for link in prose(&text).flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains("://") {
                continue;
            }
            let target = path.parent().unwrap_or(Path::new("")).join(file);
            assert!(target.exists(), "{}: {link} leads nowhere", path.display());
        }
    }
    Ok(())
}
