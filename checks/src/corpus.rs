//! Made-up commentary articles for benchmarks and property tests: the same bytes on every run, no paragraph twice.
//!
//! Sentences are filled in from lists of templates and words (`corpus/*.txt`); their people, firms and places are
//! invented. Three articles in five are French, the others English; one in two has headings, plain, in Markdown or in
//! capitals, and the others have none, as a web extractor leaves them.

mod article;
mod grammar;
mod spelling;

use std::collections::HashSet;

use crate::random::Random;
use grammar::Story;

/// The language of a [`Piece`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}

/// Whether the sections of a [`Piece`] are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Each section has a heading.
    Headed,
    /// No section has one.
    Headless,
}

/// An article and what it was made to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text, 1 to 8 KB.
    pub text: String,
    /// The language it is in.
    pub language: Language,
    /// Whether its sections are named.
    pub layout: Layout,
}

/// The first `count` articles of the corpus `seed`.
///
/// ```
/// use commentary_checks::corpus;
///
/// let articles = corpus::articles(1, 3);
/// assert_eq!(articles, corpus::articles(1, 5)[..3]);
/// ```
#[must_use]
pub fn articles(seed: u64, count: usize) -> Vec<String> {
    pieces(seed, count).into_iter().map(|piece| piece.text).collect()
}

/// The articles of [`articles`] in one layout: about half of `count`.
#[must_use]
pub fn articles_in(layout: Layout, seed: u64, count: usize) -> Vec<String> {
    pieces(seed, count).into_iter().filter(|piece| piece.layout == layout).map(|piece| piece.text).collect()
}

/// The first `count` articles of the corpus `seed`, with their languages and layouts.
#[must_use]
pub fn pieces(seed: u64, count: usize) -> Vec<Piece> {
    let french = article::grammar(Language::French);
    let english = article::grammar(Language::English);
    let mut seen = HashSet::new();
    let piece = |position: usize| {
        let (language, grammar) =
            if position % 5 < 3 { (Language::French, &french) } else { (Language::English, &english) };
        let layout = if position % 2 == 0 { Layout::Headed } else { Layout::Headless };
        let story = Story::new(grammar, Random::new(seed, position));
        Piece { text: article::write(story, language, layout, &mut seen), language, layout }
    };
    (0..count).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_paragraph_comes_twice() {
        let articles = articles(7, 1000);
        let mut seen = HashSet::new();
        for paragraph in articles.iter().flat_map(|text| text.lines()).filter(|line| line.len() > 60) {
            assert!(seen.insert(paragraph), "{paragraph}");
        }
        assert!(seen.len() > 8000, "only {} paragraphs", seen.len());
    }

    #[test]
    fn the_same_seed_gives_the_same_articles_and_another_seed_others() {
        assert_eq!(pieces(3, 40), pieces(3, 40));
        assert_eq!(articles(3, 40)[..7], articles(3, 7));
        assert!(articles(3, 40).iter().zip(articles(4, 40)).all(|(one, other)| *one != other));
    }

    #[test]
    fn sizes_spread_from_one_to_eight_kilobytes() {
        let sizes: Vec<usize> = articles(11, 1000).iter().map(String::len).collect();
        let outside: Vec<&usize> = sizes.iter().filter(|size| !(1000..=8192).contains(*size)).collect();
        assert!(outside.is_empty(), "{outside:?}");
        let mean = sizes.iter().sum::<usize>() / sizes.len();
        assert!((4300..=4700).contains(&mean), "mean {mean}");
        assert!(sizes.iter().filter(|&&size| size < 2000).count() > 50);
        assert!(sizes.iter().filter(|&&size| size > 7000).count() > 50);
    }

    #[test]
    fn languages_and_layouts_have_their_shares() {
        let pieces = pieces(5, 100);
        let count = |language, layout| pieces.iter().filter(|p| p.language == language && p.layout == layout).count();
        assert_eq!(count(Language::French, Layout::Headed), 30);
        assert_eq!(count(Language::French, Layout::Headless), 30);
        assert_eq!(count(Language::English, Layout::Headed), 20);
        assert_eq!(count(Language::English, Layout::Headless), 20);
    }

    #[test]
    fn headed_articles_name_both_views_and_headless_ones_name_none() {
        for piece in pieces(9, 200) {
            let short = piece.text.lines().filter(|line| line.len() < 50);
            let named = short.filter(|line| line.to_lowercase().contains("pessimis")).count();
            assert_eq!(named > 0, piece.layout == Layout::Headed, "{}", piece.text);
        }
    }

    #[test]
    fn the_features_of_real_pages_are_all_there() {
        let all = articles(13, 300).concat();
        let features = [
            "’", "'", "\u{a0}:", "\u{202f}!", " ?", "« ", "«\u{a0}", "“", "\"", "é", "œ", "\n## ", " :\n", "\n- ",
            "\n1. ", "\n• ", "#", "👉", " https://", "20", "Imagine", "ependant", "risque", "permet", "owever",
        ];
        for feature in features {
            assert!(all.contains(feature), "{feature:?} is missing");
        }
        assert!(!all.contains(['{', '}', '~', '|']), "a gap was left open");
        for broken in [" de le ", " de les ", " que il", " de un", "  ", " a the "] {
            assert!(!all.contains(broken), "{broken:?} was left");
        }
    }
}
