//! Zola: TOML, dates without quotes, tags in the table of taxonomies, data of one's own in the table `extra` only.

use super::{Beside, Form, Own, Slot, Takes};
use crate::front_matter::Syntax;

/// The form.
pub(super) const FORM: Form = Form {
    syntax: Syntax::Toml,
    slots: &[
        Slot::new("title", "title"),
        Slot::new("teaser", "description"),
        Slot::new("authors", "authors").taking(Takes::Texts),
        Slot::new("published", "date").taking(Takes::DayOrSecond),
        Slot::new("tags", "tags").within("taxonomies"),
    ],
    own: Own::Under {
        table: "extra",
        beside: Beside::Only(&[
            "aliases", "draft", "in_search_index", "path", "slug", "taxonomies", "template", "updated", "weight",
        ]),
    },
    dates: &["date", "updated"],
};
