//! The signs between the words of a piece: questions, quotations, money, pictographs.

use crate::lexicon::{Sign, Walked, is_letter};

/// The signs between the words that say something.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    pub(super) questions: u32,
    pub(super) exclamations: u32,
    pub(super) separators: u32,
    pub(super) has_money: bool,
    pub(super) has_emoji: bool,
    pub(super) starts_with_emoji: bool,
    pub(super) has_copyright: bool,
    pub(super) has_hashtag: bool,
    /// How many words stand in quotation marks that were closed.
    pub(super) quoted: u32,
    /// How many words were before the quotation mark that is open.
    quote: Option<u32>,
}

impl Signs {
    /// Looks at a sign between two words.
    #[inline(never)]
    pub(super) fn note(&mut self, text: &str, sign: Sign) {
        match sign.character {
            '?' => self.questions += 1,
            '!' => self.exclamations += 1,
            '#' => {
                let next = text.get(sign.end..).and_then(|rest| rest.chars().next());
                self.has_hashtag |= next.is_some_and(|c| is_letter(c) && !c.is_ascii_digit());
            }
            '%' | '€' | '$' | '£' | '¥' => self.has_money = true,
            '«' | '“' | '„' => self.quote = self.quote.or(Some(sign.words)),
            '»' | '”' => self.close(sign.words),
            '©' | '®' => self.has_copyright = true,
            '|' | '·' | '•' => self.separators += 1,
            c if is_emoji(c) => {
                self.starts_with_emoji |= sign.words == 0;
                self.has_emoji = true;
            }
            _ => {}
        }
    }

    /// Closes a quotation after this many words.
    fn close(&mut self, words: u32) {
        self.quoted += self.quote.take().map_or(0, |from| words - from);
    }

    /// A quotation that is never closed goes to the end.
    pub(super) fn finish(&mut self, walked: &Walked) {
        self.close(walked.tally.words);
    }
}

/// True for pictographs (Unicode blocks of symbols and pictographs).
fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27BF | 0x1F000..=0x1FAFF | 0x2B50 | 0x2B06 | 0x23E9..=0x23FA)
}
