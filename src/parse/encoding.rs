//! Bytes: is this UTF-8, and if not, what is it?

/// Bytes that are not UTF-8 text.
///
/// # Examples
///
/// ```
/// use commentary::{EncodingError, Parser};
///
/// let error = Parser::new().parse_bytes(b"l\xe9gende").unwrap_err();
/// assert_eq!(error, EncodingError::InvalidUtf8 { offset: 1 });
/// assert_eq!(error.to_string(), "expected UTF-8, found an invalid byte at offset 1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodingError {
    /// The bytes begin with the byte order mark of UTF-16 or UTF-32.
    #[error("expected UTF-8, found {encoding} (by its byte order mark); convert the text to UTF-8 first")]
    Wide {
        /// The name of the encoding, such as `UTF-16LE`.
        encoding: &'static str,
    },
    /// A byte that UTF-8 does not allow there.
    #[error("expected UTF-8, found an invalid byte at offset {offset}")]
    InvalidUtf8 {
        /// The number of bytes before it that are good.
        offset: usize,
    },
}

/// The text of some bytes. A byte order mark of UTF-8 stays; reading text drops it.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, EncodingError> {
    // UTF-32LE begins like UTF-16LE, so it is looked for first.
    const WIDE: [(&[u8], &str); 4] = [
        (&[0xFF, 0xFE, 0, 0], "UTF-32LE"),
        (&[0, 0, 0xFE, 0xFF], "UTF-32BE"),
        (&[0xFF, 0xFE], "UTF-16LE"),
        (&[0xFE, 0xFF], "UTF-16BE"),
    ];
    if let Some((_, encoding)) = WIDE.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(EncodingError::Wide { encoding });
    }
    std::str::from_utf8(bytes).map_err(|error| EncodingError::InvalidUtf8 { offset: error.valid_up_to() })
}
