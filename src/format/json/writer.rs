//! How articles are written as JSON.

use std::io;

use super::Error;
use crate::model::Article;
use crate::shape::json::{self as text, Characters, Layout, Lines};

/// Writes JSON.
///
/// # Examples
///
/// ```
/// use commentary::{Article, json::Writer};
///
/// let article = Article::new("Over & out </script>");
/// let text = Writer::new().embeddable().article(&article)?;
/// assert_eq!(text, r#"{"schema_version":1,"title":"Over \u0026 out \u003c/script\u003e"}"#);
/// assert_eq!(commentary::json::from_str(&text)?, article);
/// # Ok::<(), commentary::json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Writer {
    layout: Layout,
}

impl Writer {
    /// A writer with the usual options: one line, and no escapes but those that JSON needs.
    #[must_use]
    pub const fn new() -> Self {
        Self { layout: Layout { lines: Lines::One, characters: Characters::Plain } }
    }

    /// Writes a line for each key and item, indented by two spaces.
    #[must_use]
    pub const fn pretty(mut self) -> Self {
        self.layout.lines = Lines::Indented;
        self
    }

    /// Writes `<`, `>`, `&`, U+2028 and U+2029 as escapes such as `\u003c`, so that the text can stand inside a
    /// `<script>` element and in JavaScript of any age. It is the same JSON to every reader.
    #[must_use]
    pub const fn embeddable(mut self) -> Self {
        self.layout.characters = Characters::Embeddable;
        self
    }

    /// Writes an article. See [`to_string`](super::to_string).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Data`](super::ErrorKind::Data), for an article that could not be read back; see
    /// [Strictness](super#strictness).
    pub fn article(&self, article: &Article) -> Result<String, Error> {
        text::write_string(article, self.layout)
    }

    /// Writes an article to `out`, in many small pieces. See [`to_writer`](super::to_writer).
    ///
    /// # Errors
    ///
    /// As [`article`](Self::article), and [`ErrorKind::Io`](super::ErrorKind::Io) where `out` fails.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, json::Writer};
    ///
    /// let mut file = Vec::new();
    /// Writer::new().pretty().embeddable().write(&mut file, &Article::new("1 < 2"))?;
    /// assert_eq!(file, b"{\n  \"schema_version\": 1,\n  \"title\": \"1 \\u003c 2\"\n}");
    /// # Ok::<(), commentary::json::Error>(())
    /// ```
    pub fn write(&self, out: impl io::Write, article: &Article) -> Result<(), Error> {
        text::write(out, article, self.layout)
    }
}
