//! Reads a text with sources of evidence of one's own beside those built in: an editor's list, and a small model that
//! learned from a few sentences. Prints how each paragraph was read without them and with them, and why.
//!
//! ```text
//! cargo run --example evidence
//! cargo run --example evidence -- article.txt
//! ```

use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Write};

use commentary::diagnostic::escape;
use commentary::label::{EvidenceSource, Label, Piece, Reading, Scores};
use commentary::{Parser, Role, Stance};

/// A text without headings, in the words of a trade that the lexicon knows little of.
const TEXT: &str = "\
Two hives on every roof

By Ida Sorensen

The council of Port Ashby gave out forty hives last week, two for each roof that asked for them. The bees are of the dark kind, and the first frames were drawn by Sunday.

Keepers speak of strong colonies and full supers, and of a mild brood that winters well. A nectar flow from the lindens is still to come.

Others have seen foulbrood on the hill, and mites in every second frame. A weak brood robs its neighbor, and a robbed hive is dead by March.

The wardens count the hives again in May.
";

/// Sentences with a view, from which the model learns.
const LESSONS: [(Stance, &str); 6] = [
    (Stance::Optimistic, "strong colonies on every frame, a mild brood and full supers by June"),
    (Stance::Optimistic, "the lindens give a long nectar flow and the colonies winter well"),
    (Stance::Optimistic, "a strong nectar flow fills the supers"),
    (Stance::Pessimistic, "mites in the brood, and a weak colony robs the next hive"),
    (Stance::Pessimistic, "foulbrood on the hill means dead hives by March"),
    (Stance::Pessimistic, "robbed and weak, the hive is dead before the lindens flower"),
];

/// What an editor noted: how a paragraph begins, and what it is.
const NOTES: [(&str, Role); 2] =
    [("The council of Port Ashby", Role::Summary), ("The wardens count", Role::Conclusion)];

/// Below this sum of weights the model says nothing.
const LEAST: f32 = 1.0;

/// A model: for each word, how much more often it stands in sentences of one view than of the other.
#[derive(Debug)]
struct BagOfWords {
    weights: HashMap<String, f32>,
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).map(str::to_lowercase)
}

impl BagOfWords {
    /// Counts words, each sentence alike; one is added to each count, so that no word decides alone.
    fn learn(lessons: &[(Stance, &str)]) -> Self {
        let mut counts: HashMap<String, (f32, f32)> = HashMap::new();
        for (stance, sentence) in lessons {
            for word in words(sentence) {
                let count = counts.entry(word).or_insert((1.0, 1.0));
                if *stance == Stance::Optimistic { count.0 += 1.0 } else { count.1 += 1.0 }
            }
        }
        Self { weights: counts.into_iter().map(|(word, (good, ill))| (word, (good / ill).ln())).collect() }
    }
}

impl EvidenceSource for BagOfWords {
    fn weigh(&self, pieces: &[Piece<'_>], scores: &mut Scores) {
        let [hope, worry] =
            [Stance::Optimistic, Stance::Pessimistic].map(|stance| Label::from(Role::perspective(stance)));
        for (position, piece) in pieces.iter().enumerate() {
            let sum: f32 = words(piece.text).filter_map(|word| self.weights.get(&word)).sum();
            if sum.abs() < LEAST {
                continue;
            }
            // Natural logarithms of odds, doubled: these few words are surer than most.
            scores.add(position, &hope, 2.0 * sum, "bag of words");
            scores.add(position, &worry, -2.0 * sum, "bag of words");
        }
    }
}

/// An editor's list, which decides.
#[derive(Debug)]
struct Editor;

impl EvidenceSource for Editor {
    fn weigh(&self, pieces: &[Piece<'_>], scores: &mut Scores) {
        for (position, piece) in pieces.iter().enumerate() {
            for (beginning, role) in &NOTES {
                if piece.text.starts_with(beginning) {
                    scores.add(position, &Label::from(role.clone()), 30.0, "editor");
                }
            }
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => TEXT.to_owned(),
    };
    let plain = Parser::new().parse(&text);
    let helped = Parser::new().evidence(BagOfWords::learn(&LESSONS)).evidence(Editor).parse(&text);
    let mut out = io::stdout().lock();
    for entry in helped.source.entries() {
        let Some(reading) = entry.reading() else { continue };
        let before = plain.source.at(entry.span().start()).and_then(|entry| entry.reading());
        let shown: String = entry.span().slice(&text).unwrap_or_default().chars().take(40).collect();
        writeln!(out, "{}", escape(&shown))?;
        writeln!(out, "    alone: {}", before.map_or_else(String::new, told))?;
        writeln!(out, "    with help: {}", told(reading))?;
    }
    Ok(())
}

/// What a reading says, how sure it is, and why.
fn told(reading: &Reading) -> String {
    let reasons: Vec<String> = reading.evidence.iter().map(ToString::to_string).collect();
    format!("{} ({}): {}", reading.label, reading.confidence, reasons.join(", "))
}
