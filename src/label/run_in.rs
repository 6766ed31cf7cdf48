//! Headings that are run into their paragraph: "The bull case: prices fall …", "Worst. Nothing works. …".

use crate::lexicon::Index;
use crate::model::Role;

use super::heading::{name, undecorated};

/// Where a run-in heading ends at the latest, in bytes.
const MAX_LABEL: usize = 80;

/// The most words of a run-in heading.
const MAX_WORDS: usize = 7;

/// What the beginning of a paragraph announces.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RunIn {
    pub(super) role: Role,
    /// True after a colon or a dash; a full stop alone needs more to go by.
    pub(super) is_marked: bool,
}

/// Reads the heading with which a paragraph begins.
pub(super) fn run_in(index: &Index, text: &str) -> Option<RunIn> {
    let (label, rest, is_marked) = split(text)?;
    let label = undecorated(label);
    let few = label.split_whitespace().take(MAX_WORDS + 1).count() <= MAX_WORDS;
    let goes_on = rest.split_whitespace().take(3).count() >= 3;
    if label.is_empty() || !few || !goes_on {
        return None;
    }
    let mut role = name(index, label)?;
    match &mut role {
        Role::Perspective(perspective) => perspective.label = Some(label.to_owned()),
        Role::Summary | Role::Background | Role::Example | Role::Conclusion if is_marked => {}
        _ => return None,
    }
    Some(RunIn { role, is_marked })
}

/// The text before and after the first sign that can end a heading.
fn split(text: &str) -> Option<(&str, &str, bool)> {
    for (at, c) in text.char_indices().take_while(|&(at, _)| at <= MAX_LABEL) {
        let after = at + c.len_utf8();
        let rest = text.get(after..)?;
        let is_end = match c {
            ':' | '：' | '.' | '?' | '!' => rest.starts_with([' ', '\u{a0}', '*', '_', '"', '”', '»']),
            '–' | '—' | '-' | '|' => text.get(..at)?.ends_with(char::is_whitespace) && rest.starts_with(' '),
            _ => false,
        };
        if is_end {
            let is_marked = !matches!(c, '.' | '?' | '!');
            return Some((text.get(..at)?, rest.trim_matches([' ', '*', '_', '\u{a0}']), is_marked));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::run_in;
    use crate::lexicon::Lexicon;

    fn read(text: &str) -> String {
        run_in(Lexicon::builtin().index(None), text).map_or_else(|| "-".to_owned(), |found| found.role.to_string())
    }

    #[test]
    fn the_heading_ends_at_the_first_sign() {
        assert_eq!(read("The bull case: prices fall and buyers come back."), "perspective:bull");
        assert_eq!(read("Worst. Nothing works. Write down what is gone."), "perspective:pessimistic");
        assert_eq!(read("**Pro:** Ein Tempolimit spart Benzin und Nerven."), "perspective:for");
        assert_eq!(read("Fazit — Das Dorf hat gewonnen, vorerst."), "conclusion");
        assert_eq!(read("Contre – La facture sera pour les communes."), "perspective:against");
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
