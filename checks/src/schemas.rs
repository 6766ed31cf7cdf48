//! The schema files of the repository.

use std::path::PathBuf;

use commentary::{Value, schema};

/// A schema file.
#[derive(Debug)]
pub struct SchemaFile {
    name: &'static str,
    make: fn() -> Value,
}

/// Every schema file.
pub const FILES: [SchemaFile; 2] = [
    SchemaFile { name: "article.v1.json", make: schema::article },
    SchemaFile { name: "draft.v1.json", make: schema::draft },
];

impl SchemaFile {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../schema").join(self.name)
    }

    /// What it holds.
    ///
    /// # Panics
    ///
    /// Where the schema cannot be written.
    #[must_use]
    pub fn made(&self) -> String {
        let mut text = serde_json::to_string_pretty(&(self.make)()).expect("a schema that can be written");
        text.push('\n');
        text
    }
}
