//! Headings without a mark: which lines look like one.

use super::heading::undecorated;
use super::piece::{Form, Piece};
use super::scan::Shape;
use super::sentence::ends_sentence;

/// The most words that a line without a mark may have and still be a heading.
pub(super) const MAX_BARE_WORDS: u32 = 14;

/// True for an item of no list, short and not a sentence, with running text below it: a numbered heading.
pub(super) fn is_lone_item(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let is_item = |at: usize| pieces.get(at).is_some_and(|piece| piece.form == Form::Item);
    let (Some(piece), Some(shape)) = (pieces.get(at), shapes.get(at)) else { return false };
    let is_lone = is_item(at) && !is_item(at + 1) && !at.checked_sub(1).is_some_and(is_item);
    is_lone
        && shape.words <= 10
        && shape.url.is_none()
        && !ends_sentence(piece.text)
        && is_running(pieces, shapes, at + 1)
}

/// True for a paragraph of at least one sentence.
fn is_running(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let both = pieces.get(at).zip(shapes.get(at));
    both.is_some_and(|(piece, shape)| {
        piece.form == Form::Paragraph && shape.words >= 5 && (ends_sentence(piece.text) || shape.words > 20)
    })
}

/// True for a short line without a mark that stands above running text, in a text whose headings look the same.
pub(super) fn looks_like_bare_heading(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let (Some(piece), Some(shape)) = (pieces.get(at), shapes.get(at)) else { return false };
    let is_item = |at: usize| pieces.get(at).is_some_and(|piece| piece.form == Form::Item);
    let before = at.checked_sub(1);
    // A list of fixtures, a row of figures.
    let has_figures = pieces.get(at + 1).zip(shapes.get(at + 1)).is_some_and(|(below, figures)| {
        matches!(below.form, Form::Paragraph | Form::Item)
            && figures.figures > 0
            && !figures.looks_like_boilerplate_words()
            && !piece.text.contains(',')
            && before.is_some_and(|at| is_running(pieces, shapes, at))
    });
    let is_lone_quote = piece.form == Form::Quote
        && before.is_some_and(|at| pieces.get(at).is_some_and(|piece| piece.form != Form::Quote))
        && pieces.get(at + 1).is_some_and(|piece| piece.form != Form::Quote);
    (piece.form == Form::Paragraph || is_lone_quote)
        && (shape.words <= 8 || shape.words <= 11 && is_counted(piece.text))
        && shape.url.is_none()
        && may_be_bare_heading(piece.text)
        && !piece.text.starts_with("s/")
        && !shape.looks_like_boilerplate()
        && !piece.text.starts_with(['—', '–', '-', '«', '“', '"'])
        && (is_running(pieces, shapes, at + 1) || is_item(at + 1) || has_figures)
        && before.is_some_and(|before| {
            pieces.get(before).is_some_and(|piece| piece.form != Form::Paragraph || ends_sentence(piece.text))
                || shapes.get(before).is_some_and(|shape| shape.words <= MAX_BARE_WORDS)
        })
}

/// True for a line that does not end as a sentence does; a colon may end a heading.
pub(super) fn may_be_bare_heading(text: &str) -> bool {
    let text = text.trim_end();
    !ends_sentence(text) || text.ends_with(':') || text.ends_with('?')
}

/// True for a line that begins with a number or a letter that counts: "b) The taste of the hour".
fn is_counted(text: &str) -> bool {
    let text = text.trim_start_matches('#');
    undecorated(text).len() + 1 < text.len() && text.get(..4).unwrap_or(text).contains(['.', ')'])
}
