//! Which characters are letters, which may stand between the words of a phrase, and what letters are without accents.

/// What a byte may be in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A sign that parts phrases.
    Parts,
    /// The same, and it says something by itself: `?`, `!`, `%`, `$`, `|`, `#`.
    Sign,
    /// A sign that may stand between two words of one phrase.
    Joins,
    /// The first byte of a longer character.
    Wide,
    /// A small letter.
    Small,
    /// A capital.
    Capital,
    /// A digit.
    Digit,
}

impl Class {
    /// True for letters and digits.
    #[inline(always)]
    pub(super) const fn is_of_word(self) -> bool {
        self as u8 >= Self::Small as u8
    }
}

/// The class of every byte.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which checks it")]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Parts; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => Class::Small,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\'' | b'-' | b'\t' | b'\n' | b'\r' | b'*' | b'_' => Class::Joins,
            b'?' | b'!' | b'%' | b'$' | b'|' | b'#' => Class::Sign,
            0..=0x7F => Class::Parts,
            _ => Class::Wide,
        };
        byte += 1;
    }
    classes
};

/// The class of a byte.
#[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
#[inline(always)]
pub(super) const fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// For eight bytes at once: the lower-case letters and digits at their beginning, and how many these are.
#[inline(always)]
pub(super) const fn leading_letters(bytes: u64) -> (u64, u32) {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES * 0x80;
    // A byte with the high bit set is no ASCII; its bit is cleared here and put back as "not a letter" below.
    let low = bytes & !HIGH;
    let lower = low | (ONES * 0x20);
    let is_letter = (lower + ONES * (0x80 - b'a' as u64)) & !(lower + ONES * (0x7F - b'z' as u64));
    let is_digit = (low + ONES * (0x80 - b'0' as u64)) & !(low + ONES * (0x7F - b'9' as u64));
    let others = !((is_letter | is_digit) & !bytes) & HIGH;
    // All bits of the bytes before the first other one.
    let before = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
    (lower & before, others.trailing_zeros() / 8)
}

/// True for a letter or a digit; the accented letters of Europe are known without a table.
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{17F}')
        || (!matches!(c, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}') && c.is_alphanumeric())
        || matches!(c, 'ª' | 'µ' | 'º')
}

/// True for what may stand between two words of one phrase: spaces of any width, apostrophes, hyphens, marks.
pub(super) fn joins(c: char) -> bool {
    c.is_whitespace()
        || is_ignored(c)
        || matches!(
            c,
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{02B9}' | '\u{2010}' | '\u{2011}' | '\u{00B4}'
        )
}

/// True for what folding leaves out: combining marks and characters without a shape.
pub(super) fn is_ignored(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// The letters without accents for U+00C0 to U+017F; multiplication and division signs become nothing.
pub(super) fn base_letters(c: char) -> &'static str {
    let position = u32::from(c).checked_sub(0xC0).and_then(|at| usize::try_from(at).ok());
    position.and_then(|at| BASE.get(at)).copied().unwrap_or_default()
}

/// The letters without accents.
const BASE: [&str; 192] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // U+00C0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss", // U+00D0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // U+00E0
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y", // U+00F0
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", // U+0100
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", // U+0110
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", // U+0120
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", // U+0130
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", // U+0140
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // U+0150
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", // U+0160
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s", // U+0170
];

/// The one letter without an accent for U+00C0 to U+00FF, and 0 where there is none or more than one.
///
/// In UTF-8 these are the byte 0xC3 and one from 0x80 on.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which checks it")]
const SINGLE: [u8; 64] = {
    let mut single = [0; 64];
    let mut at = 0;
    while at < 64 {
        let base = BASE[at].as_bytes();
        if base.len() == 1 {
            single[at] = base[0];
        }
        at += 1;
    }
    single
};

/// The one letter without an accent for the byte that follows 0xC3.
#[inline(always)]
pub(super) fn single_letter(second: u8) -> Option<u8> {
    SINGLE.get(usize::from(second & 0x3F)).copied().filter(|&letter| letter != 0)
}

#[cfg(test)]
mod tests {
    use super::leading_letters;

    #[test]
    fn every_byte_is_told_apart_at_every_place() {
        for byte in 0..=255_u8 {
            for place in 0..8 {
                let mut block = *b"aBcDeF1h";
                block[place] = byte;
                let expected = if byte.is_ascii_alphanumeric() { 8 } else { place };
                let mut kept = block.map(|byte| byte.to_ascii_lowercase());
                kept[expected..].fill(0);
                let found = leading_letters(u64::from_le_bytes(block));
                assert_eq!(found, (u64::from_le_bytes(kept), expected as u32), "{byte:#x} at {place}");
            }
        }
    }
}
