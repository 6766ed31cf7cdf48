//! How well labelled samples are read: shares of lines, as the samples count them.

use commentary::label::{Example, Gold, Label, Labeller, Piece, Reading, Weights};
use commentary::lexicon::Lexicon;
use commentary::{Parser, Role, Stance};

use crate::samples::Sample;

/// Counts of lines that were read right.
///
/// # Examples
///
/// ```
/// use commentary_checks::score::Tally;
///
/// assert_eq!(Tally::default().strict(), 0.0);
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    lines: usize,
    strict: usize,
    lenient: usize,
    side: usize,
    found: usize,
    claimed: usize,
    right: usize,
    no_side: usize,
    invented: usize,
}

/// A share in per cent.
fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

impl Tally {
    /// The lines counted.
    #[must_use]
    pub const fn lines(&self) -> usize {
        self.lines
    }

    /// Per cent of lines with exactly the labelled role.
    #[must_use]
    pub fn strict(&self) -> f64 {
        share(self.strict, self.lines)
    }

    /// The same, where any section that takes no side counts as right for another such section.
    #[must_use]
    pub fn lenient(&self) -> f64 {
        share(self.lenient, self.lines)
    }

    /// Per cent of the lines outside perspectives that take a side which were read as being inside one.
    #[must_use]
    pub fn invented(&self) -> f64 {
        share(self.invented, self.no_side)
    }

    /// Adds the counts of other lines.
    pub fn join(&mut self, other: &Self) {
        self.lines += other.lines;
        self.strict += other.strict;
        self.lenient += other.lenient;
        self.side += other.side;
        self.found += other.found;
        self.claimed += other.claimed;
        self.right += other.right;
        self.no_side += other.no_side;
        self.invented += other.invented;
    }

    /// Counts one line; true where it was read right to the word.
    fn add(&mut self, seen: &Reading, gold: &str) -> bool {
        let gold = gold.strip_prefix("list-item:").unwrap_or(gold);
        let (is_heading, bare) = gold.strip_prefix("heading:").map_or((false, gold), |bare| (true, bare));
        if bare == "unsure" {
            return true;
        }
        let role = seen.label.to_string();
        let same = loose(&role) == loose(bare) && seen.is_heading == is_heading;
        let takes_side = |role: &str| loose(role).starts_with("perspective:");
        self.lines += 1;
        let exact = role == bare && seen.is_heading == is_heading;
        self.strict += usize::from(exact);
        self.lenient += usize::from(same);
        self.side += usize::from(takes_side(bare));
        self.found += usize::from(takes_side(bare) && same);
        self.claimed += usize::from(takes_side(&role));
        self.right += usize::from(takes_side(&role) && same);
        self.no_side += usize::from(!takes_side(bare));
        self.invented += usize::from(!takes_side(bare) && takes_side(&role));
        exact
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:5} lines: strict {:5.1}%, lenient {:5.1}%, found {:5.1}%, right {:5.1}%, invented {:4.1}%",
            self.lines,
            self.strict(),
            self.lenient(),
            share(self.found, self.side),
            share(self.right, self.claimed),
            self.invented()
        )
    }
}

/// What the lenient count takes for the same.
fn loose(role: &str) -> &str {
    match role {
        "summary"
        | "background"
        | "example"
        | "conclusion"
        | "other"
        | "neutral"
        | "perspective:neutral"
        | "unclassified" => "no side",
        "perspective:bull" => "perspective:optimistic",
        "perspective:bear" => "perspective:pessimistic",
        role => match role.strip_prefix("perspective:") {
            Some(stance) if !LISTED.contains(&stance) => "perspective:other",
            _ => role,
        },
    }
}

/// The stances that the samples tell apart; any other, such as that of the base case, is `other` to them.
const LISTED: [&str; 9] = ["optimistic", "pessimistic", "for", "against", "left", "right", "center", "author", "mixed"];

/// What a role as the samples write it says of a piece.
fn known(role: &str) -> Gold {
    let role = role.strip_prefix("list-item:").unwrap_or(role);
    if role.starts_with("heading") {
        return Gold::Heading;
    }
    Gold::Label(match role {
        "title" => Label::Title,
        "teaser" => Label::Teaser,
        "author" => Label::Author,
        "date" => Label::Date,
        "reference" => Label::Reference,
        "meta" => Label::Meta,
        "other" => Label::Other,
        "unsure" => return Gold::Unknown,
        "neutral" => return Gold::NoSide,
        _ => match role.strip_prefix("perspective:") {
            Some(stance) => Role::perspective(Stance::from(stance)).into(),
            None => Role::from(role).into(),
        },
    })
}

/// The role of the physical line in which a piece begins.
fn gold<'a>(sample: &'a Sample, piece: &Piece<'_>) -> Option<&'a str> {
    let line = sample.text.get(..piece.span.start())?.matches('\n').count() + 1;
    sample.labels.iter().find(|(number, _)| *number == line).map(|(_, role)| role.as_str())
}

/// A sample made ready for fitting.
#[must_use]
pub fn example(sample: &Sample) -> Example {
    Parser::new().pieces(&sample.text, |pieces, language| {
        let known: Vec<Gold> = pieces.iter().map(|piece| gold(sample, piece).map_or(Gold::Unknown, known)).collect();
        Example::new(pieces, &known, Lexicon::builtin(), language)
    })
}

/// Reads a sample with some weights and counts; `miss` gets each line read wrong: its role, the reading, its beginning.
pub fn measure(sample: &Sample, weights: &Weights, mut miss: impl FnMut(&str, &Reading, &str)) -> Tally {
    let mut tally = Tally::default();
    Parser::new().pieces(&sample.text, |pieces, language| {
        let readings = Labeller::new().weights(weights).label(pieces, language);
        for (piece, reading) in pieces.iter().zip(&readings) {
            let Some(gold) = gold(sample, piece) else { continue };
            if !tally.add(reading, gold) {
                let start: String = piece.text.chars().take(60).collect();
                miss(gold, reading, &start);
            }
        }
    });
    tally
}
