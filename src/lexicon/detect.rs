//! Tells the language of a text from its common words.

use super::fold::words;
use super::hash::Table;

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
        for word in words(text) {
            let Some(mut languages) = self.by_word.find(word.hash()) else { continue };
            let share = WEIGHT / languages.count_ones().max(1);
            while languages != 0 {
                if let Some(score) = scores.get_mut(languages.trailing_zeros() as usize) {
                    *score += share;
                }
                languages &= languages - 1;
            }
        }
        let (best, &score) =
            scores.iter().enumerate().max_by_key(|&(position, score)| (score, usize::MAX - position))?;
        let next = scores.iter().enumerate().filter(|&(at, _)| at != best).map(|(_, &score)| score).max().unwrap_or(0);
        (score >= ENOUGH && score - score / 4 >= next).then_some(best)
    }
}
