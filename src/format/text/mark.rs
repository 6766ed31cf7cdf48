//! Marks at the beginning of a line, and the backslash that keeps a text from being taken for one.

use std::borrow::Cow;

use crate::label::{Marker, ends_in_address, goes_on_address, is_attribution};

/// True for a text that is a plain line by itself, whatever else is told of it: no mark begins as it does.
pub(super) fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let opens_words = first.is_alphanumeric() || "«»‹›“”„\"‘’'()¿¡[]€$£%&@§…".contains(first) || first >= '\u{1F000}';
    opens_words && text.contains(char::is_alphanumeric) && !is_numbered(text)
}

/// True for a text that begins as an item with a number does.
fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['.', ')'])
}

/// True for a line that a reader takes for the rest of an address at the end of the line above.
pub(super) fn goes_on(above: &str, text: &str) -> bool {
    !text.contains(' ') && ends_in_address(above) && goes_on_address(above, text)
}

/// A line of a paragraph in a marked text; with a backslash it `goes_on` with nothing.
pub(super) fn line(text: &str, goes_on: bool) -> Cow<'_, str> {
    escaped(
        text,
        goes_on || !is_plain(text) || is_attribution(text) || text.starts_with('[') && Marker::read(text).is_some(),
    )
}

/// A text behind the mark of a heading or an item in a marked text.
pub(super) fn behind_mark(text: &str) -> Cow<'_, str> {
    escaped(text, text.starts_with(['\\', '*', '_']))
}

/// A quoted line in a marked text; `Some` attribution is one by its words.
pub(super) fn quoted(text: &str) -> Cow<'_, str> {
    escaped(text, text.starts_with(['\\', '>']) || is_attribution(text))
}

fn escaped(text: &str, is_needed: bool) -> Cow<'_, str> {
    if is_needed { Cow::Owned(format!("\\{text}")) } else { Cow::Borrowed(text) }
}
