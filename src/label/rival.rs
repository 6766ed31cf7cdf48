//! Two sides that are told apart by what they are for: "The case for the sack" and "The case for patience".

use crate::lexicon::{Cue, Sense};
use crate::model::{Perspective, Role, Stance};

use super::announce::Known;
use super::heading::undecorated;
use super::lines::Lines;

/// Where just two headings begin with the same words in favor of different things, and none is against, the second speaks
/// against what the first is for.
pub(super) fn oppose(lines: &Lines<'_>, known: &[Option<Known>], hints: &mut [(usize, Known)]) {
    let sides = known.iter().flatten().chain(hints.iter().map(|(_, hint)| hint));
    if sides.filter_map(|known| known.role.stance()).any(|stance| *stance == Stance::Against) {
        return;
    }
    let label = |role: &Role| role.as_perspective().and_then(|perspective| perspective.label.clone());
    let own = |(position, (at, hint)): (usize, &(usize, Known))| {
        let label = label(&hint.role).filter(|_| hint.role.stance() == Some(&Stance::For) && !hint.runs_in)?;
        let rest = undecorated(lines.pieces.get(*at)?.text).strip_prefix(label.as_str())?.trim().to_lowercase();
        (!rest.is_empty()).then(|| (position, label.to_lowercase(), rest))
    };
    let found: Vec<(usize, String, String)> = hints.iter().enumerate().filter_map(own).collect();
    let [(_, one, first), (position, other, second)] = found.as_slice() else { return };
    let Some((_, hint)) = hints.get_mut(*position).filter(|_| one == other && first != second) else { return };
    let mut perspective = Perspective::new(Stance::Against);
    perspective.label = label(&hint.role);
    hint.role = perspective.into();
}

/// The openers of two paragraphs of an essay: "On the one hand", and below it "On the other hand". Gives the line at which
/// the second ends.
pub(super) fn weigh_hands(lines: &Lines<'_>, known: &mut [Option<Known>]) -> Option<usize> {
    if known.iter().flatten().any(Known::takes_side) {
        return None;
    }
    let turns = |at: &usize| lines.shapes.get(*at).is_some_and(|shape| shape.opens(Cue::Contrast));
    let second = (1..lines.pieces.len()).filter(turns).find(|&at| lines.opens_with(at, &Sense::OtherHand))?;
    let first = (second.saturating_sub(MAX_BETWEEN)..second).rev().find(|&at| lines.opens_with(at, &Sense::OneHand))?;
    let valence = |at: usize| lines.shapes.get(at).map_or(0.0, |shape| shape.valence);
    let is_turned = valence(first) + CLEARLY < valence(second);
    let (one, other) = if is_turned { (Stance::Against, Stance::For) } else { (Stance::For, Stance::Against) };
    for (at, stance) in [(first, one), (second, other)] {
        if let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) {
            let role = Role::from(Perspective::new(stance));
            *slot = Some(Known { role, level: 6, is_bare: false, runs_in: true, is_hint: true });
        }
    }
    Some(second + 1)
}

/// How much brighter the second paragraph must be for it to be the one in favor.
const CLEARLY: f32 = 0.35;

/// How many paragraphs before the other hand the one may begin.
const MAX_BETWEEN: usize = 5;
