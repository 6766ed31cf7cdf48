//! What is left of characters some of whose bytes were dropped.

use super::Evidence;
use super::encoding::Encoding;
use super::line::{Cell, Reading};
use crate::span::Span;

/// What is left of a character some of whose bytes were dropped on the way, so that nothing proves which one it was.
///
/// # Examples
///
/// ```
/// use commentary::mojibake::repair;
///
/// let repair = repair("Lâidée de lâÃ©tÃ©");
/// assert!(repair.losses.is_empty()); // The line holds sound letters too, so “â” may be meant.
///
/// let repair = commentary::mojibake::repair("LâidÃ©e de lâÃ©tÃ©");
/// assert_eq!(repair.losses.len(), 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loss {
    /// What is left, in the damaged text.
    pub span: Span,
    /// The character that most likely stood there, where one is likelier than the others. Nothing proves it.
    pub likely: Option<char>,
}

/// What is left in a line some of which is put back.
pub(super) fn beside(cells: &[Cell], reading: &Reading, in_text: usize) -> Vec<Loss> {
    let mut found = Vec::new();
    let mut at = 0;
    for sequence in reading.proved(in_text) {
        scan(cells, at, sequence.at, reading.encoding, reading.sound == 0, &mut found);
        at = sequence.at + sequence.cells;
    }
    scan(cells, at, cells.len(), reading.encoding, reading.sound == 0, &mut found);
    found
}

/// What is left in a line of a damaged text in which nothing is put back.
pub(super) fn alone(cells: &[Cell], evidence: &Evidence) -> Vec<Loss> {
    let Some(encoding) = Encoding::ALL.into_iter().rev().max_by_key(|&encoding| evidence.strong(encoding)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    scan(cells, 0, cells.len(), encoding, false, &mut found);
    found
}

/// Looks for what is left from one cell to another.
fn scan(cells: &[Cell], from: usize, to: usize, encoding: Encoding, is_damaged: bool, found: &mut Vec<Loss>) {
    let mut at = from;
    while at < to {
        let Some(cell) = cells.get(at) else { return };
        let byte = encoding.byte(cell.c).unwrap_or_default();
        let needed = match byte {
            0xC2 | 0xC3 | 0xC5 => 1,
            0xE2 => 2,
            0xF0 => 3,
            _ => 0,
        };
        let neighbour = |position: Option<usize>| position.and_then(|at| cells.get(at)).map(|cell| cell.c);
        let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
        // A capital between small letters, or before one, is no word of its own.
        let is_odd = cell.c.is_uppercase()
            && (before.is_some_and(char::is_lowercase) || after.is_some_and(|c| c.is_lowercase() && byte != 0xC5));
        if needed == 0 || !is_damaged && !is_odd {
            at += 1;
            continue;
        }
        let rest = cells.get(at + 1..to).unwrap_or_default().iter().take(needed);
        let is_inside = |cell: &&Cell| encoding.byte(cell.c).is_some_and(|byte| (0x80..0xC0).contains(&byte));
        let kept: Vec<u8> = rest.take_while(is_inside).filter_map(|cell| encoding.byte(cell.c)).collect();
        let next = at + 1 + kept.len();
        let span = cells.get(next - 1).map_or(cell.span, |last| cell.span.join(last.span));
        found.push(Loss { span, likely: likely(byte, &kept, before, neighbour(Some(next))) });
        at = next;
    }
}

/// The likeliest character of which these bytes are left.
fn likely(lead: u8, kept: &[u8], before: Option<char>, after: Option<char>) -> Option<char> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_lead = |c: char| matches!(c, 'Ã' | 'Ă' | 'Å' | 'Ć');
    match (lead, kept) {
        (0xC2, _) => Some('\u{a0}'),
        // A no-break space that became a plain one is kept as such beside the letter.
        (0xC3, []) if after == Some(' ') => Some('à'),
        (0xC3, []) => Some('É'),
        (0xC5, []) => Some('œ'),
        (0xE2, [0xA6]) => Some('…'),
        (0xE2, []) if is_letter(before) && after.is_some_and(|c| c.is_alphabetic() || is_lead(c)) => Some('’'),
        (0xE2, [0xAF]) => Some('\u{202f}'),
        (0xF0, _) => Some('👉'),
        _ => None,
    }
}
