//! Changes of a tree, as a slip of the hand or a faulty program makes them, and changes of the bytes of a text.

use crate::odd::{TOKENS, key, pick, text, value};
use fastrand::Rng;
use serde_json::Value;

/// Longest piece of a text that is taken out or repeated.
const STRETCH: usize = 64;

/// How often an entry of a list is repeated at most.
const REPEATED: usize = 60;

/// Changes one value somewhere in a tree.
pub fn tree(root: &mut Value, random: &mut Rng) {
    let place = random.usize(..size(root));
    let other = random.u8(..16).eq(&0).then(|| {
        let from = random.usize(..size(root));
        nth(root, &mut { from }).map(std::mem::take).unwrap_or_default()
    });
    let Some(node) = nth(root, &mut { place }) else { return };
    match other {
        Some(other) => *node = other,
        None => change(node, random),
    }
}

fn change(node: &mut Value, random: &mut Rng) {
    if random.u8(..8) == 0 {
        *node = value(random);
        return;
    }
    match node {
        Value::Object(entries) => {
            let Some(name) = random.choice(entries.keys()).cloned() else { return };
            match random.u8(..4) {
                0 => drop(entries.remove(&name)),
                1 => drop(entries.insert(key(random), value(random))),
                2 => {
                    let moved = entries.remove(&name).unwrap_or_default();
                    entries.insert(key(random), moved);
                }
                _ => {
                    let Some(from) = random.choice(entries.keys()).cloned() else { return };
                    let copied = entries.get(&from).cloned().unwrap_or_default();
                    entries.insert(name, copied);
                }
            }
        }
        Value::Array(list) => change_list(list, random),
        Value::String(string) => change_text(string, random),
        Value::Number(number) => {
            let near = number.as_i64().map(|whole| whole.wrapping_add(*pick(random, &[-1, 1, 1_000, i64::MAX])));
            *node = near.map_or_else(|| value(random), Value::from);
        }
        Value::Null | Value::Bool(_) => *node = value(random),
    }
}

fn change_list(list: &mut Vec<Value>, random: &mut Rng) {
    if list.is_empty() {
        list.push(value(random));
        return;
    }
    let at = random.usize(..list.len());
    match random.u8(..6) {
        0 => drop(list.remove(at)),
        1 => list.insert(at, value(random)),
        2 => list.insert(at, list[at].clone()),
        3 => random.shuffle(list),
        4 => list.truncate(at),
        _ => list.extend(vec![list[at].clone(); random.usize(1..REPEATED)]),
    }
}

fn change_text(string: &mut String, random: &mut Rng) {
    let mut letters: Vec<char> = string.chars().collect();
    let at = random.usize(..=letters.len());
    match random.u8(..6) {
        0 => letters.truncate(at),
        1 => drop(letters.drain(..at)),
        2 => letters.splice(at..at, text(random).chars()).for_each(drop),
        3 => letters.reverse(),
        4 => letters.insert(at, random.char(..)),
        _ => {
            *string = text(random);
            return;
        }
    }
    *string = letters.into_iter().collect();
}

/// Changes bytes of a text. What is no UTF-8 then is replaced as a browser replaces it.
pub fn bytes(text: &mut String, random: &mut Rng) {
    let mut bytes = std::mem::take(text).into_bytes();
    for _ in 0..random.usize(1..6) {
        let at = random.usize(..=bytes.len());
        let end = (at + random.usize(..STRETCH)).min(bytes.len());
        match random.u8(..6) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.splice(at..at, bytes[at..end].to_vec()).for_each(drop),
            2 => bytes.splice(at..at, pick(random, &TOKENS).bytes()).for_each(drop),
            3 => bytes.splice(at..end, pick(random, &TOKENS).bytes()).for_each(drop),
            4 => bytes.truncate(at),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.u8(..8);
                }
            }
        }
    }
    *text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
}

/// Makes a key stand twice, which no tree can hold.
pub fn key_twice(text: &mut String, random: &mut Rng) {
    let starts: Vec<usize> = text.match_indices("{\"").map(|(at, _)| at).collect();
    if starts.is_empty() {
        return;
    }
    let at = *pick(random, &starts);
    let end = text[at + 2..].find('"').map_or(at + 1, |end| at + 2 + end + 1);
    let name = text[at + 1..end].to_owned();
    text.insert_str(at + 1, &format!("{name}:{},", value(random)));
}

fn size(node: &Value) -> usize {
    1 + match node {
        Value::Object(entries) => entries.values().map(size).sum(),
        Value::Array(list) => list.iter().map(size).sum(),
        _ => 0,
    }
}

/// The node with this number, counted from the root down.
fn nth<'a>(node: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(node);
    }
    *left -= 1;
    match node {
        Value::Object(entries) => entries.values_mut().find_map(|inside| nth(inside, left)),
        Value::Array(list) => list.iter_mut().find_map(|inside| nth(inside, left)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_node_is_reached_once() {
        let mut tree = json!({"a": [1, 2], "b": {"c": "d"}});
        let found: Vec<Value> = (0..size(&tree)).filter_map(|at| nth(&mut tree, &mut { at }).cloned()).collect();
        assert_eq!(found, [tree.clone(), json!([1, 2]), json!(1), json!(2), json!({"c": "d"}), json!("d")]);
        assert_eq!(nth(&mut tree, &mut 6), None);
    }

    #[test]
    fn a_key_that_stands_twice_leaves_json() {
        let mut text = json!({"a": 1, "b": {"c": 2}}).to_string();
        key_twice(&mut text, &mut Rng::with_seed(1));
        assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
        assert!(text.matches("\"a\":").count() + text.matches("\"c\":").count() > 2, "{text}");
    }
}
