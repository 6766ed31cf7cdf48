//! Markdown → articles and blocks.

pub(super) mod blocks;
pub(super) mod frame;
mod front_matter;
mod marker;
mod nodes;
mod sections;

use std::borrow::Cow;

use super::Error;
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
        let text = normalize(text);
        let Front { mut article, below, .. } = front_matter::read(&text)?;
        sections::fill(&mut article, blocks::read(text.get(below..).unwrap_or_default()));
        Ok(article)
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
