//! Tells the language of a text from its common words.

use super::fold::{Words, words};
use super::hash::Table;
use super::word::Word;

/// The common words of several languages, each with the languages that have it, one bit each.
#[derive(Debug, Clone, Default)]
pub(super) struct Detector {
    by_word: Table,
}

/// How many languages can be told apart.
const MAX_LANGUAGES: usize = 31;

/// What a word counts that only one language has; shared words count as many times less as languages share them.
const WEIGHT: u32 = 12;

/// How many words of the winner's own a text must hold before its language counts as known.
const ENOUGH: u32 = 3 * WEIGHT;

/// How many make it known before all words are read, where the winner has twice as many as the next.
const PLENTY: u32 = 8 * WEIGHT;

/// How many words are read in one go.
const BATCH: usize = 16;

impl Detector {
    /// Notes that the language at this position has a word.
    pub(super) fn add(&mut self, language: usize, word: &str) {
        let Some(word) = words(word).into_iter().next() else { return };
        if language >= MAX_LANGUAGES {
            return;
        }
        let known = self.by_word.find(word.hash()).unwrap_or_default();
        self.by_word.insert(word.hash(), known | 1 << language);
    }

    /// The position of the language whose words are most in `text`, where it leads by a quarter over the next.
    pub(super) fn detect(&self, text: &str) -> Option<usize> {
        let mut scores = [0_u32; MAX_LANGUAGES];
        let mut words = Words::new(text);
        let mut room: Vec<Word> = Vec::with_capacity(BATCH);
        loop {
            let goes_on = words.read(&mut room, BATCH, &mut |_| {});
            room.drain(..).for_each(|word| self.count(&word, &mut scores));
            let (mut best, mut score, mut next) = (0, 0, 0);
            for (position, &own) in scores.iter().enumerate() {
                if own > score {
                    (best, score, next) = (position, own, score);
                } else {
                    next = own.max(next);
                }
            }
            if !goes_on {
                return (score >= ENOUGH && score - score / 4 >= next).then_some(best);
            }
            if score >= PLENTY && score >= next * 2 {
                return Some(best);
            }
        }
    }

    fn count(&self, word: &Word, scores: &mut [u32; MAX_LANGUAGES]) {
        let Some(mut languages) = self.by_word.find(word.hash()) else { return };
        let share = WEIGHT / languages.count_ones().max(1);
        while languages != 0 {
            if let Some(score) = scores.get_mut(languages.trailing_zeros() as usize) {
                *score += share;
            }
            languages &= languages - 1;
        }
    }
}
