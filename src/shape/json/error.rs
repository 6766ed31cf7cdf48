//! What is wrong with a JSON text, or with data that is to be written as one.

use std::str::Utf8Error;
use std::{fmt, io};

use serde_json::error::Category;

use crate::path::Path;
use crate::shape::fault::Fault;
use crate::shape::place::{Located, Place};
use crate::span::Location;

/// Why an article, or a list of references, could not be read from JSON or written to it.
///
/// Its message is one line that is safe to print and says where: in the article, and in the text.
///
/// # Examples
///
/// ```
/// use commentary::json::{self, ErrorKind};
///
/// let text = "{\"schema_version\": 1,\n \"sections\": [{\"role\": \"perspective\", \"stance\": 5}]}";
/// let error = json::from_str(text).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Data);
/// assert_eq!(error.path().unwrap().to_string(), "sections[0].stance");
/// assert_eq!((error.line(), error.column()), (Some(2), Some(49)));
/// assert_eq!(error.to_string(), "sections[0].stance: expected a string, found 5 at line 2 column 49");
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{message}{}", At { line: *line, column: *column })]
pub struct Error {
    kind: ErrorKind,
    /// What is wrong and where in the article, without the line and the column.
    message: String,
    path: Option<Path>,
    line: Option<usize>,
    column: Option<usize>,
    source: Option<io::Error>,
}

/// What kind of thing is wrong. See [`Error::kind`].
///
/// # Examples
///
/// ```
/// use commentary::json::{self, ErrorKind};
///
/// assert_eq!(json::from_str("{").unwrap_err().kind(), ErrorKind::Syntax);
/// assert_eq!(json::from_str("{}").unwrap_err().kind(), ErrorKind::Data);
/// assert_eq!(json::from_str(r#"{"schema_version": 2}"#).unwrap_err().kind(), ErrorKind::Version);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are not UTF-8.
    Encoding,
    /// The text is not JSON, or ends too soon.
    Syntax,
    /// The JSON is no article, or the article could not be read back from JSON.
    Data,
    /// A later version of this crate has written it.
    Version,
    /// A line of a corpus is longer than its [reader](crate::json::lines::Reader) takes.
    TooLong,
    /// The reader or the writer failed; [`source`](std::error::Error::source) has its error.
    Io,
}

impl Error {
    /// What kind of thing is wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The line in the text, from 1, where the fault was noticed; `None` for what was to be written.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column in characters, from 1, where the fault was noticed: for a value, where it ends.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
        self.column
    }

    /// The place in the article; `None` for what has nothing to do with one, such as the encoding.
    #[must_use]
    pub const fn path(&self) -> Option<&Path> {
        self.path.as_ref()
    }

    pub(crate) fn reading(error: &serde_json::Error, place: &Place, text: &str) -> Self {
        let location = locate(text, error.line(), error.column());
        match place.take_fault() {
            Some(fault) => Self::new(kind_of(&fault), &fault, Some(place.path()), location),
            None => {
                let message = error.to_string();
                let suffix = format!(" at line {} column {}", error.line(), error.column());
                let message = message.strip_suffix(&suffix).unwrap_or(&message);
                Self::new(category(error), &message, Some(place.path()), location)
            }
        }
    }

    pub(crate) fn writing(error: serde_json::Error, place: &Place) -> Self {
        match place.take_fault() {
            Some(fault) => Self::new(kind_of(&fault), &fault, Some(place.path()), None),
            None if error.is_io() => Self::io(error.into()),
            None => Self::new(category(&error), &error, Some(place.path()), None),
        }
    }

    pub(crate) fn version(found: u64) -> Self {
        Self::new(ErrorKind::Version, &Fault::Version { found }, Some(Path::root().key("schema_version")), None)
    }

    pub(crate) fn encoding(error: Utf8Error, bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\xFE\xFF") || bytes.starts_with(b"\xFF\xFE") {
            return Self::new(ErrorKind::Encoding, &"expected UTF-8, found UTF-16", None, None);
        }
        let (good, bad) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
        let good = std::str::from_utf8(good).unwrap_or_default();
        let found = bad.first().copied().unwrap_or_default();
        let message = format!("expected UTF-8, found the byte 0x{found:02X}");
        Self::new(ErrorKind::Encoding, &message, None, Location::of(good, good.len()))
    }

    pub(crate) fn io(error: io::Error) -> Self {
        Self { source: Some(error), ..Self::new(ErrorKind::Io, &"the reader or the writer failed", None, None) }
    }

    pub(crate) fn too_long(max: usize) -> Self {
        Self::new(
            ErrorKind::TooLong,
            &format_args!("expected a line of at most {max} bytes, found a longer one"),
            None,
            None,
        )
    }

    /// This error in line `line` of a corpus, each line of which is a text of its own.
    pub(crate) fn on_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    fn new(kind: ErrorKind, fault: &impl fmt::Display, path: Option<Path>, location: Option<Location>) -> Self {
        let root = Path::root();
        let message = Located { path: path.as_ref().unwrap_or(&root), fault }.to_string();
        let (line, column) = (location.map(|location| location.line), location.map(|location| location.column));
        Self { kind, message, path, line, column, source: None }
    }
}

/// Where in the text, at the end of a message.
struct At {
    line: Option<usize>,
    column: Option<usize>,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(line) = self.line else { return Ok(()) };
        write!(f, " at line {line}")?;
        self.column.map_or(Ok(()), |column| write!(f, " column {column}"))
    }
}

/// What a fault of the shape is to the caller.
const fn kind_of(fault: &Fault) -> ErrorKind {
    match fault {
        Fault::Version { .. } => ErrorKind::Version,
        _ => ErrorKind::Data,
    }
}

fn category(error: &serde_json::Error) -> ErrorKind {
    match error.classify() {
        Category::Syntax | Category::Eof => ErrorKind::Syntax,
        Category::Data => ErrorKind::Data,
        Category::Io => ErrorKind::Io,
    }
}

/// serde_json counts lines at LF and columns in bytes, and means the last byte read; this is the character it is in.
fn locate(text: &str, line: usize, column: usize) -> Option<Location> {
    let before = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum::<usize>();
    let last = (before + column.saturating_sub(1)).min(text.len());
    let start = (0..=last).rev().find(|&at| text.is_char_boundary(at))?;
    Location::of(text, start)
}
