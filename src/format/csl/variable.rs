//! The other variables of CSL, which have no field in a reference.

use super::{date, name};
use crate::model::Value;

/// What the value of a variable is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    /// A number, or a text such as `12-15`.
    Number,
    Names,
    Date,
    /// A list of texts.
    Texts,
}

/// The variables by their form (CSL-JSON schema, `csl-data.json`, versions 1.0.2 and 1.1).
const VARIABLES: &[(Form, &[&str])] = &[
    (
        Form::Text,
        &[
            "abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location", "authority",
            "call-number", "citation-key", "citation-label", "collection-title", "container-title-short", "dimensions",
            "division", "DOI", "event", "event-place", "event-title", "genre", "ISBN", "ISSN", "journalAbbreviation",
            "jurisdiction", "keyword", "language", "medium", "note", "original-publisher", "original-publisher-place",
            "original-title", "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references",
            "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle", "source", "status", "title-short",
            "version", "volume-title", "volume-title-short", "year-suffix",
        ],
    ),
    (
        Form::Number,
        &[
            "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number",
            "issue", "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first", "part",
            "printing", "supplement", "volume",
        ],
    ),
    (
        Form::Names,
        &[
            "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
            "director", "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator",
            "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
            "reviewed-author", "script-writer", "series-creator", "translator",
        ],
    ),
    (Form::Date, &["available-date", "event-date", "original-date", "submitted"]),
    (Form::Texts, &["categories"]),
];

/// True for a variable with a value that CSL allows for it.
pub(super) fn is_allowed(variable: &str, value: &Value) -> bool {
    let is_text = |value: &Value| matches!(value, Value::String(_));
    match VARIABLES.iter().find(|(_, names)| names.contains(&variable)) {
        Some((Form::Text, _)) => is_text(value),
        Some((Form::Number, _)) => matches!(value, Value::String(_) | Value::Number(_)),
        Some((Form::Names, _)) => value.as_array().is_some_and(|names| names.iter().all(name::is_allowed)),
        Some((Form::Date, _)) => date::is_allowed(value),
        Some((Form::Texts, _)) => value.as_array().is_some_and(|texts| texts.iter().all(is_text)),
        None => false,
    }
}
