//! Headings in one frame: beside "What the left is saying" and "What the right is saying", "What libertarians are saying".
//!
//! A heading that puts another group into the frame of two opposed ones announces the view of that group.

use crate::lexicon::Sense;
use crate::model::{Perspective, Role, Stance};

use super::announce::Known;
use super::heading::{parts, split_thesis, undecorated, unquoted};
use super::lines::Lines;
use super::piece::Form;

/// The words that headings of sides begin and end with.
#[derive(Debug, PartialEq, Eq)]
struct Frame {
    before: Vec<String>,
    after: Vec<String>,
}

/// The most words of a heading in a frame.
const MAX_WORDS: usize = 10;

/// Lets headings in the frame of others announce the view of whom they name.
pub(super) fn fill_frames(lines: &Lines<'_>, known: &mut [Option<Known>]) {
    let sides = known.iter().enumerate().filter_map(|(at, known)| {
        let known = known.as_ref().filter(|known| known.takes_side() && !known.runs_in)?;
        Some((at, known.level, known.role.stance()?.clone()))
    });
    let sides: Vec<(usize, u8, Stance)> = sides.collect();
    let mut frames: Vec<(Frame, u8)> = Vec::new();
    for (one, other) in sides.iter().zip(sides.iter().skip(1)).take(MAX_FRAMES) {
        if one.2 != other.2 && one.1 == other.1 {
            let frame = lines.label(one.0).zip(lines.label(other.0)).and_then(|(a, b)| lines.frame(a, b));
            frames.extend(frame.map(|frame| (frame, one.1)));
        }
    }
    let Some(&(first, ..)) = sides.first().filter(|_| !frames.is_empty()) else { return };
    for at in first + 1..lines.pieces.len() {
        let slot = known.get_mut(at);
        let Some(slot) =
            slot.filter(|slot| slot.as_ref().is_none_or(|known| known.role.stance() == Some(&Stance::Neutral)))
        else {
            continue;
        };
        let Some((piece, _)) = lines.get(at).filter(|_| lines.may_head(at)) else { continue };
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let Some(label) = lines.label(at) else { continue };
        let holder = frames.iter().filter(|(_, own)| *own == level).find_map(|(frame, _)| frame.slot(label));
        let Some(holder) = holder else { continue };
        let mut perspective = Perspective::new(Stance::Guest);
        perspective.holder = Some(unquoted(holder).to_owned());
        let role = Role::from(perspective);
        *slot = Some(Known { role, level, is_bare: !piece.form.is_heading(), runs_in: false, is_hint: false });
    }
}

/// How many pairs of headings are compared.
const MAX_FRAMES: usize = 8;

impl<'a> Lines<'a> {
    /// What a heading says before its thesis.
    fn label(&self, at: usize) -> Option<&'a str> {
        let text = undecorated(self.pieces.get(at)?.text);
        let label = split_thesis(text).map_or(text, |(label, _)| label);
        (label.split_whitespace().count() <= MAX_WORDS).then_some(label)
    }

    /// The words that two labels share at both ends, common words next to what differs left out.
    fn frame(&self, one: &str, other: &str) -> Option<Frame> {
        let (one, other) = (words(one), words(other));
        let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
        let left = one.len().min(other.len()).checked_sub(same + 1)?;
        let ends = one.iter().rev().zip(other.iter().rev()).take(left).take_while(|(one, other)| one == other).count();
        let is_common = |word: &String| parts(self.index, word).iter().any(|part| *part.sense == Sense::Function);
        let mut before: Vec<String> = one.iter().take(same).cloned().collect();
        while before.last().is_some_and(is_common) {
            before.pop();
        }
        let after = one.iter().skip(one.len() - ends).skip_while(|word| is_common(word)).cloned().collect();
        Some(Frame { before, after }).filter(|frame| !frame.before.is_empty() || !frame.after.is_empty())
    }
}

impl Frame {
    /// What a label puts into the frame, where it is in it.
    fn slot<'t>(&self, label: &'t str) -> Option<&'t str> {
        let all: Vec<&str> = label.split_whitespace().collect();
        let own = words(label);
        let inside = own.len().checked_sub(self.before.len() + self.after.len()).filter(|&inside| inside > 0)?;
        let fits = own.starts_with(&self.before) && own.ends_with(&self.after);
        let first = *all.get(self.before.len())?;
        let last = *all.get(self.before.len() + inside - 1)?;
        let (from, to) = (offset(label, first), offset(label, last) + last.len());
        label.get(from..to).filter(|_| fits)
    }
}

/// Where `part`, a slice of `whole`, begins in it.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The words of a label, in small letters.
fn words(label: &str) -> Vec<String> {
    label.split_whitespace().map(str::to_lowercase).collect()
}
