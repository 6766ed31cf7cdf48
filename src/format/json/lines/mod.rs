//! A corpus as JSON, one article a line (NDJSON, also called JSON Lines).
//!
//! ```
//! use commentary::Article;
//! use commentary::json::lines::{Reader, Writer};
//!
//! let mut writer = Writer::new(Vec::new());
//! writer.write(&Article::new("A roof over the canal"))?;
//! writer.write(&Article::new("Who pays for the tram?"))?;
//! let mut file = writer.into_inner();
//! file.extend(b"{\"schema_version\": 1, \"title\": 5}\n");
//!
//! // A line that is no article does not stop the reader.
//! let (mut titles, mut faults) = (Vec::new(), Vec::new());
//! for article in Reader::new(file.as_slice()) {
//!     match article {
//!         Ok(article) => titles.extend(article.title),
//!         Err(error) => faults.push(error.to_string()),
//!     }
//! }
//! assert_eq!(titles, ["A roof over the canal", "Who pays for the tram?"]);
//! assert_eq!(faults, ["title: expected a string, found 5 at line 3 column 32"]);
//! # Ok::<(), commentary::json::Error>(())
//! ```

mod reader;
mod writer;

pub use reader::Reader;
pub use writer::Writer;
