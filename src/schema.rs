//! JSON Schemas (draft 2020-12) of what is stored and of what a language model is asked for.
//!
//! Both are also files of the repository: `schema/article.v1.json` and `schema/draft.v1.json`. They go on accepting
//! what they accept; what would end that is a later version, with files of its own.
//!
//! # The draft
//!
//! [`draft`] holds only keywords that every structured-output mode takes: `type`, `properties`, `required`,
//! `additionalProperties`, `items`, `enum` and `description`. It has no `$schema` and no `$id`, since some providers
//! refuse them. [`Draft::SCHEMA`](crate::Draft::SCHEMA) is the same as a text, and needs only the feature `json`.
//!
//! # The article
//!
//! [`article`] accepts what [`json::from_str`](crate::json::from_str) accepts, but for what a schema cannot say. These
//! are refused on reading all the same:
//!
//! - a key that stands twice in an object, at any depth;
//! - more than 120 levels of arrays and objects;
//! - a number that is whole and not written so, such as `1.0` or `-0`, for `schema_version`, a heading's `level` and a
//!   list's `start`: to a schema it is the same number;
//! - a `likelihood` of more than two decimals, and `-0`. The keyword for it, `multipleOf`, is computed with binary
//!   fractions by many validators, which would refuse `0.29`;
//! - what is no JSON by RFC 8259, such as lone surrogates, where the validator's own reader takes it.
//!
//! A byte order mark before the object is skipped on reading, and no part of the data.
//!
//! Under this feature the types of the model also implement `schemars::JsonSchema`, for the schemas of your own types.
//!
//! ```
//! use commentary::Article;
//!
//! #[derive(serde::Deserialize)]
//! struct Stored {
//!     key: u32,
//!     article: Article,
//! }
//!
//! // What `#[derive(schemars::JsonSchema)]` would write.
//! impl schemars::JsonSchema for Stored {
//!     fn schema_name() -> std::borrow::Cow<'static, str> {
//!         "Stored".into()
//!     }
//!
//!     fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
//!         schemars::json_schema!({
//!             "type": "object",
//!             "properties": {
//!                 "key": generator.subschema_for::<u32>(),
//!                 "article": generator.subschema_for::<Article>(),
//!             },
//!             "required": ["key", "article"],
//!         })
//!     }
//! }
//!
//! let schema = schemars::schema_for!(Stored);
//! assert_eq!(schema.pointer("/properties/article/$ref").unwrap(), "#/$defs/Article");
//! assert_eq!(schema.pointer("/$defs/Article/properties/title/type").unwrap(), "string");
//! ```

use crate::draft::describe as describe_draft;
use crate::model::{Extra, Value};
use crate::shape::describe_article;

/// Where the schema of an article can be found.
const ARTICLE: &str = "https://raw.githubusercontent.com/commentary-rs/commentary/main/schema/article.v1.json";

/// The schema of a stored article, version 1, with its keywords in the order of the file.
///
/// # Examples
///
/// ```
/// let schema = commentary::schema::article();
/// let text = serde_json::to_string_pretty(&schema)?;
/// assert!(text.starts_with("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": "));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn article() -> Value {
    let mut schema = Extra::new();
    schema.insert("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.insert("$id", ARTICLE);
    for (keyword, value) in describe_article() {
        schema.insert(keyword, value);
    }
    Value::Object(schema)
}

/// The schema of a [`Draft`](crate::Draft), version 1, with its keywords in the order of the file: language models write
/// in this order.
///
/// # Examples
///
/// ```
/// let schema = commentary::schema::draft();
/// assert_eq!(serde_json::to_string_pretty(&schema)? + "\n", commentary::Draft::SCHEMA);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn draft() -> Value {
    Value::Object(describe_draft())
}
