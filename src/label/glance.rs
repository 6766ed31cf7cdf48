//! How much of a long paragraph is read: of one under a heading nothing but that it is one, of any other its ends.

use super::piece::{Form, Piece};
use super::scan::{MAX_LINE, Shape};

/// How many words a paragraph has at least that is only glanced at: more than any heading.
pub(super) const GLANCED: u32 = 20;

/// How many bytes that many words have at least.
const FEW_LETTERS: usize = 3 * GLANCED as usize;

/// What a glance tells of a long paragraph: that it is one, and without a hashtag. `None` where that takes a longer look.
pub(super) fn glance(piece: &Piece<'_>, words: u32) -> Option<Shape> {
    let is_plain = matches!(piece.form, Form::Paragraph | Form::Item | Form::Quote) && !piece.text.starts_with('[');
    let has_hash = || memchr::memchr(b'#', piece.text.as_bytes()).is_some();
    (is_plain && words > GLANCED && !has_hash()).then(|| Shape {
        words,
        length: words as f32,
        is_glance: true,
        may_name: true,
        ..Shape::default()
    })
}

/// A number of words that a text has at least: what of its first bytes begins with a plain letter after a space; of a text that is too short
/// for a glance, none.
pub(super) fn words_at_least(text: &str) -> u32 {
    if text.len() <= FEW_LETTERS {
        return 0;
    }
    let begins = |before: u8, first: u8| (before == b' ') & first.is_ascii_alphabetic();
    let Some(bytes) = text.as_bytes().first_chunk::<{ MAX_LINE + 1 }>() else {
        let bytes = text.as_bytes();
        let begins = |at: &usize| bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
        return memchr::memchr_iter(b' ', bytes).filter(begins).map(|_| 1).sum();
    };
    let mut count = 0_u8;
    for (&before, &first) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
        count += u8::from(begins(before, first));
    }
    count.into()
}

/// How many bytes at the beginning of a long paragraph are read, and how many at its end: some sixty and twenty-five words,
/// which say of its role what all of them say.
const READ: (usize, usize) = (360, 150);

/// The beginning of a long paragraph and its end, with its place; all of a paragraph that is hardly longer than both.
pub(super) fn ends(text: &str) -> (&str, Option<(usize, &str)>) {
    let (head, tail) = READ;
    let space = |from: usize| memchr::memchr(b' ', text.as_bytes().get(from..)?).map(|at| from + at);
    let cut = || {
        let (end, start) = (space(head)?, space(text.len().checked_sub(tail)?)?);
        Some((text.get(..end)?, (start, text.get(start..).filter(|_| end < start)?)))
    };
    let found = if text.len() > head + tail + head / 4 { cut() } else { None };
    found.map_or((text, None), |(first, last)| (first, Some(last)))
}

#[cfg(test)]
mod tests {
    use super::{ends, words_at_least};

    #[test]
    fn words_are_counted_up_to_a_point() {
        assert_eq!(words_at_least("Too few to count."), 0);
        for letters in [70, 190, 250] {
            let text = "ab ".repeat(letters / 3);
            let expected = (text.len().min(201) - 1) / 3;
            assert!(expected.abs_diff(words_at_least(&text) as usize) <= 1, "{letters}");
        }
    }

    #[test]
    fn a_long_paragraph_is_read_at_both_ends() {
        let short = "A word and another. ".repeat(25);
        assert_eq!(ends(&short), (short.as_str(), None));
        let long = "Né à Orléans, là-bas. ".repeat(100);
        let (first, last) = ends(&long);
        let (from, last) = last.unwrap();
        assert!((360..380).contains(&first.len()) && (130..=150).contains(&last.len()));
        assert_eq!(long.get(from..), Some(last));
        let unparted = "é".repeat(1000);
        assert_eq!(ends(&unparted), (unparted.as_str(), None));
    }
}
