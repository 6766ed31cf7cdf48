//! The chain: how sure each state of each piece of a sequence is.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001). The score of a sequence is the sum of
//! the weights of what is observed under its states and of the steps between them. The share of all sequences that agree
//! with a state is found by the forward–backward algorithm, in time in proportion to the number of pieces; a piece is read
//! as the state with the largest share, which is right for more pieces than the single best sequence. Sums are kept
//! in the linear domain and scaled at each piece, so that the exponential is taken once for each piece and state.
//!
//! This is what fitting needs. Reading goes through [`lattice`](super::lattice).

use super::state::{STATES, State};

/// A row of numbers, one for each state.
pub(crate) type Row = [f32; STATES];

/// The states that a piece may have, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowed(u32);

impl Allowed {
    /// Every state but those that only a mark or a heading can give.
    pub(crate) const UNMARKED: Self =
        Self((1 << STATES) - 1).without(State::Headed).without(State::Meta).without(State::Heading);

    /// What stands under a heading or belongs to a section that takes no side.
    pub(crate) const NO_SIDE: Self = Self(
        Self::bit(State::Headed)
            | Self::bit(State::Summary)
            | Self::bit(State::Background)
            | Self::bit(State::Neutral)
            | Self::bit(State::Example)
            | Self::bit(State::Conclusion),
    );

    /// The same, but for the lines of the head.
    pub(crate) const BODY: Self =
        Self::UNMARKED.without(State::Title).without(State::Teaser).without(State::Author).without(State::Date);

    const fn bit(state: State) -> u32 {
        1 << state.index()
    }

    /// One state only.
    pub(crate) const fn only(state: State) -> Self {
        Self(Self::bit(state))
    }

    /// These states.
    pub(crate) fn any_of(states: &[State]) -> Self {
        Self(states.iter().fold(0, |bits, &state| bits | Self::bit(state)))
    }

    /// With this state.
    pub(crate) const fn with(self, state: State) -> Self {
        Self(self.0 | Self::bit(state))
    }

    /// The states that are in both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// True where no state is left.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Without the states of perspectives that take a side.
    pub(crate) const fn without_sides(self) -> Self {
        self.without(State::Welcome).without(State::Warning).without(State::Mixed).without(State::Own)
    }

    /// Without this state.
    pub(crate) const fn without(self, state: State) -> Self {
        Self(self.0 & !Self::bit(state))
    }

    /// True where there is no choice.
    pub(super) const fn is_single(self) -> bool {
        self.0.is_power_of_two()
    }

    /// The position of the only state, where there is no choice.
    pub(super) const fn single(self) -> Option<usize> {
        if self.is_single() { Some(self.0.trailing_zeros() as usize) } else { None }
    }

    /// One bit for each state.
    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    /// True where the state is allowed.
    pub(crate) const fn has(self, state: usize) -> bool {
        self.0 & (1 << state) != 0
    }
}

/// The steps between states.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Steps {
    /// The weight of beginning with a state.
    pub(crate) start: Row,
    /// The weight of ending with a state.
    pub(crate) end: Row,
    /// The weight of the step from a state (row) to a state (column).
    pub(crate) step: [Row; STATES],
}

/// A sequence to be labelled: for each piece the scores of its states, what staying in a state is worth there, and what
/// is allowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sequence<'a> {
    pub(crate) scores: &'a [Row],
    pub(crate) stay: &'a [f32],
    pub(crate) allowed: &'a [Allowed],
}

/// For each piece the share of all sequences that have each state there, and the logarithm of the sum of all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marginals {
    pub(crate) rows: Vec<Row>,
    /// The forward rows, scaled to sum to one.
    pub(crate) forward: Vec<Row>,
    /// The backward rows, in the same scale.
    pub(crate) backward: Vec<Row>,
    /// The factors of a piece under each state, as they were used.
    pub(crate) factors: Vec<Row>,
    pub(crate) log_sum: f64,
}

/// The exponentials of the steps, taken once.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StepFactors {
    start: Row,
    end: Row,
    step: [Row; STATES],
    /// The same, from column to row.
    transposed: [Row; STATES],
}

impl StepFactors {
    pub(crate) fn new(steps: &Steps) -> Self {
        let step = steps.step.map(|row| row.map(f32::exp));
        let mut transposed = [[0.0; STATES]; STATES];
        for (from, row) in step.iter().enumerate() {
            for (column, &factor) in transposed.iter_mut().zip(row) {
                if let Some(slot) = column.get_mut(from) {
                    *slot = factor;
                }
            }
        }
        Self { start: steps.start.map(f32::exp), end: steps.end.map(f32::exp), step, transposed }
    }
}

/// The factor of each state of a piece, relative to its best, and the logarithm of that best.
fn factors(scores: &Row, allowed: Allowed) -> (Row, f64) {
    let best = scores.iter().enumerate().filter(|&(state, _)| allowed.has(state)).map(|(_, &score)| score);
    let best = best.fold(f32::NEG_INFINITY, f32::max);
    let best = if best.is_finite() { best } else { 0.0 };
    let mut row = [0.0; STATES];
    for (state, (slot, &score)) in row.iter_mut().zip(scores).enumerate() {
        if allowed.has(state) {
            *slot = (score - best).max(-60.0).exp();
        }
    }
    (row, best.into())
}

/// Multiplies place by place.
fn times(a: &Row, b: &Row) -> Row {
    let mut row = *a;
    row.iter_mut().zip(b).for_each(|(slot, b)| *slot *= b);
    row
}

/// Makes a row sum to one, and gives what it summed to.
fn scale(row: &mut Row) -> f32 {
    let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|slot| *slot /= sum);
    sum
}

/// One step forward: for each state the sum over the states before it. `stay` multiplies the diagonal.
fn forward_step(before: &Row, step: &[Row; STATES], stay: f32) -> Row {
    let mut row = [0.0; STATES];
    for (&share, factors) in before.iter().zip(step) {
        row.iter_mut().zip(factors).for_each(|(slot, factor)| *slot += share * factor);
    }
    for (state, slot) in row.iter_mut().enumerate() {
        let diagonal = step.get(state).and_then(|row| row.get(state)).copied().unwrap_or_default();
        *slot += before.get(state).copied().unwrap_or_default() * diagonal * (stay - 1.0);
    }
    row
}

/// How sure each state of each piece is.
pub(crate) fn marginals(sequence: Sequence<'_>, steps: &StepFactors) -> Marginals {
    let mut result = Marginals::default();
    let stays: Vec<f32> = sequence.stay.iter().map(|stay| stay.clamp(-30.0, 30.0).exp()).collect();
    for (position, (scores, &allowed)) in sequence.scores.iter().zip(sequence.allowed).enumerate() {
        let (row, best) = factors(scores, allowed);
        let stay = stays.get(position).copied().unwrap_or(1.0);
        let arrived = match result.forward.last() {
            None => steps.start,
            Some(before) => forward_step(before, &steps.step, stay),
        };
        let mut forward = times(&arrived, &row);
        result.log_sum += f64::from(scale(&mut forward).ln()) + best;
        result.forward.push(forward);
        result.factors.push(row);
    }
    let ends: f32 = result.forward.last().map_or(1.0, |last| times(last, &steps.end).iter().sum());
    result.log_sum += f64::from(ends.max(f32::MIN_POSITIVE).ln());
    let mut backward = steps.end;
    for (position, (forward, row)) in result.forward.iter().zip(&result.factors).enumerate().rev() {
        scale(&mut backward);
        result.backward.push(backward);
        let mut marginal = times(forward, &backward);
        scale(&mut marginal);
        result.rows.push(marginal);
        let stay = stays.get(position).copied().unwrap_or(1.0);
        backward = forward_step(&times(&backward, row), &steps.transposed, stay);
    }
    result.rows.reverse();
    result.backward.reverse();
    result
}

#[cfg(test)]
mod tests {
    use super::{Allowed, Row, STATES, Sequence, State, StepFactors, Steps, marginals};
    use crate::label::lattice::{Lanes, Paths, STAYING, likeliest};
    use crate::label::memory::Memory;

    fn steps() -> Steps {
        let mut step = [[0.0; STATES]; STATES];
        for (from, row) in step.iter_mut().enumerate() {
            for (to, slot) in row.iter_mut().enumerate() {
                *slot = ((from * 7 + to * 3) % 5) as f32 * 0.3;
            }
        }
        Steps { start: [0.1; STATES], end: [0.0; STATES], step }
    }

    fn scores() -> Vec<Row> {
        (0..3).map(|t| std::array::from_fn(|s| ((t * 5 + s * 11) % 7) as f32 * 0.4)).collect()
    }

    /// Sums every sequence, one by one: all of them, and for each piece those that go through each state.
    fn by_hand(scores: &[Row], stay: &[f32], allowed: &[Allowed], steps: &Steps) -> (f64, [[f64; STATES]; 3]) {
        let (mut sum, mut through) = (0.0, [[0.0; STATES]; 3]);
        for a in 0..STATES {
            for b in 0..STATES {
                for c in 0..STATES {
                    if ![a, b, c].iter().zip(allowed).all(|(&state, allowed)| allowed.has(state)) {
                        continue;
                    }
                    let mut total = steps.start[a] + scores[0][a] + steps.step[a][b] + scores[1][b];
                    total += steps.step[b][c] + scores[2][c] + steps.end[c];
                    total += if a == b { stay[1] } else { 0.0 } + if b == c { stay[2] } else { 0.0 };
                    let total = f64::from(total);
                    sum += total.exp();
                    [a, b, c].iter().zip(&mut through).for_each(|(&state, shares)| shares[state] += total.exp());
                }
            }
        }
        (sum.ln(), through.map(|shares| shares.map(|share| share / sum)))
    }

    #[test]
    fn the_chain_agrees_with_trying_every_sequence() {
        let (scores, steps, stay) = (scores(), steps(), [0.0, 0.7, -0.4]);
        let allowed =
            [Allowed::UNMARKED, Allowed::UNMARKED, Allowed::any_of(&[State::Welcome, State::Summary, State::Headed])];
        let sequence = Sequence { scores: &scores, stay: &stay, allowed: &allowed };
        let (log_sum, through) = by_hand(&scores, &stay, &allowed, &steps);
        let found = marginals(sequence, &StepFactors::new(&steps));
        assert!((found.log_sum - log_sum).abs() < 1e-4, "{} {log_sum}", found.log_sum);
        for (row, shares) in found.rows.iter().zip(&through) {
            assert!(row.iter().zip(shares).all(|(&found, share)| (f64::from(found) - share).abs() < 1e-4));
        }
        // Reading takes the state with the largest share.
        let lane =
            |row: &Row, stay: f32, lane| row.get(lane).copied().unwrap_or(f32::from(u8::from(lane == STAYING)) * stay);
        let lanes = scores.iter().zip(stay).map(|(row, stay)| std::array::from_fn(|at| lane(row, stay, at)));
        let lanes: Vec<Lanes> = lanes.collect();
        for (step, shares) in
            likeliest(&lanes, &allowed, &Paths::new(&steps), Memory::Nothing, 1.0).iter().zip(&through)
        {
            let most = shares.iter().copied().fold(0.0, f64::max);
            assert!((f64::from(step.share) - most).abs() < 1e-4 && (shares[step.state.index()] - most).abs() < 1e-6);
        }
    }

    #[test]
    fn nothing_gives_nothing() {
        let empty = Sequence { scores: &[], stay: &[], allowed: &[] };
        assert!(likeliest(&[], &[], &Paths::new(&steps()), Memory::Views, 0.0).is_empty());
        assert!(marginals(empty, &StepFactors::new(&steps())).rows.is_empty());
    }
}
