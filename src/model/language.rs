//! The language of an article, as a BCP 47 tag.

use std::fmt;
use std::str::FromStr;

/// A language tag such as `fr`, `en-GB` or `zh-Hant-TW`.
///
/// The tag is well formed by BCP 47 (RFC 5646, section 2.1): subtags of one to eight letters or digits, the first of two
/// to eight letters (or `x` and a private part). It need not be registered. Its case is put in the usual form: language
/// in lower case, script in title case, region in upper case.
///
/// # Examples
///
/// ```
/// use commentary::Language;
///
/// let language: Language = "FR-ca".parse()?;
/// assert_eq!(language.as_str(), "fr-CA");
/// assert_eq!(language.primary(), "fr");
/// assert!("français".parse::<Language>().is_err());
/// # Ok::<(), commentary::LanguageError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(Box<str>);

/// A text that is no language tag.
///
/// # Examples
///
/// ```
/// use commentary::Language;
///
/// let error = "e".parse::<Language>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a language tag such as `fr` or `en-GB`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a language tag such as `fr` or `en-GB`")]
pub struct LanguageError;

impl Language {
    /// The longest tag accepted, in bytes.
    pub const MAX_LENGTH: usize = 64;

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language itself, without script, region or variant.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    /// Reads a tag; `_` may stand for `-`, as in `fr_CA`.
    ///
    /// # Errors
    ///
    /// An empty text, a subtag of more than eight characters, anything but ASCII letters, digits and hyphens, a text
    /// longer than [`MAX_LENGTH`](Self::MAX_LENGTH).
    fn from_str(text: &str) -> Result<Self, LanguageError> {
        if text.len() > Self::MAX_LENGTH {
            return Err(LanguageError);
        }
        let mut tag = String::with_capacity(text.len());
        let mut after_singleton = false;
        for (position, subtag) in text.split(['-', '_']).enumerate() {
            let good = (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let first = position > 0
                || (subtag.bytes().all(|byte| byte.is_ascii_alphabetic()) && (subtag.len() > 1 || is_private(subtag)));
            if !good || !first {
                return Err(LanguageError);
            }
            if position > 0 {
                tag.push('-');
            }
            push_cased(&mut tag, subtag, position > 0 && !after_singleton);
            after_singleton |= subtag.len() == 1;
        }
        if tag.len() == 1 {
            return Err(LanguageError);
        }
        Ok(Self(tag.into()))
    }
}

/// True for the singleton that opens a private-use tag.
fn is_private(subtag: &str) -> bool {
    subtag.eq_ignore_ascii_case("x")
}

/// Appends a subtag in the case that RFC 5646, section 2.1.1, recommends.
fn push_cased(tag: &mut String, subtag: &str, may_be_region: bool) {
    for (position, c) in subtag.chars().enumerate() {
        let upper = may_be_region && (subtag.len() == 2 || (subtag.len() == 4 && position == 0));
        tag.push(if upper { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
    }
}

impl TryFrom<&str> for Language {
    type Error = LanguageError;

    fn try_from(text: &str) -> Result<Self, LanguageError> {
        text.parse()
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
