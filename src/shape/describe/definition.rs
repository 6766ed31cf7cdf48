//! Types with a name of their own in a schema, and where one refers to them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{Describe, Described};
use crate::model::{
    Address, Article, Author, Block, Citation, Code, Date, Extra, Heading, Html, Image, Inline, Language, Likelihood,
    Link, List, ListItem, Number, Paragraph, Quote, Reference, ReferenceKind, Rule, Section, Stance, Value,
};
use crate::shape::record::DescribedFields;

/// A type with a name of its own in a schema.
pub(in crate::shape) trait Define: JsonSchema {
    /// The name.
    const NAME: &'static str;

    /// What the name stands for.
    fn define(definitions: &mut Definitions<'_>) -> Extra;
}

/// The definitions that a schema needs: gathered here, or by the generator of a caller.
#[derive(Default)]
pub(in crate::shape) struct Definitions<'g> {
    generator: Option<&'g mut SchemaGenerator>,
    found: Vec<Definition>,
}

/// A name, and how to make what it stands for.
#[derive(Clone, Copy)]
struct Definition {
    name: &'static str,
    make: fn(&mut Definitions<'_>) -> Extra,
}

impl Definitions<'_> {
    /// A schema that refers to the type.
    pub(super) fn refer<T: Define>(&mut self) -> Extra {
        if let Some(generator) = &mut self.generator {
            return from_generator(generator.subschema_for::<T>());
        }
        if !self.found.iter().any(|found| found.name == T::NAME) {
            self.found.push(Definition { name: T::NAME, make: T::define });
        }
        Extra::from_iter([("$ref", format!("#/$defs/{}", T::NAME))])
    }
}

/// A schema that a generator made. One of a reference is always an object.
fn from_generator(schema: Schema) -> Extra {
    serde_json::from_value(schema.to_value()).unwrap_or_default()
}

/// The schema of a type for a caller's generator.
fn for_generator<T: Define>(generator: &mut SchemaGenerator) -> Schema {
    let keywords = T::define(&mut Definitions { generator: Some(generator), found: Vec::new() });
    let schema = serde_json::to_value(&keywords).ok().and_then(|schema| Schema::try_from(schema).ok());
    schema.unwrap_or_default()
}

/// The keywords of the whole schema of a stored article but for those that name it.
pub(crate) fn article() -> Extra {
    let mut definitions = Definitions::default();
    let mut schema = Article::define(&mut definitions);
    let mut made = Extra::new();
    // Making one may find more.
    let mut position = 0;
    while let Some(Definition { name, make }) = definitions.found.get(position).copied() {
        made.insert(name, make(&mut definitions));
        position += 1;
    }
    schema.insert("$defs", made);
    schema
}

/// Gives types a name in schemas. Text and numbers follow in `word`, blocks and inlines in `element`.
macro_rules! named {
    ($($type:ident),+) => {$(
        impl Describe for $type {
            fn describe(definitions: &mut Definitions<'_>) -> Extra {
                definitions.refer::<Self>()
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Self::NAME.into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("commentary::", stringify!($type)).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                for_generator::<Self>(generator)
            }
        }
    )+};
}

named!(Article, Section, Reference, Author, Block, Paragraph, Heading, List, ListItem, Quote, Code, Rule, Html);
named!(Inline, Link, Image, Citation, Value, Extra, Number);
named!(Address, Date, Language, Stance, ReferenceKind, Likelihood);

/// Says what a schema tells of each record, and of which types it is stored.
macro_rules! records {
    ($($(#[doc = $about:literal])+ $type:ident as $kinds:expr $(, with $items:ident)?;)+) => {$(
        impl Define for $type {
            const NAME: &'static str = stringify!($type);

            fn define(definitions: &mut Definitions<'_>) -> Extra {
                let about = [$($about.trim()),+].join(" ");
                let mut schema = Extra::from_iter([("title", Self::NAME), ("description", about.as_str())]);
                schema.insert("type", $kinds);
                $(schema.insert("items", definitions.refer::<$items>());)?
                let mut members = Described::new(definitions);
                Self::describe_members(&mut members);
                for (keyword, value) in members.into_keywords() {
                    schema.insert(keyword, value);
                }
                schema
            }
        }
    )+};
}

records! {
    /// One piece of news, or one question, seen through several points of view. What is absent or empty is left out,
    /// never null. Keys that are not named here are allowed in every object and kept.
    Article as "object";
    /// A part of an article with one role. One with the role `perspective` is a point of view and has a `stance`; other
    /// sections have none of the keys of perspectives.
    Section as "object";
    /// A source that the article comments on or cites.
    Reference as "object";
    /// A person or a body that wrote an article or a source. One of whom only the name is known is a string.
    Author as super::words(&["string", "object"]);
    /// A paragraph.
    Paragraph as "object";
    /// A heading, as written.
    Heading as "object";
    /// A list.
    List as "object";
    /// An item of a list: its blocks, or an object for one with keys of its own.
    ListItem as super::words(&["array", "object"]), with Block;
    /// A quotation.
    Quote as "object";
    /// A block of code.
    Code as "object";
    /// A rule across the page.
    Rule as "object";
    /// A block of raw HTML.
    Html as "object";
    /// A link.
    Link as "object";
    /// A picture.
    Image as "object";
    /// A mark that cites a reference: `[3]`, or a superscript glued to a word.
    Citation as "object";
}
