//! Words without case, accents and invisible marks: the form in which phrases are compared.

use super::hash::mix;

/// How many folded letters of a word are kept; of a longer one only the hash of the rest is.
const KEPT: usize = 16;

/// A word of a text in folded form, and where it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// The first byte in the text.
    pub(crate) start: u32,
    /// The byte after its last.
    pub(crate) end: u32,
    /// True where only spaces, apostrophes and hyphens lie between the word before and this one.
    pub(crate) joined: bool,
    /// The number of folded letters, up to 255.
    len: u8,
    /// The first sixteen folded letters, the first in the lowest byte; nothing where there are fewer.
    letters: [u64; 2],
    /// A hash of the letters after those.
    rest: u64,
}

impl Word {
    /// A hash of the folded letters.
    pub(crate) const fn hash(&self) -> u64 {
        let [first, second] = self.letters;
        if second == 0 { mix(first) } else { mix(mix(first) ^ second ^ self.rest) }
    }

    /// The first four letters as a number, or `None` for a shorter word.
    pub(super) const fn prefix(&self) -> Option<u32> {
        if self.len < 4 { None } else { Some(self.letters[0] as u32) }
    }

    /// The letters as a stem: the first sixteen.
    pub(super) const fn stem(&self) -> Stem {
        Stem { letters: self.letters, len: if self.len < KEPT as u8 { self.len } else { KEPT as u8 } }
    }

    /// True where the word begins with a stem.
    pub(super) const fn begins_with(&self, stem: &Stem) -> bool {
        let [first, second] = stem.masks();
        self.letters[0] & first == stem.letters[0] && self.letters[1] & second == stem.letters[1]
    }

    fn push(&mut self, byte: u8) {
        let byte = u64::from(byte);
        match self.len {
            at @ 0..8 => self.letters[0] |= byte << (at * 8),
            at @ 8..16 => self.letters[1] |= byte << ((at - 8) * 8),
            _ => self.rest = mix(self.rest ^ byte),
        }
        self.len = self.len.saturating_add(1);
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

/// The beginning of a word: up to sixteen folded letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stem {
    letters: [u64; 2],
    len: u8,
}

impl Stem {
    /// All bits of the bytes that hold its letters.
    const fn masks(&self) -> [u64; 2] {
        const fn mask(bytes: u8) -> u64 {
            if bytes >= 8 { u64::MAX } else { (1 << (bytes * 8)) - 1 }
        }
        [mask(self.len), mask(self.len.saturating_sub(8))]
    }
}

/// The words of a text, in order.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

/// What a byte may be in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A sign that parts phrases.
    Parts,
    /// A sign that may stand between two words of one phrase.
    Joins,
    /// A letter or a digit.
    Letter,
    /// The first byte of a longer character.
    Wide,
}

/// The class of every byte.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which checks it")]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Parts; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Class::Letter,
            b' ' | b'\'' | b'-' | b'\t' | b'\n' | b'\r' | b'*' | b'_' => Class::Joins,
            0..=0x7F => Class::Parts,
            _ => Class::Wide,
        };
        byte += 1;
    }
    classes
};

/// The class of a byte.
#[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
const fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// For eight bytes at once: the lower-case letters and digits at their beginning, and how many these are.
const fn leading_letters(block: [u8; 8]) -> (u64, u32) {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES * 0x80;
    let bytes = u64::from_le_bytes(block);
    // A byte with the high bit set is no ASCII; its bit is cleared here and put back as "not a letter" below.
    let low = bytes & !HIGH;
    let lower = low | (ONES * 0x20);
    let is_letter = (lower + ONES * (0x80 - b'a' as u64)) & !(lower + ONES * (0x7F - b'z' as u64));
    let is_digit = (low + ONES * (0x80 - b'0' as u64)) & !(low + ONES * (0x7F - b'9' as u64));
    let others = !((is_letter | is_digit) & !bytes) & HIGH;
    let count = others.trailing_zeros() / 8;
    let kept = if count >= 8 { u64::MAX } else { (1 << (count * 8)) - 1 };
    (lower & kept, count)
}

impl<'a> Words<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The character at the current place, which is not ASCII.
    #[inline(always)]
    fn wide(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Goes to the first letter of the next word; true where no sign parts it from the word before.
    #[inline(always)]
    fn skip_gap(&mut self) -> Option<bool> {
        let bytes = self.text.as_bytes();
        let mut joined = true;
        loop {
            match class(*bytes.get(self.at)?) {
                Class::Letter => return Some(joined),
                Class::Joins => self.at += 1,
                Class::Parts => {
                    joined = false;
                    self.at += 1;
                }
                Class::Wide => {
                    let c = self.wide()?;
                    if is_letter(c) {
                        return Some(joined);
                    }
                    joined &= joins(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline(always)]
    fn next(&mut self) -> Option<Word> {
        let is_first = self.at == 0;
        let joined = self.skip_gap()? && !is_first;
        let bytes = self.text.as_bytes();
        let mut word = Word { start: u32::try_from(self.at).unwrap_or(u32::MAX), joined, ..Word::default() };
        if let Some(block) = bytes.get(self.at..).and_then(|rest| rest.first_chunk::<8>()) {
            let (letters, count) = leading_letters(*block);
            word.letters[0] = letters;
            word.len = count as u8;
            self.at += count as usize;
            if let (8, Some(block)) = (count, bytes.get(self.at..).and_then(|rest| rest.first_chunk::<8>())) {
                let (letters, count) = leading_letters(*block);
                word.letters[1] = letters;
                word.len += count as u8;
                self.at += count as usize;
            }
        }
        while let Some(&byte) = bytes.get(self.at) {
            match class(byte) {
                Class::Letter => {
                    word.push(byte.to_ascii_lowercase());
                    self.at += 1;
                }
                Class::Joins | Class::Parts => break,
                Class::Wide => {
                    let Some(c) = self.wide() else { break };
                    if !is_letter(c) && !is_ignored(c) {
                        break;
                    }
                    word.push_folded(c);
                    self.at += c.len_utf8();
                }
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
    use super::Words;

    /// The folded words, up to their sixteenth letter.
    fn folded(text: &str) -> Vec<String> {
        let letters =
            |word: super::Word| word.letters.iter().flat_map(|block| block.to_le_bytes()).collect::<Vec<u8>>();
        let texts = Words::new(text).map(|word| String::from_utf8(letters(word)).unwrap());
        texts.map(|text| text.trim_end_matches('\0').to_owned()).collect()
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
    fn the_fast_way_and_the_slow_way_agree() {
        // A soft hyphen sends the rest of a word the slow way.
        for word in [
            "a", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopqrstu", "2025er",
            "AbCdEfGhIj",
        ] {
            let fast = Words::new(word).next().unwrap();
            let slow: Vec<super::Word> = (1..word.len())
                .map(|at| Words::new(&format!("{}\u{ad}{} ", &word[..at], &word[at..])).next().unwrap())
                .collect();
            assert!(slow.iter().all(|slow| slow.hash() == fast.hash() && slow.len == fast.len), "{word}");
        }
    }

    #[test]
    fn every_byte_is_told_apart_at_every_place() {
        for byte in 0..=255_u8 {
            for place in 0..8 {
                let mut block = *b"abcdefgh";
                block[place] = byte;
                let expected = if byte.is_ascii_alphanumeric() { 8 } else { place as u32 };
                assert_eq!(super::leading_letters(block).1, expected, "{byte:#x} at {place}");
            }
        }
    }

    #[test]
    fn stems_are_beginnings() {
        let word = |text: &str| Words::new(text).next().unwrap();
        for (stem, text, expected) in [
            ("optim", "optimiste", true),
            ("optimiste", "optim", false),
            ("inconstitu", "inconstitutionnel", true),
            ("inconstituX", "inconstitutionnel", false),
        ] {
            assert_eq!(word(text).begins_with(&word(stem).stem()), expected, "{stem} {text}");
        }
    }

    #[test]
    fn a_very_long_word_ends_where_it_ends() {
        let text = "é".repeat(1000);
        assert_eq!(Words::new(&text).next().unwrap().end, 2000);
        let other = "é".repeat(999) + "a";
        assert_ne!(Words::new(&text).next().unwrap().hash(), Words::new(&other).next().unwrap().hash());
    }
}
