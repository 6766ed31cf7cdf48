//! Marks in running text that cite references: `[45]`, and superscript digits at the end of a word.

use std::collections::HashSet;

use crate::model::{Citation, Inline, Paragraph};

use super::piece::{Form, Piece};
use super::sentence::ends_sentence;

/// Which marks of a text cite references, where that is certain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Citations {
    brackets: bool,
    superscripts: bool,
}

/// How many marks make it certain that they cite, where no list of references says so.
const SEVERAL: usize = 3;

/// The superscript digits, in order.
const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A mark at a place in a text, as a range of bytes, and the number in it.
struct Mark<'a> {
    start: usize,
    end: usize,
    id: &'a str,
}

impl Citations {
    /// Looks at all marks of a text.
    ///
    /// Bracketed numbers cite where a line begins with one of them, as in a list of references, or where there are
    /// several. Superscripts cite where `¹` is among them, and either another one or a line that begins with one.
    pub(crate) fn of<'a>(source: &str, pieces: &(impl Iterator<Item = &'a Piece<'a>> + Clone)) -> Self {
        let has_brackets = memchr::memchr(b'[', source.as_bytes()).is_some();
        let has_superscripts = memchr::memmem::find(source.as_bytes(), "¹".as_bytes()).is_some();
        if !has_brackets && !has_superscripts {
            return Self::default();
        }
        // Line by line, as marks are told later.
        let prose = || pieces.clone().filter(|piece| is_prose(piece.form));
        let texts = || prose().flat_map(|piece| piece.text.split(['\n', '\r'])).map(str::trim);
        let brackets = has_brackets && {
            let listed: HashSet<&str> = texts().filter_map(|text| Some(listed(text)?.0)).collect();
            let mut marks = texts().flat_map(bracketed);
            marks.by_ref().any(|mark| listed.contains(mark.id))
                || texts().flat_map(bracketed).nth(SEVERAL - 1).is_some()
        };
        let superscripts = has_superscripts && {
            let listed = texts().any(|text| text.starts_with(SUPERSCRIPTS));
            let mut marks: Vec<&str> = texts().flat_map(raised).map(|mark| mark.id).take(MOST).collect();
            marks.sort_unstable();
            marks.dedup();
            marks.contains(&"¹") && (listed || marks.len() > 1)
        };
        Self { brackets, superscripts }
    }

    /// Appends a text, its marks as citations.
    pub(crate) fn push(self, text: &str, out: &mut Vec<Inline>) {
        let mut marks: Vec<Mark<'_>> = Vec::new();
        if self.brackets {
            marks.extend(bracketed(text));
        }
        if self.superscripts {
            marks.extend(raised(text));
        }
        marks.sort_by_key(|mark| mark.start);
        let mut from = 0;
        for mark in marks {
            let (Some(before), Some(written)) = (text.get(from..mark.start), text.get(mark.start..mark.end)) else {
                continue;
            };
            if !before.is_empty() {
                out.push(Inline::text(before));
            }
            out.push(Inline::from(Citation::new(plain_digits(mark.id), written)));
            from = mark.end;
        }
        match text.get(from..) {
            Some(rest) if !rest.is_empty() => out.push(Inline::text(rest)),
            _ => {}
        }
    }
}

/// How many superscripts are looked at.
const MOST: usize = 1_000;

const fn is_prose(form: Form) -> bool {
    matches!(form, Form::Paragraph | Form::Item | Form::Quote)
}

/// The number in brackets with which a line of a list of references begins, and what stands after it.
pub(crate) fn listed(text: &str) -> Option<(&str, &str)> {
    let (id, rest) = text.strip_prefix('[')?.split_once(']')?;
    (is_number(id) && rest.starts_with(char::is_whitespace)).then_some((id, rest))
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0')
}

/// The numbers in brackets after a word. One before any word is no citation but the beginning of an entry.
fn bracketed(text: &str) -> impl Iterator<Item = Mark<'_>> {
    let mut has_word = false;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let open = rest.find('[')?;
            has_word |= rest.get(..open)?.contains(char::is_alphanumeric);
            let start = at + open;
            let inside = text.get(start + 1..)?;
            at = start + 1;
            let digits = inside.bytes().take(4).take_while(u8::is_ascii_digit).count();
            let (id, after) = inside.split_at_checked(digits)?;
            if has_word && is_number(id) && after.starts_with(']') && !after.starts_with("](") {
                at = start + digits + 2;
                return Some(Mark { start, end: at, id });
            }
        }
    })
}

/// Superscript digits after a word of at least three letters, or after the sign that ends a sentence: "m²" cites nothing.
fn raised(text: &str) -> impl Iterator<Item = Mark<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(SUPERSCRIPTS)?;
            let from = text.get(start..)?;
            let length = from.find(|c| !SUPERSCRIPTS.contains(&c)).unwrap_or(from.len());
            let before = text.get(..start)?;
            at = start + length;
            let id = from.get(..length)?;
            let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count();
            let ends =
                before.chars().next_back().is_some_and(|c| matches!(c, '.' | ',' | '»' | '”' | '"' | ')' | '!' | '?'));
            if (letters == 3 || ends) && length <= 3 * '⁴'.len_utf8() && !id.starts_with('⁰') {
                return Some(Mark { start, end: at, id });
            }
        }
    })
}

/// A number with its superscript digits as plain ones.
fn plain_digits(id: &str) -> String {
    let plain =
        |c: char| SUPERSCRIPTS.iter().position(|&raised| raised == c).and_then(|at| char::from_digit(at as u32, 10));
    id.chars().map(|c| plain(c).unwrap_or(c)).collect()
}

/// True for a line that says whose words stand above it: "— Name | Outlet".
pub(crate) fn is_attribution(text: &str) -> bool {
    let Some(name) = text.strip_prefix(['–', '—', '―']).map(str::trim_start) else { return false };
    let words = name.split_whitespace().take(15).count();
    let opens = name.starts_with(char::is_uppercase);
    let is_name = words <= 4 && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    opens && words < 15 && !ends_sentence(name) && (is_name || name.contains(['|', ',']))
}

/// True for a paragraph that is a quotation from end to end.
pub(crate) fn is_quotation(paragraph: &Paragraph) -> bool {
    let (Some(Inline::Text(first)), Some(Inline::Text(last))) = (paragraph.content.first(), paragraph.content.last())
    else {
        return false;
    };
    first.starts_with(['“', '«', '„', '"', '»', '‘'])
        && last.trim_end_matches(['.', ' ']).ends_with(['”', '»', '“', '"', '«', '’'])
        && !paragraph.is_attribution
}

#[cfg(test)]
mod tests {
    use super::{Citations, is_attribution};
    use crate::model::{Inline, plain_text};

    fn marks(citations: Citations, text: &str) -> Vec<String> {
        let mut out = Vec::new();
        citations.push(text, &mut out);
        assert_eq!(plain_text(&out), text);
        let id =
            |inline: &Inline| if let Inline::Citation(citation) = inline { Some(citation.id.clone()) } else { None };
        out.iter().filter_map(id).collect()
    }

    #[test]
    fn marks_are_found_and_the_text_is_kept() {
        let both = Citations { brackets: true, superscripts: true };
        assert_eq!(marks(both, "It varies. [46] [47][8] At 22 m² it holds."), ["46", "47", "8"]);
        assert_eq!(marks(both, "Helen Marsh, doctor¹; Idris Cole, professor¹²³"), ["1", "123"]);
        for text in ["[3] A report", "a[0] [1234] [x] [2](https://a.example/) [", "10⁹ et x²", ""] {
            assert_eq!(marks(both, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_name_after_a_dash_is_an_attribution() {
        for text in ["– Ida Sorensen | The Harbour", "— Jo Marsh, mayor of Lindow", "―\u{a0}Odile Marescaux"] {
            assert!(is_attribution(text), "{text}");
        }
        for text in
            ["— and so it went on", "– Ida left.", "Ida Sorensen | The Harbour", "— Ida saw that the harbour was empty"]
        {
            assert!(!is_attribution(text), "{text}");
        }
    }
}
