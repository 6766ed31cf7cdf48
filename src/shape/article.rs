//! The article, its authors and its references.

use std::borrow::Cow;

use serde::de::{self, MapAccess};
use serde::ser::Serializer;

use super::fault::Fault;
use super::members::Members;
use super::place::Place;
use super::read::Read;
use super::record::{Fields, Record, always_objects, record};
use super::write::{Object, Write};
use crate::model::{Article, Author, Number, Reference};
#[cfg(feature = "schema")]
use crate::model::{Extra, Value};

/// The version in which articles are stored. There is one so far.
struct Version;

record! {
    Article marked "schema_version" by Version {
        /// The headline.
        "title" => title,
        /// The question that the views answer, where the article puts one.
        "question" => question,
        /// The line that invites to read, also called standfirst.
        "teaser" => teaser,
        /// Who wrote it.
        "authors" => authors,
        /// When it came out.
        "published" => published,
        /// The language it is written in.
        "language" => language,
        /// Where it can be read.
        "url" => url,
        /// Key words.
        "tags" => tags,
        /// What it comments on and cites.
        "references" => references,
        /// Its parts, in the order of the text.
        "sections" => sections,
    }
}

record! {
    Reference {
        /// The number or key by which the text cites it, as written: `3` of `[3]`.
        "id" => id,
        /// What kind of thing it is; an article where this is left out.
        "kind" => kind,
        /// Where it is. A reference may have no address.
        "url" => url,
        /// Its title.
        "title" => title,
        /// Who wrote it.
        "authors" => authors,
        /// The newspaper, site or publisher that brought it out.
        "outlet" => outlet,
        /// When it came out.
        "published" => published,
        /// When it was read.
        "accessed" => accessed,
    }
}

record! {
    Author {
        /// The name as written, without `By` or its like.
        "name" => name,
        /// Office, outlet or institution.
        "affiliation" => affiliation,
        /// A page about the author.
        "url" => url,
    }
}

always_objects!(Article, Reference);

impl Read for Version {
    const EXPECTED: &'static str = "the number 1";

    fn missing(_: &'static str) -> Fault {
        Fault::Unversioned
    }

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        place.set_versioned();
        match number.as_u64() {
            Some(1) => Ok(Self),
            Some(found @ 2..) => Err(place.refuse(Fault::Version { found })),
            Some(0) | None => Err(place.refuse(Fault::number(Self::EXPECTED, &number))),
        }
    }
}

#[cfg(feature = "schema")]
impl super::describe::Describe for Version {
    fn describe(_: &mut super::describe::Definitions<'_>) -> Extra {
        Extra::from_iter([
            ("description", Value::from("The version of this form.")),
            ("type", "integer".into()),
            ("const", 1.into()),
        ])
    }
}

impl Write for Version {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(1)
    }
}

impl Read for Author {
    const EXPECTED: &'static str = "a string or an object";

    fn from_text<E: de::Error>(name: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self::new(name))
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        Self::read_members(members)
    }
}

impl Write for Author {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        if self.affiliation.is_none() && self.url.is_none() && self.extra.is_empty() {
            return serializer.serialize_str(&self.name);
        }
        let mut object = Object::open(serializer, place)?;
        self.write_members(&mut object)?;
        object.close()
    }
}
