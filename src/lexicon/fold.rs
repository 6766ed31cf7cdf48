//! Words without case, accents and invisible marks: the form in which phrases are compared.

use super::hash::mix;

/// The longest word, in folded bytes, that is compared; what is beyond is left out.
const MAX_WORD: usize = 40;

/// A word of a text in folded form, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// The first byte in the text.
    pub(super) start: u32,
    /// The byte after its last.
    pub(super) end: u32,
    /// True where only spaces, apostrophes and hyphens lie between the word before and this one.
    pub(super) joined: bool,
    len: u8,
    /// The folded letters since the last whole eight, and the hash of those before.
    block: u64,
    state: u64,
    bytes: [u8; MAX_WORD],
}

impl Word {
    /// The folded letters.
    pub(super) fn folded(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// A hash of the folded letters.
    pub(super) const fn hash(&self) -> u64 {
        mix(self.state ^ self.block ^ ((self.len as u64) << 56))
    }

    /// The first four letters as a number, or `None` for a shorter word.
    pub(super) fn prefix(&self) -> Option<u32> {
        self.folded().first_chunk::<4>().map(|letters| u32::from_le_bytes(*letters))
    }

    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(usize::from(self.len)) {
            *slot = byte;
            self.block |= u64::from(byte) << (self.len % 8 * 8);
            self.len += 1;
            if self.len % 8 == 0 {
                self.state = mix(self.state ^ self.block);
                self.block = 0;
            }
        }
    }

    /// Appends a letter without case and accents. Marks and invisible characters leave nothing.
    fn push_folded(&mut self, c: char) {
        match u32::from(c) {
            0xC0..=0x17F => base_letters(c).bytes().for_each(|byte| self.push(byte)),
            _ if is_ignored(c) => {}
            _ => {
                for lower in c.to_lowercase().filter(|&lower| !is_ignored(lower)) {
                    let mut utf8 = [0; 4];
                    lower.encode_utf8(&mut utf8).bytes().for_each(|byte| self.push(byte));
                }
            }
        }
    }
}

/// The words of a text, in order.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The character at the current place, which is not ASCII.
    fn wide(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let bytes = self.text.as_bytes();
        let joined = self.at > 0;
        let mut word = Word { start: 0, end: 0, joined, len: 0, block: 0, state: 0, bytes: [0; MAX_WORD] };
        loop {
            let &byte = bytes.get(self.at)?;
            if byte.is_ascii_alphanumeric() {
                break;
            }
            if byte.is_ascii() {
                word.joined &= matches!(byte, b' ' | b'\'' | b'-' | b'\t' | b'*' | b'_');
                self.at += 1;
            } else {
                let c = self.wide()?;
                if is_letter(c) {
                    break;
                }
                word.joined &= joins(c);
                self.at += c.len_utf8();
            }
        }
        word.start = u32::try_from(self.at).unwrap_or(u32::MAX);
        while let Some(&byte) = bytes.get(self.at) {
            if byte.is_ascii_alphanumeric() {
                word.push(byte.to_ascii_lowercase());
                self.at += 1;
            } else if byte.is_ascii() {
                break;
            } else {
                let Some(c) = self.wide() else { break };
                if !is_letter(c) && !is_ignored(c) {
                    break;
                }
                word.push_folded(c);
                self.at += c.len_utf8();
            }
        }
        word.end = u32::try_from(self.at).unwrap_or(u32::MAX);
        Some(word)
    }
}

/// True for a letter or a digit that is not ASCII; the accented letters of Europe are known without a table.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{17F}')
        || (!matches!(c, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}') && c.is_alphanumeric())
        || matches!(c, 'ª' | 'µ' | 'º')
}

/// True for what may stand between two words of one phrase: spaces of any width, apostrophes, hyphens, marks.
fn joins(c: char) -> bool {
    c.is_whitespace()
        || is_ignored(c)
        || matches!(
            c,
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{02B9}' | '\u{2010}' | '\u{2011}' | '\u{00B4}'
        )
}

/// True for what folding leaves out: combining marks and characters without a shape.
fn is_ignored(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// The letters without accents for U+00C0 to U+017F; multiplication and division signs become nothing.
fn base_letters(c: char) -> &'static str {
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
    let position = u32::from(c).checked_sub(0xC0).and_then(|at| usize::try_from(at).ok());
    position.and_then(|at| BASE.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{MAX_WORD, Words};

    fn folded(text: &str) -> Vec<String> {
        Words::new(text).map(|word| String::from_utf8(word.folded().to_vec()).unwrap()).collect()
    }

    #[test]
    fn words_lose_case_accents_and_marks() {
        assert_eq!(folded("L’ÉTÉ à Nîmes"), ["l", "ete", "a", "nimes"]);
        assert_eq!(folded("re\u{301}fe\u{301}rence opti\u{ad}miste"), ["reference", "optimiste"]);
        assert_eq!(folded("Cœur, Straße; ŒUVRE"), ["coeur", "strasse", "oeuvre"]);
        assert_eq!(folded("PERSPECTİVE 25\u{202f}%"), ["perspective", "25"]);
    }

    #[test]
    fn punctuation_separates_phrases_and_apostrophes_do_not() {
        let joined: Vec<bool> = Words::new("d'un côté, best-case\u{a0}view").map(|word| word.joined).collect();
        assert_eq!(joined, [false, true, true, false, true, true]);
    }

    #[test]
    fn a_very_long_word_is_cut_and_its_end_is_right() {
        let text = "é".repeat(1000);
        let word = Words::new(&text).next().unwrap();
        assert_eq!((word.folded().len(), word.end), (MAX_WORD, 2000));
    }
}
