//! References as citations.

use serde::ser::Serializer;

use super::thing::{Named, people, web};
use crate::model::{Reference, ReferenceKind};
use crate::shape::Place;
use crate::shape::write::{Object, Write};

/// The types of the kinds; any other is a `CreativeWork`.
const TYPES: &[(ReferenceKind, &str)] = &[
    (ReferenceKind::Article, "Article"),
    (ReferenceKind::Discussion, "DiscussionForumPosting"),
    (ReferenceKind::Image, "ImageObject"),
    (ReferenceKind::Video, "VideoObject"),
    (ReferenceKind::Data, "Dataset"),
];

/// A reference.
pub(super) struct Source<'a>(pub(super) &'a Reference);

impl Write for Source<'_> {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let Self(reference) = self;
        let kind = TYPES.iter().find(|(kind, _)| *kind == reference.kind).map_or("CreativeWork", |(_, name)| name);
        let outlet = reference.outlet.as_deref();
        let mut object = Object::open(serializer, place)?;
        object.field("@type", kind)?;
        object.field("name", &reference.title)?;
        object.field("url", &web(reference.url.as_ref()))?;
        object.field("author", &people(&reference.authors))?;
        object.field("publisher", &outlet.map(|name| Named { kind: "Organization", name }))?;
        object.field("datePublished", &reference.published)?;
        object.close()
    }
}
