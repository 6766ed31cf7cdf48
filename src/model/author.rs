//! Who wrote it.

use super::{Address, Extra};

/// A person or a body that wrote an article or a source.
///
/// # Examples
///
/// ```
/// use commentary::Author;
///
/// let author = Author::from("Priya Rasmussen-Cole");
/// assert_eq!(author.name, "Priya Rasmussen-Cole");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Author {
    /// The name as written, without `By` or its like.
    pub name: String,
    /// Office, outlet or institution.
    pub affiliation: Option<String>,
    /// A page about the author.
    pub url: Option<Address>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Author {
    /// An author of whom only the name is known.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), affiliation: None, url: None, extra: Extra::new() }
    }
}

impl From<&str> for Author {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Author {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}
