use super::*;

#[test]
fn the_fields_are_those_of_the_seeds() {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds/fields.toml");
    let Ok(seeds) = std::fs::read_to_string(seeds) else { return }; // the published crate has no seeds beside it
    let quoted = |line: &str, key: &str| {
        let rest = line.split_once(&format!("{key} = \""))?.1;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let codes: Vec<String> = seeds.lines().filter_map(|line| quoted(line, "code")).collect();
    let names: Vec<(String, String)> =
        seeds.lines().filter_map(|line| Some((quoted(line, "ko")?, quoted(line, "en")?))).collect();
    let ours: Vec<Field> = all();
    assert_eq!(codes, ours.iter().map(|field| field.code.clone()).collect::<Vec<_>>());
    assert_eq!(names, ours.iter().map(|field| (field.name.ko.clone(), field.name.en.clone())).collect::<Vec<_>>());
}
