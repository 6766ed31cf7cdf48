//! The schema of a draft: only keywords that every structured-output mode takes.

use super::Draft;
use super::record::Part;
use crate::model::{Extra, Value};

/// The schema of an object with exactly these keys: each with what is said of it, and the schema of its value.
pub(super) fn object(keys: &[(&str, &[&str], Extra)]) -> Extra {
    let mut properties = Extra::new();
    for (key, about, schema) in keys {
        let about = about.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        let mut property = Extra::from_iter([("description", about)]);
        for (keyword, value) in schema.clone() {
            property.insert(keyword, value);
        }
        properties.insert(*key, property);
    }
    let required: Vec<Value> = keys.iter().map(|(key, ..)| Value::from(*key)).collect();
    let mut schema = Extra::from_iter([("type", "object")]);
    schema.insert("properties", properties);
    schema.insert("required", required);
    schema.insert("additionalProperties", false);
    schema
}

/// The schema of a string that is one of these words.
pub(super) fn one_of(words: impl Iterator<Item = &'static str>) -> Extra {
    let words: Vec<Value> = words.map(Value::from).collect();
    Extra::from_iter([("type", Value::from("string")), ("enum", Value::from(words))])
}

/// The schema of a draft.
pub(crate) fn describe() -> Extra {
    let about = "A commentary article: one piece of news, or one question, seen through several points of view. All text \
                 is plain: no Markdown, no HTML, no line ends. What is not known is null or an empty list.";
    let mut schema = Extra::from_iter([("description", about)]);
    for (keyword, value) in Draft::schema() {
        schema.insert(keyword, value);
    }
    schema
}
