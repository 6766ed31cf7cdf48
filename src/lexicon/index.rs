//! The phrases of a language, ready for searching: those of prose, and those of short lines.

use super::fold::{Word, Words};
use super::phrases::{Gathering, Hit, Phrases};
use super::{Cue, Phrases as Texts, Sense};

/// The phrases of one language, or of several together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    senses: Vec<Sense>,
    /// For each sense its cue, where it is one.
    cues: Vec<Option<Cue>>,
    /// What is looked for in running prose: cues, notices, framing.
    prose: Phrases,
    /// What is looked for in short pieces: the same, and all of `lines` but common words and what introduces a date.
    short: Phrases,
    /// What is looked for in short lines: headings, bylines, dates, markers, common words.
    lines: Phrases,
}

/// Gathers phrases for an [`Index`].
#[derive(Debug, Clone, Default)]
pub(super) struct IndexBuilder {
    senses: Vec<Sense>,
    prose: Gathering,
    short: Gathering,
    lines: Gathering,
}

impl IndexBuilder {
    /// Adds phrases with their sense.
    pub(super) fn add(&mut self, sense: &Sense, phrases: &Texts) {
        let position = self.senses.iter().position(|known| known == sense).unwrap_or_else(|| {
            self.senses.push(sense.clone());
            self.senses.len() - 1
        });
        let position = u16::try_from(position).unwrap_or(u16::MAX);
        let of_prose = sense.is_of_prose();
        let of_short = !matches!(sense, Sense::Function | Sense::Date);
        for phrase in phrases.iter() {
            if of_prose {
                self.prose.add(position, phrase)
            } else {
                self.lines.add(position, phrase)
            }
            if of_short {
                self.short.add(position, phrase);
            }
        }
    }

    /// The index of all phrases added.
    pub(super) fn finish(self) -> Index {
        let cues = self.senses.iter().map(|sense| if let Sense::Cue(cue) = sense { Some(*cue) } else { None });
        let cues = cues.collect();
        let [prose, short, lines] = [self.prose, self.short, self.lines].map(Gathering::finish);
        Index { cues, senses: self.senses, prose, short, lines }
    }
}

/// Which phrases are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Those of running prose: cues, notices, framing, announced lists.
    Prose,
    /// These and those of the lines of head and foot: headings, bylines, dates, markers; no common words.
    Short,
    /// Those of lines alone, common words among them.
    Line,
}

/// What is told of a text while its phrases are looked for.
pub(crate) trait Watch {
    /// The next word.
    fn word(&mut self, word: &Word);
    /// A character between two words that may say something: no space, no apostrophe, no plain punctuation.
    fn sign(&mut self, sign: char);
}

/// Nothing is told.
impl Watch for () {
    fn word(&mut self, _: &Word) {}
    fn sign(&mut self, _: char) {}
}

/// How many words are looked at in one go.
const CHUNK: usize = 512;

impl Index {
    /// The sense that [`Hit::sense`] counts.
    pub(crate) fn sense(&self, position: u16) -> Option<&Sense> {
        self.senses.get(usize::from(position))
    }

    /// The cue that [`Hit::sense`] counts, where it is one.
    pub(crate) fn cue(&self, position: u16) -> Option<Cue> {
        self.cues.get(usize::from(position)).copied().flatten()
    }

    /// Goes through the words of `text` once. `watch` is told every word, `found` gets the phrases, in no order. Offsets
    /// count from the beginning of `text`. `words` is room for the work, whatever it holds; after a short text it holds
    /// its words.
    #[inline(always)]
    pub(crate) fn walk(
        &self,
        text: &str,
        kind: Kind,
        words: &mut Vec<Word>,
        watch: &mut impl Watch,
        mut found: impl FnMut(Hit),
    ) {
        let phrases = match kind {
            Kind::Prose => &self.prose,
            Kind::Short => &self.short,
            Kind::Line => &self.lines,
        };
        words.clear();
        let mut reader = Words::new(text);
        let mut done = 0;
        let chunk = CHUNK.max(phrases.longest() * 8);
        loop {
            while words.len() < chunk {
                let Some(word) = reader.next_after(|sign| watch.sign(sign)) else {
                    phrases.search(words, done, words.len(), &mut found);
                    return;
                };
                watch.word(&word);
                words.push(word);
            }
            // The last words stay: phrases may be under way.
            let to = words.len() - phrases.longest();
            phrases.search(words, done, to, &mut found);
            let gone = to.saturating_sub(phrases.longest());
            words.drain(..gone);
            done = to - gone;
        }
    }

    /// Finds the phrases of short lines in `text`, in the order of their ends.
    pub(crate) fn search_line(&self, text: &str, found: impl FnMut(Hit)) {
        self.search(text, Kind::Line, found);
    }

    /// Finds phrases in `text`, in the order of their ends.
    pub(crate) fn search(&self, text: &str, kind: Kind, found: impl FnMut(Hit)) {
        let mut words = Vec::with_capacity((text.len() / 4 + 4).min(CHUNK));
        let mut hits = Vec::new();
        self.walk(text, kind, &mut words, &mut (), |hit| hits.push(hit));
        hits.sort_by_key(Hit::order);
        hits.into_iter().for_each(found);
    }
}
