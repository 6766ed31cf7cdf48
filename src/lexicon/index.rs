//! The phrases of a language, ready for searching: those of prose, and those of short lines.

use super::trie::{Gathering, Hit, Trie};
use super::{Cue, Sense};

/// The phrases of one language, or of several together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    senses: Vec<Sense>,
    /// For each sense its cue, where it is one.
    cues: Vec<Option<Cue>>,
    /// What is looked for in every piece: cues, notices, framing.
    prose: Trie,
    /// What is looked for in short lines only: headings, bylines, dates, markers.
    lines: Trie,
}

/// Gathers phrases for an [`Index`].
#[derive(Debug, Clone, Default)]
pub(super) struct IndexBuilder {
    senses: Vec<Sense>,
    prose: Gathering,
    lines: Gathering,
}

impl IndexBuilder {
    /// Adds a phrase with its sense.
    pub(super) fn add(&mut self, sense: &Sense, phrase: &str) {
        let position = self.senses.iter().position(|known| known == sense).unwrap_or_else(|| {
            self.senses.push(sense.clone());
            self.senses.len() - 1
        });
        let position = u16::try_from(position).unwrap_or(u16::MAX);
        if sense.is_of_prose() { self.prose.add(position, phrase) } else { self.lines.add(position, phrase) }
    }

    /// The index of all phrases added.
    pub(super) fn finish(self) -> Index {
        let cues = self.senses.iter().map(|sense| if let Sense::Cue(cue) = sense { Some(*cue) } else { None });
        Index { cues: cues.collect(), senses: self.senses, prose: self.prose.finish(), lines: self.lines.finish() }
    }
}

impl Index {
    /// The sense that [`Hit::sense`] counts.
    pub(crate) fn sense(&self, position: u16) -> Option<&Sense> {
        self.senses.get(usize::from(position))
    }

    /// The cue that [`Hit::sense`] counts, where it is one.
    pub(crate) fn cue(&self, position: u16) -> Option<Cue> {
        self.cues.get(usize::from(position)).copied().flatten()
    }

    /// Finds the phrases of prose in `text`: cues, notices, framing, announced lists. Offsets count from its beginning.
    pub(crate) fn search_prose(&self, text: &str, found: impl FnMut(Hit)) {
        self.prose.search(text, found);
    }

    /// Finds the phrases of short lines in `text`: headings, bylines, dates, markers and common words.
    pub(crate) fn search_line(&self, text: &str, found: impl FnMut(Hit)) {
        self.lines.search(text, found);
    }
}
