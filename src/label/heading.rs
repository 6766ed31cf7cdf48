//! Headings: which role and stance one announces.

use crate::lexicon::Lexicon;
use crate::model::{Language, Role};

/// Reads a heading.
#[must_use]
pub fn read_heading(lexicon: &Lexicon, text: &str, language: Option<&Language>) -> Option<Role> {
    let _ = (lexicon, text, language);
    None
}
