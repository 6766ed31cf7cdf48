//! What is noticed while reading Markdown: one place for every finding of the reader.

use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::front_matter::Repeated;
use crate::path::Path;
use crate::span::Span;

/// A first heading that is not the title of the front matter.
pub(super) fn title_mismatch(title: &str, heading: &str) -> Diagnostic {
    let message = format!("the first heading, {}, is not the title, {}", quote(heading), quote(title));
    Diagnostic::new("title-mismatch", Severity::Warning, message)
        .at(Path::root().key("title"))
        .with_help("the title of the front matter was taken, and the heading kept in the text; remove one of them")
}

/// A second name for a field.
pub(super) fn repeated_field(repeated: &Repeated) -> Diagnostic {
    let message = format!("{} says the {} again, which another key says", quote(&repeated.key), repeated.field);
    Diagnostic::new("repeated-field", Severity::Warning, message)
        .at(Path::root().key(repeated.field))
        .with_span(Span::new(repeated.at, repeated.at))
        .with_help("keep one of the two keys; this one was kept as a key of its own")
}

/// Front matter in JSON, which Hugo reads.
pub(super) fn json_front_matter() -> Diagnostic {
    Diagnostic::new("json-front-matter", Severity::Warning, "the text begins with `{`, as front matter in JSON does")
        .with_span(Span::new(0, 1))
        .with_help(
            "front matter is read in YAML between two `---`, or in TOML between two `+++`; this was kept as text",
        )
}
