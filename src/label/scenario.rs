//! Scenarios and camps: headings in a row that give a likelihood, a condition, or a slogan, and name no stance.
//!
//! Which of them hopes and which fears is told by their words, against those of the others.

use crate::lexicon::Sense;
use crate::model::{Axis, Perspective, Role, Stance};

use super::announce::Known;
use super::heading::{likelihood, read, split_thesis, undecorated, unquoted};
use super::lines::{Lines, is_quoted};
use super::piece::Form;

/// The most words of such a heading.
const MAX_WORDS: u32 = 12;

/// The most headings of one row.
const MAX_VIEWS: usize = 6;

/// The most paragraphs below a heading that are weighed.
const MAX_PARAGRAPHS: usize = 4;

/// How far apart the brightest and the darkest must lie for them to be told from each other.
const APART: f32 = 0.25;

/// What makes headings alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// "The dry canal (35%)".
    Likelihood,
    /// "If it rains".
    Condition,
    /// "The Gardeners: “It will grow”".
    Slogan,
}

/// Lets headings in a row announce a view each.
pub(super) fn imagine(lines: &Lines<'_>, known: &mut [Option<Known>]) {
    let is_other = |known: &Known| {
        let axis = known.role.stance().and_then(Stance::axis);
        !known.is_hint && matches!(axis, Some(Axis::Position | Axis::Politics))
    };
    if known.iter().flatten().any(is_other) {
        return;
    }
    for likeness in [Likeness::Likelihood, Likeness::Condition, Likeness::Slogan] {
        let is_own = |at: &usize| lines.likeness(*at) == Some(likeness);
        let found: Vec<usize> = (1..lines.pieces.len()).filter(is_own).take(MAX_VIEWS + 1).collect();
        if (2..=MAX_VIEWS).contains(&found.len()) {
            row(lines, known, &found, likeness);
        }
    }
}

/// Lets the headings of one row announce their views.
fn row(lines: &Lines<'_>, known: &mut [Option<Known>], found: &[usize], likeness: Likeness) {
    let named = |at: usize| {
        let known = known.get(at).and_then(Option::as_ref).filter(|known| known.takes_side())?;
        known.role.stance().cloned()
    };
    let stances: Vec<Option<Stance>> = found.iter().map(|&at| named(at)).collect();
    let told = lines.told_apart(found, &stances);
    let is_clear = told.iter().flatten().any(|stance| *stance != Stance::Base);
    if likeness == Likeness::Condition && !is_clear && stances.iter().all(Option::is_none) {
        return;
    }
    for ((&at, stance), told) in found.iter().zip(&stances).zip(told) {
        let Some((piece, _)) = lines.get(at).filter(|_| stance.is_none()) else { continue };
        let stance = told.unwrap_or(match likeness {
            Likeness::Slogan => Stance::Guest,
            Likeness::Likelihood | Likeness::Condition => Stance::Base,
        });
        let mut perspective = Perspective::new(stance);
        let text = undecorated(piece.text);
        perspective.likelihood = likelihood(text);
        if let Some((holder, thesis)) = split_thesis(text).filter(|_| likeness == Likeness::Slogan) {
            perspective.holder = Some(holder.to_owned());
            perspective.thesis = Some(unquoted(thesis).to_owned());
        }
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let is_bare = !piece.form.is_heading();
        if let Some(slot) = known.get_mut(at) {
            *slot = Some(Known { role: Role::from(perspective), level, is_bare, runs_in: false, is_hint: true });
        }
    }
}

impl Lines<'_> {
    /// What a line has in common with others, where it is a heading of this kind.
    fn likeness(&self, at: usize) -> Option<Likeness> {
        let (piece, _) = self.get(at).filter(|(_, shape)| shape.words <= MAX_WORDS)?;
        if !self.may_head(at) || !self.has_text(at + 1) {
            return None;
        }
        let text = undecorated(piece.text);
        if text.ends_with(['%', ')']) && likelihood(text).is_some() {
            return Some(Likeness::Likelihood);
        }
        let mut is_condition = false;
        self.index.search_line(text, |hit| {
            is_condition |= hit.start == 0 && self.index.sense(hit.sense) == Some(&Sense::Condition);
        });
        if is_condition && !text.ends_with('?') {
            return Some(Likeness::Condition);
        }
        let (holder, _) = split_thesis(text)?;
        let slogan = split_thesis(piece.text)?.1;
        let is_camp = (1..=4).contains(&holder.split_whitespace().count()) && is_quoted(slogan.trim());
        let is_role = read(self.index, holder).is_some_and(|role| role.stance().is_none());
        (is_camp && !is_role).then_some(Likeness::Slogan)
    }

    /// Which of several scenarios is the likeliest, which hopes and which fears, by their words against those of the
    /// others. `None` for those that have a stance already, and those that cannot be told.
    pub(super) fn told_apart(&self, row: &[usize], stances: &[Option<Stance>]) -> Vec<Option<Stance>> {
        let brightness: Vec<f32> = row.iter().map(|&at| self.brightness(at, row)).collect();
        let likeliest = self.likeliest(row, stances);
        let weighed = || brightness.iter().zip(row).filter(|(_, at)| Some(**at) != likeliest).map(|(own, _)| *own);
        let most = weighed().fold(f32::MIN, f32::max);
        let least = weighed().fold(f32::MAX, f32::min);
        let is_clear = most - least >= APART;
        let has = |one: Stance, other: Stance| stances.iter().flatten().any(|own| *own == one || *own == other);
        let has_hope = has(Stance::Optimistic, Stance::Bull);
        let has_fear = has(Stance::Pessimistic, Stance::Bear);
        let tell = |((at, own), stance): ((&usize, f32), &Option<Stance>)| match stance {
            Some(_) => None,
            None if Some(*at) == likeliest => Some(Stance::Base),
            None if is_clear && own >= most && !has_hope => Some(Stance::Optimistic),
            None if is_clear && own <= least && !has_fear => Some(Stance::Pessimistic),
            None => None,
        };
        row.iter().zip(brightness).zip(stances).map(tell).collect()
    }

    /// The one of three or more that is likelier than each other, where no other is named the likeliest and its words say
    /// neither good nor ill.
    fn likeliest(&self, row: &[usize], stances: &[Option<Stance>]) -> Option<usize> {
        let likelihood = |at: usize| likelihood(self.pieces.get(at)?.text);
        if row.len() < 3 || stances.iter().flatten().any(|stance| stance.axis().is_none() || *stance == Stance::Base) {
            return None;
        }
        let best = row.iter().copied().filter_map(|at| Some((at, likelihood(at)?))).max_by_key(|(_, share)| *share)?;
        let is_alone = row.iter().filter(|&&at| likelihood(at) == Some(best.1)).count() == 1;
        (is_alone && self.look(best.0).valence.abs() < APART).then_some(best.0)
    }

    /// How bright a heading and what stands below it are, up to the next of its kind.
    fn brightness(&self, at: usize, row: &[usize]) -> f32 {
        let below = (at + 1..self.pieces.len()).take_while(|at| !row.contains(at) && self.is_running(*at));
        let below: Vec<f32> = below.take(MAX_PARAGRAPHS).map(|at| self.look(at).valence).collect();
        let body = below.iter().sum::<f32>() / below.len().max(1) as f32;
        2.0 * self.look(at).valence + body
    }
}
