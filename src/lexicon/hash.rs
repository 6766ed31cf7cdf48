//! Hashes of words and phrases, and the tables that are searched with them.

/// An odd number with its bits well spread: the golden ratio, as in Fibonacci hashing (Knuth, 6.4).
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes all bits of a number: the two halves of its product with an odd constant.
pub(super) const fn mix(number: u64) -> u64 {
    let product = (number ^ 0x2545_F491_4F6C_DD1D) as u128 * GOLDEN as u128;
    (product as u64) ^ ((product >> 64) as u64)
}

/// The key of a word: its first sixteen letters and a hash of the others. The highest bits are the best.
#[inline(always)]
pub(super) const fn word_key(letters: [u64; 2], rest: u64) -> u64 {
    let second = (letters[1] ^ rest).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    letters[0].wrapping_mul(GOLDEN) ^ second.rotate_left(32)
}

/// The key of two words one after the other.
#[inline(always)]
pub(super) const fn pair_key(first: u64, second: u64) -> u64 {
    (first.rotate_left(23) ^ second).wrapping_mul(0xA076_1D64_78BD_642F)
}

/// The key of the first four letters of a word.
#[inline(always)]
pub(super) const fn prefix_key(letters: u32) -> u64 {
    (letters as u64).wrapping_mul(0xE703_7ED1_A0B4_28DB)
}

/// A map from keys to numbers, open-addressed and at most half full. The number `u32::MAX` cannot be kept.
///
/// Keys are hashes of 64 bits and are not checked against what was hashed: that a word of a text is taken for another
/// is less likely than that a bit of the memory turns over.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    slots: Vec<Slot>,
    count: usize,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    key: u64,
    value: u32,
    /// Bits beside the value, in what would be left empty.
    marks: u32,
}

/// An empty slot.
const FREE: Slot = Slot { key: 0, value: u32::MAX, marks: 0 };

impl Table {
    /// Where the search for a key begins: its highest bits.
    #[inline(always)]
    fn home(&self, key: u64) -> usize {
        // The number of slots is a power of two.
        ((u128::from(key) * self.slots.len() as u128) >> 64) as usize
    }

    /// The number under a key.
    #[inline(always)]
    pub(super) fn find(&self, key: u64) -> Option<u32> {
        self.find_marked(key).map(|(value, _)| value)
    }

    /// The number under a key, and the bits beside it.
    #[inline(always)]
    pub(super) fn find_marked(&self, key: u64) -> Option<(u32, u32)> {
        let mut at = self.home(key);
        loop {
            let slot = self.slots.get(at)?;
            if slot.value == FREE.value {
                return None;
            }
            if slot.key == key {
                return Some((slot.value, slot.marks));
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// Sets the number under a key.
    pub(super) fn insert(&mut self, key: u64, value: u32) {
        self.insert_marked(key, value, 0);
    }

    /// Sets the number under a key, and the bits beside it.
    pub(super) fn insert_marked(&mut self, key: u64, value: u32, marks: u32) {
        if (self.count + 1) * 2 > self.slots.len() {
            let larger = vec![FREE; (self.slots.len() * 2).max(64)];
            let slots = std::mem::replace(&mut self.slots, larger);
            for slot in slots.into_iter().filter(|slot| slot.value != FREE.value) {
                self.place(slot);
            }
        }
        self.count += usize::from(self.place(Slot { key, value, marks }));
    }

    /// Sets the bits beside each number.
    pub(super) fn mark(&mut self, marks: impl Fn(u32) -> u32) {
        for slot in self.slots.iter_mut().filter(|slot| slot.value != FREE.value) {
            slot.marks = marks(slot.value);
        }
    }

    /// Puts a slot in its place: true where its key was not there.
    fn place(&mut self, new: Slot) -> bool {
        let (mut at, mask) = (self.home(new.key), self.slots.len().wrapping_sub(1));
        while let Some(slot) = self.slots.get_mut(at) {
            let is_free = slot.value == FREE.value;
            if is_free || slot.key == new.key {
                *slot = new;
                return is_free;
            }
            at = (at + 1) & mask;
        }
        false
    }
}

/// A set of keys that is sometimes wrong: it may hold a key that was not put in, at one in as many as it has bits for
/// each key. Most words of a text are in no phrase, and this says so without a look at any table.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    bits: Box<[u64; BLOCKS]>,
}

/// How many blocks of 64 bits a filter has: 16 KB fit the first cache and leave thirty bits for each phrase.
const BLOCKS: usize = 2048;

impl Default for Filter {
    fn default() -> Self {
        Self { bits: Box::new([0; BLOCKS]) }
    }
}

impl Filter {
    /// 1 where the key may be there, 0 where it is not.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "eleven bits count the blocks")]
    pub(super) fn may_have(&self, key: u64) -> u64 {
        (self.bits[(key >> 53) as usize] >> ((key >> 47) & 63)) & 1
    }

    /// Puts a key in.
    pub(super) fn insert(&mut self, key: u64) {
        if let Some(bits) = self.bits.get_mut((key >> 53) as usize) {
            *bits |= 1 << ((key >> 47) & 63);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Filter, Table, mix};

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let (mut table, mut filter) = (Table::default(), Filter::default());
        assert_eq!(table.find(mix(1)), None);
        (0..5000).for_each(|number| table.insert(mix(number), number as u32));
        (0..5000).for_each(|number| filter.insert(mix(number)));
        assert!((0..5000).all(|number| table.find(mix(number)) == Some(number as u32)));
        assert!((0..5000).all(|number| filter.may_have(mix(number)) == 1));
        assert!((5000..9000).all(|number| table.find(mix(number)).is_none()));
        assert!((5000..9000).map(|number| filter.may_have(mix(number))).sum::<u64>() < 400);
    }

    #[test]
    fn the_last_number_under_a_key_counts() {
        let mut table = Table::default();
        (0..100).for_each(|number| table.insert(mix(number % 10), number as u32));
        assert_eq!(table.find(mix(3)), Some(93));
    }
}
