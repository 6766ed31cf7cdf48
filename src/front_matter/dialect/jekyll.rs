//! Jekyll: `date` and `tags` are its own, `author`, `lang` and `canonical_url` are read by jekyll-seo-tag, `teaser` by
//! themes. Any other key is data of the page.

use super::{Form, Own, Slot, Takes};
use crate::front_matter::Syntax;

/// The form.
pub(super) const FORM: Form = Form {
    syntax: Syntax::Yaml,
    slots: &[
        Slot::new("title", "title"),
        Slot::new("teaser", "teaser"),
        Slot::new("authors", "author").taking(Takes::One),
        // Jekyll reads `date` with Ruby's `Time.parse`, which makes an hour of `2025`.
        Slot::new("published", "date").taking(Takes::Day),
        Slot::new("language", "lang"),
        Slot::new("url", "canonical_url"),
        Slot::new("tags", "tags"),
    ],
    own: Own::Beside,
    dates: &[],
};
