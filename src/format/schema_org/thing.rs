//! What people, organizations and questions are called, and which addresses leave.

use serde::ser::Serializer;

use crate::model::{Address, Author};
use crate::shape::Place;
use crate::shape::write::{Object, Write};

/// Something of which only the type and the name are known.
pub(super) struct Named<'a> {
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
}

impl Write for Named<'_> {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let mut object = Object::open(serializer, place)?;
        object.field("@type", self.kind)?;
        object.field("name", self.name)?;
        object.close()
    }
}

/// An author.
pub(super) struct Person<'a>(&'a Author);

/// Authors in order.
pub(super) fn people(authors: &[Author]) -> Vec<Person<'_>> {
    authors.iter().map(Person).collect()
}

impl Write for Person<'_> {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let Self(author) = self;
        let affiliation = author.affiliation.as_deref();
        let mut object = Object::open(serializer, place)?;
        object.field("@type", "Person")?;
        object.field("name", &author.name)?;
        object.field("affiliation", &affiliation.map(|name| Named { kind: "Organization", name }))?;
        object.field("url", &web(author.url.as_ref()))?;
        object.close()
    }
}

/// The address as a program understands it, where it is one that a reader may follow.
pub(super) fn web(address: Option<&Address>) -> Option<String> {
    let address = address.filter(|address| address.is_web())?;
    address.url().ok().map(String::from)
}
