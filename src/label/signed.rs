//! Columns that their writers sign: two headings, each with a name below, in a text that asks a question.
//!
//! Where two people answer, the first speaks for and the second against, as debates are printed.

use crate::model::{Perspective, Role, Stance};

use super::announce::Known;
use super::lines::Lines;
use super::piece::Form;

/// How many pieces from the beginning may ask the question.
const HEAD: usize = 6;

/// Lets two signed headings announce a view for and one against, where nothing else names sides.
pub(super) fn sign(lines: &Lines<'_>, named: &[Stance], known: &mut [Option<Known>]) {
    if known.iter().flatten().any(Known::takes_side) {
        return;
    }
    let is_column = |at: &usize| {
        known.get(*at).is_some_and(Option::is_none)
            && lines.may_head(*at)
            && lines.is_signature(at + 1)
            && !lines.is_signature(*at)
            && lines.is_running(at + 2)
    };
    let found: Vec<usize> = (1..lines.pieces.len()).filter(is_column).take(3).collect();
    let &[first, second] = found.as_slice() else { return };
    let asks = |at: usize| lines.pieces.get(at).is_some_and(|piece| piece.text.trim_end().ends_with('?'));
    if second - first < 3 || (named.is_empty() && !(0..first.min(HEAD)).any(asks)) {
        return;
    }
    for (at, stance) in [(first, Stance::For), (second, Stance::Against)] {
        let Some((piece, _)) = lines.get(at) else { continue };
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let mut perspective = Perspective::new(stance);
        perspective.thesis = Some(super::heading::unquoted(piece.text).to_owned());
        perspective.holder = lines.signatory(at + 1);
        let role = Role::from(perspective);
        let own = Known { role, level, is_bare: !piece.form.is_heading(), runs_in: false, is_hint: true };
        if let Some(slot) = known.get_mut(at) {
            *slot = Some(own);
        }
    }
}

impl Lines<'_> {
    /// The name in a signature.
    fn signatory(&self, at: usize) -> Option<String> {
        let (piece, _) = self.get(at)?;
        let name = piece.text.split([',', '|', '·', '(']).next()?.trim();
        self.is_full_name(name).then(|| name.to_owned())
    }
}
