//! Words without case, accents and invisible marks: the form in which phrases are compared.

use super::hash::{mix, word_key};
use super::letters::{Class, base_letters, class, is_ignored, is_letter, joins, leading_letters, single_letter};
use super::word::Word;

/// How many folded letters of a word are kept; of a longer one only the hash of the rest is.
const KEPT: u32 = 16;

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

/// The words of a text, in order.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
    pub(super) tally: Tally,
}

/// Counts of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// All words.
    pub(crate) words: u32,
    /// Those that begin with a capital.
    pub(crate) capitals: u32,
    /// Those that begin with a digit.
    pub(crate) figures: u32,
    /// Those of four bytes that begin with a digit.
    pub(crate) years: u32,
}

/// A character between two words that may say something: no space, no apostrophe, no plain punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) character: char,
    /// The byte after it.
    pub(crate) end: usize,
    /// How many words are before it.
    pub(crate) words: u32,
}

impl<'a> Words<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, tally: Tally { words: 0, capitals: 0, figures: 0, years: 0 } }
    }

    /// Reads words into `room` until it holds `count`: false where the text ends before. `sign` gets what stands before a
    /// word and may say something. A call of its own: inlined, its numbers would not stay in registers.
    #[inline(never)]
    pub(super) fn read(&mut self, room: &mut Vec<Word>, count: usize, sign: &mut impl FnMut(Sign)) -> bool {
        let bytes = self.text.as_bytes();
        let (mut at, mut tally) = (self.at, self.tally);
        let goes_on = loop {
            if room.len() >= count {
                break true;
            }
            // Most words stand behind one space.
            let (joined, first) = match bytes.get(at..) {
                Some(&[b' ', next, ..]) if class(next).is_of_word() => {
                    at += 1;
                    (true, class(next))
                }
                _ => match self.skip_gap(&mut at, tally.words, sign) {
                    Some(found) => found,
                    None => break false,
                },
            };
            let joined = joined && tally.words > 0;
            tally.words += 1;
            tally.capitals += u32::from(first == Class::Capital);
            let start = at;
            let (letters, hash) = match two_blocks(bytes, at) {
                Some((letters, count)) => {
                    at += count as usize;
                    (letters, word_key(letters, 0))
                }
                None => {
                    let (folding, end) = any_word(self.text, start);
                    at = end;
                    (folding.letters, word_key(folding.letters, folding.rest))
                }
            };
            if first == Class::Digit {
                tally.figures += 1;
                tally.years += u32::from(at - start == 4);
            }
            room.push(Word { letters, hash, start: start as u32, end: at as u32, joined });
        };
        (self.at, self.tally) = (at, tally);
        goes_on
    }

    /// Goes to the first letter of the next word: true where no sign parts it from the word before, and what it is.
    #[inline(always)]
    fn skip_gap(&self, place: &mut usize, words: u32, sign: &mut impl FnMut(Sign)) -> Option<(bool, Class)> {
        let bytes = self.text.as_bytes();
        let mut at = *place;
        let mut joined = true;
        let first = loop {
            let byte = *bytes.get(at)?;
            let class = class(byte);
            if class.is_of_word() {
                break class;
            }
            at += 1;
            if class == Class::Joins {
                continue;
            }
            if class == Class::Parts {
                joined = false;
                continue;
            }
            let character = if class == Class::Sign {
                joined = false;
                char::from(byte)
            } else {
                match bytes.get(at..) {
                    Some([0x80, 0x99 | 0xAF, ..]) if byte == 0xE2 => {
                        at += 2;
                        continue;
                    }
                    Some([0xA0, ..]) if byte == 0xC2 => {
                        at += 1;
                        continue;
                    }
                    Some([second, ..]) if byte == 0xC3 && single_letter(*second).is_some() => {
                        at -= 1;
                        break if *second < 0xA0 { Class::Capital } else { Class::Small };
                    }
                    _ => {}
                }
                at -= 1;
                let c = wide(self.text, at)?;
                if is_letter(c) {
                    break if c.is_uppercase() { Class::Capital } else { Class::Small };
                }
                joined &= joins(c);
                at += c.len_utf8();
                c
            };
            sign(Sign { character, end: at, words });
        };
        *place = at;
        Some((joined, first))
    }
}

/// The letters of a word and their number, where its first sixteen bytes hold all of it and no letter that is not ASCII:
/// most words.
#[inline(always)]
fn two_blocks(bytes: &[u8], at: usize) -> Option<([u64; 2], u32)> {
    let first = block(bytes, at)?;
    let (letters, count) = leading_letters(first);
    if count < 8 {
        return ends(first, count).then_some(([letters, 0], count));
    }
    let second = block(bytes, at + 8)?;
    let (further, count) = leading_letters(second);
    (count < 8 && ends(second, count)).then_some(([letters, further], count + 8))
}

/// True where a word ends after some bytes of a block, fewer than eight.
#[inline(always)]
const fn ends(block: u64, count: u32) -> bool {
    let next = block >> (count * 8);
    // An apostrophe and a no-break space end a word as plain spaces do.
    next & 0x80 == 0 || next & 0xFF_FFFF == 0x99_80E2 || next & 0xFFFF == 0xA0C2
}

/// The character that begins at a place and is not ASCII.
fn wide(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// A word of any letters and any length, and the byte after its last.
#[inline(never)]
fn any_word(text: &str, start: usize) -> (Folding, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut folding = Folding::default();
    loop {
        let next = match block(bytes, at) {
            Some(block) => {
                let (letters, count) = leading_letters(block);
                let rest = block.checked_shr(count * 8).unwrap_or_default();
                if let Some(letter) = accented(rest).filter(|_| count < 7) {
                    folding.append(letters | u64::from(letter) << (count * 8), count + 1);
                    at += count as usize + 2;
                    continue;
                }
                folding.append(letters, count);
                at += count as usize;
                if count == 8 {
                    continue;
                }
                rest as u8
            }
            None => bytes.get(at).copied().unwrap_or_default(),
        };
        let class = class(next);
        if class.is_of_word() {
            folding.push(next.to_ascii_lowercase());
            at += 1;
        } else if class == Class::Wide {
            match (next, bytes.get(at + 1..)) {
                (0xC3, Some([second, ..])) if single_letter(*second).is_some() => {
                    folding.push(single_letter(*second).unwrap_or_default());
                    at += 2;
                }
                (0xE2, Some([0x80, 0x99 | 0xAF, ..])) | (0xC2, Some([0xA0, ..])) => break,
                _ => {
                    let Some(c) = wide(text, at).filter(|&c| is_letter(c) || is_ignored(c)) else { break };
                    folding.push_folded(c);
                    at += c.len_utf8();
                }
            }
        } else {
            break;
        }
    }
    (folding, at)
}

/// The letter without its accent, where the first two bytes of a block are one of the accented letters of U+00C0 to U+00FF.
#[inline(always)]
fn accented(block: u64) -> Option<u8> {
    single_letter((block >> 8) as u8).filter(|_| block as u8 == 0xC3)
}

/// The words of a text, all at once.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut room = Vec::with_capacity(text.len() / 4 + 1);
    Words::new(text).read(&mut room, usize::MAX, &mut |_| {});
    room
}

/// Eight bytes from a place, the first in the lowest.
#[inline(always)]
fn block(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|block| u64::from_le_bytes(*block))
}

#[cfg(test)]
mod tests {
    use super::words;

    /// The folded words, up to their sixteenth letter.
    fn folded(text: &str) -> Vec<String> {
        let letters =
            |word: super::Word| word.letters.iter().flat_map(|block| block.to_le_bytes()).collect::<Vec<u8>>();
        let texts = words(text).into_iter().map(|word| String::from_utf8(letters(word)).unwrap());
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
        let joined: Vec<bool> = words("d'un côté, best-case\u{a0}view").into_iter().map(|word| word.joined).collect();
        assert_eq!(joined, [false, true, true, false, true, true]);
    }

    #[test]
    fn the_fast_way_and_the_slow_way_agree() {
        // A soft hyphen sends the rest of a word the slow way.
        for word in [
            "a", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopqrstu", "2025er",
            "AbCdEfGhIj",
        ] {
            let fast = words(word)[0];
            let slow: Vec<super::Word> =
                (1..word.len()).map(|at| words(&format!("{}\u{ad}{} ", &word[..at], &word[at..]))[0]).collect();
            assert!(slow.iter().all(|slow| slow.hash() == fast.hash() && slow.letters == fast.letters), "{word}");
        }
    }

    #[test]
    fn stems_are_beginnings() {
        let word = |text: &str| words(text)[0];
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
        assert_eq!(words(&text)[0].end, 2000);
        let other = "é".repeat(999) + "a";
        assert_ne!(words(&text)[0].hash(), words(&other)[0].hash());
    }
}
