//! A web address as it was written, and what it means.

use std::fmt;

use url::Url;

/// A web address, kept as it was written.
///
/// Parsing a URL rewrites it (case, ports, spaces, line ends), so the text stays, and [`url`](Self::url) says what it
/// means. Text that is no URL can be kept too: nothing that an article says is lost.
///
/// # Examples
///
/// ```
/// use commentary::Address;
///
/// let address = Address::from("HTTPS://Example.org:443/été");
/// assert_eq!(address.as_str(), "HTTPS://Example.org:443/été");
/// assert_eq!(address.url()?.as_str(), "https://example.org/%C3%A9t%C3%A9");
/// assert!(address.is_web());
/// assert!(!Address::from("java\tscript:alert(1)").is_web());
/// # Ok::<(), url::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(Box<str>);

impl Address {
    /// The longest text, in bytes, that is read as a URL. A longer one is kept as text.
    pub const MAX_LENGTH: usize = 8192;

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The URL that the text means, by the WHATWG URL standard. It is parsed on each call.
    ///
    /// # Errors
    ///
    /// Relative addresses, empty hosts, bad ports and whatever else the standard refuses, and texts longer than
    /// [`MAX_LENGTH`](Self::MAX_LENGTH).
    pub fn url(&self) -> Result<Url, url::ParseError> {
        if self.0.len() > Self::MAX_LENGTH {
            return Err(url::ParseError::Overflow);
        }
        Url::parse(&self.0)
    }

    /// True for an `http` or `https` address with a host, judged after parsing.
    #[must_use]
    pub fn is_web(&self) -> bool {
        is_plain_web(&self.0) || self.url().is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
    }
}

/// True for most addresses of the web: a host of plain names, and then a path. No reading can fail on them.
fn is_plain_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && !name.starts_with("xn--")
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    text.len() <= Address::MAX_LENGTH && host.len() < 64 && host.split('.').all(is_name)
}

impl From<&str> for Address {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Address {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Url> for Address {
    fn from(url: Url) -> Self {
        Self(String::from(url).into())
    }
}

impl AsRef<str> for Address {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
