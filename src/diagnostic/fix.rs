//! What mends a finding: edits of the article, and of the text that it came from.

use serde::{Deserialize, Serialize};

use crate::path::Path;
use crate::span::Span;

/// A change that mends a finding and loses nothing that a reader needs.
///
/// # Examples
///
/// ```
/// use commentary::diagnostic::{Edit, Fix};
/// use commentary::{Diagnostic, Path, Severity};
///
/// let url = Path::root().key("references").index(0).key("url");
/// let fix = Fix::new("drop what follows the reader").edit(Edit::replace(url.clone(), "https://a.example/"));
/// let finding = Diagnostic::new("tracking-parameters", Severity::Note, "the address follows its reader").with_fix(fix);
/// assert_eq!(finding.fix.unwrap().edits, [Edit::Replace { path: url, text: "https://a.example/".into() }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fix {
    /// What the change does, in the imperative, without a full stop.
    pub title: String,
    /// The changes of the article, which belong together. The paths are those before any of them.
    pub edits: Vec<Edit>,
    /// The same changes in the text that the article came from, in order and apart from each other; empty where there is
    /// no such text, or where a change has no one place in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replacements: Vec<Replacement>,
}

impl Fix {
    /// A fix that changes nothing yet.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), edits: Vec::new(), replacements: Vec::new() }
    }

    /// This fix with one more edit.
    #[must_use]
    pub fn edit(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }
}

/// One change of an article. See [`Fix`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Edit {
    /// Writes another text at a place that holds a text.
    Replace {
        /// The text's place.
        path: Path,
        /// The text that is to stand there.
        text: String,
    },
    /// Takes an item out of its list, or what is in a field that may be empty.
    Remove {
        /// Its place.
        path: Path,
    },
    /// Puts the items of a list in another order.
    Reorder {
        /// The list's place.
        path: Path,
        /// For each item, in the new order, its position in the old one, counted from 0.
        order: Vec<usize>,
    },
}

impl Edit {
    /// An edit that writes another text at a place.
    #[must_use]
    pub fn replace(path: Path, text: impl Into<String>) -> Self {
        Self::Replace { path, text: text.into() }
    }

    /// The place that it changes.
    #[must_use]
    pub const fn path(&self) -> &Path {
        match self {
            Self::Replace { path, .. } | Self::Remove { path } | Self::Reorder { path, .. } => path,
        }
    }
}

/// A change of a text: what is to stand in place of a span. See [`Fix::replacements`].
///
/// # Examples
///
/// ```
/// use commentary::Span;
/// use commentary::diagnostic::Replacement;
///
/// let replacement = Replacement::new(Span::new(4, 8), "light");
/// assert_eq!(Replacement::apply(&[replacement], "The liht is on.").as_deref(), Some("The light is on."));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Replacement {
    /// What is replaced; empty where text is put in.
    pub span: Span,
    /// What is to stand there.
    pub text: String,
}

impl Replacement {
    /// A replacement of a span by a text.
    #[must_use]
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// A text after replacements, which must be in order; `None` where one overlaps the one before it, or does not lie on
    /// characters of the text.
    #[must_use]
    pub fn apply(replacements: &[Self], text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for replacement in replacements {
            out.push_str(text.get(from..replacement.span.start())?);
            replacement.span.slice(text)?;
            out.push_str(&replacement.text);
            from = replacement.span.end();
        }
        out.push_str(text.get(from..)?);
        Some(out)
    }
}
