//! Markdown → articles and blocks.

pub(super) mod blocks;
mod finding;
pub(super) mod frame;
mod front_matter;
mod marker;
mod nodes;
mod sections;

use std::borrow::Cow;

use super::Error;
use crate::diagnostic::Report;
use crate::model::{Article, Block};
use front_matter::Front;

/// Reads Markdown.
///
/// # Examples
///
/// ```
/// use commentary::markdown::Reader;
///
/// let article = Reader::new().article("---\ntitle: Les hérons\n---\n\nIls sont restés.\n")?;
/// assert_eq!(article.title.as_deref(), Some("Les hérons"));
/// # Ok::<(), commentary::markdown::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Reader {}

impl Reader {
    /// A reader with the usual options.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }

    /// Reads an article: front matter, then sections. See [`from_str`](super::from_str).
    ///
    /// # Errors
    ///
    /// Front matter that cannot be read; see [`Error`].
    pub fn article(&self, text: &str) -> Result<Article, Error> {
        self.article_and_report(text).map(|(article, _)| article)
    }

    /// Reads an article, and reports what is odd in the text, all of which was kept:
    ///
    /// - `title-mismatch`: the first heading, of level 1, is not the title of the front matter. That title wins, and the
    ///   heading stays in the text.
    /// - `repeated-field`: two keys of the front matter say one field, such as `teaser` and `description`. The field's own
    ///   name wins, then the first dialect's in the table of [`Dialect`](super::Dialect); the other is an extra key.
    /// - `json-front-matter`: the text begins with `{`, as Hugo's front matter in JSON does. It is read as text.
    ///
    /// # Errors
    ///
    /// Front matter that cannot be read; see [`Error`].
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::markdown::Reader;
    ///
    /// let (article, report) = Reader::new().article_and_report("---\ntitle: Herons\n---\n\n# Egrets\n")?;
    /// assert_eq!(article.title.as_deref(), Some("Herons"));
    /// assert_eq!(report.names(), ["title-mismatch"]);
    /// # Ok::<(), commentary::markdown::Error>(())
    /// ```
    pub fn article_and_report(&self, text: &str) -> Result<(Article, Report), Error> {
        let text = normalize(text);
        let mut report = Report::new();
        let Front { mut article, below, repeated } = front_matter::read(&text)?;
        if text.lines().next().is_some_and(|line| line.trim_end() == "{") {
            report.push(finding::json_front_matter());
        }
        repeated.iter().for_each(|repeated| report.push(finding::repeated_field(repeated)));
        sections::fill(&mut article, blocks::read(text.get(below..).unwrap_or_default()), &mut report);
        Ok((article, report))
    }

    /// Reads CommonMark alone: no front matter, no sections.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Block;
    /// use commentary::markdown::Reader;
    ///
    /// assert_eq!(Reader::new().blocks("The herons stayed.\n"), [Block::paragraph("The herons stayed.")]);
    /// ```
    #[must_use]
    pub fn blocks(&self, text: &str) -> Vec<Block> {
        frame::blocks(blocks::read(&normalize(text)))
    }
}

/// The text without a byte order mark, each line end as LF, the last line with its end.
fn normalize(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.to_mut().push('\n');
    }
    text
}
