//! Hashes of words, and the small tables that are searched with them.

/// Mixes all bits of a number: the two halves of its product with an odd constant.
pub(super) const fn mix(number: u64) -> u64 {
    let product = (number ^ 0x2545_F491_4F6C_DD1D) as u128 * 0x9E37_79B9_7F4A_7C15;
    (product as u64) ^ ((product >> 64) as u64)
}

/// A map from hashes to positions, open-addressed and at most half full. Keys are hashes of 64 bits and are not checked
/// against what was hashed: among a few thousand phrases, two that are taken for each other are not to be expected.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    slots: Vec<(u64, u32)>,
    used: usize,
    /// One bit for some bits of each key: most words are in no phrase, and this says so without touching the slots.
    seen: Vec<u64>,
}

/// What an empty slot holds.
const FREE: u32 = u32::MAX;

/// How many bits `seen` has: they fit into the fastest cache.
const SEEN_BITS: usize = 1 << 15;

impl Table {
    /// The position under a key.
    pub(super) fn find(&self, key: u64) -> Option<u32> {
        if !self.may_have(key) {
            return None;
        }
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = key as usize & mask;
        loop {
            let &(found, position) = self.slots.get(at)?;
            if position == FREE {
                return None;
            }
            if found == key {
                return Some(position);
            }
            at = (at + 1) & mask;
        }
    }

    /// False where the key is not there; true where it may be.
    fn may_have(&self, key: u64) -> bool {
        let bit = (key >> 48) as usize % SEEN_BITS;
        self.seen.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 != 0)
    }

    /// Sets the position under a key that is not there yet.
    pub(super) fn insert(&mut self, key: u64, position: u32) {
        if (self.used + 1) * 2 > self.slots.len() {
            let larger = vec![(0, FREE); (self.slots.len() * 2).max(64)];
            let old = std::mem::replace(&mut self.slots, larger);
            old.into_iter()
                .filter(|&(_, position)| position != FREE)
                .for_each(|(key, position)| self.place(key, position));
        }
        self.place(key, position);
        self.used += 1;
        self.seen.resize(SEEN_BITS / 64, 0);
        let bit = (key >> 48) as usize % SEEN_BITS;
        if let Some(bits) = self.seen.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    fn place(&mut self, key: u64, position: u32) {
        let Some(mask) = self.slots.len().checked_sub(1) else { return };
        let mut at = key as usize & mask;
        while self.slots.get(at).is_some_and(|&(_, position)| position != FREE) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (key, position);
        }
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
