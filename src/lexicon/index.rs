//! All phrases of a language in one search: a trie over folded words, walked once along the text.

use super::Sense;
use super::fold::{Word, Words};

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Position of the sense in [`Index::senses`].
    pub(crate) sense: u16,
    /// How many words the phrase has.
    pub(crate) words: u8,
    /// The first byte of the phrase.
    pub(crate) start: u32,
    /// The byte after its last.
    pub(crate) end: u32,
}

/// A map from hashes to positions, open-addressed: at most half full, so that a search is short.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    slots: Vec<u32>,
    used: usize,
}

const FREE: u32 = u32::MAX;

impl Slots {
    /// The position for which `same` holds, among those with this hash.
    pub(super) fn find(&self, hash: u64, mut same: impl FnMut(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            match *self.slots.get(at)? {
                FREE => return None,
                position if same(position) => return Some(position),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Adds a position that is not there yet. `hash_of` gives the hash of a position already in.
    pub(super) fn insert(&mut self, hash: u64, position: u32, hash_of: impl Fn(u32) -> u64) {
        if (self.used + 1) * 2 > self.slots.len() {
            let larger = vec![FREE; (self.slots.len() * 2).max(64)];
            let old = std::mem::replace(&mut self.slots, larger);
            for kept in old.into_iter().filter(|&kept| kept != FREE) {
                self.place(hash_of(kept), kept);
            }
        }
        self.place(hash, position);
        self.used += 1;
    }

    fn place(&mut self, hash: u64, position: u32) {
        let Some(mask) = self.slots.len().checked_sub(1) else { return };
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|&slot| slot != FREE) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = position;
        }
    }
}

/// A fast hash of a short byte string (multiply and rotate; not for untrusted keys, but the table never grows with text).
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut state = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut block = [0; 8];
        for (slot, byte) in block.iter_mut().zip(chunk) {
            *slot = *byte;
        }
        state = (state.rotate_left(5) ^ u64::from_le_bytes(block)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    state ^ (state >> 29)
}

/// A word in a phrase: exact, or the stem of a phrase's last word.
type Token = u32;

/// A place in the trie: the words so far.
#[derive(Debug, Clone, Default)]
struct Node {
    parent: u32,
    token: Token,
    depth: u8,
    senses: Vec<u16>,
}

/// How many phrases can be under way at once; the longest phrase has fewer words than this.
const MAX_ACTIVE: usize = 16;

/// The phrases of one language, or of several together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    senses: Vec<Sense>,
    /// The distinct words, folded; a stem ends in `*`.
    tokens: Vec<Box<[u8]>>,
    by_token: Slots,
    /// Stems by their first four letters.
    stems: Vec<([u8; 4], Token)>,
    nodes: Vec<Node>,
    by_step: Slots,
    /// True once `finish` has put the stems in order.
    sorted: bool,
}

/// The hash of a step from a node along a token.
const fn step_hash(parent: u32, token: Token) -> u64 {
    let mixed = (((parent as u64) << 32) | token as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 31)
}

impl Index {
    /// Adds a phrase with its sense. A phrase without a word, or with a stem of fewer than four letters, is not added.
    pub(super) fn add(&mut self, sense: &Sense, phrase: &str) {
        let (body, stem) = match phrase.trim_end().strip_suffix('*') {
            Some(body) => (body, true),
            None => (phrase, false),
        };
        let words: Vec<Word> = Words::new(body).collect();
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let mut node = 0;
        for (position, word) in words.iter().enumerate() {
            let last = position + 1 == words.len();
            if last && stem && word.folded().len() < 4 {
                return;
            }
            let token = self.token(word.folded(), last && stem);
            node = self.step_or_add(node, token);
        }
        if node == 0 {
            return;
        }
        let sense = self.sense_position(sense);
        if let Some(node) = self.nodes.get_mut(node as usize) {
            if !node.senses.contains(&sense) {
                node.senses.push(sense);
            }
        }
    }

    /// The senses that [`Hit::sense`] counts.
    pub(crate) fn sense(&self, position: u16) -> Option<&Sense> {
        self.senses.get(usize::from(position))
    }

    /// All senses that occur.
    pub(crate) fn senses(&self) -> &[Sense] {
        &self.senses
    }

    fn sense_position(&mut self, sense: &Sense) -> u16 {
        let position = self.senses.iter().position(|known| known == sense).unwrap_or_else(|| {
            self.senses.push(sense.clone());
            self.senses.len() - 1
        });
        u16::try_from(position).unwrap_or(u16::MAX)
    }

    fn token(&mut self, folded: &[u8], stem: bool) -> Token {
        let mut key = folded.to_vec();
        if stem {
            key.push(b'*');
        }
        if let Some(token) = self.find_token(&key) {
            return token;
        }
        let token = u32::try_from(self.tokens.len()).unwrap_or(FREE - 1);
        if let (true, Some(&prefix)) = (stem, folded.first_chunk::<4>()) {
            self.stems.push((prefix, token));
            self.sorted = false;
        }
        self.tokens.push(key.clone().into());
        let tokens = &self.tokens;
        self.by_token.insert(hash(&key), token, |at| tokens.get(at as usize).map_or(0, |key| hash(key)));
        token
    }

    fn find_token(&self, key: &[u8]) -> Option<Token> {
        self.by_token.find(hash(key), |at| self.tokens.get(at as usize).is_some_and(|token| **token == *key))
    }

    fn find_step(&self, parent: u32, token: Token) -> Option<u32> {
        self.by_step.find(step_hash(parent, token), |at| {
            self.nodes.get(at as usize).is_some_and(|node| node.parent == parent && node.token == token)
        })
    }

    fn step_or_add(&mut self, parent: u32, token: Token) -> u32 {
        if let Some(node) = self.find_step(parent, token) {
            return node;
        }
        let position = u32::try_from(self.nodes.len()).unwrap_or(FREE - 1);
        let depth = self.nodes.get(parent as usize).map_or(0, |node| node.depth) + 1;
        self.nodes.push(Node { parent, token, depth, senses: Vec::new() });
        let nodes = &self.nodes;
        self.by_step.insert(step_hash(parent, token), position, |at| {
            nodes.get(at as usize).map_or(0, |node| step_hash(node.parent, node.token))
        });
        position
    }

    /// Makes the index ready for searching; called once after the last phrase was added.
    pub(super) fn finish(&mut self) {
        self.stems.sort_unstable();
        self.sorted = true;
    }

    /// Finds every phrase in `text`, in one pass, and gives the number of words.
    ///
    /// Hits come in the order of their ends. Offsets count from the beginning of `text`.
    pub(crate) fn search(&self, text: &str, mut found: impl FnMut(Hit)) -> usize {
        debug_assert!(self.sorted || self.stems.is_empty(), "finish was not called");
        let mut active = [(0_u32, 0_u32); MAX_ACTIVE];
        let mut count = 0;
        let mut words = 0;
        for word in Words::new(text) {
            words += 1;
            if !word.joined {
                count = 0;
            }
            let exact = self.find_token(word.folded());
            let stems = self.stems_of(word.folded());
            let mut kept = 0;
            // The phrases under way, then a new one that begins here. Kept places are never ahead of those read.
            for position in 0..=count {
                let under_way = active.get(position).copied().filter(|_| position < count);
                let (node, start) = under_way.unwrap_or((0, u32::try_from(word.start).unwrap_or(u32::MAX)));
                let mut reach = |next: u32| {
                    let reached = self.nodes.get(next as usize);
                    for &sense in reached.map_or(&[][..], |node| &node.senses) {
                        let end = u32::try_from(word.end).unwrap_or(u32::MAX);
                        found(Hit { sense, words: reached.map_or(0, |node| node.depth), start, end });
                    }
                };
                for &(_, stem) in stems {
                    let letters = self.tokens.get(stem as usize).and_then(|stem| stem.split_last());
                    if letters.is_some_and(|(_, letters)| word.folded().starts_with(letters)) {
                        // A stem ends its phrase: nothing goes on from there.
                        self.find_step(node, stem).into_iter().for_each(&mut reach);
                    }
                }
                if let Some(next) = exact.and_then(|token| self.find_step(node, token)) {
                    reach(next);
                    if let Some(slot) = active.get_mut(kept) {
                        *slot = (next, start);
                        kept += 1;
                    }
                }
            }
            count = kept;
        }
        words
    }

    /// The stems that share the first four letters of a word.
    fn stems_of(&self, folded: &[u8]) -> &[([u8; 4], Token)] {
        let Some(prefix) = folded.first_chunk::<4>() else { return &[] };
        let from = self.stems.partition_point(|(stem, _)| stem < prefix);
        let rest = self.stems.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|(stem, _)| stem == prefix).count();
        rest.get(..count).unwrap_or_default()
    }
}
