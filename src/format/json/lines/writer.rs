//! Articles → lines.

use std::io;

use crate::format::json::Error;
use crate::model::Article;
use crate::shape::json::{self as text, Layout};

/// Writes articles, one a line, each line with its end.
///
/// A line is written whole, in one piece, or not at all: an article that is refused leaves nothing behind. One buffer
/// serves all lines. For a file of short lines a [`BufWriter`](io::BufWriter) saves calls; flush it in the end.
///
/// # Examples
///
/// ```
/// use commentary::{Article, json::lines::Writer};
///
/// let mut writer = Writer::new(Vec::new());
/// writer.write(&Article::new("A roof"))?;
/// assert_eq!(writer.into_inner(), b"{\"schema_version\":1,\"title\":\"A roof\"}\n");
/// # Ok::<(), commentary::json::Error>(())
/// ```
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    line: Vec<u8>,
}

impl<W: io::Write> Writer<W> {
    /// A writer of lines to `out`, from where that stands.
    #[must_use]
    pub const fn new(out: W) -> Self {
        Self { out, line: Vec::new() }
    }

    /// Writes an article and a line end.
    ///
    /// # Errors
    ///
    /// As [`json::to_writer`](crate::json::to_writer). Only where the writer below fails may a part of the line have been
    /// written.
    pub fn write(&mut self, article: &Article) -> Result<(), Error> {
        self.line.clear();
        text::write(&mut self.line, article, Layout::default())?;
        self.line.push(b'\n');
        self.out.write_all(&self.line).map_err(Error::io)
    }

    /// The writer below, after the last line.
    pub fn into_inner(self) -> W {
        self.out
    }
}
