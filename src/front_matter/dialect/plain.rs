//! This crate's own front matter: each field under its own name.

use super::{Form, Own, Slot};
use crate::front_matter::Syntax;

/// The form.
pub(super) const FORM: Form = Form {
    syntax: Syntax::Yaml,
    slots: &[
        Slot::new("title", "title"),
        Slot::new("question", "question"),
        Slot::new("teaser", "teaser"),
        Slot::new("authors", "authors"),
        Slot::new("published", "published"),
        Slot::new("language", "language"),
        Slot::new("url", "url"),
        Slot::new("tags", "tags"),
        Slot::new("references", "references"),
    ],
    own: Own::Beside,
    dates: &[],
};
