//! The short lines that were searched last, and what was found in them: a heading is asked about again and again, as a
//! whole and in parts.

use std::cell::RefCell;

use super::phrases::Hit;
use super::word::Word;

/// The longest line, in bytes, that is kept.
const MAX_LINE: usize = 300;

/// How many lines are kept before all of them are forgotten.
const MAX_LINES: usize = 32;

/// Short lines with the phrases found in them.
#[derive(Debug, Default)]
pub(super) struct Recent {
    kept: RefCell<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    lines: Vec<Line>,
    /// The lines, one after the other.
    texts: String,
    /// What was found, in the order of the ends.
    hits: Vec<Hit>,
    room: Room,
}

/// Room for the work on one line.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) words: Vec<Word>,
    pub(super) hits: Vec<Hit>,
}

/// A line that is kept: where it was in the memory, and where its text and its hits are here.
#[derive(Debug, Clone, Copy)]
struct Line {
    address: usize,
    length: usize,
    text: usize,
    hits: (usize, usize),
}

impl Recent {
    /// Gives the phrases of a line to `found`, in the order of their ends. `search` is asked to put its words and its phrases
    /// into some room, unless they are known.
    pub(super) fn find(&self, text: &str, search: impl FnOnce(&mut Room), mut found: impl FnMut(Hit)) {
        // Where it is in use, what was asked comes from inside an answer: that is searched by itself.
        let mut kept = self.kept.try_borrow_mut();
        let Ok(kept) = kept.as_deref_mut() else {
            let mut room = Room::default();
            search(&mut room);
            room.hits.sort_by_key(Hit::order);
            return room.hits.into_iter().for_each(found);
        };
        if let Some((line, from)) = kept.line(text) {
            let (start, end) = (from as u32, (from + text.len()) as u32);
            let own = kept.hits.get(line.hits.0..line.hits.1).unwrap_or_default();
            let inside = own.iter().filter(|hit| hit.start >= start && hit.end <= end);
            return inside.for_each(|hit| found(hit.moved_back(start)));
        }
        if kept.lines.capacity() == 0 {
            kept.make_room();
        }
        let room = &mut kept.room;
        room.words.clear();
        room.hits.clear();
        search(room);
        room.hits.sort_by_key(Hit::order);
        room.hits.iter().copied().for_each(found);
        if text.len() <= MAX_LINE {
            kept.keep(text);
        }
    }
}

impl Kept {
    /// The line that a text is, or a part of which it is, and where in it the text begins. A part must not begin or end
    /// inside a word.
    fn line(&self, text: &str) -> Option<(Line, usize)> {
        let address = text.as_ptr() as usize;
        self.lines.iter().rev().find_map(|line| {
            let from = address.wrapping_sub(line.address);
            let to = from.checked_add(text.len()).filter(|&to| to <= line.length)?;
            // Where the text lies only says where to look: other text may lie there by now.
            let known = self.texts.as_bytes().get(line.text..line.text + line.length)?;
            let is_same = known.get(from..to) == Some(text.as_bytes());
            // No word goes on through any of these signs.
            let parts = |at: usize| known.get(at).is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
            let is_parted = |at: usize| at == 0 || at == line.length || parts(at) || parts(at - 1);
            (is_same && is_parted(from) && is_parted(to)).then_some((*line, from))
        })
    }

    /// Makes room for the headings of a usual text, once.
    fn make_room(&mut self) {
        self.lines.reserve(MAX_LINES);
        self.texts.reserve(1024);
        self.hits.reserve(128);
        self.room.words.reserve(MAX_LINE / 4);
        self.room.hits.reserve(32);
    }

    /// Keeps the line that was searched last.
    fn keep(&mut self, text: &str) {
        if self.lines.len() >= MAX_LINES {
            self.lines.clear();
            self.texts.clear();
            self.hits.clear();
        }
        let (at, first) = (self.texts.len(), self.hits.len());
        self.texts.push_str(text);
        self.hits.extend_from_slice(&self.room.hits);
        let hits = (first, self.hits.len());
        self.lines.push(Line { address: text.as_ptr() as usize, length: text.len(), text: at, hits });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Hit, Index, Lexicon};

    fn hits(index: &Index, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        index.search_line(text, |hit| hits.push(hit));
        hits
    }

    /// What an index finds that was asked before is what one finds that was not.
    fn assert_same(index: &Index, text: &str) {
        assert_eq!(hits(index, text), hits(&Lexicon::builtin().index(None), text), "{text:?}");
    }

    #[test]
    fn every_part_of_a_line_is_searched_as_by_itself() {
        let line = "Scénario 2 – point de vue opti\u{ad}miste: l’été, the bull case (for)";
        let index = Lexicon::builtin().index(None);
        assert!(hits(&index, line).len() > 5);
        let places: Vec<usize> = (0..=line.len()).filter(|&at| line.is_char_boundary(at)).collect();
        for &from in &places {
            for &to in places.iter().filter(|&&to| to >= from) {
                assert_same(&index, &line[from..to]);
                assert_same(&index, line);
            }
        }
    }

    #[test]
    fn another_text_in_the_same_place_is_not_taken_for_the_one_before() {
        let index = Lexicon::builtin().index(None);
        let mut text = String::from("The bull case");
        assert_same(&index, &text);
        for other in ["The bear case", "By Ida Moore.", "The bull", "case"] {
            text.clear();
            text.push_str(other);
            assert_same(&index, &text);
        }
    }

    #[test]
    fn many_lines_and_long_ones_are_searched_too() {
        let index = Lexicon::builtin().index(None);
        let lines: Vec<String> = (0..100).map(|number| format!("{number}. The case against")).collect();
        lines.iter().chain(&lines).for_each(|line| assert_same(&index, line));
        assert_same(&index, &"For and against. ".repeat(400));
    }

    #[test]
    fn a_search_inside_an_answer_is_answered() {
        let index = Lexicon::builtin().index(None);
        let mut inner = Vec::new();
        index.search_line("Point de vue", |_| inner = hits(&index, "The bull case"));
        assert_eq!(inner, hits(&index, "The bull case"));
    }
}
