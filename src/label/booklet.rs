//! Voting booklets: those who ask for a vote, and the authorities who answer them.

use crate::lexicon::Sense;
use crate::model::{Perspective, Role, Stance};

use super::announce::Known;
use super::heading::{split_thesis, undecorated};
use super::lines::Lines;
use super::piece::Form;

/// Where only one side of a vote speaks under a heading of its own, what the authorities say is the other's.
pub(super) fn answer(lines: &Lines<'_>, known: &mut [Option<Known>]) {
    let stances = || known.iter().flatten().filter(|known| !known.runs_in).filter_map(|known| known.role.stance());
    let has = |wanted: Stance| stances().any(|stance| *stance == wanted);
    let rival = match (has(Stance::For), has(Stance::Against)) {
        (true, false) => Stance::Against,
        (false, true) => Stance::For,
        _ => return,
    };
    for at in 1..lines.pieces.len() {
        let is_open = known.get(at).is_some_and(|known| known.as_ref().is_none_or(|known| !known.takes_side()));
        let Some((piece, _)) = lines.get(at).filter(|_| is_open && lines.may_head(at) && lines.has_text(at + 1)) else {
            continue;
        };
        let text = undecorated(piece.text);
        let label = split_thesis(text).map_or(text, |(label, _)| label);
        let Some(holder) = authority(lines, label) else { continue };
        let mut perspective = Perspective::new(rival.clone());
        perspective.holder = Some(holder.to_owned());
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let is_bare = !piece.form.is_heading();
        if let Some(slot) = known.get_mut(at) {
            *slot = Some(Known { role: Role::from(perspective), level, is_bare, runs_in: false, is_hint: true });
        }
    }
}

/// The authority that a heading names beside words for a view, and nothing else.
fn authority<'a>(lines: &Lines<'_>, label: &'a str) -> Option<&'a str> {
    let mut named: Option<(usize, usize)> = None;
    let mut covered = Vec::new();
    lines.index.search_line(label, |hit| match lines.index.sense(hit.sense) {
        Some(Sense::Authority) => {
            let (from, to) = named.unwrap_or((hit.start as usize, hit.end as usize));
            named = Some((from.min(hit.start as usize), to.max(hit.end as usize)));
            covered.push(hit.start as usize..hit.end as usize);
        }
        Some(Sense::Function | Sense::View) => covered.push(hit.start as usize..hit.end as usize),
        _ => {}
    });
    let is_covered = |at: usize| covered.iter().any(|range| range.contains(&at));
    let is_whole = label.char_indices().all(|(at, c)| !c.is_alphanumeric() || is_covered(at));
    let (from, to) = named.filter(|_| is_whole)?;
    label.get(from..to)
}
