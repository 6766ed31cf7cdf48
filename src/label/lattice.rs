//! The lattice: the likeliest state of each piece among all ways through the scores, and how sure it is.
//!
//! The same chain as in [`chain`](super::chain), for reading rather than for fitting: rows are padded to whole vectors, the
//! exponentials of the steps are taken once for all texts, states that a piece may not have are left out, and all that is
//! summed is summed in one pass forward and one back.

use super::chain::{Allowed, Steps};
use super::memory::{Kept, Memory};
use super::state::{STATES, State};

/// The number of places in a row: the states, one more for what staying is worth, and what fills the last vector.
pub(super) const LANES: usize = (STATES + 1).next_multiple_of(4);

/// A row of numbers, one for each state; the place after them may hold what staying is worth.
pub(super) type Lanes = [f32; LANES];

/// The place of what staying is worth.
pub(super) const STAYING: usize = STATES;

/// The steps between states, ready for reading: the exponentials of their weights.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paths {
    start: Lanes,
    end: Lanes,
    step: [Lanes; STATES],
    transposed: [Lanes; STATES],
    diagonal: Lanes,
}

impl Paths {
    pub(super) fn new(steps: &Steps) -> Self {
        let row = |weight: &dyn Fn(usize) -> f32| -> Lanes {
            std::array::from_fn(|state| if state < STATES { weight(state) } else { 0.0 })
        };
        let step = |from: usize, to: usize| {
            steps.step.get(from).and_then(|row| row.get(to)).copied().unwrap_or(f32::NEG_INFINITY)
        };
        let at = |row: &[f32], state: usize| row.get(state).copied().unwrap_or_default();
        Self {
            start: row(&|state| at(&steps.start, state).exp()),
            end: row(&|state| at(&steps.end, state).exp()),
            step: std::array::from_fn(|from| row(&|to| step(from, to).exp())),
            transposed: std::array::from_fn(|to| row(&|from| step(from, to).exp())),
            diagonal: row(&|state| step(state, state).exp()),
        }
    }

    /// The factor of the step from a state to itself.
    pub(super) fn stays(&self, state: usize) -> f32 {
        self.diagonal.get(state).copied().unwrap_or_default()
    }
}

/// What the ways through all pieces say of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    /// The likeliest state, and the share of all ways that go through it.
    pub(super) state: State,
    pub(super) share: f32,
    /// The likeliest state of the body that takes no side, and its share.
    pub(super) plain: (State, f32),
}

/// What is kept of a piece on the way forward.
#[derive(Debug, Clone, Copy)]
struct Stage {
    /// The factor of each state, relative to the best.
    factors: Lanes,
    forward: Kept,
    /// The same, in one row, where no view takes a side.
    plain: Lanes,
    /// The factor of staying.
    stay: f32,
}

/// The likeliest state of each piece. `scores` holds the scores of their states and, in the place of staying, what that is
/// worth; `no_view` is how likely it must be that no view takes a side for the text to be read so.
pub(super) fn likeliest(
    scores: &[Lanes],
    allowed: &[Allowed],
    paths: &Paths,
    memory: Memory,
    no_view: f32,
) -> Vec<Step> {
    let mut stages: Vec<Stage> = Vec::with_capacity(scores.len());
    let mut excess = Excess::default();
    let mut was_single = true;
    for (scores, &allowed) in scores.iter().zip(allowed) {
        let single = allowed.single().filter(|_| was_single && memory == Memory::Nothing);
        was_single = allowed.is_single();
        if let Some(state) = single {
            // There is one way only: nothing is weighed.
            let only = only(state);
            let mut forward = Kept::default();
            forward[0] = only;
            stages.push(Stage { factors: only, forward, plain: only, stay: 1.0 });
            continue;
        }
        let factors = factors(scores, allowed);
        let stay = exp(staying(scores).clamp(-30.0, 30.0));
        let (mut forward, plain) = match stages.last() {
            None => (memory.begin(&paths.start), paths.start),
            Some(before) => (memory.forward(&before.forward, paths, stay), arrive(&before.plain, paths, stay)),
        };
        let mut plain = times(&plain, &mask(&factors, allowed.without_sides()));
        forward.iter_mut().take(memory.rows()).for_each(|row| *row = times(row, &factors));
        excess.add(scale(&mut plain), scale_all(&mut forward, memory));
        stages.push(Stage { factors, forward, plain, stay });
    }
    if let Some(last) = stages.last() {
        let all = meet(&last.forward, &memory.end(&paths.end), memory);
        excess.add(sum(&times(&last.plain, &paths.end)), sum(&all));
    }
    // A text that may well hold no view at all is read as one that holds none: views are never made up.
    let without_sides = || allowed.iter().map(|allowed| allowed.without_sides());
    let may_hold_views = allowed.iter().zip(without_sides()).any(|(allowed, plain)| *allowed != plain);
    let is_plain =
        may_hold_views && !without_sides().any(Allowed::is_empty) && excess.logarithm() > no_view.ln().into();
    if is_plain {
        for (stage, &allowed) in stages.iter_mut().zip(allowed) {
            stage.forward[0] = stage.plain;
            stage.factors = mask(&stage.factors, allowed.without_sides());
        }
    }
    walk_back(&stages, allowed, paths, if is_plain { Memory::Nothing } else { memory })
}

/// Goes back, sums up for each piece all ways that meet in each state, and takes the state where most meet.
fn walk_back(stages: &[Stage], allowed: &[Allowed], paths: &Paths, memory: Memory) -> Vec<Step> {
    let mut way = Vec::with_capacity(stages.len());
    let mut backward = memory.end(&paths.end);
    let single = |at: usize| allowed.get(at).and_then(|allowed| allowed.single());
    for (at, stage) in stages.iter().enumerate().rev() {
        let state = single(at).and_then(|state| State::ALL.get(state).copied()).filter(|state| !state.takes_side());
        if let Some(state) = state.filter(|_| memory == Memory::Nothing) {
            way.push(Step { state, share: 1.0, plain: (state, 1.0) });
            if at.checked_sub(1).is_some_and(|before| single(before).is_none()) {
                come_back(&only(state.index()), paths, stage.stay, &mut backward[0]);
            }
            continue;
        }
        scale_all(&mut backward, memory);
        let meeting = meet(&stage.forward, &backward, memory);
        let all = sum(&meeting).max(f32::MIN_POSITIVE);
        let most = |shares: &Lanes| {
            let most = largest(shares);
            let state = shares.iter().take(STATES).position(|&share| share == most).unwrap_or_default();
            (State::ALL.get(state).copied().unwrap_or(State::Other), most / all)
        };
        let (state, share) = most(&meeting);
        let plain = if state.takes_side() { most(&mask(&meeting, Allowed::NO_SIDE)) } else { (state, share) };
        way.push(Step { state, share, plain });
        backward.iter_mut().take(memory.rows()).for_each(|row| *row = times(row, &stage.factors));
        backward = memory.back(&backward, paths, stage.stay);
    }
    way.reverse();
    way
}

/// For each state the sum over the states before it.
#[inline(always)]
pub(super) fn arrive(before: &Lanes, paths: &Paths, stay: f32) -> Lanes {
    let mut after = times(before, &paths.diagonal);
    after.iter_mut().for_each(|slot| *slot *= stay - 1.0);
    for (share, row) in before.iter().zip(&paths.step).filter(|(share, _)| **share != 0.0) {
        after.iter_mut().zip(row).for_each(|(slot, factor)| *slot += share * factor);
    }
    after
}

/// For each state the sum over the states after it. A call of its own: inlined, its row is taken apart place by place.
#[inline(never)]
pub(super) fn come_back(onward: &Lanes, paths: &Paths, stay: f32, backward: &mut Lanes) {
    *backward = times(onward, &paths.diagonal);
    backward.iter_mut().for_each(|slot| *slot *= stay - 1.0);
    for (share, row) in onward.iter().zip(&paths.transposed).filter(|(share, _)| **share != 0.0) {
        backward.iter_mut().zip(row).for_each(|(slot, factor)| *slot += share * factor);
    }
}

/// The ways that meet in each state, whatever they remember.
#[inline(always)]
fn meet(forward: &Kept, backward: &Kept, memory: Memory) -> Lanes {
    let mut meeting = Lanes::default();
    for (there, back) in forward.iter().zip(backward).take(memory.rows()) {
        meeting.iter_mut().zip(times(there, back)).for_each(|(slot, share)| *slot += share);
    }
    meeting
}

/// Makes the rows in use sum to one, and gives what they summed to.
#[inline(always)]
fn scale_all(rows: &mut Kept, memory: Memory) -> f32 {
    let all = rows.iter().take(memory.rows()).map(sum).sum::<f32>().max(f32::MIN_POSITIVE);
    let share = 1.0 / all;
    rows.iter_mut().take(memory.rows()).flatten().for_each(|slot| *slot *= share);
    all
}

/// A row with 1 for one state.
#[inline(always)]
fn only(state: usize) -> Lanes {
    let mut row = [0.0; LANES];
    row.iter_mut().skip(state).take(1).for_each(|slot| *slot = 1.0);
    row
}

/// What staying in the state of the piece before is worth.
#[inline(always)]
fn staying(scores: &Lanes) -> f32 {
    scores.get(STAYING).copied().unwrap_or_default()
}

/// All bits in the places of the states that are allowed.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which checks it")]
fn bits(allowed: Allowed) -> [u32; LANES] {
    const BITS: [u32; LANES] = {
        let mut bits = [0; LANES];
        let mut state = 0;
        while state < STATES {
            bits[state] = 1 << state;
            state += 1;
        }
        bits
    };
    let mut bits = [0; LANES];
    bits.iter_mut().zip(&BITS).for_each(|(slot, bit)| *slot = if allowed.bits() & bit != 0 { u32::MAX } else { 0 });
    bits
}

/// The factor of each state of a piece, relative to its best.
#[inline(always)]
fn factors(scores: &Lanes, allowed: Allowed) -> Lanes {
    let best = largest(&or_never(scores, allowed));
    let best = if best.is_finite() { best } else { 0.0 };
    let mut row = *scores;
    row.iter_mut().for_each(|slot| *slot = exp(-larger(-larger(*slot - best, -60.0), 0.0)));
    mask(&row, allowed)
}

/// A row with 0 for what is not allowed.
#[inline(always)]
fn mask(row: &Lanes, allowed: Allowed) -> Lanes {
    let mut masked = *row;
    for (slot, bits) in masked.iter_mut().zip(bits(allowed)) {
        *slot = f32::from_bits(slot.to_bits() & bits);
    }
    masked
}

/// A row with minus infinity for what is not allowed.
#[inline(always)]
fn or_never(row: &Lanes, allowed: Allowed) -> Lanes {
    let mut masked = *row;
    for (slot, bits) in masked.iter_mut().zip(bits(allowed)) {
        *slot = f32::from_bits(slot.to_bits() & bits | f32::NEG_INFINITY.to_bits() & !bits);
    }
    masked
}

/// The largest number of a row, four places at a time.
#[inline(always)]
fn largest(row: &Lanes) -> f32 {
    let mut tops = [f32::NEG_INFINITY; 4];
    for four in row.chunks_exact(4) {
        tops.iter_mut().zip(four).for_each(|(top, &number)| *top = larger(*top, number));
    }
    larger(larger(tops[0], tops[2]), larger(tops[1], tops[3]))
}

/// The larger of two numbers, neither of which is NaN.
#[inline(always)]
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// Multiplies place by place.
#[inline(always)]
fn times(a: &Lanes, b: &Lanes) -> Lanes {
    let mut row = *a;
    row.iter_mut().zip(b).for_each(|(slot, b)| *slot *= b);
    row
}

/// The sum of a row, four places at a time.
#[inline(always)]
fn sum(row: &Lanes) -> f32 {
    let mut sums = [0.0; 4];
    for four in row.chunks_exact(4) {
        sums.iter_mut().zip(four).for_each(|(sum, number)| *sum += number);
    }
    (sums[0] + sums[2]) + (sums[1] + sums[3])
}

/// Makes a row sum to one, and gives what it summed to.
#[inline(always)]
fn scale(row: &mut Lanes) -> f32 {
    let sum = sum(row).max(f32::MIN_POSITIVE);
    let share = 1.0 / sum;
    row.iter_mut().for_each(|slot| *slot *= share);
    sum
}

/// How many times larger one product is than another, each of a factor for each piece.
#[derive(Debug, Clone, Copy)]
struct Excess {
    ratio: f64,
    /// The logarithm of what `ratio` has given up, so that it stays within bounds.
    logarithm: f64,
}

impl Default for Excess {
    fn default() -> Self {
        Self { ratio: 1.0, logarithm: 0.0 }
    }
}

impl Excess {
    #[inline(always)]
    fn add(&mut self, one: f32, other: f32) {
        self.ratio *= f64::from(one.max(f32::MIN_POSITIVE)) / f64::from(other.max(f32::MIN_POSITIVE));
        if !(1e-200..1e200).contains(&self.ratio) {
            self.logarithm += self.ratio.ln();
            self.ratio = 1.0;
        }
    }

    fn logarithm(self) -> f64 {
        self.logarithm + self.ratio.ln()
    }
}

/// The exponential of a number from -80 to 80, within two units in the last place: without a call and without a branch,
/// so that it is taken of several numbers at once.
#[inline(always)]
fn exp(x: f32) -> f32 {
    /// Added to a number below 2^22, it leaves its nearest whole number in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let whole = shifted - ROUND;
    // ln 2 in two parts, of which the first is exact in few bits.
    let rest = (x - whole * 0.693_359_4) - whole * -2.121_944_4e-4;
    // The Taylor series; the rest is at most half of ln 2.
    let series = 1.0 / 720.0;
    let series = series * rest + 1.0 / 120.0;
    let series = series * rest + 1.0 / 24.0;
    let series = series * rest + 1.0 / 6.0;
    let series = series * rest + 0.5;
    let series = series * rest + 1.0;
    let series = series * rest + 1.0;
    series * f32::from_bits(shifted.to_bits().wrapping_add(127) << 23)
}
