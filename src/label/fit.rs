//! Fits weights to labelled texts.

use crate::lexicon::Lexicon;

use super::chain::{self, Allowed, Row, Sequence};
use super::feature::FEATURES;
use super::lattice::STAYING;
use super::piece::Piece;
use super::prepared::Prepared;
use super::state::{Label, STATES, State};
use super::weights::Weights;

/// What is known of a piece of a labelled text.
///
/// # Examples
///
/// ```
/// use commentary::label::{Gold, Label};
///
/// assert_ne!(Gold::Label(Label::Title), Gold::Heading);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Gold {
    /// Nothing.
    Unknown,
    /// Its label.
    Label(Label),
    /// It is a heading, whatever it announces.
    Heading,
    /// It belongs to a section that takes no side, whichever that is.
    NoSide,
}

/// A labelled text, ready for fitting.
///
/// # Examples
///
/// ```
/// use commentary::label::{Example, Fit, Form, Gold, Label, Piece};
/// use commentary::lexicon::Lexicon;
/// use commentary::Span;
///
/// let piece = Piece::new("Dana Whitcombe", Form::Paragraph, Span::new(0, 14));
/// let example = Example::new(&[piece], &[Gold::Label(Label::Author)], Lexicon::builtin(), Some("en"));
/// let weights = Fit::new().rounds(20).run(&[example]);
/// assert!(weights.weight("shape:name", "author") > 0.0);
/// ```
#[derive(Debug, Clone)]
pub struct Example {
    ready: Prepared,
    /// The states that agree with the label of each piece.
    gold: Vec<Allowed>,
}

impl Example {
    /// The pieces of a text with what is known of each; where there are fewer, of the rest nothing is known.
    ///
    /// A label that the labelling cannot give there (a stance on another axis, without a heading) counts as not known.
    #[must_use]
    pub fn new(pieces: &[Piece<'_>], gold: &[Gold], lexicon: &Lexicon, language: Option<&str>) -> Self {
        let ready = Prepared::new(pieces, &lexicon.index(language));
        let gold = ready.allowed.iter().enumerate().map(|(at, &allowed)| {
            let announced = ready.outline.above(at).and_then(State::of_role);
            let states = match gold.get(at).unwrap_or(&Gold::Unknown) {
                Gold::Unknown => allowed,
                Gold::Heading => Allowed::any_of(&[State::Heading, State::Headed]),
                Gold::NoSide => Allowed::NO_SIDE,
                Gold::Label(label) => match State::of(label) {
                    Some(state) if Some(state) == announced => Allowed::only(State::Headed),
                    state => state.map_or(allowed, Allowed::only),
                },
            };
            let agreeing = allowed.and(states);
            if agreeing.is_empty() { allowed } else { agreeing }
        });
        Self { gold: gold.collect(), ready }
    }
}

/// How weights are fitted: the likelihood of the labels, less a penalty on large weights, is climbed by gradient.
///
/// # Examples
///
/// ```
/// use commentary::label::{Fit, Weights};
///
/// assert_eq!(Fit::new().rounds(1).run(&[]), Weights::zero());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Fit {
    penalty: f32,
    rounds: usize,
    pace: f32,
}

impl Default for Fit {
    fn default() -> Self {
        Self::new()
    }
}

impl Fit {
    /// A penalty of 1, 300 rounds.
    #[must_use]
    pub const fn new() -> Self {
        Self { penalty: 1.0, rounds: 300, pace: 0.08 }
    }

    /// This fit with another penalty: half of it, times the sum of the squares of all weights, is taken from the
    /// logarithm of the likelihood.
    #[must_use]
    pub const fn penalty(mut self, penalty: f32) -> Self {
        self.penalty = penalty;
        self
    }

    /// This fit with another number of rounds over all examples.
    #[must_use]
    pub const fn rounds(mut self, rounds: usize) -> Self {
        self.rounds = rounds;
        self
    }

    /// Fits weights, from zero.
    #[must_use]
    pub fn run(&self, examples: &[Example]) -> Weights {
        self.run_from(&Weights::zero(), examples)
    }

    /// Fits weights, from others: with few rounds, these are close to where they began.
    #[must_use]
    pub fn run_from(&self, begin: &Weights, examples: &[Example]) -> Weights {
        let mut flat = begin.to_flat();
        let mut mean = vec![0.0_f32; flat.len()];
        let mut square = vec![0.0_f32; flat.len()];
        // Adam (Kingma and Ba, 2015), with a pace that falls to a tenth.
        for round in 1..=self.rounds {
            let weights = Weights::from_flat(&flat);
            let mut gradient: Vec<f32> = flat.iter().map(|weight| -self.penalty * weight).collect();
            examples.iter().for_each(|example| add_gradient(example, &weights, &mut gradient));
            let done = round as f32 / self.rounds as f32;
            let pace = self.pace * (1.0 - 0.9 * done);
            let power = i32::try_from(round).unwrap_or(i32::MAX);
            let (first, second) = (1.0 - 0.9_f32.powi(power), 1.0 - 0.99_f32.powi(power));
            for (((weight, slope), mean), square) in flat.iter_mut().zip(&gradient).zip(&mut mean).zip(&mut square) {
                *mean = 0.9 * *mean + 0.1 * slope;
                *square = 0.99 * *square + 0.01 * slope * slope;
                *weight += pace * (*mean / first) / ((*square / second).sqrt() + 1e-6);
            }
        }
        Weights::from_flat(&flat)
    }
}

/// Where each kind of weight begins in the flat row.
const STAY: usize = FEATURES * STATES;
const START: usize = STAY + FEATURES;
const END: usize = START + STATES;
const STEP: usize = END + STATES;

/// Adds the slope of the logarithm of one example's likelihood: what its labels make the observations expect, less what
/// the weights alone make them expect.
fn add_gradient(example: &Example, weights: &Weights, gradient: &mut [f32]) {
    let scores = example.ready.scores(weights);
    let rows: Vec<Row> = scores
        .iter()
        .map(|scores| std::array::from_fn(|state| scores.get(state).copied().unwrap_or_default()))
        .collect();
    let stay: Vec<f32> = scores.iter().filter_map(|scores| scores.get(STAYING).copied()).collect();
    for (allowed, sign) in [(&example.gold, 1.0), (&example.ready.allowed, -1.0)] {
        let sequence = Sequence { scores: &rows, stay: &stay, allowed };
        let marginals = chain::marginals(sequence, weights.step_factors());
        let mut add = |at: usize, amount: f32| {
            if let Some(slot) = gradient.get_mut(at) {
                *slot += sign * amount;
            }
        };
        for (at, row) in marginals.rows.iter().enumerate() {
            for &(feature, value) in example.ready.observations.of(at) {
                for (state, share) in row.iter().enumerate() {
                    add(feature.index() * STATES + state, share * value);
                }
            }
        }
        let ends = [(START, marginals.rows.first()), (END, marginals.rows.last())];
        for (begin, row) in ends {
            row.into_iter().flatten().enumerate().for_each(|(state, share)| add(begin + state, *share));
        }
        for at in 1..marginals.rows.len() {
            let pairs = step_shares(&marginals, weights, &stay, at);
            let mut stayed = 0.0;
            for (from, row) in pairs.iter().enumerate() {
                for (to, &share) in row.iter().enumerate() {
                    add(STEP + from * STATES + to, share);
                    stayed += if from == to { share } else { 0.0 };
                }
            }
            for &(feature, value) in example.ready.observations.of(at) {
                add(STAY + feature.index(), stayed * value);
            }
        }
    }
}

/// For one step the share of all sequences that take it from each state to each.
fn step_shares(marginals: &chain::Marginals, weights: &Weights, stay: &[f32], at: usize) -> [Row; STATES] {
    let mut pairs = [[0.0; STATES]; STATES];
    let none = [0.0; STATES];
    let before = at.checked_sub(1).and_then(|at| marginals.forward.get(at)).unwrap_or(&none);
    let factors = marginals.factors.get(at).unwrap_or(&none);
    let after = marginals.backward.get(at).unwrap_or(&none);
    let stay = stay.get(at).copied().unwrap_or_default();
    let mut sum = 0.0;
    for (from, (row, (share, steps))) in pairs.iter_mut().zip(before.iter().zip(&weights.steps().step)).enumerate() {
        for (to, (slot, ((step, factor), after))) in
            row.iter_mut().zip(steps.iter().zip(factors).zip(after)).enumerate()
        {
            let step = step + if from == to { stay } else { 0.0 };
            *slot = share * step.clamp(-30.0, 30.0).exp() * factor * after;
            sum += *slot;
        }
    }
    let sum: f32 = if sum > 0.0 { sum } else { 1.0 };
    pairs.iter_mut().flatten().for_each(|slot| *slot /= sum);
    pairs
}
