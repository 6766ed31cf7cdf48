//! Makes any text safe to print: nothing that a terminal obeys or that hides what is there.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

/// Text that prints without control, bidirectional or invisible characters. See [`escape`].
#[derive(Debug, Clone, Copy)]
pub struct Escaped<'a> {
    text: &'a str,
    max_graphemes: usize,
    quoted: bool,
}

/// `text` in a form that is safe to print: controls, bidirectional marks and invisible characters become `\u{…}`.
///
/// Letters of right-to-left scripts, combining marks, no-break spaces and joined emoji stay as they are.
///
/// # Examples
///
/// ```
/// use commentary::diagnostic::escape;
///
/// assert_eq!(escape("rouge \u{1b}[31m").to_string(), "rouge \\u{1b}[31m");
/// assert_eq!(escape("l’été").to_string(), "l’été");
/// ```
#[must_use]
pub const fn escape(text: &str) -> Escaped<'_> {
    Escaped { text, max_graphemes: usize::MAX, quoted: false }
}

/// `text` for quoting in a message: safe to print, between typographic quotes, cut after 60 characters as a reader
/// counts them.
///
/// # Examples
///
/// ```
/// use commentary::diagnostic::quote;
///
/// assert_eq!(quote("on note :").to_string(), "“on note :”");
/// assert_eq!(quote(&"a".repeat(100)).to_string(), format!("“{}…”", "a".repeat(60)));
/// ```
#[must_use]
pub const fn quote(text: &str) -> Escaped<'_> {
    Escaped { text, max_graphemes: 60, quoted: true }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.quoted {
            f.write_str("“")?;
        }
        let end = match self.max_graphemes {
            usize::MAX => self.text.len(),
            max => cut_after(self.text, max),
        };
        let mut rest = self.text.get(..end).unwrap_or_default();
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| is_unsafe(c)) {
            let (before, after) = rest.split_at_checked(at).unwrap_or_default();
            write!(f, "{before}\\u{{{:x}}}", u32::from(c))?;
            rest = after.get(c.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)?;
        if end < self.text.len() {
            f.write_str("…")?;
        }
        if self.quoted {
            f.write_str("”")?;
        }
        Ok(())
    }
}

/// The offset after the first `max` graphemes, or after eight bytes for each where graphemes are that long.
fn cut_after(text: &str, max: usize) -> usize {
    if let Some(end) = cut_after_plain(text, max) {
        return end;
    }
    let limit = max.saturating_mul(8);
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true).take(max) {
        if at + grapheme.len() > limit && at > 0 {
            return end;
        }
        end = at + grapheme.len();
    }
    if end <= limit {
        return end;
    }
    (0..=limit).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The same, where all characters up to there and the one after are plain: each is a grapheme by itself.
fn cut_after_plain(text: &str, max: usize) -> Option<usize> {
    let is_plain = |c: char| matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{205F}');
    for (count, (at, c)) in text.char_indices().enumerate() {
        if !is_plain(c) {
            return None;
        }
        if count == max {
            return Some(at);
        }
    }
    Some(text.len())
}

/// True for what must not reach a terminal or would be there unseen.
///
/// Controls (Unicode category Cc), line and paragraph separators, bidirectional controls (UAX #9), and characters without
/// a shape: zero-width spaces and joiners alone, the byte order mark, TAG characters (U+E0000–U+E007F), interlinear
/// annotations and fillers. The zero-width joiner and variation selectors stay, since emoji need them.
pub(crate) fn is_unsafe(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || matches!(c,
            '\u{2028}' | '\u{2029}'
            | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}' | '\u{200C}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}
