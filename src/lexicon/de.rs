//! x
use super::table::Table;
pub(super) const TABLE: Table = Table { language: "de", senses: &[] };
