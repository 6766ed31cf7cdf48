//! Astro: its blog template has `title`, `description` and `pubDate`; a collection's own schema says what else there is.

use super::{Form, Own, Slot};
use crate::front_matter::Syntax;

/// The form.
pub(super) const FORM: Form = Form {
    syntax: Syntax::Yaml,
    slots: &[
        Slot::new("title", "title"),
        Slot::new("teaser", "description"),
        Slot::new("published", "pubDate"),
        Slot::new("language", "lang"),
        Slot::new("url", "canonicalURL"),
        Slot::new("tags", "tags"),
    ],
    own: Own::Beside,
    dates: &[],
};
