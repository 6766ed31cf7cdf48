//! Who speaks again: below "YES Anna Berg" and "NO Tom Oldroyd", the lines "Anna" and "Tom:" open their parts.

use crate::model::{Role, Stance};

use super::announce::Known;
use super::lines::Lines;
use super::piece::Form;

/// The most people whose names are looked for.
const MAX_SPEAKERS: usize = 8;

/// Lets a line that is the name of someone who holds a view, or begins with it and a colon, announce that view again.
pub(super) fn speak_again(lines: &Lines<'_>, known: &mut [Option<Known>]) {
    let mut speakers: Vec<(String, Role)> = Vec::new();
    for role in known.iter().flatten().filter(|known| known.takes_side()).map(|known| &known.role) {
        let Some(holder) = role.as_perspective().and_then(|perspective| perspective.holder.as_deref()) else {
            continue;
        };
        if role.stance() != Some(&Stance::Author) && speakers.len() < MAX_SPEAKERS {
            speakers.push((holder.to_owned(), role.clone()));
        }
    }
    if speakers.len() < 2 {
        return;
    }
    for at in 1..lines.pieces.len() {
        let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) else { continue };
        let Some((piece, _)) = lines.get(at) else { continue };
        let (name, is_alone) = match piece.text.split_once([':', '：', '–', '—']) {
            Some((name, rest)) => (name.trim(), rest.trim().is_empty()),
            None => (piece.text.trim(), true),
        };
        let mut called = speakers.iter().filter(|(holder, _)| is_called(holder, name));
        let (Some((_, role)), None) = (called.next(), called.next()) else { continue };
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let has_text = if is_alone { lines.is_running(at + 1) } else { piece.text.split_whitespace().count() > 4 };
        if has_text {
            let is_bare = !piece.form.is_heading();
            *slot = Some(Known { role: role.clone(), level, is_bare, runs_in: !is_alone, is_hint: true });
        }
    }
}

/// True where a name is that of a person, whole or one word of it.
fn is_called(holder: &str, name: &str) -> bool {
    let same = |word: &str| word.len() > 1 && word.to_lowercase() == name.to_lowercase();
    same(holder) || holder.split_whitespace().any(same)
}
