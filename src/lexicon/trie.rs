//! Many phrases in one search: a trie over folded words, walked once along the text.

use std::collections::HashMap;

use super::fold::{Stem, Word, Words};
use super::hash::{Table, mix};

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Position of the sense in [`Index::sense`](super::Index::sense).
    pub(crate) sense: u16,
    /// The first byte of the phrase.
    pub(crate) start: u32,
    /// The byte after its last.
    pub(crate) end: u32,
}

/// A place in the trie: the words so far, and what they mean.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// Where its senses begin in the list of all.
    senses: u32,
    count: u16,
    has_children: bool,
}

/// A phrase that ends in a stem.
#[derive(Debug, Clone, Copy)]
struct Ending {
    /// The first four letters of the stem.
    prefix: u32,
    stem: Stem,
    /// The words before it.
    parent: u32,
    node: u32,
}

/// How many phrases can be under way at once; the longest phrase has fewer words than this.
const MAX_ACTIVE: usize = 16;

/// The phrases under way: for each the node reached and where it began.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Walk {
    active: [(u32, u32); MAX_ACTIVE],
    count: usize,
}

/// Some phrases, ready for searching.
#[derive(Debug, Clone, Default)]
pub(super) struct Trie {
    /// The first words of phrases.
    roots: Table,
    /// Steps from a node along a word.
    steps: Table,
    nodes: Vec<Node>,
    senses: Vec<u16>,
    endings: Vec<Ending>,
    /// Where the stems with the same first four letters begin.
    prefixes: Table,
}

/// The key of a step from a node along a word.
const fn step(node: u32, word: u64) -> u64 {
    mix(word ^ ((node as u64) << 32))
}

/// Gathers phrases for a [`Trie`].
#[derive(Debug, Clone, Default)]
pub(super) struct Gathering {
    trie: Trie,
    senses: Vec<Vec<u16>>,
    /// The stems already there, by the words before them and their letters.
    stems: HashMap<(u32, Stem), u32>,
}

impl Gathering {
    /// Adds a phrase. One without a word, or with a stem of fewer than four letters, is not added.
    pub(super) fn add(&mut self, sense: u16, phrase: &str) {
        let (body, is_stem) = match phrase.trim_end().strip_suffix('*') {
            Some(body) => (body, true),
            None => (phrase, false),
        };
        if self.senses.is_empty() {
            self.node();
        }
        let mut node = 0;
        let mut words = Words::new(body).peekable();
        while let Some(word) = words.next() {
            let is_last = words.peek().is_none();
            let Some(next) = (if is_last && is_stem { self.stem(node, &word) } else { Some(self.word(node, &word)) })
            else {
                return;
            };
            node = next;
        }
        if let Some(senses) = self.senses.get_mut(node as usize).filter(|_| node > 0) {
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }

    fn node(&mut self) -> u32 {
        self.senses.push(Vec::new());
        self.trie.nodes.push(Node::default());
        u32::try_from(self.senses.len() - 1).unwrap_or(u32::MAX - 1)
    }

    fn word(&mut self, parent: u32, word: &Word) -> u32 {
        let (is_root, key) = (parent == 0, step(parent, word.hash()));
        let table = if is_root { &self.trie.roots } else { &self.trie.steps };
        if let Some(node) = table.find(key) {
            return node;
        }
        let node = self.node();
        let table = if is_root { &mut self.trie.roots } else { &mut self.trie.steps };
        table.insert(key, node);
        self.mark_parent(parent);
        node
    }

    fn stem(&mut self, parent: u32, word: &Word) -> Option<u32> {
        let prefix = word.prefix()?;
        let key = (parent, word.stem());
        if let Some(&node) = self.stems.get(&key) {
            return Some(node);
        }
        let node = self.node();
        self.stems.insert(key, node);
        self.trie.endings.push(Ending { prefix, stem: word.stem(), parent, node });
        self.mark_parent(parent);
        Some(node)
    }

    fn mark_parent(&mut self, parent: u32) {
        if let Some(node) = self.trie.nodes.get_mut(parent as usize) {
            node.has_children = true;
        }
    }

    /// The trie of all phrases added.
    pub(super) fn finish(self) -> Trie {
        let Self { mut trie, senses, .. } = self;
        for (node, senses) in trie.nodes.iter_mut().zip(senses) {
            node.senses = u32::try_from(trie.senses.len()).unwrap_or(u32::MAX);
            node.count = u16::try_from(senses.len()).unwrap_or(u16::MAX);
            trie.senses.extend(senses);
        }
        trie.endings.sort_by_key(|ending| ending.prefix);
        let mut before = None;
        for (position, stem) in trie.endings.iter().enumerate() {
            if before != Some(stem.prefix) {
                trie.prefixes.insert(mix(stem.prefix.into()), u32::try_from(position).unwrap_or(u32::MAX - 1));
            }
            before = Some(stem.prefix);
        }
        [&mut trie.roots, &mut trie.steps, &mut trie.prefixes].into_iter().for_each(Table::finish);
        trie
    }
}

impl Trie {
    /// Takes the next word of a text: reports every phrase that ends with it.
    #[inline(always)]
    pub(super) fn advance(&self, walk: &mut Walk, word: &Word, found: &mut impl FnMut(Hit)) {
        let count = if word.joined { walk.count } else { 0 };
        for ending in word.prefix().map_or(&[][..], |prefix| self.endings_of(prefix)) {
            if !word.begins_with(&ending.stem) {
                continue;
            }
            // A stem ends its phrase: nothing goes on from there.
            let under_way = walk.active.get(..count).unwrap_or_default();
            let before = under_way.iter().find(|(node, _)| *node == ending.parent).map(|&(_, start)| start);
            if let Some(start) = before.or_else(|| (ending.parent == 0).then_some(word.start)) {
                self.report(ending.node, start, word.end, found);
            }
        }
        let hash = word.hash();
        let mut kept = 0;
        for position in 0..count {
            let Some(&(node, start)) = walk.active.get(position) else { break };
            if let Some(next) = self.steps.find(step(node, hash)) {
                kept += self.enter(next, start, word, walk.active.get_mut(kept), found);
            }
        }
        if let Some(next) = self.roots.find(step(0, hash)) {
            kept += self.enter(next, word.start, word, walk.active.get_mut(kept), found);
        }
        walk.count = kept;
    }

    /// Reports the phrase that ends at a node, and keeps the node where phrases go on from it: 1 where it was kept.
    fn enter(
        &self,
        next: u32,
        start: u32,
        word: &Word,
        slot: Option<&mut (u32, u32)>,
        found: &mut impl FnMut(Hit),
    ) -> usize {
        let Some(node) = self.nodes.get(next as usize) else { return 0 };
        if node.count > 0 {
            self.report(next, start, word.end, found);
        }
        match slot {
            Some(slot) if node.has_children => {
                *slot = (next, start);
                1
            }
            _ => 0,
        }
    }

    fn report(&self, node: u32, start: u32, end: u32, found: &mut impl FnMut(Hit)) {
        let Some(node) = self.nodes.get(node as usize) else { return };
        let from = node.senses as usize;
        for &sense in self.senses.get(from..from + usize::from(node.count)).unwrap_or_default() {
            found(Hit { sense, start, end });
        }
    }

    /// The phrases that end in a stem with these first four letters.
    fn endings_of(&self, prefix: u32) -> &[Ending] {
        let Some(first) = self.prefixes.find(mix(prefix.into())) else { return &[] };
        let rest = self.endings.get(first as usize..).unwrap_or_default();
        let count = rest.iter().take_while(|ending| ending.prefix == prefix).count();
        rest.get(..count).unwrap_or_default()
    }
}
