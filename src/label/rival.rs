//! Two sides that are told apart by what they are for: "The case for the sack" and "The case for patience".

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
