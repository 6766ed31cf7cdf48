//! JSON: one article is one object.
//!
//! ```
//! use commentary::{Article, Section, Stance, json};
//!
//! let article = Article::new("A roof over the canal")
//!     .author("Dana Whitcombe")
//!     .section(Section::perspective(Stance::Optimistic).heading("Optimistic view").paragraph("Costs will fall."));
//!
//! let text = json::to_string(&article)?;
//! assert_eq!(
//!     text,
//!     concat!(
//!         r#"{"schema_version":1,"title":"A roof over the canal","authors":["Dana Whitcombe"],"sections":["#,
//!         r#"{"role":"perspective","stance":"optimistic","heading":{"text":"Optimistic view","level":2},"#,
//!         r#""body":[{"type":"paragraph","content":["Costs will fall."]}]}]}"#
//!     )
//! );
//! assert_eq!(json::from_str(&text)?, article);
//! # Ok::<(), json::Error>(())
//! ```
//!
//! # The shape, version 1
//!
//! What is absent or empty is left out, never `null`. Inline content is an array in which a string is plain text and an
//! object with a `type` is anything else. A section whose `role` is `perspective` has a `stance`, and may have `holder`,
//! `thesis`, `label`, `likelihood` (in per cent) and `replies`. An author of whom only the name is known, a list item and
//! a heading of plain text have a short form: a string, an array, a `text` in place of `content`.
//!
//! Keys that this version does not know are kept in the `extra` of the part where they stand, and elements of an unknown
//! `type` as [`Block::Unknown`](crate::Block::Unknown) and [`Inline::Unknown`](crate::Inline::Unknown). Numbers in them
//! keep every digit as written, `2.50` and `123456789012345678901234567890` too; one beyond the range of 64-bit
//! floating-point numbers, such as `1e400`, is refused. (Through serde, inside your own types, numbers other than whole
//! ones of 64 bits keep the value of the nearest floating-point number.)
//!
//! # Strictness
//!
//! What is read is an article to the letter: `schema_version` is needed, no key stands twice (at any depth), a string is
//! not taken for a list or an array for an object, and nothing follows the object. A byte order mark before it is
//! skipped. What could not be read back as the same article is not written: a key in `extra` that has a field of its own,
//! a heading's level outside 1 to 6, an unknown element with a known `type`, more than 120 levels of arrays and objects.
//!
//! Every type of the model also implements serde's `Serialize` and `Deserialize`, for use inside your own types and with
//! other self-describing formats.
//!
//! ```
//! use commentary::Article;
//!
//! #[derive(serde::Deserialize)]
//! struct Stored {
//!     key: u32,
//!     article: Article,
//! }
//!
//! let stored: Stored = serde_json::from_str(r#"{"key": 7, "article": {"schema_version": 1, "title": "A roof"}}"#)?;
//! assert_eq!((stored.key, stored.article), (7, Article::new("A roof")));
//! # Ok::<(), serde_json::Error>(())
//! ```

pub mod lines;
mod part;
mod writer;

use std::io;

use crate::model::Article;
use crate::shape::Place;
use crate::shape::json as text;

pub use crate::shape::json::{Error, ErrorKind};
pub(crate) use part::read;
pub use writer::Writer;

/// The article in JSON, on one line: a corpus is one article a line.
///
/// # Errors
///
/// [`ErrorKind::Data`], for an article that could not be read back; see [Strictness](self#strictness).
///
/// # Examples
///
/// ```
/// use commentary::{Article, json};
///
/// assert_eq!(json::to_string(&Article::new("A roof"))?, r#"{"schema_version":1,"title":"A roof"}"#);
/// # Ok::<(), json::Error>(())
/// ```
pub fn to_string(article: &Article) -> Result<String, Error> {
    Writer::new().article(article)
}

/// The article in JSON, with a line for each key and item, indented by two spaces.
///
/// # Errors
///
/// As [`to_string`].
///
/// # Examples
///
/// ```
/// use commentary::{Article, json};
///
/// let text = json::to_string_pretty(&Article::new("A roof"))?;
/// assert_eq!(text, "{\n  \"schema_version\": 1,\n  \"title\": \"A roof\"\n}");
/// # Ok::<(), json::Error>(())
/// ```
pub fn to_string_pretty(article: &Article) -> Result<String, Error> {
    Writer::new().pretty().article(article)
}

/// Writes the article as [`to_string`] does, in many small pieces: a file wants a [`BufWriter`](io::BufWriter).
///
/// # Errors
///
/// As [`to_string`], and [`ErrorKind::Io`] where `writer` fails. What was written up to then is part of an object.
///
/// # Examples
///
/// ```
/// use commentary::{Article, json};
///
/// let mut file = Vec::new();
/// json::to_writer(&mut file, &Article::new("A roof"))?;
/// assert_eq!(file, br#"{"schema_version":1,"title":"A roof"}"#);
/// # Ok::<(), json::Error>(())
/// ```
pub fn to_writer(writer: impl io::Write, article: &Article) -> Result<(), Error> {
    Writer::new().write(writer, article)
}

/// Reads an article from JSON.
///
/// # Errors
///
/// [`ErrorKind::Syntax`] where the text is not JSON, [`ErrorKind::Data`] where it is no article (see
/// [Strictness](self#strictness)), [`ErrorKind::Version`] where a later version of this crate has written it.
///
/// # Examples
///
/// ```
/// use commentary::json;
///
/// let error = json::from_str(r#"{"schema_version": 1, "title": 5}"#).unwrap_err();
/// assert_eq!(error.to_string(), "title: expected a string, found 5 at line 1 column 32");
/// ```
pub fn from_str(text: &str) -> Result<Article, Error> {
    let text = text::without_mark(text);
    let place = Place::default();
    text::read(text, &place).map_err(|error| match later_version(text, &place) {
        Some(found) => Error::version(found),
        None => Error::reading(&error, &place, text),
    })
}

/// Reads an article from JSON in UTF-8.
///
/// # Errors
///
/// As [`from_str`], and [`ErrorKind::Encoding`] where the bytes are not UTF-8, wherever in the text that may be.
///
/// # Examples
///
/// ```
/// use commentary::json;
///
/// let error = json::from_slice(b"{\"schema_version\": 1,\n \"note\": \"caf\xE9\"}").unwrap_err();
/// assert_eq!(error.to_string(), "expected UTF-8, found the byte 0xE9 at line 2 column 14");
/// ```
pub fn from_slice(bytes: &[u8]) -> Result<Article, Error> {
    from_str(text::decode(bytes)?)
}

/// Reads an article from JSON in UTF-8, up to the end of `reader`: all of it is taken into memory first.
///
/// # Errors
///
/// As [`from_slice`], and [`ErrorKind::Io`] where `reader` fails.
///
/// # Examples
///
/// ```
/// use commentary::{Article, json};
///
/// let file = br#"{"schema_version": 1, "title": "A roof"}"#;
/// assert_eq!(json::from_reader(file.as_slice())?, Article::new("A roof"));
/// # Ok::<(), json::Error>(())
/// ```
pub fn from_reader(mut reader: impl io::Read) -> Result<Article, Error> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(Error::io)?;
    from_slice(&bytes)
}

/// The version of an object that failed before it said that it is of a later one: then this is why.
fn later_version(text: &str, place: &Place) -> Option<u64> {
    #[derive(serde::Deserialize)]
    struct Versioned {
        schema_version: u64,
    }

    if place.is_versioned() || !text.trim_ascii_start().starts_with('{') {
        return None;
    }
    let versioned: Versioned = serde_json::from_str(text).ok()?;
    (versioned.schema_version > 1).then_some(versioned.schema_version)
}
