//! Lines: where each begins and ends, in one pass.

use super::census::Census;
pub(super) use crate::label::{SEPARATORS, is_space};

/// A line that holds more than white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The line without white space round it.
    pub(super) text: &'a str,
    /// Where `text` begins in the source.
    pub(super) start: usize,
    /// True where an empty line, or the beginning of the text, is before it.
    pub(super) after_blank: bool,
}

impl Line<'_> {
    /// Where `text` ends in the source.
    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The lines of a text that hold more than white space.
///
/// A line ends at LF, CR, CR LF, and at the other characters after which Unicode requires a break (UAX #14, classes BK
/// and NL): U+000B, U+000C, U+0085, U+2028 and U+2029.
#[derive(Debug, Clone)]
pub(super) struct Lines<'a> {
    source: &'a str,
    at: usize,
    after_blank: bool,
    /// True where the text may hold a separator that is neither LF nor CR.
    has_separators: bool,
}

impl<'a> Lines<'a> {
    pub(super) const fn new(source: &'a str, census: Census) -> Self {
        let has_separators = census.separators;
        Self { source, at: 0, after_blank: true, has_separators }
    }

    /// The next line, empty or not, without its end.
    fn next_line(&mut self) -> Option<(usize, &'a str)> {
        let start = self.at;
        let rest = self.source.get(start..).filter(|rest| !rest.is_empty())?;
        let end = if self.has_separators {
            rest.find(|c| matches!(c, '\n' | '\r') || SEPARATORS.contains(&c))
        } else {
            memchr::memchr2(b'\n', b'\r', rest.as_bytes())
        };
        let Some(length) = end else {
            self.at = self.source.len();
            return Some((start, rest));
        };
        let line = rest.get(..length)?;
        let after = rest.get(length..)?;
        let width = if after.starts_with("\r\n") { 2 } else { after.chars().next().map_or(0, char::len_utf8) };
        self.at = start + length + width;
        Some((start, line))
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        loop {
            let (start, line) = self.next_line()?;
            let (from_text, text) = trimmed(line);
            if text.is_empty() {
                self.after_blank = true;
                continue;
            }
            let start = start + line.len() - from_text.len();
            let after_blank = std::mem::replace(&mut self.after_blank, false);
            return Some(Line { text, start, after_blank });
        }
    }
}

/// A line without white space before it, and without any round it.
fn trimmed(line: &str) -> (&str, &str) {
    // Most lines begin and end with a sign that is plainly seen.
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let from_text = if is_plain(line.as_bytes().first()) { line } else { line.trim_start_matches(is_space) };
    let is_done = is_plain(from_text.as_bytes().last());
    (from_text, if is_done { from_text } else { from_text.trim_end_matches(is_space) })
}

#[cfg(test)]
mod tests {
    use super::{Census, Lines};

    fn lines(text: &str) -> Lines<'_> {
        Lines::new(text, Census::of(text))
    }

    #[test]
    fn every_line_end_separates() {
        let texts: Vec<(usize, &str)> =
            lines("a\nb\r\nc\rd\u{2028}e\u{85}f").map(|line| (line.start, line.text)).collect();
        assert_eq!(texts, [(0, "a"), (2, "b"), (5, "c"), (7, "d"), (11, "e"), (14, "f")]);
    }

    #[test]
    fn white_space_is_trimmed_and_empty_lines_are_noted() {
        let lines: Vec<_> = lines("\u{feff}a \u{a0}\n \t\n  b\nc").collect();
        assert_eq!(lines.iter().map(|line| line.text).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(lines.iter().map(|line| line.after_blank).collect::<Vec<_>>(), [true, true, false]);
        assert_eq!((lines[0].start, lines[1].end()), (3, 14));
    }
}
