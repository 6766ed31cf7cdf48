//! The views of an article that take a side, and whether they lean one way.
//!
//! Both rules that count views look here, so that an article with too few of them is not also called one-sided.

use super::parts::Part;
use super::subject::Subject;
use crate::model::Stance;

/// How many views are needed before they can be weighed against each other.
const ENOUGH: usize = 2;

/// The views of an article that take a side. A reply counts as one: it answers the view that it belongs to.
#[derive(Debug, Default)]
pub(super) struct Views<'a> {
    count: usize,
    first: Option<&'a Stance>,
    /// The first stance that is not in the middle of its axis.
    leaning: Option<&'a Stance>,
    is_open: bool,
}

impl<'a> Views<'a> {
    pub(super) fn of(subject: &Subject<'a>) -> Self {
        let mut views = Self::default();
        for placed in subject.parts() {
            let Part::Section(section) = placed.part else { continue };
            match section.stance() {
                Some(stance) if stance.takes_side() => views.add(stance),
                None if placed.is_reply() => {
                    views.count += 1;
                    views.is_open = true;
                }
                _ => {}
            }
        }
        views
    }

    /// Counts a view. It leaves the balance open where it opposes the views before it, weighs both sides itself, stands
    /// on another axis, or does not say on which side it is.
    fn add(&mut self, stance: &'a Stance) {
        self.count += 1;
        let first = *self.first.get_or_insert(stance);
        let Some(step) = stance.step().filter(|_| *stance != Stance::Mixed && stance.axis() == first.axis()) else {
            self.is_open = true;
            return;
        };
        if step != 0 {
            let leaning = *self.leaning.get_or_insert(stance);
            self.is_open |= stance.opposes(leaning);
        }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The first stance that leans, where there are several views and none of them answers it.
    pub(super) fn one_side(&self) -> Option<&'a Stance> {
        self.leaning.filter(|_| self.count >= ENOUGH && !self.is_open)
    }
}
