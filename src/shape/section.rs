//! Sections, with what only perspectives have, and headings.

use std::borrow::Cow;

use serde::de::{self, MapAccess};
use serde::ser::{SerializeMap, Serializer};

use super::fault::Fault;
use super::members::Members;
use super::place::Place;
use super::read::Read;
use super::record::{Fields, Record, always_objects, fields};
use super::write::{Object, Write};
use crate::diagnostic::quote;
use crate::model::{Block, Extra, Heading, Inline, Likelihood, Number, Perspective, Role, Section, Stance};

always_objects!(Section, Heading);

/// A section as it is stored: what only perspectives have stands beside what every section has.
struct StoredSection {
    role: RoleId,
    stance: Option<Stance>,
    holder: Option<String>,
    thesis: Option<String>,
    label: Option<String>,
    likelihood: Option<Likelihood>,
    heading: Option<Heading>,
    body: Vec<Block>,
    replies: Option<Vec<Section>>,
    extra: Extra,
}

fields! {
    StoredSection {
        /// What the section is there for. A word that is not known is kept.
        "role" => role,
        /// Where a perspective stands. Only perspectives have this key, and they need it.
        "stance" => stance,
        /// Who holds the perspective: a camp, a person, an outlet.
        "holder" => holder,
        /// What the perspective claims, in a sentence: often the slogan in its heading.
        "thesis" => thesis,
        /// The words that named the stance, as written.
        "label" => label,
        /// How likely its author thinks the perspective.
        "likelihood" => likelihood,
        /// Its heading as written; left out where the text has none.
        "heading" => heading,
        /// Its text.
        "body" => body,
        /// Answers to the perspective, in order: rebuttals, responses of named persons.
        "replies" => replies,
    }
}

/// Says which keys only perspectives have.
macro_rules! of_perspectives {
    ($($field:ident),+) => {
        /// The keys that only perspectives have.
        #[cfg(feature = "schema")]
        const OF_PERSPECTIVES: &[&str] = &[$(stringify!($field)),+];

        impl StoredSection {
            /// The first key that only perspectives have.
            fn of_perspective(&self) -> Option<&'static str> {
                $(if self.$field.is_some() {
                    return Some(stringify!($field));
                })+
                None
            }
        }
    };
}

of_perspectives!(stance, holder, thesis, label, likelihood, replies);

impl Fields for Section {
    const KEYS: &'static [&'static str] = StoredSection::KEYS;

    fn read_members<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        // Replies are read inside this call: what it takes of the stack, it takes at each level of them.
        let place = members.place();
        StoredSection::read_members(members).and_then(|stored| stored.into_section(place))
    }
}

impl StoredSection {
    /// The section, where it has what its role asks for and nothing that its role has not.
    fn into_section<E: de::Error>(self, place: &Place) -> Result<Section, E> {
        let RoleId(id) = &self.role;
        let role = Role::from(id.as_str());
        let of_perspective = self.of_perspective();
        let role = if role.as_perspective().is_some() {
            Role::from(Perspective {
                stance: self.stance.ok_or_else(|| place.refuse(Stance::missing("stance")))?,
                holder: self.holder,
                thesis: self.thesis,
                label: self.label,
                likelihood: self.likelihood,
                replies: self.replies.unwrap_or_default(),
            })
        } else if let Some(key) = of_perspective {
            place.enter_key(key);
            return Err(place.refuse(Fault::NoPerspective { role: quote(id).to_string() }));
        } else {
            role
        };
        Ok(Section { role, heading: self.heading, body: self.body, extra: self.extra })
    }
}

#[cfg(feature = "schema")]
impl super::record::DescribedFields for Section {
    fn describe_members(members: &mut super::describe::Described<'_, '_>) {
        StoredSection::describe_members(members);
        members.only_where("role", Role::PERSPECTIVE, &["stance"], OF_PERSPECTIVES);
    }
}

impl Record for Section {
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

/// The word for a role; the rest of a role stands beside it.
struct RoleId(String);

impl Read for RoleId {
    const EXPECTED: &'static str = String::EXPECTED;

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self(text.into_owned()))
    }
}

#[cfg(feature = "schema")]
impl super::describe::Describe for RoleId {
    fn describe(_: &mut super::describe::Definitions<'_>) -> Extra {
        let known = Role::KNOWN.iter().map(Role::id);
        super::describe::vocabulary(&[Role::PERSPECTIVE].into_iter().chain(known).collect::<Vec<_>>())
    }
}

/// A heading as it is stored: plain text has a short form.
struct StoredHeading {
    text: Option<String>,
    content: Option<Vec<Inline>>,
    level: Level,
    extra: Extra,
}

fields! {
    StoredHeading {
        /// Its text, where it is plain; then there is no `content`.
        "text" => text,
        /// Its text, where it holds more than plain text.
        "content" => content,
        /// From 1, the highest, to 6.
        "level" => level,
    }
}

impl Fields for Heading {
    const KEYS: &'static [&'static str] = StoredHeading::KEYS;

    fn read_members<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        let place = members.place();
        let stored = StoredHeading::read_members(members)?;
        let content = match (stored.text, stored.content) {
            (Some(_), Some(_)) => {
                return Err(place.refuse(Fault::mismatch("either `text` or `content`", &"both")));
            }
            (Some(text), None) => vec![Inline::Text(text)],
            (None, content) => content.unwrap_or_default(),
        };
        Ok(Self { level: stored.level.0, content, extra: stored.extra })
    }
}

#[cfg(feature = "schema")]
impl super::record::DescribedFields for Heading {
    fn describe_members(members: &mut super::describe::Described<'_, '_>) {
        StoredHeading::describe_members(members);
        members.never_both("text", "content");
    }
}

impl Record for Heading {
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

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        let level = number.as_u64().and_then(|level| u8::try_from(level).ok());
        match level.filter(|level| Self::ALLOWED.contains(level)) {
            Some(level) => Ok(Self(level)),
            None => Err(place.refuse(Fault::number(Self::EXPECTED, &number))),
        }
    }
}

#[cfg(feature = "schema")]
impl super::describe::Describe for Level {
    fn describe(_: &mut super::describe::Definitions<'_>) -> Extra {
        super::describe::whole((*Self::ALLOWED.start()).into(), (*Self::ALLOWED.end()).into())
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
