//! Headings that are run into their paragraph: "The bull case: prices fall …", "Worst. Nothing works. …".

use crate::lexicon::Index;
use crate::model::Role;

use super::heading::{is_figure, name, split_aside, undecorated};

/// Where a run-in heading ends at the latest, in bytes.
const MAX_LABEL: usize = 80;

/// How many bytes are looked at for where one ends: whole vectors, and room for those after the last that counts.
const REACH: usize = MAX_LABEL + 16;

/// The most words of a run-in heading.
const MAX_WORDS: usize = 7;

/// How a run-in heading ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// A colon or a dash.
    Mark,
    /// The end of a sentence.
    Sentence,
    /// A comma: only an answer ends so, as in "Yes, …".
    Comma,
    /// A capital glued to the word before, where cells of a table were run together: "CenterExperts warn …".
    Glued,
}

impl End {
    /// The most words of a heading that ends so.
    const fn most_words(self) -> usize {
        match self {
            Self::Mark | Self::Glued => MAX_WORDS,
            Self::Sentence => 4,
            Self::Comma => 1,
        }
    }
}

/// True where a label has more than some words, whatever is taken from its ends: most beginnings of paragraphs are told
/// from headings by it.
fn has_more_words(label: &str, most: usize) -> bool {
    let bytes = label.as_bytes();
    // No number and no letter that counts stands before these.
    let is_letter = |first: u8, next: u8| {
        first == 0xC3 || first.is_ascii_alphabetic() && !next.is_ascii_uppercase() && !matches!(next, b'.' | b')')
    };
    let begins_plainly = matches!(bytes, &[first, next, ..] if is_letter(first, next)) && !label.ends_with(')');
    let begins = |at: &usize| bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    begins_plainly && memchr::memchr_iter(b' ', bytes).filter(begins).nth(most.saturating_sub(1)).is_some()
}

/// Reads the heading with which a paragraph begins.
pub(super) fn run_in(index: &Index, text: &str) -> Option<Role> {
    let (label, rest, end) = label(text)?;
    let (label, _) = split_aside(undecorated(label));
    let few = label.split_whitespace().take(MAX_WORDS + 1).count() <= end.most_words();
    let goes_on = rest.split_whitespace().take(3).count() >= 3;
    // Most paragraphs begin with a few words and a comma, which name nothing.
    if label.is_empty() || !few || !goes_on || !index.names_something(label) {
        return None;
    }
    let mut role = name(index, label)?;
    if is_figure(label, rest, &role) {
        return None;
    }
    match &mut role {
        Role::Perspective(perspective) => perspective.label = Some(label.to_owned()),
        Role::Summary | Role::Background | Role::Example | Role::Conclusion if end == End::Mark => {}
        _ => return None,
    }
    Some(role)
}

/// How long the beginning of a paragraph is that may be a heading run into it.
pub(super) fn label_length(text: &str) -> Option<usize> {
    label(text).map(|(label, ..)| label.len())
}

/// The text before and after the sign that may end a heading, where few words stand before it.
fn label(text: &str) -> Option<(&str, &str, End)> {
    split(text).filter(|(label, _, end)| !has_more_words(label, end.most_words()))
}

/// True for a byte with which a sign may begin that ends a heading, by the bytes beside it.
#[inline(always)]
fn may_end(before: u8, byte: u8, after: u8) -> bool {
    // A comma, a hyphen and a full stop follow one another.
    let is_mark = (byte.wrapping_sub(b',') < 3) | (byte == b':') | (byte == b'?') | (byte == b'!') | (byte == b'|');
    // A capital at the beginning of a word is glued to nothing.
    let is_capital = byte.is_ascii_uppercase() & (before != b' ');
    // Small letters with an accent are 0xC3 and a byte from 0xA0 on.
    let is_wide = (byte > 0xC2) & ((byte != 0xC3) | (after < 0xA0));
    is_mark | is_capital | is_wide
}

/// The places among the first bytes of a text where a sign may stand that ends a heading.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    // All at once, in whole vectors: where the first one stands cannot be foreseen.
    let mut bytes = [b' '; REACH + 2];
    let [_, own @ ..] = &mut bytes;
    match text.as_bytes().first_chunk() {
        Some(whole) => *own = *whole,
        None => own.iter_mut().zip(text.as_bytes()).for_each(|(slot, &byte)| *slot = byte),
    }
    let mut marks = [0_u8; REACH];
    let beside = bytes.iter().zip(bytes.iter().skip(1).zip(bytes.iter().skip(2)));
    for (mark, (&before, (&byte, &after))) in marks.iter_mut().zip(beside) {
        *mark = u8::from(may_end(before, byte, after));
    }
    let (mut next, mut bits) = (0, 0_u64);
    std::iter::from_fn(move || {
        while bits == 0 {
            bits = u64::from_le_bytes(*marks.get(next..)?.first_chunk()?);
            next += 8;
        }
        let at = next - 8 + bits.trailing_zeros() as usize / 8;
        bits &= bits - 1;
        Some(at)
    })
}

/// The text before and after the first sign that can end a heading, and what the sign is.
fn split(text: &str) -> Option<(&str, &str, End)> {
    ends(text).take_while(|&at| at <= MAX_LABEL).find_map(|at| split_at(text, at))
}

/// The text before and after a place, where a heading can end there.
fn split_at(text: &str, at: usize) -> Option<(&str, &str, End)> {
    let from = text.get(at..)?;
    if from.starts_with('’') {
        return None;
    }
    let c = from.chars().next()?;
    let before = text.get(..at)?.chars().next_back().unwrap_or(' ');
    let rest = from.get(c.len_utf8()..)?;
    let is_parted = rest.starts_with([' ', '\u{a0}', '*', '_', '"', '”', '»']);
    let end = match c {
        ':' | '：' if is_parted => End::Mark,
        // A number before a full stop counts the headings.
        '.' | '?' | '!' if is_parted && !before.is_ascii_digit() => End::Sentence,
        ',' if is_parted => End::Comma,
        '–' | '—' | '-' | '|' if before.is_whitespace() && rest.starts_with(' ') && at > 1 => End::Mark,
        _ if c.is_uppercase() && before.is_lowercase() => End::Glued,
        _ => return None,
    };
    let rest = if end == End::Glued { from } else { rest };
    Some((text.get(..at)?, rest.trim_matches([' ', '*', '_', '\u{a0}']), end))
}

/// True where a capital may follow a small letter inside a word near the beginning, as where a heading is glued to its
/// paragraph: "ProsIt saves".
pub(super) fn may_be_glued(text: &str) -> bool {
    let mut bytes = [b' '; REACH + 2];
    match text.as_bytes().first_chunk() {
        Some(whole) => bytes = *whole,
        None => bytes.iter_mut().zip(text.as_bytes()).for_each(|(slot, &byte)| *slot = byte),
    }
    let mut any = false;
    for (&first, (&second, &third)) in bytes.iter().take(REACH).zip(bytes.iter().skip(1).zip(bytes.iter().skip(2))) {
        let is_after_letter = first.is_ascii_lowercase() | (first >= 0x80);
        // An accented capital is 0xC3 and a byte below 0xA0; most of what begins with 0xE2 is punctuation.
        let is_wide = (second > 0xC2) & ((second != 0xC3) | (third < 0xA0)) & ((second != 0xE2) | (third > 0x82));
        any |= is_after_letter & (second.is_ascii_uppercase() | is_wide);
    }
    any
}

#[cfg(test)]
mod tests {
    use super::run_in;
    use crate::lexicon::Lexicon;

    fn read(text: &str) -> String {
        run_in(&Lexicon::builtin().index(None), text).map_or_else(|| "-".to_owned(), |role| role.to_string())
    }

    #[test]
    fn the_heading_ends_at_the_first_sign() {
        assert_eq!(read("The bull case: prices fall and buyers come back."), "perspective:bull");
        assert_eq!(read("Worst. Nothing works. Write down what is gone."), "perspective:pessimistic");
        assert_eq!(read("**Pro:** Ein Tempolimit spart Benzin und Nerven."), "perspective:for");
        assert_eq!(read("Fazit — Das Dorf hat gewonnen, vorerst."), "conclusion");
        assert_eq!(read("Contre – La facture sera pour les communes."), "perspective:against");
        assert_eq!(read("1.4. Con: Some species are alive only because zoos bred them."), "perspective:against");
        assert_eq!(read("The base case (50%): sales stay where they are."), "perspective:base");
        assert_eq!(read("Nein, weil es die Falschen trifft."), "perspective:against");
        assert_eq!(read("The leftSees a burden on poor schools."), "perspective:left");
        assert_eq!(read("L’avis pour: la machine répond à toute heure."), "perspective:for");
    }

    #[test]
    fn prose_has_none() {
        for text in [
            "The left bank: a walk along the river for everyone.",
            "Robot Taxis: The long-awaited fleet may be on the map.", "Pro", "It is over.", "Ja.", "",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
