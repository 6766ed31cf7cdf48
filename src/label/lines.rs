//! The pieces of a text with their shapes: what the outline asks of them.

use crate::lexicon::{Index, Sense};

use super::bare::{MAX_BARE_WORDS, may_be_bare_heading};
use super::heading::{name, parts, split_thesis};
use super::piece::{Form, Piece};
use super::scan::{Shape, shape};
use super::sentence::ends_sentence;

/// The pieces of a text, what they are made of, and the phrases of its language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'a> {
    pub(super) pieces: &'a [Piece<'a>],
    pub(super) shapes: &'a [Shape],
    pub(super) index: &'a Index,
}

impl<'a> Lines<'a> {
    pub(super) fn get(&self, at: usize) -> Option<(&'a Piece<'a>, &'a Shape)> {
        self.pieces.get(at).zip(self.shapes.get(at))
    }

    /// What a piece is made of, looked at from end to end.
    pub(super) fn look(&self, at: usize) -> Shape {
        match self.get(at) {
            Some((piece, seen)) if seen.is_glance => shape(piece, self.index, &mut Vec::new(), &mut Vec::new()),
            seen => seen.map(|(_, shape)| *shape).unwrap_or_default(),
        }
    }

    pub(super) fn is_item(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.form == Form::Item)
    }

    /// True for a paragraph of at least one sentence.
    pub(super) fn is_running(&self, at: usize) -> bool {
        self.get(at).is_some_and(|(piece, shape)| {
            matches!(piece.form, Form::Paragraph | Form::Quote)
                && shape.words >= 5
                && (ends_sentence(piece.text) || shape.words > 20)
        })
    }

    /// True for a paragraph of at least one sentence, or an item of a list.
    pub(super) fn has_text(&self, at: usize) -> bool {
        self.is_running(at) || self.is_item(at)
    }

    /// True for a line that may be a heading above running text, whatever it says. Below the first line of a text only.
    pub(super) fn may_head(&self, at: usize) -> bool {
        let Some((piece, shape)) = self.get(at) else { return false };
        let is_line = shape.words <= MAX_BARE_WORDS && shape.url.is_none();
        let has_form = match piece.form {
            Form::Heading { level } => level > 1,
            Form::Paragraph | Form::Quote => may_be_bare_heading(piece.text) || is_quoted(piece.text),
            Form::Item => !self.is_item(at + 1) && may_be_bare_heading(piece.text),
            _ => false,
        };
        at > 0 && is_line && has_form && !shape.looks_like_boilerplate()
    }

    /// True for a line that names who wrote what stands below or above: "By Dana Ruiz", "Ada Kern, teacher".
    pub(super) fn is_signature(&self, at: usize) -> bool {
        let Some((piece, shape)) = self.get(at) else { return false };
        let has_form = matches!(piece.form, Form::Paragraph | Form::Heading { level: 7 });
        let text = piece.text.strip_prefix("s/").unwrap_or(piece.text).trim_start_matches(['—', '–', '-', ' ']);
        let is_signed = text.len() < piece.text.len();
        let is_notice = shape.looks_like_boilerplate() || shape.figures > u32::from(is_signed) || shape.url.is_some();
        if !has_form || shape.words > 14 || is_notice || text.ends_with([':', '?', '!']) {
            return false;
        }
        let name = text.split([',', '|', '·', '(']).next().unwrap_or_default().trim();
        let is_stopped = text.ends_with('.') && !text.ends_with("..");
        (shape.byline_opens && shape.capitalised >= 2)
            || (!is_stopped && (name.len() < text.len() || shape.words <= 4) && self.is_full_name(name))
    }

    /// True for a few capitalised words below a signature: an office, an agency.
    pub(super) fn is_affiliation(&self, at: usize) -> bool {
        self.get(at).is_some_and(|(piece, shape)| {
            piece.form == Form::Paragraph
                && (1..=6).contains(&shape.words)
                && shape.capitalised * 3 >= shape.words * 2
                && shape.figures == 0
                && !ends_sentence(piece.text)
        })
    }

    /// True for a line that credits what stands beside it to an outlet: "The Commons, editorial", "Margem, «Title», p. 3".
    pub(super) fn is_credit(&self, at: usize) -> bool {
        let Some((piece, shape)) = self.get(at) else { return false };
        let text = piece.text;
        let is_line = piece.form == Form::Paragraph && (2..=14).contains(&shape.words) && shape.url.is_none();
        let is_open = !ends_sentence(text) || is_quoted(text.rsplit([',', '—', '–']).next().unwrap_or_default().trim());
        let first = text.split([',', '|', '·', '—', '–', '«', '“', '(', ':']).next().unwrap_or_default().trim();
        let is_parted = first.len() < text.len();
        let has_name = first.starts_with(char::is_uppercase) && first.split_whitespace().count() <= 5;
        let is_named = shape.capitalised * 2 >= shape.words && shape.words <= 6;
        is_line && is_open && has_name && (is_parted || is_named) && !text.ends_with(['?', '!'])
    }

    /// True for a quoted line that may be the heading of the running text below it.
    pub(super) fn is_thesis(&self, at: usize) -> bool {
        self.get(at).is_some_and(|(piece, shape)| {
            matches!(piece.form, Form::Paragraph | Form::Quote)
                && shape.words <= MAX_BARE_WORDS
                && self.is_running(at + 1)
        })
    }

    /// True for the title of what an outlet has written, where the outlet is named below it, by itself or at the
    /// beginning of its words: "“The courage to close”", "From The Bay Chronicle: The bill hurts".
    pub(super) fn is_quoted_title(&self, at: usize) -> bool {
        let Some((piece, shape)) = self.get(at) else { return false };
        let is_line = shape.words <= MAX_BARE_WORDS && shape.url.is_none();
        let is_title = is_quoted(piece.text) && (self.is_credit(at + 1) || self.is_outlet(at + 1));
        is_line && (is_title || !ends_sentence(piece.text) && self.opens_with_outlet(at + 1))
    }

    /// True for a few words with a capital that are no sentence, as the name of a newspaper.
    pub(super) fn is_outlet(&self, at: usize) -> bool {
        self.get(at).is_some_and(|(piece, shape)| {
            piece.form == Form::Paragraph
                && (1..=7).contains(&shape.words)
                && piece.text.starts_with(char::is_uppercase)
                && !ends_sentence(piece.text)
        })
    }

    /// True for running text that begins with the name of an outlet and a colon.
    fn opens_with_outlet(&self, at: usize) -> bool {
        let Some((piece, _)) = self.get(at).filter(|_| self.is_running(at)) else { return false };
        let Some((label, _)) = piece.text.split_once(": ").filter(|(label, _)| label.len() <= OPENING) else {
            return false;
        };
        let capitals = label.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
        (2..=6).contains(&label.split_whitespace().count()) && capitals * 3 >= label.split_whitespace().count() * 2
    }

    /// True for a line that names its sources after a colon: "Sources: City Clerk; own figures".
    pub(super) fn is_source(&self, at: usize) -> bool {
        let Some((piece, shape)) = self.get(at) else { return false };
        if piece.form != Form::Paragraph || !shape.may_name || shape.words > 30 {
            return false;
        }
        let label = split_thesis(piece.text).filter(|(_, sources)| !sources.is_empty());
        label.is_some_and(|(label, _)| name(self.index, label).is_some_and(|role| role.id() == "reference"))
    }

    /// True for a short sentence about a person, whose full name it begins with, or whom it introduces.
    pub(super) fn is_about_writer(&self, at: usize) -> bool {
        let Some((piece, shape)) = self.get(at) else { return false };
        if piece.form != Form::Paragraph || !(4..=25).contains(&shape.words) || !ends_sentence(piece.text) {
            return false;
        }
        let mut words = piece.text.split_whitespace();
        let name: Vec<&str> = words.by_ref().take_while(|word| word.starts_with(char::is_uppercase)).take(5).collect();
        let name = name.join(" ");
        shape.byline_opens || self.is_full_name(name.trim_end_matches(','))
    }

    /// True for a paragraph that opens with the first or the second of two hands.
    pub(super) fn opens_with(&self, at: usize, hand: &Sense) -> bool {
        let Some((piece, _)) = self.get(at).filter(|(piece, _)| piece.form == Form::Paragraph) else { return false };
        let end = (0..=OPENING.min(piece.text.len())).rev().find(|&end| piece.text.is_char_boundary(end));
        let opening = end.and_then(|end| piece.text.get(..end)).unwrap_or_default();
        let mut found = false;
        self.index.search_line(opening, |hit| found |= hit.start == 0 && self.index.sense(hit.sense) == Some(hand));
        found
    }

    /// True for two to four words that look like a person's name, none of which is a common word.
    pub(super) fn is_full_name(&self, text: &str) -> bool {
        let words = text.split_whitespace().filter(|word| !(word.len() <= 5 && word.ends_with('.')));
        let text = &*words.collect::<Vec<_>>().join(" ");
        super::holder::is_name(text)
            && !parts(self.index, text).iter().any(|part| *part.sense != Sense::Function || part.from == 0)
    }
}

/// How many bytes from its beginning tell how a paragraph opens.
const OPENING: usize = 48;

/// True for a line in quotation marks from end to end.
pub(super) fn is_quoted(text: &str) -> bool {
    text.starts_with(['“', '«', '„', '"', '»', '‘']) && text.ends_with(['”', '»', '“', '"', '«', '’'])
}
