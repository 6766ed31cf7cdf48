//! Tells the language of a text from its common words.

use super::fold::Words;
use super::index::{Slots, hash};

/// The common words of several languages, each with the languages that have it.
#[derive(Debug, Clone, Default)]
pub(super) struct Detector {
    words: Vec<(Box<[u8]>, u32)>,
    by_word: Slots,
}

/// How many languages can be told apart.
const MAX_LANGUAGES: usize = 32;

/// What a word counts that only one language has; shared words count as many times less as languages share them.
const WEIGHT: u32 = 12;

/// How many words of the winner's own a text must hold before its language counts as known.
const ENOUGH: u32 = 3 * WEIGHT;

impl Detector {
    /// Notes that the language at this position has a word.
    pub(super) fn add(&mut self, language: usize, word: &str) {
        let Some(word) = Words::new(word).next() else { return };
        if language >= MAX_LANGUAGES {
            return;
        }
        let bit = 1 << language;
        match self.find(word.folded()).and_then(|at| self.words.get_mut(at as usize)) {
            Some((_, languages)) => *languages |= bit,
            None => {
                let position = u32::try_from(self.words.len()).unwrap_or(u32::MAX - 1);
                self.words.push((word.folded().into(), bit));
                let words = &self.words;
                self.by_word.insert(hash(word.folded()), position, |at| {
                    words.get(at as usize).map_or(0, |(word, _)| hash(word))
                });
            }
        }
    }

    fn find(&self, folded: &[u8]) -> Option<u32> {
        self.by_word.find(hash(folded), |at| self.words.get(at as usize).is_some_and(|(word, _)| **word == *folded))
    }

    /// The position of the language whose words are most in `text`, where it leads by a quarter over the next.
    pub(super) fn detect(&self, text: &str) -> Option<usize> {
        let mut scores = [0_u32; MAX_LANGUAGES];
        for word in Words::new(text) {
            let Some((_, languages)) = self.find(word.folded()).and_then(|at| self.words.get(at as usize)) else {
                continue;
            };
            let share = WEIGHT / languages.count_ones().max(1);
            for (language, score) in scores.iter_mut().enumerate() {
                if languages & (1 << language) != 0 {
                    *score += share;
                }
            }
        }
        let (best, &score) =
            scores.iter().enumerate().max_by_key(|&(position, score)| (score, usize::MAX - position))?;
        let next = scores.iter().enumerate().filter(|&(at, _)| at != best).map(|(_, &score)| score).max().unwrap_or(0);
        (score >= ENOUGH && score - score / 4 >= next).then_some(best)
    }
}
