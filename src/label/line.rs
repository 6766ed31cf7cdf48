//! What ends a line of plain text, and what counts as white space round it.

/// What ends a line beside LF and CR: the other characters after which Unicode requires a break (UAX #14, classes BK and
/// NL).
pub(crate) const SEPARATORS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// True for white space and for what has no shape: the byte order mark, zero-width spaces, Hangul and Braille fillers.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{2060}' | '\u{3164}' | '\u{2800}' | '\u{0}')
}
