//! What a way through the lattice remembers: which of the two opposed views it has gone through.
//!
//! A chain knows no more than the state before. In a text without headings a view is argued in one place, and hardly ever
//! without its rival; so ways that come back to a view they had left count for less, and so do those that end with one
//! of the two alone. A headline begins anew: what stands below it is another article.
//!
//! Both are parts of what a way counts otherwise. They were set on the labelled texts, each read with weights that were
//! not fitted on it; from a tenth to a thousandth for each, the figures hardly change.

use super::lattice::{Lanes, Paths, arrive, come_back};
use super::state::State;

/// What a way that comes back to a view counts for.
const RETURN: f32 = 0.1;

/// What a way that ends with one of the two views alone counts for.
const ALONE: f32 = 0.03;

/// What a way counts for that has gone through some of the views, at the end of an article.
const fn worth(views: usize) -> f32 {
    if matches!(views, 1 | 2) { ALONE } else { 1.0 }
}

/// The two views, each with its bit.
const VIEWS: [(usize, usize); 2] = [(State::Welcome.index(), 1), (State::Warning.index(), 2)];

const TITLE: usize = State::Title.index();

/// A row for each set of views that ways have gone through: neither, the one, the other, both.
pub(super) type Kept = [Lanes; 4];

/// What ways remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Memory {
    /// Nothing: all ways are in the first row.
    Nothing,
    /// The views that they have gone through.
    Views,
}

impl Memory {
    /// How many rows are in use.
    pub(super) const fn rows(self) -> usize {
        match self {
            Self::Nothing => 1,
            Self::Views => 4,
        }
    }

    /// The ways before the first piece.
    pub(super) fn begin(self, start: &Lanes) -> Kept {
        let mut kept = Kept::default();
        self.keep(&mut kept, 0, *start, |_, share| share);
        kept
    }

    /// What each set of views is worth behind the last piece.
    pub(super) fn end(self, end: &Lanes) -> Kept {
        let mut kept = Kept::default();
        for (views, row) in kept.iter_mut().enumerate().take(self.rows()) {
            *row = end.map(|share| share * worth(views));
        }
        kept
    }

    /// The ways from one piece to the next.
    pub(super) fn forward(self, before: &Kept, paths: &Paths, stay: f32) -> Kept {
        let mut kept = Kept::default();
        for (views, row) in before.iter().enumerate().take(self.rows()) {
            if row.iter().all(|&share| share == 0.0) {
                continue;
            }
            let stayed = |state| at(row, state) * paths.stays(state) * stay;
            let back = |state, share: f32| stayed(state) + (share - stayed(state)) * RETURN;
            self.keep(&mut kept, views, arrive(row, paths, stay), back);
        }
        kept
    }

    /// Adds ways that had gone through `views` before their last state; `back` gives what those count for that are in a
    /// view they had gone through.
    fn keep(self, kept: &mut Kept, views: usize, mut row: Lanes, back: impl Fn(usize, f32) -> f32) {
        if self == Self::Views {
            let mut pass = |row: &mut Lanes, state: usize, views: usize, share: f32| {
                put(row, state, 0.0);
                let others = kept.get_mut(views).and_then(|others| others.get_mut(state));
                others.into_iter().for_each(|slot| *slot += share);
            };
            for (state, bit) in VIEWS {
                let share = at(&row, state);
                if views & bit == 0 {
                    pass(&mut row, state, views | bit, share);
                } else {
                    put(&mut row, state, back(state, share));
                }
            }
            let share = at(&row, TITLE) * worth(views);
            pass(&mut row, TITLE, 0, share);
        }
        let own = kept.get_mut(views).into_iter().flatten();
        own.zip(row).for_each(|(slot, share)| *slot += share);
    }

    /// What the ways from a piece on are worth for each state of the piece before.
    pub(super) fn back(self, onward: &Kept, paths: &Paths, stay: f32) -> Kept {
        let mut kept = Kept::default();
        for (views, (slot, own)) in kept.iter_mut().zip(onward).enumerate().take(self.rows()) {
            let mut row = *own;
            if self == Self::Views {
                for (state, bit) in VIEWS {
                    let others = onward.get(views | bit).map_or(0.0, |others| at(others, state));
                    put(&mut row, state, if views & bit == 0 { others } else { others * RETURN });
                }
                let headlined = onward.first().map_or(0.0, |anew| at(anew, TITLE));
                put(&mut row, TITLE, headlined * worth(views));
            }
            come_back(&row, paths, stay, slot);
            for (state, _) in VIEWS.into_iter().filter(|(_, bit)| self == Self::Views && views & bit != 0) {
                let stayed = at(own, state) * (1.0 - RETURN) * paths.stays(state) * stay;
                put(slot, state, at(slot, state) + stayed);
            }
        }
        kept
    }
}

fn at(row: &Lanes, state: usize) -> f32 {
    row.get(state).copied().unwrap_or_default()
}

fn put(row: &mut Lanes, state: usize, share: f32) {
    row.iter_mut().skip(state).take(1).for_each(|slot| *slot = share);
}

#[cfg(test)]
mod tests {
    use super::{ALONE, Memory, RETURN};
    use crate::label::chain::{Allowed, Steps};
    use crate::label::lattice::{Lanes, Paths, STAYING, likeliest};
    use crate::label::state::{STATES, State};

    const PIECES: usize = 4;

    /// What a way counts for beyond its scores and steps.
    fn remembered(way: [usize; PIECES]) -> f32 {
        way.split(|&state| state == State::Title.index()).map(remembered_of_article).product()
    }

    fn remembered_of_article(way: &[usize]) -> f32 {
        let views = [State::Welcome.index(), State::Warning.index()];
        let visits = views.map(|view| {
            let comes = |at: usize| way[at] == view && (at == 0 || way[at - 1] != view);
            (0..way.len()).filter(|&at| comes(at)).count()
        });
        let returns: usize = visits.iter().map(|visits| visits.saturating_sub(1)).sum();
        let alone = visits.iter().filter(|&&visits| visits > 0).count() == 1;
        RETURN.powi(returns.try_into().unwrap()) * if alone { ALONE } else { 1.0 }
    }

    #[test]
    fn ways_that_come_back_or_hold_one_view_alone_count_for_less() {
        const STATES_HERE: [State; 5] = [State::Welcome, State::Warning, State::Summary, State::Own, State::Title];
        let states = STATES_HERE.map(State::index);
        let mut steps = Steps { start: [0.1; STATES], end: [0.2; STATES], step: [[0.0; STATES]; STATES] };
        for (from, row) in steps.step.iter_mut().enumerate() {
            row.iter_mut().enumerate().for_each(|(to, slot)| *slot = ((from * 7 + to * 3) % 5) as f32 * 0.3);
        }
        let lanes: [Lanes; PIECES] =
            std::array::from_fn(|t| std::array::from_fn(|s| ((t * 5 + s * 11) % 7) as f32 * 0.4));
        let allowed = [Allowed::any_of(&STATES_HERE); PIECES];
        let (mut all, mut through) = (0.0, [[0.0_f32; STATES]; PIECES]);
        for number in 0..states.len().pow(PIECES as u32) {
            let way: [usize; PIECES] =
                std::array::from_fn(|at| states[number / states.len().pow(at as u32) % states.len()]);
            let mut total = steps.start[way[0]] + lanes[0][way[0]] + steps.end[way[PIECES - 1]];
            for at in 1..PIECES {
                let stayed = if way[at] == way[at - 1] { lanes[at][STAYING] } else { 0.0 };
                total += steps.step[way[at - 1]][way[at]] + stayed + lanes[at][way[at]];
            }
            let share = total.exp() * remembered(way);
            all += share;
            way.iter().zip(&mut through).for_each(|(&state, shares)| shares[state] += share);
        }
        let found = likeliest(&lanes, &allowed, &Paths::new(&steps), Memory::Views, 1.0);
        for (step, shares) in found.iter().zip(&through) {
            let most = shares.iter().copied().fold(0.0, f32::max) / all;
            assert!((step.share - most).abs() < 1e-4, "{step:?} {most}");
            assert!((shares[step.state.index()] / all - most).abs() < 1e-6);
        }
    }
}
