//! One line: where it holds the bytes of UTF-8 as characters, and how sure that is.

use super::Encoding;
use crate::span::Span;

/// A character, where it stood before anything was repaired, and what was done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) c: char,
    /// The bytes of the damaged text that it came from.
    pub(super) span: Span,
    /// The encoding that was undone last, and how many were.
    pub(super) encoding: Option<Encoding>,
    pub(super) rounds: u8,
}

/// How sure it is that some characters are the bytes of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// Nobody writes these characters beside one another.
    Strong,
    /// A capital and a sign that may follow a word: `AMANHÃ”`. Other damage in the text must bear it out.
    Weak,
    /// The character that they would make is rare. Other damage in the line must bear it out.
    Alien,
}

/// Characters that are the bytes of one: from which cell, how many, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) at: usize,
    pub(super) cells: usize,
    pub(super) meant: char,
    pub(super) proof: Proof,
}

/// A line as it looks where it was misread as one encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) encoding: Encoding,
    pub(super) sequences: Vec<Sequence>,
    /// How many characters beyond ASCII are neither in a sequence nor what is left of one.
    pub(super) sound: usize,
    /// How many of the characters that are meant would stand oddly: a capital after a small letter, a rare letter.
    pub(super) odd: usize,
}

impl Reading {
    /// Reads a line; nothing where it holds no sequence.
    pub(super) fn of(cells: &[Cell], encoding: Encoding) -> Option<Self> {
        let mut reading = Self { encoding, sequences: Vec::new(), sound: 0, odd: 0 };
        let mut at = 0;
        let mut before: Option<char> = None;
        while let Some(cell) = cells.get(at) {
            if cell.c.is_ascii() {
                (at, before) = (at + 1, Some(cell.c));
                continue;
            }
            match sequence(cells, at, encoding) {
                Some(sequence) => {
                    let after_small = before.is_some_and(char::is_lowercase);
                    reading.odd +=
                        usize::from(!is_usual(sequence.meant) || after_small && sequence.meant.is_uppercase());
                    (at, before) = (at + sequence.cells, Some(sequence.meant));
                    reading.sequences.push(sequence);
                }
                None => {
                    reading.sound += usize::from(!is_left(encoding, cell.c));
                    (at, before) = (at + 1, Some(cell.c));
                }
            }
        }
        (!reading.sequences.is_empty()).then_some(reading)
    }

    /// How many sequences prove themselves.
    pub(super) fn strong(&self) -> usize {
        self.sequences.iter().filter(|sequence| sequence.proof == Proof::Strong).count()
    }

    /// The sequences that are proved, in a text where `in_text` others prove themselves.
    pub(super) fn proved(&self, in_text: usize) -> impl Iterator<Item = &Sequence> {
        let strong = self.strong();
        let is_all = self.sound == 0;
        self.sequences.iter().filter(move |sequence| match sequence.proof {
            Proof::Strong => true,
            Proof::Weak => is_all && in_text > 0,
            Proof::Alien => is_all && strong > 0,
        })
    }
}

/// The first bytes of the characters that most texts in European languages hold beyond ASCII.
const LEADS: [u8; 6] = [0xC2, 0xC3, 0xC4, 0xC5, 0xE2, 0xF0];

/// True for the character of such a byte, and for one that only stands inside a sequence: what is left where other bytes
/// were lost.
pub(super) fn is_left(encoding: Encoding, c: char) -> bool {
    encoding.byte(c).is_some_and(|byte| LEADS.contains(&byte) || (0x80..0xC0).contains(&byte) && !is_common(c))
}

/// True for signs that stand by themselves in sound texts.
const fn is_common(c: char) -> bool {
    matches!(
        c,
        '\u{a0}'
            | '«'
            | '»'
            | '°'
            | '²'
            | '³'
            | '½'
            | '€'
            | '’'
            | '‘'
            | '“'
            | '”'
            | '„'
            | '…'
            | '–'
            | '—'
            | '•'
            | '·'
            | '©'
            | '®'
            | '™'
            | '§'
            | '£'
            | '¿'
            | '¡'
            | 'ª'
            | 'º'
            | 'œ'
            | 'Œ'
            | 'š'
            | 'Š'
            | 'ž'
            | 'Ž'
            | 'Ÿ'
            | '\u{ad}'
    )
}

/// The character whose UTF-8 bytes stand as characters from cell `at` on.
fn sequence(cells: &[Cell], at: usize, encoding: Encoding) -> Option<Sequence> {
    let byte = |ahead: usize| cells.get(at + ahead).and_then(|cell| encoding.byte(cell.c));
    let lead = byte(0)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [0_u8; 4];
    for (ahead, slot) in bytes.iter_mut().take(length).enumerate() {
        *slot = byte(ahead).filter(|byte| ahead == 0 || (0x80..0xC0).contains(byte))?;
    }
    let meant = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    let neighbour = |position: Option<usize>| position.and_then(|at| cells.get(at)).map(|cell| cell.c);
    let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(length)));
    let last = neighbour(at.checked_add(1))?;
    let proof = match (is_likely(meant), length) {
        (true, 2) if may_be_meant(before, last, after) => Proof::Weak,
        (true, _) => Proof::Strong,
        (false, _) if meant.is_alphanumeric() || meant.is_control() => Proof::Alien,
        _ => return None,
    };
    Some(Sequence { at, cells: length, meant, proof })
}

/// True where a capital and the sign after it may be just that: the end of a word in capitals, or a letter by itself.
fn may_be_meant(before: Option<char>, sign: char, after: Option<char>) -> bool {
    /// Signs after which a word may follow at once.
    const TIGHT: [char; 15] = ['\u{a0}', '«', '»', '‘', '’', '“', '”', '„', '‚', '…', '–', '—', '•', '‹', '›'];
    /// Signs that may follow a word.
    const LOOSE: [char; 16] = ['²', '³', '¹', 'º', 'ª', '°', '®', '™', '©', '†', '‡', '´', '¨', '¸', '·', '¡'];
    let is_inside = before.is_some_and(char::is_lowercase);
    let goes_on = after.is_some_and(char::is_alphanumeric);
    !is_inside && (TIGHT.contains(&sign) || LOOSE.contains(&sign) && !goes_on)
}

/// True for the characters that texts in European languages hold: letters of Latin-1, punctuation, signs, pictographs,
/// and what the encodings themselves have beside these.
fn is_likely(c: char) -> bool {
    Encoding::Iso8859_16.byte(c).is_some() && !c.is_control()
        || matches!(c,
        '\u{A0}'..='\u{FF}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ÿ' | 'Ž' | 'ž' | 'ƒ' | 'ˆ' | '˜' | '\u{2000}'..='\u{206F}'
        | '\u{20A0}'..='\u{20CF}' | '\u{2100}'..='\u{214F}' | '\u{2190}'..='\u{23FF}' | '\u{2460}'..='\u{27BF}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{FE0F}' | '\u{FEFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// True for what is no letter, and for the letters of German, English, Spanish, French, Italian and Portuguese.
fn is_usual(c: char) -> bool {
    const LETTERS: &str = "àáâãäçèéêëìíîïñòóôõöùúûüÿßœæªºÀÁÂÃÄÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜŸŒÆ";
    !c.is_alphabetic() || LETTERS.contains(c)
}
