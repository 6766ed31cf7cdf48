//! Names: in parts, or as one text.

use super::KEPT;
use super::form::{self, Kind};
use crate::model::{Author, Extra, Value};

/// The parts of a name.
pub(super) const PARTS: &[(&str, Kind)] = &[
    ("family", Kind::Text),
    ("given", Kind::Text),
    ("dropping-particle", Kind::Text),
    ("non-dropping-particle", Kind::Text),
    ("suffix", Kind::Text),
    ("comma-suffix", Kind::Mark),
    ("static-ordering", Kind::Mark),
    ("literal", Kind::Text),
    ("parse-names", Kind::Mark),
];

/// True for a name as CSL has it.
pub(super) fn is_allowed(name: &Value) -> bool {
    name.as_object().is_some_and(|parts| form::is_allowed(parts, PARTS))
}

/// The author that a name means. Parts are kept beside the whole name.
pub(super) fn author(parts: Extra) -> Author {
    let mut author = Author::new(whole(&parts));
    if parts != literal(&author.name) {
        author.extra.insert(KEPT, parts);
    }
    author
}

/// The name of an author: the kept parts, as long as they still give the name.
pub(super) fn parts(author: &Author) -> Extra {
    let kept = author.extra.get(KEPT).and_then(Value::as_object);
    let still = kept.filter(|parts| form::is_allowed(parts, PARTS) && whole(parts) == author.name);
    still.cloned().unwrap_or_else(|| literal(&author.name))
}

fn literal(name: &str) -> Extra {
    [("literal", name)].into_iter().collect()
}

/// The whole name: given names, particles, family name, suffix.
fn whole(parts: &Extra) -> String {
    let text = |part: &str| parts.get(part).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let Some(name) = parts.get("literal").and_then(Value::as_str) {
        return name.to_owned();
    }
    let order = ["given", "dropping-particle", "non-dropping-particle", "family"];
    let mut name = order.into_iter().filter_map(text).collect::<Vec<_>>().join(" ");
    if let Some(suffix) = text("suffix") {
        let comma = !matches!(parts.get("comma-suffix"), None | Some(Value::Bool(false)));
        name.push_str(if comma { ", " } else { " " });
        name.push_str(suffix);
    }
    name
}
