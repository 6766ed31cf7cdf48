//! Hashes of words, and the small tables that are searched with them.

/// Mixes all bits of a number: the two halves of its product with an odd constant.
pub(super) const fn mix(number: u64) -> u64 {
    let product = (number ^ 0x2545_F491_4F6C_DD1D) as u128 * 0x9E37_79B9_7F4A_7C15;
    (product as u64) ^ ((product >> 64) as u64)
}

/// A map from hashes to positions, open-addressed and at most half full.
///
/// Keys are hashes and are not checked against what was hashed: a slot keeps 32 bits of a key, and its place tells some
/// more. Among ten thousand phrases a word of a text is taken for one that it is not about once in a hundred thousand
/// million.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    slots: Vec<Slot>,
    /// The keys and positions, for growing.
    entries: Vec<(u64, u32)>,
    /// One bit for some bits of each key: most words are in no phrase, and this says so without touching the slots.
    seen: Vec<u64>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    tag: u32,
    position: u32,
}

/// An empty slot.
const FREE: Slot = Slot { tag: 0, position: u32::MAX };

/// How many bits of `seen` there are for each entry: with sixteen, one word in sixteen passes that is not there.
const SEEN_BITS: usize = 16;

impl Table {
    /// The position under a key.
    #[inline]
    pub(super) fn find(&self, key: u64) -> Option<u32> {
        if !self.may_have(key) {
            return None;
        }
        let mask = self.slots.len().checked_sub(1)?;
        let (tag, mut at) = ((key >> 32) as u32, key as usize & mask);
        loop {
            let slot = self.slots.get(at)?;
            if slot.tag == tag && slot.position != FREE.position {
                return Some(slot.position);
            }
            if slot.position == FREE.position {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// False where the key is not there; true where it may be.
    #[inline(always)]
    fn may_have(&self, key: u64) -> bool {
        let Some(mask) = (self.seen.len() * 64).checked_sub(1) else { return false };
        let bit = (key >> 40) as usize & mask;
        self.seen.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 != 0)
    }

    /// Sets the position under a key that is not there yet.
    pub(super) fn insert(&mut self, key: u64, position: u32) {
        self.entries.push((key, position));
        let capacity = (self.entries.len() * 2).next_power_of_two().max(64);
        if capacity > self.slots.len() {
            self.slots = vec![FREE; capacity];
            self.seen = vec![0; capacity * SEEN_BITS / 2 / 64];
            for (key, position) in std::mem::take(&mut self.entries) {
                self.place(key, position);
                self.entries.push((key, position));
            }
        } else {
            self.place(key, position);
        }
    }

    fn place(&mut self, key: u64, position: u32) {
        let (Some(mask), Some(bits)) = (self.slots.len().checked_sub(1), (self.seen.len() * 64).checked_sub(1)) else {
            return;
        };
        let mut at = key as usize & mask;
        while self.slots.get(at).is_some_and(|slot| slot.position != FREE.position) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { tag: (key >> 32) as u32, position };
        }
        let bit = (key >> 40) as usize & bits;
        if let Some(bits) = self.seen.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    /// Gives back the room that only growing needs.
    pub(super) fn finish(&mut self) {
        self.entries = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, mix};

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let mut table = Table::default();
        assert_eq!(table.find(mix(1)), None);
        (0..5000).for_each(|number| table.insert(mix(number), number as u32));
        assert!((0..5000).all(|number| table.find(mix(number)) == Some(number as u32)));
        assert!((5000..9000).all(|number| table.find(mix(number)).is_none()));
    }
}
