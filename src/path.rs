//! Places in an article, such as `sections[2].body[0]`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A place in an article: the fields and positions that lead to it.
///
/// The empty path is the article itself. Positions count from 0, as in JSON. Keys that are not plain names (a letter or
/// `_`, then letters, digits, `_` or `-`) are written in brackets and quotes: `extra["og:title"]`.
///
/// # Examples
///
/// ```
/// use commentary::Path;
///
/// let path = Path::root().key("sections").index(2).key("body").index(0);
/// assert_eq!(path.to_string(), "sections[2].body[0]");
/// assert_eq!("sections[2].body[0]".parse(), Ok(path));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Path {
    steps: Vec<Step>,
}

/// One step of a [`Path`].
///
/// # Examples
///
/// ```
/// use commentary::{Path, path::Step};
///
/// let path: Path = "sections[2]".parse().unwrap();
/// assert_eq!(path.steps(), [Step::Key("sections".into()), Step::Index(2)]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// A field, by its JSON name.
    Key(Cow<'static, str>),
    /// A position in a list, from 0.
    Index(usize),
}

impl Path {
    /// The article itself.
    #[must_use]
    pub const fn root() -> Self {
        Self { steps: Vec::new() }
    }

    /// This path with a field after it.
    #[must_use]
    pub fn key(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.steps.push(Step::Key(name.into()));
        self
    }

    /// This path with a position after it.
    #[must_use]
    pub fn index(mut self, position: usize) -> Self {
        self.steps.push(Step::Index(position));
        self
    }

    /// The steps, outermost first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// True for the article itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.steps.is_empty()
    }

    /// The path without its last step, or `None` for the article itself.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, before) = self.steps.split_last()?;
        Some(Self { steps: before.to_vec() })
    }

    /// True where `other` is this place or lies inside it.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.steps.starts_with(&self.steps)
    }

    /// The path of section `position`, counted from 0: `sections[position]`.
    #[must_use]
    pub fn section(position: usize) -> Self {
        Self::root().key("sections").index(position)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if !is_plain(key) => write!(f, "[{:?}]", &**key)?,
                Step::Key(key) if position == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

/// True for a key that needs no brackets.
fn is_plain(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// A text that is no path.
///
/// # Examples
///
/// ```
/// use commentary::Path;
///
/// let error = "sections[two]".parse::<Path>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a position or a quoted key and `]` at byte 9 of the path");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at byte {at} of the path")]
pub struct PathError {
    expected: &'static str,
    at: usize,
}

impl FromStr for Path {
    type Err = PathError;

    /// Reads the form that `Display` writes.
    ///
    /// # Errors
    ///
    /// Anything else: `a..b`, `a[`, `a[x]`, `a[0`.
    fn from_str(text: &str) -> Result<Self, PathError> {
        let mut path = Self::root();
        let mut rest = text;
        while !rest.is_empty() {
            let at = text.len() - rest.len();
            let (step, after) = if let Some(inner) = rest.strip_prefix('[') {
                read_bracket(inner).ok_or(PathError { expected: "a position or a quoted key and `]`", at: at + 1 })?
            } else {
                let name = if path.is_root() { Some(rest) } else { rest.strip_prefix('.') };
                name.and_then(read_name).ok_or(PathError { expected: "a field name", at })?
            };
            path.steps.push(step);
            rest = after;
        }
        Ok(path)
    }
}

/// Reads a plain key and gives what follows it.
fn read_name(text: &str) -> Option<(Step, &str)> {
    let end = text.find(['.', '[']).unwrap_or(text.len());
    let (name, after) = text.split_at_checked(end)?;
    is_plain(name).then(|| (Step::Key(Cow::Owned(name.to_owned())), after))
}

/// Reads what stands after `[`: a position or a quoted key.
fn read_bracket(inner: &str) -> Option<(Step, &str)> {
    if let Some(quoted) = inner.strip_prefix('"') {
        let (key, after) = read_quoted(quoted)?;
        return Some((Step::Key(Cow::Owned(key)), after.strip_prefix(']')?));
    }
    let (digits, after) = inner.split_once(']')?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let index = digits.parse().ok().filter(|_| plain)?;
    Some((Step::Index(index), after))
}

/// Reads up to the closing quote, undoing the escapes of Rust's `{:?}`.
fn read_quoted(text: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((key, text.get(at + 1..)?)),
            '\\' => match chars.next()?.1 {
                'n' => key.push('\n'),
                'r' => key.push('\r'),
                't' => key.push('\t'),
                '0' => key.push('\0'),
                'u' => {
                    let hex = text.get(chars.next()?.0 + 1..)?.split_once('}')?.0;
                    key.push(char::from_u32(u32::from_str_radix(hex, 16).ok()?)?);
                    chars.by_ref().find(|&(_, c)| c == '}')?;
                }
                other => key.push(other),
            },
            other => key.push(other),
        }
    }
    None
}

impl TryFrom<String> for Path {
    type Error = PathError;

    fn try_from(text: String) -> Result<Self, PathError> {
        text.parse()
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.to_string()
    }
}
