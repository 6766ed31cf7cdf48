//! The phrases of a language, ready for searching: those of prose, and those of short lines.

use std::sync::Arc;

use super::fold::{Sign, Tally, Words};
use super::phrases::{Gathering, Hit, Phrase, Phrases};
use super::recent::{Recent, Room};
use super::{Cue, Phrases as Texts, Sense, Word};

/// The phrases of one language, or of several together, and what was found in the lines searched last.
#[derive(Debug, Default)]
pub(crate) struct Index {
    book: Arc<Book>,
    recent: Recent,
}

/// The phrases themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    /// The cues come first, in their order.
    senses: Vec<Sense>,
    /// What is looked for in running prose: cues, notices, framing.
    prose: Phrases,
    /// What is looked for in short pieces: the same, and all of `lines` but common words and what introduces a date.
    short: Phrases,
    /// What names a stance or a role in a heading.
    names: Phrases,
    /// What is looked for in short lines: headings, bylines, dates, markers, common words.
    lines: Phrases,
}

/// Gathers phrases for an [`Index`].
#[derive(Debug, Clone)]
pub(super) struct IndexBuilder {
    senses: Vec<Sense>,
    prose: Gathering,
    short: Gathering,
    names: Gathering,
    lines: Gathering,
}

impl Default for IndexBuilder {
    fn default() -> Self {
        let [prose, short, names, lines] = std::array::from_fn(|_| Gathering::default());
        Self { senses: Cue::ALL.iter().copied().map(Sense::Cue).collect(), prose, short, names, lines }
    }
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
        let is_name = matches!(sense, Sense::Stance(_) | Sense::Heading(_));
        for phrase in phrases.iter().map(Phrase::new) {
            let own = if of_prose { &mut self.prose } else { &mut self.lines };
            own.add(position, &phrase);
            if of_short {
                self.short.add(position, &phrase);
            }
            if is_name {
                self.names.add(position, &phrase);
            }
        }
    }

    /// All phrases added.
    pub(super) fn finish(self) -> Book {
        let [prose, short, names, lines] = [self.prose, self.short, self.names, self.lines].map(Gathering::finish);
        Book { senses: self.senses, prose, short, names, lines }
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

/// How many words are looked at in one go.
pub(crate) const CHUNK: usize = 512;

impl Index {
    /// These phrases, and no line searched yet.
    pub(super) fn new(book: &Arc<Book>) -> Self {
        Self { book: Arc::clone(book), recent: Recent::default() }
    }

    /// The sense that [`Hit::sense`] counts.
    pub(crate) fn sense(&self, position: u16) -> Option<&Sense> {
        self.book.senses.get(usize::from(position))
    }

    /// The cue that [`Hit::sense`] counts, where it is one.
    pub(crate) fn cue(position: u16) -> Option<Cue> {
        Cue::ALL.get(usize::from(position)).copied()
    }

    /// Goes through the words of `text` once and counts them. `sign` is told what stands between them and may say
    /// something, `found` gets the phrases, in no order. Offsets count from the beginning of `text`. `room` is room for the
    /// work, whatever it holds; after a text of fewer than [`CHUNK`] words it holds all of them.
    #[inline(always)]
    pub(crate) fn walk(
        &self,
        text: &str,
        kind: Kind,
        room: &mut Vec<Word>,
        mut sign: impl FnMut(Sign),
        mut found: impl FnMut(Hit),
    ) -> Walked {
        let phrases = match kind {
            Kind::Prose => &self.book.prose,
            Kind::Short => &self.book.short,
            Kind::Line => &self.book.lines,
        };
        room.clear();
        let mut words = Words::new(text);
        let (mut done, mut opening) = (0, None);
        let chunk = CHUNK.max(phrases.longest() * 8);
        let mut signature = [0; 4];
        loop {
            let known = room.len();
            let goes_on = words.read(room, chunk, &mut sign);
            note_long(&mut signature, room.get(known..).unwrap_or_default());
            if !goes_on {
                let opening = opening.unwrap_or_else(|| self::opening(room));
                phrases.search(room, done, room.len(), &mut found);
                return Walked { tally: words.tally, opening, signature };
            }
            opening = opening.or_else(|| Some(self::opening(room)));
            // The last words stay: phrases may be under way.
            let to = room.len() - phrases.longest();
            phrases.search(room, done, to, &mut found);
            let gone = to.saturating_sub(phrases.longest());
            room.drain(..gone);
            done = to - gone;
        }
    }

    /// True where some words name a stance or a role, as headings do.
    pub(crate) fn may_name(&self, words: &[Word]) -> bool {
        let mut any = false;
        self.book.names.search(words, 0, words.len(), |_| any = true);
        any
    }

    /// True where a few words name a stance or a role, as headings do.
    pub(crate) fn names_something(&self, text: &str) -> bool {
        let mut words = Vec::with_capacity((text.len() / 4 + 4).min(CHUNK));
        Words::new(text).read(&mut words, CHUNK, &mut |_| {}) || self.may_name(&words)
    }

    /// Finds the phrases of short lines in `text`, in the order of their ends.
    pub(crate) fn search_line(&self, text: &str, found: impl FnMut(Hit)) {
        let search = |room: &mut Room| {
            let Room { words, hits } = room;
            self.walk(text, Kind::Line, words, |_| {}, |hit| hits.push(hit));
        };
        self.recent.find(text, search, found);
    }

    /// Finds phrases in `text`, in the order of their ends.
    pub(crate) fn search(&self, text: &str, kind: Kind, found: impl FnMut(Hit)) {
        let mut words = Vec::with_capacity((text.len() / 4 + 4).min(CHUNK));
        let mut hits = Vec::with_capacity(16);
        self.walk(text, kind, &mut words, |_| {}, |hit| hits.push(hit));
        hits.sort_by_key(Hit::order);
        hits.into_iter().for_each(found);
    }
}

/// What was told of a text while its phrases were looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Walked {
    pub(crate) tally: Tally,
    /// A hash of the first two words, for telling parallel openings.
    pub(crate) opening: u64,
    /// One bit for each of its longer words: two texts with many bits in common speak of the same.
    pub(crate) signature: [u64; 4],
}

impl Walked {
    /// Adds what was told of a later part of the same text.
    pub(crate) fn join(&mut self, later: &Self) {
        self.tally.words += later.tally.words;
        self.tally.capitals += later.tally.capitals;
        self.tally.figures += later.tally.figures;
        self.tally.years += later.tally.years;
        self.signature.iter_mut().zip(later.signature).for_each(|(own, later)| *own |= later);
    }
}

/// From how many bytes a word is long enough to tell what a text speaks of.
const LONG_WORD: u32 = 7;

/// Sets the bits of the longer words.
fn note_long(signature: &mut [u64; 4], words: &[Word]) {
    for word in words {
        let hash = word.hash();
        // No branch: which words are long cannot be foreseen.
        let bit = u64::from(word.end - word.start >= LONG_WORD) << (hash >> 56 & 63);
        if let Some(bits) = signature.get_mut((hash >> 62) as usize) {
            *bits |= bit;
        }
    }
}

/// A hash of the first two words.
fn opening(words: &[Word]) -> u64 {
    let turned = words.iter().zip(1..=2).map(|(word, place)| word.hash().rotate_left(place));
    turned.fold(0, |all, hash| all ^ hash)
}
