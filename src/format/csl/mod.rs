//! References as CSL-JSON, the form that citation programs read and write (Zotero, pandoc, citeproc).
//!
//! ```
//! use commentary::{Reference, csl};
//!
//! let mut reference = Reference::to("https://northvalley-courier.example/night-line");
//! reference.id = Some("3".into());
//! reference.title = Some("The night line".into());
//! reference.outlet = Some("Northvalley Courier".into());
//! reference.published = Some("2025-06".parse()?);
//! reference.authors.push("Dana Whitcombe".into());
//!
//! let text = csl::to_string(&[reference.clone()])?;
//! assert_eq!(
//!     text,
//!     concat!(
//!         r#"[{"id":"3","type":"webpage","title":"The night line","author":[{"literal":"Dana Whitcombe"}],"#,
//!         r#""container-title":"Northvalley Courier","issued":{"date-parts":[[2025,6]]},"#,
//!         r#""URL":"https://northvalley-courier.example/night-line"}]"#
//!     )
//! );
//! assert_eq!(csl::from_str(&text)?, [reference]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The mapping
//!
//! | reference | CSL | |
//! | --- | --- | --- |
//! | `id` | `id` | where there is none, `reference-1` and so on, which is read as none again; a number is read as text |
//! | `kind` | `type` | see below |
//! | `title` | `title` | |
//! | `authors` | `author` | `name` is the `literal`, or given names, particles, family name and suffix in this order |
//! | `outlet` | `container-title` | |
//! | `published` | `issued` | `date-parts` up to the day; read from EDTF too, of an interval the beginning |
//! | `accessed` | `accessed` | as `issued` |
//! | `url` | `URL` | |
//!
//! | kind | type | also read from |
//! | --- | --- | --- |
//! | article | `webpage` | `article`, `article-journal`, `article-magazine`, `article-newspaper`, `post-weblog` |
//! | discussion | `post` | |
//! | image | `graphic` | `figure` |
//! | video | `motion_picture` | `broadcast` |
//! | document | `document` | `bill`, `legal_case`, `legislation`, `paper-conference`, `pamphlet`, `regulation`, `report`, `standard`, `thesis`, `treaty` |
//! | data | `dataset` | |
//! | any other | itself where CSL has it, such as `book`, else `document` | itself |
//!
//! # Nothing lost
//!
//! Every reference reads back as it was. What CSL has no variable for (a time of day, an affiliation, a kind such as
//! `podcast`, the keys of `extra`) is written to `custom.commentary`; CSL allows no other place. It counts on reading
//! as long as the item says the same beside it: where another program has changed a date, the changed date is read.
//!
//! What an item of another program holds and a reference has no field for is kept in `extra`, under the key `csl`:
//! further variables such as `DOI` or `volume`, an `article-newspaper` or an interval as written, the contents of
//! `custom`; and the parts of a name in the author's `extra`. It is written back to where it stood.
//!
//! ```
//! use commentary::csl;
//!
//! let text = r#"[{"id":"a","type":"article-journal","author":[{"family":"Ruiz","given":"Ana"}],"volume":12}]"#;
//! let references = csl::from_str(text)?;
//! assert_eq!(references[0].authors[0].name, "Ana Ruiz");
//! assert!(references[0].extra.get("csl").is_some());
//! assert_eq!(csl::to_string(&references)?, text);
//! # Ok::<(), commentary::json::Error>(())
//! ```
//!
//! The sources: the [CSL 1.0.2 specification](https://docs.citationstyles.org/en/stable/specification.html), appendix III
//! for the types and appendix IV for the variables, and the schema
//! [`csl-data.json`](https://github.com/citation-style-language/schema).

mod convert;
mod date;
mod form;
mod item;
mod kind;
mod name;
mod variable;

use std::io;

use crate::model::Reference;
use crate::shape::Place;
use crate::shape::json::{self as text, Error, Layout, Lines};
use item::Item;

/// The key of `extra` for what an item says and a reference, or an author, has no field for.
const KEPT: &str = "csl";

/// The references as a list of items, on one line.
///
/// # Errors
///
/// [`ErrorKind::Data`](crate::json::ErrorKind::Data), for `extra` more than about 110 levels deep, or with a number beyond
/// the range of 64-bit floating-point numbers.
///
/// # Examples
///
/// ```
/// use commentary::{Reference, ReferenceKind, csl};
///
/// let podcast = Reference::new(ReferenceKind::from("podcast"));
/// assert_eq!(
///     csl::to_string(&[podcast])?,
///     r#"[{"id":"reference-1","type":"document","custom":{"commentary":{"generated_id":"reference-1","kind":"podcast"}}}]"#
/// );
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn to_string(references: &[Reference]) -> Result<String, Error> {
    text::write_string(&convert::items(references), Layout::default())
}

/// The references as a list of items, with a line for each key and item, indented by two spaces.
///
/// # Errors
///
/// As [`to_string`].
///
/// # Examples
///
/// ```
/// use commentary::{Reference, csl};
///
/// let text = csl::to_string_pretty(&[Reference::to("https://a.example/")])?;
/// assert!(text.starts_with("[\n  {\n    \"id\": \"reference-1\",\n    \"type\": \"webpage\","), "{text}");
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn to_string_pretty(references: &[Reference]) -> Result<String, Error> {
    text::write_string(&convert::items(references), Layout { lines: Lines::Indented, ..Layout::default() })
}

/// Writes the references as [`to_string`] does, in many small pieces: a file wants a [`BufWriter`](io::BufWriter).
///
/// # Errors
///
/// As [`to_string`], and [`ErrorKind::Io`](crate::json::ErrorKind::Io) where `writer` fails.
///
/// # Examples
///
/// ```
/// let mut file = Vec::new();
/// commentary::csl::to_writer(&mut file, &[])?;
/// assert_eq!(file, b"[]");
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn to_writer(writer: impl io::Write, references: &[Reference]) -> Result<(), Error> {
    text::write(writer, &convert::items(references), Layout::default())
}

/// Reads references from a list of items.
///
/// # Errors
///
/// [`ErrorKind::Syntax`](crate::json::ErrorKind::Syntax) where the text is not JSON, and
/// [`ErrorKind::Data`](crate::json::ErrorKind::Data) where it is no such list: no array, an item without `id` or `type`,
/// a key twice, a title, name or date of another form than CSL has. A date that is in form, but outside what this crate
/// has (a year before 1, the 30th of February) is kept in `extra` and is no `published` date.
///
/// # Examples
///
/// ```
/// use commentary::csl;
///
/// let error = csl::from_str("[{\"id\": 1,\n \"type\": \"book\",\n \"issued\": 2025}]").unwrap_err();
/// assert_eq!(error.path().unwrap().to_string(), "[0].issued");
/// assert_eq!(error.to_string(), "[0].issued: expected a string or an object, found 2025 at line 3 column 15");
/// ```
pub fn from_str(text: &str) -> Result<Vec<Reference>, Error> {
    let text = text::without_mark(text);
    let place = Place::default();
    let items: Vec<Item> = text::read(text, &place).map_err(|error| Error::reading(&error, &place, text))?;
    Ok(items.into_iter().map(convert::reference).collect())
}

/// Reads references from a list of items in UTF-8.
///
/// # Errors
///
/// As [`from_str`], and [`ErrorKind::Encoding`](crate::json::ErrorKind::Encoding) where the bytes are not UTF-8.
///
/// # Examples
///
/// ```
/// let references = commentary::csl::from_slice(b"\xEF\xBB\xBF[{\"id\": 7, \"type\": \"dataset\"}]")?;
/// assert_eq!(references[0].id.as_deref(), Some("7"));
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn from_slice(bytes: &[u8]) -> Result<Vec<Reference>, Error> {
    from_str(text::decode(bytes)?)
}
