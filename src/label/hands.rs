//! Essays that weigh one hand against the other: "On the one hand …", "On the other hand …", and then both.

use crate::lexicon::{Cue, Sense};
use crate::model::{Perspective, Role, Stance};

use super::announce::Known;
use super::lines::Lines;
use super::piece::Form;

/// How much brighter the second paragraph must be for it to be the one in favor.
const CLEARLY: f32 = 0.35;

/// How many paragraphs before the other hand the one may begin.
const MAX_BETWEEN: usize = 5;

/// How many paragraphs after its first the second hand may go on.
const MAX_MORE: usize = 3;

/// The openers of two paragraphs of an essay: "On the one hand", and below it "On the other hand". A paragraph that adds
/// to the second goes on with it, and one that weighs both after it is a view of its own, as is what the
/// writer thinks below that. Gives the line at which the last of them ends.
pub(super) fn weigh_hands(lines: &Lines<'_>, known: &mut [Option<Known>]) -> Option<usize> {
    let is_writers = |known: &Known| known.role.stance() == Some(&Stance::Author);
    if known.iter().flatten().any(|known| known.takes_side() && !is_writers(known)) {
        return None;
    }
    let may_turn = |at: &usize| {
        let shape = lines.shapes.get(*at);
        shape.is_some_and(|shape| shape.is_glance || shape.opens(Cue::Contrast) || shape.opens(Cue::Balance))
    };
    let second = (1..lines.pieces.len()).filter(may_turn).find(|&at| lines.opens_with(at, &Sense::OtherHand))?;
    let first = (second.saturating_sub(MAX_BETWEEN)..second).rev().find(|&at| lines.opens_with(at, &Sense::OneHand))?;
    let is_turned = lines.look(first).valence + CLEARLY < lines.look(second).valence;
    let (one, other) = if is_turned { (Stance::Against, Stance::For) } else { (Stance::For, Stance::Against) };
    announce(known, first, one);
    announce(known, second, other);
    let opens = |at: usize, cue: Cue| {
        let is_text = lines.get(at).is_some_and(|(piece, _)| piece.form == Form::Paragraph) && lines.is_running(at);
        is_text && known.get(at).is_some_and(Option::is_none) && lines.look(at).opens(cue)
    };
    let ends = |at: usize| opens(at, Cue::Conclusion) || opens(at, Cue::Author);
    let weighs = |at: usize| opens(at, Cue::Balance) && !lines.opens_with(at, &Sense::OtherHand) && !ends(at);
    let is_more = |at: &usize| opens(*at, Cue::Addition) && !weighs(*at) && !ends(*at);
    let more = (second + 1..lines.pieces.len()).take(MAX_MORE).take_while(is_more).count();
    let mut end = second + 1 + more;
    let mut after = Vec::new();
    if weighs(end) {
        after.push((end, Stance::Mixed));
        end += 1;
    }
    if opens(end, Cue::Author) {
        after.push((end, Stance::Author));
        end += 1;
    }
    after.into_iter().for_each(|(at, stance)| announce(known, at, stance));
    Some(end)
}

/// Lets a paragraph announce a view.
fn announce(known: &mut [Option<Known>], at: usize, stance: Stance) {
    if let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) {
        let role = Role::from(Perspective::new(stance));
        *slot = Some(Known { role, level: 6, is_bare: false, runs_in: true, is_hint: true });
    }
}
