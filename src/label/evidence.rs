//! Why a piece was read as it was, and who else may say so.

use std::borrow::Cow;
use std::fmt;

use crate::span::Span;

use super::feature::Feature;
use super::lattice::Lanes;
use super::piece::Piece;
use super::state::{Label, STATES, State};

/// How sure a reading is: the share of all ways to read the text that agree with it.
///
/// # Examples
///
/// ```
/// use commentary::label::Confidence;
///
/// assert_eq!(Confidence::new(0.973).to_string(), "97%");
/// assert!(Confidence::new(0.4) < Confidence::CERTAIN);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence {
    /// From 0 to 10,000.
    ten_thousandths: u16,
}

impl Confidence {
    /// Beyond doubt: a mark or a heading says so.
    pub const CERTAIN: Self = Self { ten_thousandths: 10_000 };

    /// A confidence from 0 to 1; what lies outside is brought to the nearer end.
    #[must_use]
    pub fn new(share: f32) -> Self {
        Self { ten_thousandths: (share.clamp(0.0, 1.0) * 10_000.0).round() as u16 }
    }

    /// The confidence from 0 to 1.
    #[must_use]
    pub fn as_f32(self) -> f32 {
        f32::from(self.ten_thousandths) / 10_000.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}%", (self.ten_thousandths + 50) / 100))
    }
}

/// One reason for a reading.
///
/// # Examples
///
/// ```
/// use commentary::parse;
///
/// let parsed = parse("Point de vue optimiste\n\nTout ira bien, et les coûts vont baisser.\n");
/// let entry = parsed.source.at(0).unwrap();
/// assert_eq!(entry.reading().unwrap().evidence[0].name(), "heading");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    reason: Reason,
    /// In hundredths of a natural logarithm of odds.
    weight: i16,
    span: Option<Span>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reason {
    Heading,
    Form,
    Observed(Feature),
    Given(Cow<'static, str>),
}

impl Evidence {
    pub(super) const fn heading(span: Span) -> Self {
        Self { reason: Reason::Heading, weight: i16::MAX, span: Some(span) }
    }

    pub(super) const fn form(span: Span) -> Self {
        Self { reason: Reason::Form, weight: i16::MAX, span: Some(span) }
    }

    pub(super) fn observed(feature: Feature, weight: f32, span: Option<Span>) -> Self {
        Self { reason: Reason::Observed(feature), weight: hundredths(weight), span }
    }

    pub(super) fn given(reason: Cow<'static, str>, weight: f32, span: Span) -> Self {
        Self { reason: Reason::Given(reason), weight: hundredths(weight), span: Some(span) }
    }

    /// What speaks for it: `heading`, `form`, the name of a feature of the [`Weights`](super::Weights), or the reason
    /// given by a caller's own source of evidence.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        match &self.reason {
            Reason::Heading => Cow::Borrowed("heading"),
            Reason::Form => Cow::Borrowed("form"),
            Reason::Observed(feature) => Cow::Owned(feature.name()),
            Reason::Given(reason) => Cow::Borrowed(reason),
        }
    }

    /// How much it says, in natural logarithms of odds; headings and marks decide alone and have the largest value.
    #[must_use]
    pub fn weight(&self) -> f32 {
        f32::from(self.weight) / 100.0
    }

    /// Where it stands, where it stands in one place: the heading, the phrase.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        self.span
    }
}

fn hundredths(weight: f32) -> i16 {
    (weight * 100.0).clamp(-30_000.0, 30_000.0) as i16
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name())
    }
}

/// A source of evidence of the caller's own: an embedding model, a language model's opinion, an editor's list.
///
/// It adds scores to pieces; the sequence, the spans and the promise that nothing is lost stay with this crate.
///
/// # Examples
///
/// ```
/// use commentary::label::{EvidenceSource, Label, Piece, Scores};
/// use commentary::{Role, Stance};
///
/// /// An editor who knows that paragraphs with "herons" are hopeful.
/// #[derive(Debug)]
/// struct Herons;
///
/// impl EvidenceSource for Herons {
///     fn weigh(&self, pieces: &[Piece<'_>], scores: &mut Scores) {
///         for (position, piece) in pieces.iter().enumerate() {
///             if piece.text.contains("herons") {
///                 let label = Label::from(Role::perspective(Stance::Optimistic));
///                 scores.add(position, &label, 4.0, "herons");
///             }
///         }
///     }
/// }
///
/// let parser = commentary::Parser::new().evidence(Herons);
/// let parsed = parser.parse("A long paragraph about the canal and its many herons, who came back this year.");
/// # let _ = parsed;
/// ```
pub trait EvidenceSource: fmt::Debug + Send + Sync {
    /// Looks at all pieces of a text and adds what it knows.
    fn weigh(&self, pieces: &[Piece<'_>], scores: &mut Scores);
}

/// What callers' own sources of evidence say. See [`EvidenceSource`].
#[derive(Debug, Clone, Default)]
pub struct Scores {
    given: Vec<(usize, State, f32, Cow<'static, str>)>,
}

impl Scores {
    /// Says that the piece at `position` speaks for `label` with this weight, in natural logarithms of odds (2.2 is nine
    /// to one), for this reason. A negative weight speaks against. What is no number counts as nothing.
    ///
    /// Only roles that the labelling can give to a text without headings can be spoken for: not a stance on an axis of
    /// politics or an open one.
    pub fn add(&mut self, position: usize, label: &Label, weight: f32, reason: impl Into<Cow<'static, str>>) {
        if let (Some(state), true) = (State::of(label), weight.is_finite()) {
            self.given.push((position, state, weight.clamp(-50.0, 50.0), reason.into()));
        }
    }

    pub(super) fn apply(&self, rows: &mut [Lanes]) {
        for (position, state, weight, _) in &self.given {
            if let Some(slot) = rows.get_mut(*position).and_then(|row| row.get_mut(state.index())) {
                *slot += weight;
            }
        }
    }

    pub(super) fn reasons(&self, piece: usize, state: State) -> impl Iterator<Item = (&Cow<'static, str>, f32)> {
        let own =
            self.given.iter().filter(move |(at, spoken, weight, _)| *at == piece && *spoken == state && *weight > 0.0);
        own.map(|(_, _, weight, reason)| (reason, *weight))
    }
}

const _: () = assert!(STATES <= 32, "a set of states is kept in 32 bits");
