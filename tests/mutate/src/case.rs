use crate::bases::{Bases, SEEDS};
use crate::change;
use crate::odd::pick;
use fastrand::Rng;

/// One case in this many is a whole dataset: they are read a hundred times slower than the pieces.
const WHOLE: u32 = 2_000;

/// What a case is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// As a city brings its own data.
    Json,
    /// A file of the seeds, by its place among them.
    Toml(usize),
}

/// A dataset with mistakes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it is written in.
    pub notation: Notation,
    /// The text to be read.
    pub text: String,
    /// What is chosen at random of the many things that can be shown of it.
    pub choice: u64,
}

impl Case {
    /// The case with this number. It follows from the seed and the number alone.
    pub fn new(bases: &Bases, seed: u64, number: u64) -> Self {
        let mut random = Rng::with_seed(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        if random.u8(..10) == 0 {
            let file = random.usize(..SEEDS.len());
            let mut text = SEEDS[file].1.to_owned();
            change::bytes(&mut text, &mut random);
            return Self { notation: Notation::Toml(file), text, choice: random.u64(..) };
        }
        let base =
            if random.u32(..WHOLE) == 0 { pick(&mut random, &bases.whole) } else { pick(&mut random, &bases.small) };
        let in_text = random.u8(..5);
        let text = if in_text == 0 {
            let mut text = base.to_string();
            change::bytes(&mut text, &mut random);
            text
        } else {
            let mut tree = base.clone();
            for _ in 0..random.usize(1..3) {
                change::tree(&mut tree, &mut random);
            }
            let mut text = tree.to_string();
            if in_text == 1 && random.bool() {
                change::key_twice(&mut text, &mut random);
            }
            text
        };
        Self { notation: Notation::Json, text, choice: random.u64(..) }
    }
}
