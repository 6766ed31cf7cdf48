//! What can be wrong with stored data, or with an article that is to be stored.

use std::borrow::Cow;
use std::fmt;

use crate::model::Number;

/// How deep arrays and objects may lie in each other, that of the article counted.
///
/// serde_json stops at 127 on reading; the rest is for what the caller puts around an article. The same limit holds
/// on writing, so that what was written can be read.
pub(super) const MAX_LEVELS: usize = 120;

/// A fault, without the place where it is.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// A value of another kind, or outside what is allowed.
    #[error("expected {expected}, found {found}")]
    Mismatch { expected: Cow<'static, str>, found: String },
    /// A key that an object must have.
    #[error("expected the key `{0}`, found none")]
    Missing(&'static str),
    /// An article that does not say in which version it is stored.
    #[error("expected the key `schema_version`, found none; add `\"schema_version\": 1`")]
    Unversioned,
    /// An article stored by a later version of this crate.
    #[error("expected schema version 1, found {found}: read it with a later version of this crate")]
    Version { found: u64 },
    /// A key that stands twice in one object.
    #[error("expected this key once, found it twice")]
    Twice,
    /// What only a perspective has, on another section.
    #[error("expected a section with the role `perspective` for this key, found the role {role}")]
    NoPerspective { role: String },
    /// Deeper than [`MAX_LEVELS`].
    #[error("expected at most {} levels of arrays and objects, found more", MAX_LEVELS)]
    TooDeep,
    /// An article to be stored has a key in `extra` that would collide.
    #[error("expected a key that has no field of its own in `extra`, found `{0}`")]
    Reserved(String),
}

impl Fault {
    /// A value of another kind than `expected`.
    pub(crate) fn mismatch(expected: impl Into<Cow<'static, str>>, found: &dyn fmt::Display) -> Self {
        Self::Mismatch { expected: expected.into(), found: found.to_string() }
    }

    /// A number where something else, or another number, is expected. A number can be of any length; a message cannot.
    pub(super) fn number(expected: &'static str, found: &Number) -> Self {
        const LONGEST: usize = 60;
        match found.as_str().get(..LONGEST) {
            Some(beginning) => Self::mismatch(expected, &format_args!("{beginning}…")),
            None => Self::mismatch(expected, found),
        }
    }
}
