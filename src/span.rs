//! Places in a text: byte ranges, and the lines and columns they fall on.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A range of bytes in a source text, from `start` up to but not including `end`.
///
/// A span never ends before it starts. Spans made by this crate lie on character boundaries.
///
/// # Examples
///
/// ```
/// use commentary::Span;
///
/// let span = Span::new(2, 5);
/// assert_eq!(span.slice("l’été"), None); // byte 2 is inside the apostrophe
/// assert_eq!(Span::new(0, 4).slice("l’été"), Some("l’"));
/// assert_eq!(span.to_string(), "2..5");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` up to byte `end`. An `end` before `start` gives an empty span at `start`.
    ///
    /// Offsets above 4 GiB are cut to 4 GiB − 1: texts that long are not read.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Self { start, end }
    }

    /// The first byte's offset.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The offset just after the last byte.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes covered.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True where the span covers no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True where `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part of `source` that the span covers, or `None` where it reaches past the end or splits a character.
    #[must_use]
    pub fn slice(self, source: &str) -> Option<&str> {
        source.get(self.range())
    }

    /// The span as a range, for indexing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A line and a column, both counted from 1; columns count characters (Unicode scalar values).
///
/// A line ends at LF, CR or CR LF.
///
/// # Examples
///
/// ```
/// use commentary::Location;
///
/// let location = Location::of("été\nhiver", 6).unwrap();
/// assert_eq!((location.line, location.column), (2, 1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Location {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Location {
    /// The location of the byte at `offset`, or `None` where it lies past the end or inside a character.
    #[must_use]
    pub fn of(source: &str, offset: usize) -> Option<Self> {
        LineIndex::new(source).location(offset)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Where the lines of a text begin, for turning many offsets into lines and columns.
///
/// # Examples
///
/// ```
/// use commentary::LineIndex;
///
/// let index = LineIndex::new("one\r\ntwo\rthree");
/// assert_eq!(index.location(10).unwrap().line, 3);
/// assert_eq!(index.line(2), Some("two"));
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    source: &'a str,
    starts: Vec<u32>,
}

impl<'a> LineIndex<'a> {
    /// Finds the lines of `source`, in one pass.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        Self { source, starts }
    }

    /// The location of the byte at `offset`, or `None` where it lies past the end or inside a character.
    #[must_use]
    pub fn location(&self, offset: usize) -> Option<Location> {
        let line = self.starts.partition_point(|&start| start as usize <= offset);
        let start = *self.starts.get(line.checked_sub(1)?)? as usize;
        let before = self.source.get(start..offset)?;
        Some(Location { line, column: before.chars().count() + 1 })
    }

    /// The text of a line, counted from 1, without its line end.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<&'a str> {
        let start = *self.starts.get(line.checked_sub(1)?)? as usize;
        let end = self.starts.get(line).map_or(self.source.len(), |&next| next as usize);
        Some(self.source.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// The byte offset at which a line begins.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).map(|&start| start as usize)
    }
}
