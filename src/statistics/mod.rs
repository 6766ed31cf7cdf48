//! What a reader may ask of an article in numbers: words, sentences, reading time, and how the room is shared.

mod words;

use std::time::Duration;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Article, Role, Section};

pub(crate) use words::count as count_words;

/// An article in numbers. See [`Article::statistics`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Statistics {
    /// The words in the bodies of all sections but boilerplate, by the boundaries of UAX #29.
    pub words: usize,
    /// The sentences in them, by the boundaries of UAX #29.
    pub sentences: usize,
    /// The same for each section of the article, in its order; replies count with the view that they answer.
    pub sections: Vec<Portion>,
}

/// A section in numbers.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Section};
///
/// let article = Article::new("A roof").section(Section::summary().paragraph("It is built. It holds."));
/// let portion = &article.statistics().sections[0];
/// assert_eq!((portion.words, portion.sentences), (5, 2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Portion {
    /// The section's role, without what only a perspective has but the stance.
    pub role: Role,
    /// Its words.
    pub words: usize,
    /// Its sentences.
    pub sentences: usize,
}

impl Statistics {
    /// How many words a grown reader of English takes in silently in a minute, on average over 190 studies: Brysbaert,
    /// “How many words do we read per minute?”, 2019.
    pub const WORDS_PER_MINUTE: u16 = 238;

    /// How long reading takes at so many words per minute, to the second; no time at 0 words per minute.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Section, Statistics};
    ///
    /// let article = Article::new("A roof").section(Section::summary().paragraph("word ".repeat(476)));
    /// assert_eq!(article.statistics().reading_time(Statistics::WORDS_PER_MINUTE).as_secs(), 120);
    /// ```
    #[must_use]
    pub fn reading_time(&self, words_per_minute: u16) -> Duration {
        let seconds = self.words.saturating_mul(60).checked_div(usize::from(words_per_minute));
        Duration::from_secs(seconds.unwrap_or_default() as u64)
    }

    /// The part of the article's words that stands in a section, from 0 to 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Section, Stance};
    ///
    /// let article = Article::new("A roof")
    ///     .section(Section::perspective(Stance::For).paragraph("It saves water now."))
    ///     .section(Section::perspective(Stance::Against).paragraph("It costs money, year after year, for good."));
    /// let statistics = article.statistics();
    /// assert_eq!(statistics.share(&statistics.sections[0]), 1.0 / 3.0);
    /// ```
    #[must_use]
    pub fn share(&self, portion: &Portion) -> f64 {
        if self.words == 0 { 0.0 } else { portion.words as f64 / self.words as f64 }
    }

    /// How evenly the room is shared among the views that take a side: the words of the stance that has fewest, divided by
    /// those of the stance that has most. 1 is even, 0 is a stance without a word; `None` where fewer than two stances
    /// take a side.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Section, Stance};
    ///
    /// let article = Article::new("A roof")
    ///     .section(Section::perspective(Stance::For).paragraph("It saves water now."))
    ///     .section(Section::perspective(Stance::Against).paragraph("It costs money, year after year, for good."));
    /// assert_eq!(article.statistics().balance(), Some(0.5));
    /// ```
    #[must_use]
    pub fn balance(&self) -> Option<f64> {
        let mut sides: Vec<(&Role, usize)> = Vec::new();
        for portion in self.sections.iter().filter(|own| own.role.stance().is_some_and(|stance| stance.takes_side())) {
            match sides.iter_mut().find(|(role, _)| role.stance() == portion.role.stance()) {
                Some((_, words)) => *words += portion.words,
                None => sides.push((&portion.role, portion.words)),
            }
        }
        let (least, most) =
            (sides.iter().map(|(_, words)| *words).min()?, sides.iter().map(|(_, words)| *words).max()?);
        (sides.len() > 1 && most > 0).then(|| least as f64 / most as f64)
    }
}

impl Article {
    /// This article in numbers. They are counted anew at each call.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Section};
    ///
    /// let article = Article::new("A roof").section(Section::summary().paragraph("It is built. It holds."));
    /// let statistics = article.statistics();
    /// assert_eq!((statistics.words, statistics.sentences), (5, 2));
    /// ```
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        let sections: Vec<Portion> = self.sections.iter().map(portion).collect();
        let counted = || sections.iter().filter(|portion| portion.role != Role::Boilerplate);
        let words = counted().map(|portion| portion.words).sum();
        let sentences = counted().map(|portion| portion.sentences).sum();
        Statistics { words, sentences, sections }
    }
}

/// A section and its replies in numbers.
fn portion(section: &Section) -> Portion {
    let role = match section.stance() {
        Some(stance) => Role::perspective(stance.clone()),
        None => section.role.clone(),
    };
    let (mut words, mut sentences) = (0, 0);
    let mut pending = vec![section];
    while let Some(section) = pending.pop() {
        // A block ends a sentence, whatever stands at its end.
        for text in section.body.iter().map(crate::model::Block::text) {
            words += count_words(&text);
            sentences += text.lines().map(|line| line.unicode_sentences().count()).sum::<usize>();
        }
        pending.extend(section.as_perspective().into_iter().flat_map(|view| &view.replies));
    }
    Portion { role, words, sentences }
}
