//! Tells the language of a text from its common words.

use super::fold::Words;
use super::hash::Table;

/// The common words of several languages, each with the languages that have it.
#[derive(Debug, Clone, Default)]
pub(super) struct Detector {
    by_word: Table,
    /// For each word the languages that have it, one bit each.
    languages: Vec<u32>,
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
        match self.by_word.find(word.hash()).and_then(|at| self.languages.get_mut(at as usize)) {
            Some(languages) => *languages |= bit,
            None => {
                self.by_word.insert(word.hash(), u32::try_from(self.languages.len()).unwrap_or(u32::MAX - 1));
                self.languages.push(bit);
            }
        }
    }

    /// The position of the language whose words are most in `text`, where it leads by a quarter over the next.
    pub(super) fn detect(&self, text: &str) -> Option<usize> {
        let mut scores = [0_u32; MAX_LANGUAGES];
        for word in Words::new(text) {
            let Some(languages) = self.by_word.find(word.hash()).and_then(|at| self.languages.get(at as usize)) else {
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
