//! Many phrases in one search: the words of a text are sifted, and tables are asked only about what passes.
//!
//! A phrase of one word is found under the word, a longer one under its first two words and then step by step, one that
//! ends in a stem under the first four letters of its last word. A filter knows all three keys: of the words of ordinary
//! prose it lets one in three pass.

use std::collections::HashMap;

use super::fold::words;
use super::hash::{Filter, Table, mix, pair_key, prefix_key};
use super::word::{Stem, Word};

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The first byte of the phrase.
    pub(crate) start: u32,
    /// The byte after its last.
    pub(crate) end: u32,
    /// Position of the sense in [`Index::sense`](super::Index::sense).
    pub(crate) sense: u16,
    /// True for a phrase that ends in a stem.
    is_stem: bool,
}

impl Hit {
    /// The same hit in a text that has so many bytes more before it.
    pub(crate) const fn moved(self, by: u32) -> Self {
        Self { start: self.start + by, end: self.end + by, ..self }
    }

    /// The same hit in a text that has so many bytes fewer before it.
    pub(super) const fn moved_back(self, by: u32) -> Self {
        Self { start: self.start - by, end: self.end - by, ..self }
    }

    /// What puts hits in the order of their ends; among those with one end stems come first, then the longest.
    pub(crate) const fn order(&self) -> (u32, bool, u32) {
        (self.end, !self.is_stem, if self.is_stem { 0 } else { self.start })
    }
}

/// The words so far of one or more phrases, and what they mean.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// Where its senses begin in the list of all.
    senses: u32,
    count: u16,
    has_children: bool,
}

/// A phrase that ends in a stem.
#[derive(Debug, Clone)]
struct Ending {
    stem: Stem,
    /// The first four letters of the stem.
    prefix: u32,
    node: u32,
    /// The keys of the words before it.
    before: Box<[u64]>,
}

/// Some phrases, ready for searching.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases {
    filter: Filter,
    /// Phrases of one word, and beside the node its sense, where it has one only: most have, and need no further look.
    singles: Table,
    /// The first two words of longer ones.
    pairs: Table,
    /// Steps from a node along a further word.
    steps: Table,
    /// Where the endings with the same first four letters begin, and one bit for each fifth letter among them.
    stems: Table,
    nodes: Vec<Node>,
    senses: Vec<u16>,
    endings: Vec<Ending>,
    /// The number of words of the longest phrase.
    longest: usize,
}

/// Stands in the place of a sense where there are several, or none.
const SEVERAL: u32 = u32::MAX;

/// The key of a step from a node along a word.
const fn step_key(node: u32, word: u64) -> u64 {
    mix(word ^ ((node as u64) << 32))
}

impl Phrases {
    /// The number of words of the longest phrase.
    pub(super) const fn longest(&self) -> usize {
        self.longest
    }

    /// Finds the phrases of which the first or second word, or the stem at the end, is one of `words[from..to]`: those
    /// under way at `to` are followed to the end of `words`. Calls for adjoining ranges find each phrase once.
    #[inline(never)]
    pub(super) fn search(&self, words: &[Word], from: usize, to: usize, mut found: impl FnMut(Hit)) {
        let mut base = from;
        while let Some(block) = words.get(base..to.min(base + 64)).filter(|block| !block.is_empty()) {
            let mut before = base.checked_sub(1).and_then(|at| words.get(at)).map_or(0, Word::hash);
            // One bit for each word. There is no branch in this loop: which words pass cannot be foreseen.
            let (mut singles, mut pairs, mut stems) = (0_u64, 0_u64, 0_u64);
            for (place, word) in block.iter().enumerate() {
                let hash = word.hash();
                singles |= self.filter.may_have(hash) << place;
                stems |= self.filter.may_have(prefix_key(word.prefix())) << place;
                pairs |= (self.filter.may_have(pair_key(before, hash)) & u64::from(word.joined)) << place;
                before = hash;
            }
            for place in ones(singles) {
                if let Some(word) = block.get(place) {
                    match self.singles.find_marked(word.hash()) {
                        Some((node, SEVERAL)) => self.report(node, false, word.start, word.end, &mut found),
                        Some((_, sense)) => {
                            found(Hit { start: word.start, end: word.end, sense: sense as u16, is_stem: false });
                        }
                        None => {}
                    }
                }
            }
            for place in ones(pairs) {
                self.follow(words, base + place, &mut found);
            }
            for place in ones(stems) {
                self.endings_at(words, base + place, &mut found);
            }
            base += block.len();
        }
    }

    /// Reports the phrases whose second word is at a place.
    fn follow(&self, words: &[Word], second: usize, found: &mut impl FnMut(Hit)) {
        let Some((first, word)) = second.checked_sub(1).and_then(|at| words.get(at)).zip(words.get(second)) else {
            return;
        };
        let Some(mut at_node) = self.pairs.find(pair_key(first.hash(), word.hash())) else { return };
        let mut last = *word;
        let mut further = words.get(second + 1..).unwrap_or_default().iter();
        loop {
            let Some(node) = self.nodes.get(at_node as usize) else { return };
            if node.count > 0 {
                self.report(at_node, false, first.start, last.end, found);
            }
            let Some(next) = further.next().filter(|next| node.has_children && next.joined) else { return };
            let Some(next_node) = self.steps.find(step_key(at_node, next.hash())) else { return };
            (at_node, last) = (next_node, *next);
        }
    }

    /// Reports the phrases that end in a stem of the word at a place.
    fn endings_at(&self, words: &[Word], at: usize, found: &mut impl FnMut(Hit)) {
        let Some(word) = words.get(at) else { return };
        let Some((from, marks)) = self.stems.find_marked(prefix_key(word.prefix())) else { return };
        if marks >> (word.fifth() & 31) & 1 == 0 {
            return;
        }
        let endings = self.endings.get(from as usize..).unwrap_or_default();
        for ending in endings.iter().take_while(|ending| ending.prefix == word.prefix()) {
            if !word.begins_with(&ending.stem) {
                continue;
            }
            let Some(run) = at.checked_sub(ending.before.len()).and_then(|first| words.get(first..=at)) else {
                continue;
            };
            let is_run = run.iter().skip(1).all(|word| word.joined)
                && run.iter().zip(&ending.before).all(|(word, &key)| word.hash() == key);
            if let Some(first) = run.first().filter(|_| is_run) {
                self.report(ending.node, true, first.start, word.end, found);
            }
        }
    }

    #[inline(always)]
    fn report(&self, node: u32, is_stem: bool, start: u32, end: u32, found: &mut impl FnMut(Hit)) {
        let Some(node) = self.nodes.get(node as usize) else { return };
        let from = node.senses as usize;
        for &sense in self.senses.get(from..from + usize::from(node.count)).unwrap_or_default() {
            found(Hit { start, end, sense, is_stem });
        }
    }
}

/// The places of the bits that are set, from the lowest.
#[inline(always)]
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
        (place < 64).then_some(place as usize)
    })
}

/// A phrase, cut into words.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    words: Vec<Word>,
    /// True where it ends in a stem.
    is_stem: bool,
}

impl Phrase {
    /// Reads a phrase as a lexicon holds it; one that ends in `*` ends in a stem.
    pub(super) fn new(phrase: &str) -> Self {
        match phrase.trim_end().strip_suffix('*') {
            Some(body) => Self { words: words(body), is_stem: true },
            None => Self { words: words(phrase), is_stem: false },
        }
    }
}

/// Gathers [`Phrases`].
#[derive(Debug, Clone, Default)]
pub(super) struct Gathering {
    phrases: Phrases,
    /// Nodes with their senses, as they come.
    senses: Vec<(u32, u16)>,
    /// The words of phrases, by the node before them.
    words: Table,
    /// The stems, by the words before them and their letters.
    stems: HashMap<(Box<[u64]>, Stem), u32>,
}

impl Gathering {
    /// Adds a phrase. One without a word, or with a stem of fewer than four letters, is not added.
    pub(super) fn add(&mut self, sense: u16, phrase: &Phrase) {
        let node = match phrase.words.split_last() {
            Some((last, before)) if phrase.is_stem => self.stem(before, last),
            Some(_) => self.exact(&phrase.words),
            None => None,
        };
        if let Some(node) = node {
            self.phrases.longest = self.phrases.longest.max(phrase.words.len());
            self.senses.push((node, sense));
        }
    }

    fn node(&mut self) -> u32 {
        self.phrases.nodes.push(Node::default());
        u32::try_from(self.phrases.nodes.len() - 1).unwrap_or(u32::MAX - 1)
    }

    /// The node that a run of words leads to.
    fn exact(&mut self, words: &[Word]) -> Option<u32> {
        let mut parent: Option<u32> = None;
        let mut before = 0;
        for (position, word) in words.iter().enumerate() {
            let hash = word.hash();
            let key = step_key(parent.unwrap_or(u32::MAX), hash);
            let node = match self.words.find(key) {
                Some(node) => node,
                None => {
                    let node = self.node();
                    self.words.insert(key, node);
                    match (position, parent) {
                        (0, _) | (_, None) => {}
                        (1, _) => {
                            self.phrases.pairs.insert(pair_key(before, hash), node);
                            self.phrases.filter.insert(pair_key(before, hash));
                        }
                        (_, Some(parent)) => {
                            self.phrases.steps.insert(step_key(parent, hash), node);
                            if let Some(parent) = self.phrases.nodes.get_mut(parent as usize) {
                                parent.has_children = true;
                            }
                        }
                    }
                    node
                }
            };
            (parent, before) = (Some(node), hash);
        }
        if let ([only], Some(node)) = (words, parent) {
            self.phrases.singles.insert(only.hash(), node);
            self.phrases.filter.insert(only.hash());
        }
        parent
    }

    fn stem(&mut self, before: &[Word], last: &Word) -> Option<u32> {
        let stem = last.stem()?;
        let before: Box<[u64]> = before.iter().map(Word::hash).collect();
        if let Some(&node) = self.stems.get(&(before.clone(), stem)) {
            return Some(node);
        }
        let node = self.node();
        self.stems.insert((before.clone(), stem), node);
        self.phrases.endings.push(Ending { stem, prefix: last.prefix(), node, before });
        self.phrases.filter.insert(prefix_key(last.prefix()));
        Some(node)
    }

    /// All phrases added, ready for searching.
    pub(super) fn finish(self) -> Phrases {
        let Self { mut phrases, mut senses, .. } = self;
        // Stable: the senses of a node stay in the order in which they came.
        senses.sort_by_key(|&(node, _)| node);
        for same in senses.chunk_by(|one, other| one.0 == other.0) {
            let Some(node) = same.first().and_then(|&(node, _)| phrases.nodes.get_mut(node as usize)) else { continue };
            let from = phrases.senses.len();
            for &(_, sense) in same {
                if !phrases.senses.get(from..).is_some_and(|known| known.contains(&sense)) {
                    phrases.senses.push(sense);
                }
            }
            node.senses = u32::try_from(from).unwrap_or(u32::MAX);
            node.count = u16::try_from(phrases.senses.len() - from).unwrap_or(u16::MAX);
        }
        let (nodes, all) = (&phrases.nodes, &phrases.senses);
        phrases.singles.mark(|node| {
            let only = nodes.get(node as usize).filter(|node| node.count == 1);
            only.and_then(|node| all.get(node.senses as usize)).map_or(SEVERAL, |&sense| sense.into())
        });
        phrases.endings.sort_by_key(|ending| ending.prefix);
        let mut position = 0;
        for same in phrases.endings.chunk_by(|one, other| one.prefix == other.prefix) {
            let marks = same.iter().fold(0, |marks, ending| marks | ending.stem.fifth_marks());
            let prefix = same.first().map_or(0, |ending| ending.prefix);
            phrases.stems.insert_marked(prefix_key(prefix), position, marks);
            position += u32::try_from(same.len()).unwrap_or_default();
        }
        phrases
    }
}
