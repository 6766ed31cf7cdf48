//! Hugo: what is not one of its own keys stands under `params`; keys at the root are parameters of the page too.

use super::{Beside, Form, Own, Slot, Takes};
use crate::front_matter::Syntax;

/// The form.
pub(super) const FORM: Form = Form {
    syntax: Syntax::Yaml,
    slots: &[
        Slot::new("title", "title"),
        Slot::new("teaser", "description"),
        Slot::new("published", "date").taking(Takes::DayOrSecond),
        // Hugo's own `url` is where it puts the page.
        Slot::new("url", "url").taking(Takes::Path),
        Slot::new("tags", "tags"),
    ],
    own: Own::Under { table: "params", beside: Beside::Any },
    dates: &[],
};
