//! The article, its authors and its references.

use std::borrow::Cow;

use serde::de::{self, MapAccess};
use serde::ser::Serializer;

use super::fault::Fault;
use super::members::Members;
use super::place::Place;
use super::read::Read;
use super::record::{Record, always_objects, record};
use super::write::{Object, Write};
use crate::model::{Article, Author, Number, Reference};

/// The version in which articles are stored. There is one so far.
struct Version;

record! {
    Article marked "schema_version" by Version {
        "title" => title,
        "question" => question,
        "teaser" => teaser,
        "authors" => authors,
        "published" => published,
        "language" => language,
        "url" => url,
        "tags" => tags,
        "references" => references,
        "sections" => sections,
    }
}

record! {
    Reference {
        "id" => id,
        "kind" => kind,
        "url" => url,
        "title" => title,
        "authors" => authors,
        "outlet" => outlet,
        "published" => published,
        "accessed" => accessed,
    }
}

record! {
    Author {
        "name" => name,
        "affiliation" => affiliation,
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
