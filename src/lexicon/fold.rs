//! Words without case, accents and invisible marks: the form in which phrases are compared.

use super::hash::{mix, word_key};
use super::letters::{Class, base_letters, class, is_ignored, is_letter, joins, leading_letters, single_letter};

/// How many folded letters of a word are kept; of a longer one only the hash of the rest is.
const KEPT: u32 = 16;

/// A word of a text in folded form, and where it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// The first sixteen folded letters, the first in the lowest byte; nothing where there are fewer.
    letters: [u64; 2],
    /// A hash of the folded letters.
    hash: u64,
    /// The first byte in the text.
    pub(crate) start: u32,
    /// The byte after its last.
    pub(crate) end: u32,
    /// True where only spaces, apostrophes and hyphens lie between the word before and this one.
    pub(crate) joined: bool,
}

impl Word {
    /// A hash of the folded letters.
    #[inline(always)]
    pub(crate) const fn hash(&self) -> u64 {
        self.hash
    }

    /// The first four letters as a number; a word of fewer has a zero in it.
    #[inline(always)]
    pub(super) const fn prefix(&self) -> u32 {
        self.letters[0] as u32
    }

    /// The letters as a stem: the first sixteen. `None` for a word of fewer than four.
    pub(super) const fn stem(&self) -> Option<Stem> {
        const fn mask(letters: u64) -> u64 {
            let bits = (64 - letters.leading_zeros()).next_multiple_of(8);
            if bits == 0 { 0 } else { u64::MAX >> (64 - bits) }
        }
        let [first, second] = self.letters;
        if (first as u32) >> 24 == 0 {
            return None;
        }
        Some(Stem { letters: self.letters, masks: [mask(first), mask(second)] })
    }

    /// True where the word begins with a stem.
    #[inline(always)]
    pub(super) const fn begins_with(&self, stem: &Stem) -> bool {
        self.letters[0] & stem.masks[0] == stem.letters[0] && self.letters[1] & stem.masks[1] == stem.letters[1]
    }
}

/// A word while it is folded.
#[derive(Debug, Clone, Copy, Default)]
struct Folding {
    letters: [u64; 2],
    /// A hash of the letters after the sixteenth.
    rest: u64,
    /// The number of folded letters.
    len: u32,
}

impl Folding {
    #[inline(always)]
    fn push(&mut self, byte: u8) {
        let byte = u64::from(byte);
        match self.len {
            at @ 0..8 => self.letters[0] |= byte << (at * 8),
            at @ 8..KEPT => self.letters[1] |= byte << ((at - 8) * 8),
            _ => self.rest = mix(self.rest ^ byte),
        }
        self.len += 1;
    }

    /// Appends up to eight folded letters, the first in the lowest byte.
    #[inline(always)]
    fn append(&mut self, letters: u64, count: u32) {
        let bits = self.len * 8;
        match self.len {
            0 => self.letters[0] = letters,
            1..8 => {
                self.letters[0] |= letters << bits;
                self.letters[1] |= letters >> (64 - bits);
            }
            8 => self.letters[1] = letters,
            at if at + count <= KEPT && at < KEPT => self.letters[1] |= letters << (bits - 64),
            _ => {
                letters.to_le_bytes().into_iter().take(count as usize).for_each(|byte| self.push(byte));
                return;
            }
        }
        self.len += count;
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

/// The beginning of a word: four to sixteen folded letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stem {
    letters: [u64; 2],
    /// All bits of the bytes that hold its letters.
    masks: [u64; 2],
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

    /// The next word. `sign` gets what stands before it and may say something: every character but plain punctuation,
    /// spaces and apostrophes.
    #[inline(always)]
    pub(super) fn next_after(&mut self, mut sign: impl FnMut(char)) -> Option<Word> {
        let is_first = self.at == 0;
        let joined = self.skip_gap(&mut sign)? && !is_first;
        if let Some(block) = block(self.text.as_bytes(), self.at) {
            let (letters, count) = leading_letters(block);
            // Most words have fewer than eight letters, all ASCII.
            if count < 8 && (block >> (count * 8)) & 0x80 == 0 {
                let start = offset(self.at);
                self.at += count as usize;
                let hash = word_key([letters, 0], 0);
                return Some(Word { letters: [letters, 0], hash, start, end: offset(self.at), joined });
            }
        }
        Some(self.any_word(joined))
    }

    /// Goes to the first letter of the next word; true where no sign parts it from the word before.
    #[inline(always)]
    fn skip_gap(&mut self, sign: &mut impl FnMut(char)) -> Option<bool> {
        let bytes = self.text.as_bytes();
        let mut joined = true;
        loop {
            let byte = *bytes.get(self.at)?;
            let class = class(byte);
            if class == Class::Letter {
                return Some(joined);
            }
            if class == Class::Wide {
                match bytes.get(self.at + 1..) {
                    Some([0x80, 0x99 | 0xAF, ..]) if byte == 0xE2 => self.at += 3,
                    Some([0xA0, ..]) if byte == 0xC2 => self.at += 2,
                    Some([second, ..]) if byte == 0xC3 && single_letter(*second).is_some() => return Some(joined),
                    _ => {
                        let c = self.wide(self.at)?;
                        if is_letter(c) {
                            return Some(joined);
                        }
                        joined &= joins(c);
                        sign(c);
                        self.at += c.len_utf8();
                    }
                }
                continue;
            }
            self.at += 1;
            joined &= class == Class::Joins;
            if class == Class::Sign {
                sign(char::from(byte));
            }
        }
    }

    /// The character that begins at a place and is not ASCII.
    fn wide(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// A word of any letters and any length from the current place.
    #[inline(never)]
    fn any_word(&mut self, joined: bool) -> Word {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut folding = Folding::default();
        loop {
            let next = match block(bytes, at) {
                Some(block) => {
                    let (letters, count) = leading_letters(block);
                    folding.append(letters, count);
                    at += count as usize;
                    if count == 8 {
                        continue;
                    }
                    (block >> (count * 8)) as u8
                }
                None => bytes.get(at).copied().unwrap_or_default(),
            };
            match class(next) {
                Class::Letter => {
                    folding.push(next.to_ascii_lowercase());
                    at += 1;
                }
                Class::Wide => match (next, bytes.get(at + 1..)) {
                    (0xC3, Some([second, ..])) if single_letter(*second).is_some() => {
                        folding.push(single_letter(*second).unwrap_or_default());
                        at += 2;
                    }
                    (0xE2, Some([0x80, 0x99 | 0xAF, ..])) | (0xC2, Some([0xA0, ..])) => break,
                    _ => {
                        let Some(c) = self.wide(at).filter(|&c| is_letter(c) || is_ignored(c)) else { break };
                        folding.push_folded(c);
                        at += c.len_utf8();
                    }
                },
                _ => break,
            }
        }
        let start = offset(self.at);
        self.at = at;
        let hash = word_key(folding.letters, folding.rest);
        Word { letters: folding.letters, hash, start, end: offset(at), joined }
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        self.next_after(|_| {})
    }
}

/// Eight bytes from a place, the first in the lowest.
#[inline(always)]
fn block(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|block| u64::from_le_bytes(*block))
}

/// An offset in 32 bits.
#[inline(always)]
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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
            assert!(slow.iter().all(|slow| slow.hash() == fast.hash() && slow.letters == fast.letters), "{word}");
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
            assert_eq!(word(text).begins_with(&word(stem).stem().unwrap()), expected, "{stem} {text}");
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
