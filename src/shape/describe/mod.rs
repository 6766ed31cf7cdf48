//! What a schema says of the shape: a definition for each type, made from the tables by which it is read and written.

mod definition;
mod element;
mod word;

use super::read::Read;
use crate::model::{Extra, Value};

pub(crate) use definition::article;
pub(super) use definition::{Define, Definitions};
pub(super) use element::Open;
pub(super) use word::{vocabulary, whole};

/// What a schema can be made of. Each keyword of the schema is a key of what is given.
pub(super) trait Describe {
    /// The schema of it, as it stands where it is used.
    fn describe(definitions: &mut Definitions<'_>) -> Extra;
}

/// What stands between the braces of an object, while a schema is made of it.
pub(super) struct Described<'d, 'g> {
    definitions: &'d mut Definitions<'g>,
    properties: Extra,
    required: Vec<Value>,
    conditions: Extra,
}

impl<'d, 'g> Described<'d, 'g> {
    pub(super) fn new(definitions: &'d mut Definitions<'g>) -> Self {
        Self { definitions, properties: Extra::new(), required: Vec::new(), conditions: Extra::new() }
    }

    /// A key and the field that it stands for.
    pub(super) fn field<R, T: Describe + Read>(&mut self, key: &'static str, about: &[&str], _: fn(&R) -> &T) {
        let about = about.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        self.insert::<T>(key, Extra::from_iter([("description", about)]));
    }

    /// A key without a field.
    pub(super) fn mark<T: Describe + Read>(&mut self, key: &'static str) {
        self.insert::<T>(key, Extra::new());
    }

    fn insert<T: Describe + Read>(&mut self, key: &'static str, mut schema: Extra) {
        for (keyword, value) in T::describe(self.definitions) {
            schema.insert(keyword, value);
        }
        if T::absent().is_none() {
            self.required.push(key.into());
        }
        self.properties.insert(key, schema);
    }

    /// Where `key` is `word`, the keys `needed` must be there; where it is anything else, `forbidden` must not.
    pub(super) fn only_where(&mut self, key: &str, word: &str, needed: &[&str], forbidden: &[&str]) {
        self.conditions.insert("if", is(key, word));
        self.conditions.insert("then", Extra::from_iter([("required", words(needed))]));
        let none: Extra = forbidden.iter().map(|key| (*key, Value::Bool(false))).collect();
        self.conditions.insert("else", Extra::from_iter([("properties", Value::from(none))]));
    }

    /// The two keys exclude each other.
    pub(super) fn never_both(&mut self, one: &str, other: &str) {
        self.conditions.insert("not", Extra::from_iter([("required", words(&[one, other]))]));
    }

    /// The keywords that say all this.
    pub(super) fn into_keywords(self) -> Extra {
        let mut keywords = Extra::new();
        if !self.properties.is_empty() {
            keywords.insert("properties", self.properties);
        }
        if !self.required.is_empty() {
            keywords.insert("required", self.required);
        }
        for (keyword, value) in self.conditions {
            keywords.insert(keyword, value);
        }
        keywords
    }
}

/// A list of words.
fn words(words: &[&str]) -> Value {
    Value::Array(words.iter().map(|word| Value::from(*word)).collect())
}

/// The schema of an object of which `key` is `word`.
fn is(key: &str, word: &str) -> Extra {
    let constant = Extra::from_iter([("const", word)]);
    Extra::from_iter([
        ("type", Value::from("object")),
        ("properties", Extra::from_iter([(key, constant)]).into()),
        ("required", words(&[key])),
    ])
}

/// A schema that is nothing but a type.
fn of_type(kind: &str) -> Extra {
    Extra::from_iter([("type", kind)])
}
