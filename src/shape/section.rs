//! Sections, with what only perspectives have, and headings.

use serde::de::MapAccess;
use serde::ser::{SerializeMap, Serializer};

use super::fault::Fault;
use super::members::{Members, Unknown};
use super::place::Place;
use super::read::Read;
use super::record::{Record, always_objects};
use super::write::{Object, Write};
use crate::diagnostic::quote;
use crate::model::{Heading, Inline, Likelihood, Number, Perspective, Role, Section, Stance};

always_objects!(Section, Heading);

impl Record for Section {
    const KEYS: &'static [&'static str] =
        &["role", "stance", "holder", "thesis", "label", "likelihood", "heading", "body", "replies"];

    fn read_members<'de, A: MapAccess<'de>>(mut members: Members<'_, A>) -> Result<Self, A::Error> {
        let (mut role, mut heading, mut body) = (None, None, None);
        let mut view = View::default();
        let mut unknown = Unknown::default();
        while let Some(key) = members.next_key(Self::KEYS)? {
            match &*key {
                "role" => members.fill("role", &mut role)?,
                "stance" => members.fill("stance", &mut view.stance)?,
                "holder" => members.fill("holder", &mut view.holder)?,
                "thesis" => members.fill("thesis", &mut view.thesis)?,
                "label" => members.fill("label", &mut view.label)?,
                "likelihood" => members.fill("likelihood", &mut view.likelihood)?,
                "heading" => members.fill("heading", &mut heading)?,
                "body" => members.fill("body", &mut body)?,
                "replies" => members.fill("replies", &mut view.replies)?,
                _ => members.keep(key, &mut unknown)?,
            }
        }
        let role: String = members.complete("role", role)?;
        Ok(Self {
            role: view.into_role(&role, &members)?,
            heading: members.complete("heading", heading)?,
            body: members.complete("body", body)?,
            extra: unknown.into_extra(),
        })
    }

    fn write_members<M: SerializeMap>(&self, object: &mut Object<'_, M>) -> Result<(), M::Error> {
        let view = self.role.as_perspective();
        object.field("role", self.role.id())?;
        if let Some(view) = view {
            object.field("stance", &view.stance)?;
            object.field("holder", &view.holder)?;
            object.field("thesis", &view.thesis)?;
            object.field("label", &view.label)?;
            object.field("likelihood", &view.likelihood)?;
        }
        object.field("heading", &self.heading)?;
        object.field("body", &self.body)?;
        if let Some(view) = view {
            object.field("replies", &view.replies)?;
        }
        object.extra(&self.extra, Self::KEYS)
    }
}

/// What only perspectives have, while the role is not known yet.
#[derive(Default)]
struct View {
    stance: Option<Stance>,
    holder: Option<Option<String>>,
    thesis: Option<Option<String>>,
    label: Option<Option<String>>,
    likelihood: Option<Option<Likelihood>>,
    replies: Option<Vec<Section>>,
}

impl View {
    /// The role of this id. Only that of a perspective may have any of the keys, and it needs a stance.
    fn into_role<'de, A: MapAccess<'de>>(self, id: &str, members: &Members<'_, A>) -> Result<Role, A::Error> {
        let role = Role::from(id);
        if role.as_perspective().is_some() {
            return Ok(Role::from(Perspective {
                stance: members.complete("stance", self.stance)?,
                holder: members.complete("holder", self.holder)?,
                thesis: members.complete("thesis", self.thesis)?,
                label: members.complete("label", self.label)?,
                likelihood: members.complete("likelihood", self.likelihood)?,
                replies: members.complete("replies", self.replies)?,
            }));
        }
        let found = [
            ("stance", self.stance.is_some()),
            ("holder", self.holder.is_some()),
            ("thesis", self.thesis.is_some()),
            ("label", self.label.is_some()),
            ("likelihood", self.likelihood.is_some()),
            ("replies", self.replies.is_some()),
        ];
        match found.iter().find(|(_, is_there)| *is_there) {
            Some((key, _)) => {
                members.place().enter_key(*key);
                Err(members.place().refuse(Fault::NoPerspective { role: quote(id).to_string() }))
            }
            None => Ok(role),
        }
    }
}

impl Record for Heading {
    const KEYS: &'static [&'static str] = &["text", "content", "level"];

    fn read_members<'de, A: MapAccess<'de>>(mut members: Members<'_, A>) -> Result<Self, A::Error> {
        let (mut text, mut content, mut level) = (None, None, None);
        let mut unknown = Unknown::default();
        while let Some(key) = members.next_key(Self::KEYS)? {
            match &*key {
                "text" => members.fill("text", &mut text)?,
                "content" => members.fill("content", &mut content)?,
                "level" => members.fill("level", &mut level)?,
                _ => members.keep(key, &mut unknown)?,
            }
        }
        let content = match (text, content) {
            (Some(_), Some(_)) => {
                return Err(members.place().refuse(Fault::mismatch("either `text` or `content`", &"both")));
            }
            (Some(text), None) => vec![Inline::Text(text)],
            (None, content) => members.complete("content", content)?,
        };
        let Level(level) = members.complete("level", level)?;
        Ok(Self { level, content, extra: unknown.into_extra() })
    }

    fn write_members<M: SerializeMap>(&self, object: &mut Object<'_, M>) -> Result<(), M::Error> {
        match self.content.as_slice() {
            [Inline::Text(text)] => object.field("text", text)?,
            content => object.field("content", content)?,
        }
        object.field("level", &Level(self.level))?;
        object.extra(&self.extra, Self::KEYS)
    }
}

/// The level of a heading.
struct Level(u8);

impl Level {
    const ALLOWED: std::ops::RangeInclusive<u8> = 1..=6;
}

impl Read for Level {
    const EXPECTED: &'static str = "a whole number from 1 to 6";

    fn from_number<E: serde::de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        let level = number.as_u64().and_then(|level| u8::try_from(level).ok());
        match level.filter(|level| Self::ALLOWED.contains(level)) {
            Some(level) => Ok(Self(level)),
            None => Err(place.refuse(Fault::number(Self::EXPECTED, &number))),
        }
    }
}

impl Write for Level {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        if !Self::ALLOWED.contains(&self.0) {
            return Err(place.refuse_to_write(Fault::mismatch(Self::EXPECTED, &self.0)));
        }
        serializer.serialize_u8(self.0)
    }
}
