//! Lines → articles.

use std::io::{self, BufRead};

use crate::format::json::{Error, from_slice};
use crate::model::Article;

/// Reads articles, one a line, up to the end of what is below or to its failure.
///
/// It is an iterator: each line is an article or an [`Error`] that names the line, and the next line is read all the
/// same. Empty lines are skipped, lines may end in CR LF, a byte order mark may stand before the first, and the last one
/// needs no end. Where the reader below fails, that error is the last item.
///
/// One line is in memory at a time, and none that is longer than [`max_length`](Self::max_length): the rest of such a
/// line is passed over.
///
/// # Examples
///
/// ```
/// use commentary::json::{ErrorKind, lines::Reader};
///
/// let file = b"\xEF\xBB\xBF{\"schema_version\": 1, \"title\": \"A roof\"}\r\n\r\n{\"schema_version\": 2}\n";
/// let mut reader = Reader::new(file.as_slice());
/// assert_eq!(reader.next().unwrap()?.title.as_deref(), Some("A roof"));
/// assert_eq!(reader.line(), 1);
/// let error = reader.next().unwrap().unwrap_err();
/// assert_eq!((error.kind(), error.line()), (ErrorKind::Version, Some(3)));
/// assert!(reader.next().is_none());
/// # Ok::<(), commentary::json::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader<R> {
    below: R,
    max_length: usize,
    buffer: Vec<u8>,
    line: usize,
    has_ended: bool,
}

/// What was found up to the next line end.
enum Line {
    /// A line, in the buffer.
    Whole,
    /// A line that is too long to be kept.
    TooLong,
    /// Nothing: what is below has ended.
    None,
}

impl<R: BufRead> Reader<R> {
    /// The longest line, in bytes, that is read where nothing else is said: 16 MiB.
    pub const DEFAULT_MAX_LENGTH: usize = 16 * 1024 * 1024;

    /// A reader of the lines of `below`, from where that stands.
    #[must_use]
    pub const fn new(below: R) -> Self {
        Self { below, max_length: Self::DEFAULT_MAX_LENGTH, buffer: Vec::new(), line: 0, has_ended: false }
    }

    /// Reads lines of at most so many bytes, the line feed at their end not counted. A longer one is an error
    /// ([`ErrorKind::TooLong`](crate::json::ErrorKind::TooLong)), after which the next line is read.
    ///
    /// ```
    /// use commentary::json::{ErrorKind, lines::Reader};
    ///
    /// let file = b"{\"schema_version\": 1, \"title\": \"A roof\"}\n{\"schema_version\": 1}\n";
    /// let mut reader = Reader::new(file.as_slice()).max_length(30);
    /// let error = reader.next().unwrap().unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::TooLong);
    /// assert_eq!(error.to_string(), "expected a line of at most 30 bytes, found a longer one at line 1");
    /// assert!(reader.next().unwrap().is_ok());
    /// ```
    #[must_use]
    pub const fn max_length(mut self, bytes: usize) -> Self {
        self.max_length = bytes;
        self
    }

    /// The number, from 1, of the line that was read last; 0 before the first. Empty lines count.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Reads up to the end of the next line.
    fn read_line(&mut self) -> io::Result<Line> {
        self.buffer.clear();
        let mut found = Line::None;
        loop {
            let bytes = match self.below.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                bytes => bytes?,
            };
            if bytes.is_empty() {
                return Ok(found);
            }
            let end = memchr::memchr(b'\n', bytes);
            let (part, consumed) =
                (bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default(), end.map(|end| end + 1));
            let consumed = consumed.unwrap_or(bytes.len());
            if matches!(found, Line::TooLong) || part.len() > self.max_length.saturating_sub(self.buffer.len()) {
                found = Line::TooLong;
            } else {
                found = Line::Whole;
                self.buffer.extend_from_slice(part);
            }
            self.below.consume(consumed);
            if end.is_some() {
                return Ok(found);
            }
        }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.has_ended {
            self.line = self.line.saturating_add(1);
            let read = match self.read_line() {
                Ok(Line::Whole) if is_blank(&self.buffer) => continue,
                Ok(Line::Whole) => from_slice(&self.buffer),
                Ok(Line::TooLong) => Err(Error::too_long(self.max_length)),
                Ok(Line::None) => {
                    self.has_ended = true;
                    self.line -= 1;
                    return None;
                }
                Err(error) => {
                    self.has_ended = true;
                    Err(Error::io(error))
                }
            };
            return Some(read.map_err(|error| error.on_line(self.line)));
        }
        None
    }
}

impl<R: BufRead> std::iter::FusedIterator for Reader<R> {}

/// True for a line with nothing in it but white space, or a byte order mark.
fn is_blank(line: &[u8]) -> bool {
    line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii().is_empty()
}
