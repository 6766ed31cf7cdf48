//! A word of a text in folded form, and the stems that it may begin with.

/// A word of a text in folded form, and where it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Word {
    /// The first sixteen folded letters, the first in the lowest byte; nothing where there are fewer.
    pub(super) letters: [u64; 2],
    /// A hash of the folded letters.
    pub(super) hash: u64,
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

    /// The fifth letter, or 0 for a word of fewer.
    #[inline(always)]
    pub(super) const fn fifth(&self) -> u8 {
        (self.letters[0] >> 32) as u8
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

/// The beginning of a word: four to sixteen folded letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stem {
    letters: [u64; 2],
    /// All bits of the bytes that hold its letters.
    masks: [u64; 2],
}

impl Stem {
    /// One bit for its fifth letter; all bits for a stem of four.
    pub(super) const fn fifth_marks(&self) -> u32 {
        match (self.letters[0] >> 32) as u8 {
            0 => u32::MAX,
            letter => 1 << (letter & 31),
        }
    }
}
