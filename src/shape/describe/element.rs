//! Blocks and inlines: what else an object holds depends on its `type`.

use super::definition::Definitions;
use super::{Define, Described, is, words};
use crate::model::{Block, Extra, Inline, Value};
use crate::shape::block;
use crate::shape::inline::{self, Holds};

/// A type whose objects are records, which keep unknown keys.
#[derive(Debug, Clone, Copy)]
pub(in crate::shape) struct Open {
    kind: &'static str,
    refer: fn(&mut Definitions<'_>) -> Extra,
}

impl Open {
    /// The type of this name, stored as `T`.
    pub(in crate::shape) const fn of<T: Define>(kind: &'static str) -> Self {
        Self { kind, refer: |definitions| definitions.refer::<T>() }
    }

    /// Where an object has this type, what else it holds.
    fn condition(self, definitions: &mut Definitions<'_>) -> Value {
        when(is("type", self.kind), (self.refer)(definitions))
    }
}

impl Define for Block {
    const NAME: &'static str = "Block";

    fn define(definitions: &mut Definitions<'_>) -> Extra {
        let conditions: Vec<Value> = block::OPEN.iter().map(|open| open.condition(definitions)).collect();
        let kinds: Vec<&str> = block::OPEN.iter().map(|open| open.kind).collect();
        let mut schema = Extra::from_iter([
            ("title", Self::NAME),
            ("description", "A block of a body. One of another type than those named here is kept as it stands."),
            ("type", "object"),
        ]);
        schema.insert("properties", tag("What kind of block it is.", &kinds));
        schema.insert("required", words(&["type"]));
        schema.insert("allOf", conditions);
        schema
    }
}

impl Define for Inline {
    const NAME: &'static str = "Inline";

    fn define(definitions: &mut Definitions<'_>) -> Extra {
        let mut conditions: Vec<Value> = inline::OPEN.iter().map(|open| open.condition(definitions)).collect();
        conditions.extend(inline::CLOSED.iter().filter_map(|&(kind, holds)| closed(kind, holds, definitions)));
        let open = inline::OPEN.iter().map(|open| open.kind);
        let kinds: Vec<&str> = open.chain(inline::CLOSED.iter().map(|&(kind, _)| kind)).collect();
        let mut schema = Extra::from_iter([
            ("title", Self::NAME),
            (
                "description",
                "A piece of a line: a string is plain text, an object is anything else. One of another type than those \
                 named here, or with a key that its type cannot keep, is kept as it stands.",
            ),
        ]);
        schema.insert("type", words(&["string", "object"]));
        schema.insert("properties", tag("What kind of inline it is.", &kinds));
        schema.insert("required", words(&["type"]));
        schema.insert("allOf", conditions);
        schema
    }
}

/// What an object of a closed type holds, where it has no key that the type does not know.
fn closed(kind: &str, holds: Holds, definitions: &mut Definitions<'_>) -> Option<Value> {
    let key = holds.key()?;
    let mut members = Described::new(definitions);
    match holds {
        Holds::Content => members.mark::<Vec<Inline>>(key),
        Holds::Text => members.mark::<String>(key),
        Holds::Nothing => {}
    }
    let constant = Extra::from_iter([("const", kind)]);
    let known = Extra::from_iter([("type", Value::from(constant)), (key, Value::Bool(true))]);
    let mut alone = is("type", kind);
    alone.insert("properties", known);
    alone.insert("additionalProperties", false);
    Some(when(alone, members.into_keywords()))
}

/// The `type` of an object, which may be any word.
fn tag(about: &str, kinds: &[&str]) -> Extra {
    let schema = [("description", about.into()), ("type", "string".into()), ("examples", words(kinds))];
    Extra::from_iter([("type", Extra::from_iter::<[(&str, Value); 3]>(schema))])
}

/// A schema that holds where `condition` does.
fn when(condition: Extra, schema: Extra) -> Value {
    Value::from(Extra::from_iter([("if", condition), ("then", schema)]))
}
